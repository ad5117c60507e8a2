"""What is known of a claim while it is being attached: words of the tree, not yet spans of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Direction, Modality, Quantity
    from claimx.claims import Role as ChangeRole
    from claimx.syntax import Word


@dataclass(slots=True)
class Draft:
    """A claim in the making.

    `amount` is the quantity's word, `phrase` heads the noun phrase that the quantity is of, `clause` the clause that it
    stands in, `pair` the "from … to" range that it is an end of, and `rule` the rule that decided the case.
    """

    quantity: Quantity
    start: int
    end: int
    amount: Word
    phrase: Word
    counted: Word | None = None
    before: Word | None = None  # the word before the quantity, and the one before that
    second_before: Word | None = None
    clause: Word | None = None
    entity: Word | None = None
    property: Word | None = None
    predicate: Word | None = None
    preposition: str | None = None
    of: Word | None = None
    direction: Direction | None = None
    role: ChangeRole | None = None
    change_id: str | None = None
    time: Word | None = None
    source: Word | None = None
    modality: Modality = "asserted"
    negated: bool = False
    rule: str = ""
    pair: Quantity | None = None
