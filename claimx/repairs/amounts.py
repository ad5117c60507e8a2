"""Repairs of amounts: what they are counted with, compared with, set beside, and said of."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import (
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

PERIODS = frozenset("year month quarter week".split())
BETWEEN_PERIODS = frozenset({"on", "over", "to"})
OF_AGE = frozenset({",", "then", "now"})  # what may stand before "aged"
OWNERS = frozenset("a an the 's ’s its their his her our my".split())
KEPT = frozenset({Role.DETERMINER, Role.ADVERB, Role.NUMBER, Role.COMPOUND, Role.CASE, Role.ADJECTIVE})
CHANGE_VERBS = words.UP_VERBS | words.DOWN_VERBS
BELOW = frozenset({Role.OPEN_COMPLEMENT, Role.CLAUSE, Role.RELATIVE, Role.MODIFIER})
LEADING_BY = frozenset("win beat lose lead trail lag miss exceed differ overrun outnumber outsell".split())


def first_of_two_levels(amount: Word, _: Tree) -> bool:
    """Turnout *was 41%*, 3 points lower than in May: what is said with "be" comes first, what it is lower by second."""
    adjective, copula = amount.head, amount.first(Role.COPULA)
    if adjective is None or copula is None or amount.role is not Role.OBLIQUE or adjective.tag[:1] not in "JR":
        return False
    second = [child for child in adjective.all(Role.OBLIQUE) if child.quantity is not None and child is not amount]
    if not second or adjective.index < amount.index or second[0].index < amount.index:
        return False
    before = [child for child in adjective.children if child.index < amount.index]
    take_place(amount, adjective)
    adjective.hang(amount, Role.PARATAXIS)
    for child in before:
        child.hang(amount, child.role)
    for child in [child for child in amount.children if amount.index < child.index < adjective.index]:
        child.hang(adjective, child.role)
    second[0].hang(adjective, Role.OBLIQUE)
    return True


def time_as_subject(noun: Word, _: Tree) -> bool:
    """While *this spring* its level dropped: of two subjects, one is a time."""
    verb = noun.head
    if noun.role not in SUBJECTS or verb is None or noun.quantity is not None or noun.lemma not in words.TIME_NOUNS:
        return False
    other = next((child for child in verb.all(*SUBJECTS) if child.index > noun.index), None)
    if other is None or not (other.is_noun or other.tag == "PRP") or other.quantity is not None:
        return False
    if noun.first(Role.DETERMINER, Role.ADJECTIVE) is None:
        return False
    noun.relabel(Role.OBLIQUE)
    return True


def year_on_year(year: Word, tree: Tree) -> bool:
    """Narrowed 130 points *year on year*: the amount stands by itself, and the period is a time."""
    amount = word_at(tree, year.index - 1)
    if year.lemma not in PERIODS or amount is None or amount.quantity is None or amount.head is not year:
        return False
    if text_at(tree, year.index + 1) not in BETWEEN_PERIODS or text_at(tree, year.index + 2) != year.text.lower():
        return False
    head, role = year.head, year.role
    year.hang(None, Role.ROOT)
    amount.hang(head, role)
    year.hang(head if head is not None else amount, Role.OBLIQUE)
    return True


def conjunct_of_what_is_counted(word: Word, _: Tree) -> bool:
    """40 crates of scent and *8 tonnes* of tobacco: an amount is conjoined with an amount, not with what it is of."""
    noun = word.head
    if word.role is not Role.CONJUNCT or noun is None or not word.holds_quantity or noun.preposition != "of":
        return False
    amount = noun.head
    if noun.role not in {Role.MODIFIER, Role.OBLIQUE} or amount is None or not amount.holds_quantity:
        return False
    if noun.holds_quantity:
        return False
    listed = amount.role is Role.CONJUNCT and amount.head is not None
    word.hang(amount.head if listed else amount, Role.CONJUNCT)
    return True


def amount_in_apposition(amount: Word, tree: Tree) -> bool:
    """The largest part of the bill, *£2.7m*, went: an amount between commas that no conjunction ties."""
    noun = amount.head
    if amount.role is not Role.CONJUNCT or noun is None or not noun.is_noun:
        return False
    listed = any(child.first(Role.COORDINATOR) for child in noun.all(Role.CONJUNCT))
    if listed or noun.holds_quantity or text_at(tree, amount.index - 1) not in {",", "–", "—", "("}:
        return False
    amount.relabel(Role.APPOSITION)
    return True


def noun_in_ing(amount: Word, tree: Tree) -> bool:
    """A 1.4% *holding* in the miner: a noun that the parse takes for a participle of the amount."""
    noun = word_at(tree, amount.index + 1)
    if noun is None or noun.head is not amount or noun.tag != "VBG" or noun.role is not Role.CLAUSE:
        return False
    article = amount.first(Role.DETERMINER, Role.POSSESSOR)
    if article is None or noun.first(Role.OBJECT):
        return False
    if text_at(tree, amount.index - 1) not in OWNERS:
        return False
    head, role = amount.head, amount.role
    amount.hang(None, Role.ROOT)
    noun.hang(head, role)
    article.hang(noun, article.role)
    amount.hang(noun, Role.COMPOUND)
    noun.tag = "NN"
    return True


def not_but(word: Word, _: Tree) -> bool:
    """Is not 3%, as the minister claimed, *but* 5%: what "but" puts in place of what is denied."""
    clause, coordinator = word.head, word.first(Role.COORDINATOR)
    if word.role is not Role.CONJUNCT or clause is None or coordinator is None or coordinator.text.lower() != "but":
        return False
    denied = clause.head
    if clause.role is not Role.ADVERBIAL_CLAUSE or denied is None or is_finite(word):
        return False
    if denied.first(Role.NEGATION) is None or denied.index > clause.index:
        return False
    word.hang(denied, Role.CONJUNCT)
    return True


def aged(amount: Word, tree: Tree) -> bool:
    """3,000 drivers *aged* 17 to 24 found: an age is said of the noun before it."""
    near = tree.words[max(0, amount.index - 2) : amount.index]
    word = next((word for word in near if word.text.lower() == "aged"), None)
    if word is None:
        return False
    before = [other for other in tree.words[max(0, word.index - 3) : word.index] if other.text.lower() not in OF_AGE]
    noun = before[-1] if before else None
    if noun is None or not noun.is_noun:
        return False
    if noun in list(word.subtree()) and not _free_of_clause(word, _outermost_noun(noun, tree)):
        return False
    word.hang(noun, Role.CLAUSE)
    amount.hang(word, Role.OBJECT)
    return True


def _free_of_clause(word: Word, noun: Word) -> bool:
    """Give what stands before "aged" to the clause behind: "in a study of women [aged] 40 to 60, those who".

    Where the clause has no subject, that is the noun: "in May, jobs for women [aged] 40 to 60 grew".
    """
    main = word.head
    before = [child for child in word.children if child.index < word.index]
    if main is None:
        later = word.all(Role.CONJUNCT, Role.PARATAXIS, Role.COMPLEMENT)
        beside = [c for c in later if not c.first(Role.COORDINATOR)]
        main = next((c for c in beside if c.first(*SUBJECTS)), None)
        alone = None if main is not None else next((c for c in beside if is_finite(c) and lacks_subject(c)), None)
        main = main or alone
        if main is None:
            return False
        take_place(main, word)
        if alone is not None:
            be_subject(noun, alone)
    elif word.role is not Role.ADVERBIAL_CLAUSE:
        return False
    for child in before:
        child.hang(main, child.role)
    return True


def _outermost_noun(noun: Word, tree: Tree) -> Word:
    """The noun that a noun belongs to by prepositions, no comma between: "in May, [jobs] for women"."""
    above = noun.head
    while noun.role is Role.MODIFIER and above is not None and above.is_noun and above.quantity is None:
        if any(word.text == "," for word in tree.words[above.index : noun.index]):
            break
        noun, above = above, above.head
    return noun


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


def by_behind_comma(amount: Word, tree: Tree) -> bool:
    """The catch keeps *shrinking, by 3 tonnes*; must *cut* rents, which stood at 92%, *to 70%*: of a change."""
    phrase = amount.head if amount.role is Role.NUMBER and amount.head is not None else amount
    mark, above = phrase.first(Role.CASE), phrase.head
    if mark is None or above is None or text_at(tree, mark.index - 1) != "," or above.lemma in CHANGE_VERBS:
        return False
    verb = word_at(tree, mark.index - 2) if phrase.preposition == "by" else None
    if above.role is Role.RELATIVE and phrase.preposition in {"by", "to", "from"}:
        before = verb is not None and verb.is_verb and verb.lemma in CHANGE_VERBS
        verb = verb if before else next((word for word in above.ancestors() if word.is_verb), None)
    if verb is None or not verb.is_verb or verb.lemma not in CHANGE_VERBS or verb in list(phrase.subtree()):
        return False
    phrase.hang(verb, Role.OBLIQUE)
    return True


def part_time(amount: Word, tree: Tree) -> bool:
    """17 *full-time* and nine *part-time staff*: what is counted stands behind the last of the compounds."""
    kind, hyphen, time = (text_at(tree, amount.index + step) for step in (1, 2, 3))
    noun = amount.head
    if (
        amount.role is not Role.NUMBER
        or noun is None
        or kind not in {"full", "part"}
        or (hyphen, time) != ("-", "time")
    ):
        return False
    compound = noun.lemma == "time" and noun.role is not Role.COMPOUND
    after = noun.first(Role.CONJUNCT) if compound else None
    if after is not None and after.is_noun:
        take_place(after, noun)
        noun.hang(after, Role.COMPOUND)
        noun = after
    while noun.role is Role.COMPOUND and noun.head is not None:
        noun = noun.head
    if noun.tag == "VBZ" and noun.role is Role.OBJECT:
        noun.tag = "NNS"
    if noun.lemma == "time" or not noun.is_noun:
        return False
    amount.hang(noun, Role.NUMBER)
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


def by_of_the_change(amount: Word, _: Tree) -> bool:
    """*Cut* the time needed to purify the ore *by two thirds*: of the change, not of the clause below its object."""
    verb = amount.head
    if amount.role is not Role.OBLIQUE or amount.preposition != "by" or verb is None or not verb.is_verb:
        return False
    if verb.lemma in CHANGE_VERBS | LEADING_BY or verb.index > amount.index:
        return False
    word = verb
    while word.role in BELOW and word.head is not None:
        word = word.head
    change = word.head
    if word is verb or word.role is not Role.OBJECT or not word.is_noun or change is None:
        return False
    if change.lemma not in CHANGE_VERBS or any(child.preposition == "by" for child in change.all(Role.OBLIQUE)):
        return False
    amount.hang(change, Role.OBLIQUE)
    return True


def amount_in_a_noun_phrase(amount: Word, _: Tree) -> bool:
    """A modern *1.6-litre* diesel engine: the amount goes with the noun that the adjective before it describes."""
    before = amount.head
    if before is None or amount.role not in {Role.MODIFIER, Role.COMPOUND, Role.NUMBER} or amount.preposition:
        return False
    if amount.role is Role.NUMBER and before.role is Role.COMPOUND:
        return False  # "the magnitude [6.1] quake"
    noun = before.head
    inside = before.role in {Role.ADJECTIVE, Role.COMPOUND} and noun is not None and noun.is_noun
    if noun is None or not inside or not before.index + 1 == first_index(amount) <= amount.index < noun.index:
        return False
    for child in before.all(Role.DETERMINER, Role.POSSESSOR):
        child.hang(noun, child.role)
    amount.hang(noun, Role.COMPOUND)
    return True


def listed_with_its_like(word: Word, tree: Tree) -> bool:
    """Tours that combine a 3 mile walk and *a 40 minute flight*: listed in the clause of its like, not above that."""
    head = word.head
    if head is None or not _is_described(word) or _is_described(head) or word.first(Role.CASE, *SUBJECTS):
        return False
    before = reversed(tree.words[head.index + 1 : first_index(word)])
    like = next((other for other in before if _is_described(other) and other.role is Role.OBJECT), None)
    clause = like.head if like is not None else None
    if like is None or clause is None or clause.head is not head:
        return False
    if clause.role not in {Role.RELATIVE, Role.ADVERBIAL_CLAUSE} or (like.quantity is None) != (word.quantity is None):
        return False
    word.hang(like, Role.CONJUNCT)
    return True


def _is_described(word: Word) -> bool:
    """Whether it is an amount, or a noun that one describes."""
    amounts = (child for child in word.all(Role.COMPOUND) if child.quantity is not None)
    return word.quantity is not None or (word.is_noun and next(amounts, None) is not None)
