"""The score of predicted annotations: exact and overlap F1 of nine parts and over all, in per cent.

Quantities of the two sides are paired where their spans overlap, the greatest overlap first. Of each pair, and of each
quantity that has no partner, every part that at least one side has is a row: spans and units score the F1 of their
words (exact: whether they are equal), modifiers and relations 1 where both sides say the same, else 0. A relation is
the same if the annotations at both of its ends overlap. A part's figure is the mean of its rows, the whole figure the
mean of all rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from benchmarks.quality.measeval.layout import RELATIONS, SPANS, Annotation, Measurement

PARTS = (*SPANS, "Unit", "Modifier", *RELATIONS)
Pair = tuple[Measurement | None, Measurement | None]


@dataclass(frozen=True, slots=True)
class Row:
    """What one part of one quantity scores."""

    part: str
    exact: float
    overlap: float


@dataclass(frozen=True, slots=True)
class Figure:
    """Means over rows, in per cent."""

    rows: int
    exact: float
    overlap: float


def figures(gold: Mapping[str, Sequence[Measurement]], found: Mapping[str, Sequence[Measurement]]) -> dict[str, Figure]:
    """A figure for each part and for `"all"`; paragraphs that only one side has count too."""
    names = sorted({*gold, *found})
    rows = [row for name in names for row in score(gold.get(name, ()), found.get(name, ()))]
    table = {part: mean(row for row in rows if row.part == part) for part in PARTS}
    return {**table, "all": mean(rows)}


def mean(rows: Iterable[Row]) -> Figure:
    """The figure of some rows.

    >>> mean([Row("Unit", 1, 1), Row("Unit", 0, 0.5)])
    Figure(rows=2, exact=50.0, overlap=75.0)
    """
    listed = list(rows)
    count = max(1, len(listed))
    exact, overlap = sum(row.exact for row in listed), sum(row.overlap for row in listed)
    return Figure(len(listed), 100 * exact / count, 100 * overlap / count)


def score(gold: Sequence[Measurement], found: Sequence[Measurement]) -> list[Row]:
    """All rows of one paragraph."""
    return [row for one, other in pairs(gold, found) for row in rows(one, other)]


def pairs(gold: Sequence[Measurement], found: Sequence[Measurement]) -> list[Pair]:
    """Each set with its partner, the greatest overlap of quantities first, then those that have none."""
    shared = [
        (one.quantity.overlap(other.quantity), -first, -second)
        for first, one in enumerate(gold)
        for second, other in enumerate(found)
    ]
    partners: dict[int, int] = {}
    for length, first, second in sorted(shared, reverse=True):
        if length and -first not in partners and -second not in partners.values():
            partners[-first] = -second
    paired: list[Pair] = [
        (one, found[partners[index]] if index in partners else None) for index, one in enumerate(gold)
    ]
    taken = set(partners.values())
    return paired + [(None, other) for index, other in enumerate(found) if index not in taken]


def rows(gold: Measurement | None, found: Measurement | None) -> Iterator[Row]:
    """The rows of one pair."""
    gold, found = gold or Measurement(), found or Measurement()
    for kind in SPANS:
        for one, other in zip_longest(*best_first(gold.all(kind), found.all(kind))):
            yield Row(kind, float(one is not None and other is not None and one.text == other.text),
                      words_f1(one.text if one else "", other.text if other else ""))  # fmt: skip
    yield from _quantity_rows(gold, found)
    for name in RELATIONS:
        one, other = relation(gold, name), relation(found, name)
        if one or other:
            hit = float(bool(one and other and all(a.overlap(b) for a, b in zip(one, other, strict=True))))
            yield Row(name, hit, hit)


def _quantity_rows(gold: Measurement, found: Measurement) -> Iterator[Row]:
    one, other = (next(iter(side.all("Quantity")), None) for side in (gold, found))
    units = [(side.unit or "") if side else "" for side in (one, other)]
    if any(units):
        yield Row("Unit", float(units[0] == units[1]), words_f1(*units))
    mods = [side.mods if side else frozenset() for side in (one, other)]
    if any(mods):
        hit = float(mods[0] == mods[1])
        yield Row("Modifier", hit, hit)


def best_first(gold: list[Annotation], found: list[Annotation]) -> tuple[list[Annotation], list[Annotation]]:
    """The found in the order of the gold that they overlap, where there are several of both."""
    if len(gold) > 1 or len(found) > 1:
        found = sorted(found, key=lambda other: max((one.overlap(other) for one in gold), default=0), reverse=True)
        gold = sorted(gold, key=lambda one: max((one.overlap(other) for other in found), default=0), reverse=True)
    return gold, found


def relation(measurement: Measurement, name: str) -> tuple[Annotation, Annotation] | None:
    """The annotations at both ends of a set's first relation of a name."""
    for one in measurement.annotations:
        for label, target in one.relations:
            other = measurement.by_id(target)
            if label == name and other is not None:
                return one, other
    return None


def words_f1(gold: str, found: str) -> float:
    """F1 of the words that two stretches share, each as often as both have it; case counts for nothing.

    >>> words_f1("mean age of participants", "age of the participants"), words_f1("5 kg", "")
    (0.75, 0.0)
    """
    one, two = gold.lower().split(), found.lower().split()
    shared = sum((Counter(one) & Counter(two)).values())
    return 2 * shared / (len(one) + len(two)) if shared else 0.0
