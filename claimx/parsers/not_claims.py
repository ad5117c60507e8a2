"""Numbers that are no quantities: dates, years, labels, identifiers, citations, scores, names … each rule by name.

A rule looks at the text a bounded way before and behind a number. `HARD` rules hold for any number, `BARE` ones only
for a number without a unit ("page 5", but "page 5 m long" has a measure).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimx.parsers import codes, dates, labels, names
from claimx.scan import Number

Rule = Callable[[Number, str], bool]


def hard_rule(number: Number, text: str) -> str | None:
    """The name of the rule by which this number is no quantity whatever stands beside it, if there is one.

    >>> from claimx.scan import scan
    >>> [hard_rule(scan(text)[0], text) for text in ("at 5 pm", "the 39th time", "19 people")]
    ['clock', 'ordinal', None]
    """
    return _first(_hard(), number, text)


def bare_rule(number: Number, text: str) -> str | None:
    """The name of the rule by which this number, having no unit, is no quantity, if there is one.

    >>> from claimx.scan import scan
    >>> [bare_rule(scan(text)[0], text) for text in ("in 2019 it", "see page 12", "on July 9", "12 people")]
    ['year', 'label', 'date', None]
    """
    return _first(_bare(), number, text)


def _first(rules: tuple[tuple[str, Rule], ...], number: Number, text: str) -> str | None:
    return next((name for name, rule in rules if rule(number, text)), None)


@cache
def _hard() -> tuple[tuple[str, Rule], ...]:
    return (
        ("ordinal", is_ordinal),
        ("address", codes.is_in_address),
        ("bracket", codes.is_bracketed),
        ("clock", dates.is_clock),
        ("decade", dates.is_decade),
        ("phone", codes.is_phone),
        ("coordinate", codes.is_coordinate),
        ("name", names.is_in_name),
    )


@cache
def _bare() -> tuple[tuple[str, Rule], ...]:
    return (
        ("date", dates.is_date),
        ("label", is_label),
        ("year", dates.is_year),
        ("pronoun", names.is_pronoun),
        ("street", codes.is_street),
        ("citation", codes.is_citation),
        ("enumerator", is_enumerator),
        ("heading", is_heading),
        ("identifier", codes.is_identifier),
        ("footnote", codes.is_footnote),
        ("leading zero", codes.has_leading_zero),
        ("compound", names.is_compound),
        ("word", names.is_stray_word),
    )


def is_ordinal(number: Number, text: str) -> bool:
    """As in "39th", "21st", "22nd"; "twenty-first", "two hundredth"."""
    if number.form == "digits":
        suffix = _ordinal_suffix().match(text, number.end)
        return suffix is not None and not _is_stone(suffix[0].strip(), number)
    return number.form == "words" and bool(_ordinal_word().match(text, number.end))


def _is_stone(suffix: str, number: Number) -> bool:
    """Whether "st" is the unit of weight, behind a number whose ordinal has another ending: "16st"."""
    last = int(number.value or 0) % 100
    return suffix == "st" and (last == 11 or last % 10 != 1)


def is_label(number: Number, text: str) -> bool:
    """As in "Section 5", "page 12", "Route 66", "Flight 370", "iPhone 15", "No. 3", "Type 2 diabetes"."""
    return labels.is_label(number, text)


def is_enumerator(number: Number, text: str) -> bool:
    """As in "1." or "2)" where a line begins."""
    if number.form != "digits" or number.end - number.start > 2:
        return False
    if text[number.end : number.end + 2] in {") ", ")"} and "(" not in text[max(0, number.start - 80) : number.start]:
        return True
    if _sentence_end().search(text, max(0, number.start - 4), number.start) and _opens_item().match(text, number.end):
        return True
    if not _line_start().search(text, max(0, number.start - 8), number.start):
        return False
    return bool(_enumerates().match(text, number.end))


def is_heading(number: Number, text: str) -> bool:
    """As in "2.2 The Patient Gardener", "1 Early life" where a line begins."""
    if number.form != "digits" or not _line_start().search(text, max(0, number.start - 8), number.start):
        return False
    return bool(_title().match(text, number.end)) and number.value is not None and number.value < 100


@cache
def _ordinal_suffix() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0]?(?:st|nd|rd|th|ST|ND|RD|TH|º|ª)(?![^\W_])")


@cache
def _ordinal_word() -> re.Pattern[str]:
    ordinals = (
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|"
        "[a-z]+tieth|hundredth|thousandth|millionth|billionth"
    )
    return re.compile(
        rf"(?:-| and |-and-|th\b| (?=hundredth|thousandth|millionth|first|second(?! )|third|fourth|"
        rf"fifth))(?:{ordinals})?\b(?!s)(?<!-)(?<! )|-(?:{ordinals})\b",
        re.IGNORECASE,
    )


@cache
def _line_start() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\n)[ \t(*•]{0,6}\Z")


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[a-z\])][.!?:;][\"”]? \Z")


@cache
def _opens_item() -> re.Pattern[str]:
    """As in "in the Gulf. 4. China": a number that is a sentence of its own."""
    return re.compile(r"\. [A-Z]")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(
        r"(?<=\.\d)\.? [A-Z]|(?<=\.\d\d)\.? [A-Z]| (?:The|A|An|How|What|Why|When|Where|Introduction|Overview|"
        r"Early|Background|History)\b|\.\d"
    )


@cache
def _enumerates() -> re.Pattern[str]:
    return re.compile(r"[.)](?=\s|$)")
