"""claimx on Hugging Face datasets: the rows of `extract_many`, from a folder of Parquet, in memory and as a stream."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from datasets import Dataset, DatasetDict, Features, IterableDatasetDict, load_dataset

import claimx
from claimx.frames import schema
from claimx.integrations.datasets import extract_claims
from tests.engines import TEXTS, expected, texts, write_texts


def test_a_folder_of_parquet(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    write_texts(folder)
    dataset = load_dataset("parquet", data_dir=str(folder), split="train", cache_dir=str(tmp_path / "cache"))
    claims = extract_claims(dataset, text_column="body", id_column="key", num_proc=2)
    assert claims.features == Features.from_arrow_schema(schema())
    assert claims.to_list() == expected()


def test_a_stream(tmp_path: Path) -> None:
    write_texts(tmp_path)
    stream = load_dataset("parquet", data_dir=str(tmp_path), split="train", streaming=True)
    claims = extract_claims(stream, text_column="body", id_column="key", batch_size=3)
    assert list(claims) == expected()
    assert claims.features == Features.from_arrow_schema(schema())


def test_no_ids_and_a_column_that_claims_have_too() -> None:
    dataset = Dataset.from_dict({"text": [text for _, text in TEXTS]})
    assert extract_claims(dataset, id_column=None).to_list() == expected(ids=False)


@pytest.mark.parametrize("streamed", [False, True])
def test_splits_stay_splits(*, streamed: bool) -> None:
    splits = DatasetDict(train=Dataset(texts().slice(0, 4)), test=Dataset(texts().slice(4)))
    if streamed:
        splits = IterableDatasetDict({name: split.to_iterable_dataset() for name, split in splits.items()})
    claims = extract_claims(splits, text_column="body", id_column="key")
    assert isinstance(claims, type(splits))
    assert [*claims["train"], *claims["test"]] == expected()


def test_no_claims_have_the_features_too() -> None:
    claims = extract_claims(Dataset.from_dict({"text": ["None."], "id": [1]}))
    assert claims.to_list() == []
    assert claims.features == Features.from_arrow_schema(schema())


def test_another_claimx_reads_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """`datasets` keeps results on disk by a fingerprint of the function."""
    dataset = Dataset(texts())

    def fingerprint() -> str:
        return str(extract_claims(dataset, text_column="body", id_column="key")._fingerprint)  # noqa: SLF001

    before = fingerprint()
    assert fingerprint() == before
    monkeypatch.setattr("claimx.integrations.claim_rows.__version__", "99")
    assert fingerprint() != before


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(claimx.MissingExtraError, match=r"pip install 'claimx\[datasets\]'"):
        extract_claims(None)
