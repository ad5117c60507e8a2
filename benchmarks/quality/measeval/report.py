"""MeasEval's figures as a table, and their place in the page of results."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from benchmarks.quality import report

if TYPE_CHECKING:
    from benchmarks.quality.measeval.score import Figure

BEGIN = "<!-- begin: written by python -m benchmarks.quality.measeval -->"


def table(*columns: Mapping[str, Figure], heads: tuple[str, ...] = ("overlap / exact",)) -> str:
    """A Markdown table, a row for each part.

    >>> from benchmarks.quality.measeval.score import Figure
    >>> print(table({"Unit": Figure(4, 75.0, 80.25), "all": Figure(4, 75.0, 80.25)}))
    | part | rows | overlap / exact |
    |---|---:|---:|
    | Unit | 4 | 80.2 / 75.0 |
    | all | 4 | 80.2 / 75.0 |
    """
    rows = [
        [part, str(columns[0][part].rows), *(report.pair((one[part].overlap, one[part].exact)) for one in columns)]
        for part in columns[0]
    ]
    return report.table(["part", "rows", *heads], rows)
