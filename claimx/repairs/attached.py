"""Repairs of what hangs on the wrong one of two clauses, or on the wrong word of the right one."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import SUPPORTS, be_subject, first_index, is_finite, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

FRONTING = frozenset({"as", "when", "while", "although", "though", "because", "since", "if", "after", "before"})
LASTING = frozenset({"over", "during", "throughout"})
CHANGING = words.UP_VERBS | words.DOWN_VERBS


def marked_root(clause: Word, tree: Tree) -> bool:
    """*As the price rose*, the shop cut its hours: what a conjunction begins is not the main clause."""
    mark, subject = clause.first(Role.MARKER), clause.first(*SUBJECTS)
    if mark is None or subject is None or mark.text.lower() not in FRONTING or first_index(clause) != mark.index:
        return False
    if clause.first(Role.COPULA) or clause.tag[:1] not in "NV" or subject.index > clause.index:
        return False
    later = clause.all(Role.CONJUNCT, Role.PARATAXIS, Role.COMPLEMENT)
    main = next((c for c in later if is_finite(c) and c.first(*SUBJECTS) and not c.first(Role.COORDINATOR)), None)
    if main is None or text_at(tree, first_index(main) - 1) != ",":
        return False
    take_place(main, clause)
    clause.hang(main, Role.ADVERBIAL_CLAUSE)
    if not clause.is_verb:
        clause.tag = "VBD"
    return True


def second_that_clause(clause: Word, _: Tree) -> bool:
    """Police say there were 60 people, but *that only eight* spoke: both are what is said."""
    saying, mark = clause.head, clause.first(Role.MARKER)
    if saying is None or mark is None or mark.text.lower() != "that" or not clause.first(Role.COORDINATOR):
        return False
    said = saying.first(Role.COMPLEMENT)
    if said is None or not saying.is_verb or said.index > clause.index or said.index < saying.index:
        return False
    clause.hang(said, Role.CONJUNCT)
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


def plural_in_gap(verb: Word, _: Tree) -> bool:
    """The fee rose 4% and *rents* 6%: what has nothing but an amount is a noun, and the verb is not said again."""
    first = verb.head
    if verb.tag != "VBZ" or verb.role is not Role.CONJUNCT or first is None or first.tag != "VBD":
        return False
    rest = [child for child in verb.children if child.role not in {Role.COORDINATOR, Role.PUNCTUATION}]
    amount = next((c for c in first.all(Role.OBJECT, Role.OBLIQUE) if c.quantity is not None), None)
    if len(rest) != 1 or rest[0].quantity is None or rest[0].preposition is not None or amount is None:
        return False
    if first.lemma not in CHANGING or rest[0].text[-1:] != amount.text[-1:] or amount.index > verb.index:
        return False
    verb.tag = "NNS"
    rest[0].hang(first, Role.OBJECT)
    verb.hang(amount, Role.CONJUNCT)
    return True


def second_property(noun: Word, _: Tree) -> bool:
    """Beams with a length of 8 m and *a mass of 90 kg*: two properties of one owner, not two things."""
    owner = noun.head
    if noun.role is not Role.CONJUNCT or owner is None or noun.lemma not in words.INHERENT_NOUNS:
        return False
    first = next((c for c in owner.all(Role.MODIFIER) if c.preposition == "with" and c.index < noun.index), None)
    if first is None or first.lemma not in words.INHERENT_NOUNS or owner.lemma in words.INHERENT_NOUNS:
        return False
    noun.hang(first, Role.CONJUNCT)
    return True


def adjective_before_subject(verb: Word, tree: Tree) -> bool:
    """While *recorded thefts* fell by a fifth: a participle before the noun that the next verb is said of."""
    noun, above, joint = verb.first(Role.OBJECT), verb.head, verb.first(Role.MARKER, Role.COORDINATOR)
    if (
        verb.tag not in {"VBD", "VBN"}
        or noun is None
        or above is None
        or joint is None
        or verb.first(*SUBJECTS, *SUPPORTS)
    ):
        return False
    main = word_at(tree, noun.index + 1)
    if noun.index != verb.index + 1 or main is None or joint.index != verb.index - 1 or not is_finite(main):
        return False
    if main.first(*SUBJECTS) or main.head not in {above, verb} or joint.text.lower() == "and":
        return False
    main.hang(above, verb.role)
    for child in verb.all(Role.MARKER, Role.COORDINATOR):
        child.hang(main, child.role)
    be_subject(noun, main)
    verb.hang(noun, Role.ADJECTIVE)
    return True


def turn_behind_clause(amount: Word, tree: Tree) -> bool:
    """You see that sales were $9m, *up 6%*: what follows the clause that somebody sees goes with that clause."""
    turn = amount.head
    if amount.role is not Role.OBLIQUE or turn is None or turn.text.lower() not in {"up", "down"} or turn.head is None:
        return False
    said = turn.head.first(Role.COMPLEMENT)
    if (
        said is None
        or turn.role not in {Role.ADVERB, Role.ADVERBIAL_CLAUSE}
        or not turn.head.index < said.index < turn.index
    ):
        return False
    if text_at(tree, turn.index - 1) != ",":
        return False
    turn.hang(said, Role.ADVERB)
    return True


def lasting_time(noun: Word, _: Tree) -> bool:
    """A slump among pensioners *over the summer*: a period says when, whatever noun stands before it."""
    above = noun.head
    if noun.role is not Role.MODIFIER or noun.preposition not in LASTING or noun.lemma not in words.TIME_NOUNS:
        return False
    verb = next((word for word in noun.ancestors() if word.is_verb), None)
    if verb is None or above is None or noun.quantity is not None or noun.first(Role.DETERMINER) is None:
        return False
    noun.hang(verb, Role.OBLIQUE)
    return True
