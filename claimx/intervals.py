"""The values that a quantity allows, as an interval, and how the intervals of two quantities compare.

Nothing is rounded on the way: the other quantity's ends are converted as fractions. What is called comparable here is
described for users in docs/intervals.md.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimx.errors import ArgumentError, UnitError
from claimx.exact import EXACT, ExactDecimal, fixed_point
from claimx.spans import Model

if TYPE_CHECKING:
    from claimx.claims import Quantity

COUNTED = frozenset({"count", "number"})
UNCONVERTED = COUNTED | {"money"}


class Bounds(NamedTuple):
    """An interval with ends as fractions; an end that is `None` is unbounded.

    >>> Bounds(Fraction(1, 3), None, True, False).contains(Bounds(Fraction(2, 3), Fraction(2, 3), True, True))
    True
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool
    high_closed: bool

    @property
    def is_empty(self) -> bool:
        """Whether no number lies between the ends, as in (2, 2]."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def overlaps(self, other: Bounds) -> bool:
        """Whether some number lies in both."""
        return not (self.is_empty or other.is_empty or self._ends_before(other) or other._ends_before(self))

    def contains(self, other: Bounds) -> bool:
        """Whether every number of the other lies in this one; nothing has none, and so lies in everything."""
        return other.is_empty or (self._begins_by(other) and self._lasts_for(other))

    def changed(self, change: Callable[[Fraction], Fraction]) -> Bounds:
        """The ends in another unit; a change of units keeps their order."""
        low = None if self.low is None else change(self.low)
        return self._replace(low=low, high=None if self.high is None else change(self.high))

    def _ends_before(self, other: Bounds) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.high_closed and other.low_closed))

    def _begins_by(self, other: Bounds) -> bool:
        if self.low is None or other.low is None:
            return self.low is None
        return self.low < other.low or (self.low == other.low and (self.low_closed or not other.low_closed))

    def _lasts_for(self, other: Bounds) -> bool:
        if self.high is None or other.high is None:
            return self.high is None
        return self.high > other.high or (self.high == other.high and (self.high_closed or not other.high_closed))


class Interval(Model):
    """The values that a quantity allows; an end that is `None` is unbounded, and no number is as large as that.

    >>> str(Interval(low=Decimal(2), high=None, low_closed=True, high_closed=False))
    '[2, ∞)'
    >>> Interval(low=Decimal(2), high=Decimal(4)).contains(Decimal(4))
    True
    >>> Interval(low=Decimal(2), high=Decimal(4)).overlaps(Interval(low=Decimal(4), high=Decimal(4), low_closed=False))
    False
    """

    low: ExactDecimal | None
    high: ExactDecimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __str__(self) -> str:
        low = "(-∞" if self.low is None else f"{'[' if self.low_closed else '('}{fixed_point(self.low)}"
        high = "∞)" if self.high is None else f"{fixed_point(self.high)}{']' if self.high_closed else ')'}"
        return f"{low}, {high}"

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it.

        >>> Interval(low=Decimal(4), high=Decimal(4), low_closed=False).is_empty
        True
        """
        return self.bounds.is_empty

    @property
    def bounds(self) -> Bounds:
        """The ends as fractions, for reckoning.

        >>> Interval(low=Decimal("0.5"), high=None).bounds.low
        Fraction(1, 2)
        """
        low, high = (None if end is None else Fraction(end) for end in (self.low, self.high))
        return Bounds(low, high, self.low_closed, self.high_closed)

    def contains(self, other: Interval | Decimal | int) -> bool:
        """Whether a number, or every number of an interval, lies in this one.

        Raises `ArgumentError` for a float, which is not exact, and for anything else.

        >>> within = Interval(low=Decimal(2), high=Decimal(4))
        >>> within.contains(3), within.contains(Interval(low=Decimal(3), high=Decimal(5)))
        (True, False)
        """
        return self.bounds.contains(_bounds_of(other))

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both.

        >>> Interval(low=Decimal(2), high=Decimal(4)).overlaps(Interval(low=Decimal(4), high=None))
        True
        """
        return self.bounds.overlaps(_bounds_of(other))


def _bounds_of(other: object) -> Bounds:
    if isinstance(other, Interval):
        return other.bounds
    if not isinstance(other, (Decimal, int)) or (isinstance(other, Decimal) and not other.is_finite()):
        raise ArgumentError(f"neither an exact number nor an interval: {other!r}", hint='give Decimal("0.1"), not 0.1')
    return Bounds(Fraction(other), Fraction(other), low_closed=True, high_closed=True)


def interval_of(quantity: Quantity) -> Interval:
    """The values that a quantity allows: its value or range, opened by the comparator, widened by a tolerance."""
    is_range = quantity.value is None
    low, high = (quantity.low, quantity.high) if is_range else (quantity.value, quantity.value)
    if quantity.tolerance is not None and low is not None and high is not None:
        low, high = EXACT.subtract(low, quantity.tolerance), EXACT.add(high, quantity.tolerance)
    if quantity.comparator in {"<", "<=", "~<"}:
        return Interval(low=low if is_range else None, high=high, high_closed=quantity.comparator == "<=")
    if quantity.comparator in {">", ">=", "~>"}:
        return Interval(low=low, high=high if is_range else None, low_closed=quantity.comparator == ">=")
    return Interval(low=low, high=high)


def alike(one: Quantity, other: Quantity) -> tuple[Bounds, Bounds]:
    """The bounds of two quantities in the first one's unit; `UnitError` where the two do not compare."""
    ours, theirs = one.interval.bounds, other.interval.bounds
    if one.per != other.per:
        raise _apart(one, other, f"one is per {one.per}, the other per {other.per}")
    if one.unit == other.unit and (one.kind == other.kind or {one.kind, other.kind} <= COUNTED):
        return ours, theirs
    if one.unit is None or other.unit is None or {one.kind, other.kind} & UNCONVERTED:
        raise _apart(one, other, "money and counted things compare with nothing but their like")
    from claimx.units.conversion import change_of  # imported here: units is the only home of pint

    return ours, theirs.changed(change_of(other, one.unit).of)


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether `alike` takes the two."""
    try:
        alike(one, other)
    except UnitError:
        return False
    return True


def _apart(one: Quantity, other: Quantity, why: str) -> UnitError:
    return UnitError(f"cannot compare {one} ({one.kind}) with {other} ({other.kind})", hint=why)
