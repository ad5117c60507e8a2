"""Quantities of one that no number says: "lasted a week", "costs a dollar", "a mile long", "an hour and a half"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.numbers import numerals
from claimx.parsers.base import span, unchecked
from claimx.units import UnitMatch

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import Units

TIMES = "second|minute|hour|day|week|fortnight|month|year|decade|century"
LENGTHS = "mile|metre|meter|kilometre|kilometer|foot|inch|yard|centimetre|centimeter|millimetre|fathom"
WEIGHTS = "pound|ounce|ton|tonne|kilo|kilogram|stone|gram"
OTHERS = "ton|tonne|kilo|litre|liter|pint|gallon|quart|cup|teaspoon|tablespoon|acre|hectare|ounce"
CURRENCIES = "dollar|pound|euro|buck|quid|penny|cent|peso|rupee|yen|franc"
POINTS: Mapping[str, str] = MappingProxyType({"percentage point": "percentage_point", "basis point": "basis_point"})
ARTICLES = frozenset({"a", "an", "one"})
# The words of which a text that holds a quantity of one has one.
UNITS_OF_ONE = frozenset(f"{TIMES}|{LENGTHS}|{WEIGHTS}|{OTHERS}|{CURRENCIES}|percentage|basis".split("|"))
REACH = 60
HEDGES = (
    r"(?: (?:me|you|him|her|us|them|it|about|around|up|to|for|nearly|almost|over|more|less|than|at|least|only|just|"
    r"some|under|well|roughly|approximately|another|out|close|as|long|little|much)){0,4}"
)


def may_hold_one(text: str, words: AbstractSet[str]) -> bool:
    """Whether a text of these words may hold a quantity of one, a unit right behind an article: a quick look, for most.

    >>> [may_hold_one(text, set(text.split())) for text in ("lasted a week", "a mile of weeks", "a long week")]
    [True, True, False]
    """
    if ARTICLES.isdisjoint(words) or not (units := UNITS_OF_ONE.intersection(words)):
        return False
    lower = text.lower()
    return any(f"{article} {unit}" in lower for unit in units for article in ARTICLES)


def ones(text: str, units: Units) -> Iterator[Quantity]:
    """The quantities of one that an article counts, where a verb, an adjective or a fraction says that it does.

    >>> from claimx.units import Units
    >>> text = "It lasted a week, cost a pound, is a mile long, and took an hour and a half. I saw him a week ago."
    >>> [str(quantity) for quantity in ones(text, Units.default())]
    ['1 week', '1 GBP', '1 mile', '1.5 hour']
    """
    for match in _one().finditer(text):
        surface = match["unit"].lower()
        fraction = _and_fraction().match(text, match.end())
        if fraction is None and (_is_held_against(match, text) or not _counts(match, text)):
            continue
        if surface in POINTS:
            unit: UnitMatch | None = UnitMatch(*match.span("unit"), POINTS[surface], Decimal(1), inferred=False)
        elif _is_paid(match, text):
            unit = units.currency_at(text, match.start("unit"))
        else:
            unit = units.measure_at(text, match.start("unit"))
        if unit is not None and unit.end >= match.end("unit"):
            yield _quantity(match, unit, fraction, text)


def _quantity(match: re.Match[str], unit: UnitMatch, fraction: re.Match[str] | None, text: str) -> Quantity:
    """One of the unit, with the fraction of it that stands behind."""
    start, end, value = match.start("article"), unit.end, unit.factor
    if fraction is not None and fraction.start() == end:
        value, end = numerals.times(value, Decimal("1.25" if fraction[1] == "quarter" else "1.5")), fraction.end()
    kind = "percent" if unit.unit in POINTS.values() else "money" if unit.unit.isupper() else "measure"
    return unchecked(
        kind=kind, value=value, unit=unit.unit, text=text[start:end], start=start, end=end,
        number=span(text, start, match.end("article")), unit_text=span(text, unit.start, unit.end),
        unit_inferred=unit.inferred,
    )  # fmt: skip


def _counts(match: re.Match[str], text: str) -> bool:
    """Whether the article counts one of the unit."""
    surface = match["unit"].lower()
    if surface in POINTS or _stands_alone(match, text):
        return not _before(_part_of(), match, text)
    if _sort(f"{TIMES}|{LENGTHS}", surface) and _is_compared(match, text):
        return True
    if _sort(WEIGHTS, surface) and _before(_weighing(), match, text):
        return not _no_money_after().match(text, match.end())
    if _sort(TIMES, surface):
        return _before(_lasting(), match, text) and not _no_time_after().match(text, match.end())
    if _sort(f"{LENGTHS}|{OTHERS}", surface) and _before(_bound(), match, text):
        return True
    if _sort(f"{LENGTHS}|{OTHERS}", surface) and _of_stuff().match(text, match.end()):
        return _before(_leaving(), match, text)
    if _sort(LENGTHS, surface) and _extent_after().match(text, match.end()):
        return True
    return _is_paid(match, text)


def _is_held_against(match: re.Match[str], text: str) -> bool:
    """As in "8% more than a year ago", which is no duration."""
    return bool(_past_after().match(text, match.end())) and _before(_amount_more(), match, text)


def _is_compared(match: re.Match[str], text: str) -> bool:
    """As in "more than an hour passed", "about a week later"."""
    if _no_time_after().match(text, match.end()):
        return False
    return _before(_strictly(), match, text) or (
        _before(_loosely(), match, text) and bool(_span_after().match(text, match.end()))
    )


def _is_paid(match: re.Match[str], text: str) -> bool:
    if not _sort(CURRENCIES, match["unit"].lower()):
        return False
    return _before(_paying(), match, text) and not _no_money_after().match(text, match.end())


def _stands_alone(match: re.Match[str], text: str) -> bool:
    """Whether the text is this phrase and little else: "an hour", "about a mile", "a cup of tea"."""
    if len(text) > REACH or match["article"].lower() == "one":
        return False
    return bool(_hedge_only().fullmatch(text[: match.start()]) and _of_only().fullmatch(text[match.end() :]))


def _sort(names: str, surface: str) -> bool:
    return surface in names.split("|")


def _before(pattern: re.Pattern[str], match: re.Match[str], text: str) -> bool:
    return bool(pattern.search(text, max(0, match.start() - REACH), match.start()))


@cache
def _one() -> re.Pattern[str]:
    units = "|".join((TIMES, LENGTHS, WEIGHTS, OTHERS, CURRENCIES, *POINTS))
    return re.compile(rf"\b(?P<article>an?|one) (?P<unit>{units})\b(?!['’-])", re.IGNORECASE)


@cache
def _and_fraction() -> re.Pattern[str]:
    return re.compile(
        r" and a (half|quarter)\b(?! (?:dozen|hour|mile|million|billion|hundred|thousand)\b)", re.IGNORECASE
    )


@cache
def _part_of() -> re.Pattern[str]:
    """What makes the article part of a fraction or a rate: "half a percentage point", "of a percentage point"."""
    return re.compile(r"\b(?:half|of|quarter|third|as|per) \Z", re.IGNORECASE)


@cache
def _lasting() -> re.Pattern[str]:
    """A verb of lasting, perhaps with hedges, or a bound alone: "more than | a week"."""
    verbs = (
        "last|lasts|lasted|lasting|take|takes|took|taken|taking|wait|waits|waited|waiting|spend|spends|spent|spending|"
        "run|runs|ran|running|serve|serves|served|serving|stay|stays|stayed|staying|need|needs|needed"
    )
    return re.compile(rf"\b(?:{verbs}){HEDGES} \Z|{_bound().pattern}", re.IGNORECASE)


@cache
def _bound() -> re.Pattern[str]:
    bounds = r"(?:more|less|longer|shorter) than|nearly|almost|at least|just (?:under|over)"
    return re.compile(rf"\b(?:{bounds}) \Z", re.IGNORECASE)


@cache
def _leaving() -> re.Pattern[str]:
    """A verb or place of what is measured: "left | a metre of silt", "under | a foot of water"."""
    verbs = (
        "leave|leaves|left|leaving|dump(?:ed|s)?|under|with|beneath|adds?|added|need(?:ed|s)?|used?|uses|lost|lose|"
        "drank|drinks?|took|takes?|get|gets|got|bring|brings|brought|dropped|laid|had|has|have|by|produced?|held|holds?"
    )
    return re.compile(rf"\b(?:{verbs}){HEDGES} \Z", re.IGNORECASE)


@cache
def _of_stuff() -> re.Pattern[str]:
    return re.compile(r" of (?!the\b|his\b|her\b|its\b|their\b)[a-z]+", re.IGNORECASE)


@cache
def _weighing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:weighs?|weighed|weighing){HEDGES} \Z", re.IGNORECASE)


@cache
def _strictly() -> re.Pattern[str]:
    words = "(?:more|less|longer|shorter|further|farther) than|nearly|almost|at least|at most|roughly|approximately"
    return re.compile(rf"\b(?:{words}|just (?:over|under)|(?:well|little) over) \Z", re.IGNORECASE)


@cache
def _loosely() -> re.Pattern[str]:
    return re.compile(r"\b(?:about|around|over|under|up to) \Z", re.IGNORECASE)


@cache
def _past_after() -> re.Pattern[str]:
    return re.compile(r" (?:ago|earlier|previously|before(?=[.,;:)]| and\b| but\b|\s*\Z))\b", re.IGNORECASE)


@cache
def _amount_more() -> re.Pattern[str]:
    """An amount that is held against a time: "8% more than | a year ago"."""
    return re.compile(r"(?:\d%?|\b(?:per ?cent|points?|pence|cents?|tonnes?)) (?:more|less) than \Z", re.IGNORECASE)


@cache
def _span_after() -> re.Pattern[str]:
    words = "later|ago|in|away|before|after|earlier|long|old|passed|remained|went|to|from|apart|north|south|east|west"
    return re.compile(rf" (?:{words})\b|[.,;!?)]|\s*\Z", re.IGNORECASE)


@cache
def _paying() -> re.Pattern[str]:
    verbs = "costs?|costing|pays?|paid|paying|owes?|owed|owing|charges?|charged|worth|spend|spends|spent|bets?"
    return re.compile(rf"\b(?:{verbs}){HEDGES} \Z", re.IGNORECASE)


@cache
def _no_time_after() -> re.Pattern[str]:
    """What makes the unit part of another noun: "a day trip", "a second chance"."""
    goes_on = "to|for|in|at|or|and|before|after|when|while|if|per|as|on|of|with|longer|more"
    return re.compile(rf" (?:off|trip|job)\b|(?<=second)(?! (?:{goes_on})\b) \w", re.IGNORECASE)


@cache
def _no_money_after() -> re.Pattern[str]:
    return re.compile(r" (?:\d|note|coin|bill|of)\b", re.IGNORECASE)


@cache
def _extent_after() -> re.Pattern[str]:
    return re.compile(r" (?:long|wide|high|tall|deep|thick|across|away|in (?:length|width|height|depth|diameter))\b")


@cache
def _hedge_only() -> re.Pattern[str]:
    hedges = (
        "about|around|nearly|almost|over|under|more than|less than|at least|at most|up to|roughly|only|just|exactly"
    )
    return re.compile(rf"\s*(?:(?:{hedges}) ){{0,2}}", re.IGNORECASE)


@cache
def _of_only() -> re.Pattern[str]:
    return re.compile(r"(?: of [a-z]+(?: [a-z]+)?)?[.!\s]*", re.IGNORECASE)
