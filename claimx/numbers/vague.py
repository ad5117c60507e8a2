"""The grammar of vague numbers over the tokens of a text: "dozens", "tens of millions", "several hundred".

    plural  := ("dozens" | "hundreds" | ...) ("of" plural)?  |  plural ("and" | "upon") the same plural
    several := ("several" | "a few" | ...) scale+
    couple  := "a"? "couple" ("of"? scale+ | "of" what is counted)

Each is a range, but for a couple, which is two.
"""

from __future__ import annotations

from decimal import Decimal

from claimx.numbers import numerals
from claimx.numbers.cardinals import Words, cardinal
from claimx.numbers.number import Number, patterns, start_before

TWO, TEN, DOZEN, HUNDRED = Decimal(2), Decimal(10), Decimal(12), Decimal(100)


def plural(words: Words, at: int) -> tuple[Number, int] | None:
    """A vague number, from the token `at` on, and the index after it.

    >>> from claimx.numbers.tokens import tokens_of
    >>> def read(text):
    ...     tokens = tokens_of(text)
    ...     number, _ = plural(Words(text, tokens, len(tokens)), 0)
    ...     return text[number.start : number.end], str(number.low), str(number.high)
    >>> read("tens of millions"), read("dozens and dozens of them"), read("lakhs of rupees")
    (('tens of millions', '10000000', '100000000'), ('dozens and dozens', '24', '100'), ('lakhs', '100000', '1000000'))
    """
    token = words.tokens[at]
    if token.word == "scores" and not _are_twenties(words, at):
        return None
    scale, after = Decimal(1), at + 1
    while words.kind(after) == "plural" and after < at + 3 and words.gap(after).lower() == " of ":
        scale, after = numerals.times(scale, words.tokens[after].value), after + 1
    if words.kind(after) == "plural" and words.tokens[after].word == words.tokens[after - 1].word:
        after += words.gap(after).lower() in {" and ", " upon ", " on "}
    ends = numerals.vague_range(token.word, scale)
    if ends is None:
        return None
    end = words.tokens[after - 1].end
    return Number(token.start, end, "vague", None, low=ends[0], high=ends[1], magnitude=scale), after


def _are_twenties(words: Words, at: int) -> bool:
    """Whether "scores" counts by twenties, and is not what a game or a test ends in."""
    token = words.tokens[at]
    if not patterns().of_counted.match(words.text, token.end):
        return False
    return patterns().counting.search(words.text, max(0, token.start - 24), token.start) is not None


def several(text: str, number: Number) -> Number | None:
    """As in "several hundred", "a few thousand", "a few dozen", "a million or two": a bare magnitude as a range.

    >>> number = Number(8, 15, "words", Decimal(100), magnitude=Decimal(100))
    >>> ranged = several("several hundred", number)
    >>> ranged.start, ranged.low, ranged.high
    (0, Decimal('100'), Decimal('1000'))
    """
    if number.value is None:
        return None
    start = start_before(text, number.start, patterns().several)
    if start is not None:
        ends = (Decimal(24), HUNDRED) if number.value == DOZEN else (number.value, numerals.times(number.value, TEN))
        return number._replace(start=start, form="vague", value=None, low=ends[0], high=ends[1])
    article = start_before(text, number.start, patterns().scale_article)
    or_two = None if article is None else patterns().or_two.match(text, number.end)
    if or_two is None:
        return None
    high = numerals.times(number.value, numerals.UNITS[or_two[1].lower()])
    return number._replace(start=article or 0, end=or_two.end(), form="vague", value=None, low=number.value, high=high)


def couple(words: Words, at: int) -> tuple[Number, int] | None:
    """As in "a couple of", "a couple hundred", "a couple of thousand"."""
    text, token, after = words.text, words.tokens[at], at + 1
    article = start_before(text, token.start, patterns().article)
    start = token.start if article is None else article
    if words.kind(after) in {"scale", "hundred", "set"} and words.gap(after).lower() in {" ", " of "}:
        run = cardinal(words, after)
        if run is not None:
            value = numerals.times(TWO, run.value)
            return Number(start, words.tokens[run.after - 1].end, "words", value, magnitude=run.magnitude), run.after
    if article is None or not patterns().couple_of.match(text, token.end):
        return None
    return Number(start, token.end, "words", TWO), after
