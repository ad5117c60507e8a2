"""Where things stand in a text: extents and spans, and the base of all of claimx's types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from threading import RLock
from typing import Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticSerializationError

# The slots of a pydantic object, which set what frozen models guard.
PUT_VALUES, PUT_NAMES, PUT_EXTRA, PUT_PRIVATE = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
NEW = object.__new__
M = TypeVar("M", bound="Model")
BUILDING = RLock()  # pydantic has a lock of its own from 2.14 on


class Model(BaseModel):
    """What all of claimx's types have in common: frozen, no unknown fields.

    >>> Extent(start=0, end=4)
    Extent(start=0, end=4)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    NAMES: ClassVar[set[str]]  # of all fields, one set for all objects, which nothing can change

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Keep the names of the fields."""
        cls.NAMES = set(cls.model_fields)

    @classmethod
    def of_checked(cls, values: dict[str, Any]) -> Self:
        """An object of all its fields, in their order, known to be right: several times faster than `model_construct`.

        >>> Extent.of_checked({"start": 0, "end": 4}) == Extent(start=0, end=4)
        True
        """
        new: Self = builder(cls)(values)
        return new

    @classmethod
    def built(cls, **values: Any) -> Self:
        """An object of values known to be right, with the defaults for the others: as `of_checked`.

        >>> from claimx.phrases import Predicate
        >>> Predicate.built(text="rose", start=6, end=10, head="rose", head_start=6, lemma="rise").preposition is None
        True
        """
        return cls.of_checked({**defaults_of(cls), **values})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed, unchecked, as pydantic's; faster, since nothing here is mutable.

        >>> Extent(start=0, end=4).model_copy(update={"end": 5})
        Extent(start=0, end=5)
        """
        if deep or self.__pydantic_private__:
            return super().model_copy(update=update, deep=deep)
        new: Self = builder(type(self))({**self.__dict__, **(update or {})})
        return new

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build validator and serializer, which pydantic does on first use: one thread at a time."""
        with BUILDING:
            return super().model_rebuild(**options)

    def model_dump_json(self, **options: Any) -> str:
        r"""JSON text; options as pydantic's. Half characters, which UTF-8 cannot hold, are escaped.

        >>> Span(text="\ud83d", start=0, end=1).model_dump_json()
        '{"start":0,"end":1,"text":"\\ud83d"}'
        """
        try:
            return super().model_dump_json(**options)
        except PydanticSerializationError:
            import json

            separators = None if options.get("indent") else (",", ":")
            indent = options.pop("indent", None)
            return json.dumps(self.model_dump(mode="json", **options), separators=separators, indent=indent)


@cache
def builder(model: type[M]) -> Callable[[dict[str, Any]], M]:
    """What makes objects of a model as `of_checked` does, without the way through its class, a third faster.

    >>> builder(Extent)({"start": 0, "end": 4})
    Extent(start=0, end=4)
    """
    names = model.NAMES

    def build(values: dict[str, Any]) -> M:
        new = NEW(model)
        PUT_VALUES(new, values)
        PUT_NAMES(new, names)
        PUT_EXTRA(new, None)
        PUT_PRIVATE(new, None)
        return new

    return build


@cache
def defaults_of(model: type[Model]) -> dict[str, Any]:
    """The fields of a model in their order, each with its default; a plain dict, which is copied the fastest.

    >>> list(defaults_of(Span))
    ['start', 'end', 'text']
    """
    return {name: field.default for name, field in model.model_fields.items()}


class Extent(Model):
    """A half-open stretch of the text, by code point offsets.

    >>> Extent(start=3, end=8).end
    8
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Span(Extent):
    """An extent with the text that stands there.

    >>> Span(text="$5", start=10, end=12).text
    '$5'
    """

    text: str
