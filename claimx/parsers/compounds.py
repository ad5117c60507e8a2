"""Quantities of several numbers: compounds ("6 ft 2 in"), parts of a whole ("23 of 32"), tolerances ("5 ± 0.2")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.numbers import numerals
from claimx.parsers.base import span
from claimx.units.tables import decimals

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.parsers.ranges import Reading
    from claimx.units import Units

LADDER: Mapping[tuple[str, str], Decimal] = MappingProxyType(
    {
        ("foot", "inch"): Decimal(12),
        ("yard", "foot"): Decimal(3),
        ("yard", "inch"): Decimal(36),
        ("mile", "yard"): Decimal(1760),
        ("mile", "foot"): Decimal(5280),
        ("stone", "pound"): Decimal(14),
        ("pound", "ounce"): Decimal(16),
        ("year", "month"): Decimal(12),
        ("year", "day"): Decimal("365.25"),
        ("month", "day"): Decimal("30.4375"),
        ("week", "day"): Decimal(7),
        ("week", "hour"): Decimal(168),
        ("day", "hour"): Decimal(24),
        ("day", "second"): Decimal(86400),
        ("day", "minute"): Decimal(1440),
        ("hour", "minute"): Decimal(60),
        ("hour", "second"): Decimal(3600),
        ("minute", "second"): Decimal(60),
        ("kilometer", "meter"): Decimal(1000),
        ("meter", "centimeter"): Decimal(100),
        ("kilogram", "gram"): Decimal(1000),
        ("degree", "arcminute"): Decimal(60),
        ("arcminute", "arcsecond"): Decimal(60),
    }
)
UNNAMED = frozenset({"foot", "stone"})  # whose smaller unit may go unnamed: "six foot two", "nine stone six"


def compound_of(left: Quantity, right: Reading, text: str, units: Units) -> Quantity | None:
    """The compound of a quantity and the smaller one right behind it: "6 ft 2 in", "20 dollars 43 cents".

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.recognize import recognize
    >>> from claimx.units import Units
    >>> [str(quantity) for quantity in recognize("6 ft 2 in, 1 hour 30 minutes", DEFAULT_PARSERS, Units.default())]
    ['74 inch', '90 minute']
    """
    smaller = right.quantity
    if left.value is None or smaller.value is None or not _gap().fullmatch(text, left.end, smaller.start):
        return None
    if left.kind == "money":
        return _with_cents(left, right, text, units)
    if left.kind != "measure" or left.unit is None:
        return None
    if smaller.kind == "number" and left.unit in UNNAMED and _tight().fullmatch(text, left.end, smaller.start):
        smaller = _inches(smaller, text) if left.unit == "foot" else _pounds(smaller)
    factor, rest = LADDER.get((left.unit, smaller.unit or "")), smaller.value
    if factor is None or rest is None or not 0 <= rest < factor:
        return None
    value = numerals.EXACT.add(numerals.times(left.value, factor), rest)
    return _joined(left, smaller, numerals.plain(value), smaller.unit, text)


def _with_cents(left: Quantity, right: Reading, text: str, units: Units) -> Quantity | None:
    """An amount with its minor units: named ("20 dollars 43 cents"), or understood ("ten dollars fifty")."""
    value, count = left.value, right.number.value
    if (
        value is None
        or count is None
        or value != value.to_integral_value()
        or _between().search(text, max(0, left.start - 9), left.start)
    ):
        return None
    cents = _minor_of(left, right, text, units) or _understood_minor(left, right, text)
    if cents is None or cents.value is None or not 0 < cents.value < 1 or "," in text[left.end : right.quantity.start]:
        return None
    return _joined(left, cents, numerals.EXACT.add(value, cents.value), left.unit, text)


def _minor_of(left: Quantity, right: Reading, text: str, units: Units) -> Quantity | None:
    """The count behind an amount in the minor unit of its currency that is named there, if the currency has it."""
    number = right.number
    gap = _space().match(text, number.end)
    found = units.minor_at(left.unit or "", text, gap.end() if gap else number.end)
    if found is None or number.value is None or right.quantity.start < number.start:
        return None
    smaller = right.quantity.model_copy(update={"parts": (), "per": None})
    return smaller.model_copy(
        update={
            "kind": "money", "value": numerals.times(number.value, found.factor), "unit": left.unit, "end": found.end,
            "text": text[smaller.start : found.end], "unit_text": span(text, found.start, found.end),
            "unit_inferred": left.unit_inferred,
        }
    )  # fmt: skip


def _understood_minor(left: Quantity, right: Reading, text: str) -> Quantity | None:
    """The bare count behind a named amount: "ten dollars fifty", "thirteen dollars and forty-five"."""
    number, named = right.number, left.unit_text
    if right.quantity.kind != "number" or named is None or named.end != left.end or number.value is None:
        return None
    joint = text[left.end : number.start].strip()
    follows = (_amount_ends() if joint else _amount_goes_on()).match(text, number.end)
    if not follows or joint not in {"", "and"} or not 10 <= number.value < 100 or number.letter:
        return None
    if number.value != number.value.to_integral_value() or decimals().get(left.unit or "") != 2:
        return None
    value = numerals.times(number.value, Decimal("0.01"))
    return right.quantity.model_copy(update={"kind": "money", "value": value, "unit": left.unit, "unit_inferred": True})


def _pounds(bare: Quantity) -> Quantity:
    """The bare number behind stones."""
    return bare.model_copy(update={"kind": "measure", "unit": "pound"})


def _inches(bare: Quantity, text: str) -> Quantity:
    """The bare number behind feet, with the inch mark if one follows."""
    mark = _inch_mark().match(text, bare.end)
    end = mark.end() if mark else bare.end
    return bare.model_copy(update={"kind": "measure", "unit": "inch", "end": end, "text": text[bare.start : end]})


def _joined(left: Quantity, right: Quantity, value: Decimal, unit: str | None, text: str) -> Quantity:
    parts = (*(left.parts or (left,)), right)
    return left.model_copy(
        update={
            "value": value, "unit": unit, "end": right.end, "text": text[left.start : right.end], "parts": parts,
            "number": span(text, left.number.start, right.number.end), "unit_text": right.unit_text,
        }
    )  # fmt: skip


def toleranced(left: Quantity, right: Reading, text: str) -> Quantity | None:
    """A quantity with the tolerance written behind it: "5 ± 0.2 kg", "38% plus or minus 3 points"."""
    tolerance = right.quantity
    if left.value is None or tolerance.value is None or not _is_plus_minus(text[left.end : tolerance.start]):
        return None
    if left.kind == "number":
        left = left.model_copy(
            update={"kind": tolerance.kind, "unit": tolerance.unit, "unit_text": tolerance.unit_text}
        )
        left = left.model_copy(update={"unit_inferred": tolerance.unit_inferred})
    elif tolerance.kind not in (left.kind, "number"):
        return None
    points = _points().match(text, tolerance.end) if tolerance.kind == "number" else None
    end = points.end() if points else tolerance.end
    return left.model_copy(update={"tolerance": abs(tolerance.value), "end": end, "text": text[left.start : end]})


def part_of_whole(left: Reading, right: Reading, text: str) -> Quantity | None:
    """The part with its whole as `total`: "23 out of 32", "three of the four", "Out of 32 members, 23"."""
    part, whole = left.quantity, right.quantity
    if part.kind != "number" or whole.kind != "number" or part.value is None or whole.value is None:
        return None
    if _of().fullmatch(text, part.end, whole.start) and 0 <= part.value <= whole.value:
        return part.model_copy(update={"total": whole.value})
    outset = _of_before().search(text, max(0, part.start - 24), part.start)
    if outset and whole.value <= part.value and _then().fullmatch(text, part.end, whole.start):
        return whole.model_copy(update={"total": part.value})
    return None


def total_end(text: str, end: int, numbers_end: int) -> int:
    """Where the whole of a part ends that is written behind it."""
    return numbers_end if _of().match(text, end) else end


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0]?|,? and |, |-|\.[ ]")


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0-]")


@cache
def _between() -> re.Pattern[str]:
    """What makes the amount behind it the lower end of a range."""
    return re.compile(r"\bbetween \Z", re.IGNORECASE)


@cache
def _amount_ends() -> re.Pattern[str]:
    return re.compile(r"[.;:!?)](?!\d)|,(?! ?\d)|\s*\Z")


@cache
def _amount_goes_on() -> re.Pattern[str]:
    words = "for|per|each|a|an|in|on|to|and|or|more|less|from|at|by|apiece|with|when|if|after|before|but|is|was|of"
    return re.compile(rf"{_amount_ends().pattern}| (?:{words})\b")


@cache
def _tight() -> re.Pattern[str]:
    return re.compile(r"[ -]?")


@cache
def _inch_mark() -> re.Pattern[str]:
    return re.compile(r" ?(?:[\"”″]|''|’’)")


def _is_plus_minus(between: str) -> bool:
    """Whether the words between two amounts make the second the tolerance of the first."""
    may_be = len(between) < 32 and any(sign in between for sign in ("±", "+", "plus", "give"))
    return may_be and _plus_minus().fullmatch(between) is not None


@cache
def _plus_minus() -> re.Pattern[str]:
    return re.compile(r",? ?\(?(?:±|\+/[-−–]|\+-|plus or minus|plus/minus|give or take(?: about)?) ?")


@cache
def _points() -> re.Pattern[str]:
    return re.compile(r" points?\b")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(
        r"(?: [a-z]+(?: [a-z]+)?(?= out))? (?:out )?of (?:(?:the|its|their|his|her|our|my|your|these|"
        r"those|all|every|a|a possible|about|some|nearly|only|total|full|original|remaining|top|available|"
        r"possible|last|past|next|previous|final|first|more than|(?:[\w-]+ )?[\w-]+['’]s|[\w-]+s['’]) ){0,3}| ?/ ?",
        re.IGNORECASE,
    )


@cache
def _of_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\bout of|(?:\A|[.!?\n\"“]\s{0,3})of) (?:(?:the|its|their|his|our|those|these|all|about|"
        r"some|nearly) ){0,2}\Z",
        re.IGNORECASE,
    )


@cache
def _then() -> re.Pattern[str]:
    return re.compile(
        r" [^.,;!?\n]{1,48}, (?:only|just|about|at least|some|nearly|the first|as many as|more than)? "
        r"?",
        re.IGNORECASE,
    )
