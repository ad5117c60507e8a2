"""What more worker processes bring: characters a second by the clock, with the start of the processes and without."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import claimx
from benchmarks.speed.systems import BATCH

if TYPE_CHECKING:
    from benchmarks.speed.texts import TextSet


WARM = 4  # batches for each worker, after which all of them are at work


@dataclass(frozen=True)
class Pace:
    """Characters a second over all of the texts, and from when all workers are at work."""

    whole: float
    running: float


def cores() -> int:
    """How many cores this process may use.

    >>> cores() >= 1
    True
    """
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def measure(texts: TextSet, most: int, turns: int, characters: int) -> dict[int, Pace]:
    """Characters a second by the number of workers, 1 to `most`, medians of the turns, on that many characters.

    One worker is the calling process itself; it has read a text before, so its own loading is not counted.
    """
    copies = max(1, round(characters / texts.characters))
    claimx.extract("It costs $5.")
    rounds = [[_pace(texts.texts, copies, workers) for workers in range(1, most + 1)] for _ in range(turns)]
    return {
        number: Pace(median(pace.whole for pace in paces), median(pace.running for pace in paces))
        for number, paces in enumerate(zip(*rounds, strict=True), start=1)
    }


def _pace(texts: Sequence[str], copies: int, workers: int) -> Pace:
    warm, done, done_warm = WARM * BATCH * workers, 0, 0
    begun = running = perf_counter()
    results = claimx.extract_many(_again(texts, copies), batch_size=BATCH, workers=workers)
    for number, (text, _) in enumerate(zip(_again(texts, copies), results, strict=True)):
        if number == warm:
            running, done_warm = perf_counter(), done
        done += len(text)
    end = perf_counter()
    return Pace(done / (end - begun), (done - done_warm) / (end - running))


def _again(texts: Sequence[str], copies: int) -> Iterator[str]:
    return chain.from_iterable(repeat(texts, copies))
