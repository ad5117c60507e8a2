"""claimx: the quantitative claims in a text, each with its entity and predicate, units and magnitudes normalised.

>>> import claimx
>>> for claim in claimx.extract("The town spent nearly $3 million on its library."):
...     print(claim)
The town · spend · ~< 3,000,000 USD of its library
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.claims import (
        AnyClaim,
        Claim,
        CountClaim,
        Entity,
        Extent,
        Interval,
        MeasureClaim,
        MoneyClaim,
        PercentClaim,
        Phrase,
        Predicate,
        Quantity,
        Span,
        json_schema,
        loads,
    )
    from claimx.errors import (
        AnnotationError,
        ArgumentError,
        ClaimxError,
        DocumentError,
        InputError,
        JsonError,
        MissingExtraError,
        TextTypeError,
        UnitError,
        WorkerError,
    )
    from claimx.extractor import Extractor
    from claimx.outputs.rows import rows
    from claimx.parsers import DEFAULT_PARSERS, Parser
    from claimx.units import Units

__version__ = "0.1.0"
__all__ = [
    "DEFAULT_PARSERS", "AnnotationError", "AnyClaim", "ArgumentError", "Claim", "ClaimxError", "CountClaim",
    "DocumentError", "Entity", "Extent", "Extractor", "InputError", "Interval", "JsonError", "MeasureClaim",
    "MissingExtraError", "MoneyClaim", "Parser", "PercentClaim", "Phrase", "Predicate", "Quantity", "Span",
    "TextTypeError", "UnitError", "Units", "WorkerError", "extract", "extract_many", "json_schema", "loads",
    "quantities", "rows",
]  # fmt: skip


def extract(text: str, *, doc_id: str | None = None) -> list[Claim]:
    """The claims of a text in text order, by the default extractor, which is built on first use.

    Raises `TextTypeError` for anything but a `str`.

    >>> extract("Sales rose 3%.")[0].direction
    'up'
    """
    from claimx.extractor import default_extractor

    return default_extractor().extract(text, doc_id=doc_id)


@overload
def extract_many(
    texts: Iterable[str],
    *,
    as_tuples: Literal[False] = False,
    batch_size: int = 64,
    workers: int = 1,
    errors: Literal["raise"] = "raise",
) -> Iterator[list[Claim]]: ...


@overload
def extract_many(
    texts: Iterable[tuple[str, Any]],
    *,
    as_tuples: Literal[True],
    batch_size: int = 64,
    workers: int = 1,
    errors: Literal["raise"] = "raise",
) -> Iterator[tuple[list[Claim], Any]]: ...


@overload
def extract_many(
    texts: Iterable[Any],
    *,
    as_tuples: Literal[False] = False,
    batch_size: int = 64,
    workers: int = 1,
    errors: Literal["return"],
) -> Iterator[list[Claim] | ClaimxError]: ...


@overload
def extract_many(
    texts: Iterable[tuple[Any, Any]],
    *,
    as_tuples: Literal[True],
    batch_size: int = 64,
    workers: int = 1,
    errors: Literal["return"],
) -> Iterator[tuple[list[Claim] | ClaimxError, Any]]: ...


def extract_many(
    texts: Iterable[Any],
    *,
    as_tuples: bool = False,
    batch_size: int = 64,
    workers: int = 1,
    errors: Literal["raise", "return"] = "raise",
) -> Iterator[Any]:
    """The claims of each text, lazily and in order. With `as_tuples`, `(text, doc_id)` gives `(claims, doc_id)`.

    The arguments and errors are those of `Extractor.extract_many`.

    >>> [claims[0].kind for claims in extract_many(["It costs $5.", "It weighs 5 kg."])]
    ['money', 'measure']
    """
    from claimx.extractor import default_extractor

    options: dict[str, Any] = {"as_tuples": as_tuples, "batch_size": batch_size, "workers": workers, "errors": errors}
    found: Iterator[Any] = default_extractor().extract_many(texts, **options)
    return found


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text alone: nothing is parsed, spaCy is not imported.

    >>> [str(quantity) for quantity in quantities("$5bn, up 3%")]
    ['5,000,000,000 USD', '3 percent']
    """
    return _default_extractor().quantities(text)


@cache
def _default_extractor() -> Extractor:
    """The default extractor; importing its module anew for each text would take longer than reading some."""
    from claimx.extractor import default_extractor

    return default_extractor()


def __getattr__(name: str) -> Any:
    """Public names come from their modules on first use, so that importing claimx costs next to nothing."""
    homes = {"Extractor": "extractor", "rows": "outputs.rows", "DEFAULT_PARSERS": "parsers", "Parser": "parsers",
             "Units": "units"}  # fmt: skip
    if name not in __all__:
        raise AttributeError(f"module 'claimx' has no attribute {name!r}")
    home = homes.get(name, "errors" if name.endswith("Error") else "claims")
    return getattr(import_module(f"claimx.{home}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
