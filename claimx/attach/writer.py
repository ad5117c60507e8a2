"""From a draft, which is words of a tree, to a claim, which is spans of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from claimx.attach.counts import count_unit, wrapped_noun
from claimx.attach.elision import is_person
from claimx.attach.phrases import entity_phrase, noun_phrase, place_phrase, predicate_phrase
from claimx.claims import Claim, Extent, Phrase, Predicate, Quantity, RuleNames, claim_class
from claimx.quantity import SCHEMA_VERSION
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

Made = TypeVar("Made")


@dataclass(slots=True)
class Writer:
    """Writes the claims of one sentence; a phrase that several of them share is made once."""

    tree: Tree
    text: str
    doc_id: str | None
    sentence: Extent
    made: dict[tuple[object, ...], Any] = field(default_factory=dict)

    def claim(self, draft: Draft) -> Claim:
        """The draft as a claim."""
        quantity = _quantity(draft)
        owner = () if draft.entity is None else (draft.entity,)
        return claim_class(quantity.kind).of_checked(
            {
                "schema_version": SCHEMA_VERSION,
                "kind": quantity.kind,
                "text": self.text[draft.start : draft.end],
                "start": draft.start,
                "end": draft.end,
                "quantity": quantity,
                "entity": self._phrase(entity_phrase, draft.entity, draft.others_named()),
                "property": self._phrase(noun_phrase, draft.property, owner),
                "predicate": self._predicate(draft),
                "of": self._phrase(noun_phrase, draft.of, _determined_conjuncts(draft.of)),
                "direction": draft.direction,
                "role": draft.role,
                "change_id": draft.change_id,
                "time": self._time(draft),
                "source": self._phrase(entity_phrase, draft.source, ()),
                "modality": draft.modality,
                "negated": draft.negated,
                "sentence": self.sentence,
                "doc_id": self.doc_id,
                "rules": RuleNames.built(**draft.rules),
            }
        )

    def _predicate(self, draft: Draft) -> Predicate | None:
        if draft.predicate is None:
            return None
        key = (predicate_phrase, draft.predicate.index, draft.preposition)
        if key not in self.made:
            self.made[key] = predicate_phrase(self.text, draft.predicate, draft.preposition)
        found: Predicate = self.made[key]
        return found

    def _time(self, draft: Draft) -> Phrase | None:
        if draft.time is None:
            return None
        key = (place_phrase, draft.time.index)
        if key not in self.made:
            self.made[key] = place_phrase(self.tree, self.text, draft.time)
        found: Phrase = self.made[key]
        return found

    def _phrase(self, make: Callable[..., Made], word: Word | None, without: Sequence[Word]) -> Made | None:
        if word is None or (word.quantity is not None and not (make is entity_phrase and is_person(word, self.text))):
            return None
        key = (make, word.index, *[other.index for other in without])
        if key not in self.made:
            self.made[key] = make(self.tree, self.text, word, without=without)
        found: Made = self.made[key]
        return found


def _quantity(draft: Draft) -> Quantity:
    """The draft's quantity as a claim states it: a bare number becomes a count of what it counts."""
    quantity = draft.quantity
    if quantity.unit in {"degree_Celsius", "degree_Fahrenheit"} and _is_difference(draft):
        return quantity.model_copy(update={"unit": f"delta_{quantity.unit}"})
    if quantity.kind != "number":
        return quantity
    unit = quantity.unit
    if unit is None and draft.counted is not None and draft.counted.tag[:1] not in "PWD" and draft.counted.tag != "JJS":
        unit = count_unit(draft.counted)
    unit = unit or wrapped_noun(quantity.text)
    return quantity.model_copy(update={"kind": "count", "unit": unit})


def _is_difference(draft: Draft) -> bool:
    """Whether degrees are a difference of temperatures: "warmed by 2 °C", "8 °C warmer"."""
    compared = draft.predicate is not None and draft.predicate.tag in {"JJR", "RBR"}
    return draft.role == "by" or compared


def _determined_conjuncts(word: Word | None) -> list[Word]:
    """What is coordinated with a noun and has a determiner of its own: "14 [houses] and the mill"."""
    conjuncts = [] if word is None else word.all(Role.CONJUNCT)
    return [other for other in conjuncts if other.first(Role.DETERMINER, Role.POSSESSOR) is not None]
