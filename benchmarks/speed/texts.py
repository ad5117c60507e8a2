"""The sets of texts that are read: crammed with quantities, and as prose usually is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.errors import BenchmarkError

NEWSQUANT = "newsquant/dev.json"
ARTICLES = "articles/*.txt"
TREEBANKS = "treebanks/*-dev.conllu"


@dataclass(frozen=True)
class TextSet:
    """Texts with the name of their set.

    >>> TextSet("prose", ("One.", "Two.")).characters
    8
    """

    name: str
    texts: tuple[str, ...]

    @property
    def characters(self) -> int:
        """How many characters the texts have together."""
        return sum(map(len, self.texts))


def text_sets(folder: Path) -> list[TextSet]:
    """NewsQuant's sentences, and prose: articles, and the documents of the treebanks.

    Raises `BenchmarkError` if the folder lacks a part.
    """
    articles = [path.read_text(encoding="utf-8") for path in files(folder, ARTICLES)]
    documents = [text for path in files(folder, TREEBANKS) for text in treebank_documents(path)]
    return [
        TextSet("NewsQuant", tuple(text for path in files(folder, NEWSQUANT) for text in entries(path))),
        TextSet("prose", (*articles, *documents)),
    ]


def files(folder: Path, pattern: str) -> list[Path]:
    """The files of a part of the data, in the order of their names."""
    found = sorted(folder.glob(pattern))
    if not found:
        raise BenchmarkError(f"{folder} has no {pattern}; give the folder that holds newsquant, articles, treebanks")
    return found


def entries(path: Path) -> list[str]:
    """The texts of a file in JSON or JSON Lines, whose objects hold a `text` each."""
    content = path.read_text(encoding="utf-8")
    found = json.loads(content) if path.suffix == ".json" else map(json.loads, content.splitlines())
    return [entry["text"] for entry in found]


def treebank_documents(path: Path) -> Iterator[str]:
    """The documents of a CoNLL-U file: sentences with a space between them, paragraphs with an empty line."""
    document = ""
    between = " "
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc") and document:
            yield document
            document = ""
        elif line.startswith("# newpar"):
            between = "\n\n"
        elif line.startswith("# text = "):
            document += (between if document else "") + line.removeprefix("# text = ")
            between = " "
    yield document
