"""Quantities at string level: the corpora of positive and negative sentences."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimx.parsers import DEFAULT_PARSERS
from claimx.recognize import recognize
from claimx.units import Units

if TYPE_CHECKING:
    from claimx.claims import Quantity

CORPUS = Path(__file__).parent / "corpus"
QUANTITIES = ("quantities.jsonl", "units.jsonl", "forms.jsonl", "forms_more.jsonl", "documents.jsonl")
EXACT = {"value", "low", "high", "total", "tolerance"}


def rows(name: str) -> list[Any]:
    """The sentences of a corpus; one with "xfail" is still read wrong, for the reason given there."""
    lines = (CORPUS / name).read_text(encoding="utf-8").split("\n")
    return [pytest.param(row, id=row["text"][:60], marks=marks(row)) for row in map(json.loads, filter(None, lines))]


def marks(row: dict[str, Any]) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=row["xfail"], strict=True)] if "xfail" in row else []


def read(text: str) -> list[Quantity]:
    return recognize(text, DEFAULT_PARSERS, Units.default())


def plain(quantity: Quantity, fields: list[str]) -> dict[str, Any]:
    return {field: getattr(quantity, field) for field in fields}


def expected(row: dict[str, Any]) -> dict[str, Any]:
    """The fields to be checked; `text` may be a list, where more than one stretch is right."""
    return {field: parsed(field, value) for field, value in row.items() if field != "text"}


def parsed(field: str, value: Any) -> Any:
    if field == "ratio":
        return Fraction(value)
    return Decimal(value) if field in EXACT else value


def spellings(quantity: dict[str, Any]) -> list[str]:
    text = quantity["text"]
    return text if isinstance(text, list) else [text]


@pytest.mark.parametrize("row", [row for name in QUANTITIES for row in rows(name)])
def test_reads_each_quantity(row: dict[str, Any]) -> None:
    found, wanted = read(row["text"]), row["quantities"]
    texts = [quantity.text for quantity in found]
    assert len(texts) == len(wanted), texts
    assert all(text in spellings(want) for text, want in zip(texts, wanted, strict=True)), texts
    fields = [expected(want) for want in wanted]
    assert [plain(quantity, list(want)) for quantity, want in zip(found, fields, strict=True)] == fields


@pytest.mark.parametrize("row", [*rows("negative.jsonl"), *rows("prose_without_claims.jsonl")])
def test_finds_nothing_in_what_is_no_claim(row: dict[str, Any]) -> None:
    assert [str(quantity) for quantity in read(row["text"])] == []


def test_each_sentence_without_claims_says_of_what_kind_it_is() -> None:
    lines = (CORPUS / "negative.jsonl").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not json.loads(line).get("kind_of_non_claim")] == []
