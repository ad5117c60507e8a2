"""What the choice of entity and property goes by: features of a candidate, and of a property with an entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimx import words
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from benchmarks.quality.measeval.candidates import Candidate
    from claimx import Claim
    from claimx.syntax import Tree

UNITS = {
    "year": "time", "day": "time", "hour": "time", "minute": "time", "second": "time", "month": "time", "week": "time",
    "millisecond": "time", "kelvin": "heat", "degree_Celsius": "heat", "meter": "length", "millimeter": "length",
    "kilometer": "length", "micrometer": "length", "nanometer": "length", "centimeter": "length", "percent": "percent",
    "gram": "mass", "kilogram": "mass", "milligram": "mass",
}  # fmt: skip
LONGEST_PATH = 5


@dataclass(frozen=True)
class Site:
    """A quantity in its sentence: what the candidates are candidates for."""

    claim: Claim
    amount: Word
    tree: Tree
    text: str
    start: int
    end: int

    @property
    def kind(self) -> str:
        """The kind of quantity, by its dimension where that is a common one."""
        unit = self.claim.quantity.unit or ""
        return UNITS.get(unit, self.claim.kind if "/" not in unit else "rate")

    @cached_property
    def bracket(self) -> int:
        """Where the bracket opens that the quantity stands in, -1 for none."""
        opened = self.text.rfind("(", self.tree.start, self.start)
        return opened if ")" not in self.text[opened : self.start] else -1

    @property
    def before(self) -> str:
        """The word before the quantity."""
        return _before(self.text, self.start)


def _before(text: str, at: int) -> str:
    ahead = text[max(0, at - 24) : at].split()
    if not ahead or "\n" in text[max(0, at - 1) : at]:
        return "^"
    last = ahead[-1].lower()
    return last if last.isalpha() else last[-1]


def _after(text: str, at: int) -> str:
    following = text[at : at + 24].split()
    if not following:
        return "$"
    first = following[0].lower()
    return first if first.isalpha() else first[0]


def site_features(site: Site) -> list[str]:
    """Of a quantity alone, for how often its like has no property, or is a mere count."""
    amount = site.amount
    head = amount.head
    return [
        "bias", f"kind {site.kind}", f"before {site.before}", f"role {amount.role}",
        f"after {_after(site.text, site.end)}",
        f"head {head.tag[:2] if head else '^'} {site.kind}", f"preposition {amount.preposition}",
        f"property {site.claim.property is not None}", f"predicate {site.claim.predicate is not None}",
        f"digits {site.claim.quantity.text[:1].isdigit()}", f"kind {site.kind} before {site.before}",
        f"headed {head.lemma if head else '^'}", *_under(head),
    ]  # fmt: skip


def _under(head: Word | None) -> list[str]:
    """What the word that a quantity belongs to belongs to: the "sample" of "a sample of 12 ewes"."""
    if head is None or head.head is None:
        return ["under ^"]
    above = head.head
    return [f"under {above.lemma}", f"under {above.tag[:2]} {head.role} {head.preposition}", f"tagged {head.tag}"]


def path(one: Word, two: Word) -> str:
    """The way through the tree from one word to another: roles upward, then roles downward with prepositions.

    >>> verb = Word("rose", 7, 11, "VBD", "rise")
    >>> noun = Word("Prices", 0, 6, "NNS", "price", Role.SUBJECT, verb)
    >>> amount = Word("3%", 12, 14, "CD", "3%", Role.OBLIQUE, verb)
    >>> path(amount, noun)
    '^oblique _subject'
    """
    up = [one, *one.ancestors()]
    down = [two, *two.ancestors()]
    shared = {id(word) for word in up} & {id(word) for word in down}
    if not shared:
        return "none"
    rise = [f"^{_step(word)}" for word in _until(up, shared)]
    fall = [f"_{_step(word)}" for word in reversed(list(_until(down, shared)))]
    steps = rise + fall
    return " ".join(steps) if len(steps) <= LONGEST_PATH else "far"


def _until(chain: list[Word], shared: set[int]) -> Iterator[Word]:
    for word in chain:
        if id(word) in shared:
            return
        yield word


def _step(word: Word) -> str:
    return f"{word.role} {word.preposition}" if word.preposition and word.role is not Role.CONJUNCT else str(word.role)


def rough(way: str) -> str:
    """A path without its prepositions.

    >>> rough("^oblique at _subject")
    '^oblique _subject'
    """
    return " ".join(part for part in way.split() if part[:1] in "^_" or part in {"far", "none"})


def candidate_features(site: Site, one: Candidate) -> list[str]:
    """Of a candidate for one quantity."""
    way = path(site.amount, one.head)
    return [*_own(site, one), *_placed(site, one, way), *_between(site, one), *_claimed(site, one)]


def _own(site: Site, one: Candidate) -> list[str]:
    """What the candidate is, wherever it stands."""
    head, stretch = one.head, site.text[one.start : one.end]
    size, measured, above = min(len(stretch.split()), 7), head.lemma in words.PROPERTY_NOUNS, head.head
    return [
        f"shape {one.shape}", f"tag {head.tag}", f"role {head.role}", f"role {head.role} {one.shape}",
        f"size {size}", f"size {size} {one.shape}", f"lemma {head.lemma}", f"ending {head.lemma[-3:]}",
        f"kind {site.kind} ending {head.lemma[-3:]}", f"kind {site.kind} lemma {head.lemma}",
        f"capital {stretch[:1].isupper()}", f"case {stretch.isupper()} {stretch.islower()}",
        f"letter {len(stretch) == 1}", f"bracket {'(' in stretch}", f"property {measured} {one.shape}",
        f"parent {above.tag[:2] if above else '^'} {head.role} {head.preposition}",
        f"repeated {min(4, site.text.count(head.text))}", f"first {one.start == site.tree.start}",
    ]  # fmt: skip


def _placed(site: Site, one: Candidate, way: str) -> list[str]:
    """Where the candidate stands in the tree and in the text, seen from the quantity."""
    head, amount, rough_way = one.head, site.amount, rough(way)
    side = "after" if head.index > amount.index else "before"
    measured = head.lemma in words.PROPERTY_NOUNS
    return [
        f"way {way}", f"rough {rough_way}", f"rough {rough_way} {one.shape}", f"before {site.before} {rough_way}",
        f"ends {way.split(' _', maxsplit=1)[0]} {way.rsplit(' _', maxsplit=1)[-1]}", f"property {measured} {rough_way}",
        f"kind {site.kind} tag {head.tag[:2]} {side}", f"property {measured} {side}",
        f"preceded {_before(site.text, one.start)}", f"followed {_after(site.text, one.end)}",
        f"adjacent {site.start - one.end if 0 <= site.start - one.end < 4 else 'no'}",
        f"bracketed {site.bracket - one.end if site.bracket >= one.end else 'in'} {one.shape}"
        if abs(site.bracket - one.end) < 2 else f"bracketed {site.bracket < 0} {one.start > site.bracket}",
        f"heads {amount.head.lemma[-3:] if amount.head else '^'} {amount.head is head}",
    ]  # fmt: skip


def _between(site: Site, one: Candidate) -> list[str]:
    """What stands between the candidate and the quantity."""
    here, there = site.amount.index, one.head.index
    side, gap = "after" if there > here else "before", abs(there - here)
    tokens = site.tree.words[min(here, there) + 1 : max(here, there)]
    return [
        f"gap {side} {min(gap, 6) if gap < 9 else 9 if gap < 16 else 16}", f"gap {side} {min(gap, 4)} {one.shape}",
        f"marks {side} {min(3, sum(word.text in ',;:()' for word in tokens))}",
        f"amounts {side} {min(3, sum(word.quantity is not None for word in tokens))}",
        f"verbs {side} {min(3, sum(word.is_verb for word in tokens))}",
    ]  # fmt: skip


def _claimed(site: Site, one: Candidate) -> list[str]:
    """What the claim has of the candidate."""
    found = []
    for name in ("entity", "property", "of", "predicate", "time", "source"):
        phrase = getattr(site.claim, name)
        if phrase is None or not one.overlaps(phrase.start, phrase.end):
            continue
        same = one.head.start <= phrase.head_start < one.head.end
        found += [f"is {name} {same}", f"is {name} {same} {one.shape}", f"is {name} {same} {site.kind}"]
        if site.text[one.start : one.end] == phrase.text.removeprefix("the ").removeprefix("The "):
            found.append(f"all {name}")
    return found or ["unclaimed"]


def pair_features(site: Site, prop: Candidate, entity: Candidate) -> list[str]:
    """Of a property with an entity."""
    way = path(prop.head, entity.head)
    gap = entity.head.index - prop.head.index
    between = (
        prop.head.index < site.amount.index < entity.head.index
        or entity.head.index < site.amount.index < prop.head.index
    )
    return [
        f"pair {way}", f"pair {rough(way)}", f"pair {rough(way)} {entity.shape}", f"pair gap {max(-8, min(8, gap))}",
        f"pair amount between {between} {gap > 0}", f"pair shapes {prop.shape} {entity.shape}",
        f"pair roles {prop.head.role} {entity.head.role}", f"pair tags {prop.head.tag[:2]} {entity.head.tag[:2]}",
    ]  # fmt: skip
