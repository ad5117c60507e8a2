"""Repairs of relative clauses that the parse takes for the main clause, or tears from their noun."""

from __future__ import annotations

from claimx.repairs.base import be_subject, is_bare, is_finite, lacks_subject, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

TORN = frozenset({Role.COMPLEMENT, Role.PARATAXIS, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE})
PARTS = frozenset("some most many all each few none several both half".split())


def of_whom(pronoun: Word, tree: Tree) -> bool:
    """Their rivals, *12 of whom trained abroad*, won: the verb behind "of whom" is not the main one."""
    part = pronoun.head
    if pronoun.text.lower() not in {"whom", "which"} or pronoun.preposition != "of" or part is None:
        return False
    if part.index > pronoun.index or not (part.holds_quantity or part.text.lower() in PARTS):
        return False
    verb = next((word for word in tree.words[pronoun.index + 1 : pronoun.index + 5] if _is_main(word)), None)
    noun = next((c for c in verb.all(*SUBJECTS) if c is not part and c.index < part.index), None) if verb else None
    if verb is None or noun is None or text_at(tree, part.index - 1) != ",":
        return False
    main = _main_beside(verb, tree)
    if main is None:
        return False
    if verb in main.children and verb.role in SUBJECTS:
        verb.hang(noun, Role.RELATIVE) if noun.head is not verb else _swap(noun, verb, main)
    else:
        take_place(main, verb)
        for mark in verb.all(Role.MARKER):
            mark.hang(main, Role.MARKER)
        _swap(noun, verb, main)
    part.hang(verb, Role.SUBJECT)
    return True


def _swap(noun: Word, verb: Word, main: Word) -> None:
    """Make the noun the subject of the main verb, and the other verb its relative clause."""
    be_subject(noun, main)
    verb.hang(noun, Role.RELATIVE)


def _is_main(word: Word) -> bool:
    return word.is_verb and is_finite(word) and word.role not in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA}


def _main_beside(verb: Word, tree: Tree) -> Word | None:
    """The finite verb behind a comma that has no subject: below the verb, or above it."""
    above = verb.head
    if above is not None and verb.role in SUBJECTS and above.index > verb.index and is_finite(above):
        return above
    for word in verb.all(Role.CONJUNCT, Role.PARATAXIS, Role.ADVERBIAL_CLAUSE):
        if word.index > verb.index and _may_end(word):
            return word if any(child.text == "," for child in tree.words[verb.index : word.index]) else None
    later = (w for w in tree.words[verb.index + 1 :] if w.role is Role.CONJUNCT and text_at(tree, w.index - 1) == ",")
    main = next((word for word in later if _may_end(word)), None)
    below = main is not None and any(above is verb for above in main.ancestors())
    return None if below or verb.first(Role.MARKER) is None else main


def _may_end(word: Word) -> bool:
    """Whether a word may be the main verb at the end, which has lost its subject."""
    return (is_finite(word) or is_bare(word)) and lacks_subject(word) and not word.first(Role.COORDINATOR)


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
