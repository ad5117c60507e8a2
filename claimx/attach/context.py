"""What surrounds a claim: who says so, when, how firmly, and whether it is denied, each by a table of rules."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from claimx import words
from claimx.attach.attributions import attributions
from claimx.attach.modality import MODALITIES
from claimx.attach.negation import NEGATIONS
from claimx.attach.sources import SOURCES
from claimx.attach.surroundings import ContextRule, Surroundings, first_found
from claimx.attach.time_words import deictic_words, time_words
from claimx.attach.times import TIMES, close_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.attach.draft import Draft
    from claimx.syntax import Tree


FIELDS: dict[str, tuple[ContextRule[Any], ...]] = {
    "source": SOURCES,
    "time": TIMES,
    "modality": MODALITIES,
    "negated": NEGATIONS,
}
CONTEXT = tuple(rule for rules in FIELDS.values() for rule in rules)
UNCALLED = frozenset(rule for rule in CONTEXT if not rule.said)


def contextualise(drafts: list[Draft], tree: Tree) -> None:
    """Fill in source, time, modality and negation of a sentence's claims, with the names of the rules that decided."""
    if not drafts:
        return
    called = _called(tree)
    around = _surroundings(tree)
    for field, rules in FIELDS.items():
        asked = list(filter(called.__contains__, rules))
        if asked:
            for draft in drafts:
                _decide(draft, field, asked, around)


def _decide(draft: Draft, field: str, rules: Sequence[ContextRule[Any]], around: Surroundings) -> None:
    found, name = first_found(rules, draft, around)
    if name is not None:
        setattr(draft, field, found)
        draft.rules[field] = name


def _called(tree: Tree) -> set[ContextRule[Any]]:
    """The rules that a word of the sentence calls for, and those that need none."""
    callers = _callers()
    return {rule for form in tree.forms() & callers.keys() for rule in callers[form]} | UNCALLED


@cache
def _callers() -> dict[str, list[ContextRule[Any]]]:
    """The words and lemmas that call for rules."""
    callers: dict[str, list[ContextRule[Any]]] = {}
    for rule in CONTEXT:
        for form in rule.said:
            callers.setdefault(form, []).append(rule)
    return callers


def _surroundings(tree: Tree) -> Surroundings:
    """What the rules ask again and again."""
    times = time_words(tree)
    return Surroundings(
        tree=tree,
        attributions=() if tree.forms().isdisjoint(words.ATTRIBUTING_VERBS) else attributions(tree),
        times=times,
        only=times or deictic_words(tree),
        close=close_times(tree, times),
    )
