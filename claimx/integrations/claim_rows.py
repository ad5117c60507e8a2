"""Arrow tables of texts in, Arrow tables of their claims' rows out: what every engine does with a piece of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import __version__
from claimx.errors import ArgumentError, TextTypeError
from claimx.extractor import default_extractor
from claimx.frames import record_batches, to_arrow

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow as pa

    from claimx.claims import Claim
    from claimx.extractor import Extractor

LEAVE_OUT = "id_column=None leaves ids out"


class ClaimRows:
    """Turns a table of texts into the table of their claims, one after the other, as `extract_many` gives them.

    `text_column` has the texts, `id_column` their ids, which become `doc_id` (a number as its digits; `None`: no ids).
    A null has no claims, as an empty text has none. Without an `extractor`, each process builds the default one once.
    Raises `ArgumentError` for a column that is not there or cannot be an id, `TextTypeError` for one without texts.

    >>> import pyarrow as pa
    >>> texts = pa.table({"body": ["It cost $5.", None, "No number."], "key": [7, 8, 9]})
    >>> ClaimRows("body", "key")(texts).select(["doc_id", "quantity_value", "quantity_unit"]).to_pylist()
    [{'doc_id': '7', 'quantity_value': '5', 'quantity_unit': 'USD'}]
    """

    def __init__(
        self, text_column: str = "text", id_column: str | None = "id", extractor: Extractor | None = None
    ) -> None:
        self.text_column = text_column
        self.id_column = id_column
        self.extractor = extractor
        self.version = __version__  # an engine that keeps results by what the function holds must see a new claimx

    def __call__(self, texts: pa.Table | pa.RecordBatch) -> pa.Table:
        """The rows of all claims of a table's texts."""
        return to_arrow(self._claims(texts))

    def batches(self, texts: pa.Table | pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The same rows a batch at a time, in bounded memory."""
        return record_batches(self._claims(texts))

    def _claims(self, texts: pa.Table | pa.RecordBatch) -> Iterator[Claim]:
        extractor = self.extractor or default_extractor()
        found = extractor.extract_many(self._texts(texts), as_tuples=True)
        return (claim for claims, _ in found for claim in claims)

    def _texts(self, table: pa.Table | pa.RecordBatch) -> Iterator[tuple[str, str | None]]:
        """The texts with their ids, without those that are null."""
        texts = map(_string, _column(table, self.text_column, "text_column"))
        if self.id_column is None:
            return ((text, None) for text in texts if text is not None)
        ids = map(_string, _column(table, self.id_column, "id_column"))
        return ((text, doc_id) for text, doc_id in zip(texts, ids, strict=True) if text is not None)


def _column(table: pa.Table | pa.RecordBatch, name: str, argument: str) -> pa.Array | pa.ChunkedArray:
    """A column, its type checked, so that a mistake is told at once and not at some row."""
    import pyarrow as pa

    if name not in table.schema.names:
        hint = f"{argument}= names it; there is {', '.join(table.schema.names)}"
        raise ArgumentError(f"no column {name!r}", hint=hint if argument == "text_column" else f"{hint}; {LEAVE_OUT}")
    kind = table.schema.field(name).type
    value = kind.value_type if pa.types.is_dictionary(kind) else kind
    if argument == "text_column" and value not in [pa.string(), pa.large_string(), pa.string_view(), pa.null()]:
        raise TextTypeError(f"column {name!r} must hold strings, not {kind}", hint="cast it first")
    if pa.types.is_nested(value) or value in [pa.binary(), pa.large_binary(), pa.binary_view()]:
        raise ArgumentError(f"column {name!r} cannot be an id: it holds {kind}", hint=f"cast it first; {LEAVE_OUT}")
    return table.column(name)


def _string(value: pa.Scalar) -> str | None:
    """A text, or an id as a string, as the command line reads it.

    What is not UTF-8 in it, which some engines let through, becomes "�".
    """
    try:
        plain = value.as_py()
    except UnicodeDecodeError:
        plain = value.as_buffer().to_pybytes().decode("utf-8", errors="replace")
    return None if plain is None else str(plain)
