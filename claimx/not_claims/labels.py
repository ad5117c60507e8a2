"""Labels: numbers that name a thing and count nothing ("page 5", "Falcon 9", "platforms 3 and 4"), by the word before.

The words themselves are in `label_words`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.label_words import (
    CAPITAL,
    FUNCTION_WORDS,
    LETTERED,
    PEOPLE,
    SPOKEN,
    STRONG,
    UNLABELLING,
    WEAK,
)
from claimx.not_claims.nouns import COUNTED, counts_after
from claimx.not_claims.rules import Rule, words

if TYPE_CHECKING:
    from claimx.scan import Number

# What may follow "season four": nothing that it could count.
STANDS_ALONE = (
    r"\W*(?:\Z|\n)|[.,;:!?)”\"—]| [–-]| (?:of|in|is|was|and|to|when|where|with|for|at|has|had|will|on|as|but|or|by|"
    r"begins|ends|from|would|because|if)\b"
)
COUNTING = (  # behind a number that is no name's
    r"[ -](?:of|out of|per|more|percent|other|times|or more|or so|to \d)\b|%|[-–]\d|\+(?! (?:card|pass|club|plan))"
)
OF_ONE = r" of (?:the|a|an|his|her|its|their) (?![0-9])"  # “tablet 9 of the hoard”, not “9 of the 12”
CLAUSE_END = r"(?=[;:!?)\"”]|,(?! ?\d)|\.(?!\d)|\Z)"
SENTENCE_START = r"(?:\A|[.!?:;\n\"“‘'(—–•*|-]\s{0,4})"
# A letter that belongs to the label: "Fig. 1d", "seat 22B".
LETTER = r"[A-Za-z](?![\w.])|[A-Za-z]\.(?!\w)"
LETTERED_LIST = "(?:fig(?:ure)?|table|line|section|panel|item|part|question|rule|row|seat|room|plate)"


def is_name(number: Number, text: str, *, head: bool = False) -> bool:
    """A capitalised word and a whole number, as in "Falcon 9", "Windows 10", unless the number counts what follows.

    >>> from claimx.scan import scan
    >>> [is_name(scan(text)[0], text) for text in ("a Falcon 9 flew", "In Paris 23 people died")]
    [True, False]
    """
    near = text[max(0, number.start - 32) : number.start]
    if near[near.rfind(" ", 0, -1) + 1 :].islower() or number.magnitude != 1 or number.value is None:
        return False
    match = _word_before().search(text, max(0, number.start - 32), number.start)
    if match is None or "," in text[number.start : number.end]:
        return False
    if number.value != int(number.value) or number.value >= 10000:
        return False
    word = match[1]
    if (
        word.endswith(("'s", "’s"))
        or word.lower() in FUNCTION_WORDS
        or not (word[0].isupper() or _camel().search(word))
    ):
        return False
    if _mixed_case().search(word) and number.form == "digits":
        return not _counting().match(text, number.end)
    if number.form == "words":
        return text[number.start].isupper() and not counts_after(number, text)
    if head and number.form == "digits" and _of_one().match(text, number.end):
        return True
    return not (counts_after(number, text) or _counting().match(text, number.end))


@cache
def _of_one() -> re.Pattern[str]:
    return re.compile(OF_ONE)


def _is_name_at_head(number: Number, text: str) -> bool:
    if not is_name(number, text, head=True):
        return False
    return _sentence_head().search(text, max(0, number.start - 32), number.start) is not None


@cache
def _sentence_head() -> re.Pattern[str]:
    return re.compile(rf"{SENTENCE_START}\w+ \Z")


def _names_places(number: Number, text: str) -> bool:
    """Whether the plural noun before joined numbers names what they tell apart: "at plants 11 to 14"."""
    match = _plural_before().search(text, max(0, number.start - 40), number.start)
    if match is None:
        return False
    noun = match[2].lower()
    if match[2][0].isupper() and (noun not in PEOPLE or noun == "points"):
        return True
    singulars = {noun[:-1], noun[:-2]} if noun.endswith("es") else {noun[:-1]}
    return bool(singulars & (WEAK | STRONG | {"month", "week", "day"})) or (bool(match[1]) and noun not in PEOPLE)


def _is_behind_bare_noun(number: Number, text: str) -> bool:
    """Whether a singular noun stands between a preposition and the number, with no article: "in run 7"."""
    match = _bare_noun().search(text, max(0, number.start - 32), number.start)
    if match is None:
        return False
    return match[1] not in UNLABELLING and not match[1].endswith(("s", "ing", "ed", "ly", "est"))


@cache
def _bare_noun() -> re.Pattern[str]:
    prepositions = "in|at|on|by|for|from|of|near|under|behind|beside|into|onto|inside|outside|see|via"
    return re.compile(rf"\b(?:{prepositions}) ([a-z]{{2,}}) \Z", re.IGNORECASE)


@cache
def _plural_before() -> re.Pattern[str]:
    places = "at|to|in|on|of|for|under|between|the|through|with|via|into|both|see"
    return re.compile(rf"((?:\b(?:{places}) |\())?\b([a-z]+s) \Z", re.IGNORECASE)


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w&.])([^\W\d_][\w&'’]*)[ \u00a0]\Z")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]")


@cache
def _mixed_case() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]|^[A-Z]{2,}$")


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(COUNTING)


RULES = (
    Rule(
        "label",
        "radio frequency",
        "“tune in on 101.7 FM”",
        number=r"[0-9]{2,4}(?:\.[0-9]{1,2})?",
        begins=words("fm am dab"),
        after=r" ?(?:FM|AM|DAB)\b",
        unless=r" (?:FM|AM|DAB) (?:stations?|channels?|radios?|sets?)\b",
    ),
    Rule(
        "label",
        "step of a scale",
        "“gale force 9”, “on a scale of one to ten”",
        words=words("force of"),
        before=r"\b(?:(?:to|of|at|gale|storm|reached) force|[Oo]n a scale of|on the scale of)(?: [a-z0-9]+ to)? ",
        reach=32,
    ),
    Rule(
        "label",
        "sign",
        "“#5”, “№ 5”, “No. 5”, “Nos. 5”",
        ends=words("# № o. s."),
        before=r"(?:#|№|\b[Nn]os?\.) ?",
        reach=8,
        short=True,
        words=words("no nos") | {""},
        form="digits words",
    ),
    Rule(
        "label",
        "edition",
        "“the 11 Pro”, “a 7 Series”",
        begins=words("A"),
        after=r" (?:Pro|Max|Plus|Mini|Ultra|Series|Coupe|Hybrid|XL|SE|Lite|Air|Turbo|GT)\b",
        form="digits words",
    ),
    Rule(
        "label",
        "group of",
        "“Group of Seven”, “the Gang of Four”",
        number="[A-Z][a-z]+|[0-9]{1,3}",
        words=words("of"),
        before=r"\b(?:Group|Gang|Band|Council|Committee|Society|Sign|Rule|Power) of ",
        unless=COUNTED,
    ),
    Rule(
        "label",
        "lettered",
        "“Fig. 1d”, “Table 2b”, “seat 22B”",
        words=LETTERED,
        after=LETTER,
        form="digits",
        touched=True,
        hard=True,
    ),
    Rule(
        "label",
        "standard",
        "“EN 14683 masks”, “to DIN 51130”, “grid NT 251 734”",
        ends=words("AA"),
        before=r"(?<![A-Za-z])(?:EN|DIN|BS|ISO|IEC|JIS|ANSI|NF|UL|MIL) |\b[Gg]rid(?: reference| ref\.?)? [A-Z]{2} ",
        number="[0-9]{5,6}|[0-9]{3} [0-9]{3}",
        reach=24,
    ),
    Rule(
        "label",
        "numbered road",
        "“US 169 is closed”, “take Hwy 51”",
        words=words("us u.s hwy rte sr"),
        number="[0-9]{1,3}",
        capital=True,
        unless=rf"{COUNTED}| [A-Z]| (?:of|million|billion|per|percent)\b",
    ),
    Rule(
        "label",
        "lettered, in a list",
        "the second in “Figs. 3A and 3B”",
        after=LETTER,
        touched=True,
        ends=words(", and – - to &"),
        form="digits",
        hard=True,
        words=words("and to") | {""},
        before=rf"\b(?i:{LETTERED_LIST})s?\.? [0-9]+[A-Za-z]?(?:(?:,|,? and|[-–]| to|,? &) ?[0-9]*[A-Za-z]?){{0,4}}"
        r"(?:, |,? and |[-–]| to |,? & )",
    ),
    Rule(
        "label",
        "label",
        "“page 12”, “Section 5”, “Route 66”, “Type 2 diabetes”",
        words=STRONG,
        form="digits",
        short=True,
        unless_before=r"\b(?:they|we|who|which|now|currently|already|once) number ",
    ),
    Rule(
        "label",
        "size of clothes or tools",
        "“a size 5 hex key”, “shoes in size 44”, “he wears a size 12”",
        words=words("size"),
        number="[0-9]{1,2}(?:\\.5)?|[a-z]+",
        before=r"\b(?:an?|in|UK|US|EU|European|wears?|wore|takes?|shoe|dress) size ",
        reach=24,
    ),
    Rule(
        "label",
        "capital number word",
        "“Phase Two trials”, “Chapter Nine”, “League Two clubs”",
        short=True,
        words=STRONG | WEAK | CAPITAL,
        capital=True,
        form="words",
        number="[A-Z][a-z-]+",
    ),
    Rule(
        "label",
        "number word",
        "“step three”, “route nine”, where nothing is counted",
        words=STRONG - {"no"} - SPOKEN,
        form="words",
        unless=COUNTED,
        short=True,
    ),
    Rule(
        "label",
        "number word that stands alone",
        "“season four”, “page one”, “in case three,”",
        words=SPOKEN,
        form="words",
        after=STANDS_ALONE,
        short=True,
    ),
    Rule(
        "label",
        "rank",
        "“the world number three”",
        form="words",
        words=words("number"),
        before=r"\b(?:world|enemy|priority|club's|nation's) number ",
        unless=COUNTED,
    ),
    Rule(
        "label",
        "capital label",
        "“Area 51”, “Issue 9”, “Game 7”, “S&P 500”",
        words=WEAK | CAPITAL,
        form="digits",
        capital=True,
        short=True,
    ),
    Rule(
        "label",
        "small label",
        "“lane 4”, “issue 9”, where nothing is counted",
        words=WEAK,
        form="digits",
        unless=COUNTED,
        short=True,
    ),
    Rule(
        "label",
        "joined labels",
        "“platforms 7 and 8”, “at plants 11 to 14”, “clauses 4 to 7”",
        form="digits",
        begins=words(", and & to through or - –"),
        after=r"(?:, \d{1,3})*(?:,? and | & | to | through |,? or |[-–])"
        rf"\d{{1,3}}(?![\d,.]*\d|[%°]|{COUNTED})",
        holds=_names_places,
        short=True,
    ),
    Rule(
        "label",
        "label in apposition",
        "“their room, 237, smelt”, “her badge, 7714, lay”",
        form="digits",
        words=frozenset({""}),
        begins=words("A, ,"),
        before=r"\b(?:room|seat|badge|cell|flat|jersey|shirt|hut|locker|gate|ward|code|number|passport), ",
        after=r"[A-Z]?,",
        hard=True,
    ),
    Rule(
        "label",
        "numbered",
        "“finds numbered 201 onwards”, “a case, numbered 5 in Table 2”",
        before=r"\b[A-Za-z]+,? numbered ",
        words=words("numbered"),
        after=r" (?:onwards?|upwards|through)\b|,? but\b| in (?:[Tt]able|[Ff]ig|[Aa]ppendix)",
        form="digits",
    ),
    Rule(
        "label",
        "name before a number",
        "“Falcon 9”, “Windows 10”, “a Mazda 3”",
        holds=is_name,
        capital=True,
        form="digits words",
        short=True,
        unless_before=SENTENCE_START + r"\w+ ",
    ),
    Rule(
        "label",
        "name at the head of a sentence",
        "“Falcon 9 lifted off.”, “Tablet 9 of the hoard”, but not “Order 5 and 6 kg bags.”, “Melt 4 oz of it.”",
        holds=_is_name_at_head,
        capital=True,
        form="digits words",
        unless=r"(?: and| or| to|,) [0-9]",
    ),
    Rule(
        "label",
        "noun without an article",
        "“in run 7”, “at bench 2 on Monday”, “(see recipe 12)”",
        number="[0-9]{1,4}",
        begins=words('; : ! ? ) " ” , . at on in for near when where while is was has had will of') | {""},
        after=rf"{CLAUSE_END}| (?:at|on|in|for|near|when|where|while|is|was|has|had|will)\b|"
        rf"{OF_ONE}",
        holds=_is_behind_bare_noun,
    ),
)
