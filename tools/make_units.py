"""Write claimx/data: units.tsv from pint and quantulum3's lexicon, currencies.tsv and places.tsv from ISO and CLDR.

Run as `python -m tools.make_units`. claimx never imports this: what it writes is checked in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pint

from claimx.units.tables import spelled_out
from tools.make_currencies import currency_rows, place_rows

DATA = Path(__file__).parent.parent / "claimx" / "data"
PREFIXES = {
    "quetta": "Q", "ronna": "R", "yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G",
    "mega": "M", "kilo": "k", "hecto": "h", "deca": "da", "deci": "d", "centi": "c", "milli": "m", "micro": "µ",
    "nano": "n", "pico": "p", "femto": "f", "atto": "a", "zepto": "z", "yocto": "y", "ronto": "r", "quecto": "q",
}  # fmt: skip
BINARY = {
    "kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi", "exbi": "Ei", "zebi": "Zi", "yobi": "Yi",
}  # fmt: skip


class Base(NamedTuple):
    """A unit that takes prefixes: pint's name, its spellings, its symbols, the prefix symbols met in texts.

    Not every prefix goes with every symbol: "5 pm" is a time of day, "TV" no teravolt, "MA" a state.
    """

    unit: str
    names: str
    symbols: str = ""
    prefixes: str = ""


BASES = (
    Base("meter", "meter(s)|metre(s)", "m", "k c m µ n d"),
    Base("gram", "gram(s)|gramme(s)", "g", "k m µ n p c d M G T"),
    Base("liter", "liter(s)|litre(s)", "l|L", "m µ n c d h k"),
    Base("second", "second(s)", "s", "m µ n p f"),
    Base("watt", "watt(s)", "W", "k M G T m µ n p"),
    Base("volt", "volt(s)", "V", "k M m µ n"),
    Base("ampere", "ampere(s)|amp(s)", "A", "k m µ n p"),
    Base("ohm", "ohm(s)", "Ω", "k M G m µ"),
    Base("joule", "joule(s)", "J", "k M G T P m µ n"),
    Base("pascal", "pascal(s)", "Pa", "h k M G m"),
    Base("hertz", "hertz", "Hz", "k M G T m"),
    Base("newton", "newton(s)", "N", "k m µ n"),
    Base("electron_volt", "electron volt(s)|electronvolt(s)", "eV", "k M G T P m"),
    Base("becquerel", "becquerel(s)", "Bq", "k M G T P m"),
    Base("sievert", "sievert(s)", "Sv", "m µ n"),
    Base("gray", "gray(s)", "Gy", "m k c"),
    Base("farad", "farad(s)", "F", "p n µ m"),
    Base("henry", "henry(s)|henries", "H", "m µ n"),
    Base("tesla", "tesla(s)", "T", "m µ n"),
    Base("coulomb", "coulomb(s)", "C", "m µ n"),
    Base("siemens", "siemens", "S", "m µ k"),
    Base("mole", "mole(s)", "mol", "k m µ n p"),
    Base("molar", "molar", "M", "m µ n"),
    Base("lumen", "lumen(s)", "lm", "k"),
    Base("lux", "lux", "lx", "k"),
    Base("candela", "candela(s)", "cd", ""),
    Base("parsec", "parsec(s)", "pc", "k M G"),
    Base("bar", "bar(s)", "bar", "m µ n k"),
    Base("watt_hour", "watt hour(s)", "Wh|W h", "k M G T"),
    Base("ampere_hour", "ampere hour(s)|amp hour(s)", "Ah|A h", "m k"),
    Base("calorie", "calorie(s)", "cal", "k"),
    Base("volt_ampere", "volt ampere(s)", "VA", "k M"),
    Base("kelvin", "kelvin(s)", "K", "m µ"),
    Base("byte", "byte(s)", "B", "k M G T P E Z Y"),
    Base("bit", "bit(s)", "bit", "k M G T P E"),
    Base("pixel", "pixel(s)", "", ""),
    Base("hectare", "hectare(s)", "ha", ""),
    Base("dalton", "dalton(s)", "Da", "k M"),
)
# Of quantulum3's lexicon: sorts of units that claimx reads by other rules, and forms that mean something else in
# running text ("two turns", "a quarter") or another unit than pint reads.
OTHER_SORTS = frozenset({"currency", "dimensionless", "data storage", "typographical element", "luminance"})
OTHER_WORDS = frozenset({"square", "cubic", "cu", "per", "of", "celsius", "centigrade", "horsepower", "liquid"})
SHORTEST = 4
OTHER_SENSES = frozenset(
    "span|shake|drop|hand|quarter|quad|barn|gal|galileo|league|kip|pond|tex|peck|cubit|ell|turn|cycle|circle|rad|rem|nit"
    "|candle|den|denier|thermie|franklin|stokes|curie|gauss|weber|rutherford|langley|knot|minute|second|degree|barrel"
    "|weight ton|atmosphere|mho|faraday|stere|hartree|poise|barad|bary|barye|maxwell|lustrum|twip|pint dry|dram"
    "|megaton|kiloton|gigaton|megatonne|kilotonne|gigatonne|ton|tonne|pound|stone|inch mercury"
    "|decade|century|millennium|oersted|statcoulomb|statvolt|statmho|statohm"
    "|minute of arc|second of arc|gradian|speed of light|calorie|small calorie|gram calorie|lightspeed".split("|")
)


def main() -> None:
    """Write the tables."""
    write("units.tsv", UNITS_HEAD, unit_rows())
    write("currencies.tsv", CURRENCIES_HEAD, currency_rows())
    write("places.tsv", PLACES_HEAD, place_rows())


def write(name: str, head: str, rows: Iterator[tuple[str, ...]]) -> None:
    """Write a table: its head, then its rows, divided by tabs."""
    lines = [head.strip(), *("\t".join(row).rstrip() for row in rows)]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


UNITS_HEAD = """
# Units of measure. Written by `python -m tools.make_units` from pint's registry and quantulum3's lexicon (MIT licence).
# Do not edit: units_extra.tsv is for additions, and goes before. Its head explains the columns:
# unit, factor, flags, names, symbols
"""
CURRENCIES_HEAD = """
# Currencies. Written by `python -m tools.make_units` from ISO 4217 (codes and decimals, through iso4217), Unicode CLDR
# (names; Unicode licence v3, through Babel) and minor_units.tsv.
# Do not edit: currencies_extra.tsv is for additions, and goes before. Its head explains the columns:
# unit, factor, flags, names, signs; and the number of decimals that ISO 4217 gives the currency
"""
PLACES_HEAD = """
# Where a currency is used, so that "pesos" are Chilean in a text on Chile. Written by `python -m tools.make_units` from
# Unicode CLDR (Unicode licence v3) through Babel, and minor_units.tsv. Do not edit.
# Columns, divided by tabs: ISO 4217 code, what its units are called, its countries, people and cities
"""


def unit_rows() -> Iterator[tuple[str, ...]]:
    """The rows of units.tsv: units with prefixes, then what quantulum3 has besides."""
    for base in BASES:
        yield base.unit, "1", "", base.names, base.symbols
        for prefix, sign in prefixes_of(base):
            yield prefixed(base, prefix, sign)
    yield from lexicon_rows()


def lexicon_rows() -> Iterator[tuple[str, ...]]:
    """The rows for what quantulum3's lexicon has besides: units that pint knows by one of their names."""
    lexicon = json.loads(files("quantulum3").joinpath("units.json").read_text(encoding="utf-8"))
    known = {form for base in BASES for prefix in ("", *PREFIXES) for name in base.names.split("|")
             for form in spelled_out(prefix + name)}  # fmt: skip
    for name, unit in lexicon.items():
        forms = [form for form in (name, *(unit.get("surfaces") or [])) if is_plain(form) and form not in known]
        canonical_unit = next(filter(None, map(pint_unit, forms)), None)
        if canonical_unit and unit.get("entity") not in OTHER_SORTS and name not in OTHER_SENSES:
            names = dict.fromkeys(form.lower().replace("-", " ") + "(s)" for form in forms)
            yield canonical_unit, "1", "", "|".join(names), ""


def is_plain(form: str) -> bool:
    """Whether a form of the lexicon is a word or words that take a plural in -s and mean one thing."""
    words = form.replace("-", " ").split()
    plain = all(map(str.isalpha, words)) and len(form) >= SHORTEST and not form.endswith(("s", "foot", "inch", "dry"))
    return plain and form not in OTHER_SENSES and not OTHER_WORDS & set(words)


def pint_unit(form: str) -> str | None:
    """The canonical name of the unit that pint knows by this form, or none."""
    try:
        unit = registry().Unit(form.lower().replace("metre", "meter").replace("-", "_").replace(" ", "_"))
    except (pint.PintError, AttributeError, TypeError):
        return None
    return str(unit)


def prefixes_of(base: Base) -> Iterator[tuple[str, str]]:
    """The prefixes that a unit takes, with their signs."""
    yield from PREFIXES.items()
    if base.unit in {"bit", "byte"}:
        yield from BINARY.items()


def prefixed(base: Base, prefix: str, sign: str) -> tuple[str, ...]:
    """The row of a unit with a prefix: "kilometer", 1, "", "kilometer(s)|kilometre(s)", "km"."""
    names = "|".join(prefix + name for name in base.names.split("|"))
    known = sign in base.prefixes.split() or sign in BINARY.values()
    symbols = "|".join(sign + symbol for symbol in base.symbols.split("|") if symbol) if known else ""
    return canonical(prefix + base.unit), "1", "", names, symbols


@cache
def registry() -> pint.UnitRegistry[Any]:
    """A plain registry."""
    return pint.UnitRegistry()


def canonical(unit: str) -> str:
    """A unit as pint prints it."""
    return str(registry().Unit(unit))


if __name__ == "__main__":
    main()
