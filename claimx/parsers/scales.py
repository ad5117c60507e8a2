"""Scales stated once for a table: "($ in millions)", "€ thousand", "in billions of yen" above its rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimx import numerals
from claimx.parsers.base import scaled

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import UnitMatch, Units


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale that is stated at `start` and holds from `end` on, with the currency it names, if it names one."""

    start: int
    end: int
    factor: Decimal
    currency: UnitMatch | None


def rescaled(quantities: Iterable[Quantity], text: str, units: Units) -> Iterator[Quantity]:
    r"""The quantities, those in the rows of a table times the scale that is stated above it, marked as inferred.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.recognize import recognize
    >>> from claimx.units import Units
    >>> table = "(in millions of dollars)\nRevenue\t5.2\nStaff costs\t3.1\n"
    >>> [str(quantity) for quantity in recognize(table, DEFAULT_PARSERS, Units.default())]
    ['5,200,000 USD', '3,100,000 USD']
    """
    scales = list(_scales(text, units))
    starts = [scale.start for scale in scales]
    for quantity in quantities:
        at = bisect_right(starts, quantity.start)
        if at == 0:
            yield quantity
        elif (scale := scales[at - 1]).end <= quantity.start:  # else it is the scale itself
            yield _times(quantity, scale) if _is_cell(quantity, scale, text) else quantity


def _scales(text: str, units: Units) -> Iterator[Scale]:
    for match in _stated().finditer(text):
        factor = numerals.PLURAL_SCALES.get(match["scale"].lower()) or numerals.SCALES[match["scale"].lower()]
        sign = units.currency_before(text, match.end("sign")) if match["sign"] else None
        named = units.currency_at(text, match.start("name")) if match["name"] else None
        yield Scale(match.start(), match.end(), factor, sign or named)


def _is_cell(quantity: Quantity, scale: Scale, text: str) -> bool:
    """Whether a number stands in a row below the scale: a label and cells, parted by tabs, bars or wide gaps."""
    if (
        quantity.kind not in {"number", "money"}
        or quantity.value is None
        or quantity.number.text.strip("+-−")[-1:].isalpha()
    ):
        return False
    if "\n\n\n" in text[scale.end : min(quantity.start, scale.end + 20_000)] or quantity.start - scale.end > 20_000:
        return False
    line = text[text.rfind("\n", 0, quantity.start) + 1 : quantity.start]
    return "\n" in text[scale.end : quantity.start] and bool(_cell().search(line[-200:]))


def _times(quantity: Quantity, scale: Scale) -> Quantity:
    changed: dict[str, object] = {"value": scaled(quantity.value, scale.factor), "unit_inferred": True}
    if quantity.kind == "number" and scale.currency is not None:
        changed |= {"kind": "money", "unit": scale.currency.unit}
    return quantity.model_copy(update=changed)


@cache
def _stated() -> re.Pattern[str]:
    scale = r"(?P<scale>thousands?|millions?|billions?)"
    name = r"(?: of (?P<name>(?:US )?[A-Za-z]+))?"
    return re.compile(
        rf"[(\[](?:all |figures |amounts |numbers |values |stated |expressed |shown |are |USD )*?"
        rf"(?:in )?(?P<sign>US\$|\$|€|£|USD|EUR|GBP)? ?(?:in )?{scale}{name}(?:,[^)\]\n]{{0,40}})?[)\]]",
        re.IGNORECASE,
    )


@cache
def _cell() -> re.Pattern[str]:
    return re.compile(r"(?:\t|\||  )[ \t|$€£(-]*\Z")
