"""How a claim's fields read, for the table and the page: short, on one line, harmless to a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.exact import grouped

if TYPE_CHECKING:
    from claimx.claims import Claim, Phrase

ARROWS = {"up": "↑", "down": "↓"}


def one_line(text: str) -> str:
    r"""A text on one line: runs of whitespace as one space, no control characters, half characters replaced.

    >>> one_line("5\n  \x1b[31mred\ud83d")
    '5 [31mred\ufffd'
    """
    return "".join(_visible(character) for character in " ".join(text.split()))


def entity(claim: Claim) -> str:
    """The entity with what it refers to, and in brackets the property, unless it is the entity itself.

    >>> from claimx.claims import *
    >>> entity(Claim.model_construct(entity=Entity(text="Acme", start=0, end=4, head="Acme", head_start=0)))
    'Acme'
    """
    named = phrase(claim.entity)
    if claim.entity is not None and claim.entity.refers_to is not None:
        named += f" → {phrase(claim.entity.refers_to)}"
    if claim.property is None or claim.property == claim.entity:
        return named
    return f"{named} ({phrase(claim.property)})".strip()


def value(claim: Claim) -> str:
    """The quantity with its unit; a fraction without a finite decimal as it is, not by its 28 digits.

    >>> import claimx
    >>> value(claimx.extract("Two thirds of voters stayed away.")[0])
    '2/3 fraction'
    """
    quantity = claim.quantity
    shown = str(quantity)
    if quantity.ratio is not None and quantity.value is not None and not quantity.exact:
        shown = shown.replace(grouped(quantity.value), str(quantity.ratio))
    return one_line(shown)


def predicate(claim: Claim) -> str:
    """The predicate's lemma with "not", its preposition, and an arrow for the direction.

    >>> from claimx.claims import *
    >>> rise = Predicate(text="rose", start=0, end=4, head="rose", head_start=0, lemma="rise", preposition="by")
    >>> predicate(Claim.model_construct(predicate=rise, direction="up"))
    'rise by ↑'
    """
    words = ["not"] if claim.negated else []
    if claim.predicate is not None:
        words += [claim.predicate.lemma, claim.predicate.preposition or ""]
    words += [ARROWS[claim.direction]] if claim.direction else []
    return one_line(" ".join(words))


def phrase(found: Phrase | None) -> str:
    """A phrase on one line, empty for none.

    >>> phrase(None)
    ''
    """
    return "" if found is None else one_line(found.text)


def context(claim: Claim) -> str:
    r"""When, who says so, and how firmly, unless it is simply asserted: a line for each that is known.

    >>> from claimx.claims import *
    >>> now = Phrase(text="now", start=0, end=3, head="now", head_start=0)
    >>> context(Claim.model_construct(time=now, source=None, modality="planned"))
    'now\nplanned'
    """
    source = f"says {phrase(claim.source)}" if claim.source else ""
    modality = "" if claim.modality == "asserted" else claim.modality
    return "\n".join(filter(None, (phrase(claim.time), source, modality)))


HEADINGS = ("Claim", "Value", "Entity", "Predicate", "Of", "Context")


def cells(claim: Claim) -> tuple[str, ...]:
    """What a person wants to see of a claim, in the order of `HEADINGS`.

    >>> len(HEADINGS)
    6
    """
    return (
        one_line(claim.text),
        value(claim),
        entity(claim),
        predicate(claim),
        phrase(claim.of),
        context(claim),
    )


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ""
