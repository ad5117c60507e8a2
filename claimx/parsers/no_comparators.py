"""What shows that a qualifier has no bearing on the number behind it: "took over five firms", "sat down to 40 pies"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

# Where a price or a number begins, which is no bound when it says where it ends.
RANGING = ("priced from", "starting from", "starts from", "start from", "starting at", "starts at", "beginning from")


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


def is_no_comparator(text: str, start: int, phrase: str, number: int) -> bool:
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
            "max": _is_named,
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


def _is_named(place: Place) -> bool:
    """As in "the Orvik Pro Max 7 inch"."""
    return place.text[place.phrase_end - 3] == "M" and bool(_capital_before().search(place.before))


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
def _capital_before() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z]\w* (?:\d+ )?\Z")


@cache
def _duration() -> re.Pattern[str]:
    return re.compile(
        r"[\w.,]+(?: \([0-9,]+\))?(?:[ -](?:and|or|to|hundred|thousand|million|an?|half|[0-9]+))*[ -](?:years?|months?|"
        r"weeks?|days?|hours?|minutes?|seconds?|decades?|quarters|seasons|games|centuries|rounds|legs|"
        r"episodes|sessions|meetings|cycles|laps|innings|iterations)\b",
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
