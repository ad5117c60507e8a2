"""The rows of currencies.tsv and places.tsv, from ISO 4217, Unicode's CLDR (through Babel) and our minor units.

Part of `python -m tools.make_units`; claimx never imports this.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import NamedTuple

import iso4217
from babel import Locale
from babel.core import get_global

from claimx.units.tables import minor_rows

HISTORIC = frozenset(
    "DEM FRF ITL ESP NLG BEF ATS FIM GRD IEP PTE HRK BGN EEK LVL LTL SKK SIT MTL CYP LUF ZWL VEF BYR TRL ROL CUC SLL "
    "ANG CSK".split()
)
NO_CURRENCY = frozenset({"XXX", "XTS"})  # "no currency" and "for tests"
FUNDS = frozenset({"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW"})
NAMED_X = frozenset({"XAF", "XCD", "XCG", "XOF", "XPF"})
# Codes often written in lower case; the others are words, names or too rare to be worth the risk.
LOWER = frozenset(
    "USD EUR GBP JPY CNY INR AUD CAD CHF SEK NOK DKK NZD SGD HKD ZAR MXN BRL RUB KRW THB PLN CZK HUF ILS IDR MYR PHP "
    "PKR BDT LKR NGN KES GHS EGP UAH TWD KZT AED VND".split()
)
# Nouns that mean something else in running text: they need an adjective, or a row in currencies_extra.tsv.
OTHER_WORDS = frozenset("real reals won rand sol soles mark marks gold unit units som dram drams kip kips leu".split())
# Which currency a bare noun stands for where nothing in the text tells.
DEFAULTS = {
    "dollar": "USD", "pound": "GBP", "franc": "CHF", "peso": "MXN", "rupee": "INR", "dinar": "KWD", "dirham": "AED",
    "krone": "NOK", "rial": "IRR", "riyal": "SAR", "shilling": "KES", "ruble": "RUB", "kwacha": "ZMW", "manat": "AZN",
}  # fmt: skip
# What CLDR does not have: other names of countries and of their people.
ALIASES = {
    "US": "US|U.S|USA|America|American|Americans|Washington", "GB": "UK|U.K|Britain|British|England|English|Scotland",
    "TR": "Turkey|Turkish", "AE": "UAE|Emirates|Emirati", "AR": "Argentinian", "KR": "Korea|Korean|South Korean",
    "CZ": "Czech Republic", "CN": "Beijing", "RU": "Moscow", "IR": "Tehran", "IN": "Delhi|Mumbai",
    "PK": "Islamabad|Lahore", "CA": "Ottawa|Montreal|Calgary", "AU": "Canberra", "NZ": "Wellington", "CH": "Bern",
    "BR": "Rio de Janeiro|Brasilia", "SE": "Gothenburg", "ZA": "Cape Town", "CO": "Medellin",
    "CL": "Valparaiso", "PH": "Filipino", "TW": "Taiwan|Taiwanese", "NP": "Nepali", "SA": "Saudi|Riyadh",
    "CG": "Congolese", "CD": "Congolese", "QA": "Doha", "VN": "Hanoi", "NG": "Abuja", "KE": "Mombasa", "MA": "Rabat",
    "YE": "Sanaa", "OM": "Oman", "KW": "Kuwait City", "MX": "Guadalajara", "LB": "Lebanese", "RO": "Romania",
}  # fmt: skip


NO_PLACES = frozenset({"Us", "Jersey", "Wake", "Midway", "Resolute", "Regina", "Canary", "Phoenix", "Nome", "Port"})


class Money(NamedTuple):
    """A currency: its code, how many decimals its minor unit has, its adjective and its noun with the plurals."""

    code: str
    digits: int | None
    adjective: str
    noun: str
    plurals: tuple[str, ...]


@cache
def currencies() -> dict[str, Money]:
    """All currencies of ISO 4217, and the late ones that texts still name."""
    published = {row.code.upper(): row.exponent for row in iso4217.Currency}
    codes = sorted({*published, *HISTORIC} - NO_CURRENCY)
    return {code: currency(code, published.get(code, 2)) for code in codes}


def currency(code: str, digits: int | None) -> Money:
    """A currency with the names that CLDR has for it; without names where only its code is in use."""
    locale = Locale("en")
    if code not in locale.currencies or (code.startswith("X") and code not in NAMED_X) or code in FUNDS:
        return Money(code, digits, "", "", ())
    adjective, _, noun = tidied(locale.currencies[code]).rpartition(" ")
    plurals = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001 — Babel has no public door to the plurals
    nouns = (
        {tidied(plural).rpartition(" ")[2] for plural in plurals.values()}
        | {f"{noun}s", plain(noun)}
        | ({f"{noun}es"} if noun[-1] in "ln" else set())
    )
    return Money(code, digits, adjective, noun, tuple(sorted((nouns | set(map(plain, nouns))) - {noun})))


def tidied(name: str) -> str:
    """A currency's name as a text has it, in lower case and without years: "trinidad and tobago dollars"."""
    return name.partition(" (")[0].lower().replace("-", " ").replace("&", "and").replace(".", "")


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


def currency_rows() -> Iterator[tuple[str, ...]]:
    """The rows of currencies.tsv: minor units, bare nouns, then each currency with its full names and its code."""
    yield from minor_unit_rows()
    for noun, owners in sorted(by_noun().items()):
        forms = [noun, *currencies()[owners[0]].plurals]
        if not OTHER_WORDS & set(forms) and noun.isalpha():
            code = DEFAULTS.get(noun, owners[0])
            yield code, "1", f"inferred of:{noun}" if len(owners) > 1 else "", "|".join(forms), ""
    for money in currencies().values():
        flags = "" if money.noun or money.code in FUNDS else "big"
        signs = f"{money.code}|{money.code.lower()}|{money.code.title()}" if money.code in LOWER else money.code
        digits = "" if money.digits is None else str(money.digits)
        yield money.code, "1", flags, "|".join(full_names(money)), signs, digits


def by_noun() -> dict[str, list[str]]:
    """The codes of the currencies of today by their noun: which are dollars, which pesos."""
    found: dict[str, list[str]] = defaultdict(list)
    for money in currencies().values():
        if money.noun and money.code not in HISTORIC:
            found[money.noun].append(money.code)
    return found


def full_names(money: Money) -> Iterator[str]:
    """The names of a currency with its adjective or its country: "argentine pesos", "kenya shilling"."""
    if money.noun and not money.adjective:
        yield from (money.noun, *money.plurals)
        return
    country = tidied(Locale("en").territories.get(money.code[:2], ""))
    known = [money.adjective, *(tidied(name) for name in ALIASES.get(money.code[:2], "").split("|"))]
    for adjective in dict.fromkeys(filter(None, (*known, "" if money.code in HISTORIC else country))):
        if money.noun and "." not in adjective and "'" not in adjective:
            yield from (f"{adjective} {noun}" for noun in (money.noun, *money.plurals))


def minor_unit_rows() -> Iterator[tuple[str, ...]]:
    """The rows of minor units: the default of each name, and the names with an adjective ("canadian cents")."""
    for names, owners, bare in minor_rows():
        (code, factor), *others = ((owner, minor_factor(*owner)) for owner in owners)
        sort = names[0].replace(" ", "-")
        if bare:
            yield code[0], factor, f"inferred of:{sort}" if others else "", "|".join(names), ""
        for owner, its_factor in ((code, factor), *others):
            money = currencies().get(owner[0])
            if money and money.adjective and others:
                yield owner[0], its_factor, "", "|".join(f"{money.adjective} {name}" for name in names), ""


def minor_factor(code: str, stated: str) -> str:
    """What a minor unit is worth: as stated, else by the decimals that ISO 4217 gives."""
    digits = currencies()[code].digits
    return stated or format(Decimal(1).scaleb(-(2 if digits is None else digits)), "f")


def place_rows() -> Iterator[tuple[str, ...]]:
    """The rows of places.tsv: code, what its units are called, and the places and people that use it."""
    sorts: dict[str, set[str]] = defaultdict(set)
    for noun, owners in by_noun().items():
        for code in owners:
            sorts[code].add(noun)
    for names, owners, _ in minor_rows():
        for code, _ in owners:
            sorts[code].add(names[0].replace(" ", "-"))
    for code in sorted(sorts):
        if code in currencies() and code not in HISTORIC:
            yield code, "|".join(sorted(sorts[code])), "|".join(places_of(currencies()[code]))


def places_of(money: Money) -> Iterable[str]:
    """The names of the countries, people and cities that pay in a currency."""
    places = [" ".join(word.title() if word != "and" else word for word in money.adjective.split())]
    for territory in sorted(territories(money.code)):
        name = Locale("en").territories[territory].replace("&", "and")
        zones = get_global("territory_zones").get(territory, [])
        cities = [
            zone.rpartition("/")[2].replace("_", " ") for zone in zones if zone.count("/") == 1 or territory == "AR"
        ]
        places += [name.partition(" (")[0], *ALIASES.get(territory, "").split("|"), *cities]
    return dict.fromkeys(place for place in places if place not in NO_PLACES | {""} and "'" not in place)


def territories(code: str) -> Iterator[str]:
    """The territories where a currency is legal tender today."""
    today = datetime.now(tz=UTC).date()
    for territory, rows in get_global("territory_currencies").items():
        if any(row[0] == code and row[3] and (row[2] is None or date(*row[2]) >= today) for row in rows):
            yield territory
