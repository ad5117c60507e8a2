"""Going on after an interruption: which documents have their line in the output already.

The output is lines of JSON as `outputs.json_lines.json_document` writes them, in the order of the input. The n-th
document of an id belongs to the n-th line with that id, so documents that share an id are neither lost nor doubled.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.errors import InputError

if TYPE_CHECKING:
    from claimx.inputs import Document

START, END = b'{"id":', b"}\n"
CHUNK = 1 << 16


def mend(path: Path) -> None:
    """Cut off a last line that was not written to its end. Raises `InputError` for a file that is not ours.

    >>> mend(Path("missing.jsonl"))
    """
    if not path.exists():
        return
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        whole = _end_of_last_line(file.seek, file.read, size)
        for start in {0, whole}:
            file.seek(start)
            found = file.read(len(START))
            if not START.startswith(found):
                raise InputError("it holds something else than documents of claimx", hint="name another file")
        file.truncate(whole)


def _end_of_last_line(seek: Callable[[int], int], read: Callable[[int], bytes], size: int) -> int:
    while size > 0:
        begin = max(0, size - CHUNK)
        seek(begin)
        found = read(size - begin).rfind(b"\n")
        if found >= 0:
            return begin + found + 1
        size = begin
    return 0


def finished(path: Path) -> Iterator[str]:
    """The ids of the documents that have a line in a file, in order; none where there is no file.

    >>> list(finished(Path("missing.jsonl")))
    []
    """
    if not path.exists():
        return
    read = json.JSONDecoder().raw_decode
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not (line.startswith(START) and line.endswith(END)):
                raise InputError(f"line {number} is no document of claimx", hint="name another file")
            yield read(line.decode("utf-8", "replace"), len(START))[0]


def unfinished(
    documents: Iterable[Document], done: Iterator[str], skip: Callable[[Document], object]
) -> Iterator[Document]:
    """The documents that are not done yet; the others are told to `skip`.

    Documents in the order of the output, as they are after an interruption, are compared one by one, in no memory.

    >>> from claimx.inputs import Document
    >>> todo = [Document("a"), Document("b", "It cost $5."), Document("a")]
    >>> skipped: list[Document] = []
    >>> [document.text for document in unfinished(todo, iter(["a", "a"]), skipped.append)], len(skipped)
    (['It cost $5.'], 2)
    """
    others: Counter[str] | None = None
    for document in documents:
        if others is None:
            expected = next(done, None)
            if expected == document.id:
                skip(document)
                continue
            others = Counter(done)
            others.update(() if expected is None else (expected,))
        if others[document.id] > 0:
            others[document.id] -= 1
            skip(document)
        else:
            yield document
