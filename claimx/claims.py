"""The claims that claimx returns: frozen pydantic models. All types can be imported from here.

A `Claim` says of an entity that a predicate holds with a quantity. All offsets are half-open code point offsets into
the text that was passed in: `text[x.start:x.end] == x.text` for every span `x`.
"""

from __future__ import annotations

import json
from decimal import Decimal  # noqa: F401 — the examples below use it
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from claimx.errors import JsonError
from claimx.intervals import Interval
from claimx.phrases import Entity, Phrase, Predicate
from claimx.quantity import SCHEMA_VERSION, Comparator, Quantity, Statistic
from claimx.spans import Extent, Model, Span

__all__ = [
    "AnyClaim",
    "Claim",
    "Comparator",
    "CountClaim",
    "Direction",
    "Entity",
    "Extent",
    "Interval",
    "MeasureClaim",
    "Modality",
    "Model",
    "MoneyClaim",
    "PercentClaim",
    "Phrase",
    "Predicate",
    "Quantity",
    "Role",
    "RuleNames",
    "Span",
    "Statistic",
    "claim_class",
    "json_schema",
    "loads",
]  # fmt: skip
Modality = Literal["asserted", "expected", "planned", "required", "possible", "conditional"]
Direction = Literal["up", "down"]
Role = Literal["by", "from", "to"]


class RuleNames(Model):
    """For each field of a claim the name of the rule that decided it, none where no rule spoke.

    `quantity` is about what the sentence leaves out of it: a unit, a counted noun.

    >>> RuleNames(entity="worth", predicate="worth").of is None
    True
    """

    quantity: str | None = None
    entity: str | None = None
    property: str | None = None
    predicate: str | None = None
    of: str | None = None
    direction: str | None = None
    time: str | None = None
    source: str | None = None
    modality: str | None = None
    negated: str | None = None
    refers_to: str | None = None


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
    entity: Entity | None = None
    property: Phrase | None = None
    predicate: Predicate | None = None
    of: Phrase | None = None
    direction: Direction | None = None
    role: Role | None = None
    change_id: str | None = None
    time: Phrase | None = None
    source: Entity | None = None
    modality: Modality = "asserted"
    negated: bool = False
    sentence: Extent
    doc_id: str | None = None
    rules: RuleNames = RuleNames()

    def explain(self) -> str:
        """Why each field holds what it holds, in words: a line for each rule that decided one.

        >>> import claimx
        >>> print(claimx.extract("The navy signed a contract worth nearly $5m.")[0].explain())
        nearly $5m: ~< 5,000,000 USD
        entity “a contract”, predicate “worth”: “worth” before the quantity says it of the noun before (rule “worth”)
        """
        from claimx.explain import explain

        return explain(self)

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


@cache
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
