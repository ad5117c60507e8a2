"""Exact numbers: decimals and fractions as text, for people and for JSON."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

from pydantic_core import core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

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


class JsonText:
    """Marks a number that JSON holds as text of a pattern; what pydantic has for it takes a while to import."""

    def __init__(self, write: Callable[[Any], str], pattern: str) -> None:
        """Keep how the number is written and the pattern of what comes of it."""
        self.write, self.pattern = write, pattern

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """The schema of the number, written as text in JSON alone."""
        text = core_schema.plain_serializer_function_ser_schema(
            self.write, return_schema=core_schema.str_schema(), when_used="json"
        )
        return {**handler(source), "serialization": text}

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A string of the pattern."""
        return {"type": "string", "pattern": self.pattern}


ExactDecimal = Annotated[Decimal, JsonText(fixed_point, DECIMAL_PATTERN)]
ExactFraction = Annotated[Fraction, JsonText(str, r"^-?\d+(/\d+)?$")]
