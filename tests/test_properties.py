"""What must hold for any text (`tests.invariants` says what), and for a text made of paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimx
from claimx.sentences import paragraphs, sentences
from tests.invariants import check_claims, check_quantities
from tests.texts import any_characters, mutated_sentences, pieces, texts
from tests.written import in_texts

# Texts that once broke an invariant, as the fuzz run shortened them.
FOUND = (
    "One only or two Figure gulls",
    "quarter \n",
    "3~12,34,567per",
    "on1.5~7£",
    "five-1-0-degrees",
    "⅔”⅔Big",
    "5-e-3/4-",
    "2×10^8\u2007000",
    "10⁶³",
    "\n0C",
    " 0C",
    "billion\u00a0billion\u00a0billion\u00a0billion\u00a02g\u00a0billion",
)
ODD = ("", " ", "\ud800", "\x00" * 9, "٣٤٥ مئة", "🦆 5 🦆", "1" * 10**6, "½" * 99, "10^" * 99)


@given(pieces())
def test_pieces_of_numbers(text: str) -> None:
    check_quantities(text)


@given(mutated_sentences())
def test_sentences_with_pieces_in_them(text: str) -> None:
    check_quantities(text)


@given(in_texts())
def test_quantities_side_by_side(text: str) -> None:
    check_quantities(text)


@given(any_characters())
def test_any_characters(text: str) -> None:
    check_quantities(text)


@given(texts())
def test_claims_of_any_text(text: str) -> None:
    check_claims(text)


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found_stays_mended(text: str) -> None:
    check_quantities(text)
    check_claims(text)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(text: str) -> None:
    check_quantities(text)


@given(st.lists(pieces(8).map(str.strip).filter(bool).filter(lambda text: "\n" not in text), max_size=4))
def test_the_quantities_of_a_text_are_those_of_its_paragraphs_shifted(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    expected = []
    offset = 0
    for part in parts:
        expected += [(found.start + offset, found.end + offset, str(found)) for found in claimx.quantities(part)]
        offset += len(part) + 2
    assert [(found.start, found.end, str(found)) for found in claimx.quantities(text)] == expected


@given(texts())
def test_sentences_cover_the_text_in_order(text: str) -> None:
    extents = sentences(text)
    for (_, end), (start, _) in pairwise(extents):
        assert end <= start
    covered = "".join(text[start:end] for start, end in extents)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(start < end for start, end in paragraphs(text))
