"""The tokens that numbers are made of: clusters of digits and number words, found in one pass over the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction
from functools import cache
from operator import itemgetter
from types import MappingProxyType
from typing import Literal, NamedTuple

from claimx.numbers import numerals

ABBREVIATED = ("[Rr]s", "[RB]s", "Re", "Rp", "Fr", "kr", "[Ss]h", "Dhs")  # the point of "Rs.5" is no decimal point
FREE = frozenset(("", " ", "%", "$", "\n"))  # beside most clusters, none of which it touches
DASHES = frozenset("-–‑−~")
Kind = Literal[
    "digits", "unit", "teen", "ten", "hundred", "scale", "set",  # what cardinals are made of
    "slash", "vulgar", "ordinal", "ordinals",  # what fractions are made of
    "power", "plural", "multiple", "couple", "",
]  # fmt: skip


class Token(NamedTuple):
    """A cluster of digits or a number word, as `text[start:end]`; `word` is lower case, empty for digits.

    The `value` of an ordinal is its rank, of a fraction or a power nothing: those have a `ratio`.
    """

    start: int
    end: int
    kind: Kind
    word: str = ""
    value: Decimal = Decimal(0)
    ratio: Fraction = Fraction(0)


def words_of(text: str, among: frozenset[str] | None = None) -> AbstractSet[str]:
    """The words of a text, in small letters: whatever letters from a to z stand together; or those `among` some words.

    >>> sorted(words_of("The Café's two-fold")), words_of("The two of them", frozenset({"one", "two"}))
    (['caf', 'fold', 's', 'the', 'two'], frozenset({'two'}))
    """
    found = text.lower().encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()
    return set(found) if among is None else among.intersection(found)


_LETTERS = bytes(char if chr(char).islower() and char < 128 else ord(" ") for char in range(256))


@cache
def number_words() -> frozenset[str]:
    """The words that numbers are made of."""
    return frozenset(_worth())


def tokens_of(text: str, words: AbstractSet[str] | None = None) -> list[Token]:
    """The number tokens of a text; clusters of digits that are no number (times, dates, versions) are left out.

    `words` are those of the text, if they are known.

    >>> [(token.kind, text[token.start:token.end]) for text in ["On 2024-07-09 at 10:30, 5-10 of the two paid 1/3"]
    ...  for token in tokens_of(text)]
    [('digits', '5'), ('digits', '10'), ('unit', 'two'), ('slash', '1/3')]
    >>> [(str(token.value), str(token.ratio)) for token in tokens_of("４.５ or 4 . 8 or 2^10 or 10⁶")]
    [('4.5', '0'), ('4.8', '0'), ('0', '1024'), ('0', '1000000')]
    """
    found = list(_digit_tokens(text if text.isascii() else _with_plain_digits(text)))
    if present := number_words().intersection(words_of(text, number_words()) if words is None else words):
        found += _word_tokens(_lowered(text), present)
        found.sort(key=itemgetter(0))
    return found


def _lowered(text: str) -> str:
    """The text in lower case, character by character, so that offsets hold."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _word_tokens(lower: str, present: Iterable[str]) -> Iterator[Token]:
    """The number words of a text in lower case that are present in it, word by word."""
    for word in present:
        start = lower.find(word)
        while start >= 0:
            if _is_whole_word(lower, start, start + len(word)):
                yield _word_token(lower, start, word)
            start = lower.find(word, start + len(word))


def _is_whole_word(lower: str, start: int, end: int) -> bool:
    before = lower[start - 1 : start]
    return not (before.isascii() and (before.isalnum() or before == "_")) and not lower[end : end + 1].isalnum()


def _word_token(lower: str, start: int, word: str) -> Token:
    """The token of a number word, with what makes one word with it: "two-fold", "a baker's dozen"."""
    end = start + len(word)
    if lower.startswith("-fold", end) and f"{word}-fold" in _worth() and not lower[end + 5 : end + 6].isalnum():
        word, end = f"{word}-fold", end + len("-fold")
    elif word == "dozen" and (baker := lower[max(0, start - len("baker's ")) : end]) in _worth():
        word, start = baker, end - len(baker)
    kind, value = _worth()[word]
    return Token(start, end, kind, word, value)


@cache
def _worth() -> Mapping[str, tuple[Kind, Decimal]]:
    """Each number word with its kind and value; a word in two tables is what the later one says."""
    tables: tuple[tuple[Kind, Mapping[str, object]], ...] = (
        ("unit", numerals.UNITS),
        ("unit", dict.fromkeys(numerals.NOUGHTS, 0)),
        ("teen", numerals.TEENS),
        ("ten", numerals.TENS),
        ("scale", numerals.SCALES),
        ("hundred", {"hundred": 100}),
        ("set", numerals.SETS),
        ("plural", numerals.PLURAL_SCALES),
        ("ordinal", numerals.DENOMINATORS),
        ("ordinals", numerals.DENOMINATOR_PLURALS),
        ("multiple", numerals.MULTIPLES),
        ("couple", {"couple": 2}),
    )
    folds: dict[str, tuple[Kind, Decimal]] = {
        f"{word}{hyphen}fold": ("multiple", value)
        for table in (numerals.UNITS, numerals.TEENS, numerals.TENS, numerals.SCALES)
        for word, value in table.items()
        for hyphen in ("", "-")
    }
    words = {word: (kind, Decimal(str(value))) for kind, table in tables for word, value in table.items()}
    return MappingProxyType(words | folds)


def _with_plain_digits(text: str) -> str:
    """The text with the decimal digits of all scripts as 0 to 9, and the marks that go with them as point and comma."""
    if _foreign_digit().search(text) is None:
        return text
    return _foreign_digit().sub(_plain_digit, text).translate(_MARKS)


_MARKS = MappingProxyType({ord("٫"): ".", ord("٬"): ",", ord("．"): ".", ord("，"): ","})


def _plain_digit(match: re.Match[str]) -> str:
    return str(int(match[0]))


@cache
def _foreign_digit() -> re.Pattern[str]:
    return re.compile(r"(?![0-9])\d")


def _digit_tokens(text: str) -> Iterator[Token]:
    """The tokens of digits; a plain number is one match, and a cluster is looked into where one begins."""
    begins, end = _begins(ascii_only=text.isascii()), 0
    while begin := begins.search(text, end):
        start, end = begin.span()
        if begin.lastgroup == "plain":
            if end - start <= numerals.MAX_DIGITS and not _touched(text, start, end):
                yield Token(start, end, "digits", "", _value(begin[0]))
        elif match := _clusters().match(text, start):
            end = match.end()
            yield from _cluster_tokens(match)


def _value(plain: str) -> Decimal:
    value = Decimal(plain.replace(",", ""))
    return numerals.plain(value) if "." in plain else value


def _cluster_tokens(match: re.Match[str]) -> Iterator[Token]:
    text, (start, end) = match.string, match.span()
    if match.lastgroup is None:
        if end - start <= numerals.MAX_DIGITS and not _touched(text, start, end):
            yield from _parts(match[0], start)
    elif match.lastgroup == "vulgar":
        yield Token(start, end, "vulgar", ratio=Fraction(*numerals.VULGAR[match[0]]))
    elif match.lastgroup == "power":
        if (power := _power(match)) is not None and not _is_touched_before(text, start):
            yield Token(start, end, "power", ratio=power)
    elif match.lastgroup == "spaced":
        yield Token(start, end, "digits", "", numerals.plain(Decimal(match[0].replace(" ", ""))))


@cache
def _begins(*, ascii_only: bool) -> re.Pattern[str]:
    """What clusters begin with; the whole of a `plain` number, digits that nothing behind could belong to.

    The pattern for texts in ASCII, which are most, compiles in half the time.
    """
    vulgar, raised, joints = "".join(numerals.VULGAR), "⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", f"⁄’{numerals.THIN}{''.join(sorted(DASHES))}"
    if ascii_only:
        vulgar, raised, joints = "", "", "-~"
    grouped = r"[0-9]{0,2}(?:,[0-9]{3})+(?![0-9])|[0-9]*"
    goes_on = rf"[0-9^*eE{raised}]|[.,:/' {re.escape(joints)}]\.? ?[0-9]"
    return re.compile(
        rf"[.0-9{vulgar}](?:(?<=[0-9])(?:{grouped})(?:\.[0-9]+)?(?!{goes_on})(?P<plain>)|(?<!\.(?![0-9])))"
    )


def _power(match: re.Match[str]) -> Fraction | None:
    """The value of "1.1^23", "2.5^-1", "10⁶"; none for one of more digits than numbers may have."""
    base, exponent = Decimal(match["base"] or 10), numerals.exponent(match["exponent"] or match["raised"])
    if not base or abs(exponent) * len(match["base"] or "10") > numerals.MAX_DIGITS:
        return None
    return Fraction(base) ** exponent


def _touched(text: str, start: int, end: int) -> bool:
    """Whether a digit of any script, or a digit beyond a point or comma, stands right beside the cluster."""
    after = text[end : end + 1]
    if after not in FREE and (after.isdigit() or after == "^"):
        return True
    return text[start - 1 : start] not in FREE and _is_touched_before(text, start)


def _is_touched_before(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before.isdigit() or before == "^" or (before in {".", ","} and text[start - 2 : start - 1].isdigit())


def _parts(cluster: str, start: int) -> list[Token]:
    """The one or two numbers of a cluster; none if its shape is that of a time, date, score, version or phone."""
    if cluster.isdecimal():
        return [Token(start, start + len(cluster), "digits", "", Decimal(cluster))]
    if ":" in cluster:
        return []
    pieces = [cluster] if DASHES.isdisjoint(cluster) else _dash().split(cluster)
    if len(pieces) > 2 or (len(pieces) == 2 and any("/" in piece for piece in pieces[:1])):
        return []
    tokens: list[Token] = []
    for piece in pieces:
        at = start + (0 if not tokens else len(cluster) - len(piece))
        token = _token(piece, at)
        if token is None:
            return []
        tokens.append(token)
    return tokens


def _token(piece: str, start: int) -> Token | None:
    if "/" in piece or "⁄" in piece:
        return _slashed(piece, start)
    base, _, exponent = piece.replace("E", "e").partition("e")
    value = numerals.decimal_of(base)
    if value is None or (exponent and not _is_exponent(exponent)):
        return None
    value = numerals.EXACT.scaleb(value, int(exponent)) if exponent else value
    return Token(start, start + len(piece), "digits", "", numerals.plain(value))


def _slashed(piece: str, start: int) -> Token | None:
    """As in "1/3"; but "no. 27/2019" and "03/2021" are no fractions, nor is "120/80 mmHg"."""
    top, _, bottom = piece.replace("⁄", "/").partition("/")
    if not (top.isdecimal() and bottom.isdecimal() and len(bottom) <= 4 and int(bottom)) or len(top) > 6:
        return None
    if (len(bottom) == 4 and 1900 <= int(bottom) < 2100) or (len(top) > 1 and top[0] == "0"):
        return None
    if int(top) > int(bottom) >= 20:
        return None
    return Token(start, start + len(piece), "slash", ratio=Fraction(int(top), int(bottom)))


def _is_exponent(digits: str) -> bool:
    return len(digits) <= 4 and digits.lstrip("+-").isdigit()


@cache
def _dash() -> re.Pattern[str]:
    """A dash between two numbers; the one of an exponent is not."""
    return re.compile(rf"(?<=[0-9])[{''.join(sorted(DASHES))}](?=[0-9.])")


@cache
def _clusters() -> re.Pattern[str]:
    """A maximal chain of digits: groups, decimals, exponents, dashes, slashes, colons; or a power, a vulgar fraction.

    Decimals may be spaced, as tokenised texts have them ("4 . 8 percent"); an item of a list has no line before it.
    """
    thin = numerals.THIN
    group = rf"(?:[{thin}][0-9]{{3}}(?![0-9])|['’][0-9]{{3}}(?![0-9]))"
    grouped = r"(?<![0-9.,:/-])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?(?![.,:/-]?[0-9])"
    spaced = r"(?<=[^\s.,:;] )(?<![0-9] )[0-9]{1,3} \. [0-9]{1,3}(?![.,:/^-]?[0-9])(?! \. [0-9]| [A-Z])"
    power = (
        r"(?<![0-9.,^])(?:(?P<base>[0-9]+(?:\.[0-9]+)?)(?:\^|\*\*)(?P<exponent>\(?[-−+]?[0-9]{1,4}\)?)(?![.,^]?[0-9])"
        r"|(?P<ten>10)(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?![0-9⁰¹²³⁴⁵⁶⁷⁸⁹]))"
    )
    abbreviated = "".join(f"(?<!{sign})" for sign in ABBREVIATED)
    body = (
        rf"(?:(?<![0-9.])(?<![0-9],){abbreviated}\.)?[0-9]+"
        rf"(?:{group}|[eE][-+]?[0-9]{{1,4}}(?![0-9A-Za-z])|(?:[.,]|[:/⁄\-–‑−~]\.?)[0-9]+)*"
    )
    vulgar = f"[{''.join(numerals.VULGAR)}]"
    digits = rf"(?=[.0-9])(?:{grouped}|(?P<spaced>{spaced})|(?P<power>{power})|{body})"
    return re.compile(rf"{digits}|(?P<vulgar>{vulgar})")
