"""The phrases that qualify a number ("more than", "slightly under", "or so"), with the comparator of each.

Most are built from a degree and a head: "slightly" and "more than" is `~>`, "no" and "more than" `<=`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Comparator

MORE = "more greater higher larger bigger longer older taller heavier faster further farther deeper wider thicker"
MORE_TOO = "stronger better worse hotter warmer louder steeper later brighter"
LESS = "less fewer lower smaller shorter younger lighter cheaper slower narrower thinner colder cooler earlier"
ABOVE = "over|above|beyond|north of|upwards of|upward of|in excess of"
BELOW = "under|below|beneath|south of|short of"
SLIGHTLY = (
    "just|only just|a little|a little bit|little|slightly|ever so slightly|a bit|a shade|a touch|a tad|a hair|"
    "a whisker|marginally|fractionally|a fraction|barely|narrowly"
)
FAR = (
    "far|much|way|well|considerably|substantially|significantly|comfortably|easily|even|rather|somewhat|quite a bit|"
    "a lot|a good deal|a great deal|vastly|markedly|appreciably"
)
NOT = "no|not|not any|never|nothing|not a lot"
# Phrases before a number as they stand, by comparator; they win over built ones.
BEFORE: Mapping[Comparator, str] = MappingProxyType(
    {
        "~": (
            "about|around|roughly|approximately|approx|approx.|some|estimated|an estimated|estimated at|est.|"
            "something like|something around|something in the region of|in the region of|in the order of|"
            "on the order of|of the order of|in the neighborhood of|in the neighbourhood of|in the vicinity of|"
            "in the range of|in the ballpark of|circa|ca.|c.|ca|close to|near|somewhere around|somewhere near|"
            "somewhere in the region of|barely|more or less|give or take|an approximate|approximate|~|≈|∼|"
            "hovering around|hovers around|hovered around|guesstimated|roundabout|anywhere around|thereabouts|"
            "like|perhaps|maybe|probably around|around about|more like|not far from|not far off|in or around|"
            "not much more than|not much over|≃|≅"
        ),
        "~<": (
            "≲|nearly|almost|approaching|nigh on|virtually|not quite|shy of|just shy of|well-nigh|very nearly|nearing|"
            "little short of|just about|close on|coming up on|getting on for|verging on|practically|bordering on|"
            "not far short of|not far shy of|a little short of|slightly short of"
        ),
        "~>": "≳|hardly more than|scarcely more than|hardly over|little over",
        ">": (
            "exceeding|exceeds|exceeded|exceed|surpassing|surpassed|surpasses|surpass|topping|topped|>|"
            "over and above|over than|more, even, than|past|anything above|anything over"
        ),
        "<": "sub-|sub|<|inside|anything below|anything under|nowhere near|fewer even than",
        ">=": (
            "at least|at the least|at the very least|a minimum of|minimum of|the minimum of|minimum|at a minimum of|"
            "at minimum|at a minimum|minimally|starting at|starts at|start at|started at|starting from|starts from|"
            "start from|from|beginning at|beginning from|begins at|priced from|down to|≥|⩾|>=|=>|from as little as|"
            "from as low as|for as little as|not to fall below|a floor of|greater than or equal to|"
            "more than or equal to|higher than or equal to|equal to or greater than|equal to or more than|"
            "at or above|at or over"
        ),
        "<=": (
            "up to|upto|all the way up to|up to and including|anything up to|at most|at the most|at the very most|"
            "a maximum of|maximum of|the maximum of|to a maximum of|up to a maximum of|at a maximum of|at maximum|"
            "not exceeding|not to exceed|must not exceed|cannot exceed|may not exceed|shall not exceed|never exceeding|"
            "do not exceed|does not exceed|did not exceed|should not exceed|don't exceed|neither exceeding|"
            "none exceeding|"
            "never to exceed|capped at|limited to|a ceiling of|a limit of|a cap of|within|≤|⩽|<=|=<|maxing out at|"
            "maxes out at|no over|max|max.|less than or equal to|lower than or equal to|fewer than or equal to|"
            "equal to or less than|equal to or lower than|at or below|at or under"
        ),
    }
)
AS_MUCH = "many much high long far tall large big fast deep wide heavy hot old great thick strong late"
AS_LITTLE = "little low few small short young early cheap light cold slow thin narrow"
# Phrases behind a quantity, or behind the noun that it counts.
AFTER: Mapping[Comparator, str] = MappingProxyType(
    {
        "~": "or so|or thereabouts|-ish|ish|-odd|odd|-some|or around that|more or less|or about that|or something",
        "~>": "and change|and a bit|and some change|-something|or slightly more",
        ">=": (
            "or more|or greater|or higher|or above|or over|or older|or better|or longer|or up|or larger|or later|"
            "or bigger|or upwards|or taller|or worse|or heavier|or faster|or deeper|or warmer|or beyond|or wider|"
            "and up|and above|and over|and older|and upwards|and higher|and more|and beyond|and counting|and upward|"
            "and rising|plus|+|-plus|at least|at a minimum|upwards|if not more|or even more|or more still"
        ),
        "<=": (
            "or less|or fewer|or lower|or under|or below|or younger|or smaller|or shorter|or cheaper|or lighter|"
            "or earlier|and under|and below|and younger|and less|and lower|and fewer|or even less|if not less"
        ),
    }
)
# Phrases behind a quantity that qualify it only where the clause ends: "20 minutes tops."
LAST: Mapping[Comparator, str] = MappingProxyType(
    {
        "~": "give or take|roughly|approximately|approx|approx.|about",
        ">=": "minimum|plus|at least|at the least|at the very least|at a minimum|min",
        "<=": "tops|at most|at the most|at the very most|at the outside|maximum|max|at a maximum",
    }
)


@cache
def before() -> Mapping[str, Comparator]:
    """Every phrase that may stand before a number, in lower case: heads with each degree, and without.

    >>> [before()[phrase] for phrase in ("more than", "a little under", "no fewer than", "far below", "as many as")]
    ['>', '~<', '>=', '<', '<=']
    """
    found: dict[str, Comparator] = {}
    for heads, (alone, slight, negated) in _heads():
        for degrees, sign in ((SLIGHTLY, slight), (FAR, alone), (NOT, negated)):
            found.update({f"{degree} {head}": sign for degree in degrees.split("|") for head in heads})
    return MappingProxyType({**found, **plain()})


@cache
def plain() -> Mapping[str, Comparator]:
    """Those of them that no degree is added to: what the others end with is what one of these does.

    >>> plain()["more than"], "far more than" in plain()
    ('>', False)
    """
    found: dict[str, Comparator] = {head: signs[0] for heads, signs in _heads() for head in heads}
    found.update({f"as {word} as": "<=" for word in AS_MUCH.split()})
    found.update({f"as {word} as": ">=" for word in AS_LITTLE.split()})
    found.update({phrase: sign for sign, listed in BEFORE.items() for phrase in listed.split("|")})
    return MappingProxyType(found)


def _heads() -> tuple[tuple[list[str], tuple[Comparator, Comparator, Comparator]], ...]:
    """The heads that degrees stand before, with their comparators: alone, behind a slight degree, behind a "no"."""
    more = [f"{word} than" for word in f"{MORE} {MORE_TOO}".split()]
    less = [f"{word} than" for word in LESS.split()]
    return (more + ABOVE.split("|"), (">", "~>", "<=")), (less + BELOW.split("|"), ("<", "~<", ">="))
