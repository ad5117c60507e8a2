"""What every engine runs: a table of texts to a table of rows; nulls, ids of all types, columns that are not there."""

from __future__ import annotations

import datetime as dt
import pickle
from typing import Any

import pyarrow as pa
import pytest

import claimx
from claimx.frames import schema
from claimx.integrations.claim_rows import ClaimRows
from tests.engines import expected, texts


def test_the_rows_are_those_of_extract_many() -> None:
    table = ClaimRows("body", "key")(texts())
    assert table.schema == schema()
    assert table.to_pylist() == expected()
    assert table.num_rows == 12


def test_without_ids() -> None:
    assert ClaimRows("body", None)(texts()).to_pylist() == expected(ids=False)


def test_a_record_batch_and_chunks() -> None:
    (batch,) = texts().to_batches()
    halves = pa.concat_tables([texts().slice(0, 3), texts().slice(3)])
    assert ClaimRows("body", "key")(batch) == ClaimRows("body", "key")(halves)


@pytest.mark.parametrize("bodies", [[], [None], ["", "None."]])
def test_no_claims_have_the_schema_too(bodies: list[str | None]) -> None:
    table = pa.table({"text": pa.array(bodies, pa.string()), "id": pa.array(range(len(bodies)))})
    assert ClaimRows()(table).schema == schema()
    assert ClaimRows()(table).num_rows == 0


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())])
def test_strings_of_every_type(kind: pa.DataType) -> None:
    table = pa.table({"text": pa.array(["It cost $5.", None]).cast(kind), "id": pa.array(["a", "b"]).cast(kind)})
    assert ClaimRows()(table)["doc_id"].to_pylist() == ["a"]


@pytest.mark.parametrize(
    ("value", "doc_id"),
    [(7, "7"), (7.5, "7.5"), ("x", "x"), (None, None), (dt.date(2026, 11, 22), "2026-11-22"), (True, "True")],
)
def test_ids_become_strings(value: Any, doc_id: str | None) -> None:
    table = pa.table({"text": ["It cost $5."], "id": [value]})
    assert ClaimRows()(table)["doc_id"].to_pylist() == [doc_id]


def test_bytes_that_are_not_utf8_lose_no_other_text() -> None:
    bodies = pa.array([b"It cost $5.", b"It \xff cost $6."]).view(pa.string())
    found = ClaimRows()(pa.table({"text": bodies, "id": ["a", "b"]}))
    assert found["quantity_value"].to_pylist() == ["5", "6"]
    assert found["start"].to_pylist() == [8, 10]


@pytest.mark.parametrize(
    ("columns", "error", "message"),
    [
        ({"body": ["$5"], "id": [1]}, claimx.ArgumentError, "no column 'text'.*text_column=.*there is body, id"),
        ({"text": ["$5"]}, claimx.ArgumentError, "no column 'id'.*id_column=None leaves ids out"),
        ({"text": [5], "id": [1]}, claimx.TextTypeError, "column 'text' must hold strings, not int64"),
        ({"text": [b"$5"], "id": [1]}, claimx.TextTypeError, "must hold strings, not binary"),
        ({"text": [["$5"]], "id": [1]}, claimx.TextTypeError, "must hold strings, not list"),
        ({"text": ["$5"], "id": [[1]]}, claimx.ArgumentError, "column 'id' cannot be an id: it holds list"),
        ({"text": ["$5"], "id": [b"1"]}, claimx.ArgumentError, "column 'id' cannot be an id: it holds binary"),
    ],
)
def test_wrong_columns(columns: dict[str, list[Any]], error: type[claimx.ClaimxError], message: str) -> None:
    with pytest.raises(error, match=message):
        ClaimRows()(pa.table(columns))


def test_it_goes_to_other_processes_with_its_extractor() -> None:
    dollars = claimx.Extractor(parsers=[parser for parser in claimx.DEFAULT_PARSERS if parser.kind == "money"])
    rows = pickle.loads(pickle.dumps(ClaimRows("body", None, dollars)))  # noqa: S301 — just pickled
    assert set(rows(texts())["kind"].to_pylist()) == {"money"}
