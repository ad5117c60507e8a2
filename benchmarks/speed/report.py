"""What was measured, as plain data and as tables in Markdown."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from benchmarks.quality.report import table
from benchmarks.speed import startup
from benchmarks.speed.systems import CLAIMS, PIPELINE, QUANTITIES, QUANTULUM, RECOGNIZERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.speed.processes import Run
    from benchmarks.speed.systems import System
    from benchmarks.speed.texts import TextSet
    from benchmarks.speed.turns import Rates
    from benchmarks.speed.workers import Pace

BEGIN = "<!-- begin: written by python -m benchmarks.speed -->"
RATIOS = (
    (QUANTITIES, QUANTULUM),
    (CLAIMS, QUANTULUM),
    (CLAIMS, PIPELINE),
    (QUANTITIES, RECOGNIZERS),
    (CLAIMS, RECOGNIZERS),
)


@dataclass
class Results:
    """All that one run measured; a part that was not asked for is empty."""

    notes: list[str]
    rates: dict[str, Rates] = field(default_factory=dict)
    startup: dict[str, Run] = field(default_factory=dict)
    peaks: dict[str, float] = field(default_factory=dict)
    growth: dict[str, float] = field(default_factory=dict)
    streams: dict[float, Run] = field(default_factory=dict)
    workers: dict[int, Pace] = field(default_factory=dict)
    kills: list[bool] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Everything measured, as plain data, with the ratios that are asked for."""
        return {
            **asdict(self),
            "ratios": {name: ratios(rates) for name, rates in self.rates.items()},
            "startup_ratios": startup.ratios(self.startup),
            "worker_ratios": worker_ratios(self.workers),
        }


def ratios(rates: Rates) -> dict[str, float]:
    """Characters a second of one system beside another's, for the pairs that were both measured."""
    measured = [(one, other) for one, other in RATIOS if one in rates.turns and other in rates.turns]
    return {f"{one} / {other}": rates.ratio(one, other) for one, other in measured}


def worker_ratios(workers: Mapping[int, Pace]) -> dict[int, dict[str, float]]:
    """How many times as fast as one worker several are.

    >>> from benchmarks.speed.workers import Pace
    >>> worker_ratios({1: Pace(100.0, 100.0), 2: Pace(170.0, 180.0)})[2]
    {'whole': 1.7, 'running': 1.8}
    """
    one = workers.get(1)
    return {
        number: {"whole": pace.whole / one.whole, "running": pace.running / one.running}
        for number, pace in workers.items()
        if one
    }


def described(texts: TextSet) -> str:
    """A set in one line.

    >>> from benchmarks.speed.texts import TextSet
    >>> described(TextSet("prose", ("One.", "Two.")))
    'prose: 2 texts, 8 characters.'
    """
    return f"{texts.name}: {len(texts.texts):,} texts, {texts.characters:,} characters."


def measured(system: System) -> str:
    """A system in one line.

    >>> from benchmarks.speed.systems import System
    >>> measured(System("quantulum3", "0.10.0", len, every=10))
    'quantulum3: 0.10.0, on every 10th text.'
    """
    return f"{system.name}: {system.version}{'' if system.every == 1 else f', on every {system.every}th text'}."


def markdown(results: Results) -> str:
    """The report: notes, then a table for each part that was measured."""
    parts = [
        ("Characters a second, one core", _rates(results.rates)),
        ("Times as fast", _ratios(results.rates)),
        ("Start-up", _startup(results.startup)),
        ("Peak memory", _peaks(results.peaks)),
        ("Growth", _growth(results.growth)),
        ("Streams", _streams(results.streams)),
        ("Workers", _workers(results.workers)),
        ("Killed and resumed", _kills(results.kills)),
    ]
    tables = [f"### {title}\n\n{content}" for title, content in parts if content]
    return "\n\n".join(["\n".join(f"- {note}" for note in results.notes), *tables])


def _rates(rates: Mapping[str, Rates]) -> str:
    names = list(dict.fromkeys(name for one in rates.values() for name in one.turns))
    rows = [[name, *(f"{one.of(name):,.0f}" for one in rates.values())] for name in names]
    return table(["system", *rates], rows) if rows else ""


def _ratios(rates: Mapping[str, Rates]) -> str:
    pairs = list(dict.fromkeys(pair for one in rates.values() for pair in ratios(one)))
    rows = [[pair, *(_ratio_cell(one, pair) for one in rates.values())] for pair in pairs]
    head = (f"{name}: median of the turns (least–most; first reading)" for name in rates)
    return table(["ratio", *head], rows) if rows else ""


def _ratio_cell(rates: Rates, pair: str) -> str:
    one, other = pair.split(" / ")
    turns = [mine / theirs for mine, theirs in zip(rates.turns[one], rates.turns[other], strict=True)]
    return f"{rates.ratio(one, other):.2f} ({min(turns):.2f}–{max(turns):.2f}; {rates.first_ratio(one, other):.2f})"


def _startup(runs: Mapping[str, Run]) -> str:
    if not runs:
        return ""
    rows = [[name, f"{run.cpu:.3f}", f"{run.elapsed:.3f}", f"{run.peak:.0f}"] for name, run in runs.items()]
    beside = table(["ratio", "of CPU"], [[pair, f"{ratio:.2f}"] for pair, ratio in startup.ratios(dict(runs)).items()])
    return table(["from the start of Python to", "s of CPU", "s by the clock", "MB at most"], rows) + "\n\n" + beside


def _peaks(peaks: Mapping[str, float]) -> str:
    rows = [[name, f"{peak:.0f}"] for name, peak in peaks.items()]
    return table(["a fresh process that reads the prose", "MB at most"], rows) if rows else ""


def _growth(growth: Mapping[str, float]) -> str:
    rows = [[name, f"{times:.1f}"] for name, times in growth.items()]
    return table(["100 times an article", "times the time"], rows) if rows else ""


def _workers(workers: Mapping[int, Pace]) -> str:
    found = worker_ratios(workers)
    rows = [
        [str(number), f"{pace.whole:,.0f}", f"{ratio['whole']:.2f}", f"{pace.running:,.0f}", f"{ratio['running']:.2f}"]
        for (number, pace), ratio in zip(workers.items(), found.values(), strict=True)
    ]
    head = ["workers", "characters a second by the clock", "times one", "once all are at work", "times one"]
    return table(head, rows) if rows else ""


def _streams(streams: Mapping[float, Run]) -> str:
    rows = [[f"{megabytes:g}", f"{run.peak:.0f}"] for megabytes, run in streams.items()]
    return table(["MB of JSON Lines through `claimx extract`", "MB of memory at most"], rows) if rows else ""


def _kills(kills: Sequence[bool]) -> str:
    return f"Equal to the output of an undisturbed run: {sum(kills)} of {len(kills)} times." if kills else ""
