"""What NewsQuant calls the concepts of a quantity: the content words of the phrases that say what the number is about.

They are words of the sentence, without stop words; there are none where only a pronoun says what it is about. Which
phrases they are is a matter of what stands where, and most are those of the claim. Where NewsQuant asks for others, a
rule says so; `RULES` has them in order, and the first that applies decides:

- a length of time before its clause ("in the last three weeks, …") is about nothing;
- a counted noun is the unit; what remains is whose it is, what else the clause names, and what those are who "are
  there";
- a fraction's base is in its unit too;
- a share is of its base alone, unless a pronoun owns that ("its sales"): then also of the owner;
- a price is about what it is paid for, and about who pays it only where the verb is one of paying;
- an amount added to a property or taken from it is about that alone;
- an age before its noun is about that noun alone;
- anything else is about the entity and its property, by each of their names, and about the phrases around them: the
  noun of change, the object of the verb whose oblique the amount is, the subject of the verb whose object the entity
  is.

"It" stands for the subject before it. A conversion, and what stands behind "or", is about the same as what it repeats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from benchmarks.quality.newsquant_phrases import SUBJECTS, content, named, noun_end
from benchmarks.quality.newsquant_words import (
    holder,
    holds_quantity,
    is_argument,
    is_there,
    object_beside,
    owners,
    subject_above,
    there_are,
)
from claimx.attach.clauses import subject_of
from claimx.attach.draft import first_conjunct
from claimx.read import Mention, Reader, simplify
from claimx.syntax import Role, Tree, Word
from claimx.words import PAYING_VERBS, PERSONAL_PRONOUNS, PROPERTY_NOUNS, RELATIVE_PRONOUNS

if TYPE_CHECKING:
    from claimx import Claim
    from claimx.claims import Phrase

PARTS = frozenset("some most many part all each much any none half".split())  # "[some] of the readers"
POINTING = frozenset("this that these those there us".split())
CIRCUMSTANCES = frozenset("after before during since until despite amid below above under".split())  # not the subject's
TIMES = frozenset("second minute hour day week month year time".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A claim with the words of the tree that its phrases stand for; `phrase` heads the noun phrase of the amount.

    `measured` is the claim's property.
    """

    claim: Claim
    tree: Tree
    amount: Word
    phrase: Word
    entity: Word | None
    measured: Word | None
    of: Word | None
    predicate: Word | None

    @property
    def is_counted(self) -> bool:
        """Whether the amount counts a noun, which then is its unit."""
        return self.claim.kind == "count" and self.of is not None and self.claim.quantity.unit != "time"

    @property
    def is_time(self) -> bool:
        """Whether the amount says how long or how often, and is no age."""
        return self.claim.quantity.unit in TIMES and not self.is_age

    @property
    def is_age(self) -> bool:
        """Whether the amount says how old something is."""
        surface = self.claim.quantity.unit_text
        return surface is not None and "old" in surface.text

    def words(self, head: Word) -> list[Word]:
        """The words of the phrase that a word heads; of a phrase of the claim's, at least its own from the head on."""
        phrase = self.phrase_of(head)
        if phrase is None:
            return named(self.tree, head)
        inside = (word for word in self.tree.words[head.index :] if word.end <= phrase.end)
        own = list(takewhile(lambda word: word.text != "," and word.quantity is None, inside))
        return named(self.tree, head, alone=all(word.tag != "CC" for word in own)) + own

    def phrase_of(self, head: Word) -> Phrase | None:
        """The claim's phrase that a word heads."""
        pairs = ((self.entity, self.claim.entity), (self.measured, self.claim.property), (self.of, self.claim.of))
        return next((phrase for word, phrase in pairs if word is head), None)


Rule = Callable[[Place], "list[Word | None] | None"]


def concepts(text: str, claims: Sequence[Claim]) -> list[list[str]]:
    """The concept words of each of a text's claims.

    >>> import claimx
    >>> text = "Revenue from Spain rose 3%, or $2 million. The firm has a 5-ton fleet of vans and 60% of the market."
    >>> for words in concepts(text, claimx.extract(text)):
    ...     print(*words)
    Revenue Spain
    Revenue Spain
    firm fleet vans
    market
    """
    trees = parse(text, claims)
    found = [concept_words(text, place(claim, trees[claim.sentence.start])) for claim in claims]
    for number, (first, last) in enumerate(pairwise(claims)):
        if repeats(text, first, last):
            found[number + 1] = found[number]
    return found


def repeats(text: str, first: Claim, last: Claim) -> bool:
    """Whether a claim says the one before again: as a conversion in brackets, or behind "or"."""
    between = text[max(first.end, first.of.end if first.of else 0) : last.start]
    converts = between == " (" and text[last.end : last.end + 1] == ")"
    return converts or re.fullmatch(r",? or ", between) is not None


def parse(text: str, claims: Sequence[Claim]) -> dict[int, Tree]:
    """The trees of the sentences that hold claims, by where they start."""
    inside: dict[int, list[Claim]] = {}
    for claim in claims:
        inside.setdefault(claim.sentence.start, []).append(claim)
    sentences = [
        simplify(text, start, held[0].sentence.end, [Mention(one.quantity, one.start, one.end) for one in held])
        for start, held in inside.items()
    ]
    return dict(zip(inside, Reader().read(sentences), strict=True))


def place(claim: Claim, tree: Tree) -> Place:
    """A claim's phrases as words of the tree."""
    at = claim.quantity.start
    amount = next(word for word in tree.words if word.quantity is not None and word.start <= at < word.end)
    entity, measured, of, predicate = (
        head_of(tree, phrase) for phrase in (claim.entity, claim.property, claim.of, claim.predicate)
    )
    if of is not None and is_in_unit(claim, of):
        of = None
    phrase = amount.head if amount.head is not None and amount.head is of else amount
    return Place(claim, tree, amount, phrase, entity, measured, of, predicate)


def is_in_unit(claim: Claim, of: Word) -> bool:
    """Whether the unit holds what the quantity is of: "barrels of [oil]", "three [times]"."""
    unit = claim.quantity.unit or ""
    return of.lemma in unit.split("_") if claim.kind == "measure" else of.lemma == unit == "time"


def head_of(tree: Tree, phrase: Phrase | None) -> Word | None:
    """The word of the tree that heads a phrase."""
    if phrase is None:
        return None
    word = next((word for word in tree.words if word.start <= phrase.head_start < word.end), None)
    while word is not None and word.head is not None and phrase.start <= word.head.start < phrase.end:
        word = word.head
    return word


def concept_words(text: str, place: Place) -> list[str]:
    """The content words of a claim's concepts, in the order of the text."""
    heads = next((found for rule in RULES if (found := rule(place)) is not None), [])
    known = [word for head in heads if head is not None and (word := resolved(head, place.tree)) is not None]
    inside = {word.index: word for head in known for word in place.words(head)}
    words = content(text, [inside[index] for index in sorted(inside)], list(place.tree.quantities().values()))
    if place.claim.kind == "count" and not place.is_counted:
        words = [word for word in words if word.lower() not in (place.claim.quantity.unit or "").split()]
    averaged = text[: place.claim.start].endswith("average of ")
    return ["average", *words] if words and averaged else words


def resolved(word: Word, tree: Tree) -> Word | None:
    """A noun as it is, "some" as what it is of, "it" as the subject before it; nothing for another pronoun."""
    form = word.text.lower()
    if form in PARTS:
        whole = next((child for child in word.all(Role.MODIFIER) if child.preposition == "of"), None)
        return None if whole is None else resolved(whole, tree)
    if form not in PERSONAL_PRONOUNS | RELATIVE_PRONOUNS | POINTING:
        return word
    return antecedent(tree.words[: word.index]) if form == "it" else None


def antecedent(before: Sequence[Word]) -> Word | None:
    """What "it" stands for: the last subject before it that is no plural, else the last object, else the main noun."""
    nouns = [word for word in before if word.tag in {"NN", "NNP", "NNPS"} and word.quantity is None]
    for roles in (SUBJECTS, (Role.OBJECT,), (Role.ROOT,)):
        if found := [word for word in nouns if word.role in roles]:
            return found[-1]
    return None


def opening_time(place: Place) -> list[Word | None] | None:
    """*In the last three weeks*, the firm has hired nobody."""
    entity, at = place.entity, place.amount.index
    behind = [word.text.lower() for word in place.tree.words[at + 1 : at + 2]]
    described = (place.claim.rules.entity or "").startswith("attributive")
    opens = entity is not None and at < entity.index and place.amount not in set(entity.subtree()) and not described
    return [] if place.is_time and (opens or (at == 0 and behind in (["later"], ["earlier"], ["ago"]))) else None


def counted_subject(place: Place) -> list[Word | None] | None:
    """*Five of Hanna's players* left; *two slides* adorn the pool: what the counted have, what they act on.

    Where their number is what changes ("deliveries fell to 900"), it is about them.
    """
    of = place.of
    if not place.is_counted or of is None or place.entity not in {of, None}:
        return None
    head = place.amount if of.head is place.amount and of.preposition == "of" else of  # "[dozens] of slides"
    if head.role not in SUBJECTS:
        return None
    if place.claim.role is not None and of.index < place.amount.index:
        return [of]
    target = head.head.first(Role.OBJECT) if head.head is not None else None
    held = target if target is not None and not holds_quantity(target) else None
    return [*owners(of), held, *(there_are(of) if is_there(head) else ())]


def counted(place: Place) -> list[Word | None] | None:
    """The firm has *five shops*; a survey of *five shops*; it put a tax on *five goods*."""
    if not place.is_counted or place.of is None:
        return None
    entity = place.entity if place.entity is not place.of else None
    return [*owners(place.of), place.measured, holder(place.phrase), object_beside(place.phrase), entity]


def fraction(place: Place) -> list[Word | None] | None:
    """*A third of the readers* found mistakes."""
    if place.of is None or place.claim.quantity.unit != "fraction":
        return None
    return [place.entity if place.entity is not place.of else None]


def share(place: Place) -> list[Word | None] | None:
    """The tax makes up *9% of the budget*; the firm spends *9% of its income*; *8 miles of pipes*."""
    of = place.of
    if of is None or place.claim.kind not in {"percent", "measure"}:
        return None
    owner = of.first(Role.POSSESSOR)
    owned = owner is not None and owner.text.lower() in PERSONAL_PRONOUNS
    return [place.measured, of, place.entity if owned else None]


def price(place: Place) -> list[Word | None] | None:
    """The shop sells the tent for *$50*."""
    of = place.of
    if of is None or of.role is not Role.OBJECT or of.head is None or of.head.lemma in PAYING_VERBS:
        return None
    return [of]


def changed(place: Place) -> list[Word | None] | None:
    """The levy adds *$5* to the price of a bottle."""
    verb = place.phrase.head
    if verb is None or place.phrase.role is not Role.OBJECT or place.claim.kind == "count":
        return None
    below = [*place.phrase.all(Role.MODIFIER, Role.OBLIQUE), *verb.all(Role.OBLIQUE)]
    behind = (word for word in below if word.index > place.amount.index and word.preposition in {"to", "from", "off"})
    target = next(behind, None)
    known = target is not None and target.lemma in PROPERTY_NOUNS and not holds_quantity(target)
    return [target] if known else None


def said_of(place: Place) -> list[Word | None]:
    """The firm has a *$5* tax on imports; exports saw a sharp *3%* drop; it put a limit on sales at *$5*."""
    if place.is_age and place.entity is not None and place.entity.index > place.amount.index:
        return [place.entity]
    return [
        place.measured,
        place.entity,
        place.of,
        *beside(place),
        change_noun(place),
        None if place.is_time else object_beside(place.phrase),
        reduced(place),
        *around(place),
    ]


RULES: tuple[Rule, ...] = (opening_time, counted_subject, counted, fraction, share, price, changed, said_of)


def beside(place: Place) -> Iterator[Word | None]:
    """What the entity is called besides, what "its" stands for ("its [shares] fell"), and what has the measure."""
    entity = place.entity
    if entity is not None:
        verb = entity.head if entity.role in SUBJECTS else None
        called = (*entity.all(Role.APPOSITION), *(verb.all(*SUBJECTS) if verb is not None else ()))
        yield from (word for word in called if word.is_noun and word.preposition is None and not holds_quantity(word))
        its = (place.measured or entity).first(Role.POSSESSOR)
        yield antecedent(place.tree.words[: its.index]) if its is not None and its.text.lower() == "its" else None
    if place.claim.kind == "measure" and place.phrase.preposition == "with":
        yield holder(place.phrase)


def reduced(place: Place) -> Word | None:
    """What is to be had for less: "9% off [a coat]"."""
    at = place.amount.index + 1
    off = [word.text.lower() for word in place.tree.words[at : at + 1]] == ["off"]
    inside = place.tree.words[at + 1 : noun_end(place.tree, at + 1)] if off else []
    return next((word for word in inside if word.role is Role.OBLIQUE), inside[-1] if inside else None)


def change_noun(place: Place) -> Word | None:
    """The noun of change that an amount is said of, where more is said of it: "a [sharp] drop", "a drop in exports"."""
    noun = place.predicate
    if noun is None or not noun.is_noun or noun.is_verb or noun.quantity is not None:
        return None
    words = [word for word in named(place.tree, noun) if word.quantity is None and word.tag != "DT"]
    return noun if len(words) > 1 else None


def around(place: Place) -> Iterator[Word | None]:
    """The noun over the entity's ("the price of a 5-inch plate"), the subject of the verb above them or of "is"."""
    entity = place.entity
    if entity is None or is_subject(place, entity):
        return
    if place.measured is not None:
        yield subject_above(entity) if entity is place.measured and is_argument(place.tree, entity) else None
        return
    if entity.first(Role.COPULA) is not None:
        yield subject_of(entity)
        return
    above = holder(entity) if entity.index > place.amount.index else None
    yield above
    outer = first_conjunct(above if above is not None else entity)
    yield subject_above(outer) if outer.preposition not in CIRCUMSTANCES else None


def is_subject(place: Place, entity: Word) -> bool:
    """Whether the predicate says something of the entity, or changes it."""
    verb = place.predicate
    return verb is not None and (verb in set(entity.subtree()) or (place.claim.role is not None and not verb.is_noun))
