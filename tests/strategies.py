"""What the property tests draw from: texts of every kind, spans, quantities and claims."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from claimx.claims import (
    Claim,
    Comparator,
    Direction,
    Entity,
    Extent,
    Interval,
    Modality,
    Phrase,
    Predicate,
    Quantity,
    Role,
    Span,
    Statistic,
    claim_class,
)

KINDS = ("money", "percent", "count", "measure", "dose")

offsets = st.integers(min_value=0, max_value=10**6)
words = st.text(min_size=1, max_size=12)
"""Any characters but half ones (lone surrogates), which UTF-8 and so JSON cannot hold."""
any_text = st.text(st.characters(exclude_categories=()), max_size=300)
"""Any string Python can make, half characters and control characters with it."""
FAR = 10**40  # far beyond any amount in a text, and not so far that writing its digits takes long
decimals = st.decimals(-FAR, FAR, allow_nan=False, allow_infinity=False) | st.decimals(-1000, 1000, places=2)
fractions = st.fractions(min_value=0, max_value=1, max_denominator=10**6)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def one_of_literal(literal: object) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(literal))


spans = st.builds(Span, text=words, start=offsets, end=offsets)
extents = st.builds(Extent, start=offsets, end=offsets)
phrases = st.builds(Phrase, text=words, start=offsets, end=offsets, head=words, head_start=offsets)
entities = st.builds(
    Entity, text=words, start=offsets, end=offsets, head=words, head_start=offsets, refers_to=optional(phrases)
)
predicates = st.builds(
    Predicate,
    text=words,
    start=offsets,
    end=offsets,
    head=words,
    head_start=offsets,
    lemma=words,
    preposition=optional(words),
)


def quantities(kinds: st.SearchStrategy[str], *, depth: int = 1) -> st.SearchStrategy[Quantity]:
    """Quantities of these kinds, some made of parts."""
    parts = st.lists(quantities(kinds, depth=depth - 1), max_size=2) if depth else st.just([])
    return st.builds(
        Quantity,
        kind=kinds,
        value=optional(decimals),
        low=optional(decimals),
        high=optional(decimals),
        comparator=one_of_literal(Comparator),
        unit=optional(words),
        total=optional(decimals),
        ratio=optional(fractions),
        exact=st.booleans(),
        per=optional(words),
        tolerance=optional(decimals),
        statistic=optional(one_of_literal(Statistic)),
        text=words,
        start=offsets,
        end=offsets,
        number=spans,
        unit_text=optional(spans),
        unit_inferred=st.booleans(),
        parts=parts.map(tuple),
    )


@st.composite
def claims(draw: st.DrawFn, kind: str | None = None) -> Claim:
    """Claims with every field drawn, of one of the four kinds or of a user's own."""
    kind = kind or draw(st.sampled_from(KINDS))
    return claim_class(kind)(
        kind=kind,
        text=draw(words),
        start=draw(offsets),
        end=draw(offsets),
        quantity=draw(quantities(st.just(kind))),
        entity=draw(optional(entities)),
        property=draw(optional(phrases)),
        predicate=draw(optional(predicates)),
        of=draw(optional(phrases)),
        direction=draw(optional(one_of_literal(Direction))),
        role=draw(optional(one_of_literal(Role))),
        change_id=draw(optional(words)),
        time=draw(optional(phrases)),
        source=draw(optional(entities)),
        modality=draw(one_of_literal(Modality)),
        negated=draw(st.booleans()),
        sentence=draw(extents),
        doc_id=draw(optional(words)),
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals of small whole numbers, so that they often touch, overlap, are empty or unbounded."""
    end = optional(st.integers(0, 4).map(Decimal))
    low, high, low_closed, high_closed = draw(st.tuples(end, end, st.booleans(), st.booleans()))
    return Interval(low=low, high=high, low_closed=low_closed, high_closed=high_closed)
