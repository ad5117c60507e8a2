"""claimx on Hugging Face datasets: a dataset of texts in, a dataset of their claims out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from claimx.errors import extra
from claimx.frames import schema
from claimx.integrations.claim_rows import ClaimRows

if TYPE_CHECKING:
    from datasets import Dataset, IterableDataset

    from claimx.extractor import Extractor

    AnyDataset = TypeVar("AnyDataset", Dataset, IterableDataset)


def extract_claims(
    dataset: AnyDataset,
    *,
    text_column: str = "text",
    id_column: str | None = "id",
    extractor: Extractor | None = None,
    **options: Any,
) -> AnyDataset:
    """The claims of a column of texts as a dataset with the columns of `claimx.rows`, in the order of the texts.

    Reads a `Dataset`, or an `IterableDataset` (`streaming=True`) lazily. Ids become `doc_id` (`id_column=None`: no
    ids); a null has no claims. Other options are those of `map`, such as `num_proc=4` or `batch_size`.
    """
    with extra("datasets"):
        from datasets import Features
    wanted = list(dict.fromkeys([text_column] if id_column is None else [text_column, id_column]))
    texts = dataset.select_columns(wanted).with_format("arrow")
    rows = ClaimRows(text_column, id_column, extractor)
    features = Features.from_arrow_schema(schema())
    return texts.map(rows, batched=True, remove_columns=wanted, features=features, **options).with_format(None)
