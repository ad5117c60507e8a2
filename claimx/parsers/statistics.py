"""The statistic that a quantity is by the words around it: a mean, a median, a maximum, a minimum, a total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.parsers.base import last_word, mentions, telling

if TYPE_CHECKING:
    from claimx.claims import Statistic

# What names the quantity right behind it, perhaps with "of", "is", "at" between.
BEFORE: Mapping[Statistic, str] = MappingProxyType(
    {
        "mean": "average|averages|averaged|averaging|mean|on average",
        "median": "median",
        "max": "record|maximum|record high|all-time high|all time high|high|peak|peaks|peaked|peaking|all-time peak",
        "min": "minimum|record low|all-time low|all time low|low|trough",
        "total": (
            "in all,|in total,|altogether,|all told,|total|totals|totaled|totalled|totaling|totalling|grand total|"
            "combined|combined total|cumulative"
        ),
    }
)
# Nouns that say it only with an article before and "of" behind: "a high of 80", not "a high 80" nor "low 80s".
NEEDING_OF = frozenset({"high", "low", "trough", "peak", "peaks", "cumulative"})
# What stands behind the quantity, or behind the noun that it counts.
AFTER: Mapping[Statistic, str] = MappingProxyType(
    {
        "mean": "on average|on an average",
        "max": "an all-time high|a record|a record high|the highest ever|the most ever|a new record",
        "min": "an all-time low|a record low|the lowest ever|the fewest ever",
        "total": "in total|in all|altogether|all told|combined",
    }
)
# A text that names a statistic holds one of these words.
TELLING = telling(phrase for table in (BEFORE, AFTER) for phrases in table.values() for phrase in phrases.split("|"))
SUBJECTS = frozenset({"average", "mean", "median"})  # of which one is a subject whose verb stands before the quantity
NEAR, FAR = 64, 96  # characters before a quantity, where a name may begin and where a subject
TIED = 44  # characters before a quantity, where the word of a name begins
ABOUT = "about|around|roughly|just|nearly|over|more than|almost|some|only|an estimated|at least|close to"
HEDGES = rf"(?:(?:{ABOUT}) |[~∼≈≃] ?)?"
LINKS = r"(?:of|is|was|are|were|at|to|reached|hit|stands at|stood at|rose to|fell to|around|about)"


def statistic_before(text: str, start: int, held: Iterable[str] = TELLING) -> tuple[int, Statistic | None]:
    """The statistic that the words before a quantity name, and where they begin; `held` are the words that may do so.

    >>> statistic_before("an average of 5", 14), statistic_before("a record low of 5", 16)
    ((0, 'mean'), (0, 'min'))
    """
    near = max(0, start - NEAR)
    may_end = _may_end(text, start)
    if not may_end and "average" not in held:
        return start, None
    match = (
        _before().search(text, near, start) if may_end and mentions(text, max(0, start - TIED), start, held) else None
    )
    if match is not None and not _is_adjective(match):
        return match.start(), _names()[_normal(match["word"])]
    far = max(0, start - FAR)
    if not may_end and "on average" not in text[far:start].lower():
        return start, None
    subject = _subject().search(text, far, start) if mentions(text, far, start, SUBJECTS.intersection(held)) else None
    return (
        (start, None) if subject is None else (subject.start(), _names()[_normal(subject["word"] or subject["mean"])])
    )


def statistic_after(text: str, end: int, held: Iterable[str] = TELLING) -> Statistic | None:
    """The statistic that the words behind a quantity name; `held` are the words that may do so.

    >>> statistic_after("70 hours on average", 8), statistic_after("72 canoes in total", 2)
    ('mean', 'total')
    """
    if not text.startswith((" ", ","), end) or not mentions(text, end, end + 80, held):
        return None
    match = _after().match(text, end)
    return None if match is None else _names()[_normal(match["word"])]


def _may_end(text: str, end: int) -> bool:
    """Whether the word before a quantity may end what names a statistic: a quick look, for most quantities."""
    word = last_word(text, end).rstrip(",")
    return not word.isalpha() or word in _ends()


@cache
def _ends() -> frozenset[str]:
    """The words that stand right behind the name of a statistic, and the last words of the names."""
    names = "|".join(BEFORE.values()).replace(",", "").split("|")
    return frozenset(re.findall("[a-z]+", f"{LINKS} {HEDGES} of")).union(name.rpartition(" ")[2] for name in names)


def _is_adjective(match: re.Match[str]) -> bool:
    """As in "a high 80", "the low 20s": no statistic without its "of"."""
    return _normal(match["word"]) in NEEDING_OF and " of " not in match[0][match.end("word") - match.start() :].lower()


def _normal(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _names() -> Mapping[str, Statistic]:
    """What each phrase names; one that stands in both tables says the same in both."""
    phrases = [*BEFORE.items(), *AFTER.items()]
    return MappingProxyType({_normal(word): name for name, words in phrases for word in words.split("|")})


def _longest_first(phrases: Mapping[Statistic, str]) -> str:
    return "|".join(sorted("|".join(phrases.values()).split("|"), key=len, reverse=True))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:(?:an?|the|its|their|on|with an|at an) )?(?:(?:all-time|new|[a-z]+-(?:year|month|week|day)) )?"
        rf"(?P<word>{_longest_first(BEFORE)}),?(?: {LINKS})? (?:of )?{HEDGES}\Z",
        re.IGNORECASE,
    )


@cache
def _subject() -> re.Pattern[str]:
    """As in "the median price of a home is", "on average, each hive gives"."""
    name = r"[^\W\d][\w'’-]* "
    linked = rf"(?P<word>{'|'.join(sorted(SUBJECTS))}) (?:{name}){{1,9}}?{LINKS} {HEDGES}"
    return re.compile(rf"\b(?:{linked}|(?P<mean>on average),? (?:{name}){{1,6}}?{HEDGES})\Z", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?!(?:and|or|to|of|in|on)\b)[a-z-]+){{0,2}}?,? (?P<word>{_longest_first(AFTER)})(?=\s*(?:[.,;:!?)\]]|\Z)"
        r"|\s+(?:in|on|at|for|to|by|from|and|but|last|this|since|over|across|during|of the)\b)",
        re.IGNORECASE,
    )
