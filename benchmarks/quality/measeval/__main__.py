"""Claims in MeasEval's layout, and their score.

    python -m benchmarks.quality.measeval FOLDER --out TSV_FOLDER

FOLDER holds `text/*.txt`, and `tsv/*.tsv` if there is a gold to score against.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.measeval.layout import Measurement, read_gold, read_texts, write_table
from benchmarks.quality.measeval.predict import by_claims_alone, predict
from benchmarks.quality.measeval.report import BEGIN, table
from benchmarks.quality.measeval.score import figures
from benchmarks.quality.report import replace_block

Annotated = Mapping[str, Sequence[Measurement]]


def write(folder: Path, found: Annotated) -> None:
    """Write one table a paragraph. Raises `BenchmarkError` where the folder cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BenchmarkError(f"cannot make the folder {folder}: {error}") from error
    for name, measurements in found.items():
        write_table(folder / f"{name}.tsv", name, measurements)


def results(texts: Mapping[str, str], gold: Annotated, found: Annotated, name: str) -> str:
    """The tables for the page of results: with the learned choice, and with the claims' own entities and properties."""
    plain = figures(gold, by_claims_alone(texts))
    day = datetime.now(tz=UTC).date()
    note = f"Measured on {day} on the part {name!r} ({len(texts)} paragraphs); F1 by words / exact."
    scores = table(figures(gold, found), plain, heads=("with the learned choice", "the claims' own phrases"))
    return f"{note}\n\n{scores}"


def run(args: argparse.Namespace) -> None:
    """Predict, write, and score where there is a gold."""
    texts, gold = read_texts(args.folder), read_gold(args.folder)
    found = predict(texts)
    write(args.out, found)
    if not gold:
        print(f"wrote {len(found)} files; {args.folder} holds no tsv/*.tsv to score against")
        return
    print(table(figures(gold, found)))
    if args.write:
        replace_block(args.write, results(texts, gold, found, args.folder.name), BEGIN)


def main(arguments: Iterable[str] | None = None) -> int:
    """Run the command; bad input is named on stderr, with the exit code 1."""
    parser = argparse.ArgumentParser(description="Write claimx's claims in MeasEval's layout, and score them.")
    parser.add_argument("folder", type=Path, help="holds text/*.txt, and tsv/*.tsv if there is a gold")
    parser.add_argument("--out", type=Path, required=True, help="the folder that the predicted tables go to")
    parser.add_argument("--write", type=Path, metavar="RESULTS.md", help="put the figures into the page of results")
    args = parser.parse_args(None if arguments is None else list(arguments))
    try:
        run(args)
    except BenchmarkError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
