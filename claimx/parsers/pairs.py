"""Two bare numbers that a dash or "to" joins: a score, odds, a ratio ("2-1", "5 to 4"), or a range ("5-10 people")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.nouns import counts_noun
from claimx.parsers.joints import changes, is_from, link

if TYPE_CHECKING:
    from claimx.parsers.ranges import Reading


def is_score(left: Reading, right: Reading, text: str) -> bool:
    """Whether two bare numbers, no range, are a score, odds or a ratio: "2-1", "5 to 4", "52-48"."""
    joint = link(text, left.quantity.start, left.quantity.end, right.quantity.start)
    if joint == "dash" and " " in text[left.quantity.end : right.quantity.start]:
        a, b = left.quantity.value, right.quantity.value
        return a is not None and b is not None and b <= a < 30 and not counts_noun(right.quantity, text)
    if left.quantity.value is None:
        return False
    if joint == "dash":
        return True
    return joint == "to" and not changes(text, left.quantity.start) and not is_from(text, left.quantity.start)


def is_bare_range(left: Reading, right: Reading, text: str) -> bool:
    """Whether two numbers without a unit make a range by a dash: "5-10 people", but not the score "2-1"."""
    a, b = left.quantity, right.quantity
    if a.value is None or b.value is None or a.value >= b.value or a.value < 0:
        return False
    if not (text[a.end : b.start].strip(" \u00a0") or "") or (
        text[a.end : b.start].startswith(" ") and left.magnitude == 1 and not _noun().match(text, b.end)
    ):
        return False
    if (
        text[a.start : a.end].isdigit()
        and len(text[a.start : a.end]) == 3
        and len(text[b.start : b.end]) == 4
        and right.magnitude == 1
    ):
        return False
    if _scored().search(text, max(0, a.start - 40), a.start) or _scores().match(text, b.end):
        return False
    if "." in text[a.start : a.end] and "." in text[b.start : b.end]:
        return True  # "1.2–3.4"
    return bool(_noun().match(text, b.end)) or not (a.value < 20 and b.value < 20) or not _closes().match(text, b.end)


@cache
def _scored() -> re.Pattern[str]:
    verbs = (
        "beat|beats|beaten|beating|won|win|wins|winning|lost|lose|loses|losing|led|leads?|leading|trailed|"
        "trailing|trail|drew|draw|tied|defeat\\w*|victory|score[ds]?|scoreline|record|voted|vote|past|"
        "over|against|set|sets|tiebreak"
    )
    return re.compile(rf"\b(?:{verbs})\b[^.;]{{0,24}}\Z|\d[-–]\d{{1,2}},? \Z", re.IGNORECASE)


@cache
def _scores() -> re.Pattern[str]:
    nouns = (
        "win|wins|victory|victories|defeat|loss|losses|lead|draw|draws|record|decision|ruling|vote|"
        "score|triumph|thrashing|rout|down|up|at|against|to|on|in|majority|aggregate|advantage|deficit|"
        "start|mark|formation|system|defense|offense"
    )
    return re.compile(rf"(?: [a-z-]+)? (?:{nouns})\b|, \d+[-–]\d|[-–‑/]\w|-", re.IGNORECASE)


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(
        r"(?:[ -][a-z][\w'-]*){0,2} (?:people|men|women|children|(?!was|is|has|as|this|its|his)[a-z-]+[^s\W]s)\b|"
        r" of\b"
    )


@cache
def _closes() -> re.Pattern[str]:
    return re.compile(r"\W*(?:$|[.,;)])| [A-Z]")
