"""What claims take from their paragraph: what a pronoun stands for, and who says what is quoted.

`corpus/refers_to.jsonl` was written before the rules: for each quantity the accepted head words of what its entity
stands for, or none where the text leaves it open or the entity stands for itself. `corpus/quotations.jsonl` has
the sources.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimx
from claimx.attach.quotations import quotations

if TYPE_CHECKING:
    from claimx import Claim, Phrase

CORPUS = Path(__file__).parent / "corpus"
PRECISION, RECALL = 0.95, 0.95


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def claim_at(claims: list[Claim], text: str, quantity: str) -> Claim:
    """The claim whose quantity stands where a stretch of the text does."""
    start = text.index(quantity)
    meeting = [c for c in claims if c.quantity.start < start + len(quantity) and start < c.quantity.end]
    assert meeting, f"no claim about {quantity}: {text}"
    return meeting[0]


def answers(phrase: Phrase | None, accepted: list[str] | str | None) -> bool:
    if phrase is None or accepted is None:
        return phrase is None and (accepted is None or "-" in accepted)
    return phrase.head in ([accepted] if isinstance(accepted, str) else accepted)


def test_pronouns_and_definite_nouns_are_linked_where_that_is_safe() -> None:
    linked = right = asked = 0
    for line in lines("refers_to.jsonl"):
        claims = claimx.extract(line["text"])
        for quantity, accepted in line["refers_to"].items():
            entity = claim_at(claims, line["text"], quantity).entity
            found = entity.refers_to if entity else None
            linked += found is not None
            right += found is not None and answers(found, accepted)
            asked += accepted is not None
    assert right / linked >= PRECISION, (right, linked)
    assert right / asked >= RECALL, (right, asked)


@pytest.mark.parametrize("line", lines("quotations.jsonl"), ids=lambda line: line["text"][:60])
def test_quotations_have_their_speaker(line: dict[str, Any]) -> None:
    claims = claimx.extract(line["text"])
    for quantity, accepted in line["sources"].items():
        source = claim_at(claims, line["text"], quantity).source
        assert answers(source, accepted), f"{quantity}: {source!r}, expected {accepted}"


def test_a_link_is_an_exact_phrase_and_has_a_rule() -> None:
    text = "Parliament passed the flood bill late on Monday. It will cost €900 million."
    claim = claimx.extract(text)[0]
    assert claim.entity is not None
    found = claim.entity.refers_to
    assert found is not None
    assert text[found.start : found.end] == found.text == "the flood bill"
    assert claim.rules.refers_to == "sentence before"
    assert "the flood bill" in claim.explain()


def test_links_are_the_same_one_text_at_a_time_and_many() -> None:
    texts = [line["text"] for name in ("refers_to.jsonl", "quotations.jsonl") for line in lines(name)]
    assert list(claimx.extract_many(texts, batch_size=7)) == [claimx.extract(text) for text in texts]


def test_nothing_reaches_over_a_paragraph() -> None:
    one, two = "The council has approved a bypass around Wexmoor.", "It will cost £41 million."
    assert claimx.extract(f"{one} {two}")[0].entity.refers_to is not None  # type: ignore[union-attr]
    assert claimx.extract(f"{one}\n\n{two}")[0].entity.refers_to is None  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["“", "“” ”", "'", "“a “b “c", '"""', "‘it’s ’tis", "“‘’”", "said “said”, said said."])
def test_marks_without_sense_raise_nothing(text: str) -> None:
    found = quotations(text, 0, len(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
