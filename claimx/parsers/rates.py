"""The base of a rate behind a quantity: "each", "a barrel", "per day"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from claimx.units.unit_words import dates

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
RATE_STARTS = frozenset(" \u00a0/-,")
RATE_WORDS = ("per", "each", "every", "for e", "a ", "a-", "an ", "an-", "apiece", "p.a")  # behind such a character
FILLERS = "full|single|whole|additional|extra|calendar|working|business|further|completed|passing"
NO_NOUNS = (  # which may follow "each"
    "is|was|are|were|has|had|have|do|does|did|can|could|will|would|may|might|must|should|came|went|got|said|yesterday|"
    "today|tomorrow|tonight|now|then|again|there|here|only|after|before|over|under|last|next|this|that|so|instead|too"
)
NO_STUFF = (  # words that no name of a stuff holds: what is behind them is another phrase's
    "an?|the|to|in|on|at|for|from|by|with|into|over|under|and|or|but|as|than|that|which|who|what|when|where|is|are|was|"
    "were|be|been|has|have|had|will|would|per|each|every|them|it|this|these|those|its|their|his|her"
)
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "gas": "gas",
}
SHORT = {"bbl": "barrel", "bbls": "barrel", "mo": "month", "yr": "year", "yrs": "year", "hr": "hour", "wk": "week"}


class Rate(NamedTuple):
    """The base of a rate: where its words end, where the base begins, and its lemma."""

    end: int
    base_start: int
    lemma: str


def rate_after(text: str, end: int) -> Rate | None:
    """The base of the rate that is written right behind `end`, if there is one.

    >>> rate_after("$80 a barrel", 3).lemma, rate_after("$6 each", 2).lemma, rate_after("3% a year", 2).lemma
    ('barrel', 'each', 'year')
    """
    match = _rate().match(text, end) if _may_follow(text, end) else None
    if match is None:
        return None
    if match["each"]:
        return Rate(match.end("each"), match.start("each"), "each")
    group = "base" if match["base"] else "named"
    if group == "base" and match["base"].lower() in {"the", "a", "an", "cent"}:
        return None
    if group == "named" and dates(text, match.end()):
        return None
    return Rate(match.end(group), match.start(group), singular(match[group]))


def _may_follow(text: str, end: int) -> bool:
    """Whether a rate may begin at an offset: a quick look, for most quantities."""
    ahead = text[end : end + 12].lower()
    if ahead[:1] not in RATE_STARTS:
        return False
    return "/" in ahead[:2] or ahead.lstrip(" \u00a0-,").startswith(RATE_WORDS)


def singular(noun: str) -> str:
    """The lemma of a plural noun, near enough for the bases of rates.

    >>> [singular(noun) for noun in ("years", "Companies", "people", "glass", "boxes", "litre")]
    ['year', 'company', 'person', 'glass', 'box', 'litre']
    """
    word = noun.lower()
    if word in {"annum", "p.a.", "p.a", "pa"}:
        return "year"
    if word in IRREGULAR or word in SHORT:
        return IRREGULAR.get(word) or SHORT[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def count_rate_after(text: str, end: int) -> Rate | None:
    """The base of a rate behind a counted noun: "120 | calls a day".

    >>> count_rate_after("120 calls a day", 3).lemma
    'day'
    """
    if shared := _shared_out().match(text, end):
        return Rate(shared.end("each"), shared.start("each"), "each")
    noun = _counted_noun().match(text, end)
    rate = rate_after(text, noun.end()) if noun else None
    return None if rate is None or rate.lemma == "each" else rate


def rate_behind_stuff(text: str, end: int) -> Rate | None:
    """The base of a rate behind what an amount is of: "300 litres | of diesel a day".

    >>> rate_behind_stuff("300 litres of diesel a day", 10).lemma, rate_behind_stuff("2 km of road a day earlier", 4)
    ('day', None)
    """
    stuff = _stuff().match(text, end) if text.startswith(" of ", end) else None
    rate = rate_after(text, stuff.end()) if stuff else None
    return None if rate is None or rate.lemma == "each" else rate


@cache
def _rate() -> re.Pattern[str]:
    no_base = rf"(?!(?:for|in|on|to|of|and|but|at|from|with|by|as|or|when|if|{NO_NOUNS})\b)"
    return re.compile(
        rf"(?:[ \u00a0]?/[ ]?|[ -]per[ -]|,? (?:for )?(?:every|each)[ ])"
        rf"{no_base}(?:(?:{FILLERS}) )?(?P<base>(?:square (?=foot|"
            r"met|mile|k|inch|yard)|(?:1,?000 |10,?000 |100,?000 |100 )(?:live )?)?"
        r"[A-Za-z][A-Za-z]{0,20}(?:-hour)?)(?![\w@])"
        r"|(?:[ ]|-)an?[ -](?P<named>" + BASES + r")s?\b"
        r"(?! (?:old|before|after|when|where|in advance|in the life)\b|-|['’]s)"
        r"| (?P<each>each|apiece)(?=[^\w]|$)(?! (?:of|other|and every)\b)"
        r"| (?=p\.a)(?P<annum>)",
        re.IGNORECASE,
    )  # fmt: skip


@cache
def _stuff() -> re.Pattern[str]:
    """What an amount is of, without determiner or capital, before "a day" or "per" and whatever."""
    return re.compile(
        rf" of(?: (?!(?:{NO_STUFF})\b)[a-z][\w-]*){{1,3}}?"
        r"(?= (?:(?:an?|every|each) "
        r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|season|year|head|person)"
        r"(?! (?:from|away|off|until|on(?=\W? ?[,.;]))\b)|per [a-z][\w-]*)\b)"
    )


@cache
def _shared_out() -> re.Pattern[str]:
    """A noun behind which "each" ends the clause and says how the counted are shared out: "200 points each"."""
    return re.compile(r"(?: [a-z-]+){1,2}? (?P<each>each|apiece)(?=\s*(?:[.,;:!?)]|\Z)| (?:for|in|on|to|and|but)\b)")


@cache
def _counted_noun() -> re.Pattern[str]:
    rate = r"(?= (?:an? |per |every |each (?:day|week|month|year|hour|night|season)\b))"
    return re.compile(rf"(?: [a-z][a-z-]+){{0,2}}? (?:people|men|women|children|[a-z]+[^s\W]s){rate}")
