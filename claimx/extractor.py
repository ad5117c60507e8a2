"""The stages in order: what every text goes through, from raw text to claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal, overload

from claimx.errors import checked_text
from claimx.parsers import DEFAULT_PARSERS
from claimx.parsers.joints import is_from_extreme
from claimx.recognize import claim_extent, recognize
from claimx.units import Units

# What comes after the quantities is imported inside the functions below: `quantities` must not wait for it.

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claimx.attach import Paragraphs
    from claimx.claims import Claim, Quantity
    from claimx.errors import ClaimxError
    from claimx.parsers import Parser
    from claimx.read import Mention, Reader, Sentence
    from claimx.syntax import Tree


class Extractor:
    """Reads the quantitative claims in texts. Immutable; one may serve many threads.

    `nlp` is a spaCy pipeline with a tagger and a parser to use instead of the embedded one, `parsers` the parsers of
    quantities in their order, `units` the units and currencies to know.

    >>> for claim in Extractor().extract("The council spent £3m on roads."):
    ...     print(claim)
    The council · spend · 3,000,000 GBP of roads
    """

    def __init__(
        self, *, nlp: Language | None = None, parsers: Sequence[Parser] = DEFAULT_PARSERS, units: Units | None = None
    ) -> None:
        self._nlp = nlp
        self._parsers = tuple(parsers)
        self._units = units

    @property
    def _reader(self) -> Reader:
        from claimx.read import Reader

        return Reader(self._nlp)

    def extract(self, text: str | Doc, *, doc_id: str | None = None) -> list[Claim]:
        """The claims of a text, or of a `Doc` that is parsed already, in text order.

        Raises `TextTypeError` for anything else, `AnnotationError` for a `Doc` without tags or a parse.
        """
        if _is_doc(text):
            return self._extract_doc(text, doc_id)  # type: ignore[arg-type]
        return self._extract_batch([(checked_text(text, doc_id), doc_id)])[0]

    def quantities(self, text: str) -> list[Quantity]:
        """The quantities of a text alone, in text order; nothing is parsed and spaCy is not imported.

        >>> [str(quantity) for quantity in Extractor().quantities("about 5 to 7 kg")]
        ['~ 5..7 kilogram']
        """
        return recognize(checked_text(text), self._parsers, self._units or Units.default())

    @overload
    def extract_many(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 64,
        workers: int = 1,
        errors: Literal["raise"] = "raise",
    ) -> Iterator[list[Claim]]: ...

    @overload
    def extract_many(
        self,
        texts: Iterable[tuple[str, Any]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 64,
        workers: int = 1,
        errors: Literal["raise"] = "raise",
    ) -> Iterator[tuple[list[Claim], Any]]: ...

    @overload
    def extract_many(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 64,
        workers: int = 1,
        errors: Literal["return"],
    ) -> Iterator[list[Claim] | ClaimxError]: ...

    @overload
    def extract_many(
        self,
        texts: Iterable[tuple[Any, Any]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 64,
        workers: int = 1,
        errors: Literal["return"],
    ) -> Iterator[tuple[list[Claim] | ClaimxError, Any]]: ...

    def extract_many(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = 64,
        workers: int = 1,
        errors: Literal["raise", "return"] = "raise",
    ) -> Iterator[Any]:
        """The claims of each text, lazily and in order. With `as_tuples`, `(text, doc_id)` gives `(claims, doc_id)`.

        At most `batch_size` texts are parsed together. `workers` processes share the batches; they start afresh, so a
        script that asks for more than one needs the usual `if __name__ == "__main__":`. Memory does not grow with the
        number of texts. Raises `ArgumentError` at once for an argument that makes no sense.

        Something that is no text, or that a parser of yours fails on, raises `TextTypeError` or `DocumentError` where
        its turn comes, after the claims of all texts before it; asked for the next, the iterator goes on behind it.
        With `errors="return"` the error stands in the place of the claims instead, and nothing raises.

        >>> [len(claims) for claims in Extractor().extract_many(["It has 5 rooms.", "No number here."])]
        [1, 0]
        """
        from claimx.stream import Options, stream

        return stream(self._extract_batch, texts, Options(as_tuples, batch_size, workers, errors))

    def _extract_batch(self, batch: list[tuple[str, str | None]]) -> list[list[Claim]]:
        """The claims of each text of a batch of texts with their ids."""
        found = [self._sentences(text) for text, _ in batch]
        trees = self._reader.read(sentence for sentences_ in found for sentence in sentences_)
        texts = [
            _attached(sentences_, islice(trees, len(sentences_)), text, doc_id)
            for sentences_, (text, doc_id) in zip(found, batch, strict=True)
        ]
        wanted = [text.wanted() for text in texts]
        more = self._reader.read(
            _plain(text.text, *extent) for text, extents in zip(texts, wanted, strict=True) for extent in extents
        )
        return [
            text.finish({extent: next(more) for extent in extents}) for text, extents in zip(texts, wanted, strict=True)
        ]

    def _sentences(self, text: str) -> list[Sentence]:
        """The sentences that hold a quantity, each in its simplified form."""
        from claimx.read import simplify
        from claimx.sentences import sentences

        mentions = _mentions(text, self.quantities(text))
        if not mentions:
            return []
        return [simplify(text, start, end, inside) for start, end, inside in _by_sentence(sentences(text), mentions)]

    def _extract_doc(self, doc: Doc, doc_id: str | None) -> list[Claim]:
        from claimx.read import as_is, doc_sentences, doc_tree

        text = checked_text(doc.text, doc_id)
        extents = doc_sentences(doc)
        mentions = _mentions(text, self.quantities(text))
        found = [as_is(text, start, end, inside) for start, end, inside in _by_sentence(extents, mentions)]
        done = _attached(found, (doc_tree(doc, sentence) for sentence in found), text, doc_id, extents)
        return done.finish({extent: doc_tree(doc, as_is(text, *extent, ())) for extent in done.wanted()})


def _attached(
    found: Sequence[Sentence],
    trees: Iterable[Tree],
    text: str,
    doc_id: str | None,
    extents: list[tuple[int, int]] | None = None,
) -> Paragraphs:
    """The claims of each sentence, gathered for what they take from their paragraph; `extents` are the sentences'."""
    from claimx.attach import Paragraphs, attach
    from claimx.sentences import paragraphs, sentences

    gathered = Paragraphs(
        text, cache(lambda: sentences(text) if extents is None else extents), cache(lambda: list(paragraphs(text)))
    )
    for sentence, tree in zip(found, trees, strict=True):
        gathered.add(attach(tree, sentence.mentions, text, doc_id), tree)
    return gathered


def _plain(text: str, start: int, end: int) -> Sentence:
    """A sentence without a quantity."""
    from claimx.read import simplify

    return simplify(text, start, end, ())


def _mentions(text: str, quantities: Iterable[Quantity]) -> list[Mention]:
    """The quantities with their claims' extents; the ends of "from … to" come apart until a verb has been seen."""
    from claimx.read import Mention

    found: list[Mention] = []
    for quantity in quantities:
        start, end = claim_extent(text, quantity)
        if len(quantity.parts) == 2 and quantity.low is not None and _is_from_to(text, quantity):
            first, last = quantity.parts
            found += [Mention(first, first.start, first.end, quantity), Mention(last, last.start, end, quantity)]
        else:
            found.append(Mention(quantity, start, end))
    return found


def _is_from_to(text: str, quantity: Quantity) -> bool:
    start = quantity.parts[0].start
    return text[max(0, quantity.start - 8) : start].lower().split()[-1:] == ["from"] or is_from_extreme(text, start)


def _by_sentence(extents: list[tuple[int, int]], mentions: list[Mention]) -> Iterator[tuple[int, int, list[Mention]]]:
    """The sentences that hold a mention, with theirs; one that a sentence's border cuts belongs to the first."""
    starts = [start for start, _ in extents]
    inside: dict[int, list[Mention]] = {}
    for mention in mentions:
        inside.setdefault(max(0, bisect_right(starts, mention.start) - 1), []).append(mention)
    for number, held in inside.items():
        start, end = extents[number]
        yield start, max(end, held[-1].end), held


def _is_doc(text: object) -> bool:
    return not isinstance(text, str) and type(text).__module__.startswith("spacy.tokens")


@cache
def default_extractor() -> Extractor:
    """The extractor that `claimx.extract` uses, built once, on first use."""
    return Extractor()
