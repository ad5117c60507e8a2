"""Code as users write it. mypy reads it with the rest; nobody runs it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import claimx
from claimx import AnyClaim, Claim, Entity, MoneyClaim, Phrase, Quantity


def one_text(text: str) -> Decimal | None:
    """The first claim's value, with every step typed."""
    found = claimx.extract(text, doc_id="a")
    assert_type(found, list[Claim])
    first = found[0]
    assert_type(first.entity, Entity | None)
    assert_type(first.entity.refers_to if first.entity else None, Phrase | None)
    assert_type(first.quantity, Quantity)
    assert_type(first.quantity.ratio, Fraction | None)
    assert_type(first.quantity.to("kilometer"), Quantity)
    assert_type(claimx.quantities(text), list[Quantity])
    assert_type(claimx.loads(first.model_dump_json()), Claim)
    return first.quantity.value


def many_texts(texts: list[str]) -> Iterator[list[Claim]]:
    """Claims of many texts."""
    found = claimx.extract_many(texts)
    assert_type(found, Iterator[list[Claim]])
    return found


def many_texts_with_ids(texts: list[tuple[str, str]]) -> dict[str, int]:
    """Claims of many texts with their ids."""
    return {doc_id: len(claims) for claims, doc_id in claimx.extract_many(texts, as_tuples=True, batch_size=8)}


def failed(texts: list[tuple[str | None, str]]) -> dict[str, str]:
    """The codes of what went wrong, by id."""
    found = claimx.extract_many(texts, as_tuples=True, workers=2, errors="return")
    return {doc_id: claims.code for claims, doc_id in found if isinstance(claims, claimx.ClaimxError)}


def an_extractor_of_ones_own(text: str) -> list[str]:
    """Parsers and units of one's own."""
    units = claimx.Units.default()
    extractor = claimx.Extractor(parsers=[*claimx.DEFAULT_PARSERS], units=units)
    return [str(claim) for claim in extractor.extract(text)]


def dollars(claim: AnyClaim) -> Decimal | None:
    """The union narrows by its kind."""
    if claim.kind == "money":
        assert_type(claim, MoneyClaim)
        return claim.quantity.value
    return None


def harmless(text: str) -> list[Claim]:
    """Errors are of one family, and builtins too."""
    try:
        return claimx.extract(text)
    except claimx.ClaimxError as error:
        assert_type(error.hint, str)
        return []


def flat(text: str) -> list[str]:
    """Rows are flat dicts."""
    return [str(row["quantity_value"]) for row in claimx.rows(claimx.extract(text))]
