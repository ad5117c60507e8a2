"""MeasEval's adapter and scorer, on paragraphs of our own and rows made by hand."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import claimx
from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.measeval import __main__ as command
from benchmarks.quality.measeval import learn
from benchmarks.quality.measeval.layout import (
    COLUMNS,
    Annotation,
    Measurement,
    read_gold,
    read_table,
    read_texts,
    write_table,
)  # fmt: skip
from benchmarks.quality.measeval.predict import predict
from benchmarks.quality.measeval.quantities import quantities
from benchmarks.quality.measeval.report import BEGIN
from benchmarks.quality.measeval.score import PARTS, figures
from benchmarks.quality.report import END

PARAGRAPHS = {
    "K1-1": "The kiln was heated to 850 °C for at least three hours. We fired 14 bowls, each of about 2 kg.",
    "K1-2": "Salinity rose from 30 to 34 g/L. Of the 60 bottles, 5 leaked.",
    "K2-1": "Nothing was measured here.",
}


def measured(*, at: int = 0, unit: str | None = "kg", prop: bool = True) -> Measurement:
    """A mass of 5 kg of clay, as a measurement at a place."""
    rows = [Annotation("Quantity", at, at + 4, "5 kg", "T1", unit, frozenset({"IsApproximate"}))]
    if prop:
        rows.append(Annotation("MeasuredProperty", at + 10, at + 14, "mass", "T2", relations=(("HasQuantity", "T1"),)))
    relation = ("HasProperty", "T2") if prop else ("HasQuantity", "T1")
    rows.append(Annotation("MeasuredEntity", at + 18, at + 26, "wet clay", "T3", relations=(relation,)))
    return Measurement(rows)


def write_folder(folder: Path, *, gold: bool = True) -> Path:
    (folder / "text").mkdir(parents=True)
    for name, text in PARAGRAPHS.items():
        (folder / "text" / f"{name}.txt").write_text(text, encoding="utf-8")
    if gold:
        (folder / "tsv").mkdir()
        for name, measurements in predict(PARAGRAPHS).items():
            write_table(folder / "tsv" / f"{name}.tsv", name, measurements)
    return folder


def test_a_perfect_prediction_scores_a_hundred() -> None:
    table = figures({"a": [measured(), measured(at=50)]}, {"a": [measured(at=50), measured()]})
    assert table["all"].overlap == table["all"].exact == 100
    assert table["all"].rows == 14  # three spans, unit, modifier, two relations, twice


def test_nothing_predicted_scores_nothing() -> None:
    table = figures({"a": [measured()]}, {})
    assert (table["all"].overlap, table["all"].rows) == (0, 7)


def test_what_only_the_prediction_has_counts_too() -> None:
    table = figures({"a": [measured()]}, {"a": [measured(), measured(at=50)]})
    assert (table["all"].overlap, table["all"].rows) == (50, 14)


def test_a_middle_case_by_hand() -> None:
    found = measured()
    quantity, prop, entity = found.annotations
    found.annotations = [replace(quantity, unit=None, mods=frozenset()), prop, replace(entity, text="clay", start=22)]
    table = figures({"a": [measured()]}, {"a": [found]})
    # 1 quantity, 1 property, 2/3 entity, 0 unit, 0 modifier, 1 for each relation
    assert table["all"].overlap == pytest.approx(100 * (1 + 1 + 2 / 3 + 0 + 0 + 1 + 1) / 7)
    assert table["all"].exact == pytest.approx(100 * 4 / 7)
    assert (table["MeasuredEntity"].overlap, table["MeasuredEntity"].exact) == (pytest.approx(66.667, abs=0.01), 0)


def test_a_relation_between_other_annotations_is_wrong() -> None:
    table = figures({"a": [measured()]}, {"a": [measured(prop=False)]})
    assert {part: table[part].overlap for part in PARTS if table[part].rows} == {
        "Quantity": 100, "MeasuredEntity": 100, "MeasuredProperty": 0, "Unit": 100, "Modifier": 100,
        "HasQuantity": 0, "HasProperty": 0,
    }  # fmt: skip


def test_several_qualifiers_are_paired_by_overlap() -> None:
    one, two = Annotation("Qualifier", 30, 36, "at sea", "T4"), Annotation("Qualifier", 40, 46, "in May", "T5")
    gold, found = measured(), measured()
    gold.annotations += [one, two]
    found.annotations += [two]
    table = figures({"a": [gold]}, {"a": [found]})
    assert (table["Qualifier"].rows, table["Qualifier"].overlap) == (2, 50)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It weighs about 5 kg.", [("about 5 kg", "kg", {"IsApproximate"})]),
        ("Rain fell between 3 and 7 mm.", [("between 3 and 7 mm", "mm", {"IsRange"})]),
        ("Flow rose from ∼20 L to ∼180 L.", [("from ∼20 L to ∼180 L", "L", {"IsRange", "IsApproximate"})]),
        ("The tubs held 4 L, 6 L and 13 L.", [("4 L, 6 L and 13 L", "L", {"IsList"})]),
        ("The tubs held 4 L and 6 L.", [("4 L", "L", set()), ("6 L", "L", set())]),
        ("Brine and ice took 34 and 38 s.", [("34 and 38 s", "s", {"IsList"})]),
        ("Wet and dry clay kept 4%, 6% and 13%, respectively.", [(f"{n}%", "%", set()) for n in (4, 6, 13)]),
        ("Wet and dry clay weighed 4 and 6 kg respectively.", [("4", "kg", set()), ("6 kg", "kg", set())]),
        ("Kilns A and B held 30 or 45 L, respectively.", [("30", "L", set()), ("45 L", "L", set())]),
        ("Sand and silt rose by 2 and 5 cm, respectively.", [("2", "cm", set()), ("5 cm", "cm", set())]),
        ("The clay was fired at 400 and 600 °C.", [("400 and 600 °C", "°C", {"IsList"})]),
        ("The lower wall was higher than the 8 m fence.", [("8 m", "m", set())]),
        ("Drift stayed at ±10 min.", [("±10 min", "min", {"HasTolerance"})]),
    ],
)
def test_quantities_by_its_habits(text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    found = quantities(text, claimx.extract(text))
    assert [(text[one.start : one.end], one.unit, set(one.mods)) for one in found] == expected


def test_a_count_is_one_or_has_its_noun_as_unit() -> None:
    text = "The cohort held 53 wild ponies."
    (found,) = quantities(text, claimx.extract(text))
    count, measure = found.as_count(), found.as_measure()
    assert (text[count.start : count.end], count.unit, set(count.mods)) == ("53", None, {"IsCount"})
    assert (text[measure.start : measure.end], measure.unit) == ("53 wild ponies", "wild ponies")


def test_predictions_hold_spans_of_the_text_and_their_targets() -> None:
    for name, measurements in predict(PARAGRAPHS).items():
        for one in measurements:
            ids = {row.id for row in one.annotations}
            assert all(PARAGRAPHS[name][row.start : row.end] == row.text for row in one.annotations)
            assert all(target in ids for row in one.annotations for _, target in row.relations)
    assert not predict(PARAGRAPHS)["K2-1"]


def test_the_command_writes_the_layout_and_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_folder(tmp_path / "part"), tmp_path / "out"
    assert command.main([str(folder), "--out", str(out)]) == 0
    assert "| all |" in capsys.readouterr().out
    assert sorted(path.stem for path in out.iterdir()) == sorted(PARAGRAPHS)
    lines = (out / "K1-1.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == list(COLUMNS)
    assert json.loads(lines[1].split("\t")[-1])["unit"] == "°C"
    table = figures(read_gold(folder), {path.stem: read_table(path) for path in out.iterdir()})
    assert table["all"].overlap == 100


def test_without_gold_predictions_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = write_folder(tmp_path / "part", gold=False), tmp_path / "out"
    assert command.main([str(folder), "--out", str(out)]) == 0
    assert "to score against" in capsys.readouterr().out
    assert len(list(out.iterdir())) == len(PARAGRAPHS)


def test_the_figures_go_between_their_marks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "RESULTS.md"
    page.write_text(f"# Page\nother {END}\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    folder = write_folder(tmp_path / "part")
    assert command.main([str(folder), "--out", str(tmp_path / "out"), "--write", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert "old" not in written
    assert written.startswith(f"# Page\nother {END}\n{BEGIN}\nMeasured on ")
    assert written.endswith(f"{END}\nafter\n")
    capsys.readouterr()


@pytest.mark.parametrize("main", [command.main, learn.main])
def test_a_folder_without_texts_is_named(
    main: Callable[[list[str]], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "holds no text/*.txt" in capsys.readouterr().err


def test_a_broken_table_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text("\t".join(COLUMNS) + "\nK1-1\t1\tQuantity\tzero\t4\tT1\t5 kg\t\n", encoding="utf-8")
    with pytest.raises(BenchmarkError, match=r"bad\.tsv, line 2: not a row of"):
        read_table(path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BenchmarkError, match="cannot be read as UTF-8"):
        read_texts(tmp_path)


def test_weights_are_learned_and_read_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learn, "FEWEST", 1)
    folder, out = write_folder(tmp_path / "part"), tmp_path / "weights.tsv"
    assert learn.main([str(folder), "--out", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) > 10
    assert learn.main([str(folder), "--folds", "2"]) == 0
    assert "| Quantity |" in capsys.readouterr().out


def test_learning_needs_annotations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_folder(tmp_path / "part", gold=False)
    assert learn.main([str(folder), "--folds", "2"]) == 1
    assert "holds no tsv/*.tsv to learn from" in capsys.readouterr().err
