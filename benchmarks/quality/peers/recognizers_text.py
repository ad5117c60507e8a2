"""Recognizers-Text from the index (`recognizers-text-number-with-unit`): six models, each run on the whole text.

For NewsQuant and the false alarms the results are united: all with a unit, then each number whose value none of these
has; ages and durations are measures there.
"""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from benchmarks.quality.peers.found import Found, peer_of

if TYPE_CHECKING:
    from benchmarks.quality.peers import Peer


def peer() -> Peer:
    """Recognizers-Text as a peer; raises ImportError where it is not installed."""
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    numbers, units = NumberRecognizer(Culture.English), NumberWithUnitRecognizer(Culture.English)
    models = {
        "money": units.get_currency_model(),
        "measure": units.get_dimension_model(),
        "temperature": units.get_temperature_model(),
        "percent": numbers.get_percentage_model(),
        "age": units.get_age_model(),
        "number": numbers.get_number_model(),
    }
    release = version("recognizers-text-number-with-unit")
    return peer_of("Recognizers-Text", release, partial(hits, models), news=partial(united, models))


def hits(models: dict[str, Any], text: str) -> list[Found]:
    """What each model finds; units alone, which they give without a value, are left out."""
    found = []
    for kind, model in models.items():
        for hit in model.parse(text):
            value = number(hit.resolution.get("value"))
            unit = "percentage" if kind == "percent" else hit.resolution.get("unit")
            if value is not None:
                found.append(Found(hit.start, hit.end + 1, hit.text, kind, value, unit))
    return found


def united(models: dict[str, Any], text: str) -> list[Found]:
    """The hits with a unit, then the numbers whose value none of these has."""
    found = hits(models, text)
    with_unit = [one for one in found if one.kind != "number"]
    taken = {one.value for one in with_unit}
    return with_unit + [one for one in found if one.kind == "number" and one.value not in taken]


def number(raw: object) -> float | None:
    """The number of a resolution ("5%", "1,000"), none where it has none.

    >>> number("5%"), number(None)
    (5.0, None)
    """
    try:
        return float(str(raw).rstrip("%").replace(",", ""))
    except ValueError:
        return None
