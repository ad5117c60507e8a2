"""How time grows with the text: a text a hundred times, as one long text and as many texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import process_time

from benchmarks.speed.systems import CLAIMS, QUANTITIES, claims, quantities

Reader = Callable[[Sequence[str]], int]
READERS: Mapping[str, Reader] = {QUANTITIES: quantities, CLAIMS: claims}


def measure(text: str, turns: int, times: int = 100) -> dict[str, float]:
    """How many times as long `times` copies of the text take as one, by system and shape: the median of the turns."""
    shapes = {"one long text": ["\n\n".join([text] * times)], "many texts": [text] * times}
    return {
        f"{name}, {shape}": median(_growth(reader, text, texts, times) for _ in range(turns))
        for name, reader in READERS.items()
        for shape, texts in shapes.items()
    }


def _growth(reader: Reader, text: str, texts: Sequence[str], times: int) -> float:
    """What the text takes alone is the mean of as many readings, so that no single busy moment decides it."""
    reader([text])
    begun = process_time()
    for _ in range(times):
        reader([text])
    alone = (process_time() - begun) / times
    begun = process_time()
    reader(texts)
    return (process_time() - begun) / alone
