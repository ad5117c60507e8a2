"""claimx on Ray Data: a dataset of texts in, a dataset of their claims out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.errors import extra
from claimx.integrations.claim_rows import ClaimRows

if TYPE_CHECKING:
    from ray.data import Dataset

    from claimx.extractor import Extractor

BATCH_TEXTS = 1024


def extract_claims(
    dataset: Dataset,
    *,
    text_column: str = "text",
    id_column: str | None = "id",
    extractor: Extractor | None = None,
    **options: Any,
) -> Dataset:
    """The claims of a column of texts as a dataset with the columns of `claimx.rows`, lazily.

    Ids become `doc_id` (`id_column=None`: no ids); a null has no claims. Other options are those of
    `Dataset.map_batches`, such as `compute=ray.data.ActorPoolStrategy(size=4)` for four processes; `batch_size`
    (1024 texts) bounds the claims in memory. An `extractor` goes to the processes by pickle. Raises
    `MissingExtraError` without Ray Data. `docs/ray.md` has an example that runs.
    """
    with extra("ray"):
        import ray.data  # noqa: F401 — the dataset has come from it; what it needs besides may be missing
    arguments = {"text_column": text_column, "id_column": id_column, "extractor": extractor}
    options = {"batch_size": BATCH_TEXTS} | options
    return dataset.map_batches(ClaimRows, batch_format="pyarrow", fn_constructor_kwargs=arguments, **options)
