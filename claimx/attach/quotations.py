"""Who says what stands in quotation marks, over all sentences of a paragraph.

String work over the raw text: the sentence that names the speaker often holds no quantity and so is not parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claims import Entity

if TYPE_CHECKING:
    from claimx.claims import Claim


class Said(NamedTuple):
    """The name, words and examples of what this module decides; it works on text, where no rule has a pattern."""

    name: str
    says: str
    examples: tuple[tuple[str, str], ...]


QUOTATION = Said(
    "quotation",
    "who says the quotation that the quantity stands in, in the paragraph: “…,” said Diaz. “We sold 40 boats.”",
    (("“It was cheap,” said Diaz. “We sold 40 boats.”", "We · sell · 40 boats"),),
)
CLOSERS = {"“": "”", "«": "»", '"': '"', "‘": "’", "'": "'"}
LONGEST_TAIL = 160  # characters behind or before a quotation in which a speaker is looked for
NO_SPEAKERS = frozenset("i we you that this these those which who what there here one no not but and".split())
FIRST = frozenset("and but so then yet still however meanwhile now later".split())
SPEECH = 3  # words that a quotation has at least, if it is more than a word or a title in quotation marks


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included, and who says it, if the paragraph names somebody."""

    start: int
    end: int
    speaker: Entity | None


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of a paragraph with their speakers; one that is not closed runs to the paragraph's end.

    >>> text = "“We spent $5m. We will spend $6m,” Smith said. “Our members agree.”"
    >>> [(q.start, q.end, q.speaker.text) for q in quotations(text, 0, len(text))]
    [(0, 34, 'Smith'), (47, 67, 'Smith')]
    """
    extents = list(_extents(text, start, end))
    ends = [start, *(last for _, last in extents)]
    starts = [*(first for first, _ in extents), end]
    named = [
        _behind(text, last, starts[number + 1]) or _before(text, ends[number], first)
        for number, (first, last) in enumerate(extents)
    ]
    speakers = {speaker.text: speaker for speaker in named if speaker is not None}
    only = next(iter(speakers.values())) if len(speakers) == 1 else None
    found = []
    for number, (first, last) in enumerate(extents):
        shared = _last(text, number, extents, named) or only
        found.append(Quotation(first, last, named[number] or (shared if _is_speech(text, first, last) else None)))
    return found


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(r"“|«|(?<![\w\"])\"(?=[^\s\"])|(?<!\w)‘(?=\w)|(?<!\w)'(?=[A-Z])")


@cache
def _closing(opening: str) -> re.Pattern[str]:
    if opening in {"‘", "'"}:  # an apostrophe is written the same way
        return re.compile(rf"(?<=[.,!?…—]){CLOSERS[opening]}")
    return re.compile(CLOSERS[opening])


def _extents(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    here = start
    while opening := _opening().search(text, here, end):
        closing = _closing(opening[0]).search(text, opening.end(), end)
        here = closing.end() if closing else end
        found.append((opening.start(), here))
    return found


def _is_speech(text: str, start: int, end: int) -> bool:
    inside = text[start + 1 : end - 1].split()
    return len(inside) >= SPEECH and not inside[0][:1].islower()


def _last(text: str, number: int, extents: Sequence[tuple[int, int]], named: Sequence[Entity | None]) -> Entity | None:
    """The speaker of the quotation before, if nothing but who says it stands between the two."""
    last = named[number - 1] if number else None
    if last is None or not _is_attribution_alone(text[extents[number - 1][1] : extents[number][0]]):
        return None
    return last


def _is_attribution_alone(between: str) -> bool:
    """Whether only one sentence ends between two quotations."""
    return sum(between.count(mark) for mark in (". ", "! ", "? ")) <= 1


@cache
def _saying() -> str:
    verbs = (
        "said says say told tells added adds explained explains noted notes wrote writes warned warns insisted insists "
        "argued argues stressed recalled replied continued concluded admitted declared announced complained asked joked"
    )
    return rf"(?:{'|'.join(verbs.split())})"


WHO = r"(?P<who>[\w“‘][\w.&'’-]*(?:\s+[\w.&'’-]+){0,7}?)"


@cache
def _speaker_first() -> re.Pattern[str]:
    return re.compile(rf"\s*[,—–]?\s*{WHO}(?:,[^.!?“\"]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|then\s+|has\s+)?{_saying()}\b")


@cache
def _verb_first() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[,—–]?\s*{_saying()}\s+(?P<who>[\w.&'’-]+(?:\s+[\w.&'’-]+){{0,7}}?)(?=\s*[,.;:!?—–“\"]|\s+(?:of|for|at|in|on|from|with|who|whose|as|to|after|before|during|when|while)\b|\Z)"
    )


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\A\s*|[.!?”\"]\s+|,\s+){WHO}(?:,[^.!?“\"]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|then\s+)?{_saying()}\b[^.!?“”\"]{{0,60}}[,:]?\s*\Z"
    )


def _behind(text: str, here: int, end: int) -> Entity | None:
    """The speaker named behind a quotation: "…,” Smith said", "…?” asked the mayor"."""
    if text[here - 2 : here - 1] not in {",", "?", "!", "…", "—"} and text[here : here + 1] not in {",", "—"}:
        return None
    end = min(end, here + LONGEST_TAIL)
    found = _verb_first().match(text, here, end) or _speaker_first().match(text, here, end)
    return None if found is None else _entity(text, found.start("who"), found.end("who"))


def _before(text: str, start: int, here: int) -> Entity | None:
    """The speaker named before a quotation: "Smith added: “…", "the mayor said, “…"."""
    start = max(start, here - LONGEST_TAIL)
    found = _introduction().search(text[start:here])
    return None if found is None else _entity(text, start + found.start("who"), start + found.end("who"))


@cache
def _name_end() -> re.Pattern[str]:
    return re.compile(r"\s+(?:of|for|at|in|on|from|with|who|whose|and)\b")


def _entity(text: str, start: int, end: int) -> Entity | None:
    """The speaker as a phrase, if the words can name one: "the mayor of Leeds" is headed by "mayor"."""
    words = text[start:end].split()
    while words and words[0].lower() in FIRST:
        start += (
            len(words[0]) + len(text[start + len(words[0]) : end]) - len(text[start + len(words[0]) : end].lstrip())
        )
        words = words[1:]
    if not words or words[0].lower() in NO_SPEAKERS or not _is_name(words):
        return None
    cut = _name_end().search(text, start, end)
    base = cut.start() if cut else end
    if cut is not None and cut[0].strip() != "of":
        end = base
    head_start = max(text.rfind(" ", start, base) + 1, start)
    return Entity(text=text[start:end], start=start, end=end, head=text[head_start:base], head_start=head_start)


@cache
def _determiner() -> re.Pattern[str]:
    return re.compile(r"(?i:the|an?|his|her|their|its|our|one|another|he|she|they|it|mr|mrs|ms|dr)\b")


def _is_name(words: list[str]) -> bool:
    """Whether words can begin the name of a speaker: capitals, an article, a pronoun."""
    return words[0][:1].isupper() or _determiner().match(words[0]) is not None


def quoted(claims: Sequence[Claim], text: str, start: int, end: int) -> list[Claim]:
    """The claims of a paragraph, those in a quotation with its speaker as their source, if they had none."""
    if all(claim.source is not None for claim in claims) or not _opening().search(text, start, end):
        return list(claims)
    found = quotations(text, start, end)
    starts = [quotation.start for quotation in found]
    places = [bisect_right(starts, claim.quantity.start) - 1 for claim in claims]
    parsed = {n: claim.source for n, claim in zip(places, claims, strict=True) if _is_named_outside(claim, found, n)}
    return [
        claim
        if claim.source is not None or not _is_inside(claim, found, n)
        else _with_source(claim, parsed.get(n) or found[n].speaker)
        for n, claim in zip(places, claims, strict=True)
    ]


def _is_inside(claim: Claim, found: Sequence[Quotation], number: int) -> bool:
    return number >= 0 and claim.quantity.start < found[number].end


def _is_named_outside(claim: Claim, found: Sequence[Quotation], number: int) -> bool:
    """Whether a claim in a quotation has a source that stands outside it, which the parse found."""
    source = claim.source
    if source is None or not _is_inside(claim, found, number):
        return False
    return source.end <= found[number].start or found[number].end <= source.start


def _with_source(claim: Claim, source: Entity | None) -> Claim:
    if source is None:
        return claim
    return claim.model_copy(
        update={"source": source, "rules": claim.rules.model_copy(update={"source": QUOTATION.name})}
    )
