"""Time grows with the length of a text and no faster, whatever the text is made of.

Each case repeats a piece that a careless pattern would trip over, and compares the time for four times as much text
with the time for the text: about 4 where time is linear, 16 where it is quadratic. Only ratios count, of processor time
and not of the clock, and the quickest of several runs, so that a busy machine changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from time import thread_time

import pytest

import claimx
from claimx.sentences import LONGEST

GROWTH = 4
BOUND = 8  # between 4 (linear) and 16 (quadratic)
ENOUGH = 0.01  # seconds: shorter times say little
ATTEMPTS = 6

# What the text begins with, and what is repeated.
PIECES = {
    "digits": ("", "1"),
    "digit and comma": ("", "1,"),
    "groups": ("", "1,234,"),
    "groups by spaces": ("", "000 "),
    "groups by apostrophes": ("1", "'000"),
    "points": ("", "1."),
    "colons": ("", "1:"),
    "dashes": ("", "1-"),
    "strokes": ("", "1/"),
    "exponents": ("", "5e5"),
    "powers": ("", "10^"),
    "times ten": ("", "5×10^5 "),
    "raised digits": ("", "5⁵"),
    "vulgar fractions": ("", "½"),
    "mixed fractions": ("", "5½ 1/2 "),
    "other digits": ("5", "٣"),
    "commas": ("", ","),
    "spaces": ("", " "),
    "spaces behind a number": ("5", " "),
    "spaces before a unit": ("5", "\u00a0"),
    "no-break spaces": ("", "5\u00a0"),
    "newlines": ("", "\n"),
    "newlines behind a number": ("5", "\r\n "),
    "numbers by line": ("", "5\n"),
    "numbers by paragraph": ("", "5\n\n"),
    "tabs": ("", "\t5"),
    "invisible characters": ("5", "\u200b"),
    "letters": ("", "x"),
    "letters behind a number": ("5 ", "x"),
    "a long hyphened word": ("5 ", "x-"),
    "a long apostrophed word": ("5 ", "x'"),
    "one": ("", "one "),
    "ones glued": ("", "one"),
    "articles": ("", "a "),
    "million": ("", "million "),
    "hundred and": ("", "hundred and "),
    "hyphened words": ("", "twenty-"),
    "points in words": ("", "one point "),
    "halves": ("", "half a "),
    "quarters": ("", "quarter of a "),
    "thirds": ("", "two thirds of "),
    "dozens of": ("", "dozens of "),
    "tens of millions of": ("", "tens of millions of "),
    "a couple of": ("", "a couple of "),
    "dollars": ("", "$"),
    "dollars in a range": ("", "$5-"),
    "ranges": ("", "£1-2-3m "),
    "amounts": ("", "US$5 "),
    "codes": ("", "5USD"),
    "cents": ("", "5 dollars 6 cents "),
    "percents": ("", "5% "),
    "percents glued": ("", "5%"),
    "points of percent": ("", "5 percentage points "),
    "brackets": ("", "("),
    "brackets closed": ("", "()"),
    "brackets nested": ("", "((5) "),
    "square brackets": ("", "[1, "),
    "quotes": ("", '"'),
    "inch marks": ("", "5'6\" "),
    "curly quotes": ("5", "“"),
    "degrees": ("", "5° "),
    "units": ("", "kg m s "),
    "units behind a number": ("5 ", "kg m s "),
    "units by strokes": ("5 ", "kg/"),
    "units by dots": ("5 ", "kg·"),
    "units and numbers": ("", "5 kg m s "),
    "square units": ("5 ", "square "),
    "per": ("", "per "),
    "rates": ("", "$5 per year per "),
    "rates of counts": ("", "5 old blue cats a "),
    "each": ("", "5 each "),
    "feet and inches": ("", "5 ft 6 in "),
    "hours and minutes": ("", "1 hour 30 minutes "),
    "tolerances": ("", "5 ± "),
    "multiples": ("", "3x "),
    "folds": ("", "twofold "),
    "of the": ("", "of the "),
    "parts of parts": ("", "5 out of "),
    "one in": ("", "one in "),
    "and": ("", "5 and "),
    "or": ("", "one or two "),
    "to": ("", "1 to "),
    "between": ("", "between 1 and "),
    "more than": ("", "more than "),
    "more than behind": ("", "5 more than "),
    "about": ("", "about 5 about "),
    "an average of": ("", "an average of "),
    "the average of things": ("average ", "price of "),
    "minus": ("", "minus "),
    "minus five": ("", "- 5 "),
    "lasting": ("", "lasted a week "),
    "years old": ("", "5-year-old "),
    "dates": ("", "5 May "),
    "months": ("", "March "),
    "dates by strokes": ("", "5/5/19 "),
    "years": ("", "2019-"),
    "pages": ("", "pages 5, "),
    "labels": ("", "No. "),
    "seasons": ("", "season four "),
    "scores": ("", "2-1 "),
    "players": ("", "1 Hale, "),
    "substitutes": ("", "subs: 5 "),
    "listings": ("", "\n5 Aa Aa. "),
    "case law": ("", "5 U.S. 6, "),
    "sections": ("", "§5"),
    "calls": ("", "call "),
    "for": ("", "5-for-"),
    "addresses": ("", "a@5."),
    "capitals": ("5", " Aa"),
    "losses": ("", "loss of a ("),
    "in millions": ("", "(in millions "),
    "in millions, lines": ("", "(in millions)\n"),
    "in millions, cells": ("", "(in millions)\n\t5\n"),
    "in millions, one line": ("(in millions)\n", "\t5"),
    "emoji": ("", "5😀"),
}
SENTENCES = {
    "letters": ("", "x"),
    "fragments": ("", "5 cats and "),
    "percents": ("", "sales rose 5% to "),
    "ones": ("", "one "),
    "amounts": ("", "$5-"),
    "sentences": ("", "It fell 3%. "),
    "abbreviations": ("5 ", "U.S. "),
    "lines": ("", "5 kg\n"),
    "brackets": ("", "((5 kg) "),
    "quotes": ("", '"5'),
}


def seconds(function: Callable[[str], object], text: str) -> float:
    begin = thread_time()
    function(text)
    return thread_time() - begin


def growth(function: Callable[[str], object], start: str, piece: str, length: int) -> float:
    """How much longer four times the text takes: the least that several attempts give, for all noise adds time."""

    def text(size: int) -> str:
        return (start + piece * (size // len(piece) + 1))[:size]

    while (short := seconds(function, text(length))) < ENOUGH and length < 32_000:  # beyond, caches tell
        length *= 2
    long = seconds(function, text(GROWTH * length))
    for _ in range(ATTEMPTS):
        if long < BOUND * short:
            break
        long = min(long, seconds(function, text(GROWTH * length)))
        short = max(short, seconds(function, text(length)))
    return long / max(short, ENOUGH / 10)


@pytest.mark.parametrize(("start", "piece"), PIECES.values(), ids=PIECES)
def test_quantities_take_linear_time(start: str, piece: str) -> None:
    claimx.quantities("5 kg")  # patterns and tables are made once
    assert growth(claimx.quantities, start, piece, 500) < BOUND


@pytest.mark.parametrize(("start", "piece"), SENTENCES.values(), ids=SENTENCES)
def test_claims_take_linear_time(start: str, piece: str) -> None:
    claimx.extract("It weighs 5 kg.")
    assert growth(claimx.extract, start, piece, LONGEST) < BOUND
