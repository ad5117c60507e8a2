"""Where a parser errs in a way that the roles show: a table of repairs, each with a name and an example.

A repair looks at one word and what is around it, and hangs some words elsewhere. It knows no sentence by heart: what
it looks for cannot be right in any sentence, such as a finite verb that shares its subject with a participle before it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from claimx import words
from claimx.syntax import Role, Tree, Word

SUBJECTS = (Role.SUBJECT, Role.PASSIVE_SUBJECT)
SUPPORTS = (Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DIMENSIONS = frozenset(
    "long wide high tall deep thick broad old across apart away full empty heavy distant strong".split()
)
# What the parse may take a word right after an amount for, when it hangs it there.
LOOSE = frozenset({Role.ADJECTIVE, Role.ADVERB, Role.CASE, Role.PARTICLE, Role.OTHER, Role.APPOSITION})
PERIODS = frozenset("year month quarter week".split())
# What the parse may take a word right after an amount for, when it hangs it there.
LOOSE = frozenset({Role.ADJECTIVE, Role.ADVERB, Role.CASE, Role.PARTICLE, Role.OTHER, Role.APPOSITION})
PERIODS = frozenset("year month quarter week".split())
BETWEEN_PERIODS = frozenset({"on", "over", "to"})
CHANGE_NOUNS = words.UP_NOUNS | words.DOWN_NOUNS
OWNERS = frozenset("a an the 's ’s its their his her our my".split())


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of error: its name, a phrase that shows it, and what mends it at a word of a kind, if it is there."""

    name: str
    example: str
    at: Literal["quantity", "verb", "noun", "conjunct", "modifier", "after to"]
    mend: Callable[[Word, Tree], bool]


def repair(tree: Tree) -> Tree:
    """The tree with what the repairs find put right; they change it in place.

    >>> tree = Tree([Word("Prices", 0, 6, "NNS", "price"), Word("rose", 7, 11, "VBD", "rise")], 0, 11)
    >>> repair(tree) is tree
    True
    """
    kinds = {
        "quantity": [word for word in tree.words if word.quantity is not None],
        "verb": [word for word in tree.words if word.is_verb],
        "noun": [word for word in tree.words if word.tag[:1] in "NP" and word.quantity is None],
        "conjunct": [word for word in tree.words if word.role is Role.CONJUNCT],
        "modifier": [word for word in tree.words if word.role in {Role.COMPOUND, Role.ADJECTIVE}],
        "after to": [word for word, before in zip(tree.words[1:], tree.words, strict=False) if before.text == "to"],
    }
    for one in REPAIRS:
        for word in kinds[one.at]:
            one.mend(word, tree)
    return tree


def _at(tree: Tree, index: int) -> Word | None:
    return tree.words[index] if 0 <= index < len(tree.words) else None


def _text(tree: Tree, index: int) -> str:
    word = _at(tree, index)
    return "" if word is None else word.text.lower()


def _is_finite(word: Word) -> bool:
    """Whether a word is a finite verb, or is made one by an auxiliary or copula."""
    supports = word.all(*SUPPORTS)
    if supports:
        return any(support.tag in FINITE for support in supports)
    return word.tag in {"VBD", "VBZ", "VBP"}


def _is_bare(word: Word) -> bool:
    """Whether a word may be a participle: no auxiliary and no copula goes with it."""
    return word.tag in {"VBN", "VBD"} and word.first(*SUPPORTS) is None


def _first_index(word: Word) -> int:
    return min(inside.index for inside in word.subtree())


def _take_place(word: Word, other: Word) -> None:
    """Put a word where another is, and what follows the word with it; the other stays without a head."""
    head, role = other.head, other.role
    word.hang(None, Role.ROOT)
    other.hang(None, Role.ROOT)
    word.hang(head, role)
    for child in [child for child in other.children if child.index > word.index]:
        child.hang(word, child.role)


def _be_subject(subject: Word, verb: Word) -> None:
    subject.hang(verb, Role.PASSIVE_SUBJECT if verb.first(Role.PASSIVE_AUXILIARY) else Role.SUBJECT)


def _participle_as_main_verb(verb: Word, tree: Tree) -> bool:
    """Cocaine *hidden* in crates was seized: the parse makes the participle the verb, and "seized" its conjunct."""
    subject = verb.first(*SUBJECTS)
    if subject is None or subject.index > verb.index or not _is_bare(verb):
        return False
    main = next((word for word in _later_verbs(verb, tree) if _lacks_subject(word)), None)
    if main is None:
        return False
    before_verb, before_main = _text(tree, verb.index - 1), _text(tree, _first_index(main) - 1)
    if before_main == "," and before_verb != ",":
        return False
    near = _at(tree, verb.index - 1)
    noun = near if near is not None and near.is_noun and near in list(subject.subtree()) else subject
    _take_place(main, verb)
    verb.hang(noun, Role.CLAUSE)
    for child in verb.all(*SUBJECTS, Role.OBLIQUE, Role.ADVERB, Role.PUNCTUATION):
        if child.index < verb.index:
            child.hang(main, child.role)
    _be_subject(subject, main)
    return True


def _later_verbs(verb: Word, tree: Tree) -> list[Word]:
    """Finite verbs below a verb and after it that nothing ties to it: no conjunction, no relative pronoun."""
    conjuncts = [child for child in verb.all(Role.CONJUNCT, Role.PARATAXIS) if child.first(Role.COORDINATOR) is None]
    below = [
        clause
        for noun in verb.all(Role.OBLIQUE, Role.OBJECT)
        for clause in noun.all(Role.CLAUSE)
        if clause.tag == "VBD"
    ]
    return [
        word
        for word in conjuncts + below
        if word.index > verb.index and _is_finite(word) and not _ends_noun(word, tree)
    ]


def _ends_noun(word: Word, tree: Tree) -> bool:
    """Whether the word before a verb says that it is rather a noun: "two free [throws]"."""
    before = _at(tree, word.index - 1)
    return not word.first(*SUPPORTS) and before is not None and before.tag in {"JJ", "DT", "PRP$", "CD", "POS"}


def _lacks_subject(verb: Word) -> bool:
    return verb.first(*SUBJECTS, Role.EXPLETIVE, Role.MARKER) is None


def _relative_as_main_verb(verb: Word, tree: Tree) -> bool:
    """Voters *whose income exceeds* $9 were the likeliest: the relative clause is taken for the main one."""
    subjects = verb.all(*SUBJECTS)
    if len(subjects) < 2 or not any(child.tag == "WP$" for child in subjects[1].children):
        return False
    main = next((word for word in _later_verbs(verb, tree) if _lacks_subject(word)), None) or _after_object(verb)
    if main is None:
        return False
    _take_place(main, verb)
    verb.hang(subjects[0], Role.RELATIVE)
    _be_subject(subjects[0], main)
    return True


def _after_object(verb: Word) -> Word | None:
    """The clause below a verb whose subject is rather the verb's object: "exceeds [250 people] must publish"."""
    clause = verb.first(Role.COMPLEMENT)
    subject = clause.first(*SUBJECTS) if clause is not None else None
    if clause is None or subject is None or clause.first(Role.MARKER) or not _holds_quantity(subject):
        return None
    subject.hang(verb, Role.OBJECT)
    return clause


def _finite_complement(verb: Word, _: Tree) -> bool:
    """Insisted his side *needed* six points: what a finite verb is said of is its subject, no object above."""
    if verb.role is not Role.OPEN_COMPLEMENT or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.first(Role.MARKER):
        return False
    target = verb.head.first(Role.OBJECT) if verb.head is not None else None
    if target is None or target.index > verb.index or target.quantity is not None or verb.first(*SUBJECTS):
        return False
    _be_subject(target, verb)
    verb.relabel(Role.COMPLEMENT)
    return True


def _amount_of_participle(amount: Word, tree: Tree) -> bool:
    """Farms *producing 2 gigawatts* were switched off: the amount is taken for a second subject of the next verb."""
    verb, before = amount.head, _at(tree, amount.index - 1)
    if amount.role not in SUBJECTS or verb is None or before is None:
        return False
    if before.role is not Role.CLAUSE or before.tag != "VBG" or before.head is amount or before.head is None:
        return False
    amount.hang(before, Role.OBJECT)
    return True


def _time_as_subject(noun: Word, _: Tree) -> bool:
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


def _dimension(amount: Word, tree: Tree) -> bool:
    """A jawbone 11 cm *long*: the measure goes with the adjective after it, and this with the noun before."""
    word = _at(tree, amount.index + 1)
    if word is None or word.lemma not in DIMENSIONS:
        return False
    if word.head is amount and word.role in LOOSE:
        _take_place(word, amount)
        for child in [child for child in amount.children if child is not word]:
            child.hang(word, child.role)
        amount.hang(word, Role.OBLIQUE)
    noun = _at(tree, amount.index - 1)
    if amount.head is not word or noun is None or not noun.is_noun or noun.lemma in words.TIME_NOUNS:
        return False
    if noun.quantity is not None or word.first(Role.COPULA) is not None:
        return False
    if noun.head is word:
        _take_place(noun, word)
        amount.hang(word, Role.OBLIQUE)
    word.hang(noun, Role.ADJECTIVE)
    return True


def _conjunct_of_what_is_counted(word: Word, _: Tree) -> bool:
    """40 crates of scent and *8 tonnes* of tobacco: an amount is conjoined with an amount, not with what it is of."""
    noun = word.head
    if word.role is not Role.CONJUNCT or noun is None or not _holds_quantity(word) or noun.preposition != "of":
        return False
    amount = noun.head
    if noun.role not in {Role.MODIFIER, Role.OBLIQUE} or amount is None or not _holds_quantity(amount):
        return False
    if _holds_quantity(noun):
        return False
    listed = amount.role is Role.CONJUNCT and amount.head is not None
    word.hang(amount.head if listed else amount, Role.CONJUNCT)
    return True


def _holds_quantity(word: Word) -> bool:
    return word.quantity is not None or any(child.quantity is not None for child in word.all(Role.NUMBER))


def _not_but(word: Word, _: Tree) -> bool:
    """Is not 3%, as the minister claimed, *but* 5%: what "but" puts in place of what is denied."""
    clause, coordinator = word.head, word.first(Role.COORDINATOR)
    if word.role is not Role.CONJUNCT or clause is None or coordinator is None or coordinator.text.lower() != "but":
        return False
    denied = clause.head
    if clause.role is not Role.ADVERBIAL_CLAUSE or denied is None or _is_finite(word):
        return False
    if denied.first(Role.NEGATION) is None or denied.index > clause.index:
        return False
    word.hang(denied, Role.CONJUNCT)
    return True


def _headline_infinitive(word: Word, tree: Tree) -> bool:
    """Bakery *to axe* 450 jobs: a headline's infinitive that the parse takes for a noun."""
    before, after = _at(tree, word.index - 1), _at(tree, word.index + 1)
    noun = word.head
    if before is None or after is None or before.text != "to" or noun is None or not noun.is_noun:
        return False
    if noun.index > word.index or noun.first(Role.DETERMINER) or noun.lemma in words.PLANNING_NOUNS:
        return False
    if word.tag == "VB" and word.role is Role.CLAUSE and noun.head is None:
        _take_place(word, noun)
        noun.hang(word, Role.SUBJECT)
        return True
    counted = after.head if after.role is Role.NUMBER and after.head is not None else after
    if word.tag not in {"NN", "VB", "JJ"} or after.quantity is None or word.role not in {Role.MODIFIER, Role.OBLIQUE}:
        return False
    if any(child not in (before, counted) for child in word.children):
        return False
    word.tag = "VB"
    before.relabel(Role.MARKER)
    above, role = noun.head, noun.role
    main = above is not None and above.first(*SUBJECTS) is noun
    noun.hang(None, Role.ROOT)
    word.hang(above, Role.PARATAXIS if main else role)
    noun.hang(word, Role.SUBJECT)
    counted.hang(word, Role.OBJECT)
    return True


def _verb_as_compound(word: Word, tree: Tree) -> bool:
    """This *cuts* transport costs by 60%: a finite verb that the parse takes for a part of the noun after it."""
    noun = word.head
    if word.tag not in {"VBZ", "VBD"} and not word.first(*SUBJECTS) and not _is_change_before_plural(word, tree):
        return False
    if word.role not in {Role.COMPOUND, Role.ADJECTIVE} or noun is None:
        return False
    while noun.role is Role.COMPOUND and noun.head is not None and noun.head.index > noun.index:
        noun = noun.head
    if noun.index < word.index or (word.tag == "VBD" and noun.first(Role.DETERMINER)):
        return False
    before = [child for holder in (word, noun) for child in holder.children if child.index < word.index]
    subject = next((child for child in reversed(before) if child.is_noun or child.tag in {"DT", "PRP"}), None)
    if subject is None:
        return False
    head, role = noun.head, noun.role
    word.hang(None, Role.ROOT)
    noun.hang(None, Role.ROOT)
    word.hang(head, role)
    for child in noun.children[:]:
        if child.index > noun.index and child.role not in {Role.COMPOUND, Role.FLAT}:
            child.hang(word, Role.OBLIQUE if child.role is Role.MODIFIER else child.role)
    noun.hang(word, Role.OBJECT)
    for child in before:
        if child is not subject:
            child.hang(subject, child.role)
    subject.hang(word, Role.SUBJECT)
    word.tag = word.tag if word.tag[:1] == "V" else "VBD"
    return True


def _is_change_before_plural(word: Word, tree: Tree) -> bool:
    """Whether a noun of change is the verb: "the drug [cut] relapses by 41%"."""
    noun = _at(tree, word.index + 1)
    if word.tag != "NN" or word.lemma not in {"cut", "lift", "boost", "trim"} or noun is None or noun.tag != "NNS":
        return False
    by = [child for child in noun.all(Role.MODIFIER, Role.OBLIQUE) if child.preposition == "by"]
    return word.head is noun and any(_holds_quantity(child) for child in by)


def _amount_in_apposition(amount: Word, tree: Tree) -> bool:
    """The largest part of the bill, *£2.7m*, went: an amount between commas that no conjunction ties."""
    noun = amount.head
    if amount.role is not Role.CONJUNCT or noun is None or not noun.is_noun:
        return False
    listed = any(child.first(Role.COORDINATOR) for child in noun.all(Role.CONJUNCT))
    if listed or _holds_quantity(noun) or _text(tree, amount.index - 1) not in {",", "–", "—", "("}:
        return False
    amount.relabel(Role.APPOSITION)
    return True


def _aside_with_subject(subject: Word, _: Tree) -> bool:
    """Three men, *two of them brothers*, were charged; people *familiar* with it told us: no clause without a verb."""
    word = subject.head
    if subject.role not in SUBJECTS or word is None or subject.index > word.index or word.is_verb:
        return False
    verb = word.head
    if verb is None or word.first(*SUPPORTS) or verb.index < word.index or not _is_finite(verb):
        return False
    commas = [child for child in word.children if child.text == "," and child.index > subject.index]
    if word.role in SUBJECTS and commas:
        _be_subject(subject, verb)
        word.hang(subject, Role.PARATAXIS)
    elif word.role in {Role.PARATAXIS, Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE} and _lacks_subject(verb):
        _be_subject(subject, verb)
        word.hang(subject, Role.CLAUSE)
    else:
        return False
    return True


def _subject_in_clause_before(verb: Word, _: Tree) -> bool:
    """If convicted *the broker* faces 25 years: the noun after a participle is the main verb's subject."""
    clauses = [c for c in verb.all(Role.ADVERBIAL_CLAUSE, *SUBJECTS) if c.index < verb.index and c.first(Role.MARKER)]
    clause = clauses[0] if clauses else None
    if clause is None or not _is_finite(verb) or not _is_bare(clause) or clause.first(*SUBJECTS):
        return False
    noun = clause.first(Role.OBJECT)
    if noun is None or noun.index > verb.index or verb.all(*SUBJECTS) not in ([], [clause]):
        return False
    clause.relabel(Role.ADVERBIAL_CLAUSE)
    _be_subject(noun, verb)
    return True


def _first_of_verbs(verb: Word, _: Tree) -> bool:
    """Rode 180 km on Saturday, *slept* four hours, and climbed: the later verb is a conjunct of the first."""
    if verb.lemma in words.SAYING_VERBS or not verb.is_verb or not _is_finite(verb) or not _lacks_subject(verb):
        return False
    first = verb.first(Role.COMPLEMENT)
    if first is None or first.index > verb.index or first.first(*SUBJECTS) is None or not _is_finite(first):
        return False
    head, role = verb.head, verb.role
    verb.hang(None, Role.ROOT)
    first.hang(head, role)
    verb.hang(first, Role.CONJUNCT)
    for child in verb.all(Role.CONJUNCT):
        child.hang(first, Role.CONJUNCT)
    return True


def _noun_in_ing(amount: Word, tree: Tree) -> bool:
    """A 1.4% *holding* in the miner: a noun that the parse takes for a participle of the amount."""
    noun = _at(tree, amount.index + 1)
    if noun is None or noun.head is not amount or noun.tag != "VBG" or noun.role is not Role.CLAUSE:
        return False
    article = amount.first(Role.DETERMINER, Role.POSSESSOR)
    if article is None or noun.first(Role.OBJECT):
        return False
    if _text(tree, amount.index - 1) not in OWNERS:
        return False
    head, role = amount.head, amount.role
    amount.hang(None, Role.ROOT)
    noun.hang(head, role)
    article.hang(noun, article.role)
    amount.hang(noun, Role.COMPOUND)
    noun.tag = "NN"
    return True


def _existential(word: Word, _: Tree) -> bool:
    """There are thought to be *850 people*; there exist *20 members*: what there is, is the subject."""
    above, copula = word.head, word.first(Role.COPULA)
    if above is None or word.role not in {Role.OBJECT, Role.OPEN_COMPLEMENT} or not _goes_with_there(above):
        return False
    if word.role is Role.OBJECT and above.first(*SUBJECTS) is None:
        word.relabel(Role.SUBJECT)
        return True
    if copula is None or not word.is_noun or word.first(*SUBJECTS):
        return False
    copula.hang(above, word.role)
    for child in word.all(Role.MARKER, Role.AUXILIARY, Role.NEGATION):
        child.hang(copula, child.role)
    word.hang(copula, Role.SUBJECT)
    return True


def _goes_with_there(verb: Word) -> bool:
    near = [verb, *verb.children]
    if verb.role in SUBJECTS and verb.head is not None:
        near.append(verb.head)
    return any(child.text.lower() == "there" for word in near for child in word.all(Role.EXPLETIVE))


def _year_on_year(year: Word, tree: Tree) -> bool:
    """Narrowed 130 points *year on year*: the amount stands by itself, and the period is a time."""
    amount = _at(tree, year.index - 1)
    if year.lemma not in PERIODS or amount is None or amount.quantity is None or amount.head is not year:
        return False
    if _text(tree, year.index + 1) not in BETWEEN_PERIODS or _text(tree, year.index + 2) != year.text.lower():
        return False
    head, role = year.head, year.role
    year.hang(None, Role.ROOT)
    amount.hang(head, role)
    year.hang(head if head is not None else amount, Role.OBLIQUE)
    return True


def _of_the_noun_before(amount: Word, tree: Tree) -> bool:
    """Earnings of 87 cents on *revenue of $6bn*: an amount after "of" belongs to the noun right before."""
    if amount.preposition != "of" or amount.role not in {Role.MODIFIER, Role.OBLIQUE}:
        return False
    mark = amount.first(Role.CASE)
    noun = _at(tree, mark.index - 1) if mark is not None and mark.index == amount.index - 1 else None
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


REPAIRS: tuple[Repair, ...] = (
    Repair("existential", "there are thought to be 850 people", "noun", _existential),
    Repair(
        "amount of a participle", "farms producing 2 gigawatts were switched off", "quantity", _amount_of_participle
    ),
    Repair("participle as main verb", "cocaine hidden in crates was seized", "verb", _participle_as_main_verb),
    Repair(
        "relative as main verb", "voters whose income exceeds $9 were the likeliest", "verb", _relative_as_main_verb
    ),
    Repair("finite complement", "insisted his side needed six points", "verb", _finite_complement),
    Repair("time as subject", "while this spring its level dropped", "noun", _time_as_subject),
    Repair("year on year", "narrowed 130 points year on year", "noun", _year_on_year),
    Repair("dimension", "a jawbone 11 cm long", "quantity", _dimension),
    Repair("of the noun before", "earnings of 87 cents on revenue of $6bn", "quantity", _of_the_noun_before),
    Repair(
        "conjunct of what is counted",
        "40 crates of scent and 8 tonnes of tobacco",
        "conjunct",
        _conjunct_of_what_is_counted,
    ),
    Repair("not but", "is not 3%, as the minister claimed, but 5%", "conjunct", _not_but),
    Repair("headline infinitive", "bakery to axe 450 jobs", "after to", _headline_infinitive),
    Repair("verb as compound", "this cuts transport costs by 60%", "modifier", _verb_as_compound),
    Repair("amount in apposition", "the largest part of the bill, £2.7m, went", "quantity", _amount_in_apposition),
    Repair("aside with a subject", "three men, two of them brothers, were charged", "noun", _aside_with_subject),
    Repair("subject in the clause before", "if convicted the broker faces 25 years", "verb", _subject_in_clause_before),
    Repair("first of verbs", "rode 180 km, slept four hours, and climbed", "verb", _first_of_verbs),
    Repair("noun in -ing", "a 1.4% holding in the miner", "quantity", _noun_in_ing),
)
