"""Units with an article, or a fraction behind: "a year and three months", "a buck fifty", "three miles and a half"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.numbers import numerals
from claimx.parsers.base import span, unchecked
from claimx.parsers.compounds import LADDER
from claimx.units.tables import decimals

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import UnitMatch, Units

FRACTIONS = MappingProxyType({"a half": "0.5", "half": "0.5", "a quarter": "0.25", "three quarters": "0.75"})


def with_article(quantity: Quantity, text: str, units: Units) -> Quantity | None:
    """The quantity with the one of a larger unit before it: "an hour and 20 minutes", "a dollar and 25 cents".

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.recognize import recognize
    >>> from claimx.units import Units
    >>> text = "It took a year and three months. It costs a buck fifty."
    >>> [str(quantity) for quantity in recognize(text, DEFAULT_PARSERS, Units.default())]
    ['15 month', '1.50 USD']
    """
    value = quantity.value
    if not _may_have_article(text, quantity.start, units):
        return None
    match = _article_unit().search(text, max(0, quantity.start - 40), quantity.start)
    if match is None or value is None or value <= 0 or quantity.total is not None:
        return None
    if quantity.kind == "measure":
        larger = units.measure_at(text, match.start("unit"))
        factor = LADDER.get((larger.unit, quantity.unit or "")) if larger else None
        whole = factor if factor and value < factor else None
    else:
        larger = units.currency_at(text, match.start("unit"))
        value = _cents(quantity, larger, text, units, joined=bool(match["and"].strip()))
        whole = Decimal(1) if value is not None else None
    if larger is None or larger.end != match.end("unit") or larger.factor != 1 or whole is None or value is None:
        return None
    unit = quantity.unit if quantity.kind == "measure" else larger.unit
    return _from_article(quantity, match, numerals.plain(numerals.EXACT.add(whole, value)), unit, larger, text)


def _from_article(
    quantity: Quantity, match: re.Match[str], value: Decimal, unit: str | None, larger: UnitMatch, text: str
) -> Quantity:
    start = match.start("article")
    kind = "measure" if quantity.kind == "measure" else "money"
    one = unchecked(
        kind=kind, value=Decimal(1), unit=larger.unit, text=text[start : larger.end], start=start, end=larger.end,
        number=span(text, start, match.end("article")), unit_text=span(text, larger.start, larger.end),
    )  # fmt: skip
    changed: dict[str, object] = {"kind": kind, "value": value, "unit": unit, "start": start}
    changed["text"] = text[start : quantity.end]
    changed["number"] = span(text, start, quantity.number.end)
    changed["unit_text"] = quantity.unit_text or one.unit_text
    changed["unit_inferred"] = quantity.unit_inferred or larger.inferred
    return quantity.model_copy(update={**changed, "parts": (one, quantity)})


def _cents(quantity: Quantity, larger: UnitMatch | None, text: str, units: Units, *, joined: bool) -> Decimal | None:
    """What the quantity adds to one of a currency: its minor units, or tens of them left unnamed."""
    if larger is None or quantity.value is None:
        return None
    if quantity.kind == "money" and quantity.value < 1 and quantity.unit_text:
        factor = units.minor_factor(larger.unit, quantity.unit_text.text)
        return quantity.value if factor and quantity.unit_text.start >= quantity.number.end else None
    if quantity.kind != "number" or joined or decimals().get(larger.unit) != 2:
        return None
    fits = 10 <= quantity.value < 100 and _amount_ends().match(text, quantity.end)
    return numerals.times(quantity.value, Decimal("0.01")) if fits else None


def with_half(quantity: Quantity, text: str) -> Quantity | None:
    """The quantity with the fraction of its unit that stands behind it: "three miles and a half".

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.recognize import recognize
    >>> from claimx.units import Units
    >>> [str(quantity) for quantity in recognize("Three miles and a half on.", DEFAULT_PARSERS, Units.default())]
    ['3.5 mile']
    """
    is_more = text[quantity.end : quantity.end + 5].lower() == " and "
    match = _and_fraction().match(text, quantity.end) if is_more else None
    if match is None or quantity.value is None or quantity.kind not in {"measure", "money"} or quantity.parts:
        return None
    if quantity.value != quantity.value.to_integral_value() or quantity.per:
        return None
    value = numerals.EXACT.add(quantity.value, Decimal(FRACTIONS[match[1].lower()]))
    end = match.end()
    return quantity.model_copy(update={"value": value, "end": end, "text": text[quantity.start : end]})


def _may_have_article(text: str, end: int, units: Units) -> bool:
    """Whether a unit with an article, and perhaps "and", stand right before an offset: a quick look, for most."""
    near = text[max(0, end - 40) : end].lower()
    if "a " not in near and "an " not in near:
        return False
    words = near.replace("-", " ").replace(",", " ").split()
    unit = words.pop()
    if unit == "and" and words:
        unit = words.pop()
    is_one = words != [] and words[-1].lstrip('.;:(“"') in {"a", "an"}
    return is_one and (unit in units.measures.longest or unit in units.currencies.longest)


@cache
def _article_unit() -> re.Pattern[str]:
    """A unit with an article where no rate ends: "for a year and", but not "twice a year and"."""
    before = (
        "for|of|in|after|within|than|about|around|nearly|almost|over|only|just|is|was|are|were|takes?|took|taken|taking|"
        "spen[dt]|spends|spending|lasts?|lasted|lasting|needs?|needed|serves?|served|costs?|pays?|paid|owes?|owed|"
        "charges?|charged|another|least|to|at|under|roughly|approximately|some|with|has|had|by|up|that|waits?|waited|"
        "weighs?|weighed|measures?|and|be|exactly|or"
    )
    return re.compile(
        rf"(?:\A|[\n.;:(“\"] ?|\b(?:{before}) )(?P<article>an?) (?P<unit>[a-z]+)(?P<and> and |, and |, |-and-| )\Z",
        re.IGNORECASE,
    )


@cache
def _amount_ends() -> re.Pattern[str]:
    return re.compile(
        r"[.;:!?)](?!\d)|,(?! ?\d)|\s*\Z| (?:for|per|each|a|in|on|to|and|or|from|at|apiece|with|now|then)\b"
    )


@cache
def _and_fraction() -> re.Pattern[str]:
    words = (
        "long|wide|high|tall|deep|thick|later|ago|after|before|away|from|to|in|on|at|for|and|or|each|per|old|with|by|"
        "went|passed|remained|is|was|are|were|has|had|down|up|off|than|across|further|apart|until|when|if|but|as|while"
    )
    of = r"of(?! (?:the|them|its?|his|her|their|all)\b)"
    follows = rf"(?=[.,;:!?)—]|\s*\Z| (?:{words}|{of})\b)"
    return re.compile(rf" and (a half|a quarter|three quarters)\b{follows}", re.IGNORECASE)
