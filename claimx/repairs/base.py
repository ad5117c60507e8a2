"""What repairs are made of: how they are described, what they ask of words, and how they move them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from claimx.syntax import SUBJECTS, Role, Tree, Word

SUPPORTS = (Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA)
Kind = Literal["quantity", "verb", "noun", "subject", "pronoun", "supported", "conjunct", "root"]
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of error: its name, a phrase that shows it, and what mends it at a word of a kind, if it is there.

    `said` are words, lower-case, without one of which there is nothing to mend in a sentence; if none, in any.
    """

    name: str
    example: str
    at: Kind
    mend: Callable[[Word, Tree], bool]
    said: frozenset[str] = frozenset()


def word_at(tree: Tree, index: int) -> Word | None:
    """The word at an index of a tree, if there is one."""
    return tree.words[index] if 0 <= index < len(tree.words) else None


def text_at(tree: Tree, index: int) -> str:
    """The text of the word at an index, lower-case; an empty string for none."""
    word = word_at(tree, index)
    return "" if word is None else word.text.lower()


def is_finite(word: Word) -> bool:
    """Whether a word is a finite verb, or is made one by an auxiliary or copula."""
    supports = word.all(*SUPPORTS)
    if supports:
        return any(support.tag in FINITE for support in supports)
    return word.tag in {"VBD", "VBZ", "VBP"}


def is_bare(word: Word) -> bool:
    """Whether a word may be a participle: no auxiliary and no copula goes with it."""
    return word.tag in {"VBN", "VBD"} and word.first(*SUPPORTS) is None


def first_index(word: Word) -> int:
    """The index of the first word of all that a word heads, punctuation aside."""
    return min((below.index for below in word.subtree() if below.role is not Role.PUNCTUATION), default=word.index)


def take_place(word: Word, other: Word) -> None:
    """Put a word where another is, and what follows the word with it; the other stays without a head."""
    head, role = other.head, other.role
    word.hang(None, Role.ROOT)
    other.hang(None, Role.ROOT)
    word.hang(head, role)
    for child in [child for child in other.children if child.index > word.index]:
        child.hang(word, child.role)


def be_subject(subject: Word, verb: Word) -> None:
    """Hang a word on a verb as its subject."""
    subject.hang(verb, Role.PASSIVE_SUBJECT if verb.first(Role.PASSIVE_AUXILIARY) else Role.SUBJECT)


def lacks_subject(verb: Word) -> bool:
    """Whether a verb has no subject and nothing that marks it as a clause below another."""
    return verb.first(*SUBJECTS, Role.EXPLETIVE, Role.MARKER) is None
