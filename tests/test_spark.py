"""claimx on a local Spark: the rows of `extract_many`, from a folder of Parquet."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

import claimx
from claimx.frames import schema as arrow_schema
from claimx.integrations.spark import extract_claims, schema
from tests.engines import TEXTS, expected, write_texts

needs_java = pytest.mark.skipif(
    shutil.which("java") is None and "JAVA_HOME" not in os.environ,
    reason="Spark runs on Java (17 or later), and there is none: install it, or set JAVA_HOME",
)


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
        yield session
        session.stop()


def test_the_schema_is_that_of_arrow() -> None:
    kinds = {"string": "string", "bigint": "int64", "double": "double", "boolean": "bool"}
    assert [(field.name, kinds[field.dataType.simpleString()], field.nullable) for field in schema()] == [
        (field.name, str(field.type), field.nullable) for field in arrow_schema()
    ]


@needs_java
def test_a_folder_of_parquet(spark: SparkSession, tmp_path: Path) -> None:
    write_texts(tmp_path)
    frame = spark.read.parquet(str(tmp_path))
    claims = extract_claims(frame, text_column="body", id_column="key")
    assert claims.schema == schema()
    in_order = [(row["key"], row["body"]) for row in frame.collect()]
    assert [row.asDict() for row in claims.collect()] == expected(in_order)


@needs_java
def test_no_ids_and_names_that_need_quotes(spark: SparkSession) -> None:
    frame = spark.createDataFrame([(text,) for _, text in TEXTS], "`the.body` string").coalesce(1)
    claims = extract_claims(frame, text_column="the.body", id_column=None)
    assert [row.asDict() for row in claims.collect()] == expected(ids=False)


@needs_java
def test_no_claims_have_the_schema_too(spark: SparkSession) -> None:
    claims = extract_claims(spark.createDataFrame([], "text string, id long"))
    assert claims.collect() == []
    assert claims.schema == schema()


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(claimx.MissingExtraError, match=r"pip install 'claimx\[spark\]'"):
        extract_claims(None)  # type: ignore[arg-type]
