"""Which parsers may read a number: one look at what stands beside it, so that most parsers need not look."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers.number import is_told
from claimx.parsers import count, measure, percent
from claimx.parsers.ages import is_age
from claimx.parsers.count import MultipleParser
from claimx.parsers.measure import MeasureParser
from claimx.parsers.money import MoneyParser
from claimx.parsers.percent import PercentParser
from claimx.units.unit_words import word_at

if TYPE_CHECKING:
    from claimx.parsers.base import Context
    from claimx.scan import Number

PLAIN = frozenset({"digits", "words", "vague"})
OWN = (MoneyParser, PercentParser, MeasureParser, MultipleParser)


def idle(number: Number, context: Context) -> frozenset[type]:
    """The parsers of money, shares, measures and multiples that can make nothing of a number; others' may read more.

    >>> from claimx.parsers.base import Context
    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> for text in ("12 boats", "$12", "12 miles", "12 percent", "12 pounds"):
    ...     found = idle(scan(text)[0], Context(text, Units.default()))
    ...     print(*(parser.kind for parser in OWN if parser not in found))
    <BLANKLINE>
    money
    measure
    percent
    money measure
    """
    if number.form not in PLAIN or number.letter or context.currency is not None:
        return _idle((True, True, True, True))
    text, end = context.text, number.end
    is_moneyed = context.currency_before(number) is not None
    if text.startswith("%", end):
        return _idle((is_moneyed, True, False, False))
    start, first = context.unit_start(number), context.ahead(end)
    word = word_at(text, start)
    money, unit = context.units.named_at(text, start, word)
    may_share = word in percent.WORDS or word.startswith("per") or first in percent.SIGNS or percent.is_one(number)
    is_bracketed = first == ")" and text.startswith("(", number.start - 1)
    if is_told(number, text):
        return _idle((is_moneyed or money or is_bracketed, may_share, False, False))
    may_measure = (
        (unit and context.unit_behind(number) is not None)
        or word in measure.ODD_WORDS
        or first in measure.ODD_SIGNS
        or is_age(number, context)
    )
    may_multiply = word in count.TIMES_WORDS or first == "×" or count.is_by_factor(number, text)
    return _idle((is_moneyed or money or is_bracketed, may_share, may_measure, may_multiply))


@cache
def _idle(may: tuple[bool, ...]) -> frozenset[type]:
    return frozenset(kind for kind, is_able in zip(OWN, may, strict=True) if not is_able)
