"""MeasEval's files: a text a paragraph, and a table of its annotations, one set of rows a quantity."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.quality.errors import BenchmarkError

COLUMNS = ("docId", "annotSet", "annotType", "startOffset", "endOffset", "annotId", "text", "other")
SPANS = ("Quantity", "MeasuredEntity", "MeasuredProperty", "Qualifier")
RELATIONS = ("HasQuantity", "HasProperty", "Qualifies")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A row: a span of the text with a type, and for a relation the id of its target."""

    kind: str
    start: int
    end: int
    text: str
    id: str
    unit: str | None = None
    mods: frozenset[str] = frozenset()
    relations: tuple[tuple[str, str], ...] = ()

    def overlap(self, other: Annotation) -> int:
        """How many characters two annotations share.

        >>> one, two = Annotation("Quantity", 0, 4, "5 kg", "T1"), Annotation("Quantity", 2, 4, "kg", "T2")
        >>> one.overlap(two)
        2
        """
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(slots=True)
class Measurement:
    """One `annotSet`: a quantity and what is annotated with it."""

    annotations: list[Annotation] = field(default_factory=list)

    @property
    def quantity(self) -> Annotation:
        """The quantity that the others belong to."""
        return self.all("Quantity")[0]

    def all(self, kind: str) -> list[Annotation]:
        """The annotations of a type, in the order of the rows."""
        return [one for one in self.annotations if one.kind == kind]

    def by_id(self, name: str) -> Annotation | None:
        """The annotation with an id."""
        return next((one for one in self.annotations if one.id == name), None)


def read_texts(folder: Path) -> dict[str, str]:
    """The paragraphs of `FOLDER/text`, by their ids. Raises `BenchmarkError` where there are none."""
    files = sorted((folder / "text").glob("*.txt"))
    if not files:
        raise BenchmarkError(f"{folder} holds no text/*.txt: give the folder of one part of MeasEval (train, trial)")
    return {path.stem: _read(path) for path in files}


def read_gold(folder: Path) -> dict[str, list[Measurement]]:
    """The annotations in `FOLDER/tsv`, by the ids of the paragraphs; empty where there is no such folder."""
    return {path.stem: read_table(path) for path in sorted((folder / "tsv").glob("*.tsv"))}


def read_table(path: Path) -> list[Measurement]:
    """The sets of one table, in the order of their quantities. Raises `BenchmarkError` for a table of another shape."""
    lines = _read(path).splitlines()
    rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    sets: dict[str, Measurement] = {}
    for number, row in enumerate(rows, start=2):
        try:
            sets.setdefault(row["annotSet"], Measurement()).annotations.append(_annotation(row))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise BenchmarkError(f"{path}, line {number}: not a row of {', '.join(COLUMNS)} ({error!r})") from error
    whole = [one for one in sets.values() if one.all("Quantity")]
    return sorted(whole, key=lambda one: one.quantity.start)


def _annotation(row: dict[str, Any]) -> Annotation:
    other = json.loads(row["other"]) if row["other"] else {}
    relations = tuple((name, str(other[name])) for name in RELATIONS if name in other)
    start, end = int(row["startOffset"]), int(row["endOffset"])
    mods = frozenset(other.get("mods", ()))
    return Annotation(row["annotType"], start, end, row["text"], row["annotId"], other.get("unit"), mods, relations)


def write_table(path: Path, name: str, measurements: Sequence[Measurement]) -> None:
    """Write the sets of one paragraph; one without quantities gets a table of no rows."""
    lines = ["\t".join(COLUMNS)]
    for number, measurement in enumerate(measurements, start=1):
        lines += ["\t".join(cells) for cells in _cells(name, number, measurement.annotations)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cells(name: str, number: int, annotations: Iterable[Annotation]) -> Iterable[list[str]]:
    for one in annotations:
        place = [str(one.start), str(one.end)]
        yield [name, str(number), one.kind, *place, one.id, " ".join(one.text.split()), _other(one)]


def _other(one: Annotation) -> str:
    """The last column: unit and modifiers of a quantity, the relation of anything else.

    >>> _other(Annotation("Quantity", 0, 4, "5 kg", "T1", unit="kg", mods=frozenset({"IsApproximate"})))
    '{"mods": ["IsApproximate"], "unit": "kg"}'
    """
    other: dict[str, Any] = {}
    if one.mods:
        other["mods"] = sorted(one.mods)
    if one.unit:
        other["unit"] = one.unit
    other.update(one.relations)
    return json.dumps(other, ensure_ascii=False) if other else ""


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BenchmarkError(f"{path} cannot be read as UTF-8: {error}") from error
