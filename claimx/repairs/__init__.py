"""Where a parser errs in a way that the roles show: a table of repairs, each with a name and an example.

A repair looks at one word and what is around it, and hangs some words elsewhere. It knows no sentence by heart: what
it looks for cannot be right in any sentence, such as a finite verb that shares its subject with a participle before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from claimx.repairs.base import Kind, Repair
from claimx.repairs.table import REPAIRS
from claimx.syntax import SUBJECTS, Role, Tree, Word

__all__ = ["REPAIRS", "Repair", "repair"]

SUPPORTED = (Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.SUBJECT)  # what only a verb has, or what is said with "be"
PRONOUNS = frozenset("whose whom which who that".split())


def _may_name(word: Word) -> bool:
    """Whether a word names something: a noun or pronoun, or an adjective that the parse takes for a subject."""
    noun = word.tag[:1] in "NP" or (word.tag[:1] == "J" and word.role in SUBJECTS)
    return noun and word.quantity is None


KINDS: dict[Kind, Callable[[Word], bool]] = {
    "quantity": lambda word: word.quantity is not None,
    "verb": lambda word: word.is_verb,
    "noun": _may_name,
    "subject": lambda word: word.role in SUBJECTS,
    "pronoun": lambda word: word.text.lower() in PRONOUNS,
    "supported": lambda word: not word.is_verb and word.first(*SUPPORTED) is not None,
    "conjunct": lambda word: word.role is Role.CONJUNCT,
    "root": lambda word: word.head is None,
}


def repair(tree: Tree) -> Tree:
    """The tree with what the repairs find put right; they change it in place.

    >>> from claimx.syntax import Word
    >>> tree = Tree([Word("Prices", 0, 6, "NNS", "price"), Word("rose", 7, 11, "VBD", "rise")], 0, 11)
    >>> repair(tree) is tree
    True
    """
    found = {kind: [word for word in tree.words if is_one(word)] for kind, is_one in KINDS.items()}
    links = [(word.head, word.role) for word in tree.words]
    forms = {word.text.lower() for word in tree.words}
    for one in REPAIRS:
        if one.said and one.said.isdisjoint(forms):
            continue
        for word in found[one.at]:
            if one.mend(word, tree) and any(_is_looped(each, len(tree.words)) for each in tree.words):
                _link(tree, links)  # two repairs got in each other's way: the sentence stays as it was parsed
                return tree
    return tree


def _is_looped(word: Word, most: int) -> bool:
    """Whether the words above a word never end."""
    return sum(1 for _ in islice(word.ancestors(), most)) == most


def _link(tree: Tree, links: Sequence[tuple[Word | None, Role]]) -> None:
    """Give every word the head and the role of `links`."""
    for word in tree.words:
        word.children.clear()
        word.reread()
    for word, (head, role) in zip(tree.words, links, strict=True):
        word.head, word.role = head, role
        if head is not None:
            head.children.append(word)
