"""The grammar of fractions in words, over the tokens of a text: "two thirds", "one twenty-fifth", "five and a half".

    fraction := cardinal ordinal               "three twenty-firsts"; one of a part stands in the singular: "one fifth"
    ordinal  := part  |  ten part  |  "one"? "hundred" "and"? ordinal
    part     := "half"  |  "third"  |  "quarter"  | ...
    mixed    := cardinal "and" ("a" ordinal | fraction | "3/4")

What fits no rule is an ordinal, which is no number, or two numbers.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from claimx.numbers.cardinals import HUNDRED, ONE, Run, Words, cardinal

ORDINALS = frozenset({"ordinal", "ordinals"})
QUARTERS = frozenset({"half", "halves", "quarter", "quarters"})
LONGEST_ORDINAL = 4  # tokens, in "one hundred and twenty fifths"


class Part(NamedTuple):
    """The denominator of a fraction, up to the token `after`."""

    size: Decimal
    after: int
    plural: bool
    word: str


class Ratio(NamedTuple):
    """A fraction up to the token `after`; an ordinal, which is no number ("the twenty-third"), if its value is none.

    `hedged` marks what may be no fraction unless the context says so: "two quarters", "one twenty-fifth".
    """

    value: Fraction | None
    after: int
    hedged: bool = False


def part(words: Words, at: int) -> Part | None:
    """The denominator that begins with a token.

    >>> from claimx.numbers.tokens import tokens_of
    >>> def read(text):
    ...     tokens = tokens_of(text)
    ...     return str(part(Words(text, tokens, len(tokens)), 0).size)
    >>> read("thirds"), read("twenty-fifth"), read("one hundred and fifth"), read("two-hundredths")
    ('3', '25', '105', '200')
    """
    kind = words.kind(at)
    if kind in ORDINALS:
        token = words.tokens[at]
        return Part(token.value, at + 1, kind == "ordinals", token.word)
    if kind == "ten":
        return _added(words.tokens[at].value, part(words, at + 1) if words.joint(at + 1) == "" else None, below=10)
    if kind == "unit":
        return _hundredth(words, at)
    return None


def _hundredth(words: Words, at: int) -> Part | None:
    """As in "one hundred and fifth", "one thousandths", "two-hundredths" with its hyphen."""
    count, after = words.tokens[at].value, at + 1
    if words.joint(after) != "":
        return None
    size = words.tokens[after]
    if size.kind in ORDINALS and size.value >= HUNDRED and words.gap(after) == "-":
        return Part(count * size.value, after + 1, size.kind == "ordinals", size.word)
    if size.kind in {"hundred", "scale"} and count == ONE and words.joint(after + 1) is not None:
        return _added(size.value, part(words, after + 1), below=int(size.value))
    return None


def _added(base: Decimal, rest: Part | None, below: int) -> Part | None:
    if rest is None or rest.size >= below or rest.word in QUARTERS:
        return None
    return Part(base + rest.size, rest.after, rest.plural, rest.word)


def fraction(words: Words, run: Run) -> Ratio | None:
    """The fraction whose numerator the number `run` begins with, or the ordinal that it is part of.

    The longest denominator wins: "one hundred thirty-fifths" is 100/35, "twenty-three fifths" 23/5.

    >>> from claimx.numbers.tokens import tokens_of
    >>> def read(text):
    ...     tokens = tokens_of(text)
    ...     words = Words(text, tokens, len(tokens))
    ...     return str(fraction(words, cardinal(words, 0)).value)
    >>> read("one twenty-fifth"), read("one hundred thirty-fifths"), read("sixty five hundredths"), read("fifty-fifth")
    ('1/25', '20/7', '13/20', 'None')
    """
    for start in range(max(run.at + 1, run.after - LONGEST_ORDINAL), run.after + 1):
        if words.joint(start) != "" or (denominator := part(words, start)) is None:
            continue
        top = cardinal(words.upto(start), run.at)
        if top is not None and top.after == start and (ratio := _ratio(words, start, top.value, denominator)):
            return ratio
    return None


def _ratio(words: Words, start: int, top: Decimal, denominator: Part) -> Ratio | None:
    """The fraction of two numbers; an ordinal if they do not agree in number; none if they have nothing to do."""
    if top != top.to_integral_value() or top < 1 or not _is_part(words, denominator):
        return None
    if denominator.word in QUARTERS and (top >= 4 or (top > 1 and denominator.word == "half")):
        return None  # "12 quarters", "by week 3 half the plants"
    hyphen = words.gap(start) == "-"
    if denominator.plural or top == 1 or (denominator.word in {"quarter", "third"} and hyphen and top < 4):
        hedged = denominator.word in QUARTERS - {"half", "halves"} and not hyphen
        compound = not denominator.plural and denominator.after > start + 1
        return Ratio(Fraction(top) / Fraction(denominator.size), denominator.after, hedged or compound)
    return Ratio(None, denominator.after)


def _is_part(words: Words, denominator: Part) -> bool:
    """Whether it can be a denominator: "firsts" and "seconds" only with tens before them, the latter of something."""
    if denominator.word.startswith("second"):
        return denominator.size > 2 and words.text.startswith(" of ", words.tokens[denominator.after - 1].end)
    return denominator.size > 2 or denominator.word in QUARTERS


def split(words: Words, run: Run) -> tuple[Run, Fraction, int] | None:
    """A whole number and a fraction where the number `run` took the fraction's numerator for its own last part.

    >>> from claimx.numbers.tokens import tokens_of
    >>> text = "two hundred and fifty-four hundredths"
    >>> words = Words(text, tokens_of(text), 5)
    >>> whole, ratio, after = split(words, cardinal(words, 0))
    >>> str(whole.value), str(ratio), after
    ('200', '27/50', 5)
    """
    if words.kind(run.after) not in ORDINALS or words.joint(run.after) != "":
        return None
    for joint in range(run.after - 1, run.at, -1):
        if words.joint(joint) == "and":
            whole, rest = cardinal(words.upto(joint), run.at), _added_fraction(words, joint)
            return (whole, *rest) if whole is not None and whole.after == joint and rest is not None else None
    return None


def added(words: Words, run: Run) -> tuple[Fraction, int] | None:
    """What is added to the whole number `run` behind "and", and the index after it: "five and | three quarters".

    >>> from claimx.numbers.tokens import tokens_of
    >>> def read(text):
    ...     tokens = tokens_of(text)
    ...     words = Words(text, tokens, len(tokens))
    ...     return str(added(words, cardinal(words, 0))[0])
    >>> read("two and a half"), read("seven and two fifths"), read("2 and 1/4"), read("a million and a third")
    ('1/2', '2/5', '1/4', '1/3')
    """
    after = run.after
    if after >= words.stop:
        return None
    gap = words.gap(after).lower()
    if gap in {" and a ", " and an ", "-and-a-"}:
        denominator = part(words, after)
        if denominator is None or denominator.plural or not _is_part(words, denominator):
            return None
        return Fraction(1) / Fraction(denominator.size), denominator.after
    if gap not in {" and ", "-and-"}:
        return None
    if words.kind(after) in {"slash", "vulgar"} and 0 < words.tokens[after].ratio < 1:
        return words.tokens[after].ratio, after + 1
    return _added_fraction(words, after)


def _added_fraction(words: Words, at: int) -> tuple[Fraction, int] | None:
    """A proper fraction; behind "and", also one that stands in the singular ("five and | three quarter million")."""
    top = cardinal(words, at)
    ratio = fraction(words, top) if top is not None else None
    if top is None or ratio is None:
        return None
    if ratio.value is None and ratio.after == top.after + 1:
        ratio = Ratio(Fraction(top.value) / Fraction(words.tokens[top.after].value), ratio.after)
    return None if ratio.value is None or ratio.value >= 1 else (ratio.value, ratio.after)
