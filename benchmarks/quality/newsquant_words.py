"""What stands around a word in NewsQuant's sentences: who has it, what it is part of, whose clause it is in."""

from __future__ import annotations

from benchmarks.quality.newsquant_phrases import SUBJECTS
from claimx.attach.clauses import subject_of
from claimx.attach.draft import first_conjunct
from claimx.syntax import Role, Tree, Word


def is_there(subject: Word) -> bool:
    """Whether a subject is one that is said to be there: "there are [two]"."""
    return subject.head is not None and subject.head.first(Role.EXPLETIVE) is not None


def there_are(counted_: Word) -> list[Word]:
    """What holds of those who are said to be there: "there are two who are [ill]", "two waiting at [the gate]"."""
    clause = counted_.first(Role.RELATIVE, Role.CLAUSE)
    if clause is None:
        return []
    arguments = (word for word in clause.all(Role.OBJECT, Role.OBLIQUE) if word.index > clause.index)
    return [word for word in arguments if not holds_quantity(word)] if clause.is_verb else [clause]


def owners(counted_: Word) -> list[Word]:
    """What a counted noun's possessor or "of" phrase names: "two of [Hanna]'s players"."""
    named_ = (word for word in counted_.all(Role.MODIFIER) if word.preposition == "of" and word.tag[:3] == "NNP")
    return [*counted_.all(Role.POSSESSOR), *named_]


def holder(word: Word) -> Word | None:
    """The noun that a word depends on by a preposition: "[a survey] of 7 countries"."""
    word = first_conjunct(word)
    noun = word.head
    if noun is None or word.role is not Role.MODIFIER or not noun.is_noun or word.preposition is None:
        return None
    return subject_of(noun) if noun.first(Role.COPULA) else noun


def object_beside(phrase: Word) -> Word | None:
    """The object of the verb that an amount's phrase is an oblique of: "put [a tax] on 5 goods"."""
    phrase = first_conjunct(phrase)
    verb = phrase.head
    target = verb.first(Role.OBJECT) if verb is not None and verb.is_verb and phrase.role is Role.OBLIQUE else None
    return target if target is not None and target.index < phrase.index and not holds_quantity(target) else None


def holds_quantity(word: Word) -> bool:
    """Whether there is a quantity in a word's phrase."""
    return any(below.quantity is not None for below in word.subtree())


def is_argument(tree: Tree, noun: Word) -> bool:
    """Whether a verb needs a noun: "sits on [wealth]", not "rose, on [turnover]" nor "sold it at [a price]"."""
    verb, mark = noun.head, noun.first(Role.CASE)
    apart = mark is not None and (mark.text == "with" or tree.words[mark.index - 1].text == ",")
    target = verb.first(Role.OBJECT) if verb is not None else None
    return not apart and (target is None or target is noun)


def subject_above(word: Word) -> Word | None:
    """The subject of the clause that a word is an argument of."""
    word = first_conjunct(word)
    verb = word.head
    if verb is None or verb.role is Role.CLAUSE or not (verb.is_verb or verb.first(*SUBJECTS)):
        return None
    subject = subject_of(verb)
    if subject is not None and subject.quantity is not None and subject.first(Role.COPULA) is not None:
        subject = subject_of(subject)  # "[the pay] was $3 million, which includes"
    return subject if subject is not word else None
