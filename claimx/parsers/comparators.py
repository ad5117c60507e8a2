"""The words around a quantity that qualify it: "more than", "nearly", "or so", "at least" …, each as a comparator."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from claimx.parsers import qualifiers
from claimx.parsers.base import last_word

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
# Where a price or a number begins, which is no bound when it says where it ends.
RANGING = ("priced from", "starting from", "starts from", "start from", "starting at", "starts at", "beginning from")
# What a qualifier behind a quantity begins with: one that touches it, and one of the next two words.
GLUED = ("+", "-ish", "ish", "-odd", "-plus", "-some")
FIRST_WORDS = (
    "or", "and", "if", "odd", "more", "upward", "give", "rough", "approx", "about", "min", "plus", "at", "top", "max",
)  # fmt: skip
Word = tuple[str, int]  # in lower case, with its offset


def comparator_before(text: str, start: int) -> tuple[int, Comparator]:
    """Where the qualifiers before a quantity begin, and what they come to.

    >>> comparator_before("up to about 50", 12)
    (0, '<=')
    >>> comparator_before("only 6", 5)
    (5, '=')
    """
    last = last_word(text, start)
    words = [] if last.isalpha() and last not in _closing() else _words_before(text, start)
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
        if _is_no_comparator(text, words[first[0]][1], phrase, begin):
            break
        begin, stop = words[first[0]][1], first[0]
        comparator = _stronger(qualifiers.before()[phrase], comparator)
    return begin, comparator  # type: ignore[return-value]


@cache
def _inside() -> frozenset[str]:
    """The words that stand in some qualifier or filler."""
    return frozenset(" ".join((*qualifiers.before(), *FILLERS)).split())


@cache
def _closing() -> frozenset[str]:
    """The last words of qualifiers and fillers."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in (*qualifiers.before(), *FILLERS))


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
        elif piece[-1].isalnum() and piece.lower().lstrip("([\"“‘'—–-") not in _inside():
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
    if ahead.startswith(GLUED):
        return True
    if ahead[:1] not in {" ", "\n", ","} and not text[end - 1 : end].isspace():
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


class Place(NamedTuple):
    """Where a phrase stands: the text a bounded way before it, where it ends, and where the number begins."""

    text: str
    before: str
    phrase_end: int
    number: int

    @property
    def is_digit(self) -> bool:
        """Whether the number begins with a digit."""
        return self.text[self.number : self.number + 2].lstrip(".")[:1].isdigit()

    @property
    def is_duration(self) -> bool:
        """Whether the number counts years, hours or the like."""
        return bool(_duration().match(self.text, self.number))


def _is_no_comparator(text: str, start: int, phrase: str, number: int) -> bool:
    """A phrasal verb or a preposition of place or time: "took over five firms", "over two years"."""
    check = _exceptions().get(phrase)
    return check is not None and check(Place(text, text[max(0, start - 24) : start], start + len(phrase), number))


@cache
def _exceptions() -> Mapping[str, Callable[[Place], bool]]:
    """What shows, by phrase, that it has no bearing on the number behind it."""
    return MappingProxyType(
        {
            "over": _is_no_bound,
            **dict.fromkeys(("about", "around"), lambda place: bool(_turning().search(place.before))),
            **dict.fromkeys(("above", "below"), lambda place: bool(_pointing().search(place.before))),
            **dict.fromkeys(("shy of", "under"), lambda place: bool(_counted().search(place.before))),
            "short of": lambda place: bool(_counted().search(place.before) or _lacking().search(place.before)),
            "past": lambda place: not _price_or_share().match(place.text, place.number),
            "down to": lambda place: bool(_sitting().search(place.before)),
            ">": _is_tag,
            "from": _is_no_price,
            **dict.fromkeys(RANGING, lambda place: bool(_to_end().match(place.text, place.number))),
            "within": lambda place: not (place.is_digit or place.is_duration),
            "inside": lambda place: not place.is_duration,
            "like": lambda place: not _amounting().search(place.before),
            "some": _is_no_estimate,
            **dict.fromkeys(("perhaps", "maybe"), lambda place: not place.is_digit),
            **dict.fromkeys(("c.", "ca.", "approx.", "ca", "circa", "est."), _is_sentence_end),
        }
    )


def _is_no_bound(place: Place) -> bool:
    if _phrasal().search(place.before) or _counted().search(place.before):
        return True
    return place.is_duration and not _lasting().search(place.before)


def _is_tag(place: Place) -> bool:
    """As in "<b>5</b>", '<td class="wide">5'."""
    start = place.phrase_end - 1
    return bool(_opened_tag().search(place.text, max(0, start - 80), start))


def _is_no_price(place: Place) -> bool:
    """As in "from 12 suppliers", "fell from $40", "rooms from $40 to $60"."""
    return not _priced().search(place.before) or bool(_to_more().match(place.text, place.number))


def _is_no_estimate(place: Place) -> bool:
    """As in "some of the 48", "some five"."""
    if not (place.is_digit or _big_word().match(place.text, place.number)):
        return True
    return place.text[place.phrase_end : place.number].lower().split()[:1] == ["of"]


def _is_sentence_end(place: Place) -> bool:
    return bool(_article().search(place.text, place.phrase_end, place.number))


@cache
def _counted() -> re.Pattern[str]:
    """A number that what follows is said of, not of the next one: "12 short of 300"."""
    return re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)) (?:[a-z]+s )?\Z", re.IGNORECASE)


@cache
def _lacking() -> re.Pattern[str]:
    """Short of so many is without them: "the ward was short of nine nurses"."""
    return re.compile(r"\b(?:is|are|was|were|be|been|runs?|ran|running) \Z", re.IGNORECASE)


@cache
def _sitting() -> re.Pattern[str]:
    """As in "sat down to 40 pies", which is no lower end."""
    return re.compile(r"\b(?:sat|sits?|sitting|settle[sd]?|settling|g[eo]t|gets|getting) \Z", re.IGNORECASE)


@cache
def _price_or_share() -> re.Pattern[str]:
    """What prices and shares go past, as nobody goes past shops: "past $90", "past 50%"."""
    return re.compile(r"[$£€¥₹]|[0-9][0-9.,]{0,12}(?:%| ?per ?cent\b)")


@cache
def _opened_tag() -> re.Pattern[str]:
    return re.compile(r"</?[a-z][^<>]*\Z", re.IGNORECASE)


@cache
def _phrasal() -> re.Pattern[str]:
    verbs = (
        "take|takes|took|taken|taking|hand|handed|handing|turn|turned|win|won|run|ran|cross|crossed|"
        "came|come|watch|watching|watches|preside|presided|presides|mull|all|glance|look|looked|jump|"
        "jumped|hang|hung|hover|hovered|flew|fly|arguing|argued|fight|fighting|fought|control|victory|"
        "lead"
    )
    return re.compile(rf"\b(?:{verbs}) \Z", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    """A word with a capital, or any word behind an abbreviation: a sentence has begun."""
    return re.compile(r"\. *[A-Za-z]|[A-Z]")


@cache
def _lasting() -> re.Pattern[str]:
    words = (
        "for|in|of|after|than|lasted|lasts|last|lasting|took|takes|take|taken|taking|spent|spend|spending|"
        "been|be|is|was|were|are|by|with|within|at|to|waited|waiting|had|has|have|served|ago|nearly|"
        "just|well|a little|aged|from|s|re"
    )
    return re.compile(rf"(?:^|\b(?:{words}) |[(,] ?|\A\s*)\Z", re.IGNORECASE)


@cache
def _duration() -> re.Pattern[str]:
    return re.compile(
        r"[\w.,]+(?: \([0-9,]+\))?(?:[ -](?:and|or|to|hundred|thousand|million|an?|half|[0-9]+))*[ -](?:years?|months?|"
        r"weeks?|days?|hours?|minutes?|seconds?|decades?|quarters|seasons|games|centuries|rounds|legs|"
        r"episodes|sessions|meetings)\b",
        re.IGNORECASE,
    )


@cache
def _amounting() -> re.Pattern[str]:
    verbs = (
        "takes?|took|taken|taking|costs?|cost|for|in|was|is|were|it's|it’s|spent|spend|lasted|lasts|"
        "paid|pay|within|after|only|just|got|had|have|has|with|waited|wait|there are|are|maybe|was "
        "only|ran|runs|run|been|be"
    )
    return re.compile(rf"\b(?:{verbs}),? \Z", re.IGNORECASE)


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:turn|turned|turns|revolv\w+|built|cent(?:er|re)(?:ed|d|s)|wrapped|talk|talks|talked|"
        r"talking|worry|worried|think|thinking|complain|complained|"
        r"know|knows|knew|speak|spoke|asked|sat|gathered|story|book|film|song|documentary|concerned|"
        r"question|questions) \Z",
        re.IGNORECASE,
    )


@cache
def _priced() -> re.Pattern[str]:
    """What starts at a price: "fares from $40", "charges from €95 a night", "Doubles from £120"."""
    offers = (
        r"(?:fare|price|ticket|room|rate|charge|cost|package|deal|flight|plan|menu|tour|double|single|suite|bed|seat|"
        r"lesson|course|trip|cruise|meal|main|set|model|home|flat|apartment)s?|priced|available|charging|costing|sells"
    )
    return re.compile(rf"(?:\b(?:{offers})|\A) \Z", re.IGNORECASE)


@cache
def _to_more() -> re.Pattern[str]:
    """What is no price, or has its other end: "from 12 suppliers", "from $40 to $60"."""
    return re.compile(rf"[^\s$£€¥]|{_to_end().pattern}", re.IGNORECASE)


@cache
def _to_end() -> re.Pattern[str]:
    return re.compile(r"\S+(?: (?:million|billion))? ?(?:to|until|up|down|through|[-–])\b", re.IGNORECASE)


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(r"\b(?:see|from|the|as|listed|noted) \Z", re.IGNORECASE)


@cache
def _big_word() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?-i:[A-Z]{1,3})[ \u00a0]?[$£€¥.\d]|US|[$£€¥₹]|one (?:hundred|thousand|million|billion)|"
        r"[a-z]+teen\b|ten\b|eleven\b|twelve\b|[a-z]+ty\b|hundred|thousand|million|"
        r"two |three |four |five |six |seven |eight |nine )",
        re.IGNORECASE,
    )
