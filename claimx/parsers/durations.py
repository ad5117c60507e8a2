"""Durations in glued symbols ("1h30m"), and the range of "a year or two"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.parsers.base import span, unchecked

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.units import Units

CLOCK: Mapping[str, tuple[str, int]] = MappingProxyType(
    {"days": ("day", 1000), "hours": ("hour", 24), "minutes": ("minute", 60), "seconds": ("second", 60)}
)

# What the first of two counts or more has behind it.
CLOCK_SYMBOLS = frozenset("d h hr hrs m mn min mins".split())


def clocked(text: str) -> Iterator[Quantity]:
    """The durations written in glued symbols: "1h30m", "1h 30m", "2m30s", "1d 4h", "1h05".

    >>> [str(quantity) for quantity in clocked("It ran 1h30m, then 2m 30s, then 1h05.")]
    ['90 minute', '150 second', '65 minute']
    """
    for match in _clocked().finditer(text) if _symbol().search(text) else ():
        names = [name for name in CLOCK if match[name]]
        steps = "".join(name[0] for name in names)
        if len(names) < 2 or steps not in "dhms":
            continue
        value = Decimal(0)
        for name in names:
            count, step = Decimal(match[name]), CLOCK[name][1]
            if name != names[0] and count >= step:
                break
            value = value * step + count
        else:
            starts = [*(match.start(name) for name in names[1:]), match.end()]
            parts = tuple(_clock_part(text, match, *one) for one in zip(names, starts, strict=True))
            start, end = match.start(), parts[-1].end
            changed = {"value": value, "start": start, "text": text[start:end], "parts": parts}
            yield parts[-1].model_copy(update={**changed, "number": span(text, start, match.end(names[-1]))})


def _clock_part(text: str, match: re.Match[str], name: str, end: int) -> Quantity:
    """One count of a clocked duration with its symbol, which may be understood ("1h05")."""
    start, stop = match.span(name)
    end = start + len(text[start:end].rstrip())
    return unchecked(
        kind="measure", value=Decimal(match[name]), unit=CLOCK[name][0], text=text[start:end], start=start, end=end,
        number=span(text, start, stop), unit_text=span(text, stop, end) if stop < end else None,
    )  # fmt: skip


def a_thing_or_two(quantity: Quantity, text: str, units: Units) -> Quantity | None:
    """The range of one to two: "a pick or two", "a year or two".

    >>> from claimx.claims import Quantity
    >>> from claimx.units import Units
    >>> text = "a year or two"
    >>> two = Quantity(kind="number", value=Decimal(2), text="two", start=10, end=13, number=span(text, 10, 13))
    >>> str(a_thing_or_two(two, text, Units.default()))
    '1..2 year'
    """
    if quantity.kind != "number" or quantity.value is None or quantity.low is not None or quantity.total is not None:
        return None
    is_or = text[max(0, quantity.start - 4) : quantity.start].lower() == " or "
    match = _thing_or().search(text, max(0, quantity.start - 32), quantity.start) if is_or else None
    if match is None or not 1 < quantity.value <= 3:
        return None
    start = match.start(1)
    changed = {
        "value": None,
        "low": Decimal(1),
        "high": quantity.value,
        "start": start,
        "text": text[start : quantity.end],
    }
    unit = units.measure_at(text, match.start("noun"))
    if unit is None or unit.end != match.end("noun") or unit.factor != 1:
        return quantity.model_copy(update=changed)
    unit_text = span(text, unit.start, unit.end)
    return quantity.model_copy(update={**changed, "kind": "measure", "unit": unit.unit, "unit_text": unit_text})


@cache
def _thing_or() -> re.Pattern[str]:
    return re.compile(r"\b(an?|one) (?P<noun>[a-z]+) or \Z", re.IGNORECASE)


@cache
def _symbol() -> re.Pattern[str]:
    """A digit with a symbol glued to it: a quick look, for most texts."""
    return re.compile("[0-9][dhm]")


@cache
def _clocked() -> re.Pattern[str]:
    """Counts with their symbols glued, from days down to seconds; the minutes of "1h05" have none."""
    return re.compile(
        r"(?=[0-9])(?<![\w.,:/-])(?=[0-9]{1,3}(?:d|h|m))(?:(?P<days>[0-9]{1,3})d ?)?"
        r"(?:(?P<hours>[0-9]{1,3})(?:h|hrs?) ?)?"
        r"(?:(?P<minutes>[0-9]{1,2})(?:mins?|mn?|(?<=h[0-9]{2})) ?)?(?:(?P<seconds>[0-9]{1,2})s(?:ecs?)?)?(?<! )"
        r"(?![\w²³]|[.,/][0-9])"
    )
