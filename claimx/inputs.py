"""What the command line reads: files and JSON Lines as documents, each with its text or with what went wrong.

Nothing is rewritten: line ends and a byte order mark stay, so that offsets are those of the decoded file.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claimx.errors import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its id, or the reason why there is none.

    >>> Document("a.txt", "It cost $5.").error is None
    True
    """

    id: str
    text: str = ""
    error: str | None = None
    origin: str | None = None
    """Where the text stands, for messages: the file, and the line of it."""
    size: int = 0
    """The bytes that the document takes up in the input."""


def text_file(name: str) -> Iterator[Document]:
    """A file (`-`: standard input) as one document whose id is the name as it was given.

    >>> list(text_file("missing.txt"))
    [Document(id='missing.txt', text='', error='no such file', origin='missing.txt', size=0)]
    """
    try:
        with _opened(name) as file:
            data = file.read()
            yield Document(name, _decoded(data), origin=name, size=len(data))
    except (InputError, OSError) as error:
        yield Document(name, error=_reason(error), origin=name)


def json_lines_file(name: str, text_field: str, id_field: str) -> Iterator[Document]:
    """A file (`-`: standard input) of JSON objects, one a line, as a document for each; blank lines are none.

    >>> list(json_lines_file("missing.jsonl", "text", "id"))
    [Document(id='missing.jsonl', text='', error='no such file', origin='missing.jsonl', size=0)]
    """
    try:
        with _opened(name) as file:
            yield from json_lines(file, name, text_field, id_field)
    except OSError as error:
        yield Document(name, error=_reason(error), origin=name)


def json_lines(lines: Iterable[bytes], name: str, text_field: str = "text", id_field: str = "id") -> Iterator[Document]:
    """Lines of JSON as documents; a line without an id is named after file and line.

    >>> list(json_lines([b'{"id": 7, "text": "$5"}', b'{'], "in"))[0]
    Document(id='7', text='$5', error=None, origin='in: line 1', size=23)
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        origin, fallback = f"{name}: line {number}", f"{name}:{number}"
        try:
            data = _json_object(line)
            fallback = _id(data, id_field, fallback)
            yield Document(fallback, _text(data, text_field), origin=origin, size=len(line))
        except InputError as error:
            yield Document(fallback, error=error.message, origin=origin, size=len(line))


def documents(names: Iterable[str], kind: str, *, text_field: str = "text", id_field: str = "id") -> Iterator[Document]:
    """The documents of several files, one file after the other; the kind of input is `text` or `jsonl`.

    >>> [document.error for document in documents(["missing.txt", "lost.txt"], "text")]
    ['no such file', 'no such file']
    """
    for name in names:
        yield from text_file(name) if kind == "text" else json_lines_file(name, text_field, id_field)


def total_size(names: Iterable[str]) -> int | None:
    """The bytes that there are to read; `None` where a pipe or the like does not tell.

    >>> total_size(["missing.txt"])
    0
    """
    sizes = [_size(name) for name in names]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _size(name: str) -> int | None:
    try:
        status = os.fstat(sys.stdin.fileno()) if name == STDIN else Path(name).stat()
    except OSError:
        return None if name == STDIN else 0
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _opened(name: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb")


def _reason(error: InputError | OSError) -> str:
    if isinstance(error, InputError):
        return error.message
    if isinstance(error, FileNotFoundError):
        return "no such file"
    return (error.strerror or str(error)).lower()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}: 0x{data[error.start]:02x}") from error


def _json_object(line: bytes) -> dict[str, object]:
    try:
        data = json.loads(_decoded(line).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} (column {error.colno})") from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond what Python reads
        raise InputError(f"not JSON: {error}") from error
    if not isinstance(data, dict):
        raise InputError("not a JSON object")
    return data


def _text(data: dict[str, object], field: str) -> str:
    if field not in data:
        raise InputError(f'no field "{field}"')
    text = data[field]
    if not isinstance(text, str):
        raise InputError(f'field "{field}" is not a string')
    return text


def _id(data: dict[str, object], field: str, fallback: str) -> str:
    given = data.get(field)
    if given is None:
        return fallback
    if isinstance(given, (dict, list)):
        raise InputError(f'field "{field}" is not a string or number')
    return str(given)
