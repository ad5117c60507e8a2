"""What stands beside the clause: in brackets, between commas, behind a name. No verb governs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.lists import BRACKETS
from claimx.attach.nominals import owner
from claimx.attach.rules import Pattern, Rule
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

# The rules after which the predicate is the verb over the noun phrase that the quantity is in.
IN_NOUN_PHRASE = frozenset(
    {
        "attributive",
        "attributive in a row",
        "property noun",
        "modifier of a noun",
        "counted alone",
        "label",
        "nearest clause",
    }
)


def _step_beside_level(draft: Draft) -> bool:
    """Net profit $3.1m, up *12%*; revenue: $5.2m (*+12%*): by how much the amount before has changed."""
    last = draft.last()
    if last is None or last.entity is None or (draft.entity is not None and draft.entity is not draft.predicate):
        return False
    between = draft.text[last.end : draft.start].strip().lower()
    if between not in {", up", ", down", "(up", "(down", "(", "; up", "; down", "– up", "– down"}:
        return False
    sign = draft.text[draft.quantity.start : draft.quantity.start + 1]
    if between == "(" and sign not in {"+", "-", "−", "–"}:
        return False
    draft.copy(last, "entity", "property")
    draft.direction = "up" if "up" in between or sign == "+" else "down"
    draft.role, draft.change_id = "by", draft.change_id or f"{last.entity.lemma}@{draft.start}"
    return True


def _aside(draft: Draft) -> bool:
    """Margin: 12.4% (prior year *11.0%*): an amount of the same kind in brackets, of the same entity."""
    last = draft.last()
    if last is None or draft.entity is not None or last.quantity.kind != draft.quantity.kind:
        return False
    if not draft.text[last.end : draft.start].lstrip().startswith("("):
        return False
    draft.copy(last, "entity", "property")
    return True


def _again_in_brackets(draft: Draft) -> bool:
    """The stadium holds 24,000 people (*28,000* for concerts): a count in brackets, of what is counted before."""
    last = draft.last()
    if last is None or last.counted is None or draft.counted is not last.counted:
        return False
    if draft.text[last.counted.end : draft.start].strip() != "(":
        return False
    draft.copy(last, "entity", "property", "predicate", "preposition", "clause")
    draft.standing = "again in brackets"
    return True


def _behind_noun(draft: Draft) -> bool:
    """Orvik (down *4%*); hens (about *30*): what stands right behind a noun in brackets is of that noun."""
    if _is_later_item(draft):
        return True
    if not _stands_in_brackets(draft):
        return False
    words_, index = draft.tree.words, draft.amount.index
    opening = next((i for i in range(index - 1, -1, -1) if words_[i].text in BRACKETS), 0)
    closing = next((i for i in range(index, len(words_)) if words_[i].text in {")", "]"}), len(words_))
    noun = words_[opening - 1] if opening else None
    if noun is None or noun.tag[:1] != "N" or noun.quantity is not None:
        return False
    if draft.standing in {"again in brackets", "said twice"}:
        return False
    while noun.role is Role.FLAT and noun.head is not None:
        noun = noun.head
    if draft.counted is None and draft.quantity.kind == "number":
        noun = _many(noun)
    inside = words_[opening + 1 : closing]
    if any(word.is_verb for word in inside) or any(word.is_noun for word in inside if word.index < index):
        return False
    turned = next((word for word in inside if word.text.lower() in words.WAYS and word.index < index), None)
    draft.entity, draft.property, draft.predicate, draft.preposition = noun, None, turned, None
    if turned is None and draft.quantity.kind in {"measure", "percent"}:
        draft.entity, draft.property = _measured(noun, inside[-1])
    if draft.rules.get("quantity") == "elided noun":
        draft.counted = draft.of = noun
    return True


def _measured(noun: Word, last: Word) -> tuple[Word, Word | None]:
    """Entity and property of a measure in brackets: "a needle (1.5 mm inner [diameter])", "a low [porosity] (12%)"."""
    if last.quantity is None and last.lemma in words.PROPERTY_NOUNS:
        return noun, last
    return (owner(noun) or noun, noun) if noun.lemma in words.PROPERTY_NOUNS else (noun, None)


def _is_later_item(draft: Draft) -> bool:
    """The yacht (length: 32 metres; *14* cabins): take a later thing counted in brackets as of the noun before."""
    tree, index = draft.tree.words, draft.amount.index
    opening = next((i for i in range(index - 1, -1, -1) if tree[i].text in {*BRACKETS, ")", "]"}), 0)
    if draft.counted is None or draft.before is None or draft.before.text != ";" or not opening:
        return False
    noun = tree[opening - 1]
    if tree[opening].text not in BRACKETS or noun.tag[:1] != "N" or any(w.is_verb for w in tree[opening:index]):
        return False
    draft.entity, draft.property, draft.predicate, draft.preposition = noun, None, None, None
    return True


def _many(noun: Word) -> Word:
    """Deaths from malaria (*608,000*): a bare number counts the plural noun that the one before it modifies."""
    above = noun.head
    singular = noun.tag == "NN" and noun.role is Role.MODIFIER and noun.preposition != "of"
    return above if singular and above is not None and above.tag == "NNS" and above.quantity is None else noun


def _ungoverned(draft: Draft) -> bool:
    """Estonia, home to *1.3m* people, has sent …: what says something of a noun between commas is no verb's."""
    if draft.predicate is None or draft.change_id is not None:
        return False
    if not (_is_apposed(draft) or _stands_in_brackets(draft) or _is_age(draft)):
        return False
    draft.predicate = draft.preposition = None
    return True


def _is_apposed(draft: Draft) -> bool:
    """Whether the quantity describes an apposition, or is an age behind a name.

    An amount that is itself in apposition has the verb of the noun that it is the value of: "the bid, $5m, won".
    """
    word = draft.phrase
    if word.role is Role.APPOSITION and (_is_value(draft) or _is_part(draft)):
        return False
    while word is not draft.clause and word.head is not None:
        if word.role is Role.APPOSITION and word.head.quantity is None:
            return True
        if word.is_verb:
            return False
        word = word.head
    return False


def _is_age(draft: Draft) -> bool:
    """Whether it is an age behind a name: "Roth, 61, runs"."""
    return draft.quantity.unit == "year" and draft.quantity.unit_text is None


def _is_value(draft: Draft) -> bool:
    return draft.quantity.kind not in {"count", "number"} and draft.quantity.unit != "year"


def _is_part(draft: Draft) -> bool:
    """Whether it is a part of what the verb is about: "scored 27 points, [19 of them] at home"."""
    return draft.counted is not None and draft.counted.text.lower() in words.PART_PRONOUNS


def _stands_in_brackets(draft: Draft) -> bool:
    """Whether the quantity is the first thing in brackets behind a noun: "the report (318 pages)"."""
    if not re.search(r"[(\[](?:up|down|about|just)? ?$", draft.text[max(0, draft.start - 8) : draft.start]):
        return False
    last = draft.last()
    between = "(" if last is None else draft.text[last.end : draft.start].strip(" (")
    return bool(between) and (not between.startswith("of ") or "," in between)


def _included(draft: Draft) -> bool:
    """14 people in the town, including *three* boys: a part of the amount before the comma, not of the noun there."""
    mark, last = draft.predicate, draft.last()
    if mark is None or mark.text.lower() != "including" or last is None or draft.entity is None:
        return False
    noun = draft.entity
    if noun.index > mark.index or draft.tree.words[mark.index - 1].text != ",":
        return False
    if last.quantity.kind == draft.quantity.kind != "number" and last.entity is not None:
        draft.copy(last, "entity", "property")
        return True
    if noun.preposition in {None, "of"}:
        return False
    between = draft.tree.words[last.amount.index : mark.index]
    if last.counted is None or draft.counted is None or any(word.is_verb for word in between):
        return False
    draft.entity, draft.property = last.counted, None
    return True


ASIDES = (
    Rule(
        "step beside a level",
        "it says by how much the amount before it has changed",
        Pattern(counted=False, second=True, kinds=frozenset({"percent", "money", "measure"})),
        _step_beside_level,
        (("Revenue: $5.2m (+12%)", "Revenue · – · 12 percent"),),
    ),
    Rule(
        "amount in brackets",
        "it stands in brackets behind an amount of the same kind",
        Pattern(counted=False, second=True),
        _aside,
        (("Ticket: £12 (£8 for children)", "Ticket · – · 8 GBP"),),
    ),
    Rule(
        "again in brackets",
        "it stands in brackets behind another number of the same things",
        Pattern(second=True, standing=IN_NOUN_PHRASE),
        _again_in_brackets,
        (("The stadium holds 24,000 people (28,000 for concerts).", "The stadium · hold · 28,000 people"),),
    ),
    Rule(
        "behind a noun in brackets",
        "it stands in brackets right behind the noun",
        Pattern(said=BRACKETS),
        _behind_noun,
        (
            ("Shares in two lenders, Orvik (down 4%) and Talley, fell.", "Orvik · down · 4 percent"),
            ("Best sellers: Ann Moss (43 maps), Joe Field (12 maps)", "Joe Field · – · 12 maps"),
        ),
    ),
    Rule(
        "part of an amount",
        "“including” behind a comma makes it a part of the amount before",
        Pattern(second=True, said=frozenset({"including"})),
        _included,
        (("The blast killed 14 people in the town, including three boys.", "people · include · 3 boys"),),
    ),
    Rule(
        "ungoverned",
        "it stands in brackets or between commas behind a noun, where no verb governs it",
        Pattern(standing=IN_NOUN_PHRASE),
        _ungoverned,
        (("Emil Roth, 61, runs the mill.", "Emil Roth · – · 61 year"),),
    ),
)
