"""Proportions: percent, percentage points, basis points, permille, and fractions of something."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers import numerals
from claimx.parsers.base import Context, quantity_of, span
from claimx.scan import Number, scan
from claimx.units import UnitMatch

if TYPE_CHECKING:
    from claimx.claims import Quantity

ONE = Decimal(1)
UNIT_GAPS = frozenset(" \u00a0\u2009\u202f\n-")
SIGNS = frozenset("%‰％")
# What the word behind a number is, or its letters up to a sign or point, where the number may be a share;
# "percent" and its like begin with "per".
WORDS = frozenset("pct pc p pp ppt ppts pps basis bp bps wt vol mol at mass w v m point points in of out every".split())
UNIT_STARTS = frozenset("%‰％pbwvma")  # what a unit of a share begins with
BEGIN = UNIT_STARTS | {"i", "o"}  # what it or the "in" and "out of" of a proportion begins with
MOST_OF_A_RATE = Decimal("0.75")  # in one step of a central bank that is said in points


class PercentParser:
    """Reads percentages and fractions.

    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> text = "It rose by 2.5 percentage points"
    >>> str(PercentParser().parse(scan(text)[0], Context(text, Units.default())))
    '2.5 percentage_point'
    """

    kind = "percent"

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The proportion that this number is, if a sign, a word or the shape of the phrase says so."""
        if number.form == "multiple" or number.letter not in {"", "b"}:
            return None
        if (match := _unit_at(context.text, _of_a(number, context))) and not _is_pages(number, match, context):
            return quantity_of(number, context, self.kind, unit=_unit_match(match))
        if points := _poll_points(number, context):
            return quantity_of(number, context, self.kind, unit=points)
        if number.form == "fraction":
            return self._fraction(number, context)
        return self._one_in(number, context)

    def _fraction(self, number: Number, context: Context) -> Quantity | None:
        """As in "two thirds of", "half the", "by a third": a fraction that is said of something."""
        if not is_fraction_of_something(number, context):
            return None
        quantity = quantity_of(number, context, self.kind)
        return quantity.model_copy(update={"unit": "fraction", "ratio": number.ratio})

    def _one_in(self, number: Number, context: Context) -> Quantity | None:
        """As in "one in five", "3 in 10", "one in every hundred"."""
        if context.ahead(number.end) not in {"i", "o"} and number.value != 1:
            return None
        match = _in().match(context.text, number.end) or (
            _thing_in().match(context.text, number.end) if is_one(number) else None
        )
        if match is None or number.value is None or number.form not in {"digits", "words"} or number.letter:
            return None
        base = _base(context.text, match.end())
        if base is None or not _is_one_in(number, base, context.text):
            return None
        ratio = Fraction(number.value) / Fraction(base.value or 1)
        value, exact = numerals.quotient(ratio)
        whole = number._replace(end=base.end, value=value, exact=exact)
        quantity = quantity_of(whole, context, self.kind)
        return quantity.model_copy(
            update={"unit": "fraction", "ratio": ratio, "number": span(context.text, number.start, base.end)}
        )


def is_one(number: Number) -> bool:
    """Whether a number in words is one, which may be a share of many: "one ballot in forty"."""
    return number.form == "words" and number.value == 1


def _is_pages(number: Number, match: re.Match[str], context: Context) -> bool:
    """Whether "pp" stands for pages, as in "the catalogue, 304pp": no share moves by a hundred points."""
    glued = context.text[number.end : match.end()].lower()
    return glued == "pp" and number.value is not None and number.value >= 100


def _of_a(number: Number, context: Context) -> int:
    """Where the unit of a fraction would begin: "a quarter of a | percentage point", "half a | percent"."""
    match = _article().match(context.text, number.end) if number.form == "fraction" else None
    return match.end() if match else number.end


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?: of)? (?:an?|one)(?= (?:percentage|percent|per cent|basis)\b)", re.IGNORECASE)


def is_fraction_of_something(number: Number, context: Context) -> bool:
    """Whether a fraction is a proportion here, not an ordinal, a period or half of a name."""
    text, end = context.text, number.end
    if _of().match(text, end):
        return not _period_of().match(text, end) or not number.hedged
    if not number.hedged and text[number.start : end].lower() != "half":
        return number.ratio is not None and abs(number.ratio) <= 1
    if _to_fraction().match(text, end) or _is_subject(number, context):
        return True
    return _is_half(number, context) if text[number.start : end].lower() == "half" else _is_part(number, context)


def _is_subject(number: Number, context: Context) -> bool:
    """Whether a clause begins with the fraction and goes on with its verb: "; a fifth did not reply"."""
    text, before = context.text, context.before(number.start, 90)
    if not _opens().search(text, max(0, number.start - 12), number.start) or not _verb_after().match(text, number.end):
        return False
    parted = _of_whom().search(before) or _share_word().search(before)
    return text[number.start : number.end].lower() == "half" or bool(parted)


def _is_half(number: Number, context: Context) -> bool:
    """As in "more than half people", "by half", "half the voters"."""
    text, end, before = context.text, number.end, context.before(number.start, 24)
    if _more_than().search(before) and _plural_noun().match(text, end):
        return True
    if _half_after().match(text, end):
        return True
    return not _noun_after().match(text, end) and bool(_half_before().search(before) or _is_level(number, context))


def _is_part(number: Number, context: Context) -> bool:
    """As in "a third as big", "a quarter smaller than", "by a fifth"."""
    if _as_big().match(context.text, number.end):
        return True
    if _noun_after().match(context.text, number.end):
        return False
    return bool(_by_before().search(context.before(number.start, 24))) or _is_level(number, context)


def _is_level(number: Number, context: Context) -> bool:
    """As in "a rise of a sixth", "sales fell a third", "puts the share at half"."""
    halved = context.after(number.end, 3) in {" a ", " an"}  # "climbed half a mile"
    return not halved and bool(_changed_by().search(context.before(number.start, 60)))


def _unit_match(match: re.Match[str]) -> UnitMatch:
    start = match.start(match.lastgroup or 0)
    unit = {"percent": "percent", "pp": "percentage_point", "bp": "basis_point", "permille": "permille"}
    return UnitMatch(start, match.end(), unit[match.lastgroup or "percent"], ONE, inferred=False)


def _poll_points(number: Number, context: Context) -> UnitMatch | None:
    """The points of a poll or a rate, which are percentage points: "leads by 6 points in the survey"."""
    match = _points().match(context.text, number.end) if context.ahead(number.end) == "p" else None
    if match is None:
        return None
    if _to_percent().match(context.text, match.end()):
        return UnitMatch(match.start("points"), match.end(), "percentage_point", ONE, inferred=True)
    before = context.before(number.start, 90)
    near = before + " " + context.after(number.end, 90)
    compared = _percentage().search(before) and _compared().match(context.text, match.end())
    if number.value is not None and abs(number.value) <= MOST_OF_A_RATE and _rate_change().search(near):
        return UnitMatch(match.start("points"), match.end(), "percentage_point", ONE, inferred=True)
    if not (compared or _polled().search(near)) or _scored().search(near):
        return None
    return UnitMatch(match.start("points"), match.end(), "percentage_point", ONE, inferred=True)


def _base(text: str, start: int) -> Number | None:
    """The number that a proportion is out of, if one stands right at `start`."""
    for number in scan(text[start : start + 40])[:1]:
        if number.start == 0 and number.form in {"digits", "words"} and not number.letter:
            return number._replace(start=start, end=start + number.end)
    return None


def _is_one_in(number: Number, base: Number, text: str) -> bool:
    top, bottom = number.value, base.value
    if top is None or bottom is None or not 0 < top < bottom or not _is_round(bottom):
        return False
    return top == top.to_integral_value() and not _not_a_share().match(text, base.end)


def _is_round(base: Decimal) -> bool:
    return base <= 12 or (base < 10**7 and base % 5 == 0 and not 1500 <= base <= 2100)


@cache
def _points() -> re.Pattern[str]:
    return re.compile(r"[ -](?P<points>points?)\b(?! (?:of|guard|scored|clear))")


@cache
def _polled() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:polls?|polling|pollsters?|surveys?|approv(?:al|e[sd]?)|margin of error|electorate|vot(?:es?|ers?|ing)|"
        r"turnout|ballots?|support(?:ers)?|favou?rab\w+)\b",
        re.IGNORECASE,
    )


@cache
def _to_percent() -> re.Pattern[str]:
    """A level in percent behind points of change: "up 3 points to 41 percent"."""
    return re.compile(
        r",? (?:higher |lower )?(?:to|at|from) (?:about |just |around )?[0-9][0-9.]{0,5}(?:%| ?per ?cent)"
    )


@cache
def _rate_change() -> re.Pattern[str]:
    return re.compile(r"\b(?:rates?|central bank|Fed|ECB|Bank of England|cuts?|hikes?|mortgages?|yields?|inflation)\b")


@cache
def _percentage() -> re.Pattern[str]:
    return re.compile(r"%|\bper ?cent")


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(r" (?:worse|better|higher|lower|more|less|fewer|above|below|ahead|behind|up|down)\b")


@cache
def _scored() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:season|leagues?|coach|team|championship|(?:first|third|fourth) quarter|scor\w+|rebounds?|assists?|"
        r"game|match|ind(?:ex|ices)|shares|stocks|Dow|Nasdaq|FTSE)\b",
        re.IGNORECASE,
    )


def _unit_at(text: str, start: int) -> re.Match[str] | None:
    """The unit of a share at an offset; its first character says no of most."""
    first = start + (text[start : start + 1] in UNIT_GAPS)
    return _units().match(text, first) if text[first : first + 1].lower() in UNIT_STARTS else None


@cache
def _units() -> re.Pattern[str]:
    short = r"pct\b(?:\.(?= [^\W\d_]))?|p\.c\.|(?-i:pc)\b(?! (?:away|from|set))"
    parts = r"(?:(?:wt|vol|mol|at|mass)(?:\. ?| |)|[wvm]/[wvm] ?)%(?!\w)"  # of weight, volume, moles, atoms
    percent = rf"%(?![0-9]*[0-9A-Fa-f]{{2}}%)|％|per[ -]?cents?\b|percents?\b|{parts}|{short}"
    return re.compile(
        r"(?P<pp>(?:percentage|percent|per cent|%)[ -]?(?:points?|pts?)\b|ppts?\b|p\.p\.|pps?\b(?!\w))"
        r"|(?P<bp>basis[ -]points?\b|bps\b|bp\b)"
        r"|(?P<permille>‰|permille\b|per ?mille?\b)"
        rf"|(?P<percent>{percent})",
        re.IGNORECASE,
    )


@cache
def _in() -> re.Pattern[str]:
    return re.compile(r" in (?:every |each )?|-in-(?:every-)?|(?: out)? of every ", re.IGNORECASE)


@cache
def _thing_in() -> re.Pattern[str]:
    """As in "one ballot | in 40", "one person in every 4,000"."""
    return re.compile(
        r" (?!day|year|week|month|hour|minute|second|time|thing|game|match)[a-z-]+ (?:in|out of) (?:every )?"
        r"(?=\d|[a-z]+\b)",
        re.IGNORECASE,
    )


@cache
def _of() -> re.Pattern[str]:
    return re.compile(r" of (?!\d)(?=\w)|-of-", re.IGNORECASE)


@cache
def _period_of() -> re.Pattern[str]:
    """As in "a quarter of 2023", "the second half of the year" is a period, "a quarter of the year" may be a share."""
    return re.compile(r" of (?:the )?(?:[12][0-9]{3}\b|fiscal|FY)", re.IGNORECASE)


@cache
def _half_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|in|than|nearly|almost|about|over|around|only|just|least) \Z", re.IGNORECASE)


@cache
def _more_than() -> re.Pattern[str]:
    return re.compile(r"\b(?:than|nearly|almost|least|about|only|just|roughly) \Z", re.IGNORECASE)


@cache
def _plural_noun() -> re.Pattern[str]:
    return re.compile(r" (?:people|men|women|children|[a-z]+[^s\W]s)\b")


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.;:!?—–] ?|, |\b(?:and|but|while|that|than|nearly|almost|about|only|just|whom|which|barely) )\Z",
        re.IGNORECASE,
    )


@cache
def _of_whom() -> re.Pattern[str]:
    """As in "of whom a third", "of which barely a fifth"."""
    return re.compile(r"\bof (?:whom|which) (?:[a-z]+ ){0,2}\Z", re.IGNORECASE)


@cache
def _verb_after() -> re.Pattern[str]:
    verbs = (
        "were|are|was|is|have|had|has|said|say|will|would|did|do|could|can|also|never|still|came|went|think|believe|"
        "agreed|refused|voted|replied|left|wanted|want|lived|live|died|failed|passed|supported|support|opposed|oppose|"
        "owned|own|used|use|got|made|took"
    )
    return re.compile(rf" (?:{verbs})\b", re.IGNORECASE)


@cache
def _half_after() -> re.Pattern[str]:
    return re.compile(
        r" (?:the|its|their|his|her|our|my|your|those|these|that|this|all|what|as (?:much|many|big|"
        r"large))\b(?! time\b)",
        re.IGNORECASE,
    )


@cache
def _as_big() -> re.Pattern[str]:
    """As in "a third as big", "a quarter of the price", "a fifth smaller than", "a third more"."""
    compared = (
        "higher|lower|bigger|larger|smaller|cheaper|longer|shorter|faster|slower|heavier|lighter|taller|wider|deeper|"
        "stronger|weaker|older|younger|greater"
    )
    return re.compile(
        r" (?:as (?:much|many|[a-z]+) as\b|as (?:much|many|big|large|high|long)\b|the (?:size|price|cost)\b|"
        rf"(?:more|less|fewer)\b|(?:{compared})(?= than\b|[.,;]|\Z))"
    )


@cache
def _to_fraction() -> re.Pattern[str]:
    """The other fraction of a range: "a quarter | to a third of", "half | to two-thirds"."""
    parts = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    count = r"(?:(?:an?|one|two|three|four|five)[ -])?"
    return re.compile(rf" (?:to|and|or) (?:about |nearly |almost )?{count}(?:{parts})(?: of\b|\s*[.,;]|\Z)")


@cache
def _share_word() -> re.Pattern[str]:
    return re.compile(r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?|majority)\b", re.IGNORECASE)


@cache
def _by_before() -> re.Pattern[str]:
    return re.compile(r"\b(?:by|than|nearly|almost|about|around|roughly|approximately) \Z", re.IGNORECASE)


@cache
def _changed_by() -> re.Pattern[str]:
    """A noun of change and "of", a verb of change, or a share that is put at so much."""
    nouns = "rise|fall|drop|cut|decline|increase|decrease|reduction|gain|loss|jump|surge|slump|growth|discount|swing"
    verbs = "rose|fell|dropped|grew|shrank|slumped|jumped|climbed|slid|surged|plunged|tumbled|declined|soared"
    puts = "puts?|putting|estimates?|estimated|stands?|stood|reckons?|reckoned|remains|remained"
    hedges = "almost|nearly|about|around|roughly|over|just over|just under|more than|less than|at least|some|only"
    return re.compile(
        rf"\b(?:(?:{nouns}) of|{verbs}|(?:{puts}) (?:[\w'’-]+ ){{0,5}}at) (?:(?:{hedges}) )?\Z", re.IGNORECASE
    )


@cache
def _noun_after() -> re.Pattern[str]:
    return re.compile(
        r"[ -](?!(?:of|in|on|to|from|since|this|last|next|over|and|or|but|as|when|while|after|before|by|at|for|with|"
        r"without|the|a|an|compared|among|amid|between|across|during|because|despite|if|than|versus|under|every|each|"
        r"per|yesterday|today|that|which|year on year)\b)[a-z]",
        re.IGNORECASE,
    )


@cache
def _not_a_share() -> re.Pattern[str]:
    words = (
        "years?|months?|weeks?|days?|hours?|minutes?|seconds?|games?|matches|starts|innings|appearances|"
        "outings|attempts|tries|million|billion|thousand|seasons?|or|to|and a half"
    )
    return re.compile(rf"[ -](?:{words})\b|[-–]\d|[A-Za-z%°]|[ ]?(?:km|kg|cm|mm|ft|lb)\b", re.IGNORECASE)
