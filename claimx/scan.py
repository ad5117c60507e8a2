"""STAGE text -> numbers: every number expression in the raw text, with its exact offsets. Linear, pure string work.

A number is one expression: digits in any grouping, number words, a fraction, a vague number ("dozens"), a multiple
("doubled"), each with its sign and magnitude. What a number means (money, a year, a label) is for the parsers.
`tokens` finds the words and digits, `cardinals`, `ratios` and `vague` know how they combine, `number` what digits
carry with them; here the text is read once from left to right, the longest expression at each place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction

from claimx.numbers import numerals, ratios, vague
from claimx.numbers.cardinals import HUNDRED, ONE, SPACES, Run, Words, cardinal
from claimx.numbers.number import Form, Number, digit_tail, patterns, signed_start, start_before
from claimx.numbers.tokens import Token, tokens_of

__all__ = ["Number", "scan"]

MOST_WORDS = 64  # in one number
ADDING = frozenset({"and", "over", "point"})  # between digits: "2 and 3 quarters", "3 over 4", "3 point 5"
# What stands between two tokens of one number, of which one is a word, with spaces, commas and hyphens around it.
JOINING = ADDING.union(("", "(", "or", "on", "upon", "of", "of a", "of an", "a", "and a", "and an", "and-a"))
AROUND = " \u00a0\u2009\u202f\n,-‑"
FARTHEST = 16  # characters between two tokens of one number, at most
Read = tuple[Number | None, int]  # a number and the index after it; a number of none is an ordinal to skip


def scan(text: str, words: AbstractSet[str] | None = None) -> list[Number]:
    """All number expressions of the text, in order, never overlapping; `words` are those of `words_of`, if known.

    >>> [str(number.value) for number in scan("Two hundred and five thousand people paid $53.6 billion for 2½ tons.")]
    ['205000', '53600000000', '2.5']
    >>> [(str(number.low), str(number.high)) for number in scan("Tens of millions came.")]
    [('10000000', '100000000')]
    """
    tokens = tokens_of(text, words)
    return list(_numbers(Words(text, tokens, len(tokens)))) if tokens else []


def _numbers(words: Words) -> Iterator[Number]:
    index, done = 0, 0
    while index < words.stop:
        read = _read_at(words, index)
        if read is None:
            index += 1
            continue
        number, index = read
        if number is not None and number.start >= done:
            done = number.end
            yield number


def _read_at(words: Words, at: int) -> Read | None:
    """The number that begins with this token."""
    token = words.tokens[at]
    match token.kind:
        case "digits" | "unit" | "teen" | "ten" if _is_alone(words, at + 1) and _is_plain(words.text, token):
            return _lone(words.text, token), at + 1
        case "plural" | "couple":
            return vague.plural(words, at) if token.kind == "plural" else vague.couple(words, at)
        case "multiple":
            return Number(token.start, token.end, "multiple", token.value), at + 1
        case "ordinal":
            return _bare_part(words, at)
        case "slash" | "vulgar":
            return _fraction(words.text, token.start, _ordinal_end(words.text, token.end), token.ratio), at + 1
        case "power":
            return _signed(words.text, _power(token.start, token.end, token.ratio)), at + 1
        case "ordinals":
            return None
        case _:
            return _run(words, at)


def _fraction(text: str, start: int, end: int, ratio: Fraction, *, hedged: bool = False) -> Number:
    start, sign = signed_start(text, start)
    value, exact = numerals.quotient(ratio * sign)
    return Number(start, end, "fraction", value, ratio=ratio * sign, exact=exact, hedged=hedged)


def _power(start: int, end: int, ratio: Fraction) -> Number:
    value, exact = numerals.quotient(ratio)
    return Number(start, end, "digits", value, exact=exact, magnitude=value)


def _ordinal_end(text: str, end: int) -> int:
    """Where a fraction ends that is written with an ordinal: "3/10ths"."""
    match = patterns().ordinal_end.match(text, end)
    return match.end() if match else end


def _bare_part(words: Words, at: int) -> Read | None:
    """A part without a numeral before it: "half", "half a million", "a third", "a quarter of a million"."""
    text, token = words.text, words.tokens[at]
    article = start_before(text, token.start, patterns().article)
    if (article is None and token.word not in {"half", "quarter"}) or (token.value < 3 and token.word != "half"):
        return None
    start, ratio = token.start if article is None else article, Fraction(1) / Fraction(token.value)
    return _scaled_part(words, at + 1, start, ratio) or (
        _fraction(text, start, token.end, ratio, hedged=True),
        at + 1,
    )


def _scaled_part(words: Words, after: int, start: int, ratio: Fraction) -> tuple[Number, int] | None:
    """A fraction of a magnitude, which is a plain value: "half a million", "a quarter of a million", "half a dozen"."""
    if words.kind(after) not in {"scale", "hundred", "set"}:
        return None
    gap, scale = words.gap(after).lower(), words.tokens[after]
    if gap not in {" of a ", " of an ", " a ", " ", "-", "-a-"} or (gap == " of a " and scale.kind == "set"):
        return None
    value, exact = numerals.quotient(ratio * Fraction(scale.value))
    return Number(start, scale.end, "words", value, magnitude=scale.value, exact=exact), after + 1


def _run(words: Words, at: int) -> Read | None:
    """A cardinal, with what may follow: a fraction, decimals, a magnitude, a power, a denominator."""
    text, first = words.text, words.tokens[at]
    if first.kind == "digits" and _is_scaled(words, at + 1):
        return _signed(text, _times(first, words.tokens[at + 1])), at + 2
    words = words.upto(min(words.stop, at + MOST_WORDS))
    if first.kind == "unit" and (read := _with_leading_point(words, at)):
        return read
    run = cardinal(words, at)
    if run is None:
        return None
    form: Form = "digits" if first.kind == "digits" else "words"
    number = Number(first.start, words.tokens[run.after - 1].end, form, run.value, magnitude=run.magnitude)
    if form == "digits" and run.after == at + 1:
        tailed = digit_tail(text, number)
        if tailed is None:
            return None, run.after
        number = tailed
    if first.kind in {"scale", "hundred", "set"}:
        if several := vague.several(text, number):
            return several, run.after
        if (opened := _opened(words, at, number)) is None:
            return None
        number = opened
    read = _closed(words, run, number)
    return _restated(text, _signed(text, read[0])), read[1]


def _closed(words: Words, run: Run, number: Number) -> Read:
    """The number with what goes with it behind its last token, which mostly is nothing."""
    is_nought = words.tokens[run.at].word in numerals.NOUGHTS
    if not is_nought and _is_alone(words, run.after) and not _has_point(words.text, number.end):
        return number, run.after
    return next((read for close in _CLOSES if (read := close(words, run, number))), (number, run.after))


def _is_alone(words: Words, after: int) -> bool:
    """Whether no number word or digits follow so near that they could add to the token before: so it is for most.

    What joins words is seldom what joins digits.

    >>> from claimx.numbers.tokens import tokens_of
    >>> texts = ("5 to 6", "5 and 6", "five (5)", "five to six", "5 million")
    >>> [_is_alone(Words(text, tokens_of(text), 2), 1) for text in texts]
    [True, False, False, True, False]
    """
    if after >= words.stop:
        return True
    before, token = words.tokens[after - 1], words.tokens[after]
    if token.start - before.end > FARTHEST:
        return True
    return words.gap(after).strip(AROUND).lower() not in (ADDING if token.kind == before.kind == "digits" else JOINING)


def _is_scaled(words: Words, after: int) -> bool:
    """Whether digits have a scale right behind them, and nothing more: "53.6 million"."""
    return words.kind(after) == "scale" and words.joint(after) == "" and _is_alone(words, after + 1)


def _times(digits: Token, scale: Token) -> Number:
    value = numerals.times(digits.value, scale.value)
    return Number(digits.start, scale.end, "digits", value, magnitude=scale.value)


def _lone(text: str, token: Token) -> Number | None:
    start, sign = signed_start(text, token.start)
    value = token.value if sign > 0 else -token.value
    if token.kind != "digits":
        return Number(start, token.end, "words", value)
    return digit_tail(text, Number(start, token.end, "digits", value))


def _is_plain(text: str, token: Token) -> bool:
    """Whether a token that stands alone is no word that decimals go with, nor "nought", which they make a number.

    >>> from claimx.numbers.tokens import tokens_of
    >>> [_is_plain(text, tokens_of(text)[0]) for text in ("five men", "point five", "five point oh", "nought")]
    [True, False, False, False]
    """
    if token.kind == "digits":
        return True
    before = text[max(0, token.start - 6) : token.start].lower()
    return before != "point " and token.word not in numerals.NOUGHTS and not _has_point(text, token.end)


def _has_point(text: str, end: int) -> bool:
    return text[end : end + 6].lower() == " point"


def _restated(text: str, number: Number | None) -> Number | None:
    """With the digits that say a word again: the "(30)" of "thirty (30) days"."""
    if number is None or number.form != "words" or text[number.end : number.end + 2] != " (":
        return number
    match = patterns().restated.match(text, number.end)
    if match is None or number.value != Decimal(match[1].replace(",", "")):
        return number
    return number._replace(end=match.end())


def _opened(words: Words, at: int, number: Number) -> Number | None:
    """A number that begins with a magnitude, with its article: "a hundred"; not every "gross" or "score" is one."""
    article = start_before(words.text, number.start, patterns().scale_article)
    token = words.tokens[at]
    if token.kind == "set" and token.word not in {"dozen", "gross"} and not token.word.startswith("baker"):
        return None
    if token.word == "gross" and (article is None or not patterns().of.match(words.text, number.end)):
        return None
    return number if article is None else number._replace(start=article)


def _signed(text: str, number: Number | None) -> Number | None:
    """The number with the sign before it."""
    if number is None or number.form == "fraction":
        return number
    start, sign = signed_start(text, number.start)
    if start == number.start:
        return number
    return number._replace(start=start, value=number.value if number.value is None or sign > 0 else -number.value)


def _with_fraction(words: Words, run: Run, number: Number) -> Read | None:
    """As in "two thirds", "one-third", "three quarters of a million"; none for an ordinal ("twenty-third")."""
    if number.letter:
        return None
    if parted := ratios.split(words, run):
        whole, rest, after = parted
        return _mixed(words, number._replace(value=whole.value, magnitude=whole.magnitude), rest, after)
    if (ratio := ratios.fraction(words, run)) is None:
        return None
    if ratio.value is None:
        return _article_fraction(words, run.at) or (None, ratio.after)
    if scaled := _scaled_part(words, ratio.after, number.start, ratio.value):
        return scaled
    end = words.tokens[ratio.after - 1].end
    return _fraction(words.text, number.start, end, ratio.value, hedged=ratio.hedged), ratio.after


def _article_fraction(words: Words, at: int) -> Read | None:
    """As in "a twenty-fifth of"; without "of", an ordinal."""
    article = start_before(words.text, words.tokens[at].start, patterns().article)
    if article is None or (part := ratios.part(words, at)) is None:
        return None
    end = words.tokens[part.after - 1].end
    if not patterns().of.match(words.text, end):
        return None
    return _fraction(words.text, article, end, Fraction(1) / Fraction(part.size), hedged=True), part.after


def _with_added_fraction(words: Words, run: Run, number: Number) -> Read | None:
    """As in "two and a half", "one and three quarters", "a million and a half", "2 and 1/2"."""
    if number.letter or number.value is None or number.value != number.value.to_integral_value():
        return None
    added = ratios.added(words, run)
    return None if added is None else _mixed(words, number, *added)


def _mixed(words: Words, number: Number, ratio: Fraction, after: int) -> Read | None:
    """A whole number and a fraction as one, with the magnitude that either of them has."""
    end = words.tokens[after - 1].end
    if patterns().base_of.match(words.text, end):
        return None  # "fifty and a third of the rest"
    if number.magnitude in {ONE, HUNDRED}:
        return _scaled(words, _plus(number, ratio, end), after)
    if (scale := _scale_at(words, after)) is not None:
        return _plus(number, ratio * Fraction(scale), words.tokens[after].end), after + 1
    return _plus(number, ratio * Fraction(number.magnitude), end), after


def _plus(number: Number, ratio: Fraction, end: int) -> Number:
    value, exact = numerals.quotient(Fraction(number.value or 0) + ratio)
    return number._replace(end=end, value=value, exact=exact)


def _with_glued_fraction(words: Words, run: Run, number: Number) -> Read | None:
    """As in "2½", "1 1/2", "1-1/2": digits and a proper fraction."""
    if words.kind(run.after) not in {"slash", "vulgar"} or number.form != "digits" or number.letter:
        return None
    ratio, gap = words.tokens[run.after].ratio, words.gap(run.after)
    if not 0 < ratio < 1 or gap not in SPACES | {"", "-"}:
        return None
    return _scaled(words, _plus(number, ratio, words.tokens[run.after].end), run.after + 1)


def _with_decimals(words: Words, run: Run, number: Number) -> Read | None:
    """As in "two point five", "zero point zero two", "3 point 5 million"."""
    point = patterns().point.match(words.text, number.end) if _has_point(words.text, number.end) else None
    if point is None or number.value is None or number.value != number.value.to_integral_value():
        return None
    value, after = numerals.EXACT.add(number.value, _decimals(point[1])), run.after
    while after < words.stop and words.tokens[after].start < point.end():
        after += 1
    return _scaled(words, number._replace(value=value, end=point.end()), after)


def _with_leading_point(words: Words, at: int) -> Read | None:
    """As in "point seven five", "point five percent"."""
    start = words.tokens[at].start - len("point ")
    if start < 0 or words.text[start : start + 6].lower() != "point " or words.text[start - 1 : start].isalnum():
        return None
    point = patterns().leading_point.match(words.text, start)
    if point is None:
        return None
    number, after = Number(start, point.end(), "words", _decimals(point[1])), at
    while after < words.stop and words.tokens[after].start < point.end():
        after += 1
    return _scaled(words, number, after)


def _decimals(words: str) -> Decimal:
    """As in "three five" is 0.35, "seventy-one" 0.71, "25" 0.25."""
    if words.isdigit():
        return Decimal(f"0.{words}")
    digits, ten = "", False
    for word in re.split(r"[ -]", words.lower()):
        value = numerals.UNITS.get(word) or numerals.TEENS.get(word) or numerals.TENS.get(word) or Decimal(0)
        digits = digits[:-1] + str(value) if ten and 0 < value < 10 else digits + str(value)
        ten = word in numerals.TENS
    return Decimal(f"0.{digits}")


def _scaled(words: Words, number: Number, after: int) -> tuple[Number, int]:
    """The number times the scale word behind it, if one stands there ("two and a half | million")."""
    if (scale := _scale_at(words, after)) is not None:
        return number.scaled(scale)._replace(end=words.tokens[after].end), after + 1
    tailed = digit_tail(words.text, number) or number
    return tailed._replace(form=number.form), after


def _scale_at(words: Words, at: int) -> Decimal | None:
    if words.kind(at) not in {"scale", "hundred", "set"} or words.joint(at) != "":
        return None
    return words.tokens[at].value


def _over(words: Words, run: Run, number: Number) -> Read | None:
    """As in "one over twenty", "2000 over 3" where nothing else is said of the two: a fraction."""
    if words.kind(run.after) not in {"digits", "unit", "teen", "ten"} or words.gap(run.after).lower() != " over ":
        return None
    bottom = cardinal(words, run.after)
    if bottom is None or not bottom.value or number.value is None or number.letter:
        return None
    end = words.tokens[bottom.after - 1].end
    start = signed_start(words.text, number.start)[0]
    if not patterns().sums_up.search(words.text, max(0, start - 24), start):
        return None
    if not patterns().closes.match(words.text, end) or number.value > bottom.value >= 20:
        return None  # a blood pressure of 120 over 80
    return _fraction(words.text, number.start, end, Fraction(number.value) / Fraction(bottom.value)), bottom.after


def _nought(words: Words, run: Run, number: Number) -> Read | None:
    """A bare "nought" is no number in running text ("it came to naught")."""
    if words.tokens[run.at].word not in numerals.NOUGHTS:
        return None
    alone = len(words.text) < 20 and not words.text.replace(words.text[number.start : number.end], "").strip()
    return (number if alone else None), run.after


_CLOSES: tuple[Callable[[Words, Run, Number], Read | None], ...] = (
    _with_glued_fraction,
    _with_decimals,
    _with_fraction,
    _with_added_fraction,
    _over,
    _nought,
)
