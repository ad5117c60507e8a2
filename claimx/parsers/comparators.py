"""The words around a quantity that qualify it: "more than", "nearly", "or so", "at least" …, each as a comparator."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimx.parsers import qualifiers
from claimx.parsers.base import last_word
from claimx.parsers.no_comparators import is_no_comparator

if TYPE_CHECKING:
    from claimx.claims import Comparator

WINDOW = 64
LONGEST = 7  # words in a phrase
BOUNDS = frozenset({"<", "<=", ">", ">="})
# What may stand between a qualifier and the number, and between two qualifiers, without a bearing on either.
FILLERS = frozenset(
    (
        "a|an|the|its|their|his|her|our|only|just|another|an additional|additional|still|now|even|perhaps|maybe|"
        "possibly|as|a further|further|a total of|an average of|a median of|a combined|a staggering|a whopping|"
        "a record|what|one|in total|to|at|of|that|those|these|an extra|extra|all of"
    ).split("|")
)
# Behind these a number is a known one, which something is compared with: "above the 50% threshold".
DEFINITE = frozenset({"the", "its", "their", "his", "her", "our"})
# What a qualifier behind a quantity begins with: one that touches it, and one of the next two words.
GLUED = ("+", "-ish", "ish", "-odd", "-plus", "-some")
FIRST_WORDS = (
    "or", "and", "if", "odd", "more", "upward", "give", "rough", "approx", "about", "min", "plus", "at", "top", "max",
)  # fmt: skip
GAPS = frozenset(" \n,")  # of which one stands before a qualifier, but for those
BRACKETS = frozenset(("", "(", "["))  # behind which no qualifier stands, nor at the beginning of a text
OPENING = "([\"“‘'—–-\u200b\ufeff"  # what may touch a word from the left and be none of it
Word = tuple[str, int]  # in lower case, with its offset


def comparator_before(text: str, start: int) -> tuple[int, Comparator]:
    """Where the qualifiers before a quantity begin, and what they come to.

    >>> comparator_before("up to about 50", 12)
    (0, '<=')
    >>> comparator_before("only 6", 5)
    (5, '=')
    """
    words = _words_before(text, start) if _may_qualify(text, start) else []
    if not words or words[-1][0] not in (_closing() if len(words) > 1 else qualifiers.before()):
        return start, "="
    begin, comparator, stop = start, "=", len(words)
    for _ in range(3):
        first = _phrase_before(words, stop) if stop else None
        if first is None:
            break
        phrase = " ".join(word for word, _ in words[first[0] : first[1]])
        if any(word in DEFINITE for word, _ in words[first[1] : stop]):
            break
        if is_no_comparator(text, words[first[0]][1], phrase, begin):
            break
        begin, stop = words[first[0]][1], first[0]
        comparator = _stronger(qualifiers.before()[phrase], comparator)
    return begin, comparator  # type: ignore[return-value]


def _may_qualify(text: str, end: int) -> bool:
    """Whether the word before a quantity may end a qualifier, or fill with the one before it: a quick look, for most.

    >>> [_may_qualify(text, len(text)) for text in ("nearly ", "more than a ", "paid ", "went to ")]
    [True, True, False, False]
    """
    last = last_word(text, end)
    if not last.isalpha():
        return last != "" or text[end - 1 : end] not in BRACKETS
    if last not in _closing():
        return False
    before = "" if last in qualifiers.before() else last_word(text, end - len(last) - 1)
    return not before.isalpha() or before in _inside()


@cache
def _inside() -> frozenset[str]:
    """The words that stand in some qualifier or filler."""
    degrees = (qualifiers.SLIGHTLY, qualifiers.FAR, qualifiers.NOT)
    return frozenset(" ".join((*qualifiers.plain(), *degrees, *FILLERS)).replace("|", " ").split())


@cache
def _closing() -> frozenset[str]:
    """The last words of qualifiers and fillers."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in (*qualifiers.plain(), *FILLERS))


def _words_before(text: str, end: int) -> list[Word]:
    """The words and signs right before an offset that may stand in a phrase, a bounded way back.

    A hyphen that ties the last one to the number is left out.

    >>> _words_before("he paid up to nearly-5", 21)
    [('up', 8), ('to', 11), ('nearly', 14)]
    """
    window = max(0, end - WINDOW)
    near = text[window:end].rstrip(" -\n\t\u00a0")
    if len(near) == end - window and near[-1:].isalnum():
        return []
    cut = 0 if window > 0 and text[window - 1].isalnum() else -1
    words: list[Word] = []
    for word, at in _words_back(near):
        if word not in _inside() or at == cut:
            break
        words.append((word, window + at))
    return words[::-1]


def _words_back(text: str) -> Iterator[Word]:
    """The words and signs of a text from the last to the first, as far back as they may stand in a phrase.

    A word that something is glued before is none of a phrase ("a 4-under | 68"), but for brackets, quotes and dashes.
    """
    end = len(text)
    for piece in reversed(text.split()):
        end = text.rfind(piece, 0, end)
        if piece.isalpha():
            yield piece.lower(), end
        elif piece[-1].isalnum() and piece.lower().lstrip(OPENING) not in _inside():
            return
        else:
            yield from reversed([(match[0].lower(), end + match.start()) for match in _words().finditer(piece)])


def _phrase_before(words: list[Word], stop: int) -> tuple[int, int] | None:
    """The first and the last word, exclusively, of the phrase that begins the earliest, past up to two fillers."""
    best: tuple[int, int] | None = None
    for _ in range(3):
        first = _longest(words, stop, qualifiers.before(), LONGEST)
        if first is not None and (best is None or first < best[0]):
            best = first, stop
        filler = _longest(words, stop, _fillers(), 3)
        if filler is None:
            break
        stop = filler
    return best


def _longest(words: list[Word], stop: int, table: Mapping[str, object], most: int) -> int | None:
    """Where the longest phrase of a table begins that ends right before the word `stop`."""
    phrase, found = "", None
    for first in range(stop - 1, max(-1, stop - 1 - most), -1):
        phrase = f"{words[first][0]} {phrase}" if phrase else words[first][0]
        if phrase in table:
            found = first
    return found


@cache
def _fillers() -> Mapping[str, None]:
    return MappingProxyType(dict.fromkeys(FILLERS))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"(?:approx|ca|c|est|max)\.|[^\W\d_][\w'’]*(?:-[^\W\d_]+)*|[<>]=|=[<>=]*|[<>≤≥⩽⩾≲≳~≈∼≃≅]|\S", re.IGNORECASE
    )


def _stronger(outer: Comparator, inner: str) -> str:
    """What two qualifiers come to: a bound says more than an approximation, a near miss more than "about"."""
    if inner in BOUNDS or inner == "=":
        return outer if inner == "=" else inner
    return outer if outer in BOUNDS or inner == "~" else inner


def comparator_after(text: str, end: int) -> tuple[int, Comparator]:
    """Where the qualifiers behind a quantity end, and what they come to.

    >>> comparator_after("50 or more", 2), comparator_after("50 or more than that", 2)
    ((10, '>='), (2, '='))
    """
    match = _after().match(text, end) if _may_follow(text, end) else None
    if match is None:
        return end, "="
    group = "phrase" if match["phrase"] else "last"
    return match.end(group), _after_table()[" ".join(match[group].lower().split())]


def _may_follow(text: str, end: int) -> bool:
    """Whether a qualifier may begin at an offset: a quick look, for most quantities."""
    ahead = text[end : end + 64].lower()
    if ahead[:1] not in GAPS:
        if ahead.startswith(GLUED):
            return True
        if not text[end - 1 : end].isspace():
            return False
    words = ahead.replace(",", " ").split(None, 2)[:2]
    return words != [] and (words[0].startswith(FIRST_WORDS) or words[-1].startswith(FIRST_WORDS))


@cache
def _after_table() -> Mapping[str, Comparator]:
    tables = (qualifiers.AFTER, qualifiers.LAST)
    return MappingProxyType(
        {phrase: sign for table in tables for sign, phrases in table.items() for phrase in phrases.split("|")}
    )


@cache
def _after() -> re.Pattern[str]:
    """A phrase behind a quantity or its noun; one that may say something else, only where the clause ends."""
    glued = {"+", "-ish", "ish", "-odd", "-plus", "-some", "-something"}
    anywhere = _alternatives(qualifiers.AFTER, without={*glued, "plus", "at least"})
    phrase = rf"(?<=[ \n])(?:{anywhere})|{'|'.join(map(re.escape, sorted(glued, key=len, reverse=True)))}"
    return re.compile(
        rf"(?:[ \n](?=odd|more|upward)|(?:[ \n][a-z]+)??,?[ \n](?=or|and|if)|)(?P<phrase>(?:{phrase})(?!\w))"
        r"(?! (?:than|once|likely|often))"
        rf"|,?[ \n](?:[a-z]+ )?(?P<last>{_alternatives(qualifiers.LAST)})(?=\s*(?:[.,;:!?)]|\Z))",
        re.IGNORECASE,
    )


def _alternatives(phrases: Mapping[Comparator, str], without: Collection[str] = frozenset()) -> str:
    listed = {phrase for words in phrases.values() for phrase in words.split("|")} - set(without)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(listed, key=len, reverse=True))
