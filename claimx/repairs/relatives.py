"""Repairs of relative clauses that the parse takes for the main clause, or tears from their noun."""

from __future__ import annotations

from claimx.repairs.base import be_subject, first_index, is_finite, lacks_subject, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

TORN = frozenset({Role.COMPLEMENT, Role.PARATAXIS, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE})


def _is_main(word: Word) -> bool:
    return word.is_verb and is_finite(word) and word.role not in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA}


def verb_behind_whose(noun: Word, tree: Tree) -> bool:
    """The chapel, whose 300-year-old organ, insured for £9,000, *was saved*: what is behind "whose" is the subject."""
    mark = next((child for child in noun.children if child.text.lower() == "whose"), None)
    before = word_at(tree, mark.index - 1) if mark is not None else None
    if mark is None or before is None or noun.role in SUBJECTS or noun.preposition is not None:
        return False
    owner = word_at(tree, before.index - 1) if before.text == "," else before
    verb = next((word for word in tree.words[noun.index + 1 :] if _is_main(word)), None)
    if owner is None or not owner.is_noun or verb is None or verb in list(noun.subtree()):
        return False
    if verb.first(Role.COORDINATOR) or not lacks_subject(verb) or owner in list(verb.subtree()):
        return False
    be_subject(noun, verb)
    verb.hang(owner, Role.RELATIVE)
    return True


def torn_relative(pronoun: Word, tree: Tree) -> bool:
    """Will need walls *that cost* $700m, the panel warned: "that", "which" and "who" go with the noun before them."""
    clause, noun = pronoun.head, word_at(tree, pronoun.index - 1)
    if noun is not None and noun.text == ",":
        noun = word_at(tree, pronoun.index - 2)
    if pronoun.role is not Role.SUBJECT or clause is None or noun is None or not noun.is_noun:
        return False
    if clause.role not in TORN or not is_finite(clause) or len(clause.all(*SUBJECTS)) > 1:
        return False
    if clause.head is None or noun.quantity is not None or noun in list(clause.subtree()) or clause.index < noun.index:
        return False
    clause.hang(noun, Role.RELATIVE)
    return True


def whose_clause(pronoun: Word, tree: Tree) -> bool:
    """Tenants *whose rent tops $600* were first: what "whose" begins is a relative clause, not the main one."""
    noun = pronoun.head
    if pronoun.text.lower() != "whose" or noun is None or not noun.is_noun:
        return False
    owner = word_at(tree, pronoun.index - (2 if text_at(tree, pronoun.index - 1) == "," else 1))
    if owner is None:
        return False
    verb = noun.head
    below = verb is not None and verb is owner and owner.role in SUBJECTS
    if below:
        verb = owner.head  # "tenants" as the subject of "tops", and "rent" as a clause of theirs
    if verb is None or not verb.is_verb or verb.index < noun.index or not (below or noun.role in SUBJECTS):
        return False
    before = [c for c in verb.all(Role.COMPLEMENT) if c.index < pronoun.index and c.first(*SUBJECTS)]
    if before and owner in list(before[0].subtree()):
        take_place(before[0], verb)
        verb.hang(owner, Role.RELATIVE)
        return True
    main = _main_behind(verb)
    outer = next((c for c in verb.all(*SUBJECTS) if c is not noun and c.index < pronoun.index), None)
    outer = outer or (verb.head if verb.role is Role.RELATIVE and verb.head is not None and verb.head.is_noun else None)
    if main is None or outer is None or (outer.head is not verb and outer.head is not None):
        return False
    if outer.head is verb:
        take_place(main, verb)
    else:
        main.hang(None, Role.ROOT)
    verb.hang(None, Role.ROOT)
    be_subject(outer, main)
    verb.hang(outer, Role.RELATIVE)
    be_subject(noun, verb)
    return True


def _main_behind(verb: Word) -> Word | None:
    """The finite clause below a relative clause and behind it; a subject that stands right behind is its object."""
    below = (c for c in verb.all(Role.CONJUNCT, Role.COMPLEMENT, Role.PARATAXIS) if c.index > verb.index)
    main = next((c for c in below if is_finite(c) and not c.first(Role.COORDINATOR, Role.MARKER)), None)
    subject = main.first(*SUBJECTS) if main is not None else None
    if main is None or subject is None or subject.index > main.index:
        return main
    if first_index(subject) != verb.index + 1 or verb.first(Role.OBJECT):
        return None
    subject.hang(verb, Role.OBJECT)
    return main


def part_of_whom(pronoun: Word, _: Tree) -> bool:
    """Visitors, *40% of whom* were Chinese: the part is the subject of the clause."""
    amount = pronoun.head
    if pronoun.text.lower() not in {"whom", "which"} or pronoun.preposition != "of" or amount is None:
        return False
    if pronoun.role is not Role.MODIFIER or amount.role in SUBJECTS or amount.tag[:1] not in "NCJ$":
        return False
    clause = next((child for child in pronoun.all(Role.RELATIVE, Role.CLAUSE) if is_finite(child)), None)
    if clause is None or clause.first(*SUBJECTS) or amount.head is None or first_index(clause) != pronoun.index + 1:
        return False
    clause.hang(amount.head, Role.PARATAXIS)
    be_subject(amount, clause)
    return True
