"""The command line: files or standard input in; a table, JSON Lines, CSV, Parquet or an HTML page out.

The only place that prints. Exit codes: 0 all went well, 1 some input could not be read, 2 wrong usage, 130 Ctrl-C.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import signal
import sys
import threading
from collections import deque
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from claimx import __version__
from claimx.errors import InputError
from claimx.inputs import STDIN, Document, documents, total_size

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from claimx.claims import Claim
    from claimx.errors import ClaimxError
    from claimx.outputs.progress import Bar

    Results = Iterable[tuple[Document, list[Claim]]]
    Writer = Callable[[Results], Iterator[str] | Iterator[bytes]]

FORMATS = ("table", "jsonl", "csv", "html", "parquet")
EPILOG = """\
examples:
  claimx extract article.txt
  claimx extract *.txt --format csv > claims.csv
  claimx extract *.txt --format parquet > claims.parquet
  cat articles.jsonl | claimx extract --input jsonl --text-field body --by document
  claimx extract big.jsonl --input jsonl --workers 4 --by document --output claims.jsonl --resume
"""


class UnusableOutputError(Exception):
    """The file that was asked for cannot be written, or is none to go on with."""


class Extracts(Protocol):
    """What the command line needs of an extractor: texts with their ids in, claims with their ids out, in order."""

    def extract_many(
        self,
        texts: Iterable[tuple[str, str]],
        *,
        as_tuples: Literal[True],
        batch_size: int,
        workers: int,
        errors: Literal["return"],
    ) -> Iterator[tuple[list[Claim] | ClaimxError, str]]:
        """The claims of each text, lazily."""


def main(argv: Sequence[str] | None = None, *, extractor: Extracts | None = None) -> int:
    """Run the command line with these arguments (default: the program's own) and give the exit code.

    >>> main(["extract", "missing.txt", "--format", "jsonl"])
    1
    """
    parser = _parser()
    options = parser.parse_args(argv)
    _check(options, parser)
    writer = _writer(options, parser)
    try:
        return _run(options, writer, extractor or _default_extractor())
    except BrokenPipeError:  # the reader has seen enough; without this, Python complains when it exits
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (UnusableOutputError, InputError) as error:
        print(f"claimx: {options.output}: {error.args[0]}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        if options.output is not None and options.by == "document":
            print("claimx: interrupted; with --resume, the same command goes on from here", file=sys.stderr)
        return 130


def _run(options: argparse.Namespace, writer: Writer, extractor: Extracts) -> int:
    failures = 0

    def watched(results: Results, bar: Bar | None) -> Results:
        nonlocal failures
        for document, claims in results:
            if document.error is not None:
                failures += 1
                print(f"claimx: {document.origin}: {document.error}", file=sys.stderr)
            yield document, claims
            if bar is not None:
                bar.done(document.size, len(claims))

    with _interrupts() as is_interrupted, _bar(options) as bar, _output(options) as write:
        for chunk in writer(watched(_extracted(_read(options, bar), extractor, options), bar)):
            if is_interrupted():
                raise KeyboardInterrupt
            write(chunk)
    return 1 if failures else 0


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Tells whether there was a Ctrl-C, for compiled libraries may swallow the `KeyboardInterrupt` that comes of it."""
    came = threading.Event()

    def interrupt(*_: object) -> None:
        came.set()
        raise KeyboardInterrupt

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler or not _is_main_thread():
        yield came.is_set
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield came.is_set
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _read(options: argparse.Namespace, bar: Bar | None) -> Iterator[Document]:
    """The documents to be done."""
    read = documents(options.files, options.input, text_field=options.text_field, id_field=options.id_field)
    if not options.resume:
        return read
    from claimx.resume import finished, unfinished

    def skip(document: Document) -> None:
        if bar is not None:
            bar.skipped(document.size)

    return unfinished(read, finished(options.output), skip)


def _check(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """What has to be so before anything is read or written; wrong usage ends the program with code 2."""
    output: Path | None = options.output
    if output is not None and any(name != STDIN and _is_same(Path(name), output) for name in options.files):
        parser.error(f"--output {output} is also read")
    if not options.resume:
        return
    if output is None or options.by != "document":
        parser.error("--resume goes with --by document and --output FILE")
    from claimx.resume import mend

    try:
        mend(output)
    except OSError as error:
        parser.error(f"--resume {output}: {error.message if isinstance(error, InputError) else error.strerror}")


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _extracted(read: Iterable[Document], extractor: Extracts, options: argparse.Namespace) -> Results:
    """Each document with its claims, in order; what could not be read has none."""
    waiting: deque[Document] = deque()

    def texts() -> Iterator[tuple[str, str]]:
        for document in read:
            waiting.append(document)
            yield document.text, document.id

    found = extractor.extract_many(
        texts(), as_tuples=True, batch_size=options.batch_size, workers=options.workers, errors="return"
    )
    for claims, _ in found:
        document = waiting.popleft()
        if isinstance(claims, list):
            yield document, claims
        else:
            yield replace(document, error=claims.message), []


def _bar(options: argparse.Namespace) -> AbstractContextManager[Bar | None]:
    """A progress bar, where somebody watches and nothing else is written there."""
    if not sys.stderr.isatty() or (options.output is None and sys.stdout.isatty()):
        return nullcontext()
    from claimx.outputs.progress import bar

    return bar(total_size(options.files))


@contextmanager
def _output(options: argparse.Namespace) -> Iterator[Callable[[str | bytes], None]]:
    """What writes to the file that was asked for, each piece at once and whole, or to standard output."""
    if options.output is None:
        yield _to_stdout
        sys.stdout.flush()
        return
    with _named_errors():
        file = options.output.open("ab" if options.resume else "wb", buffering=0)

    def write(chunk: str | bytes) -> None:
        rest = memoryview(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "backslashreplace"))
        with _named_errors():
            while rest:
                rest = rest[file.write(rest) :]

    with file:
        yield write


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnusableOutputError((error.strerror or str(error)).lower()) from error


def _to_stdout(chunk: str | bytes) -> None:
    if isinstance(chunk, bytes):
        sys.stdout.buffer.write(chunk)
    else:
        sys.stdout.write(chunk)


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
    add("--output", type=Path, metavar="FILE", help="where to write (default: standard output)")
    add("--resume", action="store_true", help="skip the documents that --output has already; needs --by document")
    add("--workers", type=_count, default=1, metavar="N", help="processes that share the work (default: 1)")
    add("--batch-size", type=_count, default=64, metavar="N", help="texts that are parsed together (default: 64)")
    return parser


def _count(argument: str) -> int:
    number = int(argument) if argument.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"a whole number of at least 1 is wanted, not {argument!r}")
    return number


def _writer(options: argparse.Namespace, parser: argparse.ArgumentParser) -> Writer:
    """What turns results into the format asked for; wrong usage ends the program with code 2."""
    by_document = options.by == "document"
    to_terminal = options.output is None and sys.stdout.isatty()
    chosen = options.format or ("table" if to_terminal and not by_document else "jsonl")
    if by_document and chosen != "jsonl":
        parser.error("--by document goes with --format jsonl")
    if chosen == "parquet":
        _check_parquet(parser, to_terminal=to_terminal)
    _prepare_stdout(keep_encoding=chosen == "table")
    writers: dict[str, Writer] = {
        "table": partial(_tables, to_terminal=to_terminal),
        "csv": _csv,
        "html": _page,
        "jsonl": _claim_lines,
        "parquet": _parquet,
    }
    return _document_lines if by_document else writers[chosen]


def _check_parquet(parser: argparse.ArgumentParser, *, to_terminal: bool) -> None:
    """Parquet has to have its library and somewhere to go; found out before a text is read."""
    from claimx.errors import MissingExtraError
    from claimx.frames import schema

    if to_terminal:
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


def _tables(results: Results, *, to_terminal: bool) -> Iterator[str]:
    from claimx.outputs.table import Screen, table

    screen = Screen(
        width=shutil.get_terminal_size((120, 24)).columns,
        color=to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        ascii_only=not (sys.stdout.encoding or "").lower().startswith("utf"),
    )
    gap = ""
    for document, claims in results:
        if document.error is None:
            yield gap + table(claims, title=document.id, screen=screen)
            gap = "\n"
