"""claimx on a local Ray: the rows of `extract_many`, from a folder of Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import ray
import ray.data

import claimx
from claimx.frames import schema
from claimx.integrations.ray import extract_claims
from tests.engines import TEXTS, expected, write_texts


@pytest.fixture(scope="module")
def _ray() -> Iterator[None]:
    """A local Ray whose results come in order, as they need not elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=100 * 2**20)
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        patch.setattr(context.execution_options, "preserve_order", True)
        yield
        ray.shutdown()


@pytest.mark.usefixtures("_ray")
def test_a_folder_of_parquet(tmp_path: Path) -> None:
    write_texts(tmp_path)
    claims = extract_claims(ray.data.read_parquet(str(tmp_path)), text_column="body", id_column="key").materialize()
    assert dict(zip(claims.schema().names, claims.schema().types, strict=True)) == dict(
        zip(schema().names, schema().types, strict=True)
    )
    assert claims.take_all() == expected()


@pytest.mark.usefixtures("_ray")
def test_options_of_map_batches_and_no_ids() -> None:
    texts = ray.data.from_items([{"text": text} for _, text in TEXTS])
    pool = ray.data.ActorPoolStrategy(size=1)
    claims = extract_claims(texts, id_column=None, compute=pool, batch_size=2)
    assert claims.take_all() == expected(ids=False)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(claimx.MissingExtraError, match=r"pip install 'claimx\[ray\]'"):
        extract_claims(None)  # type: ignore[arg-type]
