"""The shapes of the claim schema, each with sentences of its own in `corpus/shapes.jsonl`.

A line is `{"shape", "text", "claims"}`: all claims of the sentence in text order, each with the fields to be checked.
A list gives the accepted values of a field; a phrase is given by its head word, a predicate by its lemma.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimx

if TYPE_CHECKING:
    from claimx.claims import Claim, Predicate

CORPUS = Path(__file__).parent / "corpus" / "shapes.jsonl"
LEAST_SENTENCES = 3
PHRASES = frozenset({"entity", "property", "of", "time", "source"})
DECIMALS = frozenset({"value", "low", "high", "total", "tolerance"})
OF_CLAIM = frozenset({"text", "kind", "direction", "role", "modality", "negated"})


def read_lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def cases() -> list[Any]:
    seen: Counter[str] = Counter()
    params = []
    for line in read_lines():
        seen[line["shape"]] += 1
        marks = [pytest.mark.xfail(reason=line["xfail"], strict=True)] if "xfail" in line else []
        name = f"{line['shape']} {seen[line['shape']]}"
        params.append(pytest.param(line["text"], line["claims"], id=name, marks=marks))
    return params


def lemma(predicate: Predicate | None) -> str | None:
    return predicate.lemma if predicate else None


def actual(claim: Claim, field: str) -> Any:
    """The value of a field of the corpus in a claim."""
    if field in PHRASES:
        phrase = getattr(claim, field)
        return phrase.head if phrase else None
    if field == "predicate":
        return lemma(claim.predicate)
    if field == "preposition":
        return claim.predicate.preposition if claim.predicate else None
    if field in OF_CLAIM:
        return getattr(claim, field)
    return getattr(claim.quantity, "text" if field == "quantity" else field)


def parsed(field: str, value: Any) -> Any:
    """An expected value of the corpus as the type that the claim holds."""
    if value is None:
        return None
    if field in DECIMALS:
        return Decimal(value)
    return Fraction(value) if field == "ratio" else value


def difference(claim: Claim, field: str, expected: Any) -> str | None:
    """What is wrong with a field, or `None`."""
    accepted = [parsed(field, value) for value in (expected if isinstance(expected, list) else [expected])]
    got = actual(claim, field)
    if got in accepted:
        return None
    return f"{claim.quantity.text!r}: {field} is {got!s}, expected {' or '.join(map(str, accepted))}"


def differences(claims: list[Claim], expected: list[dict[str, Any]]) -> list[str]:
    """What is wrong with the claims of a sentence, a line for each field."""
    if len(claims) != len(expected):
        wanted = [one["quantity"] for one in expected]
        return [f"{len(claims)} claims {[claim.quantity.text for claim in claims]}, expected {len(wanted)} {wanted}"]
    pairs = zip(claims, expected, strict=True)
    found = (difference(claim, field, value) for claim, one in pairs for field, value in one.items())
    return [problem for problem in found if problem]


@pytest.mark.parametrize(("text", "expected"), cases())
def test_shape(text: str, expected: list[dict[str, Any]]) -> None:
    claims = claimx.extract(text)
    problems = differences(claims, expected)
    if problems:
        pytest.fail("\n  ".join([text, *problems, *(f"got: {claim}" for claim in claims)]), pytrace=False)


def test_each_shape_has_enough_sentences() -> None:
    counts = Counter(line["shape"] for line in read_lines() if "xfail" not in line)
    assert {shape: count for shape, count in counts.items() if count < LEAST_SENTENCES} == {}


def test_each_sentence_stands_once() -> None:
    texts = [line["text"] for line in read_lines()]
    assert len(set(texts)) == len(texts)
