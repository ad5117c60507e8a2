"""Quantities found in texts that claim none, by kind of text, per 10,000 words.

    python -m benchmarks.quality.false_alarms [CORPUS.jsonl ...] [--show]

The corpora are the project's own (tests/corpus), JSON Lines of `text` and `kind_of_non_claim`: sentences that hold
numbers of a kind that is no claim (dates, scores, section numbers), and plain prose. Any quantity in them is a false
alarm. Words are what stands between blanks.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimx
from benchmarks.quality.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
CORPORA = (CORPUS / "negative.jsonl", CORPUS / "prose_without_claims.jsonl")
PER_WORDS = 10_000
Row = dict[str, Any]


@dataclass(frozen=True)
class Tally:
    """The texts and words of one kind, and the quantities found in them.

    >>> Tally(texts=10, words=500, alarms=2).rate
    40.0
    """

    texts: int = 0
    words: int = 0
    alarms: int = 0

    @property
    def rate(self) -> float:
        """False alarms per 10,000 words."""
        return PER_WORDS * self.alarms / self.words if self.words else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.texts + other.texts, self.words + other.words, self.alarms + other.alarms)


def predict(texts: Iterable[str]) -> Iterator[Row]:
    """What claimx finds in each text: the text, and offsets and text of each quantity.

    >>> [row["quantities"] for row in predict(["On 5 May 2020", "5 kg"])]
    [[], [{'start': 0, 'end': 4, 'text': '5 kg'}]]
    """
    for text in texts:
        found = [{"start": one.start, "end": one.end, "text": one.text} for one in claimx.quantities(text)]
        yield {"text": text, "quantities": found}


def read(corpora: Sequence[Path]) -> dict[str, str]:
    """The texts of the corpora with their kinds; a text that stands twice counts once.

    Raises `BenchmarkError` if a corpus is missing or a line has no text and kind.
    """
    kinds: dict[str, str] = {}
    for path in corpora:
        if not path.is_file():
            raise BenchmarkError(f"no corpus {path}: run from a checkout of the project, or name a file of JSON Lines")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            row = json.loads(line)
            if "text" not in row or "kind_of_non_claim" not in row:
                raise BenchmarkError(f"{path}, line {number}: text and kind_of_non_claim are needed")
            kinds.setdefault(row["text"], row["kind_of_non_claim"])
    return kinds


def tally(kinds: dict[str, str], rows: Iterable[Row]) -> dict[str, Tally]:
    """For each kind of text what was found there, the largest kind first.

    >>> tally({"On 5 May": "date"}, [{"text": "On 5 May", "quantities": []}])
    {'date': Tally(texts=1, words=3, alarms=0)}
    """
    tallies: dict[str, Tally] = defaultdict(Tally)
    for row in rows:
        tallies[kinds[row["text"]]] += Tally(1, len(row["text"].split()), len(row["quantities"]))
    return dict(sorted(tallies.items(), key=lambda item: -item[1].words))


def main(arguments: list[str] | None = None) -> None:
    """Print claimx's false alarms by kind of text, with `--show` each of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, nargs="*", default=CORPORA, help="JSON Lines of text, kind_of_non_claim")
    parser.add_argument("--show", action="store_true", help="also print each false alarm with its text")
    options = parser.parse_args(arguments)
    try:
        kinds = read(options.corpora)
    except BenchmarkError as error:
        parser.error(str(error))
    rows = list(predict(kinds))
    tallies = tally(kinds, rows)
    print(f"{'kind':24s} texts  words alarms  per {PER_WORDS:,} words")
    for kind, one in [*tallies.items(), ("all", sum(tallies.values(), Tally()))]:
        print(f"{kind:24s} {one.texts:5d} {one.words:6d} {one.alarms:6d} {one.rate:8.1f}")
    if options.show:
        for row in rows:
            for found in row["quantities"]:
                print(f"{kinds[row['text']]}: {found['text']!r} in {row['text']!r}")


if __name__ == "__main__":
    main()
