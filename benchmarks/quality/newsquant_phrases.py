"""How far a noun's phrase reaches for NewsQuant, and its content words.

The phrases of a claim end with the noun, its "of" phrases and its conjuncts; NewsQuant's concepts go on to the end of
the noun phrase: "revenue from Spain", "the heat stored in the tank", "women aged 20 to 30". A small parser often hangs
such a phrase on the verb, so the words are taken from their order and their tags, and from the parse where both fit.
"""

from __future__ import annotations

import re
from functools import cache

from claimx.attach.draft import first_conjunct
from claimx.syntax import Role, Tree, Word
from claimx.words import TIME_NOUNS

SUBJECTS = (Role.SUBJECT, Role.PASSIVE_SUBJECT)
ARGUMENTS = frozenset({*SUBJECTS, Role.OBJECT, Role.INDIRECT_OBJECT, Role.OBLIQUE, Role.ROOT})
BEFORE_NOUN = frozenset({Role.COMPOUND, Role.NUMBER, Role.ADJECTIVE, Role.MODIFIER, Role.OTHER, Role.DETERMINER})
DESCRIBING = frozenset({Role.COMPOUND, Role.ADJECTIVE, Role.OTHER})  # an amount before its noun: "the 5-inch plate"
JOINING = frozenset("of in on for from to across against per between among".split())
MONTHS = frozenset("january february march april may june july august september october november december".split())
MARKS = frozenset({".", ",", ":", "-LRB-", "-RRB-", "``", "''", "POS"})
UNSAID = frozenset({"total"})  # besides the stop words


def named(tree: Tree, head: Word, *, alone: bool = False) -> list[Word]:
    """The words of a phrase: its noun with what stands before it, and the phrases behind that belong to it.

    What a conjunction adds to the noun is left out where the noun is meant `alone`.
    """
    at = name_end(tree, head)
    found = tree.words[name_start(tree, head) : at]
    while (end := joined(tree, at, found)) > at:
        if alone and any(word.role is Role.CONJUNCT and word.head is head for word in tree.words[at:end]):
            break
        found += tree.words[at:end]
        at = end
    return found


def name_start(tree: Tree, head: Word) -> int:
    """Where the words before a noun begin: behind its determiner, or behind what does not go before a noun."""
    at = head.index
    while at > 0 and (goes_before(tree.words[at - 1], tree.words[at]) or joins_adjectives(tree, at - 1, head)):
        at -= 1
    return at


def joins_adjectives(tree: Tree, at: int, head: Word) -> bool:
    """Whether a comma or conjunction stands between words that describe a noun: "the small, old and empty shops"."""
    if at < 1 or not (tree.words[at].tag == "CC" or tree.words[at].text == ","):
        return False
    first = first_conjunct(tree.words[at - 1])
    return first.role in DESCRIBING and first.head is head


def goes_before(word: Word, following: Word) -> bool:
    """Whether a word is of the noun phrase that the following word is of.

    >>> goes_before(Word("week", 0, 4, "NN", "week", Role.COMPOUND), Word("Hanna", 5, 10, "NNP", "hanna"))
    False
    """
    if word.quantity is not None:
        return word.role in BEFORE_NOUN
    if word.role in ARGUMENTS or (word.lemma in TIME_NOUNS and following.tag[:3] == "NNP"):
        return False
    if word.tag[:2] == "RB":
        return word.head is not None and word.head.tag[:2] == "JJ" and word.head.index > word.index
    return is_nominal(word)


def is_nominal(word: Word) -> bool:
    """Whether a word can stand inside a noun phrase, determiners apart."""
    describes = word.tag in {"VBN", "VBG"} and word.role in {Role.ADJECTIVE, Role.COMPOUND}
    return word.tag[:2] in {"NN", "JJ", "CD"} or word.tag in {"POS", "HYPH"} or describes


def name_end(tree: Tree, head: Word) -> int:
    """Where a noun's own words end: behind the nouns and numbers of a name ("Rover 75 Tourer")."""
    at = head.index + 1
    while at < len(tree.words):
        word = tree.words[at]
        tied = word.start == tree.words[at - 1].end and (word.text == "/" or word.tag not in MARKS)
        nominal = (word.tag[:2] == "NN" or word.tag == "CD") and word.role not in ARGUMENTS
        if word.quantity is not None or not (tied or nominal):
            break
        at += 1
    return at


def joined(tree: Tree, at: int, found: list[Word]) -> int:
    """Where the phrase at a place ends that belongs to the words found before it; the place itself if none does."""
    if at >= len(tree.words):
        return at
    word = tree.words[at]
    if aged := aged_end(tree, at):
        return aged
    if word.tag == "VBN" and word.role is Role.CLAUSE:
        ends = tree.words[at + 1 : at + 2]
        apart = (
            not ends
            or ends[0].tag in MARKS
            or ends[0].text.lower() == "by"
            or any(below.quantity is not None for below in word.subtree())
        )
        return at if apart else at + 1
    end = noun_end(tree, at + 1)
    inside = tree.words[at + 1 : end]
    if not inside:
        return at
    if word.tag == "CC":
        alike = any(below.role is Role.CONJUNCT for below in inside)
        return end if alike and all(below.quantity is None for below in inside) else at
    following = tree.words[end] if end < len(tree.words) else None
    joins = word.tag in {"IN", "TO"} and word.text.lower() in JOINING
    return end if joins and (word.text.lower() == "of" or is_part(inside, found, following)) else at


def aged_end(tree: Tree, at: int) -> int | None:
    """Where an age ends behind those who are of it: "men, [aged 34]"; the parser is given commas around it."""
    first = at + (tree.words[at].text == ",")
    pair = tree.words[first : first + 2]
    return first + 2 if len(pair) == 2 and pair[0].text == "aged" and pair[1].quantity is not None else None


def is_part(inside: list[Word], found: list[Word], following: Word | None) -> bool:
    """Whether a prepositional phrase is part of the noun phrase before it, and no time.

    It is if the parse says so, if the clause's verb follows it, or if it stands behind an amount and its noun.
    """
    before_verb = following is not None and following.is_verb
    if any(word.lemma in TIME_NOUNS - MONTHS and word.quantity is None for word in inside):
        return False
    if any(re.fullmatch("[12][0-9]{3}", word.text) or word.lemma in MONTHS for word in inside):
        return before_verb
    hung = any(word.role is Role.MODIFIER and word.head in found for word in inside)
    return hung or before_verb or any(word.quantity is not None for word in found)


def noun_end(tree: Tree, at: int) -> int:
    """Where the noun phrase at a place ends; the place itself if none stands there, or one that a number counts."""
    start, end = at, at
    for word in tree.words[at:]:
        if word.quantity is not None and word.role is Role.NUMBER:
            return start
        dash = word.tag == "HYPH" and word.start > tree.words[word.index - 1].end
        goes_on = is_nominal(word) or word.tag in {"DT", "PRP$"} or word.quantity is not None
        if dash or not goes_on or word.role in SUBJECTS or (word.quantity is not None and word.role not in DESCRIBING):
            break
        if word.quantity is None and (word.tag[:2] in {"NN", "CD"} or word.tag == "POS"):
            end = word.index + 1
    return end


def content(text: str, words: list[Word], quantities: list[Word]) -> list[str]:
    """The content words of a phrase as the text spells them, each once; of quantities only ages count ("aged 34")."""
    found: list[str] = []
    end = 0
    for word in words:
        if word.start < end or word.tag == "POS":
            continue
        if word.quantity is not None:
            age = text[: word.start].endswith("aged ")
            found += re.findall(r"\d+", text[word.start : word.end]) if age else []
            continue
        start, end = whole_word(text, word, quantities)
        found += spelled(text[start:end]) + ticker().findall(text, end, end + 9)
    return list({word.lower(): word for word in reversed(found)}.values())[::-1]


def whole_word(text: str, word: Word, quantities: list[Word]) -> tuple[int, int]:
    """A token's extent, widened over hyphens to the whole word, unless that holds a quantity ("a 5-inch")."""
    before = hyphenated_before().search(text, max(0, word.start - 40), word.start)
    after = hyphenated_after().match(text, word.end)
    start, end = before.start() if before else word.start, after.end() if after else word.end
    held = any(one.start < end and start < one.end for one in quantities)
    return (word.start, word.end) if held else (start, end)


def spelled(token: str) -> list[str]:
    """The words of a token, without marks, endings of owners and stop words; an abbreviation has no points.

    >>> spelled("Spain's"), spelled("U.S."), spelled("US"), spelled("us"), spelled("S&P/ASX"), spelled("Co.")
    (['Spain'], ['US'], ['US'], [], ['S&P', 'ASX'], ['Co.'])
    """
    bare = re.sub(r"['’]s?$", "", token).strip(",;:!?\"'“”‘’")
    bare = bare.replace(".", "") if re.fullmatch(r"(?:\w\.)+\w?", bare) else bare
    return [part for part in re.split(r"[/\s]", bare) if re.search(r"\w", part) and not is_stop_word(part)]


def is_stop_word(word: str) -> bool:
    """Whether a word is in spaCy's list of stop words; an abbreviation ("US") is in none."""
    return word.lower() in stop_words() and not (word.isupper() and len(word) > 1)


@cache
def stop_words() -> frozenset[str]:
    """The words that NewsQuant leaves out of its concepts."""
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS) | UNSAID


@cache
def hyphenated_before() -> re.Pattern[str]:
    """What is tied to a word's beginning by hyphens."""
    return re.compile(r"(?:[^\W_]+-)+$")


@cache
def hyphenated_after() -> re.Pattern[str]:
    """What is tied to a word's end by hyphens."""
    return re.compile(r"(?:-[^\W_]+)+")


@cache
def ticker() -> re.Pattern[str]:
    """The sign in brackets that a firm's shares are traded under."""
    return re.compile(r"(?<=\s)\([.A-Z]{1,6}\)")
