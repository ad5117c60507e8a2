"""The benchmarks' own parts, on made-up sentences in the sets' layouts: rows, offsets, units, what is missing, tables.

Neither the sets nor their scorers nor the peers are needed: a scorer is a few lines that print, a peer is a function.
"""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from benchmarks.quality import __main__ as command
from benchmarks.quality import exceptions, false_alarms, newsquant, peers, phenomena, recognizers, report
from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.peers.found import Found, peer_of

SENTENCES = {
    "Number/English/NumberModel.json": "The twelve of us paid $30 for 4 km.",
    "Number/English/PercentModel.json": "Rain fell on minus five percent of nothing.",
    "NumberWithUnit/English/CurrencyModel.json": "A stamp is 85 cents here and £2 there.",
    "NumberWithUnit/English/DimensionModel.json": "The plot of 1.5 acres is 60 square metres too small.",
    "NumberWithUnit/English/TemperatureModel.json": "Bake at 180 degrees celsius.",
    "NumberWithUnit/English/AgeModel.json": "Her cat is nine years old.",
}
SCORES = dict.fromkeys("PRF", 50.0)
SCORER = """
import json, pathlib, sys
assert all(pathlib.Path(path).exists() for path in sys.argv[1:3])
print(json.dumps({content}))
"""
NEWS = {"sentences": 1, "gold": 1, "predicted": 1, "metrics": dict.fromkeys(report.MEASURES, SCORES)}
FILE = {"cases": 1, "gold": 1, "predicted": 1, "scores": {"exact": SCORES}}
SPECS = dict.fromkeys(("Number", "Currency", *report.TOGETHER), FILE)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one sentence in each set, and two scorers beside it."""
    for name, text in SENTENCES.items():
        path = tmp_path / "data/recognizers" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps([{"Input": text, "Results": []}]), encoding="utf-8-sig")
    (tmp_path / "data/newsquant").mkdir()
    (tmp_path / "data/newsquant/mini.json").write_text(json.dumps([{"text": "Tea costs $3.", "quantities": []}]))
    (tmp_path / "eval").mkdir()
    for name, content in (("score_newsquant.py", NEWS), ("score_recognizers.py", SPECS)):
        (tmp_path / "eval" / name).write_text(SCORER.format(content=content))
    return tmp_path / "data"


def found(text: str) -> list[dict[str, Any]]:
    (line,) = recognizers.predict([text])
    assert line["text"] == text
    rows: list[dict[str, Any]] = line["quantities"]
    return rows


def brief(text: str) -> list[tuple[str, str, float, str | None]]:
    return [(row["text"], row["kind"], row["value"], row["unit"]) for row in found(text)]


@pytest.mark.parametrize("text", SENTENCES.values())
def test_rows_have_the_scorers_fields_and_true_offsets(text: str) -> None:
    for row in found(text):
        assert list(row) == ["start", "end", "text", "kind", "value", "unit"]
        assert text[row["start"] : row["end"]] == row["text"]
        assert isinstance(row["value"], float)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("It cost $30.", [("$30", "money", 30, "Dollar"), ("30", "number", 30, None)]),
        ("It cost US$30.", [("US$30", "money", 30, "USD"), ("30", "number", 30, None)]),
        ("It cost 85 cents.", [("85 cents", "money", 85, "Cent"), ("85", "number", 85, None)]),
        ("It cost 40 pence.", [("40 pence", "money", 40, "Pence"), ("40", "number", 40, None)]),
        ("It is 29km off.", [("29km", "measure", 29, "Kilometer")]),
        ("It is 60 square metres.", [("60 square metres", "measure", 60, "Square meter"), ("60", "number", 60, None)]),
        ("It took 40 minutes.", [("40 minutes", "duration", 40, "Minute"), ("40", "number", 40, None)]),
        ("It is nine years old.", [("nine years old", "age", 9, "Year"), ("nine", "number", 9, None)]),
        ("Bake at 180 °C.", [("180 °C", "temperature", 180, "C"), ("180", "number", 180, None)]),
        ("It hums at 50 hertz.", [("50 hertz", "other", 50, "Hertz"), ("50", "number", 50, None)]),
        ("It rose 5%.", [("5%", "percent", 5, "percent"), ("5", "number", 5, None)]),
        ("It doubled.", []),
        ("We saw dozens.", []),
    ],
)
def test_each_model_of_the_specs_gets_its_row(text: str, rows: list[tuple[str, str, float, str | None]]) -> None:
    assert brief(text) == rows


def test_the_ends_of_a_range_count_as_they_stand() -> None:
    assert brief("Give it 5 to 10 kilograms.") == [
        ("10 kilograms", "measure", 10, "Kilogram"),
        ("5", "number", 5, None),
        ("10", "number", 10, None),
    ]


def test_a_sum_of_two_units_counts_in_the_first() -> None:
    (money, *numbers) = brief("It cost 20 dollars 40 cents.")
    assert money == ("20 dollars 40 cents", "money", 20.4, "Dollar")
    assert [number[0] for number in numbers] == ["20", "40"]


def test_an_unnamed_rate_counts_by_its_first_unit() -> None:
    assert brief("It pumps 300 barrels a day.")[0] == ("300 barrels", "measure", 300, "Barrel")
    assert brief("It does 30 miles an hour.")[0] == ("30 miles an hour", "measure", 30, "Mile per hour")


def test_predictions_are_written_with_the_cases_set_aside(data: Path, tmp_path: Path) -> None:
    name, text = next(iter(SENTENCES.items()))
    table, out = tmp_path / "except.tsv", tmp_path / "out.jsonl"
    table.write_text(f"# spec file\tSHA-1\treason\n{name}\t{exceptions.digest(text)}\tmade up\n")
    recognizers.main([str(data / "recognizers"), "--out", str(out), "--except", str(table)])
    assert [json.loads(line)["text"] for line in out.read_text().splitlines()] == list(SENTENCES.values())
    assert json.loads((tmp_path / "out.jsonl.except.json").read_text()) == [{"text": text, "reason": "made up"}]


def test_the_table_of_exceptions_holds_hashes_and_no_sentences() -> None:
    table = Path(recognizers.__file__).with_name("recognizers_except.tsv")
    for (name, digest), reason in exceptions.read_exceptions(table).items():
        assert name in SENTENCES
        assert re.fullmatch("[0-9a-f]{40}", digest)
        assert reason.strip()


def test_a_bad_table_of_exceptions_is_named_with_its_line(tmp_path: Path) -> None:
    table = tmp_path / "except.tsv"
    with pytest.raises(BenchmarkError, match=r"no table of exceptions .*except\.tsv"):
        exceptions.read_exceptions(table)
    table.write_text("a file\twithout a reason\n")
    with pytest.raises(BenchmarkError, match="line 1: three columns"):
        exceptions.read_exceptions(table)


def test_false_alarms_are_counted_by_kind(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    rows = [
        {"text": "See page 4.", "kind_of_non_claim": "label"},
        {"text": "It weighs 4 kg.", "kind_of_non_claim": "odd"},
    ]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows))
    kinds = false_alarms.read([corpus])
    tallies = false_alarms.tally(kinds, false_alarms.predict(kinds))
    assert {kind: (one.texts, one.words, one.alarms) for kind, one in tallies.items()} == {
        "odd": (1, 4, 1),
        "label": (1, 3, 0),
    }
    assert tallies["odd"].rate == 2500


def test_the_command_for_false_alarms_shows_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": "It weighs 4 kg.", "kind_of_non_claim": "odd"}))
    false_alarms.main([str(corpus), "--show"])
    assert "odd: '4 kg' in 'It weighs 4 kg.'" in capsys.readouterr().out


def made_up_peer() -> peers.Peer:
    def find(text: str) -> list[Found]:
        return [Found(0, len(text), text, "measure", 3.0, "Metre")]

    return peer_of("made up", "1", find, options=("--average-ranges",))


def test_a_peer_gives_rows_in_each_sets_words() -> None:
    peer = made_up_peer()
    assert list(peer.news(["3 m"])) == [{"text": "3 m", "quantities": [["=", 3.0, "3 m", "metre", "-"]]}]
    (specs,) = peer.specs(["3 m"])
    assert specs["quantities"][0]["unit"] == "meter"
    assert [len(row["quantities"]) for row in peer.alarms(["3 m"])] == [1]


def test_a_peer_that_is_missing_is_named() -> None:
    assert "no_such_system is left out: ModuleNotFoundError" in str(peers.load("no_such_system"))


@pytest.mark.skipif(find_spec("quantulum3") is None, reason="quantulum3 is in the extra bench, not in test")
def test_quantulum3_gives_rows_for_the_specs() -> None:
    peer = peers.load("quantulum")
    assert isinstance(peer, peers.Peer)
    (line,) = peer.specs(["It cost $30."])
    assert [(row["text"], row["kind"], row["unit"]) for row in line["quantities"]] == [
        ("$30", "money", "dollar"),
        ("30", "number", "-"),
    ]


@pytest.fixture
def two_peers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """claimx, a made-up peer and one that is missing, and a corpus of one sentence."""
    known = {"claimx_itself": peers.load("claimx_itself"), "made_up": made_up_peer(), "gone": "gone is left out: why"}
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"text": "See page 4.", "kind_of_non_claim": "label"}))
    monkeypatch.setattr(peers, "MODULES", tuple(known))
    monkeypatch.setattr(peers, "load", known.get)
    monkeypatch.setattr(false_alarms, "CORPORA", (corpus,))


@pytest.mark.usefixtures("two_peers")
def test_one_command_prints_all_systems_on_all_sets(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main([str(data)])
    page = capsys.readouterr().out
    assert "- gone is left out: why" in page
    assert re.search(r"^\| value \| 50\.0 / 50\.0 \| 50\.0 / 50\.0 \| 92\.0 \|", page, re.MULTILINE)
    assert re.search(r"^\| Percent, Temperature, Age together \|  ?\| 50\.0 / 50\.0 \|", page, re.MULTILINE)
    assert re.search(r"^\| all \| 1 \| 3 \| 0\.0 \| 3333\.3 \|$", page, re.MULTILINE)


@pytest.mark.usefixtures("two_peers")
def test_the_command_gives_json_and_writes_between_the_marks(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text(f"before\n{report.BEGIN}\nold\n{report.END}\nafter\n")
    command.main([str(data), "--json", "--write", str(page)])
    assert json.loads(capsys.readouterr().out)["made up"]["false_alarms"]["label"]["alarms"] == 1
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "### False alarms" in text


@pytest.mark.usefixtures("two_peers")
@pytest.mark.parametrize(
    ("gone", "message"),
    [
        ("newsquant/mini.json", "holds 0 JSON files: put the NewsQuant gold there"),
        ("recognizers/Number/English/PercentModel.json", "no spec file .*PercentModel.json: give the folder"),
        ("../eval/score_newsquant.py", "no scorer .*score_newsquant.py: name the folder .* --scorers"),
    ],
)
def test_what_is_missing_is_named(data: Path, gone: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    (data / gone).unlink()
    with pytest.raises(SystemExit):
        command.main([str(data)])
    assert re.search(message, " ".join(capsys.readouterr().err.split()))


@pytest.mark.usefixtures("two_peers")
def test_a_page_without_marks_is_refused(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main([str(data), "--write", str(tmp_path / "none.md")])
    assert "between which the tables go" in capsys.readouterr().err


def test_results_has_its_marks() -> None:
    page = (Path(command.__file__).parents[1] / "RESULTS.md").read_text(encoding="utf-8")
    assert page.index(report.BEGIN) < page.index(report.END)


def gold_line(text: str, amount: str, **fields: Any) -> dict[str, Any]:
    start = text.index(amount)
    claim = {
        "start": start, "end": start + len(amount), "text": amount, "kind": "money", "low": 5, "high": 5, "unit": "USD",
        "bound": "=", "entity": ["book"], "predicate": ["cost"], "of": ["-"], "optional": False,
    }  # fmt: skip
    return {"doc": "d", "text": text, "claims": [claim | fields]}


def test_gold_counts_claims_and_names_what_is_wrong() -> None:
    lines = [
        gold_line("The book costs $5.", "$5"),
        gold_line("The book costs $5.", "$5", entity=["film"], negated=True),
        gold_line("The book costs $5.", "$5", low=6, high=6),
        gold_line("The book costs $5 and the film $7.", "$7", low=7, high=7, optional=True),
    ]
    results = phenomena.measure(lines)
    figures = results.seen.figures()
    assert (figures["gold"], figures["predicted"], figures["entity"], figures["negated"]) == (3, 4, 50.0, 0.0)
    assert [line.split()[1] for line in results.errors] == ["entity", "negated", "MISSED", "FALSE"]
    assert "got 'The book', accepted ['film']" in results.errors[0]


def test_phenomena_are_written_between_marks_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, page = tmp_path / "gold.jsonl", tmp_path / "page.md"
    corpus.write_text(json.dumps(gold_line("The book costs $6.", "$6", low=6, high=6) | {"phenomenon": "price"}))
    page.write_text(f"{report.BEGIN}\nold\n{report.END}\n{phenomena.MARK}\nold\n{report.END}\n")
    phenomena.main([str(corpus), "--errors", "--write", str(page)])
    assert page.read_text().startswith(f"{report.BEGIN}\nold\n{report.END}\n{phenomena.MARK}\n| phenomenon |")
    assert "| price | 1 | 100.0 |" in page.read_text()
    assert "price | 1 |" in capsys.readouterr().out


def test_a_missing_gold_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        phenomena.main([str(tmp_path / "none.jsonl")])
    assert "no gold file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("They waited 40 minutes.", "-"),
        ("In the last three weeks, the shop has sold nothing.", "-"),
        ("Five of Hanna's players left.", "Hanna"),
        ("A survey of six towns found mice.", "survey"),
        ("A third of the readers found mistakes.", "-"),
        ("The toll makes up 9% of the budget.", "budget"),
        ("The mill spends 9% of its income.", "mill income"),
        ("The kiosk sold the tent for $50.", "tent"),
        ("The mill owns a 40-ton press in Leeds.", "mill press Leeds"),
        ("A sharp 3% drop in exports hurt.", "sharp drop exports"),
        ("Some of the boats weigh 4 tons.", "boats"),
        ("The toll adds $5 to the price of a trip.", "price trip"),
        ("A coat is 9% off the list price.", "coat list price"),
        ("The lamp is new, and it costs $9.", "lamp"),
        ("She costs $9.", "-"),
        ("The heat stored in the tank was 5 joules.", "heat stored tank"),
    ],
)
def test_concepts_are_the_words_of_the_phrases_that_newsquant_asks_for(text: str, concepts: str) -> None:
    (entry,) = newsquant.predict([text])
    assert [row[-1] for row in entry["quantities"]] == [concepts]


@pytest.mark.parametrize("text", ["All 70 of us.", "They sold three dozens of them.", "Half a million of them left."])
def test_a_counted_pronoun_is_no_unit(text: str) -> None:
    (entry,) = newsquant.predict([text])
    assert [row[3:] for row in entry["quantities"]] == [["-", "-"]]


def test_a_repeated_amount_has_the_concepts_of_the_first() -> None:
    (entry,) = newsquant.predict(["The mill lost 9% of its value, or $4 million (£3 million)."])
    assert [row[-1] for row in entry["quantities"]] == ["mill value"] * 3
