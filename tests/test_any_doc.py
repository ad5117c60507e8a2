"""Any `Doc` with tags and a parse is read: whatever its tokens, heads and labels are, nothing raises, offsets hold."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.pipeline import Sentencizer, merge_entities, merge_noun_chunks
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from claimx import Extractor
from claimx.schemes import ENGLISH, UNIVERSAL
from tests.invariants import check_claims_of
from tests.texts import PIECES
from tests.trees import PARSES

TAGS = (
    "NN NNS NNP VB VBD VBG VBN VBP VBZ MD JJ JJR RB RBR RP IN TO DT WDT WP WRB CD $ PRP PRP$ POS CC EX UH FW SYM , . : "
    "'' -LRB- _SP X ?"
).split()
WORDS = (
    "The city spent rose fell cut to from by of in on $ £ 5 3 30 300 % million percent said mayor according it they "
    "its which that who worth is are was not will has with between than more about half ten two dozens years old per a "
    "and or , . : ; ( ) ” “ ’s – £3m-£5m 3m-£5 5kg 20% 1.5bn"
).split()
MERGED = ["\n", "  ", "five dollars", "the 40 sailors", "The city of Leeds", "costs £3m-£5m a year", " "]
tokens = st.sampled_from([*WORDS * 3, *MERGED, *(piece for piece in PIECES if piece and piece.isprintable())])


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    """A document of any tokens, spaces, tags, heads (loops and crossing arcs too), labels and sentences."""
    words = draw(st.lists(tokens, min_size=1, max_size=14))
    size = len(words)
    labels = draw(st.sampled_from([[*UNIVERSAL], [*ENGLISH], [*UNIVERSAL, *ENGLISH, "dep", "?"]]))

    def each(values: st.SearchStrategy[object]) -> list[object]:
        return draw(st.lists(values, min_size=size, max_size=size))

    annotations = {
        "spaces": each(st.booleans()),
        "tags": each(st.sampled_from(TAGS)),
        "heads": each(st.integers(0, size - 1)),
        "deps": each(st.sampled_from(labels)),
        "lemmas": draw(st.sampled_from([None, [word.lower() for word in words]])),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # spaCy says that these are no trees
        doc = Doc(Vocab(), words=words, **annotations)
    if draw(st.booleans()):
        Sentencizer(overwrite=True)(doc)
    return doc


@given(docs())
def test_any_document_is_read(doc: Doc) -> None:
    check_claims_of(Extractor().extract(doc), doc.text)


def test_loops_are_opened() -> None:
    doc = Doc(Vocab(), words=["Sales", "rose", "3", "%"], tags=["NNS", "VBD", "CD", "NN"], heads=[1, 3, 3, 1],
              deps=["nsubj", "dobj", "nummod", "dobj"])  # fmt: skip
    (claim,) = Extractor().extract(doc)
    assert str(claim.quantity) == "3 percent"


def test_an_empty_document_has_no_claims() -> None:
    assert Extractor().extract(Doc(Vocab(), words=[])) == []


def sentences_by_full_stops(doc: Doc) -> Doc:
    Sentencizer(overwrite=True)(doc)
    return doc


def with_a_space_before(doc: Doc) -> Doc:
    """Offsets that are not those of the words alone; spaCy makes a token of blanks."""
    words = ["\n ", *(token.text for token in doc)]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[False, *(bool(token.whitespace_) for token in doc)],
        tags=["_SP", *(token.tag_ for token in doc)],
        heads=[1 + doc[:].root.i, *(token.head.i + 1 for token in doc)],
        deps=["dep", *(token.dep_ for token in doc)],
    )


def with_noun_phrases_merged(doc: Doc) -> Doc:
    for token in doc:
        token.pos_ = {"N": "NOUN", "P": "PRON"}.get(token.tag_[0], "X")
    merge_noun_chunks(doc)
    return doc


def with_quantities_merged(doc: Doc) -> Doc:
    """As a pipeline does that finds amounts as entities, and merges entities."""
    claims = Extractor().extract(doc)
    spans = (doc.char_span(claim.start, claim.end, label="MONEY", alignment_mode="expand") for claim in claims)
    doc.ents = filter_spans(span for span in spans if span is not None)
    merge_entities(doc)
    return doc


CHANGES = [sentences_by_full_stops, with_a_space_before, with_noun_phrases_merged, with_quantities_merged]


@pytest.mark.parametrize("scheme", ["universal", "english"])
@pytest.mark.parametrize("change", CHANGES)
def test_what_else_a_pipeline_does_to_a_document_leaves_its_claims(change: Callable[[Doc], Doc], scheme: str) -> None:
    for name, parse in PARSES.items():
        doc = change(parse.doc(scheme))
        claims = Extractor().extract(doc)
        check_claims_of(claims, doc.text)
        assert [*map(str, claims)] == [*map(str, Extractor().extract(parse.doc(scheme)))], name
