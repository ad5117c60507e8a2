"""Our own treebank in `training/quantities/`: each sentence is a tree over its text, and stands once."""

from __future__ import annotations

from collections import Counter

import conllu
import pytest

from training.treebanks import OWN_DEV, OWN_TRAIN


def sentences() -> list[conllu.TokenList]:
    return [one for path in (OWN_TRAIN, OWN_DEV) for one in conllu.parse(path.read_text(encoding="utf-8"))]


def written(sentence: conllu.TokenList) -> str:
    """The text that the words and their spaces make."""
    parts = [row["form"] + ("" if (row["misc"] or {}).get("SpaceAfter") == "No" else " ") for row in sentence]
    return "".join(parts).rstrip()


def reaches_the_root(heads: dict[int, int], word: int) -> bool:
    seen: set[int] = set()
    while word and word not in seen:
        seen.add(word)
        word = heads[word]
    return word == 0


@pytest.fixture(scope="module")
def trees() -> list[conllu.TokenList]:
    return sentences()


def test_each_sentence_stands_once(trees: list[conllu.TokenList]) -> None:
    for field in ("text", "sent_id"):
        assert [value for value, times in Counter(one.metadata[field] for one in trees).items() if times > 1] == []


def test_words_make_up_the_text(trees: list[conllu.TokenList]) -> None:
    assert [one.metadata["sent_id"] for one in trees if written(one) != one.metadata["text"]] == []


def test_each_sentence_is_a_tree_with_one_root(trees: list[conllu.TokenList]) -> None:
    for one in trees:
        heads = {row["id"]: row["head"] for row in one}
        assert [row["form"] for row in one if (row["head"] == 0) != (row["deprel"] == "root")] == []
        assert list(heads.values()).count(0) == 1
        assert all(reaches_the_root(heads, word) for word in heads), one.metadata["sent_id"]
