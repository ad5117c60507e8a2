"""The sets and their scorers: where they lie, and how the scorers are run: as they are, by their own command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.quality import exceptions, recognizers
from benchmarks.quality.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.quality.peers import Peer

EXCEPTIONS = Path(__file__).with_name("recognizers_except.tsv")
COUNTS = ("paper", "strict")
Scores = dict[str, Any]


def wordiness(rows: Iterable[Scores], gold: Iterable[Scores]) -> float | None:
    """How many concept words there are for each that is asked for: the more are named, the more are partly right.

    >>> rows = [{"quantities": [["=", "3", "kilogram", "kilogram", "light tea"]]}]
    >>> wordiness(rows, [{"quantities": [{"referred_concepts": "tea"}, {"referred_concepts": "-"}]}])
    2.0
    """
    found = sum(len(words(row[-1])) for entry in rows for row in entry["quantities"] if row)
    asked = sum(len(words(row["referred_concepts"])) for entry in gold for row in entry["quantities"])
    return found / asked if asked else None


def words(concepts: str | Sequence[str]) -> list[str]:
    """The words of a row's concepts, none for "-"."""
    parts = re.split(r"[,\s]+", concepts.strip()) if isinstance(concepts, str) else concepts
    return [word for word in parts if word != "-"]


@dataclass(frozen=True)
class Sets:
    """Folders: `data` holds `newsquant/*.json` and `recognizers/`, `scorers` the two scorers, `work` what is written.

    Raises `BenchmarkError` where one of them lacks something, with what to do.
    """

    data: Path
    scorers: Path
    work: Path

    @cached_property
    def gold(self) -> Path:
        """NewsQuant: the one JSON file in its folder."""
        found = sorted((self.data / "newsquant").glob("*.json"))
        if len(found) != 1:
            raise BenchmarkError(
                f"{self.data}/newsquant holds {len(found)} JSON files: put the NewsQuant gold there, alone"
            )
        return found[0]

    @property
    def specs(self) -> Path:
        """The Specs folder of Recognizers-Text."""
        return self.data / "recognizers"

    @cached_property
    def news_texts(self) -> list[str]:
        """The sentences of NewsQuant."""
        return [row["text"] for row in json.loads(self.gold.read_text(encoding="utf-8"))]

    @cached_property
    def spec_cases(self) -> list[tuple[str, str]]:
        """Spec file and input of each case."""
        return list(recognizers.inputs(self.specs))

    def news(self, peer: Peer) -> dict[str, Scores]:
        """The scores of NewsQuant's scorer in both ways of counting, with how wordy the concepts are."""
        rows = list(peer.news(self.news_texts))
        path = self.write(f"{peer.name}.newsquant.json", json.dumps(rows))
        wordy = {"wordiness": wordiness(rows, json.loads(self.gold.read_text(encoding="utf-8")))}
        return {
            way: self.score("score_newsquant.py", self.gold, path, "--count", way, *peer.news_options) | wordy
            for way in COUNTS
        }

    def recognizers(self, peer: Peer) -> dict[str, Scores]:
        """The scores by spec file, of all cases and without those set aside."""
        texts = list(dict.fromkeys(text for _, text in self.spec_cases))
        lines = [json.dumps(row) + "\n" for row in peer.specs(texts)]
        path = self.write(f"{peer.name}.recognizers.jsonl", "".join(lines))
        aside = self.write("except.json", json.dumps(exceptions.scorer_rows(EXCEPTIONS, self.spec_cases)))
        run = ("score_recognizers.py", self.specs, path)
        return {"all": self.score(*run), "without": self.score(*run, "--except", aside)}

    def write(self, name: str, content: str) -> Path:
        """A file in the work folder."""
        path = self.work / name
        path.write_text(content, encoding="utf-8")
        return path

    def score(self, scorer: str, *arguments: Path | str) -> Scores:
        """What a scorer prints with --json."""
        path = self.scorers / scorer
        if not path.is_file():
            raise BenchmarkError(f"no scorer {path}: name the folder that holds it with --scorers")
        command: Sequence[str] = [sys.executable, str(path), *map(str, arguments), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (the user names it)
        if done.returncode:
            raise BenchmarkError(f"{path} failed:\n{done.stderr.strip()}")
        scores: Scores = json.loads(done.stdout)
        return scores
