"""How two neighbouring numbers hang together: the words between them, and the words that stand before the first."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from claimx.parsers.base import last_word

Link = Literal["dash", "to", "between", "or", "and", "comma", ""]
# Whatever joins two numbers is nothing but a space, comma or hyphen, or begins with one of these behind them.
JOINTS = (
    "–", "‑", "−", "~", "—", ".", "…", "/", "&", "to", "up", "down", "right", "all", "through", "till", "until", "or",
    "if", "maybe", "perhaps", "possibly", "even", "and",
)  # fmt: skip
ABOUT = "[~∼≈≃] ?"  # a sign that stands for "about"
FARTHEST = 40  # characters between two numbers that are joined
CHANGE_QUALIFIERS = (
    "by|about|around|nearly|almost|roughly|approximately|over|more than|less than|some|just|only|"
    "another|a further|further|as much as|up to|at least|an estimated|sharply|slightly|a|an|the|"
    "its|their|by over|well|just over|just under|to"
)


def link(text: str, left_start: int, left_end: int, right_start: int) -> Link:
    """What joins the number that ends at `left_end` with the one at `right_start`; empty for nothing.

    >>> link("7% to 9%", 0, 2, 6), link("between 5 and 10", 8, 9, 14), link("5 and 6 kg", 0, 1, 6)
    ('to', 'between', 'and')
    """
    gap = right_start - left_end
    if gap < 1 or gap > FARTHEST:
        return ""
    between = text[left_end:right_start].lower().lstrip(" \u00a0\n,-")
    match = _links().fullmatch(text, left_end, right_start) if not between or between.startswith(JOINTS) else None
    if match is None:
        return ""
    kind = match.lastgroup
    if kind == "and" or (kind == "or" and text[left_end] != "-"):
        return "between" if _between().search(text, max(0, left_start - 40), left_start) else kind  # type: ignore[return-value]
    return kind  # type: ignore[return-value]


def changes(text: str, start: int) -> bool:
    """Whether a verb of change stands right before an amount: "rose 3%", "fell by about 5", "up 4".

    >>> changes("sales rose by nearly 3%", 21), changes("from 3%", 5)
    (True, False)
    """
    word = last_word(text, start)
    if word.isalpha() and word not in _qualifying():
        return _change().match(text, start - 1 - len(word), start) is not None
    return _change().search(text, max(0, start - 48), start) is not None


@cache
def _qualifying() -> frozenset[str]:
    """The words that may stand between a verb of change and its amount; another one is the verb or there is none."""
    return frozenset(CHANGE_QUALIFIERS.replace("|", " ").split())


def is_from(text: str, start: int) -> bool:
    """Whether "from" stands right before an amount, perhaps with a qualifier between, or "from a peak of".

    >>> is_from("from about 5", 11), is_from("from a peak of 900", 15), is_from("from the 5", 9)
    (True, True, False)
    """
    if _is_apart(text, start):
        return False
    return bool(_from().search(text, max(0, start - 32), start)) or is_from_extreme(text, start)


def _is_apart(text: str, start: int) -> bool:
    """Whether the word before an amount is neither "from" nor "by" nor a qualifier of theirs: a quick look, for most.

    >>> [_is_apart(text, len(text)) for text in ("is from about ", "by ", "a peak of ", "was ")]
    [False, False, False, True]
    """
    word = last_word(text, start)
    return word.isalpha() and word not in _tying()


@cache
def _tying() -> frozenset[str]:
    return _qualifying().union("from of ranging under low little as an extra additional".split())


def is_from_extreme(text: str, start: int) -> bool:
    """Whether "from a peak of" or the like stands right before an amount.

    >>> is_from_extreme("from its record high of 900", 24), is_from_extreme("a peak of 900", 10)
    (True, False)
    """
    return bool(_from_extreme().search(text, max(0, start - 48), start))


def is_by(text: str, start: int) -> bool:
    """Whether "by" stands right before an amount, perhaps with a qualifier between: "raise fares by 25 cents"."""
    return not _is_apart(text, start) and bool(_by().search(text, max(0, start - 32), start))


def is_outlook(text: str, start: int) -> bool:
    """Whether an amount says by how much something may change: "could fall by 7% to 9%", which is no level reached.

    >>> is_outlook("it could fall by 7% to 9%", 17), is_outlook("it fell by 7% to 9%", 11)
    (True, False)
    """
    return bool(_outlook().search(text, max(0, start - 64), start))


@cache
def _outlook() -> re.Pattern[str]:
    modals = "may|might|could|would|will|can|should|'ll|expected to|likely to|set to|forecast to|projected to|seen"
    return re.compile(rf"(?:\b(?:{modals}))(?: [a-z]+){{1,4}} by(?: [a-z]+){{0,2}} \Z", re.IGNORECASE)


@cache
def _by() -> re.Pattern[str]:
    hedges = "about|around|roughly|nearly|almost|over|some|just|only|another|a further|at least|up to|as much as"
    return re.compile(rf"\bby(?: (?:{hedges}|more than|less than|an extra|an additional))*[ \n]\Z", re.IGNORECASE)


@cache
def _links() -> re.Pattern[str]:
    qualifiers = (
        r"(?:(?:about|around|nearly|almost|over|more than|as much as|as many as|as high as|up|roughly|"
        r"approximately|some|just|only|an estimated|"
        r"just over|just under|at least|less than|close to|even|maybe|perhaps|possibly|the|a|an) )*"
        rf"(?:{ABOUT})?"
    )
    return re.compile(
        rf"(?P<dash>-?[ \u00a0]?[-–‑−~][ \u00a0]?|—|\.\.\.?|…)"
        rf"|(?P<to>-?(?: up| down| right up| all the way)?[ \n-]to[ \n-]{qualifiers}| through |"
        rf"-through-| till | until )"
        rf"|(?P<or>(?:-|,)?[ \n]or[ \n]{qualifiers}|-or-|/|,? if not |, (?:maybe|perhaps|possibly|or even|even) )"
        rf"|(?P<and>(?:-|,)?[ \n](?:and|&)[ \n]{qualifiers})"
        r"|(?P<comma>-?,[ \n])",
        re.IGNORECASE,
    )


@cache
def _between() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:between|betwixt)(?: (?:about|around|roughly|approximately|an estimated|the|a|some|just|"
        rf"only|ages|the ages of|at least))*[ \n](?:{ABOUT})?\Z",
        re.IGNORECASE,
    )


@cache
def _from() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:from|range of|ranging)(?: (?:about|around|roughly|approximately|an?|just|only|nearly|"
        rf"almost|over|more than|less than|under|up to|as low as|as little as|at least))*[ \n](?:{ABOUT})?\Z",
        re.IGNORECASE,
    )


@cache
def _from_extreme() -> re.Pattern[str]:
    return re.compile(
        r"\bfrom (?:an?|the|its|their|his|her) (?:[a-z-]{1,20} )?"
        r"(?:peak|high|low|record|maximum|minimum|height|level) of"
        r"(?: (?:about|around|some|nearly|almost|over|more than))?[ \n]\Z",
        re.IGNORECASE,
    )


@cache
def _change() -> re.Pattern[str]:
    verbs = (
        "rise|rises|rose|risen|rising|fall|falls|fell|fallen|falling|grow|grows|grew|grown|growing|"
        "jump\\w*|climb\\w*|drop|drops|dropped|dropping|slip\\w*|"
        "gain\\w*|lose|loses|lost|losing|increas\\w+|decreas\\w+|surg\\w+|soar\\w*|sink|sank|sunk|"
        "sinks|plung\\w+|plummet\\w*|tumbl\\w+|slid|slide|slides|sliding|"
        "dip|dips|dipped|declin\\w+|advanc\\w+|rall(?:y|ied|ies)|shed|sheds|edg(?:e|ed|es|ing)|"
        "tick(?:s|ed|ing)?|add|adds|added|shrink|shrank|shrunk|shrinks|narrow\\w*|widen\\w*|"
        "expand\\w*|contract(?:s|ed)|improv\\w+|eas(?:e|ed|es)|rebound\\w*|recover\\w*|retreat\\w*|"
        "swell\\w*|swelled|leap\\w*|leapt|spik\\w+|skyrocket\\w*|crash\\w*|slump\\w*|"
        "cut|cuts|cutting|reduc\\w+|lower\\w*|rais\\w+|lift\\w*|boost\\w*|hik\\w+|slash\\w*|trim\\w*|"
        "move|moved|moves|up|down|higher|lower|off|strengthen\\w*|weaken\\w*|firm(?:ed|s)|"
        "appreciat\\w+|depreciat\\w+|drift(?:ed|s)?|inch(?:ed|es)|balloon\\w*|dive[ds]?|dove"
    )
    return re.compile(rf"\b(?:{verbs})(?:,? (?:{CHANGE_QUALIFIERS}))*[ \n][$£€]?\Z", re.IGNORECASE)
