"""spaCy pipelines beside each other: how fast each parses, for the curve of accuracy against speed in `training/`.

    python -m benchmarks.speed.pipelines DATA_FOLDER PIPELINE [PIPELINE ...] [--turns 5]

A PIPELINE is a folder that `training.train` has written. Each parses NewsQuant's sentences, taking turns on one core;
prints characters a second of CPU and how many times as fast as the first each is.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality.errors import BenchmarkError
from benchmarks.speed.one_core import one_core, one_thread_each
from benchmarks.speed.systems import System, whole_text_pipeline
from benchmarks.speed.texts import NEWSQUANT, TextSet, entries, files
from benchmarks.speed.turns import in_turns


def measure(texts: TextSet, pipelines: list[Path], turns: int) -> dict[str, tuple[float, float]]:
    """For each pipeline its characters a second, and how many times as fast as the first it is.

    >>> from benchmarks.speed.systems import MODEL
    >>> texts = TextSet("two", ("It costs $5.", "No number here."))
    >>> list(measure(texts, [MODEL], turns=1)) == [str(MODEL)]
    True
    """
    systems = [System(str(path), "", whole_text_pipeline(path)) for path in pipelines]
    with one_core():
        rates = in_turns(systems, texts, turns)
    first = systems[0].name
    return {system.name: (rates.of(system.name), rates.ratio(system.name, first)) for system in systems}


def main(arguments: list[str] | None = None) -> None:
    """The command; ends with 2 and a line that says what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with newsquant/dev.json")
    parser.add_argument("pipelines", type=Path, nargs="+", metavar="PIPELINE", help="a folder that spacy.load reads")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args(arguments)
    one_thread_each()
    try:
        texts = TextSet("NewsQuant", tuple(text for path in files(options.data, NEWSQUANT) for text in entries(path)))
        found = measure(texts, options.pipelines, options.turns)
    except (BenchmarkError, OSError) as error:
        parser.error(str(error))
    for name, (rate, ratio) in found.items():
        print(f"{rate:9,.0f} characters/s  {ratio:5.2f} times the first  {name}")


if __name__ == "__main__":
    main()
