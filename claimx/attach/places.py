"""Where a quantity stands in its sentence, and what follows for entity, property, predicate and `of`.

Each rule is a function of a draft that fills it in and says whether it took the case; `RULES` is their order. A rule's
docstring shows a sentence of its kind.
"""

from __future__ import annotations

from collections.abc import Callable

from claimx import words
from claimx.attach.clauses import SUBJECTS, chain, governor, object_of, seems_verb, subject_of, verb_word
from claimx.attach.counts import marked_between
from claimx.attach.draft import Draft
from claimx.syntax import Role, Word

Rule = Callable[[Draft], bool]
BARE = (Role.COMPOUND, Role.NUMBER, Role.ADJECTIVE, Role.MODIFIER, Role.OTHER, Role.DETERMINER)
OBJECTS = (Role.OBJECT, Role.INDIRECT_OBJECT)


def place(draft: Draft) -> None:
    """Fill in entity, property, predicate and `of` by the first rule that takes the draft."""
    for rule in RULES:
        if rule(draft):
            draft.rule = rule.__name__
            break
    if draft.of is None:
        draft.of = _of(draft)


def standing(word: Word) -> Word:
    """The word whose place in the clause a word shares: the first of its conjuncts, what it is an apposition to."""
    while word.head is not None and word.role is Role.CONJUNCT and not word.head.is_verb:
        word = word.head
    return word


def multiplying_verb(draft: Draft) -> bool:
    """Storage *doubled*; the firm *tripled* its output."""
    if not draft.amount.is_verb:
        return False
    draft.predicate = draft.clause = draft.amount
    target = object_of(draft.amount)
    draft.entity = target if target is not None else subject_of(draft.amount)
    return True


def worth(draft: Draft) -> bool:
    """A contract *worth* $5m; the firm is worth $5m."""
    word = draft.before
    if word is None or word.text.lower() != "worth":
        return False
    draft.predicate = word
    draft.clause = word if word.first(Role.COPULA) else governor(word) or word
    near = (word.head, draft.amount.head, draft.second_before)
    beside = next((noun for noun in near if noun is not None and noun.is_noun and noun.index < word.index), None)
    draft.entity = beside or _described(word)
    return True


def _described(word: Word) -> Word | None:
    """What an adjective or adverb says something of: its subject, else the noun that it follows or modifies."""
    own = word.first(*SUBJECTS)
    if own is not None:
        return subject_of(word)
    head = word.head
    if head is None:
        return None
    if head.is_noun and head.quantity is None:
        return head
    before = object_of(head)
    if before is not None and before.index < word.index and before.quantity is None:
        return before
    above = governor(word)
    return subject_of(word) or (subject_of(above) if above is not None else None)


def adjective(draft: Draft) -> bool:
    """The mast is 30 metres *high*; a mast 30 metres high."""
    word = draft.phrase.head
    if word is None or word.tag[:1] not in "JR" or word.is_noun or draft.counted is not None:
        return False
    if word.index < draft.phrase.index and (word.tag[:1] == "R" or word.first(Role.COPULA, *SUBJECTS) is not None):
        return False
    if word.tag[:1] == "R" and word.head is not None and word.head.tag[:1] == "J":
        word = word.head
    if word.role in {Role.ADJECTIVE, Role.COMPOUND} and word.head is not None and word.head.index > word.index:
        return attributive_to(draft, word.head)
    draft.predicate = word
    draft.clause = word if word.first(Role.COPULA) else governor(word) or word
    draft.entity = _described(word)
    return True


def attributive(draft: Draft) -> bool:
    """Signed a *$5m* contract; the *2%* target; a *131-page* document."""
    word = draft.phrase
    noun = word.head
    if noun is None or not noun.is_noun or noun.index < word.index or noun.quantity is not None:
        return False
    if word.role not in BARE or word.preposition is not None:
        return False
    if marked_between(word, noun):
        return False
    while noun.role is Role.COMPOUND and noun.head is not None and noun.head.is_noun and noun.head.index > noun.index:
        noun = noun.head
    return attributive_to(draft, noun)


def absolute(draft: Draft) -> bool:
    """With *96%* of precincts reporting; with *22 members* voting against."""
    of = _partitive(draft.amount)
    about = draft.counted or of
    if draft.phrase.preposition != "with" or about is None:
        return False
    holders = [draft.phrase] if of is None else [draft.phrase, of]
    verb = next((c for holder in holders for c in holder.all(Role.CLAUSE) if c.tag in {"VBG", "VBN"}), None)
    if verb is None:
        return False
    draft.entity, draft.predicate, draft.clause = about, verb, verb
    return True


def attributive_to(draft: Draft, noun: Word) -> bool:
    """Take the draft as said of the noun it modifies."""
    draft.entity = noun
    _govern(draft, noun)
    return True


def _govern(draft: Draft, noun: Word) -> None:
    """The predicate over a noun phrase that holds the quantity."""
    noun = standing(noun)
    above = noun if noun.first(Role.COPULA) else governor(noun)
    if above is None or (above.role is Role.RELATIVE and noun.role is Role.RELATIVE):
        return
    draft.clause, draft.predicate = above, verb_word(above)
    if noun.head is above:
        draft.preposition = noun.preposition if noun.role in {Role.OBLIQUE, Role.AGENT} else None


def property_noun(draft: Draft) -> bool:
    """The firm reported *sales* of $5m; a town with a *population* of 20,000."""
    word = standing(draft.phrase)
    noun = word.head
    if noun is None or word.role not in {Role.MODIFIER, Role.OBLIQUE} or not noun.is_noun or noun.quantity is not None:
        return False
    if word.preposition not in {"of", "at"} or (draft.counted is not None and noun.lemma not in words.PROPERTY_NOUNS):
        return False
    draft.property = noun
    draft.entity = owner(noun) or noun
    _govern(draft, noun)
    return True


def owner(noun: Word) -> Word | None:
    """Who or what a property belongs to: its possessor, what it is of, who has or reports it, what it is "with"."""
    possessor = noun.first(Role.POSSESSOR)
    if possessor is not None:
        return possessor if possessor.text.lower() not in words.PERSONAL_PRONOUNS else None
    whole = next(
        (c for c in noun.all(Role.MODIFIER) if c.preposition in {"of", "for", "in"} and c.quantity is None), None
    )
    if whole is not None and whole.lemma not in words.TIME_NOUNS:
        return whole
    above = noun.head
    if above is None:
        return None
    if noun.role is Role.OBJECT and above.is_verb and above.lemma in words.OWNING_VERBS:
        return subject_of(above)
    if noun.preposition == "with":
        return above if above.is_noun else subject_of(above)
    if noun.role is Role.APPOSITION and above.is_noun:
        return above
    return None


def subject(draft: Draft) -> bool:
    """*23 countries* will meet; *$5bn* was spent on roads; *81%* of readers found."""
    word = standing(draft.phrase)
    if word.role not in SUBJECTS or word.head is None:
        return False
    clause = raised(word.head)
    draft.clause, draft.predicate = clause, verb_word(clause)
    draft.entity = draft.counted or _partitive(draft.amount)
    if draft.quantity.kind == "money":
        draft.entity = clause.first(Role.AGENT)
        draft.of = _partitive(draft.amount) or _goods(draft) or spent_on(clause)
    return True


def raised(clause: Word) -> Word:
    """Past verbs that only say how firmly or since when: "are expected to [meet]", "is likely to [cost]"."""
    inner = clause.first(Role.OPEN_COMPLEMENT)
    light = clause.lemma in words.RAISING or clause.lemma in words.EXPECTING_VERBS | words.EXPECTED_ADJECTIVES
    return raised(inner) if inner is not None and inner.is_verb and light else clause


def spent_on(clause: Word) -> Word | None:
    """What an amount goes to, from the verb's obliques: "spent on [roads]", "raised for [charity]"."""
    if clause.lemma not in words.PAYING_VERBS:
        return None
    return next(
        (c for c in clause.all(Role.OBLIQUE) if c.preposition in {"on", "for", "towards", "into"} and is_thing(c)), None
    )


def is_thing(word: Word) -> bool:
    """Whether a word can be what money or a change is for or in: no quantity, no time.

    >>> is_thing(Word("roads", 0, 5, "NNS", "road")), is_thing(Word("March", 0, 5, "NNP", "march"))
    (True, False)
    """
    named = word.is_noun or word.tag == "VBG" or (word.tag[:1] in "JRV" and word.preposition is not None)
    return word.quantity is None and named and word.lemma.lower() not in words.TIME_NOUNS


def copular(draft: Draft) -> bool:
    """The bill was *$5m*; the price is *$20*."""
    word = standing(draft.phrase)
    verb = word.first(Role.COPULA)
    if verb is None:
        return False
    draft.clause, draft.predicate = word, verb
    draft.preposition = draft.amount.preposition
    _about(draft, subject_of(word))
    return True


def _about(draft: Draft, subject_: Word | None) -> None:
    """Take a subject as entity; a property's noun becomes the property and its owner the entity."""
    draft.entity, draft.property = subject_, None
    if subject_ is not None and subject_.quantity is None and subject_.lemma in words.PROPERTY_NOUNS:
        draft.entity, draft.property = owned(subject_)


def owned(noun: Word) -> tuple[Word, Word | None]:
    """Entity and property of a property's noun: its owner and itself; a pronoun owns without naming anything."""
    holder = noun.first(Role.POSSESSOR)
    if holder is None:
        holder = next((c for c in noun.all(Role.MODIFIER) if c.preposition == "of" and c.quantity is None), None)
    if holder is None:
        return noun, None
    return (noun, noun) if holder.text.lower() in words.PERSONAL_PRONOUNS else (holder, noun)


def verb_argument(draft: Draft) -> bool:
    """The US has provided *$5bn* in aid; organised with *five groups*; the fine remains *$5m*."""
    word = standing(draft.phrase)
    clause = word.head
    if clause is None or not (clause.is_verb or clause.first(Role.COPULA, *SUBJECTS) or seems_verb(clause)):
        return False
    return _argument_of(draft, clause)


def _argument_of(draft: Draft, clause: Word) -> bool:
    """Take the draft as an argument of a verb: what the verb says, it says of its subject."""
    word = standing(draft.phrase)
    draft.clause = clause
    draft.predicate = verb_word(clause)
    draft.preposition = word.preposition
    if word.role is Role.CONJUNCT:
        draft.preposition = None
    subject_ = subject_of(clause)
    if clause.lemma in words.OWNING_VERBS or clause.lemma in words.PAYING_VERBS or draft.counted is not None:
        draft.entity = subject_
    else:
        _about(draft, subject_)
    if draft.entity is draft.phrase or (draft.entity is not None and draft.entity is draft.amount):
        draft.entity = draft.counted
    if draft.entity is None and draft.counted is not None:
        draft.entity = draft.counted
    if word.preposition == "for" and draft.quantity.kind == "money" and object_of(clause) is not None:
        draft.of = _partitive(draft.amount) or object_of(clause)
    return True


def noun_modifier(draft: Draft) -> bool:
    """A coalition of *23 countries* agreed; a contract for *$5m* was signed."""
    word = standing(draft.phrase)
    noun = word.head
    if noun is None or not (noun.is_noun or noun.tag[:1] in "CPD") or noun.quantity is not None:
        return False
    if noun.index > word.index:
        return False
    if word.preposition == "with" and noun.role in OBJECTS and noun.head is not None and noun.head.is_verb:
        return _argument_of(draft, noun.head)
    _govern(draft, noun)
    above = subject_of(draft.clause) if draft.clause is not None else None
    if draft.counted is not None:
        draft.entity = above or draft.counted
        draft.preposition = word.preposition
    else:
        draft.entity = noun
    return True


def label(draft: Draft) -> bool:
    """Revenue: *$5.2m*."""
    head = draft.phrase.head
    if head is None or not head.is_noun or head.quantity is not None or head.index > draft.phrase.index:
        return False
    colon = draft.before is not None and draft.before.text == ":"
    nouns = [word for word in chain(head) if word.is_noun and word.index < draft.amount.index]
    draft.entity = nouns[-1] if colon else head
    return True


def own_relative(draft: Draft) -> bool:
    """… against *55 percent* who disapprove: the relative clause says what holds of the amount."""
    clause = draft.phrase.first(Role.RELATIVE)
    if clause is None or draft.phrase.preposition not in {"against", "versus", "compared with", "compared to", "with"}:
        return False
    subject_ = clause.first(*SUBJECTS)
    if subject_ is None or subject_.text.lower() not in {"who", "that", "which"}:
        return False
    draft.clause, draft.predicate = clause, verb_word(clause)
    draft.entity = draft.counted or _partitive(draft.amount)
    return True


def reduced(draft: Draft) -> bool:
    """*Two firms* agreed: a finite verb that the parse takes for a participle of a noun that nothing governs."""
    word = standing(draft.phrase)
    of = _partitive(draft.amount)
    below = [child for holder in (word, of) if holder is not None for child in holder.all(Role.CLAUSE)]
    verb = next((c for c in below if c.tag in {"VBD", "VBN", "VBZ", "VBP"} and c.index > word.index), None)
    governed = word.role not in {Role.ROOT, Role.PARATAXIS, Role.COMPLEMENT} or word.first(Role.COPULA) is not None
    if verb is None or governed:
        return False
    draft.predicate = draft.clause = verb
    draft.entity = draft.counted or _partitive(draft.amount)
    return True


def counted_alone(draft: Draft) -> bool:
    """*Two dead* in crash: nothing governs the counted noun."""
    if draft.counted is None:
        return False
    draft.entity = draft.counted
    above = governor(draft.counted)
    if above is not None:
        draft.clause, draft.predicate = above, verb_word(above)
        draft.entity = subject_of(above) or draft.counted
    return True


def any_clause(draft: Draft) -> bool:
    """Whatever the quantity is to it, the nearest clause above says something of its subject."""
    above = governor(draft.phrase)
    if above is None:
        return False
    draft.clause, draft.predicate = above, verb_word(above)
    _about(draft, subject_of(above))
    draft.preposition = draft.phrase.preposition
    return True


def _partitive(amount: Word) -> Word | None:
    """What an amount is an amount of, said right after it: "7% of its [GDP]", "$5bn in [weapons]"."""
    after = (child for child in amount.all(Role.MODIFIER, Role.OBLIQUE) if child.index > amount.index)
    return next((child for child in after if child.preposition == "of" and child.quantity is None), None)


def _of(draft: Draft) -> Word | None:
    """What the quantity is a quantity of, for a draft whose rule left it open."""
    if draft.counted is not None:
        return draft.counted if draft.rule != "attributive" and draft.counted.lemma != "point" else None
    whole = _partitive(draft.amount)
    if whole is not None or draft.rule in {"attributive", "worth", "property_noun"}:
        return whole
    if draft.quantity.kind == "money":
        return _goods(draft)
    return None


def _goods(draft: Draft) -> Word | None:
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


RULES: tuple[Rule, ...] = (
    multiplying_verb, worth, adjective, attributive, absolute, own_relative, property_noun, subject, copular,
    verb_argument, noun_modifier, reduced, label, counted_alone, any_clause,
)  # fmt: skip
