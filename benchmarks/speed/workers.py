"""What more worker processes bring: characters a second by the clock, the start of the processes counted in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain, repeat
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import claimx
from benchmarks.speed.systems import BATCH

if TYPE_CHECKING:
    from benchmarks.speed.texts import TextSet


def cores() -> int:
    """How many cores this process may use.

    >>> cores() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def measure(texts: TextSet, most: int, turns: int, characters: int) -> dict[int, float]:
    """Characters a second by the number of workers, 1 to `most`, medians of the turns, on that many characters.

    One worker is the calling process itself; it has read a text before, so its own loading is not counted.
    """
    copies = max(1, round(characters / texts.characters))
    claimx.extract("It costs $5.")
    rounds = [[_rate(texts, copies, workers) for workers in range(1, most + 1)] for _ in range(turns)]
    return {number: median(rates) for number, rates in enumerate(zip(*rounds, strict=True), start=1)}


def _rate(texts: TextSet, copies: int, workers: int) -> float:
    begun = perf_counter()
    for _ in claimx.extract_many(_again(texts, copies), batch_size=BATCH, workers=workers):
        pass
    return copies * texts.characters / (perf_counter() - begun)


def _again(texts: TextSet, copies: int) -> Iterator[str]:
    return chain.from_iterable(repeat(texts.texts, copies))
