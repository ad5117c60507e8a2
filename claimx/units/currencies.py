"""Which currency an ambiguous sign or noun stands for ("pesos", "$", "kr"): what the text around it names.

The evidence, the nearest first: another mention that is not ambiguous ("Chilean pesos", "A$"), then a country, people
or city where such a currency is in use. Dollars and pounds travel: a place counts for them only in the same sentence,
and only where something happens in it ("in Canada").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from claimx.units.tables import Entry, Lexicon, folded, read_rows

BEFORE, AFTER = 400, 200
LONGEST_PLACE = 3
MOST_KEPT = 8  # of the stretches looked through last: amounts that stand near each other share one
TRAVELLERS = frozenset({"dollar", "pound", "cent", "penny"})
OF = "of:"
NAMED = "named"


class Rivals(NamedTuple):
    """The currencies that share a noun, and the places where each is in use: "Chile" -> {"CLP"}."""

    codes: frozenset[str]
    places: Mapping[str, AbstractSet[str]]
    heads: frozenset[str]  # the letters that the places begin with


class _Hint(NamedTuple):
    """A mention that tells of a currency: how far away it stands, and which it may be."""

    distance: int
    codes: AbstractSet[str]


def rival_at(entry: Entry, text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The currency that the text around `text[start:end]` tells, among those that the entry's flags allow; else none.

    >>> from claimx.units.tables import currency_lexicon
    >>> lexicon = currency_lexicon()
    >>> rival_at(lexicon.names["pesos"], "Buses in Chile cost 800 pesos.", 24, 29, lexicon)
    'CLP'
    >>> rival_at(lexicon.names["pesos"], "It cost 800 pesos.", 12, 17, lexicon) is None
    True
    """
    sorts = next((flag.removeprefix(OF) for flag in entry.flags if flag.startswith(OF)), "")
    if not sorts:
        return None
    rivals = rivals_of(sorts)
    window = max(0, start - BEFORE)
    near = text[window : end + AFTER]
    tokens, lowered = _tokens_in(near)
    at = start - window
    best = None
    if not lexicon.longest.keys().isdisjoint(lowered):
        best = min(_named(near, at, lexicon, rivals), default=None)
    if best is None and not rivals.heads.isdisjoint(tokens):
        home = entry.unit if TRAVELLERS & set(sorts.split("+")) else None
        best = min(_places(near, at, rivals, home), default=None)
    return min(best.codes) if best and len(best.codes) == 1 else None


@cache
def rivals_of(sorts: str) -> Rivals:
    """The currencies of these nouns ("krona+króna"), and their places.

    >>> sorted(rivals_of("riyal").codes)
    ['QAR', 'SAR']
    """
    wanted = frozenset(sorts.split("+"))
    places: dict[str, set[str]] = {}
    codes = set()
    for code, named, where, *_ in _place_rows():
        if wanted & set(named.split("|")):
            codes.add(code)
            for place in where.split("|"):
                places.setdefault(place, set()).add(code)
    heads = frozenset(head[0] for head in map(_tokens().match, places) if head)
    return Rivals(frozenset(codes), MappingProxyType(places), heads)


@cache
def _place_rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in read_rows("places.tsv"))


def _named(near: str, at: int, lexicon: Lexicon, rivals: Rivals) -> Iterator[_Hint]:
    """What names one of the rivals by a sign, a code or an adjective with its noun."""
    for match in chain(_codes().finditer(near), () if near.isascii() else _signs().finditer(near)):
        entry = lexicon.symbols.get(match[0])
        if entry and entry.unit in rivals.codes and "inferred" not in entry.flags:
            yield _Hint(_distance(match.start(), at), frozenset({entry.unit}))
    for match in _adjectives().finditer(near):
        words = folded(match[0]).lower().split(" ")
        for count in range(len(words), 1, -1):
            entry = lexicon.names.get(" ".join(words[-count:]))
            if entry and entry.unit in rivals.codes and "inferred" not in entry.flags:
                yield _Hint(_distance(match.start(), at), frozenset({entry.unit}))
                break


def _places(near: str, at: int, rivals: Rivals, home: str | None) -> list[_Hint]:
    """The places that tell of a currency; of one with a home, only from a sentence on another place alone."""
    hints: list[_Hint] = []
    words = [(match.start(), match.end()) for match in _capitals().finditer(near)]
    for first, (start, _) in enumerate(words):
        for last in range(min(len(words), first + LONGEST_PLACE) - 1, first - 1, -1):
            if codes := rivals.places.get(near[start : words[last][1]]):
                if home in codes:
                    return []
                if home is None or _is_local(near, start, at):
                    hints.append(_Hint(_distance(start, at), codes))
                break
    return hints


def _distance(place: int, at: int) -> int:
    """How far a mention is away; one behind counts as farther, for what comes before is what a text is about."""
    return at - place if place < at else 3 * (place - at)


def _is_local(near: str, place: int, at: int) -> bool:
    """Whether something happens in the place, in the sentence of the amount: "in Canada", "in the UK"."""
    between = near[min(place, at) : max(place, at)]
    return _sentence_end().search(between) is None and bool(_inside().search(near[max(0, place - 8) : place]))


@cache
def _codes() -> re.Pattern[str]:
    """As in "A$", "US$" and "CAD"."""
    return re.compile(r"[A-Z](?:(?<![A-Za-z].)[A-Za-z]{0,2}\$|(?<!\w.)[A-Z]{2}\b)")


@cache
def _signs() -> re.Pattern[str]:
    """The signs of one currency each, where a number follows."""
    return re.compile(r"[₱₹₺€£](?=\d)")


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(r"[A-Z][A-Za-z]+ (?:[A-Z][A-Za-z]+ ){0,2}[a-z]{3,10}\b")


@lru_cache(MOST_KEPT)
def _tokens_in(near: str) -> tuple[Sequence[str], Sequence[str]]:
    """The signs and capital words that may tell of a currency, as they stand and in small letters: of most texts, none.

    >>> _tokens_in("Fares in New York cost A$5.")
    (['Fares', 'New', 'York', 'A$'], ['fares', 'new', 'york', 'a$'])
    """
    tokens = [*_tokens().findall(near), *(() if near.isascii() else _signs().findall(near))]
    return tokens, " ".join(tokens).lower().split()


@cache
def _tokens() -> re.Pattern[str]:
    """What `_codes`, `_adjectives` and `_capitals` find begins with one of these."""
    return re.compile(r"[A-Z](?:[A-Za-z]{0,2}\$|[A-Za-z]*)")


@cache
def _capitals() -> re.Pattern[str]:
    return re.compile(r"[A-Z](?<!\w.)(?:[\w-]|\.(?=[A-Z]))*")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?]\s+[A-Z\"“]")


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|at|across) (?:the )?$", re.IGNORECASE)
