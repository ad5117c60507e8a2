"""What holds for any text whatever: checked by the property tests on drawn texts, and by the fuzz run for hours."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from unicodedata import category

import claimx
from claimx import Claim, Phrase, Quantity
from claimx.recognize import claim_extent, shifted

NUMERIC = frozenset({"Nd", "No"})  # digits of every script, raised and lowered ones, fractions of one character


def check_quantities(text: str) -> list[Quantity]:
    """Read the quantities of a text, and assert all that must hold of them."""
    found = claimx.quantities(text)
    for quantity in found:
        check_spans(quantity, text)
        check_numbers(quantity)
        check_alone(quantity, text)
        assert Quantity.model_validate_json(quantity.model_dump_json()) == quantity, "JSON reads back equal"
    for before, after in pairwise(found):
        assert before.end <= after.start, f"in order, apart: {before.text!r} {after.text!r}"
    assert claimx.quantities(f"{text}\n\nNothing more.") == found, "a paragraph behind changes nothing"
    opening = "Nothing yet.\n\n"
    moved = [shifted(quantity, len(opening)) for quantity in found]
    assert claimx.quantities(opening + text) == moved, "a paragraph before changes nothing"
    blank = [shifted(quantity, 3) for quantity in found]
    assert claimx.quantities(f" \n\t{text}") == blank, "white space before changes nothing"
    return found


def check_spans(quantity: Quantity, text: str) -> None:
    """Every offset holds, in the parts too; the claim's extent is around the quantity."""
    assert 0 <= quantity.start < quantity.end <= len(text), f"a stretch of the text: {quantity!r}"
    assert text[quantity.start : quantity.end] == quantity.text, f"offsets hold: {quantity!r}"
    for span in (quantity.number, quantity.unit_text):
        assert span is None or text[span.start : span.end] == span.text, f"offsets hold: {quantity!r}"
    assert quantity.start <= quantity.number.start < quantity.number.end <= quantity.end, f"number inside: {quantity!r}"
    start, end = claim_extent(text, quantity)
    assert 0 <= start <= quantity.start, f"the claim begins at {start}: {quantity!r}"
    assert quantity.end <= end <= len(text), f"the claim ends at {end}: {quantity!r}"
    for part in quantity.parts:
        assert quantity.start <= part.start < part.end <= quantity.end, f"part inside: {quantity!r}"
        check_spans(part, text)


def check_numbers(quantity: Quantity) -> None:
    """A value or two ends in order, all finite; a kind and unit that go together."""
    is_range = quantity.low is not None and quantity.high is not None
    assert (quantity.value is not None) != is_range, f"a value or a range: {quantity!r}"
    assert (quantity.low is None) == (quantity.high is None), f"both ends or none: {quantity!r}"
    for number in (quantity.value, quantity.low, quantity.high, quantity.total, quantity.tolerance):
        assert number is None or number.is_finite(), f"finite: {quantity!r}"
    assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high, f"in order: {quantity!r}"
    assert quantity.tolerance is None or quantity.tolerance >= 0, f"a width: {quantity!r}"
    assert quantity.unit or quantity.kind in {"count", "number"}, f"a unit: {quantity!r}"
    assert not (quantity.unit and quantity.kind == "number"), f"a bare number: {quantity!r}"
    assert quantity.interval is not None
    assert str(quantity)


def check_alone(quantity: Quantity, text: str) -> None:
    """A number is consumed whole or not at all: nothing that touches the quantity goes on with a number."""
    before, after = text[max(0, quantity.start - 2) : quantity.start], text[quantity.end : quantity.end + 6]
    assert not is_numeric(before[-1:]), f"no digit before: {before!r} {quantity.text!r}"
    assert not is_numeric(after[:1]), f"no digit behind: {quantity.text!r} {after!r}"
    first, last = quantity.text[0], quantity.text[-1]
    if first.isdecimal():
        assert not number_goes_on()[0].search(before), f"no part of a number: {before!r} {quantity.text!r}"
    if last.isdecimal():
        assert not number_goes_on()[1].match(after), f"no part of a number: {quantity.text!r} {after!r}"


def is_numeric(char: str) -> bool:
    """Whether a character is a digit of any script, raised or not, or a fraction."""
    return char != "" and category(char) in NUMERIC


@cache
def number_goes_on() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Digits and a separator right before a number, a separator and digits right behind it."""
    behind = r"[.,:/⁄]\d|['’\u00a0\u2009\u202f\u2007][0-9]{3}(?!\d)|[-–‑−~]\d|[eE][-+]?\d"
    return re.compile(r"\d[.,:/⁄~–‑−-]\Z"), re.compile(behind)


def check_claims(text: str) -> list[Claim]:
    """Read the claims of a text, and assert all that must hold of them."""
    claims = claimx.extract(text)
    check_claims_of(claims, text)
    return claims


def check_claims_of(claims: list[Claim], text: str) -> None:
    """Assert all that must hold of the claims of a text, whoever parsed it."""
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text, f"offsets hold: {claim!r}"
        check_spans(claim.quantity, text)
        check_numbers(claim.quantity)
        for phrase in phrases(claim):
            assert text[phrase.start : phrase.end] == phrase.text, f"offsets hold: {phrase!r}"
            assert text[phrase.head_start :].startswith(phrase.head), f"the head's too: {phrase!r}"
            assert phrase.start <= phrase.head_start, f"the head lies inside: {phrase!r}"
            assert phrase.head_start + len(phrase.head) <= phrase.end, f"the head lies inside: {phrase!r}"
        assert claimx.loads(claim.model_dump_json()) == claim, "JSON reads back equal"
    for before, after in pairwise(claims):
        assert before.quantity.end <= after.quantity.start, f"in order, apart: {before.text!r} {after.text!r}"


def phrases(claim: Claim) -> list[Phrase]:
    """The phrases of a claim."""
    fields = (claim.entity, claim.property, claim.predicate, claim.of, claim.time, claim.source)
    referring = [entity.refers_to for entity in (claim.entity, claim.source) if entity is not None]
    return [phrase for phrase in (*fields, *referring) if phrase is not None]
