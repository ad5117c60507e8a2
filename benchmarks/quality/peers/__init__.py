"""The systems that are measured, each behind the same three questions.

A peer is a module here with a function `peer() -> Peer`, which imports the system. One that is not installed is left
out, and the report says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

Row = dict[str, Any]
Predict = Callable[[Iterable[str]], Iterable[Row]]
MODULES = ("claimx_itself", "quantulum", "recognizers_text")


@dataclass(frozen=True)
class Peer:
    """A system: its name and version, and what it finds in texts, in the layout of each set's scorer.

    `news_options` are what NewsQuant's scorer needs to be told of the system.
    """

    name: str
    version: str
    news: Predict
    specs: Predict
    alarms: Predict
    news_options: tuple[str, ...] = ()


def load(module: str) -> Peer | str:
    """The peer of a module, or a line that says why it cannot be had.

    >>> load("claimx_itself").name
    'claimx'
    """
    try:
        peer: Peer = import_module(f"benchmarks.quality.peers.{module}").peer()
    except Exception as error:  # noqa: BLE001 (a peer may fail in any way while it is imported)
        return f"{module} is left out: {type(error).__name__}: {error}"
    return peer
