"""Repairs where words stand out of their usual order: subjects behind the verb, what stands between commas."""

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

# With these, what stands behind the verb may be its subject: "behind it lay 12 coffins".
PLACING = frozenset(
    "go come lie stand sit hang live die follow arrive remain fall run emerge appear gather wait stretch rise".split()
)
FRONTED = frozenset({"VBG", "VBN", "VBD", "JJ"})
LISTED = frozenset({Role.APPOSITION, Role.CONJUNCT, Role.PARATAXIS})
AFTER_COMMA = frozenset({",", ".", ";", ")"})


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


def inverted_verb(verb: Word, tree: Tree) -> bool:
    """Behind the wall lay *12 coffins*; to Lyon went 30 doctors: what has a preposition is no subject."""
    target = verb.first(Role.OBJECT)
    if target is None or not target.holds_quantity or target.index < verb.index or not is_finite(verb):
        return False
    before = [child for child in verb.all(*SUBJECTS, Role.OBLIQUE) if child.index < verb.index]
    subjects = [child for child in before if child.role in SUBJECTS]
    if not before or any(child.preposition is None or child.holds_quantity for child in subjects):
        return False
    if verb.lemma not in PLACING or first_index(verb) != first_index(before[0]) or verb.first(Role.EXPLETIVE):
        return False
    if before[-1].preposition is None or text_at(tree, verb.index - 1) == ",":
        return False
    for child in subjects:
        child.relabel(Role.OBLIQUE)
    target.relabel(Role.SUBJECT)
    return True


def amount_behind_fronted(amount: Word, tree: Tree) -> bool:
    """According to figures released on Monday, *23% of deaths* were: behind a fronted phrase the subject begins."""
    if amount.role not in {Role.APPOSITION, Role.CONJUNCT} or text_at(tree, first_index(amount) - 1) != ",":
        return False
    fronted = next((above for above in amount.ancestors() if above.head is not None and _is_clause(above.head)), None)
    clause = fronted.head if fronted is not None else None
    if fronted is None or clause is None or fronted.preposition is None or fronted.holds_quantity:
        return False
    if fronted.role not in {*SUBJECTS, Role.OBLIQUE} or clause.index < amount.index or not is_finite(clause):
        return False
    if any(child is not fronted for child in clause.all(*SUBJECTS, Role.EXPLETIVE)):
        return False
    fronted.relabel(Role.OBLIQUE)
    be_subject(amount, clause)
    return True


def _is_clause(word: Word) -> bool:
    """Whether a word stands behind a subject: a verb with a subject or none, or what is said with "be"."""
    return word.role is not Role.CLAUSE and (word.is_verb or word.first(Role.COPULA) is not None)


def amount_between_commas(amount: Word, tree: Tree) -> bool:
    """The higher dose, *400 milligrams*, helped: an amount between commas right behind a noun is its value."""
    noun, before = word_at(tree, amount.index - 2), word_at(tree, amount.index - 1)
    if amount.role not in {Role.OBLIQUE, Role.OBJECT} or amount.preposition is not None or before is None:
        return False
    if noun is None or before.text != "," or text_at(tree, amount.index + 1) not in AFTER_COMMA:
        return False
    if not noun.is_noun or noun.holds_quantity or noun.lemma in words.TIME_NOUNS or noun.head is not amount.head:
        return False
    if noun.role is not Role.OBJECT or noun.first(Role.DETERMINER, Role.POSSESSOR) is None:
        return False
    amount.hang(noun, Role.APPOSITION)
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
    if verb in list(amount.subtree()):
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


def led_by_particle(amount: Word, _: Tree) -> bool:
    """Pushed the number *down to two*: "up" and "down" govern no amount, the verb before them does."""
    particle = amount.head
    verb = particle.head if particle is not None else None
    if particle is None or verb is None or particle.text.lower() not in {"up", "down"} or not verb.is_verb:
        return False
    if amount.preposition not in {"to", "from"} or particle.first(Role.COPULA) or particle.index < verb.index:
        return False
    target = verb.first(Role.OBJECT)
    if target is None or target.holds_quantity or not verb.index < target.index < particle.index:
        return False
    amount.hang(verb, Role.OBLIQUE)
    return True


def fronted_in_second_clause(noun: Word, tree: Tree) -> bool:
    """It had 40 men; *by last month*, 14 were left: what stands behind the semicolon goes with the verb behind it."""
    verb = noun.head
    if noun.role is not Role.OBLIQUE or verb is None or noun.index < verb.index or not verb.is_verb:
        return False
    if not any(word.text == ";" for word in tree.words[verb.index : first_index(noun)]):
        return False
    later = (child for child in verb.all(Role.PARATAXIS, Role.CONJUNCT) if child.index > noun.index)
    second = next((child for child in later if child.is_verb or child.first(Role.COPULA)), None)
    subject = second.first(*SUBJECTS) if second is not None else None
    if second is None or subject is None or subject.index < noun.index:
        return False
    if any(word.text == ";" for word in tree.words[noun.index : second.index]):
        return False
    noun.hang(second, Role.OBLIQUE)
    return True


def list_in_relative(noun: Word, tree: Tree) -> bool:
    """Whose station lost its office, *its toilets* and two platforms: a list goes on where it began."""
    comma = word_at(tree, first_index(noun) - 1)
    first = word_at(tree, comma.index - 1) if comma is not None and comma.text == "," else None
    if noun.role not in LISTED or first is None or first.role is not Role.OBJECT or noun.first(Role.COPULA, *SUBJECTS):
        return False
    if noun.head is first or noun.first(Role.CONJUNCT) is None or noun.head is None or noun.head.index > first.index:
        return False
    if first.head is None or first.head.role is not Role.RELATIVE or first in list(noun.subtree()):
        return False
    listed = noun.all(Role.CONJUNCT)
    if not any(child.first(Role.COORDINATOR) for child in listed):
        return False
    noun.hang(first, Role.CONJUNCT)
    for child in listed:
        child.hang(first, Role.CONJUNCT)
    return True
