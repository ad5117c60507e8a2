"""Repairs of words that the tagger takes for another kind of word."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import is_finite, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

HAVE = frozenset("have has had".split())
CLAUSES = frozenset({Role.ROOT, Role.COMPLEMENT, Role.PARATAXIS, Role.ADVERBIAL_CLAUSE, Role.RELATIVE})
MEASURING = frozenset("weighing costing measuring totalling totaling lasting averaging numbering".split())


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


def weighing(amount: Word, tree: Tree) -> bool:
    """*Weighing* just 4 kilos, the robot climbs: a participle of measure at the beginning, taken for a noun."""
    verb = tree.words[0]
    if verb.text.lower() not in MEASURING or verb.is_verb or not 0 < amount.index < 4:
        return False
    clauses = (w for w in tree.words[amount.index + 1 :] if is_finite(w) and w.first(*SUBJECTS) is not None)
    inside = [*amount.subtree(), *verb.subtree()]
    main = next((c for c in clauses if c.first(Role.MARKER) is None and c not in inside), None)
    comma = any(word.text == "," for word in tree.words[amount.index : main.index]) if main is not None else False
    if main is None or not comma:
        return False
    verb.tag = "VBG"
    verb.hang(main, Role.ADVERBIAL_CLAUSE)
    amount.hang(verb, Role.OBJECT)
    return True


def noun_beside_verb(noun: Word, tree: Tree) -> bool:
    """Methane *traps* more heat but lasts 12 years: what is coordinated with a finite verb is one."""
    subject = word_at(tree, noun.index - 1)
    if noun.tag != "NNS" or noun.head is not None or subject is None or subject.head is not noun:
        return False
    if subject.role is not Role.COMPOUND or subject.tag not in {"NN", "NNP"} or noun.first(*SUBJECTS, Role.CASE):
        return False
    beside = (c for c in noun.all(Role.CONJUNCT) if c.tag == "VBZ" and c.first(*SUBJECTS) is None)
    second = next(beside, None)
    if second is None or second.first(Role.COORDINATOR) is None or text_at(tree, noun.index + 1) in {",", "of"}:
        return False
    noun.tag = "VBZ"
    for child in [child for child in noun.children if child.index < subject.index]:
        child.hang(subject, child.role)
    subject.hang(noun, Role.SUBJECT)
    for child in noun.all(Role.MODIFIER):
        if child.preposition is None:
            child.relabel(Role.OBJECT)
    return True


def verb_beside_object(verb: Word, _: Tree) -> bool:
    """Treat burns and *earn* $900: a verb is coordinated with the verb, not with its object."""
    noun = verb.head
    above = noun.head if noun is not None else None
    if (
        verb.role is not Role.CONJUNCT
        or noun is None
        or above is None
        or not noun.is_noun
        or noun.role is not Role.OBJECT
    ):
        return False
    if verb.tag not in {"VB", "VBP", "VBD", "VBZ"} or not above.is_verb or verb.first(*SUBJECTS, Role.MARKER):
        return False
    if verb.first(Role.COORDINATOR) is None or noun.first(Role.RELATIVE, Role.CLAUSE):
        return False
    verb.hang(above, Role.CONJUNCT)
    return True


def expletive_it(word: Word, _: Tree) -> bool:
    """*It* intends to build 12 more: who plans something is no empty "it"."""
    verb = word.head
    if word.role is not Role.EXPLETIVE or word.text.lower() != "it" or verb is None or verb.first(*SUBJECTS):
        return False
    planning = verb.lemma in words.PLANNING_VERBS and verb.tag != "VBN" and verb.first(Role.COMPLEMENT) is None
    if not planning:
        return False
    word.relabel(Role.SUBJECT)
    return True


def lasting(amount: Word, tree: Tree) -> bool:
    """Operations, some *lasting* 13 hours: a participle of measure taken for an adjective of the amount."""
    verb = next((c for c in amount.all(Role.ADJECTIVE) if c.text.lower() in MEASURING and c.index < amount.index), None)
    if verb is None or amount.first(Role.CASE):
        return False
    noun = word_at(tree, verb.index - 1)
    if noun is None or not (noun.is_noun or noun.text.lower() in {"some", "many", "most", "each", "all"}):
        return False
    if noun.head is amount:
        head, role = amount.head, amount.role
        amount.hang(None, Role.ROOT)
        noun.hang(head, role)  # "some lasting 13 hours"
    if noun in list(amount.subtree()):
        return False
    verb.tag = "VBG"
    verb.hang(noun, Role.CLAUSE)
    amount.hang(verb, Role.OBJECT)
    return True
