"""Many texts in one process and in several: order, bounds, errors in their turn, processes that are killed."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from multiprocessing import active_children
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import claimx
from claimx import (
    DEFAULT_PARSERS,
    AnnotationError,
    ArgumentError,
    ClaimxError,
    DocumentError,
    Extractor,
    TextTypeError,
    WorkerError,
)
from claimx.parallel import AHEAD, in_processes
from claimx.stream import BATCH_LENGTH, Options, stream

Words = list[str]


def upper(batch: list[str]) -> list[str]:
    """Stands in for an extractor, and does what some texts say."""
    for text in batch:
        if text.startswith("kill once "):
            flag = Path(text.removeprefix("kill once "))
            if not flag.exists():
                flag.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if text == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if text == "leave":
            sys.exit(3)
        if text == "raise":
            raise ValueError("no such thing")
        if text == "annotate":
            raise AnnotationError("no tags", hint="take others")
    return [text.upper() for text in batch]


def upper_pairs(batch: list[tuple[str, str | None]]) -> Any:
    return upper([text for text, _ in batch])


def options(**given: Any) -> Options:
    defaults: dict[str, Any] = {"as_tuples": False, "batch_size": 2, "workers": 1, "errors": "raise"}
    return Options(**(defaults | given))


def read(texts: Iterable[Any], **given: Any) -> Iterator[Any]:
    return stream(upper_pairs, texts, options(**given))


def brief(outcomes: Iterable[Any]) -> list[Any]:
    return [outcome.code if isinstance(outcome, ClaimxError) else outcome for outcome in outcomes]


@pytest.fixture(params=[1, 2])
def workers(request: pytest.FixtureRequest) -> int:
    number: int = request.param
    return number


# Order and bounds


def test_results_come_in_order(workers: int) -> None:
    texts = [f"text {number}" for number in range(25)]
    assert list(read(texts, batch_size=3, workers=workers)) == [text.upper() for text in texts]
    pairs = [(text, str(number)) for number, text in enumerate(texts)]
    assert list(read(pairs, as_tuples=True, workers=workers)) == [(text.upper(), doc_id) for text, doc_id in pairs]


def test_an_empty_stream(workers: int) -> None:
    assert list(read([], workers=workers)) == []


@pytest.mark.parametrize(("workers", "ahead"), [(1, 3), (2, 3 * 2 * AHEAD)])
def test_a_bounded_number_of_texts_is_read_ahead(workers: int, ahead: int) -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "text"

    results = read(endless(), batch_size=3, workers=workers)
    for number in range(1, 20):
        next(results)
        assert taken <= number + ahead + 3


def test_a_batch_holds_no_more_text_than_it_should() -> None:
    lengths: list[int] = []

    def noted(batch: list[tuple[str, str | None]]) -> list[list[Any]]:
        lengths.append(len(batch))
        return [[] for _ in batch]

    long, short = "x" * BATCH_LENGTH, "x"
    assert len(list(stream(noted, [short, long, long, short], options(batch_size=64)))) == 4
    assert lengths == [2, 1, 1]


def test_a_closed_stream_leaves_no_process() -> None:
    outcomes: Any = read([("text", None)] * 100, as_tuples=True, errors="return", workers=2)
    assert next(outcomes) == ("TEXT", None)
    assert len(active_children()) == 2
    outcomes.close()
    assert active_children() == []


def test_a_stream_that_is_left_has_no_process_either() -> None:
    for _ in read(["text"] * 100, workers=2):
        break
    assert active_children() == []


# Errors


def test_something_else_than_a_text_raises_in_its_turn_and_the_rest_is_still_there(workers: int) -> None:
    results = read(["one", "two", None, "three"], workers=workers)
    assert [next(results), next(results)] == ["ONE", "TWO"]
    with pytest.raises(TextTypeError, match=r"texts\[2\]: text must be a str, not NoneType"):
        next(results)
    assert list(results) == ["THREE"]


@pytest.mark.parametrize("wrong", ["ab", b"ab", "text", 5, ("one",), ("one", "two", "three"), None])
def test_no_pair(wrong: Any) -> None:
    assert brief(outcome for outcome, _ in read([wrong], as_tuples=True, errors="return")) == ["text-type"]


def test_errors_stand_in_the_claims_place(workers: int) -> None:
    texts = ["one", 2, "raise", "three", b"four", "five"]
    outcomes = list(read(texts, workers=workers, batch_size=3, errors="return"))
    assert brief(outcomes) == ["ONE", "text-type", "document", "THREE", "text-type", "FIVE"]
    assert str(outcomes[2]).startswith("[document] texts[2]: ValueError: no such thing")


def test_errors_keep_their_ids(workers: int) -> None:
    pairs = [("one", "a"), ("raise", "b"), ("two", 3), (None, "d")]
    outcomes = list(read(pairs, as_tuples=True, workers=workers, errors="return"))
    assert [(*brief([outcome]), doc_id) for outcome, doc_id in outcomes] == [
        ("ONE", "a"), ("document", "b"), ("text-type", 3), ("text-type", "d"),
    ]  # fmt: skip
    assert "texts[1] (id 'b')" in str(outcomes[1][0])


def test_what_a_parser_raised_is_told(workers: int) -> None:
    with pytest.raises(DocumentError) as caught:
        list(read(["raise"], workers=workers))
    told = f"{caught.value.__cause__!r}" + "".join(getattr(caught.value, "__notes__", []))
    assert "ValueError" in told
    assert "no such thing" in told
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert any("in upper" in note for note in again.__notes__)


def test_a_pipeline_without_annotations_raises_at_once(workers: int) -> None:
    results = read(["one", "two", "annotate", "three"], workers=workers, errors="return")
    assert [next(results), next(results)] == ["ONE", "TWO"]
    with pytest.raises(AnnotationError):
        next(results)


def broken(batch: list[tuple[str, str | None]]) -> Any:
    raise ModuleNotFoundError(f"no spacy for {len(batch)}")


def test_where_nothing_can_be_read_no_text_is_blamed(workers: int) -> None:
    with pytest.raises((ModuleNotFoundError, WorkerError), match="no spacy"):
        list(stream(broken, ["one", "two"], options(errors="return", workers=workers)))


def test_an_error_of_the_source_comes_after_what_it_gave(workers: int) -> None:
    def source() -> Iterator[str]:
        yield from ["one", "two", "three"]
        raise OSError("the disk is gone")

    results = read(source(), workers=workers)
    assert [next(results), next(results), next(results)] == ["ONE", "TWO", "THREE"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)


@pytest.mark.parametrize(
    "wrong", [{"batch_size": 0}, {"workers": 0}, {"workers": "2"}, {"batch_size": 2.0}, {"errors": "ignore"}]
)
def test_wrong_arguments_raise_at_the_call(wrong: dict[str, Any]) -> None:
    with pytest.raises(ArgumentError):
        claimx.extract_many(["It costs $5."], **wrong)


@pytest.mark.parametrize("wrong", ["It costs $5.", b"It costs $5.", None, 5])
def test_one_text_is_not_several(wrong: Any) -> None:
    with pytest.raises(TextTypeError, match="several texts"):
        claimx.extract_many(wrong)


# Processes


@pytest.mark.parametrize(("word", "how"), [("kill", "killed by signal 9"), ("leave", "exit code 3")])
def test_a_text_that_ends_its_process_is_named_and_no_other_is_lost(word: str, how: str) -> None:
    outcomes = list(read(["one", "two", word, "three", "four"], batch_size=3, workers=2, errors="return"))
    assert brief(outcomes) == ["ONE", "TWO", "document", "THREE", "FOUR"]
    assert str(outcomes[2]).startswith(f"[document] texts[2]: its process ended ({how})")


def test_a_process_that_is_killed_is_replaced(tmp_path: Path) -> None:
    texts = ["one", f"kill once {tmp_path / 'flag'}", "two"]
    assert list(read(texts, batch_size=3, workers=2)) == [text.upper() for text in texts]


def test_work_that_does_not_pickle() -> None:
    with pytest.raises(ArgumentError, match="does not pickle"):
        list(in_processes(lambda batch: batch, [[1]], 2))


ENDLESS = """
    import itertools
    from claimx.stream import Options, stream
    from tests.test_stream import slow
    if __name__ == "__main__":
        texts = itertools.repeat("text")
        for number, _ in enumerate(stream(slow, texts, Options(False, 1, 2, "raise"))):
            print(number, flush=True)
"""


def run(script: Path) -> subprocess.Popen[str]:
    """A script as a program in a group of processes of its own."""
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, script], stdout=pipe, stderr=pipe, text=True, start_new_session=True)


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Programs that are started hear of an interrupt, also where the tests run in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """A script that reads with two workers for ever, and prints how many texts are done."""
    (script := tmp_path / "script.py").write_text(dedent(ENDLESS))
    return script


def test_a_script_without_its_guard_is_told_what_is_missing(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text("import claimx\nprint(list(claimx.extract_many(['It costs $5.'], workers=2)))\n")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("claimx.errors.WorkerError: [worker] a worker process ended before it could begin")
    assert '`if __name__ == "__main__":`' in last


def slow(batch: list[tuple[str, str | None]]) -> Any:
    time.sleep(0.05)
    return upper_pairs(batch)


def is_gone(group: int) -> bool:
    """Whether all processes of a group come to an end soon."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("when", ["while it works", "while it starts"])
def test_an_interrupt_ends_everything_with_one_traceback(endless: Path, when: str) -> None:
    with run(endless) as running:
        assert running.stdout
        if when == "while it works":
            assert running.stdout.readline() == "0\n"
        else:
            time.sleep(0.6)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does it: every process of the group is told
        _, complaints = running.communicate(timeout=30)
    assert complaints.count("Traceback") == 1, complaints
    assert complaints.strip().endswith("KeyboardInterrupt")
    assert is_gone(running.pid)


def test_workers_go_when_their_owner_is_killed(endless: Path) -> None:
    with run(endless) as running:
        assert running.stdout
        assert running.stdout.readline() == "0\n"
        running.kill()
        running.wait()
        assert is_gone(running.pid)
        assert running.stderr
        assert running.stderr.read() == ""


# The extractor itself


class Stumbling:
    """A parser that fails on one word."""

    kind = "stumble"

    def parse(self, number: Any, context: Any) -> None:  # noqa: ARG002
        if "stumble" in context.text:
            raise LookupError("a bug")


def test_a_parser_that_fails_on_one_text_loses_no_other(workers: int) -> None:
    extractor = Extractor(parsers=[Stumbling(), *DEFAULT_PARSERS])
    texts = ["It costs $5.", "They stumble 3 times.", "It weighs 5 kg."]
    first, failed, last = extractor.extract_many(texts, workers=workers, errors="return")
    assert isinstance(first, list)
    assert isinstance(last, list)
    assert [claim.kind for claim in first + last] == ["money", "measure"]
    assert str(failed).startswith("[document] texts[1]: LookupError: a bug")
