"""A quantity as claimx returns it: a frozen pydantic model with exact decimals, and what one can ask it.

All offsets are half-open code point offsets into the text that was passed in.
"""

from __future__ import annotations

from decimal import Decimal  # noqa: F401 — the examples below use it
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from claimx.exact import ExactDecimal, ExactFraction, grouped
from claimx.spans import Model, Span

if TYPE_CHECKING:
    import pint

    from claimx.intervals import Interval

SCHEMA_VERSION: Literal["1"] = "1"

Comparator = Literal["=", "~", "~<", "~>", "<", "<=", ">", ">="]
Statistic = Literal["mean", "median", "max", "min", "total"]


class Quantity(Model):
    """A number with its unit, as the text states it, normalised and exact.

    `text`, `start` and `end` hold number, sign, magnitude and unit of measure, modifiers left out.

    >>> spending = Quantity(kind="money", value=Decimal(5), unit="USD", text="$5", start=0, end=2,
    ...                     number=Span(text="5", start=1, end=2))
    >>> str(spending)
    '5 USD'
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    kind: str
    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    comparator: Comparator = "="
    unit: str | None = None
    total: ExactDecimal | None = None
    ratio: ExactFraction | None = None
    exact: bool = True
    per: str | None = None
    tolerance: ExactDecimal | None = None
    statistic: Statistic | None = None
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    number: Span
    unit_text: Span | None = None
    unit_inferred: bool = False
    parts: tuple[Quantity, ...] = ()

    def __str__(self) -> str:
        number = grouped(self.value) if self.value is not None else f"{grouped(self.low)}..{grouped(self.high)}"
        number = number if self.ratio is None else str(self.ratio)
        bound = "" if self.comparator == "=" else f"{self.comparator} "
        total = f" of {grouped(self.total)}" if self.total is not None else ""
        tolerance = f" ± {grouped(self.tolerance)}" if self.tolerance is not None else ""
        unit = f" {self.unit}" if self.unit else ""
        per = "" if not self.per else " each" if self.per == "each" else f" per {self.per}"
        return f"{bound}{number}{tolerance}{total}{unit}{per}"

    @property
    def interval(self) -> Interval:
        """The values that the quantity allows: its value or range, opened by the comparator, widened by a tolerance.

        >>> at_least = Quantity(kind="count", value=Decimal(3), comparator=">=", text="3", start=0, end=1,
        ...                     number=Span(text="3", start=0, end=1))
        >>> str(at_least.interval)
        '[3, ∞)'
        """
        from claimx.intervals import interval_of  # here, as below: finding quantities needs no intervals

        return interval_of(self)

    def is_comparable(self, other: Quantity) -> bool:
        """Whether the two are amounts of the same thing: of one dimension, currency or counted noun, at the same rate.

        >>> number = Span(text="5", start=0, end=1)
        >>> mile = Quantity(kind="measure", value=Decimal(5), unit="mile", text="5", start=0, end=1, number=number)
        >>> [mile.is_comparable(mile.model_copy(update={"unit": unit})) for unit in ("kilometer", "hour")]
        [True, False]
        """
        from claimx.intervals import comparable

        return comparable(self, other)

    def overlaps(self, other: Quantity) -> bool:
        """Whether some value is allowed by both, the other's converted first.

        Raises `UnitError` where the two do not compare, as euros and dollars, or miles and hours.

        >>> number = Span(text="5", start=0, end=1)
        >>> mile = Quantity(kind="measure", value=Decimal(5), unit="mile", text="5", start=0, end=1, number=number)
        >>> mile.overlaps(mile.model_copy(update={"unit": "kilometer", "comparator": ">"}))
        True
        """
        from claimx.intervals import alike

        one, two = alike(self, other)
        return one.overlaps(two)

    def contains(self, other: Quantity) -> bool:
        """Whether every value that the other allows is allowed by this one, the other's converted first.

        Raises `UnitError` where the two do not compare.

        >>> number = Span(text="5", start=0, end=1)
        >>> share = Quantity(kind="percent", value=Decimal(20), unit="percent", text="5", start=0, end=1, number=number)
        >>> least = share.model_copy(update={"comparator": ">=", "value": Decimal("0.1"), "unit": "fraction"})
        >>> least.contains(share), share.contains(least)
        (True, False)
        """
        from claimx.intervals import alike

        one, two = alike(self, other)
        return one.contains(two)

    def to(self, unit: str) -> Quantity:
        """The same quantity in another unit of measure, exactly where pint can.

        Raises `UnitError` for an unknown unit or another dimension, and for money, which has no fixed rate.

        >>> mile = Quantity(kind="measure", value=Decimal(2), unit="mile", text="2 miles", start=0, end=7,
        ...                 number=Span(text="2", start=0, end=1))
        >>> str(mile.to("kilometer"))
        '3.218688 kilometer'
        """
        from claimx.units.conversion import convert  # imported here: units is the only home of pint, and stands higher

        return convert(self, unit)

    def to_pint(self, registry: pint.UnitRegistry[Any] | None = None) -> Any:
        """A pint quantity of the value, in the application registry or the one given.

        Raises `UnitError` for a range, money or a count of things, which pint does not know.

        >>> mile = Quantity(kind="measure", value=Decimal(2), unit="mile", text="2 miles", start=0, end=7,
        ...                 number=Span(text="2", start=0, end=1))
        >>> str(mile.to_pint())
        '2 mile'
        """
        from claimx.units.conversion import to_pint

        return to_pint(self, registry)
