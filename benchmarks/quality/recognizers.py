"""What claimx finds in the English specs of Recognizers-Text, in the layout that their scorer reads.

    python -m benchmarks.quality.recognizers SPECS_FOLDER --out predictions.jsonl [--except recognizers_except.tsv]

Each of their models reads a text on its own, so one quantity gives several rows, one for each model that knows it: "$5"
is money for the one and the number 5 for the other, "29 km" a measure and a number, "29km" a measure alone, as a number
that letters touch is none to them. They have no ranges: each end counts as it stands, "5 to 10 kg" as the number 5 and
the measure 10 kg. Vague numbers ("dozens"), factors ("twice") and ordinals are nothing to them. What the units are
called is in recognizers_names.py.
"""

from __future__ import annotations

import argparse
import json
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimx
from benchmarks.quality.errors import BenchmarkError
from benchmarks.quality.exceptions import scorer_rows
from benchmarks.quality.recognizers_names import dimension, measure_name, money_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx import Quantity

    Row = dict[str, Any]

FILES = (
    "Number/English/NumberModel.json",
    "Number/English/PercentModel.json",
    "NumberWithUnit/English/CurrencyModel.json",
    "NumberWithUnit/English/DimensionModel.json",
    "NumberWithUnit/English/TemperatureModel.json",
    "NumberWithUnit/English/AgeModel.json",
)
MINOR_UNITS = (Decimal(100), Decimal(1000))


def predict(texts: Iterable[str]) -> Iterator[Row]:
    """For each text a line of what claimx finds in it: the text, and its quantities as the scorer's rows.

    >>> for row in next(predict(["It costs 19 cents."]))["quantities"]:
    ...     print(row)
    {'start': 9, 'end': 17, 'text': '19 cents', 'kind': 'money', 'value': 19.0, 'unit': 'Cent'}
    {'start': 9, 'end': 11, 'text': '19', 'kind': 'number', 'value': 19.0, 'unit': None}
    """
    for text in texts:
        yield {"text": text, "quantities": [row for q in claimx.quantities(text) for row in rows_of(q, text)]}


def rows_of(quantity: Quantity, text: str) -> Iterator[Row]:
    """The rows of one quantity: those with a unit first, then the bare numbers."""
    ends = quantity.parts if quantity.value is None else (quantity,)
    for end in ends:
        yield from unit_rows(end, text, is_end=end is not quantity)
    for part in quantity.parts or (quantity,):
        yield from number_rows(part, text)


def unit_rows(quantity: Quantity, text: str, *, is_end: bool) -> Iterator[Row]:
    """The row of a quantity as money, percent, measure, temperature or age; none where its unit stands elsewhere."""
    if quantity.value is None or not (is_age(quantity, text) or has_own_unit(quantity)):
        return
    value = as_written(quantity) if is_end else quantity.value
    if quantity.kind == "percent" and quantity.unit == "percent":
        yield row(quantity.start, quantity.end, text, "percent", value, "percent")
    if quantity.kind == "money":
        yield money_row(quantity, text, value)
    if quantity.kind == "measure":
        yield from measure_rows(quantity, text, value)


def money_row(quantity: Quantity, text: str, value: Decimal) -> Row:
    """An amount of money; a sum of two units counts in its first, a minor unit keeps its number as it is written."""
    first = quantity.parts[0] if quantity.parts else quantity
    written = as_written(first)
    minor = any(first.value * factor == written for factor in MINOR_UNITS) if first.value else False
    surface = first.unit_text.text if first.unit_text else ""
    name = money_name(quantity.unit or "", surface, shared=quantity.unit_inferred, minor=minor)
    return row(quantity.start, quantity.end, text, "money", written if minor else value, name)


def measure_rows(quantity: Quantity, text: str, value: Decimal) -> Iterator[Row]:
    """A measure by its dimension; a sum of two units counts in its first, an unknown rate by its first unit."""
    first = quantity.parts[0] if quantity.parts else quantity
    unit, end, surface = first.unit or "", quantity.end, first.unit_text.text if first.unit_text else ""
    if quantity.parts and quantity.unit:
        value = quantity.to(unit).value or value
    if dimension(unit) == "other" and " / " in unit and first.unit_text:
        unit, surface = unit.split(" / ")[0], re.split(r"\s*(?:/|\b(?:per|an?|each)\b)", surface, maxsplit=1)[0]
        end = first.unit_text.start + len(surface)
    kinds = [dimension(unit)] if surface != "" or is_age(quantity, text) else []
    if unit == "degree":
        kinds.append("temperature")
    if kinds == ["duration"] and is_age(quantity, text):
        kinds = ["age"]
    yield from (row(quantity.start, end, text, kind, value, measure_name(unit, surface)) for kind in kinds)


def number_rows(quantity: Quantity, text: str) -> Iterator[Row]:
    """The bare number, unless letters touch it or it is a word for more than a number ("twice", "dozens")."""
    number = quantity.number
    value = quantity.value if is_bare(quantity) else number_alone(number.text)
    end = number.end
    if value is not None and quantity.total:
        value, end = part_of_whole(quantity, value, text)
    if value is not None and not text[end : end + 1].isalpha():
        yield row(number.start, end, text, "number", value, None)


def is_bare(quantity: Quantity) -> bool:
    """Whether the quantity is a number and no more: no unit, or a proportion."""
    return quantity.kind == "number" or quantity.unit == "fraction"


def part_of_whole(quantity: Quantity, value: Decimal, text: str) -> tuple[Decimal, int]:
    """The specs read "23 out of 32" as one fraction: its value, and where it ends; else the part's own."""
    joint = re.compile(r"\s+out\s+of\s+").match(text, quantity.end)
    whole = claimx.quantities(text[joint.end() :]) if joint else []
    if joint is None or not whole or not quantity.total or (whole[0].start, whole[0].value) != (0, quantity.total):
        return value, quantity.number.end
    return value / quantity.total, joint.end() + whole[0].number.end


def has_own_unit(quantity: Quantity) -> bool:
    """Whether the unit stands with the number, not with the other end of a range or in a list."""
    unit = quantity.unit_text
    return unit is not None and quantity.start <= unit.start and unit.end <= quantity.end


def is_age(quantity: Quantity, text: str) -> bool:
    """Whether a duration is the age of something.

    >>> text = "Ann, aged 5, is four years old and grew up for years."
    >>> [is_age(quantity, text) for quantity in claimx.quantities(text)]
    [True, True]
    """
    if quantity.kind != "measure" or dimension(quantity.unit or "") != "duration":
        return False
    if quantity.unit_text is None:  # only an age goes without its unit
        return True
    words = quantity.unit_text.text if has_own_unit(quantity) else ""
    return re.search(r"\b(?:olds?|age|yo|y/o)\b", words) is not None or text[: quantity.start].endswith("aged ")


def as_written(quantity: Quantity) -> Decimal:
    """The number as it stands before its unit, with the quantity's sign; its value where it cannot be read alone."""
    value = quantity.value or Decimal(0)
    alone = number_alone(quantity.number.text)
    return value if alone is None else alone.copy_sign(value)


@cache
def number_alone(number: str) -> Decimal | None:
    """What a number says with a plain unit of its own; none for what is no single number.

    >>> [str(number_alone(text)) for text in ("one", "two thirds", "twice", "dozens")]
    ['1', '0.6666666666666666666666666667', 'None', 'None']
    """
    found = claimx.quantities(f"{number} meters")
    whole = len(found) == 1 and found[0].kind == "measure" and found[0].number.text == number
    return found[0].value if whole else None


def row(start: int, end: int, text: str, kind: str, value: Decimal, unit: str | None) -> Row:
    """One row of predictions."""
    return {"start": start, "end": end, "text": text[start:end], "kind": kind, "value": float(value), "unit": unit}


def read_texts(specs: Path) -> list[str]:
    """The inputs of the six spec files, each once.

    Raises `BenchmarkError` if a file is missing.
    """
    return list(dict.fromkeys(text for _, text in inputs(specs)))


def inputs(specs: Path) -> Iterator[tuple[str, str]]:
    """Each spec file's name with each of its inputs."""
    for name in FILES:
        path = specs / name
        if not path.is_file():
            hint = "give the folder that holds Number/English and NumberWithUnit/English"
            raise BenchmarkError(f"no spec file {path}: {hint}")
        yield from ((name, case["Input"]) for case in json.loads(path.read_text(encoding="utf-8-sig")))


def main(arguments: list[str] | None = None) -> None:
    """Write the predictions for a folder of specs, and the cases set aside as the scorer's --except reads them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("specs", type=Path, help="the Specs folder of Recognizers-Text")
    parser.add_argument("--out", type=Path, required=True, help="where to write the predictions (JSON Lines)")
    parser.add_argument("--except", type=Path, dest="aside", help="table of cases to set aside; writes OUT.except.json")
    options = parser.parse_args(arguments)
    try:
        cases = list(inputs(options.specs))
        found = predict(dict.fromkeys(text for _, text in cases))
        lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in found)
        options.out.write_text("".join(lines), encoding="utf-8")
        if options.aside:
            rows = json.dumps(scorer_rows(options.aside, cases), ensure_ascii=False, indent=1)
            options.out.with_name(options.out.name + ".except.json").write_text(rows, encoding="utf-8")
    except BenchmarkError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
