"""The rules of attachment: each has words and examples, and each example is decided by it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import claimx
from claimx import words
from claimx.attach import all_rules
from claimx.attach.rules import Rule
from claimx.attach.surroundings import ContextRule
from claimx.spans import Model
from claimx.syntax import Tree

if TYPE_CHECKING:
    from claimx.attach.quotations import Said
    from claimx.attach.reference import ReferenceRule

    AnyRule = Rule | ContextRule[Any] | Said | ReferenceRule

CORPUS = Path(__file__).parent / "corpus"
EXAMPLES = [
    pytest.param(rule, text, line, id=f"{rule.name}: {text}") for rule in all_rules() for text, line in rule.examples
]


@pytest.mark.parametrize(("rule", "text", "line"), EXAMPLES)
def test_a_rule_decides_its_examples(rule: AnyRule, text: str, line: str) -> None:
    claims = {str(claim): claim for claim in claimx.extract(text)}
    assert line in claims
    assert rule.name in claims[line].rules.model_dump().values(), claims[line].explain()


def test_each_rule_has_a_name_of_its_own_words_and_an_example() -> None:
    rules = all_rules()
    assert [name for name, times in Counter(rule.name for rule in rules).items() if times > 1] == []
    assert [rule.name for rule in rules if not rule.says or not rule.examples] == []


def test_each_word_of_a_claim_can_be_explained() -> None:
    for claim in claimx.extract("Sales, up 3% in May, reached $5m, of which the firm's 40 shops made nearly $2m."):
        explained = claim.explain()
        assert claim.text in explained
        assert all(name in explained for _, name in claim.rules if name is not None)
        assert "does not know" not in explained


def test_a_name_no_rule_has_is_shown_as_it_is() -> None:
    claim = claimx.extract("It has 5 rooms.")[0]
    other = claim.model_copy(update={"rules": claim.rules.model_copy(update={"entity": "of tomorrow"})})
    assert "of tomorrow" in other.explain()


def test_claims_hold_all_their_fields_in_order() -> None:
    text = "Diaz said sales of the firm, which has 40 shops, rose 3% to $5m in 2021. It has 7% of its market."
    models: list[Any] = list(claimx.extract(text))
    for model in models:
        assert list(vars(model)) == list(type(model).model_fields)
        models += [value for value in vars(model).values() if isinstance(value, Model)]
    assert {"Entity", "Phrase", "Predicate", "Extent", "RuleNames"} <= {type(model).__name__ for model in models}


def test_rules_find_nothing_without_the_words_that_call_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    files = (CORPUS / f"{name}.jsonl" for name in ("context", "claims_phenomena"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    claims = list(claimx.extract_many(texts))
    monkeypatch.setattr(Tree, "forms", lambda _: _all_callers())
    assert list(claimx.extract_many(texts)) == claims


def _all_callers() -> frozenset[str]:
    """All words that call for rules, as if a sentence had every one of them."""
    context = (rule.said for rule in all_rules() if isinstance(rule, ContextRule))
    patterns = (rule.pattern.said for rule in all_rules() if isinstance(rule, Rule))
    return frozenset({";"}).union(words.ATTRIBUTING_VERBS, *context, *patterns)
