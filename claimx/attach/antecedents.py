"""Which noun a number counts that its own phrase leaves out: "six of *them*", "two *more*", "the three oldest"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.syntax import BE, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

NO_OBJECTS = frozenset({Role.AGENT, Role.OBLIQUE})


def antecedent(draft: Draft) -> Word | None:
    """What "them" stands for in "six of them": the plural before a comma, else what is counted or spoken of before."""
    by_the_way = _is_by_the_way(draft) and counted_subject(draft)
    return _apposed(draft) or by_the_way or understood(draft) or _plural_entity(draft) or nearest(draft)


def _apposed(draft: Draft) -> Word | None:
    """The plural right before the comma: "picked the [clips], 37 of them"."""
    noun = draft.second_before
    comma = noun is not None and draft.before is not None and draft.before.text == ","
    return noun if comma and noun is not None and noun.tag == "NNS" and noun.quantity is None else None


def _is_by_the_way(draft: Draft) -> bool:
    """Whether the number before counts no subject or object: "900 dialects are spoken by under 50 [people]"."""
    near = next((other.counted for other in draft.earlier() if other.counted is not None), None)
    return draft.standing == "subject" and near is not None and near.role in NO_OBJECTS


def counted_subject(draft: Draft) -> Word | None:
    """The nearest counted subject before."""
    firsts = (other.counted for other in draft.earlier() if other.standing == "subject" and other.counted is not None)
    return next((noun for noun in firsts if noun.is_noun and noun.tag == "NNS"), None)


def understood(draft: Draft) -> Word | None:
    """The noun that the nearest number before counts, unless that is a level ("212 points, to 35,430")."""
    counted = [other.counted for other in draft.earlier() if other.counted is not None and other.counted.is_noun]
    counted.sort(key=lambda noun: noun.preposition in {"after", "before", "during"})  # "after two rounds of cuts"
    behind = draft.behind()
    if behind is not None and behind.text.lower() in {"more", "fewer", "less"}:
        counted.sort(key=lambda noun: noun.role is not Role.OBJECT)  # "34 [goals] in 29 games, eight more than"
    noun = next((noun for noun in counted if noun.lemma not in words.TIME_NOUNS), counted[0] if counted else None)
    return None if noun is None or noun.lemma == "point" else noun


def _plural_entity(draft: Draft) -> Word | None:
    """Who or what the claim before is about, if there are several: "[farmers] were offered €900, but 130 of them"."""
    last = draft.last()
    return last.entity if last is not None and last.entity is not None and last.entity.tag == "NNS" else None


def nearest(draft: Draft) -> Word | None:
    """The nearest plural noun before, else the nearest noun."""
    behind = draft.tree.words[: draft.amount.index]
    nouns = [word for word in behind if word.tag in {"NN", "NNS"} and word.lemma not in words.TIME_NOUNS]
    return next((word for word in reversed(nouns) if word.tag == "NNS"), nouns[-1] if nouns else None)


def same_object(draft: Draft) -> Word | None:
    """The object of the verb before, of which there are more: "staged a [walkout] and plan two more"."""
    behind, clause = draft.behind(), draft.clause
    if behind is None or behind.text.lower() != "more" or clause is None or clause.role is not Role.CONJUNCT:
        return None
    thing = clause.head.first(Role.OBJECT) if clause.head is not None else None
    return thing if thing is not None and thing.tag in {"NN", "NNS"} and thing.quantity is None else None


def there_are(draft: Draft) -> Word | None:
    """Of which there are so many: "shepherds (there are about 60 left)"."""
    before = draft.tree.words[max(0, draft.amount.index - 4) : draft.amount.index]
    texts = [word.text.lower() for word in before]
    said = "there" in texts and bool(BE & set(texts))
    noun = nearest(draft) if said and draft.entity is None else None
    return noun if noun is not None and noun.tag == "NNS" else None
