"""The outputs: rows and their columns, CSV, JSON Lines, the terminal's table, the HTML page."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.claims import Claim, Extent, MoneyClaim, Phrase, Predicate, Quantity, loads
from claimx.outputs.highlight import highlight
from claimx.outputs.json_lines import json_document
from claimx.outputs.rows import columns, csv_header, csv_line, row, rows
from claimx.outputs.table import Screen, table
from claimx.outputs.wording import one_line
from tests import strategies

TEXT = "The harbour's tolls rose to more than $53.6 billion <now> & then."

EXPECTED_COLUMNS = """
doc_id kind text start end
quantity_kind quantity_value quantity_value_float quantity_low quantity_low_float quantity_high quantity_high_float
quantity_comparator quantity_unit quantity_total quantity_total_float quantity_ratio quantity_ratio_float quantity_exact
quantity_per quantity_tolerance quantity_tolerance_float quantity_statistic quantity_text quantity_start quantity_end
quantity_number_start quantity_number_end quantity_number_text
quantity_unit_text_start quantity_unit_text_end quantity_unit_text_text quantity_unit_inferred quantity_parts
entity_start entity_end entity_text entity_head entity_head_start
entity_refers_to_start entity_refers_to_end entity_refers_to_text entity_refers_to_head entity_refers_to_head_start
property_start property_end property_text property_head property_head_start
predicate_start predicate_end predicate_text predicate_head predicate_head_start predicate_lemma predicate_preposition
of_start of_end of_text of_head of_head_start
direction role change_id
time_start time_end time_text time_head time_head_start
source_start source_end source_text source_head source_head_start
source_refers_to_start source_refers_to_end source_refers_to_text source_refers_to_head source_refers_to_head_start
modality negated sentence_start sentence_end
rules_quantity rules_entity rules_property rules_predicate rules_of rules_direction rules_time rules_source
rules_modality rules_negated rules_refers_to
schema_version
"""


def span(text: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


def phrase(text: str, head: str) -> Phrase:
    return Phrase.model_validate({**span(text), "head": head, "head_start": TEXT.index(head)})


def tolls(**changes: object) -> MoneyClaim:
    amount = Quantity.model_validate(
        {
            **span("$53.6 billion"),
            "kind": "money",
            "value": Decimal("5.36E+10"),
            "comparator": ">",
            "unit": "USD",
            "number": span("53.6"),
            "unit_inferred": True,
        }
    )
    rise = {**span("rose"), "head": "rose", "head_start": span("rose")["start"], "lemma": "rise", "preposition": "to"}
    fields = {
        **span("more than $53.6 billion"),
        "quantity": amount,
        "entity": phrase("The harbour's tolls", "tolls"),
        "predicate": Predicate.model_validate(rise),
        "direction": "up",
        "role": "to",
        "time": phrase("now", "now"),
        "sentence": Extent(start=0, end=len(TEXT)),
        "doc_id": "toll.txt",
    }
    return MoneyClaim.model_validate({**fields, **changes})


# Rows


def test_the_columns_are_pinned() -> None:
    assert [column.name for column in columns()] == EXPECTED_COLUMNS.split()


def test_a_row_has_exact_values_and_doubles() -> None:
    flat = row(tolls())
    assert flat["quantity_value"] == "53600000000"
    assert flat["quantity_value_float"] == 53600000000.0
    assert flat["entity_head"] == "tolls"
    assert flat["predicate_preposition"] == "to"
    assert flat["of_text"] is None
    assert flat["of_head_start"] is None
    assert flat["quantity_parts"] == "[]"
    assert flat["sentence_end"] == len(TEXT)


@given(strategies.claims())
def test_rows_follow_the_columns(claim: Claim) -> None:
    (flat,) = rows([claim])
    for column in columns():
        value = flat[column.name]
        assert (value is None and column.nullable) or type(value) is column.type


@given(strategies.claims())
def test_parts_read_back(claim: Claim) -> None:
    parts = json.loads(str(row(claim)["quantity_parts"]))
    assert tuple(map(Quantity.model_validate, parts)) == claim.quantity.parts


def test_a_fraction_and_a_number_beyond_doubles() -> None:
    base = tolls().quantity
    third = base.model_copy(update={"ratio": Fraction(1, 3), "value": Decimal("1E+400")})
    flat = row(tolls(quantity=third))
    assert flat["quantity_ratio"] == "1/3"
    assert flat["quantity_ratio_float"] == pytest.approx(1 / 3)
    assert flat["quantity_value"] == "1" + 400 * "0"
    assert flat["quantity_value_float"] == float("inf")


# CSV


@given(st.lists(strategies.claims(), max_size=3))
def test_csv_reads_back(claims: list[Claim]) -> None:
    written = io.StringIO(csv_header() + "".join(map(csv_line, claims)), newline="")
    read = list(csv.DictReader(written))
    assert [one["quantity_value"] for one in read] == [row(claim)["quantity_value"] or "" for claim in claims]
    assert [one["entity_text"] for one in read] == [claim.entity.text if claim.entity else "" for claim in claims]
    assert [one["negated"] for one in read] == [str(claim.negated).lower() for claim in claims]


# JSON Lines


@given(strategies.claims(), strategies.any_text)
def test_a_line_of_json_is_one_line_and_reads_back(claim: Claim, doc_id: str) -> None:
    line = claim.model_dump_json()
    assert "\n" not in line
    assert loads(line) == claim
    document = json_document(doc_id, [claim, claim])
    assert "\n" not in document
    read = json.loads(document)
    assert list(read) == ["id", "claims", "error"]
    assert (read["id"], read["error"]) == (doc_id, None)
    assert [loads(json.dumps(one)) for one in read["claims"]] == [claim, claim]


def test_half_characters_are_escaped() -> None:
    line = tolls(doc_id="half \ud83d").model_dump_json()
    assert line.encode("utf-8")
    assert json.loads(line)["doc_id"] == "half \ud83d"


# The terminal's table


def test_the_table_shows_what_matters() -> None:
    drawn = table([tolls()], title="toll.txt")
    lines = drawn.splitlines()
    assert lines[0] == "toll.txt: 1 claim"
    assert lines[2].split() == ["Claim", "Value", "Entity", "Predicate", "Of", "Context"]
    assert "> 53,600,000,000 USD" in drawn
    assert "rise to ↑" in drawn
    assert "now" in drawn


def test_the_table_has_no_context_where_there_is_none() -> None:
    assert "Context" not in table([tolls(time=None)])


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_table_fits_the_screen(width: int, *, ascii_only: bool) -> None:
    long = phrase("The harbour's tolls", "tolls").model_copy(update={"text": "a very long entity " * 20})
    claims = [tolls(entity=long, of=long, source=phrase("then", "then"), modality="conditional", negated=True)] * 3
    drawn = table(claims, title="toll.txt", screen=Screen(width=width, ascii_only=ascii_only))
    assert max(map(len, drawn.splitlines())) <= width
    assert "conditional" in drawn or width == 60


def test_the_table_has_colour_only_if_asked() -> None:
    assert "\x1b[" not in table([tolls()])
    assert "\x1b[" in table([tolls()], screen=Screen(color=True))


def test_the_table_takes_no_orders_from_the_text() -> None:
    evil = phrase("now", "now").model_copy(update={"text": "\x1b[31mred [bold]x[/] :smile: \u202e\ud83d\nnext"})
    drawn = table([tolls(entity=evil)], screen=Screen(width=200))
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn
    assert "[31mred [bold]x[/] :smile: \ufffd next" in drawn


@given(st.lists(strategies.claims(), min_size=1, max_size=2), strategies.any_text)
def test_any_claim_fits_the_table(claims: list[Claim], title: str) -> None:
    assert table(claims, title=title).encode("utf-8")


@given(strategies.any_text)
def test_one_line_is_one_printable_line(text: str) -> None:
    assert one_line(text).isprintable()


# The HTML page


class Seen(HTMLParser):
    """The text of the marked paragraph without the labels, and the tags in use."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.paragraph = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert all(name in {"class", "title", "lang", "charset", "dir"} for name, _ in attrs)
        self.tags.add(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "p" in self.open and "small" not in self.open:
            self.paragraph += data


def seen(page: str) -> Seen:
    parser = Seen()
    parser.feed(page)
    parser.close()
    assert parser.open == []
    return parser


def test_the_page_marks_and_labels_the_claim() -> None:
    page = highlight(TEXT, [tolls()], title="a <b>")
    assert seen(page).paragraph == TEXT
    assert '">more than $53.6 billion<small>money</small></mark>' in page
    assert "<title>a &lt;b&gt;</title>" in page
    assert "&gt; 53,600,000,000 USD" in page


def test_the_page_needs_nothing_from_outside() -> None:
    assert not re.search(r"https?://|src=|url\(|<script|<link", highlight(TEXT, [tolls()]))


def test_claims_that_overlap_are_marked_once() -> None:
    whole = tolls(start=0, end=len(TEXT), text=TEXT)
    assert seen(highlight(TEXT, [tolls(), whole, tolls()])).paragraph == TEXT


@given(strategies.any_text.map(lambda text: text.replace("\r", "")), st.lists(strategies.claims(), max_size=2))
def test_any_text_is_safe_in_the_page(text: str, claims: list[Claim]) -> None:
    inside = [claim.model_copy(update={"start": min(claim.start, len(text)), "end": len(text)}) for claim in claims]
    page = highlight(text, inside, title=text)
    assert page.encode("utf-8")
    assert len(seen(page).paragraph) >= len(text)
    assert seen(page).tags <= set("html meta title style section h2 p mark small table tr th td".split())
