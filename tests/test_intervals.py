"""Intervals: what they allow, how they compare, and that a change of units changes nothing about it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import claimx
from claimx import ArgumentError, Interval, Quantity, Span, UnitError
from claimx.claims import Comparator
from claimx.units.conversion import change_of, exact_registry
from claimx.units.tables import unit_lexicon
from tests.strategies import intervals

HALVES = [Decimal(number) / 2 for number in range(-2, 12)]
COMPARATORS = get_args(Comparator)
SHARES = ("percent", "fraction", "permille", "basis_point")
NO_RATIO = {"decibel"}  # pint has no exact logarithms


def quantity(value: Any = None, unit: str | None = None, kind: str = "measure", **more: Any) -> Quantity:
    number = Span(text="1", start=0, end=1)
    exact = None if value is None else Decimal(value)
    return Quantity(kind=kind, value=exact, unit=unit, text="1", start=0, end=1, number=number, **more)


# Intervals of numbers


@given(intervals(), intervals())
def test_overlap_is_symmetric(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(intervals())
def test_an_interval_overlaps_and_contains_itself_unless_it_is_empty(one: Interval) -> None:
    assert one.overlaps(one) == any(map(one.contains, HALVES)) == (not one.is_empty)
    assert one.contains(one)


@given(intervals(), intervals())
def test_intervals_overlap_where_they_share_a_number(one: Interval, other: Interval) -> None:
    assert one.overlaps(other) == any(one.contains(number) and other.contains(number) for number in HALVES)


@given(intervals(), intervals())
def test_an_interval_contains_another_where_it_has_all_its_numbers(one: Interval, other: Interval) -> None:
    far = [*HALVES, Decimal("-1E+9"), Decimal("1E+9"), Decimal("0.001"), Decimal("3.999")]
    assert one.contains(other) == all(one.contains(number) for number in far if other.contains(number))


@given(intervals(), intervals(), intervals())
def test_containing_goes_with_overlapping_and_passes_on(one: Interval, other: Interval, third: Interval) -> None:
    if one.contains(other) and not other.is_empty:
        assert one.overlaps(other)
    if one.contains(other) and other.contains(third):
        assert one.contains(third)
    if one.contains(other) and other.overlaps(third):
        assert one.overlaps(third)


@given(intervals())
def test_an_interval_reads_back_from_json(one: Interval) -> None:
    assert Interval.model_validate_json(one.model_dump_json()) == one


@pytest.mark.parametrize("wrong", [0.5, "3", None, Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_exact_number_raises(wrong: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        Interval(low=Decimal(0), high=None).contains(wrong)
    assert caught.value.hint


# The interval of a quantity


@pytest.mark.parametrize(
    ("changes", "interval"),
    [
        ({}, "[5, 5]"),
        ({"comparator": "~"}, "[5, 5]"),
        ({"comparator": "~<"}, "(-∞, 5)"),
        ({"comparator": "~>"}, "(5, ∞)"),
        ({"comparator": "<"}, "(-∞, 5)"),
        ({"comparator": "<="}, "(-∞, 5]"),
        ({"comparator": ">"}, "(5, ∞)"),
        ({"comparator": ">="}, "[5, ∞)"),
        ({"tolerance": Decimal(3)}, "[2, 8]"),
        ({"tolerance": Decimal(3), "comparator": "<="}, "(-∞, 8]"),
        ({"value": None, "low": Decimal(7), "high": Decimal(9)}, "[7, 9]"),
        ({"value": None, "low": Decimal(7), "high": Decimal(9), "comparator": "<"}, "[7, 9)"),
        ({"value": None, "low": Decimal(7), "high": Decimal(9), "comparator": ">"}, "(7, 9]"),
        ({"value": None, "low": Decimal(0), "high": Decimal(9), "comparator": "<="}, "[0, 9]"),
        ({"value": None, "low": Decimal(0), "high": Decimal(0), "comparator": ">="}, "[0, 0]"),
        ({"value": None, "low": Decimal(0), "high": Decimal(9), "tolerance": Decimal(1)}, "[-1, 10]"),
        ({"value": None, "low": Decimal("-0.5"), "high": Decimal("1E+3")}, "[-0.5, 1000]"),
        ({"value": Decimal(10**40), "tolerance": Decimal("0.1")}, f"[{'9' * 40}.9, 1{'0' * 40}.1]"),
    ],
)
def test_the_interval_of_a_quantity(changes: dict[str, Any], interval: str) -> None:
    changes = {"value": Decimal(5), **changes}
    assert str(quantity(kind="count", **changes).interval) == interval


# Quantities that compare

small = st.decimals(-100, 100, places=2)


@cache
def families() -> dict[str, tuple[str, ...]]:
    """The units of the tables by dimension, as far as pint converts them."""
    registry = exact_registry()
    found: dict[str, list[str]] = {}
    for unit in sorted({entry.unit for entry in unit_lexicon().names.values()} - NO_RATIO):
        parsed = registry.Unit(unit)
        found.setdefault(str(sorted(parsed.dimensionality.items())), []).append(unit)
    return {key: tuple(units) for key, units in found.items()}


@st.composite
def quantities_of(draw: st.DrawFn, unit: str, kind: str = "measure") -> Quantity:
    comparator = draw(st.sampled_from(COMPARATORS))
    first, second = sorted(draw(st.tuples(small, small)))
    if draw(st.booleans()):
        return quantity(first, unit, kind, comparator=comparator)
    return quantity(None, unit, kind, low=first, high=second, comparator=comparator)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Quantity, Quantity]:
    """Two quantities in units of one dimension, or two shares."""
    if draw(st.integers(0, 3)) == 0:
        one, other = draw(st.tuples(st.sampled_from(SHARES), st.sampled_from(SHARES)))
        return draw(quantities_of(one, "percent")), draw(quantities_of(other, "percent"))
    units = families()[draw(st.sampled_from(sorted(families())))]
    one, other = draw(st.tuples(st.sampled_from(units), st.sampled_from(units)))
    return draw(quantities_of(one)), draw(quantities_of(other))


@given(pairs())
def test_quantities_overlap_either_way_round(pair: tuple[Quantity, Quantity]) -> None:
    one, other = pair
    assume(one.is_comparable(other))
    assert one.overlaps(other) == other.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other) or other.interval.is_empty
    if one.contains(other) and other.contains(one):
        assert one.interval.is_empty == other.interval.is_empty


@given(pairs())
def test_a_quantity_overlaps_and_contains_itself(pair: tuple[Quantity, Quantity]) -> None:
    one = pair[0]
    assert one.overlaps(one) == (not one.interval.is_empty)
    assert one.contains(one)


@given(pairs())
def test_what_converts_exactly_compares_the_same(pair: tuple[Quantity, Quantity]) -> None:
    one, other = pair
    assume(one.is_comparable(other) and one.unit != other.unit)
    converted = other.to(one.unit or "")
    if converted.exact:
        assert one.overlaps(other) == one.overlaps(converted) == one.interval.overlaps(converted.interval)
        assert one.contains(other) == one.contains(converted) == one.interval.contains(converted.interval)


@given(pairs())
def test_there_and_back_again(pair: tuple[Quantity, Quantity]) -> None:
    one, other = pair
    assume(one.is_comparable(other))
    there = one.to(other.unit or "")
    back = there.to(one.unit or "")
    for before, after in ((one.value, back.value), (one.low, back.low), (one.high, back.high)):
        assert (before is None) == (after is None)
        if before is not None and after is not None:
            assert before == after if there.exact else abs(before - after) <= (abs(before) + 500) * Decimal("1E-25")


@given(pairs())
def test_a_change_of_units_never_swaps_the_ends(pair: tuple[Quantity, Quantity]) -> None:
    one, other = pair
    assume(one.is_comparable(other))
    assert change_of(one, other.unit or "").factor > 0
    there = one.to(other.unit or "")
    assert there.low is None or there.high is None or there.low <= there.high
    assert there.comparator == one.comparator


def test_the_change_back_undoes_the_change() -> None:
    for units in families().values():
        for one, other in pairwise(units):
            if quantity(1, one).is_comparable(quantity(1, other)):
                there, back = change_of(quantity(1, one), other), change_of(quantity(1, other), one)
                assert back.of(there.of(Fraction(7, 3))) == Fraction(7, 3)


COMPARED = [
    ("a wall of 6 feet", "a wall of 2 yards", "overlaps contains"),
    ("a wall of 6 feet", "a wall of over 180 cm", "overlaps"),
    ("over 6 miles", "at least 9 km", "overlaps"),
    ("at least 9 km", "over 9 miles", "overlaps contains"),
    ("one in five ducks", "20% of ducks", "overlaps contains"),
    ("20% of ducks", "one in four ducks", ""),
    ("5% of geese", "500 basis points", "overlaps contains"),
    ("0.5 percentage points", "50 basis points", "overlaps contains"),
    ("nearly 30 °C", "80 to 90 °F", "overlaps"),
    ("20 to 30 °C", "80 °F", "overlaps contains"),
    ("$5 to $10", "less than $5", ""),
    ("$5 to $10", "at most $5", "overlaps"),
    ("£20 an hour", "more than £15 an hour", "overlaps"),
    ("dozens of ducks", "38 ducks", "overlaps contains"),
    ("52% ± 3", "55%", "overlaps contains"),
    ("60 mph", "100 km/h", ""),
    ("2 hours", "120 minutes", "overlaps contains"),
    ("a drop of 5 °C", "fell by 9 °F", "overlaps contains"),
]


@pytest.mark.parametrize(("one", "other", "expected"), COMPARED)
def test_quantities_from_texts_compare(one: str, other: str, expected: str) -> None:
    (first,), (second,) = claimx.quantities(one), claimx.quantities(other)
    assert first.is_comparable(second)
    assert (first.overlaps(second), first.contains(second)) == ("overlaps" in expected, "contains" in expected)


APART = [
    ("$5", "€5"),
    ("$5", "5%"),
    ("$5", "5"),
    ("$6 an hour", "$6"),
    ("$6 an hour", "$6 a day"),
    ("3% a year", "3% a month"),
    ("5 miles", "5 hours"),
    ("5 percent", "5 percentage points"),
    ("one in five", "0.2 percentage points"),
    ("20 °C", "fell by 20 °C"),
    ("5 kg", "5"),
    ("it tripled", "3"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_does_not_compare_raises(one: str, other: str) -> None:
    (first,), (second,) = claimx.quantities(one), claimx.quantities(other)
    for left, right in ((first, second), (second, first)):
        assert not left.is_comparable(right)
        for compare in (left.overlaps, left.contains):
            with pytest.raises(UnitError) as caught:
                compare(right)
            assert caught.value.hint


def test_counts_compare_with_counts_of_the_same_thing() -> None:
    ducks, geese = quantity(5, "duck", "count"), quantity(5, "goose", "count")
    assert ducks.contains(quantity(5, "duck", "count"))
    assert not ducks.is_comparable(geese)
    assert quantity(5, None, "count").overlaps(quantity(5, None, "number"))
