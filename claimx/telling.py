"""The words that say what a text may hold: looked up once for each text, however many ask for some of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from claimx.not_claims.passages import passage_words
from claimx.numbers.tokens import number_words, words_of
from claimx.parsers.durations import CLOCK_SYMBOLS
from claimx.parsers.ones import ARTICLES, UNITS_OF_ONE
from claimx.parsers.scales import SCALES
from claimx.parsers.statistics import TELLING


def telling_words(text: str) -> AbstractSet[str]:
    """The words of a text that tell of numbers in words, statistics, scales, quantities of one, passages or clocks.

    >>> sorted(telling_words("A median of two people came"))
    ['a', 'median', 'two']
    """
    return words_of(text, _all_telling())


@cache
def _all_telling() -> frozenset[str]:
    return passage_words().union(number_words(), CLOCK_SYMBOLS, ARTICLES, UNITS_OF_ONE, SCALES, TELLING)
