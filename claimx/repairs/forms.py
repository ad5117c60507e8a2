"""Repairs of single words whose tag or role cannot be right beside the words next to them."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import SUPPORTS, first_index, take_place, text_at, word_at
from claimx.syntax import BE, SUBJECTS, Role, Tree, Word

PREMODIFIERS = (Role.COMPOUND, Role.DETERMINER, Role.POSSESSOR, Role.ADJECTIVE)
# What heads a line of figures and may look like a verb: "programme sales $4,150".
LABEL_NOUNS = frozenset("sale revenue profit margin turnover income receipt asset loss earning".split())
LEVELS = frozenset({"average", "median", "mean"})
CLAUSES = frozenset({Role.ROOT, Role.CONJUNCT, Role.PARATAXIS, Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.RELATIVE})


def be_before_amount(amount: Word, _: Tree) -> bool:
    """Rents *were* €58: no form of "be" makes an amount passive."""
    support = amount.first(Role.PASSIVE_AUXILIARY)
    if support is None or support.text.lower() not in BE:
        return False
    support.relabel(Role.COPULA)
    return True


def infinitive_as_object(verb: Word, _: Tree) -> bool:
    """Allows a message *sign* of 6 feet: a bare infinitive is no object, but a noun."""
    if verb.tag != "VB" or verb.role is not Role.OBJECT or verb.first(Role.MARKER, Role.OBJECT, *SUBJECTS, *SUPPORTS):
        return False
    verb.tag = "NN"
    return True


def that_before_plural(noun: Word, _: Tree) -> bool:
    """You see *that sales* were $9m: "that" goes with no plural."""
    that, verb = noun.first(Role.DETERMINER), noun.head
    if noun.tag not in {"NNS", "NNPS"} or that is None or that.text.lower() != "that" or verb is None:
        return False
    if noun.role not in SUBJECTS or verb.role is not Role.COMPLEMENT:
        return False
    that.hang(verb, Role.MARKER)
    return True


def participle_as_compound(noun: Word, tree: Tree) -> bool:
    """A *turbocharged* 2.0-liter engine: what ends in "ed" and describes a noun is an adjective."""
    if noun.tag != "NN" or noun.role is not Role.COMPOUND or not noun.text.endswith("ed") or noun.head is None:
        return False
    if (
        noun.first(Role.DETERMINER, Role.COMPOUND)
        or len(noun.text) < len("baked")
        or text_at(tree, noun.index + 1) == "-"
    ):
        return False
    noun.tag = "VBN"
    noun.relabel(Role.ADJECTIVE)
    return True


def amount_as_complement(amount: Word, _: Tree) -> bool:
    """She kept only *31*: an amount without "be" is no predicate, but an object."""
    verb = amount.head
    if amount.role is not Role.OPEN_COMPLEMENT or verb is None or not verb.is_verb or verb.first(Role.OBJECT):
        return False
    if (
        amount.first(*SUPPORTS, Role.MARKER)
        or amount.preposition is not None
        or verb.lemma in words.RAISING | {"remain"}
    ):
        return False
    amount.relabel(Role.OBJECT)
    return True


def count_of_compound(amount: Word, _: Tree) -> bool:
    """Treats *500* stroke cases: what stands before two nouns counts the plural one."""
    part = amount.head
    noun = part.head if part is not None and part.role is Role.COMPOUND else None
    if amount.role is not Role.NUMBER or part is None or noun is None or noun.tag != "NNS" or part.tag != "NN":
        return False
    if noun.index < part.index or amount.index > part.index or len(amount.text) < 3 or not amount.text[0].isdigit():
        return False
    amount.hang(noun, Role.NUMBER)
    for child in part.all(Role.DETERMINER, Role.ADVERB, Role.CASE):
        if child.index < amount.index:
            child.hang(noun, child.role)
    return True


def label_as_verb(verb: Word, tree: Tree) -> bool:
    """Programme *sales* $4,150: a noun that heads a line of figures, taken for a verb."""
    amount, before = word_at(tree, verb.index + 1), word_at(tree, verb.index - 1)
    if verb.tag not in {"VBZ", "VBP"} or amount is None or amount.quantity is None or before is None:
        return False
    if verb.lemma not in LABEL_NOUNS or verb.first(*SUPPORTS):
        return False
    if (
        before.head is not verb
        or before.role not in {*SUBJECTS, Role.COMPOUND, Role.ADJECTIVE}
        or before.tag in {"PRP", "NNS", "DT"}
        or before.first(Role.DETERMINER, Role.POSSESSOR)
    ):
        return False
    verb.tag = "NNS" if verb.tag == "VBZ" else "NN"
    if before.role in SUBJECTS:
        before.relabel(Role.COMPOUND)
    if amount.head is verb:
        amount.relabel(Role.APPOSITION)
    return True


def have_before_to(support: Word, _: Tree) -> bool:
    """*Has* yet to build, has to pay: before "to", "have" is a verb of its own."""
    verb = support.head
    if support.lemma != "have" or support.role is not Role.AUXILIARY or verb is None or verb.tag != "VB":
        return False
    if not any(c.text.lower() == "to" and support.index < c.index < verb.index for c in verb.all(Role.MARKER)):
        return False
    mark = next(c for c in verb.all(Role.MARKER) if c.text.lower() == "to")
    take_place(support, verb)
    for child in [c for c in verb.children if c.index < mark.index and c is not support]:
        child.hang(support, child.role)
    for child in [c for c in support.children if c.index >= mark.index and c is not verb]:
        child.hang(verb, child.role)
    verb.hang(support, Role.OPEN_COMPLEMENT)
    return True


def this_before_plural(noun: Word, tree: Tree) -> bool:
    """*This cuts* transport costs by 60%: "this" goes with no plural, so what looks like one is a verb."""
    before, below = word_at(tree, noun.index - 1), noun.head
    if noun.tag != "NNS" or noun.role is not Role.COMPOUND or before is None or before.text.lower() != "this":
        return False
    if before.head is not noun or below is None:
        return False
    above = below.head
    if below.role in SUBJECTS and above is not None and above.tag in {"NNS", "VBZ"} and above.index == below.index + 1:
        below.relabel(Role.COMPOUND)
        above.tag = "NNS"
    noun.tag = "VBZ"
    return True


def passive_adjective(word: Word, _: Tree) -> bool:
    """One ballot in 40 was *spoiled*; *hurt* by a loss, it sank: a passive verb, taken for an adjective."""
    passive = word.first(Role.PASSIVE_AUXILIARY) is not None and word.text.endswith("ed")
    by = word.role is Role.ADVERBIAL_CLAUSE and any(c.preposition == "by" for c in word.all(Role.OBLIQUE, Role.AGENT))
    if word.tag != "JJ" or not (passive or by):
        return False
    word.tag = "VBN"
    return True


def participle_of_label(verb: Word, tree: Tree) -> bool:
    """*Operating* margin: 12.4%; the average *selling* price: a word in -ing that is part of a name of figures."""
    noun, above = verb.first(Role.OBJECT), verb.head
    if verb.tag != "VBG" or noun is None or noun.index != verb.index + 1 or verb.first(*SUPPORTS, *SUBJECTS):
        return False
    label = above is None and text_at(tree, noun.index + 1) == ":"
    level = above is not None and verb.role is Role.CLAUSE and above.lemma in LEVELS and above.index == verb.index - 1
    if not label and not level:
        return False
    behind = [child for child in verb.children if child.index > noun.index]
    noun.hang(None, Role.ROOT)
    take_place(noun, verb if above is None else above)
    for child in behind:
        child.hang(noun, Role.MODIFIER if child.role is Role.OBLIQUE else child.role)
    verb.hang(noun, Role.COMPOUND)
    if above is not None:
        for child in above.all(*PREMODIFIERS):
            child.hang(noun, child.role)
        above.hang(noun, Role.ADJECTIVE)
    return True


def out_of(word: Word, tree: Tree) -> bool:
    """*Out of* 32 members, 23 agreed: a preposition, taken for the subject."""
    mark, whole, verb = word_at(tree, word.index + 1), word.first(Role.MODIFIER), word.head
    if word.text.lower() != "out" or mark is None or mark.text.lower() != "of" or whole is None or verb is None:
        return False
    whole.hang(verb, Role.OBLIQUE)
    word.hang(whole, Role.CASE)
    mark.hang(word, Role.CASE)
    return True


def whole_of_adjective(amount: Word, _: Tree) -> bool:
    """A quarter *of them* electric; two *people* familiar with it: what an adjective is said of is its subject."""
    noun = amount.head if amount.role is Role.NUMBER and amount.head is not None else amount
    said = noun.head
    if noun.role is not Role.OBLIQUE or said is None or said.tag not in {"JJ", "VBN"} or noun.preposition is not None:
        return False
    part = any(c.preposition == "of" and c.tag in {"PRP", "WP", "WDT"} for c in amount.all(Role.MODIFIER))
    counted = noun is not amount and noun.tag == "NNS" and said.lemma not in words.MEASURED_ADJECTIVES
    if not (part or counted) or said.first(*SUBJECTS, *SUPPORTS) or noun.index > said.index:
        return False
    if first_index(noun) != first_index(said) or said.role not in CLAUSES:
        return False
    noun.relabel(Role.SUBJECT)
    if said.role is Role.CONJUNCT and not said.first(Role.COORDINATOR):
        said.relabel(Role.PARATAXIS)
    return True


def more_behind_amount(amount: Word, tree: Tree) -> bool:
    """The roof cost £9,000, *500 more* than the porch: the amount goes with what is right behind it."""
    more = word_at(tree, amount.index + 1)
    if more is None or more.tag not in {"JJR", "RBR"} or more.role is not Role.OBJECT:
        return False
    if amount.head is more and text_at(tree, amount.index - 1) != ",":
        take_place(amount, more)
        more.hang(amount, Role.ADJECTIVE)
        return True
    if amount.head is not more.head:
        return False
    if amount.role is not Role.OBLIQUE or amount.preposition is not None or text_at(tree, amount.index - 1) != ",":
        return False
    amount.hang(more, Role.OBLIQUE)
    more.relabel(Role.ADVERB)
    return True


def elder_between_commas(amount: Word, tree: Tree) -> bool:
    """Admission (*€14*, or €9 for students); a pianist and composer, *78*, fell: what is set off is an apposition."""
    noun, before = amount.head, word_at(tree, amount.index - 1)
    if noun is None or before is None or not noun.is_noun or noun.holds_quantity or noun.index > amount.index:
        return False
    bracketed = before.text == "(" and amount.role is Role.PARATAXIS and before.index == noun.index + 1
    behind = text_at(tree, amount.index + 1)
    set_off = (
        amount.role is Role.CONJUNCT and before.text == "," == behind and amount.tag == "CD" and not amount.children[1:]
    )
    earlier = any(c.first(Role.COORDINATOR) and c.index < amount.index for c in noun.all(Role.CONJUNCT))
    if not bracketed and not (set_off and earlier):
        return False
    near = word_at(tree, amount.index - 2)
    amount.hang(near if set_off and near is not None and near.is_noun else noun, Role.APPOSITION)
    return True
