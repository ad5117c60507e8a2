"""What one claim takes from another of its sentence: elided nouns, ranges, wholes of parts, amounts said twice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimx import words
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

COMPARED = frozenset({"compared with", "compared to", "than in", "up from", "down from"})

TWICE = frozenset({"(", ", or", "or", "/", "(about", "[", "(or", ", about", "—", "–"})  # between an amount and the same
EVENT = ("entity", "property", "predicate", "preposition", "clause", "direction", "role", "change_id")


def complete(drafts: list[Draft], tree: Tree, text: str) -> list[Draft]:
    """Settle what the drafts of one sentence owe each other; some of them go."""
    drafts = _join_ranges(drafts)
    for draft in drafts[:1]:
        _elided_noun(draft, [], tree)
    for number, draft in enumerate(drafts[1:], start=1):
        _said_twice(drafts[number - 1], draft, text)
        _coordinated(drafts[number - 1], draft)
        _next_level(drafts[number - 1], draft)
        _elided_verb(drafts[number - 1], draft, tree)
        _compared_amount(draft, drafts[:number])
        _loose_end(draft, drafts[:number])
        _elided_unit(drafts[number - 1], draft)
        _elided_noun(draft, drafts[:number], tree)
    _by_numbers(drafts)
    for draft in drafts:
        _through_quantity(draft, drafts)
    return drafts


def _through_quantity(draft: Draft, drafts: list[Draft]) -> None:
    """A third of those treated shed *5 kg*: what a quantity is of stands for the quantity as entity."""
    if draft.entity is None or draft.entity.quantity is None:
        return
    other = next((other for other in drafts if other.amount is draft.entity and other is not draft), None)
    draft.entity = (other.counted or other.of or other.entity) if other is not None else None


def _copy(draft: Draft, source: Draft, *names: str) -> None:
    for name in names:
        setattr(draft, name, getattr(source, name))


def _text(word: Word | None) -> str:
    """A word's text, lower-case; an empty string for none."""
    return "" if word is None else word.text.lower()


def _elided_unit(before: Draft, draft: Draft) -> None:
    """From 21 mpg to *23*; 12 metres of ice and another *9*: the unit of the amount before, where the two are one's."""
    if draft.counted is not None or draft.quantity.kind != "number" or before.quantity.kind not in {"measure", "money"}:
        return
    paired = draft.change_id is not None and draft.change_id == before.change_id
    if not paired and _text(draft.before) != "another":
        return
    unit = {"kind": before.quantity.kind, "unit": before.quantity.unit, "unit_inferred": True}
    draft.quantity = draft.quantity.model_copy(update=unit)
    _copy(draft, before, "entity", "property", "of")


def _by_numbers(drafts: list[Draft]) -> None:
    """The direction of "going from 1,000 to 2,000", which the verb leaves open."""
    for first, last in pairwise(drafts):
        if first.change_id is None or first.change_id != last.change_id or first.direction is not None:
            continue
        start, end = first.quantity.value, last.quantity.value
        if (first.role, last.role) == ("from", "to") and start is not None and end is not None and start != end:
            first.direction = last.direction = "up" if end > start else "down"


def _coordinated(before: Draft, draft: Draft) -> None:
    """24 mpg in the city and *33* on the highway: a number that a conjunction ties to a noun goes with the last."""
    loose = draft.counted is None and draft.rule in {"noun_modifier", "label", "any_clause"}
    if loose and draft.amount.role is Role.CONJUNCT and _text(draft.before) in {"and", "or", "but", "then"}:
        _copy(draft, before, "entity", "property", "predicate", "preposition", "clause")


def _next_level(before: Draft, draft: Draft) -> None:
    """Fell to 49 in May, *48* in June and *47* in July: a series of levels shares its first "to"."""
    alike = (before.quantity.kind, before.quantity.unit) == (draft.quantity.kind, draft.quantity.unit)
    listed = _text(draft.before) in {",", "and"} and draft.amount.preposition is None and draft.counted is None
    if before.role == "to" and alike and listed:
        _copy(draft, before, *EVENT)


def _elided_verb(before: Draft, draft: Draft, tree: Tree) -> None:
    """Zinc rose 3%, *tin by 2%*: a noun and "by" share the verb of the change before them."""
    if before.role != "by" or draft.change_id not in {None, before.change_id} or draft.amount.preposition != "by":
        return
    nouns = _nouns_before(tree, draft.amount.index - 1)
    if nouns and before.quantity.kind == draft.quantity.kind:
        _copy(draft, before, "predicate", "clause", "direction", "role")
        draft.entity, draft.property, draft.preposition = nouns[-1], None, "by"
        draft.change_id = f"{before.change_id}, {nouns[-1].text}"


def _nouns_before(tree: Tree, index: int) -> list[Word]:
    """The nouns that end right before an index, if a comma or conjunction is before them."""
    first = index
    while first > 0 and tree.words[first - 1].tag[:1] == "N" and tree.words[first - 1].quantity is None:
        first -= 1
    listed = first > 0 and _text(tree.words[first - 1]) in {",", "and", "while", "but", ";"}
    return tree.words[first:index] if listed else []


def _compared_amount(draft: Draft, before: list[Draft]) -> None:
    """Compared with *41%* a month ago; up from *22 percent*: of the same entity as the amount it is held against."""
    word = _text(draft.before)
    held = f"{_text(draft.second_before)} {word}" in COMPARED or word in {"against", "versus"}
    turned = draft.predicate is not None and draft.predicate.text.lower() in {"up", "down"} and _is_loose(draft)
    if not (held or turned):
        return
    last = next((other for other in reversed(before) if other.quantity.kind == draft.quantity.kind), None)
    if last is None or (draft.counted is not None and last.counted is None):
        return
    _copy(draft, last, "entity", "property")
    if not turned:
        _copy(draft, last, "predicate", "preposition", "clause")
        draft.of = draft.of or last.of
        draft.direction = draft.role = draft.change_id = None


def _is_loose(draft: Draft) -> bool:
    """Whether the entity of "up" or "down" is no noun standing right before it."""
    word, entity = draft.predicate, draft.entity
    return word is not None and (entity is None or not entity.is_noun or entity.end + 3 < word.start)


def _loose_end(draft: Draft, before: list[Draft]) -> None:
    """… rose to $5m in the three months ended June, from *$4m*: a change's end that the parse hangs elsewhere."""
    if draft.change_id is not None or draft.amount.preposition not in {"from", "to"} or draft.counted is not None:
        return
    same = [o for o in reversed(before) if o.quantity.kind == draft.quantity.kind or o.amount is draft.amount.head]
    last = next(iter(same), None)
    if last is None or last.change_id is None or last.role == draft.amount.preposition:
        return
    _copy(draft, last, "entity", "property", "predicate", "clause", "direction", "change_id")
    draft.preposition = draft.amount.preposition
    draft.role = "from" if draft.preposition == "from" else "to"


def _join_ranges(drafts: list[Draft]) -> list[Draft]:
    """From … to is one range again where no verb or noun of change governs its ends."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and draft.pair is not None and before.pair is draft.pair:
            if before.change_id is not None or draft.change_id is not None:
                _tie_ends(before, draft)
            else:
                before.quantity, before.end, before.pair = draft.pair, draft.end, None
                before.direction = before.role = before.change_id = None
                before.counted = before.counted or draft.counted
                before.of = before.of or draft.of
                continue
        joined.append(draft)
    return joined


def _tie_ends(first: Draft, last: Draft) -> None:
    """Make one change of the two ends of "from … to" where the parse hangs one of them elsewhere."""
    known, other = (first, last) if first.change_id is not None else (last, first)
    _copy(other, known, "entity", "property", "predicate", "clause", "direction", "change_id")
    first.role, last.role = "from", "to"
    first.preposition, last.preposition = "from", "to"


def _said_twice(before: Draft, draft: Draft, text: str) -> None:
    """9 billion yuan (US $1.3 billion): the second says of the same what the first does; so does "45 points, or 2%"."""
    end = before.end if before.counted is None else max(before.end, before.counted.end)
    gap = text[end : draft.start].strip()
    if gap not in TWICE:
        return
    kind = draft.quantity.kind
    if before.quantity.kind == kind and kind in {"money", "measure"}:
        _copy(draft, before, "of", *EVENT)
    elif before.role == "by" and kind == "percent":
        _copy(draft, before, *EVENT)
    else:
        return
    draft.rule = "said_twice"


def _elided_noun(draft: Draft, before: list[Draft], tree: Tree) -> None:
    """A bare number counts what its sentence leaves to be understood.

    "Up from just *six*": what the number before it counts. "*Half* of them": what stands before. "Burglaries fell to
    *1,318*": what fell.
    """
    if draft.quantity.kind != "number" or draft.quantity.unit is not None:
        return
    if draft.counted is not None:
        if draft.counted.text.lower() in {"them", "these", "those", "us", "whom", "which"}:
            draft.counted = _understood(before) or _nearest_noun(draft, tree) or draft.counted
        return
    value = draft.quantity.value
    if value is not None and value != int(value):
        return
    if draft.entity is not None and _is_counted_by(draft, draft.entity):
        draft.counted = draft.of = draft.entity
        return
    noun = _understood(before)
    if noun is None:
        return
    draft.counted = draft.of = noun
    if draft.entity is None or draft.entity.quantity is not None or draft.entity is draft.predicate:
        draft.entity = next((other.entity for other in reversed(before) if other.counted is noun), None) or noun


def _understood(before: list[Draft]) -> Word | None:
    """The noun that the nearest number before counts, unless that is a level ("212 points, to 35,430")."""
    last = next((other for other in reversed(before) if other.counted is not None), None)
    return None if last is None or last.counted is None or last.counted.lemma == "point" else last.counted


def _nearest_noun(draft: Draft, tree: Tree) -> Word | None:
    behind = reversed(tree.words[: draft.amount.index])
    return next((word for word in behind if word.tag in {"NN", "NNS"} and word.lemma not in words.TIME_NOUNS), None)


def _is_counted_by(draft: Draft, subject: Word) -> bool:
    """Whether a bare number is how many of its plural subject there are: "burglaries fell to 1,318"."""
    reached = draft.change_id is not None or (draft.clause is not None and draft.clause.lemma in words.REACHING_VERBS)
    return reached and subject.tag == "NNS" and subject.lemma not in words.PROPERTY_NOUNS | words.VALUED_NOUNS
