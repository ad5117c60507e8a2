"""claimx beside its peers and its own pipeline: speed, start-up, memory, growth, workers, streams, in one run.

    python -m benchmarks.speed DATA_FOLDER [--turns 5] [--only PART ...] [--json] [--write benchmarks/RESULTS.md]

DATA_FOLDER holds newsquant/dev.json, articles/*.txt and treebanks/*-dev.conllu. The systems take turns, each held to
one thread on one core; only the workers get all cores. What is not installed is left out with a line that says so.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.report import block_in, replace_block
from benchmarks.speed import growth, interruptions, memory, peaks, report, startup, systems, turns, workers
from benchmarks.speed.one_core import one_core, one_thread_each
from benchmarks.speed.texts import TextSet, text_sets

PARTS = ("rates", "startup", "peaks", "growth", "streams", "workers", "kills")


def notes(sets: list[TextSet], options: argparse.Namespace, where: str) -> list[str]:
    """When, where and on what was measured."""
    today = datetime.now(tz=UTC).date().isoformat()
    return [
        f"Measured on {today} with Python {platform.python_version()}, one thread on {where}; {options.turns} turns.",
        *map(report.described, sets),
    ]


def measure(options: argparse.Namespace) -> report.Results:
    """All parts that are asked for."""
    sets = text_sets(options.data)
    prose = sets[-1]
    with one_core() as where:
        results = report.Results(notes(sets, options, where))
        for part in [part for part in options.only if part not in {"workers", "kills"}]:
            print(f"measuring {part} ...", file=sys.stderr)
            on_one_core(results, part, sets, options)
    if "workers" in options.only:
        print("measuring workers ...", file=sys.stderr)
        results.workers = workers.measure(prose, options.workers, options.turns, options.worker_characters)
    if "kills" in options.only:
        print("measuring kills ...", file=sys.stderr)
        results.kills = interruptions.equal_after_kills(prose.texts, options.kills, min(options.stream_megabytes))
    return results


def on_one_core(results: report.Results, part: str, sets: list[TextSet], options: argparse.Namespace) -> None:
    """Measure one part into the results."""
    prose = sets[-1]
    if part == "rates":
        found, left_out = systems.load_all()
        results.notes += [*left_out, *(report.measured(system) for system in found)]
        results.rates = {texts.name: turns.in_turns(found, texts, options.turns) for texts in sets}
    elif part == "startup":
        results.startup = startup.measure(options.turns)
    elif part == "peaks":
        names = [system.name for system in systems.load_all()[0]]
        results.peaks = peaks.measure(names, prose)
    elif part == "growth":
        results.growth = growth.measure(prose.texts[0], options.turns)
    elif part == "streams":
        results.streams = memory.measure(prose.texts, options.stream_megabytes)


def run(options: argparse.Namespace) -> None:
    """Measure, then print or write what the options ask for."""
    one_thread_each()
    if options.write:
        block_in(options.write, report.BEGIN)  # said at once, not after minutes of measuring
    results = measure(options)
    if options.write:
        replace_block(options.write, report.markdown(results), report.BEGIN)
    print(json.dumps(results.as_json(), indent=1) if options.json else report.markdown(results))


def main(arguments: list[str] | None = None) -> None:
    """The command; ends with 2 and a line that says what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with newsquant/, articles/ and treebanks/")
    parser.add_argument("--turns", type=int, default=5, help="how often each system reads each set (default: 5)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure these parts alone")
    parser.add_argument("--workers", type=int, default=workers.cores(), help="the most workers (default: all cores)")
    parser.add_argument("--worker-characters", type=int, default=8_000_000, help="how much text the workers share")
    parser.add_argument("--stream-megabytes", type=float, nargs="+", default=[5, 50], help="how long streams are")
    parser.add_argument("--kills", type=int, default=10, help="how often the shortest stream is killed and resumed")
    parser.add_argument("--json", action="store_true", help="print everything measured as JSON, not as tables")
    parser.add_argument("--write", type=Path, help="put the tables between the marks of this Markdown file")
    options = parser.parse_args(arguments)
    try:
        run(options)
    except BenchmarkError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
