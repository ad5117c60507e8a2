"""Repairs of subjects: nouns that the parse gives to another verb than theirs, to none, or to two."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import (
    SUPPORTS,
    be_subject,
    first_index,
    is_bare,
    is_finite,
    lacks_subject,
    take_place,
    text_at,
    word_at,
)
from claimx.syntax import SUBJECTS, Role, Tree, Word

HUNG = (Role.PARATAXIS, Role.APPOSITION, Role.CONJUNCT, Role.OBJECT, Role.OBLIQUE)
FLOATING = frozenset({"each", "both", "all"})


def speaker_as_subject(verb: Word, tree: Tree) -> bool:
    """Behind "…," *said Ann Moss*, "and the club will pay", who said it is no subject of the verb behind."""
    subjects = verb.all(*SUBJECTS)
    said = word_at(tree, first_index(subjects[0]) - 1) if len(subjects) == 2 else None
    if said is None or said.lemma not in words.SAYING_VERBS or not said.is_verb or said.index > verb.index:
        return False
    if said.first(*SUBJECTS) or subjects[1].index > verb.index or said in list(verb.subtree()):
        return False
    subjects[0].hang(said, Role.SUBJECT)
    return True


def subject_behind_participle(verb: Word, tree: Tree) -> bool:
    """Stretching 40 km, *the hedge*, planted in May, needed: a noun behind a fronted clause is the main subject."""
    clause = verb.first(Role.ADVERBIAL_CLAUSE, Role.OTHER, Role.SUBJECT)
    if clause is None or clause.index > verb.index or not is_finite(verb) or verb.all(*SUBJECTS) not in ([], [clause]):
        return False
    fronted = clause.index == 0 and clause.text.endswith("ing") and clause.first(Role.OBJECT) is not None
    if not fronted and (clause.role is Role.SUBJECT or clause.tag not in {"VBG", "VBN"} or not lacks_subject(verb)):
        return False
    nouns = (c for c in clause.all(*HUNG) if clause.index < c.index < verb.index and c.is_noun and c.quantity is None)
    noun = next((c for c in nouns if text_at(tree, first_index(c) - 1) == "," and not c.first(Role.CASE)), None)
    if clause.first(*SUBJECTS, Role.MARKER) or noun is None or noun.first(Role.COORDINATOR):
        return False
    clause.tag = clause.tag if clause.is_verb else "VBG"
    clause.relabel(Role.ADVERBIAL_CLAUSE)
    be_subject(noun, verb)
    return True


def verb_before_by(noun: Word, tree: Tree) -> bool:
    """The bridge *sways by* 20 cm: a plural behind a singular noun, with "by" and an amount after it, is a verb."""
    subject, mark = word_at(tree, noun.index - 1), word_at(tree, noun.index + 1)
    by = next((c for c in noun.all(Role.MODIFIER) if c.preposition == "by" and c.holds_quantity), None)
    if noun.tag != "NNS" or noun.head is not None or subject is None or subject not in noun.all(Role.COMPOUND):
        return False
    if by is None or mark is None or mark.head is not by or subject.tag not in {"NN", "NNP"} or noun.first(*SUBJECTS):
        return False
    noun.tag = "VBZ"
    for child in [child for child in noun.children if child is not subject and child.index < subject.index]:
        child.hang(subject, child.role)
    for child in [child for child in noun.all(Role.MODIFIER) if child.index > noun.index]:
        child.hang(noun, Role.OBLIQUE)
    subject.hang(noun, Role.SUBJECT)
    return True


def floating_subject(word: Word, tree: Tree) -> bool:
    """The mayor and her deputy *each* got 40%: "each" behind a noun or an auxiliary is not the subject."""
    verb, before = word.head, word_at(tree, word.index - 1)
    if word.text.lower() not in FLOATING or verb is None or before is None or word.index > verb.index or word.children:
        return False
    if before.role in SUPPORTS or (before.text == "," and verb.tag == "VBG"):
        word.relabel(Role.ADVERB)
        return True
    noun = verb.head
    if verb.role is not Role.RELATIVE or noun is None or not is_finite(verb) or noun.role in SUBJECTS:
        return False
    if not before.is_noun or not (before is noun or before in noun.all(Role.CONJUNCT)):
        return False
    word.relabel(Role.ADVERB)
    take_place(verb, noun)
    be_subject(noun, verb)
    return True


def subject_of_auxiliary(noun: Word, _: Tree) -> bool:
    """They *had* lost four games: a subject belongs to the verb, not to its auxiliary."""
    support = noun.head
    if support is None or support.head is None or support.role not in SUPPORTS:
        return False
    if noun.role not in {*SUBJECTS, Role.EXPLETIVE} or support.head.first(*SUBJECTS):
        return False
    noun.hang(support.head, noun.role)
    return True


def subject_in_clause_before(verb: Word, _: Tree) -> bool:
    """If convicted *the broker* faces 25 years: the noun after a participle is the main verb's subject."""
    clauses = [c for c in verb.all(Role.ADVERBIAL_CLAUSE, *SUBJECTS) if c.index < verb.index and c.first(Role.MARKER)]
    clause = clauses[0] if clauses else None
    if clause is None or not is_finite(verb) or not is_bare(clause) or clause.first(*SUBJECTS):
        return False
    noun = clause.first(Role.OBJECT)
    if noun is None or noun.index > verb.index or verb.all(*SUBJECTS) not in ([], [clause]):
        return False
    clause.relabel(Role.ADVERBIAL_CLAUSE)
    be_subject(noun, verb)
    return True


def first_of_verbs(verb: Word, _: Tree) -> bool:
    """Rode 180 km on Saturday, *slept* four hours, and climbed: the later verb is a conjunct of the first."""
    if verb.lemma in words.SAYING_VERBS or not verb.is_verb or not is_finite(verb) or not lacks_subject(verb):
        return False
    first = verb.first(Role.COMPLEMENT)
    if first is None or first.index > verb.index or first.first(*SUBJECTS) is None or not is_finite(first):
        return False
    head, role = verb.head, verb.role
    verb.hang(None, Role.ROOT)
    first.hang(head, role)
    verb.hang(first, Role.CONJUNCT)
    for child in verb.all(Role.CONJUNCT):
        child.hang(first, Role.CONJUNCT)
    return True


def existential(word: Word, _: Tree) -> bool:
    """There are thought to be *850 people*; there exist *20 members*: what there is, is the subject."""
    above, copula = word.head, word.first(Role.COPULA)
    if above is None or word.role not in {Role.OBJECT, Role.OPEN_COMPLEMENT} or not _goes_with_there(above):
        return False
    if word.role is Role.OBJECT and above.first(*SUBJECTS) is None:
        word.relabel(Role.SUBJECT)
        return True
    if copula is None or not word.is_noun or word.first(*SUBJECTS):
        return False
    copula.hang(above, word.role)
    for child in word.all(Role.MARKER, Role.AUXILIARY, Role.NEGATION):
        child.hang(copula, child.role)
    word.hang(copula, Role.SUBJECT)
    return True


def _goes_with_there(verb: Word) -> bool:
    near = [verb, *verb.children]
    if verb.role in SUBJECTS and verb.head is not None:
        near.append(verb.head)
    return any(child.text.lower() == "there" for word in near for child in word.all(Role.EXPLETIVE))


def said_of_first_subject(verb: Word, tree: Tree) -> bool:
    """Some 900 deer *starved*, scientists believe: of two subjects of a verb of saying, the first has its own verb."""
    subjects = verb.all(*SUBJECTS)
    if len(subjects) != 2 or verb.lemma not in words.SAYING_VERBS or text_at(tree, first_index(subjects[1]) - 1) != ",":
        return False
    below = (c for c in subjects[0].all(Role.CLAUSE) if is_bare(c) and c.index < subjects[1].index)
    said = next(below, None)
    if said is None:
        return False
    said.hang(verb, Role.COMPLEMENT)
    subjects[0].hang(said, Role.SUBJECT)
    return True


def object_as_subject(noun: Word, _: Tree) -> bool:
    """Ferrum, a steelmaker, reported *a net loss*: of two subjects, the one right behind the verb is its object."""
    verb = noun.head
    if noun.role is not Role.SUBJECT or verb is None or noun.index < verb.index or verb.first(Role.OBJECT):
        return False
    if first_index(noun) != verb.index + 1 or not verb.is_verb or not is_finite(verb):
        return False
    first = next((c for c in verb.all(Role.SUBJECT) if c.index < verb.index and c.quantity is None), None)
    if first is None or not (first.is_noun or first.tag in {"PRP", "WP", "WDT"}):
        return False
    noun.relabel(Role.OBJECT)
    return True


def out_of(word: Word, tree: Tree) -> bool:
    """*Out of* 32 members, 23 agreed: a preposition, taken for the subject."""
    mark, whole, verb = word_at(tree, word.index + 1), word.first(Role.MODIFIER), word.head
    if word.text.lower() != "out" or mark is None or mark.text.lower() != "of" or whole is None or verb is None:
        return False
    whole.hang(verb, Role.OBLIQUE)
    word.hang(whole, Role.CASE)
    mark.hang(word, Role.CASE)
    return True


def side_by_side(noun: Word, _: Tree) -> bool:
    """*The benchmark* K-20 index fell: of two subjects side by side, the first is part of the second."""
    verb = noun.head
    if noun.role not in SUBJECTS or verb is None or noun.index > verb.index or not noun.is_noun:
        return False
    second = next((c for c in verb.all(noun.role) if c.index > noun.index and c.is_noun), None)
    if second is None or first_index(second) != noun.index + 1 or second.first(Role.DETERMINER, Role.POSSESSOR):
        return False
    if any(child.index > noun.index for child in noun.children) or second.quantity is not None:
        return False
    for child in list(noun.children):
        child.hang(second, child.role)
    noun.hang(second, Role.COMPOUND)
    return True
