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
    """Words set off from the rest that say who says it (", the researchers found"): the verb, who, and where.

    `joined` are those behind a conjunction, which go with what follows alone: "and, he says, …".
    """

    verb: Word
    speaker: Word
    first: int
    last: int
    joined: bool = False

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the attribution itself, and so is nothing that is said."""
        return self.first <= word.index <= self.last


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds the claims of one sentence.

    `attributions` are what is set off. `times` head a time, `only` are those that may be the one of the sentence,
    `close` is the time that stands right behind a quantity, by the index of the quantity's word.
    """

    tree: Tree
    attributions: tuple[Attribution, ...]
    times: tuple[Word, ...]
    only: tuple[Word, ...]
    close: dict[int, Word]

    def parts(self, one: Word, other: Word) -> bool:
        """Whether a semicolon parts two words."""
        if ";" not in self.tree.forms():
            return False
        first, last = sorted((one.index, other.index))
        return any(word.text == ";" for word in self.tree.words[first:last])

    def speaker(self, verb: Word) -> Word | None:
        """Who says it, where a verb of saying is set off."""
        return next((said.speaker for said in self.attributions if said.verb is verb), None)


@dataclass(frozen=True, slots=True, eq=False)
class ContextRule(Generic[Found]):
    """A rule that finds one field: `says` tells a user what in the sentence decided, `examples` are sentences.

    Each example comes with a claim, as `str` shows it, of which the rule decides the field. `said` are words and
    lemmas: a sentence that the rule finds something in has one of them; where there are none it may be any sentence.
    """

    name: str
    says: str
    find: Callable[[Draft, Surroundings], Found | None]
    examples: tuple[tuple[str, str], ...]
    said: frozenset[str] = frozenset()


def first_found(
    rules: Sequence[ContextRule[Found]], draft: Draft, around: Surroundings
) -> tuple[Found, str] | tuple[None, None]:
    """What the first rule that finds something finds, with the rule's name."""
    for rule in rules:
        found = rule.find(draft, around)
        if found is not None:
            return found, rule.name
    return None, None
