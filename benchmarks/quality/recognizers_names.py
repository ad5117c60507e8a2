"""From claimx's units to the names that the Recognizers-Text specs have for them.

The specs' own rules, as far as they can be read off their files:

- A dimension is a length, area, volume, speed, weight, angle or amount of information; durations, energies, forces and
  the like are none. A rate that has no name of its own counts by its first unit ("barrels" of "barrels per day").
- Units are called by their long English name with a capital: `Square meter`, `Mile per hour`. Temperatures are `C`,
  `F`, `K`, and `Degree` where no scale is said, which is what an angle's degree is called too.
- Money that names its country has an ISO code; a noun or sign that several countries share is named by itself
  (`Dollar`, `Pound`, `Franc`), and so are minor units (`Cent`, `Pence`), which keep the number as it is written.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

TABLE = Path(__file__).with_name("recognizers_units.tsv")
POWERS = {2: "Square", 3: "Cubic"}
COUNTLESS_UNITS = r"degree|radian|(?:\w*(?:bit|byte))"  # pint gives angles and information no dimension
DIMENSIONS = ("[length]", "[length] ** 2", "[length] ** 3", "[length] / [time]", "[mass]")
SHORTEST_NOUN = 4


@cache
def registry() -> pint.UnitRegistry[Any]:
    """A pint registry to ask for dimensions."""
    import pint

    return pint.UnitRegistry()


@cache
def table() -> dict[tuple[str, str], str]:
    """The rows of recognizers_units.tsv: what and key to name.

    >>> table()["unit", "degree_Celsius"]
    'C'
    """
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(what, key): name for what, key, name in rows}


@cache
def dimension(unit: str) -> str:
    """The dimension of a pint unit as a word: measure, temperature, duration, or other.

    >>> [dimension(unit) for unit in ("mile / hour", "degree_Celsius", "week", "kilowatt_hour", "megabyte")]
    ['measure', 'temperature', 'duration', 'other', 'measure']
    """
    if re.fullmatch(COUNTLESS_UNITS, unit):
        return "measure"
    try:
        found = registry().Unit(unit).dimensionality
    except Exception:  # noqa: BLE001 (pint raises many kinds)
        return "other"
    for name, dimensions in (("measure", DIMENSIONS), ("temperature", ("[temperature]",)), ("duration", ("[time]",))):
        if any(found == registry().get_dimensionality(one) for one in dimensions):
            return name
    return "other"


def measure_name(unit: str, surface: str = "") -> str:
    """The specs' name of a unit of measure; the word in the text decides where the table says so.

    >>> [measure_name(unit) for unit in ("meter ** 2", "mile / hour", "metric_ton", "degree_Celsius")]
    ['Square meter', 'Mile per hour', 'Metric ton', 'C']
    >>> measure_name("metric_ton", "tonnes")
    'Ton'
    """
    named = table().get(("word", surface.casefold())) or table().get(("unit", unit))
    return named or " per ".join(map(_power_name, unit.split(" / "))).capitalize()


def _power_name(unit: str) -> str:
    base, _, power = unit.partition(" ** ")
    prefix = f"{POWERS.get(int(power), '')} " if power.isdigit() else ""
    return (prefix + base.replace("_", " ")).lower()


def money_name(code: str, surface: str, *, shared: bool, minor: bool) -> str:
    """The specs' name of a currency, or its ISO code, by which they know it as well.

    `shared`: the surface leaves open which country's; `minor`: it is a cent, a penny or the like.

    >>> money_name("USD", "$", shared=True, minor=False), money_name("USD", "US$", shared=False, minor=False)
    ('Dollar', 'USD')
    >>> money_name("CHF", "francs", shared=True, minor=False), money_name("USD", "cents", shared=True, minor=True)
    ('Franc', 'Cent')
    """
    word = surface.casefold().strip(" .")
    named = table().get(("sign", word)) or table().get(("word", word)) or table().get(("word", word.removesuffix("s")))
    if named:
        return named
    if minor or (shared and word.isalpha() and len(word) >= SHORTEST_NOUN):
        return word.removesuffix("s").capitalize()
    return table().get(("unit", code), code)
