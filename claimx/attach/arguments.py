"""A quantity in a clause: what the clause's verb says of its subject with the quantity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.amounts import goods, is_thing, partitive, spent_on
from claimx.attach.clauses import AMOUNTS, governor, object_of, subject_of, verb_word
from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})  # taggers take many a participle for the past tense
# What they set or estimate is what the amount after "at" says something of: "put the damage [at] $5m".
VALUING_VERBS = frozenset(
    "put value estimate set price peg fix cap keep hold leave rate assess cost maintain limit pitch reckon".split()
)


def multiplying_verb(draft: Draft) -> bool:
    """What a verb of multiplying multiplies is the entity: its object, else its subject."""
    draft.predicate = draft.clause = draft.amount
    target = object_of(draft.amount)
    draft.entity = target if target is not None else subject_of(draft.amount)
    return True


def absolute(draft: Draft) -> bool:
    """What is counted, or what the share is of, does what the participle says."""
    of = partitive(draft.amount)
    about = draft.counted or of
    if about is None:
        return False
    holders = [draft.phrase] if of is None else [draft.phrase, of]
    below = (c for holder in holders for c in holder.all(Role.CLAUSE, Role.OPEN_COMPLEMENT))
    verb = next((c for c in below if c.tag in PARTICIPLES), None)
    if verb is None or verb.first(*SUBJECTS):  # "with 40 flats, each let to a nurse"
        return False
    draft.entity, draft.predicate, draft.clause = about, verb, verb
    return True


def subject(draft: Draft) -> bool:
    """What is counted, or what the share is of, is the entity."""
    head = draft.place.head
    if head is None or draft.quantity.kind == "money":
        return False
    draft.clause = raised(head)
    draft.predicate = verb_word(draft.clause)
    draft.entity = draft.counted or partitive(draft.amount) or _named_by(draft) or _one(draft.place)
    of = draft.entity is not None and draft.entity.text.lower() in {"it", "them", "these", "those"}
    if of and head.tag[:1] == "N" and head.first(Role.COPULA) is None:
        draft.predicate = None  # "lost 4 kg, half of it in a week"
    return True


def _one(word: Word) -> Word | None:
    """What stands for one of a kind: "[one] of 250 tonnes was bought"."""
    return word if word.quantity is None and word.text.lower() == "one" else None


def _named_by(draft: Draft) -> Word | None:
    """The name that a measure is part of: "the [Corolla] 1.8 litre"; the parse takes it for a subject or owner, too."""
    name = draft.before
    if draft.quantity.kind != "measure" or name is None or not name.is_noun or name.lemma in words.TIME_NOUNS:
        return None
    if not name.text[:1].isupper():
        return None
    tied = {Role.FLAT, Role.COMPOUND, Role.APPOSITION}
    while name.role in tied and name.head is not None and name.head.index < draft.amount.index:
        name = name.head
    of_it = name.head is draft.amount and name.role in {Role.COMPOUND, Role.POSSESSOR}
    beside = name.head is draft.amount.head and name.role in SUBJECTS
    return name if (of_it or beside) and name.preposition is None else None


def money_as_subject(draft: Draft) -> bool:
    """Money as the subject is nobody's: no entity but an agent."""
    head = draft.place.head
    if head is None:
        return False
    draft.clause = raised(head)
    draft.predicate = verb_word(draft.clause)
    draft.entity = draft.clause.first(Role.AGENT) or _agent_by(draft.clause)
    draft.of = partitive(draft.amount) or goods(draft) or spent_on(draft.clause)
    return True


def _agent_by(clause: Word) -> Word | None:
    """Who does it in a passive, where the parse does not tell an agent from other words behind "by"."""
    if clause.first(Role.PASSIVE_AUXILIARY) is None:
        return None
    return next((c for c in clause.all(Role.OBLIQUE) if c.preposition == "by" and is_thing(c)), None)


def raised(clause: Word) -> Word:
    """Past verbs that only say how firmly or since when: "are expected to [meet]", "is likely to [cost]"."""
    inner = clause.first(Role.OPEN_COMPLEMENT)
    target = clause.first(Role.OBJECT)
    if (
        target is not None
        and inner is not None
        and clause.index < target.index < inner.index
        and clause.lemma == "have"
    ):
        return clause  # "had two years to negotiate"
    light = clause.lemma in words.RAISING or clause.lemma in words.EXPECTING_VERBS | words.EXPECTED_ADJECTIVES
    return raised(inner) if inner is not None and inner.is_verb and light else clause


def copular(draft: Draft) -> bool:
    """What the quantity is said to be is the entity."""
    word = draft.place
    verb = word.first(Role.COPULA)
    if verb is None:
        return False
    draft.clause, draft.predicate = word, verb
    draft.preposition = draft.amount.preposition
    draft.predicate = _multiple_of(draft) or verb
    _about(draft, subject_of(word))
    return True


def _multiple_of(draft: Draft) -> Word | None:
    """The adjective behind "times as": "men are 1.8 times as [likely] to"."""
    behind = draft.behind()
    if draft.quantity.unit != "time" or behind is None or behind.text.lower() not in {"as", "more", "less"}:
        return None
    said = draft.tree.words[behind.index + 1] if behind.index + 1 < len(draft.tree.words) else None
    return said if said is not None and said.tag in {"JJ", "RB"} and said.lemma not in AMOUNTS else None


def _about(draft: Draft, subject_: Word | None) -> None:
    """Take a subject as entity; a property's noun becomes the property and its owner the entity."""
    draft.entity, draft.property = subject_, None
    if subject_ is not None and subject_.quantity is None and subject_.lemma in words.PROPERTY_NOUNS:
        draft.entity, draft.property = owned(subject_)


def is_period(possessor: Word) -> bool:
    """Whether a possessor says when: "last [year]'s revenue", "[today]'s price"."""
    return possessor.lemma in words.TIME_NOUNS


def owned(noun: Word) -> tuple[Word, Word | None]:
    """Entity and property of a property's noun: its owner and itself; a pronoun owns without naming anything."""
    holder = noun.first(Role.POSSESSOR)
    if holder is None or is_period(holder):
        holder = next((c for c in noun.all(Role.MODIFIER) if c.preposition == "of" and c.quantity is None), None)
    if holder is None:
        return noun, None
    return (noun, noun) if holder.tag[:2] in {"PR", "WP"} else (holder, noun)


def verb_argument(draft: Draft) -> bool:
    """What the verb says with the quantity, it says of its subject."""
    clause = draft.place.head
    if clause is not None and clause.tag == "VBG" and clause.role is Role.OBLIQUE and clause.first(Role.OBJECT) is None:
        clause = clause.head  # "ask about smoking at each of the visits"
    return clause is not None and argument_of(draft, clause)


def argument_of(draft: Draft, clause: Word) -> bool:
    """Take the draft as an argument of a verb: what the verb says, it says of its subject."""
    word = draft.place
    draft.clause = clause
    draft.predicate = verb_word(clause)
    draft.preposition = word.preposition
    if word.role is Role.CONJUNCT:
        draft.preposition = None
    subject_ = _valued(clause, word) or _ranging(clause, draft) or subject_of(clause)
    if clause.lemma in words.OWNING_VERBS or clause.lemma in words.PAYING_VERBS or draft.counted is not None:
        draft.entity = subject_
    else:
        _about(draft, subject_)
    if draft.entity is draft.phrase or (draft.entity is not None and draft.entity is draft.amount):
        draft.entity = draft.counted
    if draft.entity is None and draft.counted is not None:
        draft.entity = draft.counted
    if word.preposition == "for" and draft.quantity.kind == "money" and object_of(clause) is not None:
        draft.of = partitive(draft.amount) or object_of(clause)
    return True


def _valued(clause: Word, word: Word) -> Word | None:
    """What a verb of valuing says an amount of: "put [the damage] at $5m", "kept [its rate] at 4%"."""
    if clause.lemma not in VALUING_VERBS or word.preposition not in {"at", "to"}:
        return None
    target = object_of(clause)
    return target if target is not None and target.quantity is None and target.index < word.index else None


def _ranging(clause: Word, draft: Draft) -> Word | None:
    """What a participle behind the clause says the range of: "sells [lamps] in two towns, ranging from $5 to $50"."""
    above = clause.head
    if clause.text.lower() != "ranging" or clause.role is not Role.ADVERBIAL_CLAUSE or above is None:
        return None
    plurals = (word for word in draft.tree.words[above.index + 1 : clause.index] if word.tag in {"NNS", "NNPS"})
    found = [word for word in plurals if word.quantity is None and word.preposition in {None, "of"}]
    return found[-1] if found else None


def reduced(draft: Draft) -> bool:
    """A participle below a noun that nothing governs is a finite verb."""
    word = draft.place
    of = partitive(draft.amount)
    below = [child for holder in (word, of) if holder is not None for child in holder.all(Role.CLAUSE)]
    verb = next((c for c in below if c.tag in {"VBD", "VBN", "VBZ", "VBP"} and c.index > word.index), None)
    if verb is None or word.first(Role.COPULA) is not None:
        return False
    draft.predicate = draft.clause = verb
    draft.entity = draft.counted or partitive(draft.amount)
    return True


def any_clause(draft: Draft) -> bool:
    """The nearest clause above says something of its subject."""
    above = governor(draft.phrase)
    if above is None:
        return False
    draft.clause, draft.predicate = above, verb_word(above)
    _about(draft, subject_of(above))
    draft.preposition = draft.phrase.preposition
    return True
