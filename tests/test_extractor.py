"""The extractor: one text, many texts, parsed documents, wrong arguments, hostile input."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import claimx
from claimx import ArgumentError, Extractor, TextTypeError
from claimx.pipeline import embedded

TEXTS = [
    "The council spent £3m on roads.",
    "No number here.",
    "Sales rose 3% to $5bn from $4bn, the firm said. It employs 300 people.",
    "",
]
HOSTILE = {
    "empty": "",
    "white space": " \n\t\u00a0\u2009",
    "a megabyte of digits": "7" * 1_000_000,
    "many short numbers": "1 " * 20_000,
    "lone surrogates": "\ud83d spent $5m \udc00 on 3 roads \udfff",
    "control characters": "It cost\x00 $5\x07 million\x1b[0m.",
    "right to left": "\u202eIt cost $5m\u202c. התקציב הוא 5%",
    "emoji": "👩‍👩‍👧‍👦 pay $5 🎉 for 3️⃣ cakes 🇩🇪",
    "no full stop": "the firm sold 3 cars and " * 2_000,
    "brackets": "(((((" * 2_000 + "$5" + ")))))" * 2_000,
}


def test_many_give_what_one_gives() -> None:
    extractor = Extractor()
    assert list(extractor.extract_many(TEXTS, batch_size=2)) == [extractor.extract(text) for text in TEXTS]


def test_tuples_keep_their_ids() -> None:
    pairs = [(text, number) for number, text in enumerate(TEXTS)]
    found = list(claimx.extract_many(((text, str(number)) for text, number in pairs), as_tuples=True))
    assert [doc_id for _, doc_id in found] == ["0", "1", "2", "3"]
    assert {claim.doc_id for claims, _ in found for claim in claims} == {"0", "2"}


def test_two_processes_give_what_one_gives() -> None:
    extractor = Extractor()
    expected = list(extractor.extract_many(TEXTS))
    assert list(extractor.extract_many(TEXTS, batch_size=1, workers=2)) == expected


def test_extract_many_is_lazy() -> None:
    def endless() -> Any:
        while True:
            yield "It costs $5."

    first = next(claimx.extract_many(endless(), batch_size=3))
    assert first[0].kind == "money"


def test_a_parsed_document_gives_claims_with_the_same_offsets() -> None:
    text = "The council spent £3m on roads. It employs 300 people."
    claims = Extractor().extract(embedded()(text))
    found = [(claim.text, claim.entity and claim.entity.text) for claim in claims]
    assert found == [("£3m", "The council"), ("300", "It")]
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=list(HOSTILE))
def test_hostile_text_gives_a_list(text: str) -> None:
    for claim in claimx.extract(text):
        assert text[claim.start : claim.end] == claim.text


@pytest.mark.parametrize("wrong", [None, 5, b"$5", ["$5"]])
def test_other_than_text_is_refused(wrong: Any) -> None:
    for call in (claimx.extract, claimx.quantities, lambda text: list(claimx.extract_many([text]))):
        with pytest.raises(TextTypeError, match=type(wrong).__name__):
            call(wrong)


def test_an_id_other_than_text_is_refused() -> None:
    with pytest.raises(TextTypeError, match="doc_id must be a str or None, not int"):
        list(claimx.extract_many([("It costs $5.", 7)], as_tuples=True))


@pytest.mark.parametrize("options", [{"batch_size": 0}, {"workers": 0}])
def test_impossible_options_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError, match="at least 1"):
        list(claimx.extract_many(["$5"], **options))


def test_threads_share_an_extractor() -> None:
    extractor = Extractor()
    expected = [extractor.extract(text) for text in TEXTS]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(extractor.extract, TEXTS * 5)) == expected * 5


def test_context_never_reaches_beyond_the_paragraph() -> None:
    alone = claimx.extract("Sales rose 3%.")
    beside = claimx.extract("Profits fell, Ms Diaz said.\n\nSales rose 3%.")
    assert [str(claim) for claim in beside] == [str(claim) for claim in alone]
    assert beside[0].source is None
