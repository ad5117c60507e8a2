"""Ranges and shared units: "£5-10m", "7 to 9 percent", "between 5 and 10", "5 and 6 kg"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.nouns import counts_noun
from claimx.numbers import numerals
from claimx.parsers.base import scaled, span
from claimx.parsers.joints import FARTHEST, Link, changes, is_by, is_from, is_outlook, link
from claimx.parsers.measure import AGES
from claimx.parsers.pairs import is_bare_range

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number

ONE = Decimal(1)
# What a unit behind the other end proves wrong: "0-to-60 mph".
REVIVED = frozenset({"year", "compound", "pronoun", "label", "date"})
RANGING: frozenset[Link] = frozenset({"dash", "to", "between", "or"})  # what may join the ends of a range
LENGTHS = frozenset({"millimeter", "centimeter", "inch", "foot", "yard", "meter", "kilometer", "mile"})
COURSES = frozenset({"yard", "meter", "kilometer", "mile"})  # of which "4 x 100" is four times one


@dataclass(slots=True)
class Reading:
    """A number, the quantity it was read as, and the name of the rule by which it is none, as far as is known."""

    number: Number
    quantity: Quantity
    rule: str | None = None
    shared: str = ""
    linked: tuple[int, int, Link] | None = None  # what joins it to the amount of that place

    def reading(self, quantity: Quantity) -> Reading:
        """The same number, read as a longer quantity."""
        return self if quantity is self.quantity else Reading(self.number, quantity, self.rule, self.shared)

    @property
    def is_bare(self) -> bool:
        """Whether the number has no unit of its own."""
        return self.quantity.kind == "number"

    @property
    def magnitude(self) -> Decimal:
        """The magnitude that the number's own expression ends in."""
        return self.number.magnitude


def with_magnitude(number: Number, quantity: Quantity, text: str) -> Number:
    """The number with the letter that the quantity took for its magnitude ("£10m")."""
    if number.end == quantity.number.end:
        return number
    letter = text[number.end : quantity.number.end].strip(" \u00a0-")
    scale = numerals.SCALE_LETTERS.get(letter)
    return number if scale is None else number.scaled(scale)._replace(end=quantity.number.end, letter="")


def share(readings: list[Reading], text: str) -> None:
    """Give the units and magnitudes of right ends to the left ends that have none, from the last number back."""
    for left, right in zip(readings[-2::-1], readings[:0:-1], strict=True):
        if not are_near(left.quantity, right.quantity):
            continue
        joint = joint_of(left, right, text)
        _settle(left, right, joint, text)
        _age(left, right, joint)
        if _is_side(left, right, text):
            _take_unit(left, right)
        if not joint or right.rule or not _may_share(left, right, joint) or _stands_apart(left, right, text):
            continue
        if _shares_magnitude(left, right, joint):
            _scale(left, right)
        if not right.is_bare and _is_behind(right) and _takes_unit(left, right):
            _take_unit(left, right)
            left.shared, left.rule = joint, None
        elif _has_sign_alone(left, right, joint, text):
            _take_unit(left, right)
            left.shared = "" if joint == "or" else joint


def _has_sign_alone(left: Reading, right: Reading, joint: Link, text: str) -> bool:
    """Whether the sign before the right end is the left end's too: "between 5 and $10", "costs 8 or $9"."""
    a, b = left.quantity.value, right.quantity.value
    if right.quantity.kind != "money" or not left.is_bare or left.rule or a is None or b is None or not a < b:
        return False
    if joint in {"to", "or"} and not is_from(text, left.quantity.start):
        return not changes(text, left.quantity.start) and b <= 4 * a
    return joint in RANGING


def are_near(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts stand so near that they may be ends, sides or parts of one: a quick look, for many."""
    return right.start - left.end <= FARTHEST


def _is_side(left: Reading, right: Reading, text: str) -> bool:
    """Whether two numbers are the sides of one thing: "12 by 15 feet", "30 x 20 cm", but not "4 x 100 m"."""
    unit = right.quantity.unit
    if not left.is_bare or left.rule or right.rule or unit not in LENGTHS or not _is_behind(right):
        return False
    by = _by_side().fullmatch(text, left.quantity.end, right.quantity.start)
    return by is not None and (by.lastgroup == "by" or unit not in COURSES)


@cache
def _by_side() -> re.Pattern[str]:
    return re.compile(r"(?P<by>-? by |-by-)|[ \u00a0]?[x×][ \u00a0]?", re.IGNORECASE)


def _settle(left: Reading, right: Reading, joint: Link, text: str) -> None:
    """What the other end proves: "one to two", "from 1000 to 2000 hires" are counted, "a 5-to-1 vote" is not."""
    if right.rule is not None or joint in {"", "and", "comma"}:
        return
    spoken = left.rule == "pronoun" and joint != "dash" and right.number.form == "words"
    if spoken or (left.rule == "year" and joint != "or" and _are_round(left, right)):
        left.rule = None
    if left.rule == "compound" and joint == "to" and right.is_bare and not counts_noun(right.quantity, text):
        right.rule = "score"


def _takes_unit(left: Reading, right: Reading) -> bool:
    """Whether the left end has no unit of its own yet, or one it only seemed to have."""
    return left.is_bare or _is_younger(left, right) or _are_parts(left, right)


def _are_round(left: Reading, right: Reading) -> bool:
    """Whether two bare numbers of four digits look counted: "from 1000 to 2000 hires"."""
    a, b = left.number.value, right.number.value
    return right.is_bare and a is not None and b is not None and int(a) % 100 == int(b) % 100 == 0


def _is_younger(left: Reading, right: Reading) -> bool:
    """Whether the left end of "aged 5 to 17 months" was taken for years."""
    return left.quantity.unit == "year" and left.quantity.unit_text is None and right.quantity.unit in AGES


def _are_parts(left: Reading, right: Reading) -> bool:
    """Whether a fraction was taken for a proportion that is one of the other end's unit: "1/2 to 3/4 cup"."""
    return left.quantity.unit == "fraction" and left.number.form == right.number.form == "fraction"


def _age(left: Reading, right: Reading, joint: Link) -> None:
    """What no words say gives its unit to the other end: "aged 18 to 34", "by a factor of 2 to 3"."""
    age = left.quantity
    if joint in {"", "comma"} or not right.is_bare or age.unit_text is not None or left.number.form == "multiple":
        return
    if (age.kind, age.unit) in {("measure", "year"), ("count", "time")}:
        inferred = age.kind == "measure"
        unit = {"kind": age.kind, "unit": age.unit, "unit_inferred": inferred}
        right.quantity, right.rule = right.quantity.model_copy(update=unit), None


def _may_share(left: Reading, right: Reading, joint: Link) -> bool:
    if left.rule and not (left.rule in REVIVED and joint in {"dash", "to", "between", "or"} and not right.is_bare):
        return False
    if right.quantity.unit == "fraction" or (right.number.form == "multiple" and right.quantity.text[-4:] != "fold"):
        return False
    form = left.number.form
    if form not in {"digits", "words"} and not (form in {"fraction", "vague"} and form == right.number.form):
        return False
    return joint != "comma" or right.shared in {"and", "or", "comma"}


def _stands_apart(left: Reading, right: Reading, text: str) -> bool:
    """Whether a percent sign is the right end's alone: "fell 412, or 1.1%", "18 shots to four and 63% of the ball"."""
    unit, gap = right.quantity.unit_text, text[left.quantity.end : right.quantity.start]
    if unit is None or right.quantity.kind != "percent":
        return False
    if gap.startswith(", or"):
        return True
    return unit.text == "%" and left.number.form == "words" and gap.strip() in {"and", "or", "&"}


def _is_behind(right: Reading) -> bool:
    """Whether the unit stands behind the number, so that it may serve for what is before too."""
    unit = right.quantity.unit_text
    return unit is None or unit.start >= right.quantity.number.start


def _shares_magnitude(left: Reading, right: Reading, joint: Link) -> bool:
    """As in "$3-4 billion" and "5 and 6 million", but not "$900 to $1.2 million" nor "$5 and $6 million"."""
    if left.magnitude != 1 or right.magnitude < 12 or left.number.value is None or right.number.value is None:
        return False
    if joint in {"and", "or", "comma"} and not left.is_bare:
        return False
    if left.quantity.kind not in {"number", right.quantity.kind} or right.quantity.value is None:
        return False
    return abs(left.number.value) <= abs(right.number.value) / right.magnitude


def _scale(left: Reading, right: Reading) -> None:
    left.number = left.number.scaled(right.magnitude)
    left.quantity = left.quantity.model_copy(update={"value": scaled(left.quantity.value, right.magnitude)})


def _take_unit(left: Reading, right: Reading) -> None:
    factor = _factor(right)
    unit = right.quantity
    left.quantity = left.quantity.model_copy(
        update={
            "kind": unit.kind,
            "unit": unit.unit,
            "unit_inferred": unit.unit_inferred,
            "value": scaled(left.quantity.value, factor),
            "unit_text": unit.unit_text,
        }
    )


def _factor(reading: Reading) -> Decimal:
    """What the unit multiplied the number by ("pence" 0.01)."""
    value, number = reading.quantity.value, reading.number.value
    if value is None or not number or value == number:
        return ONE
    return numerals.EXACT.divide(value, number)


def range_of(left: Reading, right: Reading, text: str) -> Quantity | None:
    """The range of two numbers that are joined as its ends, or none."""
    joint = joint_of(left, right, text)
    if joint not in RANGING:
        return None
    a, b = left.quantity, right.quantity
    if a.kind != b.kind or a.unit != b.unit or a.parts or b.parts:
        return None
    if left.number.form in {"multiple", "fraction"} and left.number.form != right.number.form:
        return None
    ends = _ends(a, b)
    if ends is None or not _is_range(left, right, joint, text):
        return None
    low, high = ends
    return a.model_copy(
        update={
            "value": None, "low": low, "high": high, "end": b.end, "text": text[a.start : b.end], "parts": (a, b),
            "number": span(text, min(a.number.start, b.number.start), max(a.number.end, b.number.end)),
            "unit_text": b.unit_text or a.unit_text, "exact": a.exact and b.exact, "ratio": None,
            "unit_inferred": a.unit_inferred or b.unit_inferred,
        }
    )  # fmt: skip


def _ends(a: Quantity, b: Quantity) -> tuple[Decimal, Decimal] | None:
    """The lower and the upper end of two numbers, or of two vague ones of which the second is the greater."""
    if a.value is not None and b.value is not None:
        return min(a.value, b.value), max(a.value, b.value)
    if a.low is None or b.low is None or b.high is None or not a.low < b.low:
        return None
    return a.low, b.high


def joint_of(left: Reading, right: Reading, text: str) -> Link:
    """How two numbers hang together; "two three days" is two or three."""
    a, b = left.quantity, right.quantity
    joint = _linked(left, right, text)
    if joint or text[a.end : b.start] != " " or (left.number.form, right.number.form) != ("words", "words"):
        return joint
    low, high = left.number.value, right.number.value
    if low is None or high is None or not 2 <= low < 10 or high != low + 1 or _number_word().match(text, b.end):
        return joint
    return "or" if not right.is_bare or counts_noun(b, text) else joint


def _linked(left: Reading, right: Reading, text: str) -> Link:
    """What joins two amounts, looked for once for each two places."""
    start, end = left.quantity.start, left.quantity.end
    if right.linked is None or right.linked[:2] != (start, end):
        right.linked = start, end, link(text, start, end, right.quantity.start)
    return right.linked[2]


def _is_range(left: Reading, right: Reading, joint: Link, text: str) -> bool:
    if left.quantity.value is None:
        return joint in {"to", "or", "between"}
    match joint:
        case "between":
            return True
        case "or":
            return _is_either_or(left, right, text)
        case "dash":
            return not left.is_bare or is_bare_range(left, right, text)
        case "to":
            return _is_span(left, right, text)
        case _:
            return False


def _is_span(left: Reading, right: Reading, text: str) -> bool:
    """Whether "to" joins the ends of a range: not in "rose 3% to 5%", nor in "won 5 to 4"."""
    a, b = left.quantity, right.quantity
    if is_from(text, a.start) or left.number.form == "multiple":
        return True
    if text[a.end : b.start] == "-to-" and _proportion().match(text, b.end):
        return False
    if a.value is None or b.value is None:
        return False
    if left.is_bare and is_by(text, a.start) and counts_noun(b, text) and a.value < b.value <= 2 * a.value:
        return True
    stepped = changes(text, a.start) or (is_by(text, a.start) and not left.is_bare)
    if stepped and not left.shared and not _is_outlook(a, b, text):
        return False
    return a.kind != "number" or a.value < b.value


def _is_outlook(a: Quantity, b: Quantity, text: str) -> bool:
    """As in "could fall by 7% to 9%", but not "will raise fares by 25 cents to $2"."""
    if a.value is None or b.value is None or not a.value < b.value <= 4 * a.value:
        return False
    return is_outlook(text, a.start)


def _is_either_or(left: Reading, right: Reading, text: str) -> bool:
    """As in "one or two", "five or six kg", but not "5% or 6%" nor "a 7- or 8-inch screen"."""
    a, b = left.quantity, right.quantity
    gap = text[a.end : b.start]
    if gap == "/" or gap.startswith("-") or not (left.is_bare or left.shared) or a.value is None or b.value is None:
        return False
    if b.value - a.value == 1 or left.number.form == right.number.form == "words":
        return a.value < b.value <= 2 * max(a.value, ONE)
    return a.value < b.value <= a.value + 2


@cache
def _number_word() -> re.Pattern[str]:
    return re.compile(r" (?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)


@cache
def _proportion() -> re.Pattern[str]:
    """As in "a 1-to-3 ratio"."""
    return re.compile(
        r"[ -](?:[a-z-]+ )?(?:ratios?|margin|odds|vote|majority|chance|shot|split|favou?rite|underdog|lead)\b"
    )
