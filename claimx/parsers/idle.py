"""Which parsers need not look at a number: one look at what stands beside it says so of most."""

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


def idle_parsers(number: Number, context: Context) -> frozenset[type]:
    """The parsers of money, shares, measures and multiples that can make nothing of a number; no subclass of theirs.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.parsers.base import Context
    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> for text in ("12 boats", "$12", "12 miles", "12 percent", "12 pounds"):
    ...     idle = idle_parsers(scan(text)[0], Context(text, Units.default()))
    ...     print([parser.kind for parser in DEFAULT_PARSERS if type(parser) not in idle])
    ['number']
    ['money', 'number']
    ['measure', 'number']
    ['percent', 'number']
    ['money', 'measure', 'number']
    """
    if number.form not in PLAIN or number.letter or context.currency is not None:
        return frozenset()
    text, ahead = context.text, context.ahead(number.end)
    is_moneyed = context.currency_before(number) is not None
    if is_told(number, text):
        return _idle((is_moneyed, ahead in percent.BEGIN or number.form == "words", False, False))
    start = context.unit_start(number)
    word = word_at(text, start)
    money, unit = context.units.named_at(text, start, word)
    may = (
        money or is_moneyed or (ahead == ")" and text.startswith("(", number.start - 1)),
        word in percent.WORDS or word.startswith("per") or ahead in percent.SIGNS or percent.is_one(number),
        (unit and context.unit_behind(number) is not None)
        or word in measure.ODD_WORDS
        or ahead in measure.ODD_SIGNS
        or is_age(number, context),
        word in count.TIMES_WORDS or ahead == "×" or count.is_by_factor(number, text),
    )
    return _idle(may)


@cache
def _idle(may: tuple[bool, ...]) -> frozenset[type]:
    kinds = (MoneyParser, PercentParser, MeasureParser, MultipleParser)
    return frozenset(kind for kind, is_able in zip(kinds, may, strict=True) if not is_able)
