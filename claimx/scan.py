"""STAGE text -> numbers: every number expression in the raw text, with its exact offsets. Linear, pure string work.

A number is one expression: digits in any grouping, number words, a fraction, a vague number ("dozens"), a multiple
("doubled"), each with its sign and magnitude. What a number means (money, a year, a label) is for the parsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from claimx import numerals
from claimx.number import Form, Number, digit_tail, patterns, signed_start, start_before
from claimx.tokens import Token, tokens_of

__all__ = ["Number", "scan"]

MOST_WORDS = 40  # in one number


def scan(text: str) -> list[Number]:
    """All number expressions of the text, in order, never overlapping.

    >>> [str(number.value) for number in scan("Two hundred and five thousand people paid $53.6 billion for 2½ tons.")]
    ['205000', '53600000000', '2.5']
    >>> [(str(number.low), str(number.high)) for number in scan("Tens of millions came.")]
    [('10000000', '100000000')]
    """
    tokens = tokens_of(text)
    return list(_numbers(text, tokens)) if tokens else []


def _numbers(text: str, tokens: list[Token]) -> Iterator[Number]:
    index, done = 0, 0
    while index < len(tokens):
        read = _read_at(text, tokens, index)
        if read is None:
            index += 1
            continue
        number, index = read
        if number is not None and number.start >= done:
            done = number.end
            yield number


def _read_at(text: str, tokens: list[Token], index: int) -> tuple[Number | None, int] | None:
    """The number that begins with this token and the index after it; a number of none is an ordinal to skip."""
    token = tokens[index]
    if token.kind == "plural":
        return _vague(text, tokens, index)
    if token.kind == "multiple":
        return Number(token.start, token.end, "multiple", token.value), index + 1
    if token.kind in {"denominator", "denominators"}:
        return _bare_fraction(text, tokens, index)
    if token.kind == "couple":
        return _couple(text, tokens, index)
    if token.kind in {"slash", "vulgar"}:
        return _fraction(text, token.start, token.end, token.ratio or Fraction(0)), index + 1
    return _run(text, tokens, index) if token.kind in {"digits", "word"} else None


def _vague(text: str, tokens: list[Token], index: int) -> tuple[Number | None, int] | None:
    """Plural magnitudes: "dozens", "tens of millions"."""
    token, scale, end, after = tokens[index], Decimal(1), tokens[index].end, index + 1
    while (
        after < min(len(tokens), index + 3)
        and tokens[after].kind == "plural"
        and text[end : tokens[after].start].lower() == " of "
    ):
        scale = numerals.times(scale, numerals.PLURAL_SCALES[tokens[after].word])
        end, after = tokens[after].end, after + 1
    ends = numerals.vague_range(token.word, scale)
    if ends is None:
        return None
    return Number(token.start, end, "vague", None, low=ends[0], high=ends[1], magnitude=scale), after


def _couple(text: str, tokens: list[Token], index: int) -> tuple[Number | None, int] | None:
    """As in "a couple of", "a couple hundred", "a couple of thousand"."""
    token = tokens[index]
    article = start_before(text, token.start, patterns().article)
    start = token.start if article is None else article
    scale = tokens[index + 1] if index + 1 < len(tokens) else token
    if scale.word in numerals.SCALES and text[token.end : scale.start].lower() in {" ", " of "}:
        size = numerals.SCALES[scale.word]
        return Number(start, scale.end, "words", numerals.times(Decimal(2), size), magnitude=size), index + 2
    if article is None or not patterns().of.match(text, token.end):
        return None
    return Number(start, token.end, "words", Decimal(2)), index + 1


def _bare_fraction(text: str, tokens: list[Token], index: int) -> tuple[Number | None, int] | None:
    """A denominator without a numeral before it: "half", "half a million", "a third", "a quarter of a million"."""
    token = tokens[index]
    ratio = token.ratio or Fraction(0)
    article = start_before(text, token.start, patterns().article)
    if token.kind == "denominators" or (article is None and token.word not in {"half", "quarter"}):
        return None
    start = token.start if article is None else article
    whole = _scaled_fraction(text, tokens, index, start, ratio)
    if whole:
        return whole
    return replace(_fraction(text, start, token.end, ratio), hedged=True), index + 1


def _scaled_fraction(
    text: str, tokens: list[Token], index: int, start: int, ratio: Fraction
) -> tuple[Number, int] | None:
    """As in "half a million", "a quarter of a million", "half a dozen": a plain value."""
    if index + 1 >= len(tokens) or (scale := tokens[index + 1]).word not in numerals.SCALES:
        return None
    gap = text[tokens[index].end : scale.start].lower()
    if gap not in {" of a ", " of an ", " a ", " "} or (gap == " of a " and scale.word == "dozen"):
        return None
    size = numerals.SCALES[scale.word]
    value, exact = numerals.quotient(ratio * Fraction(size))
    return Number(start, scale.end, "words", value, magnitude=size, exact=exact), index + 2


def _fraction(text: str, start: int, end: int, ratio: Fraction) -> Number:
    start, sign = signed_start(text, start)
    value, exact = numerals.quotient(ratio * sign)
    return Number(start, end, "fraction", value, ratio=ratio * sign, exact=exact)


def _run(text: str, tokens: list[Token], index: int) -> tuple[Number | None, int] | None:
    """A run of number words and digits, with what may follow: a fraction, a decimal part, a scale, a denominator."""
    items, owners = _gather(text, tokens, index)
    run = numerals.read_words(items)
    if run is None:
        return None
    last = owners[run.length - 1]
    after = last + 1
    start, end = tokens[index].start, tokens[last].end
    form: Form = "digits" if tokens[index].kind == "digits" else "words"
    number = Number(start, end, form, run.value, magnitude=run.magnitude)
    if form == "digits" and last == index:
        number = digit_tail(text, number)
    if isinstance(items[0], str) and items[0] in numerals.SCALES and (several := _several(text, number)):
        return several, after
    if isinstance(items[0], str) and items[0] in numerals.SCALES:
        article = start_before(text, start, patterns().scale_article)
        number = replace(number, start=start if article is None else article)
    closed = _closed(text, tokens, number, after)
    if closed is None:
        return None, after + 1
    number, after = closed
    start, sign = signed_start(text, number.start)
    if start != number.start:
        value = number.value if number.value is None or sign > 0 else -number.value
        number = replace(number, start=start, value=value, ratio=number.ratio and number.ratio * sign)
    return number, after


def _several(text: str, number: Number) -> Number | None:
    """As in "several hundred", "a few thousand", "a few dozen": a vague number."""
    start = start_before(text, number.start, patterns().several)
    if start is None or number.value is None:
        return None
    low = Decimal(24) if number.value == 12 else number.value
    high = Decimal(100) if number.value == 12 else numerals.times(number.value, Decimal(10))
    return replace(number, start=start, form="vague", value=None, low=low, high=high)


def _gather(text: str, tokens: list[Token], index: int) -> tuple[list[str | Decimal], list[int]]:
    """The items of a run from a token on, as `read_words` takes them, and which token each comes from."""
    items: list[str | Decimal] = []
    owners: list[int] = []
    position = index
    while position < min(len(tokens), index + MOST_WORDS) and tokens[position].kind in {"digits", "word"}:
        token = tokens[position]
        if position > index:
            gap = text[tokens[position - 1].end : token.start].lower()
            joint = _joint(gap, tokens[position - 1], token)
            if joint is None or (joint == "and" and _is_numerator(text, tokens, position)):
                break
            items += [joint] if joint else []
            owners += [position] if joint else []
        item = token.value if token.kind == "digits" else token.word
        if item is None:
            break
        items.append(item)
        owners.append(position)
        position += 1
    return items, owners


def _is_numerator(text: str, tokens: list[Token], index: int) -> bool:
    """Whether the number word belongs to a fraction: "five billion and | three quarters"."""
    if index + 1 >= len(tokens) or tokens[index + 1].kind not in {"denominator", "denominators"}:
        return False
    return text[tokens[index].end : tokens[index + 1].start] in {" ", "-"}


def _joint(gap: str, before: Token, token: Token) -> str | None:
    """What a gap between two tokens of a run stands for: "" or "and"; none if it parts them."""
    if token.kind == "digits" and before.kind == "digits":
        return None
    words = gap.split()
    if (words == ["and"] and gap[0].isspace() and gap[-1].isspace() and len(gap) < 8) or gap == "-and-":
        return "and"
    if (
        gap in {" ", "\u00a0", "\u2009", "\u202f", "\n"}
        or (gap and gap in "   " and token.kind == "word")
        or (gap == "" and before.kind == "digits")
    ):
        return ""
    return "" if gap in {"-", "‑", "- "} and token.kind == "word" and _hyphenates(before, token) else None


def _hyphenates(before: Token, token: Token) -> bool:
    """As in "twenty-five", "two-hundred", "5-million", but not "two-three"."""
    return before.word in numerals.TENS or token.word in numerals.SCALES or before.word in numerals.SCALES


def _closed(text: str, tokens: list[Token], number: Number, after: int) -> tuple[Number, int] | None:
    """The number with the fraction, decimals, scale or denominator behind it; none if that makes it an ordinal."""
    following = tokens[after] if after < len(tokens) else None
    if following is not None and following.kind in {"slash", "vulgar"} and _mixes(text, number, following):
        mixed = _plus(number, following.ratio or Fraction(0), following.end)
        return _scaled(text, tokens, mixed, after + 1)
    if point := patterns().point.match(text, number.end):
        decimals = _decimals(point[1])
        if number.value is not None and number.value == number.value.to_integral_value():
            value = numerals.EXACT.add(number.value, decimals)
            after = _skip(tokens, after, point.end())
            return _scaled(text, tokens, replace(number, value=value, end=point.end()), after)
    if following is None or number.letter:
        return number, after
    if half := _and_fraction(text, tokens, number, after):
        return half
    if following.kind in {"denominator", "denominators"} and text[number.end : following.start] in {" ", "-", "‑"}:
        return _numerator(text, tokens, number, after)
    return number, after


def _decimals(words: str) -> Decimal:
    """As in "three five" is 0.35, "seventy-one" 0.71."""
    digits, ten = "", False
    for word in re.split(r"[ -]", words.lower()):
        value = numerals.UNITS.get(word) or numerals.TEENS.get(word) or numerals.TENS.get(word) or Decimal(0)
        digits = digits[:-1] + str(value) if ten and 0 < value < 10 else digits + str(value)
        ten = word in numerals.TENS
    return Decimal(f"0.{digits}")


def _skip(tokens: list[Token], index: int, end: int) -> int:
    while index < len(tokens) and tokens[index].start < end:
        index += 1
    return index


def _mixes(text: str, number: Number, fraction: Token) -> bool:
    """As in "2½", "1 1/2", "1-1/2": a whole number and a proper fraction."""
    gap = text[number.end : fraction.start]
    proper = fraction.ratio is not None and 0 < fraction.ratio < 1
    return proper and number.form == "digits" and gap in {"", " ", "-", "\u00a0", "\u2009", "  "} and not number.letter


def _plus(number: Number, ratio: Fraction, end: int) -> Number:
    """A whole number and a fraction as one."""
    value, exact = numerals.quotient(Fraction(number.value or 0) + ratio)
    return replace(number, end=end, value=value, exact=exact)


def _scaled(text: str, tokens: list[Token], number: Number, after: int) -> tuple[Number, int]:
    """The number times the scale word behind it, if one stands there ("two and a half | million")."""
    if scale := _scale_at(text, tokens, after, number.end):
        return replace(number.scaled(numerals.SCALES[scale.word]), end=scale.end), after + 1
    return replace(digit_tail(text, number), form=number.form), after


def _and_fraction(text: str, tokens: list[Token], number: Number, after: int) -> tuple[Number, int] | None:
    """As in "two and a half", "one and three quarters", "a million and a half"."""
    match = patterns().and_fraction.match(text, number.end)
    if match is None:
        return None
    top = numerals.UNITS.get((match[1] or "a").lower(), Decimal(1))
    denominator = match[2].lower()
    bottom = numerals.DENOMINATORS.get(denominator) or numerals.DENOMINATOR_PLURALS[denominator]
    next_index = _skip(tokens, after, match.end())
    ratio, end = Fraction(top) / bottom * Fraction(number.magnitude), match.end()
    if number.magnitude > 1 and (scale := _scale_at(text, tokens, next_index, end)):
        return _plus(number, Fraction(top) / bottom * Fraction(numerals.SCALES[scale.word]), scale.end), next_index + 1
    whole = _plus(number, ratio, end)
    return _scaled(text, tokens, whole, _skip(tokens, after, match.end()))


def _scale_at(text: str, tokens: list[Token], index: int, end: int) -> Token | None:
    """The scale word that stands right behind `end`."""
    if (
        index < len(tokens)
        and tokens[index].word in numerals.SCALES
        and text[end : tokens[index].start] in {" ", "-", "\u00a0"}
    ):
        return tokens[index]
    return None


def _numerator(text: str, tokens: list[Token], number: Number, after: int) -> tuple[Number, int] | None:
    """As in "two thirds", "one-third", "three quarters of a million"; none for an ordinal ("twenty-third")."""
    token = tokens[after]
    value, bottom = number.value, token.ratio
    if value is None or bottom is None or value != value.to_integral_value() or number.magnitude != 1 or value < 1:
        return number, after
    plural = token.kind == "denominators"
    if (not plural and value > 9) or (not plural and value > 1 and token.word not in {"quarter", "third"}):
        return None
    ratio = Fraction(value) * bottom
    if scaled := _scaled_fraction(text, tokens, after, number.start, ratio):
        return scaled
    fraction = _fraction(text, number.start, token.end, ratio)
    hyphen = text[number.end : token.start] != " "
    return replace(fraction, hedged=token.word in {"quarters", "quarter"} and not hyphen), after + 1
