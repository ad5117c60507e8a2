"""What the engines' tests share: texts as a folder of Parquet, and the rows that `extract_many` gives of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import claimx
from claimx.outputs.rows import Leaf

Row = Mapping[str, Leaf]

TEXTS = (
    (11, "Sales rose 3% to $5 billion from $4.85 billion, the firm said on Monday."),
    (12, None),
    (13, "No number here."),
    (14, "The bridge is 1.8 kilometres long. It cost about £2.5m, a third of it paid by the state."),
    (15, ""),
    (None, "Only 23 of 32 members meet the 2% target 🦆."),
    (17, "The mayor spent 7 to 9 hours with 40 pupils; 12.50 euros each was not enough."),
    (18, "Dozens came."),
)


def texts() -> pa.Table:
    """The texts with ids that are numbers, a null text, a null id, and a column that no one asks for."""
    ids, bodies = zip(*TEXTS, strict=True)
    return pa.table({"key": ids, "body": bodies, "date": ["2026-11-22"] * len(ids)})


def write_texts(folder: Path) -> None:
    """The texts in two files of Parquet."""
    table = texts()
    for name, part in (("a", table.slice(0, 5)), ("b", table.slice(5))):
        pq.write_table(part, folder / f"{name}.parquet")


def expected(pairs: Iterable[tuple[object, str | None]] = TEXTS, *, ids: bool = True) -> list[Row]:
    """The rows of `extract_many` for these ids and texts, the nulls left out."""
    texts = ((text, str(key) if ids and key else None) for key, text in pairs if text is not None)
    found = chain.from_iterable(claims for claims, _ in claimx.extract_many(texts, as_tuples=True))
    return list(claimx.rows(found))
