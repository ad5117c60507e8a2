"""A bar on a terminal that shows how far the reading is, how fast, and how long it will take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

if TYPE_CHECKING:
    from rich.progress import TaskID


class Bar:
    """What has been done of the input, in bytes, and the claims that were found."""

    def __init__(self, drawn: Progress, task: TaskID, total: int | None) -> None:
        self._drawn = drawn
        self._task = task
        self._total = total
        self._claims = 0

    def done(self, size: int, claims: int) -> None:
        """A document of so many bytes is done, and held so many claims."""
        self._claims += claims
        self._drawn.update(self._task, advance=size, claims=f"{self._claims:,}")

    def skipped(self, size: int) -> None:
        """A document of so many bytes was done before: it counts neither as work nor in the rate."""
        if self._total is not None:
            self._total = max(0, self._total - size)
            self._drawn.update(self._task, total=self._total)


@contextmanager
def bar(total: int | None) -> Iterator[Bar]:
    """A bar on standard error for an input of so many bytes, none if nobody knows; it stays when it is full.

    >>> import os
    >>> with bar(100) as shown:  # no terminal, nothing to be seen
    ...     shown.done(100, claims=2)
    """
    columns = [
        BarColumn(bar_width=None), TaskProgressColumn(), DownloadColumn(), TransferSpeedColumn(),
        TextColumn("{task.fields[claims]} claims"),
        TimeElapsedColumn() if total is None else TimeRemainingColumn(elapsed_when_finished=True),
    ]  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), redirect_stdout=False, refresh_per_second=4) as drawn:
        task = drawn.add_task("", total=total, claims="0")
        yield Bar(drawn, task, total)
        drawn.update(task, completed=drawn.tasks[0].total)
