"""claimx on Hugging Face datasets: a dataset of texts in, a dataset of their claims out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from claimx.errors import extra
from claimx.frames import schema
from claimx.integrations.claim_rows import ClaimRows

if TYPE_CHECKING:
    from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict

    from claimx.extractor import Extractor

    AnyDataset = TypeVar("AnyDataset", Dataset, IterableDataset, DatasetDict, IterableDatasetDict)


def extract_claims(
    dataset: AnyDataset,
    *,
    text_column: str = "text",
    id_column: str | None = "id",
    extractor: Extractor | None = None,
    **options: Any,
) -> AnyDataset:
    """The claims of a column of texts as a dataset with the columns of `claimx.rows`, in the order of the texts.

    Reads a `Dataset`, an `IterableDataset` (`streaming=True`; lazily), or a dict of them. Ids become `doc_id`
    (`id_column=None`: no ids); a null has no claims. Other options are those of `map`, such as `num_proc=4` or
    `batch_size`. Raises `MissingExtraError` without `datasets`.

    >>> from datasets import Dataset
    >>> texts = Dataset.from_dict({"id": [7, 8], "text": ["It cost $5.", "No number here."]})
    >>> list(extract_claims(texts).select_columns(["doc_id", "quantity_value", "quantity_unit"]))
    [{'doc_id': '7', 'quantity_value': '5', 'quantity_unit': 'USD'}]
    """
    with extra("datasets"):
        from datasets import Features
    rows = ClaimRows(text_column, id_column, extractor)
    options = {"batched": True, "features": Features.from_arrow_schema(schema()), **options}
    if isinstance(dataset, dict):
        return type(dataset)({name: _claims(split, rows, options) for name, split in dataset.items()})
    return _claims(dataset, rows, options)


def _claims(dataset: Dataset | IterableDataset, rows: ClaimRows, options: dict[str, Any]) -> Dataset | IterableDataset:
    """The claims of one split."""
    read = [rows.text_column] if rows.id_column is None else list(dict.fromkeys([rows.text_column, rows.id_column]))
    texts = dataset.select_columns(read).with_format("arrow")
    return texts.map(rows, remove_columns=read, **options).with_format(None)
