"""Units: what is read as which, and what is none."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.units import UnitMatch, Units
from claimx.units.conversion import pint_name
from claimx.units.grammar import canonical, powers_of
from claimx.units.tables import Lexicon, currency_lexicon, decimals, minor_units, unit_lexicon

UNITS = Units.default()

FACTORS = [
    ("3 decades", 2, "year", 10),
    ("2 centuries", 2, "century", 1),
    ("2 millennia", 2, "millennium", 1),
    ("4 Myr", 2, "megayear", 1),
    ("5 gigatonnes", 2, "gigametric_ton", 1),
    ("6 litres per 100 km", 2, "liter / kilometer", "0.01"),
    ("6 L/100km", 2, "liter / kilometer", "0.01"),
    ("2 mm per decade", 2, "millimeter / year", "0.1"),
    ("3 feet per century", 2, "foot / century", 1),
    ("9 ppb", 2, "ppm", "0.001"),
    ("2 mmBtu", 2, "british_thermal_unit", 1_000_000),
]

GLUED = {
    "a 6in gap": (3, 5, "inch"),
    "a 6-in gap": (4, 6, "inch"),
    "a 5-year-old": (4, 8, "year"),
    "5km away": (1, 3, "kilometer"),
    "a 12V socket": (4, 5, "volt"),
    "9.58s flat": (4, 5, "second"),
    "a 50mph limit": (4, 7, "mile / hour"),
    "a 48MP camera": (4, 6, "megapixel"),
    'a 6" gap': (3, 4, "inch"),
    "6'2\" tall": (1, 2, "foot"),
    "6’2” tall": (1, 2, "foot"),
    "6'2\" tall so": (3, 4, "inch"),
    "it was 30C (86F) in the heat": (9, 10, "degree_Celsius"),
    "it is cold: 30F today": (14, 15, "degree_Fahrenheit"),
    "6 ft 2 in the nude": (7, 9, "inch"),
    "1/2 cup": (4, 7, "cup"),
    "3 cups of flour": (2, 6, "cup"),
    "a 5-second rule": (4, 10, "second"),
    "ten years' time": (4, 9, "year"),
    "5 tons.": (2, 6, "ton"),
    "5 km, per head": (2, 4, "kilometer"),
    "5 miles per person": (2, 7, "mile"),
    "2 km-3 km": (2, 4, "kilometer"),
    "5 m/s.": (2, 5, "meter / second"),
    "5 hours a friend": (2, 7, "hour"),
}

NO_UNITS = [
    ("5 in the house", 2),
    ("one in ten", 4),
    ("5 in 10 people", 2),
    ("5 in favour", 2),
    ("the 1990s were", 8),
    ("his 50s were", 6),
    ("5 a day", 2),
    ("5 A-levels", 2),
    ("5 A students", 2),
    ("5 at a time", 2),
    ("5 J. K. books", 2),
    ("Section 5A says", 9),
    ("seat 12F is", 7),
    ("5 houses", 2),
    ("5 people", 2),
    ("5 points", 2),
    ("5 bars in town", 2),
    ("won 5 cups in a row", 6),
    ("two second-half goals", 4),
    ("two second half goals", 4),
    ("five degrees of freedom", 5),
    ("three Teslas crashed", 6),
    ("10 stone walls", 3),
    ("5 moles in the lawn", 2),
    ("on 5 May", 5),
    ("5 pm", 2),
    ("5 am", 2),
    ("5 p.m.", 2),
    ("5 TV sets", 2),
    ("a 5G network", 3),
    ("100K users", 3),
    ("he rose to 5' and", 11),
    ('he said "rose to 5" and', 18),
    ("45N of here", 2),
    ("5 million", 2),
    ("5 per cent", 2),
    ("Figure 5B shows", 8),
    ("the 16S gene", 6),
    ("at 57°44'8.47” N", 13),
    ("5 H atoms", 2),
    ("5 per day", 2),
    ("5 kmx", 2),
    ("5 m2x", 2),
    ("five", 4),
    ("", 0),
]

MINOR = [
    ("68p", 2, "GBP", "0.01"), ("5 pence", 2, "GBP", "0.01"), ("5 cents", 2, "USD", "0.01"), ("5¢", 1, "USD", "0.01"),
    ("5 euro cents", 2, "EUR", "0.01"), ("5 kopecks", 2, "RUB", "0.01"), ("5 sen", 2, "MYR", "0.01"),
    ("3 MEUR", 2, "EUR", "1000000"),
]  # fmt: skip

BEFORE = {
    "$": ("USD", True), "US$": ("USD", False), "£": ("GBP", False), "€": ("EUR", False), "¥": ("JPY", True),
    "A$": ("AUD", False), "C$": ("CAD", False), "CA$": ("CAD", False), "HK$": ("HKD", False), "NZ$": ("NZD", False),
    "S$": ("SGD", False), "NT$": ("TWD", False), "R$": ("BRL", False), "₹": ("INR", False), "Rs": ("INR", True),
    "RM": ("MYR", False), "Rp": ("IDR", False), "CHF": ("CHF", False), "USD": ("USD", False), "EUR": ("EUR", False),
    "GBP": ("GBP", False), "kr": ("SEK", True), "₩": ("KRW", False), "U.S.$": ("USD", False), "US $": ("USD", False),
    "$US": ("USD", False), "SFr": ("CHF", False), "RMB": ("CNY", False), "Mex$": ("MXN", False),
}  # fmt: skip

NO_CURRENCY_AFTER = [
    ("5 ALL", 2), ("5 TOP", 2), ("5 TRY lines", 2), ("5 CUP", 2), ("5 c", 2), ("5 p", 2), ("1080p video", 4),
    ("5p.m. on", 1), ("5 won the race", 2), ("two real problems", 4), ("sold 5 €10 notes", 7), ("2023 EUR 5m", 5),
    ("5 krill", 2), ("5 pennants", 2), ("5 USDA", 2), ("", 0), ("5", 1),
]  # fmt: skip

NO_CURRENCY_BEFORE = ["COP", "TOP ", "ALL", "xUSD", "AUSD", "HRM", "no", "", "PEN "]


def cases(sort: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / "corpus" / "units.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{sort}\t")]
    return [(unit, form) for _, unit, forms in rows for form in forms.split("|")]


def entries(lexicon: Lexicon) -> list[Any]:
    return list(chain(lexicon.names.values(), lexicon.symbols.values()))


@pytest.mark.parametrize(("unit", "form"), cases("measure"))
def test_a_form_is_read_as_its_unit(unit: str, form: str) -> None:
    found = UNITS.measure_at(f"7 {form}", 2)
    assert found is not None
    assert (found.unit, found.factor) == (unit, Decimal(1))
    assert form[found.end - 2 :] in {"", ".", " of torque"}


@pytest.mark.parametrize(("text", "start", "unit", "factor"), FACTORS)
def test_a_form_with_a_factor(text: str, start: int, unit: str, factor: int | str) -> None:
    assert UNITS.measure_at(text, start) == UnitMatch(start, len(text), unit, Decimal(factor), inferred=False)


@pytest.mark.parametrize("text", GLUED)
def test_a_form_in_its_place(text: str) -> None:
    start, end, unit = GLUED[text]
    found = UNITS.measure_at(text, start)
    assert found is not None
    assert (found.end, found.unit) == (end, unit)


@pytest.mark.parametrize(("text", "start"), NO_UNITS)
def test_no_unit(text: str, start: int) -> None:
    assert UNITS.measure_at(text, start) is None


@pytest.mark.parametrize("form", ["m", "pounds", "tons", "degrees", "calories", "K", "barrels"])
def test_an_ambiguous_form_is_inferred(form: str) -> None:
    found = UNITS.measure_at(f"7 {form}", 2)
    assert found is not None
    assert found.inferred


@pytest.mark.parametrize(("code", "form"), cases("currency"))
def test_a_currency_after_a_number(code: str, form: str) -> None:
    text = f"5,700 {form}"
    found = UNITS.currency_at(text, 6)
    assert found is not None
    assert (found.unit, found.end, found.factor) == (code, len(text), Decimal(1))


@pytest.mark.parametrize(("text", "start", "code", "factor"), MINOR)
def test_minor_units(text: str, start: int, code: str, factor: str) -> None:
    found = UNITS.currency_at(text, start)
    assert found is not None
    assert (found.unit, found.factor, found.end) == (code, Decimal(factor), len(text))


@pytest.mark.parametrize("sign", BEFORE)
def test_a_currency_before_a_number(sign: str) -> None:
    code, inferred = BEFORE[sign]
    end = len("for ") + len(sign)
    assert UNITS.currency_before(f"for {sign}5", end) == UnitMatch(4, end, code, Decimal(1), inferred)


@pytest.mark.parametrize(("text", "start"), NO_CURRENCY_AFTER)
def test_no_currency_after(text: str, start: int) -> None:
    assert UNITS.currency_at(text, start) is None


@pytest.mark.parametrize("sign", NO_CURRENCY_BEFORE)
def test_no_currency_before(sign: str) -> None:
    assert UNITS.currency_before(f"{sign}26", len(sign)) is None


@pytest.mark.parametrize("form", ["dollars", "pounds", "rupees", "pesos", "cents", "kr", "$"])
def test_an_ambiguous_currency_is_inferred(form: str) -> None:
    found = UNITS.currency_at(f"7 {form}", 2)
    assert found is not None
    assert found.inferred


def test_every_unit_of_the_tables_is_as_pint_prints_it() -> None:
    registry: pint.UnitRegistry[Any] = pint.UnitRegistry()
    units = {entry.unit for entry in entries(unit_lexicon())}
    assert [unit for unit in units if str(registry.Unit(unit)) != unit] == []


def test_every_factor_is_positive_and_every_code_well_formed() -> None:
    assert all(entry.factor > 0 for entry in entries(unit_lexicon()) + entries(currency_lexicon()))
    codes = {entry.unit for entry in entries(currency_lexicon())}
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize(
    "unit", ["meter / second", "newton * meter", "m**2*kg/s**2/K", "1/cm", "kg*ampere*foot/s/mol**2", "lb_t*ft*inch"]
)
def test_compounds_are_spelled_as_pint_does(unit: str) -> None:
    name = str(pint.UnitRegistry().Unit(unit.replace("lb_t", "pound")))
    assert canonical(powers_of(name)) == name


@given(st.text(), st.integers(0, 30))
def test_any_text_has_a_unit_or_none(text: str, start: int) -> None:
    start = min(start, len(text))
    for found in (UNITS.measure_at(text, start), UNITS.currency_at(text, start)):
        assert found is None or (found.start == start < found.end <= len(text))
    before = UNITS.currency_before(text, start)
    assert before is None or (before.end == start > before.start >= 0)


UNIT_WORDS = ["km", "m", " ", "/", "per", "a", "hour", "s", "-1", "²", "sq", "°", "C", "5", "·", "."]


@given(st.lists(st.sampled_from(UNIT_WORDS)))
def test_any_row_of_unit_words_has_a_unit_that_pint_knows(words: list[str]) -> None:
    found = UNITS.measure_at("".join(words), 0)
    if found:
        assert pint_name(found.unit) == found.unit


def test_long_texts_take_no_longer() -> None:
    for text in ("a" * 1_000_000, "m " * 500_000, "/" * 1_000_000, "m/" * 500_000, "°" * 1_000_000):
        for _ in range(200):
            UNITS.measure_at(text, 0)
            UNITS.currency_at(text, 0)
            UNITS.currency_before(text, len(text))


def test_reading_units_does_not_import_pint() -> None:
    code = "from claimx.units import Units; Units.default().measure_at('5 km', 2)"
    check = "import sys; assert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", f"{code}; {check}"], check=True)


def test_every_currency_of_iso_4217_reads_by_its_code() -> None:
    for code, places in decimals().items():
        found = UNITS.currency_before(f"{code}5,000", 3)
        assert found is not None, code
        assert (found.unit, found.factor) == (code, 1)
        assert 0 <= places <= 4
    assert len(decimals()) > 160


def test_every_minor_unit_is_read_behind_its_currency() -> None:
    for (code, name), factor in minor_units().items():
        found = UNITS.minor_at(code, f"5 {name} of it", 2)
        assert found == UnitMatch(2, 2 + len(name), code, factor, inferred=False), (code, name)
    assert minor_units()["USD", "cents"] == Decimal("0.01")
    assert minor_units()["JOD", "fils"] == Decimal("0.001")
    assert minor_units()["JOD", "piastres"] == Decimal("0.01")


def test_the_minor_units_of_the_tables_are_worth_what_iso_4217_says() -> None:
    stated = {("CNY", "jiao"), ("MRU", "khoums"), ("MGA", "iraimbilanja"), ("EGP", "millieme"), ("JOD", "piastre")}
    for (code, name), factor in minor_units().items():
        if decimals().get(code) and not any(code == owner and name.startswith(word) for owner, word in stated):
            assert factor == Decimal(1).scaleb(-decimals()[code]) or name in {"mao", "piaster", "piasters", "qirsh"}, (
                code
            )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In Chile it costs 5 pesos.", "CLP"),
        ("The Philippine budget is 5 pesos.", "PHP"),
        ("It costs 5 pesos.", "MXN"),
        ("Lebanon printed 5 pounds.", "GBP"),
        ("A loaf in Lebanon is 5 pounds.", "LBP"),
        ("It costs 5 rupees in Sri Lanka.", "LKR"),
        ("The new Sri Lankan rupee fell, and it costs 5 rupees.", "LKR"),
    ],
)
def test_a_noun_of_many_currencies_is_read_by_what_the_text_names(text: str, code: str) -> None:
    found = UNITS.currency_at(text, text.index("5 ") + 2)
    assert found is not None
    assert (found.unit, found.inferred) == (code, True)
