"""Whether a counted noun stands behind a number, by its ending alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number


def counts_noun(quantity: Quantity, text: str) -> bool:
    """Whether a plural noun stands right behind a quantity."""
    return bool(counted_after().match(text, quantity.end))


def counts_after(number: Number, text: str) -> bool:
    """Whether a plural noun stands right behind a number."""
    return bool(counted_after().match(text, number.end))


@cache
def counted_after() -> re.Pattern[str]:
    """A lower-case plural noun, perhaps after an adjective or two."""
    return re.compile(
        r"(?:[ -](?!(?:it|he|she|they|we|you|who|that|which|is|was|are|were|has|had|and|or|but|to|in|on|at|for|from|by|"
        r"with|as|of)\b)[a-z][\w'’-]*){0,3}?[ -](?:people|men|women|children|police|staff|(?!was|is|has|as|"
        r"this|its|us|his|says|was|thus|plus|yes|less|across|towards|versus|years)[a-z'’-]*[a-rt-z]s)\b"
    )
