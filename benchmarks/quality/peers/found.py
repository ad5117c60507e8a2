"""What a peer finds, and how that becomes rows for the scorers; for systems that know no more than value and unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.quality.peers import Peer, Row

SPELLINGS = {"newsquant": (r"(met|lit)er\b", r"\1re"), "recognizers": (r"(met|lit)re\b", r"\1er")}
TABLE = Path(__file__).with_name("units.tsv")


@dataclass(frozen=True)
class Found:
    """One quantity that a peer found: offsets, kind as the Recognizers scorer has it, number, and the peer's unit."""

    start: int
    end: int
    text: str
    kind: str
    value: float
    unit: str | None


Finder = Callable[[str], list[Found]]


@cache
def names(peer: str, data_set: str) -> dict[str, str]:
    """The peer's unit names, lower case, to those of the set.

    >>> names("quantulum3", "recognizers")["pound-mass"]
    'Pound'
    """
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {theirs: name for who, where, theirs, name in rows if (who, where) == (peer, data_set)}


def unit_name(found: Found, peer: str, data_set: str) -> str:
    """The set's name of the unit: from the table, else the peer's own in the set's spelling; "-" for none.

    >>> unit_name(Found(0, 4, "5 km", "measure", 5, "kilometre"), "quantulum3", "recognizers")
    'kilometer'
    """
    own, table = (found.unit or "-").lower(), names(peer, data_set)
    named = table.get(f"{own} ({found.kind})") or table.get(own)
    return named or re.sub(*SPELLINGS[data_set], own)


def peer_of(
    name: str, version: str, find: Finder, *, news: Finder | None = None, specs: Finder | None = None,
    options: tuple[str, ...] = (),
) -> Peer:  # fmt: skip
    """A peer from what finds its quantities; `news` and `specs` where a set asks for other rows of it."""

    def news_rows(texts: Iterable[str]) -> Iterator[Row]:
        for text in texts:
            rows = [["=", one.value, one.text, unit_name(one, name, "newsquant"), "-"] for one in (news or find)(text)]
            yield {"text": text, "quantities": rows}

    def spec_rows(texts: Iterable[str]) -> Iterator[Row]:
        for text in texts:
            rows = [{**vars(one), "unit": unit_name(one, name, "recognizers")} for one in (specs or find)(text)]
            yield {"text": text, "quantities": rows}

    def alarm_rows(texts: Iterable[str]) -> Iterator[Row]:
        return ({"text": text, "quantities": [vars(one) for one in (news or find)(text)]} for text in texts)

    return Peer(name, version, news_rows, spec_rows, alarm_rows, options)
