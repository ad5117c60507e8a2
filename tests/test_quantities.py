"""Quantities at string level: the corpora of positive and negative sentences, and what holds for any text."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.parsers import DEFAULT_PARSERS
from claimx.recognize import claim_extent, recognize
from claimx.units import Units

if TYPE_CHECKING:
    from claimx.claims import Quantity

CORPUS = Path(__file__).parent / "corpus"
EXACT = {"value", "low", "high", "total", "tolerance"}
SIGNS = "0123456789.,-–/%$£€'\"()[]:+±×½²eEkKmMbB \n\u00a0"
WORDS = (
    "one two five ten twenty hundred thousand million dozen half third quarter and a an of to or "
    "between from about more than "
    "percent kg km feet ' in years $ £5 €3m 10% 2019 May Section page 5 7.5 1,000 2-1 twice doubled "
    "couple several tens hundreds"
).split()


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


@pytest.mark.parametrize("row", [*rows("quantities.jsonl"), *rows("units.jsonl"), *rows("forms.jsonl")])
def test_reads_each_quantity(row: dict[str, Any]) -> None:
    found, wanted = read(row["text"]), row["quantities"]
    texts = [quantity.text for quantity in found]
    assert len(texts) == len(wanted), texts
    assert all(text in spellings(want) for text, want in zip(texts, wanted, strict=True)), texts
    fields = [expected(want) for want in wanted]
    assert [plain(quantity, list(want)) for quantity, want in zip(found, fields, strict=True)] == fields


@pytest.mark.parametrize("row", rows("negative.jsonl"))
def test_finds_nothing_in_what_is_no_claim(row: dict[str, Any]) -> None:
    assert [str(quantity) for quantity in read(row["text"])] == []


def check(text: str) -> list[Quantity]:
    found, end = read(text), 0
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start < quantity.end
        assert text[quantity.number.start : quantity.number.end] == quantity.number.text
        start, stop = claim_extent(text, quantity)
        assert 0 <= start <= quantity.start
        assert quantity.end <= stop <= len(text)
        assert not text[quantity.end : quantity.end + 1].isdigit()
        assert not text[quantity.start - 1 : quantity.start].isdigit() or quantity.start == 0
        end = quantity.end
    return found


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(SIGNS, max_size=6)), max_size=14),
    st.sampled_from([" ", "", "-"]),
)
def test_any_text_that_is_full_of_numbers(pieces: list[str], glue: str) -> None:
    check(glue.join(pieces))


@given(st.integers(min_value=10, max_value=10**15).filter(lambda n: not 1000 <= n < 2200))
def test_written_numbers_read_back(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        (quantity,) = check(f"They counted {written} geese.")
        assert (quantity.value, quantity.text) == (Decimal(number), written)


@given(st.decimals(min_value=0, max_value=10**6, places=2), st.sampled_from(["$", "£", "€", "US$", "CHF "]))
def test_written_amounts_read_back(amount: Decimal, sign: str) -> None:
    (quantity,) = check(f"It cost {sign}{amount} then.")
    assert (quantity.kind, quantity.value, quantity.text) == ("money", amount, f"{sign}{amount}")


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800", "\x00" * 9, "٣٤٥ مئة", "🦆 5 🦆", "1" * 10**6, "½" * 99, "10^" * 99]
)
def test_odd_texts(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "unit",
    [
        "one ",
        "1 ",
        "1-",
        "1.",
        "one and ",
        "$1",
        "more than ",
        "up to 5 ",
        "5 to ",
        "tens of ",
        "(1",
        "a week ",
        "5 ft ",
    ],
)
def test_time_grows_with_length(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        begin = perf_counter()
        read(text)
        return perf_counter() - begin

    seconds(50)
    assert seconds(1600) < 20 * max(seconds(200), 0.002)
