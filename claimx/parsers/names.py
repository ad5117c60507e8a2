"""Numbers inside names, fixed phrases and compounds, and the pronoun "one"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.parsers import labels
from claimx.parsers.nouns import counted_after

if TYPE_CHECKING:
    from claimx.scan import Number

COMPOUNDS = frozenset(
    "party for way off time under par hand handed hands fold dimensional pronged faced edged track tracked thirds "
    "liner minded size sizes fits night nighter trick on to up down step over some "
    "somes something timer whammy digit digits play click touch horse pointer by percenter tone "
    "tiered ply hander pointers in ways twos ball".split()
)


def is_in_name(number: Number, text: str) -> bool:
    """Fixed names and phrases that hold a number: "9/11", "24/7", "catch-22", "third party", "one another"."""
    around = text[max(0, number.start - 20) : number.end + 24]
    at = number.start - max(0, number.start - 20)
    return any(match.start() <= at < match.end() for match in _fixed().finditer(around))


def is_pronoun(number: Number, text: str) -> bool:
    """As in "one of", "no one", "one another", "the one that", "one must": only "one" before a noun is a count."""
    if text[number.start : number.end].lower() != "one":
        return False
    if _one_before().search(text, max(0, number.start - 28), number.start):
        return True
    if _out_of().match(text, number.end):
        return False
    return not _one_after().match(text, number.end)


def is_compound(number: Number, text: str) -> bool:
    """As in "two-party system", "one-sided", "4-hands", "double-digit", "two-way", "three-dimensional"."""
    match = _hyphened().match(text, number.end)
    if match is None:
        return False
    return match[1].lower() in COMPOUNDS or (match[1].lower() == "sided" and (number.value or 0) < 3)


def is_stray_word(number: Number, text: str) -> bool:
    """A capitalised number word inside a name: "Big Ten", "Air Force One", "Seven Sisters"; zero as a verb."""
    if number.form not in {"words", "vague"}:
        return False
    word = text[number.start : number.end]
    if word.lower() in {"hundred", "thousand", "million", "dozen", "gross", "lac"}:
        return word.lower() in {"gross", "lac"} or not counted_after().match(text, number.end)
    if word.lower() == "zero":
        return bool(_zero_name().match(text, number.end))
    return word[:1].isupper() and labels.is_name_part(number, text)


@cache
def _fixed() -> re.Pattern[str]:
    phrases = (
        r"9/11|7/7|24/7|24/7/365|50/50|50-50|20/20|catch[- ]22|third[- ]part(?:y|ies)|one another|no[- ]one|every ?one|"
        r"four-letter|any ?one|half[- ](?:time|brother|sister|life|way|hearted|term|"
        r"dead|full|empty|baked)|double[- ](?:digits?|check(?:ed|ing)?|standards?|click(?:ed)?|"
        r"edged|decker|agent|bass|down|up|header|take|room|bed)|"
        r"(?:single|triple|double|two|three|four|five|six)[- ]digits?|near[- ]zero|close to zero|"
        r"first half|second half|other "
        r"half|better half|at one (?:point|time)|one at a time|one by one|one on one|one-on-one|"
        r"one-to-one|one to one|"
        r"two by two|on all fours|back to square one|square one|day one|one day\b(?=[, ](?:be|become|"
        r"he|she|it|they|we|I|you|soon|in|when|when|as|after|last|,))|one thing|for one thing|"
        r"one and only|one and the same|one or other|one or the other|one "
        r"way or another|rule of thumb|cloud nine|six feet under|third[- ]world|fifth amendment|"
        r"third reich|"
        r"twice an?(?! (?:minute|hour|day|night|week|month|year|season|decade|game)\b)|"
        r"twenty-twenty|two-thirds world|four-by-four|two cents|one-way|at sixes and sevens|"
        r"nine to five|9-to-5|nine-to-five|zero-sum|ground zero|net[- ]zero|sub-zero|patient zero|"
        r"zero[- ]tolerance|zero[- ]day"
    )
    return re.compile(rf"(?<![\w$£€])(?:{phrases})(?!\w)", re.IGNORECASE)


@cache
def _one_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:no|this|that|same|which|every|any|another|the|each|some|a|an|only the|that's|"
        r"as|my|its|first|last|other|number|day|square|phase|and|or|latter|former|not|"
        r"new|good|bad|big|little|right|"
        r"wrong|old|young|(?:an?|the|my|his|her|our|their|your|its) (?!\w+ing\b)[a-z]+) ?-?\Z",
        re.IGNORECASE,
    )


@cache
def _one_after() -> re.Pattern[str]:
    stop = (
        "of|another|who|whom|that|which|can|can't|cannot|could|must|should|shall|may|might|will|"
        "would|is|isn't|was|wasn't|were|has|had|hasn't|does|did|do|be|been|"
        "and|or|but|nor|if|when|where|while|as|at|by|for|from|in|into|on|onto|out|to|up|with|without|"
        "after|before|about|than|then|so|not|never|also|always|often|"
        "the|a|an|this|these|those|it|he|she|they|we|you|i|his|her|their|thing|i've|gets|needs|"
        "wants|knows|sees|says|said|told|just|too|because|since|until|looks|goes|comes|"
        "last (?:thing|question|point|time)|final (?:thing|question|point)|makes|takes|finds|feels|thinks|hopes|seems|"
        "wonders|might've|ought|there|here|now|yet|more "
        "time|day|way or|s|et|ever|whose|simply|really|actually|am|are|being|through|over|under|"
        "like|during|against|among"
    )
    return re.compile(rf" (?!(?:{stop})\b)[^\W\d_]|-(?!on-|to-|by-)[a-z]", re.IGNORECASE)


@cache
def _out_of() -> re.Pattern[str]:
    return re.compile(r" out of (?:every )?[\w]")


@cache
def _hyphened() -> re.Pattern[str]:
    return re.compile(r"-([A-Za-z]+)")


@cache
def _zero_name() -> re.Pattern[str]:
    return re.compile(r" in\b| out\b|ed\b|-sum")
