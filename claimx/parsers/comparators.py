"""The words around a quantity that qualify it: "more than", "nearly", "or so", "at least" …, each as a comparator."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Comparator

WINDOW = 64

# Phrases before a number, by comparator. The longest that fits wins ("slightly more than" over "more than").
BEFORE: Mapping[Comparator, str] = MappingProxyType(
    {
        "~": (
            "about|around|roughly|approximately|approx|approx.|some|estimated|an estimated|estimated "
            "at|something like|in the region of|in the order of|on the order of|of the order of|in "
            "the neighborhood of|in the neighbourhood of|in the vicinity of|in the range of|circa|ca.|"
            "c.|ca|close to|near|somewhere around|barely|more or less|give or take|an approximate|approximate|"
            "~|≈|∼|~ |≈ |hovering around|guesstimated|roundabout|anywhere around|"
            "like|perhaps|maybe|probably around"
        ),
        "~<": (
            "nearly|almost|just under|just below|just short of|just shy of|shy of|a little under|a "
            "little less than|slightly less than|slightly fewer than|slightly under|slightly below|"
            "a bit less than|a bit under|approaching|nigh on|virtually|not quite|well-nigh|a shade "
            "under|a touch under|a tad under|just less than|just fewer than|very nearly|nearing|a hair "
            "under|a little short of|a little below|little short of|marginally less than|marginally "
            "below|just about|close on|coming up on|getting on for|a fraction under|marginally under"
        ),
        "~>": (
            "just over|just above|just more than|just north of|a little over|a little more than|little "
            "more than|slightly more than|slightly over|slightly above|a bit more than|a bit over|a "
            "shade over|a touch over|a tad over|a little above|marginally more than|marginally above|"
            "just past|just upwards of|a fraction over|marginally over|a hair over|a tad more than|"
            "just higher than"
        ),
        ">": (
            "more than|over|above|greater than|higher than|larger than|bigger than|longer than|older "
            "than|taller than|heavier than|north of|in excess of|exceeding|exceeds|exceeded|exceed|"
            "upwards of|upward of|well over|well above|well in excess of|far more than|much more than|"
            "way more than|way over|surpassing|surpassed|surpasses|surpass|topping|topped|beyond|better "
            "than|worse than|faster than|further than|farther than|hotter than|colder than|warmer than|"
            "deeper than|wider than|stronger than|considerably more than|substantially more than|significantly "
            "more than|easily more than|even more than|rather more than|somewhat more than|well more "
            "than|quite a bit more than|>|> |over and above|comfortably over|comfortably more than"
        ),
        "<": (
            "less than|fewer than|under|below|lower than|smaller than|shorter than|younger than|lighter "
            "than|cheaper than|south of|well under|well below|far less than|far fewer than|much less "
            "than|far below|way under|way below|way less than|sub-|<|< |considerably less than|substantially "
            "less than|significantly less than|well less than|slower than|even less than|rather less "
            "than|sub|inside|narrower than|thinner than"
        ),
        ">=": (
            "at least|no fewer than|no less than|not less than|not fewer than|no lower than|no smaller "
            "than|a minimum of|minimum of|the minimum of|minimum|at a minimum of|at minimum|starting "
            "at|starts at|start at|started at|starting from|starts from|down to|as little as|as low "
            "as|as few as|beginning at|priced from|≥|≥ |>=|>= |at the very least|at a minimum|from "
            "as little as|from as low as|no younger than|not under|no earlier than|not below"
        ),
        "<=": (
            "up to|as many as|as much as|at most|at the most|no more than|not more than|no greater "
            "than|no larger than|no higher than|no longer than|no older than|a maximum of|maximum of|"
            "the maximum of|to a maximum of|at maximum|as high as|as long as|as far as|as tall as|as "
            "large as|as big as|not exceeding|not to exceed|must not exceed|not over|capped at|limited "
            "to|up to a maximum of|a ceiling of|up to and including|≤|≤ |<=|<= |all the way up to|upto|"
            "within|not above|no over|a limit of|as fast as|as deep as|as wide as|as heavy as|as hot "
            "as|anything up to|nothing above|cannot exceed|may not exceed|shall not exceed|never more "
            "than|never exceeding"
        ),
    }
)
# Phrases behind a quantity.
AFTER: Mapping[Comparator, str] = MappingProxyType(
    {
        "~": (
            "or so|or thereabouts|-ish|ish|-odd|odd| give or take|approximately|or around that|more "
            "or less|approx|roughly|or about that"
        ),
        ">=": (
            "or more|or greater|or higher|or above|or over|or older|or better|or longer|or up|or larger|"
            "or later|or bigger|or upwards|or taller|or worse|or heavier|or faster|or deeper|or warmer|"
            "and up|and above|and over|and older|and upwards|and higher|and more|plus|+|-plus|minimum|"
            "at least|at a minimum|or beyond|and beyond|upwards"
        ),
        "<=": (
            "or less|or fewer|or lower|or under|or below|or younger|or smaller|or shorter|and under|"
            "and below|and younger|maximum|at most|max|tops|at the most|or cheaper|or lighter|and less|"
            "and lower"
        ),
    }
)
BOUNDS = frozenset({"<", "<=", ">", ">="})
# Words that may stand between a qualifier and the number, and between two qualifiers, without a bearing on either.
FILLERS = (
    r"(?:a|an|the|its|their|his|her|our|only|just|another|an additional|additional|still|now|even|perhaps|"
    r"maybe|possibly|as|a further|a total of|an average of|a staggering|a whopping|a record|what|one|"
    r"in total|to|at|of|that|those|these)"
)


def comparator_before(text: str, start: int) -> tuple[int, Comparator]:
    """Where the qualifiers before a quantity begin, and what they come to.

    >>> comparator_before("up to about 50", 12)
    (0, '<=')
    >>> comparator_before("only 6", 5)
    (5, '=')
    """
    begin, comparator = start, "="
    for _ in range(3):
        found = _last_before(text, begin)
        if found is None:
            break
        begin, comparator = found[0], _stronger(found[1], comparator)
    return begin, comparator  # type: ignore[return-value]


def comparator_after(text: str, end: int) -> tuple[int, Comparator]:
    """Where the qualifiers behind a quantity end, and what they come to.

    >>> comparator_after("50 or more", 2), comparator_after("50 or more than that", 2)
    ((10, '>='), (2, '='))
    """
    match = _after().match(text, end)
    if match is None:
        return end, "="
    group = 1 if match[1] else 2
    return match.end(group), _after_table()[_normal(match[group])]


def _last_before(text: str, end: int) -> tuple[int, Comparator] | None:
    window = max(0, end - WINDOW)
    match = _before().search(text, window, end)
    if match is None or (match.start(1) == window and window and text[window - 1].isalnum()):
        return None
    phrase = _normal(match[1])
    if _is_no_comparator(text, match.start(1), phrase, end):
        return None
    return match.start(1), _before_table()[phrase]


def _is_no_comparator(text: str, start: int, phrase: str, end: int) -> bool:
    """A phrasal verb or a preposition of place or time: "took over five firms", "over two years"."""
    before = text[max(0, start - 24) : start]
    digit = text[end : end + 1].isdigit()
    match phrase:
        case "over":
            in_time = _duration().match(text, end) and not _lasting().search(before)
            wrong = bool(_phrasal().search(before) or in_time)
        case "about" | "around":
            wrong = bool(_turning().search(before))
        case "above" | "below":
            wrong = bool(_pointing().search(before))
        case "within":
            wrong = not (digit or _duration().match(text, end))
        case "inside":
            wrong = not _duration().match(text, end)
        case "like":
            wrong = not _amounting().search(before)
        case "some":
            wrong = not (digit or _big_word().match(text, end)) or text[start:end].lower().endswith("of ")
        case "sub":
            wrong = not text[start:end].endswith(("-", " "))
        case "c." | "ca." | "approx." | "ca" | "circa":
            wrong = bool(_article().search(text, start + len(phrase), end))
        case _:
            wrong = phrase in {"perhaps", "maybe"} and not digit
    return wrong


def _stronger(outer: Comparator, inner: str) -> str:
    """What two qualifiers come to: a bound says more than an approximation, a near miss more than "about"."""
    if inner in BOUNDS or inner == "=":
        return outer if inner == "=" else inner
    return outer if outer in BOUNDS or inner == "~" else inner


def _normal(phrase: str) -> str:
    return " ".join(phrase.lower().split()) if len(phrase) > 2 else phrase.strip().lower() or phrase


@cache
def _before_table() -> Mapping[str, Comparator]:
    return MappingProxyType(
        {_normal(phrase): sign for sign, phrases in BEFORE.items() for phrase in phrases.split("|")}
    )


@cache
def _after_table() -> Mapping[str, Comparator]:
    return MappingProxyType({_normal(phrase): sign for sign, phrases in AFTER.items() for phrase in phrases.split("|")})


@cache
def _before() -> re.Pattern[str]:
    phrases = sorted(_before_table(), key=len, reverse=True)
    words = "|".join(_spaced(phrase) for phrase in phrases if phrase[0].isalpha())
    signs = "|".join(re.escape(phrase) for phrase in phrases if not phrase[0].isalpha())
    return re.compile(
        rf"((?<![\w'’.-])(?:{words})(?=[\s-])|(?<![<>=≤≥~])(?:{signs}))(?:[\s-]+{FILLERS}(?=\s)){{0,2}}[\s-]*\Z",
        re.IGNORECASE,
    )


@cache
def _after() -> re.Pattern[str]:
    phrases = sorted(_after_table(), key=len, reverse=True)
    words = "|".join(_spaced(phrase) for phrase in phrases if phrase[0].isalpha())
    glued = r"\+|-ish|-odd|ish|-plus"
    return re.compile(
        rf"(?:[ \n](?:[a-z]+ )??(?=(?:or|and|plus|max|min|odd|tops|at|give|approx|rough|upward|more)))?((?:(?<=[ \n])"
        rf"(?:{words})|{glued})(?![\w]))(?! (?:than|once|likely|often))(?<!at most)(?<! tops)(?<!at least)"
        rf"(?<!minimum)(?<!maxim"
        rf"um)(?<!max)(?<! plus)(?<!roughly)(?<!approximately)"
        rf"|[ ](tops|at most|at least|at the most|minimum|maximum|max|plus|roughly|approximately)(?=\s*(?:[.,;:)]|\Z))",
        re.IGNORECASE,
    )


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+")


@cache
def _phrasal() -> re.Pattern[str]:
    """What "over" goes with, not with the number behind it: a verb, or a number ("7 over 3")."""
    verbs = (
        "take|takes|took|taken|taking|hand|handed|handing|turn|turned|win|won|run|ran|cross|crossed|"
        "came|come|watch|watching|watches|preside|presided|presides|mull|all|glance|look|looked|jump|"
        "jumped|hang|hung|hover|hovered|flew|fly|arguing|argued|fight|fighting|fought|control|victory|"
        "lead|one|two|three|four|five|six|seven|eight|nine|ten"
    )
    return re.compile(rf"(?:\b(?:{verbs})|\d) \Z", re.IGNORECASE)


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
        r"[\w.,]+(?:[ -](?:and|or|to|hundred|thousand|million|an?|half|[0-9]+))*[ -](?:years?|months?|"
        r"weeks?|days?|hours?|minutes?|seconds?|decades?|quarters|seasons|games|centuries|rounds|legs|"
        r"episodes|sessions|meetings)\b",
        re.IGNORECASE,
    )


@cache
def _amounting() -> re.Pattern[str]:
    verbs = (
        "takes?|took|taken|taking|costs?|cost|for|in|was|is|were|it's|it’s|spent|spend|lasted|lasts|"
        "paid|pay|within|after|only|just|got|had|have|has|with|waited|wait|there are|are|maybe|was "
        "only"
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
def _pointing() -> re.Pattern[str]:
    return re.compile(r"\b(?:see|from|the|as|listed|noted) \Z", re.IGNORECASE)


@cache
def _big_word() -> re.Pattern[str]:
    return re.compile(
        r"(?:US|A|C|[$£€¥]|[a-z]+teen\b|ten\b|eleven\b|twelve\b|[a-z]+ty\b|hundred|thousand|million|"
        r"two |three |four |five |six |seven |eight |nine )",
        re.IGNORECASE,
    )
