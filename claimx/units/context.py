"""When an ambiguous surface form is no unit: one small check for each flag of the unit tables.

Each check takes the text and the stretch of the surface form, looks a bounded way to both sides, and says
whether the form may stand for its unit there. A wrong unit is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

WINDOW = 60
QUOTE_WINDOW = 400
COORDINATE = 14


class Place(NamedTuple):
    """A stretch of a text, where a surface form stands.

    >>> Place("5 in", 2, 4).end
    4
    """

    text: str
    start: int
    end: int


Check = Callable[[Place], bool]


def allowed(flags: Iterable[str], text: str, start: int, end: int) -> bool:
    """Whether every check that the flags name lets `text[start:end]` pass.

    >>> allowed(["strict"], "5 in the house", 2, 4), allowed(["strict"], "a 5-in gap", 4, 6)
    (False, True)
    """
    checks = _checks()
    return all(checks[flag](Place(text, start, end)) for flag in flags if flag in checks)


@cache
def _checks() -> Mapping[str, Check]:
    return MappingProxyType(
        {
            "lower": lambda at: at.text[at.start : at.end].islower(),
            "glued": lambda at: is_glued(at.text, at.start),
            "pence": lambda at: _after_digit(at.text, at.start) or (_before(_two_digits(), at, 4) and _is_moneyed(at)),
            "touching": lambda at: _after_digit(at.text, at.start),
            "spaced": lambda at: not _after_digit(at.text, at.start),
            "digits": lambda at: _before(_digits(), at, 3),
            "strict": _is_strict,
            "inch": lambda at: _is_strict(at) or _before(_feet_and_number(), at, 24),
            "nounless": lambda at: is_glued(at.text, at.start) or not _after(_noun(), at),
            "wordy": lambda at: _before(_digits(), at, 3) and not _after(_capital_or_compass(), at),
            "decimal": lambda at: not _after_digit(at.text, at.start) or _before(_decimal(), at, 12),
            "of": lambda at: _after(_of(), at) or _before(_fraction(), at, 6),
            "cups": lambda at: _after(_of(), at) or _before(_fraction(), at, 11) or _before(_recipe(), at, 24),
            "stones": lambda at: _after(_pounds(), at) or (is_glued(at.text, at.start) and not _before(_one(), at, 4)),
            "solution": lambda at: _after(_dissolved(), at) or _before(_solved(), at, WINDOW),
            "powered": lambda at: _after(_minus_one(), at),
            "temperature": _is_warm,
            "inches": _is_inch_mark,
            "feet": _is_foot_mark,
            "second": lambda at: is_glued(at.text, at.start) or not _after(_ordinal_compound(), at),
            "degree": lambda at: not _after(_no_angle(), at),
            "thousands": lambda at: _before(_thousands(), at, 12),
            "video": lambda at: not _before(_video_lines(), at, 5),
            "won": lambda at: not _after(_what_is_won(), at),
            "grand": lambda at: is_glued(at.text, at.start) or not _after(_grand_noun(), at),
            "moneyed": _is_moneyed,
        }
    )


def is_glued(text: str, start: int) -> bool:
    """Whether what begins at `start` touches a number, or is joined to it by a hyphen.

    >>> is_glued("5in", 1), is_glued("six-foot", 4), is_glued("5 in", 2)
    (True, True, False)
    """
    if start < 1:
        return False
    if text[start - 1] in "-‐‑":
        return start > 1 and text[start - 2].isalnum()
    return _after_digit(text, start)


def stands_alone(text: str, end: int) -> bool:
    """Whether a one-letter symbol that ends at `end` stands alone: no apostrophe, initial or hyphened word follows.

    >>> stands_alone("5 A-levels", 3), stands_alone("5 m wide", 3), stands_alone("5 J. K. Rowlings", 3)
    (False, True, False)
    """
    return not _goes_on().match(text, end)


def number_follows(text: str, end: int) -> bool:
    """Whether a number begins at `end` or after one space.

    >>> number_follows("5 €10 notes", 3), number_follows("5 € notes", 3)
    (True, False)
    """
    at = end + 1 if text[end : end + 1] in {" ", "\u00a0"} else end
    return text[at : at + 1].isnumeric()


def amount_follows(text: str, end: int) -> bool:
    """Whether the number after `end` looks like an amount: long, grouped, with cents or a magnitude.

    >>> amount_follows("COP 26 in Glasgow", 3), amount_follows("COP 26,000", 3), amount_follows("COP 2 billion", 3)
    (False, True, True)
    """
    return bool(_big_number().match(text, end))


def _after_digit(text: str, start: int) -> bool:
    return start > 0 and text[start - 1].isnumeric()


def _after(pattern: re.Pattern[str], at: Place) -> bool:
    return bool(pattern.match(at.text, at.end))


def _before(pattern: re.Pattern[str], at: Place, width: int) -> bool:
    return bool(pattern.search(at.text[max(0, at.start - width) : at.start]))


def _is_strict(at: Place) -> bool:
    return is_glued(at.text, at.start) or _after(_closing(), at)


def _is_warm(at: Place) -> bool:
    """Whether a bare "C" or "F" is a temperature: something near speaks of warmth, or "It was 30C" ends there."""
    near = at.text[max(0, at.start - WINDOW) : at.end + WINDOW]
    glued = _after_digit(at.text, at.start)
    if not glued and not (_before(_reading(), at, 8) and _after(_word_end(), at)):
        return False
    if _warmth().search(near) or (glued and _before(_minus(), at, 16)):
        return True
    measured = bool(
        _stood_at().search(at.text[: at.start] if at.start < 40 else at.text[at.start - 40 : at.start])
    ) and _after(_clause_end(), at)
    return measured and not _before(_seat(), at, 40) and not is_electric(at.text, at.start)


def is_electric(text: str, start: int) -> bool:
    """Whether something near speaks of charge, so that "C" is coulombs and "F" farads.

    >>> is_electric("a 2.5 F capacitor", 6), is_electric("it was 31 C", 10)
    (True, False)
    """
    return bool(_electric().search(text, max(0, start - WINDOW), start + WINDOW))


def _is_moneyed(at: Place) -> bool:
    return bool(_money_words().search(at.text[max(0, at.start - WINDOW) : at.end + WINDOW]))


def _is_foot_mark(at: Place) -> bool:
    high = _before(_height(), at, 40) and not _before(_quote(), at, 60)
    return _after_digit(at.text, at.start) and (high or _after(_foot_mark_follower(), at))


def _is_inch_mark(at: Place) -> bool:
    if not _after_digit(at.text, at.start) and not _after(_wide(), at):
        return False
    before = at.text[max(0, at.start - QUOTE_WINDOW) : at.start].rpartition("\n")[2]
    if "°" in before[-COORDINATE:]:
        return False
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


@cache
def _closing() -> re.Pattern[str]:
    words = "by|tall|wide|long|high|deep|thick|across|in (?:diameter|length|width|height)|of (?:rain|snow|pressure)"
    return re.compile(rf"\s*$|\s?[,;:)\]!?/×]|\.(?!\w)|\s*\n\n|\s?x\s?\d|[ -](?:{words})\b")


@cache
def _noun() -> re.Pattern[str]:
    """A word that the form may stand before as an adjective ("stone walls"), a particle left out ("stone in May")."""
    particles = "and|or|in|by|at|since|for|after|before|on|to|from|when|while|than|of|per|over|last|as|but|with|a|an"
    numbers = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    others = "is|was|were|are|heavier|lighter|overweight|absolute|gauge|each|every"
    return re.compile(rf" (?!(?:{particles}|{others}|{numbers}|CO)\b)[^\W\d]")


@cache
def _goes_on() -> re.Pattern[str]:
    adjectives = "wide|long|high|deep|tall|thick|diameter"
    code = r"[-‐‑]\d{2,}(?![\d.,]* ?[A-Za-z%])"
    return re.compile(rf"['’]|\.\s?[A-Z]\.|\.[A-Za-z]|[-‐‑](?!(?:{adjectives})\b)[^\W\d]|&|{code}")


@cache
def _capital_or_compass() -> re.Pattern[str]:
    devices = "LED|LCD|USB|UV|AC|DC|RF|CFL|RMS|TDP|PSU|PoE|GaN"
    return re.compile(rf" (?!(?:{devices})\b)[A-Z]|,? \d+(?:\.\d+)?°? ?[EW]\b")


@cache
def _decimal() -> re.Pattern[str]:
    return re.compile(r"\d[.,]\d+$")


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(r"\d[ \u00a0\u202f-]?$")


@cache
def _feet_and_number() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:ft|feet|foot)|\d['’′])[ ,-]{0,2}(?:and )?\d{1,2}(?:\.\d+)?[ -]?$")


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r" of ")


@cache
def _fraction() -> re.Pattern[str]:
    return re.compile(r"(?:[½⅓⅔¼¾⅛]|\d/\d|\d\.\d|\b(?:half|third|quarter)s?(?: a)?)[ -]?$")


@cache
def _recipe() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:add|mix(?: in)?|pour(?: in)?|stir in|use|boil|combine|measure|simmer) (?:\w+ )?[\d/.]+ \Z", re.IGNORECASE
    )


@cache
def _pounds() -> re.Pattern[str]:
    return re.compile(r" ?\d{1,2}(?:\.\d+)? ?lbs?\b")


@cache
def _one() -> re.Pattern[str]:
    """An ordinal, as in "21st"; eleven has another."""
    return re.compile(r"(?<!1)1-?\Z|\D-\Z")


@cache
def _dissolved() -> re.Pattern[str]:
    salts = "NaCl|HCl|NaOH|KOH|KCl|HNO3|H2SO4|CaCl2|MgCl2|EDTA|Tris|HEPES|sodium|potassium|sucrose|glucose|urea|acetic"
    return re.compile(
        rf" (?:(?:aqueous|buffer|stock) )?(?:solutions?\b|buffers?\b|{salts}|[a-z]+ic acid\b|phosphate\b)"
    )


@cache
def _solved() -> re.Pattern[str]:
    """What is dissolved, and how strongly: "the acid was 2 M and the base 0.5 M"."""
    return re.compile(r"\b(?:acid|base|buffer|solution|solute|concentration)s?\b(?:[^.\n]|\.\d){0,50}\Z", re.IGNORECASE)


@cache
def _minus_one() -> re.Pattern[str]:
    return re.compile(r"(?:[-−^]{1,2}|⁻)[1¹]")


@cache
def _warmth() -> re.Pattern[str]:
    heat = "temperatur|heat|warm|cold|hot|degree|°|celsius|fahrenheit|oven|bake|cool|freez|melt|boil|thermo|fever"
    heat += r"|\breadings?\b|\b(?:days|nights) (?:above|below|over|under)\b"
    heat += r"|mercury|zero|weather|climate|\bhighs?\b|\blows?\b|outside|outdoors|incubat|sauna|furnace|kiln|refrigerat"
    return re.compile(rf"(?i:{heat})|\d[CF] \(-?\d+[CF]\)|\(-?\d+[CF]\)|(?<![\w^])[-−]\d{{1,2}} ?[CF]\b")


@cache
def _minus() -> re.Pattern[str]:
    return re.compile(r"\bminus \d{1,3}(?:\.\d+)?\Z", re.IGNORECASE)


@cache
def _electric() -> re.Pattern[str]:
    return re.compile(r"capacit|\bcharge (?:of|on|is|was|stored)|\bvolt|farad|coulomb", re.IGNORECASE)


@cache
def _reading() -> re.Pattern[str]:
    """Two digits or more, or a sign: "98.6 F", "-5 C", but not "3 C"."""
    return re.compile(r"(?:\d[\d.]*\d|[-−–]\d) ?\Z")


@cache
def _stood_at() -> re.Pattern[str]:
    verbs = "was|is|hits?|reach(?:ed|es)|read|reads|showed|shows|exceed(?:ed|s)|top(?:ped|s)|dipped to|rose to|fell to"
    hedges = "about|around|nearly|almost|over|only|just|above|below|under|up to|a|at"
    reading = r"[-−–]?\d{1,4}(?:\.\d+)? ?\Z"
    return re.compile(rf"(?:\A|\b(?:{verbs})(?: (?:{hedges}))* |\A(?:{hedges}) ){reading}", re.IGNORECASE)


@cache
def _seat() -> re.Pattern[str]:
    names = (
        "seat|row|flat|apartment|room|gate|section|figure|fig|unit|house|number|grade|class|bus|route|table|block|stand"
    )
    return re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)


@cache
def _clause_end() -> re.Pattern[str]:
    return re.compile(
        r"\s*\Z|[.,;:!?)](?!\d)| (?:and|or|in|on|at|by|with|when|while|but|overnight|today|yesterday|inside)\b"
    )


@cache
def _word_end() -> re.Pattern[str]:
    return re.compile(r"(?![\w'’-]| [A-Z]|\.[A-Za-z])")


@cache
def _foot_mark_follower() -> re.Pattern[str]:
    return re.compile(r"\s?\d+(?:\.\d+)?\s?(?:[\"”″]|''|in\b)|\d| (?:tall|wide|long|high|deep|by|x)\b")


@cache
def _height() -> re.Pattern[str]:
    """What is in feet, before a number: "an altitude of 30'"."""
    nouns = "altitudes?|elevations?|heights?|depths?|lengths?|widths?|ceilings?"
    return re.compile(rf"\b(?:{nouns}) of (?:[a-z]+ ){{0,2}}[\d,.]+\Z", re.IGNORECASE)


@cache
def _quote() -> re.Pattern[str]:
    """A single quote that opens, so that the next may close it."""
    return re.compile(r"(?<!\w)'")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(r" (?:long|wide|tall|high|deep|thick|across|in diameter|by \d|x \d)")


@cache
def _ordinal_compound() -> re.Pattern[str]:
    parts = "half|halves|place|places|quarter|round|chance|home|homes|leg|team|year|generation|world|best|largest"
    return re.compile(rf"[-‐‑][a-z]| (?:{parts})\b")


@cache
def _no_angle() -> re.Pattern[str]:
    return re.compile(r" of (?:freedom|separation|difficulty|kinship)\b")


@cache
def _big_number() -> re.Pattern[str]:
    magnitude = "million|billion|trillion|thousand|bn|tn|mn|m|k|crore|lakh"
    long = rf"\d{{4,}}|[\d,]*,\d{{3}}\b|[\d,]*\.\d\d\b|[\d.,]*[ -]?(?:{magnitude})\b"
    return re.compile(rf"\s?\d(?:{long})", re.IGNORECASE)


@cache
def _thousands() -> re.Pattern[str]:
    return re.compile(r"(?:\d{3}|\b(?:thousand|million|billion|trillion|bn|tn|m|k))[ -]?$", re.IGNORECASE)


@cache
def _video_lines() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:240|360|480|576|720|1080|1440|2160|4320)$")


@cache
def _what_is_won() -> re.Pattern[str]:
    return re.compile(r" (?:the|a|an|their|his|her|its|by|gold|silver)\b")


@cache
def _grand_noun() -> re.Pattern[str]:
    """What follows the adjective ("two grand pianos"), a particle left out ("two grand for a piano")."""
    particles = "and|or|in|by|at|for|a|an|on|to|from|per|each|of|as|but|when|while|if|so|this|last|next|every|off|over"
    return re.compile(rf"[ -](?!(?:{particles}|less|more|worth|cash|down|short|richer|poorer)\b)[^\W\d]")


@cache
def _two_digits() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.,])\d{1,2} \Z")


@cache
def _money_words() -> re.Pattern[str]:
    words = r"cents?|coins?|stamps?|pric\w*|cost\w*|pay\w*|paid|charg\w*|fees?|tax|worth|cheap\w*|sold|sell\w*|rates?"
    return re.compile(
        rf"[$€¢£]|\b(?:{words}|dividends?|shares?|fares?|per|each|apiece|till|bag|ticket|change)\b", re.IGNORECASE
    )
