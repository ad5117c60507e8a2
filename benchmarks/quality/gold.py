"""Claims against hand-written gold: which claim answers which gold claim, what is right of it, and the figures.

A line of a gold file is `{"doc", "text", "claims": [...]}`, and a gold claim has `start`, `end`, `kind`, `low`, `high`,
`unit`, `bound`, `optional`, for entity, predicate, `of`, source and time the accepted head words (lemmas for the
predicate; "*" accepts anything, "-" none), and modality, `negated`, direction, `refers_to` where they are asked for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import claimx
from benchmarks.quality.errors import BenchmarkError
from claimx import Claim, ClaimxError, Phrase, Quantity

PHRASES = ("entity", "predicate", "of", "source", "time")
FIELDS = ("bound", *PHRASES, "modality", "negated", "direction", "refers_to")
IN_CLAIM = ("bound", "entity", "predicate")  # what must be right, with the quantity, for the whole claim to be
BOUNDS = MappingProxyType({
    "=": {"="}, "~": {"~", "~<", "~>"}, "<~": {"~<", "~"}, "<": {"<"}, "<=": {"<="}, ">": {">"}, ">=": {">="},
})  # fmt: skip
SAME_NOUNS = frozenset({("person", "people"), ("people", "person"), ("man", "men"), ("men", "man")})
MARKS = ".,;:()[]\"'’“”"
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A gold claim with the claim made at its place, if any, and which of the fields asked for are right.

    `right` is None where the quantity is missed or wrong. A claim that answers no gold claim has `gold` None.
    """

    gold: Gold | None
    claim: Claim | None
    right: Mapping[str, bool] | None = None


@dataclass(slots=True)
class Tally:
    """Counts over answers, and the figures that they give.

    >>> tally = Tally()
    >>> tally.add(Answer({}, None))
    >>> tally.figures()["quantity_f1"]
    0.0
    """

    gold: int = 0
    predicted: int = 0
    quantity: int = 0
    claim: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, answer: Answer) -> None:
        """Count one answer."""
        self.gold += answer.gold is not None
        self.predicted += answer.claim is not None
        if answer.right is not None:
            self.quantity += 1
            self.asked.update(list(answer.right))
            self.right.update(name for name, right in answer.right.items() if right)
            self.claim += all(answer.right[name] for name in IN_CLAIM)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of quantities and of whole claims, and the share of each field that is right."""
        figures: dict[str, float] = {"gold": self.gold, "predicted": self.predicted}
        for name, hits in (("quantity", self.quantity), ("claim", self.claim)):
            precision, recall = hits / max(1, self.predicted), hits / max(1, self.gold)
            both = 2 * precision * recall / max(1e-9, precision + recall)
            figures |= {f"{name}_p": 100 * precision, f"{name}_r": 100 * recall, f"{name}_f1": 100 * both}
        return figures | {name: 100 * self.right[name] / self.asked[name] for name in FIELDS if self.asked[name]}


def documents(path: Path) -> Iterator[Gold]:
    """The lines of a gold file. Raises `BenchmarkError` if there is none, or a line has no text and claims."""
    if not path.is_file():
        raise BenchmarkError(f"no gold file {path}: run from a checkout of the project, or name a file of JSON Lines")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        document = json.loads(line)
        if "text" not in document or "claims" not in document:
            raise BenchmarkError(f"{path}, line {number}: text and claims are needed")
        yield document


def tally(golds: Iterable[Gold]) -> Tally:
    """What claimx gets right of some documents."""
    counts = Tally()
    for document in golds:
        for answer in answers(document, claimx.extract(document["text"])):
            counts.add(answer)
    return counts


def answers(document: Gold, claims: Sequence[Claim]) -> Iterator[Answer]:
    """Each required gold claim with its answer, then the claims that answer none.

    A claim answers one gold claim at most; an optional gold claim spares one claim from being false.
    """
    unused = list(claims)
    for gold in sorted(document["claims"], key=lambda gold: bool(gold["optional"])):
        here = [claim for claim in unused if overlap(claim, gold)]
        found = next((claim for claim in here if quantity_right(claim.quantity, gold, claim.kind)), None)
        answer = Answer(gold, found or next(iter(here), None), None if found is None else judge(found, gold))
        if answer.claim is not None:
            unused.remove(answer.claim)
        if not gold["optional"]:
            yield answer
    yield from (Answer(None, claim) for claim in unused)


def overlap(claim: Claim, gold: Gold) -> bool:
    """Whether a claim's quantity overlaps a gold one."""
    return bool(claim.quantity.start < gold["end"] and gold["start"] < claim.quantity.end)


def judge(claim: Claim, gold: Gold) -> dict[str, bool]:
    """Which fields are right, of those that the gold claim asks for."""
    right = {"bound": bound_right(claim.quantity, gold["bound"])}
    right |= {name: says(getattr(claim, name), gold[name]) for name in PHRASES if name in gold}
    right["entity"] = right["entity"] or (claim.property is not None and says(claim.property, gold["entity"]))
    if "modality" in gold:
        right["modality"] = claim.modality in gold["modality"]
    right |= {name: getattr(claim, name) == gold[name] for name in ("negated", "direction") if name in gold}
    if "refers_to" in gold:
        right["refers_to"] = says(getattr(claim.entity, "refers_to", None), gold["refers_to"])
    return right


def says(phrase: Phrase | None, accepted: Sequence[str]) -> bool:
    """Whether a phrase's head, or a predicate's lemma, is one of the words ("*" is anything, "-" no phrase).

    >>> says(Phrase(text="the sub-unit", start=0, end=12, head="sub-unit", head_start=4), ["unit"]), says(None, ["-"])
    (True, True)
    """
    if "*" in accepted:
        return True
    if phrase is None:
        return "-" in accepted
    lemma = getattr(phrase, "lemma", None)
    said = {lemma.lower()} if isinstance(lemma, str) else head_forms(phrase.head)
    return any(word.lower() in said for word in accepted)


def head_forms(head: str) -> set[str]:
    """A head word as it stands, and its parts around hyphens and slashes.

    >>> sorted(head_forms("(Kosiniak-Kamysz)"))
    ['kamysz', 'kosiniak', 'kosiniak-kamysz']
    """
    word = head.strip(MARKS).lower()
    return {word, *re.split(r"[-/]", word)}


def bound_right(quantity: Quantity, bound: str) -> bool:
    """Whether the quantity is qualified as gold says: `..` asks for a range, "|" stands between alternatives."""
    if bound == "..":
        return quantity.low is not None and quantity.high is not None
    return any(quantity.comparator in BOUNDS[one] for one in bound.split("|"))


def quantity_right(quantity: Quantity, gold: Gold, kind: str) -> bool:
    """Whether kind, value (or both ends) and unit are right; measures may be in another unit of their dimension."""
    if kind != gold["kind"] or not unit_right(quantity.unit or "", gold["unit"], kind):
        return False
    ends = (quantity.value, quantity.value) if gold["low"] == gold["high"] else (quantity.low, quantity.high)
    factor = (scale(quantity.unit or "", gold["unit"]) or 1.0) if kind == "measure" else 1.0
    return all(near(end, gold[name], factor) for end, name in zip(ends, ("low", "high"), strict=True))


def near(number: Decimal | None, wanted: float, factor: float = 1.0) -> bool:
    """Whether a number, times a factor, is what is wanted but for rounding."""
    return number is not None and abs(float(number) * factor - wanted) <= 1e-6 * max(1.0, abs(wanted))


def unit_right(unit: str, wanted: str, kind: str) -> bool:
    """Whether a unit is what is wanted: a measure's of the same dimension, a count's with the same last word.

    >>> unit_right("working group", "group", "count"), unit_right("mile", "kilometer", "measure")
    (True, True)
    """
    got, gold = unit.lower(), wanted.lower()
    if not gold or gold == got:
        return True
    if kind == "count":
        last, gold_last = (got.split() or [""])[-1], gold.split()[-1]
        return last == gold_last or (last, gold) in SAME_NOUNS
    return kind == "measure" and scale(unit, wanted) is not None


def scale(unit: str, wanted: str) -> float | None:
    """The factor from a unit to another of its dimension; None for another dimension, or a zero elsewhere."""
    import pint

    registry = pint.get_application_registry()  # type: ignore[no-untyped-call]
    try:
        source, target = registry.Unit(unit), registry.Unit(wanted)
        if source == target:
            return 1.0
        if (0.0 * source).to(target).magnitude != 0:
            return None
        return float((1.0 * source).to(target).magnitude)
    except (pint.PintError, AttributeError, TypeError, ValueError, ClaimxError):
        return None


def described(document: Gold, answer: Answer) -> Iterator[str]:
    """What is wrong in an answer, a line each: a miss, a false claim, a field."""
    gold, claim = answer.gold, answer.claim
    where = str(document.get("doc", ""))[:28]
    if gold is None:
        yield f"{where:28} FALSE      {claim.text if claim else ''!r}"
    elif answer.right is None:
        yield f"{where:28} MISSED     {gold['text']!r} {f'found as {claim.quantity}' if claim else ''}"
    else:
        for name in (name for name, right in answer.right.items() if not right):
            yield f"{where:28} {name:10} {gold['text']!r}: got {_got(claim, name)!r}, accepted {gold[name]}"


def _got(claim: Claim | None, name: str) -> object:
    if claim is None:
        return None
    if name == "bound":
        return claim.quantity.comparator
    value = getattr(claim.entity, name, None) if name == "refers_to" else getattr(claim, name)
    return value.text if isinstance(value, Phrase) else value
