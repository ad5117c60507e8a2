"""The parsers of quantities: each knows one kind. A parser of one's own is any object with `kind` and `parse`.

| what | where |
|---|---|
| one number, with its unit | `money`, `percent`, `measure` (`ages`), `count`; `idle` says which need not look |
| no number: "lasted a week", "costs a dollar" | `ones`, `articles` |
| several numbers made one | `ranges` and what joins them (`joints`), `pairs` of bare ones, `compounds`, `durations` |
| the words around | `comparators` (phrases in `qualifiers`), `rates`, `statistics`, `scales` stated for a table |
"""

from __future__ import annotations

from claimx.parsers.base import Context, Parser
from claimx.parsers.count import CountParser, MultipleParser
from claimx.parsers.measure import MeasureParser
from claimx.parsers.money import MoneyParser
from claimx.parsers.percent import PercentParser

DEFAULT_PARSERS: tuple[Parser, ...] = (MoneyParser(), PercentParser(), MeasureParser(), MultipleParser(), CountParser())

__all__ = [
    "DEFAULT_PARSERS",
    "Context",
    "CountParser",
    "MeasureParser",
    "MoneyParser",
    "MultipleParser",
    "Parser",
    "PercentParser",
]
