"""What a parser is, and what it is given: the text around a number and the tables of units."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from claimx.numbers import numerals
from claimx.quantity import Quantity
from claimx.spans import Span, builder, defaults_of

if TYPE_CHECKING:
    from claimx.scan import Number
    from claimx.units import UnitMatch, Units


ONE = Decimal(1)
NEW_SPAN: Callable[[dict[str, Any]], Span] = builder(Span)
NEW_QUANTITY: Callable[[dict[str, Any]], Quantity] = builder(Quantity)
SPACES = " \u00a0\u2009\u202f"
JOINTS = frozenset(" \u00a0\u2009\u202f\n-‑–")  # of which one stands between a number and its unit
UNSURE = frozenset(SPACES + "oOaA")  # behind a number and its space: what may be a second space, or "of", "a" or "an"


class Parser(Protocol):
    """Something that knows one kind of quantity: it looks at a number in its text and returns a quantity or passes.

    The quantity holds number, sign, magnitude and unit; comparators, rates and ranges are added to it afterwards.
    """

    @property
    def kind(self) -> str:
        """The kind of the quantities that it returns."""
        ...

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The quantity that this number is, or none if it is none of this kind."""
        ...


class Context:
    """The text a number stands in, the units known, and the currency of the range whose second end this may be.

    It remembers what was asked last of the places before and behind the number, which several parsers ask for.
    """

    __slots__ = ("_ahead", "_before", "_place", "_unit", "currency", "text", "units")

    def __init__(self, text: str, units: Units, currency: UnitMatch | None = None) -> None:
        """Take the text, the units and the currency; nothing has been asked yet."""
        self.text, self.units, self.currency = text, units, currency
        self._ahead: tuple[int, str] = -1, ""
        self._place: tuple[Number | None, int] = None, 0
        self._before: tuple[int, UnitMatch | None] = -1, None
        self._unit: tuple[int, UnitMatch | None] = -1, None

    def before(self, end: int, width: int = 60) -> str:
        """The text before an offset, a bounded way back."""
        return self.text[max(0, end - width) : end]

    def after(self, start: int, width: int = 60) -> str:
        """The text from an offset on, a bounded way."""
        return self.text[start : start + width]

    def ahead(self, end: int) -> str:
        """The first character behind a number that ends at `end`, in small letters, past one space or hyphen.

        >>> from claimx.units import Units
        >>> [Context(text, Units.default()).ahead(1) for text in ("5 Km", "5%", "5", "5-day")]
        ['k', '%', '', 'd']
        """
        if self._ahead[0] != end:
            near = self.text[end : end + 2]
            self._ahead = end, (near[1:] if near[:1] in JOINTS else near[:1]).lower()
        return self._ahead[1]

    def currency_before(self, number: Number) -> UnitMatch | None:
        """The currency sign or code right before a number, with or without a space."""
        start = number.start
        if self._before[0] != start:
            end = start - (start > 0 and self.text[start - 1] in SPACES)
            self._before = start, self.units.currency_before(self.text, end)
        return self._before[1]

    def unit_start(self, number: Number) -> int:
        """Where the unit behind a number would begin, as the function of this name says."""
        if self._place[0] is not number:
            self._place = number, unit_start(self.text, number.end, number)
        return self._place[1]

    def unit_behind(self, number: Number) -> UnitMatch | None:
        """The unit of measure right behind a number.

        >>> from claimx.scan import scan
        >>> from claimx.units import Units
        >>> Context("12 miles", Units.default()).unit_behind(scan("12 miles")[0]).unit
        'mile'
        """
        start = self.unit_start(number)
        if self._unit[0] != start:
            self._unit = start, self.units.measure_at(self.text, start)
        return self._unit[1]


def span(text: str, start: int, end: int) -> Span:
    """The stretch of a text as a span; unchecked, as below.

    >>> span("about 5 km", 6, 7)
    Span(start=6, end=7, text='5')
    """
    return NEW_SPAN({"start": start, "end": end, "text": text[start:end]})


def unchecked(**fields: object) -> Quantity:
    """A quantity of fields that are right by construction: no validator is built, which takes as long as reading.

    >>> unchecked(kind="number", value=Decimal(5), text="5", start=0, end=1, number=span("5", 0, 1)).value
    Decimal('5')
    """
    return Quantity.built(**fields)


def telling(phrases: Iterable[str]) -> frozenset[str]:
    """Words, in small letters, of which every phrase of a table holds one: a quick look for whole texts.

    A word that is a phrase by itself tells of all that hold it; of the others the longest is taken.

    >>> sorted(telling(["record high", "record", "in all", "on an average", "an all-time high"]))
    ['all', 'average', 'record']
    """
    words: set[str] = set()
    for phrase in sorted(phrases, key=_count_of_words):
        letters = phrase.split() if phrase.replace(" ", "").isalpha() else re.findall("[a-z]+", phrase)
        if words.isdisjoint(letters):
            words.add(max(letters, key=len))
    return frozenset(words)


def _count_of_words(phrase: str) -> int:
    return phrase.count(" ")


def mentions(text: str, start: int, end: int, words: Iterable[str]) -> bool:
    """Whether one of some words in small letters stands in a stretch, in any case: a quick look before a search.

    >>> mentions("an AVERAGE of 5", 0, 14, ("average", "median"))
    True
    """
    near = text[start:end].lower()
    return any(word in near for word in words)


def last_word(text: str, end: int, width: int = 24) -> str:
    """The word before an offset and its one space, in small letters; nothing where no space parts the two.

    >>> last_word("she was 34", 8), last_word("she was34", 7), last_word("(age 34)", 5)
    ('was', '', 'age')
    """
    last = end - 1
    if last < 1 or text[last] != " ":
        return ""
    least = end - width if end > width else 0
    word = text[(text.rfind(" ", least, last) + 1) or least : last]
    if not word.isalpha():
        words = text[least:last].split()
        word = words[-1].lstrip("([{\"“‘'—–-/.,;:") if words else ""
    return word.lower()


def quantity_of(
    number: Number, context: Context, kind: str, *, start: int | None = None, unit: UnitMatch | None = None
) -> Quantity:
    """The quantity of a number with the unit that stands beside it, from the earlier to the later end of the two."""
    begin, end = number.start, number.end
    value, low, high = number.value, number.low, number.high
    if start is not None and start < begin:
        begin = start
    if unit is not None:
        begin, end = (begin, unit.end) if unit.end > end else (min(begin, unit.start), end)
        if unit.factor != ONE:
            value, low, high = (scaled(each, unit.factor) for each in (value, low, high))
    values = defaults_of(Quantity).copy()
    values["kind"], values["value"], values["low"], values["high"] = kind, value, low, high
    values["exact"], values["text"], values["start"], values["end"] = number.exact, context.text[begin:end], begin, end
    values["number"] = span(context.text, number.start, number.end)
    if unit is not None:
        values["unit"], values["unit_inferred"] = unit.unit, unit.inferred
        values["unit_text"] = span(context.text, unit.start, unit.end)
    return NEW_QUANTITY(values)


def scaled(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """A value times a unit's factor, if there is a value."""
    if value is None or factor == ONE:
        return value
    return numerals.times(value, factor)


def unit_start(text: str, end: int, number: Number) -> int:
    """Where the unit behind a number would begin: after a space, a hyphen, or the "of" that a vague number takes.

    Fractions, and mixed ones too, take "of a" ("two and a half of a mile").

    >>> from claimx.scan import scan
    >>> unit_start("hundreds of miles", 8, scan("hundreds of miles")[0])
    12
    """
    near = text[end : end + 2]
    if near[:1] not in JOINTS:
        return end
    if near[:1] == " " and near[1:] not in UNSURE:
        return end + 1
    if number.form == "fraction":
        pattern = _fraction_of()
    elif number.form == "words" and number.magnitude == 1 and not is_whole(number.value):
        pattern = _mixed_of()
    elif number.form == "vague" or number.magnitude > 1 or text[end - 6 : end].lower() == "couple":
        pattern = _of()
    else:
        pattern = _joint()
    match = pattern.match(text, end)
    return match.end() if match else end


def is_whole(value: Decimal | None) -> bool:
    """Whether there is no broken part; `%` would fail where a number has more digits than the context.

    >>> is_whole(Decimal("1E+40")), is_whole(Decimal("2.5")), is_whole(None)
    (True, False, True)
    """
    return value is None or value == value.to_integral_value()


def open_end_at(text: str, start: int, end: int = sys.maxsize) -> re.Match[str] | None:
    """The sign or word for "or more" right behind a number, if one stands there."""
    may_be = text.startswith("+", start) or text.startswith("plus", start + 1)
    return _open_end().match(text, start, end) if may_be else None


@cache
def _open_end() -> re.Pattern[str]:
    """What may stand between a number and its unit for "or more": "20+ years", "20-plus years", "20 plus years"."""
    return re.compile(r"\+|[ -]plus(?=[ -](?!or\b|minus\b)[^\W\d])")


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        r"[ \u00a0\u2009\u202f]{1,2}|[-‑](?=[^\W\d])|"
        r"–(?=(?:year|month|week|day|hour|minute|mile|foot|inch)\b)|\n(?=[^\W\d])"
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf" of (?=[^\W\d])|{_joint().pattern}", re.IGNORECASE)


@cache
def _mixed_of() -> re.Pattern[str]:
    return re.compile(rf" of (?:an? )?(?=[^\W\d])|{_joint().pattern}", re.IGNORECASE)


@cache
def _fraction_of() -> re.Pattern[str]:
    return re.compile(rf" of (?:an? )?(?=[^\W\d])|-of-an?-| an? (?=[^\W\d])|{_joint().pattern}", re.IGNORECASE)
