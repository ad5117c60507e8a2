"""The tokens that numbers are made of: clusters of digits and number words, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from claimx import numerals

Kind = Literal["digits", "slash", "vulgar", "word", "plural", "denominator", "denominators", "multiple", "couple"]


@dataclass(frozen=True, slots=True)
class Token:
    """A cluster of digits or a number word, as `text[start:end]`; `word` is lower case, empty for digits."""

    start: int
    end: int
    kind: Kind
    word: str = ""
    value: Decimal | None = None
    ratio: Fraction | None = None


def tokens_of(text: str) -> list[Token]:
    """The number tokens of a text; clusters of digits that are no number (times, dates, versions) are left out.

    >>> [(token.kind, text[token.start:token.end]) for text in ["On 2024-07-09 at 10:30, 5-10 of the two paid 1/3"]
    ...  for token in tokens_of(text)]
    [('digits', '5'), ('digits', '10'), ('word', 'two'), ('slash', '1/3')]
    """
    found = list(_digit_tokens(text))
    lower = _lowered(text)
    words = [_word(match) for match in _words().finditer(lower)]
    if not (found and words):
        return found or words
    return sorted(found + words, key=_start)


def _start(token: Token) -> int:
    return token.start


def _lowered(text: str) -> str:
    """The text in lower case, character by character, so that offsets hold."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _word(match: re.Match[str]) -> Token:
    word, start, end = match[0], match.start(), match.end()
    if word in numerals.PLURAL_SCALES:
        return Token(start, end, "plural", word)
    if word in numerals.DENOMINATORS:
        return Token(start, end, "denominator", word, ratio=Fraction(1, numerals.DENOMINATORS[word]))
    if word in numerals.DENOMINATOR_PLURALS:
        return Token(start, end, "denominators", word, ratio=Fraction(1, numerals.DENOMINATOR_PLURALS[word]))
    if word in numerals.MULTIPLES:
        return Token(start, end, "multiple", word, Decimal(numerals.MULTIPLES[word]))
    if word.endswith("fold"):
        run = numerals.read_words([word.removesuffix("fold").removesuffix("-")])
        return Token(start, end, "multiple", word, run.value if run else None)
    return Token(start, end, "couple" if word == "couple" else "word", word)


@cache
def _words() -> re.Pattern[str]:
    """All number words, grouped by their first letters so that most words fail on the first one."""
    cardinals = [*numerals.UNITS, *numerals.TEENS, *numerals.TENS, *numerals.SCALES]
    others = [*numerals.PLURAL_SCALES, *numerals.DENOMINATORS, *numerals.DENOMINATOR_PLURALS, *numerals.MULTIPLES]
    folds = [f"{word}{hyphen}fold" for word in cardinals for hyphen in ("", "-")]
    return re.compile(rf"(?<![a-z0-9_])(?:{_branches([*cardinals, *others, *folds, 'couple'])})(?![^\W_])")


def _branches(words: list[str]) -> str:
    """An alternation of words as a prefix tree, longest first."""
    heads: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        heads.setdefault(word[:1], []).append(word[1:])
    optional = "" in heads
    heads.pop("", None)
    branches = [re.escape(head) + _branches(tails) for head, tails in heads.items()]
    if not branches:
        return ""
    tree = branches[0] if len(branches) == 1 and not optional else f"(?:{'|'.join(branches)})"
    return tree + ("?" if optional else "")


def _digit_tokens(text: str) -> Iterator[Token]:
    for match in _clusters().finditer(text):
        if match.lastgroup == "vulgar":
            yield Token(match.start(), match.end(), "vulgar", ratio=Fraction(*numerals.VULGAR[match[0]]))
        elif len(match[0]) <= numerals.MAX_DIGITS and not _touched(text, match.start(), match.end()):
            yield from _parts(match[0], match.start())


def _touched(text: str, start: int, end: int) -> bool:
    """Whether a digit of any script, or a digit beyond a point or comma, stands right beside the cluster."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() or before == "^" or (after.isdigit() and text[end - 2 : end] != "10") or after == "^":
        return not (after == "^" and text[end - 2 : end] == "10")
    return before in {".", ","} and text[start - 2 : start - 1].isdigit()


def _parts(cluster: str, start: int) -> Iterator[Token]:
    """The one or two numbers of a cluster; none if its shape is that of a time, date, score, version or phone."""
    if ":" in cluster:
        return
    pieces = list(_dash().split(cluster))
    if len(pieces) > 2 or (len(pieces) == 2 and any("/" in piece for piece in pieces[:1])):
        return
    tokens: list[Token] = []
    for piece in pieces:
        at = start + (0 if not tokens else len(cluster) - len(piece))
        token = _token(piece, at)
        if token is None:
            return
        tokens.append(token)
    yield from tokens


def _token(piece: str, start: int) -> Token | None:
    end = start + len(piece)
    if "/" in piece or "⁄" in piece:
        top, _, bottom = piece.replace("⁄", "/").partition("/")
        if not (top.isdigit() and bottom.isdigit() and len(bottom) <= 4 and int(bottom)) or len(top) > 6:
            return None
        if (len(bottom) == 4 and 1900 <= int(bottom) < 2100) or (len(top) > 1 and top[0] == "0"):
            return None  # "no. 27/2019", "03/2021"
        if int(top) > int(bottom) >= 20:
            return None  # "120/80 mmHg"
        return Token(start, end, "slash", ratio=Fraction(int(top), int(bottom)))
    base, _, exponent = piece.replace("E", "e").partition("e")
    value = numerals.decimal_of(base)
    if value is None or (exponent and not _is_exponent(exponent)):
        return None
    if exponent:
        value = numerals.plain(numerals.EXACT.scaleb(value, int(exponent)))
    return Token(start, end, "digits", value=value)


def _is_exponent(digits: str) -> bool:
    return len(digits) <= 4 and digits.lstrip("+-").isdigit()


@cache
def _dash() -> re.Pattern[str]:
    """A dash between two numbers; the one of an exponent is not."""
    return re.compile(r"(?<=[0-9])[-–‑−~](?=[0-9.])")


@cache
def _clusters() -> re.Pattern[str]:
    """A maximal chain of digits: groups, decimals, exponents, dashes, slashes, colons; or a vulgar fraction."""
    thin = numerals.THIN
    group = rf"(?:[{thin}][0-9]{{3}}(?![0-9])|['’][0-9]{{3}}(?![0-9]))"
    spaced = r"(?<![0-9.,:/-])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?=[.,]?(?![0-9]))"
    body = (
        rf"(?:(?<![0-9])(?<![0-9][.,])\.)?[0-9]+(?:{group}|[eE][-+]?[0-9]{{1,4}}(?![0-9A-Za-z])|[.,:/⁄\-–‑−~]\.?[0-9]"
        rf"+)*"
    )
    return re.compile(rf"{spaced}|{body}|(?P<vulgar>[{''.join(numerals.VULGAR)}])")
