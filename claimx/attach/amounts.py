"""What a quantity is a quantity of: what is counted, the whole of a share, what money is in, for or on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.rules import Pattern, Rule
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft


def partitive(amount: Word) -> Word | None:
    """What an amount is an amount of, said right after it: "7% of its [GDP]".

    >>> share, income = Word("7%", 0, 2, "CD", "7%", index=0), Word("income", 6, 12, "NN", "income", index=2)
    >>> Word("of", 3, 5, "IN", "of", index=1).hang(income, Role.CASE)
    >>> income.hang(share, Role.MODIFIER)
    >>> partitive(share)
    income/NN<-nominal modifier-7%
    """
    after = (child for child in amount.all(Role.MODIFIER, Role.OBLIQUE) if child.index > amount.index)
    return next((child for child in after if child.preposition == "of" and child.quantity is None), None)


def is_thing(word: Word) -> bool:
    """Whether a word can be what money or a change is for or in: no quantity, no time.

    >>> is_thing(Word("roads", 0, 5, "NNS", "road")), is_thing(Word("March", 0, 5, "NNP", "march"))
    (True, False)
    """
    named = word.is_noun or word.tag == "VBG" or (word.tag[:1] in "JRV" and word.preposition is not None)
    return word.quantity is None and named and word.lemma.lower() not in words.TIME_NOUNS


def spent_on(clause: Word) -> Word | None:
    """What an amount goes to, from the verb's obliques: "spent on [roads]", "raised for [charity]"."""
    if clause.lemma not in words.PAYING_VERBS:
        return None
    return next(
        (c for c in clause.all(Role.OBLIQUE) if c.preposition in {"on", "for", "towards", "into"} and is_thing(c)), None
    )


def goods(draft: Draft) -> Word | None:
    """What money is in, for or on: "[$5bn] in weapons", "spent [$5bn] on roads"."""
    near = [c for c in draft.amount.all(Role.MODIFIER, Role.OBLIQUE) if c.index > draft.amount.index]
    clause = draft.clause
    if clause is not None and clause.is_verb:
        near += [c for c in clause.all(Role.OBLIQUE, Role.MODIFIER) if c.index > draft.amount.index]
    for child in near:
        named = child.tag in {"NN", "NNS", "VBG"} and child.lemma not in words.SESSIONS
        if child.preposition == "in" and is_thing(child) and named:
            return child
        if child.preposition in {"on", "for", "towards", "toward"} and is_thing(child):
            return child if clause is None or clause.lemma in words.PAYING_VERBS or child.head is draft.amount else None
    return None


def _counted(draft: Draft) -> bool:
    is_point = draft.counted is not None and draft.counted.lemma == "point"
    draft.of = None if draft.standing == "attributive" or is_point else draft.counted
    return True


def _whole(draft: Draft) -> bool:
    draft.of = partitive(draft.amount)
    return draft.of is not None or draft.standing in {"attributive", "worth", "property noun"}


def _goods(draft: Draft) -> bool:
    draft.of = goods(draft)
    return draft.of is not None


OF = (
    Rule(
        "counted noun",
        "what a bare number counts",
        Pattern(counted=True),
        _counted,
        (("The library lent 300 books.", "The library · lend · 300 books"),),
    ),
    Rule(
        "of after the quantity",
        "“of” ties it to the quantity",
        Pattern(),
        _whole,
        (("The club lost 7% of its members.", "The club · lose · 7 percent of its members"),),
    ),
    Rule(
        "what money is for",
        "“in”, “on” or “for” says what the money is for",
        Pattern(kinds=frozenset({"money"})),
        _goods,
        (("The city spent £3m on roads.", "The city · spend · 3,000,000 GBP of roads"),),
    ),
)
