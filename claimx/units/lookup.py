"""What a surface form of a unit or currency stands for: pint's name or an ISO 4217 code; what users add."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from claimx.errors import ArgumentError
from claimx.units.context import allowed, amount_follows, is_glued, number_follows, stands_alone
from claimx.units.currencies import NAMED, rival_at
from claimx.units.grammar import INFERRED, canonical, may_begin, unit_at
from claimx.units.tables import Entry, Lexicon, currency_lexicon, folded, minor_units, unit_lexicon
from claimx.units.unit_words import word_at, words_at

SHORTEST_NAME = 3


class UnitMatch(NamedTuple):
    """A unit found in a text: its stretch, its name, the factor its number is multiplied by, and its surety.

    >>> UnitMatch(start=3, end=8, unit="GBP", factor=Decimal("0.01"), inferred=False).unit
    'GBP'
    """

    start: int
    end: int
    unit: str
    factor: Decimal
    inferred: bool


@dataclass(frozen=True, slots=True)
class Units:
    """The units and currencies that are known: immutable; `define` gives a new one that knows more.

    >>> Units.default().measure_at("at 30 km/h", 6)
    UnitMatch(start=6, end=10, unit='kilometer / hour', factor=Decimal('1'), inferred=False)
    """

    measures: Lexicon
    currencies: Lexicon

    @staticmethod
    def default() -> Units:
        """The built-in units, read once.

        >>> Units.default() is Units.default()
        True
        """
        return _default()

    def measure_at(self, text: str, start: int) -> UnitMatch | None:
        """The longest unit expression of measure that begins exactly at `start`, right after a number and its space.

        >>> Units.default().measure_at("5 square feet of floor", 2).unit
        'foot ** 2'
        >>> Units.default().measure_at("5 in the house", 2) is None
        True
        """
        term = unit_at(text, start, self.measures)
        if term is None:
            return None
        return UnitMatch(start, term.end, canonical(term.powers), term.factor, term.inferred)

    def currency_at(self, text: str, start: int) -> UnitMatch | None:
        """The currency name, code or sign that begins exactly at `start`, after a number.

        >>> Units.default().currency_at("5 US dollars", 2).unit
        'USD'
        """
        word = word_at(text, start)
        most = self.currencies.longest.get(word, 0)
        found = [*self._names_at(text, start, most)] if most else []
        if most or (word or text[start : start + 1]) in self.currencies.first:
            found += self._signs_after(text, start)
        if not found:
            return None
        end, entry = max(found, key=lambda match: match[0])
        return self._currency(text, start, end, entry)

    def named_at(self, text: str, start: int, word: str) -> tuple[bool, bool]:
        """Whether a currency and whether a measure may begin at `start` with this word: a quick look at both.

        >>> text = "5 miles, 5 pounds, 5 boats"
        >>> [Units.default().named_at(text, at, word) for at, word in ((2, "miles"), (11, "pounds"), (21, "boats"))]
        [(False, True), (True, True), (False, False)]
        """
        money = word in self.currencies.longest or (word or text[start : start + 1]) in self.currencies.first
        return money, word in self.measures.longest or may_begin(text, start, word, self.measures)

    def currency_before(self, text: str, end: int) -> UnitMatch | None:
        """The currency sign or code that ends exactly at `end`, before a number.

        >>> Units.default().currency_before("for US$5", 7)
        UnitMatch(start=4, end=7, unit='USD', factor=Decimal('1'), inferred=False)
        """
        signs, last = self.currencies.symbols, self.currencies.last
        if text[end - 1 : end] not in last and text[max(0, end - 2) : end] not in last:
            return None
        for start in range(max(0, end - self.currencies.widest), end):
            entry = signs.get(text[start:end])
            if entry and _allowed_before(entry, text, start, end):
                return self._currency(text, start, end, entry)
        return None

    def _currency(self, text: str, start: int, end: int, entry: Entry) -> UnitMatch | None:
        """The match, an ambiguous one as the currency that the text around tells."""
        unit = rival_at(entry, text, start, end, self.currencies) if INFERRED in entry.flags else None
        if unit is None and NAMED in entry.flags:
            return None
        factor = entry.factor if unit is None or entry.factor == 1 else self.minor_factor(unit, text[start:end])
        return UnitMatch(start, end, unit or entry.unit, factor or entry.factor, INFERRED in entry.flags)

    def minor_at(self, currency: str, text: str, start: int) -> UnitMatch | None:
        """The minor unit of a currency that is named exactly at `start`, behind a count of it.

        >>> Units.default().minor_at("QAR", "5 riyals 50 dirhams", 12).factor
        Decimal('0.01')
        """
        for form, end in [*words_at(text, start, 2)][::-1]:
            if factor := self.minor_factor(currency, form):
                return UnitMatch(start, end, currency, factor, inferred=False)
        return None

    def minor_factor(self, currency: str, name: str) -> Decimal | None:
        """What a minor unit of this name is worth in a currency, or none if the currency has no such unit.

        >>> Units.default().minor_factor("KWD", "fils"), Units.default().minor_factor("USD", "pence")
        (Decimal('0.001'), None)
        """
        form = folded(name)
        entry = self.currencies.find(form)
        if entry and entry.unit == currency and entry.factor < 1:
            return entry.factor
        return minor_units().get((currency, form.lower()))

    def define(
        self,
        name: str,
        unit: str | None = None,
        *,
        aliases: Iterable[str] = (),
        factor: Decimal | int | str = 1,
        currency: bool = False,
    ) -> Units:
        """These units and one more surface form, with its aliases; a plain lower-case name gets its plural in -s too.

        `unit` is what it stands for: an ISO 4217 code, or a unit that pint knows, such as "inch". Without it, the name
        is a unit of its own, which converts into nothing but itself. `factor` is what one is worth in that unit; the
        part of a currency is its minor unit. Names in lower case match in any case, others as written. What is defined
        goes before what was known. Raises `ArgumentError` for a bad name or factor, `UnitError` for an unknown unit.

        >>> units = Units.default().define("smoot", "inch", factor=67, aliases=["smt"])
        >>> units.measure_at("364 smoots", 4)
        UnitMatch(start=4, end=10, unit='inch', factor=Decimal('67'), inferred=False)
        >>> units = Units.default().define("doubloon", currency=True, aliases=["Đ"])
        >>> units = units.define("groat", "doubloon", currency=True, factor="0.1")
        >>> units.currency_before("Đ5", 1).unit, units.minor_at("doubloon", "5 doubloons 3 groats", 14).factor
        ('doubloon', Decimal('0.1'))
        """
        from claimx.units.conversion import pint_name  # not at the top: looking a unit up needs none of it

        forms = _checked_forms(name, aliases)
        canonical_unit = name if unit is None else _checked_text(unit) if currency else pint_name(_checked_text(unit))
        entry = Entry(canonical_unit, _checked_factor(factor), ())
        if currency:
            return replace(self, currencies=_with_entry(self.currencies, entry, forms))
        return replace(self, measures=_with_entry(self.measures, entry, forms))

    def _names_at(self, text: str, start: int, most: int) -> Iterator[tuple[int, Entry]]:
        for form, end in words_at(text, start, most):
            entry = self.currencies.names.get(form.lower())
            if entry and allowed(entry.flags, text, start, end):
                yield end, entry

    def _signs_after(self, text: str, start: int) -> Iterator[tuple[int, Entry]]:
        signs = self.currencies.symbols
        for end in range(min(len(text), start + self.currencies.widest), start, -1):
            entry = signs.get(text[start:end])
            if entry and _allowed_after(entry, text, start, end):
                yield end, entry


def _allowed_before(entry: Entry, text: str, start: int, end: int) -> bool:
    if text[start].isalpha() and start > 0 and text[start - 1].isalnum():
        return False
    if "tied" in entry.flags and text[end : end + 1].isspace():
        return False
    return "after" not in entry.flags and ("big" not in entry.flags or amount_follows(text, end))


def _allowed_after(entry: Entry, text: str, start: int, end: int) -> bool:
    if (text[end - 1].isalpha() and text[end : end + 1].isalnum()) or text[end - 1] == ".":  # "500 kr." ends there
        return False
    if text[start:end].isalpha() and end == start + 1 and not stands_alone(text, end):
        return False
    if "before" in entry.flags or number_follows(text, end):  # "sold 5 €10 notes"
        return False
    return ("big" not in entry.flags or is_glued(text, start)) and allowed(entry.flags, text, start, end)


def _with_entry(lexicon: Lexicon, entry: Entry, forms: Iterable[str]) -> Lexicon:
    tidied = [folded(form.replace("-", " ")) for form in forms]
    names = {form: entry for form in tidied if form == form.lower() and len(form) > 1}
    return lexicon.merged(names, {form: entry for form in tidied if form not in names})


def _checked_forms(name: str, aliases: Iterable[str] | str) -> list[str]:
    if isinstance(aliases, str):
        raise ArgumentError(f"aliases must be several forms, not the str {aliases!r}", hint=f"give [{aliases!r}]")
    forms = [_checked_text(form) for form in (name, *aliases)]
    return [*forms, f"{name}s"] if name.isalpha() and name.islower() and len(name) >= SHORTEST_NAME else forms


def _checked_text(form: object) -> str:
    if not isinstance(form, str):
        raise ArgumentError(f"a unit's name must be a str, not {type(form).__name__}", hint='such as "smoot"')
    if not form.strip() or any(char.isdigit() for char in form[:1]):
        raise ArgumentError(f"no name for a unit: {form!r}", hint="it must not be empty or begin with a digit")
    return form


def _checked_factor(factor: object) -> Decimal:
    try:
        exact = Decimal(factor) if isinstance(factor, (Decimal, int, str)) else None
    except InvalidOperation:
        exact = None
    if exact is None or not exact.is_finite() or exact <= 0:
        raise ArgumentError(f"factor must be a positive exact number, not {factor!r}", hint='such as Decimal("0.01")')
    return exact


@cache
def _default() -> Units:
    return Units(unit_lexicon(), currency_lexicon())
