"""The systems that take turns: each reads a sequence of texts, in the way that suits it best on one core.

A system is loaded before it is timed. The peers are called as `benchmarks.quality` calls them. Recognizers-Text, with
six models that each read everything, gets every tenth text: it would take longer than all the others together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import claimx
from benchmarks.quality import peers
from benchmarks.quality.errors import BenchmarkError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = Path(claimx.__file__).parent / "model"
NEEDED = ("tok2vec", "tagger", "parser")
CLAIMS, QUANTITIES, PIPELINE = "claimx, claims", "claimx, quantities", "embedded pipeline"
QUANTULUM, RECOGNIZERS = "quantulum3", "Recognizers-Text"
NAMES = (CLAIMS, QUANTITIES, PIPELINE, QUANTULUM, RECOGNIZERS)
PEERS = {QUANTULUM: "quantulum", RECOGNIZERS: "recognizers_text"}
BATCH = 64
EVERY = {RECOGNIZERS: 10}


@dataclass(frozen=True)
class System:
    """A system: its name and version, what reads texts, keeping nothing of what it finds, and which texts it gets.

    `every` is 1 for all texts, 10 for every tenth.
    """

    name: str
    version: str
    read: Callable[[Sequence[str]], object]
    every: int = 1


def load(name: str) -> System:
    """The system of a name, ready to read. Raises `BenchmarkError` where it is not installed.

    >>> load("claimx, claims").read(["It costs $5, or $6.", "No number here."])
    2
    """
    if name == CLAIMS:
        return System(name, claimx.__version__, claims)
    if name == QUANTITIES:
        return System(name, claimx.__version__, quantities)
    if name == PIPELINE:
        return System(name, f"with spaCy {metadata.version('spacy')}", whole_text_pipeline())
    peer = peers.load(PEERS[name])
    if isinstance(peer, str):
        raise BenchmarkError(peer)
    return System(name, peer.version, peer_reader(peer), EVERY.get(name, 1))


def load_all() -> tuple[list[System], list[str]]:
    """All systems that can be had, and a line for each that cannot."""
    found, left_out = [], []
    for name in NAMES:
        try:
            found.append(load(name))
        except BenchmarkError as error:
            left_out.append(str(error))
    return found, left_out


def claims(texts: Sequence[str]) -> int:
    """The number of claims in the texts, read by one worker in batches.

    >>> claims(["It costs $5, or $6.", "No number here."])
    2
    """
    return sum(map(len, claimx.extract_many(texts, batch_size=BATCH)))


def quantities(texts: Sequence[str]) -> int:
    """The number of quantities in the texts.

    >>> quantities(["It costs $5, or $6.", "No number here."])
    2
    """
    return sum(len(claimx.quantities(text)) for text in texts)


def pipeline(path: Path = MODEL) -> Language:
    """A pipeline, by default the embedded one, by plain `spacy.load`, with the components that a parse needs."""
    import spacy

    nlp = spacy.load(path)
    nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in NEEDED])
    return nlp


def whole_text_pipeline(path: Path = MODEL) -> Callable[[Sequence[str]], int]:
    """What parses every sentence of the texts in batches, and gives the number of tokens.

    >>> whole_text_pipeline()(["It costs $5.", "No number here."])
    9
    """
    nlp = pipeline(path)
    return lambda texts: sum(map(len, nlp.pipe(texts, batch_size=BATCH)))


def peer_reader(peer: peers.Peer) -> Callable[[Sequence[str]], int]:
    """What reads the texts with a peer, and gives their number."""
    return lambda texts: sum(1 for _ in peer.alarms(texts))
