"""STAGE parsed sentence and quantities -> claims, by rules over the roles of a dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.attach.amounts import OF
from claimx.attach.asides import ASIDES
from claimx.attach.changes import CHANGES, change
from claimx.attach.context import CONTEXT, contextualise
from claimx.attach.counts import counted_noun, is_label, multiplied_noun, whole_noun
from claimx.attach.draft import Draft
from claimx.attach.elision import ELISIONS, LAST, complete
from claimx.attach.lists import LISTS
from claimx.attach.paragraphs import Paragraphs
from claimx.attach.places import PLACES, place
from claimx.attach.quotations import QUOTATION, Said
from claimx.attach.reference import REFERENCES, ReferenceRule
from claimx.attach.wholes import fold_fronted
from claimx.attach.writer import Writer
from claimx.claims import Claim, Extent
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.rules import Rule
    from claimx.attach.surroundings import ContextRule
    from claimx.claims import Quantity
    from claimx.read import Mention

__all__ = ["Paragraphs", "all_rules", "attach"]


def attach(tree: Tree, mentions: tuple[Mention, ...], text: str, doc_id: str | None = None) -> list[Claim]:
    """The claims that a sentence makes with its quantities, in text order; a number that only names makes none."""
    amounts = tree.quantities()
    found = [_draft(tree, text, amounts.get(number), mention) for number, mention in enumerate(mentions)]
    drafts = fold_fronted([draft for draft in found if draft is not None])
    for draft in drafts:
        place(draft)
        change(draft)
    drafts = complete(drafts)
    contextualise(drafts, tree)
    writer = Writer(tree, text, doc_id, Extent(start=tree.start, end=tree.end))
    return [writer.claim(draft) for draft in drafts]


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
    if bare and _may_name(quantity) and is_label(amount, counted, tree):
        return None
    if quantity.total is not None:
        counted = _part_of_whole(amount, counted, whole_noun(tree, mention.start, mention.end))
    phrase = _phrase(amount, counted, tree, bare=bare)
    if quantity.unit == "time" and not amount.is_verb:
        counted = multiplied_noun(amount, tree) or counted
    return Draft(quantity, mention.start, mention.end, amount, phrase, tree, text, counted, pair=mention.range)


def _phrase(amount: Word, counted: Word | None, tree: Tree, *, bare: bool) -> Word:
    """The head of the noun phrase that the quantity is part of: what it counts, or it itself."""
    shared = amount.role is Role.CONJUNCT and amount.head is not None and amount.head.head is counted
    if counted is not None and counted.index > amount.index and (amount.head is counted or shared):
        return counted
    noun = amount.head
    if counted is not None or not bare or amount.role is not Role.NUMBER or noun is None:
        return amount
    if noun.tag == "VBG" and noun.first(Role.COPULA) is not None:
        return noun  # "is around 73, [raising] hopes"
    parted = {word.tag for word in tree.words[amount.index + 1 : noun.index]}
    return noun if {"DT", "CC"} <= parted else amount  # "of 20,000 and a railway [museum]"


def _may_name(quantity: Quantity) -> bool:
    """Whether a number may be a name's: none that is said with a magnitude, "Vietnam [27 million]"."""
    if quantity.kind != "number" or quantity.low is not None:
        return False
    number = quantity.number.text
    return not (number[:1].isdigit() and number[-1:].isalpha())


def _part_of_whole(amount: Word, counted: Word | None, whole: Word | None) -> Word | None:
    """What a part counts: what its whole does, where the word behind it is a verb that the parse has not seen."""
    if counted is None or whole is None or counted is whole or counted.tag not in {"NN", "VB", "VBN", "VBP", "VBD"}:
        return counted or whole
    amount.relabel(Role.SUBJECT)  # "Of the 48 schools, 19 [lack] a boiler"
    return whole
