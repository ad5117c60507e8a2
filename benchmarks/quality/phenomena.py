"""Gold claims by phenomenon: what claimx gets right of passives, relative clauses, elision and so on.

    python -m benchmarks.quality.phenomena [GOLD.jsonl ...] [--errors] [--json] [--write benchmarks/RESULTS.md]

Without a file, the project's own corpus, of which a third is held out: nobody looks at its sentences while writing
rules, so that its figures say what to expect of new ones. Only its figures are ever printed.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import claimx
from benchmarks.quality import gold, report
from benchmarks.quality.errors import BenchmarkError

CORPUS = Path(__file__).parents[2] / "tests" / "corpus" / "claims_phenomena.jsonl"
HELD_OUT = 3  # one text in so many is held out: by its hash, which nobody can choose, and which no other text moves
MARK = "<!-- begin: written by python -m benchmarks.quality.phenomena -->"
COLUMNS = ("quantity_f1", "entity", "predicate", "of", "source", "time", "modality", "claim_f1")
HEAD = ("phenomenon", "claims", "quantity F1", *COLUMNS[1:-1], "claim F1")


@dataclass(slots=True)
class Results:
    """What was found: the held-out third as one tally, the rest by phenomenon, with what is wrong there."""

    seen: gold.Tally = field(default_factory=gold.Tally)
    held_out: gold.Tally = field(default_factory=gold.Tally)
    phenomena: dict[str, gold.Tally] = field(default_factory=lambda: defaultdict(gold.Tally))
    errors: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, gold.Tally]]:
        """The lines of the table: phenomena by name, then all that was seen, then what was held out."""
        yield from sorted(self.phenomena.items())
        yield "seen", self.seen
        if self.held_out.gold:
            yield "held out", self.held_out


def is_held_out(text: str) -> bool:
    """Whether a text of the corpus is one of the third that no one looks at while writing rules.

    >>> [is_held_out(text) for text in ("It costs $5.", "It costs $6.", "It costs $7.")]
    [True, False, True]
    """
    return int(sha256(text.encode("utf-8")).hexdigest(), 16) % HELD_OUT == 0


def measure(documents: Iterable[gold.Gold]) -> Results:
    """The results of claimx on gold documents; those of no phenomenon, from another corpus, all count as seen."""
    results = Results()
    for document in documents:
        phenomenon = document.get("phenomenon")
        held_out = phenomenon is not None and is_held_out(document["text"])
        counts = [results.held_out if held_out else results.seen]
        counts += [] if held_out or phenomenon is None else [results.phenomena[phenomenon]]
        for answer in gold.answers(document, claimx.extract(document["text"])):
            for one in counts:
                one.add(answer)
            if not held_out:
                results.errors += gold.described(document, answer)
    return results


def table(results: Results) -> str:
    """The figures in Markdown, a line for each phenomenon.

    >>> print(table(Results()).splitlines()[-1])
    | seen | 0 | 0.0 | – | – | – | – | – | – | 0.0 |
    """
    rows = []
    for name, one in results.rows():
        figures = one.figures()
        rows.append([name, str(one.gold), *(report.figure(figures.get(column)) for column in COLUMNS)])
    return report.table(HEAD, rows)


def main(arguments: list[str] | None = None) -> None:
    """The command; ends with 2 and a line that says what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="*", default=[CORPUS], help="JSON Lines of gold claims")
    parser.add_argument("--errors", action="store_true", help="also list what is wrong, but for the held-out third")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON, not as a table")
    parser.add_argument("--write", type=Path, help="put the table between its marks in this Markdown file")
    options = parser.parse_args(arguments)
    try:
        results = measure(document for path in options.gold for document in gold.documents(path))
        if options.write:
            report.replace_block(options.write, table(results), MARK)
    except BenchmarkError as error:
        parser.error(str(error))
    if options.errors:
        print(*results.errors, sep="\n")
    if options.json:
        print(json.dumps({name: one.figures() for name, one in results.rows()}, indent=1))
    else:
        print(table(results))


if __name__ == "__main__":
    main()
