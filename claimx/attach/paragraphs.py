"""What a claim takes from the other sentences of its paragraph: what a pronoun stands for, and who says a quotation.

The sentences before are parsed only where a pronoun or definite noun asks for one that holds no quantity.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from claimx.attach.anaphors import Anaphor, anaphor, looks_back
from claimx.attach.phrases import noun_phrase
from claimx.attach.quotations import quoted
from claimx.attach.reference import resolve

if TYPE_CHECKING:
    from claimx.claims import Claim, Phrase
    from claimx.syntax import Tree

Extent = tuple[int, int]
Asked = Literal["entity", "source"]
FIELDS: tuple[Asked, ...] = ("entity", "source")
KEPT = 3  # trees of sentences before that are kept at hand


@dataclass(frozen=True, slots=True)
class Open:
    """A field of a claim that stands for something said before, and the sentences that may say what."""

    claim: int
    field: Asked
    anaphor: Anaphor
    before: tuple[Extent, ...]


@dataclass(slots=True)
class Paragraphs:
    """The claims of a text, sentence by sentence, and what is still to be found for them in sentences before.

    `extents` gives the sentences of the text and `paragraphs` those of its paragraphs; both are asked for only where
    something is open.
    """

    text: str
    extents: Callable[[], Sequence[Extent]]
    paragraphs: Callable[[], Sequence[Extent]]
    claims: list[Claim] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    trees: dict[Extent, Tree] = field(default_factory=dict)
    last: list[Tree] = field(default_factory=list)

    def add(self, claims: Iterable[Claim], tree: Tree) -> None:
        """Take the claims of the next sentence with its tree."""
        for claim in claims:
            self.claims.append(claim)
            for name in FIELDS:
                self._ask(len(self.claims) - 1, name, tree)
        self.last = [tree, *self.last[: KEPT - 1]]

    def _ask(self, number: int, name: Asked, tree: Tree) -> None:
        claim = self.claims[number]
        phrase = getattr(claim, name)
        found = None if phrase is None else anaphor(phrase, claim, tree)
        if found is None:
            return
        here = resolve(found, ())
        if here is not None:
            self._link(number, name, noun_phrase(here[0].tree, self.text, here[0].word), here[1])
            return
        before = looks_back(found, self.text, self._before(tree.start))
        for parsed in self.last:
            if (parsed.start, parsed.end) in before:
                self.trees[parsed.start, parsed.end] = parsed
        if before:
            self.open.append(Open(number, name, found, tuple(before)))

    def _before(self, start: int) -> list[Extent]:
        """The sentences before a place in its paragraph, the nearest first."""
        number = bisect_right(self.paragraphs(), start, key=_start)
        first = self.paragraphs()[number - 1][0] if number else start
        here = bisect_right(self.extents(), start - 1, key=_start)
        return [each for each in reversed(self.extents()[max(0, here - KEPT) : here]) if each[0] >= first]

    def wanted(self) -> list[Extent]:
        """The sentences that have to be parsed to find what is open."""
        return list(dict.fromkeys(each for one in self.open for each in one.before if each not in self.trees))

    def finish(self, trees: Mapping[Extent, Tree]) -> list[Claim]:
        """All claims, with what the trees of the wanted sentences tell, and with the speakers of quotations."""
        self.trees.update(trees)
        for one in self.open:
            found = resolve(one.anaphor, [self.trees[each] for each in one.before])
            if found is not None:
                self._link(one.claim, one.field, noun_phrase(found[0].tree, self.text, found[0].word), found[1])
        return self._quoted()

    def _link(self, number: int, name: Asked, antecedent: Phrase, rule: str) -> None:
        claim = self.claims[number]
        phrase = getattr(claim, name).model_copy(update={"refers_to": antecedent})
        rules = claim.rules.model_copy(update={"refers_to": rule})
        self.claims[number] = claim.model_copy(update={name: phrase, "rules": rules})

    def _quoted(self) -> list[Claim]:
        if all(claim.source is not None for claim in self.claims) or not has_quotation(self.text):
            return self.claims
        extents = list(self.paragraphs())
        starts = [start for start, _ in extents]
        found: list[Claim] = []
        for number, group in groupby(self.claims, lambda claim: bisect_right(starts, claim.quantity.start) - 1):
            found += quoted(list(group), self.text, *extents[max(0, number)])
        return found


def has_quotation(text: str) -> bool:
    """Whether a text has a quotation mark of any kind."""
    return any(mark in text for mark in "“”\"«‘'")


def _start(extent: Extent) -> int:
    return extent[0]
