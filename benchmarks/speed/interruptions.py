"""Whether `claimx extract`, killed at random moments and resumed, writes what an undisturbed run writes.

    python -m benchmarks.speed.interruptions DATA_FOLDER [--megabytes 5] [--times 10] [--workers 1] [--seed 5]

Each time starts from nothing, is killed (-9) once while it writes, and resumed to the end. Prints where it was killed
and whether all lines, sorted, are equal byte for byte. Ends with 1 if they were not once.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.speed.streams import write_stream
from benchmarks.speed.texts import text_sets


class Extraction:
    """The command line over one file, into another."""

    def __init__(self, path: Path, workers: int) -> None:
        """Prepare the command."""
        self.command = [
            sys.executable, "-m", "claimx", "extract", str(path), "--input", "jsonl", "--by", "document",
            "--workers", str(workers), "--resume", "--output",
        ]  # fmt: skip

    def run(self, output: Path) -> None:
        """Run to the end."""
        subprocess.run([*self.command, str(output)], check=True)  # noqa: S603 — our own command

    def killed_at(self, output: Path, length: int) -> None:
        """Run until the output has so many bytes, and no further."""
        with subprocess.Popen([*self.command, str(output)]) as running:  # noqa: S603
            while running.poll() is None and (not output.exists() or output.stat().st_size < length):
                time.sleep(0.005)
            running.kill()


def interruptions(path: Path, times: int, workers: int, random: Random) -> Iterator[tuple[int, int, bool]]:
    """Bytes at the kill, lines at the kill, and whether the resumed output is right; for each time."""
    extraction = Extraction(path, workers)
    undisturbed = path.with_name("undisturbed.jsonl")
    extraction.run(undisturbed)
    expected = sorted(undisturbed.read_bytes().splitlines(keepends=True))
    for number in range(times):
        output = path.with_name(f"resumed {number}.jsonl")
        extraction.killed_at(output, random.randrange(undisturbed.stat().st_size))
        found = output.read_bytes()
        extraction.run(output)
        yield len(found), found.count(b"\n"), sorted(output.read_bytes().splitlines(keepends=True)) == expected


def equal_after_kills(texts: Sequence[str], times: int, megabytes: float) -> list[bool]:
    """Whether a stream of so many megabytes, killed once and resumed, gave the right output, for each time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        write_stream(path, texts, int(megabytes * 1_000_000))
        return [equal for _, _, equal in interruptions(path, times, 1, Random(5))]  # noqa: S311


def main(arguments: list[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with newsquant/, articles/ and treebanks/")
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args(arguments)
    outcomes = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stream.jsonl"
        write_stream(path, text_sets(options.data)[-1].texts, int(options.megabytes * 1_000_000))
        for length, lines, equal in interruptions(path, options.times, options.workers, Random(options.seed)):  # noqa: S311
            outcomes.append(equal)
            print(f"killed after {lines} lines ({length:,} bytes), resumed: {'equal' if equal else 'DIFFERENT'}")
    print(f"{sum(outcomes)} of {len(outcomes)} equal to the undisturbed run")
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
