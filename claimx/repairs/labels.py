"""Repairs of words that the parse takes for what they are not: verbs for nouns or prepositions, subjects for times."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import SUPPORTS, be_subject, first_index, is_finite, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

# Verbs with a measure or a count behind them that look like plural nouns: "the wall measures 3 metres".
HOLDING_VERBS = frozenset("measure weigh seat house hold shelter cost stand last number total average span".split())
FLOATING = frozenset({"each", "both", "all"})
VERBAL_PREPOSITIONS = frozenset(
    "including according following given compared based regarding concerning depending owing barring excluding during "
    "pending considering involving starting beginning touching granted provided relating pertaining surrounding "
    "failing notwithstanding per past".split()
)
PREMODIFIERS = (Role.COMPOUND, Role.DETERMINER, Role.POSSESSOR, Role.ADJECTIVE)


def plural_as_verb(noun: Word, tree: Tree) -> bool:
    """The hall *seats* 900 guests: what holds or measures an amount is a verb, and the noun before it the subject."""
    subject, amount = word_at(tree, noun.index - 1), word_at(tree, noun.index + 1)
    if noun.tag != "NNS" or noun.lemma not in HOLDING_VERBS or subject is None or amount is None:
        return False
    if amount.quantity is None or noun.preposition is not None or noun.first(*SUPPORTS):
        return False
    if subject.text == "," and noun.role is Role.CONJUNCT and _is_bare_root(noun.head):
        return _take_root(noun)
    if subject.head is not noun or not subject.is_noun or subject.tag == "NNS":
        return _tag_as_verb(noun)
    phrase = [child for child in noun.all(*PREMODIFIERS) if child.index < subject.index]
    if subject.role not in SUBJECTS:
        if subject.role is not Role.COMPOUND or not any(
            child.role in {Role.DETERMINER, Role.POSSESSOR} for child in phrase
        ):
            return False
        subject.relabel(Role.SUBJECT)
    for child in phrase:
        child.hang(subject, child.role)
    noun.tag = "VBZ"
    counted = amount.head if amount.role is Role.NUMBER and amount.head is not None else amount
    if noun not in list(counted.subtree()) and counted.head is not None and counted.head.index <= noun.index:
        counted.hang(noun, Role.OBJECT)
    return True


def _is_bare_root(noun: Word | None) -> bool:
    return noun is not None and noun.head is None and noun.is_noun and noun.first(*SUBJECTS, *SUPPORTS) is None


def _take_root(noun: Word) -> bool:
    """Make a plural the main verb of what the parse takes for a noun alone: "the hall, as he says, [seats]"."""
    above = noun.head
    if above is None or noun.first(Role.COORDINATOR) or above.tag == "NNS":
        return False
    asides = [child for child in above.all(Role.RELATIVE) if child.first(Role.MARKER)]
    take_place(noun, above)
    be_subject(above, noun)
    for child in asides:
        child.hang(noun, Role.ADVERBIAL_CLAUSE)
    noun.tag = "VBZ"
    return True


def _tag_as_verb(noun: Word) -> bool:
    """Take a plural noun with a subject for a verb, whatever stands between the two."""
    if noun.first(*SUBJECTS) is None or noun.first(Role.OBJECT) is None:
        return False
    noun.tag = "VBZ"
    return True


def verb_as_preposition(verb: Word, _: Tree) -> bool:
    """That deed *predates* the law by a year, and the board asks more: a verb taken for a preposition."""
    noun = verb.head
    if verb.role is not Role.CASE or noun is None or verb.tag not in {"VBZ", "VBD", "VBN"}:
        return False
    if verb.text.lower() in VERBAL_PREPOSITIONS or noun.index < verb.index:
        return False
    if any(child.index < verb.index for child in noun.all(*SUBJECTS)):
        return _take_object(verb, noun)
    return _take_subject(verb, noun)


def _take_subject(verb: Word, noun: Word) -> bool:
    """Give a verb the subject of a later one, which becomes its conjunct, and the noun behind it as its object."""
    above = noun.head
    subjects = [] if above is None else [child for child in above.all(*SUBJECTS) if child.index < verb.index]
    if above is None or above.index < noun.index or not subjects or not is_finite(above):
        return False
    take_place(verb, above)
    for child in [child for child in above.children if child.index < verb.index]:
        child.hang(verb, child.role)
    noun.hang(verb, Role.OBJECT)
    above.hang(verb, Role.CONJUNCT)
    for child in [child for child in verb.children if child.index > above.index]:
        child.hang(above, child.role)
    for child in [child for child in noun.all(Role.MODIFIER) if child.preposition == "by"]:
        child.hang(verb, Role.OBLIQUE)
    for child in [child for child in noun.all(Role.CONJUNCT) if first_index(child) > noun.index]:
        if not above.first(*SUBJECTS):
            be_subject(child, above)
    return True


def _take_object(verb: Word, noun: Word) -> bool:
    """Put a verb where the parse has the noun behind it, as its object."""
    before = [child for child in noun.children if child.index < verb.index]
    take_place(verb, noun)
    noun.hang(verb, Role.OBJECT)
    for child in before:
        child.hang(verb, child.role)
    for child in noun.all(Role.MODIFIER, Role.CONJUNCT, Role.ADVERBIAL_CLAUSE):
        if child.preposition != "of":
            child.hang(verb, Role.OBLIQUE if child.role is Role.MODIFIER else child.role)
    return True


def name_as_adverb(noun: Word, _: Tree) -> bool:
    """*Ferrum* expects to sell 400 cars: a name before a finite verb that has no subject is its subject."""
    verb = noun.head
    if noun.role is not Role.ADVERB or noun.tag[:3] != "NNP" or verb is None or verb.index != noun.index + 1:
        return False
    if not is_finite(verb) or verb.first(*SUBJECTS, Role.EXPLETIVE) or noun.lemma in words.TIME_NOUNS:
        return False
    be_subject(noun, verb)
    return True


def infinitive_as_noun(verb: Word, tree: Tree) -> bool:
    """Bakery *to axe* 450 jobs: "to" before an infinitive is no preposition."""
    mark = word_at(tree, verb.index - 1)
    if verb.tag != "VB" or mark is None or mark.role is not Role.CASE or mark.head is not verb:
        return False
    if verb.first(*SUBJECTS, Role.OBJECT) is None:
        return False
    mark.relabel(Role.MARKER)
    return True


def adjusted_amount(verb: Word, tree: Tree) -> bool:
    """Fell to a seasonally *adjusted* 217,000: what stands between an article and an amount describes the amount."""
    amount, article = word_at(tree, verb.index + 1), verb.first(Role.DETERMINER)
    if verb.tag not in {"VBN", "VBD"} or amount is None or amount.quantity is None or article is None:
        return False
    if amount.head is not verb or amount.role not in {Role.OBJECT, Role.OBLIQUE}:
        return False
    mark = next((c for c in verb.all(Role.MARKER, Role.CASE) if c.index == article.index - 1), None)
    if mark is None or amount.preposition is not None:
        return False
    before = [child for child in verb.all(*SUBJECTS) if child.index < verb.index]
    take_place(amount, verb)
    amount.relabel(Role.OBLIQUE)
    verb.hang(amount, Role.ADJECTIVE)
    article.hang(amount, Role.DETERMINER)
    mark.hang(amount, Role.CASE)
    for child in before:
        if amount.head is not None:
            child.hang(amount.head, child.role)
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


def share_as_adverbial(amount: Word, tree: Tree) -> bool:
    """Of the tenants, *61%* stayed: an amount with no preposition right before a finite verb is its subject."""
    verb = amount.head
    if verb is None or not verb.is_verb or amount.role not in {Role.OBLIQUE, Role.NUMBER} or amount.index > verb.index:
        return False
    if amount.role is Role.NUMBER and verb.role in {Role.OBJECT, Role.OBLIQUE, Role.MODIFIER}:
        return False
    if amount.preposition is not None or verb.first(*SUBJECTS, Role.EXPLETIVE) or verb.tag == "VBG":
        return False
    if amount.first(*SUPPORTS) or any(child.index < amount.index for child in verb.all(*SUPPORTS)):
        return False
    last = max(word.index for word in amount.subtree())
    if verb.index != last + 1 and not any(child.index == last + 1 for child in verb.all(*SUPPORTS)):
        return False
    if not (is_finite(verb) or text_at(tree, first_index(amount) - 1) in {",", ";", "and", "but", "while"}):
        return False
    be_subject(amount, verb)
    return True


def new_subject(amount: Word, tree: Tree) -> bool:
    """Half of the pupils walk and *a third of the teachers* drive: what "and" adds has a verb of its own."""
    verb = amount.head
    if amount.role is not Role.CONJUNCT or verb is None or not verb.is_verb:
        return False
    behind = word_at(tree, max(word.index for word in amount.subtree()) + 1)
    if behind is None or behind.role in SUPPORTS:
        return False
    joint = amount.first(Role.COORDINATOR)
    if joint is None or not is_finite(behind) or behind.head is not verb or behind.first(*SUBJECTS, Role.COORDINATOR):
        return False
    be_subject(amount, behind)
    joint.hang(behind, Role.COORDINATOR)
    behind.relabel(Role.CONJUNCT)
    return True


def amount_in_brackets(amount: Word, tree: Tree) -> bool:
    """Profit: $3m (*+12%*); revenue was $9m (*target: $4m*): what stands in brackets goes with what is before them."""
    before = word_at(tree, amount.index - 1)
    first = amount.head if amount.role is Role.CONJUNCT and amount.first(Role.COORDINATOR) is None else None
    if before is not None and before.text == "(" and first is not None and first.quantity is not None:
        amount.relabel(Role.APPOSITION)
        return True
    noun = word_at(tree, amount.index - 2)
    if before is None or before.text != ":" or noun is None or not noun.is_noun or noun.quantity is not None:
        return False
    if amount.head is noun or noun in list(amount.subtree()) or amount.role not in {Role.PARATAXIS, Role.APPOSITION}:
        return False
    amount.hang(noun, Role.APPOSITION)
    return True
