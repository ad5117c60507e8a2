"""STAGE text and quantities -> parsed sentences.

Only sentences with a quantity are parsed, and those in which a pronoun has to find what it stands for. Each quantity
stands in them in its plainest form ("an estimated 7% to 9% of its GDP" is parsed as "9% of its GDP"), so that the
parser meets what it knows. Offsets are those of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimx.errors import AnnotationError
from claimx.pipeline import embedded, forgetting, lemma, parsing
from claimx.repairs import repair
from claimx.schemes import make_tree
from claimx.syntax import Tree, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    from claimx.claims import Quantity

AT_ONCE = 256  # sentences whose trees are in memory together


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity in a sentence, with the stretch that its claim takes up (comparator, total, rate and all)."""

    quantity: Quantity
    start: int
    end: int
    range: Quantity | None = None  # the "from … to" range that it is an end of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a simplified sentence: where it stands there, where it comes from, and whose quantity it is."""

    start: int
    end: int
    source: int
    mention: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to be parsed: its extent in the text, its mentions, and its simplified text with the way back."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    text: str
    pieces: tuple[Piece, ...]


def simplify(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    """The sentence `text[start:end]` with each mention in its plainest form.

    >>> from claimx.claims import Quantity, Span
    >>> text = "It spends an estimated 7% to 9% of its GDP."
    >>> share = Quantity(kind="percent", low=7, high=9, text="7% to 9%", start=23, end=31,
    ...                  number=Span(text="7% to 9", start=23, end=30))
    >>> simplify(text, 0, 43, [Mention(share, 10, 31)]).text
    'It spends 9% of its GDP.'
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    here, length = start, 0

    def add(part: str, source: int, mention: int | None) -> None:
        nonlocal length
        if part:
            part = part if mention is not None else _numbered_name().sub(r"\1_", part)
            pieces.append(Piece(length, length + len(part), source, mention))
            parts.append(part)
            length += len(part)

    for number, mention in enumerate(mentions):
        first = max(_plain_start(text, mention), here)
        aged = _aged().search(text, here, first)
        if aged:
            add(text[here : aged.start()] + ",", here, None)
            here = aged.start()
        add(text[here:first], here, None)
        here = max(mention.end, mention.quantity.end)
        if share := _share_with_noun().fullmatch(mention.quantity.text):
            add(share["part"], mention.quantity.start, number)
            add(share["noun"], mention.quantity.start + share.start("noun"), None)
        else:
            add(_plain(text, mention.quantity, first, here), mention.quantity.start, number)
        if mention.quantity.text.endswith(" old"):  # an adjective, which the age measures
            add(" old", mention.quantity.end - len(" old"), None)
        counted = _before_rate(text, mention)
        add(text[mention.quantity.end : counted], mention.quantity.end, None)
        if aged and text[here : here + 1] == " ":
            add(",", here, None)
    add(text[here:end], here, None)
    return Sentence(start, end, tuple(mentions), "".join(parts), tuple(pieces))


def as_is(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Sentence:
    """A sentence that the caller has parsed: nothing in it is changed, and its pieces are places in the text.

    >>> as_is("It has 5 rooms.", 0, 15, []).pieces
    (Piece(start=0, end=15, source=0, mention=None),)
    """
    pieces: list[Piece] = []
    here = start
    for number, mention in enumerate(mentions):
        quantity = mention.quantity
        if here < quantity.start:
            pieces.append(Piece(here, quantity.start, here, None))
        pieces.append(Piece(quantity.start, quantity.end, quantity.start, number))
        here = quantity.end
    pieces.append(Piece(here, max(end, here + 1), here, None))
    return Sentence(start, end, tuple(mentions), text[start:end], tuple(pieces))


@cache
def _numbered_name() -> re.Pattern[str]:
    """A name before its number: the two parse best as one word ("the FTSE_100"), which is as long."""
    no_names = (
        "In|By|Since|From|Until|Till|On|At|Between|During|After|Before|Of|For|To|With|The|And|But|Or|Over|Under|About|"
        "January|February|March|April|May|June|July|August|September|October|November|December|"
        "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    )
    return re.compile(rf"\b(?!(?:{no_names})\b)([A-Za-z]?[A-Z][\w&]+) (?=\d{{1,3}}\b(?![.,:/%-]\w))")


@cache
def _aged() -> re.Pattern[str]:
    """What parses as a clause of its own only between commas: "men aged 34 bet" as "men, aged 34, bet"."""
    return re.compile(r"(?<=\w)(?<!\bhas)(?<!\bhave)(?<!\bhad) (?:then |now )?aged (?:between |from )?$", re.IGNORECASE)


@cache
def _share_with_noun() -> re.Pattern[str]:
    """A proportion that holds the noun it counts: "one [patient] in ten"."""
    return re.compile(r"(?P<part>\w+)(?P<noun> [a-z]\w*) (?:in|out of) (?:every )?[\w,]+", re.IGNORECASE)


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(r"\s+(?:(?:a|an|per|each|every)\s+(?:[\d,]{1,9} )?(?:live )?[\w-]+|each)$")


def _before_rate(text: str, mention: Mention) -> int:
    """Where the words end that stand before the base of a rate: "1,000 [meals] a week", "5 litres [of oil] a day"."""
    quantity = mention.quantity
    counts = quantity.kind == "number" and quantity.total is None
    if mention.end <= quantity.end or not (counts or text.startswith(" of ", quantity.end)):
        return quantity.end
    rate = _rate().search(text, quantity.end, mention.end)
    return rate.start() if rate else quantity.end


@cache
def _adverbial() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:just|only|a|an|the|or|well|far|perhaps|maybe|about|around|roughly|approximately|nearly|almost|some"
        r"|estimated|close to|more than|less than|fewer than|no more than|no fewer than|no less than|not more than"
        r"|at least|at most|up to"
        r"|upwards? of|in excess of|as (?:many|much|few|little|high|low|large|long|far) as|record|total of"
        r"|~|≈)[ \u00a0]+|sub-"
        r")+",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\bbetween $", re.IGNORECASE)


@cache
def _statistic() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:an? (?:combined |estimated |staggering |grand )?(?:average|median|mean|total|sum|maximum|minimum)) of $",
        re.IGNORECASE,
    )


def _plain_start(text: str, mention: Mention) -> int:
    """Where a mention's simplification begins: with its comparator if that is a mere adverb ("nearly", "at least").

    So is a statistic ("an average of"). A preposition or verb ("above", "within", "starting at") ties the quantity to
    its sentence, and stays.
    """
    dropped = _adverbial().fullmatch(text, mention.start, mention.quantity.start)
    start = mention.start if dropped else mention.quantity.start
    if mention.quantity.low is not None and (between := _between().search(text, max(0, start - 10), start)):
        start = between.start()
    statistic = _statistic().search(text, max(0, start - 32), start)
    return statistic.start() if statistic else start


@cache
def _already_plain() -> re.Pattern[str]:
    return re.compile(
        r"[$€£]?\d[\d,]{0,20}(?:\.\d{1,9})?(?: (?:million|billion|trillion)| ?%| percent| per cent)?|[a-z]{3,11}|[Oo]ne"
        r"|(?![A-Z][a-z]+-)[\w.,]{1,20}-[a-z]{2,15}(?:-old)?",
    )


@cache
def _determined() -> re.Pattern[str]:
    """A determiner that goes with the noun behind the quantity: "a 50 Hz hum"."""
    return re.compile(r"\b(?:an?|the|this|its|their|his|her|our|my|your|another|\w['’]s|s['’]) $", re.IGNORECASE)


@cache
def _noun_behind() -> re.Pattern[str]:
    """A word or number behind a quantity that is no function word."""
    functions = (
        "of|in|on|at|to|from|for|by|with|and|or|but|that|which|as|than|per|a|an|the|is|was|are|were|has|had|have|will|"
        "would|can|could|may|over|under|between|after|before|into|through|along|across|around|when|while"
    )
    return re.compile(rf" (?!(?:{functions})\b)[a-z\d]", re.IGNORECASE)


def _plain(text: str, quantity: Quantity, start: int, end: int) -> str:
    """A form of the quantity that any treebank knows: "$5 million", "9%", "12 metres", "23"."""
    if _already_plain().fullmatch(quantity.text):
        return quantity.text
    number = quantity.value if quantity.value is not None else quantity.high
    digits = "2" if number is None else f"{number:f}"
    if quantity.kind == "money":
        return "$5 million" if number is not None and abs(number) >= 1_000_000 else "$50"
    if quantity.kind == "percent":
        return _plain_share(text, quantity, end)
    if quantity.kind == "measure" and quantity.unit_text is not None:
        unit = quantity.unit_text.text
        if text[quantity.unit_text.start - 1] == "-":
            return f"5-{unit}" if unit.isalpha() and len(unit) > 3 else "5-year-old" if "old" in unit else "5-metre"
        if unit.isalpha() and len(unit) > 3:
            return f"5 {unit}"
        described = _determined().search(text, max(0, start - 12), start) and _noun_behind().match(text, end)
        return "5-metre" if described else "5 metres"
    return digits if len(digits) < 7 and "." not in digits else "500"


def _plain_share(text: str, quantity: Quantity, end: int) -> str:
    """A share as the words after it allow: "9% of the readers", "half the readers", "9 readers"."""
    if quantity.unit != "fraction" or text.startswith("of ", end + 1):
        return "9%"
    following = text[end : end + 7].lower().split()
    return (
        quantity.text if following and following[0] in {"the", "its", "their", "his", "her", "all", "a", "an"} else "9"
    )


class Reader:
    """Parses sentences with the embedded pipeline, or with the caller's."""

    def __init__(self, nlp: Language | None = None) -> None:
        self._nlp = nlp

    @property
    def nlp(self) -> Language:
        """The pipeline in use."""
        return embedded() if self._nlp is None else self._nlp

    def read(self, sentences: Iterable[Sentence], *, batch_size: int = 64) -> Iterator[Tree]:
        """The tree of each sentence, in order; lazy, some hundred at a time."""
        todo = iter(sentences)
        while some := list(islice(todo, AT_ONCE)):
            yield from self._trees(some, batch_size)

    def _trees(self, sentences: list[Sentence], batch_size: int) -> list[Tree]:
        with parsing(), forgetting(self.nlp):
            texts = (self._whole(sentence.text) for sentence in sentences)
            return [
                _parsed(doc, sentence)
                for sentence, doc in zip(sentences, self.nlp.pipe(texts, batch_size=batch_size), strict=True)
            ]

    def _whole(self, text: str) -> Doc:
        """The tokens of a text, marked as one sentence."""
        import numpy as np

        doc = self.nlp.make_doc(text.encode("utf-8", "replace").decode("utf-8"))
        starts: Any = np.full((len(doc), 1), -1)
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts.astype("uint64"))


def _parsed(doc: Doc, sentence: Sentence) -> Tree:
    require(doc)
    return _tree(doc[:], sentence)


def require(doc: Doc) -> None:
    """Raise `AnnotationError` where a parsed document lacks tags or a dependency parse."""
    for annotation, what in (("TAG", "part-of-speech tags (token.tag_)"), ("DEP", "a dependency parse (token.dep_)")):
        if len(doc) and not doc.has_annotation(annotation):
            raise AnnotationError(f"the pipeline gives no {what}", hint="use one with a tagger and a parser, or none")


def doc_sentences(doc: Doc) -> list[tuple[int, int]]:
    """The extents of the sentences that a parsed document has."""
    require(doc)
    return [(span.start_char, span.end_char) for span in doc.sents]


def doc_tree(doc: Doc, sentence: Sentence) -> Tree:
    """The tree of one sentence of a document that the caller has parsed."""
    return _tree(doc.char_span(sentence.start, sentence.end, alignment_mode="expand") or doc[:0], sentence)


def _tree(span: Span, sentence: Sentence) -> Tree:
    words: list[Word] = []
    heads: list[int] = []
    labels: list[str] = []
    place: dict[int, int] = {}
    starts = [piece.start for piece in sentence.pieces]
    for token in span:
        if token.is_space:
            continue
        word = _word(token, sentence, starts)
        if word.quantity is not None and (noun := _noun_around(token, sentence, starts)):
            counts = sentence.mentions[word.quantity].quantity.kind == "number"
            words.append(word)
            heads.append(token.i)
            labels.append("nummod" if counts else "compound")
            word = noun
        place[token.i] = len(words)
        words.append(word)
        heads.append(token.head.i)
        labels.append(token.dep_)
    inside = [place.get(head, index) for index, head in enumerate(heads)]
    tags = [word.tag for word in words]
    tree = repair(make_tree(words, _without_loops(inside), labels, sentence.start, sentence.end))
    for word, tag in zip(words, tags, strict=True):
        if word.tag != tag:
            word.lemma = lemma(word.text, word.tag)
    return tree


def _without_loops(heads: list[int]) -> list[int]:
    """The heads with each loop opened, one of its words being made a root: a `Doc` may hold any heads.

    >>> _without_loops([1, 2, 0, 3, 3])
    [0, 2, 0, 3, 3]
    """
    ends: set[int] = set()  # words from which a root is reached
    for word in range(len(heads)):
        seen: set[int] = set()
        here = word
        while here not in ends and here not in seen:
            seen.add(here)
            here = heads[here]
        if here in seen:
            heads[here] = here
        ends |= seen
    return heads


def _noun_around(token: Token, sentence: Sentence, starts: list[int]) -> Word | None:
    """The noun of a token that is a whole phrase with its quantity ("the 40 sailors"): `merge_noun_chunks`."""
    last = token.text.rfind(" ") + 1
    noun = _word(token, sentence, starts, last) if last else None
    return noun if noun and noun.quantity is None else None


def _word(token: Token, sentence: Sentence, starts: list[int], skipped: int = 0) -> Word:
    """A token, but for the characters that are skipped, as a word of the sentence."""
    text, tag, given, first = token.text[skipped:], token.tag_, token.lemma_, token.idx + skipped
    start, end, mention = _original(first, first + len(text), sentence, starts)
    form = text.replace("_", " ")
    return Word(form, start, end, tag, given.lower() if given and not skipped else lemma(form, tag), quantity=mention)


def _original(start: int, end: int, sentence: Sentence, starts: list[int]) -> tuple[int, int, int | None]:
    """Where a token of the simplified sentence stands in the text, and the mention it is part of.

    `starts` are where the pieces of the sentence begin.
    """
    first = max(0, bisect_right(starts, start) - 1)
    for piece in sentence.pieces[first : first + 3]:
        if piece.mention is not None and start < piece.end and piece.start < end:
            quantity = sentence.mentions[piece.mention].quantity
            return quantity.start, quantity.end, piece.mention
    piece = sentence.pieces[first]
    shift = piece.source - piece.start
    return start + shift, min(end, piece.end) + shift, None
