"""What a rule of attachment is: a name, words for people, a pattern over roles, what it does, and examples.

The rules stand in tables, one for each question: `places.PLACES` (where the quantity stands), `amounts.OF`,
`changes.CHANGES`, `elision.ELISIONS`, and those of context. In a table that asks for one answer the first rule that
takes the case ends the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import compress
from operator import attrgetter, is_not
from typing import Literal

from claimx.attach.clauses import seems_verb
from claimx.attach.draft import DECIDED, Draft, decided_fields
from claimx.syntax import SUBJECTS, Role, Word

Side = Literal["before", "after"]
Case = tuple[str, bool, bool]  # the kind of a quantity, whether a noun is counted, whether it is not the first
Look = Callable[[Draft], bool]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where a quantity has to stand for a rule to be asked; what is left out may be anything.

    `word` is the word that `roles`, `prepositions`, `holds` and `head` speak of: the quantity's own (`amount`), that of
    the noun phrase it is of (`phrase`), or the first of that one's conjuncts (`place`). `prepositions` has an empty
    string for none, `holds` roles of which a child has one, `head` a kind of word in `KINDS`, `side` where the head
    stands. `after` are words one of which is right before the quantity, `then` right behind it, `said` words or lemmas
    one of which is anywhere in the sentence. `counted` says whether a noun is counted, `second` that the quantity is
    not the first of its sentence, `standing` which rules may have said where it stands.
    """

    word: Literal["amount", "phrase", "place"] = "place"
    being: str = ""
    roles: tuple[Role, ...] = ()
    prepositions: frozenset[str] = frozenset()
    holds: tuple[Role, ...] = ()
    head: str = ""
    side: Side | None = None
    after: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    counted: bool | None = None
    kinds: frozenset[str] = frozenset()
    second: bool = False
    standing: frozenset[str] = frozenset()

    def fits(self, case: Case) -> bool:
        """Whether a quantity can match, by what is the same for many."""
        kind, counted, second = case
        told = self.counted in {None, counted} and (second or not self.second)
        return told and (not self.kinds or kind in self.kinds)

    def look(self) -> Look | None:
        """What tells whether a quantity that fits matches, by a look at its sentence; none if no look is needed."""
        word: Callable[[Draft], Word] = attrgetter(self.word)
        looks: list[tuple[object, Look]] = [
            (self.standing, lambda draft: draft.standing in self.standing),
            (self.roles, lambda draft: word(draft).role in self.roles),
            (self.prepositions, lambda draft: (word(draft).preposition or "") in self.prepositions),
            (self.after, lambda draft: draft.before is not None and draft.before.text.lower() in self.after),
            (self.then, lambda draft: (behind := draft.behind()) is not None and behind.text.lower() in self.then),
            (self.said, lambda draft: not self.said.isdisjoint(draft.tree.forms())),
            (self.head, _head_of(word, self.head, self.side)),
            (self.being, lambda draft: KINDS[self.being](word(draft))),
            (self.holds, lambda draft: word(draft).first(*self.holds) is not None),
        ]
        asked = [look for parts, look in looks if parts]
        return reduce(_both, asked) if asked else None

    def __str__(self) -> str:
        """The pattern in one line.

        >>> print(Pattern(roles=(Role.MODIFIER,), prepositions=frozenset({"of"}), head="noun", side="before"))
        place: nominal modifier "of" of a noun before it
        """
        return f"{self.word}: {' '.join(self._parts()) or 'any'}"

    def _parts(self) -> Iterable[str]:
        """What is asked, in words, part by part."""
        prepositions = [f'"{word}"' if word else "without preposition" for word in sorted(self.prepositions)]
        side = f" {self.side} it" if self.side else ""
        parts = {
            self.being: bool(self.being),
            " or ".join(self.roles): bool(self.roles),
            " or ".join(prepositions): bool(prepositions),
            f"with {' or '.join(self.holds)}": bool(self.holds),
            f"of a {self.head}{side}": bool(self.head),
            f"right after {_listed(self.after)}": bool(self.after),
            f"right before {_listed(self.then)}": bool(self.then),
            f"in a sentence with {_listed(self.said)}": bool(self.said),
            f"({' or '.join(sorted(self.kinds))})": bool(self.kinds),
            "not the first of the sentence": self.second,
            "with a counted noun": self.counted is True,
            "without a counted noun": self.counted is False,
            f"where {_listed(self.standing)} has spoken": bool(self.standing),
        }
        return (part for part, asked in parts.items() if asked)


def _head_of(word: Callable[[Draft], Word], kind: str, side: Side | None) -> Look:
    """Whether a word hangs on one of a kind, on one side of it."""

    def look(draft: Draft) -> bool:
        below = word(draft)
        head = below.head
        if head is None or (side is not None and (head.index < below.index) is not (side == "before")):
            return False
        return KINDS[kind](head)

    return look


def _both(first: Look, second: Look) -> Look:
    return lambda draft: first(draft) and second(draft)


def _listed(words: frozenset[str]) -> str:
    return " or ".join(f'"{word}"' for word in sorted(words))


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule: `take` fills in the draft and says whether it took the case.

    `says` tells a user what in the sentence decided; `examples` are sentences, each with a claim as `str` shows it.
    """

    name: str
    says: str
    pattern: Pattern
    take: Callable[[Draft], bool]
    examples: tuple[tuple[str, str], ...]


def _is_noun(word: Word) -> bool:
    return word.is_noun and word.quantity is None


def _is_nominal(word: Word) -> bool:
    return (word.is_noun or word.tag[:1] in "PD" or word.tag == "CD") and word.quantity is None


def _is_adjective(word: Word) -> bool:
    return word.tag[:1] in "JR" and not word.is_noun


def _is_verb(word: Word) -> bool:
    return word.is_verb


def is_clause(word: Word) -> bool:
    """Whether a word is what a clause is built on: a verb, or what is said with a copula or of a subject."""
    return word.is_verb or word.first(Role.COPULA, *SUBJECTS) is not None or seems_verb(word)


KINDS: dict[str, Callable[[Word], bool]] = {
    "noun": _is_noun,
    "noun, pronoun or number": _is_nominal,
    "adjective or adverb": _is_adjective,
    "verb": _is_verb,
    "clause": is_clause,
}


@cache
def eligible(rules: tuple[Rule, ...], case: Case) -> tuple[tuple[Rule, Look | None], ...]:
    """The rules of a table whose patterns such a quantity fits, each with the look that its pattern takes besides."""
    return tuple((rule, rule.pattern.look()) for rule in rules if rule.pattern.fits(case))


def decide(draft: Draft, rules: tuple[Rule, ...]) -> Rule | None:
    """Let the first rule that takes the case fill in the draft; that rule, `None` if none does."""
    before = None
    for rule, look in eligible(rules, (draft.quantity.kind, draft.counted is not None, draft.number > 0)):
        if look is not None and not look(draft):
            continue
        before = before or decided_fields(draft)
        if rule.take(draft):
            _note(draft, rule, before)
            return rule
    return None


def apply_all(draft: Draft, rules: tuple[Rule, ...]) -> None:
    """Ask every rule of a table, in its order."""
    while (rule := decide(draft, rules)) is not None:
        rules = rules[rules.index(rule) + 1 :]


def _note(draft: Draft, rule: Rule, before: tuple[object, ...]) -> None:
    """Note the name of a rule for each field that it has decided."""
    for name in compress(DECIDED.values(), map(is_not, before, decided_fields(draft))):
        draft.rules[name] = rule.name
