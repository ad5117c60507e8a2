"""The parsers of quantities: each knows one kind. A parser of one's own is any object with `kind` and `parse`."""

from __future__ import annotations

from claimx.parsers.base import Context, Parser
from claimx.parsers.count import CountParser
from claimx.parsers.measure import MeasureParser
from claimx.parsers.money import MoneyParser
from claimx.parsers.percent import PercentParser

DEFAULT_PARSERS: tuple[Parser, ...] = (MoneyParser(), PercentParser(), MeasureParser(), CountParser())

__all__ = ["DEFAULT_PARSERS", "Context", "CountParser", "MeasureParser", "MoneyParser", "Parser", "PercentParser"]
