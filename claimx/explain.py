"""Why a claim says what it says: the names of the rules that decided its fields, put into words."""

from __future__ import annotations

from functools import cache

from claimx.attach import all_rules
from claimx.claims import Claim, Phrase, Quantity, RuleNames


def explain(claim: Claim) -> str:
    """A claim's quantity, then a line for each rule that decided a field of it.

    >>> import claimx
    >>> print(explain(claimx.extract("81% of readers found mistakes.")[0]))
    81%: 81 percent
    entity “readers”, predicate “found”: the quantified phrase is the subject (rule “subject”)
    of “readers”: “of” ties it to the quantity (rule “of after the quantity”)
    """
    lines = [f"{claim.text}: {claim.quantity}"]
    for name, fields in _decided(claim.rules).items():
        shown = ", ".join(f"{field} {_shown(_value(claim, field))}" for field in fields)
        lines.append(f"{shown}: {_words().get(name, 'a rule this version does not know')} (rule “{name}”)")
    return "\n".join(lines)


def _decided(rules: RuleNames) -> dict[str, list[str]]:
    """The fields that each rule decided, in the order of the fields."""
    found: dict[str, list[str]] = {}
    for field, name in rules:
        if name is not None:
            found.setdefault(name, []).append(field)
    return found


def _value(claim: Claim, field: str) -> object:
    """What a rule decided: a field of the claim, or what its entity or source refers to."""
    if field != "refers_to":
        return getattr(claim, field)
    phrases = (claim.entity, claim.source)
    return next((phrase.refers_to for phrase in phrases if phrase is not None and phrase.refers_to is not None), None)


def _shown(value: object) -> str:
    """A field's value as a reader would say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Phrase | Quantity):
        return f"“{value.text}”"
    return str(value or "none")


@cache
def _words() -> dict[str, str]:
    return {rule.name: rule.says for rule in all_rules()}
