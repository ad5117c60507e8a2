"""Physical measures: a number and the unit behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers.number import is_told
from claimx.parsers.ages import is_age
from claimx.parsers.base import Context, open_end_at, quantity_of, unit_start
from claimx.parsers.money import is_money
from claimx.units import UnitMatch
from claimx.units.context import is_electric

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number

# Symbols of two letters that are no words, and so may stand behind a number in words: "eighty kg", not "ten am".
PLAIN_SYMBOLS = frozenset("kg km cm mm dm nm mg ml mL dl cl hl ft yd oz lb hr kW MW GW kV MB GB TB Hz dB cc".split())
ELECTRIC = {"C": "coulomb", "F": "farad"}
# What stands behind a number whose unit is odd or left out: "5 yo", "5 below zero", "5-plus years".
ODD_WORDS = frozenset("y yo yr yrs c f below above plus".split())
ODD_SIGNS = frozenset(")[(+")
ODD_STARTS = frozenset(")[(ycf")  # what a unit begins with that `_odd_unit_after` finds
AGES = frozenset({"year", "month", "week", "day"})


class MeasureParser:
    """Reads measures: lengths, weights, durations, temperatures and rates.

    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> text = "It ran at 60 km/h"
    >>> str(MeasureParser().parse(scan(text)[0], Context(text, Units.default())))
    '60 kilometer / hour'
    """

    kind = "measure"

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The measure that this number is, if a unit stands behind it."""
        if number.form == "multiple" or is_told(number, context.text):
            return None
        if number.letter:
            scaled = number.with_letter()
            unit = _unit_after(scaled, context)
            if unit is not None and (unit.start > scaled.end or number.letter in {"k", "M"}):
                return quantity_of(scaled, context, self.kind, unit=unit)
            if number.letter in {"M", "K", "k", "B"} or is_magnitude_letter(number, context.text):
                return None
        unit = _unit_after(number, context)
        if unit is None and (bare := _without_unit(number, context)):
            return bare
        if unit is None or _is_no_unit(unit, number, context) or is_money(number, unit.start, context):
            return None
        if "degree" not in unit.unit:
            return quantity_of(number, context, self.kind, unit=unit)
        unit = as_difference(number, as_temperature(number, unit, context), context)
        return below_zero(quantity_of(number, context, self.kind, unit=unit), context)


def _without_unit(number: Number, context: Context) -> Quantity | None:
    """A measure whose unit is left out: an age ("aged 34"), degrees ("12 below zero")."""
    if is_age(number, context):
        return quantity_of(number, context, "measure").model_copy(update={"unit": "year", "unit_inferred": True})
    if context.ahead(number.end) not in {"a", "b"} or number.form not in {"digits", "words"} or number.letter:
        return None
    if not _from_zero().match(context.text, number.end):
        return None
    understood = UnitMatch(number.end, number.end, "degree", Decimal(1), inferred=True)
    unit = as_temperature(number, understood, context).unit
    bare = quantity_of(number, context, "measure").model_copy(update={"unit": unit, "unit_inferred": True})
    return below_zero(bare, context)


def below_zero(quantity: Quantity, context: Context) -> Quantity:
    """Degrees with the zero that they are counted from: "5 degrees below zero" is -5, "above zero" 5."""
    unit = (quantity.unit or "").removeprefix("delta_")
    match = _from_zero().match(context.text, quantity.end) if unit.startswith("degree") else None
    if match is None or quantity.value is None or quantity.value < 0:
        return quantity
    value = -quantity.value if match["side"].lower() == "below" else quantity.value
    text = context.text[quantity.start : match.end()]
    return quantity.model_copy(update={"value": value, "unit": unit, "end": match.end(), "text": text})


def as_temperature(number: Number, unit: UnitMatch, context: Context) -> UnitMatch:
    """Bare degrees as those of the scale that the text names near by, unless they are said of an angle."""
    if unit.unit != "degree" or not unit.inferred:
        return unit
    near = context.before(number.start, 150) + " | " + context.after(unit.end, 150)
    scale = _scale_named().search(near)
    if scale is None or _angular().search(context.before(number.start, 40) + context.after(unit.end, 12)):
        return unit
    return unit._replace(unit="degree_Celsius" if scale["celsius"] else "degree_Fahrenheit")


def as_difference(number: Number, unit: UnitMatch, context: Context) -> UnitMatch:
    """The unit, as one of a difference where degrees are no temperature: "warmed by 2 °C", "8 °C warmer"."""
    if not unit.unit.startswith("degree"):
        return unit
    before = _by().search(context.text, max(0, number.start - 48), number.start)
    if unit.unit == "degree":
        warmed = before and _warming().search(before[0])
        by_default = unit.inferred and (warmed or _plainly_warmer().match(context.text, unit.end))
        return unit._replace(unit="delta_degree_Celsius") if by_default else unit
    return unit._replace(unit=f"delta_{unit.unit}") if before or _warmer().match(context.text, unit.end) else unit


def is_magnitude_letter(number: Number, text: str) -> bool:
    """Whether the letter glued to a number is a magnitude, for a counted noun follows: "5m people", "5m-strong".

    >>> from claimx.scan import scan
    >>> [is_magnitude_letter(scan(text)[0], text) for text in ("5m viewers", "5m long", "5m across Spain")]
    [True, False, False]
    """
    if number.letter not in {"m", "b"}:
        return number.letter in {"k", "K", "M", "B", "MM"}
    return not _spatial().match(text, number.end + 1) and bool(_counted().match(text, number.end + 1))


def _unit_after(number: Number, context: Context) -> UnitMatch | None:
    text = context.text
    unit = context.unit_behind(number)
    if unit is None and (more := open_end_at(text, number.end)):
        unit = context.units.measure_at(text, unit_start(text, more.end(), number))
    if unit is None and context.ahead(number.end) in ODD_STARTS:
        unit = _odd_unit_after(number, context)
    if unit is not None and unit.unit.startswith("1 / foot") and (foot := _foot().match(text, unit.start)):
        return unit._replace(unit="foot", end=foot.end())
    if unit is not None and unit.unit in AGES and (old := _old().match(text, unit.end)):
        return unit._replace(end=old.end())
    return unit


def _odd_unit_after(number: Number, context: Context) -> UnitMatch | None:
    """A unit behind a bracket or in one ("(5.0 ± 0.2) kg", "5 [kg]"), or one that is told by what is near ("34 yo")."""
    text, units = context.text, context.units
    if _closes_bracket(number, text):
        unit = units.measure_at(text, number.end + 1 + (text[number.end + 1 : number.end + 2] == " "))
        if unit is not None:
            return unit
    if old := _years_old_at(text, number.end):
        return UnitMatch(old.end() - len(old[0].lstrip(" -")), old.end(), "year", Decimal(1), inferred=False)
    if electric := _electric_unit(number, text):
        return electric
    bracket = _bracket().match(text, number.end)
    unit = units.measure_at(text, bracket.end()) if bracket else None
    return unit._replace(end=unit.end + 1) if unit and text[unit.end : unit.end + 1] in {"]", ")"} else None


def _closes_bracket(number: Number, text: str) -> bool:
    """Whether the unit stands behind the bracket around a number, its range or its tolerance: "(5.0 ± 0.2) kg"."""
    if text[number.end : number.end + 1] != ")":
        return False
    return _in_bracket().search(text, max(0, number.start - 24), number.start) is not None


def _electric_unit(number: Number, text: str) -> UnitMatch | None:
    """Coulombs or farads behind a number with a power ("1.6 × 10⁻¹⁹ C") or near electric words ("2.5 F capacitor")."""
    is_near = {"C", "F"} & {*text[number.end : number.end + 2]}
    letter = _electric_letter().match(text, number.end) if is_near else None
    if letter is None or not (_powered().search(text, number.start, number.end) or is_electric(text, number.end)):
        return None
    return UnitMatch(letter.start(1), letter.end(), ELECTRIC[letter[1]], Decimal(1), inferred=True)


def _is_no_unit(unit: UnitMatch, number: Number, context: Context) -> bool:
    """Words that look like a unit and are none beside this number."""
    surface = context.text[unit.start : unit.end]
    if (
        number.form == "fraction"
        and number.hedged
        and unit.start == number.end + 1
        and "of" not in context.after(number.end, 4)
    ):
        return not surface[0].islower() or surface in {"days", "years", "hours"}
    return number.form == "words" and len(surface) < 3 and surface.isalpha() and surface not in PLAIN_SYMBOLS


@cache
def _from_zero() -> re.Pattern[str]:
    return re.compile(r" (?P<side>below|above) zero\b", re.IGNORECASE)


@cache
def _scale_named() -> re.Pattern[str]:
    return re.compile(r"(?P<celsius>\b(?i:celsius|centigrade)\b|° ?C\b)|\b(?i:fahrenheit)\b|° ?F\b")


@cache
def _angular() -> re.Pattern[str]:
    words = r"angles?|turn\w*|rotat\w*|tilt\w*|slop\w*|inclin\w*|latitudes?|longitudes?|lean\w*|spin|spun|bend\w*|bent"
    return re.compile(rf"\b(?i:{words}|swivel\w*|pitch|arc|steep|north|south|east|west)\b|(?<![A-Za-z])[NSEW]\b")


@cache
def _electric_letter() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0]?([CF])(?![\w'’-]| [A-Z])")


@cache
def _powered() -> re.Pattern[str]:
    """A number with a negative power of ten, as the charge of a particle has."""
    return re.compile(r"10\^?[-−⁻][0-9¹²³⁴⁵⁶⁷⁸⁹]|[eE][-−][0-9]")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r" ?[\[(](?=[^\W\d])")


@cache
def _in_bracket() -> re.Pattern[str]:
    return re.compile(r"\((?:(?:[0-9.,]{1,12} ?)?(?:±|\+/-|[-–]|to) ?)?\Z")


@cache
def _foot() -> re.Pattern[str]:
    """The feet of "6-foot-2", which read as a power on their own."""
    return re.compile(r"(?:foot|feet|ft)(?=-\d)", re.IGNORECASE)


@cache
def _old() -> re.Pattern[str]:
    return re.compile(r"[ -]olds?\b| of age\b", re.IGNORECASE)


def _years_old_at(text: str, start: int) -> re.Match[str] | None:
    return _years_old().match(text, start) if "y" in text[start : start + 2].lower() else None


@cache
def _years_old() -> re.Pattern[str]:
    return re.compile(r" ?(?:yo|y/o|y\.o\.|yrs?[ /.-]o(?:ld)?)(?![\w/-])|-(?:yo|y/o)(?![\w/-])", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    nouns = "rise|drop|fall|increase|decrease|difference|change|swing|warming|cooling|jump|gap"
    hedges = (
        "about|around|at least|up to|more than|less than|nearly|almost|over|only|just|some|roughly|as much as|between"
    )
    return re.compile(
        rf"\b(?:(?:(?:warm|cool)(?:ed|s|ing)? )?by|(?:{nouns}) of)(?: an?)?(?: (?:{hedges}|further|another|extra))* \Z",
        re.IGNORECASE,
    )


@cache
def _warming() -> re.Pattern[str]:
    return re.compile(r"\b(?:warm|cool)", re.IGNORECASE)


@cache
def _plainly_warmer() -> re.Pattern[str]:
    """What is said of temperatures only: degrees that name no scale are Celsius by default."""
    return re.compile(r" (?:warmer|cooler|colder|hotter|milder|chillier|of (?:warming|cooling))\b", re.IGNORECASE)


@cache
def _warmer() -> re.Pattern[str]:
    words = (
        "warmer|cooler|colder|hotter|higher|lower|milder|above|below(?! (?:zero|freezing))|more|less|"
        "of (?:warming|cooling)|rise|drop|fall|increase|decrease|jump|warming|cooling|difference|swing|gap"
    )
    return re.compile(rf" (?:{words})\b", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    """A plural noun, perhaps after adjectives, or a part of some: "2.4m paper and ebook copies", "18m of its lamps"."""
    noun = (
        r"(?:people|men|women|children|strong|(?:[a-z]+[^s\W]s))\b(?<! across)(?<! towards)(?<! its)(?<! "
        r"as)(?<! is)(?<! was)(?<! has)"
    )
    return re.compile(
        rf" of (?:its|the|their|our|his|her|those|them|us|all)\b|[ -](?:(?:[a-z]{{3,}}|[A-Z][a-z]+)[ -]){{0,4}}?{noun}"
    )


@cache
def _spatial() -> re.Pattern[str]:
    """Words behind a length, never behind a million."""
    words = (
        "tall|long|wide|high|deep|thick|from|above|below|away|off|to|in|at|and|or|by|across|apart|"
        "down|up|race|freestyle|sprint|hurdles|butterfly|"
        "relay|x|before|behind|ahead|into|north|south|east|west|further|clear|on|is|was|underground|"
        "final|backstroke|breaststroke|medley|dash|"
        "steeplechase|time|title|gold|silver|bronze|heats|for|with|resolution|between|world|record|"
        "pool|runner|runners|event|events|waves|swell|cliff|drop|fence|towers?"
    )
    return re.compile(rf"[ -](?:{words})\b")
