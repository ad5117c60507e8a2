"""STAGE parsed sentence and quantities -> claims, by rules over the roles of a dependency parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimx.attach.amounts import OF
from claimx.attach.asides import ASIDES
from claimx.attach.changes import CHANGES, change
from claimx.attach.context import CONTEXT, contextualise
from claimx.attach.counts import count_unit, counted_noun, is_label, whole_noun, wrapped_noun
from claimx.attach.draft import Draft
from claimx.attach.elision import ELISIONS, LAST, complete, is_person
from claimx.attach.lists import LISTS
from claimx.attach.paragraphs import Paragraphs
from claimx.attach.phrases import entity_phrase, noun_phrase, place_phrase, predicate_phrase
from claimx.attach.places import PLACES, place
from claimx.attach.quotations import QUOTATION, Said
from claimx.attach.reference import REFERENCES, ReferenceRule
from claimx.claims import Claim, Entity, Extent, Phrase, Quantity, RuleNames, claim_class
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.attach.rules import Rule
    from claimx.attach.surroundings import ContextRule
    from claimx.read import Mention

__all__ = ["Paragraphs", "all_rules", "attach"]


def attach(tree: Tree, mentions: tuple[Mention, ...], text: str, doc_id: str | None = None) -> list[Claim]:
    """The claims that a sentence makes with its quantities, in text order; a number that only names makes none."""
    amounts = tree.quantities()
    found = [_draft(tree, text, amounts.get(number), mention) for number, mention in enumerate(mentions)]
    drafts = [draft for draft in found if draft is not None]
    for draft in drafts:
        place(draft)
        change(draft)
    drafts = complete(drafts)
    contextualise(drafts, tree)
    return [_claim(draft, tree, text, doc_id) for draft in drafts]


def all_rules() -> tuple[Rule | ContextRule[Any] | Said | ReferenceRule, ...]:
    """Every rule of attachment, in the order in which they are asked.

    >>> [rule.name for rule in all_rules()][:2]
    ['multiplying verb', 'worth']
    """
    return (*PLACES, *OF, *CHANGES, *LISTS, *ELISIONS, *ASIDES, *LAST, *CONTEXT, QUOTATION, *REFERENCES)


def _draft(tree: Tree, text: str, amount: Word | None, mention: Mention) -> Draft | None:
    quantity = mention.quantity
    if amount is None:
        return None
    for child in amount.all(Role.CASE):
        if child.start >= mention.start or child.text.lower() == "between":
            child.relabel(Role.ADVERB)  # a comparator ("above $5m"), not what ties the quantity to its clause
    bare = (quantity.kind in {"number", "count"} and quantity.unit is None) or quantity.unit in {"fraction", "time"}
    counted = counted_noun(amount, tree) if bare else None
    if counted is not None and quantity.unit == "time" and not counted.is_noun:
        counted = None  # "twice denied": a number of times, of nothing
    if bare and quantity.kind == "number" and quantity.low is None and is_label(amount, counted, tree):
        return None
    if quantity.total is not None:
        counted = _part_of_whole(amount, counted, whole_noun(tree, mention.start, mention.end))
    phrase = amount
    shared = amount.role is Role.CONJUNCT and amount.head is not None and amount.head.head is counted
    if counted is not None and counted.index > amount.index and (amount.head is counted or shared):
        phrase = counted
    elif counted is None and bare and amount.role is Role.NUMBER and amount.head is not None:
        parted = [word.tag for word in tree.words[amount.index + 1 : amount.head.index]]
        phrase = amount.head if "DT" in parted and "CC" in parted else amount  # "of 20,000 and a railway [museum]"
    return Draft(quantity, mention.start, mention.end, amount, phrase, tree, text, counted, pair=mention.range)


def _part_of_whole(amount: Word, counted: Word | None, whole: Word | None) -> Word | None:
    """What a part counts: what its whole does, where the word behind it is a verb that the parse has not seen."""
    if counted is None or whole is None or counted is whole or counted.tag not in {"NN", "VB", "VBN", "VBP", "VBD"}:
        return counted or whole
    amount.relabel(Role.SUBJECT)  # "Of the 48 schools, 19 [lack] a boiler"
    return whole


def _quantity(draft: Draft) -> Quantity:
    """The draft's quantity as a claim states it: a bare number becomes a count of what it counts."""
    quantity = draft.quantity
    if quantity.unit in {"degree_Celsius", "degree_Fahrenheit"} and _is_difference(draft):
        return quantity.model_copy(update={"unit": f"delta_{quantity.unit}"})
    if quantity.kind != "number":
        return quantity
    unit = quantity.unit
    if unit is None and draft.counted is not None and draft.counted.tag[:1] not in "PWD":
        unit = count_unit(draft.counted)
    unit = unit or wrapped_noun(quantity.text)
    return quantity.model_copy(update={"kind": "count", "unit": unit})


def _is_difference(draft: Draft) -> bool:
    """Whether degrees are a difference of temperatures: "warmed by 2 °C", "8 °C warmer"."""
    compared = draft.predicate is not None and draft.predicate.tag in {"JJR", "RBR"}
    return draft.role == "by" or compared


def _claim(draft: Draft, tree: Tree, text: str, doc_id: str | None) -> Claim:
    quantity = _quantity(draft)
    predicate = None
    if draft.predicate is not None:
        predicate = predicate_phrase(text, draft.predicate, draft.preposition)
    return claim_class(quantity.kind)(
        kind=quantity.kind,
        text=text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        quantity=quantity,
        entity=_entity(draft.entity, tree, text, without=draft.others_named()),
        property=_phrase(draft.property, tree, text, without=() if draft.entity is None else (draft.entity,)),
        predicate=predicate,
        of=_phrase(draft.of, tree, text, without=_determined_conjuncts(draft.of)),
        direction=draft.direction,
        role=draft.role,
        change_id=draft.change_id,
        time=None if draft.time is None else place_phrase(tree, text, draft.time),
        source=_entity(draft.source, tree, text),
        modality=draft.modality,
        negated=draft.negated,
        sentence=Extent(start=tree.start, end=tree.end),
        doc_id=doc_id,
        rules=RuleNames(**draft.rules),
    )


def _determined_conjuncts(word: Word | None) -> list[Word]:
    """What is coordinated with a noun and has a determiner of its own: "14 [houses] and the mill"."""
    conjuncts = [] if word is None else word.all(Role.CONJUNCT)
    return [other for other in conjuncts if other.first(Role.DETERMINER, Role.POSSESSOR) is not None]


def _phrase(word: Word | None, tree: Tree, text: str, *, without: Sequence[Word] = ()) -> Phrase | None:
    if word is None or word.quantity is not None:
        return None
    return noun_phrase(tree, text, word, without=without)


def _entity(word: Word | None, tree: Tree, text: str, *, without: Sequence[Word] = ()) -> Entity | None:
    if word is None or (word.quantity is not None and not is_person(word, text)):
        return None
    return entity_phrase(tree, text, word, without=without)
