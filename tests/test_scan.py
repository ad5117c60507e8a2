"""Numbers in raw text: what is one expression, and where it begins and ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.scan import scan

NUMBERS = {
    "about 1,234.5 of them": ("1,234.5", "1234.5"),
    "some 53.6 billion": ("53.6 billion", "53600000000"),
    "half a million": ("half a million", "500000"),
    "two and a half million": ("two and a half million", "2500000"),
    "one million and a half": ("one million and a half", "1500000"),
    "two hundred and five": ("two hundred and five", "205"),
    "a hundred lamps": ("a hundred", "100"),
    "2½ cups": ("2½", "2.5"),
    "1 1/2 cups": ("1 1/2", "1.5"),
    "one-quarter": ("one-quarter", "0.25"),
    "3×10^8": ("3×10^8", "300000000"),
    "1e-3": ("1e-3", "0.001"),
    "five bn": ("five", "5"),
    "5 bn": ("5 bn", "5000000000"),
    "minus five": ("minus five", "-5"),
    "−5 there": ("−5", "-5"),
    "12,34,567": ("12,34,567", "1234567"),
    "1.234.567,89": ("1.234.567,89", "1234567.89"),
    "zero point two five": ("zero point two five", "0.25"),
    "three hundred point eighty-two": ("three hundred point eighty-two", "300.82"),
    "tenfold": ("tenfold", "10"),
}


@pytest.mark.parametrize("text", NUMBERS)
def test_one_number(text: str) -> None:
    (number,) = scan(text)
    assert (text[number.start : number.end], number.value) == (NUMBERS[text][0], Decimal(NUMBERS[text][1]))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("dozens", ("24", "100")),
        ("tens of thousands", ("10000", "100000")),
        ("a few hundred", ("100", "1000")),
        ("several dozen", ("24", "100")),
    ],
)
def test_vague_numbers(text: str, ends: tuple[str, str]) -> None:
    (number,) = scan(text)
    assert (number.value, number.low, number.high) == (None, Decimal(ends[0]), Decimal(ends[1]))


@pytest.mark.parametrize(
    "text", ["10:30", "2024-07-09", "192.168.0.1", "3.8.18", "1,23,4", "9" * 500, "the twenty-third", "no number"]
)
def test_no_number(text: str) -> None:
    assert scan(text) == []


@pytest.mark.parametrize("text", ["two hundred and three hundred", "five, six", "$3 million 5 years ago"])
def test_two_numbers(text: str) -> None:
    assert len(scan(text)) == 2


@given(st.text())
def test_any_text(text: str) -> None:
    end = 0
    for number in scan(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end
