"""Claims as a table on a terminal."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimx.outputs.wording import HEADINGS, cells, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.claims import Claim


@dataclass(frozen=True, slots=True)
class Shape:
    """How long a line of a column's text may be before it is cut, whether it gets room before the others, its style."""

    longest: int
    first: bool = False
    style: str = ""


# In the order of HEADINGS.
SHAPES = (
    Shape(60),
    Shape(32, first=True, style="bold green"),
    Shape(60),
    Shape(24, first=True, style="cyan"),
    Shape(60),
    Shape(60, style="dim"),
)
WORD = 16  # a longer word may be broken to fit
GAP = 2  # between columns: the padding and the frame


@dataclass(frozen=True, slots=True)
class Screen:
    """What the table is drawn for: the width in columns, colour or none, box characters or plain ASCII.

    >>> Screen(width=80).color
    False
    """

    width: int = 120
    color: bool = False
    ascii_only: bool = False


def table(claims: Sequence[Claim], *, title: str = "", screen: Screen | None = None) -> str:
    r"""Claims as a table of text, a row for each, under a title; long phrases are cut with an ellipsis.

    >>> table([], title="article.txt")
    'article.txt: no claims\n'
    """
    count = f"{len(claims) or 'no'} claim{'s' if len(claims) != 1 else ''}"
    heading = f"{one_line(title)}: {count}" if title else count
    if not claims:
        return f"{heading}\n"
    screen = screen or Screen()
    return _printed(_drawn([cells(claim) for claim in claims], heading, screen), screen)


def _drawn(rows: list[tuple[str, ...]], heading: str, screen: Screen) -> Table:
    frame, dots = (_ascii_frame(), "...") if screen.ascii_only else (box.SIMPLE_HEAD, "…")
    drawn = Table(title=Text(heading), title_justify="left", title_style="bold", box=frame, padding=(0, 1, 0, 0))
    drawn.pad_edge = False
    shown = len(HEADINGS) if any(row[-1] for row in rows) else len(HEADINGS) - 1
    texts = [[_cut(text, shape.longest, dots) for text, shape in zip(row, SHAPES, strict=True)] for row in rows]
    columns = list(zip(HEADINGS, *texts, strict=True))[:shown]
    widths = _widths(columns, screen.width - GAP * shown)
    for name, shape, width in zip(HEADINGS, SHAPES, widths, strict=False):
        drawn.add_column(name, style=shape.style, width=width, overflow="fold")
    for row in texts:
        drawn.add_row(*map(Text, row[:shown]))
    return drawn


@cache
def _ascii_frame() -> box.Box:
    lines = ["    "] * 8
    lines[2] = " -- "
    return box.Box("\n".join([*lines, ""]), ascii=True)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """A width for each column: its longest word, then what nine of ten lines take, then all, while there is room.

    What room there is goes to the narrowest of those that want more.

    >>> _widths([("Claim", "more than $5"), ("Value", "> 5 USD")], 16)
    [9, 7]
    """
    lines = [sorted(len(line) for text in column for line in text.split("\n") if line) for column in columns]
    widths = [min(WORD, max(len(word) for text in column for word in text.split())) for column in columns]
    while sum(widths) > max(room, len(columns)):
        widths[widths.index(max(widths))] -= 1
    for goals in ([column[len(column) * 9 // 10] for column in lines], [column[-1] for column in lines]):
        while sum(widths) < room and (wanting := [i for i, goal in enumerate(goals) if widths[i] < goal]):
            widths[min(wanting, key=lambda index: (not SHAPES[index].first, widths[index]))] += 1
    return widths


def _cut(text: str, longest: int, dots: str) -> str:
    lines = text.split("\n")
    return "\n".join(line if len(line) <= longest else line[: longest - len(dots)].rstrip() + dots for line in lines)


def _printed(drawn: Table, screen: Screen) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=screen.width,
        color_system="standard" if screen.color else None,
        force_terminal=screen.color,
        no_color=not screen.color,
    )
    console.print(drawn)
    lines = [line.rstrip() for line in page.getvalue().strip("\n").split("\n")]
    return "\n".join([*lines, ""])
