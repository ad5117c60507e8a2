"""Programs in fresh processes: what each takes from the start of Python to its end."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.quality.errors import BenchmarkError

# A process of its own starts the measured one: Linux counts the peak of the starting process as the started one's too.
WATCH = """
import json, os, subprocess, sys, time
begun = time.perf_counter()
environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
command = [sys.executable, "-W", "ignore", "-c", sys.argv[1]]
process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
elapsed, bytes_each = time.perf_counter() - begun, 1 if sys.platform == "darwin" else 1024
print(json.dumps([usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss * bytes_each / 1e6]))
sys.exit(process.returncode)
"""


@dataclass(frozen=True)
class Run:
    """One process: seconds of CPU, seconds by the clock, megabytes at its peak.

    >>> Run(0.1, 0.2, 30.0).peak
    30.0
    """

    cpu: float
    elapsed: float
    peak: float


def run(program: str) -> Run:
    """What a Python program takes in a process of its own, from the start of Python.

    It may keep its bytecode, as installed packages do; what is measured is not the compiler.
    Raises `BenchmarkError` if it fails.

    >>> run("pass").peak > 1
    True
    """
    done = subprocess.run(  # noqa: S603 — programs of the benchmarks' own
        [sys.executable, "-c", WATCH, program], stdout=subprocess.PIPE, check=False
    )
    if done.returncode:
        raise BenchmarkError(f"a measured program ended with {done.returncode}: {program}")
    return Run(*json.loads(done.stdout))


def medians(programs: Mapping[str, str], turns: int) -> dict[str, Run]:
    """The medians of each program's runs. They take turns, after a first round, which fills the caches.

    >>> sorted(medians({"nothing": "pass", "json": "import json"}, turns=1))
    ['json', 'nothing']
    """
    rounds = [{name: run(program) for name, program in programs.items()} for _ in range(turns + 1)][1:]
    return {
        name: Run(*(median(getattr(one[name], figure) for one in rounds) for figure in ("cpu", "elapsed", "peak")))
        for name in programs
    }
