"""From a word of the tree to the phrase it heads, with its exact place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimx.claims import Entity, Phrase, Predicate
from claimx.syntax import Role, Tree, Word

# What belongs to a noun phrase but is left out of it: clauses, appositions and whatever marks its place outside.
LEFT_OUT = frozenset({
    Role.RELATIVE, Role.CLAUSE, Role.ADVERBIAL_CLAUSE, Role.APPOSITION, Role.PARATAXIS, Role.CASE, Role.MARKER,
    Role.COORDINATOR, Role.COPULA, Role.SUBJECT, Role.PASSIVE_SUBJECT, Role.AUXILIARY, Role.EXPLETIVE, Role.OTHER,
    Role.COMPLEMENT, Role.NEGATION, Role.PASSIVE_AUXILIARY,
})  # fmt: skip
MARKS = frozenset({Role.CASE, Role.COORDINATOR})  # these stand before what they belong to
EDGES = MARKS | {Role.PUNCTUATION}
DESCRIBING = frozenset({Role.ADJECTIVE, Role.ADVERB})
CLOSING = "\"'’”»)]}.,;:!?…"
OPENING = "\"'‘“«([{"


def noun_phrase(tree: Tree, text: str, head: Word, *, without: Sequence[Word] = ()) -> Phrase:
    """The noun phrase of a head word: what comes with the noun, its "of" phrases and its conjuncts, no clauses.

    `without` are words below it to leave out with all that they head: of a property, its owner.
    """
    return Phrase.of_checked(_noun_places(tree, text, head, without))


def entity_phrase(tree: Tree, text: str, head: Word, *, without: Sequence[Word] = ()) -> Entity:
    """The noun phrase of a head word as an entity or source."""
    return Entity.of_checked({**_noun_places(tree, text, head, without), "refers_to": None})


def _noun_places(tree: Tree, text: str, head: Word, without: Sequence[Word]) -> dict[str, Any]:
    inside = _belonging(head)
    for left_out in without:
        if left_out is not head:
            inside -= {word.index for word in left_out.subtree()}
    first = last = head.index
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    counted = [word.index for word in tree.words[first : head.index] if _counts(word)]
    first = counted[-1] + 1 if counted else first
    if counted:
        while first < head.index and (tree.words[first].text == "-" or text[tree.words[first].start - 1] == "-"):
            first += 1  # "a 131-page report": the noun that the number counts goes with it
    while first < head.index and _is_edge(tree.words[first]):
        first += 1
    while last > head.index and (_is_edge(tree.words[last]) or tree.words[last].role is Role.DETERMINER):
        last -= 1
    return _places(text, tree.words[first].start, tree.words[last].end, last_noun(tree, head, last))


def _counts(word: Word) -> bool:
    """Whether a word is a quantity or another number, which is no part of the name of what it counts."""
    return word.quantity is not None or (word.role is Role.NUMBER and word.tag == "CD")


def _is_edge(word: Word) -> bool:
    """Whether a word cannot stand at a phrase's edge: punctuation, a conjunction, the quantity itself."""
    return word.role in EDGES and (word.role is not Role.CASE or word.tag != "POS")


def _belonging(head: Word) -> set[int]:
    """Where the words of the sentence stand that are part of a head's noun phrase."""
    inside = {head.index}
    todo = [head]
    while todo:
        word = todo.pop()
        for child in word.children:
            if _belongs(child, word, head):
                inside.add(child.index)
                if child.role not in MARKS:
                    todo.append(child)
    return inside


def _belongs(child: Word, word: Word, head: Word) -> bool:
    role = child.role
    if role in MARKS:
        return word is not head
    if role in LEFT_OUT:
        return False
    if role in DESCRIBING:  # "a contract worth", "a tower full of", "sales up": a predicate, not part of the name
        return child.index < head.index
    if role is Role.MODIFIER:
        return _stays(child)
    if role is Role.CONJUNCT:  # a quantity is no part of the other's name: "5 beds and 2 baths"
        named = child.is_noun or child.tag in {"JJ", "VBG"} or child.text[:1].isdigit()  # "between 2011 and [2013]"
        return named and not child.holds_quantity
    return not _is_after(child, head)


def _is_after(child: Word, head: Word) -> bool:
    """Whether a child is a quantity of its own after the head, not one that counts a noun of the phrase."""
    return child.quantity is not None and child.index > head.index and child.role is not Role.NUMBER


def _stays(child: Word) -> bool:
    """Whether a modifier is part of the noun phrase: "of" phrases, and what has no preposition at all."""
    return child.preposition in {"of", None} and child.quantity is None and child.tag[:1] != "W"


def last_noun(tree: Tree, head: Word, last: int) -> Word:
    """The word to show as head: the last of the nouns that follow each other from the head on, up to index `last`.

    Treebanks head a person's name by its first word: "Hanno Pevkur" shows "Pevkur".
    """
    while head.index < last:
        following = tree.words[head.index + 1]
        if following.tag[:1] != "N" or following.role in {Role.CONJUNCT, Role.APPOSITION} or following.tag == "POS":
            break
        head = following
    return head


def _phrase(text: str, start: int, end: int, head: Word) -> Phrase:
    return Phrase.of_checked(_places(text, start, end, head))


def _places(text: str, start: int, end: int, head: Word) -> dict[str, Any]:
    """The fields of a phrase, in their order."""
    start, end = _without_marks(text, start, end)
    left, right = _whole_word(text, head.start, head.end)
    if left < start or end < right:
        left = max(left, min(start, head.start))
        start, end = min(start, left), max(end, right)
    return {"start": start, "end": end, "text": text[start:end], "head": text[left:right], "head_start": left}


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while end - start > 1 and text[start] in OPENING:
        start += 1
    while end - start > 1 and text[end - 1] in CLOSING and not (text[end - 1] == "." and "." in text[start : end - 1]):
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return start, end


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """A token's extent widened over hyphens to the whole word ("Kamysz" to "Kosiniak-Kamysz")."""
    if " " in text[start:end]:
        end = start + text[start:end].index(" ")
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start -= 2
        while start > 0 and text[start - 1].isalnum():
            start -= 1
    while end + 1 < len(text) and text[end] == "-" and text[end + 1].isalnum():
        end += 2
        while end < len(text) and text[end].isalnum():
            end += 1
    return start, end


def predicate_phrase(text: str, word: Word, preposition: str | None) -> Predicate:
    """The predicate that a word is, with the preposition that ties the quantity to it."""
    places = _places(text, word.start, word.end, word)
    return Predicate.of_checked({**places, "lemma": word.lemma, "preposition": preposition})


def place_phrase(tree: Tree, text: str, head: Word) -> Phrase:
    """The phrase with its preposition, for times: "since the Russian invasion"; a clause or "a week ago" as a whole."""
    if head.is_verb:
        return _clause_phrase(text, head)
    if (head.role is Role.ADVERB or head.tag[:2] == "RB") and head.children:
        return _ago_phrase(text, head)
    phrase = noun_phrase(tree, text, head) if head.quantity is None else _period_phrase(text, head)
    marks = [c for c in head.children if c.role in {Role.CASE, Role.MARKER} and c.index < head.index and c.tag != "POS"]
    start = min([phrase.start, *(mark.start for mark in marks)])
    after = (c.end for c in head.children if c.role is Role.ADVERB and c.index == head.index + 1)
    end = max([phrase.end, *after])  # "a year before"
    return phrase.model_copy(update={"start": start, "end": end, "text": text[start:end]})


def _period_phrase(text: str, word: Word) -> Phrase:
    """A duration with what it runs to: "the three months to June"."""
    end = next((child for child in word.all(Role.MODIFIER, Role.CLAUSE) if child.index == word.index + 2), None)
    start = min([word.start, *(article.start for article in word.all(Role.DETERMINER))])
    last = word.end if end is None else max(below.end for below in end.subtree())
    return _phrase(text, start, last, _last_part(text, word))


def _clause_phrase(text: str, verb: Word) -> Phrase:
    """A clause that says when, from its conjunction on: "since the car park closed"."""
    inside = _unmarked(verb)
    return _phrase(text, inside[0].start, max(word.end for word in inside), verb)


def _behind_quantity(inside: list[Word]) -> list[Word]:
    """The words of a time without a quantity that the parse hangs on it: "[31] a week earlier"."""
    last = max((word.index for word in inside if word.quantity is not None and word.tag == "CD"), default=-1)
    return [word for word in inside if word.index > last]


def _unmarked(head: Word) -> list[Word]:
    """A word and all below it in text order, without punctuation marks."""
    return sorted((word for word in head.subtree() if word.role is not Role.PUNCTUATION), key=lambda word: word.index)


def _ago_phrase(text: str, adverb: Word) -> Phrase:
    """A time counted from now or then, headed by its noun: "two years later"."""
    inside = _behind_quantity(_unmarked(adverb))
    noun = next((word for word in reversed(inside) if word.index < adverb.index and word.tag[:2] == "NN"), adverb)
    return _phrase(text, inside[0].start, adverb.end, _last_part(text, noun))


def _last_part(text: str, word: Word) -> Word:
    """The noun of a duration that is one word of the tree: "months" of "three months"."""
    if word.quantity is None:
        return word
    space = text.rfind(" ", word.start, word.end) + 1
    start = max(space, word.start)
    return Word(text[start : word.end], start, word.end, word.tag, word.lemma, index=word.index)
