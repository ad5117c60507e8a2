"""What must hold for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import claimx
from claimx import Claim, Phrase, Span
from claimx.sentences import paragraphs, sentences

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUICK = settings(max_examples=200, deadline=None)

ANY_TEXT = st.text(st.characters(), max_size=300)  # lone surrogates and control characters too
AMOUNTS = ["$5bn", "3%", "23 out of 32", "7 to 9 kg", "½", "1,234.5", "€1.2m", "tens of millions", "6 ft 2 in", "2024"]
WORDS = ["The firm", "sales", "rose", "from", "to", "of", "worth", "about", "said"]
MARKS = ["(", ")", ",", ".", "\n\n", "\n", "–", "£"]
NEWSLIKE = st.lists(st.sampled_from(AMOUNTS + WORDS + MARKS), max_size=25).map(" ".join)
TEXTS = st.one_of(ANY_TEXT, NEWSLIKE)


def spans(claim: Claim) -> list[Span]:
    """Every span of a claim that has a text of its own."""
    quantity = claim.quantity
    fields = [claim.entity, claim.property, claim.predicate, claim.of, claim.time, claim.source]
    own = [quantity.number, quantity.unit_text]
    return [span for span in [*fields, *own] if span is not None]


@SLOW
@given(TEXTS)
def test_no_text_raises_and_every_offset_holds(text: str) -> None:
    for claim in claimx.extract(text):
        assert text[claim.start : claim.end] == claim.text
        assert text[claim.quantity.start : claim.quantity.end] == claim.quantity.text
        for span in spans(claim):
            assert text[span.start : span.end] == span.text
            if isinstance(span, Phrase):
                assert text[span.head_start :].startswith(span.head)
                assert span.start <= span.head_start
                assert span.head_start + len(span.head) <= span.end


@SLOW
@given(TEXTS)
def test_claims_come_in_order_and_quantities_never_overlap(text: str) -> None:
    claims = claimx.extract(text)
    for before, after in pairwise(claims):
        assert before.quantity.end <= after.quantity.start


@SLOW
@given(NEWSLIKE)
def test_json_reads_back_equal(text: str) -> None:
    for claim in claimx.extract(text):
        assert claimx.loads(claim.model_dump_json()) == claim


@QUICK
@given(st.lists(NEWSLIKE.map(lambda text: text.replace("\n", " ").strip()).filter(bool), max_size=4))
def test_the_quantities_of_a_text_are_those_of_its_paragraphs_shifted(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    expected = []
    offset = 0
    for part in parts:
        expected += [(found.start + offset, found.end + offset, str(found)) for found in claimx.quantities(part)]
        offset += len(part) + 2
    assert [(found.start, found.end, str(found)) for found in claimx.quantities(text)] == expected


@QUICK
@given(TEXTS)
def test_sentences_cover_the_text_in_order(text: str) -> None:
    extents = sentences(text)
    for (_, end), (start, _) in pairwise(extents):
        assert end <= start
    covered = "".join(text[start:end] for start, end in extents)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(start < end for start, end in paragraphs(text))
