"""What is denied: the rules for `negated`. They deny what the clause of the quantity says, not the quantity alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attach.surroundings import ContextRule, Surroundings
from claimx.syntax import NEGATIONS as NEGATION_WORDS
from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

NOBODY = frozenset({"neither", "none", "nobody", "nothing", "no-one"})
# Verbs whose complement did not happen or is not so: "failed to pay", "denied that it owed".
DENYING_VERBS = frozenset("fail refuse decline deny avoid forget neglect stop".split())
NEITHER = frozenset({"no", "neither", "nor"})
AROUND = frozenset({"in", "within", "by", "after", "over", "for", "until"})  # when or how long nobody did it
DENIED_ROLES = frozenset({Role.OPEN_COMPLEMENT, Role.COMPLEMENT})


def _not(draft: Draft, _: Surroundings) -> bool | None:
    clause = draft.clause
    if clause is None or _is_put_instead(draft.phrase, clause):
        return None
    marks = [
        child for child in clause.children if child.role is Role.NEGATION or child.text.lower() in {"never", "without"}
    ]
    marks += [child for child in clause.children if _is_no_longer(child)]
    copula = clause.first(Role.COPULA)
    marks += copula.all(Role.NEGATION) if copula is not None else []
    marks += [mark for mark in draft.phrase.all(Role.NEGATION) if _is_of_be(mark, clause)]
    return True if marks and not any(_is_only(mark, clause) for mark in marks) else None


def _is_put_instead(phrase: Word, clause: Word) -> bool:
    """Whether a conjunct of a clause stands in place of what is denied: "not 3%, but [5%]"."""
    for word in (phrase, *phrase.ancestors()):
        if word is clause:
            break
        if word.role is Role.CONJUNCT and any(mark.text.lower() == "but" for mark in word.all(Role.COORDINATOR)):
            return True
    return False


def _is_of_be(mark: Word, clause: Word) -> bool:
    """Whether "not" stands right behind "be", wherever the parse hangs it: "there is[n't] $400 in the box"."""
    return clause.lemma == "be" and mark.index == clause.index + 1


def _is_no_longer(word: Word) -> bool:
    """Whether a word is "nor" before its clause, or "no longer"."""
    form = word.text.lower()
    return form == "nor" or (form == "longer" and any(child.text.lower() == "no" for child in word.children))


def _is_only(mark: Word, clause: Word) -> bool:
    """Whether "not only" denies nothing."""
    return any(child.text.lower() == "only" and child.index == mark.index + 1 for child in clause.children)


def _nobody(draft: Draft, _: Surroundings) -> bool | None:
    clause = draft.clause
    if clause is None or (draft.amount.preposition or "") in AROUND:
        return None
    who = [word for word in clause.all(*SUBJECTS, Role.OBJECT) if word is not draft.phrase]
    denied = any(word.text.lower() in NOBODY or _has_no(word) for word in who)
    return True if denied or _has_no(draft.phrase, before=draft.amount) else None


def _has_no(word: Word, before: Word | None = None) -> bool:
    """Whether a noun has "no" or "neither" before it."""
    marks = [child for child in word.all(Role.DETERMINER, Role.COORDINATOR) if child.text.lower() in NEITHER]
    return any(before is None or mark.index < before.index for mark in marks)


def _is_yet_to_be(clause: Word) -> bool:
    """Whether something "has yet to" be done, where the parse takes "has" for an auxiliary."""
    has = any(word.lemma == "have" for word in clause.all(Role.AUXILIARY))
    return has and {"yet", "to"} <= {word.text.lower() for word in clause.all(Role.ADVERB, Role.MARKER)}


def _denied(draft: Draft, _: Surroundings) -> bool | None:
    clause = draft.clause
    if clause is not None and _is_yet_to_be(clause):
        return True
    if clause is None or clause.head is None or clause.role not in DENIED_ROLES:
        return None
    above = clause.head
    yet = above.lemma == "have" and any(child.text.lower() == "yet" for child in (*above.children, *clause.children))
    denying = (above.lemma in DENYING_VERBS or above.lemma == "unable") and above.first(Role.NEGATION) is None
    to = any(mark.text.lower() == "to" for mark in clause.all(Role.MARKER))
    return True if (yet and to) or (denying and not (above.lemma == "stop" and to)) else None


def _rather(draft: Draft, around: Surroundings) -> bool | None:
    """What stands behind ", not": "losses were $31m, not the $24m that was feared"."""
    tree, here = around.tree.words, draft.amount.index - 1
    while here > 1 and tree[here].tag in {"DT", "PRP$"}:
        here -= 1
    if here < 1 or tree[here].text.lower() != "not" or tree[here - 1].text not in {",", "–", "—", "("}:
        return None
    return True


NEGATIONS: tuple[ContextRule[bool], ...] = (
    ContextRule(
        "not",
        "“not”, “never” or “without” in the clause: “did not spend 2%”",
        _not,
        (("The firm did not spend 2% of its income.", "The firm · not spend · 2 percent of its income"),),
        said=NEGATION_WORDS | {"without", "nor", "longer", "no"},
    ),
    ContextRule(
        "rather than",
        "a quantity behind “, not”: “losses were $31m, not the $24m that was feared”",
        _rather,
        (("Losses were $31m, not $24m.", "Losses · not be · 24,000,000 USD"),),
        said=frozenset({"not"}),
    ),
    ContextRule(
        "nobody",
        "“no”, “neither”, “nobody” or “nothing” as subject or object: “no member spends 2%”",
        _nobody,
        (("No member spent 2% of its income.", "No member · not spend · 2 percent of its income"),),
        said=NOBODY | NEITHER,
    ),
    ContextRule(
        "denied above",
        "a verb that denies what follows: “failed to”, “denied that”, “has yet to”",
        _denied,
        (
            ("The firm failed to sell 40 boats.", "The firm · not sell · 40 boats"),
            ("The council has yet to build 24 houses.", "The council · not build · 24 houses"),
        ),
        said=DENYING_VERBS | {"unable", "yet"},
    ),
)
