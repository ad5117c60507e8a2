"""The command line, with an extractor that stands in: what it reads, writes, complains about and returns."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyarrow.parquet import read_table

import claimx
from claimx import inputs
from claimx.claims import loads
from claimx.cli import main
from claimx.frames import schema
from tests.digits import Digits

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs `claimx extract` in an empty folder, with these bytes on standard input; gives code, output, complaints."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(["extract", *arguments], extractor=Digits())
        except SystemExit as left:
            code = int(left.code or 0)
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return code, out, err

    return run


def write(**files: str | bytes) -> list[str]:
    """Writes `name="content"` to `name.txt` and gives the names."""
    for name, content in files.items():
        Path(f"{name}.txt").write_bytes(content if isinstance(content, bytes) else content.encode())
    return [f"{name}.txt" for name in files]


def brief(out: str) -> list[tuple[str | None, str]]:
    claims = [loads(line) for line in out.splitlines()]
    return [(claim.doc_id, claim.text) for claim in claims]


# Reading


def test_files_to_json_lines(run: Run) -> None:
    code, out, err = run(*write(a="7 ducks, 8 geese", b="none", c="9"))
    assert (code, err) == (0, "")
    assert brief(out) == [("a.txt", "7"), ("a.txt", "8"), ("c.txt", "9")]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(run: Run, arguments: list[str]) -> None:
    assert brief(run(*arguments, stdin=b"12 eggs")[1]) == [("-", "12")]


def test_standard_input_among_files(run: Run) -> None:
    (name,) = write(a="1")
    assert brief(run(name, "-", name, stdin=b"2")[1]) == [("a.txt", "1"), ("-", "2"), ("a.txt", "1")]


def test_offsets_are_those_of_the_decoded_file(run: Run) -> None:
    data = "\ufeffé\r\n5 × 🦆".encode()
    (claim,) = map(loads, run(*write(a=data))[1].splitlines())
    assert data.decode()[claim.start : claim.end] == "5"


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\x00\x07", "שלום 🦆".encode()])
def test_texts_without_claims(run: Run, data: bytes) -> None:
    assert run(*write(a=data)) == (0, "", "")


def test_json_lines_with_fields_of_ones_own(run: Run) -> None:
    lines = b'{"body": "1 cat", "key": "x"}\n\n{"body": "2", "key": 7}\r\n{"body": "3"}\n{"body": "4", "key": null}'
    arguments = ["--input", "jsonl", "--text-field", "body", "--id-field", "key"]
    code, out, err = run(*arguments, stdin=lines)
    assert (code, err) == (0, "")
    assert brief(out) == [("x", "1"), ("7", "2"), ("-:4", "3"), ("-:5", "4")]


# What goes wrong is named, the rest is done


def test_a_missing_file_a_folder_and_one_that_is_not_utf8(run: Run) -> None:
    Path("folder").mkdir()
    good, bad = write(good="5", bad=b"abc \xff\xfe")
    code, out, err = run("missing.txt", good, "folder", bad, good)
    assert code == 1
    assert brief(out) == [("good.txt", "5"), ("good.txt", "5")]
    assert err.splitlines() == [
        "claimx: missing.txt: no such file",
        "claimx: folder: is a directory",
        "claimx: bad.txt: not UTF-8 at byte 4: 0xff",
    ]


BROKEN_LINES = [
    (b"{", "not JSON: "),
    (b"[1]", "not a JSON object"),
    (b'"5"', "not a JSON object"),
    (b'{"id": "a"}', 'no field "text"'),
    (b'{"text": null}', 'field "text" is not a string'),
    (b'{"text": 5}', 'field "text" is not a string'),
    (b'{"text": "5", "id": []}', 'field "id" is not a string or number'),
    (b'{"text": "\xff"}', "not UTF-8 at byte 10: 0xff"),
    (b"[" * 200_000, "not JSON: "),
    (b'{"text": "5", "id": ' + 5000 * b"1" + b"}", "not JSON: "),
]


@pytest.mark.parametrize(("line", "complaint"), BROKEN_LINES, ids=range(len(BROKEN_LINES)))
def test_a_broken_line_is_named_by_its_number(run: Run, line: bytes, complaint: str) -> None:
    lines = b'{"text": "1"}\n' + line + b'\n{"text": "2"}\n'
    code, out, err = run("--input", "jsonl", stdin=lines)
    assert code == 1
    assert brief(out) == [("-:1", "1"), ("-:3", "2")]
    assert err.startswith(f"claimx: -: line 2: {complaint}")
    assert err.count("\n") == 1


def test_nothing_but_failures(run: Run) -> None:
    code, out, err = run("a", "b", "c", "--format", "csv")
    assert (code, out.count("\n"), err.count("no such file")) == (1, 1, 3)


# Writing


def test_by_document(run: Run) -> None:
    code, out, err = run("missing.txt", *write(a="7 8", b="no"), "--by", "document")
    assert code == 1
    assert "missing.txt" in err
    documents = [json.loads(line) for line in out.splitlines()]
    assert [(one["id"], len(one["claims"]), one["error"]) for one in documents] == [
        ("missing.txt", 0, "no such file"),
        ("a.txt", 2, None),
        ("b.txt", 0, None),
    ]
    assert loads(json.dumps(documents[1]["claims"][0])).text == "7"


def test_failures_keep_their_place_between_documents(run: Run) -> None:
    names = write(a="1", b="2", c="3")
    order = [names[0], "x", names[1], "y", "z", names[2], "w"]
    out = run(*order, "--by", "document")[1]
    assert [json.loads(line)["id"] for line in out.splitlines()] == order


def test_csv(run: Run) -> None:
    code, out, _ = run(*write(a="7 8", b="9"), "--format", "csv")
    assert code == 0
    assert [(one["doc_id"], one["quantity_value"]) for one in csv.DictReader(io.StringIO(out))] == [
        ("a.txt", "7"),
        ("a.txt", "8"),
        ("b.txt", "9"),
    ]


def test_parquet() -> None:
    lines = b'{"text": "7 8", "id": "a"}\n{"text": "no", "id": "b"}\n{"text": "9", "id": "half \\ud83d"}'
    with program("--input", "jsonl", "--format", "parquet") as running:
        out, err = running.communicate(lines)
    assert (running.returncode, err) == (0, b"")
    table = read_table(io.BytesIO(out))
    assert table["quantity_value"].to_pylist() == ["7", "8", "9"]
    assert table["doc_id"].to_pylist() == ["a", "a", "half \ufffd"]


def test_parquet_of_nothing_has_its_columns_and_what_failed_is_named() -> None:
    with program("missing.txt", "--format", "parquet") as running:
        out, err = running.communicate()
    assert (running.returncode, err) == (1, b"claimx: missing.txt: no such file\n")
    assert read_table(io.BytesIO(out)).schema.equals(schema())


def test_html(run: Run) -> None:
    code, out, _ = run(*write(a="<7>", b="9"), "--format", "html")
    assert code == 0
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>\n")
    assert out.count("<mark") == 2
    assert "&lt;<mark" in out


def test_a_table_for_each_document(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    code, out, _ = run(*write(a="7 8", b="no"), "--format", "table")
    assert code == 0
    assert out.startswith("a.txt: 2 claims\n")
    assert out.endswith("\n\nb.txt: no claims\n")
    assert "\x1b" not in out


def test_half_characters_go_through_every_format(run: Run) -> None:
    lines = rb'{"text": "5 \ud800", "id": "half \ud83d"}'
    for chosen in ("jsonl", "csv", "html", "table"):
        code, out, err = run("--input", "jsonl", "--format", chosen, stdin=lines)
        assert (code, err) == (0, ""), chosen
        assert "half" in out
    (line,) = run("--input", "jsonl", stdin=lines)[1].splitlines()
    assert json.loads(line)["doc_id"] == "half \ud83d"


class Terminal(io.StringIO):
    """A terminal that keeps what it is told."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_a_table(run: Run, monkeypatch: pytest.MonkeyPatch, no_color: str, *, coloured: bool) -> None:
    names = write(a="7")
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm")
    assert run(*names)[0] == 0
    assert "a.txt: 1 claim" in screen.getvalue()
    assert ("\x1b[" in screen.getvalue()) == coloured


def test_a_terminal_gets_documents_as_json(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    assert run("-", "--by", "document", stdin=b"7")[0] == 0
    assert json.loads(screen.getvalue())["id"] == "-"


def test_a_terminal_gets_no_parquet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(SystemExit) as left:
        main(["extract", "--format", "parquet"], extractor=Digits())
    assert left.value.code == 2
    assert "--format parquet > claims.parquet" in capsys.readouterr().err


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    schema.cache_clear()
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    code, out, err = run("--format", "parquet")
    assert (code, out) == (2, "")
    assert "pyarrow is not installed: pip install 'claimx[frames]'" in err


# Usage


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--format", "xml"], "invalid choice"),
        (["--by", "sentence"], "invalid choice"),
        (["--input", "pdf"], "invalid choice"),
        (["--verbose"], "unrecognized arguments"),
        (["--by", "document", "--format", "csv"], "--by document goes with --format jsonl"),
        (["--by", "document", "--format", "parquet"], "--by document goes with --format jsonl"),
    ],
)
def test_wrong_usage(run: Run, arguments: list[str], complaint: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert complaint in err


@pytest.mark.parametrize("arguments", [[], ["extrac"]])
def test_wrong_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: claimx" in capsys.readouterr().err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, expected in (
        (["--version"], f"claimx {claimx.__version__}"),
        (["extract", "--help"], "claimx extract article.txt"),
    ):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert not left.value.code
        assert expected in capsys.readouterr().out


# As a program of its own

PROGRAM = "import sys; from claimx.cli import main; from tests.digits import Digits; sys.exit(main(extractor=Digits()))"


def program(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, "extract", *arguments]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, env={**os.environ, **environment}, **pipes)  # type: ignore[call-overload, no-any-return]


def test_a_reader_that_leaves_early_is_no_error() -> None:
    with program("-") as running:
        assert running.stdin
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        running.stdin.write(20_000 * b"7 ")
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


@pytest.mark.parametrize("chosen", ["jsonl", "csv", "html", "table"])
def test_standard_output_that_is_not_utf8(chosen: str) -> None:
    lines = '{"text": "5 é", "id": "é↑🦆"}'.encode()
    with program("--input", "jsonl", "--format", chosen, PYTHONIOENCODING="ascii", PYTHONUTF8="0") as running:
        out, err = running.communicate(lines)
    assert (running.returncode, err) == (0, b"")
    assert out.decode("ascii" if chosen == "table" else "utf-8")


# The documents


def test_documents_come_lazily(tmp_path: Path) -> None:
    read = inputs.json_lines((b'{"text": "5"}' for _ in iter(int, 1)), "endless")
    assert next(read).id == "endless:1"
    assert next(read).id == "endless:2"
    names = (str(tmp_path / f"{number}") for number in iter(int, 1))
    assert next(inputs.documents(names, "text")).error == "no such file"
