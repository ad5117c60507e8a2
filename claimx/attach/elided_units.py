"""The unit or currency that a number leaves out: that of an amount before it."""

from __future__ import annotations

from decimal import Decimal
from itertools import dropwhile
from typing import TYPE_CHECKING

from claimx.attach.draft import EVENT
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.claims import Quantity

GAPPED = frozenset({"gapped verb", "gapped place"})
VERSUS = frozenset({"against", "versus", "vs", "vs."})
# The verbs that say how much of a unit something is.
MEASURED_BY = dict.fromkeys(
    ("kilogram", "gram", "pound", "metric_ton", "ton", "ounce", "stone"), frozenset({"weigh"})
) | dict.fromkeys(("minute", "hour", "day", "week", "month"), frozenset({"last", "take"}))
LIMITS = frozenset("limit maximum minimum threshold ceiling cap norm".split())
CLOSER = frozenset({"closer", "nearer"})
LEADING = frozenset({"lead", "leads", "led", "leading", "trail", "trails", "trailed", "trailing"})
HELD = frozenset({("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from")})
PLACED = frozenset({"in", "on", "at", "by"})
AROUND = frozenset({"before", "after"})
PARTED = frozenset({",", ";", "and", "but", "while"})
AGREED = frozenset({"measure", "money", "percent"})


def text_of(word: Word | None) -> str:
    """A word's text, lower-case; an empty string for none."""
    return "" if word is None else word.text.lower()


def elided_unit(draft: Draft) -> bool:
    """From 21 mpg to *23*; 12 metres of ice and another *9*: the unit of the amount before, where the two are one's."""
    if draft.quantity.kind != "number" or draft.quantity.value is None:
        return False
    measured = [other for other in draft.earlier() if other.quantity.kind in {"measure", "money"}]
    before = draft.last()
    paired = (before in measured and _is_paired(before, draft)) or _are_ends(before, draft)
    before = before if paired else next((other for other in measured if _is_parallel(other, draft)), None)
    echoed = before is None and (before := echo(draft)) is not None
    before = before or _meant(draft)
    factor = _factor(before.quantity) if before is not None else None
    if factor is None and _is_difference(draft):
        factor = Decimal(1)  # "$2.6 million, 300,000 less than"
    if before is None or factor is None:
        return False
    value = draft.quantity.value * factor
    unit = {"kind": before.quantity.kind, "unit": before.quantity.unit, "unit_inferred": True, "value": value}
    draft.quantity = draft.quantity.model_copy(update=unit)
    if echoed:
        draft.copy(before, "of", *EVENT)
    elif paired or draft.entity is None:
        draft.copy(before, "entity", "property", "of")
    return True


def _is_paired(before: Draft | None, draft: Draft) -> bool:
    """Whether a number is the other end of a change, or is held against the amount before it."""
    changed = before is not None and draft.change_id is not None and draft.change_id == before.change_id
    return changed or text_of(draft.before) in {"another", *VERSUS}


def _are_ends(before: Draft | None, draft: Draft) -> bool:
    """Whether a number is held against the percentage before: "to 4.1% from [3.8]", "41%, against [55] in 2019"."""
    if before is None or before.quantity.kind != "percent" or before.quantity.unit == "fraction":
        return False
    words = text_of(draft.second_before), text_of(draft.before)
    if before.role != "by" and (words[1] in VERSUS or words in HELD):
        return True
    same = before.change_id is not None and draft.change_id == before.change_id
    return same and {before.role, draft.role} == {"from", "to"}


def _factor(quantity: Quantity) -> Decimal | None:
    """By what the written number was multiplied: 0.01 for "40 pence"; `None` where it is not in plain digits."""
    if quantity.kind == "percent":
        return Decimal(1)
    written = quantity.number.text.replace(",", "")
    if quantity.value is None or not written.replace(".", "", 1).isascii() or not written.replace(".", "", 1).isdigit():
        return Decimal(1) if quantity.value is not None and quantity.kind == "measure" else None
    return quantity.value / Decimal(written) if Decimal(written) else None


def _is_parallel(before: Draft, draft: Draft) -> bool:
    """Whether a bare number stands as the measure before it does: "14 years rather than *nine*", "men slept *6.9*"."""
    if draft.standing == "property noun":
        return False
    if before is draft.last() and (_is_difference(draft) or draft.standing == "gapped verb"):
        return True  # "300 less than that", "costs $400 and its rival [650]"
    if draft.clause is not None and draft.clause.lemma in MEASURED_BY.get(before.quantity.unit or "", ()):
        return draft.amount.role is Role.OBJECT
    if before.quantity.kind != "measure":
        return False
    if text_of(draft.before) == "than" or (draft.standing in GAPPED and before is draft.last()):
        return True
    first, second = before.amount, draft.amount
    if first.preposition != second.preposition:
        return False
    if (second.role is Role.CONJUNCT and second.head is first) or (
        first.role is second.role and _of_one_verb(before, draft)
    ):
        return True
    value = draft.quantity.value
    return value is not None and value != int(value) and second.role is Role.OBJECT


def _is_difference(draft: Draft) -> bool:
    """Whether a number says how much more or less than the amount before it something is: "[300] less than"."""
    index = draft.amount.index
    behind = [text_of(word) for word in draft.tree.words[index + 1 : index + 3]]
    return behind in (["less", "than"], ["fewer", "than"], ["more", "than"], ["short", "of"])


def _of_one_verb(before: Draft, draft: Draft) -> bool:
    """Whether two quantities are said with the same verb, once or twice."""
    verbs = before.predicate, draft.predicate
    return verbs[0] is not None and verbs[1] is not None and verbs[0].lemma == verbs[1].lemma


def echo(draft: Draft) -> Draft | None:
    """The amount before, said with no verb between and in the same way: "5 kg before the race, [3] after it"."""
    last = draft.last()
    if last is None or last.quantity.kind not in AGREED or last.quantity.unit == "fraction":
        return None
    between = draft.tree.words[last.amount.index + 1 : draft.amount.index]
    if any(word.is_verb for word in between):
        return None
    if [text_of(word) for word in between] == ["and"] and draft.clause is last.clause:
        return last
    behind, fronted = draft.behind(), _fronting(draft)
    mark = fronted or behind
    if mark is None or mark.tag not in {"IN", "TO"} or mark.text.lower() == "of":
        return None
    if fronted is None and text_of(draft.before) not in PARTED:
        return None
    alike = next((group for group in (AROUND, PLACED) if mark.text.lower() in group), frozenset({mark.text.lower()}))
    earlier = draft.tree.words[: mark.index] if fronted is not None else between
    return last if any(word.text.lower() in alike and word.tag == mark.tag for word in earlier) else None


def _fronting(draft: Draft) -> Word | None:
    """The preposition of a place or the like that stands right before the number: "; [from] the south, barely 20"."""
    behind = reversed(draft.tree.words[max(0, draft.amount.index - 8) : draft.amount.index])
    phrase = dropwhile(lambda word: word.text == "," or word.tag in {"RB", "JJR"}, behind)
    mark = next((word for word in phrase if word.tag[:2] not in {"NN", "DT", "JJ"}), None)
    if mark is None or mark.tag != "IN" or mark.index + 1 == draft.amount.index:
        return None
    return mark if mark.index and draft.tree.words[mark.index - 1].text.lower() in PARTED else None


def _meant(draft: Draft) -> Draft | None:
    """The amount before that a number is said to be nearer to the truth than, to lead by, or to be the limit of."""
    alike = (other for other in draft.earlier() if other.quantity.kind in AGREED and other.quantity.unit != "fraction")
    if CLOSER & {text_of(draft.before), text_of(draft.second_before)}:
        return next(alike, None)
    if draft.quantity.value is not None and draft.quantity.value < 0:  # "to minus 19 degrees and below minus 15"
        return next((other for other in alike if (other.quantity.unit or "").startswith("degree")), None)
    if text_of(draft.before) == "by" and text_of(draft.second_before) in LEADING:
        return next((other for other in alike if other.quantity.unit == "percentage_point"), None)
    noun, last = _limit(draft), draft.last()
    if noun is not None:
        found = next((other for other in alike if other.quantity.kind == "measure"), None)
        draft.entity = noun if found is not None else draft.entity
        return found
    if draft.role is None or last is None or last.entity is None or last.entity.lemma not in LIMITS:
        return None
    draft.entity = last.entity  # "wants the limit, now 10, to be cut to [4]"
    return last if last.quantity.kind == "measure" else None


def _limit(draft: Draft) -> Word | None:
    """The limit that a number is: "the limit, now 10", "the limit is 10"."""
    if draft.entity is not None and draft.entity.lemma in LIMITS:
        return draft.entity
    behind = reversed(draft.tree.words[max(0, draft.amount.index - 3) : draft.amount.index])
    noun = next(dropwhile(lambda word: word.text == "," or word.tag == "RB", behind), None)
    return noun if noun is not None and noun.lemma in LIMITS else None
