"""Ages in years that only the person they are said of shows: "the playwright was *81* when it opened"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attach.kinds import is_person

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.syntax import Word

YOUNGEST, OLDEST = 14, 115
CHILDREN = frozenset("child boy girl lad pupil teenager youth man woman son daughter widow student".split())
EXTREMES = frozenset({"oldest", "youngest", "old", "young", "eldest"})  # "the [oldest] of the divers"
LEVELS = frozenset({"age", "expectancy"})
SINGULAR = frozenset({"i", "he", "she", "you"})
ENDS = frozenset({",", ".", ";", ")", "!", "?", "when", "and", "but", "at", "in", "on", "last", "this", "then", "now"})


def age(draft: Draft) -> bool:
    """A bare number said with "be" of a person, between commas behind one, or behind the first word "At"."""
    value, behind = draft.quantity.value, draft.behind()
    if draft.quantity.kind != "number" or value is None or value != int(value) or not YOUNGEST <= value <= OLDEST:
        return False
    ends = behind is None or behind.text.lower() in ENDS
    if not (_is_level(draft) or (ends and draft.entity is not None and _is_said_so(draft))):
        return False
    update = {"kind": "measure", "unit": "year", "unit_inferred": True}
    draft.quantity = draft.quantity.model_copy(update=update)
    if not _is_level(draft):
        draft.direction = draft.role = draft.change_id = None
    return True


def _is_level(draft: Draft) -> bool:
    """Whether what is said to be so many is an age: "life expectancy is 73", "the retirement age rose to 67"."""
    level = draft.property or draft.entity
    return level is not None and level.lemma in LEVELS and draft.standing != "modifier of a noun"


def _is_said_so(draft: Draft) -> bool:
    return any(rule(draft) for rule in (_is_said, _is_set_off, _is_fronted, _is_of, _is_of_who, _is_next))


def _is_of_who(draft: Draft) -> bool:
    """Whether a relative clause says it of somebody: "Tait, who is 39"."""
    subject = next((word for word in (draft.second_before, draft.before) if word is not None), None)
    be = draft.before is not None and draft.before.text.lower() in {"is", "was"}
    return be and subject is not None and subject.text.lower() == "who"


def _is_next(draft: Draft) -> bool:
    """Whether it is said beside an age: "was 17 when she joined and 54 when she left"."""
    last, behind = draft.last(), draft.behind()
    aged = last is not None and last.quantity.unit == "year" and last.quantity.unit_text is None
    return aged and behind is not None and behind.text.lower() == "when"


def _is_of(draft: Draft) -> bool:
    """Whether a person is "of" so many: "a girl of 14"."""
    noun = draft.second_before
    child = noun is not None and noun.lemma in CHILDREN and noun.tag != "NNS"
    return child and draft.before is not None and draft.before.text.lower() == "of"


def _is_said(draft: Draft) -> bool:
    """Whether a person "is" so many."""
    plain = draft.predicate is not None and draft.predicate.lemma == "be" and draft.preposition is None
    return draft.standing == "copula" and plain and _names_one(draft.entity)


def _is_set_off(draft: Draft) -> bool:
    """Whether the number stands between a comma behind a person and another: "the poet, 78, was fined"."""
    behind = draft.behind()
    if draft.before is None or draft.before.text != "," or behind is None or behind.text != ",":
        return False
    return draft.second_before is draft.entity and _names_one(draft.entity)


def _is_fronted(draft: Draft) -> bool:
    """Whether "At" and the number begin the sentence: "At 83, the baker still rises at four"."""
    behind = draft.behind()
    first = draft.amount.index == 1 and draft.before is not None and draft.before.text.lower() == "at"
    return first and behind is not None and behind.text == "," and _names_one(draft.entity)


def _names_one(word: Word | None) -> bool:
    """Whether a word stands for one person."""
    if word is None or word.tag == "NNS":
        return False
    return word.text.lower() in SINGULAR or word.lemma in EXTREMES or is_person(word) is True
