"""The benchmarks of speed run and say what they measure; no figure is asked of them here."""

from __future__ import annotations

import json
from itertools import count
from typing import TYPE_CHECKING

import pytest

from benchmarks.quality.report import END
from benchmarks.speed import __main__ as command
from benchmarks.speed import attachment, growth, report, startup, systems
from benchmarks.speed.processes import Run
from benchmarks.speed.systems import CLAIMS, PIPELINE, QUANTITIES, System
from benchmarks.speed.texts import TextSet, text_sets
from benchmarks.speed.turns import Rates, in_turns
from benchmarks.speed.workers import Pace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TREEBANK = """\
# newdoc id = a
# sent_id = a-1
# newpar id = a-p1
# text = The club has 300 members.
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_

# sent_id = a-2
# text = It is old.
# newpar id = a-p2
# text = Each pays $5.
# newdoc id = b
# text = Nobody knows why.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for folder in ("newsquant", "articles", "treebanks"):
        (tmp_path / folder).mkdir()
    texts = [{"text": "The town spent $3 million."}, {"text": "Sales rose 3% to 40 tonnes."}]
    (tmp_path / "newsquant" / "dev.json").write_text(json.dumps(texts), encoding="utf-8")
    (tmp_path / "articles" / "0.txt").write_text("Two firms cut 300 jobs.\n", encoding="utf-8")
    (tmp_path / "treebanks" / "en-dev.conllu").write_text(TREEBANK, encoding="utf-8")
    return tmp_path


def test_texts_are_sentences_with_quantities_and_prose(data: Path) -> None:
    news, prose = text_sets(data)
    assert news.texts == ("The town spent $3 million.", "Sales rose 3% to 40 tonnes.")
    documents = ("The club has 300 members. It is old.\n\nEach pays $5.", "Nobody knows why.")
    assert prose.texts == ("Two firms cut 300 jobs.\n", *documents)


def test_each_system_has_its_turns_at_its_texts_and_ratios_are_of_one_turn() -> None:
    read: dict[str, list[str]] = {"all": [], "half": []}
    readers = [System("all", "1", read["all"].extend), System("half", "1", read["half"].extend, every=2)]
    ticks = count()
    rates = in_turns(readers, TextSet("set", ("abcd", "ef")), turns=2, clock=lambda: float(next(ticks)))
    assert read["all"] == ["$5 million", *["abcd", "ef"] * 3]
    assert read["half"] == ["$5 million", *["abcd"] * 3]
    assert rates.turns == {"all": [6.0, 6.0], "half": [4.0, 4.0]}
    assert rates.ratio("all", "half") == rates.first_ratio("all", "half") == 1.5


def test_the_report_has_the_ratios_of_what_was_measured() -> None:
    turns: dict[str, Sequence[float]] = {CLAIMS: [20.0, 30.0, 10.0], PIPELINE: [10.0, 10.0, 10.0]}
    results = report.Results(
        ["a note"],
        rates={"prose": Rates({CLAIMS: 5.0, PIPELINE: 10.0}, turns)},
        startup={startup.PYDANTIC: Run(0.1, 0.1, 20), startup.QUANTITY: Run(0.25, 0.3, 40)},
        workers={1: Pace(100.0, 100.0), 2: Pace(170.0, 190.0)},
        kills=[True, False, True],
    )
    found = results.as_json()
    assert found["ratios"] == {"prose": {f"{CLAIMS} / {PIPELINE}": 2.0}}
    assert found["startup_ratios"] == {f"{startup.QUANTITY} / {startup.PYDANTIC}": 2.5}
    assert found["worker_ratios"][2] == {"whole": 1.7, "running": 1.9}
    page = report.markdown(results)
    assert page.startswith("- a note\n")
    assert f"| {CLAIMS} / {PIPELINE} | 2.00 (1.00–3.00; 0.50) |" in page
    assert "### Growth" not in page
    assert page.endswith("2 of 3 times.")


def test_one_command_measures_and_writes(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = {name: startup.PROGRAMS[name] for name in (startup.PYDANTIC, startup.IMPORT, startup.QUANTITY)}
    monkeypatch.setattr(startup, "PROGRAMS", quick)
    monkeypatch.setattr(startup, "PEERS", {})
    monkeypatch.setattr(systems, "NAMES", (CLAIMS, QUANTITIES, PIPELINE))
    page = data / "page.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{END}\nafter", encoding="utf-8")
    parts = ["rates", "startup", "peaks", "workers", "streams"]
    short = ["--turns", "1", "--workers", "1", "--worker-characters", "100", "--stream-megabytes", "0.001"]
    command.main([str(data), *short, "--only", *parts, "--json", "--write", str(page)])
    found = json.loads(capsys.readouterr().out)
    for texts in ("NewsQuant", "prose"):
        assert set(found["rates"][texts]["turns"]) == {CLAIMS, QUANTITIES, PIPELINE}
        assert found["ratios"][texts][f"{CLAIMS} / {PIPELINE}"] > 0
    assert set(found["startup_ratios"]) == {f"{one} / {startup.PYDANTIC}" for one in (startup.IMPORT, startup.QUANTITY)}
    assert found["peaks"][CLAIMS] > found["peaks"][QUANTITIES] > 0
    assert found["worker_ratios"] == {"1": {"whole": 1.0, "running": 1.0}}
    assert set(found["streams"]) == {"0.001"}
    assert "### Start-up" in page.read_text(encoding="utf-8")


def test_growth_is_measured_for_a_long_text_and_for_many() -> None:
    assert len(growth.measure("It costs $5.", turns=1, times=2)) == 4


def test_missing_data_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main([str(tmp_path)])
    assert "has no articles/*.txt" in capsys.readouterr().err


def test_attachment_is_measured_beside_the_parse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"text": "The club has 300 members. It is old. They paid $5 each."}\n', encoding="utf-8")
    attachment.main([str(texts), "--rounds", "1", "--json"])
    figures = json.loads(capsys.readouterr().out)
    assert figures["sentences"] == 2
    assert all(figures[stage] > 0 for stage in attachment.STAGES)
    attachment.main([str(texts), "--rounds", "1"])
    assert "of parsing" in capsys.readouterr().out
