"""Bare numbers and multiples: what has no unit of money, measure or proportion; a parse may find what is counted."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers.number import is_told
from claimx.parsers.base import Context, quantity_of, span
from claimx.parsers.measure import is_magnitude_letter

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number


TIMES_WORDS = frozenset({"x", "fold", "times"})  # what stands behind a number of times, but for "×"
TIMES_BEGIN = frozenset("xX×ft")  # what a sign or word for times begins with


class CountParser:
    """Reads bare numbers, as the kind `number`, and multiples ("3x", "doubled"), as counts of `time`.

    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> text = "Twelve came"
    >>> [str(CountParser().parse(number, Context(text, Units.default()))) for number in scan(text)]
    ['12']
    """

    kind = "number"

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The bare number that this number is."""
        if number.form == "multiple":
            return None
        if number.form == "fraction":
            return self._fraction(number, context)
        return quantity_of(_with_magnitude(number, context), context, self.kind)

    def _fraction(self, number: Number, context: Context) -> Quantity | None:
        """A bare fraction with no word of what it is of: "a ratio of 3/4"."""
        if number.ratio is None or (number.hedged and not _is_alone(number, context)):
            return None
        if abs(number.ratio) >= 1 and "/" in context.text[number.start : number.end]:
            return None
        return quantity_of(number, context, self.kind)


def _with_magnitude(number: Number, context: Context) -> Number:
    return number.with_letter() if number.letter and is_magnitude_letter(number, context.text) else number


class MultipleParser:
    """Reads how many times: a factor, or a multiple.

    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> text = "Twelve came, 3x as many as hoped"
    >>> [str(MultipleParser().parse(number, Context(text, Units.default()))) for number in scan(text)]
    ['None', '3 time']
    """

    kind = "count"

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The factor or multiple that this number is, if a sign or a word says so."""
        if number.form == "multiple":
            return self._multiple(number, context)
        if number.form == "fraction" or is_told(number, context.text):
            return None
        number, text = _with_magnitude(number, context), context.text
        if text[number.end : number.end + 2].strip(" -")[:1] not in TIMES_BEGIN and not is_by_factor(number, text):
            return None
        if match := _times_sign().match(text, number.end):
            return self._times(number, context, match.end())
        if _times_word().match(text, number.end) or is_by_factor(number, text):
            return quantity_of(number, context, self.kind).model_copy(update={"unit": "time"})
        return None

    def _multiple(self, number: Number, context: Context) -> Quantity | None:
        word = context.text[number.start : number.end].lower()
        if word in {"double", "triple", "treble", "quadruple", "doubles"} and not _is_multiple(number, context):
            return None
        if word[-1] == "s" and _opens().search(context.text, max(0, number.start - 4), number.start):
            return None  # "Doubles from €95": a noun
        return quantity_of(number, context, self.kind).model_copy(update={"unit": "time"})

    def _times(self, number: Number, context: Context, end: int) -> Quantity:
        text = context.text
        return quantity_of(number, context, self.kind).model_copy(
            update={
                "unit": "time",
                "end": end,
                "text": text[number.start : end],
                "unit_text": span(text, number.end + (text[number.end] in " -"), end),
            }
        )


def is_by_factor(number: Number, text: str) -> bool:
    """Whether a number says by what factor: "by a factor of about 5"."""
    start = number.start
    near = start - 32 if start > 32 else 0
    return text.find("factor", near, start) >= 0 and _factor().search(text, near, start) is not None


def _is_alone(number: Number, context: Context) -> bool:
    """Whether the number is all that its text holds."""
    text = context.text
    return len(text) < 80 and not (text[: number.start] + text[number.end :]).strip(" \n\r\t.")


def _is_multiple(number: Number, context: Context) -> bool:
    """Whether "double" says by how much: "double the price", "more than double", "to triple"."""
    if _multiplied().match(context.text, number.end):
        return True
    before = context.before(number.start, 24)
    return bool(_multiplier().search(before)) and not _noun_after().match(context.text, number.end)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\n|[.;:!?(•–-] ?)\s*\Z")


@cache
def _times_sign() -> re.Pattern[str]:
    return re.compile(
        r"(?! [xX×] [A-Z]) ?[xX×](?![\w×]| ?\d|-[a-z])|"
        r"[ -]fold\b|[ -]times(?= (?:as|more|less|higher|larger|greater|bigger|"
        r"the|earnings|EBITDA|sales|revenues?|book value|its|their)\b)"
    )


@cache
def _factor() -> re.Pattern[str]:
    return re.compile(
        r"\bby an? factor of (?:about |around |nearly |almost |at least |over |more than )?\Z", re.IGNORECASE
    )


@cache
def _times_word() -> re.Pattern[str]:
    return re.compile(r" times\b(?! (?:[A-Z]|square))")


@cache
def _multiplied() -> re.Pattern[str]:
    return re.compile(
        r" (?:the|its|their|his|her|our|what|that|those|last|as|previous|in (?:size|value|price)|to "
        r"|from )",
        re.IGNORECASE,
    )


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:than|to|nearly|almost|about|will|would|could|can|may|might|should|least|over|expected|"
        r"set|around|roughly|it|they|more) \Z",
        re.IGNORECASE,
    )


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(
        r"[ -](?!in|by|to|from|since|over|this|last|after|within|between|every|its|the|their|and|or|"
        r"as)[a-z]",
        re.IGNORECASE,
    )
