"""claimx on Apache Spark: a data frame of texts in, a data frame of their claims out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.errors import extra
from claimx.integrations.claim_rows import ClaimRows
from claimx.outputs.rows import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

    from claimx.extractor import Extractor

TEXT, ID = "text", "id"


def extract_claims(
    frame: DataFrame,
    *,
    text_column: str = "text",
    id_column: str | None = "id",
    extractor: Extractor | None = None,
) -> DataFrame:
    """The claims of a column of texts as a data frame with the columns of `claimx.rows`, lazily.

    A partition's claims come in the order of its texts. Ids become `doc_id` (`id_column=None`: no ids); a null has no
    claims. An `extractor` goes to the workers by pickle. Spark raises its own error for a column that is not there.
    Raises `MissingExtraError` without pyspark or pyarrow. `docs/spark.md` has an example that runs.
    """
    with extra("spark"):
        import pyarrow as pa  # noqa: F401 — Spark asks for it only when a worker runs
        import pyspark  # noqa: F401
    wanted = {TEXT: text_column} | ({} if id_column is None else {ID: id_column})
    texts = frame.select(*map(_quoted, wanted.values())).toDF(*wanted)
    rows = ClaimRows(TEXT, id_column and ID, extractor)

    def claims(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield from rows.batches(batch)

    return texts.mapInArrow(claims, schema())


def schema() -> StructType:
    """The Spark schema of claims' rows.

    >>> schema()["quantity_value"], schema()["quantity_value_float"]
    (StructField('quantity_value', StringType(), True), StructField('quantity_value_float', DoubleType(), True))
    """
    with extra("spark"):
        from pyspark.sql.types import BooleanType, DoubleType, LongType, StringType, StructField, StructType
    types = {str: StringType(), int: LongType(), float: DoubleType(), bool: BooleanType()}
    return StructType([StructField(column.name, types[column.type], column.nullable) for column in columns()])


def _quoted(name: str) -> str:
    """A column's name as Spark reads it whole, with dots and all."""
    return f"`{name.replace('`', '``')}`"
