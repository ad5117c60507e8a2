"""What surrounds a claim: who says so, when, how firmly, and whether it is denied, each by a table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx import words
from claimx.attach.attributions import attributions
from claimx.attach.modality import MODAL_SIGNS, MODALITIES
from claimx.attach.negation import DENIAL_SIGNS, NEGATIONS
from claimx.attach.sources import OPINIONS, SOURCES, is_named
from claimx.attach.surroundings import ContextRule, Surroundings, first_found
from claimx.attach.times import CLAUSE_MARKS, TIMES, close_times, deictic_words, time_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.attach.draft import Draft
    from claimx.syntax import Tree


FIRST_OF_SOURCE = frozenset(preposition.split()[0] for preposition in words.SOURCE_PREPOSITIONS)
CONTEXT: tuple[ContextRule[Any], ...] = (*SOURCES, *TIMES, *MODALITIES, *NEGATIONS)


def contextualise(drafts: list[Draft], tree: Tree) -> None:
    """Fill in source, time, modality and negation of a sentence's claims, with the names of the rules that decided."""
    if not drafts:
        return
    said = tree.forms()
    around = _surroundings(drafts, tree, said)
    questions: tuple[tuple[str, Sequence[ContextRule[Any]], bool], ...] = (
        ("source", SOURCES, around.names_source),
        ("time", TIMES, around.names_time),
        ("modality", MODALITIES, not said.isdisjoint(MODAL_SIGNS)),
        ("negated", NEGATIONS, not said.isdisjoint(DENIAL_SIGNS)),
    )
    for field, rules, can_be_said in questions:
        if can_be_said:
            for draft in drafts:
                _decide(draft, field, rules, around)


def _decide(draft: Draft, field: str, rules: Sequence[ContextRule[Any]], around: Surroundings) -> None:
    found, name = first_found(rules, draft, around)
    if name is not None:
        setattr(draft, field, found)
        draft.rules[field] = name


def _surroundings(drafts: list[Draft], tree: Tree, said: frozenset[str]) -> Surroundings:
    """What the rules ask again and again; `said` are the words of the sentence and their lemmas, in lower case."""
    times = time_words(tree)
    named = not said.isdisjoint(FIRST_OF_SOURCE)
    return Surroundings(
        tree=tree,
        drafts=drafts,
        according=tuple(word for word in tree.words if is_named(word)) if named else (),
        opinions=tuple(word for word in tree.words if word.lemma in OPINIONS),
        attributions=() if said.isdisjoint(words.ATTRIBUTING_VERBS) else attributions(tree),
        sayings=not said.isdisjoint(words.SPEECH_VERBS),
        times=times,
        only=times or deictic_words(tree),
        time_marks=not said.isdisjoint(CLAUSE_MARKS),
        close=close_times(tree, times),
    )
