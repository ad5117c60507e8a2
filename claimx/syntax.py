"""Roles in a sentence, and the tree of its words that rules are written over; `schemes` makes it of a parse.

A `Tree` always has the shape of Universal Dependencies: prepositions are marks on their noun, the copula is a mark on
what is said with it, and each quantity is one word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a word is to its head, in the terms of Universal Dependencies."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive subject"
    AGENT = "agent"
    OBJECT = "object"
    INDIRECT_OBJECT = "indirect object"
    OBLIQUE = "oblique"
    MODIFIER = "nominal modifier"
    POSSESSOR = "possessor"
    NUMBER = "number"
    COMPOUND = "compound"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    APPOSITION = "apposition"
    RELATIVE = "relative clause"
    CLAUSE = "adnominal clause"
    ADVERBIAL_CLAUSE = "adverbial clause"
    COMPLEMENT = "clausal complement"
    OPEN_COMPLEMENT = "open complement"
    CONJUNCT = "conjunct"
    COORDINATOR = "coordinator"
    COPULA = "copula"
    AUXILIARY = "auxiliary"
    PASSIVE_AUXILIARY = "passive auxiliary"
    CASE = "case"
    MARKER = "marker"
    NEGATION = "negation"
    DETERMINER = "determiner"
    PARTICLE = "particle"
    PARATAXIS = "parataxis"
    FLAT = "flat"
    EXPLETIVE = "expletive"
    PUNCTUATION = "punctuation"
    OTHER = "other"


SUBJECTS = (Role.SUBJECT, Role.PASSIVE_SUBJECT)
DETERMINERS = (Role.DETERMINER, Role.POSSESSOR)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt"})
BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
UNREAD = "?"


@dataclass(slots=True, eq=False)
class Word:
    """A word of a sentence, or a whole quantity, with its place in the text and in the tree."""

    text: str
    start: int
    end: int
    tag: str
    lemma: str
    role: Role = Role.ROOT
    head: Word | None = None
    quantity: int | None = None
    index: int = 0
    children: list[Word] = field(default_factory=list)
    _preposition: str | None = UNREAD  # rules ask for it again and again

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}<-{self.role}-{self.head.text if self.head else ''}"

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, by its tag."""
        return self.tag[:1] == "V" or self.tag == "MD"

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, or something else that a determiner makes one ("a fine")."""
        if self.tag[:1] == "N":
            return True
        return self.tag[:1] in "JV" and self.first(*DETERMINERS) is not None

    def all(self, *roles: Role) -> list[Word]:
        """The children in one of the roles, in text order."""
        return [child for child in self.children if child.role in roles] if self.children else []

    def first(self, *roles: Role) -> Word | None:
        """The first child in one of the roles."""
        for child in self.children:
            if child.role in roles:
                return child
        return None

    @property
    def holds_quantity(self) -> bool:
        """Whether it is a quantity, or one counts it."""
        return self.quantity is not None or any(child.quantity is not None for child in self.all(Role.NUMBER))

    @property
    def preposition(self) -> str | None:
        """The preposition before the word, lower-case ("to", "according to"), if it has one."""
        if self._preposition == UNREAD:
            self._preposition = self._read_preposition()
        return self._preposition

    def _read_preposition(self) -> str | None:
        if not self.children:
            return None
        case, before = Role.CASE, self.index
        marks = [c for c in self.children if c.role is case and c.index < before and c.tag != "POS"]
        if not marks:
            marks = [c for c in self.children if c.role is Role.MARKER and c.text.lower() == "of"]
        if not marks:
            return None
        if len(marks) == 1 and not marks[0].children:
            return marks[0].text.lower()
        inside = [part for mark in marks for part in (mark, *mark.all(Role.CASE))]
        return " ".join(mark.text.lower() for mark in sorted(inside, key=lambda mark: mark.index))

    def relabel(self, role: Role) -> None:
        """Give the word another role under its head."""
        self.role = role
        if self.head is not None:
            self.head.reread()

    def reread(self) -> None:
        """Look for the preposition afresh: the word's children have changed."""
        self._preposition = UNREAD

    def ancestors(self) -> Iterator[Word]:
        """The word's head, its head's head, and so on up to the root."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> Iterator[Word]:
        """The word and all below it, in no particular order."""
        stack = [self]
        while stack:
            word = stack.pop()
            yield word
            stack.extend(word.children)

    def hang(self, head: Word | None, role: Role) -> None:
        """Move the word under another head."""
        if self.head is not None:
            self.head.children.remove(self)
            self.head.reread()
        self.head, self.role = head, role
        if head is not None:
            head.children.append(self)
            head.children.sort(key=lambda child: child.index)
            head.reread()


@dataclass(slots=True)
class Tree:
    """A sentence's words in text order; heads and children link them. `start` and `end` are the sentence's extent."""

    words: list[Word]
    start: int
    end: int
    _forms: frozenset[str] | None = None

    def forms(self) -> frozenset[str]:
        """The words of the sentence and their lemmas, lower-case."""
        if self._forms is None:
            words = self.words
            self._forms = frozenset([w.text.lower() for w in words] + [w.lemma for w in words])
        return self._forms

    def quantities(self) -> dict[int, Word]:
        """The words that stand for quantities, by their numbers."""
        return {word.quantity: word for word in self.words if word.quantity is not None}
