"""The words and signs that units are written with, read from a text as the tables spell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimx.units.tables import folded

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


@cache
def unit_word() -> re.Pattern[str]:
    """A word, an abbreviation or a sign that a unit may begin with."""
    return re.compile(rf"((?:[A-Za-z]\.){{2,}}(?![A-Za-z])|{LETTER}{{1,40}}(?!{LETTER})|''|[°º˚'’′\"”″℃℉])")


@cache
def _next_word() -> re.Pattern[str]:
    word = unit_word().pattern
    return re.compile(rf"(?:\.?[ \t\u00a0\u202f\u2009]|\n(?!\n)|[-‐‑·⋅/]|(?<=[°º˚]))({word[1:-1]})")
