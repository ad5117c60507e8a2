"""Claims as Arrow, pandas, polars and Parquet: the columns of rows, their values unchanged."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimx
from claimx.frames import parquet, record_batches, schema, to_arrow, to_pandas, to_polars, write_parquet
from claimx.outputs.rows import columns, rows
from tests import strategies
from tests.test_rows import tolls

if TYPE_CHECKING:
    from claimx.claims import Claim

ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def test_the_schema_has_the_columns_of_rows() -> None:
    assert [(field.name, field.type, field.nullable) for field in schema()] == [
        (column.name, ARROW[column.type], column.nullable) for column in columns()
    ]


@settings(max_examples=50)
@given(st.lists(strategies.claims(), max_size=2))
def test_every_table_holds_the_rows(claims: list[Claim]) -> None:
    table = to_arrow(claims)
    table.validate(full=True)
    assert table.schema == schema()
    assert table.to_pylist() == list(rows(claims))
    assert pq.read_table(io.BytesIO(b"".join(parquet(claims)))) == table
    assert to_polars(claims).rows(named=True) == table.to_pylist()
    assert pa.Table.from_pandas(to_pandas(claims), schema=schema(), preserve_index=False) == table


def test_decimals_stay_exact() -> None:
    long = Decimal("123456789012345678901234567890.123456789")
    amount = tolls().quantity.model_copy(update={"value": long, "ratio": Fraction(1, 3)})
    (found,) = to_arrow([tolls(quantity=amount)]).to_pylist()
    assert Decimal(found["quantity_value"]) == long
    assert found["quantity_value_float"] == float(long)
    assert Fraction(found["quantity_ratio"]) == Fraction(1, 3)


@pytest.mark.parametrize("claims", [[], [tolls()]], ids=["no claim", "one claim"])
def test_the_types_do_not_depend_on_what_there_is(claims: list[Claim]) -> None:
    assert to_arrow(claims).schema == schema()
    assert to_arrow(claims)["kind"].num_chunks == 1
    assert pq.read_schema(io.BytesIO(b"".join(parquet(claims)))) == schema()
    assert [str(dtype.pyarrow_dtype) for dtype in to_pandas(claims).dtypes] == [str(kind) for kind in schema().types]
    polars = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
    assert dict(to_polars(claims).schema) == {column.name: polars[column.type] for column in columns()}


def test_half_characters_become_one_character_each() -> None:
    """UTF-8 cannot hold them; one for one, the offsets still hold."""
    (found,) = to_arrow([tolls(doc_id="a\ud83d\ude00\udfffb"), tolls()][:1]).to_pylist()
    assert found["doc_id"] == "a\ufffd\ufffd\ufffdb"
    assert found["entity_text"] == "The harbour's tolls"


@given(st.text(st.characters(exclude_categories=())))
def test_any_string_fits(text: str) -> None:
    (found,) = to_arrow([tolls(doc_id=text)]).to_pylist()
    assert len(found["doc_id"]) == len(text)
    assert found["doc_id"] == text or "\ufffd" in found["doc_id"]


# A bounded number of claims in memory


class Taken:
    """Gives the same claim again and again and counts how often."""

    def __init__(self, count: int) -> None:
        self.count, self.taken = count, 0

    def __iter__(self) -> Iterator[Claim]:
        claim = tolls()
        for self.taken in range(1, self.count + 1):  # noqa: B020
            yield claim


@pytest.mark.parametrize("stream", [record_batches, parquet])
def test_claims_are_taken_as_they_are_needed(stream: Callable[..., Iterator[Any]]) -> None:
    claims = Taken(50)
    written = stream(claims, rows=4)
    seen = []
    for _ in range(3):
        next(written)
        seen.append(claims.taken)
    assert seen == [4, 8, 12]


def test_parquet_has_a_row_group_for_each_batch() -> None:
    file = pq.ParquetFile(io.BytesIO(b"".join(parquet(Taken(10), rows=4))))
    groups = [file.metadata.row_group(number).num_rows for number in range(file.metadata.num_row_groups)]
    assert groups == [4, 4, 2]
    assert file.read().num_rows == 10


# Files


@pytest.mark.parametrize("spelled", [str, Path], ids=["str", "Path"])
def test_parquet_by_name(tmp_path: Path, spelled: Callable[[Path], str | Path]) -> None:
    claims = claimx.extract("The town spent $3m, up 4%, on 12 schools.")
    assert len(claims) > 2
    write_parquet(iter(claims), spelled(tmp_path / "claims.parquet"))
    assert pq.read_table(tmp_path / "claims.parquet").to_pylist() == list(rows(claims))


def test_parquet_into_an_open_file_leaves_it_open() -> None:
    file = io.BytesIO()
    write_parquet([tolls()], file)
    assert not file.closed
    assert pq.read_table(file).num_rows == 1


# Without the extra


@pytest.mark.parametrize(
    ("library", "function"),
    [("pyarrow", to_arrow), ("pandas", to_pandas), ("polars", to_polars), ("pyarrow.parquet", write_parquet)],
)
def test_what_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, function: Callable[..., Iterable[Any]]
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(claimx.MissingExtraError, match=rf"{library} is not .*pip install 'claimx\[frames\]'") as raised:
        function([tolls()], *([io.BytesIO()] if function is write_parquet else []))
    assert isinstance(raised.value, ImportError)
