"""Which parsers may read a number: one look at what stands beside it, so that most parsers need not look."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers.number import is_told
from claimx.parsers import count, measure, percent
from claimx.parsers.ages import may_be_age
from claimx.parsers.count import MultipleParser
from claimx.parsers.measure import MeasureParser
from claimx.parsers.money import MoneyParser
from claimx.parsers.percent import PercentParser
from claimx.units.unit_words import word_at

if TYPE_CHECKING:
    from claimx.parsers.base import Context, Parser
    from claimx.scan import Number

PLAIN = frozenset({"digits", "words"})


def candidates(parsers: Sequence[Parser], number: Number, context: Context) -> Sequence[Parser]:
    """The parsers that may make something of a number, in their order; of those of others' making, all.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.parsers.base import Context
    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> for text in ("12 boats", "$12", "12 miles", "12 percent", "12 pounds"):
    ...     found = candidates(DEFAULT_PARSERS, scan(text)[0], Context(text, Units.default()))
    ...     print([parser.kind for parser in found])
    ['number']
    ['money', 'percent', 'number']
    ['measure', 'number']
    ['percent', 'number']
    ['money', 'measure', 'number']
    """
    if number.form not in PLAIN or number.letter or context.currency is not None:
        return parsers
    text = context.text
    is_moneyed = context.currency_before(number) is not None
    if is_told(number, text):
        return _chosen(parsers, (is_moneyed, True, False, False))
    start = context.unit_start(number)
    word, first = word_at(text, start), text[start : start + 1].lower()
    if first != context.ahead(number.end):
        return parsers
    money, unit = context.units.named_at(text, start, word)
    may = (
        money or is_moneyed or text[number.start - 1 : number.start] == "(",
        word in percent.WORDS or word.startswith("per") or first in percent.SIGNS or number.value == 1,
        unit or word in measure.ODD_WORDS or first in measure.ODD_SIGNS or may_be_age(number, text),
        word in count.TIMES_WORDS or first == "×" or count.is_by_factor(number, text),
    )
    return _chosen(parsers, may)


def _chosen(parsers: Sequence[Parser], may: tuple[bool, ...]) -> Sequence[Parser]:
    """The parsers without those of money, shares, measures and multiples that may read nothing."""
    idle = _idle(may)
    return [parser for parser in parsers if type(parser) not in idle]  # a subclass may read more


@cache
def _idle(may: tuple[bool, ...]) -> frozenset[type]:
    kinds = (MoneyParser, PercentParser, MeasureParser, MultipleParser)
    return frozenset(kind for kind, is_told in zip(kinds, may, strict=True) if not is_told)
