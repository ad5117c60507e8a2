"""Texts to try everything with: any characters at all, pieces of numbers and signs, and sentences with pieces in them.

The pieces are what the rules look at: digits, separators, signs, units, currencies, words around numbers. Any two of
them may meet in a text, and most accidents are two or three of them that nobody thought of together.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

CORPUS = Path(__file__).parent / "corpus"

DIGITS = "0 1 2 3 5 7 10 12 20 30 52 99 100 365 500 1000 1990 2019 2,000 1,234.5 12,34,567 1'000 1.5 .5 007 3e5".split()
OTHER_DIGITS = "½ ¼ ⅔ ² ³ ⁶ ⁻¹ ₂ ① ٣ ४ ５ 十 Ⅳ 1/2 3/4 10^3 10⁶ 2×10^8 1½".split()
NUMBERS = (
    "one two three five ten eleven twelve twenty thirty-five hundred thousand million billion trillion dozen lakh "
    "crore half third thirds quarter quarters fifth first second 2nd 3rd zero oh nought double twice thrice triple "
    "tenfold couple several few many dozens tens hundreds thousands millions point minus negative plus"
).split()
SUFFIXES = "k K m M bn mn tn tr MM b B T mln x X × e E % ‰ pp bps pts st nd rd th s 's + -ish -odd -fold".split()
SIGNS = "$ £ € ¥ ₹ US$ A$ R$ C$ kr CHF USD EUR Rs p c ¢ # № § @ & * ~ ≈ ± < > ≤ ≥ = ^ _ | \\".split()
MARKS = [*".,;:!?…'’‘\"“”()[]{}/-‐‑–—−+", "...", "--", "+/-", "''", "°", "º", "′", "″"]
BLANKS = [*"    ", *"\t\n\u00a0\u2009\u202f\u2007\u200b\ufeff", "  ", "\n\n", "\r\n"]
UNITS = (
    "kg km m cm mm g mg ft in inch inches feet foot mile miles mph km/h kWh W MW °C °F degrees Celsius C F lb lbs oz "
    "pounds stone gallons litres acres hectares hours minutes seconds days weeks months years year year-old m² m3 sq "
    "square cubic per each a an barrel barrels percent per cent percentage points basis pence cents dollars euros "
    "yen rand won pound times people points votes members goals"
).split()
WORDS = (
    "the of to from and or in on at by for with about around nearly almost over under up down more less fewer than "
    "at least most as many much some only just between through is was rose fell cost costs worth said May March June "
    "Monday January No. page pages chapter section Section Figure figure Table room Room route flight Falcon Windows "
    "COVID- iPhone Boeing since until aged age born died ago BC AD p.m. am o'clock U.S. Mr. St. e.g. et al. ibid. "
    "average median record total score won beat lasted took week hour out every thing day time Big Top Group call dial "
    "press [1] (2) http://a.b/ a@b.c www. Dr A b I"
).split(" ")
ODD = ["(in millions)", *"é ß İ 日本 слово مرحبا 🦆 👩‍👩‍👧 e\u0301 \ud800 ﬁ ǅ µ Ω K".split(), "\x00", "\u202e"]
PIECES = tuple(DIGITS * 2 + OTHER_DIGITS + NUMBERS + SUFFIXES + SIGNS + MARKS + BLANKS * 2 + UNITS + WORDS + ODD)


@cache
def sentences() -> tuple[str, ...]:
    """The sentences of the corpora: those with quantities and those without."""
    names = ("quantities.jsonl", "negative.jsonl", "shapes.jsonl")
    lines = [line for name in names for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]
    return tuple(json.loads(line)["text"] for line in lines)


def any_characters(size: int = 200) -> st.SearchStrategy[str]:
    """Any string Python can make, half characters and control characters with it."""
    return st.text(st.characters(exclude_categories=()), max_size=size)


def pieces(size: int = 16) -> st.SearchStrategy[str]:
    """Pieces of numbers, signs, units and words, glued together or with blanks between."""
    piece = st.sampled_from(PIECES)
    glue = st.sampled_from(["", "", " ", "-", "\u00a0"])
    return st.builds(lambda glue, parts: glue.join(parts), glue, st.lists(piece, max_size=size))


@st.composite
def mutated_sentences(draw: st.DrawFn) -> str:
    """A sentence of the corpora, a few of its words taken out or replaced, or pieces put in."""
    words = draw(st.sampled_from(sentences())).split(" ")
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(words)))
        until = at + draw(st.integers(0, 2))
        words[at:until] = draw(st.lists(st.sampled_from(PIECES), max_size=3))
    return draw(st.sampled_from([" ", " ", " ", "\u00a0", ""])).join(words)


def texts() -> st.SearchStrategy[str]:
    """Texts of all these sorts."""
    return st.one_of(pieces(), mutated_sentences(), any_characters())


OPENINGS = (
    "", "They reported ", "she found ", "it was ", "And yet: ", "– ", "… ", "Well, ", "it says here\n", "* ", "• ",
    "日本語 ", "это ", "هنا ", "🦆 ", "👩‍👩‍👧 ", "naïve ", "ß ", "said \u200b", "\u2003", "\t",
    "It ended.\n\n", "Yes! ", "Who? ",
)  # fmt: skip
CLOSINGS = (
    "", ".", ", then left", "; that was it", " yesterday", "!", "?", "…", " – it said", "—", ":",
    " 日本語", " это", " هنا", " 🦆", "\n\nThe end.", "\nThe end", "\t", " \u200b",
    ", naïve as ever", ". Then", " and left", " was said",
)  # fmt: skip
PAIRS = (
    ("“", "”"), ("«", "»"), ("(so ", ")"), ("[she said ", "]"), ('"so ', '"'), ("*", "*"), ("<b>", "</b>"),
)  # fmt: skip


@st.composite
def surroundings(draw: st.DrawFn) -> tuple[str, str]:
    """What may stand before and behind a number and change nothing: plain words, marks, letters of other scripts.

    Left out on purpose is what changes the meaning of a number in English: a word or sign that labels ("No. 5", "#5"),
    a month or a clock time ("May 5", "5 pm"), round or square brackets with nothing but the number in them, an
    apostrophe before two digits ("'21"), letters that touch it ("A5", "5th"), and a quotation mark behind that opens
    nothing, which is an inch mark.
    """
    before, after = draw(st.sampled_from(OPENINGS)), draw(st.sampled_from(CLOSINGS))
    if draw(st.booleans()):
        opening, closing = draw(st.sampled_from(PAIRS))
        return before + opening, closing + after
    return before, after
