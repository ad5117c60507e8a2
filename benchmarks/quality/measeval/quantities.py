"""A text's claims as MeasEval's quantities: their spans, units and modifiers.

What its annotation asks for, and claimx says otherwise:

- *span*: with comparator, "±", "between" and "from"; from X to Y is one quantity whatever changes, and so is a list
  whose unit stands once ("34 and 38 °C") or that has three members, unless each belongs to another thing
  ("respectively"); the whole of a counted part has its own.
- *unit*: as it is written; a counted noun is the unit only where the count is a measure of something else ("a cohort
  of 53 adults"), else it is the entity, and the number a count.
- *modifiers*: a bound or two ends are a range, and so is what "last" or "before" bounds; a mean or range with a
  tolerance has one modifier for both.
- "One" before a noun and multiples in words ("twice", "doubling") measure nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx import Claim, Phrase, Quantity

STATISTICS = {"mean": "IsMean", "median": "IsMedian"}
BOUNDS = frozenset({"<", "<=", ">", ">="})
BOUNDING = "before|last|past|top|upper"
JOINT = (("IsMean", "HasTolerance"), ("IsRange", "HasTolerance"), ("IsMean", "IsRange"))


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity by MeasEval's habits, with the claim that speaks for it, and what it counts if it may be a count."""

    claim: Claim
    start: int
    end: int
    unit: str | None
    mods: frozenset[str]
    counted: Phrase | None = None

    def as_count(self) -> Found:
        """The quantity as a mere count: the number alone."""
        return replace(self, mods=self.mods | {"IsCount"})

    def as_measure(self) -> Found:
        """The quantity with what it counts as its unit, where that stands right behind it."""
        if self.counted is None or not 0 < self.counted.start - self.end <= 2:
            return self
        noun = re.split("[,(]", self.counted.text)[0].rstrip()
        return replace(self, end=self.counted.start + len(noun), unit=noun)


def quantities(text: str, claims: Sequence[Claim]) -> list[Found]:
    """The quantities of a text, in its order.

    >>> import claimx
    >>> text = "It was heated from 20 to 34 °C for at least three days at 5 and 10 kPa."
    >>> for one in quantities(text, claimx.extract(text)):
    ...     print(text[one.start : one.end], "|", one.unit, sorted(one.mods))
    from 20 to 34 °C | °C ['IsRange']
    at least three days | days ['IsRange']
    5 and 10 kPa | kPa ['IsList']
    """
    measuring = [claim for claim in claims if _measures(claim)]
    return [one for group in groups(text, measuring) for one in _found(text, group)]


def _measures(claim: Claim) -> bool:
    """Whether MeasEval would take a claim's number for a measurement: not "one" alone, nor "twice"."""
    quantity = claim.quantity
    if quantity.kind != "count" or any(char.isdigit() for char in quantity.text):
        return True
    is_one = quantity.text.lower() == "one" and quantity.comparator == "="
    return not is_one and (quantity.unit != "time" or " " in quantity.text)


def groups(text: str, claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims, those together that MeasEval takes for one quantity."""
    together: list[list[Claim]] = []
    for claim in claims:
        if together and _is_one(text, together[-1], claim):
            together[-1].append(claim)
        else:
            together.append([claim])
    return together


def _is_one(text: str, group: list[Claim], claim: Claim) -> bool:
    last = group[-1]
    if last.sentence != claim.sentence or last.kind != claim.kind:
        return False
    if len(group) == 1 and _to().fullmatch(text, last.quantity.end, claim.quantity.start):
        return True
    if not _is_listed(text, last, claim) or _is_respective(text, claim):
        return False
    return _share_unit(last.quantity, claim.quantity) or _in_long_list(text, claim)


def _is_listed(text: str, one: Claim, two: Claim) -> bool:
    """Whether two claims are neighbours in a list of the same unit."""
    joint = _comma_or_and().fullmatch(text, one.quantity.end, two.start)
    return joint is not None and one.quantity.unit == two.quantity.unit


def _share_unit(one: Quantity, two: Quantity) -> bool:
    """Whether the unit of both stands behind the second only."""
    return one.kind != "count" and (one.unit_text is None or one.unit_text.start >= two.start)


def _in_long_list(text: str, claim: Claim) -> bool:
    """Whether a claim's amount stands in a list of three or more with a unit each ("4 kg, 6 kg and 13 kg")."""
    number, unit_text = r"[\d.,]+", claim.quantity.unit_text
    if unit_text is None:
        return False
    member = rf"{number}\s?{re.escape(unit_text.text)}"
    around = text[max(claim.sentence.start, claim.start - 60) : claim.end + 60]
    return re.search(rf"{member}, {member},? (?:and|or) {member}", around) is not None


@cache
def _to() -> re.Pattern[str]:
    return re.compile(r"\s*to\s*(?:about|around|approximately|∼|~|≈)?\s*")


@cache
def _comma_or_and() -> re.Pattern[str]:
    return re.compile(r"(?:\s*,|\s*,?\s+(?:and|or|and/or|&))\s+(?:the )?")


def _is_respective(text: str, claim: Claim) -> bool:
    """Whether the numbers of a list belong to several things ("5 and 10 kg, respectively")."""
    return "respectively" in text[claim.end : claim.sentence.end].lower()


def _found(text: str, group: list[Claim]) -> Iterator[Found]:
    claim = group[-1]
    if len(group) == 1 and claim.quantity.total is not None:
        yield from _parted(text, claim)
        return
    start, end = _start(text, group[0]), max(claim.end, claim.quantity.end)
    ranged = len(group) == 2 and _to().fullmatch(text, group[0].quantity.end, claim.quantity.start)
    mods = frozenset({"IsRange" if ranged else "IsList"}) if len(group) > 1 else modifiers(claim.quantity)
    if len(group) == 1 and start == claim.quantity.start:
        mods = modifiers(claim.quantity.model_copy(update={"comparator": "="}))
    if text[start] == "±":
        mods |= {"HasTolerance"}
    if _bounding().match(text, start):
        mods |= {"IsRange"}
    if "IsRange" in mods and re.search("[∼~≈]|about|around|approx", text[start:end]) and text[start] not in "∼~≈":
        mods |= {"IsApproximate"}
    written = unit(text, claim)
    yield Found(claim, start, end, written, _joined(mods), claim.of if claim.kind == "count" and not written else None)


def _joined(mods: frozenset[str]) -> frozenset[str]:
    """The modifiers with those as one that the set writes as one.

    >>> _joined(frozenset({"IsMean", "HasTolerance"}))
    frozenset({'IsMeanHasTolerance'})
    """
    for one, two in JOINT:
        if {one, two} <= mods:
            return mods - {one, two} | {one + two}
    return mods


def _parted(text: str, claim: Claim) -> Iterator[Found]:
    """The part and the whole of "26 of the 54 samples" as two quantities."""
    part = Found(claim, claim.quantity.start, claim.quantity.end, None, frozenset(), claim.of)
    digits = f"{claim.quantity.total:f}"
    at = text.find(digits, claim.start, claim.end)
    whole = [replace(part, start=at, end=at + len(digits))] if at >= 0 else []
    yield from sorted([part, *whole], key=lambda one: one.start)


def _start(text: str, claim: Claim) -> int:
    """Where the span begins: with a comparator, but not with one to another thing ("higher than the 5 mm")."""
    start = claim.start
    if re.search(r"\b(?:the|range|order|an?)\b", text[start : claim.quantity.start].lower()):
        start = claim.quantity.start
    before = _before().search(text, max(0, start - 10), start)
    is_from = before is not None and before[0].lower().startswith("from")
    if before is None or (is_from and not re.search(r"\bto\b|[-–—]", text[start : claim.end + 25])):
        return start
    return before.start()


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:between|from|{BOUNDING})\s+|±\s?)$", re.IGNORECASE)


@cache
def _bounding() -> re.Pattern[str]:
    return re.compile(rf"(?:{BOUNDING})\b", re.IGNORECASE)


def unit(text: str, claim: Claim) -> str | None:
    """The unit as it is written with the base of its rate, hyphens and "-old" left out.

    >>> import claimx
    >>> text = "It grew by 3% per year for a 5-year-old tree."
    >>> [unit(text, claim) for claim in claimx.extract(text)]
    ['% per year', 'year']
    """
    span = claim.quantity.unit_text
    if span is None:
        return None
    end = claim.end if claim.quantity.per and span.end < claim.end else span.end
    return re.sub(r"^-|-?\bold$", "", text[span.start : end]).strip() or None


def modifiers(quantity: Quantity) -> frozenset[str]:
    """MeasEval's modifiers of a single quantity.

    >>> import claimx
    >>> [sorted(modifiers(one)) for one in claimx.quantities("about 5 to 7 kg, 9 ± 1 m")]
    [['IsApproximate', 'IsRange'], ['HasTolerance']]
    """
    found = set()
    if quantity.value is None or quantity.comparator in BOUNDS:
        found.add("IsRange")
    if "~" in quantity.comparator:
        found.add("IsApproximate")
    if quantity.tolerance is not None:
        found.add("HasTolerance")
    if quantity.statistic in STATISTICS:
        found.add(STATISTICS[quantity.statistic])
    return frozenset(found)
