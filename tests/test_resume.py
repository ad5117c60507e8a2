"""`claimx extract --by document --output FILE --resume`: after any interruption, no document is lost or doubled."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from claimx.cli import main
from tests.digits import Digits
from tests.test_stream import _interruptible, is_gone  # noqa: F401 — a fixture

Extract = Callable[..., int]

LINES: list[dict[str, object]] = [
    {"id": "a", "text": "5 ducks"},
    {"id": "b", "text": "none"},
    {"id": "a", "text": "6 geese, 7 swans"},
    {"text": "8"},
    {"id": "half \ud83d", "text": "9 \u00e9 \ud83d"},
    {"id": "a", "text": "5 ducks"},
    {"id": "c", "text": 10},
    {"id": "d", "text": "11"},
]


@pytest.fixture
def extract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Extract:
    """Runs `claimx extract` in an empty folder, on `in.jsonl` and by document; gives the exit code."""
    monkeypatch.chdir(tmp_path)
    write(LINES)

    def extract(*arguments: str, output: str = "out.jsonl", names: tuple[str, ...] = ("in.jsonl",)) -> int:
        whole = ["extract", *names, "--input", "jsonl", "--by", "document", "--output", output, *arguments]
        try:
            return main(whole, extractor=Digits())
        except SystemExit as left:
            return int(left.code or 0)

    return extract


def write(lines: Sequence[Mapping[str, object]], name: str = "in.jsonl") -> None:
    Path(name).write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")


def ids(name: str = "out.jsonl") -> list[str]:
    return [json.loads(line)["id"] for line in Path(name).read_text("utf-8").splitlines()]


def test_a_torn_output_is_mended_wherever_it_was_torn(extract: Extract) -> None:
    assert extract() == 1
    whole = Path("out.jsonl").read_bytes()
    assert whole.count(b"\n") == len(LINES)
    for length in [*range(0, len(whole), 17), len(whole) - 1, len(whole)]:
        Path("out.jsonl").write_bytes(whole[:length])
        extract("--resume")
        assert Path("out.jsonl").read_bytes() == whole, length


def test_a_torn_line_longer_than_what_is_read_at_once(extract: Extract) -> None:
    write([{"id": "long", "text": "7 " * 2_000}, {"id": "short", "text": "8"}])
    assert extract() == 0
    whole = Path("out.jsonl").read_bytes()
    for length in (10, 70_000, whole.index(b"\n"), whole.index(b"\n") + 1, len(whole) - 2):
        Path("out.jsonl").write_bytes(whole[:length])
        assert extract("--resume") == 0
        assert Path("out.jsonl").read_bytes() == whole, length


def test_without_an_output_yet_everything_is_done(extract: Extract) -> None:
    assert extract("--resume") == 1
    first = Path("out.jsonl").read_bytes()
    assert extract("--resume") == 0  # what could not be read has its line
    assert Path("out.jsonl").read_bytes() == first


def test_without_resume_the_output_is_written_anew(extract: Extract) -> None:
    Path("out.jsonl").write_text("something else\n")
    assert extract() == 1
    assert len(ids()) == len(LINES)


def test_documents_that_share_an_id_are_done_once_each(extract: Extract) -> None:
    write([{"id": "x", "text": str(number)} for number in range(5)])
    extract()
    whole = Path("out.jsonl").read_bytes()
    Path("out.jsonl").write_bytes(b"".join(whole.splitlines(keepends=True)[:2]))
    assert extract("--resume") == 0
    assert Path("out.jsonl").read_bytes() == whole


def test_an_input_that_has_changed_since(extract: Extract) -> None:
    write([{"id": name, "text": "1"} for name in "abcd"])
    extract()
    write([{"id": name, "text": "1"} for name in "xdbyaza"])
    assert extract("--resume") == 0
    assert ids() == [*"abcd", *"xyza"]


def test_more_files_than_before(extract: Extract) -> None:
    extract()
    write([{"id": "new", "text": "1"}], "more.jsonl")
    assert extract("--resume", names=("in.jsonl", "more.jsonl")) == 0
    assert ids()[len(LINES) :] == ["new"]


@pytest.mark.parametrize("content", [b"notes of mine", b"notes\n", b'{"text": "5"}\n', b'{"id":"a"}\nnot', b"\n"])
def test_a_file_that_is_none_of_ours_is_left_alone(extract: Extract, content: bytes) -> None:
    Path("out.jsonl").write_bytes(content)
    assert extract("--resume") == 2
    assert Path("out.jsonl").read_bytes() == content


def test_a_line_in_between_that_is_none_of_ours(extract: Extract, capsys: pytest.CaptureFixture[str]) -> None:
    content = b'{"id":"a","claims":[],"error":null}\nnotes\n{"id":"c","claims":[],"error":null}\n'
    Path("out.jsonl").write_bytes(content)
    assert extract("--resume") == 1
    assert capsys.readouterr().err == "claimx: out.jsonl: line 2 is no document of claimx\n"
    assert Path("out.jsonl").read_bytes() == content


def test_wrong_usage(extract: Extract, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(output="in.jsonl") == 2
    assert "is also read" in capsys.readouterr().err
    assert main_code("extract", "--resume") == 2
    assert main_code("extract", "--resume", "--output", "x") == 2
    assert main_code("extract", "--resume", "--by", "document") == 2
    assert capsys.readouterr().err.count("--resume goes with --by document and --output FILE") == 3
    for wrong in ("0", "-1", "two", "1.5"):
        assert extract("--workers", wrong) == 2
        assert extract("--batch-size", wrong) == 2


def main_code(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return int(left.value.code or 0)


def test_an_output_that_cannot_be_written(extract: Extract, capsys: pytest.CaptureFixture[str]) -> None:
    assert extract(output="no/such/folder") == 1
    assert extract(output="/dev/full") == 1
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "claimx: no/such/folder: no such file or directory",
        "claimx: /dev/full: no space left on device",
    ]


@pytest.mark.parametrize("chosen", ["jsonl", "csv", "html", "table", "parquet"])
def test_every_format_goes_to_a_file(extract: Extract, capfd: pytest.CaptureFixture[str], chosen: str) -> None:
    write([{"id": "half \ud83d", "text": "5 \u00e9 \ud83d"}])
    arguments = ["extract", "in.jsonl", "--input", "jsonl", "--format", chosen]
    assert main([*arguments, "--output", "claims"], extractor=Digits()) == 0
    assert b"5" in Path("claims").read_bytes()
    assert capfd.readouterr() == ("", "")
    assert extract() == 0


# For real

PROGRAM = """
import sys, time
from claimx.cli import main
from tests.digits import Digits

class Slow(Digits):
    def _read(self, batch):
        time.sleep(0.002)
        return super()._read(batch)

sys.exit(main(extractor=Slow()))
"""


def test_killed_at_random_moments_and_resumed(extract: Extract) -> None:
    """`python -m benchmarks.speed.interruptions` does this with the real extractor and a larger file."""
    write([{"id": f"d{number % 300}", "text": f"{number} " * (number % 50)} for number in range(400)])
    assert extract(output="undisturbed.jsonl") == 0
    random = Random(5)  # noqa: S311 — no secret
    whole = Path("undisturbed.jsonl").read_bytes()
    for moment in sorted(random.sample(range(len(whole) * 9 // 10), 3)):
        run_until_it_has_written(moment)
        assert Path("out.jsonl").stat().st_size < len(whole)
    run_until_it_has_written(None)
    assert Path("out.jsonl").read_bytes() == whole


def run_until_it_has_written(length: int | None) -> None:
    """Go on with the output, and be killed when it has so many bytes."""
    command = [sys.executable, "-c", PROGRAM, "extract", "in.jsonl", "--input", "jsonl", "--by", "document"]
    with subprocess.Popen([*command, "--output", "out.jsonl", "--resume"]) as running:
        if length is None:
            assert running.wait() == 0
            return
        while not Path("out.jsonl").exists() or Path("out.jsonl").stat().st_size < length:
            time.sleep(0.001)
        running.kill()


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_ends_it_quietly(tmp_path: Path, workers: str) -> None:
    output = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "claimx", "extract", "--input", "jsonl", "--by", "document", "--batch-size", "1"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, "--workers", workers, "--output", output], stdin=pipe, stderr=pipe, start_new_session=True
    ) as running:
        assert running.stdin
        running.stdin.write(b'{"text": "It costs $5."}\n' * 20)
        running.stdin.flush()
        while not output.exists() or not output.stat().st_size:
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        _, complaints = running.communicate(timeout=30)
    assert running.returncode == 130, complaints.decode()
    assert complaints == b"claimx: interrupted; with --resume, the same command goes on from here\n"
    assert is_gone(running.pid)
    assert all(json.loads(line)["claims"] for line in output.read_text("utf-8").splitlines())


# Progress


def on_a_terminal(tmp_path: Path, *arguments: str, **environment: str) -> str:
    """What a terminal on standard error shows of a run."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", PROGRAM, "extract", *arguments]
    settings = {**os.environ, "COLUMNS": "120", "TERM": "xterm", **environment}
    with (tmp_path / "stdout").open("wb") as file:
        running = subprocess.Popen(command, stdout=file, stderr=theirs, env=settings)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 1 << 16):
            shown += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    assert running.wait() in {0, 1}
    return shown.decode()


def test_a_terminal_is_shown_how_far_it_is(extract: Extract, tmp_path: Path) -> None:
    shown = on_a_terminal(tmp_path, "in.jsonl", "--input", "jsonl", "--by", "document", "--output", "out.jsonl")
    assert "100%" in shown
    assert "7 claims" in shown
    assert "bytes/s" in shown or "?" in shown
    assert 'field "text" is not a string' in shown
    assert extract("--resume") == 0
    assert re.search(r"\x1b\[3[0-9]m", shown)
    again = on_a_terminal(
        tmp_path, "in.jsonl", "--input", "jsonl", "--by", "document", "--output", "out.jsonl", "--resume", NO_COLOR="1"
    )
    assert "0 claims" in again
    assert not re.search(r"\x1b\[3[0-9]m", again)
