"""Amounts of money: a sign or code before the number, a name, code or sign behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.numbers import numerals
from claimx.numbers.number import DASHES, MINUS_WORDS, digit_tail, is_told
from claimx.parsers.base import Context, quantity_of, scaled

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number
    from claimx.units import UnitMatch


LETTERS = frozenset(letter[0] for letter in numerals.SCALE_LETTERS)  # what magnitudes after a currency begin with
MINUS = (*DASHES, *(f"{word} " for word in MINUS_WORDS))
NO_REPEATS = frozenset({"all", "top", "try", "cup", "won", "rand", "pound", "pounds"})


class MoneyParser:
    """Reads amounts of money.

    >>> from claimx.scan import scan
    >>> from claimx.units import Units
    >>> text = "It cost £5m"
    >>> str(MoneyParser().parse(scan(text)[0], Context(text, Units.default())))
    '5,000,000 GBP'
    """

    kind = "money"

    def parse(self, number: Number, context: Context) -> Quantity | None:
        """The amount of money that this number is, if a currency stands beside it."""
        if number.form == "multiple":
            return None
        before = context.currency_before(number)
        if before is None and is_told(number, context.text):
            return None
        if before is None:
            return _in_brackets(number, context) or self._named(number, context)
        number = _with_magnitude(number, context.text)
        start, number = _signed(number, before.start, context.text)
        quantity = quantity_of(number, context, self.kind, start=start, unit=before)
        return _of_country(_named_again(quantity, before, context), context)

    def _named(self, number: Number, context: Context) -> Quantity | None:
        """As in "5 million euros", "50p", "tens of thousands of dollars"; or the currency of the range's other end."""
        for candidate in _readings(number):
            start = context.unit_start(candidate)
            unit = context.units.currency_at(context.text, start)
            if unit and _is_currency(unit, candidate, context):
                return _of_country(quantity_of(candidate, context, self.kind, unit=unit), context)
        if context.currency is None:
            return None
        number = _with_magnitude(number, context.text)
        quantity = quantity_of(
            number, context, self.kind, unit=context.currency._replace(start=number.start, end=number.end)
        )
        return quantity.model_copy(update={"unit_text": None})


def is_money(number: Number, unit_start: int, context: Context) -> bool:
    """Whether a number with a unit of measure behind is money: a sign stands before it, or its pounds are paid."""
    if context.currency_before(number):
        return True
    if context.text[unit_start : unit_start + 5].lower() != "pound":
        return False
    unit = context.units.currency_at(context.text, unit_start)
    return unit is not None and not _is_weight(number, unit, context)


def _readings(number: Number) -> list[Number]:
    """The number with its glued letter as a magnitude first, then without it."""
    return [number.with_letter(), number] if number.letter else [number]


def _with_magnitude(number: Number, text: str) -> Number:
    """After a currency a letter is a magnitude, glued or after a space: "$5m", "$5 B", "$1MM"."""
    if number.letter:
        return number.with_letter()
    if number.magnitude != 1 or number.form != "digits" or text[number.end + 1 : number.end + 2] not in LETTERS:
        return number
    match = _spaced_letter().match(text, number.end)
    if match is None:
        return number
    return number.scaled(numerals.SCALE_LETTERS[match[1]])._replace(end=match.end())


def _signed(number: Number, start: int, text: str) -> tuple[int, Number]:
    """Where the amount begins, with a minus before the sign counted in: "-$5", "minus £3"."""
    if number.value is None:
        return start, number
    if text.startswith(")", number.end) and _loss().search(text, max(0, start - 80), start):
        return start, number._replace(value=-number.value)
    may_be = text[max(0, start - 10) : start].lower().endswith(MINUS)
    match = _minus().search(text, max(0, start - 10), start) if may_be else None
    if match is None:
        return start, number
    return match.start(1), number._replace(value=-number.value)


def _in_brackets(number: Number, context: Context) -> Quantity | None:
    """A negative amount as accounts write it, the sign outside the brackets: "€(3.1) million"."""
    text, start, end = context.text, number.start - 1, number.end + len(number.letter)
    if number.value is None or text[start : start + 1] != "(" or text[end : end + 1] != ")" or start < 1:
        return None
    before = context.units.currency_before(text, start)
    if before is None:
        return None
    number = (number.with_letter() if number.letter else number)._replace(end=end + 1)
    if number.magnitude == 1:
        number = digit_tail(text, number) or number
        number = number.with_letter() if number.letter else number
    number = number._replace(value=None if number.value is None else -number.value)
    return quantity_of(number, context, "money", unit=before)


def _is_currency(unit: UnitMatch, number: Number, context: Context) -> bool:
    """A lone letter is a currency only where it is glued to digits ("50p")."""
    surface = context.text[unit.start : unit.end]
    if len(surface) == 1 and surface.isalpha():
        return number.form == "digits" and (unit.start == number.end or surface == "p")
    if surface.lower() in {"pound", "pounds"}:
        return not _is_weight(number, unit, context)
    return True


def _is_weight(number: Number, unit: UnitMatch, context: Context) -> bool:
    """Whether pounds are a weight here: nothing speaks of money, or something of weighing."""
    if _paid_after().match(context.text, unit.end):
        return False
    if _weighty_after().match(context.text, unit.end) or _weighing().search(context.before(number.start, 50)):
        return True
    measure = context.units.measure_at(context.text, unit.start)
    if measure is not None and measure.end > unit.end and not measure.inferred:  # "pounds force", "pounds per sq inch"
        return True
    near = context.before(number.start, 200) + context.after(unit.end, 200)
    return not (number.magnitude >= 1000 or _moneyed().search(near))


def _named_again(quantity: Quantity, before: UnitMatch, context: Context) -> Quantity:
    """With the name that repeats the sign counted in: "$5 USD", "$5 million dollars"; "£5 grand" is five thousand."""
    start = quantity.end + (context.text[quantity.end : quantity.end + 1] in {" ", "\u00a0"})
    again = context.units.currency_at(context.text, start)
    surface = context.text[again.start : again.end].lower() if again else ""
    if again is None or len(surface) < 3 or surface in NO_REPEATS or again.factor not in {1, 1000}:
        return quantity
    if again.unit != before.unit and not before.inferred and surface != "grand":
        return quantity
    unit = quantity.unit if surface == "grand" else again.unit
    value = scaled(quantity.value, again.factor)
    return _longer(quantity, again.end, context, unit=unit, value=value)


def _of_country(quantity: Quantity, context: Context) -> Quantity:
    """With the adjective behind that tells which currency it is: "$5 Canadian", "20 dollars US"."""
    if not quantity.unit_inferred or quantity.unit_text is None or not context.text.startswith(" ", quantity.end):
        return quantity
    if context.ahead(quantity.end) in {"o", "i"} and (match := _on_the().match(context.text, quantity.end)):
        whole = context.units.currency_at(context.text, match.start(1))
        return quantity.model_copy(update={"unit": whole.unit}) if whole is not None else quantity
    first = context.text[quantity.end + 1 : quantity.end + 2]
    match = _adjective().match(context.text, quantity.end) if first == "(" or first.isupper() else None
    if match is None:
        return quantity
    noun = "dollar" if quantity.unit_text.text.endswith("$") else quantity.unit_text.text
    named = f"{match[1] or match[2]} {noun}"
    unit = context.units.currency_at(named, 0)
    if unit is None or unit.end < len(named):
        return quantity
    return _longer(quantity, match.end(), context, unit=unit.unit, unit_inferred=False)


@cache
def _on_the() -> re.Pattern[str]:
    """What a rate of cents is paid on: "35 cents on the euro"."""
    return re.compile(r" (?:on|in|to) the (euro|dollar|pound|rand|rupee)\b", re.IGNORECASE)


def _longer(quantity: Quantity, end: int, context: Context, **changed: object) -> Quantity:
    """The quantity up to a later end, with these fields changed."""
    text = context.text[quantity.start : end]
    return quantity.model_copy(update={"end": end, "text": text, **changed})


@cache
def _spaced_letter() -> re.Pattern[str]:
    letters = "|".join(sorted(numerals.SCALE_LETTERS, key=len, reverse=True))
    return re.compile(rf"[ \u00a0-]({letters})(?![^\W_]|['’.]\w)")


@cache
def _minus() -> re.Pattern[str]:
    words = "|".join(MINUS_WORDS)
    return re.compile(rf"(?:(?<![\w)\]%.,])|(?<=^))([{DASHES}]|(?:{words}) )\Z", re.IGNORECASE)


@cache
def _loss() -> re.Pattern[str]:
    """What stands before an amount in brackets that accounts mean as negative: "Operating result: ($1.2m)"."""
    items = "loss(?:es)?|deficit|result|income|profit|earnings|cash flow|EBITDA|EBIT|equity|balance|margin"
    joint = r"(?:[:\t|]| of| was| were| is| came to| stood at|  )"
    stated = rf"\b(?:{items})(?: (?:for|in|of|before|after|from) [^\n.:(]{{0,30}}?)?{joint}[ \t|]*"
    return re.compile(rf"(?:{stated}|\((?:loss|deficit)(?:es)?\)[^.\n]{{0,30}} )\(\Z", re.IGNORECASE)


@cache
def _weighty_after() -> re.Pattern[str]:
    return re.compile(
        r"(?:-?s)? (?:of (?!debt|public|tax|taxpayer|revenue|money|cash|investment|fund)|heav|light|"
        r"per square|overweight|[0-9]{1,2} (?:oz|ounces?))|-?(?:feet|foot|force)",
        re.IGNORECASE,
    )


@cache
def _paid_after() -> re.Pattern[str]:
    """What follows pounds of money alone: "a 10-pound note", "300 pounds a month in rent"."""
    return re.compile(
        r"[- ](?:notes?|coins?|bills?|fines?|fees?|prizes?|tickets?|bonus(?:es)?|grants?|loans?|debts?|wages?|price|"
        r"rents?|donations?|bets?|deposits?|an hour|a night|a head)\b",
        re.IGNORECASE,
    )


@cache
def _weighing() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:weigh\w*|weights?|heav\w*|lifted|lifting|carr(?:y|ies|ied|ying)|haul(?:s|ed|ing)?|lost|lose|losing|gained|gaining|"
        r"lbs?)\b(?! £)[^.]{0,30}$",
        re.IGNORECASE,
    )


@cache
def _moneyed() -> re.Pattern[str]:
    words = (
        "sterling|pence|penny|pric\\w*|cost\\w*|pay|pays|paid|paying|spen[dt]\\w*|worth|earn\\w*|salar\\w*|"
        "wages?|fees?|fines?|fined|debts?|loans?|bills?|bonus\\w*|tax\\w*|budget\\w*|rent|sold|sell\\w*|"
        "buy\\w*|bought|cheap\\w*|expensive|invest\\w*|profit\\w*|revenue\\w*|bank\\w*|money|cash|savings?|"
        "saved?|charg\\w*|fund\\w*|euros?|dollars?|currency|exchange|pensions?|owe[sd]?|donat\\w*|grants?|awarded|"
        "missing|stolen|stole|robbed|prizes?|jackpot|lend\\w*|lent|borrow\\w*|wallet|purse|pocket|deposits?|"
        "tickets?|fares?|compensation|damages|allowance|benefits?|treasury|rais(?:ed|ing)|bet|bets|stakes?|gambl\\w*"
    )
    return re.compile(rf"[£€]|\b(?:{words})\b", re.IGNORECASE)


@cache
def _adjective() -> re.Pattern[str]:
    """An adjective with no noun behind it."""
    follows = r"[.,;:)\]!?]|\s*\Z| (?:a|an|per|each|for|in|to|and|or|on|from|of|at|as|is|was|by|with|than)\b"
    adjective = r"(US|U\.S\.|NZ|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    return re.compile(rf" (?:\({adjective}\)|{adjective}(?={follows}))")
