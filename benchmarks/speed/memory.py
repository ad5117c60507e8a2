"""Peak memory of `claimx extract` over a short and a long stream of JSON Lines, prose with ever new words.

    python -m benchmarks.speed.memory DATA_FOLDER [--megabytes 5 50] [--workers 1]

Prints the megabytes at the peak of the largest process, which is a worker where there are several.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.speed.processes import Run, run
from benchmarks.speed.streams import write_stream
from benchmarks.speed.texts import text_sets

PROGRAM = """
from claimx.cli import main
main(["extract", {path!r}, "--input", "jsonl", "--by", "document", "--output", {output!r}, "--workers", "{workers}"])
"""


def measure(texts: Sequence[str], megabytes: Sequence[float], workers: int = 1) -> dict[float, Run]:
    """What reading a stream of so many megabytes takes, in a process of its own."""
    with TemporaryDirectory() as folder:
        return {size: _one(Path(folder), texts, size, workers) for size in megabytes}


def _one(folder: Path, texts: Sequence[str], megabytes: float, workers: int) -> Run:
    path, output = folder / "stream.jsonl", folder / "claims.jsonl"
    write_stream(path, texts, int(megabytes * 1_000_000))
    return run(PROGRAM.format(path=str(path), output=str(output), workers=workers))


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with newsquant/, articles/ and treebanks/")
    parser.add_argument("--megabytes", type=float, nargs="+", default=[5, 50], help="how long the streams are")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(arguments)
    prose = text_sets(options.data)[-1].texts
    for size, taken in measure(prose, options.megabytes, options.workers).items():
        print(f"{size:6g} MB of text, {options.workers} worker(s): peak {taken.peak:4.0f} MB, {taken.elapsed:6.0f} s")


if __name__ == "__main__":
    main()
