"""Repairs of subjects: nouns that the parse gives to another verb than theirs, or to none."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import be_subject, first_index, is_bare, is_finite, lacks_subject, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

CHANGE_VERBS = words.UP_VERBS | words.DOWN_VERBS
CLAUSE_MARKS = frozenset({"as", "after", "while", "when", "since", "because", "before"})
HUNG = (Role.PARATAXIS, Role.APPOSITION, Role.CONJUNCT, Role.OBJECT, Role.OBLIQUE)


def subject_with_preposition(noun: Word, tree: Tree) -> bool:
    """Elm Power, *with 1.2 million customers*, has: a noun with a preposition is no subject, the one before it is."""
    verb, mark = noun.head, noun.first(Role.CASE)
    if noun.role not in SUBJECTS or verb is None or mark is None or mark.tag != "IN" or mark.index > noun.index:
        return False
    owner = word_at(tree, mark.index - 2)
    if text_at(tree, mark.index - 1) != "," or owner is None or verb.all(*SUBJECTS) != [noun] or not is_finite(verb):
        return False
    while owner.role in {Role.FLAT, Role.COMPOUND} and owner.head is not None:
        owner = owner.head
    if not owner.is_noun or owner.preposition is not None or owner.role not in {*HUNG, Role.ROOT, Role.OBLIQUE}:
        return False
    if owner.holds_quantity or verb in list(owner.subtree()):
        return False
    joint = owner.first(Role.COORDINATOR)
    be_subject(owner, verb)
    noun.hang(owner, Role.MODIFIER)
    if joint is not None and joint.index < owner.index:
        joint.hang(verb, Role.COORDINATOR)
    return True


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


def subject_behind_time(verb: Word, tree: Tree) -> bool:
    """Since the start of the *season Moss* has scored: a name behind a time noun is the subject."""
    if not is_finite(verb) or not lacks_subject(verb) or verb.role is Role.RELATIVE:
        return False
    first = min((c.index for c in verb.all(Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA)), default=verb.index)
    name = word_at(tree, first - 1)
    while name is not None and name.role is Role.FLAT:
        name = name.head
    if name is None or name.tag != "NNP" or name.head is None or name.lemma.lower() in words.TIME_NOUNS:
        return False
    near = [child for child in name.all(Role.COMPOUND) if child.tag in {"NN", "NNS"} and child.index < name.index]
    time = near[-1] if near and near[-1].lemma in words.TIME_NOUNS else None
    if time is None or verb in list(name.subtree()) or name not in list(verb.subtree()):
        return False
    take_place(time, name)
    for child in [child for child in name.children if child.index < time.index]:
        child.hang(time, child.role)
    be_subject(name, verb)
    return True


def object_of_second_verb(noun: Word, _: Tree) -> bool:
    """The panel sat for nine days, *heard 310 witnesses*: behind the second of two verbs stands its object."""
    verb = noun.head
    if noun.role is not Role.SUBJECT or verb is None or noun.index < verb.index or not noun.holds_quantity:
        return False
    if verb.lemma in words.SAYING_VERBS or first_index(noun) != verb.index + 1 or verb.all(*SUBJECTS) != [noun]:
        return False
    first = verb.first(Role.COMPLEMENT)
    if first is None or first.index > verb.index or first.first(*SUBJECTS) is None or not is_finite(first):
        return False
    noun.relabel(Role.OBJECT)
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


def clause_as_participle(verb: Word, tree: Tree) -> bool:
    """The margin *shrank to 2%* as savers moved £5bn: "as" begins a clause, and the verb before it is the main one."""
    above = verb.head
    main = above.head if above is not None and above.role in SUBJECTS else None
    if verb.role is not Role.CLAUSE or verb.lemma not in CHANGE_VERBS or main is None or not is_bare(verb):
        return False
    nouns = (c for c in verb.all(Role.OBLIQUE) if c.preposition in CLAUSE_MARKS and c.index < main.index)
    noun = next(nouns, None)
    amounts = any(child.holds_quantity for child in verb.all(Role.OBLIQUE, Role.OBJECT) if child is not noun)
    if noun is None or above is None or not amounts or not is_finite(main) or text_at(tree, main.index - 1) == ",":
        return False
    mark = noun.first(Role.CASE)
    take_place(verb, main)
    be_subject(above, verb)
    main.hang(verb, Role.ADVERBIAL_CLAUSE)
    for child in [child for child in verb.children if child.index > main.index and child.role is not Role.PUNCTUATION]:
        child.hang(main, child.role)
    be_subject(noun, main)
    if mark is not None:
        mark.hang(main, Role.MARKER)
    return True


def whose_verb_is_later(verb: Word, tree: Tree) -> bool:
    """Two aides, *neither of whom would be named*, insist: the clause of the second subject is a relative one."""
    subjects = verb.all(*SUBJECTS)
    above = verb.head if verb.role in {Role.CLAUSE, Role.RELATIVE} else None
    if len(subjects) == 1 and above is not None and above.head is None and not above.is_verb:
        subjects = [above, *subjects]
    if len(subjects) != 2 or text_at(tree, first_index(subjects[1]) - 1) != "," or subjects[1].index > verb.index:
        return False
    pronoun = next((c for c in subjects[1].all(Role.MODIFIER) if c.text.lower() in {"whom", "which"}), None)
    holders = [verb] if above is None else [verb, above]
    later = (c for holder in holders for c in holder.all(Role.CONJUNCT, Role.PARATAXIS) if lacks_subject(c))
    later = (c for c in later if c.index > verb.index and not c.first(Role.COORDINATOR))
    main = next((c for c in later if is_finite(c) or c.tag in {"VB", "VBN"}), None)
    if pronoun is None or main is None:
        return False
    take_place(main, verb if subjects[0] is not above else subjects[0])
    verb.hang(subjects[0], Role.RELATIVE)
    be_subject(subjects[0], main)
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


def main_verb_below_participle(clause: Word, _: Tree) -> bool:
    """Three in ten of the phones *handed in* for repair *held* gold: a past tense with an object is the main verb."""
    of = clause.head
    root = of.head if of is not None and of.role is Role.MODIFIER else of
    if clause.role is not Role.CLAUSE or clause.tag not in {"VBN", "VBG"} or root is None or root.head is not None:
        return False
    if root.is_verb or root.first(*SUBJECTS, Role.COPULA) or not (root.is_noun or root.quantity is not None):
        return False
    below = [c for inner in clause.all(Role.OBLIQUE, Role.OBJECT) for c in inner.all(Role.CLAUSE)]
    main = next(
        (c for c in below if c.tag in {"VBD", "VBZ", "VBP"} and c.first(Role.OBJECT) and lacks_subject(c)), None
    )
    if main is None or main.index < clause.index:
        return False
    main.hang(None, Role.ROOT)
    for child in [child for child in (*root.children, *clause.children) if child.index > main.index]:
        child.hang(main, child.role)
    be_subject(root, main)
    return True


def there_were(noun: Word, tree: Tree) -> bool:
    """There were *14 floods* in the first half: what there was stands before the preposition."""
    verb, mark = noun.head, noun.first(Role.CASE)
    if noun.role is not Role.SUBJECT or verb is None or mark is None or verb.first(Role.EXPLETIVE) is None:
        return False
    counted = word_at(tree, mark.index - 1)
    if counted is None or counted.head is not noun or not counted.is_noun or not counted.holds_quantity:
        return False
    if noun.holds_quantity or counted.role is not Role.MODIFIER:
        return False
    counted.hang(verb, Role.SUBJECT)
    noun.hang(verb, Role.OBLIQUE)
    return True
