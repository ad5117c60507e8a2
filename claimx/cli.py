"""The command line: files or standard input in; a table, JSON Lines, CSV, Parquet or an HTML page out.

The only place that prints. Exit codes: 0 all went well, 1 some input could not be read, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections import deque
from typing import TYPE_CHECKING, Literal, Protocol

from claimx import __version__
from claimx.inputs import STDIN, Document, documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimx.claims import Claim

    Results = Iterable[tuple[Document, list[Claim]]]
    Writer = Callable[[Results], Iterator[str] | Iterator[bytes]]

FORMATS = ("table", "jsonl", "csv", "html", "parquet")
EPILOG = """\
examples:
  claimx extract article.txt
  claimx extract *.txt --format csv > claims.csv
  claimx extract *.txt --format parquet > claims.parquet
  cat articles.jsonl | claimx extract --input jsonl --text-field body --by document
"""


class Extracts(Protocol):
    """What the command line needs of an extractor: texts with their ids in, claims with their ids out, in order."""

    def extract_many(
        self, texts: Iterable[tuple[str, str]], *, as_tuples: Literal[True]
    ) -> Iterator[tuple[list[Claim], str]]:
        """The claims of each text, lazily."""


def main(argv: Sequence[str] | None = None, *, extractor: Extracts | None = None) -> int:
    """Run the command line with these arguments (default: the program's own) and give the exit code.

    >>> main(["extract", "missing.txt", "--format", "jsonl"])
    1
    """
    parser = _parser()
    options = parser.parse_args(argv)
    writer = _writer(options, parser)
    try:
        return _run(options, writer, extractor or _default_extractor())
    except BrokenPipeError:  # the reader has seen enough; without this, Python complains when it exits
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace, writer: Writer, extractor: Extracts) -> int:
    failures = 0

    def watched(results: Results) -> Results:
        nonlocal failures
        for document, claims in results:
            if document.error is not None:
                failures += 1
                print(f"claimx: {document.origin}: {document.error}", file=sys.stderr)
            yield document, claims

    read = documents(options.files, options.input, text_field=options.text_field, id_field=options.id_field)
    for chunk in writer(watched(_extracted(read, extractor))):
        _write(chunk)
    sys.stdout.flush()
    return 1 if failures else 0


def _write(chunk: str | bytes) -> None:
    if isinstance(chunk, bytes):
        sys.stdout.buffer.write(chunk)
    else:
        sys.stdout.write(chunk)


def _extracted(read: Iterable[Document], extractor: Extracts) -> Results:
    """Each document with its claims, in order; what could not be read has none."""
    waiting: deque[Document] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for document in read:
            waiting.append(document)
            if document.error is None:
                yield document.text, document.id

    for claims, _ in extractor.extract_many(texts(), as_tuples=True):
        while waiting[0].error is not None:
            yield waiting.popleft(), []
        yield waiting.popleft(), claims
    yield from ((document, []) for document in waiting)


def _default_extractor() -> Extracts:
    from claimx.extractor import Extractor

    return Extractor()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="claimx", description="The quantitative claims in a text.")
    parser.add_argument("--version", action="version", version=f"claimx {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    layout = argparse.RawDescriptionHelpFormatter
    add = commands.add_parser(
        "extract", help="find the claims in texts", epilog=EPILOG, formatter_class=layout
    ).add_argument
    add("files", nargs="*", metavar="FILE", default=[STDIN], help="what to read; none or -: standard input")
    add("--input", choices=("text", "jsonl"), default="text", help="a text per file, or a JSON object per line")
    add("--text-field", default="text", metavar="NAME", help="where a JSON object has its text (default: text)")
    add("--id-field", default="id", metavar="NAME", help="where a JSON object has its id (default: id)")
    add("--format", choices=FORMATS, help="default: table on a terminal, jsonl otherwise")
    add("--by", choices=("claim", "document"), default="claim", help="what a line of JSON holds (default: claim)")
    return parser


def _writer(options: argparse.Namespace, parser: argparse.ArgumentParser) -> Writer:
    """What turns results into the format asked for; wrong usage ends the program with code 2."""
    by_document = options.by == "document"
    chosen = options.format or ("table" if sys.stdout.isatty() and not by_document else "jsonl")
    if by_document and chosen != "jsonl":
        parser.error("--by document goes with --format jsonl")
    if chosen == "parquet":
        _check_parquet(parser)
    _prepare_stdout(keep_encoding=chosen == "table")
    writers: dict[str, Writer] = {
        "table": _tables, "csv": _csv, "html": _page, "jsonl": _claim_lines, "parquet": _parquet,
    }  # fmt: skip
    return _document_lines if by_document else writers[chosen]


def _check_parquet(parser: argparse.ArgumentParser) -> None:
    """Parquet has to have its library and somewhere to go; found out before a text is read."""
    from claimx.errors import MissingExtraError
    from claimx.frames import schema

    if sys.stdout.isatty():
        parser.error("parquet is no text: send it to a file or a pipe, as in `--format parquet > claims.parquet`")
    try:
        schema()
    except MissingExtraError as error:
        parser.error(f"{error.message}: {error.hint}")


def _prepare_stdout(*, keep_encoding: bool) -> None:
    """Data is UTF-8 everywhere, a table what the terminal reads; a half character is escaped, never a crash."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if keep_encoding else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def _claim_lines(results: Results) -> Iterator[str]:
    for _, claims in results:
        yield from (f"{claim.model_dump_json()}\n" for claim in claims)


def _document_lines(results: Results) -> Iterator[str]:
    from claimx.outputs.json_lines import json_document

    for document, claims in results:
        yield f"{json_document(document.id, claims, document.error)}\n"


def _csv(results: Results) -> Iterator[str]:
    from claimx.outputs.rows import csv_header, csv_line

    yield csv_header()
    for _, claims in results:
        yield from map(csv_line, claims)


def _parquet(results: Results) -> Iterator[bytes]:
    from claimx.frames import parquet

    return parquet(claim for _, claims in results for claim in claims)


def _page(results: Results) -> Iterator[str]:
    from claimx.outputs.highlight import page_end, page_start, section

    yield page_start()
    for document, claims in results:
        if document.error is None:
            yield section(document.text, claims, title=document.id)
    yield page_end()


def _tables(results: Results) -> Iterator[str]:
    from claimx.outputs.table import Screen, table

    screen = Screen(
        width=shutil.get_terminal_size((120, 24)).columns,
        color=sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not (sys.stdout.encoding or "").lower().startswith("utf"),
    )
    gap = ""
    for document, claims in results:
        if document.error is None:
            yield gap + table(claims, title=document.id, screen=screen)
            gap = "\n"
