"""The rules for source, time, modality and negation: sentences that each must get right, and some it must leave alone.

A line of `corpus/context.jsonl` has the `field` and the name of a `rule`, a `text`, and the answer for each quantity,
either under `takes` (the rule decides it) or under `leaves` (another rule does, or none). A phrase is given by its head
word; a list gives the accepted answers.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimx
from claimx.attach.context import CONTEXT
from tests.test_paragraphs import claim_at

if TYPE_CHECKING:
    from claimx import Claim

CORPUS = Path(__file__).parent / "corpus" / "context.jsonl"
TAKES, LEAVES = 3, 2


def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]


def cases() -> list[Any]:
    marks = {True: [pytest.mark.xfail(strict=True)], False: []}
    return [pytest.param(line, id=f"{line['rule']}: {line['text']}", marks=marks["xfail" in line]) for line in lines()]


def actual(claim: Claim, field: str) -> Any:
    value = getattr(claim, field)
    return getattr(value, "head", value)


@pytest.mark.parametrize("line", cases())
def test_context(line: dict[str, Any]) -> None:
    claims = claimx.extract(line["text"])
    takes = "takes" in line
    for quantity, answer in line["takes" if takes else "leaves"].items():
        claim = claim_at(claims, line["text"], quantity)
        got = actual(claim, line["field"])
        assert got in (answer if isinstance(answer, list) else [answer]), f"{quantity}: {got}, expected {answer}"
        decided = getattr(claim.rules, line["field"])
        assert (decided == line["rule"]) is takes, f"{quantity}: decided by {decided}"


def test_each_rule_has_enough_sentences() -> None:
    counts = Counter((line["rule"], "takes" in line) for line in lines())
    lacking = [rule.name for rule in CONTEXT if counts[rule.name, True] < TAKES or counts[rule.name, False] < LEAVES]
    assert lacking == []
