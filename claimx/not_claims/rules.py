"""What a rule is by which a number is no quantity: a row of a table, made of patterns for what stands around it.

The tables are in `dates`, `labels`, `citations`, `codes`, `addresses`, `scores` and `names`; `not_claims` asks them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import count
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from claimx.numbers.number import Form
    from claimx.scan import Number

Check = Callable[["Number", str], bool]
Place = Literal["after", "number"]
Groups = tuple[str | None, ...]
Seen = tuple[Groups, Groups]
MOST_KEPT = 1024  # of what was found around numbers, with the rules that may fire there
FEW = 100  # numbers; for so many, asking each rule takes less time than compiling the sieves
REACH = 32  # how far back most rules look
SIGNS_BEFORE = "$£€"
STOPS = frozenset(("", " ", ",", ";", ")", "\n"))
WORD_LENGTH = 24  # of the word before a number, at most


class Rule(NamedTuple):
    """A way for a number to be no quantity. Every condition that is given must hold.

    The patterns are regular expressions: `before` ends where the number begins, `after` begins where it ends, and
    `number` is the number as it is written, whole. `words` are words of which one stands right before the number, one
    space or hyphen apart, in any case ("" where no word does, but a digit or a sign); with `capital`, the word has a
    capital, if one stands there. They are what makes a table quick: give them where a pattern's last word is known.
    `begins` are the characters of which one must stand behind the number, or behind one space: give them to an `after`
    that takes long to compile. `unless` is what behind the number saves it, `unless_before` what before it does.
    `least` and `most` bound its value. `holds` is for what no pattern can say. A rule that is for `touched` numbers
    holds for none that stands apart (`Beside`).

    A rule that is `hard` holds for any number, another only for one without a unit: "page 5", not "page 5 m long". One
    that holds `short` also does where what looks like a unit is a letter or two apart ("Type 2 B").
    """

    family: str
    name: str
    rejects: str
    words: frozenset[str] = frozenset()
    before: str = ""
    number: str = ""
    after: str = ""
    begins: str = ""
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
    touched: bool = False
    reach: int = REACH


class Beside(NamedTuple):
    """What stands beside a number: the word before it, in small letters, and whether something touches the number.

    The word is one space or hyphen apart, without a full stop; `capital` says that it is not all in small letters.
    Spaces, stops and a sign that tells money or a share leave a number apart.

    >>> Beside.of("as Fig. 3 shows", 8, 9), Beside.of("[3]", 1, 2), Beside.of("It cost $5.", 9, 10).touched
    (Beside(word='fig', capital=True, touched=False), Beside(word='', capital=True, touched=True), False)
    """

    word: str
    capital: bool
    touched: bool

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Beside:
        """What stands beside the number `text[start:end]`."""
        word = word_before(text, start)
        return cls(word.lower(), not word.islower(), not _is_apart(text, start, end))


def _is_apart(text: str, start: int, end: int) -> bool:
    if start and text[start - 1] in SIGNS_BEFORE:
        start -= 1
    if start and not text[start - 1].isspace():
        return False
    after = text[end : end + 2]
    if after[:1] == "%":
        after = text[end + 1 : end + 3]
    return after[:1] in STOPS or after in {".", ". ", ".\n"}


class Judge:
    """A rule with its patterns, each compiled when a number first needs it: of most rules, one is enough to say no."""

    def __init__(self, rule: Rule) -> None:
        """Keep the rule; nothing is compiled yet. A mere check is asked without detour."""
        self.rule, self.told = rule, _asks(rule)
        self.capital = rule.capital
        conditions = (rule.before, rule.number, rule.after, rule.unless, rule.unless_before, rule.least, rule.most)
        is_check = rule.holds is not None and not any(conditions)
        self.fires: Check = rule.holds if is_check and rule.holds is not None else self._fires

    def _fires(self, number: Number, text: str) -> bool:
        """Whether every condition of the rule holds for a number; the table has looked at `words` and `form`."""
        rule = self.rule
        if (rule.least is not None or rule.most is not None) and not _bounds(rule, number):
            return False
        return self._agrees(number, text) and (rule.holds is None or rule.holds(number, text))

    def _agrees(self, number: Number, text: str) -> bool:
        """Whether all patterns agree with what stands around a number; the quickest are asked first."""
        rule, start, end = self.rule, number.start, number.end
        if rule.begins and not _begins_with(rule.begins, text, end):
            return False
        if rule.number and not self._number.fullmatch(text, start, end):
            return False
        if rule.after and not self._after.match(text, end):
            return False
        if rule.before and not self._before.search(text, max(0, start - rule.reach), start):
            return False
        if rule.unless and self._unless.match(text, end):
            return False
        return not (rule.unless_before and self._unless_before.search(text, max(0, start - rule.reach), start))

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return self._compiled(self.rule.after)

    @cached_property
    def _number(self) -> re.Pattern[str]:
        return self._compiled(self.rule.number)

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


def _begins_with(chars: str, text: str, end: int) -> bool:
    """Whether one of some characters stands behind a number, or behind one space."""
    char = text[end + 1 : end + 2] if text[end : end + 1] == " " else text[end : end + 1]
    return char != "" and char in chars


def _bounds(rule: Rule, number: Number) -> bool:
    """Whether the number has a value, which lies between the rule's `least` and `most`."""
    value = number.value
    if value is None or (rule.least is not None and value < rule.least):
        return False
    return rule.most is None or value <= rule.most


class Table:
    """Rules in their order, found by the word before a number where they ask for one, else by what stands around it."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Sort the rules by the words that they ask for."""
        self.rules = tuple(rules)
        self._judges = tuple(map(Judge, self.rules))
        self._asked = frozenset(word for rule in self.rules for word in rule.words)
        self._asked_times = count(1)
        self._sieves, self._behind = cache(self._sieves_of), cache(self._judges_behind)
        self._open = lru_cache(MOST_KEPT)(self._judges_open)

    def first(self, number: Number, text: str, beside: Beside | None = None) -> Rule | None:
        """The first rule that fires for a number; `beside` is what stands beside it, if that is known."""
        word, capital, touched = beside or Beside.of(text, number.start, number.end)
        seen = None if next(self._asked_times) <= FEW else self._seen(number, text)
        for judge in self._open(word if word in self._asked else None, number.form, touched, seen):
            if (capital or not judge.capital) and judge.fires(number, text):
                return judge.rule
        return None

    def _seen(self, number: Number, text: str) -> Seen:
        """What the sieves find behind a number and in the number itself; nothing for a sieve that finds nothing."""
        after, itself = self._sieves(number.form)
        return after.found(text, number.end), itself.found(text, number.start, number.end)

    def _judges_open(self, word: str | None, form: Form, touched: bool, seen: Seen | None) -> Sequence[Judge]:  # noqa: FBT001 — a cache's key
        """The rules that may fire behind this word where the sieves find this; if nothing was sieved, all of them."""
        judges = [judge for judge in self._behind(word, form) if touched or not judge.rule.touched]
        if seen is None:
            return judges
        told = {
            judge
            for sieve, groups in zip(self._sieves(form), seen, strict=True)
            for judge, found in zip(sieve.judges, groups, strict=False)
            if found is not None
        }
        return [judge for judge in judges if judge.told is None or judge in told]

    def _sieves_of(self, form: Form) -> tuple[Sieve, Sieve]:
        """For what stands behind a number and for the number itself what all rules want there."""
        return self._sieve("after", form), self._sieve("number", form)

    def _sieve(self, place: Place, form: Form) -> Sieve:
        judges = [judge for judge in self._judges if form in (judge.rule.form or form) and judge.told == place]
        end = r"\Z" if place == "number" else ""
        wanted = [f"(?{'i' if judge.rule.caseless else ''}:{getattr(judge.rule, place)}){end}" for judge in judges]
        each = "".join(f"(?={pattern}()|)" for pattern in wanted)
        return Sieve(re.compile("|".join(wanted) or "(?!)"), re.compile(each), tuple(judges))

    def _judges_behind(self, word: str | None, form: Form) -> Sequence[Judge]:
        """The rules that may fire for a form behind this word, or behind any."""
        return [
            judge
            for judge in self._judges
            if form in (judge.rule.form or form) and (not judge.rule.words or word in judge.rule.words)
        ]


class Sieve(NamedTuple):
    """What rules want in a place: `some` matches where any of it stands, `each` always, with a group for each rule."""

    some: re.Pattern[str]
    each: re.Pattern[str]
    judges: tuple[Judge, ...]

    def found(self, text: str, start: int, end: int = sys.maxsize) -> Groups:
        """For each rule whether a place holds what it wants, empty or none; nothing if no rule finds anything."""
        if not self.judges or self.some.match(text, start, end) is None:
            return ()
        match = self.each.match(text, start, end)
        return match.groups() if match else ()


def _asks(rule: Rule) -> Place | None:
    """The place that a rule is told by, if not by a word or a capital before the number."""
    if rule.capital or (rule.words and "" not in rule.words):
        return None
    return "after" if rule.after else "number" if rule.number else None


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
