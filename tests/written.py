"""Numbers and quantities as they are written, each with what it has to be read as, and texts to write them into.

`numerals` are numbers alone; `money`, `shares` and `measures` put units to them; `ranges`, `qualified`, `rates`,
`compounds` and `toleranced` put those together. Left out are numbers that are right not to be read back: of four digits
without a comma, which may be years, and with a plus before seven, which are phone numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Literal

from hypothesis import strategies as st

from claimx.units.tables import currency_lexicon, unit_lexicon
from tests.cardinals import cardinal
from tests.texts import surroundings

Draw = st.DrawFn
Strategy = st.SearchStrategy


@dataclass(frozen=True)
class Numeral:
    """A number as it is written; `scale` is the magnitude that its text ends in."""

    text: str
    value: Decimal
    scale: Decimal = Decimal(1)
    spelled: bool = False


@dataclass(frozen=True)
class Written:
    """A quantity as it is written, `text[start:end]` of it without its qualifiers, and what it says."""

    text: str
    kind: str = "number"
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    comparator: str = "="
    per: str | None = None
    tolerance: Decimal | None = None
    start: int = 0
    end: int | None = None

    def within(self, before: str, after: str) -> Written:
        """The same with more text around, which is no part of the quantity."""
        end = len(self.text) if self.end is None else self.end
        start = self.start + len(before)
        return replace(self, text=before + self.text + after, start=start, end=end + len(before))


# Numbers

THIN = ("\u00a0", "\u2009", "\u202f")
SIGNED = {"": 1, "-": -1, "−": -1, "+": 1, "minus ": -1}
SCALE_WORDS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALE_SIGNS = {"k": 3, "K": 3, "m": 6, "M": 6, "mn": 6, "b": 9, "bn": 9, "tn": 12}
VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅕": "1/5", "⅖": "2/5"}
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def in_groups(number: int, mark: str, *, indian: bool = False) -> str:
    """The digits of a number in groups of three, or of two before the last three."""
    digits, size = str(number), 3
    groups: list[str] = []
    while digits:
        digits, group = digits[:-size], digits[-size:]
        groups.insert(0, group)
        size = 2 if indian else 3
    return mark.join(groups)


@st.composite
def plain(draw: Draw) -> Numeral:
    """Digits alone; of four digits only those that nobody takes for a year."""
    number = draw(st.integers(2, 999) | st.integers(2200, 10**9))
    return Numeral(str(number), Decimal(number))


@st.composite
def grouped(draw: Draw) -> Numeral:
    """Western, Indian, Swiss and continental grouping, thin spaces too."""
    number = draw(st.integers(1000, 10**14))
    mark = draw(st.sampled_from([",", ",", "'", "’", *THIN]))
    return Numeral(in_groups(number, mark, indian=mark == "," and draw(st.booleans())), Decimal(number))


@st.composite
def decimals(draw: Draw) -> Numeral:
    whole = draw(plain() | grouped() | st.sampled_from([Numeral("0", Decimal(0)), Numeral("", Decimal(0))]))
    tail = draw(st.integers(1, 9999))
    return Numeral(f"{whole.text}.{tail}", whole.value + Decimal(f"0.{tail}"))


@st.composite
def words(draw: Draw) -> Numeral:
    """Number words up to 10**15, with and without "and" and hyphens, in any case."""
    number = draw(st.integers(2, 999) | st.integers(2, 10**15 - 1).filter(lambda n: not 1000 < n < 2200))
    text = cardinal(number, et=draw(st.booleans()), hyphen=draw(st.sampled_from(["-", "-", " "])))
    case: Callable[[str], str] = draw(st.sampled_from([str.lower, str.lower, str.capitalize, str.upper]))
    return Numeral(case(text), Decimal(number), spelled=True)


@st.composite
def scaled(draw: Draw) -> Numeral:
    """As in "1.5 million", "12 thousand", "three billion"."""
    base = draw(plain() | decimals() | st.integers(2, 99).map(lambda n: Numeral(cardinal(n), Decimal(n))))
    name = draw(st.sampled_from(sorted(SCALE_WORDS)))
    scale = Decimal(10) ** SCALE_WORDS[name]
    gap = draw(st.sampled_from([" ", " ", "\u00a0"]))
    return Numeral(f"{base.text}{gap}{name}", base.value * scale, scale)


@st.composite
def suffixed(draw: Draw, signs: tuple[str, ...] = tuple(SCALE_SIGNS)) -> Numeral:
    """As in "3.5k", "4.2M", "7bn"."""
    base, sign = draw(plain() | decimals()), draw(st.sampled_from(signs))
    scale = Decimal(10) ** SCALE_SIGNS[sign]
    return Numeral(base.text + sign, base.value * scale, scale)


@st.composite
def powers(draw: Draw) -> Numeral:
    """As in "3×10^8", "2.5 × 10⁻³", "1e-3"."""
    base, exponent = draw(plain() | decimals()), draw(st.integers(-12, 30).filter(bool))
    times = draw(st.sampled_from(["×", " × ", " x ", "·"]))
    forms = [f"{base.text}{times}10^{exponent}", f"{base.text}{times}10{str(exponent).translate(RAISED)}"]
    if all(char in "0123456789." for char in base.text):
        forms += [f"{base.text}e{exponent}", f"{base.text}E{exponent}"]
    return Numeral(draw(st.sampled_from(forms)), base.value.scaleb(exponent), Decimal(10) ** exponent)


@st.composite
def fractions(draw: Draw) -> Numeral:
    """Whole numbers with a fraction: "2½", "2 ½", "1 1/2", "1-1/2"."""
    whole = draw(st.integers(1, 99))
    if draw(st.booleans()):
        sign = draw(st.sampled_from(sorted(VULGAR)))
        text, ratio = f"{whole}{draw(st.sampled_from(['', ' ', chr(0x2009)]))}{sign}", Fraction(VULGAR[sign])
    else:
        ratio = Fraction(draw(st.sampled_from(["1/2", "1/4", "3/4", "1/8", "3/8", "1/16"])))
        text = f"{whole}{draw(st.sampled_from([' ', ' ', '-']))}{ratio}"
    value = Fraction(whole) + ratio
    return Numeral(text, Decimal(value.numerator) / Decimal(value.denominator))


def unsigned() -> Strategy[Numeral]:
    """Digits in all their forms, without a magnitude."""
    return plain() | grouped() | decimals()


def signed(numeral: Numeral, sign: str) -> Numeral:
    return replace(numeral, text=sign + numeral.text, value=numeral.value * SIGNED[sign])


def with_signs(numerals: Strategy[Numeral]) -> Strategy[Numeral]:
    """A plus before seven digits begins a phone number."""
    built = st.builds(signed, numerals, st.sampled_from(["", "", "", *SIGNED]))
    return built.filter(lambda it: it.text[0] != "+" or not it.text[1:8].isdecimal() or len(it.text) < 8)


def numerals() -> Strategy[Numeral]:
    """Numbers in every form but letters glued to them, which may be units."""
    digits = st.one_of(plain(), grouped(), decimals(), digits_scaled(), powers(), fractions())
    return with_signs(digits) | scaled() | words()


# Quantities

MONEY_SIGNS = {
    "$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "A$": "AUD", "C$": "CAD", "HK$": "HKD",
    "NZ$": "NZD", "S$": "SGD", "R$": "BRL", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS", "฿": "THB", "₫": "VND",
    "₱": "PHP", "₦": "NGN", "₴": "UAH",
}  # fmt: skip
MONEY_NAMES = {
    "dollars": "USD", "US dollars": "USD", "euros": "EUR", "pounds sterling": "GBP", "yen": "JPY",
    "Swiss francs": "CHF", "Canadian dollars": "CAD", "yuan": "CNY", "zlotys": "PLN", "shekels": "ILS",
    "Indian rupees": "INR", "Mexican pesos": "MXN", "Norwegian kroner": "NOK", "Egyptian pounds": "EGP",
}  # fmt: skip


@cache
def iso_codes(*, wordy: bool) -> tuple[str, ...]:
    """The codes of ISO 4217; those that are words or other names as well ("ALL", "MAD") by themselves."""
    codes = currency_lexicon().symbols.items()
    three = [(code, entry) for code, entry in codes if len(code) == 3 and code.isupper() and code == entry.unit]
    wanted = [code for code, entry in three if ("big" in entry.flags) is wordy]
    return tuple(sorted(set(wanted) - {"KGS"}))  # kilograms too


def digits_scaled() -> Strategy[Numeral]:
    return scaled().filter(lambda number: number.text[0] in "0123456789.")


def amounts() -> Strategy[Numeral]:
    return unsigned() | digits_scaled() | suffixed()


@st.composite
def money(draw: Draw) -> Written:
    """Signs and codes on either side with any spacing, and names behind."""
    number = draw(amounts())
    gap = draw(st.sampled_from(["", "", " ", "\u00a0"]))
    where = draw(st.sampled_from(["sign", "code before", "code behind", "wordy code", "name"]))
    if where == "sign":
        sign = draw(st.sampled_from(sorted(MONEY_SIGNS)))
        minus = draw(st.sampled_from(["", "", "-", "−", "minus "]))
        text, unit, factor = f"{minus}{sign}{gap}{number.text}", MONEY_SIGNS[sign], -1 if minus else 1
        return Written(text, "money", number.value * factor, unit=unit)
    if where == "name":
        name = draw(st.sampled_from(sorted(MONEY_NAMES)))
        return Written(f"{number.text} {name}", "money", number.value, unit=MONEY_NAMES[name])
    if where == "wordy code":  # it has to touch the number, and that to look like an amount
        code, amount = draw(st.sampled_from(iso_codes(wordy=True))), draw(st.integers(1000, 10**9))
        return Written(f"{code}{amount:,}", "money", Decimal(amount), unit=code)
    code = draw(st.sampled_from(iso_codes(wordy=False)))
    if where == "code before":
        return Written(f"{code}{gap}{number.text}", "money", number.value, unit=code)
    gap = gap if number.text[-1].isdigit() else " "
    return Written(f"{number.text}{gap}{code}", "money", number.value, unit=code)


SHARE_SIGNS = {
    "%": "percent", " %": "percent", "\u202f%": "percent", " percent": "percent", " per cent": "percent",
    "‰": "permille", " permille": "permille", " percentage points": "percentage_point",
    " percentage point": "percentage_point", " pp": "percentage_point", " basis points": "basis_point",
    " bps": "basis_point", "bp": "basis_point",
}  # fmt: skip


@st.composite
def shares(draw: Draw) -> Written:
    """Percent, points, basis points, permille, in signs and words."""
    number = draw(with_signs(unsigned() | fractions()) | words())
    sign = draw(st.sampled_from([sign for sign in SHARE_SIGNS if sign[0] == " " or not number.spelled]))
    return Written(number.text + sign, "percent", number.value, unit=SHARE_SIGNS[sign])


@cache
def unit_forms() -> tuple[tuple[str, str, Decimal], ...]:
    """Surface form, unit and factor of every row of the unit table that stands for its unit wherever it stands.

    Left out are "bps" and "pc", which are basis points and percent first.
    """
    lexicon = unit_lexicon()
    names = [(form, entry) for form, entry in lexicon.names.items() if not entry.flags]
    symbols = [(form, entry) for form, entry in lexicon.symbols.items() if not entry.flags and len(form) > 1]
    kept = [(form, entry) for form, entry in names + symbols if form[0].isalpha() and form not in {"bps", "pc"}]
    return tuple(sorted((form, entry.unit, entry.factor) for form, entry in kept))


@st.composite
def measures(draw: Draw) -> Written:
    """A number and a unit, by its name or symbol."""
    form, unit, factor = draw(st.sampled_from(unit_forms()))
    spelled_out = form.islower() and len(form) > 3
    number = draw(numerals() if spelled_out else with_signs(unsigned()))
    glued = not spelled_out and number.text[-1].isdigit() and draw(st.booleans())
    return Written(f"{number.text}{'' if glued else ' '}{form}", "measure", number.value * factor, unit=unit)


def counts() -> Strategy[Written]:
    """Bare numbers, with a noun behind that is no part of them."""
    nouns = st.sampled_from(["geese", "red lamps", "people", "wooden boats"])
    bare = numerals().filter(lambda number: not number.text.startswith("+"))
    return st.builds(lambda number, noun: Written(number.text, value=number.value).within("", f" {noun}"), bare, nouns)


def quantities() -> Strategy[Written]:
    return st.one_of(money(), shares(), measures(), counts())


# What quantities are put together to

JOINTS = ("-", "–", " to ", " – ", "–")


@st.composite
def ranges(draw: Draw) -> Written:
    """Two ends with the unit at both or shared, a shared magnitude, "between … and"."""
    low, high = sorted(draw(st.lists(st.integers(2, 99), min_size=2, max_size=2, unique=True)))
    sort = draw(st.sampled_from(["money", "percent", "measure"]))
    joint = draw(st.sampled_from(JOINTS))
    unit = {"money": "EUR", "percent": "percent", "measure": "kilogram"}[sort]
    scale, word = draw(st.sampled_from([(1, ""), (10**6, " million"), (10**9, " billion")]))
    if sort == "money":
        sign = draw(st.sampled_from(["", "€"]))
        text = f"€{low}{word if sign else ''}{joint}{sign}{high}{word}"
    else:
        mark, (scale, word) = {"percent": "%", "measure": " kg"}[sort], (1, "")
        text = f"{low}{mark if draw(st.booleans()) else ''}{joint}{high}{mark}"
    found = Written(text, sort, low=Decimal(low * scale), high=Decimal(high * scale), unit=unit)
    if joint == " to " and draw(st.booleans()):
        found = replace(found, text=text.replace(" to ", " and ")).within("between ", "")
    return found


BEFORE: dict[str, tuple[str, ...]] = {
    ">": ("more than", "over", "in excess of", "greater than", "above", "well over"),
    ">=": ("at least", "no less than", "a minimum of"),
    "<": ("less than", "under", "below", "well under"),
    "<=": ("up to", "at most", "no more than", "as much as", "a maximum of"),
    "~": ("about", "around", "roughly", "approximately", "some", "an estimated", "close to", "~"),
    "~<": ("nearly", "almost", "just under", "just short of"),
    "~>": ("just over", "slightly more than", "a little over"),
}
BEHIND = {"~": ("or so", "or thereabouts"), ">=": ("or more", "or above"), "<=": ("or less", "or below")}


@st.composite
def qualified(draw: Draw) -> Written:
    """A quantity with a comparator before or behind."""
    inner = draw((money() | shares() | measures()).filter(lambda it: not it.text.startswith(("-", "−", "+", "minus"))))
    behind = draw(st.booleans())
    comparator = draw(st.sampled_from(sorted(BEHIND if behind else BEFORE)))
    phrase = draw(st.sampled_from((BEHIND if behind else BEFORE)[comparator]))
    gap = "" if phrase == "~" else " "
    around = inner.within("", f" {phrase}") if behind else inner.within(phrase + gap, "")
    return replace(around, comparator=comparator)


BASES = {
    "a year": "year",
    "per day": "day",
    "an hour": "hour",
    "each": "each",
    "per person": "person",
    "/month": "month",
}


@st.composite
def rates(draw: Draw) -> Written:
    """An amount or share per something."""
    # "5 bps per day" is bits per second first
    inner, base = (
        draw(money() | shares().filter(lambda it: it.text[-3:] != "bps")),
        draw(st.sampled_from(sorted(BASES))),
    )
    return replace(inner.within("", base if base[0] == "/" else f" {base}"), per=BASES[base])


@st.composite
def compounds(draw: Draw) -> Written:
    """As in "6 ft 2 in", "1 hour 30 minutes", "20 dollars 43 cents"."""
    large, small = draw(st.integers(2, 99)), draw(st.integers(2, 11))
    forms: tuple[tuple[str, str, Decimal | int, str], ...] = (
        (f"{large} ft {small} in", "measure", large * 12 + small, "inch"),
        (f"{large} feet {small} inches", "measure", large * 12 + small, "inch"),
        (f"{large} hours {small} minutes", "measure", large * 60 + small, "minute"),
        (f"{large} hours and {small} minutes", "measure", large * 60 + small, "minute"),
        (f"{large}h {small}min", "measure", large * 60 + small, "minute"),
        (f"{large} lb {small} oz", "measure", large * 16 + small, "ounce"),
        (f"{large} dollars {small} cents", "money", large + Decimal(small) / 100, "USD"),
        (f"{large} euros and {small} cents", "money", large + Decimal(small) / 100, "EUR"),
    )
    text, kind, value, unit = draw(st.sampled_from(forms))
    return Written(text, kind, Decimal(value), unit=unit)


@st.composite
def toleranced(draw: Draw) -> Written:
    """As in "52% ± 3", "5 ± 0.2 kg"."""
    value, width = draw(st.integers(20, 99)), draw(st.sampled_from(["0.5", "2", "3.25"]))
    mark = draw(st.sampled_from([" ± ", "±", " +/- ", " plus or minus "]))
    forms = (("percent", f"{value}%{mark}{width}%"), ("percent", f"{value}%{mark}{width}"))
    kilos: tuple[Literal["measure"], str] = ("measure", f"{value}{mark}{width} kg")
    kind, text = draw(st.sampled_from([*forms, kilos]))
    unit = "percent" if kind == "percent" else "kilogram"
    return Written(text, kind, Decimal(value), unit=unit, tolerance=Decimal(width))


def in_texts() -> Strategy[str]:
    """Texts with one quantity or several side by side."""
    whole = st.one_of(quantities(), ranges(), qualified(), rates(), compounds(), toleranced())
    pieces = st.lists(st.tuples(surroundings(), whole), min_size=1, max_size=3)
    return pieces.map(lambda parts: "".join(before + it.text + after for (before, after), it in parts))
