"""Whether a counted noun stands behind a number, by its ending alone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number

# Words that end a noun phrase or stand in none.
CLOSING = (
    "it|he|she|they|we|you|who|that|which|and|or|but|to|in|on|at|for|from|by|with|as|of|is|was|are|were|has|had|have|"
    "will|would|can|could|may|might|must|should|did|does|do|says|this|its|his|us|thus|plus|yes|less|across|towards|"
    "versus|perhaps|always|unless|process|whereas|afterwards|besides|sometimes|when|where|while|until|because|if|so|"
    "about|than|such|the|a|an|these|those|every|each|my|her|our|your|their"
)
# Verbs that might be plural nouns by their ending.
VERBS = (
    "goes|costs|comes|gets|makes|ships|runs|uses|launches|includes|offers|shows|requires|states|provides|contains|"
    "means|lists|describes|begins|ends|starts|remains|features|lets|allows|gives|takes|covers|applies|bans|forbids|"
    "reads|opens|closes|wants|needs|decays|halts|deals|leads|leaves|stands|sits|lies|holds|keeps|serves|arrives|departs|names|mentions"
)
# A lower-case plural noun, perhaps after an adjective or three, which begins right behind a number.
COUNTED = (
    rf"(?:[ -](?!(?:{CLOSING})\b)[a-z][\w'’-]*){{0,3}}?[ -](?:people|men|women|children|police|staff|"
    rf"(?!(?:{CLOSING}|{VERBS}|years)\b)[a-z'’-]*[a-rt-z]s)\b(?! (?:the|its|his|her|their|whether|that|how) )"
)


def counts_noun(quantity: Quantity, text: str) -> bool:
    """Whether a plural noun stands right behind a quantity."""
    return bool(counted_after().match(text, quantity.end))


def counts_after(number: Number, text: str) -> bool:
    """Whether a plural noun stands right behind a number.

    >>> from claimx.scan import scan
    >>> [counts_after(scan(text)[0], text) for text in ("5 old clocks stopped", "Mazda 3 has brakes")]
    [True, False]
    """
    return bool(counted_after().match(text, number.end))


@cache
def counted_after() -> re.Pattern[str]:
    """A lower-case plural noun, perhaps after an adjective or two."""
    return re.compile(COUNTED)
