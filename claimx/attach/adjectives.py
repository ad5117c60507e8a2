"""A quantity with an adjective: what is 30 metres high, $5 cheaper, worth $9m, laden with 40 tonnes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.arguments import argument_of
from claimx.attach.clauses import governor, object_of, subject_of
from claimx.attach.nominals import OBJECTS, said_of
from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

NO_COMPARATIVES = frozenset("more less fewer higher lower later earlier over further".split())  # of time and of change
PAST = frozenset({"ago", "earlier", "later", "before", "afterwards"})  # adverbs that say when, and nothing of a noun
COMPASS = frozenset("north south east west northeast northwest southeast southwest inland offshore".split())
LOOSE_WORDS = frozenset("up down more less fewer higher lower ago ahead".split())  # of changes and comparisons


def adjective(draft: Draft) -> bool:
    """An adjective measured by the quantity is the predicate, unless it stands before the noun it modifies."""
    word = draft.phrase.head
    if word is None or word.text.lower().endswith("ly") or draft.phrase.role in SUBJECTS:
        return False
    verb = word.head.head if word.head is not None and word.head.quantity is not None else word.head
    if verb is not None and verb.is_verb and word.first(Role.COPULA) is None and _is_loose(draft, word):
        return argument_of(draft, verb)
    beside = draft.before is not None and draft.before.text == ","  # "carries 41,000 a day, 12,000 [more] than"
    if draft.quantity.kind == "number" and not beside and (word.role in OBJECTS or word.tag == "RB"):
        return False  # "could save 1,000 more", "kept six overnight"
    if word.index < draft.phrase.index and (word.tag[:1] == "R" or word.first(Role.COPULA, *SUBJECTS) is not None):
        return False
    if word.tag[:1] == "R" and word.head is not None and word.head.tag[:1] == "J" and word.role is not Role.CONJUNCT:
        word = word.head
    if word.role in {Role.ADJECTIVE, Role.COMPOUND} and word.head is not None and word.head.index > word.index:
        return said_of(draft, word.head)
    draft.predicate = word
    draft.clause = word if word.first(Role.COPULA) else governor(word) or word
    draft.entity = _compared(draft, word) or _described(word)
    return True


def counted_comparative(draft: Draft) -> bool:
    """A sequel 90 pages *shorter* than the novel: the comparative right behind what is counted, before "than"."""
    noun = draft.phrase
    word = noun.head
    following = draft.tree.words[noun.index + 1 : noun.index + 3]
    if (
        word is None
        or word not in following[:1]
        or word.tag not in {"JJR", "RBR"}
        or following[-1].text.lower() != "than"
    ):
        return False
    draft.predicate = word
    draft.clause = word if word.first(Role.COPULA) else governor(word) or word
    draft.entity = _described(word)
    return draft.entity is not None


def _is_loose(draft: Draft, word: Word) -> bool:
    """Whether a word goes with the verb and is not measured: "lies 35 miles [east]", "closed [lower] at $78"."""
    if word.preposition == "for" and draft.phrase.index > word.index:
        return True  # "park for [longer] than two hours"
    turned = word.tag in {"JJR", "RBR"} and draft.phrase.preposition == "at" and word.index < draft.phrase.index
    return turned or (word.tag[:1] in "RN" and word.lemma in COMPASS)


def _compared(draft: Draft, word: Word) -> Word | None:
    """What a comparison behind a comma is about: the subject, unless it follows its noun ("a tower, 9 m taller")."""
    noun = draft.second_before
    if word.tag not in {"JJR", "RBR"} or draft.before is None or draft.before.text != ",":
        return None
    counted = noun is not None and any(child.quantity is not None for child in noun.children)
    if noun is not None and noun.role in {*OBJECTS, *SUBJECTS} and not counted and noun.quantity is None:
        return noun
    above = governor(word)
    return subject_of(above) if above is not None else None


def _described(word: Word) -> Word | None:
    """What an adjective or adverb says something of: its subject, else the noun that it follows or modifies."""
    head = word.head
    if word.first(Role.COPULA, *SUBJECTS) is not None or head is None:
        return subject_of(word)
    if head.first(Role.COPULA) is not None and word.index > head.index:
        return subject_of(head)  # "was the lowest in 9 years, and well [short] of 5%"
    if head.is_noun and head.quantity is None:
        return head
    made = head.first(Role.INDIRECT_OBJECT) if word.role is Role.CONJUNCT else None  # "makes [it] $5 or $6 cheaper"
    before = made or object_of(head)
    set_off = any(child.text == "," and child.index < word.index for child in word.children)
    if (
        before is not None
        and before.index < word.index
        and before.quantity is None
        and not set_off
        and PAST.isdisjoint({word.lemma, word.text.lower()})  # the lemma of "earlier" is "early"
    ):
        return before
    above = governor(word)
    return subject_of(word) or (subject_of(above) if above is not None else None)


def comparative(draft: Draft) -> bool:
    """The comparative behind the quantity is the predicate, said of the object of "make", else of the subject."""
    behind = (
        word for word in draft.tree.words[draft.amount.index + 1 : draft.amount.index + 5] if not _is_alternative(word)
    )
    word = next(behind, None)
    if word is None or word.tag not in {"JJR", "RBR"} or word.text.lower() in NO_COMPARATIVES:
        return False
    if word.head is not None and word.head.is_noun and word.head.quantity is None and word.head.index > word.index:
        return False
    verb = draft.place if draft.place.first(Role.COPULA) is not None else governor(draft.place)
    if verb is None:
        return False
    objects = (child for child in verb.all(*OBJECTS) if child.quantity is None and child.index < draft.amount.index)
    draft.entity = next(objects, None) if verb.lemma in words.MAKING_VERBS else subject_of(verb)
    if draft.entity is None:
        return False
    draft.predicate, draft.clause, draft.preposition = word, verb, None
    return True


def _is_alternative(word: Word) -> bool:
    """Whether a word belongs to another amount in place of one: "$5 [or $6] cheaper"."""
    return word.quantity is not None or word.role is Role.COORDINATOR


def complement(draft: Draft) -> bool:
    """The noun right before the adjective is the entity: "a tanker [laden] with 90 tonnes"."""
    said = draft.place.head
    noun = said.head if said is not None and said.role in {Role.ADJECTIVE, Role.ADVERB, Role.CLAUSE} else None
    if said is None or noun is None or not noun.is_noun or noun.holds_quantity or said.lemma in LOOSE_WORDS:
        return False
    between = draft.tree.words[noun.index + 1 : said.index]
    if noun.index > said.index or any(word.text != "," for word in between) or draft.place.preposition == "than":
        return False
    draft.entity, draft.predicate, draft.preposition = noun, said, draft.place.preposition
    draft.clause = governor(noun) or said
    return True


def worth(draft: Draft) -> bool:
    """What stands before "worth" is the entity."""
    word = draft.before
    if word is None:
        return False
    draft.predicate = word
    draft.clause = word if word.first(Role.COPULA) else governor(word) or word
    near = (word.head, draft.amount.head, draft.second_before)
    beside = next((noun for noun in near if noun is not None and noun.is_noun and noun.index < word.index), None)
    draft.entity = beside or _described(word)
    return True
