"""The types that claimx returns: frozen pydantic models with exact decimals. Imports spans and intervals only.

A `Claim` says of an entity that a predicate holds with a quantity. All offsets are half-open code point offsets into
the text that was passed in: `text[x.start:x.end] == x.text` for every span `x`.
"""

from __future__ import annotations

import json
from decimal import Decimal  # noqa: F401 — the examples below use it
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from claimx.errors import JsonError
from claimx.exact import ExactDecimal, ExactFraction, grouped
from claimx.intervals import Interval, alike, comparable, interval_of
from claimx.spans import Extent, Model, Phrase, Predicate, Span

if TYPE_CHECKING:
    import pint

__all__ = [
    "AnyClaim", "Claim", "Comparator", "CountClaim", "Direction", "Extent", "Interval", "MeasureClaim", "Modality",
    "Model", "MoneyClaim", "PercentClaim", "Phrase", "Predicate", "Quantity", "Role", "Span", "Statistic",
    "claim_class", "json_schema", "loads",
]  # fmt: skip
SCHEMA_VERSION: Literal["1"] = "1"

Comparator = Literal["=", "~", "~<", "~>", "<", "<=", ">", ">="]
Modality = Literal["asserted", "expected", "planned", "required", "possible", "conditional"]
Direction = Literal["up", "down"]
Role = Literal["by", "from", "to"]
Statistic = Literal["mean", "median", "max", "min", "total"]


class Quantity(Model):
    """A number with its unit, as the text states it, normalised and exact.

    `text`, `start` and `end` hold number, sign, magnitude and unit of measure, modifiers left out.

    >>> spending = Quantity(kind="money", value=Decimal(5), unit="USD", text="$5", start=0, end=2,
    ...                     number=Span(text="5", start=1, end=2))
    >>> str(spending)
    '5 USD'
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    kind: str
    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    comparator: Comparator = "="
    unit: str | None = None
    total: ExactDecimal | None = None
    ratio: ExactFraction | None = None
    exact: bool = True
    per: str | None = None
    tolerance: ExactDecimal | None = None
    statistic: Statistic | None = None
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    number: Span
    unit_text: Span | None = None
    unit_inferred: bool = False
    parts: tuple[Quantity, ...] = ()

    def __str__(self) -> str:
        number = grouped(self.value) if self.value is not None else f"{grouped(self.low)}..{grouped(self.high)}"
        number = number if self.ratio is None else str(self.ratio)
        bound = "" if self.comparator == "=" else f"{self.comparator} "
        total = f" of {grouped(self.total)}" if self.total is not None else ""
        tolerance = f" ± {grouped(self.tolerance)}" if self.tolerance is not None else ""
        unit = f" {self.unit}" if self.unit else ""
        per = f" per {self.per}" if self.per else ""
        return f"{bound}{number}{tolerance}{total}{unit}{per}"

    @property
    def interval(self) -> Interval:
        """The values that the quantity allows: its value or range, opened by the comparator, widened by a tolerance.

        >>> at_least = Quantity(kind="count", value=Decimal(3), comparator=">=", text="3", start=0, end=1,
        ...                     number=Span(text="3", start=0, end=1))
        >>> str(at_least.interval)
        '[3, ∞)'
        """
        return interval_of(self)

    def is_comparable(self, other: Quantity) -> bool:
        """Whether the two are amounts of the same thing: of one dimension, currency or counted noun, at the same rate.

        >>> number = Span(text="5", start=0, end=1)
        >>> mile = Quantity(kind="measure", value=Decimal(5), unit="mile", text="5", start=0, end=1, number=number)
        >>> [mile.is_comparable(mile.model_copy(update={"unit": unit})) for unit in ("kilometer", "hour")]
        [True, False]
        """
        return comparable(self, other)

    def overlaps(self, other: Quantity) -> bool:
        """Whether some value is allowed by both, the other's converted first.

        Raises `UnitError` where the two do not compare, as euros and dollars, or miles and hours.

        >>> number = Span(text="5", start=0, end=1)
        >>> mile = Quantity(kind="measure", value=Decimal(5), unit="mile", text="5", start=0, end=1, number=number)
        >>> mile.overlaps(mile.model_copy(update={"unit": "kilometer", "comparator": ">"}))
        True
        """
        one, two = alike(self, other)
        return one.overlaps(two)

    def contains(self, other: Quantity) -> bool:
        """Whether every value that the other allows is allowed by this one, the other's converted first.

        Raises `UnitError` where the two do not compare.

        >>> number = Span(text="5", start=0, end=1)
        >>> share = Quantity(kind="percent", value=Decimal(20), unit="percent", text="5", start=0, end=1, number=number)
        >>> least = share.model_copy(update={"comparator": ">=", "value": Decimal("0.1"), "unit": "fraction"})
        >>> least.contains(share), share.contains(least)
        (True, False)
        """
        one, two = alike(self, other)
        return one.contains(two)

    def to(self, unit: str) -> Quantity:
        """The same quantity in another unit of measure, exactly where pint can.

        Raises `UnitError` for an unknown unit or another dimension, and for money, which has no fixed rate.

        >>> mile = Quantity(kind="measure", value=Decimal(2), unit="mile", text="2 miles", start=0, end=7,
        ...                 number=Span(text="2", start=0, end=1))
        >>> str(mile.to("kilometer"))
        '3.218688 kilometer'
        """
        from claimx.units import convert  # imported here: units is the only home of pint, and claims import nothing

        return convert(self, unit)

    def to_pint(self, registry: pint.UnitRegistry[Any] | None = None) -> Any:
        """A pint quantity of the value, in the application registry or the one given.

        Raises `UnitError` for a range, money or a count of things, which pint does not know.

        >>> mile = Quantity(kind="measure", value=Decimal(2), unit="mile", text="2 miles", start=0, end=7,
        ...                 number=Span(text="2", start=0, end=1))
        >>> str(mile.to_pint())
        '2 mile'
        """
        from claimx.units import to_pint

        return to_pint(self, registry)


class Claim(Model):
    """Of an entity a predicate holds with a quantity. The fields are those of the claim schema in the docs.

    >>> five = Quantity(kind="count", value=Decimal(5), unit="group", text="five", start=0, end=4,
    ...                 number=Span(text="five", start=0, end=4))
    >>> claim = CountClaim(text="five", start=0, end=4, quantity=five, sentence=Extent(start=0, end=20))
    >>> str(claim)
    '– · – · 5 group'
    >>> loads(claim.model_dump_json()) == claim
    True
    """

    schema_version: Literal["1"] = SCHEMA_VERSION
    kind: str
    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    quantity: Quantity
    entity: Phrase | None = None
    property: Phrase | None = None
    predicate: Predicate | None = None
    of: Phrase | None = None
    direction: Direction | None = None
    role: Role | None = None
    change_id: str | None = None
    time: Phrase | None = None
    source: Phrase | None = None
    modality: Modality = "asserted"
    negated: bool = False
    sentence: Extent
    doc_id: str | None = None

    def __str__(self) -> str:
        entity = self.entity.text if self.entity else "–"
        if self.property and self.property != self.entity:
            entity += f" ({self.property.text})"
        predicate = "–"
        if self.predicate:
            predicate = " ".join(
                filter(None, ["not" if self.negated else "", self.predicate.lemma, self.predicate.preposition])
            )
        return f"{entity} · {predicate} · {self._amount()}"

    def _amount(self) -> str:
        """The quantity with what it is of; a counted noun as it stands: "23 countries", "5,000,000 USD of aid"."""
        if self.of is None:
            return str(self.quantity)
        if self.kind == "count" and self.quantity.unit != "time":
            return f"{self.quantity.model_copy(update={'unit': None})} {self.of.text}"
        return f"{self.quantity} of {self.of.text}"


class MoneyClaim(Claim):
    """A claim about an amount of money; the unit is its ISO 4217 code.

    >>> MoneyClaim.model_fields["kind"].default
    'money'
    """

    kind: Literal["money"] = "money"


class PercentClaim(Claim):
    """A claim about a share or rate: percent, percentage points, basis points, permille, a fraction of something.

    >>> PercentClaim.model_fields["kind"].default
    'percent'
    """

    kind: Literal["percent"] = "percent"


class CountClaim(Claim):
    """A claim about a number of things; the unit is the counted noun's lemma.

    >>> CountClaim.model_fields["kind"].default
    'count'
    """

    kind: Literal["count"] = "count"


class MeasureClaim(Claim):
    """A claim about a physical measure; the unit is pint's canonical name.

    >>> MeasureClaim.model_fields["kind"].default
    'measure'
    """

    kind: Literal["measure"] = "measure"


AnyClaim = Annotated[MoneyClaim | PercentClaim | CountClaim | MeasureClaim, Field(discriminator="kind")]


def claim_class(kind: str) -> type[Claim]:
    """The class for a kind of claim: one of the four, else `Claim` itself, for a kind of the user's own.

    >>> claim_class("money").__name__, claim_class("dose").__name__
    ('MoneyClaim', 'Claim')
    """
    known: dict[str, type[Claim]] = {
        "money": MoneyClaim,
        "percent": PercentClaim,
        "count": CountClaim,
        "measure": MeasureClaim,
    }
    return known.get(kind, Claim)


def loads(text: str | bytes) -> Claim:
    """Read back a claim that `model_dump_json` wrote; the two are equal.

    Raises `JsonError` if it is no JSON or no claim; the message says what is wrong where.

    >>> loads("{}")
    Traceback (most recent call last):
    claimx.errors.JsonError: [json] not a claim: kind: missing (give what model_dump_json wrote)
    """
    hint = "give what model_dump_json wrote"
    try:
        data = _parsed(text)
    except ValueError as error:
        raise JsonError(f"not JSON: {error}", hint=hint) from error
    if not isinstance(data, dict) or not isinstance(data.get("kind"), str):
        raise JsonError("not a claim: kind: missing", hint=hint)
    try:
        return claim_class(data["kind"]).model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise JsonError(f"not a claim: {where}: {first['msg']}", hint=hint) from error


def _parsed(text: str | bytes) -> Any:
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)  # the standard library reads escaped half characters


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `model_dump_json` writes, for the four kinds.

    >>> sorted(json_schema()["discriminator"]["mapping"])
    ['count', 'measure', 'money', 'percent']
    """
    schema = TypeAdapter(AnyClaim).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "claimx claim", **schema}
