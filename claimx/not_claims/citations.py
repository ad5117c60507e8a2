"""Citations, footnote marks, and the numbers of list items, headings and moves: what points into a text."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.not_claims.nouns import COUNTED
from claimx.not_claims.rules import Rule, words

if TYPE_CHECKING:
    from claimx.scan import Number

LINE_START = r"(?:\A|\n)[ \t(*•]{0,6}"
SENTENCE_END = r"[a-z\d)\]][.!?:;][\"”]? "
REPORTER_AFTER = (
    r" (?:U\. ?S\.(?: ?C\.| \d)|U\.S\.C|F\. ?(?:2d|3d|4th|Supp)|S\. ?Ct|L\. ?Ed|Cal\.|C\.F\.R|CFR|USC|"
    r"Fed\.|Stat\.|N\.[EYW]|P\.[23]d|A\.[23]d|So\.|S\.W|Cong\.|Rec\.|Eur\.|J\.|Am\. ?J)"
)
REPORTER_BEFORE = (
    r"(?<![A-Za-z])(?:H\. ?R\.|U\. ?S\.(?: ?C\.(?: ?§§?)?)?|F\. ?(?:2d|3d|4th|Supp\.)|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|"
    r"C\.F\.R\.|CFR|U\.S\.C\.|USC|Stat\.|Cong\.|Rec\.|et al\.?,?|[Ii]bid\.?,?) |§§? ?|¶¶? ?|\bpp?\. ?"
)


def is_bracketed(number: Number, text: str) -> bool:
    """As in "[3]", "(1)", "(2004)", "word[12]", "company(3)", "{111}"."""
    before, after = text[number.start - 1 : number.start] if number.start else "", text[number.end : number.end + 1]
    if before == "[" or (after == "]" and _square_start().search(text, max(0, number.start - 40), number.start)):
        return bool(_square_end().match(text, number.end))
    if (before == "(" and after == ")") or (before == "{" and after == "}"):
        signed = text[max(0, number.start - 2) : number.start - 1] in {
            "$",
            "€",
            "£",
            "¥",
            "₹",
        }  # "€(3.1) million" is a loss
        return number.form == "digits" and not signed and not is_age_in_brackets(number, text)
    return False


def is_age_in_brackets(number: Number, text: str) -> bool:
    """Whether a number in brackets is the age of somebody before a court or in a report of police.

    >>> from claimx.scan import scan
    >>> text = "Ada Marsh (51) was fined."
    >>> is_age_in_brackets(scan(text)[0], text)
    True
    """
    if number.value is None or not 14 <= number.value < 100:
        return False
    start, end = number.start, number.end
    named = _name_bracket().search(text, max(0, start - 32), start) and _person_goes_on().match(text, end)
    return bool(named and _in_court().search(text, max(0, start - 200), end + 200))


@cache
def _name_bracket() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)[A-Z][\w'’-]*[a-z] \(\Z")


@cache
def _person_goes_on() -> re.Pattern[str]:
    return re.compile(
        r"\)(?:,| and (?:[A-Z]|an? )| (?:of|from|was|were|is|has|had|who|died|pleaded|appeared|admitted|denied)\b)"
    )


@cache
def _in_court() -> re.Pattern[str]:
    words = (
        "fined|jailed|sentenced|arrested|charged|convicted|guilty|court|judge|magistrates?|bench|prison|custody|police|"
        "murder(?:ed|ing)?|stabbed|pleaded|killed|died|missing|crash|assault|victims?|inquest"
    )
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _square_start() -> re.Pattern[str]:
    """The numbers before the last one in square brackets."""
    return re.compile(r"\[(?:\d+ ?[,;–-] ?){1,9}\Z")


@cache
def _square_end() -> re.Pattern[str]:
    return re.compile(r"(?:[,;–-] ?\d+){0,9}\]")


def _is_outside_brackets(number: Number, text: str) -> bool:
    return "(" not in text[max(0, number.start - 80) : number.start]


def _ascends(number: Number, text: str) -> bool:
    """Whether the numbers of the brackets that this one stands in rise from each to the next: "(4, 35–38, 44)"."""
    opened = text.rfind("(", max(0, number.start - 40), number.start)
    match = _list_in_brackets().match(text, opened) if opened >= 0 else None
    if match is None or match.end() <= number.end:
        return False
    items = [int(item) for item in re.findall(r"\d+", match[0])]
    return all(a < b for a, b in pairwise(items))


@cache
def _list_in_brackets() -> re.Pattern[str]:
    return re.compile(r"(?<=[a-z\"”.] )\(\d{1,3}(?:[-–]\d{1,3})?(?:, ?\d{1,3}(?:[-–]\d{1,3})?){1,9}\)")


BRACKETS = (
    Rule(
        "bracket",
        "brackets",
        "“[3]”, “(1)”, “company(3)”, “{111} planes”",
        holds=is_bracketed,
        hard=True,
        touched=True,
        begins=words(", ; – - ] ) }"),
        ends=words("[ ( { , ; – -"),
    ),
)
RULES = (
    Rule(
        "citation",
        "list in brackets",
        "“as shown before (4, 35–38, 44)”",
        form="digits",
        holds=_ascends,
        ends=words("( , – -"),
        reach=40,
        number="[0-9,]+",
    ),
    Rule(
        "citation", "law report behind", "“410 U.S. 113”, “42 U.S.C. § 1983”", begins=words("A"), after=REPORTER_AFTER
    ),
    Rule(
        "citation",
        "law report or page before",
        "“42 U.S.C. 1983”, “§ 5”, “pp. 3”, “Ibid., 44”",
        ends=words("r. s. c. d. 2d 3d 4th supp. t. cfr usc al al, bid ibid. id, . ., § ¶"),
        before=REPORTER_BEFORE,
        reach=24,
        words=words("u.s u.s.c r h.r c s ct ed c.f.r cfr usc stat cong rec al ibid p pp supp f") | {""},
    ),
    Rule(
        "citation",
        "number of an issue",
        "“92 (6): 1087”",
        begins=words("("),
        after=r" ?\(\d{1,4}\)[:,.]",
        form="digits",
    ),
    Rule(
        "citation",
        "page of an issue",
        "the page in “92 (6): 1087”",
        form="digits",
        reach=16,
        words=words("p pp") | {""},
        ends=words("): ), p."),
        before=r"\d ?\(\d{1,4}\)[:,] ?(?:pp?\. ?)?",
    ),
    Rule(
        "citation",
        "statute with a letter",
        "“a 401(k)”, “a 501(c)(3)”, “Rule 12(b)(6)”",
        form="digits",
        begins=words("("),
        after=r"\([a-z]{1,3}\)",
    ),
    Rule(
        "citation",
        "catalogue of works",
        "“K. 525”, “D. 960”, “BWV 988”, “Op. 131”",
        form="digits",
        reach=8,
        words=words("k d s bwv kv rv hob woo op"),
        before=r"(?<![\w.])(?:[KDS]\.|[’']s [KDS]\.|BWV|KV|RV|Hob\.|WoO|Op\.?|op\.) ",
        unless=COUNTED,
    ),
    Rule(
        "citation",
        "section of a trade law",
        "“the 232 tariffs”",
        number="201|232|301|337",
        words=words("the"),
        before=r"\b[Tt]he ",
        after=r" (?:tariffs?|duties|probes?|investigations?|actions?)\b",
        reach=8,
    ),
    Rule(
        "enumerator",
        "closing bracket",
        "“1) dry and 2) clean”",
        number="[0-9]{1,2}",
        begins=words(")"),
        after=r"\)(?=\s|\Z)",
        holds=_is_outside_brackets,
    ),
    Rule(
        "enumerator",
        "item of a list",
        "“1. Wash the wool.” where a line begins",
        number="[0-9]{1,2}",
        before=LINE_START,
        begins=words(". )"),
        after=r"[.)](?=\s|$)",
        reach=8,
    ),
    Rule(
        "enumerator",
        "item within a line",
        "“It left. 4. China”",
        number="[0-9]{1,2}",
        begins=frozenset({". A"}),
        ends=words('. ! ? : ; " ”'),
        after=r"\. [A-Z]",
        reach=5,
        before=r"[a-z\d%\])][.!?:;][\"”]? ",
    ),
    Rule(
        "enumerator",
        "chess move",
        "“2. Nf3 Nc6”, “14...Qh4”, “5. exd5”",
        number="[0-9]{1,2}",
        begins=words("."),
        after=r"\.(?:\.\.)? ?(?:[KQRBN][a-h1-8]?x?|[a-h]x)?[a-h][1-8]\b|\.(?:\.\.)? ?O-O",
    ),
    Rule(
        "heading",
        "number of a section",
        "“2.2 The Patient Gardener”, “1 Early life” where a line begins",
        before=LINE_START,
        most=99,
        form="digits",
        reach=8,
        begins=words(". A"),
        after=r"(?<=\.\d)\.? [A-Z]|(?<=\.\d\d)\.? [A-Z]| (?:The|A|An|How|What|Why|When|Where|Introduction|Overview|"
        r"Early|Background|History|See|Ibid|Cf)\b|\.\d",
    ),
    Rule(
        "heading",
        "number of a clause",
        "“… to the Tenant. 5.2 An assignment requires …”",
        reach=5,
        number=r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}",
        begins=words("A"),
        ends=words('. ! ? : ; " ”'),
        before=SENTENCE_END,
        after=r" (?!(?:Million|Billion|Trillion)\b)[A-Z][a-z]+ ",
    ),
    Rule(
        "heading",
        "page in a table of contents",
        "“The Flood ........ 87”",
        ends=words(". …"),
        before=r"\.{4,} ?|(?:\. ){4,}|…{2,} ?",
        number="[0-9]{1,4}",
        after=r"\s*(?:\n|\Z)",
        reach=16,
    ),
    Rule(
        "footnote",
        "mark behind a full stop",
        "“Luck is a skill.1”",
        number="[0-9]{1,3}",
        reach=4,
        words=frozenset({""}),
        ends=words(". ! ? \" ” ’ '"),
        before=r"[a-z\])][.!?][\"”’']?",
    ),
    Rule(
        "footnote",
        "mark at a paragraph's end",
        "“Luck is a skill. 1”",
        number="[0-9]{1,3}",
        reach=5,
        ends=words(". ! ? \" ” ’ '"),
        before=r"[a-z\])][.!?][\"”’']? ",
        after=r"[ \t]*(?:\n|\Z)",
    ),
)
