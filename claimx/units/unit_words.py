"""The words and signs that units are written with, read from a text as the tables spell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimx.units.tables import folded

BLANKS = frozenset(" \u00a0\n")
# What a time is counted with from another one: "a year [earlier]", "a month and a half [ago]".
DATING = (
    r"ago|(?:earlier|later)(?! (?:this|that|next|in the)\b)|previously|prior(?! to)|hence|beforehand|afterwards?|"
    r"from (?:now|then|today)"
)
AT_ONCE = 4  # places that are asked for their word again and again
LETTER = r"[^\W\d_ªº²³¹⁰-ⁿ₀-₉¼-¾⅐-⅞]"


def words_at(text: str, start: int, most: int) -> Iterator[tuple[str, int]]:
    """The first one, two, … words from `start`, joined by single spaces, each with its end; hyphens join words too.

    >>> list(words_at("sq. ft. of floor", 0, 2))
    [('sq', 2), ('sq ft', 6)]
    >>> list(words_at("U.S. dollars", 0, 2))
    [('US', 4), ('US dollars', 12)]
    """
    match = unit_word().match(text, start) if most else None
    form = ""
    for left in range(most, 0, -1):
        if match is None:
            return
        word = folded(match[1])
        stroke = "/" if match[0][0] == "/" else " "
        form = f"{form}{stroke}{word}" if form else word
        yield form, match.end(1)
        match = _next_word().match(text, match.end()) if left > 1 else None


@lru_cache(AT_ONCE)
def word_at(text: str, start: int) -> str:
    """The word or sign of a unit's that begins at `start`, in small letters, as the tables spell it; else nothing.

    >>> word_at("5 Miles", 2), word_at("5 U.S. gallons", 2), word_at("5°", 1), word_at("5, 6", 1)
    ('miles', 'us', '°', '')
    """
    first = unit_word().match(text, start)
    if first is None:
        return ""
    word = first[1]
    return (word if word.isascii() and word.isalpha() else folded(word)).lower()


def dates(text: str, end: int) -> bool:
    """Whether "a" and a unit of time that end at `end` say when, and not how often: "3 tonnes a year | earlier".

    >>> dates("3 tonnes a year earlier", 15), dates("3 tonnes a year", 15), dates("90 km an hour before it rained", 13)
    (True, False, False)
    """
    return text[end : end + 1] in BLANKS and _dating().match(text, end) is not None


@cache
def unit_word() -> re.Pattern[str]:
    """A word, an abbreviation or a sign that a unit may begin with."""
    return re.compile(rf"((?:[A-Za-z]\.){{2,}}(?![A-Za-z])|{LETTER}{{1,40}}(?!{LETTER})|''|[°º˚'’′\"”″℃℉])")


@cache
def _dating() -> re.Pattern[str]:
    more = r"(?:\s(?:and a (?:half|quarter)|or (?:so|two|more)))?"
    last = r"(?:before|after|on)(?=\s*(?:[.,;:!?)–—]|\Z)|\s(?:and|but|when|while)\b)"
    return re.compile(rf"{more}\s(?:(?:{DATING})\b|{last})", re.IGNORECASE)


@cache
def _next_word() -> re.Pattern[str]:
    word = unit_word().pattern
    return re.compile(rf"(?:\.?[ \t\u00a0\u202f\u2009]|\n(?!\n)|[-‐‑·⋅/]|(?<=[°º˚]))({word[1:-1]})")
