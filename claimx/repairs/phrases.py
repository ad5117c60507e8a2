"""Repairs of noun phrases: names side by side, asides, and phrases that the parse ties to another word than theirs."""

from __future__ import annotations

from claimx.repairs.base import (
    FINITE,
    SUPPORTS,
    be_subject,
    first_index,
    is_finite,
    lacks_subject,
    take_place,
    text_at,
    word_at,
)
from claimx.syntax import SUBJECTS, Role, Tree, Word

IN_NOUN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS CD CC $ PRP$ POS HYPH JJS VBN".split())
PLACES = frozenset("under behind below beneath inside beside beyond above at on in among amid amongst".split())
NO_SUBJECT = frozenset({Role.RELATIVE, Role.CLAUSE, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE})


def between_and(last: Word, tree: Tree) -> bool:
    """Sampling *between 2014 and 2017* came back: the second of the two ends is no subject."""
    verb = last.head
    if last.role not in SUBJECTS or verb is None or text_at(tree, last.index - 1) != "and":
        return False
    first = word_at(tree, last.index - 2)
    if first is None or first.preposition != "between" or last.tag != first.tag or first.head is None:
        return False
    noun = first.head
    if noun is verb or noun.index > first.index or not (noun.is_noun or noun.tag == "VBG"):
        return False
    _detach(noun, verb)
    noun.tag = noun.tag if noun.is_noun else "NN"
    first.hang(noun, Role.MODIFIER)
    last.hang(first, Role.CONJUNCT)
    for joint in verb.all(Role.COORDINATOR):
        if joint.index == last.index - 1:
            joint.hang(last, Role.COORDINATOR)
    be_subject(noun, verb)
    return True


def _detach(noun: Word, verb: Word) -> None:
    """Free a verb from a noun below which it hangs: the verb takes the place of the outermost word above the noun."""
    top = next((above for above in verb.ancestors() if above.head is None), None)
    if noun in set(verb.subtree()) or top is None or verb.head is not top:
        return
    head, role = top.head, top.role
    verb.hang(head, role)
    top.hang(verb, Role.OBLIQUE)


def side_by_side(noun: Word, _: Tree) -> bool:
    """*FTSE 100* e-minis were up: of two nouns side by side that are the subject, the first is part of the second."""
    verb = noun.head
    if noun.role not in SUBJECTS or verb is None or noun.index > verb.index:
        return False
    second = next((c for c in verb.all(noun.role) if c.index == noun.index + 1 and c.is_noun), None)
    if second is None or not noun.is_noun or noun.children:
        return False
    noun.hang(second, Role.COMPOUND)
    return True


def fronted_aside(noun: Word, tree: Tree) -> bool:
    """A striker from Lima, *Rojas* scored twice: of two subjects, the one set off at the beginning is an apposition."""
    verb = noun.head
    if noun.role not in SUBJECTS or verb is None or noun.first(Role.DETERMINER) is None or not noun.is_noun:
        return False
    second = next((c for c in verb.all(*SUBJECTS) if noun.index < c.index < verb.index), None)
    if (
        second is None
        or not (second.tag == "PRP" or second.text[:1].isupper())
        or text_at(tree, first_index(second) - 1) != ","
    ):
        return False
    if text_at(tree, first_index(noun)) not in {"a", "an"} or text_at(tree, second.index + 1) == ",":
        return False
    noun.hang(second, Role.APPOSITION)
    return True


def aside_as_subject(noun: Word, tree: Tree) -> bool:
    """Porto, the *country's second city*, hosts a refinery: what stands between two commas is no subject."""
    verb = noun.head
    if not noun.is_noun or verb is None or text_at(tree, noun.index + 1) != "," or noun.quantity is not None:
        return False
    name = word_at(tree, first_index(noun) - 2)
    if name is None or text_at(tree, first_index(noun) - 1) != "," or name.tag != "NNP" or name is not verb.head:
        return False
    if name.head is not None or name.preposition is not None or verb.role not in {Role.PARATAXIS, Role.APPOSITION}:
        return False
    take_place(verb, name)
    be_subject(name, verb)
    noun.hang(name, Role.APPOSITION)
    return True


def relative_as_auxiliary(verb: Word, tree: Tree) -> bool:
    """The firm, which *has* 900 workers, has said: of two forms of "have" with one verb, the first has its own."""
    main, pronoun = verb.head, word_at(tree, verb.index - 1)
    if verb.role not in SUPPORTS or main is None or pronoun is None or pronoun.tag not in {"WDT", "WP"}:
        return False
    second = next((c for c in main.all(*SUPPORTS) if c.index > verb.index and c.tag in FINITE), None)
    noun = next((word for word in reversed(tree.words[: pronoun.index]) if word.is_noun), None)
    if second is None or noun is None or verb.tag not in FINITE:
        return False
    inside = [child for child in main.children if verb.index < child.index < second.index]
    target = next((child for child in inside if child.role in {*SUBJECTS, Role.OBJECT, Role.OBLIQUE}), None)
    subject = next((c for c in main.all(*SUBJECTS) if c.index < pronoun.index), None)
    noun = subject if subject is not None else noun
    if target is None or noun in set(verb.subtree()):
        return False
    verb.hang(noun, Role.RELATIVE)
    pronoun.hang(verb, Role.SUBJECT)
    for child in inside:
        child.hang(verb, Role.OBJECT if child is target else child.role)
    if subject is None:
        be_subject(noun, main)
    return True


def per_what_is_which(clause: Word, _: Tree) -> bool:
    """A maximum *per person, which is* 900 euros: what a rate is for is not what the relative clause is about."""
    base = clause.head
    if clause.role is not Role.RELATIVE or base is None or base.preposition != "per" or base.head is None:
        return False
    if not base.head.is_noun or base.head.quantity is not None:
        return False
    clause.hang(base.head, Role.RELATIVE)
    return True


def noun_as_number(noun: Word, tree: Tree) -> bool:
    """The best *$200 phones* compared: a noun behind an amount is no number of it."""
    amount = noun.head
    if noun.role is not Role.NUMBER or amount is None or amount.quantity is None or noun.index != amount.index + 1:
        return False
    described = amount.first(Role.DETERMINER, Role.POSSESSOR, Role.ADJECTIVE) is not None
    if noun.tag != "NNS" and not (noun.tag[:2] == "NN" and described):
        return False
    take_place(noun, amount)
    for child in amount.all(Role.DETERMINER, Role.POSSESSOR, Role.ADJECTIVE, Role.CASE):
        child.hang(noun, child.role)
    amount.hang(noun, Role.COMPOUND)
    above = noun.head
    if noun.preposition is None and above is not None and above.is_verb and above is word_at(tree, noun.index + 1):
        noun.relabel(Role.SUBJECT)
    return True


def subject_in_fronted_phrase(verb: Word, tree: Tree) -> bool:
    """In Lyon, France, *460 vans* were stolen: what stands right before the verb is its subject."""
    if not is_finite(verb) or not lacks_subject(verb) or verb.role in NO_SUBJECT or verb.first(Role.COORDINATOR):
        return False
    start = min([verb.index, *(child.index for child in verb.all(*SUPPORTS))])
    noun = word_at(tree, start - 1)
    comma = next((w.index for w in reversed(tree.words[:start]) if w.text == ","), None)
    if noun is None or comma is None or noun.tag[:2] != "NN" or noun.quantity is not None:
        return False
    span = tree.words[comma + 1 : start]
    fronted = next((above for above in noun.ancestors() if above.head is verb), None)
    if fronted is None or fronted.role is not Role.OBLIQUE or fronted.preposition is None or fronted.index > comma:
        return False
    if not all(word.tag in IN_NOUN_PHRASE for word in span) or span[0].tag == "CC":
        return False
    amounts = [word for word in span if word.quantity is not None]
    if any(word.tag == "CC" for word in span) and amounts != span[:1]:
        return False
    noun.hang(verb, Role.SUBJECT)
    be_subject(noun, verb)
    for word in span:
        _hang_in_phrase(word, noun, span, tree)
    return True


def _hang_in_phrase(word: Word, noun: Word, span: list[Word], tree: Tree) -> None:
    """Tie a word before a noun to it: "460 [Kia and Hyundai] vans"."""
    before, after = word_at(tree, word.index - 1), word_at(tree, word.index + 1)
    if word.quantity is not None:
        word.hang(noun, Role.NUMBER)
    elif word.tag == "CC" and before is not None and after is not None and after is not noun:
        after.hang(before, Role.CONJUNCT)
        word.hang(after, Role.COORDINATOR)
    elif word is not noun and word.head not in span:
        word.hang(noun, Role.COMPOUND)


def noun_with_subject(noun: Word, tree: Tree) -> bool:
    """Houses in the valley *stay* 70 days; a noun that has a subject, no "be" and an amount behind it is a verb."""
    subject, amount = noun.first(Role.SUBJECT), word_at(tree, noun.index + 1)
    if noun.tag not in {"NN", "NNS"} or subject is None or subject.index > noun.index or amount is None:
        return False
    if noun.first(*SUPPORTS, Role.DETERMINER, Role.CASE) is not None:
        return False
    held = amount.head if amount.role is Role.NUMBER and amount.quantity is not None else amount
    if held is None or held.head is not noun or held.role not in {Role.OBJECT, Role.OBLIQUE} or held.preposition:
        return False
    noun.tag = "VBZ" if noun.tag == "NNS" else "VBP"
    return True


def apposition_of_verb(noun: Word, tree: Tree) -> bool:
    """Sells fish to Almería, *a city* of 90 streets: only a noun has an apposition, the one before the comma."""
    verb = noun.head
    if noun.role is not Role.APPOSITION or verb is None or not is_finite(verb) or not verb.is_verb:
        return False
    start = first_index(noun)
    described = word_at(tree, start - 2) if text_at(tree, start - 1) == "," else None
    if described is None or not described.is_noun or described.quantity is not None or described.index < verb.index:
        return False
    if noun.holds_quantity or described in set(noun.subtree()):
        return False
    noun.hang(described, Role.APPOSITION)
    return True


def place_as_subject(noun: Word, _: Tree) -> bool:
    """*Behind the dune* hides a hotel: what stands behind a preposition of place is no subject, the object is."""
    verb = noun.head
    if not noun.is_noun or verb is None or noun.preposition not in PLACES or noun.holds_quantity:
        return False
    mark = noun.first(Role.CASE)
    if mark is None or mark.index != first_index(noun) or noun.index > verb.index or not verb.is_verb:
        return False
    noun.relabel(Role.OBLIQUE)
    behind = [child for child in verb.all(Role.OBJECT) if child.index > verb.index and child.quantity is None]
    if _without_subject(verb) and behind:
        behind[0].relabel(Role.SUBJECT)
    return True


def _without_subject(verb: Word) -> bool:
    """Whether a verb is finite and has no subject."""
    return is_finite(verb) and verb.first(*SUBJECTS, Role.EXPLETIVE) is None


def amount_beside_object(amount: Word, tree: Tree) -> bool:
    """Hides *a modest 6-litre engine*: of objects side by side, the last is the noun that the amount describes."""
    verb = amount.head
    if amount.role is not Role.OBJECT or verb is None or verb.quantity is not None:
        return False
    noun = next((c for c in verb.all(Role.OBJECT) if c.index > amount.index and c.is_noun), None)
    if noun is None or noun.quantity is not None or first_index(noun) != amount.index + 1:
        return False
    if any(
        word.tag[:2] not in {"NN", "JJ"} and word.tag != "VBG" for word in tree.words[amount.index + 1 : noun.index]
    ):
        return False
    before = word_at(tree, amount.index - 1)
    amount.hang(noun, Role.COMPOUND)
    if before is not None and before.role is Role.OBJECT and before.head is verb and before.first(Role.DETERMINER):
        for child in before.all(Role.DETERMINER):
            child.hang(noun, Role.DETERMINER)
        before.hang(noun, Role.ADJECTIVE)
    return True


def letter_of_name(letter: Word, tree: Tree) -> bool:
    """Model S and *Model X* vans, 12 *Type B* buses: a capital letter is of the name before it; both name the noun."""
    name, noun = word_at(tree, letter.index - 1), letter.head
    if name is None or name.tag not in {"NNP", "NN"} or letter.role is not Role.COMPOUND or noun is name:
        return False
    if len(letter.text) > 1 or not letter.text.isupper() or name.head is letter or name in set(letter.subtree()):
        return False
    letter.hang(name, Role.FLAT)
    for number in name.all(Role.NUMBER) if name.head is noun and noun is not None else []:
        number.hang(noun, Role.NUMBER)
    return True


def amount_before_participle(amount: Word, _: Tree) -> bool:
    """The average age is *73 raising* fears: an amount with "is" counts no participle with an object."""
    verb = amount.head
    if amount.role is not Role.NUMBER or verb is None or verb.tag != "VBG" or verb.index != amount.index + 1:
        return False
    copula = verb.first(Role.COPULA)
    if copula is None or copula.index > amount.index or verb.first(Role.OBJECT) is None:
        return False
    head, role = verb.head, verb.role
    amount.hang(None, Role.ROOT)
    verb.hang(None, Role.ROOT)
    amount.hang(head, role)
    verb.hang(amount, Role.ADVERBIAL_CLAUSE)
    for child in [child for child in verb.children if child.index < amount.index]:
        child.hang(amount, child.role)
    return True
