"""The stretches of a sentence that may be a quantity's entity or property: nouns, cut narrow and wide, and verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claimx.syntax import Role, Tree, Word

LEFT = frozenset({Role.COMPOUND, Role.ADJECTIVE, Role.NUMBER, Role.FLAT, Role.OTHER, Role.ADVERB})
BARE_EDGES = frozenset({Role.DETERMINER, Role.PUNCTUATION, Role.COORDINATOR, Role.CASE, Role.MARKER})
INSIDE = frozenset({Role.COMPOUND, Role.ADJECTIVE, Role.NUMBER, Role.FLAT, Role.PUNCTUATION, Role.POSSESSOR, Role.CASE,
                    Role.CONJUNCT, Role.COORDINATOR, Role.DETERMINER, Role.ADVERB})  # fmt: skip
CLAUSES = frozenset({Role.RELATIVE, Role.CLAUSE, Role.ADVERBIAL_CLAUSE, Role.PARATAXIS, Role.SUBJECT, Role.COPULA})
MARKS = "\"'’”)]}.,;:!?…“‘([{ \n=<>≤≥≈∼~±"


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A stretch of text with its head word, and how it was cut from the tree."""

    start: int
    end: int
    head: Word
    shape: str

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with a stretch."""
        return self.start < end and start < self.end


def candidates(tree: Tree, text: str) -> list[Candidate]:
    """All candidates of a sentence, each stretch once, in text order."""
    seen: dict[tuple[int, int], Candidate] = {}
    for word in tree.words:
        for shape, inside in _shapes(word):
            start, end = _extent(tree, text, word, inside)
            if start < end and _is_readable(text[start:end]):
                seen.setdefault((start, end), Candidate(start, end, word, shape))
    for one in _symbols(tree, text):
        seen[one.start, one.end] = one
    return sorted(seen.values(), key=lambda one: (one.start, one.end))


def _symbols(tree: Tree, text: str) -> Iterator[Candidate]:
    """What stands before the sign of an equation: "n = 12", "p < 0.01"."""
    for match in _symbol().finditer(text, tree.start, tree.end):
        start, end = match.span("symbol")
        head = next((word for word in tree.words if word.start < end and start < word.end), None)
        if head is not None and head.quantity is None:
            yield Candidate(start, end, head, "symbol")


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)[(\[]?(?P<symbol>[^\W\d_](?:[\w′'/²]|\([\w, .]{1,12}\)){0,14})\s?[=<>≤≥≈∼~⩽⩾]")


def _is_readable(stretch: str) -> bool:
    return any(char.isalnum() or char in "λθσμηρχφβαγδετ" for char in stretch) and "\n" not in stretch


def _shapes(word: Word) -> Iterator[tuple[str, list[Word]]]:
    """How a word and what is below it can be cut, the narrowest first."""
    if word.quantity is not None or word.tag in {"DT", "IN", "CC", "TO", ",", ".", "PRP", "PRP$", "WDT", "WP", "MD"}:
        return
    if word.is_verb:
        yield "verb", [word]
        if (goal := word.first(Role.OBJECT)) is not None and goal.quantity is None:
            yield "verb and object", [word, *_below(goal, wide=False), *word.all(Role.PARTICLE)]
        if word.first(Role.COMPOUND, Role.ADJECTIVE, Role.DETERMINER) is None:
            return
    elif word.tag[:1] in "JR" and not word.is_noun:
        yield "adjective", [word]
        return
    elif not word.is_noun and word.tag[:1] not in {"C", "F", "S", "X", "L", "$", "#", "A"}:
        return
    yield "head", [word]
    yield "noun", _left(word)
    yield "noun of", _below(word, wide=False)
    yield "whole", _below(word, wide=True)


def _left(word: Word) -> list[Word]:
    """A noun with its modifiers before it."""
    return [word, *(below for child in word.all(*LEFT) if child.index < word.index for below in child.subtree())]


def _below(word: Word, *, wide: bool) -> list[Word]:
    """A noun with its modifiers and "of" phrases; if wide, with all its prepositional phrases and appositions."""
    found = [word]
    for child in word.children:
        if child.quantity is not None or child.role in CLAUSES:
            continue
        if child.role is Role.MODIFIER:
            if wide or child.preposition in {"of", None}:
                found += [*child.all(Role.CASE), *_below(child, wide=wide)]
        elif child.role is Role.APPOSITION:
            found += _below(child, wide=wide) if wide else []
        elif child.role in LEFT and child.index < word.index:
            found += list(child.subtree())
        elif child.role in INSIDE and (child.index < word.index or wide):
            found += _below(child, wide=wide)
        elif child.role is Role.PUNCTUATION:
            found.append(child)
    return found


def _extent(tree: Tree, text: str, head: Word, inside: Iterable[Word]) -> tuple[int, int]:
    """The unbroken run of words around the head, without what does not stand at the edge of a phrase."""
    places = {word.index for word in inside if word.quantity is None}
    first = last = head.index
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    while first < head.index and tree.words[first].role in BARE_EDGES:
        first += 1
    while last > head.index and tree.words[last].role in BARE_EDGES - {Role.PUNCTUATION}:
        last -= 1
    return _trimmed(text, tree.words[first].start, tree.words[last].end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """An extent without marks at its edges; a closing bracket stays where its opening one is inside."""
    opened = text.rfind("(", start, end)
    if opened >= 0 and ")" not in text[opened:end]:
        end = opened
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return start, end
