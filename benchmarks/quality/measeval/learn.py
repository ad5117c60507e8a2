"""Learns the weights of the choice from annotated texts.

    python -m benchmarks.quality.measeval.learn TRAIN_FOLDER --folds 5
    python -m benchmarks.quality.measeval.learn TRAIN_FOLDER --out benchmarks/quality/measeval/weights.tsv

With `--folds` nothing is written: each article's paragraphs are annotated with weights learned from other articles.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import claimx
from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.measeval.choice import (
    COST_OF_A_ROW,
    Chooser,
    Floats,
    Group,
    Ints,
    Problem,
    probabilities,
    write_weights,
)  # fmt: skip
from benchmarks.quality.measeval.layout import Annotation, Measurement, read_gold, read_texts
from benchmarks.quality.measeval.predict import bare, measurement, problems
from benchmarks.quality.measeval.report import table
from benchmarks.quality.measeval.score import figures, pairs, relation, rows, words_f1

if TYPE_CHECKING:
    from benchmarks.quality.measeval.quantities import Found

FEWEST = 30  # times that a feature must occur
SHARPNESS = 0.2  # the lower, the more of the aim goes to the best option
RUNS, ROUNDS, FIRST_AVERAGED = 3, 6, 2
STEP, SHRINKING = 0.1, 0.03
Gold = Mapping[str, Sequence[Measurement]]


@dataclass(slots=True)
class Example:
    """A quantity with its options, and how much of the aim each option gets."""

    article: str
    problem: Problem
    aim: Floats


def examples(texts: Mapping[str, str], gold: Gold) -> Iterator[Example]:
    """The quantities of annotated texts that are annotated, too."""
    for (name, text), claims in zip(texts.items(), claimx.extract_many(texts.values()), strict=True):
        found = [one for one in problems(text, claims) if isinstance(one, Problem) and one.candidates]
        spans = [_span(one.found, text) for one in found]
        for one, other in pairs(gold.get(name, ()), spans):
            if one is not None and other is not None:
                problem = found[spans.index(other)]
                yield Example(article(name), problem, aim(rewards(problem, one)))


def article(name: str) -> str:
    """The article that a paragraph is of.

    >>> article("S0012-34")
    'S0012'
    """
    return name.rsplit("-", maxsplit=1)[0]


def _span(found: Found, text: str) -> Measurement:
    span = text[found.start : found.end]
    return Measurement([Annotation("Quantity", found.start, found.end, span, "T1", found.unit, found.mods)])


def aim(worth: Floats) -> Floats:
    """What the options are worth as probabilities, the best by far the highest."""
    return probabilities(worth / SHARPNESS)


def rewards(problem: Problem, gold: Measurement) -> Floats:
    """What each option adds to the score, less what its rows cost."""
    texts = [problem.site.text[one.start : one.end] for one in problem.candidates]
    entities, props = (next(iter(gold.all(kind)), None) for kind in ("MeasuredEntity", "MeasuredProperty"))
    has_quantity, has_property = relation(gold, "HasQuantity"), relation(gold, "HasProperty")
    as_entity = np.array([words_f1(entities.text if entities else "", text) for text in texts])
    as_property = np.array([words_f1(props.text if props else "", text) for text in texts])
    linked = _hits(problem, has_quantity[0] if has_quantity else None)
    owning, owned = (_hits(problem, has_property[end] if has_property else None) for end in (0, 1))
    first, second = problem.properties, problem.entities
    rows_ = int(props is not None) + int(has_property is not None)
    double = as_property[first] + as_entity[second] + linked[first] + owning[second] * owned[first] - 2 * COST_OF_A_ROW
    single = as_entity + linked - rows_ * COST_OF_A_ROW
    return np.concatenate([[_worth_of_count(problem, gold) - rows_ * COST_OF_A_ROW], single, double])


def _hits(problem: Problem, gold: Annotation | None) -> Floats:
    """Which candidates overlap an annotation."""
    return np.array([float(gold is not None and one.overlaps(gold.start, gold.end)) for one in problem.candidates])


def _worth_of_count(problem: Problem, gold: Measurement) -> float:
    """What a mere count adds, beside what the quantity with its unit would."""
    found, text = problem.found, problem.site.text
    if found.counted is None:
        return -50.0
    start, end = bare(found.counted)
    entity = next(iter(gold.all("MeasuredEntity")), None)
    linked = relation(gold, "HasQuantity")
    hit = linked is not None and linked[0].start < end and start < linked[0].end
    own = words_f1(entity.text, text[start:end]) if entity is not None else 0.0
    count, measure = (_worth(_span(one, text), gold) for one in (found.as_count(), found.as_measure()))
    return own + float(hit) + count - measure


def _worth(found: Measurement, gold: Measurement) -> float:
    """The score of quantity, unit and modifiers, less what their rows cost."""
    parts = ("Quantity", "Unit", "Modifier")
    return sum(row.overlap - COST_OF_A_ROW for row in rows(gold, found) if row.part in parts)


def learn(learned_from: Sequence[Example]) -> dict[str, float]:
    """The weights of the features that occur often enough: softmax regression, by AdaGrad."""
    seen = Counter(
        f"{sort} {name}"
        for one in learned_from
        for sort, things in one.problem.names.items()
        for names in things
        for name in names
    )
    numbers = {name: number for number, name in enumerate(name for name, count in seen.items() if count >= FEWEST)}
    encoded = [(one, one.problem.encoded(numbers)) for one in learned_from]
    weights = sum((_run(encoded, len(numbers), run) for run in range(RUNS)), np.zeros(len(numbers))) / RUNS
    return dict(zip(numbers, weights.tolist(), strict=True))


def _run(encoded: Sequence[tuple[Example, Mapping[str, Group]]], size: int, run: int) -> Floats:
    """The weights that one order of the examples leads to, averaged over the later rounds."""
    weights, squares, total = np.zeros(size), np.full(size, 0.01), np.zeros(size)
    order = np.random.default_rng(run)
    for number in range(ROUNDS):
        for place in order.permutation(len(encoded)):
            one, groups = encoded[place]
            _step(one, groups, weights, squares)
        if number >= FIRST_AVERAGED:
            total += weights
    return total / (ROUNDS - FIRST_AVERAGED)


def _step(one: Example, groups: Mapping[str, Group], weights: Floats, squares: Floats) -> None:
    """Move the weights of one example's features towards its aim."""
    chances = probabilities(one.problem.scores(groups, weights))
    features, values = _gradient(one.problem, groups, one.aim - chances)
    touched, places = np.unique(features, return_inverse=True)
    slope = np.bincount(places, values) - SHRINKING * weights[touched]
    squares[touched] += slope * slope
    weights[touched] += STEP * slope / np.sqrt(squares[touched])


def _gradient(problem: Problem, groups: Mapping[str, Group], miss: Floats) -> tuple[Ints, Floats]:
    """The features, and by how much each is wanted, from how much each option is."""
    size = len(problem.candidates)
    alone, paired = miss[1 : size + 1], miss[size + 1 :]
    wanted = {
        "count": miss[:1] if problem.found.counted is not None else np.zeros(1),
        "none": np.array([alone.sum()]),
        "alone": alone,
        "property": np.bincount(problem.properties, paired, minlength=size),
        "entity": np.bincount(problem.entities, paired, minlength=size),
        "pair": paired,
    }
    features = np.concatenate([groups[sort].features for sort in wanted])
    return features, np.concatenate([values[groups[sort].things] for sort, values in wanted.items()])


def cross_validated(texts: Mapping[str, str], gold: Gold, folds: int) -> dict[str, list[Measurement]]:
    """The texts annotated, each with weights learned from other articles."""
    known = list(examples(texts, gold))
    articles = sorted({article(name) for name in texts})
    found: dict[str, list[Measurement]] = {}
    for fold in range(folds):
        held = set(articles[fold::folds])
        chooser = Chooser(learn([one for one in known if one.article not in held]))
        own = {name: text for name, text in texts.items() if article(name) in held}
        for (name, text), claims in zip(own.items(), claimx.extract_many(own.values()), strict=True):
            found[name] = [measurement(one, text, chooser) for one in problems(text, claims)]
    return found


def main(arguments: Iterable[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Learn the choice of entity and property from a part of MeasEval.")
    parser.add_argument("folder", type=Path, help="holds text/*.txt and tsv/*.tsv")
    goal = parser.add_mutually_exclusive_group(required=True)
    goal.add_argument("--out", type=Path, help="where the weights go")
    goal.add_argument("--folds", type=int, help="print the cross-validated score instead")
    args = parser.parse_args(None if arguments is None else list(arguments))
    try:
        run(args)
    except BenchmarkError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


def run(args: argparse.Namespace) -> None:
    """Learn, or print the cross-validated score. Raises `BenchmarkError` where nothing is annotated."""
    texts, gold = read_texts(args.folder), read_gold(args.folder)
    if not gold:
        raise BenchmarkError(f"{args.folder} holds no tsv/*.tsv to learn from")
    if args.folds:
        print(table(figures(gold, cross_validated(texts, gold, args.folds))))
        return
    note = "Weights of features, written by python -m benchmarks.quality.measeval.learn"
    write_weights(args.out, learn(list(examples(texts, gold))), note)


if __name__ == "__main__":
    sys.exit(main())
