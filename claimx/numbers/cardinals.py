"""The grammar of cardinal numbers over the tokens of a text: "two hundred and five thousand", "12 thousand five".

    cardinal := term (("and" | ",")? term)*    each term smaller than the scale of the one before
    term     := group scale*  |  scale+        "two lakh crore" is scaled twice
    group    := small  |  small? "hundred" ("and"? small set?)?  |  small set
    small    := unit  |  teen  |  ten unit?  |  digits

Every function reads from a token on and returns the longest reading that starts there, or none.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx.numbers import numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.numbers.tokens import Kind, Token

ONE, HUNDRED = Decimal(1), Decimal(100)
SPACES = frozenset({" ", "\u00a0", "\u2009", "\u202f", "\n", "  ", "   "})
HYPHENS = frozenset({"-", "‑", "- ", " - "})
SCALING = frozenset({"hundred", "scale", "set"})
HYPHENED = SCALING | {"ordinal", "ordinals"}
VAGUE = frozenset({"tens", "scores", "zillions"})  # plurals that say how many only by themselves


class Words(NamedTuple):
    """The number tokens of a text, up to `stop`, and what stands between them."""

    text: str
    tokens: Sequence[Token]
    stop: int

    def kind(self, index: int) -> Kind:
        """The kind of a token; empty beyond the last one."""
        return self.tokens[index].kind if index < self.stop else ""

    def gap(self, index: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def upto(self, stop: int) -> Words:
        """The same words, as if the text ended before the token `stop`."""
        return Words(self.text, self.tokens, stop)

    def joint(self, index: int) -> Literal["", "and"] | None:
        """How a token hangs on the one before it: by a space or a hyphen, by "and", or not at all.

        A hyphen joins "twenty-five", "two-hundred" and "two-thirds", but not "two-three".

        >>> from claimx.numbers.tokens import tokens_of
        >>> text = "two hundred and five, six"
        >>> words = Words(text, tokens_of(text), 4)
        >>> words.joint(1), words.joint(2), words.joint(3)
        ('', 'and', None)
        """
        if not 0 < index < self.stop:
            return None
        before, token, gap = self.tokens[index - 1], self.tokens[index], self.gap(index)
        if gap in SPACES or (gap == "" and before.kind == "digits"):
            return None if before.kind == token.kind == "digits" else ""
        if gap in HYPHENS and token.kind != "digits":
            return "" if before.kind == "ten" or before.kind in SCALING or token.kind in HYPHENED else None
        gap = gap.lower()
        return "and" if 4 < len(gap) < 8 and (gap.split() == ["and"] or gap == "-and-") else None


class Run(NamedTuple):
    """What stands from the token `at` up to the token `after`: its value, and the magnitude that it ends in.

    What follows may be added to it if it is less than `bound`: nothing behind "five", 999 behind "five thousand".
    """

    value: Decimal
    at: int
    after: int
    magnitude: Decimal = ONE
    bound: Decimal = ONE


def cardinal(words: Words, at: int) -> Run | None:
    """The number that begins with a token, and the index behind it.

    >>> from claimx.numbers.tokens import tokens_of
    >>> def read(text):
    ...     tokens = tokens_of(text)
    ...     return str(cardinal(Words(text, tokens, len(tokens)), 0).value)
    >>> read("two hundred and five thousand"), read("two million one thousand"), read("1.5 hundred")
    ('205000', '2001000', '150')
    >>> read("four score and seven"), read("2 lakh crore"), read("nineteen hundred"), read("two hundred three hundred")
    ('87', '2000000000000', '1900', '200')
    """
    run = _term(words, at)
    if run is None:
        return None
    while (more := _smaller_term(words, run)) is not None:
        run = Run(numerals.EXACT.add(run.value, more.value), at, more.after, more.magnitude, more.bound)
    return Run(numerals.plain(run.value), at, run.after, run.magnitude, run.bound)


def _smaller_term(words: Words, run: Run) -> Run | None:
    """What a number that ended in a scale goes on with; digits only where a scale of their own follows.

    Behind digits with a scale, a small word begins a number of its own: "$95 million | two years later".
    """
    if run.bound == ONE or words.kind(run.after) in {"scale", "hundred", "set"}:
        return None
    if words.joint(run.after) is None:
        return _parted_term(words, run)
    term = _term(words, run.after)
    if term is None or term.value >= run.bound or term.value == 0:
        return None
    if words.kind(run.after) == "digits" and words.kind(run.after + 1) not in {"hundred", "scale"}:
        return None
    apart = words.kind(run.at) == "digits" and words.joint(run.after) == "" and term.value < HUNDRED
    return None if apart else term


def _parted_term(words: Words, run: Run) -> Run | None:
    """What a comma parts from its thousands, in words alone: "two thousand, | six hundred and twelve"."""
    if words.kind(run.after) not in {"unit", "teen", "ten"} or words.gap(run.after) != ", ":
        return None
    term = _term(words, run.after)
    return term if term is not None and HUNDRED <= term.value < run.bound else None


def _term(words: Words, at: int) -> Run | None:
    """A group with its scales, or a bare scale."""
    run = _group(words, at)
    if run is None and words.kind(at) in {"scale", "set"}:
        run = _times(Run(ONE, at, at), words.tokens[at])
    while run is not None and words.joint(run.after) == "" and _is_scale(words.tokens[run.after]):
        run = _times(run, words.tokens[run.after])
    return run


def _is_scale(token: Token) -> bool:
    return token.kind in {"scale", "set"} or (token.kind == "plural" and token.word not in VAGUE)


def _times(run: Run, scale: Token) -> Run:
    """A number times a scale ("five | million"), times another where it has one ("lakh | crore"); a set ends it."""
    magnitude = numerals.times(run.magnitude, scale.value) if run.bound != ONE else scale.value
    value = numerals.times(run.value, scale.value)
    goes_on = scale.kind != "set" or scale.word == "score"
    return Run(value, run.at, run.after + 1, magnitude, scale.value if goes_on else ONE)


def _group(words: Words, at: int) -> Run | None:
    """A number below a thousand, or a hundred times whatever digits there are ("1.5 hundred")."""
    count = _small(words, at)
    after = at if count is None else count.after
    if words.kind(after) != "hundred" or (count is not None and words.joint(after) != ""):
        return count
    if count is not None and count.value == 0:
        return count
    return _hundreds(words, Run(ONE, at, at) if count is None else count)


def _hundreds(words: Words, count: Run) -> Run:
    """So many hundreds with what follows them: "two hundred | and five", "three hundred | and two dozen"."""
    base, after = numerals.times(count.value, HUNDRED), count.after + 1
    joint = words.joint(after)
    rest = None if joint is None else _small(words, after)
    if rest is None or not 0 < rest.value < HUNDRED or words.kind(rest.after) == "hundred":
        return Run(base, count.at, after, HUNDRED)
    if words.kind(after) == "digits" and (joint != "and" or rest.value != rest.value.to_integral_value()):
        return Run(base, count.at, after, HUNDRED)
    if words.joint(rest.after) == "" and (size := words.tokens[rest.after]).word in numerals.DOZENS:
        rest = _times(rest, size)
    return Run(numerals.EXACT.add(base, rest.value), count.at, rest.after, rest.magnitude)


def _small(words: Words, at: int) -> Run | None:
    """A number below a hundred, or digits."""
    kind = words.kind(at)
    if kind not in {"digits", "unit", "teen", "ten"}:
        return None
    value = words.tokens[at].value
    if kind == "ten" and words.kind(at + 1) == "unit" and words.joint(at + 1) == "" and words.tokens[at + 1].value:
        return Run(value + words.tokens[at + 1].value, at, at + 2)
    return Run(value, at, at + 1)
