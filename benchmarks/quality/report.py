"""The results as tables in Markdown: rows of cells, numbers with one decimal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.false_alarms import PER_WORDS, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PUBLISHED = Path(__file__).with_name("published.tsv")
BEGIN, END = "<!-- begin: written by python -m benchmarks.quality -->", "<!-- end -->"
MEASURES = ("value", "value+unit", "value+change", "value+concept_partial", "value+concept_complete")
FEWEST_WORDS = 100  # of a kind with a row of its own in the table of false alarms
TOGETHER = ("Percent", "Temperature", "Age")
Scores = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What was measured of one system; a part that was not asked for is empty."""

    name: str
    version: str
    news: dict[str, Scores]
    specs: dict[str, Scores]
    alarms: dict[str, Tally]

    @property
    def title(self) -> str:
        """The system with its version."""
        return f"{self.name} {self.version}"

    def as_json(self) -> dict[str, Any]:
        """Everything measured, as plain data."""
        alarms = {kind: {**vars(one), "rate": one.rate} for kind, one in self.alarms.items()}
        return {"version": self.version, "newsquant": self.news, "recognizers": self.specs, "false_alarms": alarms}


def published(data_set: str) -> dict[str, dict[str, float]]:
    """System to measure to F1, of one set.

    >>> published("newsquant")["CQE"]["value"]
    92.0
    """
    lines = PUBLISHED.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    systems = dict.fromkeys(row[2] for row in rows if row[0] == data_set)
    return {name: {row[1]: float(row[3]) for row in rows if (row[0], row[2]) == (data_set, name)} for name in systems}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table, its columns after the first right-aligned.

    >>> print(table(["kind", "n"], [["date", "5"]]))
    | kind | n |
    |---|---:|
    | date | 5 |
    """
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    bars = [f"| {' | '.join(line)} |" for line in lines]
    bars[1] = bars[1].replace(" ", "")
    return "\n".join(bars)


def figure(value: float | None) -> str:
    """A number with one decimal, a dash for none.

    >>> figure(92.04), figure(None)
    ('92.0', '–')
    """
    return "–" if value is None else f"{value:.1f}"


def pair(figures: Iterable[float]) -> str:
    """Figures side by side.

    >>> pair([67.71, 70.0])
    '67.7 / 70.0'
    """
    return " / ".join(map(figure, figures))


def news_table(results: Sequence[Result]) -> str:
    """NewsQuant: F1 of each measure, paper / strict, beside the published figures."""
    others = published("newsquant")
    head = ["F1, paper / strict", *(result.title for result in results), *(f"{name}, published" for name in others)]
    rows = [
        [
            measure.replace("_", " "),
            *(pair(scores["metrics"][measure]["F"] for scores in result.news.values()) for result in results),
            *(figure(one.get(measure)) for one in others.values()),
        ]
        for measure in MEASURES
    ]
    wordy = [figure(next(iter(result.news.values())).get("wordiness")) for result in results]
    return table(head, [*rows, ["concept words, times those asked for", *wordy, *["–"] * len(others)]])


def spec_table(results: Sequence[Result]) -> str:
    """Recognizers-Text: exact F1 by file, all cases / those not set aside, beside the published figures."""
    others = published("recognizers")
    head = ["exact F1, all / not set aside", "cases", *(result.title for result in results)]
    head += [f"{name}, whole files" for name in others]
    sizes = {name: pair_of_cases(results[0].specs, name) for name in results[0].specs["all"]}
    rows = [
        [
            name,
            size,
            *(pair(files[name]["scores"]["exact"]["F"] for files in result.specs.values()) for result in results),
            *(figure(one.get(name)) for one in others.values()),
        ]
        for name, size in sizes.items()
    ]
    joint = [pair(together(files) for files in result.specs.values()) for result in results]
    return table(head, [*rows, [f"{', '.join(TOGETHER)} together", "", *joint, *["–"] * len(others)]])


def pair_of_cases(ways: dict[str, Scores], name: str) -> str:
    """How many cases a spec file has, with and without those set aside."""
    return " / ".join(str(files[name]["cases"]) for files in ways.values())


def together(files: Scores) -> float:
    """Exact F1 over the three small files as one.

    >>> one = {"gold": 4, "predicted": 4, "scores": {"exact": {"R": 50.0}}}
    >>> together({name: one for name in TOGETHER})
    50.0
    """
    hits = sum(files[name]["gold"] * (files[name]["scores"]["exact"]["R"] or 0) / 100 for name in TOGETHER)
    size = sum(files[name]["gold"] + files[name]["predicted"] for name in TOGETHER)
    return 200 * hits / size if size else 0.0


def alarm_table(results: Sequence[Result]) -> str:
    """False alarms by kind of text and all together; kinds of few words are summed up."""
    folded_tallies = [folded(result.alarms) for result in results]
    head = [f"per {PER_WORDS:,} words", "texts", "words", *(result.title for result in results)]
    rows = [
        [kind, str(one.texts), str(one.words), *(figure(tallies[kind].rate) for tallies in folded_tallies)]
        for kind, one in folded_tallies[0].items()
    ]
    return table(head, rows)


def folded(tallies: dict[str, Tally]) -> dict[str, Tally]:
    """The kinds of many words, then all the others as one, then all.

    >>> list(folded({"date": Tally(9, 900, 0), "web": Tally(1, 4, 1)}))
    ['date', '1 other kinds', 'all']
    """
    large = {kind: one for kind, one in tallies.items() if one.words >= FEWEST_WORDS}
    small = [one for one in tallies.values() if one.words < FEWEST_WORDS]
    return {**large, f"{len(small)} other kinds": sum(small, Tally()), "all": sum(tallies.values(), Tally())}


def markdown(results: Sequence[Result], notes: Sequence[str]) -> str:
    """All tables under their headings, after the notes."""
    news = next(iter(results[0].news.values()))
    parts = [
        "\n".join(f"- {note}" for note in notes),
        f"### NewsQuant ({news['sentences']} sentences, {news['gold']} quantities)",
        news_table(results),
        "### Recognizers-Text specs",
        spec_table(results),
        "### False alarms",
        alarm_table(results),
    ]
    return "\n\n".join(parts)


def block_in(path: Path, begin: str = BEGIN) -> re.Pattern[str]:
    """What finds the block of a file between two marks: `begin`, which names who writes there, and the next end.

    Raises `BenchmarkError` if the file or the marks are missing.
    """
    page = path.read_text(encoding="utf-8") if path.is_file() else ""
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(END), re.DOTALL)
    if not pattern.search(page):
        raise BenchmarkError(f"{path} needs the lines {begin!r} and {END!r}, between which the tables go")
    return pattern


def replace_block(path: Path, content: str, begin: str = BEGIN) -> None:
    """Put the content between the marks of a file (`block_in`, which may raise)."""
    page = block_in(path, begin).sub(lambda _: f"{begin}\n{content}\n{END}", path.read_text(encoding="utf-8"))
    path.write_text(page, encoding="utf-8")
