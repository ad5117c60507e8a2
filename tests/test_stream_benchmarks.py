"""The benchmarks of long streams run and say what they measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.speed import interruptions, memory
from benchmarks.speed.streams import write_stream

ARTICLE = "The committee spent $5 million on {number} schools.\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("newsquant", "articles", "treebanks"):
        (tmp_path / folder).mkdir()
    (tmp_path / "newsquant" / "dev.json").write_text('[{"text": "It cost $5."}]', encoding="utf-8")
    for number in range(9):
        (tmp_path / "articles" / f"{number}.txt").write_text(ARTICLE.format(number=number + 2), encoding="utf-8")
    (tmp_path / "treebanks" / "en-dev.conllu").write_text("# newdoc\n# text = It weighs 5 kg.\n", encoding="utf-8")
    return tmp_path


def test_a_stream_is_as_long_as_asked_for_and_brings_new_words(tmp_path: Path) -> None:
    path = tmp_path / "stream.jsonl"
    write_stream(path, [ARTICLE.format(number=2)], 50_000)
    lines = path.read_text("utf-8").splitlines()
    assert 50_000 <= path.stat().st_size < 50_200
    words = {word for line in lines for word in json.loads(line)["text"].split()}
    assert len(words) > 20
    assert len({json.loads(line)["id"] for line in lines}) == len(lines)


def test_memory_of_a_stream(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memory.main([str(data), "--megabytes", "0.001"])
    line = capsys.readouterr().out
    assert line.startswith(" 0.001 MB of text, 1 worker(s): peak ")
    assert float(line.partition("peak")[2].split()[0]) > 50


def test_interruptions(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert interruptions.main([str(data), "--megabytes", "0.02", "--times", "1"]) == 0
    assert capsys.readouterr().out.endswith("resumed: equal\n1 of 1 equal to the undisturbed run\n")
