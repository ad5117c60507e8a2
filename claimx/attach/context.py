"""What surrounds a claim: who says so, when, how firmly, and whether it is denied, each by a table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx import words
from claimx.attach.attributions import attributions
from claimx.attach.modality import MODALITIES
from claimx.attach.negation import NEGATIONS
from claimx.attach.sources import OPINIONS, SOURCES, is_named
from claimx.attach.surroundings import ContextRule, Surroundings, first_found
from claimx.attach.times import CLAUSE_MARKS, TIMES, close_times, deictic_words, time_words

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.syntax import Tree


CONTEXT: tuple[ContextRule[Any], ...] = (*SOURCES, *TIMES, *MODALITIES, *NEGATIONS)


def contextualise(drafts: list[Draft], tree: Tree) -> None:
    """Fill in source, time, modality and negation of a sentence's claims, with the names of the rules that decided."""
    around = _surroundings(drafts, tree)
    for draft in drafts:
        draft.source, source = first_found(SOURCES, draft, around)
        draft.time, time = first_found(TIMES, draft, around)
        modality, firmness = first_found(MODALITIES, draft, around)
        draft.modality = modality or "asserted"
        negated, denial = first_found(NEGATIONS, draft, around)
        draft.negated = negated is not None
        _note(draft, source=source, time=time, modality=firmness, negated=denial)


def _surroundings(drafts: list[Draft], tree: Tree) -> Surroundings:
    times = time_words(tree)
    return Surroundings(
        tree=tree,
        drafts=drafts,
        according=tuple(word for word in tree.words if is_named(word)),
        opinions=tuple(word for word in tree.words if word.lemma in OPINIONS),
        attributions=attributions(tree),
        sayings=any(word.lemma in words.SPEECH_VERBS for word in tree.words),
        times=times,
        only=times or deictic_words(tree),
        time_marks=any(word.text.lower() in CLAUSE_MARKS for word in tree.words),
        close=close_times(tree, times),
    )


def _note(draft: Draft, **names: str | None) -> None:
    draft.rules.update({field: name for field, name in names.items() if name is not None})
