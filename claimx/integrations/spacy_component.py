"""The spaCy component: `nlp.add_pipe("claimx")` puts the claims of a text on its `Doc`.

spaCy finds this module by its entry point, and imports it whenever any pipeline is made, with or without a component of
ours. So importing it defines the factory and nothing else; `doc._.claims` comes with the first component, or with
`register_extensions`, for a program that only reads what another wrote.
"""

# Not `from __future__ import annotations`: older spaCy reads the types of a factory's settings as they stand.

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span

from claimx.errors import ArgumentError

if TYPE_CHECKING:
    from claimx.claims import Claim

ATTRIBUTE = "claims"
# Where spaCy keeps the value of `doc._.claims`: so it takes the claims for what they are, when it copies or cuts a Doc.
STORED = ("._.", ATTRIBUTE, None, None)


class ClaimxComponent(Pipe):
    """Writes the claims of each `Doc` to `doc._.claims`, and a span for each to `doc.spans[spans_key]`.

    A `Doc` with tags and a parse is read as it stands; any other, or every one without `use_parse`, goes through the
    embedded pipeline. `doc_id` names the custom attribute or the key in `doc.user_data` that holds a document's id.
    `extractor` is an `Extractor` to use instead of the default one.

    >>> import spacy
    >>> component = ClaimxComponent()
    >>> doc = component(spacy.blank("en")("The council spent £3m on roads."))
    >>> print(doc._.claims[0])
    The council · spend · 3,000,000 GBP of roads
    >>> doc.spans["claimx"][0].text, doc.spans["claimx"][0].label_
    ('£3m', 'money')
    """

    def __init__(
        self,
        name: str = "claimx",
        *,
        spans_key: str = "claimx",
        use_parse: bool = True,
        doc_id: str | None = None,
        extractor: object = None,
    ) -> None:
        from claimx.extractor import Extractor

        if extractor is not None and not isinstance(extractor, Extractor):
            raise ArgumentError(f"extractor must be an Extractor, not {type(extractor).__name__}", hint="or None")
        register_extensions()
        self.name = name
        self._spans_key = spans_key
        self._use_parse = use_parse
        self._doc_id = doc_id
        self._extractor = extractor or Extractor()

    def __call__(self, doc: Doc) -> Doc:
        """The same `Doc`, with its claims."""
        return self._write(doc, self._read(doc))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Each `Doc` with its claims, in order; those without a parse are read `batch_size` at a time.

        A document whose id is no `str` raises `TextTypeError`. Where a batch fails, its documents are taken one by one,
        and spaCy's error handler gets the one that fails.
        """
        waiting = iter(stream)
        for docs in iter(lambda: list(islice(waiting, batch_size)), []):
            try:
                found = self._read_together(docs)
            except Exception:  # noqa: BLE001 — whatever it is, it comes again with the document it belongs to
                yield from super().pipe(docs)
            else:
                yield from map(self._write, docs, found)

    def _read(self, doc: Doc) -> list["Claim"]:
        given = doc if self._has_own_parse(doc) else doc.text
        return self._extractor.extract(given, doc_id=self._id_of(doc))

    def _read_together(self, docs: list[Doc]) -> list[list["Claim"]]:
        """The claims of each document; those without a parse of their own are parsed together."""
        own = [self._has_own_parse(doc) for doc in docs]
        others = ((doc.text, self._id_of(doc)) for doc, parsed in zip(docs, own, strict=True) if not parsed)
        found = self._extractor.extract_many(others, as_tuples=True)
        return [self._read(doc) if parsed else next(found)[0] for doc, parsed in zip(docs, own, strict=True)]

    def _has_own_parse(self, doc: Doc) -> bool:
        return self._use_parse and doc.has_annotation("TAG") and doc.has_annotation("DEP")

    def _id_of(self, doc: Doc) -> str | None:
        if self._doc_id is None:
            return None
        known: str | None
        known = doc._.get(self._doc_id) if Doc.has_extension(self._doc_id) else doc.user_data.get(self._doc_id)
        return known

    def _write(self, doc: Doc, claims: list["Claim"]) -> Doc:
        user_data: dict[Any, str] = doc.user_data
        user_data[STORED] = "\n".join(claim.model_dump_json() for claim in claims)
        spans = [doc.char_span(c.start, c.end, label=c.kind, alignment_mode="expand") for c in claims]
        doc.spans[self._spans_key] = [span for span in spans if span is not None]  # for the types: there is always one
        return doc


@Language.factory(
    "claimx",
    assigns=["doc._.claims", "span._.claims", "doc.spans"],
    default_config={"spans_key": "claimx", "use_parse": True, "doc_id": None, "extractor": None},
)
def make_claimx(
    nlp: Language,  # noqa: ARG001 — spaCy hands it to every factory
    name: str,
    *,
    spans_key: str,
    use_parse: bool,
    doc_id: str | None,
    extractor: object,
) -> ClaimxComponent:
    """The component for a pipeline; spaCy calls this with the settings of the config."""
    return ClaimxComponent(name, spans_key=spans_key, use_parse=use_parse, doc_id=doc_id, extractor=extractor)


def register_extensions() -> None:
    """Make `doc._.claims` and `span._.claims` known to spaCy. A pipeline with the component has done so already.

    For a program that reads documents which another has written. Raises `ArgumentError` where something else has
    taken the name.

    >>> register_extensions()
    >>> import spacy
    >>> spacy.blank("en")("It costs $5.")._.claims  # no component has read it
    []
    """
    getters: tuple[tuple[Any, Callable[..., list[Claim]]], ...] = ((Doc, claims_of), (Span, claims_inside))
    for kind, getter in getters:
        if kind.has_extension(ATTRIBUTE) and kind.get_extension(ATTRIBUTE)[2] is not getter:
            raise ArgumentError(
                f"{kind.__name__.lower()}._.{ATTRIBUTE} is something else's",
                hint=f"call {kind.__name__}.remove_extension",
            )
        kind.set_extension(ATTRIBUTE, getter=getter, force=True)


def claims_of(doc: Doc) -> list["Claim"]:
    """What `doc._.claims` gives: the claims of the document, in text order."""
    user_data: dict[Any, str] = doc.user_data
    return list(_loaded(user_data.get(STORED, "")))


def claims_inside(span: Span) -> list["Claim"]:
    """What `span._.claims` gives: the claims that stand in the span from beginning to end."""
    claims = claims_of(span.doc)
    first = bisect_left(claims, span.start_char, key=lambda claim: claim.quantity.start)
    near = takewhile(lambda claim: claim.quantity.start < span.end_char, claims[first:])
    return [claim for claim in near if span.start_char <= claim.start and claim.end <= span.end_char]


@lru_cache(maxsize=32)
def _loaded(lines: str) -> tuple["Claim", ...]:
    """The claims that a document holds as JSON Lines; kept for a few documents, for spans ask again and again."""
    from claimx.claims import loads

    return tuple(loads(line) for line in lines.split("\n") if line)


def displacy_options(spans_key: str = "claimx") -> dict[str, Any]:
    """Options for `displacy.render(doc, style="span", options=...)`: which spans, and a colour for each kind.

    >>> displacy_options()["spans_key"], sorted(displacy_options()["colors"])
    ('claimx', ['count', 'measure', 'money', 'percent'])
    """
    colors = {"money": "#a7e0b5", "percent": "#a9c9ff", **displacy_colors()}
    return {"spans_key": spans_key, "colors": colors}


def displacy_colors() -> dict[str, str]:
    """Colours for the kinds that displaCy has none for; spaCy finds them by entry point.

    >>> sorted(displacy_colors())
    ['count', 'measure']
    """
    return {"count": "#ffdb7d", "measure": "#e3b3ea"}
