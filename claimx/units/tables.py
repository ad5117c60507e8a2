"""Unit and currency tables as look-up tables: surface form -> unit. Reads `claimx/data`, knows nothing of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

UNIT_TABLES = ("units.tsv", "units_extra.tsv")
CURRENCY_TABLES = ("currencies.tsv", "currencies_extra.tsv")
DROPPED = "-"
WORD_SIGNS = frozenset(" /°'\"℃℉")
FOLDED = {
    "º": "°", "˚": "°", "μ": "µ", "\u2126": "Ω", "\u212b": "Å",
    "’": "'", "′": "'", "”": '"', "″": '"', ".": "",
}  # fmt: skip


class Entry(NamedTuple):
    """What a surface form stands for: a unit, the factor its numbers are multiplied by, and its flags.

    >>> Entry("year", Decimal(10), ()).factor
    Decimal('10')
    """

    unit: str
    factor: Decimal
    flags: tuple[str, ...]


class Lexicon(NamedTuple):
    """Surface forms of one sort (units or currencies), looked up by their words.

    `names` match in any case, `symbols` as written. `longest` gives, for a first word in lower case, how many words
    the longest form that begins so has: most words of a text are none, and are done with after one look-up. `second`
    are the second words of all longer forms. `first` are the letters, in lower case, or the sign that symbols not of
    letters alone begin with, `last` the two characters, or the one, that symbols end with, `odd` the forms that are
    not made of words, such as a user's "CO2e".

    >>> lexicon = Lexicon.of({"nautical mile": Entry("nautical_mile", Decimal(1), ())}, {})
    >>> lexicon.longest["nautical"]
    2
    """

    names: Mapping[str, Entry]
    symbols: Mapping[str, Entry]
    longest: Mapping[str, int]
    second: frozenset[str]
    widest: int
    first: frozenset[str]
    last: frozenset[str]
    odd: tuple[str, ...]

    @classmethod
    def of(cls, names: Mapping[str, Entry], symbols: Mapping[str, Entry]) -> Lexicon:
        """A lexicon of these forms, which are already folded (see `folded`), the names in lower case."""
        longest = dict.fromkeys(filter(str.isalpha, (*names, *map(str.lower, symbols))), 1)
        others = [form for form in (*names, *symbols) if not form.isalpha()]
        second: set[str] = set()
        for form in others:
            words = form.lower().replace("/", " ").split(" ")
            if longest.get(words[0], 0) < len(words):
                longest[words[0]] = len(words)
            second.update(words[1:2])
        widest = max(map(len, symbols), default=0)
        apart = [form for form in others if not form.replace(" ", "").isalpha()]
        odd = sorted(filter(_is_odd, apart), key=len, reverse=True)
        tables = (MappingProxyType(dict(names)), MappingProxyType(dict(symbols)), MappingProxyType(longest))
        begins, ends = frozenset(map(_head, filter(_is_mixed, symbols))), frozenset(form[-2:] for form in symbols)
        return cls(*tables, frozenset(second), widest, begins, ends, tuple(odd))

    def find(self, form: str) -> Entry | None:
        """The entry for words joined by single spaces: as a symbol, else as a name in any case."""
        return self.symbols.get(form) or self.names.get(form.lower())

    def merged(self, names: Mapping[str, Entry], symbols: Mapping[str, Entry]) -> Lexicon:
        """A lexicon with these forms too; they go before the ones it has."""
        return Lexicon.of({**self.names, **names}, {**self.symbols, **symbols})


def _is_mixed(symbol: str) -> bool:
    return not symbol.isalpha()


def _head(symbol: str) -> str:
    return "".join(takewhile(str.isalpha, symbol.replace(".", ""))).lower() or symbol[0]


def _is_odd(form: str) -> bool:
    return not all(char.isalpha() or char in WORD_SIGNS for char in form)


def folded(word: str) -> str:
    """A word of a text as the tables spell it: look-alike signs made one, the dots of an abbreviation left out.

    >>> folded("μm"), folded("º"), folded("U.S.")
    ('µm', '°', 'US')
    """
    return word if word.isascii() and "." not in word else word.translate(_fold_table())


@cache
def _fold_table() -> dict[int, str]:
    return str.maketrans(FOLDED)


@cache
def unit_lexicon() -> Lexicon:
    """The built-in units of measure.

    >>> unit_lexicon().find("kilometres").unit
    'kilometer'
    """
    return _lexicon(UNIT_TABLES)


@cache
def currency_lexicon() -> Lexicon:
    """The built-in currencies: names, codes and signs.

    >>> currency_lexicon().find("pence")
    Entry(unit='GBP', factor=Decimal('0.01'), flags=())
    """
    return _lexicon(CURRENCY_TABLES)


def _lexicon(tables: Iterable[str]) -> Lexicon:
    names: dict[str, Entry] = {}
    symbols: dict[str, Entry] = {}
    number, words = cache(Decimal), cache(_words)  # few different ones in thousands of rows
    for table in tables:
        for unit, factor, flags, long_forms, short_forms, *_ in read_rows(table):
            entry = Entry(unit, number(factor), words(flags))
            for forms, cell in ((names, long_forms), (symbols, short_forms)):
                for surface in spelled_out(cell) if cell else ():
                    forms[surface] = entry
                    if unit == DROPPED:
                        del forms[surface]
    return Lexicon.of(names, symbols)


def _words(flags: str) -> tuple[str, ...]:
    return tuple(flags.split())


def read_rows(table: str) -> Iterator[list[str]]:
    """The rows of a table in `claimx/data`: unit, factor, flags, names, symbols; head lines begin with "#".

    >>> len(next(read_rows("units.tsv")))
    5
    """
    for line in data_lines(table):
        row = line.split("\t")
        yield row if len(row) > 4 else row + [""] * (5 - len(row))


def data_lines(name: str) -> list[str]:
    r"""The lines of a file in `claimx/data`, without empty ones and remarks, which begin with "#".

    >>> data_lines("minor_units.tsv")[1].split("\t")[0]
    'penny|pence'
    """
    path = Path(__file__).parents[1] / "data" / name  # importlib.resources would load more than reading a file takes
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def decimals() -> Mapping[str, int]:
    """How many decimals ISO 4217 gives each currency; metals and the like have none.

    >>> decimals()["USD"], decimals()["JPY"], decimals()["KWD"]
    (2, 0, 3)
    """
    rows = (row for row in read_rows("currencies.tsv") if len(row) > 5)
    return MappingProxyType({row[0]: int(row[5]) for row in rows})


@cache
def minor_units() -> Mapping[tuple[str, str], Decimal]:
    """What each minor unit is worth: (code, name) -> factor.

    >>> minor_units()["CNY", "jiao"], minor_units()["TND", "millimes"]
    (Decimal('0.1'), Decimal('0.001'))
    """
    return MappingProxyType(
        {
            (code, name): Decimal(stated) if stated else Decimal(1).scaleb(-decimals().get(code, 2))
            for names, owners, _ in minor_rows()
            for code, stated in owners
            for name in names
        }
    )


def minor_rows() -> Iterator[tuple[list[str], list[tuple[str, str]], bool]]:
    """The rows of minor_units.tsv: names, (code, factor or "") of their currencies, whether they may stand alone.

    >>> next(row for row in minor_rows() if "jiao" in row[0])
    (['jiao'], [('CNY', '0.1')], True)
    """
    for names, codes, *_ in read_rows("minor_units.tsv"):
        owners = [code.partition("=") for code in codes.split()]
        forms = spelled_out(names.removeprefix("*"))
        yield forms, [(code, factor) for code, _, factor in owners], not names.startswith("*")


def spelled_out(forms: str) -> list[str]:
    """The surface forms of a table's cell: split at "|", what stands in brackets read as with and without.

    >>> spelled_out("mile(s)|foot|inch(es) of water")
    ['mile', 'miles', 'foot', 'inch of water', 'inches of water']
    """
    if "(" not in forms:
        return forms.split("|") if forms else []
    found = []
    for form in forms.split("|"):
        if "(" in form:
            stem, _, rest = form.partition("(")
            ending, _, tail = rest.partition(")")
            found += [stem + tail, stem + ending + tail]
        else:
            found.append(form)
    return found
