"""Numbers that are times: dates, years, decades, eras, clock times."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.parsers.nouns import counted_after, counts_after

if TYPE_CHECKING:
    from claimx.scan import Number

MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?"
)
DAYS = "Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?"


def is_clock(number: Number, text: str) -> bool:
    """As in "5 pm", "11pm", "8 a.m.", "six o'clock", "1700 hours", "half past five"."""
    if _clock_after().match(text, number.end):
        return True
    return bool(_clock_before().search(text, max(0, number.start - 24), number.start))


def is_decade(number: Number, text: str) -> bool:
    """As in "1990s", "the '90s", "20's", "the 1980's"."""
    return number.form == "digits" and bool(_decade_after().match(text, number.end))


def is_date(number: Number, text: str) -> bool:
    """A day beside a month, an era, a fiscal period: "July 9", "9 July 2024", "500 BC", "AD 79"."""
    before = number.start
    if not (text[before : number.end].isdigit() or number.form == "words"):
        return False
    if (
        _month_before().search(text, max(0, before - 24), before)
        and number.value is not None
        and 0 < number.value < 2200
    ):
        return not counted_after().match(text, number.end) or (
            number.value <= 31 and not _plain_month().search(text, max(0, before - 14), before)
        )
    if _month_after().match(text, number.end) and number.value is not None and number.value <= 31:
        return True
    if _era_after().match(text, number.end):
        return True
    circa = _era_before().search(text, max(0, before - 12), before)
    return bool(circa) and not (circa is not None and circa[0][0] == "c" and counts_after(number, text))


def is_year(number: Number, text: str) -> bool:
    """Four digits from 1000 to 2199 without a comma, unless what follows is counted: "1500 people"."""
    digits = text[number.start : number.end]
    if number.form == "words":
        return _is_year_in_words(number, text)
    if len(digits) == 2 and number.start and text[number.start - 1] in "'’‘":
        return True
    if len(digits) != 4 or not digits.isdigit() or number.letter or not 1000 <= int(digits) <= 2199:
        return False
    if _until().search(text, max(0, number.start - 8), number.start):
        return True
    if int(digits) % 10 and _in_year().search(text, max(0, number.start - 4), number.end + 16):
        return True
    counted = _counter_before().search(text, max(0, number.start - 24), number.start)
    return not (counted or _strong_noun().match(text, number.end)) and _stands_as_year(int(digits), number, text)


def _is_year_in_words(number: Number, text: str) -> bool:
    """As in "nineteen eighty-four"."""
    if _year_words().match(text, number.start):
        return number.value is None or number.value < 1000 or not counted_after().match(text, number.end)
    behind = _century_before().search(text, max(0, number.start - 12), number.start)
    if behind is None or number.value is None:
        return False
    return number.value < 100 and (not behind[0].lower().startswith("twenty") or 10 <= number.value < 30)


def _stands_as_year(year: int, number: Number, text: str) -> bool:
    loosely = _loosely_before().search(text, max(0, number.start - 10), number.start)
    if loosely and year % 100 == 0 and _plural_after().match(text, number.end):
        return False
    if _year_before().search(text, max(0, number.start - 32), number.start):
        return year >= 1500 or not _approximately().search(text, max(0, number.start - 12), number.start)
    if _colon_before().search(text, max(0, number.start - 3), number.start) and not 1900 <= year <= 2100:
        return False
    if _plural_after().match(text, number.end):
        return 1900 <= year <= 2035 and year % 100 != 0
    return 1500 <= year <= 2199


@cache
def _until() -> re.Pattern[str]:
    return re.compile(r"\b(?:until|till|since) \Z", re.IGNORECASE)


@cache
def _in_year() -> re.Pattern[str]:
    """As in "in 1897 women were", where what follows the year is a subject."""
    return re.compile(r"(?<!\w)in [12]\d{3} [a-z]+ (?:were|was|are|had|have|could)\b", re.IGNORECASE)


@cache
def _clock_after() -> re.Pattern[str]:
    return re.compile(
        r" ?(?:[ap]\.m\b|[ap]m\b|AM\b|PM\b|o['’]clock|noon\b|GMT\b|UTC\b|hrs? (?:GMT|UTC|IST)|ET\b|"
        r"EST\b|EDT\b|PT\b|BST\b)|(?<=\d\d\d\d) hours\b(?! of)|-past-|"
        r"-to-(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
        r"(?=\s*(?:[.,;!?]|\Z)| (?:on|in|this)\b)",
        re.IGNORECASE,
    )


@cache
def _clock_before() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:half|quarter|(?:five|ten|twenty|[0-9]+)(?: minutes?)?) (?:past|to(?= (?:one|two|three|"
        r"four|five|six|seven|eight|nine|ten|eleven|twelve)\b)) \Z",
        re.IGNORECASE,
    )


@cache
def _decade_after() -> re.Pattern[str]:
    return re.compile(r"['’]?s(?![^\W_])")


@cache
def _month_before() -> re.Pattern[str]:
    month = rf"(?<![A-Za-z])(?:{MONTHS}|{MONTHS.upper()})\.?"
    return re.compile(
        rf"(?:{month},? (?:the |of (?:the year )?)?|{month} [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? ?| ?[-–&] "
        rf"?| and | to | or )|{month}[-/ ](?:[0-9]{{1,2}}[-/])?|(?:{DAYS}),? (?:the )?)\Z"
    )


@cache
def _plain_month() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{MONTHS})\.? \Z")


@cache
def _month_after() -> re.Pattern[str]:
    month = f"(?:{MONTHS}|{MONTHS.upper()})"
    return re.compile(
        rf"(?:[- ]| of )(?:{month})(?![a-z])|(?: ?[-–&] ?| and | to | or )[0-9]{{1,2}}(?:st|nd|rd|th)? "
        rf"(?:{month})(?![a-z])"
    )


@cache
def _era_after() -> re.Pattern[str]:
    return re.compile(r" ?(?:B\.?C\.?E?\.?|BCE?|A\.?D\.?|C\.E\.|CE|AH|BP)(?![\w])")


@cache
def _era_before() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z])(?:A\.?D\.? ?|AD |AH |FY ?|Q|H|CY ?|c\. ?|ca\. ?|circa |fiscal |fiscal year "
        r"|financial year |Fiscal |FY')\Z"
    )


@cache
def _year_words() -> re.Pattern[str]:
    return re.compile(
        r"(?:nineteen|eighteen|seventeen|twenty)[ -](?:hundred|twenty|thirty|forty|fifty|sixty|seventy|"
        r"eighty|ninety|[a-z]+teen|ten|eleven|twelve|oh)\b(?!-(?!one|two|three|four|five|six|seven|"
        r"eight|nine))",
        re.IGNORECASE,
    )


@cache
def _century_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:nineteen|eighteen|seventeen|sixteen|twenty)[ ]\Z", re.IGNORECASE)


@cache
def _counter_before() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:than|least|nearly|almost|approximately|roughly|some|estimated|total of|exceeding|"
        r"exceeded|up to|as many as|as much as|just over|just under|well over|excess of|maximum of|"
        r"minimum of|average of|a record|another|number(?:ed|ing)?|totall?(?:ed|ing|s)) |[~≈≥≤] ?)\Z",
        re.IGNORECASE,
    )


@cache
def _strong_noun() -> re.Pattern[str]:
    return re.compile(
        r" (?:(?!most|many|some|few|all|more|the|no|only|when|as|and|but|young|old)[a-z-]+ )?(?:[a-z]*people|"
        r"[a-z]*children|[a-z]+men|[a-z]+women|sheep|cattle|police|"
        r"workers|jobs|employees|troops|soldiers|students|passengers|homes|houses|members|residents|"
        r"deaths|cases|patients|children|men|women|voters|votes|seats|points|miles|copies|tons|tonnes|"
        r"times|pages|words|staff|guests|units|vehicles|cars|square|refugees|families|prisoners|arrests|"
        r"firefighters|officers|acres|hectares|species|delegates|attendees|participants|respondents|"
        r"adults|animals|trees|books|shares|stores|sites|schools|villages)\b"
    )


@cache
def _year_before() -> re.Pattern[str]:
    words = (
        "in|since|by|until|till|til|from|of|before|after|during|early|late|mid|circa|ca\\.|c\\.|between|"
        "the|to|through|and|or|year|summer|winter|spring|autumn|fall|january|february|march|april|may|"
        "june|july|august|september|october|november|december|season|for|back|s|than in|around|about|"
        "as of|born|died|b\\.|d\\.|election|this|that|last|next|calendar|ending|ended|on|\\(|©|copyright|"
        "\\(c\\)"
    )
    return re.compile(
        rf"(?:(?<![\w])(?:{words})[ ,-]{{1,2}}|[(/–]|mid-|late-|early-|pre-|post-|['’]s )\Z", re.IGNORECASE
    )


@cache
def _loosely_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:to|and|or|of|for|with|about|around|between|from) \Z", re.IGNORECASE)


@cache
def _approximately() -> re.Pattern[str]:
    return re.compile(r"\b(?:about|around|the|to|and|or|of|for) \Z", re.IGNORECASE)


@cache
def _colon_before() -> re.Pattern[str]:
    return re.compile(r": ?\Z")


@cache
def _plural_after() -> re.Pattern[str]:
    irregular = (
        r"[a-z]*(?:people|children|women)|(?!when|then|often|open|even|been|seen)[a-z]*men|sheep|cattle|fish|folk|staff"
    )
    return re.compile(rf" (?:[a-z-]+ )?(?:{irregular}|(?!was|is|has|as|this|its|us|his|says|was|thus)[a-z]+[^s\W]s)\b")
