"""Repairs of what stands before its clause or behind it: fronted amounts and gerunds, times, what follows "said"."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import SUPPORTS, be_subject, first_index, is_bare, is_finite, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

TURNS = frozenset({"up", "down"})
CONJUNCTIONS = frozenset({"after", "before", "since", "until", "once", "while", "when"})
DEICTIC = frozenset({"last", "this", "next"})


def fronted_amount(amount: Word, tree: Tree) -> bool:
    """*At 96 metres*, the mast is the tallest: what stands before the comma is no main clause."""
    if amount.head is not None or amount.preposition != "at" or amount.first(Role.COPULA, *SUBJECTS):
        return False
    later = amount.all(Role.APPOSITION, Role.CONJUNCT, Role.PARATAXIS, Role.COMPLEMENT, Role.RELATIVE)
    main = next((c for c in later if is_finite(c) and c.first(*SUBJECTS)), None)
    if main is None or main.first(Role.COORDINATOR) or text_at(tree, first_index(main) - 1) != ",":
        return False
    take_place(main, amount)
    amount.hang(main, Role.OBLIQUE)
    return True


def fronted_gerund(verb: Word, tree: Tree) -> bool:
    """*Weighing 3 pounds*, the laptop lasted: the noun between the comma and the verb is its subject."""
    main = verb.head
    if verb.tag not in {"VBG", "VBN"} or verb.role not in SUBJECTS or main is None or verb.first(*SUBJECTS, *SUPPORTS):
        return False
    first = first_index(verb)
    if verb.index > main.index or first > verb.index or (first and text_at(tree, first - 1) not in {",", ";", "—"}):
        return False
    last = word_at(tree, min([main.index, *(c.index for c in main.all(*SUPPORTS))]) - 1)
    noun = last
    while noun is not None and noun.head is not None and noun.head.is_noun and noun.head.index > verb.index:
        noun = noun.head
    if noun is None or not (noun.is_noun or noun.tag == "PRP") or noun.preposition is not None:
        return False
    if noun.index <= verb.index or text_at(tree, first_index(noun) - 1) != ",":
        return False
    verb.relabel(Role.ADVERBIAL_CLAUSE)
    be_subject(noun, main)
    return True


def polled_whole(noun: Word, tree: Tree) -> bool:
    """*Of 900 tenants* polled, 60% agreed: what is asked of the whole in front is no clause."""
    verb, mark = noun.head, noun.first(Role.CASE, Role.MARKER)
    if verb is None or mark is None or mark.text.lower() not in {"of", "among"} or mark.index > noun.index:
        return False
    main = verb.head
    if main is None or not is_bare(verb) or not noun.index < verb.index < main.index:
        return False
    behind = next((word.text for word in tree.words[verb.index + 1 :] if word.head is not verb), "")
    if behind != ",":
        return False
    noun.hang(main, Role.OBLIQUE)
    verb.hang(noun, Role.CLAUSE)
    return True


def time_before_subject(noun: Word, tree: Tree) -> bool:
    """*Last year* the town sold 40 houses: a time before a subject is none of its words."""
    subject = noun.head
    if subject is None or noun.lemma not in words.TIME_NOUNS or noun.index > subject.index or noun.quantity is not None:
        return False
    if noun.role in SUBJECTS:
        return _time_with_noun(noun, subject)
    if noun.role not in {Role.MODIFIER, Role.COMPOUND} or subject.role not in SUBJECTS or subject.head is None:
        return False
    said = any(child.text.lower() in DEICTIC for child in noun.children)
    if not said or noun.preposition is not None or not _begins_phrase(tree, noun.index + 1):
        return False
    noun.hang(subject.head, Role.OBLIQUE)
    return True


def _time_with_noun(time: Word, verb: Word) -> bool:
    """Give the subject to the noun behind a time, which the parse hangs on it: "this year the port [shipped]"."""
    noun = next((c for c in time.all(Role.MODIFIER, Role.APPOSITION) if c.preposition is None), None)
    said = any(child.text.lower() in DEICTIC for child in time.children)
    if noun is None or not said or noun.first(Role.DETERMINER) is None or first_index(noun) != time.index + 1:
        return False
    be_subject(noun, verb)
    for child in [child for child in time.children if child.index > noun.index]:
        child.hang(noun, child.role)
    time.relabel(Role.OBLIQUE)
    return True


def _begins_phrase(tree: Tree, index: int) -> bool:
    word = word_at(tree, index)
    return word is not None and (word.tag in {"DT", "PRP", "PRP$", "NNP"} or word.role is Role.DETERMINER)


def noun_with_turn(noun: Word, tree: Tree) -> bool:
    """With *diesel down* 4 cents: "up" and "down" take the amount behind them, and the noun before is what changes."""
    turn, amount = word_at(tree, noun.index + 1), word_at(tree, noun.index + 2)
    if turn is None or amount is None or turn.text.lower() not in TURNS or amount.quantity is None:
        return False
    if noun.preposition != "with" or turn.head is not noun or turn.role not in {Role.PARTICLE, Role.ADVERB, Role.CASE}:
        return False
    above = noun.head
    if noun.role in SUBJECTS and above is amount:
        noun.hang(amount.head, Role.OBLIQUE)
    elif noun.role is not Role.OBLIQUE and above is not None:
        noun.relabel(Role.OBLIQUE)
    turn.relabel(Role.ADVERB)
    amount.hang(turn, Role.OBLIQUE)
    return True


def absolute_after_saying(noun: Word, _: Tree) -> bool:
    """Sales rose, organisers said, with *12 matches* sold out: the participle is said of what stands behind "with"."""
    verb = noun.head
    if noun.role is not Role.OBLIQUE or noun.preposition != "with" or verb is None or noun.index > verb.index:
        return False
    if verb.tag not in {"VBN", "VBD", "VBG"} or verb.first(*SUBJECTS, *SUPPORTS) or verb.head is None:
        return False
    if verb.role not in {Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.CONJUNCT} or first_index(verb) != first_index(
        noun
    ):
        return False
    noun.relabel(Role.SUBJECT)
    verb.relabel(Role.ADVERBIAL_CLAUSE)
    return True


def comparison_after_saying(amount: Word, _: Tree) -> bool:
    """Output was 9 tons, the survey found, *2 tons more*: what follows the one who says so goes with what is said."""
    more = amount.head
    if (
        amount.role is not Role.OBLIQUE
        or more is None
        or more.tag not in {"JJR", "RBR"}
        or more.first(*SUBJECTS, *SUPPORTS)
    ):
        return False
    saying = more.head
    if saying is None or more.role not in {Role.COMPLEMENT, Role.ADVERB, Role.ADVERBIAL_CLAUSE, Role.PARATAXIS}:
        return False
    said = next((c for c in saying.all(Role.COMPLEMENT) if c is not more and c.first(*SUBJECTS)), None)
    if said is None or saying.lemma not in words.ATTRIBUTING_VERBS or said.index > saying.index:
        return False
    later = [c for c in saying.all(Role.COMPLEMENT, Role.CONJUNCT) if c.first(*SUBJECTS) and saying.index < c.index]
    said = next((c for c in reversed(later) if c.index < amount.index), said)
    more.hang(said, Role.ADVERB)
    return True


def compared_adjective(amount: Word, _: Tree) -> bool:
    """The van *is $500 cheaper*: "be" and its subject go with the adjective, not with the amount before it."""
    said, copula = amount.head, amount.first(Role.COPULA)
    if amount.role is not Role.OBLIQUE or said is None or copula is None or said.index != amount.index + 1:
        return False
    if said.tag not in {"JJR", "RBR"} or said.first(*SUPPORTS) is not None:
        return False
    if amount.first(*SUBJECTS) is not None and said.role is Role.ADJECTIVE:
        said.relabel(Role.RELATIVE)
    for child in [child for child in amount.children if child.index < amount.index and child.role not in KEPT]:
        child.hang(said, child.role)
    return True


KEPT = frozenset({Role.DETERMINER, Role.ADVERB, Role.NUMBER, Role.COMPOUND, Role.CASE, Role.ADJECTIVE})


def second_comparative(amount: Word, _: Tree) -> bool:
    """It is 3 kilos lighter and *2 inches longer*: the second comparative is said of the same thing."""
    second = amount.head
    first, joint = (None if second is None else second.head), amount.first(Role.COORDINATOR)
    if second is None or first is None or joint is None or second.tag not in {"JJR", "RBR"}:
        return False
    if second.role is not Role.ADVERB or first.tag not in {"JJR", "RBR"} or first.index > amount.index:
        return False
    joint.hang(second, Role.COORDINATOR)
    second.relabel(Role.CONJUNCT)
    return True


def noun_behind_amount(amount: Word, tree: Tree) -> bool:
    """Panel backs *$2bn package*: a noun right behind an amount, with no preposition, is what the amount describes."""
    noun, verb = word_at(tree, amount.index + 1), amount.head
    if (
        noun is None
        or verb is None
        or noun.tag not in {"NN", "NNS"}
        or noun.quantity is not None
        or noun.holds_quantity
    ):
        return False
    if noun.preposition is not None or noun.lemma in words.TIME_NOUNS or noun.first(Role.DETERMINER, *SUPPORTS):
        return False
    beside = amount.role is Role.OBJECT and noun.head is verb and noun.role is Role.OBLIQUE
    inside = amount.role is Role.MODIFIER and noun.head is verb and noun.role is Role.APPOSITION
    if not (beside or inside) or noun.lemma in words.MEASURED_ADJECTIVES:
        return False
    take = Role.OBJECT if beside else Role.MODIFIER
    for mark in amount.all(Role.CASE, Role.DETERMINER, Role.POSSESSOR):
        mark.hang(noun, mark.role)
    noun.relabel(take)
    amount.hang(noun, Role.COMPOUND)
    return True


def there_below(noun: Word, _: Tree) -> bool:
    """There were 9 cases, and there have *been 11 deaths*: "there" has a verb of its own."""
    copula, above = noun.first(Role.COPULA), noun.head
    expletive = copula.first(Role.EXPLETIVE) if copula is not None else None
    if (
        copula is None
        or expletive is None
        or above is None
        or noun.role not in SUBJECTS
        or expletive.text.lower() != "there"
    ):
        return False
    copula.hang(above, Role.CONJUNCT)
    for child in [c for c in noun.children if c.index < noun.index and c.role in {Role.COORDINATOR, Role.AUXILIARY}]:
        child.hang(copula, child.role)
    for child in noun.all(Role.OBLIQUE, Role.PARATAXIS):
        child.hang(copula, child.role)
    noun.hang(copula, Role.SUBJECT)
    return True


def subject_in_front(noun: Word, tree: Tree) -> bool:
    """Stretching 40 km, *the wall* needed guards: what has no preposition is the main subject."""
    front = noun.head
    main = front.head if front is not None else None
    if front is None or main is None or noun.role is not Role.OBLIQUE or front.tag not in {"VBG", "VBN"}:
        return False
    if front.role is not Role.ADVERBIAL_CLAUSE or not front.index < noun.index < main.index or not is_finite(main):
        return False
    if noun.preposition is not None or main.first(*SUBJECTS, Role.EXPLETIVE) or noun.lemma in words.TIME_NOUNS:
        return False
    if text_at(tree, first_index(noun) - 1) != "," or (noun.first(Role.DETERMINER) is None and noun.tag[:3] != "NNP"):
        return False
    be_subject(noun, main)
    return True


def mark_on_subject(noun: Word, _: Tree) -> bool:
    """Before *the schools* go back: a conjunction, taken for the preposition of its subject."""
    verb = noun.head
    mark = next((c for c in noun.all(Role.CASE) if c.text.lower() in CONJUNCTIONS and c.index < noun.index), None)
    if verb is None or mark is None or not verb.is_verb or verb.index < noun.index or verb.first(Role.MARKER):
        return False
    if verb.role is not Role.ADVERBIAL_CLAUSE:
        return False
    mark.hang(verb, Role.MARKER)
    return True
