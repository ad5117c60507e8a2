"""Numbers that are ages in years without saying so: "aged 34", "Ada Smith, 34, said", "she will be 60 in May"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.citations import is_age_in_brackets
from claimx.parsers.base import last_word, mentions

if TYPE_CHECKING:
    from claimx.numbers.number import Number
    from claimx.parsers.base import Context

OLDEST = 125
YOUNGEST_OF_MANY = 10  # a smaller number behind "people over" counts something
YOUNGEST_BY_NAME = 14  # a smaller number behind a name counts something
# The words that the patterns below may end with: a quick look, for most numbers.
AGED_ENDS = frozenset(
    "age aged ages of turn turns turned turning about around roughly just only under over below above least between "
    "from to nearly almost or".split()
)
AGED_WORDS = ("age", "turn")  # of which the first of them holds one
OVER_OR_UNDER = frozenset({"over", "under", "aged"})
REACH = 40  # how far back they look
LIVED_ENDS = frozenset(
    "was were is am turned at i'm i’m he's he’s be about around only just nearly almost barely currently now".split()
)


def is_age(number: Number, context: Context) -> bool:
    """Whether a number without a unit is an age in years: "aged 34", "at the age of six", "Ada Smith, 34, said"."""
    if number.value is None or not 0 < number.value < OLDEST or number.form not in {"digits", "words"} or number.letter:
        return False
    text, start, end = context.text, number.start, number.end
    before = text[start - 1 : start]
    if before == "(":
        return number.form == "digits" and text.startswith(")", end) and is_age_in_brackets(number, text)
    word = last_word(text, start) if before == " " else ""
    if _may_end(word, AGED_ENDS) and _tells_age(text, start):
        return True
    if number.value > 1 and _may_end(word, LIVED_ENDS) and _counts_nothing().match(text, end):
        return _lived().search(text, max(0, start - REACH), start) is not None
    if word in OVER_OR_UNDER and _is_of_many(number, text):
        return bool(_counts_nothing().match(text, end) or _verb_after().match(text, end))
    behind_comma = number.form == "digits" and text.startswith(", ", start - 2)
    return behind_comma and bool(_comma().match(text, end)) and _is_behind_name(number, text)


def _tells_age(text: str, start: int) -> bool:
    """Whether what makes a number an age ends right before it."""
    begin = max(0, start - REACH)
    return mentions(text, begin, start, AGED_WORDS) and _aged().search(text, begin, start) is not None


def _may_end(word: str, ends: frozenset[str]) -> bool:
    """Whether a word, perhaps with something glued before it, is one of those that end what makes a number an age."""
    return word in ends or (not word.isalpha() and word.endswith(tuple(ends)))


def _is_of_many(number: Number, text: str) -> bool:
    """Whether people over or under a number are named before it, children where it is a small one."""
    near = max(0, number.start - 80)
    many = (number.value or 0) > YOUNGEST_OF_MANY or _children_under().search(text, near, number.start)
    return bool(many and _people_over().search(text, near, number.start))


def _is_behind_name(number: Number, text: str) -> bool:
    """Whether a person's name or description and a comma stand before a number."""
    if _name_comma().search(text, max(0, number.start - 48), number.start):
        return True
    if number.value is None or number.value < YOUNGEST_BY_NAME:
        return False
    if _person_comma().search(text, max(0, number.start - 32), number.start):
        return True
    surname = _surname().search(text, max(0, number.start - 24), number.start)
    return surname is not None and not _listed().match(text, number.end)


@cache
def _aged() -> re.Pattern[str]:
    qualifiers = "about|around|roughly|just|only|under|over|below|above|at least|between|from|up to|nearly|almost|or"
    return re.compile(
        rf"\b(?:aged?|(?:at|by|from|before|after|until|since|age of|of) age|age of|ages(?: of)?|turn(?:s|"
        rf"ed|ing)?)(?: of)?(?: (?:{qualifiers}))? \Z",
        re.IGNORECASE,
    )


@cache
def _lived() -> re.Pattern[str]:
    """As in "when she was six", "he died at 24", "I am 61 now"."""
    hedges = "about|around|only|just|nearly|almost|barely|currently|now"
    return re.compile(
        r"\b(?:(?:when|since|until|till|before|after|by the time|once) (?:I|he|she|you|they) (?:was|were|is|am|turned)|"
        r"(?:died|dead|dies|die|married|retired|orphaned|widowed|left (?:school|home)) at|"
        r"I am|I[’']m|(?:I|he|she) was|(?:he|she) is|(?:s?he)['’]s|"
        r"(?:I|he|she|who)(?: will|[’']ll|, will) be)"
        rf"(?: (?:{hedges}))? \Z",
        re.IGNORECASE,
    )


@cache
def _people_over() -> re.Pattern[str]:
    """As in "drivers over 70", "voters under 30", "most of its members are over sixty"."""
    people = (
        "people|men|women|adults|children|girls|boys|kids|drivers|voters|members|players|patients|residents|workers|"
        "pensioners|those|anyone|everyone|athletes|students|citizens|passengers|visitors|tenants|the group"
    )
    links = r"(?:(?:who|that) )?(?:(?:is|are|was|were) )?(?:well |just |all |mostly )?"
    return re.compile(rf"\b(?:{people}) {links}(?:over|under|aged) \Z", re.IGNORECASE)


@cache
def _children_under() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:children|kids|girls|boys|toddlers|infants) (?:[a-z]+ ){0,2}(?:under|aged) \Z", re.IGNORECASE
    )


@cache
def _verb_after() -> re.Pattern[str]:
    verbs = "need|must|may|can|are|were|have|had|get|pay|should|will|do|did|say|said|live|[a-z]{3,}ed"
    return re.compile(rf" (?:{verbs})\b")


@cache
def _counts_nothing() -> re.Pattern[str]:
    words = (
        "and|or|but|when|now|so|in|on|at|his|her|my|then|to|after|before|years|with|doing|he|she|they|i|by|this|next|"
        "last|today|tomorrow|free|from|for|is|are|eat|go|travel|pay"
    )
    return re.compile(rf"[.,;:!?)—]|\s*\Z| (?:{words})\b| [–—-]")


@cache
def _name_comma() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?!(?:In|On|At|From|By|To|Of|The|And|But|For|With|January|February|March|April|May|"
        r"June|July|August|September|October|November|December) )[A-Z][\w'’.-]*[\"”)]? [A-Z][\w'’-]*[a-z], "
        r"\Z"
    )


@cache
def _person_comma() -> re.Pattern[str]:
    """As in "the striker, 23, scored", "her brother, 31, said"."""
    people = (
        r"man|woman|boy|girl|teenager|mother|father|brother|sister|son|daughter|wife|husband|player|driver|singer|"
        r"striker|winger|teacher|worker|farmer|officer|dancer|writer|lawyer|student|nurse|rider|runner|swimmer|skier|"
        r"golfer|fighter|boxer|defender|midfielder|goalkeeper|captain|victim|suspect|widow|widower|author|director|"
        r"pilot|soldier|graduate|resident|native|champion|actor|actress|comedian|engineer|doctor|[a-z]+ist"
    )
    return re.compile(rf"\b(?:the|The|a|A|an|An|his|His|her|Her|their|Their|my|My) (?:[a-z-]+ )?(?:{people}), \Z")


@cache
def _surname() -> re.Pattern[str]:
    """A single name that begins a sentence: "Okafor, 41, has retired"."""
    return re.compile(
        r"(?:\A|[.!?]['\"”’]? |\n)(?!(?:In|On|At|By|Of|For|Now|Then|Today|Only|Some|About|Here) )"
        r"[A-Z][\w'’]+[a-z], \Z"
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(r", (?:and|or|but|while)\b")


@cache
def _comma() -> re.Pattern[str]:
    return re.compile(r",(?! ?\d)(?! and \d)| and (?=[A-Z])|\.(?=\s|$)|;")
