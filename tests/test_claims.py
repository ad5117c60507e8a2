"""The claim types: JSON that reads back equal, a schema that is current and true, errors that travel.

`python -m tests.test_claims` writes the JSON Schema anew.
"""

from __future__ import annotations

import builtins
import json
import pickle
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

import claimx
from claimx import claims as types
from claimx import errors, exact
from claimx.claims import Claim, CountClaim, Extent, MoneyClaim, Quantity, Span, json_schema, loads
from tests import strategies

SCHEMA = Path(__file__).parent.parent / "docs" / "claim.schema.json"
ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.ClaimxError)]


def schema_text() -> str:
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def five(**changes: object) -> Quantity:
    number = Span(text="5", start=0, end=1)
    return Quantity.model_validate(
        {"kind": "count", "value": Decimal(5), "text": "5", "start": 0, "end": 1, "number": number, **changes}
    )


def claim(**changes: object) -> CountClaim:
    at = {"text": "5", "start": 0, "end": 1}
    return CountClaim.model_validate({**at, "quantity": five(), "sentence": Extent(start=0, end=9), **changes})


# JSON


@given(strategies.claims())
def test_json_reads_back_equal(claim: Claim) -> None:
    read = loads(claim.model_dump_json())
    assert read == claim
    assert type(read) is type(claim)
    assert read.model_dump_json() == claim.model_dump_json()


@given(st.sampled_from(strategies.KINDS[:4]).flatmap(strategies.claims))
def test_json_follows_the_schema(claim: Claim) -> None:
    Draft202012Validator(json_schema()).validate(json.loads(claim.model_dump_json()))


def test_the_checked_in_schema_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), "run: python -m tests.test_claims"
    Draft202012Validator.check_schema(json.loads(SCHEMA.read_text(encoding="utf-8")))


@given(strategies.decimals)
def test_decimals_are_plain_strings(number: Decimal) -> None:
    written = json.loads(five(value=number).model_dump_json())["value"]
    assert re.search(exact.DECIMAL_PATTERN, written)
    assert Decimal(written) == number


@pytest.mark.parametrize("number", ["5.36E+10", "1E+40", "-1.3", "0.000000001", "1E-30", "0", "-0", "20.40"])
def test_no_exponent_in_json(number: str) -> None:
    assert "E" not in json.loads(five(value=Decimal(number)).model_dump_json())["value"].upper()


def test_a_fraction_stays_exact_in_json() -> None:
    third = five(ratio=Fraction(1, 3), exact=False)
    assert Quantity.model_validate_json(third.model_dump_json()).ratio == Fraction(1, 3)


@pytest.mark.parametrize(
    ("json_text", "complaint"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "not a claim"),
        ("5", "not a claim"),
        ("{}", "kind: missing"),
        ('{"kind": 5}', "kind: missing"),
        ('{"kind": "money"}', "text: Field required"),
        ('{"kind": "dose"}', "text: Field required"),
        (b"\xff", "not JSON"),
        (claim().model_dump_json().replace('"value":"5"', '"value":"five"'), "quantity.value"),
        (claim().model_dump_json().replace('"negated"', '"denied"'), "denied"),
    ],
)
def test_loads_says_what_is_wrong(json_text: str | bytes, complaint: str) -> None:
    with pytest.raises(errors.JsonError, match=re.escape(complaint)) as caught:
        loads(json_text)
    assert isinstance(caught.value, ValueError)
    assert caught.value.hint


# Models


def test_claims_are_frozen_and_hashable() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        claim().negated = True
    assert len({claim(), claim(), claim(negated=True)}) == 2


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        claim(confidence=0.9)


@given(strategies.claims())
def test_claims_survive_pickling(claim: Claim) -> None:
    assert pickle.loads(pickle.dumps(claim)) == claim  # noqa: S301


@given(strategies.claims())
def test_a_claim_reads_as_one_line(claim: Claim) -> None:
    assert str(claim).count(" · ") >= 2
    if claim.of is None:
        assert str(claim.quantity) in str(claim)


def test_a_kind_of_the_users_own() -> None:
    class DoseClaim(Claim):
        kind: str = "dose"

    given_claim = DoseClaim(text="5", start=0, end=1, quantity=five(kind="dose"), sentence=Extent(start=0, end=1))
    read = loads(given_claim.model_dump_json())
    assert type(read) is Claim
    assert read.model_dump() == given_claim.model_dump()


def test_a_kind_has_one_class() -> None:
    assert [types.claim_class(kind).__name__ for kind in strategies.KINDS] == [
        "MoneyClaim",
        "PercentClaim",
        "CountClaim",
        "MeasureClaim",
        "Claim",
    ]
    with pytest.raises(ValidationError):
        MoneyClaim.model_validate({**claim().model_dump(), "kind": "count"})


# Errors


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_errors_survive_pickling(kind: type[errors.ClaimxError]) -> None:
    error = kind("went wrong", hint="do better")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), str(again), again.hint) == (kind, str(error), "do better")
    assert str(error) == f"[{kind.code}] went wrong (do better)"


def test_every_error_is_also_the_builtin_one_expects() -> None:
    children = [kind for kind in ERRORS if kind is not errors.ClaimxError]
    assert len({kind.code for kind in ERRORS}) == len(ERRORS)
    for kind in children:
        assert any(base.__module__ == "builtins" and hasattr(builtins, base.__name__) for base in kind.__bases__)


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Sales rose 3% in 2019 and 2020.", "in 2019 and 2020"),
        ("The city spent $5m between 2014 and 2017.", "between 2014 and 2017"),
        ("In 2019, 2020 and 2021 the firm lost $4m.", "In 2019, 2020 and 2021"),
        ("It lost $3m in 2019 and $4m in 2020.", "in 2019"),
        ("It grew 3% in 2018 and shrank 2% in 2019.", "in 2018"),
    ],
)
def test_a_time_holds_all_its_years(text: str, time: str) -> None:
    found = claimx.extract(text)[0].time
    assert found is not None
    assert found.text == time
