"""Claims against gold written before the rules: whole news sentences, and documents dense in what is no claim.

The floors hold what has been reached, a little below it: a change that falls under one has broken something.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import claimx
from claimx import Claim, Phrase

CORPUS = Path(__file__).parent / "corpus"
FIELDS = ("entity", "predicate", "of", "source", "time")
FLOORS = {
    "claims_news.jsonl": {
        "precision": 93,
        "recall": 93,
        "entity": 86,
        "predicate": 88,
        "of": 93,
        "source": 75,
        "time": 78,
    },
    "claims_documents.jsonl": {"precision": 88, "recall": 90, "entity": 86, "predicate": 89, "of": 93},
}


def near(number: Decimal | None, wanted: float) -> bool:
    return number is not None and abs(float(number) - wanted) <= 1e-6 * max(1.0, abs(wanted))


def meets(claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether a claim's quantity overlaps a gold one."""
    return bool(claim.quantity.start < gold["end"] and gold["start"] < claim.quantity.end)


def finds(claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether a claim gives a gold claim's kind and value at its place; units are for the corpora of quantities."""
    quantity = claim.quantity
    low, high = (quantity.low, quantity.high) if quantity.value is None else (quantity.value, quantity.value)
    return meets(claim, gold) and claim.kind == gold["kind"] and near(low, gold["low"]) and near(high, gold["high"])


def answers(phrase: Phrase | None, accepted: list[str], *, lemma: bool = False) -> bool:
    if "*" in accepted:
        return True
    if phrase is None:
        return "-" in accepted
    said = getattr(phrase, "lemma", "") if lemma else phrase.head
    words = {word.lower() for word in accepted}
    return not words.isdisjoint({said.lower(), *said.lower().split("-")})


def right(claim: Claim, gold: dict[str, Any], field: str) -> bool:
    phrase = getattr(claim, field)
    if field == "entity" and claim.property is not None and answers(claim.property, gold["entity"]):
        return True
    return answers(phrase, gold[field], lemma=field == "predicate")


def score(name: str) -> dict[str, float]:
    """Precision and recall of the quantities, and the share of right fields among those found, in per cent."""
    counts: Counter[str] = Counter()
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        claims = claimx.extract(document["text"])
        optional = [gold for gold in document["claims"] if gold["optional"]]
        for gold in (gold for gold in document["claims"] if not gold["optional"]):
            counts["gold"] += 1
            found = next((claim for claim in claims if finds(claim, gold)), None)
            if found is None:
                continue
            counts["found"] += 1
            for field in (field for field in FIELDS if field in gold):
                counts[f"{field} asked"] += 1
                counts[field] += right(found, gold, field)
        spared = [
            c for c in claims if any(g["start"] < c.quantity.end and c.quantity.start < g["end"] for g in optional)
        ]
        counts["predicted"] += len(claims) - len(spared)
    figures = {field: 100 * counts[field] / counts[f"{field} asked"] for field in FIELDS if counts[f"{field} asked"]}
    shares = {"precision": counts["found"] / counts["predicted"], "recall": counts["found"] / counts["gold"]}
    return {**figures, **{name: 100 * share for name, share in shares.items()}}


@pytest.mark.parametrize("name", FLOORS)
def test_figures_stay_above_their_floors(name: str) -> None:
    figures = score(name)
    below = {
        field: (round(figures[field], 1), floor) for field, floor in FLOORS[name].items() if figures[field] < floor
    }
    assert not below, f"{name}: reached and floor: {below}"
