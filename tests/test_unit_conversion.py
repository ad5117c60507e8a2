"""Units: a user's own, and how quantities convert."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pint
import pytest

from claimx.claims import Quantity, Span
from claimx.errors import ArgumentError, UnitError
from claimx.extractor import Extractor
from claimx.units import UnitMatch, Units
from claimx.units.conversion import convert, to_pint
from claimx.units.tables import unit_lexicon

UNITS = Units.default()


def quantity(value: Any, unit: str | None, kind: str = "measure", **more: Any) -> Quantity:
    number = Span(text="1", start=0, end=1)
    exact = None if value is None else Decimal(value)
    return Quantity(kind=kind, value=exact, unit=unit, text="1", start=0, end=1, number=number, **more)


def test_every_unit_of_the_tables_converts_to_base_units() -> None:
    units = {entry.unit for entry in unit_lexicon().names.values()} - {"decibel", "gauss"}  # a logarithm, and a root
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    for unit in units:
        base = str(registry.Quantity(1, unit).to_base_units().units)
        assert convert(quantity(1, unit), base).value is not None


def test_a_defined_unit() -> None:
    units = UNITS.define("smoot", "inch", factor=67, aliases=["smt", "CO2e", "wing-span"])
    for text in ("5 smoots", "5 Smoot", "5 smt", "5 CO2e", "5 wing-span", "5 wing span"):
        assert units.measure_at(text, 2) == UnitMatch(2, len(text), "inch", Decimal(67), inferred=False)
    assert UNITS.measure_at("5 smoots", 2) is None


def test_a_defined_unit_enters_compounds() -> None:
    found = UNITS.define("klick", "km").measure_at("5 klicks per hour", 2)
    assert found is not None
    assert found.unit == "kilometer / hour"


def test_a_defined_unit_goes_before() -> None:
    found = UNITS.define("barrel", "gallon", factor=31).measure_at("5 barrels", 2)
    assert found == UnitMatch(2, 9, "gallon", Decimal(31), inferred=False)


def test_a_defined_currency() -> None:
    units = UNITS.define("doubloon", "XDB", aliases=["Đ", "XDB"], currency=True)
    assert units.currency_at("5 doubloons", 2) == UnitMatch(2, 11, "XDB", Decimal(1), inferred=False)
    assert units.currency_before("Đ5", 1) == UnitMatch(0, 1, "XDB", Decimal(1), inferred=False)
    assert UNITS.currency_before("Đ5", 1) is None


def test_the_minor_unit_of_a_defined_currency() -> None:
    units = UNITS.define("doubloon", "XDB", aliases=["Đ"], currency=True)
    units = units.define("groat", "XDB", currency=True, factor=Decimal("0.1"))
    extractor = Extractor(units=units)
    for text, value in {
        "It cost 5 doubloons 3 groats.": "5.3",
        "Just 4 groats.": "0.4",
        "Pay Đ2 5 groats.": "2.5",
    }.items():
        (amount,) = extractor.quantities(text)
        assert (amount.kind, amount.unit, amount.value) == ("money", "XDB", Decimal(value))
    assert [str(amount) for amount in Extractor().quantities("Just 4 groats.")] == ["4"]


def test_a_defined_minor_unit_of_a_known_currency() -> None:
    units = UNITS.define("thripny", "GBP", currency=True, factor="0.0125", aliases=["thripnies"])
    (amount,) = Extractor(units=units).quantities("It cost £1 4 thripnies.")
    assert (amount.unit, amount.value) == ("GBP", Decimal("1.05"))


@pytest.mark.parametrize(
    "arguments", [{"name": "x", "unit": 5, "currency": True}, {"name": "x", "unit": "", "currency": True},
                  {"name": ""}, {"name": "5x"}, {"name": 5}, {"name": "x", "factor": 0}, {"name": "x", "factor": 0.1},
                  {"name": "x", "factor": "many"}, {"name": "x", "aliases": "xs"}]
)  # fmt: skip
def test_a_wrong_definition_raises(arguments: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError) as caught:
        UNITS.define(**arguments)
    assert caught.value.hint


def test_a_definition_with_an_unknown_unit_raises() -> None:
    with pytest.raises(UnitError, match="unknown unit 'flurb'"):
        UNITS.define("smoot", "flurb")


CONVERSIONS = [
    ("2", "mile", "kilometer", "3.218688"),
    ("6", "foot", "inch", "72"),
    ("212", "degree_Fahrenheit", "degree_Celsius", "100"),
    ("-40", "degree_Celsius", "degree_Fahrenheit", "-40"),
    ("9", "delta_degree_Fahrenheit", "delta_degree_Celsius", "5"),
    ("36", "kilometer / hour", "meter / second", "10"),
    ("1", "kilowatt_hour", "joule", "3600000"),
    ("1", "mile / hour", "km/h", "1.609344"),
    ("2", "year", "day", "730.5"),
    ("1", "metric_ton", "kilogram", "1000"),
    ("1", "oil_barrel", "gallon", "42"),
]


@pytest.mark.parametrize(("value", "unit", "target", "expected"), CONVERSIONS)
def test_a_measure_converts_exactly(value: str, unit: str, target: str, expected: str) -> None:
    converted = convert(quantity(value, unit), target)
    assert (converted.value, converted.exact) == (Decimal(expected), True)
    assert str(pint.UnitRegistry().Unit(target)) == converted.unit


def test_what_has_no_finite_decimal_has_28_digits() -> None:
    converted = convert(quantity(1, "day"), "year")
    assert not converted.exact
    assert len(converted.value.as_tuple().digits) == 28  # type: ignore[union-attr]


def test_ranges_comparators_and_tolerances_convert() -> None:
    warm = quantity(None, "degree_Celsius", low=Decimal(0), high=Decimal(100), comparator="~", tolerance=Decimal(5))
    converted = warm.to("degree_Fahrenheit")
    assert (converted.low, converted.high, converted.tolerance) == (Decimal(32), Decimal(212), Decimal(9))
    assert (converted.value, converted.comparator, converted.unit) == (None, "~", "degree_Fahrenheit")


@pytest.mark.parametrize(
    ("value", "unit", "target", "expected"),
    [
        ("7", "percent", "fraction", "0.07"),
        ("0.2", "fraction", "percent", "20"),
        ("5", "permille", "percent", "0.5"),
        ("25", "basis_point", "percent", "0.25"),
        ("1", "percent", "%", "1"),
    ],
)
def test_shares_convert(value: str, unit: str, target: str, expected: str) -> None:
    assert convert(quantity(value, unit, "percent"), target).value == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "kind", "target"),
    [
        ("USD", "money", "EUR"),
        ("stone", "count", "kilogram"),
        ("percentage_point", "percent", "percent"),
        ("percent", "percent", "meter"),
        ("mile", "measure", "hour"),
        ("volt", "measure", "hour"),
        ("oil_barrel / day", "measure", "pascal"),
        ("mile", "measure", "mile ** 0.5"),
        ("mile", "measure", "flurb"),
        ("mile", "measure", "3 km"),
        ("mile", "measure", ""),
        ("mile", "measure", "(("),
        ("decibel", "measure", "dimensionless"),
        (None, "count", "meter"),
    ],
)
def test_what_does_not_convert_raises(unit: str | None, kind: str, target: str) -> None:
    with pytest.raises(UnitError) as caught:
        convert(quantity(1, unit, kind), target)
    assert caught.value.hint


def test_money_converts_into_itself() -> None:
    euros = quantity(5, "EUR", "money")
    assert euros.to("EUR") == euros


def test_to_pint_takes_the_registry_given() -> None:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Decimal)
    assert to_pint(quantity("2.5", "mile / hour"), registry) == registry.Quantity(Decimal("2.5"), "mile / hour")
    assert str(to_pint(quantity(25, "basis_point", "percent"))) == "0.25 percent"


@pytest.mark.parametrize(
    ("value", "unit", "kind"),
    [
        (None, "mile", "measure"),
        (1, "USD", "money"),
        (1, "country", "count"),
        (1, None, "count"),
        (1, "flurb", "measure"),
        (1, "percentage_point", "percent"),
    ],
)
def test_what_pint_does_not_know_raises(value: int | None, unit: str | None, kind: str) -> None:
    ends = {} if value else {"low": Decimal(1), "high": Decimal(2)}
    with pytest.raises(UnitError) as caught:
        to_pint(quantity(value, unit, kind, **ends))
    assert caught.value.hint
