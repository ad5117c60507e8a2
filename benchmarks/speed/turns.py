"""Systems taking turns at the same texts, so that a busy moment of the machine falls on all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.speed.systems import BATCH

if TYPE_CHECKING:
    from benchmarks.speed.systems import System
    from benchmarks.speed.texts import TextSet

Clock = Callable[[], float]


@dataclass(frozen=True)
class Rates:
    """Characters per second of CPU by system: of the first reading of the texts, and of each turn after it.

    >>> rates = Rates({"one": 9.0, "two": 3.0}, {"one": (9.0, 10.0, 50.0), "two": (3.0, 4.0, 6.0)})
    >>> rates.of("one"), rates.ratio("one", "two"), rates.first_ratio("one", "two")
    (10.0, 3.0, 3.0)
    """

    first: Mapping[str, float]
    turns: Mapping[str, Sequence[float]]

    def of(self, system: str) -> float:
        """The median of a system's turns."""
        return median(self.turns[system])

    def ratio(self, system: str, other: str) -> float:
        """How many times as fast as the other a system is: the median of the ratios within each turn."""
        return median(one / two for one, two in zip(self.turns[system], self.turns[other], strict=True))

    def first_ratio(self, system: str, other: str) -> float:
        """The same of the first reading, when no system can have kept anything of these texts."""
        return self.first[system] / self.first[other]


def in_turns(systems: Sequence[System], texts: TextSet, turns: int, clock: Clock = process_time) -> Rates:
    """The rates of the systems, each of which reads all its texts once and then once a turn.

    Within a turn they take turns too, at a batch of texts each time, another one first each time. Before that, each
    reads two words, so that everything is loaded.
    """
    for system in systems:
        system.read(["$5 million"])
    rounds = [_round(systems, texts.texts, clock) for _ in range(turns + 1)]
    return Rates(rounds[0], {system.name: [one[system.name] for one in rounds[1:]] for system in systems})


def _round(systems: Sequence[System], texts: Sequence[str], clock: Clock) -> dict[str, float]:
    """Each system's characters a second over all texts that it gets."""
    characters = dict.fromkeys((system.name for system in systems), 0)
    seconds = dict.fromkeys(characters, 0.0)
    for number, start in enumerate(range(0, len(texts), BATCH)):
        first = number % len(systems)
        for system in (*systems[first:], *systems[:first]):
            batch = texts[start : start + BATCH : system.every]
            begun = clock()
            system.read(batch)
            seconds[system.name] += clock() - begun
            characters[system.name] += sum(map(len, batch))
    return {name: characters[name] / seconds[name] for name in seconds}
