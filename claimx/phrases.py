"""The stretches of a text that a claim is made of, beside its quantity: phrases, entities and predicates."""

from __future__ import annotations

from pydantic import Field, model_validator

from claimx.spans import Span


class Phrase(Span):
    """A noun phrase or other stretch, with its head word as it stands in the text.

    >>> Phrase(text="the company", start=0, end=11, head="company", head_start=4).head
    'company'
    """

    head: str
    head_start: int = Field(ge=0)

    def __hash__(self) -> int:
        """The hash of the place in the text."""
        return hash((self.text, self.start, self.end))


class Entity(Phrase):
    """Who or what: a phrase, with what it refers to where it is a pronoun or a definite noun ("it", "the company").

    `refers_to` is none where the phrase names its thing itself, and where the text leaves open which one is meant.
    Such an entity equals the plain phrase.

    >>> it = {"text": "It", "start": 20, "end": 22, "head": "It", "head_start": 20}
    >>> Entity(**it).refers_to is None, Entity(**it) == Phrase(**it)
    (True, True)
    """

    refers_to: Phrase | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_phrase(cls, value: object) -> object:
        """Take a plain phrase for an entity that refers to nothing."""
        return dict(value) if type(value) is Phrase else value

    def __eq__(self, other: object) -> bool:
        """Whether the other is the same entity, or the plain phrase of one that refers to nothing."""
        return super().__eq__(Entity(**dict(other)) if type(other) is Phrase else other)

    def __hash__(self) -> int:
        """The hash of the place in the text, as equal entities and phrases share it."""
        return hash((self.text, self.start, self.end))


class Predicate(Phrase):
    """The word that governs a quantity, with its lemma and, where one ties them, the preposition ("jump" + "to").

    >>> Predicate(text="rose", start=6, end=10, head="rose", head_start=6, lemma="rise", preposition="by").lemma
    'rise'
    """

    lemma: str
    preposition: str | None = None
