"""Repairs of clauses: how they are joined, fronted and turned round, and what goes with which of them."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import (
    SUPPORTS,
    be_subject,
    first_index,
    is_finite,
    lacks_subject,
    take_place,
    text_at,
    word_at,
)
from claimx.syntax import SUBJECTS, Role, Tree, Word

BEHIND = (Role.RELATIVE, Role.CLAUSE, Role.ADJECTIVE)
CLAUSES = frozenset({Role.PARATAXIS, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.COMPLEMENT, Role.CLAUSE})
FRONTED = frozenset({"VBG", "VBN", "VBD", "JJ"})


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


def fronted_participle(verb: Word, tree: Tree) -> bool:
    """*Having won* three matches, Alverton go on: what stands first, without subject, is not the main verb."""
    if verb.head is not None or is_finite(verb) or verb.first(*SUBJECTS, Role.EXPLETIVE) or verb.tag not in FRONTED:
        return False
    later = [child for child in verb.all(Role.PARATAXIS, Role.CONJUNCT, Role.COMPLEMENT) if child.index > verb.index]
    main = next((c for c in later if is_finite(c) and c.first(*SUBJECTS) and not c.first(Role.COORDINATOR)), None)
    main = main or _behind_noun(verb)
    marked = main is not None and any(mark.text.lower() != "to" for mark in main.all(Role.MARKER))
    if main is None or marked or text_at(tree, first_index(main) - 1) != ",":
        return False
    if main.lemma in words.SAYING_VERBS:
        return False
    take_place(main, verb)
    verb.hang(main, Role.ADVERBIAL_CLAUSE)
    return True


def _behind_noun(verb: Word) -> Word | None:
    """The finite verb that has lost its subject: "having lost 8 kilos, [the actor], cast as a monk, was [sent]"."""
    if verb.tag == "VBG":
        return None  # "leasing a car, a small one, costs $9"
    near = [child for thing in verb.all(Role.OBJECT) for child in thing.all(Role.APPOSITION)]
    noun = next((c for c in (*verb.all(Role.PARATAXIS), *near) if c.is_noun and c.index > verb.index), None)
    later = (c for c in verb.all(Role.CONJUNCT) if is_finite(c) and lacks_subject(c) and not c.first(Role.COORDINATOR))
    main = next(later, None)
    if noun is None or main is None or noun.index > main.index or noun.holds_quantity:
        return None
    be_subject(noun, main)
    return main


def inverted_copula(word: Word, _: Tree) -> bool:
    """Among the winners were *20 farmers*; parked outside were 40 tanks: what stands behind "be" is the subject."""
    own = word.first(Role.COPULA)
    if own is not None and word.head is not None and word.role in SUBJECTS and word.holds_quantity:
        return _said_in_front(word, own, word.head)
    noun, copula = word.head, word.head.first(Role.COPULA) if word.head is not None else None
    if word.role not in SUBJECTS or noun is None or copula is None or not word.index < copula.index < noun.index:
        return False
    participle = word.tag in {"VBN", "VBG"} and not word.first(Role.DETERMINER, Role.POSSESSOR, *SUPPORTS)
    if word.holds_quantity or not noun.holds_quantity or not (participle or word.preposition) or noun.preposition:
        return False
    if len(noun.all(*SUBJECTS)) > 1 or (word.tag == "VBG" and word.first(Role.OBJECT) is None):
        return False
    copula.hang(noun.head, noun.role)
    noun.hang(copula, Role.SUBJECT)
    word.hang(copula, Role.ADVERBIAL_CLAUSE if participle else Role.OBLIQUE)
    return True


def _said_in_front(noun: Word, copula: Word, front: Word) -> bool:
    """The same where the parse makes what stands in front the clause, and hangs "be" on the noun behind it."""
    participle = front.tag in {"VBN", "VBG"} and not front.first(*SUPPORTS)
    if not front.index < copula.index < noun.index or not (participle or front.preposition):
        return False
    copula.hang(front.head, front.role)
    noun.hang(copula, Role.SUBJECT)
    front.hang(copula, Role.ADVERBIAL_CLAUSE if participle else Role.OBLIQUE)
    return True


def amount_behind_aside(amount: Word, tree: Tree) -> bool:
    """Treat burns and earn, *after tax*, $900: the verb before what stands between commas has the amount."""
    if text_at(tree, amount.index - 1) != ",":
        return False
    inside = tree.words[max(0, amount.index - 7) : amount.index - 1]
    first = next((word for word in reversed(inside) if word.text == ","), None)
    verb = word_at(tree, first.index - 1) if first is not None else None
    mark = word_at(tree, first.index + 1) if first is not None else None
    if first is None or verb is None or mark is None or mark.tag != "IN" or not verb.is_verb:
        return False
    if amount.head is verb or verb.first(Role.OBJECT) or verb.lemma not in words.AMOUNT_VERBS or verb.tag == "VBN":
        return False
    if verb in list(amount.subtree()) or amount.role is Role.ADVERB:
        return False
    amount.hang(verb, Role.OBJECT)
    return True


def conjunct_as_subject(noun: Word, tree: Tree) -> bool:
    """A bus carrying 48 pupils and *six teachers* plunged: a second subject behind "and" is one of a list before."""
    verb = noun.head
    if noun.role not in SUBJECTS or verb is None:
        return False
    joint = noun.first(Role.COORDINATOR) or word_at(tree, first_index(noun) - 1)
    if joint is None or joint.text.lower() != "and" or joint.head not in (verb, noun):
        return False
    first = next((child for child in verb.all(*SUBJECTS) if child.index < joint.index and child is not noun), None)
    clause = first.first(Role.CLAUSE) if first is not None else None
    listed = clause.first(Role.OBJECT) if clause is not None else None
    if listed is None or not listed.holds_quantity or not noun.holds_quantity or listed.index + 1 != joint.index:
        return False
    noun.hang(listed, Role.CONJUNCT)
    joint.hang(noun, Role.COORDINATOR)
    return True


def behind_second_verb(amount: Word, _: Tree) -> bool:
    """Seized 9 kilos and arrested four men in raids on *two houses*: what follows the second verb goes with it."""
    below = amount
    while below.head is not None and not below.head.is_verb:
        below = below.head
    phrase = below.head
    if phrase is None or below.role is not Role.OBLIQUE or below.preposition is None or below.index < phrase.index:
        return False
    later = [c for c in phrase.all(Role.CONJUNCT) if c.is_verb and phrase.index < c.index < first_index(below)]
    if not later or later[-1].first(Role.OBJECT) is None or later[-1].first(*SUBJECTS):
        return False
    below.hang(later[-1], Role.OBLIQUE)
    return True
