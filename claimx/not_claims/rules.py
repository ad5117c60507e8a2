"""What a rule is by which a number is no quantity: a row of a table, made of patterns for what stands around it.

The tables are in `clocks`, `dates`, `labels`, `citations`, `codes`, `addresses`, `scores` and `names`; `not_claims`
asks them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from string import ascii_uppercase, digits
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, get_args

from claimx.numbers.number import Form

if TYPE_CHECKING:
    from claimx.scan import Number

Check = Callable[["Number", str], bool]
ANY = "*any*"  # the key of rules that ask for nothing
MOST_KEPT = 4096  # of the looks at what stands before and behind numbers, and at the numbers themselves
LONG = 8  # characters of a number, of which a quick look takes no more
NEAR = 3  # characters of either that a quick look takes, behind a space or hyphen
GAPS = frozenset((" ", "\u00a0", "\n", "-"))
REACH = 32  # how far back most rules look
SIGNS_BEFORE = "$£€"
SPECIAL = frozenset("[](){}?*+.\\^$")  # in patterns
STOPS = frozenset(("", " ", ",", ";", ")", "\n"))
WORD_LENGTH = 24  # of the word before a number, at most


class Rule(NamedTuple):
    """A way for a number to be no quantity. Every condition that is given must hold.

    The patterns are regular expressions: `before` ends where the number begins, `after` begins where it ends, and
    `number` is the number as it is written, whole. `words` are words of which one stands right before the number, one
    space or hyphen apart, in any case ("" where no word does, but a digit or a sign); with `capital`, the word has a
    capital, if one stands there. `unless` is what behind the number saves it, `unless_before` what before it does.
    `least` and `most` bound its value. `holds` is for what no pattern can say. A rule that is for `touched` numbers
    holds for none that stands apart: spaces, stops and a sign that tells money or a share leave a number apart.

    `words`, `begins` and `ends` are what makes a table quick. `begins` are words or characters of which one stands
    right behind the number, or one space or hyphen apart: in small letters, or with 0 for any digit and A for any
    capital; "" is the text's end. `ends` are the same for what stands right before it.

    A rule that is `hard` holds for any number, another only for one without a unit: "page 5", not "page 5 m long". One
    that holds `short` also does where what looks like a unit is a letter or two apart ("Type 2 B"). One that is `told`
    holds even where a sign says what the number is: "$5".
    """

    family: str
    name: str
    rejects: str
    words: frozenset[str] = frozenset()
    before: str = ""
    number: str = ""
    after: str = ""
    unless: str = ""
    unless_before: str = ""
    form: str = ""
    least: int | None = None
    most: int | None = None
    holds: Check | None = None
    capital: bool = False
    caseless: bool = False
    hard: bool = False
    short: bool = False
    told: bool = False
    touched: bool = False
    begins: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    reach: int = REACH


class Judge:
    """A rule with its patterns, each compiled when a number first needs it: of most rules, one is enough to say no."""

    def __init__(self, rule: Rule) -> None:
        """Keep the rule; nothing is compiled yet. A mere check is asked without detour."""
        self.rule = rule
        self._is_listed = rule.caseless and SPECIAL.isdisjoint(rule.number)  # so that the table has looked it up
        number = "" if self._is_listed else rule.number
        conditions = (rule.before, number, rule.after, rule.unless, rule.unless_before, rule.least, rule.most)
        is_check = rule.holds is not None and not any(conditions)
        self.fires: Check = rule.holds if is_check and rule.holds is not None else self._fires

    def _fires(self, number: Number, text: str) -> bool:
        """Whether every condition of the rule holds for a number; the table has looked at the words and the form."""
        rule = self.rule
        if (rule.least is not None or rule.most is not None) and not _bounds(rule, number):
            return False
        agrees = self._agrees(number, text) and (rule.holds is None or rule.holds(number, text))
        return agrees and not self._is_saved(number, text)

    def _agrees(self, number: Number, text: str) -> bool:
        """Whether all patterns agree with what stands around a number; the quickest are asked first."""
        rule, start, end = self.rule, number.start, number.end
        if rule.number and not self._is_listed and not self._number.fullmatch(text, start, end):
            return False
        if rule.after and not self._after.match(text, end):
            return False
        return not rule.before or self._before.search(text, max(0, start - rule.reach), start) is not None

    def _is_saved(self, number: Number, text: str) -> bool:
        """Whether what stands before or behind a number saves it."""
        rule, start, end = self.rule, number.start, number.end
        if rule.unless and self._unless.match(text, end):
            return True
        return bool(rule.unless_before and self._unless_before.search(text, max(0, start - rule.reach), start))

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return self._compiled(self.rule.number)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return self._compiled(self.rule.after)

    @cached_property
    def _before(self) -> re.Pattern[str]:
        return self._compiled(rf"(?:{self.rule.before})\Z")

    @cached_property
    def _unless(self) -> re.Pattern[str]:
        return self._compiled(self.rule.unless)

    @cached_property
    def _unless_before(self) -> re.Pattern[str]:
        return self._compiled(rf"(?:{self.rule.unless_before})\Z")

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE if self.rule.caseless else 0)


def _bounds(rule: Rule, number: Number) -> bool:
    """Whether the number has a value, which lies between the rule's `least` and `most`."""
    value = number.value
    if value is None or (rule.least is not None and value < rule.least):
        return False
    return rule.most is None or value <= rule.most


class Table:
    """Rules in their order; what stands beside a number leaves few of them to ask, mostly none.

    Sets of rules are integers, with a bit for each by its place.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rules by what they ask for."""
        self.rules = tuple(rules)
        self._judges = tuple(map(Judge, self.rules))
        self.hard, self.short = self._where(lambda rule: rule.hard), self._where(lambda rule: rule.short)
        self._told = self._where(lambda rule: rule.told or not rule.hard)
        self._in_small = self._where(lambda rule: not rule.capital)
        self._apart, self._touching = self._where(lambda rule: not rule.touched), 1 << len(self.rules)
        self._forms = self._by(lambda rule: rule.form.split() or get_args(Form))
        self._words = self._by(lambda rule: rule.words or (ANY,))
        self._numbers = self._by(lambda rule: _looks_of(rule.number) or (ANY,))
        self._begins = self._by(lambda rule: {begin[:NEAR] for begin in rule.begins} or (ANY,))
        self._ends = self._by(lambda rule: {end[::-1][:NEAR] for end in rule.ends} or (ANY,))
        kept = lru_cache(MOST_KEPT)
        self._before, self._behind = kept(self._left_before), kept(self._left_behind)
        self._word, self._written = kept(self._left_by_word), kept(self._left_written)

    def left(self, number: Number, text: str) -> int:
        """The rules that what stands beside a number leaves, and the way it is written."""
        start, end = number.start, number.end
        before = self._before(text[start - NEAR - 1 : start] if start > NEAR else text[:start])
        behind = self._behind(text[end : end + NEAR + 1])
        beside = before & behind if (before | behind) & self._touching else before & behind & self._apart
        return beside & self._word(word_before(text, start)) & self._written(text[start:end], number.form)

    def first(self, number: Number, text: str, left: int) -> Rule | None:
        """The first of the rules left that fires for a number."""
        while left:
            last = left & -left
            judge = self._judges[last.bit_length() - 1]
            if judge.fires(number, text):
                return judge.rule
            left ^= last
        return None

    def _left_before(self, near: str) -> int:
        """The rules left by what stands before a number, with a bit more if it touches."""
        left = self._ends[ANY]
        for begun in _beginnings(near[::-1]):
            left |= self._ends.get(begun, 0)
        if near[-1:] and near[-1] in SIGNS_BEFORE:
            near, left = near[:-1], left & self._told
        return left if not near or near[-1].isspace() else left | self._touching

    def _left_behind(self, near: str) -> int:
        """The rules left by what stands behind a number, with a bit more if it touches."""
        left = self._begins[ANY]
        for begun in _beginnings(near):
            left |= self._begins.get(begun, 0)
        if near[:1] == "%":
            near, left = near[1:], left & self._told
        return left if near[:1] in STOPS or near[:2] in {".", ". ", ".\n"} else left | self._touching

    def _left_by_word(self, word: str) -> int:
        """The rules left by the word before a number."""
        left = self._words[ANY] | self._words.get(word.lower(), 0)
        return left & self._in_small if word.islower() else left

    def _left_written(self, surface: str, form: Form) -> int:
        """The rules left by the way a number is written."""
        numbers = self._numbers
        left = numbers[ANY] | numbers.get(surface.lower(), 0) | numbers.get(f"#{_shape(surface[:LONG])}", 0)
        return left & self._forms[form]

    def _where(self, holds: Callable[[Rule], bool]) -> int:
        return sum(1 << place for place, rule in enumerate(self.rules) if holds(rule))

    def _by(self, keys: Callable[[Rule], Iterable[str]]) -> dict[str, int]:
        """The rules by each of their keys."""
        rules = {ANY: 0}
        for place, rule in enumerate(self.rules):
            for key in keys(rule):
                rules[key] = rules.get(key, 0) | 1 << place
        return rules


def _beginnings(near: str) -> set[str]:
    """What a stretch begins with, with and without its space: a few characters in small letters, and their shapes.

    >>> sorted(_beginnings(" Mr 5"))
    [' ', ' A', ' Ar', ' m', ' mr', 'A', 'Ar', 'Ar ', 'm', 'mr', 'mr ']
    """
    plain, shape = near.lower(), _shape(near)
    stretches = {plain, shape, plain[1:], shape[1:]} if plain[:1] in GAPS else {plain, shape}
    return {stretch[:size] for stretch in stretches for size in range(1, NEAR + 1)}


def _shape(near: str) -> str:
    """With 0 for digits and A for capitals.

    >>> _shape(" 5 M"), _shape("St. ")
    (' 0 A', 'At. ')
    """
    if near.isascii():
        return near.translate(_SHAPES)
    return "".join("0" if char.isdigit() else "A" if char.isupper() else char for char in near)


_SHAPES = MappingProxyType(str.maketrans(digits + ascii_uppercase, "0" * len(digits) + "A" * len(ascii_uppercase)))


def _looks_of(pattern: str) -> Sequence[str]:
    """The numbers that a pattern matches, in small letters, or "#" and the shapes of so many digits; none for most.

    >>> _looks_of("[0-9]{1,2}"), _looks_of("[0-9]{7,}"), _looks_of("5|Ten"), _looks_of("[0-9]+|one")
    (['#0', '#00'], ['#0000000', '#00000000'], ['5', 'ten'], [])
    """
    if pattern and SPECIAL.isdisjoint(pattern):
        return pattern.lower().split("|")
    plus, digit, times = pattern.partition("[0-9]")
    least, comma, most = times[1:-1].partition(",")
    if not digit or plus not in {"", r"\+"} or not (least + most).isdigit() or times != f"{{{least}{comma}{most}}}":
        return []
    sizes = range(int(least), int(most or (LONG if comma else least)) + 1)
    return sorted({"#" + (plus[-1:] + "0" * size)[:LONG] for size in sizes})


def word_before(text: str, start: int) -> str:
    """The word one space or hyphen before an offset, without a full stop.

    >>> word_before("as Fig. 3 shows", 8), word_before("(3)", 1)
    ('Fig', '')
    """
    end = start - 1
    if end < 1 or text[end] not in " \u00a0-\n":
        return ""
    least = max(0, end - WORD_LENGTH)
    near = text[least:end]
    word = near[near.rfind(" ") + 1 :]
    if word.isalpha() and len(word) < len(near):
        return word
    begin = end
    while begin > least and (text[begin - 1].isalpha() or text[begin - 1] in ".&'’"):
        begin -= 1
    if begin and text[begin - 1].isdigit():
        return ""
    return text[begin:end].rstrip(".")


def words(*lines: str) -> frozenset[str]:
    """The words of some lines of a table."""
    return frozenset(" ".join(lines).split())
