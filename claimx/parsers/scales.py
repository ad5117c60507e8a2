"""Scales stated once for a table: "($ in millions)", "€ thousand", "in billions of yen" above its rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimx import numerals
from claimx.parsers.base import scaled

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import UnitMatch, Units


FARTHEST = 20_000
SCALE_GROUPS = ("scale", "scale2", "scale3", "scale4")
SIGN_GROUPS = ("sign", "sign2", "sign3", "sign4")
NAME_GROUPS = ("name", "name3")


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale stated at `start`, which holds from `end` on, with the currency or unit it names, if it names one."""

    start: int
    end: int
    factor: Decimal
    currency: UnitMatch | None
    measure: UnitMatch | None = None

    def moved(self, by: int) -> Scale:
        """The same scale, seen from a block that begins `by` characters later; it may then end before its begin."""
        return replace(self, start=self.start - by, end=self.end - by)


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
    for match in _stated().finditer(text):
        groups = match.groupdict()
        scale = next(groups[name] for name in SCALE_GROUPS if groups[name])
        sign = next((name for name in SIGN_GROUPS if groups[name]), None)
        name = next((name for name in NAME_GROUPS if groups[name]), None)
        before = units.currency_before(text, match.end(sign)) if sign else None
        named = units.currency_at(text, match.start(name)) if name else None
        measure = units.measure_at(text, match.start(name)) if name and named is None else None
        yield Scale(match.start(), match.end(), _factor(scale.lower()), before or named, measure)


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


@cache
def _stated() -> re.Pattern[str]:
    """In brackets ("($ in millions)", "(£m)"), or as a heading: "Amounts in € thousand", "Sales, in millions: 5"."""
    word = r"(?:hundreds?|thousands?|millions?|billions?|trillions?|lakhs?|crores?)"
    short = r"(?:['’]?000s?|bn|mn|m|k)"
    sign = r"(?:US\$|\$|€|£|¥|₹|USD|EUR|GBP|CHF|JPY|INR)"
    name = r"(?:US )?[A-Za-z]+"
    about = (
        r"(?:all |figures |amounts |numbers |values |stated |expressed |shown |are |USD |unless otherwise stated )*?"
    )
    bracketed = (
        rf"[(\[]{about}(?:in )?(?:(?P<sign>{sign})? ?(?:in )?(?P<scale>{word})(?: of (?P<name>{name}))?"
        rf"|(?P<sign2>{sign})[ ]?(?P<scale2>{short}))(?:,[^)\]\n]{{0,40}})?[)\]]"
    )
    heading = (
        r"(?:(?<=, )|(?:(?<=\n)|\A)(?=[Ii]n [a-z]+,)|"
        r"\b(?:figures|amounts|numbers|values|sums|totals)(?: are)?(?: \w+)? )in "
        rf"(?:(?P<sign3>{sign})? ?(?P<scale3>{word})(?: of (?P<name3>{name}))?"
        rf"|(?P<sign4>{sign})[ ]?(?P<scale4>{short}))"
        r"(?=[.:,]?[ \t]*(?:\n|\Z)|: ?[-−]?[$€£]?[-−]?[\d(]|, except[^\n]{0,60}\n)"
    )
    return re.compile(rf"{bracketed}|{heading}", re.IGNORECASE)


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
