"""Look for texts that break an invariant, for as long as you like: `python -m tests.fuzz --minutes 30`.

Two engines run side by side, each in processes of its own. `hypothesis` draws texts from `tests.texts` and
`tests.written`, with a new seed every round. `atheris` (`pip install atheris`, where it is built for your Python)
mutates bytes by what code they reach; they are read as pieces of text. What must hold of every text is in
`tests.invariants`; one text in twenty is taken through the whole extraction.

The first finding ends its process: the text is made as short as it gets, and written to the log with the error. The
command says how many texts each engine tried, and exits 1 if anything was found.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.texts import PIECES, texts

ENGINES = ("hypothesis", "atheris")
ROUND = 1000  # texts for one seed
PARSED = 20  # one text in so many is parsed too
STEPS = 3000  # at most, to make a finding shorter


def main() -> int:
    """Run the engines and report; 1 if there is a finding."""
    options = _arguments()
    if options.one:
        return _run_one(options.one, Run(Path(options.status), options.minutes), options.seed)
    engines = [engine for engine in options.engines if engine == "hypothesis" or find_spec(engine)]
    for engine in sorted(set(options.engines) - set(engines)):
        print(f"{engine} is not installed (pip install {engine}); going on without it")
    with TemporaryDirectory() as folder:
        lines = _run_all(engines, options, Path(folder))
    report = "\n".join(lines)
    print(report)
    if options.log:
        Path(options.log).write_text(report + "\n", encoding="utf-8")
    return int(any(line.startswith("FOUND") for line in lines))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--processes", type=int, default=1, help="for each engine")
    parser.add_argument("--seed", type=int, default=0, help="another one finds other texts")
    parser.add_argument("--log", help="a file for the report")
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)  # a process of its own
    parser.add_argument("--status", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run_all(engines: list[str], options: argparse.Namespace, folder: Path) -> list[str]:
    """What came out of each process: how many texts, and the finding if there is one."""
    running = []
    for number, engine in enumerate(engines * options.processes):
        status = folder / f"{engine}-{number}.json"
        arguments: list[object] = ["--one", engine, "--minutes", options.minutes, "--status", status]
        command = [
            sys.executable,
            "-m",
            "tests.fuzz",
            *map(str, arguments),
            "--seed",
            str(options.seed + 1000 * number),
        ]
        output = (folder / f"{engine}-{number}.txt").open("w+", encoding="utf-8", errors="replace")
        running.append((engine, status, output, subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)))
    lines: list[str] = []
    tried = 0
    for engine, status, output, process in running:
        code = process.wait()
        said = json.loads(status.read_text(encoding="utf-8")) if status.exists() else {"texts": 0, "parsed": 0}
        tried += said["texts"]
        lines.append(f"{engine}: {said['texts']} texts in {options.minutes:g} minutes, {said['parsed']} of them parsed")
        if "finding" in said:
            lines += [f"FOUND by {engine}: {said['finding']!r}", str(said["error"])]
        elif code:
            output.seek(0)
            lines += [f"FOUND by {engine}: it ended with code {code}", output.read()[-3000:]]
        output.close()
    return [*lines, f"{tried} texts in all"]


@dataclass
class Run:
    """One process: how many texts it tried, what it found, until when it goes on."""

    status: Path
    minutes: float
    texts: int = 0
    parsed: int = 0

    def __post_init__(self) -> None:
        self.end = monotonic() + 60 * self.minutes
        self.saved = monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return monotonic() > self.end

    def check(self, text: str) -> None:
        """Count a text and check it; the first that fails is the last."""
        self.texts += 1
        self.parsed += self.texts % PARSED == 0
        if what_fails(text, parsed=self.texts % PARSED == 0):
            self.found(text)
        if monotonic() > self.saved + 1:
            self.save()

    def save(self, **more: str) -> None:
        """Write the figures where the command reads them."""
        self.saved = monotonic()
        self.status.write_text(json.dumps({"texts": self.texts, "parsed": self.parsed, **more}), encoding="utf-8")

    def found(self, text: str) -> None:
        """Shorten the text, write it down, and end the process, from inside an engine that would catch an exit."""
        text = shortened(text)
        self.save(finding=text, error=what_fails(text))
        os._exit(1)


def what_fails(text: str, *, parsed: bool = True) -> str:
    """The error that a text leads to, or nothing."""
    from tests.invariants import check_claims, check_quantities  # after atheris had its hands on the package

    try:
        check_quantities(text)
        if parsed:
            check_claims(text)
    except Exception:  # noqa: BLE001 — any error at all is a finding
        return traceback.format_exc(limit=-3)
    return ""


def shortened(text: str, fails: Callable[[str], object] = what_fails) -> str:
    """The text with all left out that it can fail without, stretch by stretch.

    >>> shortened("to be or not to be", lambda text: "not" in text)
    'not'
    """
    steps, size = 0, max(1, len(text) // 2)
    while size and steps < STEPS:
        start, before = 0, text
        while start < len(text) and steps < STEPS:
            shorter, steps = text[:start] + text[start + size :], steps + 1
            if fails(shorter):
                text = shorter
            else:
                start += size
        size = size // 2 if text == before else min(size, len(text) // 2)
    return text


def _run_one(engine: str, run: Run, number: int) -> int:
    (_run_hypothesis if engine == "hypothesis" else _run_atheris)(run, number)
    run.save()
    return 0


def _run_hypothesis(run: Run, number: int) -> None:
    """Round after round, each with a seed of its own."""
    from tests.written import in_texts

    plain = settings(
        database=None,
        deadline=None,
        max_examples=ROUND,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    while not run.is_over:

        @plain
        @seed(number)
        @given(texts() | in_texts())
        def a_round(text: str) -> None:
            if not run.is_over:
                run.check(text)

        a_round()
        number += 1


def _run_atheris(run: Run, number: int) -> None:
    """Bytes mutated by the code they reach; libFuzzer ends the process itself when the time is up."""
    import atheris

    with atheris.instrument_imports(include=["claimx"]):
        import claimx

        claimx.extract("It weighs 5 kg.")  # what is imported late

    def one(data: bytes) -> None:
        run.check(text_of(data))

    flags = [f"-seed={number + 1}", "-max_len=120", "-verbosity=0", f"-max_total_time={int(60 * run.minutes)}"]
    atheris.Setup([sys.argv[0], *flags], one)
    atheris.Fuzz()


def text_of(data: bytes) -> str:
    r"""Bytes as text: two for each piece, or, after a first byte that says so, plain UTF-8.

    >>> text_of(b"\xffplain")
    'plain'
    """
    if data[:1] >= b"\xe0":
        return data[1:].decode("utf-8", "surrogateescape")
    pairs = zip(data[::2], data[1::2], strict=False)
    return "".join(PIECES[(high << 8 | low) % len(PIECES)] for high, low in pairs)


if __name__ == "__main__":
    sys.exit(main())
