"""Parts of trees: made of words, built of each other, or taken from treebanks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Fragment:
    """Part of a tree: per token its form, tag, head within the fragment and label; the root's head is itself."""

    tokens: tuple[tuple[str, str, int, str], ...]
    root: int

    @property
    def plural(self) -> bool:
        """Whether the root is a noun in the plural."""
        return self.tokens[self.root][1] in {"NNS", "NNPS"}


Part = tuple[str, Fragment] | Fragment  # a fragment with its label, or the bare one that the others hang on


def leaf(form: str, tag: str) -> Fragment:
    """A single word.

    >>> leaf("cost", "VBD").tokens
    (('cost', 'VBD', 0, 'ROOT'),)
    """
    return Fragment(((form, tag, 0, "ROOT"),), 0)


def build(*parts: Part) -> Fragment:
    """Fragments in text order, one of them bare: the others hang on its root with their labels.

    >>> build(("nummod", leaf("9", "CD")), leaf("%", "NN")).tokens
    (('9', 'CD', 1, 'nummod'), ('%', 'NN', 1, 'ROOT'))
    """
    starts, length = [], 0
    root = -1
    for part in parts:
        starts.append(length)
        fragment = part if isinstance(part, Fragment) else part[1]
        if isinstance(part, Fragment):
            root = length + part.root
        length += len(fragment.tokens)
    tokens: list[tuple[str, str, int, str]] = []
    for start, part in zip(starts, parts, strict=True):
        label, fragment = ("ROOT", part) if isinstance(part, Fragment) else part
        for index, (form, tag, head, relation) in enumerate(fragment.tokens):
            top = index == fragment.root
            tokens.append((form, tag, root if top else start + head, label if top else relation))
    return Fragment(tuple(tokens), root)


def capitalised(sentence: Fragment) -> Fragment:
    """A sentence with a capital at its beginning.

    >>> capitalised(build(leaf("prices", "NNS"))).tokens[0][0]
    'Prices'
    """
    form, tag, head, label = sentence.tokens[0]
    return Fragment(((form[:1].upper() + form[1:], tag, head, label), *sentence.tokens[1:]), sentence.root)


def phrases(docs: Iterable[Doc]) -> tuple[list[Fragment], list[Fragment]]:
    """Short noun phrases (subjects and objects) and prepositional phrases of the treebanks."""
    nouns: list[Fragment] = []
    prepositional: list[Fragment] = []
    for doc in docs:
        for token in doc:
            if token.tag_[:1] != "N" or token.dep_ not in {"nsubj", "nsubj:pass", "obj", "obl", "nmod"}:
                continue
            fragment = _fragment(token)
            if fragment is None:
                continue
            first = fragment.tokens[0]
            if token.dep_ in {"obl", "nmod"} and first[3] == "case" and first[0].lower() != "of":
                prepositional.append(fragment)
            elif first[3] != "case":
                nouns.append(fragment)
    return nouns, prepositional


def _fragment(token: Token) -> Fragment | None:
    """A token's subtree, if it is short, unbroken, and of nouns and what goes with them."""
    inside = sorted(token.subtree, key=lambda one: one.i)
    if len(inside) > 6 or inside[-1].i - inside[0].i + 1 != len(inside):
        return None
    if any(one.tag_[:1] in "VM$,.:-`'W" or one.tag_ in {"CD", "SYM", "LS", "HYPH", "EX"} for one in inside):
        return None
    first = inside[0].i
    heads = [one.head.i - first if one is not token else one.i - first for one in inside]
    labels = [one.dep_ if one is not token else "ROOT" for one in inside]
    rows = ((_plain(one), one.tag_, head, label) for one, head, label in zip(inside, heads, labels, strict=True))
    return Fragment(tuple(rows), token.i - first)


def _plain(token: Token) -> str:
    """A word as it stands within a sentence: no capital that only the sentence's beginning gave it."""
    return token.text if token.tag_[:3] == "NNP" or token.text.isupper() else token.text.lower()
