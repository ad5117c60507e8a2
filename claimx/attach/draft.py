"""What is known of a claim while it is being attached: words of the tree, not yet spans of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from claimx.syntax import Role

if TYPE_CHECKING:
    from claimx.claims import Direction, Modality, Quantity
    from claimx.claims import Role as ChangeRole
    from claimx.syntax import Tree, Word

# What rules decide, and the field of the claim that it shows in.
DECIDED = {
    "entity": "entity", "property": "property", "predicate": "predicate", "of": "of", "direction": "direction",
    "time": "time", "source": "source", "modality": "modality", "negated": "negated", "counted": "quantity",
    "quantity": "quantity",
}  # fmt: skip
# What stands for some or all of the things that it is "of".
PARTITIVES = frozenset("each some most all many few none rest majority any several either neither one half".split())
# Levels that a change begins or ends at.
EXTREMES = frozenset("peak high low level record maximum minimum height".split())
# What the amounts of one event share.
EVENT = ("entity", "property", "predicate", "preposition", "clause", "direction", "role", "change_id")
decided_fields = attrgetter(*DECIDED)


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    `amount` is the quantity's word, with the words `before` and `second_before` before it; `phrase` heads the noun
    phrase that the quantity is of, `place` the word whose place in the clause that one shares, `clause` this clause,
    `pair` the "from … to" range that the quantity is an end of. `others` are the drafts of the sentence in text order,
    this one at index `number`. `standing` is the name of the rule that said where the quantity stands, `rules` has the
    name of the rule that decided each field.
    """

    quantity: Quantity
    start: int
    end: int
    amount: Word
    phrase: Word
    tree: Tree
    text: str
    counted: Word | None = None
    clause: Word | None = None
    entity: Word | None = None
    property: Word | None = None
    predicate: Word | None = None
    preposition: str | None = None
    of: Word | None = None
    direction: Direction | None = None
    role: ChangeRole | None = None
    change_id: str | None = None
    time: Word | None = None
    source: Word | None = None
    modality: Modality = "asserted"
    negated: bool = False
    pair: Quantity | None = None
    others: list[Draft] = field(default_factory=list)
    number: int = 0
    divided: bool = False  # its entity is one of several subjects, each with an amount of its own
    standing: str = ""
    rules: dict[str, str] = field(default_factory=dict)
    place: Word = field(init=False)
    before: Word | None = field(init=False)
    second_before: Word | None = field(init=False)

    def __post_init__(self) -> None:
        """Find the words around the quantity."""
        self.place = place_of(self.phrase)
        words, index = self.tree.words, self.amount.index
        self.before = words[index - 1] if index else None
        self.second_before = words[index - 2] if index > 1 else None

    def place_afresh(self) -> None:
        """Find the word whose place it shares again: the phrase is another."""
        self.place = place_of(self.phrase)

    def behind(self) -> Word | None:
        """The word right behind the quantity."""
        index = self.amount.index + 1
        return self.tree.words[index] if index < len(self.tree.words) else None

    def others_named(self) -> list[Word]:
        """The subjects beside the entity that have amounts of their own, and so are no part of its name."""
        return self.entity.all(Role.CONJUNCT) if self.divided and self.entity is not None else []

    def last(self) -> Draft | None:
        """The draft before this one in the sentence."""
        return self.others[self.number - 1] if self.number else None

    def earlier(self) -> Iterator[Draft]:
        """The drafts before this one in the sentence, nearest first."""
        return (self.others[number] for number in range(self.number - 1, -1, -1))

    def copy(self, source: Draft, *names: str) -> None:
        """Take some fields from another draft."""
        for name in names:
            setattr(self, name, getattr(source, name))


def first_conjunct(word: Word) -> Word:
    """The word whose place in the clause a word shares: the first of its conjuncts, unless a verb heads them.

    One said of a subject of its own ("rent was $9 and [food was $3]") is a clause and shares nothing.
    """
    while word.head is not None and word.role is Role.CONJUNCT and not word.head.is_verb:
        if word.first(Role.COPULA) is not None and word.first(Role.SUBJECT) is not None:
            break
        word = word.head
    return word


def place_of(word: Word) -> Word:
    """The word whose place in the clause a word shares: "[each] of the 12 panels", "fell from a [peak] of 900"."""
    word = first_conjunct(word)
    head = word.head
    if head is None or word.preposition != "of" or head.quantity is not None:
        return word
    if head.text.lower() in PARTITIVES or (head.lemma in EXTREMES and head.preposition in {"from", "to", "at", "by"}):
        return first_conjunct(head)
    return word
