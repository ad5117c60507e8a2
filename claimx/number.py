"""A number expression, and what digits carry with them: a sign before, a power, a scale or a letter behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from claimx import numerals

Form = Literal["digits", "words", "fraction", "vague", "multiple"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number expression: `value`, or `low` and `high` for a vague one; `text[start:end]` holds sign and magnitude.

    `letter` is a glued letter that may be a magnitude or a unit ("5m"); `hedged` marks a fraction that may be an
    ordinal or a period ("a third", "a quarter") unless its context says otherwise.
    """

    start: int
    end: int
    form: Form
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    magnitude: Decimal = Decimal(1)
    ratio: Fraction | None = None
    exact: bool = True
    letter: str = ""
    hedged: bool = False

    def with_letter(self) -> Number:
        """The number with its glued letter read as a magnitude ("5m" is 5000000).

        >>> Number(1, 2, "digits", Decimal(5), letter="m").with_letter().value
        Decimal('5000000')
        """
        scale = numerals.SCALE_LETTERS[self.letter]
        value = None if self.value is None else numerals.times(self.value, scale)
        return replace(self, end=self.end + len(self.letter), value=value, magnitude=scale, letter="")

    def scaled(self, magnitude: Decimal) -> Number:
        """The number times a magnitude that stands elsewhere ("$3-4 billion")."""
        value = None if self.value is None else numerals.times(self.value, magnitude)
        return replace(self, value=value, magnitude=magnitude)


def digit_tail(text: str, number: Number) -> Number | None:
    """Digits with what is written after digits alone: a power, "bn", or a letter that may be a magnitude.

    None for a power of more digits than numbers may have.

    >>> digit_tail("3×10^8", Number(0, 1, "digits", Decimal(3))).value
    Decimal('300000000')
    """
    if power := patterns().power.match(text, number.end):
        base = int(power["base"] or 10)
        exponent = numerals.exponent(power["exponent"] or power["raised"] or power["lost"])
        if abs(exponent) * len(str(base)) > numerals.MAX_DIGITS or number.value is None:
            return None
        value, exact = numerals.quotient(Fraction(number.value) * Fraction(base) ** exponent)
        factor, _ = numerals.quotient(Fraction(base) ** exponent)
        return replace(number, end=power.end(), value=value, magnitude=factor, exact=exact)
    if sign := patterns().scale_sign.match(text, number.end):
        scale = numerals.SCALE_SIGNS.get(sign[1].lower()) or numerals.SCALES[sign[1].lower()]
        return replace(number.scaled(scale), end=sign.end())
    if letter := patterns().spaced_letter.match(text, number.end):
        return replace(number.scaled(numerals.SCALE_LETTERS[letter[1]]), end=letter.end())
    if letter := patterns().scale_letter.match(text, number.end):
        return replace(number, letter=letter[0])
    return number


def signed_start(text: str, start: int) -> tuple[int, int]:
    """Where the number begins with its sign, and 1 or -1: "-5", "−5", "+5", "minus five"; a hyphen is no sign."""
    word = patterns().minus.search(text, max(0, start - 18), start)
    if word:
        return word.start(1), 1 if word[1][0] in "pP" else -1
    before = text[start - 1] if start else ""
    if before and before in "-−–+‐－" and text[start - 3 : start - 1] != "+/":
        outer = text[start - 2] if start > 1 else " "
        if outer.isspace() and start > 2 and text[start - 3].isdigit():
            return start, 1
        if outer.isspace() or (outer in "([{\"“‘«‹'*•=:|,;/~<>≈≤≥$£€¥\u200b\ufeff" and outer != ""):
            return start - 1, 1 if before == "+" else -1
        return start, 1
    return start, 1


def start_before(text: str, end: int, pattern: re.Pattern[str]) -> int | None:
    """Where a pattern that ends right at `end` begins, looking a few characters back."""
    match = pattern.search(text, max(0, end - 24), end)
    return match.start(1) if match else None


@dataclass(frozen=True, slots=True)
class Patterns:
    """What may stand around a number and belong to it."""

    article: re.Pattern[str]
    scale_article: re.Pattern[str]
    several: re.Pattern[str]
    or_two: re.Pattern[str]
    of: re.Pattern[str]
    couple_of: re.Pattern[str]
    base_of: re.Pattern[str]
    of_counted: re.Pattern[str]
    counting: re.Pattern[str]
    point: re.Pattern[str]
    power: re.Pattern[str]
    ordinal_end: re.Pattern[str]
    sums_up: re.Pattern[str]
    closes: re.Pattern[str]
    scale_sign: re.Pattern[str]
    spaced_letter: re.Pattern[str]
    scale_letter: re.Pattern[str]
    minus: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The patterns, compiled once."""
    small = "|".join([*numerals.TEENS, *numerals.TENS, *numerals.UNITS, "oh", "o"])
    decimals = rf"(?:{small})(?:[ -](?:{small})){{0,20}}|[0-9]{{1,20}}(?![0-9.,:/-])"
    signs = "|".join([*numerals.SCALE_SIGNS, "million", "billion", "trillion", "thousand", "lakh", "crore"])
    return Patterns(
        article=re.compile(r"(?<![\w'’])(an?[ -])\Z", re.IGNORECASE),
        scale_article=re.compile(r"(?<![\w'’])(a )\Z", re.IGNORECASE),
        several=re.compile(r"(?<![\w'’])((?:a few|several|few|many) )\Z", re.IGNORECASE),
        or_two=re.compile(r" or (two|three)\b(?! (?:hundred|thousand|million|billion|trillion|dozen))", re.IGNORECASE),
        of=re.compile(r" of (?=[A-Za-z])", re.IGNORECASE),
        couple_of=re.compile(
            r" of (?=[A-Za-z])| (?=(?:years|months|weeks|days|hours|minutes|seconds|decades|miles|metres|meters|"
            r"feet|inches|yards|blocks|times|points|bucks|dollars|pounds|euros|games|drinks)\b)",
            re.IGNORECASE,
        ),
        base_of=re.compile(r" of (?!an? |the )", re.IGNORECASE),
        of_counted=re.compile(r" of (?=[A-Za-z])(?!(?:the )?(?:last|next|past|first)\b)", re.IGNORECASE),
        counting=re.compile(
            r"(?:\A|[.,;:!?(—–\n\"“] ?|\b(?:by|with|for|to|from|in|and|or|of|on|with|at|after|despite|including|"
            r"left|were|are|was|is|has|have|had|when|as|that|while|killed|injured|wounded|arrested|killing|"
            r"injuring|wounding|arresting|involving|drew|draw|attracted|saw|brought|sent|employs?|featuring) )\Z",
            re.IGNORECASE,
        ),
        point=re.compile(rf" point ({decimals})\b", re.IGNORECASE),
        power=re.compile(
            r" ?[×xX*·] ?(?:(?P<base>[1-9][0-9]?)(?:\^|\*\*)(?P<exponent>\(?[-−+]?[0-9]{1,4}\)?)"
            r"|(?P<ten>10)(?:(?P<lost>[-−][0-9]{1,2})|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})))(?![0-9⁰¹²³⁴⁵⁶⁷⁸⁹])"
        ),
        ordinal_end=re.compile(r"(?:th|rd|nd|st)s?(?![^\W_])"),
        sums_up=re.compile(
            r"(?:\A|[=(:,;] ?|\b(?:is|was|are|be|equals?|equal to|as|of|by|times|plus|to|fraction|ratio|or|and) )\Z",
            re.IGNORECASE,
        ),
        closes=re.compile(r"\s*(?:[.,;:!?)=+]|\Z)|\s+(?:is|was|equals?|of|times|plus|minus|and|or)\b"),
        scale_sign=re.compile(rf"[ \u00a0\u202f-]?({signs}|{signs.upper()}|{signs.title()})(?![^\W_])"),
        spaced_letter=re.compile(
            r"[ \u00a0]([kM]|[BK](?= (?:people|users|views|downloads|shares|followers|visitors|jobs)\b))"
            r"(?= (?!(?:solutions|races|runs|walks)\b)"
            r"(?:[a-z-]+ )?(?:people|women|men|[a-z-]+[^s\W]s)\b)"
        ),
        scale_letter=re.compile(r"(?:MM|mm|[kKmMbBtT])(?![^\W_])"),
        minus=re.compile(
            r"(?<![\w-])(?<!\d )(?<!plus or )((?:minus|negative)[ -]|(?<=\bto )plus |(?<=\band )plus |"
            r"(?<=\b(?:at|of|to|is|by) )[-−–] )\Z",
            re.IGNORECASE,
        ),
    )
