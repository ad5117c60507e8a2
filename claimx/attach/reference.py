"""What a pronoun or a definite noun stands for: an earlier noun of its paragraph, where only one can be meant.

Precision goes first: what number, kind and place leave open is left alone. Each rule is asked with the words that stand
for something (`Anaphor`) and the trees that lie before, the nearest first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimx import words
from claimx.attach.anaphors import Anaphor
from claimx.attach.kinds import (
    ACTING_VERBS,
    MAKING_VERBS,
    THING_VERBS,
    agrees,
    is_body,
    is_counted,
    is_name,
    is_person,
    is_plural,
    may_be_person,
    name_words,
)
from claimx.attach.synonyms import (
    COMPANIES,
    COMPANY_NOUNS,
    GENERIC,
    LEGAL_FORMS,
    NAMING,
    NAMING_PERSONS,
    NAMING_PLACES,
    PAIRS,
    alike,
)
from claimx.syntax import SUBJECTS, Role, Tree, Word

# Class nouns that begin a name: "Lake Orsa", "Typhoon Sela".
LEADING = frozenset("lake mount hurricane cyclone typhoon storm tropical river cape port fort hotel operation".split())
# What makes a definite noun name its thing itself: "the age of 65", "the cells grown in flasks".
SPECIFYING = (Role.MODIFIER, Role.CLAUSE, Role.RELATIVE, Role.COMPLEMENT)
# Nouns that name a measure or a change anew each time: "the age", "the difference".
MEASURED = words.PROPERTY_NOUNS | words.UP_NOUNS | words.DOWN_NOUNS | frozenset("range difference case end".split())


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The noun that is stood for, and its tree."""

    word: Word
    tree: Tree


@dataclass(frozen=True, slots=True)
class ReferenceRule:
    """A rule that finds what an anaphor stands for; `says` and `examples` as in the other tables."""

    name: str
    says: str
    find: Callable[[Anaphor, Sequence[Tree]], Antecedent | None]
    examples: tuple[tuple[str, str], ...]


def _clause_above(found: Anaphor, _: Sequence[Tree]) -> Antecedent | None:
    """The subject of the clause that governs the pronoun's own, or that it is joined to."""
    if not found.pronoun or not _is_subject(found.word):
        return None
    below = found.word
    for above in found.word.ancestors():
        subject = next((word for word in above.all(*SUBJECTS) if word is not below and word is not found.word), None)
        in_front = below.role is Role.ADVERBIAL_CLAUSE  # "although it is small, the village …"
        below = above
        if subject is None or _is_among(found.word, subject):
            continue
        if subject.index > found.word.index and not in_front:
            continue
        named = _counted(subject)
        if named.text.lower() == found.pronoun:
            continue  # "it said it would": the same once more
        if agrees(named, found.pronoun) and not _is_owned(named):
            rival = _object(above, found)
            chosen = named if rival is None else _choose(named, rival, above, found, joined=True)
            return None if chosen is None else Antecedent(chosen, found.tree)
    return None


def _is_subject(pronoun: Word) -> bool:
    """Whether a pronoun is what its clause is about: a subject, or what is expected to do something."""
    if pronoun.head is None or any(child.role is Role.RELATIVE for child in pronoun.children):
        return False  # "those who left"
    raised = pronoun.role is Role.OBJECT and pronoun.head.first(Role.OPEN_COMPLEMENT) is not None
    return pronoun.role in SUBJECTS or raised


def _is_among(word: Word, phrase: Word) -> bool:
    return word is phrase or any(above is phrase for above in word.ancestors())


def _is_owned(noun: Word) -> bool:
    """Whether a noun belongs to whom the pronoun may mean: "her coach said she"."""
    owner = noun.first(Role.POSSESSOR)
    return owner is not None and owner.tag == "PRP$"


def _counted(subject: Word) -> Word:
    """The noun that a quantity as subject is of: "one in eight of the [teenagers]"."""
    if subject.quantity is None:
        return subject
    return next((child for child in subject.all(Role.MODIFIER) if child.preposition == "of"), subject)


def _object(verb: Word, found: Anaphor) -> Word | None:
    """The object of a verb, if it stands before the pronoun and could be meant as well."""
    objects = [word for word in verb.all(Role.OBJECT, Role.INDIRECT_OBJECT) if agrees(word, found.pronoun)]
    return next((word for word in objects if word.index < found.word.index), None)


def _choose(subject: Word, rival: Word, verb: Word, found: Anaphor, *, joined: bool = False) -> Word | None:
    """Subject or object, where both agree: by who acts and what is made; `None` where neither tells.

    In clauses that are `joined` the subject is mostly the same.
    """
    acts, things = found.verb in ACTING_VERBS, found.verb in THING_VERBS
    subject_acts = is_body(subject) or bool(is_person(subject))
    rival_acts = is_body(rival) or is_person(rival) is not False
    made = verb.lemma in MAKING_VERBS and found.pronoun == "it"
    if joined and not things and not made and not (subject_acts and rival_acts):
        return subject
    if found.pronoun == "these":
        return rival if not rival_acts else None
    if not subject_acts or rival_acts:
        return None
    if acts:
        return subject
    return rival if things or made else None


def _sentence_before(found: Anaphor, before: Sequence[Tree]) -> Antecedent | None:
    """The subject of the sentence before, or its object where the subject cannot be meant."""
    if not found.pronoun or not _is_subject(found.word):
        return None
    for tree in before:
        root = next((word for word in tree.words if word.role is Role.ROOT), None)
        if root is None:
            return None
        subject = next((_counted(word) for word in root.all(*SUBJECTS)), None)
        if subject is not None and subject.text.lower() == found.pronoun:
            continue  # the same pronoun: what it stands for stands before
        word = _of_clause(root, subject, found, tree)
        return None if word is None else Antecedent(word, tree)
    return None


def _of_clause(root: Word, subject: Word | None, found: Anaphor, tree: Tree) -> Word | None:
    if _is_open(root, subject, found):
        return None
    rival = next((word for word in _others(root) if agrees(word, found.pronoun)), None)
    if subject is not None and agrees(subject, found.pronoun):
        if rival is not None:
            return _choose(subject, rival, root, found)
        return subject if _is_safe(subject, found, tree) else None
    if rival is not None:
        return rival if _is_safe(rival, found, tree) else None
    whole = (word for word in tree.words if word.role not in {Role.COMPOUND, Role.FLAT} and agrees(word, found.pronoun))
    rest = [word for word in whole if found.pronoun == "they" or not is_name(word)]
    alone = len(rest) == 1 and rest[0].head is root and rest[0].role in {Role.OBLIQUE, Role.AGENT}
    return rest[0] if alone else None


def _is_open(root: Word, subject: Word | None, found: Anaphor) -> bool:
    """Whether an owner ("the bank's profit … it") or somebody whose kind no list knows could be meant as well."""
    if found.pronoun in {"he", "she"} and any(may_be_person(word) for word in root.all(Role.OBJECT)):
        return True
    owner = None if subject is None else subject.first(Role.POSSESSOR)
    return owner is not None and agrees(owner, found.pronoun) and found.verb not in THING_VERBS


def _others(root: Word) -> list[Word]:
    """The nouns of a sentence that could be meant as well as its subject: objects, and what somebody said it of."""
    said = root.all(Role.COMPLEMENT)
    return [
        *root.all(Role.OBJECT, Role.INDIRECT_OBJECT),
        *(word for clause in said for word in clause.all(*SUBJECTS, Role.OBJECT)),
    ]


def _one_of_its_kind(found: Anaphor, before: Sequence[Tree]) -> Antecedent | None:
    """The one thing before that a wider noun takes up: "Cyclone Freda … the storm", "a sponge … the device"."""
    noun = found.word.lemma
    if found.pronoun or _is_specified(found.word):
        return None
    if noun in GENERIC:
        return _sentence_before(Anaphor(found.word, found.tree, found.verb, "it"), before[:1])
    kinds = alike(noun)
    if noun in PAIRS:
        counted = (Antecedent(w, tree) for tree in before[:1] for w in tree.words if is_counted(w, PAIRS[noun]))
        return _single(list(counted))
    mentions = (Antecedent(w, tree) for tree in before for w in tree.words if _is_mention(w, kinds))
    return _single([Antecedent(top, each.tree) for each in mentions if (top := _top(each.word)) is not None])


def _name_before(found: Anaphor, before: Sequence[Tree]) -> Antecedent | None:
    """The name that is the subject of the sentence before, and the only one that the noun can take up."""
    noun = found.word.lemma
    if found.pronoun or noun not in NAMING or _is_specified(found.word) or not before:
        return None
    tree = before[0]
    root = next((word for word in tree.words if word.role is Role.ROOT), None)
    subject = None if root is None else next(iter(root.all(*SUBJECTS)), None)
    if subject is None or not _can_be_named(subject, noun):
        return None
    rivals = (w for w in tree.words if w.role not in {Role.COMPOUND, Role.FLAT} and subject not in (w, w.head))
    return None if any(_is_rival(word, noun) for word in rivals) else Antecedent(subject, tree)


def _can_be_named(word: Word, noun: str) -> bool:
    """Whether a name can be that of what the noun names."""
    if not is_name(word) or is_plural(word) or word.lemma.lower() in words.TIME_NOUNS:
        return False
    person = is_person(word)
    return person is not False if noun in NAMING_PERSONS else not person and word.first(Role.POSSESSOR) is None


def _is_rival(word: Word, noun: str) -> bool:
    """Whether another noun of the sentence could be meant as well; a place is no rival of a body."""
    placed = word.preposition in {"in", "at", "from", "near", "to", "of", "across"} and noun not in NAMING_PLACES
    return not placed and (_can_be_named(word, noun) or word.lemma == noun)


def _is_mention(word: Word, kinds: frozenset[str]) -> bool:
    """Whether a word is one of some nouns, and not only what another of them is of: "a species of frog"."""
    part = word.role is Role.MODIFIER and word.head is not None and word.head.text.lower() in kinds
    return word.text.lower() in kinds and not part


def _single(found: Sequence[Antecedent]) -> Antecedent | None:
    return found[0] if len(found) == 1 else None


def _is_safe(word: Word, found: Anaphor, tree: Tree) -> bool:
    """Whether a name can be trusted to be of the pronoun's kind, and no second clause brings a rival."""
    if found.pronoun == "it" and is_name(word) and is_person(word) is None:
        return False
    root = next(w for w in tree.words if w.role is Role.ROOT)
    others = [s for clause in root.all(Role.CONJUNCT, Role.PARATAXIS) for s in clause.all(*SUBJECTS)]
    return not any(agrees(other, found.pronoun) for other in others if other is not word)


def _same_noun(found: Anaphor, before: Sequence[Tree]) -> Antecedent | None:
    """The first mention of what "the package" names again."""
    noun = found.word.text.lower()
    if found.pronoun or found.word.lemma in MEASURED or _is_specified(found.word):
        return None
    mentions = [Antecedent(w, tree) for tree in reversed(before) for w in tree.words if w.text.lower() == noun]
    mentions += [Antecedent(w, found.tree) for w in found.tree.words[: found.word.index] if w.text.lower() == noun]
    named = [each for each in mentions if not _is_second(each.word)]
    if not named or len({_whole(each.word).index for each in named if each.tree is named[0].tree}) > 1:
        return None
    tops = [top for top in (_top(each.word) for each in named) if top is not None]
    return Antecedent(tops[0], named[0].tree) if len(tops) == len(named) == 1 else None


def _is_specified(noun: Word) -> bool:
    """Whether a definite noun names its thing itself, by what stands right behind it."""
    firsts = (
        min((below.index for below in each.subtree() if below.role is not Role.PUNCTUATION), default=0)
        for each in noun.all(*SPECIFYING)
    )
    return any(first == noun.index + 1 for first in firsts)


def _is_second(word: Word) -> bool:
    """Whether a noun with "the" and nothing that names it more closely is a second mention itself."""
    the = any(child.text.lower() in {"the", "this", "that"} for child in word.all(Role.DETERMINER))
    return the and not is_name(word) and word.first(Role.COMPOUND, Role.ADJECTIVE) is None


def _whole(word: Word) -> Word:
    return _top(word) or word


def _top(word: Word) -> Word | None:
    """The noun that a mention heads, or the name that it is part of; none for part of another noun ("bank robber")."""
    if word.role not in {Role.COMPOUND, Role.FLAT} or word.head is None:
        return word if word.is_noun and not _is_generic(word) else None
    top = word.head
    while top.role in {Role.COMPOUND, Role.FLAT} and top.head is not None:
        top = top.head
    if not (is_name(top) and is_name(word)):
        return None
    parts = name_words(top)
    leads = parts[0] is word and word.text.lower() in LEADING
    return top if leads or parts[-1] is word else None


def _is_generic(word: Word) -> bool:
    """Whether a noun names no one thing: "no company", "each company"."""
    return any(child.text.lower() in {"no", "any", "each", "every", "another"} for child in word.all(Role.DETERMINER))


def _company(found: Anaphor, before: Sequence[Tree]) -> Antecedent | None:
    """The one company that is named before "the company"."""
    if found.word.text.lower() not in COMPANIES:
        return None
    tops = {}
    for tree in before:
        for word in tree.words:
            top = _company_name(word)
            if top is not None:
                tops[top.start] = Antecedent(top, tree)
    return next(iter(tops.values())) if len(tops) == 1 else None


def _company_name(word: Word) -> Word | None:
    """The name that a word shows to be a company's: "Halvorsen Ltd", "Brightwater, a maker of filters"."""
    if word.text.lower() in LEGAL_FORMS and is_name(word):
        return _top(word)
    if not is_name(word) or word.role in {Role.COMPOUND, Role.FLAT}:
        return None
    return word if any(child.lemma in COMPANY_NOUNS for child in word.all(Role.APPOSITION)) else None


REFERENCES: tuple[ReferenceRule, ...] = (
    ReferenceRule(
        "subject above",
        "the subject of the clause that governs the pronoun’s, or that it is joined to",
        _clause_above,
        (
            ("The retailer said it would close 45 shops.", "it · close · 45 shops"),
            ("Although it has only 900 inhabitants, the village runs a brewery.", "it · have · 900 inhabitants"),
        ),
    ),
    ReferenceRule(
        "sentence before",
        "the one noun of the sentence before that the pronoun can stand for",
        _sentence_before,
        (
            ("The twins opened a café by the harbour. They borrowed $90,000.", "They · borrow · 90,000 USD"),
            ("Parliament passed the flood bill. It will cost €900 million.", "It · cost · 900,000,000 EUR"),
        ),
    ),
    ReferenceRule(
        "same noun",
        "the noun or name that the definite noun repeats: “a cargo ship … the ship”",
        _same_noun,
        (
            (
                "A cargo ship ran aground. The ship was carrying 9,000 tonnes of grain.",
                "The ship · carry · 9,000 metric_ton of grain",
            ),
        ),
    ),
    ReferenceRule(
        "one of its kind",
        "the one thing before of the kind that the definite noun names: “Cyclone Freda … the storm”",
        _one_of_its_kind,
        (
            (
                "Cyclone Freda crossed the coast. The storm dumped 300 mm of rain.",
                "The storm · dump · 300 millimeter of rain",
            ),
            ("Chemists built a sponge. The device treats 500 litres.", "The device · treat · 500 liter"),
        ),
    ),
    ReferenceRule(
        "the company",
        "the one company that the sentences before name",
        _company,
        (
            (
                "Halvorsen Ltd makes parts. The firm exports 85% of its output.",
                "The firm · export · 85 percent of its output",
            ),
        ),
    ),
    ReferenceRule(
        "name before",
        "the name that is the subject of the sentence before: “Kestrel cut its dividend. The airline …”",
        _name_before,
        (
            ("Kestrel cut its dividend. The airline lost $5m.", "The airline · lose · 5,000,000 USD"),
            ("Brandt signed a new contract. The striker has scored 12 goals.", "The striker · score · 12 goals"),
        ),
    ),
)


def resolve(found: Anaphor, before: Sequence[Tree]) -> tuple[Antecedent, str] | None:
    """What an anaphor stands for, with the name of the rule that says so; `before` has the nearest sentence first."""
    for rule in REFERENCES:
        antecedent = rule.find(found, before)
        if antecedent is not None:
            return antecedent, rule.name
    return None
