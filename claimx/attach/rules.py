"""What a rule of attachment is: a name, words for people, a pattern over roles, what it does, and examples.

The rules stand in tables, one for each question: `places.PLACES` (where the quantity stands), `amounts.OF`,
`changes.CHANGES`, `elision.ELISIONS`, and those of context. In a table that asks for one answer the first rule that
takes the case ends the search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimx.attach.clauses import seems_verb
from claimx.attach.draft import DECIDED, Draft, decided_fields
from claimx.syntax import SUBJECTS, Role, Word

Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Where a quantity has to stand for a rule to be asked; what is left out may be anything.

    `word` is the word that `roles`, `prepositions`, `holds` and `head` speak of: the quantity's own (`amount`), that of
    the noun phrase it is of (`phrase`), or the first of that one's conjuncts (`place`). `prepositions` has an empty
    string for none, `holds` roles of which a child has one, `head` a kind of word in `KINDS`, `side` where the head
    stands. `after` are words one of which is right before the quantity, `then` right behind it. `counted` says whether
    a noun is counted, `second` that the quantity is not the first of its sentence.
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
    counted: bool | None = None
    kinds: frozenset[str] = frozenset()
    second: bool = False

    def matches(self, draft: Draft) -> bool:
        """Whether a draft's quantity stands so."""
        if (self.second and not draft.number) or self.counted is (draft.counted is None):
            return False
        if self.kinds and draft.quantity.kind not in self.kinds:
            return False
        if (self.after or self.then) and not self._matches_neighbours(draft):
            return False
        return self._matches_word(getattr(draft, self.word))

    def asks_more(self) -> bool:
        """Whether it asks for more than a kind of quantity, a noun that is counted, and a place among the others."""
        asked = (self.being, self.roles, self.prepositions, self.holds, self.head, self.after, self.then)
        return self.counted is not None or any(asked)

    def _matches_neighbours(self, draft: Draft) -> bool:
        if self.after and (draft.before is None or draft.before.text.lower() not in self.after):
            return False
        if not self.then:
            return True
        behind = draft.behind()
        return behind is not None and behind.text.lower() in self.then

    def _matches_word(self, word: Word) -> bool:
        if (self.roles and word.role not in self.roles) or (self.head and not self._matches_head(word)):
            return False
        if self.prepositions and (word.preposition or "") not in self.prepositions:
            return False
        return (not self.being or KINDS[self.being](word)) and (not self.holds or word.first(*self.holds) is not None)

    def _matches_head(self, word: Word) -> bool:
        head = word.head
        if head is None or (self.side is not None and (head.index < word.index) is not (self.side == "before")):
            return False
        return KINDS[self.head](head)

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
            f"({' or '.join(sorted(self.kinds))})": bool(self.kinds),
            "not the first of the sentence": self.second,
            "with a counted noun": self.counted is True,
            "without a counted noun": self.counted is False,
        }
        return (part for part, asked in parts.items() if asked)


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
    return (word.is_noun or word.tag[:1] in "CPD") and word.quantity is None


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
def eligible(rules: tuple[Rule, ...], kind: str, *, counted: bool, second: bool) -> tuple[tuple[Rule, bool], ...]:
    """The rules of a table whose patterns such a quantity can match, told by what is the same for many quantities.

    With each goes whether its pattern asks for more, which has to be looked at.
    """
    return tuple(
        (rule, rule.pattern.asks_more())
        for rule in rules
        if rule.pattern.counted in {None, counted}
        and (second or not rule.pattern.second)
        and (not rule.pattern.kinds or kind in rule.pattern.kinds)
    )


def _taken(draft: Draft, rules: tuple[Rule, ...]) -> Iterator[Rule]:
    """The rules of a table that take the case, one after the other; the name of each is noted for what it decides."""
    before = decided_fields(draft)
    for rule, asks in eligible(rules, draft.quantity.kind, counted=draft.counted is not None, second=draft.number > 0):
        if (asks and not rule.pattern.matches(draft)) or not rule.take(draft):
            continue
        after = decided_fields(draft)
        for name, old, new in zip(DECIDED.values(), before, after, strict=True):
            if old is not new:
                draft.rules[name] = rule.name
        before = after
        yield rule


def decide(draft: Draft, rules: tuple[Rule, ...]) -> Rule | None:
    """Let the first rule that takes the case fill in the draft; that rule, `None` if none does."""
    return next(_taken(draft, rules), None)


def apply_all(draft: Draft, rules: tuple[Rule, ...]) -> None:
    """Ask every rule of a table, in its order."""
    for _ in _taken(draft, rules):
        pass
