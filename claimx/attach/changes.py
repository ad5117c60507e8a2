"""Changes as one event: what rose or fell, by how much, from what, to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.amounts import is_thing
from claimx.attach.arguments import owned
from claimx.attach.clauses import object_of, subject_of
from claimx.attach.nominals import owner
from claimx.attach.places import BARE
from claimx.attach.rules import Pattern, Rule, decide
from claimx.syntax import BE, SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.claims import Direction
    from claimx.claims import Role as ChangeRole

OF_NOUN = frozenset({"NN", "JJ", "DT", "PR", "PO"})  # how the tags begin of what a noun phrase is made of
# With these "up" and "down" are no way that a number goes: "eats up a tenth", "sat down to 70 pies".
PHRASAL_VERBS = frozenset("eat use make sit sign buy snap set lay rack give pick".split())
PERIODS = frozenset({"minute", "hour", "day", "week", "month", "year"})
DIRECTION_WORDS = frozenset({"up", "down", "higher", "lower"})
NEAR = 12  # words: how far an amount may stand before a clause that follows it
PUSHING = frozenset({"push", "scale"})  # up, unless they say "down"
MOVING = words.NEUTRAL_CHANGE | frozenset("drive push send pull force get put drag nudge scale knock".split())
LEADING = frozenset({"from", "to", "past", "beyond", "above", "below"})  # where a change begins or leads
PARTING = frozenset({",", "and", "but", "while", "whereas", ";"})
ROLES: dict[str | None, ChangeRole] = {
    "by": "by",
    "to": "to",
    "from": "from",
    None: "by",
    "of": "by",
    "at": "to",
    "into": "to",
    "past": "to",
    "beyond": "to",
    "above": "to",
    "below": "to",
}


def direction_of(word: Word) -> Direction | None:
    """Which way a verb or noun of change goes.

    >>> direction_of(Word("fell", 0, 4, "VBD", "fall")), direction_of(Word("said", 0, 4, "VBD", "say"))
    ('down', None)
    """
    up, down = (words.UP_NOUNS, words.DOWN_NOUNS) if word.is_noun else (words.UP_VERBS, words.DOWN_VERBS)
    return "up" if word.lemma in up else "down" if word.lemma in down else None


def change(draft: Draft) -> None:
    """Mark a draft that is part of a change: direction, role, what changes."""
    decide(draft, CHANGES)


def _multiplied(draft: Draft) -> bool:
    draft.direction = direction_of(draft.amount)
    return _tie(draft, draft.amount, "by")


def _tie(draft: Draft, word: Word, role: ChangeRole) -> bool:
    draft.role = role
    draft.change_id = f"{word.lemma}@{word.start}"
    return True


def _change_noun(draft: Draft) -> bool:
    """A 4.2 percent *drop* in exports; a *rise* of 3% to $5bn."""
    word, noun = draft.place, draft.place.head
    if noun is None:
        return False
    if draft.quantity.kind == "percent" and word.role is noun.role is Role.COMPOUND and noun.head is not None:
        noun = noun.head  # "a 30% tax [cut]"
    direction = direction_of(noun)
    if direction is None and noun.lemma not in words.NEUTRAL_CHANGE_NOUNS:
        return False
    if noun.lemma == "cut" and _is_share(noun):
        return False
    if noun.lemma == "loss" and draft.quantity.kind == "money":
        return False
    if draft.quantity.unit in PERIODS and word.preposition is None and draft.standing == "attributive":
        return False  # how long it took: "a two-year rise", "a 14-hour shift"
    draft.entity, draft.property = _what_changes(noun, draft.amount), None
    draft.predicate, draft.preposition, draft.direction = noun, word.preposition, direction
    draft.of = None if draft.of is draft.entity else draft.of
    draft.standing = "change noun"
    return _tie(draft, noun, ROLES[word.preposition])


def _is_share(cut: Word) -> bool:
    """Whether a cut is a share that somebody gets: "takes a 6% [cut] of every sale"."""
    taken = cut.head is not None and cut.head.lemma in {"take", "get", "receive", "demand", "earn", "keep", "give"}
    plain = all(child.quantity is not None for child in cut.all(Role.COMPOUND))  # no "pay cut"
    return taken and plain and any(child.preposition == "of" for child in cut.all(Role.MODIFIER))


def _what_changes(noun: Word, amount: Word) -> Word | None:
    """What a change noun is a change in: "a drop in [exports]", "[export] growth", "[exports] saw a drop"."""
    inside = [c for word in (noun, amount) for c in word.all(Role.MODIFIER, Role.OBLIQUE) if c.index > word.index]
    inner = next((c for c in inside if c.preposition in {"in", "of", "for"} and is_thing(c)), None)
    if inner is not None:
        return inner
    compound = [c for c in noun.all(Role.COMPOUND) if c.is_noun and c.quantity is None]
    if compound:
        return compound[-1]
    above = noun.head
    if above is not None and above.is_verb:
        beside = next((c for c in above.all(Role.OBLIQUE) if c.preposition == "in" and c.tag in {"NN", "NNS"}), None)
        if beside is not None and beside.lemma not in words.TIME_NOUNS and above.lemma not in {"see", "have"}:
            return beside
    return owner(noun) or (subject_of(above) if above is not None and noun.role is not Role.ROOT else None) or noun


def _change_word(draft: Draft) -> bool:
    """Shares were *up* 3%; shares, *down* 2% on the day; 5% *higher*."""
    word = _direction_word(draft)
    if word is None:
        return False
    up = word.text.lower() in words.UP_WORDS
    draft.direction = "up" if up else "down"
    own = _own_noun(draft, word)
    moved = _moved(draft, word)
    if moved is not None:
        draft.entity, draft.property = owned(moved) if moved.lemma in words.PROPERTY_NOUNS else (moved, None)
        return _reach(draft, word)
    if own is not None:
        draft.entity, draft.property = owned(own) if own.lemma in words.PROPERTY_NOUNS else (own, None)
        draft.predicate = None
    elif draft.entity is None or draft.standing in {"counted alone", "fragment", "nearest clause", "label"}:
        draft.entity = _noun_right_before(word, draft) or draft.entity
    if (
        draft.predicate is None
        or draft.predicate.lemma == "be"
        or draft.standing in {"measured adjective", "label", "modifier of a noun"}
    ):
        draft.predicate = word
        draft.preposition = None
    preposition = " ".join(part for part in (draft.amount.preposition or "").split() if part not in words.WAYS) or None
    draft.preposition = preposition
    return _tie(draft, word, ROLES.get(preposition, "by"))


def _moved(draft: Draft, word: Word) -> Word | None:
    """What is moved up or down, the object between the verb and the particle: "drove [the price] up to $9"."""
    verb = word.head
    target = object_of(verb) if verb is not None and verb.is_verb else None
    if (
        verb is None
        or verb.lemma not in MOVING
        or target is None
        or holds_quantity(target)
        or not verb.index < target.index < word.index
    ):
        return None
    apart = any(between.text == "," or between.is_verb for between in draft.tree.words[target.index : word.index])
    if apart or word.index > draft.amount.index or draft.counted is not None:
        return None
    return target if draft.entity is subject_of(verb) else None


def _reach(draft: Draft, word: Word) -> bool:
    """Tie a level that something is moved to, in which "down to" and "up to" are no comparators."""
    text = draft.text[draft.start : draft.quantity.start].lower().split()[:2]
    level = text in (["up", "to"], ["down", "to"])
    if level:
        draft.quantity = draft.quantity.model_copy(update={"comparator": "="})
        draft.preposition = "to"
    return _tie(draft, word, "to" if level else ROLES.get(draft.amount.preposition, "by"))


def _noun_right_before(word: Word, draft: Draft) -> Word | None:
    """In a headline, what is "up" or "down": "[Dow] down 212 points"."""
    noun = draft.tree.words[word.index - 1] if word.index else None
    return (
        noun
        if noun is not None and noun.is_noun and noun.quantity is None and word.index < draft.amount.index
        else None
    )


def _own_noun(draft: Draft, word: Word) -> Word | None:
    """What "up" or "down" is said of, whatever the parse says: "with [shares] down 2%", "and [zinc] was up 3%".

    A noun right before it, behind "with", or behind a comma or conjunction that parts it from an amount before it.
    """
    tree = draft.tree.words
    at = word.index - (word.index > 0 and tree[word.index - 1].text.lower() in BE)
    first = at
    while first > 0 and tree[first - 1].tag[:2] in OF_NOUN and tree[first - 1].quantity is None:
        first -= 1
    noun = tree[at - 1] if 0 < first < at else None
    if noun is None or noun.tag[:2] != "NN" or noun.lemma in words.TIME_NOUNS or noun is draft.entity:
        return None
    border = tree[first - 1].text.lower()
    return noun if border == "with" or (border in PARTING and _is_parted(draft, first)) else None


def _is_parted(draft: Draft, index: int) -> bool:
    """Whether an amount stands near before a word of the tree, and behind the entity."""
    first = max(0 if draft.entity is None else draft.entity.index, index - NEAR)
    return any(word.quantity is not None for word in draft.tree.words[first:index])


def _direction_word(draft: Draft) -> Word | None:
    """The word of direction: "up" or "down" before a quantity (or its "to", "from"), "higher" or "lower" after it."""
    amount, tree = draft.amount, draft.tree
    for before in reversed(tree.words[max(0, amount.index - 4) : amount.index]):
        text = before.text.lower()
        if text in words.WAYS:
            return before if _is_free(before, draft) else None
        if text not in {"to", "from", "by", "at", "just", "only", "about", "some", "around"}:
            break
    if amount.index + 1 < len(tree.words):
        after = tree.words[amount.index + 1]
        if after.text.lower() in {"higher", "lower"} and draft.quantity.kind in {"percent", "money", "measure"}:
            following = tree.words[after.index + 1].text.lower() if after.index + 1 < len(tree.words) else ""
            return after if following != "than" and not (after.head is not None and after.head.is_noun) else None
    return None


def _is_free(particle: Word, draft: Draft) -> bool:
    """Whether "up" or "down" says the change, not its verb: "ended [down] 1%", but "climbed up 1%", "put down $5"."""
    verb = particle.head
    set_off = particle.index > 0 and draft.tree.words[particle.index - 1].text == ","  # "slipped 4 points, down to 31%"
    if verb is not None and direction_of(verb) and draft.amount.preposition == "from":
        return False  # "climbed to 47, up from 31"
    if set_off or particle.first(Role.COPULA, *SUBJECTS) is not None:
        return True
    if verb is None or not verb.is_verb:
        return particle.role is not Role.PARTICLE
    phrasal = verb.lemma in PHRASAL_VERBS and particle.index == verb.index + 1
    if phrasal or (direction_of(verb) and verb.lemma not in PUSHING):
        return False
    if verb.lemma in words.NEUTRAL_CHANGE and particle.role is Role.PARTICLE:
        return False
    return particle.role is not Role.PARTICLE or (_is_step(draft) and draft.of is None)


def _change_verb(draft: Draft) -> bool:
    """Sales *rose* 3% to $5bn from $4bn; the bank *cut* its rate by half a point."""
    verb = draft.clause
    if verb is None or not verb.is_verb:
        return False
    word = draft.place
    direction = _particle_direction(verb, draft) or direction_of(verb)
    preposition = word.preposition or _bound(draft)
    if word.head is not verb or preposition not in ROLES:
        return False
    if direction is None and not (verb.lemma in words.NEUTRAL_CHANGE and preposition in LEADING):
        return False
    target = object_of(verb)
    is_object = target is word or target is draft.amount
    bare_object = preposition is None and (is_object or draft.counted is not None)
    is_step = verb.lemma in words.STEP_VERBS and (_is_step(draft) or _has_level(verb))
    if bare_object and verb.lemma in words.TRANSITIVE_CHANGE and not is_step:
        return False
    if draft.counted is not None and (preposition in {"at", "of", "into"} or _is_taken_from(draft, verb)):
        return False
    if verb.lemma == "add" and preposition == "to" and target is None:
        return False  # what there is already: "adds to her 112 caps"
    if preposition != "by" and not is_object and (_is_duration(draft) or _stands_before_noun(draft)):
        return False
    changed = verb.lemma not in words.INTRANSITIVE and target not in (None, draft.counted) and not is_object
    if changed and target is not None and not holds_quantity(target):
        draft.entity, draft.property = owned(target) if target.lemma in words.PROPERTY_NOUNS else (target, None)
    draft.direction = direction
    return _tie(draft, verb, ROLES[preposition])


def _bound(draft: Draft) -> str | None:
    """The word of a comparator that says where a change leads: "took the price [past] $90", "fell [below] 5,000"."""
    words_ = draft.text[draft.start : draft.quantity.start].lower().split()
    return words_[0] if words_ and words_[0] in {"past", "beyond", "above", "below"} else None


def _is_taken_from(draft: Draft, verb: Word) -> bool:
    """Whether those counted are where something comes from, no level that it leaves: "took samples from 12 wells"."""
    if draft.place.preposition != "from" or direction_of(verb) is not None or draft.pair is not None:
        return False
    return not any(child.preposition == "to" and holds_quantity(child) for child in verb.all(Role.OBLIQUE))


def _particle_direction(verb: Word, draft: Draft) -> Direction | None:
    """Which way "go up", "come down", "edge up", "push the price down" go; not "go 3%; up in the hills, …"."""
    if verb.lemma not in words.NEUTRAL_CHANGE and verb.lemma != "push":
        return None
    ends = (word.index for word in draft.tree.words[verb.index :] if word.text in {";", ","})
    end = next(ends, len(draft.tree.words))
    near = [
        child
        for child in verb.children
        if child.role in {Role.PARTICLE, Role.ADVERB} and verb.index < child.index < end
    ]
    particles = {child.text.lower() for child in near}
    return "up" if "up" in particles else "down" if "down" in particles else None


def _is_duration(draft: Draft) -> bool:
    """Whether a quantity is a length of time: how long a change took, not how far it went."""
    return draft.quantity.unit in {"minute", "hour", "day", "week", "month", "year"}


def _stands_before_noun(draft: Draft) -> bool:
    """Whether a measure goes with the noun right behind it, whatever the parse says: "the rating of a [5 MW plant]"."""
    following = draft.tree.words[draft.amount.index + 1 : draft.amount.index + 2]
    return draft.quantity.kind == "measure" and any(w.is_noun and w.lemma not in words.TIME_NOUNS for w in following)


def _is_step(draft: Draft) -> bool:
    """Whether an amount gained or lost is a step of an index or a share: "gained 3%", "lost 12 points"."""
    return draft.quantity.kind in {"percent", "measure"} or (
        draft.counted is not None and draft.counted.lemma == "point"
    )


def _has_level(verb: Word) -> bool:
    """Whether the verb says what level a change leads to: "gained 10 cents *to $5*"."""
    return any(child.preposition == "to" and holds_quantity(child) for child in verb.all(Role.OBLIQUE))


def holds_quantity(word: Word) -> bool:
    """Whether a word is a quantity or the noun that one counts or measures."""
    return word.quantity is not None or any(child.quantity is not None for child in word.all(*BARE))


CHANGES = (
    Rule(
        "multiplied",
        "the verb says by what factor something changes",
        Pattern("amount", being="verb"),
        _multiplied,
        (("The firm tripled its output.", "its output · triple · 3 time"),),
    ),
    Rule(
        "change noun",
        "the noun that the quantity belongs to names a change, and what changes is the entity",
        Pattern(prepositions=frozenset({"", "of", "by", "to", "from"}), head="noun", counted=False),
        _change_noun,
        (("There was a 4.2 percent drop in exports.", "exports · drop · 4.2 percent"),),
    ),
    Rule(
        "word of direction",
        "“up”, “down”, “higher” or “lower” says which way",
        Pattern(said=DIRECTION_WORDS),
        _change_word,
        (("Shares were up 3%.", "Shares · up · 3 percent"),),
    ),
    Rule(
        "change verb",
        "the verb names a change of its subject, or of its object",
        Pattern(head="verb", standing=frozenset({"argument of a verb", "nearest clause"})),
        _change_verb,
        (("The bank cut its rate by 2%.", "its rate · cut by · 2 percent"),),
    ),
)
