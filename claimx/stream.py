"""Many texts: cut into batches, read by this process or by several, given back in order, errors in their places."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from claimx.errors import AnnotationError, ArgumentError, ClaimxError, DocumentError, TextTypeError, checked_text

if TYPE_CHECKING:
    from claimx.claims import Claim

    Pair = tuple[str, str | None]
    Outcome = list[Claim] | ClaimxError
    Read = Callable[[list[Pair]], list[list[Claim]]]

BATCH_LENGTH = 250_000  # characters after which a batch is full, however few its texts
HARMLESS = "It cost $5."


@dataclass(frozen=True, slots=True)
class Item:
    """A text with its id and its place in the stream, or what is wrong with it."""

    number: int
    text: str
    doc_id: Any
    error: ClaimxError | None = None

    def named(self, error: ClaimxError) -> ClaimxError:
        """The error, saying of which text it is.

        >>> print(Item(7, "$5", "a.txt").named(DocumentError("ValueError: no")))
        [document] texts[7] (id 'a.txt'): ValueError: no
        """
        which = f"texts[{self.number}]" + (f" (id {self.doc_id!r})" if self.doc_id is not None else "")
        error.message = f"{which}: {error.message}"
        return error


@dataclass(frozen=True, slots=True)
class Options:
    """How a stream is read; the arguments of `Extractor.extract_many`."""

    as_tuples: bool
    batch_size: int
    workers: int
    errors: str

    def __post_init__(self) -> None:
        for name in ("batch_size", "workers"):
            value = getattr(self, name)
            if not isinstance(value, int) or value < 1:
                raise ArgumentError(f"{name} must be a whole number of at least 1, not {value!r}", hint="such as 4")
        if self.errors not in {"raise", "return"}:
            raise ArgumentError(
                f'errors must be "raise" or "return", not {self.errors!r}', hint="leave it out to raise"
            )


def stream(read: Read, texts: Iterable[Any], options: Options) -> Iterator[Any]:
    """What `read` makes of the texts, batch by batch, in the texts' order.

    >>> options = Options(as_tuples=False, batch_size=2, workers=1, errors="return")
    >>> list(stream(lambda batch: [[] for _ in batch], ["$5", "5 kg", "5%"], options))
    [[], [], []]
    """
    if isinstance(texts, (str, bytes)) or not isinstance(texts, Iterable):
        raise TextTypeError(f"texts must be several texts, not one {type(texts).__name__}", hint="put it into a list")
    items = (_item(number, given, options) for number, given in enumerate(texts))
    outcomes = _outcomes(read, _batches(items, options.batch_size), options.workers)
    if options.errors == "return":
        return outcomes if options.as_tuples else (outcome for outcome, _ in outcomes)
    return map(_pair_or_raise if options.as_tuples else _claims_or_raise, outcomes)


def _item(number: int, given: object, options: Options) -> Item:
    if not options.as_tuples:
        given = (given, None)
    elif not isinstance(given, Sequence) or isinstance(given, (str, bytes)) or len(given) != 2:
        return Item(number, "", None, TextTypeError("a pair (text, doc_id) is wanted", hint="or leave as_tuples out"))
    text, doc_id = given
    try:
        return Item(number, checked_text(text, doc_id), doc_id)
    except TextTypeError as error:
        return Item(number, "", doc_id, error)


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    """Batches that have so many texts, or so much text; an error of the source comes after what it gave before."""
    batch: list[Item] = []
    length = 0
    try:
        for item in items:
            batch.append(item)
            length += len(item.text)
            if len(batch) == size or length >= BATCH_LENGTH:
                yield batch
                batch, length = [], 0
    except Exception:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _outcomes(read: Read, batches: Iterator[list[Item]], workers: int) -> Iterator[tuple[Outcome, Any]]:
    under_way: deque[list[Item]] = deque()

    def sent() -> Iterator[list[Pair]]:
        for batch in batches:
            under_way.append(batch)
            yield [(item.text, item.doc_id) for item in batch if item.error is None]

    for done in _in_turn(partial(_read, read), sent(), workers):
        found = iter(done)
        for item in under_way.popleft():
            outcome = next(found) if item.error is None else item.error
            yield item.named(outcome) if isinstance(outcome, ClaimxError) else outcome, item.doc_id


def _in_turn(
    work: Callable[[list[Pair]], list[Outcome]], batches: Iterator[list[Pair]], workers: int
) -> Iterator[list[Outcome]]:
    """What the work makes of each batch; in processes where there is more than one worker."""
    if workers == 1:
        return map(work, batches)
    from claimx.parallel import in_processes

    return in_processes(work, batches, workers)


def _read(read: Read, batch: list[Pair]) -> list[Outcome]:
    """The claims of each text; one by one where reading them together fails."""
    try:
        return [*read(batch)]
    except AnnotationError:
        raise
    except Exception:  # noqa: BLE001 — one text must not lose the others' claims
        read([(HARMLESS, None)])  # raises where the fault is not a text's, but the pipeline's
        return [_read_alone(read, pair) for pair in batch]


def _read_alone(read: Read, pair: Pair) -> Outcome:
    try:
        return read([pair])[0]
    except Exception as error:  # noqa: BLE001 — given back in the claims' place
        failure = DocumentError(f"{type(error).__name__}: {error}", hint="see what it was caused by")
        failure.__cause__ = error
        return failure


def _pair_or_raise(outcome: tuple[Outcome, Any]) -> tuple[list[Claim], Any]:
    return _claims_or_raise(outcome), outcome[1]


def _claims_or_raise(outcome: tuple[Outcome, Any]) -> list[Claim]:
    if isinstance(outcome[0], ClaimxError):
        raise outcome[0]
    return outcome[0]
