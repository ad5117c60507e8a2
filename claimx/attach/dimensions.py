"""Measures that stand behind the noun they are of: "a jaw *11 centimetres* long", "a mast *30 metres* in height"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.clauses import governor, subject_of
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

DIMENSION_NOUNS = frozenset("length height width depth diameter circumference thickness weight area girth".split())


def measured_after(draft: Draft) -> bool:
    """The noun right before the quantity is the entity, the adjective behind it the predicate."""
    noun, said = draft.before, draft.behind()
    if noun is not None and noun.text == ",":
        noun = _before_comma(draft)
    if noun is None or said is None or not noun.is_noun or noun.quantity is not None or noun.lemma in words.TIME_NOUNS:
        return False
    if said.first(Role.COPULA) is not None or (said.head is not None and said.head.index > said.index):
        return False
    draft.entity, draft.predicate = _made_of(noun), said
    draft.clause = governor(noun) or said
    return True


def _before_comma(draft: Draft) -> Word | None:
    """The noun before the comma, unless that closes an aside: "the pit, 70 m deep", "and, on the left, 70 m deep"."""
    noun = draft.second_before
    mark = noun.first(Role.CASE) if noun is not None else None
    opened = mark is not None and mark.index > 0 and draft.tree.words[mark.index - 1].text == ","
    return None if opened else noun


def _made_of(stuff: Word) -> Word:
    """What is made of a stuff, the head of the phrase: "a [crust] of ice 3 cm thick", not "a house in town"."""
    whole = stuff.head
    bare = stuff.tag == "NN" and stuff.preposition == "of" and stuff.first(Role.DETERMINER, Role.POSSESSOR) is None
    near = whole is not None and whole.is_noun and whole.quantity is None and stuff.index - whole.index < 4
    return whole if whole is not None and bare and near else stuff


def in_dimension(draft: Draft) -> bool:
    """The noun right before the quantity is the entity, the dimension behind "in" the property."""
    noun, index = draft.before, draft.amount.index
    dimension = next(iter(draft.tree.words[index + 2 : index + 3]), None)
    if noun is None or dimension is None or dimension.lemma not in DIMENSION_NOUNS or not noun.is_noun:
        return False
    if noun.quantity is not None or noun.lemma in words.TIME_NOUNS:
        return False
    draft.entity, draft.property = noun, dimension
    draft.clause = governor(noun)
    return True


def years_older(draft: Draft) -> bool:
    """Who is so many years somebody's senior or junior: the noun right before, else the subject."""
    noun, index = draft.before, draft.amount.index
    said = next(iter(draft.tree.words[index + 2 : index + 3]), None)
    if noun is None or said is None or said.lemma not in {"senior", "junior"}:
        return False
    above = governor(draft.phrase)
    draft.entity = noun if noun.is_noun and noun.quantity is None else subject_of(above) if above is not None else None
    draft.predicate, draft.clause = said, above or said
    return True
