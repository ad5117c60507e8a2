"""Quantities in other units, exactly: by pint reckoning in fractions, which is loaded here alone; shares without it."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, Inexact, localcontext
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimx.errors import ArgumentError, UnitError
from claimx.units.grammar import canonical
from claimx.units.shares import Change, is_share, share_change

if TYPE_CHECKING:
    import pint

    from claimx.quantity import Quantity

UNITLESS_KINDS = frozenset({"money", "count", "number"})
MOST_DIGITS = 60
NO_CONVERSION = "money and counted things convert into nothing but themselves"
QUOTIENTS = MappingProxyType({"mile_per_hour": "mile / hour", "kilometer_per_hour": "kilometer / hour"})
PINT_SHARES = MappingProxyType({"percentage_point": None, "basis_point": "percent", "fraction": "dimensionless"})


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The quantity in another unit: value, ends and tolerance, the comparator kept, its parts left out.

    Exact where a finite decimal is: else 28 digits and `exact=False`. Raises `UnitError` for an unknown unit, another
    dimension, and for money and counted things, which convert into nothing but themselves.

    >>> from claimx.claims import Quantity, Span
    >>> number = Span(text="1", start=0, end=1)
    >>> heat = Quantity(kind="measure", low=Decimal(50), high=Decimal(212), unit="degree_Fahrenheit", comparator="~",
    ...                 text="50 to 212 °F", start=0, end=12, number=number)
    >>> str(convert(heat, "degree_Celsius"))
    '~ 10..100 degree_Celsius'
    """
    if not isinstance(unit, str):
        raise ArgumentError(f"a unit must be a str, not {type(unit).__name__}", hint='such as "kilometer"')
    if unit == quantity.unit:
        return quantity
    change = change_of(quantity, unit)
    numbers = {name: getattr(quantity, name) for name in ("value", "low", "high")}
    changed = {name: change.of(Fraction(number)) for name, number in numbers.items() if number is not None}
    if quantity.tolerance is not None:
        changed["tolerance"] = change.difference(Fraction(quantity.tolerance))
    rounded = {name: as_decimal(number) for name, number in changed.items()}
    exact = quantity.exact and all(number == Fraction(rounded[name]) for name, number in changed.items())
    return quantity.model_copy(update={**rounded, "unit": change.unit, "exact": exact, "parts": ()})


def to_pint(quantity: Quantity, registry: pint.UnitRegistry[Any] | None = None) -> Any:  # noqa: ANN401 — pint's class has a type per registry
    """A pint quantity of the value, in the application registry or the one given.

    Raises `UnitError` for a range, money and counted things.

    >>> from claimx.claims import Quantity, Span
    >>> share = Quantity(kind="percent", value=Decimal(7), unit="percent", text="7%", start=0, end=2,
    ...                  number=Span(text="7", start=0, end=1))
    >>> str(to_pint(share))
    '7 percent'
    """
    import pint

    if quantity.value is None:
        raise UnitError(f"{quantity} is a range", hint="convert its low and its high by themselves")
    unit, value = PINT_SHARES.get(quantity.unit or "", quantity.unit), quantity.value
    if quantity.kind in UNITLESS_KINDS or unit is None:
        raise UnitError(f"pint knows no unit {quantity.unit!r} of kind {quantity.kind!r}", hint=NO_CONVERSION)
    if quantity.unit == "basis_point":
        value = value / 100
    registry = registry or pint.get_application_registry()  # type: ignore[no-untyped-call]
    try:
        return registry.Quantity(value, registry.Unit(unit))
    except (pint.PintError, AttributeError, TypeError, ValueError) as error:
        raise UnitError(f"pint knows no unit {unit!r}", hint="define it in the registry, and pass that") from error


def as_decimal(number: Fraction) -> Decimal:
    """A fraction as a decimal: exactly where it is finite and no longer than 60 digits, else with 28 digits.

    >>> as_decimal(Fraction(1, 8)), as_decimal(Fraction(1, 3))
    (Decimal('0.125'), Decimal('0.3333333333333333333333333333'))
    """
    with localcontext(Context(prec=MOST_DIGITS, Emax=MAX_EMAX, Emin=MIN_EMIN)) as context:
        exact = Decimal(number.numerator) / Decimal(number.denominator)
        if not context.flags[Inexact]:
            return _plain(exact)
    with localcontext(Context(prec=28, Emax=MAX_EMAX, Emin=MIN_EMIN)):
        return _plain(Decimal(number.numerator) / Decimal(number.denominator))


def _plain(number: Decimal) -> Decimal:
    whole = number.to_integral_value()
    return Decimal(int(whole)) if number == whole and number.adjusted() < MOST_DIGITS else number


def change_of(quantity: Quantity, unit: str) -> Change:
    """How the quantity's numbers become those of another unit; `UnitError` where they do not.

    >>> from claimx.claims import Quantity, Span
    >>> far = Quantity(kind="measure", value=Decimal(3), unit="foot", text="3 ft", start=0, end=4,
    ...                number=Span(text="3", start=0, end=1))
    >>> change_of(far, "yard").of(Fraction(3))
    Fraction(1, 1)
    """
    return share_change(quantity.unit, unit) or _measure_change(quantity, unit)


def _measure_change(quantity: Quantity, unit: str) -> Change:
    if quantity.unit is None or quantity.kind in UNITLESS_KINDS or is_share(quantity.unit):
        name = quantity.unit or "no unit"
        raise UnitError(f"cannot convert {name!r} ({quantity.kind}) to {unit!r}", hint=NO_CONVERSION)
    import pint

    source, target = parsed_unit(quantity.unit), parsed_unit(unit)
    registry = exact_registry()
    try:
        zero, one = (Fraction(registry.Quantity(Fraction(n), source).to(target).magnitude) for n in (0, 1))
    except pint.DimensionalityError as error:
        hint = "only units of the same dimension convert"
        raise UnitError(f"cannot convert {quantity.unit!r} to {unit!r}", hint=hint) from error
    except (pint.PintError, TypeError, ValueError) as error:
        raise UnitError(f"cannot convert {quantity.unit!r} to {unit!r} exactly", hint="try .to_pint()") from error
    return Change(pint_name(unit), one - zero, zero)


def pint_name(unit: str) -> str:
    """A unit as pint prints it, rates as their quotients; `UnitError` if pint does not know it.

    >>> pint_name("km"), pint_name("mph"), pint_name("lb*ft")
    ('kilometer', 'mile / hour', 'foot * pound')
    """
    # not str(unit): before Python 3.12 a Fraction, which an exponent is here, cannot be formatted
    items = exact_registry().Quantity(1, parsed_unit(unit)).unit_items()
    exponents = {name: Fraction(str(exponent)) for name, exponent in items}
    if any(exponent.denominator > 1 for exponent in exponents.values()):
        raise UnitError(f"unit {unit!r} has a broken exponent", hint="claimx spells whole exponents only")
    name = canonical(tuple((name, exponent.numerator) for name, exponent in exponents.items())) or "dimensionless"
    return QUOTIENTS.get(name, name)


def parsed_unit(unit: str) -> pint.Unit:
    """The unit of this name in pint's exact registry; `UnitError` if pint does not know it."""
    import tokenize

    import pint

    try:
        return exact_registry().Unit(unit)
    except (pint.PintError, AttributeError, KeyError, TypeError, ValueError, SyntaxError, tokenize.TokenError) as error:
        raise UnitError(f"unknown unit {unit!r}", hint='give a name pint knows, such as "kilometer / hour"') from error


@cache
def exact_registry() -> pint.UnitRegistry[Any]:
    """A plain pint registry that reckons in fractions: 212 °F is 100 °C, not 99.99999."""
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)
