"""Both label schemes give the same claims on the same hand-built trees."""

from __future__ import annotations

import pytest
import spacy

from claimx import AnnotationError, Claim, Extractor
from tests.trees import Parse, parses

EXPECTED = {
    "clause": [("city", "give", "grants")],
    "passive": [("bridge", "sell", None)],
    "change": [("Sales", "rise", None), ("Sales", "rise", None)],
    "copula": [("price", "be", None)],
    "counted subject": [("countries", "meet", "countries")],
    "relative clause": [("firm", "own", "ships"), ("firm", "hire", "sailors")],
    "base of a percentage": [("Chile", "spend", "output")],
    "source": [("port", "lose", "jobs")],
    "predicative adjective": [("tower", "high", None)],
    "agent": [("plan", "back", "states")],
}


def attached(claim: Claim) -> tuple[str | None, str | None, str | None]:
    entity, of = (None if phrase is None else phrase.head for phrase in (claim.entity, claim.of))
    lemma = None if claim.predicate is None else claim.predicate.lemma
    return entity, lemma, of


@pytest.mark.parametrize("scheme", ["universal", "english"])
@pytest.mark.parametrize("name", EXPECTED)
def test_attachment(name: str, scheme: str) -> None:
    claims = Extractor().extract(parses()[name].doc(scheme))
    assert [attached(claim) for claim in claims] == EXPECTED[name]


@pytest.mark.parametrize("parse", parses().values(), ids=list(parses()))
def test_schemes_agree(parse: Parse) -> None:
    universal, english = (Extractor().extract(parse.doc(scheme)) for scheme in ("universal", "english"))
    assert universal == english


def test_a_doc_without_a_parse_is_refused() -> None:
    doc = spacy.blank("en")("It costs $5.")
    with pytest.raises(AnnotationError, match="tagger and a parser"):
        Extractor().extract(doc)


def test_a_pipeline_without_a_parse_is_refused() -> None:
    with pytest.raises(AnnotationError, match="part-of-speech tags"):
        Extractor(nlp=spacy.blank("en")).extract("It costs $5.")
