"""Words that stand for something said before: which they are, and in which sentences it may have been said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.attach.kinds import PLURAL_PRONOUNS
from claimx.attach.synonyms import COMPANIES, COMPANY_MARKS, GENERIC, NAMING, PAIRS, alike
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from claimx.claims import Claim, Entity

PRONOUNS = PLURAL_PRONOUNS | {"it", "he", "she"}
WEATHER_VERBS = frozenset("rain snow hail freeze".split())
EFFORT_VERBS = frozenset("take cost need require".split())  # "it took 3 hours to …"
FURTHEST = 3  # sentences before that are looked at


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A word that stands for something said before, its tree, the lemma of the claim's verb, and the pronoun it is.

    A definite noun is no pronoun: `pronoun` is empty, unless it is to be taken as one ("the device" as "it").
    """

    word: Word
    tree: Tree
    verb: str
    pronoun: str


def anaphor(phrase: Entity, claim: Claim, tree: Tree) -> Anaphor | None:
    """The anaphor that a claim's entity or source is, if it is one that can stand for something."""
    form = phrase.text.lower()
    definite = form.startswith(("the ", "this ", "that ")) and form.count(" ") == 1
    if form not in PRONOUNS and not definite:
        return None
    word = next((word for word in tree.words if word.start <= phrase.head_start < word.end), None)
    if word is None or (definite and word.tag not in {"NN", "NNP"}):
        return None
    if phrase is claim.source:
        return Anaphor(word, tree, "say", "" if definite else form)
    verb = claim.predicate.lemma if claim.predicate is not None else ""
    found = Anaphor(word, tree, verb, "" if definite else form)
    return None if _stands_for_nothing(found, claim) else found


def _stands_for_nothing(it: Anaphor, claim: Claim) -> bool:
    """Whether "it" is only there for the grammar: "it rained", "it took 3 hours to", "it is 5 degrees"."""
    if it.pronoun != "it":
        return False
    verb = it.word.head
    if verb is None or it.verb in WEATHER_VERBS or verb.first(Role.EXPLETIVE) is not None:
        return True
    behind = it.tree.words[it.word.index :]
    to_do = any(word.text.lower() in {"to", "that", "for"} and word.role is Role.MARKER for word in behind)
    if to_do and (verb.lemma in EFFORT_VERBS or verb.first(Role.COPULA) is not None):
        return True
    unit = claim.quantity.unit or ""
    return verb.first(Role.COPULA) is not None and ("degree" in unit or unit in {"minute", "hour", "kilometer", "mile"})


def looks_back(found: Anaphor, text: str, before: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences that may hold what an anaphor stands for, the nearest first: found by their words, unparsed.

    `before` are the sentences of the paragraph before the anaphor's, the nearest first.
    """
    if found.pronoun:
        same = takewhile(lambda each: text[slice(*each)].lower().startswith(f"{found.pronoun} "), before)
        return list(before[: min(FURTHEST, 1 + sum(1 for _ in same))])
    noun = found.word.text.lower()
    marks = COMPANY_MARKS if noun in COMPANIES else {noun, *alike(noun)}
    near = 1 if noun in GENERIC | NAMING | PAIRS.keys() else 0
    marked = [each for each in before[near:FURTHEST] if not marks.isdisjoint(_forms(text[slice(*each)]))]
    return [*before[:near], *marked]


def _forms(text: str) -> list[str]:
    return [word.strip(".,;:!?\"'“”‘’()") for word in text.lower().split()]
