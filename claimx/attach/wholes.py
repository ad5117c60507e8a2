"""Parts of a whole that stands before the clause: "Of 1,150 tractors seen at 14 depots, *212* had faulty brakes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

OPENERS = frozenset({"and", "but", "then", ",", ";", ":", "–", "—", "“", '"', "("})
FRONTING = frozenset({"of", "among"})
UNSEEN = frozenset({"VB", "VBN", "VBP", "VBD"})  # how a verb behind the part may be tagged: "19 [lack] a boiler"


def fold_fronted(drafts: list[Draft]) -> list[Draft]:
    """The drafts without wholes that stand before the clause; the part of each has it as its total."""
    for number, whole in enumerate(drafts):
        part = next((draft for draft in drafts[number + 1 :] if _may_be_part(draft)), None)
        mark = _fronting(whole)
        if part is None or mark is None or not _fits(whole, part):
            continue
        noun = _noun_of(whole)
        part.quantity = part.quantity.model_copy(update={"total": whole.quantity.value})
        part.start = mark.start
        if part.counted is not None:
            part.amount.relabel(Role.SUBJECT)
        part.counted, part.phrase = noun, part.amount
        part.place_afresh()
        return [*drafts[:number], *fold_fronted(drafts[number + 1 :])]
    return drafts


def _fronting(whole: Draft) -> Word | None:
    """The "of" or "out of" before a counted noun that begins a clause."""
    noun = _noun_of(whole)
    if noun is None or whole.quantity.kind != "number" or whole.quantity.total is not None or not noun.is_noun:
        return None
    before = whole.tree.words[: whole.amount.index]
    while before and before[-1].tag in {"DT", "PRP$", "RB"} and before[-1].text.lower() not in FRONTING:
        before = before[:-1]
    if not before or before[-1].text.lower() not in FRONTING:
        return None
    mark = before[-2] if before[-2:-1] and before[-2].text.lower() == "out" else before[-1]
    opener = whole.tree.words[mark.index - 1].text.lower() if mark.index else ""
    return mark if not opener or opener in OPENERS else None


def _noun_of(whole: Draft) -> Word | None:
    """What the whole counts: the noun right behind it, where the parse does not tie them."""
    behind = whole.behind()
    return whole.counted or (behind if behind is not None and behind.is_noun and behind.quantity is None else None)


def _may_be_part(draft: Draft) -> bool:
    """Whether a bare number, of which nothing is counted, is a subject or object."""
    if draft.quantity.kind != "number" or draft.quantity.total is not None or draft.quantity.value is None:
        return False
    if draft.counted is not None:
        return draft.counted.tag in UNSEEN
    return draft.amount.role in {*SUBJECTS, Role.OBJECT, Role.OPEN_COMPLEMENT} and draft.amount.preposition is None


def _fits(whole: Draft, part: Draft) -> bool:
    """Whether a part is no more than its whole, and stands in the clause behind it."""
    all_, some = whole.quantity.value, part.quantity.value
    noun = _noun_of(whole)
    if all_ is None or some is None or some > all_ or noun is None:
        return False
    behind = whole.tree.words[noun.index + 1 : part.amount.index]
    return any(word.text == "," or word.is_verb for word in behind) and not any(word.text in ".;:" for word in behind)
