"""What stands behind a quantity and belongs to its claim: the base of a rate, the whole of a part, a tolerance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Statistic

BASES = (
    "year|month|week|day|hour|minute|second|quarter|night|share|barrel|head|person|piece|gallon|"
    "litre|liter|ounce|pound|ton|"
    "tonne|kilo|kilogram|kilometre|kilometer|mile|ticket|unit|bottle|pop|seat|copy|yard|foot|metre|"
    "meter|game|season|decade|"
    "century|time|shift|fortnight|household|student|pupil|patient|customer|user|employee|worker|"
    "child|vote|page|word|vehicle|car|"
    "megawatt|kilowatt|bushel|pint|cup|glass|plate|serving|pack|box|bag|case|dozen|semester|term|"
    "session|visit|call|flight|trip|"
    "ride|room|bed|house|home|acre|hectare|family|couple|side|pair|set|match|stock|token|coin|song|"
    "album|download|click|ad|"
    "litre|carat|gram|g|kg|lb|oz|mg|mL|ml|L|km|h|hr|min|sec|sq ft|square foot|square metre|square "
    "meter|annum|capita|game|day|set|hand|throw|shot|guest|member|citizen|resident|inhabitant|visitor"
)
HEDGES = r"(?:(?:about|around|roughly|just|nearly|over|more than|almost|some|only) )?"
VERBS = r"(?:of|is|was|are|were|at|to|reached|hit|stands at|stood at|rose to|fell to|around|about)"
IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "lives": "life"}


_STATISTICS: Mapping[str, Statistic] = MappingProxyType(
    {"ave": "mean", "mea": "mean", "med": "median", "rec": "max", "max": "max", "min": "min", "tot": "total"}
)


@dataclass(frozen=True, slots=True)
class Rate:
    """The base of a rate: where its words end, where the base begins, and its lemma."""

    end: int
    base_start: int
    lemma: str


def rate_after(text: str, end: int) -> Rate | None:
    """The base of the rate that is written right behind `end`, if there is one.

    >>> rate_after("$80 a barrel", 3).lemma, rate_after("$6 each", 2).lemma, rate_after("3% a year", 2).lemma
    ('barrel', 'each', 'year')
    """
    match = _rate().match(text, end)
    if match is None:
        return None
    if match["each"]:
        return Rate(match.end("each"), match.start("each"), "each")
    group = "base" if match["base"] else "named"
    if group == "base" and match["base"].lower() in {"the", "a", "an", "cent"}:
        return None
    return Rate(match.end(group), match.start(group), singular(match[group]))


def singular(noun: str) -> str:
    """The lemma of a plural noun, near enough for the bases of rates.

    >>> [singular(noun) for noun in ("years", "Companies", "people", "glass", "boxes", "litre")]
    ['year', 'company', 'person', 'glass', 'box', 'litre']
    """
    word = noun.lower()
    if word in {"annum", "p.a.", "p.a", "pa"}:
        return "year"
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def statistic_before(text: str, start: int) -> tuple[int, Statistic | None]:
    """The statistic that the words before a quantity name, and where they begin.

    >>> statistic_before("an average of 5", 14)
    (0, 'mean')
    """
    window = max(0, start - 96)
    match = _statistic().search(text, window, start) or _statistic_of_subject().search(text, window, start)
    if match is None:
        return start, None
    return match.start(), _STATISTICS[match["word"].lower()[:3]]


def statistic_after(text: str, end: int) -> Statistic | None:
    """The statistic that the words behind a quantity name: "70 hours on average".

    >>> statistic_after("70 hours on average", 8)
    'mean'
    """
    return "mean" if _on_average().match(text, end) else None


def count_rate_after(text: str, end: int) -> Rate | None:
    """The base of a rate behind a counted noun: "120 | calls a day".

    >>> count_rate_after("120 calls a day", 3).lemma
    'day'
    """
    noun = _counted_noun().match(text, end)
    rate = rate_after(text, noun.end()) if noun else None
    return None if rate is None or rate.lemma == "each" else rate


@cache
def _rate() -> re.Pattern[str]:
    return re.compile(
        r"(?:[ \u00a0]?/[ ]?|[ -]per[ -]|,? (?:for )?(?:every|each)[ ])(?P<base>(?:square (?=foot|"
            r"met|mile|k|inch|yard)|1,?000 |100,?000 |100 )?[A-Za-z][A-Za-z]{0,20})(?![\w@])"
        r"|(?:[ ]|-)an?[ -](?P<named>" + BASES + r")s?\b"
        r"(?! (?:old|ago|earlier|later|before|after|when|where|in advance|in the life|from now|from then)\b|-|['’]s)"
        r"| (?P<each>each|apiece)(?=[^\w]|$)(?! (?:of|other|and)\b)"
        r"| (?=p\.a)(?P<annum>)",
        re.IGNORECASE,
    )  # fmt: skip


@cache
def _counted_noun() -> re.Pattern[str]:
    return re.compile(r"(?: [a-z][a-z-]+){0,2}? (?:people|men|women|children|[a-z]+[^s\W]s)(?= (?:an? |per |every ))")


@cache
def _on_average() -> re.Pattern[str]:
    return re.compile(r"(?: [a-z]+)?,? on average\b", re.IGNORECASE)


@cache
def _statistic() -> re.Pattern[str]:
    word = r"averag(?:e|es|ed|ing)|mean|median|record|maximum|minimum|total(?:s|ed|led|ing|ling)?"
    return re.compile(
        r"\b(?:(?:an?|the|its|their|on|with an|at an) )?(?:all-time |new )?"
        rf"(?P<word>{word})(?: {VERBS})? (?:of )?{HEDGES}\Z",
        re.IGNORECASE,
    )


@cache
def _statistic_of_subject() -> re.Pattern[str]:
    """As in "the median price of a home is"."""
    return re.compile(rf"\b(?P<word>median|average|mean) (?:[^\W\d][\w'’-]* ){{1,9}}?{VERBS} {HEDGES}\Z", re.IGNORECASE)
