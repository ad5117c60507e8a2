"""Which candidates are a quantity's property and entity: a linear model over features, learned from annotated texts.

The options of a quantity are: a mere count of the counted noun; an entity alone; a property with an entity. Their
scores, sums of weights, make probabilities, and what is chosen is the option of the highest score to be expected if
the others come true as often as the model believes: a phrase that shares words with other likely ones beats a lone one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.measeval.features import Site, candidate_features, pair_features, site_features
from benchmarks.quality.measeval.score import words_f1

if TYPE_CHECKING:
    from benchmarks.quality.measeval.candidates import Candidate
    from benchmarks.quality.measeval.quantities import Found

WEIGHTS = Path(__file__).with_name("weights.tsv")
MOST_CANDIDATES = 45
# By cross-validation on the part "train", as is what a property's two rows cost where there should be none.
LEAST_FOR_COUNT = 0.2
COST_OF_A_PROPERTY = 0.6
# What one more row costs: about the mean of the rows there are.
COST_OF_A_ROW = 0.47
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a quantity."""

    is_count: bool
    entity: Candidate | None
    property: Candidate | None


@dataclass(frozen=True, slots=True)
class Group:
    """The features of some things of one sort, as numbers: thing `things[i]` has feature `features[i]`."""

    things: Ints
    features: Ints
    size: int

    def scores(self, weights: Floats) -> Floats:
        """The sum of weights of each thing."""
        return np.bincount(self.things, weights[self.features], minlength=self.size).astype(np.float64)


class Problem:
    """A quantity with its options: a count, each candidate as entity alone, each pair of property and entity."""

    def __init__(self, site: Site, found: Found, candidates: Iterable[Candidate]) -> None:
        self.site, self.found = site, found
        near = sorted(
            (one for one in candidates if not one.overlaps(found.start, found.end)),
            key=lambda one: abs(one.head.index - site.amount.index),
        )
        self.candidates = near[:MOST_CANDIDATES]
        size = range(len(self.candidates))
        self.pairs = [(i, j) for i in size for j in size if not self._overlap(i, j)]

    def _overlap(self, one: int, two: int) -> bool:
        first, second = self.candidates[one], self.candidates[two]
        return first.overlaps(second.start, second.end)

    @cached_property
    def names(self) -> dict[str, list[list[str]]]:
        """The features of each sort of thing."""
        alone = site_features(self.site)
        each = [candidate_features(self.site, one) for one in self.candidates]
        both = [pair_features(self.site, self.candidates[i], self.candidates[j]) for i, j in self.pairs]
        return {"count": [alone], "none": [alone], "alone": each, "property": each, "entity": each, "pair": both}

    @cached_property
    def properties(self) -> Ints:
        """The property of each pair."""
        return np.array([i for i, _ in self.pairs], dtype=np.int64)

    @cached_property
    def entities(self) -> Ints:
        """The entity of each pair."""
        return np.array([j for _, j in self.pairs], dtype=np.int64)

    @cached_property
    def alike(self) -> tuple[Floats, Floats]:
        """For each two candidates the F1 of their words, and whether they overlap."""
        size = len(self.candidates)
        texts = [self.site.text[one.start : one.end] for one in self.candidates]
        words = np.array([words_f1(one, two) for one in texts for two in texts]).reshape(size, size)
        shared = np.array([float(self._overlap(i, j)) for i in range(size) for j in range(size)]).reshape(size, size)
        return words, shared

    def encoded(self, numbers: Mapping[str, int]) -> dict[str, Group]:
        """The features as numbers, unknown ones left out."""
        return {sort: _group(sort, things, numbers) for sort, things in self.names.items()}

    def scores(self, groups: Mapping[str, Group], weights: Floats) -> Floats:
        """The score of each option: the count, the entities alone, the pairs."""
        one = {sort: group.scores(weights) for sort, group in groups.items()}
        count = one["count"] if self.found.counted is not None else np.full(1, -np.inf)
        pairs = one["property"][self.properties] + one["entity"][self.entities] + one["pair"]
        return np.concatenate([count, one["none"] + one["alone"], pairs])


def _group(sort: str, things: Sequence[Sequence[str]], numbers: Mapping[str, int]) -> Group:
    known = [
        (i, numbers[key]) for i, names in enumerate(things) for name in names if (key := f"{sort} {name}") in numbers
    ]
    columns = np.array(known, dtype=np.int64).reshape(-1, 2)
    return Group(columns[:, 0], columns[:, 1], len(things))


def probabilities(scores: Floats) -> Floats:
    """Scores as probabilities.

    >>> probabilities(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    powers: Floats = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=np.float64)


class Chooser:
    """Chooses by the weights of features."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._numbers = {name: number for number, name in enumerate(weights)}
        self._weights = np.array(list(weights.values()))

    def choose(self, problem: Problem) -> Choice:
        """The option of a quantity to go for."""
        size = len(problem.candidates)
        if not size:
            return Choice(problem.found.counted is not None, None, None)
        chances = probabilities(problem.scores(problem.encoded(self._numbers), self._weights))
        if chances[0] > LEAST_FOR_COUNT:
            return Choice(is_count=True, entity=None, property=None)
        rest = chances[1:] / chances[1:].sum()
        return _best(problem, rest[:size], rest[size:])


def _best(problem: Problem, alone: Floats, paired: Floats) -> Choice:
    """The entity, or property and entity, with the highest score to be expected."""
    size = len(problem.candidates)
    words, shared = problem.alike
    joint = np.zeros((size, size))
    joint[problem.properties, problem.entities] = paired
    as_property, as_entity = joint.sum(axis=1), words @ (alone + joint.sum(axis=0))
    linked = shared @ (alone + as_property)
    single = as_entity + linked
    double = (words @ as_property + linked)[:, None] + as_entity[None, :] + shared @ joint @ shared.T
    allowed = np.full((size, size), -np.inf)
    allowed[problem.properties, problem.entities] = 0
    double = double + allowed - COST_OF_A_PROPERTY * alone.sum()
    if single.max() >= double.max():
        return Choice(is_count=False, entity=problem.candidates[int(single.argmax())], property=None)
    first, second = divmod(int(double.argmax()), size)
    return Choice(is_count=False, entity=problem.candidates[second], property=problem.candidates[first])


@cache
def learned() -> Chooser:
    """The chooser with the weights that are checked in."""
    return Chooser(read_weights(WEIGHTS))


def read_weights(path: Path) -> dict[str, float]:
    """Weights by feature, from a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {name: float(weight) for name, weight in rows}


def write_weights(path: Path, weights: Mapping[str, Any], note: str) -> None:
    """Write the weights as a table, sorted by name."""
    rows = [f"{name}\t{weight:.2f}" for name, weight in sorted(weights.items()) if abs(weight) >= 0.005]
    path.write_text("\n".join([f"# {note}", *rows]) + "\n", encoding="utf-8")
