"""Repairs where clauses meet: subjects that the parse leaves with the conjunction before them."""

from __future__ import annotations

from claimx.repairs.base import SUPPORTS, first_index, is_bare, is_finite, lacks_subject, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

SUBORDINATORS = frozenset("while whereas although though because unless if when until".split())
BEHIND = (Role.RELATIVE, Role.CLAUSE, Role.ADJECTIVE)
BEFORE = frozenset({"before", "after", "since"})
EITHER = BEFORE | {"as"}  # prepositions as often
CLAUSES = frozenset({Role.PARATAXIS, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.COMPLEMENT, Role.CLAUSE})


def conjunction_as_preposition(noun: Word, tree: Tree) -> bool:
    """While *soybeans*, at $13, were up 2%: a conjunction taken for a preposition has a clause behind its noun."""
    if noun.role is not Role.OBLIQUE and noun.role is not Role.MODIFIER:
        return False
    mark = next((c for c in noun.all(Role.CASE, Role.ADVERB) if c.text.lower() in SUBORDINATORS), None)
    if mark is None or mark.index > noun.index:
        return False
    verb = _verb_without_subject(noun, tree)
    if verb is None or verb is noun.head or (mark.text.lower() == "until" and verb.first(Role.COORDINATOR)):
        return False
    noun.hang(verb, Role.SUBJECT)
    mark.hang(verb, Role.MARKER)
    return True


def _lacks_mark(verb: Word) -> bool:
    """Whether a finite clause hangs on another with neither conjunction nor subject."""
    return verb.role is Role.ADVERBIAL_CLAUSE and verb.tag in {"VBD", "VBZ", "VBP"} and lacks_subject(verb)


def marked_without_subject(verb: Word, tree: Tree) -> bool:
    """Whereas *hydropower*, once dominant, supplied 8%: the noun behind the conjunction is the subject."""
    mark = next((c for c in verb.all(Role.MARKER) if c.text.lower() in SUBORDINATORS), None)
    if mark is None or verb.first(*SUBJECTS, Role.EXPLETIVE) or not (is_finite(verb) or is_bare(verb)):
        return False
    noun = next((word for word in tree.words[mark.index + 1 : verb.index] if word.is_noun), None)
    if noun is None or noun.index - mark.index > 3 or noun.quantity is not None or verb.index - mark.index < 3:
        return False
    if noun.head is not mark and not (noun.head is verb and noun.role is not Role.OBJECT):
        return False
    noun.hang(verb, Role.SUBJECT)
    return True


def subject_as_conjunct(noun: Word, tree: Tree) -> bool:
    """Wheels are 18 inches, and the turning *circle* is 10 metres: a noun behind "and" begins a clause of its own."""
    if noun.role is not Role.CONJUNCT:
        return False
    joint, clause = noun.first(Role.COORDINATOR, Role.CASE), noun.head
    if joint is None or clause is None or joint.index > noun.index:
        return False
    verb = _verb_without_subject(noun, tree)
    of_clause = (is_finite(clause) or clause.quantity is not None) and noun.first(Role.NUMBER) is None
    before = tree.words[joint.index - 1].text if joint.index else ""
    listed = before == "," and noun.first(Role.DETERMINER, Role.POSSESSOR) is not None
    if (
        verb is None
        or verb.first(Role.COORDINATOR)
        or not (of_clause or (listed and verb.role in {Role.PARATAXIS, Role.CONJUNCT}))
    ):
        return False
    noun.hang(verb, Role.SUBJECT)
    joint.hang(verb, Role.COORDINATOR)
    verb.relabel(Role.CONJUNCT)
    return True


def aside_behind_conjunction(noun: Word, tree: Tree) -> bool:
    """Whereas wages, *long flat*, rose 1%: what describes the noun between commas is no clause."""
    aside = noun.head
    if (
        noun.role not in SUBJECTS
        or aside is None
        or aside.is_verb
        or aside.role not in {Role.ADVERBIAL_CLAUSE, Role.CONJUNCT}
    ):
        return False
    mark = aside.first(Role.MARKER)
    if mark is None or aside.first(*SUPPORTS) or mark.text.lower() not in SUBORDINATORS:
        return False
    verb = _verb_without_subject(aside, tree)
    if verb is None or verb.role not in {Role.CONJUNCT, Role.PARATAXIS} or verb.first(Role.COORDINATOR):
        return False
    noun.hang(verb, Role.SUBJECT)
    mark.hang(verb, Role.MARKER)
    aside.hang(noun, Role.CLAUSE)
    return True


def clause_of_nearest(noun: Word, _: Tree) -> bool:
    """Six vans and a *boat* worth $3,000: what stands right behind a conjunct with words of its own is said of it."""
    first = noun.head
    if not noun.is_noun or first is None or not noun.first(Role.DETERMINER, Role.NUMBER, Role.POSSESSOR):
        return False
    end = max(word.index for word in noun.subtree())
    behind = next((child for child in first.all(*BEHIND) if first_index(child) == end + 1), None)
    if behind is None or not any(word.quantity is not None for word in behind.subtree()):
        return False
    if behind.tag in {"VBP", "VB"} and noun.tag in {"NN", "NNP"}:
        return False
    behind.hang(noun, behind.role)
    return True


def amount_beside_thing(amount: Word, _: Tree) -> bool:
    """Has a fleet of vans and *60%* of the market: an amount behind "and" is beside the object, not what it is of."""
    noun = amount.head
    thing = noun.head if noun is not None and noun.role is Role.MODIFIER and noun.preposition == "of" else None
    if amount.role is not Role.CONJUNCT or thing is None or thing.role is not Role.OBJECT or thing.holds_quantity:
        return False
    if noun is None or noun.holds_quantity or amount.tag == "CD" or not thing.first(Role.DETERMINER, Role.POSSESSOR):
        return False
    amount.hang(thing, Role.CONJUNCT)
    return True


def subject_behind_before(noun: Word, tree: Tree) -> bool:
    """The town has nine, up from two before *Kamber* arrived: the noun right before a verb is its subject.

    Only where the verb is joined to the clause before by a comma alone, so that it cannot be a clause beside it.
    """
    mark, verb = noun.first(Role.CASE), word_at(tree, noun.index + 1)
    if mark is None or verb is None or mark.text.lower() not in BEFORE or not is_finite(verb):
        return False
    subject = verb.first(*SUBJECTS)
    if verb.role not in {Role.CONJUNCT, Role.PARATAXIS} or verb.first(Role.COORDINATOR) or subject is None:
        return False
    if subject.index > mark.index or text_at(tree, first_index(subject) - 1) != "," or verb.head is None:
        return False
    subject.hang(verb.head, Role.APPOSITION)
    noun.hang(verb, Role.SUBJECT)
    mark.hang(verb, Role.MARKER)
    verb.hang(subject, Role.ADVERBIAL_CLAUSE)
    return True


def _verb_without_subject(noun: Word, tree: Tree) -> Word | None:
    """The first finite verb, or what is said with a copula, behind a noun, if it has no subject and is no relative."""
    for word in tree.words[noun.index + 1 :]:
        if word.role is Role.RELATIVE or any(above is noun for above in word.ancestors()):
            continue
        said = word.head if word.role in SUPPORTS else word if is_finite(word) else None
        if said is not None:
            alone = said.first(*SUBJECTS, Role.EXPLETIVE) is None and first_index(said) > noun.index
            return said if alone and said.role in CLAUSES | {Role.ADVERB} else None
    return None


def copula_below_amount(amount: Word, _: Tree) -> bool:
    """Soybeans *were up* 2%: what is said with a copula is a clause, and the amount hangs on it."""
    below = (c for c in amount.all(Role.ADVERB, Role.ADJECTIVE) if c.index < amount.index)
    said = next((child for child in below if child.first(Role.COPULA) is not None), None)
    if said is None or amount.first(Role.COPULA, *SUBJECTS):
        return False
    counted = amount.head if amount.role is Role.NUMBER else None
    phrase = counted if counted is not None and counted.index > amount.index else amount
    said.hang(phrase.head, phrase.role if phrase.head is None else Role.PARATAXIS)
    for child in [child for child in phrase.children if child.index < said.index and child.role in SUBJECTS]:
        child.hang(said, child.role)
    phrase.hang(said, Role.OBLIQUE)
    return True
