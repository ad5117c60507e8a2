"""Texts to MeasEval's annotations: claims, their quantities by its habits, and an entity and a property for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import claimx
from benchmarks.quality.measeval.candidates import Candidate, candidates
from benchmarks.quality.measeval.choice import Chooser, Problem, learned
from benchmarks.quality.measeval.features import Site
from benchmarks.quality.measeval.layout import Annotation, Measurement
from benchmarks.quality.measeval.quantities import Found, quantities
from claimx import Claim, Phrase
from claimx.read import Mention, Reader, simplify
from claimx.syntax import Tree, Word

Place = tuple[Word, Tree, list[Candidate]]


def predict(texts: Mapping[str, str], chooser: Chooser | None = None) -> dict[str, list[Measurement]]:
    """The measurements of each text, by its id.

    >>> (one,) = predict({"a": "The samples had a mass of about 5 kg."})["a"]
    >>> [(row.kind, row.text, row.unit) for row in one.annotations if row.kind == "Quantity"]
    [('Quantity', 'about 5 kg', 'kg')]
    """
    chooser = chooser or learned()
    found = zip(texts.items(), claimx.extract_many(texts.values()), strict=True)
    return {name: [measurement(one, text, chooser) for one in problems(text, claims)] for (name, text), claims in found}


def by_claims_alone(texts: Mapping[str, str]) -> dict[str, list[Measurement]]:
    """The measurements with the claims' own entities and properties, with nothing learned, to compare with."""
    found = zip(texts.items(), claimx.extract_many(texts.values()), strict=True)
    return {name: [_plain(text, one) for one in quantities(text, claims)] for (name, text), claims in found}


def _plain(text: str, found: Found) -> Measurement:
    claim = found.claim
    if found.counted is not None:
        return _rows(text, found.as_count(), bare(found.counted), None)
    prop = claim.property if claim.property != claim.entity else None
    entity = claim.entity or claim.of
    return _rows(text, found, bare(entity) if entity else None, bare(prop) if prop else None)


def problems(text: str, claims: Sequence[Claim]) -> Iterator[Problem | Found]:
    """What there is to choose for each quantity of a text; the quantity alone where it stands in no tree."""
    places = dict(_places(text, claims))
    for found in quantities(text, claims):
        place = places.get(found.claim.quantity.start)
        if place is None:
            yield found
            continue
        amount, tree, options = place
        yield Problem(Site(found.claim, amount, tree, text, found.start, found.end), found, options)


def _places(text: str, claims: Sequence[Claim]) -> Iterator[tuple[int, Place]]:
    """Where each claim's quantity stands in the tree of its sentence, by the quantity's start."""
    held = [list(group) for _, group in groupby(claims, key=lambda claim: claim.sentence)]
    sentences = [
        simplify(text, group[0].sentence.start, group[0].sentence.end,
                 [Mention(claim.quantity, claim.start, claim.end) for claim in group])
        for group in held
    ]  # fmt: skip
    for group, tree in zip(held, Reader().read(sentences), strict=True):
        amounts, options = tree.quantities(), candidates(tree, text)
        for number, claim in enumerate(group):
            if number in amounts:
                yield claim.quantity.start, (amounts[number], tree, options)


def measurement(problem: Problem | Found, text: str, chooser: Chooser) -> Measurement:
    """The annotations of one quantity, as chosen."""
    if isinstance(problem, Found):
        return _rows(text, problem.as_measure(), None, None)
    choice, found = chooser.choose(problem), problem.found
    if choice.is_count and found.counted is not None:
        return _rows(text, found.as_count(), bare(found.counted), None)
    entity, prop = ((one.start, one.end) if one else None for one in (choice.entity, choice.property))
    return _rows(text, found.as_measure(), entity, prop)


def bare(phrase: Phrase) -> tuple[int, int]:
    """The extent of a phrase without its determiner."""
    match = re.match(r"(?:(?:the|an?|these|those|this|that|its|their|all)\s+)*", phrase.text, re.IGNORECASE)
    skipped = match.end() if match and match.end() < len(phrase.text) else 0
    return phrase.start + skipped, phrase.end


def _rows(text: str, found: Found, entity: tuple[int, int] | None, prop: tuple[int, int] | None) -> Measurement:
    """The annotations: a property has the quantity and an entity the property, or the entity has the quantity."""
    rows = [Annotation("Quantity", found.start, found.end, text[found.start : found.end], "T1", found.unit, found.mods)]
    relation = ("HasQuantity", "T1")
    if prop is not None:
        rows.append(Annotation("MeasuredProperty", *prop, text[slice(*prop)], "T2", relations=(relation,)))
        relation = ("HasProperty", "T2")
    if entity is not None:
        rows.append(Annotation("MeasuredEntity", *entity, text[slice(*entity)], "T3", relations=(relation,)))
    return Measurement(rows)
