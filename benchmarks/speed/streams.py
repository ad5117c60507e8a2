"""JSON Lines of prose, as large as is asked for and with ever new words, for the benchmarks of long streams."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from zlib import crc32

LONG_WORD = re.compile(r"[a-z]{8,}")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def write_stream(path: Path, texts: Sequence[str], size: int) -> None:
    """Write a JSON object with id and text on each line, at least so many bytes in all."""
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(varied(texts)):
            if written >= size:
                return
            line = json.dumps({"id": f"document {number}", "text": text}, ensure_ascii=False) + "\n"
            written += len(line.encode())
            file.write(line)


def varied(texts: Sequence[str]) -> Iterator[str]:
    """The texts over and over without end; each time, some of their long words become words never seen before.

    >>> stream = varied(["The committee and the president met.", "It cost $5."])
    >>> [next(stream) for _ in range(4)][2:]
    ['The bommittee and the president met.', 'It cost $5.']
    """
    for turn in count():
        for text in texts:
            yield LONG_WORD.sub(partial(_another, turn=turn), text)


def _another(found: re.Match[str], turn: int) -> str:
    """A word for this turn alone in place of one in ten; the ending stays, and with it the part of speech."""
    word = found[0]
    if turn == 0 or crc32(word.encode()) % 10 != turn % 10:
        return word
    first = LETTERS[(LETTERS.index(word[0]) - turn) % 26]
    return f"{first}{LETTERS[turn // 26 % 26] if turn >= 26 else word[1]}{word[2:]}"
