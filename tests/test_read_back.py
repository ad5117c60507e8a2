"""Any number that we can write reads back to the same value, unit and span, inside any neighbouring text."""

from __future__ import annotations

from hypothesis import given, note
from hypothesis import strategies as st

import claimx
from tests import written
from tests.invariants import check_quantities
from tests.texts import surroundings
from tests.written import Written  # noqa: TC001 — hypothesis reads the annotations


def read_back(it: Written, around: tuple[str, str]) -> None:
    """Write it between two stretches of text: it is found, it alone, and it says the same."""
    placed = it.within(*around)
    note(repr(placed.text))
    found = check_quantities(placed.text)
    assert [quantity.text for quantity in found] == [placed.text[placed.start : placed.end]]
    (quantity,) = found
    assert (quantity.start, quantity.end) == (placed.start, placed.end)
    assert (quantity.kind, quantity.unit) == (it.kind, it.unit)
    assert (quantity.value, quantity.low, quantity.high) == (it.value, it.low, it.high)
    assert (quantity.comparator, quantity.per, quantity.tolerance) == (it.comparator, it.per, it.tolerance)


@given(written.counts(), surroundings())
def test_bare_numbers(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.money(), surroundings())
def test_money(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.shares(), surroundings())
def test_shares(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.measures(), surroundings())
def test_measures(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.ranges(), surroundings())
def test_ranges(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.qualified(), surroundings())
def test_comparators(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.rates(), surroundings())
def test_rates(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.compounds(), surroundings())
def test_compounds(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(written.toleranced(), surroundings())
def test_tolerances(it: Written, around: tuple[str, str]) -> None:
    read_back(it, around)


@given(st.lists(written.quantities(), min_size=2, max_size=4), surroundings())
def test_several_in_one_text(several: list[Written], around: tuple[str, str]) -> None:
    """Each is read as when it stands alone, if nothing joins them."""
    text = around[0] + "; she said ".join(it.text for it in several) + around[1]
    note(repr(text))
    found = claimx.quantities(text)
    assert [(quantity.value, quantity.unit) for quantity in found] == [(it.value, it.unit) for it in several]
