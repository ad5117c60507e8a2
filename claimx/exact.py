"""Exact numbers: decimals and fractions as text, for people and for JSON."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import PlainSerializer, WithJsonSchema

EXACT = Context(prec=1000, Emax=MAX_EMAX, Emin=MIN_EMIN)  # more digits than any number that is read has
DECIMAL_PATTERN = r"^-?\d+(\.\d+)?$"


def fixed_point(number: Decimal) -> str:
    """A decimal in plain notation, never with an exponent.

    >>> fixed_point(Decimal("5.36E+10"))
    '53600000000'
    """
    return format(number, "f")


def grouped(number: Decimal | None) -> str:
    """A decimal for people: thousands grouped by commas, no exponent; an empty string for none.

    >>> grouped(Decimal("5.36E+10"))
    '53,600,000,000'
    """
    return "" if number is None else format(number, ",f")


ExactDecimal = Annotated[
    Decimal,
    PlainSerializer(fixed_point, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": DECIMAL_PATTERN}),
]
ExactFraction = Annotated[
    Fraction,
    PlainSerializer(str, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(/\d+)?$"}),
]
