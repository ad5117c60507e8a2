"""A number expression, and what digits carry with them: a sign before, a power, a scale or a letter behind."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from typing import Literal, NamedTuple

from claimx.numbers import numerals

POWER_SIGNS = frozenset("×xX*·")
SCALE_NAMES = (*numerals.SCALE_SIGNS, "million", "billion", "trillion", "thousand", "lakh", "crore")
GAPS = frozenset(" \u00a0\u202f-")  # of which one may stand before what goes with digits
TAILS = POWER_SIGNS | {name[0] for name in (*SCALE_NAMES, *numerals.SCALE_LETTERS)}  # what that begins with, if small
Form = Literal["digits", "words", "fraction", "vague", "multiple"]

DASHES = "-−–"  # that may be a minus
MINUS_WORDS = ("minus", "negative")
# What a sign in words or apart ends with: a quick look, for most numbers.
SIGN_ENDS = (*(f"{word}{joint}" for word in MINUS_WORDS for joint in " -"), "plus ", *(f"{dash} " for dash in DASHES))
SIGN_LAST = frozenset(char for end in SIGN_ENDS for char in (end[-2], end[-2].upper()))  # before a sign's space


class Number(NamedTuple):
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
        return self._replace(end=self.end + len(self.letter), value=value, magnitude=scale, letter="")

    def scaled(self, magnitude: Decimal) -> Number:
        """The number times a magnitude that stands elsewhere ("$3-4 billion")."""
        value = None if self.value is None else numerals.times(self.value, magnitude)
        return self._replace(value=value, magnitude=magnitude)


def digit_tail(text: str, number: Number) -> Number | None:
    """Digits with what is written after digits alone: a power, "bn", or a letter that may be a magnitude.

    None for a power of more digits than numbers may have.

    >>> digit_tail("3×10^8", Number(0, 1, "digits", Decimal(3))).value
    Decimal('300000000')
    """
    ahead = text[number.end : number.end + 2]
    if (ahead[1:] if ahead[:1] in GAPS else ahead[:1]).lower() not in TAILS:
        return number
    if not POWER_SIGNS.isdisjoint(ahead) and (power := patterns().power.match(text, number.end)):
        base = int(power["base"] or 10)
        exponent = numerals.exponent(power["exponent"] or power["raised"] or power["lost"] or power["flat"])
        if power["flat"] and not _is_mantissa(text, number):
            return number
        if abs(exponent) * len(str(base)) > numerals.MAX_DIGITS or number.value is None:
            return None
        value, exact = numerals.quotient(Fraction(number.value) * Fraction(base) ** exponent)
        factor, _ = numerals.quotient(Fraction(base) ** exponent)
        return number._replace(end=power.end(), value=value, magnitude=factor, exact=exact)
    if sign := patterns().scale_sign.match(text, number.end):
        scale = numerals.SCALE_SIGNS.get(sign[1].lower()) or numerals.SCALES[sign[1].lower()]
        return number.scaled(scale)._replace(end=sign.end())
    if letter := patterns().spaced_letter.match(text, number.end):
        return number.scaled(numerals.SCALE_LETTERS[letter[1]])._replace(end=letter.end())
    if letter := patterns().scale_letter.match(text, number.end):
        return number._replace(letter=letter[0])
    return number


def _is_mantissa(text: str, number: Number) -> bool:
    """Whether digits before "× 106", whose raised digits the text has lost, are of the form "2.5" or "6".

    >>> [_is_mantissa(text, Number(0, len(text), "digits", Decimal(text))) for text in ("6", "2.5", "20")]
    [True, True, False]
    """
    digits = text[number.start : number.end].lstrip("+-−")
    return digits[:1] != "0" and (len(digits) == 1 or digits[1] == ".")


def signed_start(text: str, start: int) -> tuple[int, int]:
    """Where the number begins with its sign, and 1 or -1: "-5", "−5", "+5", "minus five"; a hyphen is no sign."""
    before = text[start - 1] if start else ""
    if not before or before not in " -−–+‐－":
        return start, 1
    may_be = before != " " or text[start - 2 : start - 1] in SIGN_LAST
    signed = may_be and text[max(0, start - 9) : start].lower().endswith(SIGN_ENDS)
    word = patterns().minus.search(text, max(0, start - 18), start) if signed else None
    if word:
        return word.start(1), 1 if word[1][0] in "pP" else -1
    if before != " " and text[start - 3 : start - 1] != "+/":
        outer = text[start - 2] if start > 1 else " "
        if outer.isspace() and start > 2 and text[start - 3].isdigit():
            return start, 1
        if outer.isspace() or (outer in "([{\"“‘«‹'*•=:|,;/~∼<>≈≃≅≲≳≤≥⩽⩾$£€¥\u200b\ufeff" and outer != ""):
            return start - 1, 1 if before == "+" else -1
        return start, 1
    return start, 1


def is_told(number: Number, text: str) -> bool:
    """Whether a sign that touches a number says what it is, money or a share: a quick look, for most amounts.

    >>> from claimx.scan import scan
    >>> [is_told(scan(text)[0], text) for text in ("$5", "9%", "5 kg")]
    [True, True, False]
    """
    return text[number.end : number.end + 1] == "%" or (number.start > 0 and text[number.start - 1] in "$£€")


def start_before(text: str, end: int, pattern: re.Pattern[str]) -> int | None:
    """Where a pattern that ends right at `end` begins, looking a few characters back."""
    match = pattern.search(text, max(0, end - 24), end)
    return match.start(1) if match else None


class Patterns:
    """What may stand around a number and belong to it; each pattern is compiled on first use."""

    @cached_property
    def restated(self) -> re.Pattern[str]:
        """Digits in brackets behind a word: "thirty (30) days"."""
        return re.compile(r" \(([0-9]{1,9}(?:,[0-9]{3}){0,3})\)")

    @cached_property
    def article(self) -> re.Pattern[str]:
        """The article of a part: "a third", "an eighth"."""
        return re.compile(r"(?<![\w'’])(an?[ -])\Z", re.IGNORECASE)

    @cached_property
    def scale_article(self) -> re.Pattern[str]:
        """The article of a magnitude: "a million"."""
        return re.compile(r"(?<![\w'’])(a )\Z", re.IGNORECASE)

    @cached_property
    def several(self) -> re.Pattern[str]:
        """What makes a magnitude vague: "several hundred"."""
        return re.compile(r"(?<![\w'’])((?:a few|several|few|many) )\Z", re.IGNORECASE)

    @cached_property
    def or_two(self) -> re.Pattern[str]:
        """What makes a magnitude a range: "a hundred or two"."""
        return re.compile(r" or (two|three)\b(?! (?:hundred|thousand|million|billion|trillion|dozen))", re.IGNORECASE)

    @cached_property
    def of(self) -> re.Pattern[str]:
        """What ties a number to what it counts: "a gross of pencils"."""
        return re.compile(r" of (?=[A-Za-z])", re.IGNORECASE)

    @cached_property
    def couple_of(self) -> re.Pattern[str]:
        """The same behind "a couple", where "of" may be left out before a common noun."""
        return re.compile(
            r" of (?=[A-Za-z])| (?=(?:years|months|weeks|days|hours|minutes|seconds|decades|miles|metres|meters|"
            r"feet|inches|yards|blocks|times|points|bucks|dollars|pounds|euros|games|drinks)\b)",
            re.IGNORECASE,
        )

    @cached_property
    def base_of(self) -> re.Pattern[str]:
        """What shows that a fraction is of something else: "fifty and a third of them"."""
        return re.compile(r" of (?!an? |the )", re.IGNORECASE)

    @cached_property
    def of_counted(self) -> re.Pattern[str]:
        """What shows that a word counts: "scores of people", but not "scores of the last games"."""
        return re.compile(r" of (?=[A-Za-z])(?!(?:the )?(?:last|next|past|first)\b)", re.IGNORECASE)

    @cached_property
    def counting(self) -> re.Pattern[str]:
        """What may stand before a word that counts: "killed scores of people"."""
        return re.compile(
            r"(?:\A|[.,;:!?(—–\n\"“] ?|\b(?:by|with|for|to|from|in|and|or|of|on|with|at|after|despite|including|"
            r"left|were|are|was|is|has|have|had|when|as|that|while|killed|injured|wounded|arrested|killing|"
            r"injuring|wounding|arresting|involving|drew|draw|attracted|saw|brought|sent|employs?|featuring) )\Z",
            re.IGNORECASE,
        )

    @cached_property
    def point(self) -> re.Pattern[str]:
        """Decimals in words or digits: "two point five"."""
        small = "|".join([*numerals.TEENS, *numerals.TENS, *numerals.UNITS, "oh", "o"])
        decimals = rf"(?:{small})(?:[ -](?:{small})){{0,20}}|[0-9]{{1,20}}(?![0-9.,:/-])"
        return re.compile(rf" point ({decimals})\b", re.IGNORECASE)

    @cached_property
    def leading_point(self) -> re.Pattern[str]:
        """Decimals with no number before the point: two digits in words, or one of a percentage; no point in time."""
        digit = "|".join([*numerals.UNITS, "oh"])
        share = r"(?= (?:percent|per cent|percentage)\b)"
        place = "".join(
            rf"(?<!\b{word} )" for word in ("this", "that", "some", "the", "one", "a", "any", "which", "each")
        )
        return re.compile(rf"{place}point ((?:{digit})(?:(?: (?:{digit})\b(?!-)){{1,9}}|{share}))\b", re.IGNORECASE)

    @cached_property
    def power(self) -> re.Pattern[str]:
        """A power behind digits: "×10^8", "x 10⁻³"."""
        return re.compile(
            r" ?[×xX*·] ?(?:(?P<base>[1-9][0-9]?)(?:\^|\*\*)(?P<exponent>\(?[-−+]?[0-9]{1,4}\)?)"
            r"|(?P<ten>10)(?:(?P<lost>[-−][0-9]{1,2})|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})|(?<=× 10|.×10)"
            r"(?P<flat>[3-9]|1[0-9]|2[0-6])(?![\w.,]\d)))"
            r"(?![0-9⁰¹²³⁴⁵⁶⁷⁸⁹])"
        )

    @cached_property
    def ordinal_end(self) -> re.Pattern[str]:
        """The ending of a fraction: "3/10ths"."""
        return re.compile(r"(?:th|rd|nd|st)s?(?![^\W_])")

    @cached_property
    def sums_up(self) -> re.Pattern[str]:
        """What stands before a quotient: "is two over three"."""
        return re.compile(
            r"(?:\A|[=(:,;] ?|\b(?:is|was|are|be|equals?|equal to|as|of|by|times|plus|to|fraction|ratio|or|and) )\Z",
            re.IGNORECASE,
        )

    @cached_property
    def closes(self) -> re.Pattern[str]:
        """What stands behind a quotient: the end of its clause, or more of the sum."""
        return re.compile(r"\s*(?:[.,;:!?)=+]|\Z)|\s+(?:is|was|equals?|of|times|plus|minus|and|or)\b")

    @cached_property
    def scale_sign(self) -> re.Pattern[str]:
        """A magnitude behind digits, as a sign or a word: "5bn", "5 million"."""
        signs = "|".join(SCALE_NAMES)
        return re.compile(rf"[ \u00a0\u202f-]?({signs}|{signs.upper()}|{signs.title()})(?![^\W_])")

    @cached_property
    def spaced_letter(self) -> re.Pattern[str]:
        """A letter apart that counts: "5 M users"."""
        return re.compile(
            r"[ \u00a0]([kM]|[BK](?= (?:people|users|views|downloads|shares|followers|visitors|jobs)\b))"
            r"(?= (?!(?:solutions|races|runs|walks)\b)"
            r"(?:[a-z-]+ )?(?:people|women|men|[a-z-]+[^s\W]s)\b)"
        )

    @cached_property
    def scale_letter(self) -> re.Pattern[str]:
        """A glued letter that may be a magnitude: "5m"."""
        return re.compile(r"(?:MM|mm|[kKmMbBtT])(?![^\W_])")

    @cached_property
    def minus(self) -> re.Pattern[str]:
        """A sign in words, or apart: "minus five", "to -5"."""
        return re.compile(
            rf"(?<![\w-])(?<!\d )(?<!plus or )((?:{'|'.join(MINUS_WORDS)})[ -]|(?<=\bto )plus |(?<=\band )plus |"
            rf"(?<=\b(?:at|of|to|is|by) )[{DASHES}] )\Z",
            re.IGNORECASE,
        )


@cache
def patterns() -> Patterns:
    """The patterns, each compiled once."""
    return Patterns()
