"""Which words say when: "now", "last year", "in 2023", "a week ago", "by half-time", "as recently as March"."""

from __future__ import annotations

from claimx import words
from claimx.syntax import SUBJECTS, Role, Tree, Word

TIME_ROLES = frozenset({Role.OBLIQUE, Role.MODIFIER, Role.OTHER, Role.AGENT, Role.SUBJECT, Role.COMPOUND})
TIME_PLACES = TIME_ROLES | {Role.ADVERB, Role.OBJECT}
ARGUMENTS = frozenset({Role.SUBJECT, Role.OBJECT})
NO_TIME_ALONE = frozenset({Role.SUBJECT, Role.COMPOUND})  # no time without a preposition
AGO = frozenset({"ago", "earlier", "before", "later", "previously", "after"})
AS_LONG = frozenset({"recently", "late", "early", "ago"})  # "as recently as March"
WHOLES = frozenset({"whole", "rest", "remainder", "course", "all"})  # of a time, or of a thing
HALVES = frozenset({"half", "full"})  # "half-time"
CLOCK = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "o'clock", "o’clock"})
DEICTIC = frozenset({"this", "last", "next"})
DEFINITE = frozenset("the this that these those last next past coming previous following its their all".split())
YEAR = frozenset("0123456789")


def time_words(tree: Tree) -> tuple[Word, ...]:
    """The words of a sentence that head a time."""
    return tuple(word for word in tree.words if word.role in TIME_PLACES and is_time(word) and not _is_than(word, tree))


def _is_than(time: Word, tree: Tree) -> bool:
    """Whether something is only compared with a time: "$9 less [than] in 2023", "six years earlier [than] men"."""
    first = min((c.index for c in time.children if c.role is Role.CASE), default=time.index)
    before, behind = tree.words[max(0, first - 1) : first], tree.words[time.index + 1 : time.index + 2]
    compared = time.text.lower() in AGO and any(word.text.lower() == "than" for word in behind)
    return compared or any(word.text.lower() == "than" for word in before)


def deictic_words(tree: Tree) -> tuple[Word, ...]:
    """The nouns of time with "this", "last" or "next", whatever the parse makes of them."""
    if tree.forms().isdisjoint(words.TIME_NOUNS):
        return ()
    return tuple(word for word in tree.words if is_deictic(word))


def is_deictic(word: Word) -> bool:
    """Whether a word is a time counted from now, and no possessor: "this week", "last year"."""
    return word.role is not Role.POSSESSOR and is_deictic_noun(word)


def is_deictic_noun(word: Word) -> bool:
    """Whether a noun is a time counted from now: "this week", "[last year]'s cuts"."""
    named = word.lemma in words.TIME_NOUNS and word.quantity is None
    return named and any(child.text.lower() in DEICTIC and child.index < word.index for child in word.children)


def is_time(word: Word) -> bool:
    """Whether a word heads a time: "now", "last year", "in 2023", "a week ago", "since the invasion"."""
    if word.role not in TIME_ROLES or word.tag[:2] == "RB":
        return _is_adverb_of_time(word) if word.role not in ARGUMENTS else _is_object_of_time(word)
    preposition = word.preposition
    if word.role in SUBJECTS and word.head is not None and word.head.role is Role.ADVERBIAL_CLAUSE:
        return False  # "before the schools go back"
    if word.quantity is not None:
        return _is_period(word, preposition)
    if preposition is not None:
        return _is_when(word, preposition) and word.text.lower() not in words.RELATIVE_PRONOUNS
    return word.role not in NO_TIME_ALONE and is_named(word) and not _is_rate(word)


def _is_object_of_time(word: Word) -> bool:
    """Whether a time is an object only in the parse: "broke even last season"."""
    return word.role is Role.OBJECT and is_deictic(word)


def _is_adverb_of_time(word: Word) -> bool:
    text = word.text.lower()
    if text == "since":
        return not word.children  # "has since left"
    if text == "then":
        return word.preposition in {"by", "since", "until", "before"}
    recent = text in words.TIME_ADVERBS and not (text in AS_LONG and _is_measured(word))
    return recent or _is_ago(word) or _is_so_far(word) or _is_once(word)


def _is_measured(adverb: Word) -> bool:
    """Whether another word says how long ago: "as recently [as March]"."""
    near = (*adverb.children, *(adverb.head.children if adverb.head is not None else ()))
    return any(word.preposition == "as" and adverb.index < word.index <= adverb.index + 3 for word in near)


def _is_when(word: Word, preposition: str) -> bool:
    """Whether a noun with its preposition says when; "after a fire" has a cause as often, "for hours" only lasts."""
    if preposition in words.TIME_PREPOSITIONS:
        if any(case.index < child.index < word.index for case in word.all(Role.CASE) for child in _amounts(word)):
            return False  # "before a $210m write-down"
        return preposition not in {"after", "following"} or is_date(word) or is_named(word)
    if preposition == "as":
        as_long = word.index >= 2 and word.head is not None and _is_as_long(word)
        return as_long and (is_date(word) or is_named(word))
    if preposition not in words.DATE_PREPOSITIONS:
        return False
    if preposition == "for" and not (is_date(word) or _is_definite(word)):
        return False
    if preposition == "on" and YEAR.issuperset(word.text[:4]) and len(word.text) > 2:
        return False  # "a fall of a fifth on 2019" compares
    if (
        word.lemma.lower() in words.EVENT_NOUNS
        and preposition not in {"for", "from"}
        and (_is_definite(word) or preposition != "in")
    ):
        return True
    return _is_edge(word) or is_date(word) or is_named(word) or _is_of_a_time(word)


def _amounts(word: Word) -> list[Word]:
    return [child for child in word.children if child.quantity is not None]


def _is_as_long(word: Word) -> bool:
    """Whether "as" before a noun goes with "recently", "late" or "early": "as late as 2009"."""
    head = word.head
    near = () if head is None else (head, *head.children)
    return any(each.text.lower() in AS_LONG and word.index - 3 <= each.index < word.index for each in near)


def _is_edge(word: Word) -> bool:
    """Whether a noun is the end, start or whole of a time; "the deep end", "the whole of the county" are places."""
    if word.lemma not in words.TIME_EDGES and word.lemma not in WHOLES:
        return False
    of = [child for child in word.all(Role.MODIFIER) if child.preposition == "of"]
    if word.lemma in WHOLES:
        return any(is_date(child) or is_named(child) for child in of)
    return word.first(Role.ADJECTIVE) is None


def _is_of_a_time(word: Word) -> bool:
    """Whether a noun is of a time by its possessor: "in last year's cuts"."""
    return any(is_deictic_noun(child) for child in word.all(Role.POSSESSOR))


def _is_ago(word: Word) -> bool:
    """Whether an adverb counts from now or then: "a week ago", "two years later"."""
    return word.text.lower() in AGO and any(
        child.index < word.index and child.lemma.lower() in words.TIME_NOUNS for child in word.children
    )


def _is_so_far(word: Word) -> bool:
    return word.text.lower() == "far" and any(child.text.lower() == "so" for child in word.children)


def _is_once(word: Word) -> bool:
    """Whether "once" is a time of the past: "it was once 6 km across"."""
    if word.text.lower() != "once" or word.head is None:
        return False
    return any(c.index == word.index - 1 and c.text.lower() in {"was", "were", "had"} for c in word.head.children)


def _is_period(word: Word, preposition: str | None) -> bool:
    """Whether a duration is a period that is named: "in the three months to June", "over the past two years"."""
    if preposition not in words.DATE_PREPOSITIONS or word.lemma.lower() not in words.TIME_NOUNS:
        return False
    return any(child.text.lower() == "the" and child.index < word.index for child in word.all(Role.DETERMINER))


def is_named(word: Word) -> bool:
    """Whether a noun names a time: "quarter", "Friday", "mid-September"."""
    noun = word.lemma.lower().rpartition("-")[2]
    if noun == "time":
        marks = {child.text.lower() for child in word.children}
        return word.preposition in {"at", "by"} and (word.first(Role.DETERMINER) is not None or bool(marks & HALVES))
    often = {"more", "many", "few"}
    return noun in words.TIME_NOUNS and not any(child.text.lower() in often for child in word.children)


def _is_rate(word: Word) -> bool:
    """Whether a time without a preposition only says how often: "a day"."""
    if any(child.text.lower() in AGO and child.index == word.index + 1 for child in word.children):
        return False
    articles = word.all(Role.DETERMINER)
    return word.lemma == "time" or any(article.text.lower() in {"a", "an"} for article in articles)


def _is_definite(word: Word) -> bool:
    return word.tag[:3] == "NNP" or any(child.text.lower() in DEFINITE for child in word.children)


def is_date(word: Word) -> bool:
    """Whether a number is a year or the day of a month: "in 2023", "on July 9", "by 2025-26"."""
    year = word.text.removesuffix("s")
    if year[:4].isdigit() and len(year) in {4, 7} and year[0] in "12":
        return True
    if word.tag != "CD":
        return False
    return any(child.lemma.lower() in words.TIME_NOUNS or child.text.lower() in CLOCK for child in word.children)
