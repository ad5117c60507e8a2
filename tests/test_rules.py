"""Each rule by which a number is no quantity, with sentences that it rejects and sentences that it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from claimx.not_claims import every_rule
from claimx.not_claims.passage_rows import EVERY
from claimx.not_claims.passages import found_in
from claimx.not_claims.rules import Table
from claimx.parsers import DEFAULT_PARSERS
from claimx.recognize import recognize
from claimx.scan import scan
from claimx.units import Units

EXAMPLES = {
    row["rule"]: row
    for row in map(json.loads, (Path(__file__).parent / "corpus" / "rules.jsonl").read_text("utf-8").splitlines())
}
NAMES = [rule.name for rule in every_rule().rules] + [passage.name for passage in EVERY]


def fired(text: str) -> set[str]:
    """The names of the rules that reject a number or a stretch of a text."""
    rules = every_rule()
    firing = [rules.first(number, text, rules.left(number, text)) for number in scan(text)]
    return {rule.name for rule in firing if rule} | {passage.name for passage in EVERY if found_in(passage, text)}


def found(text: str) -> list[str]:
    return [quantity.text for quantity in recognize(text, DEFAULT_PARSERS, Units.default())]


def test_rules_have_a_name_of_their_own_and_examples() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert set(EXAMPLES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_rejects_what_it_is_for(name: str) -> None:
    rejects: list[str] = EXAMPLES[name]["rejects"]
    assert len(rejects) >= 3
    for text in rejects:
        assert name in fired(text), text
        assert found(text) == [], text


@pytest.mark.parametrize("name", NAMES)
def test_leaves_quantities_alone(name: str) -> None:
    keeps: list[dict[str, Any]] = EXAMPLES[name]["keeps"]
    assert len(keeps) >= 2
    for row in keeps:
        assert found(row["text"]) == row["found"], row["text"]


def test_quick_looks_change_no_verdict() -> None:
    rules = every_rule()
    asked = Table(rule._replace(begins=frozenset(), ends=frozenset()) for rule in rules.rules)
    for row in EXAMPLES.values():
        for text in (*row["rejects"], *(keep["text"] for keep in row["keeps"])):
            for number in scan(text):
                first = rules.first(number, text, rules.left(number, text))
                slowly = asked.first(number, text, asked.left(number, text))
                assert (first and first.family) == (slowly and slowly.family), text


def test_time_grows_with_length_on_what_is_rejected() -> None:
    once = " ".join(text for row in EXAMPLES.values() for text in row["rejects"])

    def seconds(times: int) -> float:
        text = once * times
        begin = perf_counter()
        found(text)
        return perf_counter() - begin

    seconds(1)
    assert seconds(8) < 20 * seconds(1)
