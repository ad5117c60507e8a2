"""Cases of a set that contradict claimx's contract, set aside by hash, as no sentence of a data set stands here."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from benchmarks.quality.errors import BenchmarkError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

COLUMNS = 3


def digest(text: str) -> str:
    """The SHA-1 of a text in UTF-8.

    >>> digest("five")[:8]
    '4db2c1df'
    """
    return hashlib.sha1(text.encode("utf-8"), usedforsecurity=False).hexdigest()


def read_exceptions(path: Path) -> dict[tuple[str, str], str]:
    """Spec file and SHA-1 of the input to the reason, from a table of three columns.

    Raises `BenchmarkError` if the file is missing or a line has not three columns.
    """
    if not path.is_file():
        raise BenchmarkError(f"no table of exceptions {path}")
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    rows = [(number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#")]
    for number, cells in rows:
        if len(cells) != COLUMNS:
            raise BenchmarkError(
                f"{path}, line {number}: three columns are needed, divided by tabs: file, SHA-1, reason"
            )
    return {(name, sha): reason for _, (name, sha, reason) in rows}


def scorer_rows(path: Path, cases: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """The exceptions among (spec file, input) pairs, in the layout of the scorer's --except: text and reason."""
    reasons = read_exceptions(path)
    found = ((text, reasons.get((name, digest(text)))) for name, text in cases)
    return [{"text": text, "reason": reason} for text, reason in found if reason is not None]
