"""Digits and words to decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.numbers.numerals import decimal_of, quotient, times, vague_range
from claimx.scan import scan

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> list[str]:
    if number < 20:
        return [ONES[number]]
    if number < 100:
        return [TENS[number // 10], *([ONES[number % 10]] if number % 10 else [])]
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            head, rest = divmod(number, size)
            joint = ["and"] if 0 < rest < 100 else []
            return [*spelled(head), name, *joint, *(spelled(rest) if rest else [])]
    raise AssertionError


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_spelled_numbers_read_back(number: int) -> None:
    words = " ".join(spelled(number))
    (run,) = scan(words)
    assert (run.value, run.start, run.end) == (Decimal(number), 0, len(words))


@given(st.integers(min_value=0, max_value=10**30))
def test_grouped_digits_read_back(number: int) -> None:
    for separator in (",", "'", "\u202f"):
        assert decimal_of(f"{number:,}".replace(",", separator)) == number


@pytest.mark.parametrize("digits", ["3.8.18", "1,2,3", "1'23", "", "12.34.5", "9" * 401])
def test_no_number(digits: str) -> None:
    assert decimal_of(digits) is None


@given(st.fractions(min_value=-100, max_value=100, max_denominator=1000))
def test_quotients(ratio: Fraction) -> None:
    value, exact = quotient(ratio)
    assert exact == (Fraction(value) == ratio)
    assert abs(Fraction(value) - ratio) < Fraction(1, 10**20)


def test_products_have_no_exponent() -> None:
    assert str(times(Decimal("0.5"), Decimal(10**6))) == "500000"


def test_a_vague_word_may_say_nothing() -> None:
    assert vague_range("zillions") is None
