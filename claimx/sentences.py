"""Where sentences and paragraphs begin and end in the raw text: rules, so that only what holds a number is parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LONGEST = 2000  # characters; a longer stretch without a sentence's end is cut at white space
# A full stop after these never ends a sentence.
TITLES = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col capt sgt cpl maj adm hon rev st mt ft fr sr messrs pres supt "
    "vs v no nos fig figs eq eqs sec secs art arts ch chs vol vols pp p para paras cf eg ie viz approx ca "
    "al est".split()
)
# A full stop after these, or after initials such as "U.S.", ends a sentence only before a word that opens one.
ABBREVIATIONS = frozenset(
    "inc ltd corp co bros jr plc llc dept univ assn ave blvd rd etc jan feb mar apr jun jul aug sep sept oct nov dec "
    "mon tue tues wed thu thurs fri sat sun am pm oz lb lbs ft in mi yd hr hrs min mins".split()
)
OPENERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my in on at by for from with as but "
    "and or if when while after before since although though because there here what who how why where however "
    "meanwhile many most some all no not one two three both each according under over about".split()
)


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(
        r"(?P<mark>[.!?…]{1,9})[\"'”’»)\]]{0,3}\s+(?=[\"'“‘«(\[]{0,3}[^\W_a-z]|[\"'“‘«(\[]{0,3}[$€£¥•–—-])"
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"([^\s(\[\"'“‘]{1,30})$")


@cache
def _first_word() -> re.Pattern[str]:
    return re.compile(r"[\"'“‘«(\[]{0,3}([^\W\d_]*)")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""The extents of a text's paragraphs: blank lines part them, and so do line breaks, but not in wrapped prose.

    >>> list(paragraphs("Revenue: $5m\nProfit: $2m\n\nThe firm said\nso."))
    [(0, 12), (13, 24), (26, 43)]
    """
    for block in re.finditer(r"\S(?:[^\n\r]|[\n\r](?![ \t]*[\n\r]))*", text):
        yield from _lines(text, block.start(), block.end())


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n\r]+", text[start:end]) if m[0].strip()]
    wrapped = _is_wrapped([right - left for left, right in lines])
    first = 0
    for here in range(1, len(lines) + 1):
        if here == len(lines) or not (wrapped or text[slice(*lines[here])].lstrip()[:1].islower()):
            yield lines[first][0], lines[here - 1][1]
            first = here


def _is_wrapped(lengths: list[int]) -> bool:
    """Whether lines look like prose broken at a column: three or more, all but the last about as long."""
    if len(lengths) < 3:
        return False
    body = lengths[:-1]
    return min(body) >= 40 and max(body) <= 120 and max(body) - min(body) <= 25


def sentences(text: str) -> list[tuple[int, int]]:
    """The extents of a text's sentences, in order.

    >>> text = "Mr. Reyes paid $5.2m to U.S. farmers. The rest, he said, is due in May."
    >>> [text[start:end] for start, end in sentences(text)]
    ['Mr. Reyes paid $5.2m to U.S. farmers.', 'The rest, he said, is due in May.']
    """
    return [piece for start, end in paragraphs(text) for piece in _split(text, start, end)]


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        r"[A-Z][A-Z.' -]{2,40}(?:, [^–—.]{0,40}?)?(?: ?\([A-Za-z/ ]{1,24}\))? ?(?:[—–]|--?) (?=[\"“‘]?[A-Z])"
    )


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph's sentences; a dateline ("LIMA, 3 May (AP) —") is none of the first."""
    first = start
    dateline = _dateline().match(text, start, end)
    if dateline is not None:
        yield from _cut(text, first, dateline.end())
        first = dateline.end()
    for match in _boundary().finditer(text, start, end):
        if _ends_sentence(text, first, match):
            yield from _cut(text, first, match.end())
            first = match.end()
    yield from _cut(text, first, end)


def _ends_sentence(text: str, first: int, match: re.Match[str]) -> bool:
    if match["mark"] != ".":
        return True
    before = _last_word().search(text, max(first, match.start() - 31), match.start())
    word = before[1] if before else ""
    if not word or (word.isdigit() and not text[first : match.start() - len(word)].strip()):
        return False  # a list's number
    plain = word.replace(".", "").lower()
    if plain in TITLES or (len(word) == 1 and word.isalpha() and word != "I"):
        return False
    if ("." in word[1:] and len(plain) <= 4 and plain.isalpha()) or plain in ABBREVIATIONS:
        opener = _first_word().match(text, match.end())
        return opener is not None and opener[1].lower() in OPENERS
    return True


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space around it, in pieces of bounded length."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        middle = start + LONGEST if space < 0 else space
        yield from _trim(text, start, middle)
        start = middle
    yield from _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        yield start + left, start + len(piece.rstrip())
