"""Quick looks: what a pattern finds, the look before it lets through, or who widens the one forgets the other."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.not_claims.passages import EVERY, Passage, found_in, passages
from claimx.numbers.tokens import words_of
from claimx.parsers.durations import CLOCK_SYMBOLS, clocked
from claimx.parsers.ones import UNITS_OF_ONE, ones
from claimx.units import Units

LETTERS = st.characters(max_codepoint=0x2030)
quickly = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("passage", EVERY, ids=lambda passage: passage.name)
@quickly
@given(st.data())
def test_passages(passage: Passage, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(passage.pattern, alphabet=LETTERS))
    stretches = passages(text, words_of(text))
    for start, end in found_in(passage, text):
        assert any(first <= start and end <= last for first, last in stretches)


@quickly
@given(st.from_regex(r"[0-9]{1,3} ?(?:d|hr?s?|mi?n?s?) ?[0-9]{1,2} ?(?:hr?s?|mi?n?s?|s(?:ecs?)?)?"))
def test_clocked(text: str) -> None:
    assert not list(clocked(text)) or not CLOCK_SYMBOLS.isdisjoint(words_of(text))


@quickly
@given(st.sampled_from([*sorted(UNITS_OF_ONE), "percentage point", "basis point", "Fathom"]))
def test_ones(unit: str) -> None:
    text = f"It lasts more than a {unit} and a half"
    assert not list(ones(text, Units.default())) or not UNITS_OF_ONE.isdisjoint(words_of(text))
