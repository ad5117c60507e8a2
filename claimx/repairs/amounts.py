"""Repairs around quantities: what an amount hangs on, and what hangs on it."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import SUPPORTS, be_subject, is_finite, lacks_subject, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

DIMENSIONS = frozenset(
    "long wide high tall deep thick broad old across apart away full empty heavy distant strong".split()
)
# What the parse may take a word right after an amount for, when it hangs it there.
LOOSE = frozenset({Role.ADJECTIVE, Role.ADVERB, Role.CASE, Role.PARTICLE, Role.OTHER, Role.APPOSITION})
LOOSE_WORDS = frozenset("more less up down ago later earlier such worth".split())
PERIODS = frozenset("year month quarter week".split())
BETWEEN_PERIODS = frozenset({"on", "over", "to"})
CHANGE_NOUNS = words.UP_NOUNS | words.DOWN_NOUNS
OF_AGE = frozenset({",", "then", "now"})  # what may stand before "aged"
OWNERS = frozenset("a an the 's ’s its their his her our my".split())


def amount_of_participle(amount: Word, tree: Tree) -> bool:
    """Farms *producing 2 gigawatts* were switched off: the amount is taken for a second subject of the next verb."""
    verb, before = amount.head, word_at(tree, amount.index - 1)
    if amount.role not in SUBJECTS or verb is None or before is None:
        return False
    if before.role is not Role.CLAUSE or before.tag != "VBG" or before.head is amount or before.head is None:
        return False
    amount.hang(before, Role.OBJECT)
    return True


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


def dimension(amount: Word, tree: Tree) -> bool:
    """A jawbone 11 cm *long*: the measure goes with the adjective after it, and this with the noun before."""
    word = word_at(tree, amount.index + 1)
    if word is None or word.lemma not in DIMENSIONS:
        return False
    if word.head is amount and word.role in LOOSE:
        take_place(word, amount)
        for child in [child for child in amount.children if child is not word]:
            child.hang(word, child.role)
        amount.hang(word, Role.OBLIQUE)
    noun = word_at(tree, amount.index - 1)
    if amount.head is not word or noun is None or not noun.is_noun or noun.lemma in words.TIME_NOUNS:
        return False
    if noun.quantity is not None or word.first(Role.COPULA) is not None:
        return False
    if noun.head is word:
        take_place(noun, word)
        amount.hang(word, Role.OBLIQUE)
    word.hang(noun, Role.ADJECTIVE)
    return True


def of_the_noun_before(amount: Word, tree: Tree) -> bool:
    """Earnings of 87 cents on *revenue of $6bn*: an amount after "of" belongs to the noun right before."""
    if amount.preposition != "of" or amount.role not in {Role.MODIFIER, Role.OBLIQUE}:
        return False
    mark = amount.first(Role.CASE)
    between = tree.words[mark.index + 1 : amount.index] if mark is not None else []
    near = mark is not None and all(word.tag == "RB" for word in between)  # "a budget of barely $9"
    noun = word_at(tree, mark.index - 1) if mark is not None and near else None
    if noun is None or not noun.is_noun or noun.quantity is not None or noun is amount.head:
        return False
    if (
        amount.head is None
        or amount.head.lemma in CHANGE_NOUNS
        or noun not in list(amount.head.subtree())
        or noun in list(amount.subtree())
    ):
        return False
    amount.hang(noun, Role.MODIFIER)
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


def rate_after_count(times: Word, tree: Tree) -> bool:
    """Circles the Earth 15 *times a day*: the base of a rate hangs on what it is the base for."""
    base, article = times.head, word_at(tree, times.index + 1)
    if base is None or article is None or base.index != times.index + 2 or article.head is not base:
        return False
    if base.lemma not in words.TIME_NOUNS or not times.holds_quantity or article.tag not in {"DT", "IN"}:
        return False
    take_place(times, base)
    base.hang(times, Role.FLAT)
    return True


def noun_before_up(noun: Word, tree: Tree) -> bool:
    """House *prices up* 2%: a noun with "up" or "down" after it has no subject and no object."""
    turn, amount = word_at(tree, noun.index + 1), word_at(tree, noun.index + 2)
    subject = noun.first(*SUBJECTS)
    if turn is None or amount is None or turn.text.lower() not in {"up", "down"} or amount.quantity is None:
        return False
    if subject is None or subject.index != noun.index - 1 or noun.first(*SUPPORTS) or amount.head is not noun:
        return False
    subject.relabel(Role.COMPOUND)
    turn.relabel(Role.ADVERB)
    amount.hang(turn, Role.OBLIQUE)
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


def plural_counted(word: Word, tree: Tree) -> bool:
    """Played 31 *matches*: what a number right before it counts is a noun, not a verb."""
    counts = [child for child in word.all(Role.NUMBER) if child.quantity is not None and child.index < word.index]
    if word.tag != "VBZ" or word.role not in {Role.OBJECT, Role.OBLIQUE, Role.MODIFIER} or not counts:
        return False
    between = tree.words[counts[-1].index + 1 : word.index]
    if any(each.head is not word or each.role not in {Role.COMPOUND, Role.ADJECTIVE} for each in between):
        return False
    word.tag = "NNS"
    return True


def noun_behind_compound(amount: Word, tree: Tree) -> bool:
    """A *three-bedroom flat*: the noun behind a compound with a number, taken for an adjective."""
    part, noun = word_at(tree, amount.index + 2), word_at(tree, amount.index + 3)
    if amount.role is not Role.NUMBER or part is None or noun is None or text_at(tree, amount.index + 1) != "-":
        return False
    if amount.head is not part or part.tag != "NN" or noun.lemma in DIMENSIONS or noun.text.lower() in LOOSE_WORDS:
        return False
    if noun.head is not part or noun.tag != "JJ" or noun.role is not Role.ADJECTIVE:
        return False
    take_place(noun, part)
    for child in part.all(Role.DETERMINER, Role.POSSESSOR):
        child.hang(noun, child.role)
    part.hang(noun, Role.COMPOUND)
    noun.tag = "NN"
    return True


def copula_of_measured(amount: Word, _: Tree) -> bool:
    """*Was* only 10% *contained*: "be" goes with what the amount measures, not with the amount."""
    said, copula = amount.head, amount.first(Role.COPULA)
    if amount.role is not Role.OBLIQUE or said is None or copula is None or said.index != amount.index + 1:
        return False
    if said.tag not in {"VBN", "VBD", "JJ"} or said.first(*SUPPORTS) is not None:
        return False
    copula.hang(said, Role.PASSIVE_AUXILIARY if said.tag[:1] == "V" else Role.COPULA)
    return True


def second_measured(amount: Word, tree: Tree) -> bool:
    """Was 91% effective in adults but only *60% effective* in children: the second adjective is measured too."""
    said, first = word_at(tree, amount.index + 1), amount.head
    if amount.role is not Role.CONJUNCT or said is None or said.head is not amount or said.tag != "JJ":
        return False
    measured = first.head if first is not None and first.quantity is not None else first
    if measured is None or measured.tag != "JJ" or not any(c.quantity is not None for c in measured.all(Role.OBLIQUE)):
        return False
    take_place(said, amount)
    said.hang(measured, Role.CONJUNCT)
    for child in amount.all(Role.COORDINATOR):
        child.hang(said, Role.COORDINATOR)
    amount.hang(said, Role.OBLIQUE)
    return True
