"""The spaCy component: the claims that it writes, and that they stay through processes, bytes, disk and DocBin."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy
from hypothesis import given
from spacy import displacy
from spacy.tokens import Doc, DocBin, Span

import claimx
from claimx.integrations.spacy_component import claims_of, displacy_options, register_extensions
from tests.texts import texts
from tests.trees import PARSES

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).parent.parent
TEXTS = [
    "The firm cut 300 jobs (12%) after sales fell to more than $5bn. Its debt, worth £3m-£5m, grew.",
    "",
    "No number here.",
    "The bridge is 1.8 kilometres long.\n\nIt cost the city €30 million, or €400 each, the mayor said.",
]


def pipeline(**config: Any) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("claimx", config=config)
    return nlp


@cache
def default_pipeline() -> Language:
    return pipeline()


def parsed() -> Doc:
    return PARSES["change"].doc("english")


def test_a_text_without_a_parse_has_the_claims_of_extract() -> None:
    nlp = default_pipeline()
    for text in TEXTS:
        assert nlp(text)._.claims == claimx.extract(text)


def test_a_parse_of_the_pipeline_is_used() -> None:
    doc = parsed()
    doc[0].lemma_ = "marker"
    changed = parsed()
    changed[1].tag_ = "NN"  # no verb any more
    for given_ in (doc, changed):
        assert pipeline()(given_.copy())._.claims == claimx.Extractor().extract(given_)
    assert pipeline()(doc)._.claims != pipeline()(changed)._.claims


def test_a_parse_is_left_alone_where_the_config_says_so() -> None:
    changed = parsed()
    changed[1].tag_ = "NN"
    assert pipeline(use_parse=False)(changed)._.claims == claimx.extract(changed.text)


@pytest.mark.parametrize("missing", ["tags", "deps"])
def test_half_a_parse_is_none(missing: str) -> None:
    whole = parsed()
    parts: dict[str, Any] = {"tags": [t.tag_ for t in whole], "deps": [t.dep_ for t in whole]}
    if missing == "deps":
        del parts["deps"]
    else:
        parts = {"deps": parts["deps"], "heads": [t.head.i for t in whole]}
    doc = Doc(whole.vocab, [t.text for t in whole], [bool(t.whitespace_) for t in whole], **parts)
    assert pipeline()(doc)._.claims == claimx.extract(whole.text)


def test_a_sentencizer_is_no_parse() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("claimx")
    assert nlp(TEXTS[0])._.claims == claimx.extract(TEXTS[0])


def test_each_claim_has_a_span_of_its_kind() -> None:
    doc = default_pipeline()(TEXTS[0])
    found = [(span.text, span.label_) for span in doc.spans["claimx"]]
    assert found == [
        ("300", "count"), ("12%", "percent"), ("more than $5bn", "money"), ("£3m-£5m", "money"),
    ]  # fmt: skip


def test_offsets_are_those_of_the_text_whatever_the_tokens_are() -> None:
    text = "He paid £3m-£5m, not 30kg/m3."
    nlp = default_pipeline()
    claims = nlp(text)._.claims
    assert [text[claim.start : claim.end] for claim in claims] == ["£3m-£5m", "30kg/m3"]
    whole = nlp(Doc(nlp.vocab, [text], [False]))
    assert whole._.claims == claims
    assert [span.text for span in whole.spans["claimx"]] == [text, text]


@given(texts())
def test_every_claim_has_a_span_around_it(text: str) -> None:
    doc = default_pipeline()(text.encode("utf-8", "replace").decode())
    spans = list(doc.spans["claimx"])
    assert len(spans) == len(doc._.claims)
    for claim, span in zip(doc._.claims, spans, strict=True):
        assert doc.text[claim.start : claim.end] == claim.text
        assert span.start_char <= claim.start < claim.end <= span.end_char
        assert span.label_ == claim.kind
        assert claim in span._.claims


def test_the_spans_may_have_another_name() -> None:
    doc = pipeline(spans_key="sc")(TEXTS[0])
    assert list(doc.spans) == ["sc"]
    assert len(doc.spans["sc"]) == 4


def test_a_span_has_the_claims_inside_it() -> None:
    doc = default_pipeline()(TEXTS[0])
    claims = doc._.claims
    text = doc.text
    first = doc.char_span(0, text.index(" Its"))
    cut = doc.char_span(text.index("$5bn"), text.index("$5bn") + len("$5bn"))
    assert first is not None
    assert cut is not None
    assert first._.claims == claims[:3]
    assert doc[:]._.claims == claims
    assert cut._.claims == []  # "more than" is outside
    assert doc[:0]._.claims == []


def test_the_claims_are_those_of_extract_in_every_sentence() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("claimx")
    doc = nlp(TEXTS[0])
    assert [len(sentence._.claims) for sentence in doc.sents] == [3, 1]


def test_entities_are_left_alone() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "MONEY", "pattern": "$5bn"}, {"label": "ORG", "pattern": "The firm"}])
    before = [(ent.text, ent.label_) for ent in nlp(TEXTS[0]).ents]
    nlp.add_pipe("claimx")
    assert [(ent.text, ent.label_) for ent in nlp(TEXTS[0]).ents] == before == [("The firm", "ORG"), ("$5bn", "MONEY")]


def test_a_document_that_no_component_has_read_has_no_claims() -> None:
    register_extensions()
    assert spacy.blank("en")(TEXTS[0])._.claims == []


def test_a_second_reading_takes_the_place_of_the_first() -> None:
    nlp = default_pipeline()
    doc = nlp(nlp(TEXTS[0]))
    assert doc._.claims == claimx.extract(TEXTS[0])
    assert len(doc.spans["claimx"]) == len(doc._.claims)


def test_what_is_done_to_the_list_does_not_reach_the_document() -> None:
    doc = default_pipeline()(TEXTS[0])
    doc._.claims.clear()
    assert len(doc._.claims) == 4


@pytest.mark.parametrize("n_process", [1, 2])
@pytest.mark.parametrize("batch_size", [1, 3, 100])
def test_a_stream_has_the_same_claims_in_order(n_process: int, batch_size: int) -> None:
    texts_ = [*TEXTS, parsed().text] * 2
    docs = pipeline().pipe(texts_, n_process=n_process, batch_size=batch_size)
    assert [doc._.claims for doc in docs] == [claimx.extract(text) for text in texts_]


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_stream_may_hold_parsed_and_other_documents(n_process: int) -> None:
    nlp = default_pipeline()
    given_ = [nlp.make_doc(TEXTS[0]), parsed(), nlp.make_doc(TEXTS[3]), parsed()]
    found = [doc._.claims for doc in nlp.pipe(given_, n_process=n_process)]
    own = claimx.Extractor().extract(parsed())
    assert found == [claimx.extract(TEXTS[0]), own, claimx.extract(TEXTS[3]), own]


def test_a_stream_is_lazy() -> None:
    def endless() -> Any:
        while True:
            yield TEXTS[0]

    assert len(next(iter(pipeline().pipe(endless(), batch_size=2)))._.claims) == 4


def through_bytes(doc: Doc) -> Doc:
    return Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())


def through_doc_bin(doc: Doc) -> Doc:
    written = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(iter(DocBin().from_bytes(written).get_docs(spacy.blank("en").vocab)))


def through_pickle(doc: Doc) -> Doc:
    again: Doc = pickle.loads(pickle.dumps(doc))  # noqa: S301 — our own
    return again


@pytest.mark.parametrize("through", [through_bytes, through_doc_bin, through_pickle, Doc.copy])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_and_read_back_has_the_same_claims(through: Callable[[Doc], Doc], text: str) -> None:
    doc = default_pipeline()(text)
    again = through(doc)
    assert again._.claims == doc._.claims == claimx.extract(text)
    assert [(s.start, s.end, s.label_) for s in again.spans["claimx"]] == [
        (s.start, s.end, s.label_) for s in doc.spans["claimx"]
    ]


def test_a_document_on_disk_has_the_same_claims(tmp_path: Path) -> None:
    doc = default_pipeline()(TEXTS[0])
    doc.to_disk(tmp_path / "doc")
    assert Doc(spacy.blank("en").vocab).from_disk(tmp_path / "doc")._.claims == doc._.claims


def test_a_part_of_a_document_takes_no_claims_with_it() -> None:
    """Their offsets would be wrong."""
    doc = default_pipeline()(TEXTS[0])
    assert doc[10:].as_doc(copy_user_data=True)._.claims == []


def test_a_pipeline_on_disk_and_as_bytes_keeps_its_settings(tmp_path: Path) -> None:
    nlp = pipeline(spans_key="amounts", doc_id="source")
    nlp.to_disk(tmp_path / "nlp")
    as_bytes = pipeline().from_bytes(nlp.to_bytes())
    doc = spacy.load(tmp_path / "nlp")(TEXTS[0])
    assert len(doc.spans["amounts"]) == 4
    assert as_bytes(TEXTS[0])._.claims == doc._.claims


CONFIG = """
[nlp]
lang = "en"
pipeline = ["claimx"]

[components]

[components.claimx]
factory = "claimx"
doc_id = "id"

[components.claimx.extractor]
@misc = "tests.extractor_with_smoots"
"""


def test_a_config_file_may_name_an_extractor(tmp_path: Path) -> None:
    @spacy.registry.misc("tests.extractor_with_smoots")  # type: ignore[untyped-decorator]
    def extractor() -> claimx.Extractor:
        return claimx.Extractor(units=claimx.Units.default().define("smoot", "inch", factor=67))

    (tmp_path / "config.cfg").write_text(CONFIG, encoding="utf-8")
    nlp = spacy.util.load_model_from_config(spacy.util.load_config(tmp_path / "config.cfg"), auto_fill=True)
    nlp.to_disk(tmp_path / "nlp")
    for loaded in (nlp, spacy.load(tmp_path / "nlp")):
        (claim,) = loaded("The bridge is 364 smoots long.")._.claims
        assert str(claim.quantity) == "24,388 inch"


def test_anything_else_is_no_extractor() -> None:
    with pytest.raises(claimx.ArgumentError, match="must be an Extractor, not int"):
        pipeline(extractor=5)


def test_the_id_comes_from_user_data() -> None:
    nlp = pipeline(doc_id="source")
    named, unnamed, tree = nlp.make_doc(TEXTS[0]), nlp.make_doc(TEXTS[0]), parsed()
    named.user_data["source"] = "a.txt"
    tree.user_data["source"] = "b.txt"
    for n_process in (1, 2):
        docs = nlp.pipe([named.copy(), unnamed.copy(), tree.copy()], n_process=n_process)
        assert [{claim.doc_id for claim in doc._.claims} for doc in docs] == [{"a.txt"}, {None}, {"b.txt"}]


def test_the_id_comes_from_a_custom_attribute() -> None:
    Doc.set_extension("source_id", default=None)
    try:
        nlp = pipeline(doc_id="source_id")
        doc = nlp.make_doc(TEXTS[0])
        doc._.source_id = "a.txt"
        assert {claim.doc_id for claim in nlp(doc)._.claims} == {"a.txt"}
    finally:
        Doc.remove_extension("source_id")


def failing() -> tuple[Language, list[Doc]]:
    """A pipeline and a stream of three, the second of which has no usable id."""
    nlp = pipeline(doc_id="id")
    docs = [nlp.make_doc(TEXTS[0]) for _ in range(3)]
    docs[1].user_data["id"] = 5
    return nlp, docs


def test_an_id_is_a_string() -> None:
    nlp, docs = failing()
    with pytest.raises(claimx.TextTypeError, match="doc_id must be a str or None, not int"):
        list(nlp.pipe(docs))


def test_so_is_that_of_a_parsed_document() -> None:
    doc = parsed()
    doc.user_data["id"] = 5
    with pytest.raises(claimx.TextTypeError, match="doc_id must be a str or None, not int"):
        pipeline(doc_id="id")(doc)


def test_a_failing_document_goes_to_the_error_handler_alone() -> None:
    nlp, docs = failing()
    failed = []
    nlp.set_error_handler(lambda name, _, docs, error: failed.append((name, len(docs), type(error))))  # type: ignore[arg-type, return-value]
    assert [len(doc._.claims) for doc in nlp.pipe(docs)] == [4, 4]
    assert failed == [("claimx", 1, claimx.TextTypeError)]


def test_the_analysis_of_the_pipeline_finds_no_problem() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler")
    nlp.add_pipe("claimx")
    analysis: Any = nlp.analyze_pipes()
    assert analysis["problems"]["claimx"] == []
    assert analysis["summary"]["claimx"]["assigns"] == ["doc._.claims", "span._.claims", "doc.spans"]


@pytest.mark.parametrize("kind", [Doc, Span])
def test_an_attribute_of_another_is_not_taken(kind: Any) -> None:
    register_extensions()
    ours = kind.remove_extension("claims")
    kind.set_extension("claims", default="theirs")
    try:
        with pytest.raises(claimx.ArgumentError, match=rf"{kind.__name__.lower()}\._\.claims"):
            pipeline()
    finally:
        kind.set_extension("claims", getter=ours[2], force=True)


def test_displacy_paints_each_kind_in_its_colour() -> None:
    doc = default_pipeline()("It weighs 5 kg, costs $5, up 3%, and has 4 doors.")
    html = displacy.render(doc, style="span", options=displacy_options(), jupyter=False)
    colors = displacy_options()["colors"]
    assert len(set(colors.values())) == 4
    for kind, color in colors.items():
        assert color in html
        assert kind in html


def test_getters_are_what_the_attributes_give() -> None:
    doc = default_pipeline()(TEXTS[0])
    assert claims_of(doc) == doc._.claims
