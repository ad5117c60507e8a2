"""Whether four digits are a year or a count: "in 2019", "the 1987 storm", but "1500 people", "more than 1700"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.nouns import counts_after
from claimx.not_claims.rules import word_before

if TYPE_CHECKING:
    from claimx.scan import Number

# Plural nouns so often counted that a number before one is no year.
COUNTABLE = (
    "workers|jobs|employees|troops|soldiers|students|passengers|homes|houses|members|residents|deaths|cases|patients|"
    "children|men|women|voters|votes|seats|points|miles|copies|tons|tonnes|times|pages|words|staff|guests|units|"
    "vehicles|cars|square|refugees|families|prisoners|arrests|firefighters|officers|acres|hectares|species|delegates|"
    "attendees|participants|respondents|adults|animals|trees|books|shares|stores|sites|schools|villages"
)
# Words before a number of things, never before a year.
COUNTING = (
    "than|least|nearly|almost|approximately|roughly|some|estimated|total of|exceeding|exceeded|up to|as many as|"
    "as much as|just over|just under|well over|excess of|maximum of|minimum of|average of|a record|another|"
    "number(?:ed|ing)?|totall?(?:ed|ing|s)"
)
# Words before a year.
DATING = (
    "in|since|by|until|till|til|from|of|before|after|during|early|late|mid|circa|ca\\.|c\\.|between|the|to|through|and|"
    "or|year|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|"
    "november|december|season|for|back|s|than in|around|about|as of|born|died|b\\.|d\\.|election|this|that|last|next|"
    "calendar|ending|ended|on|\\(|©|copyright|\\(c\\)|older than|newer than|earlier than|later than"
)

# Of them, those that date every number behind them that no counted noun follows: a quick look, for most years.
DATED = (" in ", " by ", " from ", " before ", " after ", " during ")


YEAR_BEGINS = frozenset(("nin", "eig", "sev", "twe", "two"))  # the first letters of years in words


def is_year(number: Number, text: str) -> bool:
    """Four digits from 1000 to 2199 without a comma, unless what follows is counted: "1500 people"."""
    digits = text[number.start : number.end]
    if number.letter or not digits.isdecimal() or not 1000 <= int(digits) <= 2199:
        return False
    if text[max(0, number.start - 6) : number.start].lower().endswith(("until ", "till ", "since ")):
        return True
    behind_in = int(digits) % 10 and text[max(0, number.start - 3) : number.start].lower() == "in "
    if behind_in and _in_year().search(text, max(0, number.start - 4), number.end + 16):
        return True
    if text.startswith(" ", number.end) and _strong_noun().match(text, number.end):
        return False
    if int(digits) % 100 and text.endswith(DATED, 0, number.start):
        return True
    counted = _counter_before().search(text, max(0, number.start - 24), number.start)
    return not counted and _stands_as_year(int(digits), number, text)


def is_year_in_words(number: Number, text: str) -> bool:
    """As in "nineteen eighty-four", "two thousand and eight was the year"."""
    start, end = number.start, number.end
    if text.startswith((" was ", " is ", " would "), end) and _was_the_year().match(text, end):
        return True
    if not (text[start : start + 3].lower() in YEAR_BEGINS or text.endswith(("en ", "ty ", "EN ", "TY "), 0, start)):
        return False
    if _year_words().match(text, number.start):
        return number.value is None or number.value < 1000 or not counts_after(number, text)
    if _thousand_and().match(text, number.start) and _in_before().search(text, max(0, number.start - 8), number.start):
        return not counts_after(number, text)
    behind = _century_before().search(text, max(0, number.start - 12), number.start)
    if behind is None or number.value is None:
        return False
    return number.value < 100 and (not behind[0].lower().startswith("twenty") or 10 <= number.value < 30)


def _stands_as_year(year: int, number: Number, text: str) -> bool:
    loosely = _loosely_before().search(text, max(0, number.start - 10), number.start)
    if loosely and year % 100 == 0 and _plural_after().match(text, number.end):
        return False
    if _has_dating_word(text, number.start) or _year_before().search(text, max(0, number.start - 32), number.start):
        return year >= 1500 or not _approximately().search(text, max(0, number.start - 12), number.start)
    if _colon_before().search(text, max(0, number.start - 3), number.start) and not 1900 <= year <= 2100:
        return False
    if _plural_after().match(text, number.end):
        return 1900 <= year <= 2035 and year % 100 != 0
    return 1500 <= year <= 2199


def _has_dating_word(text: str, start: int) -> bool:
    """Whether one of the dating words stands right before a year: a quick look, for most.

    >>> [_has_dating_word(text, len(text)) for text in ("It ended in ", "in the summer, ", "in ca. ", "they sold ")]
    [True, False, False, False]
    """
    return (
        text[start - 1 : start] in {" ", "-"}
        and text[start - 2].isalpha()
        and (word_before(text, start).lower() in _dating_words())
    )


@cache
def _dating_words() -> frozenset[str]:
    return frozenset(word for word in DATING.split("|") if word.isalpha())


@cache
def _in_year() -> re.Pattern[str]:
    """As in "in 1897 women were", where what follows the year is a subject."""
    return re.compile(r"(?<!\w)in [12]\d{3} [a-z]+ (?:were|was|are|had|have|could)\b", re.IGNORECASE)


@cache
def _year_words() -> re.Pattern[str]:
    return re.compile(
        r"(?:nineteen|eighteen|seventeen|twenty)[ -](?:hundred|twenty|thirty|forty|fifty|sixty|seventy|"
        r"eighty|ninety|[a-z]+teen|ten|eleven|twelve|oh)\b(?!-(?!one|two|three|four|five|six|seven|"
        r"eight|nine))",
        re.IGNORECASE,
    )


@cache
def _thousand_and() -> re.Pattern[str]:
    return re.compile(r"two thousand(?: and)? [a-z]+", re.IGNORECASE)


@cache
def _in_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|since|until) \Z", re.IGNORECASE)


@cache
def _was_the_year() -> re.Pattern[str]:
    return re.compile(r" (?:was|is|would be) (?:the|a|an) (?:[a-z]+ )?year\b")


@cache
def _century_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:nineteen|eighteen|seventeen|sixteen|twenty)[ ]\Z", re.IGNORECASE)


@cache
def _counter_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?:{COUNTING}) |[~≈≥≤] ?)(?<!older than )(?<!newer than )(?<!later than )"
        r"(?<!earlier than )(?<!since at least )(?<!until at least )(?<!before at least )\Z",
        re.IGNORECASE,
    )


@cache
def _strong_noun() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?!most|many|some|few|all|more|the|no|only|when|as|and|but|young|old)[a-z-]+ )?(?:[a-z]*people|"
        rf"[a-z]*children|[a-z]+men|[a-z]+women|sheep|cattle|police|{COUNTABLE})\b"
    )


@cache
def _year_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<![\w])(?:{DATING})[ ,-]{{1,2}}|[(/–]|mid-|late-|early-|pre-|post-|['’]s )\Z", re.IGNORECASE
    )


@cache
def _loosely_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:to|and|or|of|for|with|about|around|between|from) \Z", re.IGNORECASE)


@cache
def _approximately() -> re.Pattern[str]:
    return re.compile(r"\b(?:about|around|the|to|and|or|of|for) \Z", re.IGNORECASE)


@cache
def _colon_before() -> re.Pattern[str]:
    return re.compile(r": ?\Z")


@cache
def _plural_after() -> re.Pattern[str]:
    irregular = (
        r"[a-z]*(?:people|children|women)|(?!when|then|often|open|even|been|seen)[a-z]*men|sheep|cattle|fish|folk|staff"
    )
    return re.compile(rf" (?:[a-z-]+ )?(?:{irregular}|(?!was|is|has|as|this|its|us|his|says|was|thus)[a-z]+[^s\W]s)\b")


def counts_behind_comma(number: Number, text: str) -> bool:
    """Whether a number behind "June, " counts: no day is so large, and none is followed by "were".

    >>> from claimx.scan import scan
    >>> [counts_behind_comma(scan(text)[-1], text) for text in ("In June, 64 fell.", "On Friday, 9 were.", "May, 5.")]
    [True, True, False]
    """
    if number.value is None or number.value >= 1000 or text[number.start - 2 : number.start] != ", ":
        return False
    return number.value > 31 or bool(_goes_on().match(text, number.end))


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r" (?:were|was|are|is|had|have|did|of (?:the|them|those|these)|more|in [A-Z][a-z]+)\b")
