"""Claims as tables: Arrow, pandas, polars and Parquet, all with the columns of `claimx.rows`.

The Arrow schema is made from those columns once, so a table of no claims has it too. A decimal keeps its exact value in
a column of strings and has a column of doubles beside it. What is imported here comes with `claimx[frames]`; Arrow and
Parquet need pyarrow alone.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claimx.errors import extra
from claimx.outputs.rows import Leaf, columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from os import PathLike

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from claimx.claims import Claim

BATCH_ROWS = 10_000
"""Rows of a record batch, and of a row group in Parquet; so many are in memory at a time, about 2 kB each."""
REPLACEMENT = "\ufffd"


@cache
def schema() -> pa.Schema:
    """The Arrow schema of every table of claims.

    >>> schema().field("quantity_value"), schema().field("quantity_value_float")
    (pyarrow.Field<quantity_value: string>, pyarrow.Field<quantity_value_float: double>)
    """
    with extra("frames"):
        import pyarrow as pa
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.schema([pa.field(column.name, types[column.type], nullable=column.nullable) for column in columns()])


def record_batches(claims: Iterable[Claim], *, rows: int = BATCH_ROWS) -> Iterator[pa.RecordBatch]:
    """Claims as Arrow record batches of so many rows, lazily: no more claims are taken than the batch needs.

    >>> [batch.num_rows for batch in record_batches([])]
    []
    """
    wanted, read, todo = schema(), columns(), iter(claims)
    while taken := [tuple(column.of(claim) for column in read) for claim in islice(todo, rows)]:
        yield _record_batch(taken, wanted)


def to_arrow(claims: Iterable[Claim]) -> pa.Table:
    """Claims as an Arrow table.

    >>> import claimx
    >>> table = to_arrow(claimx.extract("Sales rose 3% to $5bn."))
    >>> table.select(["entity_text", "quantity_value", "quantity_unit"]).to_pylist()[1]
    {'entity_text': 'Sales', 'quantity_value': '5000000000', 'quantity_unit': 'USD'}
    """
    with extra("frames"):
        import pyarrow as pa
    batches = list(record_batches(claims))
    return pa.Table.from_batches(batches) if batches else schema().empty_table()  # with a chunk, as some tools need


def to_pandas(claims: Iterable[Claim]) -> pd.DataFrame:
    """Claims as a pandas data frame whose columns keep their Arrow types, so that none makes no integer a float.

    >>> import claimx
    >>> frame = to_pandas(claimx.extract("Sales rose 3% to $5bn."))
    >>> frame["quantity_value_float"].tolist(), str(frame["entity_start"].dtype)
    ([3.0, 5000000000.0], 'int64[pyarrow]')
    """
    with extra("frames"):
        import pandas as pd
    return to_arrow(claims).to_pandas(types_mapper=pd.ArrowDtype)


def to_polars(claims: Iterable[Claim]) -> pl.DataFrame:
    """Claims as a polars data frame.

    >>> import claimx
    >>> to_polars(claimx.extract("Sales rose 3% to $5bn."))["quantity_unit"].to_list()
    ['percent', 'USD']
    """
    with extra("frames"):
        import polars as pl
    return pl.DataFrame(to_arrow(claims))


def write_parquet(claims: Iterable[Claim], file: str | PathLike[str] | BinaryIO) -> None:
    """Write claims to a Parquet file, or to an open one: a row group at a time, in bounded memory.

    >>> import io, claimx
    >>> file = io.BytesIO()
    >>> write_parquet(claimx.extract("Sales rose 3% to $5bn."), file)
    >>> import pyarrow.parquet as pq
    >>> pq.read_table(file).num_rows
    2
    """
    if isinstance(file, (str, Path)) or hasattr(file, "__fspath__"):
        with Path(file).open("wb") as opened:
            opened.writelines(parquet(claims))
    else:
        file.writelines(parquet(claims))


def parquet(claims: Iterable[Claim], *, rows: int = BATCH_ROWS) -> Iterator[bytes]:
    """The bytes of a Parquet file of claims, lazily: what a row group adds, one after the other.

    >>> b"".join(parquet([]))[:4]
    b'PAR1'
    """
    with extra("frames"):
        from pyarrow.parquet import ParquetWriter
    sink = _Sink()
    with ParquetWriter(sink, schema()) as writer:
        for batch in record_batches(claims, rows=rows):
            writer.write_batch(batch)
            yield sink.take()
    yield sink.take()


class _Sink:
    """A file that is written to here and read from there, so that a writer of files can be a generator."""

    closed = False

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        """What has been written since the last time."""
        written, self._written = self._written, []
        return b"".join(written)

    def flush(self) -> None:
        """Nothing waits."""

    def close(self) -> None:
        """Nothing is open."""


def _record_batch(rows: Sequence[tuple[Leaf, ...]], wanted: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa

    arrays = [_array(values, field.type) for values, field in zip(zip(*rows, strict=True), wanted, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=wanted)


def _array(values: Sequence[Leaf], kind: pa.DataType) -> pa.Array:
    """Arrow's strings are UTF-8, which has no half characters (lone surrogates): each becomes one "�"."""
    import pyarrow as pa

    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([_whole(value) if isinstance(value, str) else value for value in values], kind)


def _whole(text: str) -> str:
    return "".join(REPLACEMENT if "\ud800" <= character <= "\udfff" else character for character in text)
