"""quantulum3, without its classifier, whose pickle loads under one version of scikit-learn only.

A range is one hit with the middle as its value, for which NewsQuant's scorer has an option. A hit has no offsets of the
bare number; for the Recognizers specs, whose number file counts the numbers of money and measures too, the digits that
stand in a hit are given as a number as well.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING

from benchmarks.quality.peers.found import Found, peer_of

if TYPE_CHECKING:
    from types import ModuleType

    from quantulum3.classes import Unit

    from benchmarks.quality.peers import Peer

PERCENT = {"percentage", "per cent"}
KINDS = {"dimensionless": "number", "currency": "money", "temperature": "temperature"}


def peer() -> Peer:
    """quantulum3 as a peer; raises ImportError where it is not installed."""
    warnings.simplefilter("ignore")
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    find = partial(hits, parser)
    name, options = "quantulum3", ("--average-ranges",)
    return peer_of(name, version(name), find, specs=partial(with_numbers, parser), options=options)


def hits(parser: ModuleType, text: str) -> list[Found]:
    """What quantulum3 finds; where it fails on a text, nothing."""
    logging.getLogger("quantulum3").setLevel(logging.CRITICAL)
    try:
        found = parser.parse(text)
    except Exception:  # noqa: BLE001 (whatever it raises, the text has no result)
        return []
    return [Found(hit.span[0], hit.span[1], hit.surface, kind(hit.unit), hit.value, unit(hit.unit)) for hit in found]


def kind(of: Unit) -> str:
    """The kind of a quantulum3 unit as the Recognizers scorer calls it."""
    return "percent" if of.name in PERCENT else KINDS.get(of.entity.name, "measure")


def unit(of: Unit) -> str | None:
    """The name of a quantulum3 unit, none for a bare number."""
    return None if of.name == "dimensionless" else str(of.name)


def with_numbers(parser: ModuleType, text: str) -> list[Found]:
    """The hits, and the digits in each hit that has a unit."""
    found = hits(parser, text)
    return found + [number for hit in found if hit.unit is not None for number in digits(hit)]


def digits(hit: Found) -> Iterator[Found]:
    """The digits of a hit as a number, if they say its value and no letter touches them.

    >>> [number.text for number in digits(Found(3, 6, "$20", "money", 20.0, "dollar"))]
    ['20']
    """
    match = re.search(r"\d[\d,]*(?:\.\d+)?(?![\w.])", hit.text)
    if match and float(match[0].replace(",", "")) == hit.value:
        yield Found(hit.start + match.start(), hit.start + match.end(), match[0], "number", hit.value, None)
