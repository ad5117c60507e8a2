"""Repairs of words that the tagger takes for another kind of word."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

HAVE = frozenset("have has had".split())
CLAUSES = frozenset({Role.ROOT, Role.COMPLEMENT, Role.PARATAXIS, Role.ADVERBIAL_CLAUSE, Role.RELATIVE})
EMPTY = frozenset({"be", "take", "seem", "appear", "rain", "snow"})  # with these "it" may stand for nothing
STANDING_CLAUSES = (Role.COMPLEMENT, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE, Role.PARATAXIS)


def untagged_verb(word: Word, tree: Tree) -> bool:
    """Has *outsold* it; a study *shows*: what has an auxiliary, or a subject of its own, is a verb."""
    if word.is_verb or word.quantity is not None or word.first(Role.COPULA, Role.DETERMINER, Role.CASE, Role.NUMBER):
        return False
    support = word.first(Role.PASSIVE_AUXILIARY, Role.AUXILIARY)
    if support is not None and support.tag[:2] == "VB" and word.tag[:1] in "NJ":
        before = [child for child in word.all(Role.AUXILIARY, Role.PASSIVE_AUXILIARY) if child.index < word.index]
        if not before or before[-1].text.lower() not in HAVE | {"been"}:
            return False
        word.tag = "VBN"
        return True
    subject = word.first(Role.SUBJECT)
    if word.tag != "NNS" or subject is None or subject.index > word.index or word.role not in CLAUSES:
        return False
    if text_at(tree, word.index + 1) in {"up", "down"}:
        return False  # "rent prices up 3%"
    if word.first(Role.ADJECTIVE, Role.COMPOUND) is not None:
        return False  # "nearly all of them 20-euro bills"
    word.tag = "VBZ"
    return True


def having_what_works(word: Word, tree: Tree) -> bool:
    """Have *working* alarms: "have" takes no participle in -ing, which rather describes the noun behind it."""
    have, thing = word_at(tree, word.index - 1), word_at(tree, word.index + 1)
    if have is not None and have.tag == "RB" and have.head is word:
        have = word_at(tree, word.index - 2)  # "have widely [varying] sizes"
    if word.tag != "VBG" or have is None or have.text.lower() not in HAVE or thing is None or thing.tag[:1] not in "NJ":
        return False
    noun = word.first(Role.OBJECT)
    if noun is None or noun.index - word.index > 3 or noun.first(Role.DETERMINER, Role.POSSESSOR):
        return False
    if word.role is Role.OPEN_COMPLEMENT and word.head is have:
        inside = [child for child in word.children if child is not noun]
    elif have.head is word and have.role is Role.AUXILIARY:
        above, role = word.head, word.role
        have.hang(None, Role.ROOT)
        word.hang(None, Role.ROOT)
        have.hang(above, role)
        inside = [child for child in word.children if child is not noun]
    else:
        return False
    noun.hang(have, Role.OBJECT)
    word.hang(noun, Role.ADJECTIVE)
    for child in inside:
        child.hang(have, child.role)
    return True


def _stands_later(clause: Word, verb: Word) -> bool:
    """Whether a clause may be what "it" stands for: not when it happened, behind an object, nor "[remaining]"."""
    if clause.role is Role.OPEN_COMPLEMENT and clause.tag in {"VBG", "VBN"}:
        return False
    when = clause.role is Role.ADVERBIAL_CLAUSE and clause.first(*SUBJECTS) is not None
    loose = when or clause.role is Role.PARATAXIS  # "it drew 900 guests, a drop of 12%"
    return clause.role in STANDING_CLAUSES and not (loose and verb.first(Role.OBJECT) is not None)


def expletive_it(word: Word, _: Tree) -> bool:
    """*It* intends to build 12 more, *it* owns 40 ships: "it" is empty only where a clause stands for it."""
    verb = word.head
    if word.role is not Role.EXPLETIVE or word.text.lower() != "it" or verb is None or verb.first(*SUBJECTS):
        return False
    planning = verb.lemma in words.PLANNING_VERBS and verb.tag != "VBN" and verb.first(Role.COMPLEMENT) is None
    acting = verb.is_verb and verb.lemma not in EMPTY and not any(_stands_later(child, verb) for child in verb.children)
    if not planning and not acting:
        return False
    word.relabel(Role.SUBJECT)
    return True
