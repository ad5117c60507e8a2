"""Repairs of parses: sentences for each in `corpus/shapes.jsonl`, and what they leave is still a tree."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimx
from claimx import repairs
from claimx.extractor import default_extractor
from claimx.read import Reader, Sentence
from claimx.repairs import REPAIRS, repair
from claimx.schemes import make_tree
from claimx.syntax import Role, Tree, Word

CORPUS = Path(__file__).parent / "corpus"
LEAST_SENTENCES = 3


def texts(name: str) -> list[str]:
    lines = (json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines())
    return [str(line["text"]) for line in lines]


def sentences(text: str) -> list[Sentence]:
    return default_extractor()._sentences(text)  # noqa: SLF001 — as it is read, quantities and all


def is_linked(tree: Tree) -> bool:
    """Whether every word hangs where its head says, and every head leads to a root."""
    for word in tree.words:
        if word.head is not None and sum(child is word for child in word.head.children) != 1:
            return False
        if any(child.head is not word for child in word.children):
            return False
        above, steps = word, 0
        while above.head is not None and steps <= len(tree.words):
            above, steps = above.head, steps + 1
        if above.head is not None:
            return False
    return True


def test_repairs_mend_nothing_without_the_words_they_need(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [text for name in ("shapes.jsonl", "claims_news.jsonl") for text in texts(name)]
    claims = list(claimx.extract_many(found))
    monkeypatch.setattr(repairs, "REPAIRS", tuple(replace(one, said=frozenset()) for one in REPAIRS))
    assert list(claimx.extract_many(found)) == claims


def test_each_repair_has_sentences() -> None:
    shapes = Counter(json.loads(line)["shape"] for line in (CORPUS / "shapes.jsonl").open(encoding="utf-8"))
    assert [one.name for one in REPAIRS if shapes[f"repair: {one.name}"] < LEAST_SENTENCES] == []


@pytest.mark.parametrize("name", ["shapes.jsonl", "claims_news.jsonl"])
def test_what_is_repaired_is_a_tree(name: str) -> None:
    found = [sentence for text in texts(name) for sentence in sentences(text)]
    broken = [tree.words for tree in Reader().read(found) if not is_linked(tree)]
    assert broken == []


LABELS = (
    "nsubj nsubj:pass obj obl nmod nmod:poss nummod compound amod advmod appos acl acl:relcl advcl ccomp xcomp conj cc "
    "cop aux aux:pass case mark det parataxis flat punct obl:agent iobj"
).split()
TAGS = "NN NNS NNP VBD VBZ VBG VBN VB JJ JJR RB CD IN DT TO , CC PRP WDT MD".split()
FORMS = "to the and , rose up by 5 % years old each 7 ( ) : more than worth of was".split()


@st.composite
def parses(draw: st.DrawFn) -> Tree:
    """Any tree over any words, two of which are quantities."""
    size = draw(st.integers(2, 14))
    order = draw(st.permutations(range(size)))
    heads = list(range(size))
    for place in range(1, size):
        heads[order[place]] = order[draw(st.integers(0, place - 1))]
    forms = [draw(st.sampled_from(FORMS)) for _ in range(size)]
    words = [Word(form, 3 * i, 3 * i + 2, draw(st.sampled_from(TAGS)), form) for i, form in enumerate(forms)]
    for number, index in enumerate({draw(st.integers(0, size - 1)), size - 1}):
        words[index].quantity = number
    return make_tree(words, heads, [draw(st.sampled_from(LABELS)) for _ in range(size)], 0, 3 * size)


@given(parses())
def test_whatever_is_parsed_stays_a_tree(tree: Tree) -> None:
    assert is_linked(repair(tree))


def test_a_tree_without_errors_stays_as_it_is() -> None:
    sold, bridge = Word("sold", 11, 15, "VBD", "sell", index=2), Word("bridge", 4, 10, "NN", "bridge", index=1)
    bridge.hang(sold, Role.SUBJECT)
    tree = repair(Tree([bridge, sold], 4, 15))
    assert (bridge.head, bridge.role, sold.head) == (sold, Role.SUBJECT, None)
    assert tree.words == [bridge, sold]
