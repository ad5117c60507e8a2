"""Repairs of relative clauses that the parse takes for the main clause, or tears from their noun."""

from __future__ import annotations

from claimx.repairs.base import be_subject, is_finite, lacks_subject, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

TORN = frozenset({Role.COMPLEMENT, Role.PARATAXIS, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE})


def _is_main(word: Word) -> bool:
    return word.is_verb and is_finite(word) and word.role not in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA}


def whose(noun: Word, tree: Tree) -> bool:
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


def subject_behind_whose(noun: Word, tree: Tree) -> bool:
    """The miner, *whose output* showed a rise: the noun behind "whose" is the subject of the verb right behind it."""
    mark = next((child for child in noun.children if child.text.lower() == "whose"), None)
    above, verb = noun.head, word_at(tree, noun.index + 1)
    if mark is None or above is None or verb is None or not _is_main(verb) or verb is above:
        return False
    if noun.role not in SUBJECTS or verb.role is not Role.RELATIVE or verb.first(*SUBJECTS) or above.index > noun.index:
        return False
    be_subject(noun, verb)
    for thing in [c for c in above.all(Role.OBJECT) if c.index > verb.index and not verb.first(Role.OBJECT)]:
        thing.hang(verb, Role.OBJECT)
    return True
