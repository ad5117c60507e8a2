"""Stretches of text whose numbers are none: citations, line-ups, listings, phone numbers, what is dialled, code.

The kinds are the rows of a table, in `passage_rows`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from operator import itemgetter
from types import MappingProxyType

from claimx.not_claims.passage_rows import EVERY, Passage

Marked = tuple[tuple[str, tuple[tuple[str, list[int]], ...]], ...]  # signs with the kinds they tell of, by a mark
LINE = "(?m)^"  # what the pattern of a kind begins with that begins a line


def passages(text: str, held: AbstractSet[str]) -> list[tuple[int, int]]:
    """Where such stretches begin and end, in order, in a text that holds these words.

    >>> from claimx.numbers.tokens import words_of
    >>> text = "See 393 U.S., at 508. To ask a question, press star 1. Dial 112."
    >>> [text[start:end] for start, end in passages(text, words_of(text))]
    ['393 U.S., at 508', 'star 1', 'Dial 112']
    """
    found = [span for number in _likely(text, held) for span in found_in(EVERY[number], text)]
    return _apart(sorted(found)) if found else found


def is_within(at: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some stretches, which are in order and apart.

    >>> [is_within(at, [(2, 4), (6, 9)]) for at in (1, 2, 4, 8)]
    [False, True, False, True]
    """
    before = bisect_right(stretches, at, key=itemgetter(0))
    return before > 0 and at < stretches[before - 1][1]


@cache
def passage_words() -> frozenset[str]:
    """The words that tell of a passage."""
    return frozenset(_by_word())


def _likely(text: str, held: AbstractSet[str]) -> set[int]:
    """The kinds, by their places in `EVERY`, that a text of these words may hold."""
    by_word = _by_word()
    likely = {number for word in passage_words() & held for number in by_word[word]}
    for of, found_by in ((text, _by_sign()), (_shape(text), _by_shape())):
        for mark, signs in found_by:
            if mark in of:
                for sign, numbers in signs:
                    if sign in of:
                        likely.update(numbers)
    return likely


def _shape(text: str) -> str:
    """The text with 0 for its digits and A for its capitals.

    >>> _shape("393 U.S., 508–٥"), _shape("Fig. 2")
    ('000 A.A., 000–0', 'Aig. 0')
    """
    if text.isascii():
        return text.encode("ascii").translate(_PLAIN_SHAPE).decode("ascii")
    return _capital().sub("A", _digit().sub("0", text))


_PLAIN_SHAPE = bytes.maketrans(b"BCDEFGHIJKLMNOPQRSTUVWXYZ123456789", b"A" * 25 + b"0" * 9)


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile("[A-Z]")


@cache
def _by_word() -> Mapping[str, tuple[int, ...]]:
    """The kinds that hold a word, by each of their words."""
    named: dict[str, tuple[int, ...]] = {}
    for number, passage in enumerate(EVERY):
        for word in passage.words:
            named[word] = (*named.get(word, ()), number)
    return MappingProxyType(named)


@cache
def _by_sign() -> Marked:
    return _by_mark((sign, number) for number, passage in enumerate(EVERY) for sign in passage.signs)


@cache
def _by_shape() -> Marked:
    return _by_mark((shape, number) for number, passage in enumerate(EVERY) for shape in passage.shapes)


def _by_mark(signs: Iterable[tuple[str, int]]) -> Marked:
    """The kinds by their signs, sorted by a mark that they hold, so that a text without it is done with them all."""
    by_mark: dict[str, dict[str, list[int]]] = {}
    for sign, number in signs:
        by_mark.setdefault(_mark(sign), {}).setdefault(sign, []).append(number)
    return tuple((mark, tuple(found.items())) for mark, found in by_mark.items())


def _mark(sign: str) -> str:
    """The character of a sign that the fewest texts hold: no letter, digit, point or space if there is another."""
    return min(sign, key=lambda char: (char in ". ", char.isalnum()))


def found_in(passage: Passage, text: str) -> list[tuple[int, int]]:
    """Where the stretches of one kind begin and end."""
    pattern = _compiled(passage.pattern)
    matches = _at_lines(pattern, text) if passage.pattern.startswith(LINE) else pattern.finditer(text)
    return [match.span() for match in matches if passage.plural or not _counts_people(match[0])]


def _at_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins a line and stays in it; searching would try it everywhere."""
    start = 0
    while start >= 0:
        if match := pattern.match(text, start):
            yield match
        start = text.find("\n", start) + 1 or -1


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _counts_people(listed: str) -> bool:
    """Whether most names of a list are plural: "1 Swede, 2 Danes, 3 Poles"."""
    names: list[str] = re.findall(r"[\w'’-]+(?=[,;]|\Z| \()", listed)
    return 2 * sum(name.endswith(("s", "ese", "men")) for name in names) >= len(names)


def _apart(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with those that overlap made one."""
    apart: list[tuple[int, int]] = []
    for start, end in stretches:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
