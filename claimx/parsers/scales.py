"""Scales stated once for a table: "($ in millions)", "€ thousand", "in billions of yen" above its rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.numbers import numerals
from claimx.parsers.base import scaled

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import UnitMatch, Units


FARTHEST = 20_000
SIGNS = r"US\$|\$|€|£|¥|₹|USD|EUR|GBP|CHF|JPY|INR"
NAMES = (*numerals.PLURAL_SCALES, *numerals.SCALES, *numerals.SCALE_SIGNS, *map(str.lower, numerals.SCALE_LETTERS))
# The words of which a text that states a scale holds one: "million", "m", "usdm".
SCALES = frozenset(f"{sign}{name}" for sign in ("", *filter(str.isalpha, SIGNS.lower().split("|"))) for name in NAMES)


class Scale(NamedTuple):
    """A scale stated at `start`, which holds from `end` on, with the currency or unit it names, if it names one."""

    start: int
    end: int
    factor: Decimal
    currency: UnitMatch | None
    measure: UnitMatch | None = None

    def moved(self, by: int) -> Scale:
        """The same scale, seen from a block that begins `by` characters later; it may then end before its begin."""
        return self._replace(start=self.start - by, end=self.end - by)


def may_state_scale(text: str, words: AbstractSet[str]) -> bool:
    """Whether a text of these words holds the name of a scale: a quick look, for most texts."""
    return not SCALES.isdisjoint(words) or "000" in text


def scales_of(text: str, units: Units) -> list[Scale]:
    """The scales that a text states for its tables, in order.

    >>> from claimx.units import Units
    >>> [(scale.factor, scale.currency.unit) for scale in scales_of("Sales (£ thousand)", Units.default())]
    [(Decimal('1000'), 'GBP')]
    """
    return list(_scales(text, units))


def rescaled(quantities: Iterable[Quantity], text: str, scales: Sequence[Scale]) -> Iterator[Quantity]:
    r"""The quantities, those in the rows of a table times the scale that is stated above it, marked as inferred.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.recognize import recognize
    >>> from claimx.units import Units
    >>> table = "(in millions of dollars)\nRevenue\t5.2\nTax (3.1)\n"
    >>> [str(quantity) for quantity in recognize(table, DEFAULT_PARSERS, Units.default())]
    ['5,200,000 USD', '-3,100,000 USD']
    """
    starts = [scale.start for scale in scales]
    for quantity in quantities:
        at = bisect_right(starts, quantity.start)
        if at == 0:
            yield quantity
        elif (scale := scales[at - 1]).end <= quantity.start:  # else it is the scale itself
            yield _times(quantity, scale, text) if _is_cell(quantity, scale, text) else quantity


def is_scaled(scales: Sequence[Scale], start: int, end: int, text: str) -> bool:
    """Whether a number stands in a row below a scale, so that it is neither a label nor a footnote mark."""
    above = [scale for scale in scales if scale.end <= start]
    return bool(above) and _in_table(above[-1], start, end, text)


def _scales(text: str, units: Units) -> Iterator[Scale]:
    bracketed = _bracketed().finditer(text) if "(" in text or "[" in text else ()
    headings = _heading().finditer(text) if "in " in text or "In " in text else ()
    headed = (match for match in headings if _heads(match, text))
    for match in sorted((*bracketed, *headed), key=re.Match.start):
        sign = match["sign"] or match["short_sign"]
        before = units.currency_before(sign, len(sign)) if sign else None
        named = units.currency_at(text, match.start("name")) if match["name"] else None
        measure = units.measure_at(text, match.start("name")) if match["name"] and named is None else None
        scale = match["scale"] or match["short"]
        yield Scale(match.start(), match.end(), _factor(scale.lower()), before or named, measure)


def _heads(match: re.Match[str], text: str) -> bool:
    """Whether "in millions" stands where a heading has it: behind a comma or "amounts", or first in its line."""
    if _heading_before().search(text, max(0, match.start() - 32), match.start()):
        return True
    return text[match.start() - 1 : match.start()] in {"", "\n"} and text[match.end() : match.end() + 1] == ","


def _factor(scale: str) -> Decimal:
    """What a scale's word or sign is worth: "millions", "bn", "'000s"."""
    if "000" in scale:
        return Decimal(1000)
    word = numerals.PLURAL_SCALES.get(scale) or numerals.SCALES.get(scale) or numerals.SCALE_SIGNS.get(scale)
    return word or numerals.SCALE_LETTERS[scale]


def _is_cell(quantity: Quantity, scale: Scale, text: str) -> bool:
    """Whether a bare number or amount stands in a table below the scale, or right behind the scale on its line."""
    if quantity.kind not in {"number", "money"} or quantity.value is None or quantity.per:
        return False
    if quantity.number.text.strip("+-−")[-1:].isalpha():
        return False
    return _in_table(scale, quantity.start, quantity.end, text)


def _in_table(scale: Scale, start: int, end: int, text: str) -> bool:
    begin = max(0, scale.end)
    if scale.end >= 0 and _same_line().fullmatch(text, begin, start):
        return True
    if start - scale.end > FARTHEST or "\n\n\n" in text[begin:start]:
        return False
    if scale.end >= 0 and "\n" not in text[begin:start]:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(_cell().search(line[-200:])) or _is_row(line, text, end)


def _is_row(line: str, text: str, end: int) -> bool:
    """Whether a line is a label and one number: "Subscribers 845"."""
    return bool(_label().fullmatch(line)) and bool(_line_end().match(text, end))


def _times(quantity: Quantity, scale: Scale, text: str) -> Quantity:
    value = scaled(quantity.value, scale.factor)
    bracketed = text[quantity.start - 1 : quantity.start] == "(" and text[quantity.end : quantity.end + 1] == ")"
    if bracketed and value is not None:
        value = -abs(value)
    changed: dict[str, object] = {"value": value, "unit_inferred": True}
    if quantity.kind == "number" and scale.currency is not None:
        changed |= {"kind": "money", "unit": scale.currency.unit}
    if quantity.kind == "number" and scale.measure is not None and scale.measure.factor == 1:
        changed |= {"kind": "measure", "unit": scale.measure.unit}
    return quantity.model_copy(update=changed)


def _scale(within: str) -> str:
    """A scale with its sign or the name of what is scaled: "$ millions", "thousands of tonnes", "£m", "€'000"."""
    word = r"(?:hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?)"
    return (
        rf"(?:(?P<sign>{SIGNS})? ?{within}(?P<scale>{word})(?: of (?P<name>(?:US )?[A-Za-z]+))?"
        rf"|(?P<short_sign>{SIGNS}) ?(?P<short>['’]?000s?|bn|mn|m|k))"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    """As in "($ in millions)", "(£m)", "(amounts in thousands of euros, unless stated otherwise)"."""
    about = "all |figures |amounts |numbers |values |stated |expressed |shown |are |USD |unless otherwise stated "
    return re.compile(rf"[(\[](?:{about})*?(?:in )?{_scale('(?:in )?')}(?:,[^)\]\n]{{0,40}})?[)\]]", re.IGNORECASE)


@cache
def _heading() -> re.Pattern[str]:
    """As in "Amounts in € thousand", "Sales, in millions of euros: 5"."""
    ends = r"(?=[.:,]?[ \t]*(?:\n|\Z)|: ?[-−]?[$€£]?[-−]?[\d(]|, except[^\n]{0,60}\n)"
    return re.compile(rf"[Ii](?<!\w[Ii])n (?i:{_scale('')}){ends}")


@cache
def _heading_before() -> re.Pattern[str]:
    return re.compile(r"(?:, |\b(?:figures|amounts|numbers|values|sums|totals)(?: are)?(?: \w+)? )\Z", re.IGNORECASE)


@cache
def _same_line() -> re.Pattern[str]:
    return re.compile(r"[:=]?[ \t]{0,3}[-−]?[$€£(]?")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"[^\W\d](?![^\n]{0,60}\bper\b)[^\d\n.!?;]{0,60}[ \t][$€£(-]?")


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"\)?[ \t]*(?:\n|\Z)")


@cache
def _cell() -> re.Pattern[str]:
    return re.compile(r"(?:\t|\||  )[ \t|$€£(-]*\Z")
