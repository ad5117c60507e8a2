"""The flat row of a claim: one column per leaf of the models, the one schema that every table-shaped output gets.

The columns follow the fields of `Claim` and `Quantity`; a field added there is a column here. A decimal makes two
columns, an exact string in plain notation and a double (`quantity_value`, `quantity_value_float`); so does a fraction.
What has no fixed number of leaves (`quantity_parts`) is one column of JSON.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from claimx.claims import Claim
from claimx.exact import fixed_point

Leaf = str | int | float | bool | None
FIRST, LAST = "doc_id", "schema_version"


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, the type of its values, whether it may be empty, and where in a claim its value stands.

    >>> columns()[0]
    Column(name='doc_id', type=<class 'str'>, nullable=True)
    """

    name: str
    type: type[str | int | float | bool]
    nullable: bool
    path: tuple[str, ...] = field(repr=False)
    render: Callable[[Any], Leaf] = field(repr=False)

    def of(self, claim: Claim) -> Leaf:
        """The column's value for a claim; none where a phrase on the way is none."""
        found: Any = claim
        for name in self.path:
            found = getattr(found, name)
            if found is None:
                return None
        return self.render(found)


@cache
def columns() -> tuple[Column, ...]:
    """The columns of a row, in order.

    >>> [column.name for column in columns() if column.name.startswith("property")]
    ['property_start', 'property_end', 'property_text', 'property_head', 'property_head_start']
    """
    found = list(_columns(Claim, path=(), nullable=False))
    return tuple(sorted(found, key=lambda column: (column.name != FIRST, column.name == LAST)))


def row(claim: Claim) -> dict[str, Leaf]:
    """A claim as a flat dict with every column of the schema.

    >>> from claimx.claims import *
    >>> five = Quantity(kind="money", value=Decimal("5E9"), unit="USD", text="$5bn", start=0, end=4,
    ...                 number=Span(text="5", start=1, end=2))
    >>> flat = row(MoneyClaim(text="$5bn", start=0, end=4, quantity=five, sentence=Extent(start=0, end=9)))
    >>> flat["quantity_value"], flat["quantity_value_float"], flat["entity_text"]
    ('5000000000', 5000000000.0, None)
    """
    return {column.name: column.of(claim) for column in columns()}


def rows(claims: Iterable[Claim]) -> Iterator[dict[str, Leaf]]:
    """Claims as flat dicts, lazily.

    >>> list(rows([]))
    []
    """
    return map(row, claims)


def csv_header() -> str:
    """The first line of CSV: the columns' names.

    >>> csv_header()[:21]
    'doc_id,kind,text,star'
    """
    return _csv_line(column.name for column in columns())


def csv_line(claim: Claim) -> str:
    """A claim as a line of CSV, line end included; booleans are `true` and `false`, none is empty.

    >>> from claimx.claims import *
    >>> five = Quantity(kind="count", value=Decimal(5), text="5", start=0, end=1, number=Span(text="5", start=0, end=1))
    >>> csv_line(CountClaim(text="5", start=0, end=1, quantity=five, sentence=Extent(start=0, end=9)))[:13]
    ',count,5,0,1,'
    """
    values = (column.of(claim) for column in columns())
    return _csv_line(str(value).lower() if isinstance(value, bool) else value for value in values)


def _csv_line(values: Iterable[Leaf]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)  # so told, it quotes a cell with either of the two
    return line.getvalue().removesuffix("\r\n") + "\n"


def _columns(model: type[BaseModel], path: tuple[str, ...], *, nullable: bool) -> Iterator[Column]:
    for name, info in model.model_fields.items():
        if path and name == LAST:
            continue
        kind, optional = _unwrapped(info.annotation)
        at, empty = (*path, name), nullable or optional
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _columns(kind, at, nullable=empty)
        else:
            yield from _leaf_columns(kind, at, nullable=empty)


def _leaf_columns(kind: object, path: tuple[str, ...], *, nullable: bool) -> Iterator[Column]:
    name = "_".join(path)
    if kind in {Decimal, Fraction}:
        yield Column(name, str, nullable, path, fixed_point if kind is Decimal else str)
        yield Column(f"{name}_float", float, nullable, path, _double)
    elif get_origin(kind) is tuple:
        yield Column(name, str, nullable, path, _json_array)
    elif kind in {str, int, float, bool}:
        yield Column(name, kind, nullable, path, _same)
    else:
        raise NotImplementedError(f"no column for {name}: {kind}")


def _unwrapped(annotation: object) -> tuple[object, bool]:
    """The plain type behind `Annotated`, `Literal` and `| None`, and whether it may be none."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _unwrapped(arguments[0])
    if origin is Literal:
        return type(arguments[0]), False
    if origin in {Union, UnionType}:
        (inner,) = (argument for argument in arguments if argument is not type(None))
        return _unwrapped(inner)[0], True
    return annotation, False


def _same(value: Leaf) -> Leaf:
    return value


def _double(number: Decimal | Fraction) -> float:
    if isinstance(number, Fraction):
        return float(Decimal(number.numerator) / Decimal(number.denominator))
    return float(number)


def _json_array(models: tuple[BaseModel, ...]) -> str:
    return f"[{','.join(model.model_dump_json() for model in models)}]"
