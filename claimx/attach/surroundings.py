"""What a sentence says around its claims, found once for all of them, and how a rule of context looks.

A rule of context asks for one field of a claim. The tables `sources.SOURCES`, `times.TIMES`, `modality.MODALITIES` and
`negation.NEGATIONS` hold them in the order in which they are asked; the first that finds something decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.syntax import Tree, Word

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words set off from the rest that say who says it (", the researchers found"): the verb, who, and where."""

    verb: Word
    speaker: Word
    first: int
    last: int

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the attribution itself, and so is nothing that is said."""
        return self.first <= word.index <= self.last


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds the claims of one sentence.

    `according` are the words behind "according to", `opinions` nouns such as "view", `attributions` what is set off,
    `sayings` whether there is a verb of saying at all. `times` head a time, `only` are those that may be the one of the
    sentence, `close` is the time that stands right behind a quantity, by the index of the quantity's word; `time_marks`
    says whether a conjunction such as "since" is there at all.
    """

    tree: Tree
    drafts: Sequence[Draft]
    according: tuple[Word, ...]
    opinions: tuple[Word, ...]
    attributions: tuple[Attribution, ...]
    sayings: bool
    times: tuple[Word, ...]
    only: tuple[Word, ...]
    time_marks: bool
    close: dict[int, Word]

    @property
    def names_source(self) -> bool:
        """Whether anything in the sentence can name a source."""
        return bool(self.sayings or self.according or self.opinions or self.attributions)

    @property
    def names_time(self) -> bool:
        """Whether anything in the sentence can say when; a year before a colon is a time without a preposition."""
        return bool(self.times or self.only or self.time_marks or any(word.text == ":" for word in self.tree.words))

    def speaker(self, verb: Word) -> Word | None:
        """Who says it, where a verb of saying is set off."""
        return next((said.speaker for said in self.attributions if said.verb is verb), None)


@dataclass(frozen=True, slots=True)
class ContextRule(Generic[Found]):
    """A rule that finds one field: `says` tells a user what in the sentence decided, `examples` are sentences.

    Each example comes with a claim, as `str` shows it, of which the rule decides the field.
    """

    name: str
    says: str
    find: Callable[[Draft, Surroundings], Found | None]
    examples: tuple[tuple[str, str], ...]


def first_found(
    rules: Sequence[ContextRule[Found]], draft: Draft, around: Surroundings
) -> tuple[Found, str] | tuple[None, None]:
    """What the first rule that finds something finds, with the rule's name."""
    for rule in rules:
        found = rule.find(draft, around)
        if found is not None:
            return found, rule.name
    return None, None
