"""The unit or currency that a number leaves out: that of an amount before it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.claims import Quantity

GAPPED = frozenset({"gapped verb", "gapped place"})
VERSUS = frozenset({"against", "versus", "vs", "vs."})
# The verbs that say how much of a unit something is.
MEASURED_BY = dict.fromkeys(
    ("kilogram", "gram", "pound", "metric_ton", "ton", "ounce", "stone"), "weigh"
) | dict.fromkeys(("minute", "hour", "day", "week", "month"), "last")


def text_of(word: Word | None) -> str:
    """A word's text, lower-case; an empty string for none."""
    return "" if word is None else word.text.lower()


def elided_unit(draft: Draft) -> bool:
    """From 21 mpg to *23*; 12 metres of ice and another *9*: the unit of the amount before, where the two are one's."""
    if draft.quantity.kind != "number" or draft.quantity.value is None:
        return False
    measured = [other for other in draft.earlier() if other.quantity.kind in {"measure", "money"}]
    before = draft.last()
    paired = before in measured and _is_paired(before, draft)
    before = before if paired else next((other for other in measured if _is_parallel(other, draft)), None)
    factor = _factor(before.quantity) if before is not None else None
    if factor is None and _is_difference(draft):
        factor = Decimal(1)  # "$2.6 million, 300,000 less than"
    if before is None or factor is None:
        return False
    value = draft.quantity.value * factor
    unit = {"kind": before.quantity.kind, "unit": before.quantity.unit, "unit_inferred": True, "value": value}
    draft.quantity = draft.quantity.model_copy(update=unit)
    if paired or draft.entity is None:
        draft.copy(before, "entity", "property", "of")
    return True


def _is_paired(before: Draft | None, draft: Draft) -> bool:
    """Whether a number is the other end of a change, or is held against the amount before it."""
    changed = before is not None and draft.change_id is not None and draft.change_id == before.change_id
    return changed or text_of(draft.before) in {"another", *VERSUS}


def _factor(quantity: Quantity) -> Decimal | None:
    """By what the written number was multiplied: 0.01 for "40 pence"; `None` where it is not in plain digits."""
    written = quantity.number.text.replace(",", "")
    if quantity.value is None or not written.replace(".", "", 1).isascii() or not written.replace(".", "", 1).isdigit():
        return Decimal(1) if quantity.value is not None and quantity.kind == "measure" else None
    return quantity.value / Decimal(written) if Decimal(written) else None


def _is_parallel(before: Draft, draft: Draft) -> bool:
    """Whether a bare number stands as the measure before it does: "14 years rather than *nine*", "men slept *6.9*"."""
    if draft.standing == "property noun":
        return False
    if before is draft.last() and _is_difference(draft):
        return True
    if draft.clause is not None and MEASURED_BY.get(before.quantity.unit or "") == draft.clause.lemma:
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
