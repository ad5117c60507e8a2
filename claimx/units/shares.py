"""How numbers of one unit become those of another, and the shares of a whole, which need no table of units for it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

SHARE_NAMES = MappingProxyType({"%": "percent", "‰": "permille", "percentage": "percent"})


class Change(NamedTuple):
    """How numbers of one unit become those of another, `unit`: `number * factor + offset`.

    >>> fahrenheit = Change("degree_Fahrenheit", Fraction(9, 5), Fraction(32))
    >>> fahrenheit.of(Fraction(100)), fahrenheit.difference(Fraction(5))
    (Fraction(212, 1), Fraction(9, 1))
    """

    unit: str
    factor: Fraction
    offset: Fraction = Fraction(0)

    def of(self, number: Fraction) -> Fraction:
        """The number in the other unit."""
        return number * self.factor + self.offset

    def difference(self, number: Fraction) -> Fraction:
        """A difference of two numbers in the other unit."""
        return number * self.factor


def is_share(unit: str | None) -> bool:
    """Whether this is the unit of a share of a whole; a percentage point is a step between shares.

    >>> is_share("permille"), is_share("percentage_point")
    (True, False)
    """
    return unit in _percents()


def share_change(source: str | None, target: str) -> Change | None:
    """The change from one share to another; none if one of the two is no share.

    A basis point may be meant as a share or as a step, so it changes into percentage points too.

    >>> share_change("fraction", "percent").factor, share_change("percentage_point", "basis_point").factor
    (Fraction(100, 1), Fraction(100, 1))
    >>> share_change("percentage_point", "percent") is None
    True
    """
    target = SHARE_NAMES.get(target, target)
    sizes = dict(_percents())
    if {source, target} == {"percentage_point", "basis_point"}:
        sizes["percentage_point"] = Fraction(1)
    size, goal = sizes.get(source or ""), sizes.get(target)
    return Change(target, size / goal) if size and goal else None


@cache
def _percents() -> Mapping[str, Fraction]:
    """What one of each is in percent."""
    percents = {"percent": Fraction(1), "fraction": Fraction(100), "permille": Fraction("0.1")}
    return MappingProxyType({**percents, "basis_point": Fraction("0.01")})
