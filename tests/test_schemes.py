"""Both label schemes give the same claims on the same hand-built trees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import spacy
from spacy.tokens import Doc

from claimx import AnnotationError, Claim, Extractor
from claimx.parsers import DEFAULT_PARSERS
from claimx.read import Mention, as_is, doc_tree
from claimx.recognize import claim_extent, recognize
from claimx.units import Units
from tests.trees import PARSES, Parse

if TYPE_CHECKING:
    from claimx.syntax import Tree

# Entity, predicate, of for each claim, then what else is to be said of it.
Row = tuple[str | None, str | None, str | None] | tuple[str | None, str | None, str | None, dict[str, Any]]
EXPECTED: dict[str, list[Row]] = {
    "clause": [("city", "give", "grants")],
    "passive": [("bridge", "sell", None)],
    "change": [
        ("Sales", "rise", None, {"direction": "up", "role": "by"}),
        ("Sales", "rise", None, {"direction": "up", "role": "to"}),
    ],
    "copula": [("price", "be", None)],
    "counted subject": [("countries", "meet", "countries", {"time": "year", "modality": "expected"})],
    "relative clause": [("firm", "own", "ships"), ("firm", "hire", "sailors")],
    "base of a percentage": [("Chile", "spend", "output")],
    "source": [("port", "lose", "jobs", {"source": "mayor"})],
    "predicative adjective": [("tower", "high", None)],
    "agent": [("plan", "back", "states")],
    "existential": [("lakes", "be", "lakes")],
    "raising": [("bridge", "cost", None, {"time": "year", "modality": "expected"})],
    "raised copula": [("price", "be", None, {"time": "June", "modality": "expected"})],
    "negation": [("Members", "spend", "income", {"negated": True})],
    "negated copula": [("fee", "be", None, {"negated": True})],
    "adverb of direction": [("Shares", "up", None, {"direction": "up", "role": "by", "time": "Monday"})],
    "predicative preposition": [("rate", "be", None)],
    "predicative noun": [("loss", "be", None)],
    "complement of another verb": [("fine", "remain", None)],
    "object predicate": [("men", "declare", "men")],
    "conjoined objects": [("firm", "hire", "cooks"), ("firm", "hire", "waiters"), ("firm", "hire", "drivers")],
    "conjoined verbs": [("bank", "raise", None), ("bank", "cut", "jobs")],
    "conjoined subjects": [("Chile", "send", "doctors")],
    "according to": [("jobs", "lose", "jobs", {"source": "union", "time": "2023"})],
    "possessor": [("schools", "teach", "schools"), ("schools", "teach", "pupils")],
    "agent of a participle": [("plan", "back", "states")],
    "participle": [("projects", "cost", None)],
    "particle": [("firm", "lay", "workers")],
    "preposition before a clause": [("club", "sign", "players")],
    "noun before a clause": [("cost", "hire", "nurses")],
    "recipient": [("fund", "lend", None)],
    "condition": [("Rents", "fall", None, {"direction": "down", "role": "by", "modality": "conditional"})],
    "change noun": [("exports", "drop", None, {"direction": "down", "role": "by"})],
    "from and to": [
        ("Output", "rise", None, {"direction": "up", "role": "from"}),
        ("Output", "rise", None, {"direction": "up", "role": "to"}),
    ],
    "plan": [("firm", "hire", "nurses", {"modality": "planned"})],
    "object control": [("firm", "pay", None, {"modality": "required"})],
    "worth": [("contract", "worth", None)],
    "saying after what is said": [("port", "lose", "jobs", {"time": "year", "source": "mayor"})],
    "share of a count": [("boats", "sink", "boats")],
}
PLAIN = {"direction": None, "role": None, "time": None, "source": None, "modality": "asserted", "negated": False}


def attached(claim: Claim) -> tuple[str | None, str | None, str | None, dict[str, Any]]:
    entity, of, time, source = (
        None if phrase is None else phrase.head for phrase in (claim.entity, claim.of, claim.time, claim.source)
    )
    lemma = None if claim.predicate is None else claim.predicate.lemma
    rest = {name: getattr(claim, name) for name in ("direction", "role", "modality", "negated")}
    return entity, lemma, of, {**rest, "time": time, "source": source}


@pytest.mark.parametrize("scheme", ["universal", "english"])
@pytest.mark.parametrize("name", EXPECTED)
def test_attachment(name: str, scheme: str) -> None:
    claims = Extractor().extract(PARSES[name].doc(scheme))
    expected = [(*row[:3], PLAIN | (row[3] if len(row) == 4 else {})) for row in EXPECTED[name]]
    assert [attached(claim) for claim in claims] == expected


@pytest.mark.parametrize("parse", PARSES.values(), ids=list(PARSES))
def test_schemes_agree(parse: Parse) -> None:
    universal, english = (Extractor().extract(parse.doc(scheme)) for scheme in ("universal", "english"))
    assert universal == english


@pytest.mark.parametrize("parse", PARSES.values(), ids=list(PARSES))
def test_schemes_give_the_same_tree(parse: Parse) -> None:
    """Not the same claims by chance: every word has the same role and head, and so whatever rule comes."""
    trees = (tree(parse.doc(scheme)) for scheme in ("universal", "english"))
    universal, english = (
        [(word.start, word.role, word.head and word.head.index) for word in tree.words if word.tag not in {",", "."}]
        for tree in trees
    )
    assert universal == english


def tree(doc: Doc) -> Tree:
    text = doc.text
    found = recognize(text, DEFAULT_PARSERS, Units.default())
    mentions = [Mention(quantity, *claim_extent(text, quantity)) for quantity in found]
    return doc_tree(doc, as_is(text, 0, len(text), mentions))


def test_every_sentence_is_expected() -> None:
    assert set(EXPECTED) == set(PARSES)


def test_a_doc_without_a_parse_is_refused() -> None:
    doc = spacy.blank("en")("It costs $5.")
    with pytest.raises(AnnotationError, match="tagger and a parser"):
        Extractor().extract(doc)


def test_a_doc_with_tags_alone_is_refused() -> None:
    doc = PARSES["copula"].doc("english")
    tagged = Doc(doc.vocab, words=[token.text for token in doc], tags=[token.tag_ for token in doc])
    with pytest.raises(AnnotationError, match="a dependency parse"):
        Extractor().extract(tagged)


def test_a_doc_with_a_parse_alone_is_refused() -> None:
    doc = PARSES["copula"].doc("english")
    heads, labels = [token.head.i for token in doc], [token.dep_ for token in doc]
    parsed = Doc(doc.vocab, words=[token.text for token in doc], heads=heads, deps=labels)
    with pytest.raises(AnnotationError, match="part-of-speech tags"):
        Extractor().extract(parsed)


def test_a_pipeline_without_a_parse_is_refused() -> None:
    with pytest.raises(AnnotationError, match="part-of-speech tags"):
        Extractor(nlp=spacy.blank("en")).extract("It costs $5.")
