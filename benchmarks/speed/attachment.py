"""What attachment costs beside the parse that it works on.

    python -m benchmarks.speed.attachment [FILE.json | FILE.jsonl] [--rounds 5] [--json]

FILE holds objects with a `text`, one a line or as one list; by default `tests/corpus/claims_news.jsonl`. Prints
microseconds a parsed sentence, the median of the rounds: finding the quantities, parsing the sentences that hold one,
attaching.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.speed.one_core import one_core, one_thread_each
from benchmarks.speed.texts import entries
from claimx.attach import attach
from claimx.extractor import Extractor
from claimx.read import Reader

NEWS = Path(__file__).parents[2] / "tests" / "corpus" / "claims_news.jsonl"
STAGES = ("quantities", "parse", "attach")


def one_round(contents: list[str], extractor: Extractor) -> tuple[int, dict[str, float]]:
    """The number of parsed sentences, and the seconds of CPU that each stage took, one sentence after the other."""
    seconds = dict.fromkeys(STAGES, 0.0)
    begun = process_time()
    read = extractor._sentences  # noqa: SLF001 — the stages one by one, which users never need
    found = [(sentence, text) for text in contents for sentence in read(text)]
    seconds["quantities"] = process_time() - begun
    trees = Reader().read(sentence for sentence, _ in found)
    for sentence, text in found:
        begun = process_time()
        tree = next(trees)
        parsed = process_time()
        attach(tree, sentence.mentions, text)
        seconds["parse"] += parsed - begun
        seconds["attach"] += process_time() - parsed
    return len(found), seconds


def measure(contents: list[str], rounds: int) -> dict[str, float]:
    """Microseconds a sentence for each stage, and attachment's share of the parse."""
    extractor = Extractor()
    count, _ = one_round(contents, extractor)  # loads the pipeline and fills the caches
    turns = [one_round(contents, extractor)[1] for _ in range(rounds)]
    figures = {stage: 1e6 * median(turn[stage] for turn in turns) / count for stage in STAGES}
    return {"sentences": count, **figures, "attach / parse": median(turn["attach"] / turn["parse"] for turn in turns)}


def main(arguments: list[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=NEWS)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    one_thread_each()
    with one_core():
        figures = measure(entries(options.file), options.rounds)
    if options.json:
        print(json.dumps(figures))
        return
    print(f"{figures['sentences']:.0f} sentences with a quantity, microseconds a sentence:")
    print(*(f"{stage:10} {figures[stage]:7.0f}" for stage in STAGES), sep="\n")
    print(f"attachment costs {figures['attach / parse']:.3f} of parsing")


if __name__ == "__main__":
    main()
