"""What surrounds a claim: who says so, when, how firmly, and whether it is denied, each by a table of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.attach.attributions import attributions
from claimx.attach.modality import MODALITIES
from claimx.attach.negation import NEGATIONS
from claimx.attach.sources import SOURCES
from claimx.attach.surroundings import ContextRule, Surroundings, accordingly, first_found
from claimx.attach.times import TIMES, close_times

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.syntax import Tree


CONTEXT: tuple[ContextRule[Any], ...] = (*SOURCES, *TIMES, *MODALITIES, *NEGATIONS)


def contextualise(drafts: list[Draft], tree: Tree) -> None:
    """Fill in source, time, modality and negation of a sentence's claims, with the names of the rules that decided."""
    around = Surroundings(tree, drafts, accordingly(tree), attributions(tree), close_times(tree))
    for draft in drafts:
        draft.source, source = first_found(SOURCES, draft, around)
        draft.time, time = first_found(TIMES, draft, around)
        modality, firmness = first_found(MODALITIES, draft, around)
        draft.modality = modality or "asserted"
        negated, denial = first_found(NEGATIONS, draft, around)
        draft.negated = negated is not None
        _note(draft, source=source, time=time, modality=firmness, negated=denial)


def _note(draft: Draft, **names: str | None) -> None:
    draft.rules.update({field: name for field, name in names.items() if name is not None})
