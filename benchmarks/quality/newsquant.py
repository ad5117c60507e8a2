"""Claims in NewsQuant's layout (Almasian et al., EMNLP 2023), for its scorer.

    python -m benchmarks.quality.newsquant GOLD.json --out predictions.json

A row is `[change, value, unit, normalized unit, concepts]`. What its annotation asks for, and claimx names otherwise:

- *change*: "=", "~", "<" or ">" as stated, or "up" and "down" for the amount by which something changes, or for the
  level that it changes to at once ("fell to 5"), else "=" ("fell 2 to 5"). A conversion in brackets has the change of
  what it converts, and what averages an amount, or nearly reaches it, has "~".
- *rows*: numbers; "an hour", "twice" and "doubled" hold none.
- *value*: in the unit that is written ("19 cents" is 19, not 0.19 dollars), "24 hours and 39 minutes" as two rows; from
  X to Y is one range, in the order that is written.
- *unit*: the singular of British English (`newsquant_units.tsv`, else pint's name); for a count the counted noun with
  its adjectives, lemmatised, "-" for none; an index level's are the points said before; a share's is "%" and what it is
  a share of; a person's age is in "year of age"; "per" joins the base of a rate, but not to a percentage.
- *concepts*: the content words of the phrases that say what the number is about; see `newsquant_concepts.py`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import claimx
from benchmarks.quality.newsquant_concepts import concepts
from claimx import Claim, Quantity
from claimx.units import Units

CHANGES = {"~<": "<", "<=": "<", "~>": ">", ">=": ">"}
NEARLY = re.compile("nearly|almost|close to", re.IGNORECASE)
NO_NUMBERS = frozenset("a an twice double doubled doubles doubling triple tripled triples".split())
POWERS = {"2": "square ", "3": "cubic "}
FUNCTION_WORDS = frozenset(
    "a an the this that these those his her its their our my your some any each all and or of for in on at".split()
)
PRONOUNS = frozenset("it them those these which who whom us you".split())
LONGEST_GAP = 4  # " / "
Row = list[Any]


def predict(texts: Iterable[str]) -> list[dict[str, Any]]:
    """One entry a text, in the layout of the predictions that NewsQuant's scorer reads.

    >>> predict(["Sales rose 3% to 19 cents a share."])[0]["quantities"]
    [['up', '3', 'percentage', 'percentage', 'Sales'], ['=', '19', 'cent per share', 'cent per share', 'Sales']]
    """
    texts = list(texts)
    found = zip(texts, claimx.extract_many(texts), strict=True)
    return [{"text": text, "quantities": all_rows(text, claims)} for text, claims in found]


def all_rows(text: str, claims: Sequence[Claim]) -> list[Row]:
    """The rows of a text's claims."""
    about = {claim.quantity.start: words for claim, words in zip(claims, concepts(text, claims), strict=True)}
    parts = from_to(converted(in_points(claims)))
    return [one for part in parts for one in rows(part, about[part[-1].quantity.start])]


def in_points(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with a level of no unit in points where what is said before it is: "rose 5 points to 4,577"."""
    settled: list[Claim] = []
    pointed = False
    for claim in claims:
        quantity = claim.quantity
        pointed = pointed or quantity.unit == "point"
        reached = claim.role == "to" or (claim.predicate is not None and claim.predicate.preposition == "at")
        if pointed and reached and claim.kind == "count" and quantity.unit is None and claim.of is None:
            quantity = quantity.model_copy(update={"unit": "point"})
        settled.append(claim.model_copy(update={"quantity": quantity}))
    return settled


def converted(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the comparator of what is converted on a conversion in brackets: "over 10 km (6 miles)"."""
    settled: list[Claim] = []
    for claim in claims:
        comparator = claim.quantity.comparator
        if comparator == "=" and settled and is_conversion(settled[-1], claim):
            comparator = settled[-1].quantity.comparator
        quantity = claim.quantity.model_copy(update={"comparator": comparator})
        settled.append(claim.model_copy(update={"quantity": quantity}))
    return settled


def is_conversion(first: Claim, last: Claim) -> bool:
    """Whether the last stands in brackets or after a stroke right behind the first: "10 km (6 miles)"."""
    return first.kind == last.kind and 0 < last.start - first.quantity.end < LONGEST_GAP


def from_to(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims, one by one, but a change's "from" with the "to" that follows it."""
    left = list(claims)
    while left:
        first = left.pop(0)
        yield [first, left.pop(0)] if left and is_from_to(first, left[0]) else [first]


def is_from_to(first: Claim, last: Claim) -> bool:
    """Whether two claims are the ends of one change, each a single value."""
    of_one = (first.role, last.role) == ("from", "to") and first.change_id == last.change_id
    return of_one and None not in {first.quantity.value, last.quantity.value}


def rows(claims: list[Claim], concept_words: list[str]) -> Iterator[Row]:
    """The rows of a claim, or of a change's two ends."""
    claim = claims[-1]
    about = " ".join(concept_words) or "-"
    quantities = [part for each in claims for part in stated(each.quantity)]
    if len(claims) == 2 and len(quantities) == 2:
        said = quantities[0] if quantities[1].per is None else quantities[1]
        yield row(claim, said, "-".join(number(part) for part in quantities), about)
        return
    for quantity in quantities:
        yield row(claim, quantity, number(quantity), about)


def row(claim: Claim, quantity: Quantity, value: str, about: str) -> Row:
    """A row of the predictions."""
    name = unit(claim, quantity)
    return [change(claim), value, name, name, about]


def change(claim: Claim) -> str:
    """A comparator goes before a direction, and a direction counts where a verb or adverb before the amount says it."""
    comparator = claim.quantity.comparator
    averaged = comparator == "=" and claim.predicate is not None and claim.predicate.lemma == "average"
    if averaged or NEARLY.match(claim.text):
        return "~"
    if comparator == "=" and claim.direction and claim.quantity.value is not None and changes_at_once(claim):
        return claim.direction
    return CHANGES.get(comparator, comparator)


def changes_at_once(claim: Claim) -> bool:
    """Whether a verb or adverb of change stands before an amount ("rose 3%", not "a 3% rise"), or next to a level."""
    predicate = claim.predicate
    if predicate is None or claim.role == "by":
        return predicate is None or (predicate.start < claim.start and predicate.preposition != "of")
    reached = claim.role == "to" and predicate.lemma not in {"up", "down"}
    return reached and 0 < claim.start - predicate.end <= LONGEST_GAP


def stated(quantity: Quantity) -> tuple[Quantity, ...]:
    """The quantities as they are written: the parts of a compound, not the ends of a range, none of no number."""
    if quantity.number.text.lower() in NO_NUMBERS:
        return ()
    return quantity.parts if quantity.parts and quantity.low is None else (quantity,)


def number(quantity: Quantity) -> str:
    """The value, or both ends of a range in the order of the text, in the unit that is written."""
    ends = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    if quantity.value is None and len(quantity.parts) == 2:
        ends = [part.value for part in quantity.parts]
    factor = written_factor(quantity)
    return "-".join(format((end / factor).normalize(), "f") for end in ends if end is not None)


def written_factor(quantity: Quantity) -> Decimal:
    """What the written unit was multiplied by to become claimx's: 0.01 for "cents", 1 for most."""
    surface = quantity.unit_text.text if quantity.unit_text else ""
    units = Units.default()
    found = units.currency_at(surface, 0) if quantity.kind == "money" else units.measure_at(surface, 0)
    return found.factor if found and found.unit == quantity.unit else Decimal(1)


def unit(claim: Claim, quantity: Quantity) -> str:
    """The unit in NewsQuant's words, "-" for none."""
    name = base_unit(claim, quantity)
    if quantity.per is None or name == "-" or quantity.kind == "percent":
        return name
    return f"{name} per {names().get(quantity.per, quantity.per)}"


def base_unit(claim: Claim, quantity: Quantity) -> str:
    """The unit without the base of its rate."""
    if quantity.unit == "fraction":
        follows = claim.of is not None and claim.of.start > quantity.start  # not "half of which"
        return f"% {counted(claim) if follows else '-'}"
    if quantity.kind == "count":
        return names().get(quantity.unit or "", counted(claim))
    if is_age(quantity):
        return f"{quantity.unit} of age"
    surface = quantity.unit_text.text.lower().removesuffix("s") if quantity.unit_text else ""
    if quantity.unit == "oil_barrel" and claim.of is not None and claim.of.head.lower() == "oil":
        return "barrel of oil"
    if surface in names() or (surface and written_factor(quantity) != 1):
        return names().get(surface, surface)
    return currency(quantity.unit or "") if quantity.kind == "money" else measure(quantity.unit or "-")


def is_age(quantity: Quantity) -> bool:
    """Whether a length of time is an age: "44" after a name, "10 years old", "10-month-old"."""
    if quantity.unit_text is None:
        return quantity.unit == "year"
    return bool(re.search(r"old|of age", quantity.unit_text.text))


def counted(claim: Claim) -> str:
    """The counted noun with its adjectives and its "of" phrase, nouns lemmatised; "-" for none."""
    if claim.of is None:
        return claim.quantity.unit or "-"
    if claim.of.head.lower() in PRONOUNS:
        return "-"
    at = claim.of.head_start - claim.of.start
    unit_ = claim.quantity.unit if claim.kind == "count" else None
    is_name = claim.of.head.istitle() and not at  # "Americans"
    head = claim.of.head if is_name else unit_.split()[-1] if unit_ else singular(claim.of.head)
    before, after = content(claim.of.text[:at]), complement(claim.of.text[at + len(claim.of.head) :])
    if found := Units.default().measure_at(head, 0):
        return measure(found.unit)
    return " ".join([*before, head, *after])


def content(text: str) -> list[str]:
    """The words of a phrase but determiners, conjunctions, prepositions and participles.

    >>> content("the combined new and old")
    ['new', 'old']
    """
    words = [re.sub("['’]s?$", "", word) for word in text.split()]
    return [word for word in words if word.lower() not in FUNCTION_WORDS and not word.endswith("ed")]


def complement(text: str) -> list[str]:
    """The common nouns of the "of" phrase behind a counted noun, in the singular.

    >>> complement(" of new products"), complement(" of the Ford Fiesta"), complement(" in stock")
    (['new', 'product'], [], [])
    """
    if not text.startswith(" of "):
        return []
    return [singular(word) for word in content(text) if word.islower()]


def singular(noun: str) -> str:
    """A noun's singular, by its ending.

    >>> [singular(noun) for noun in ("condos", "deputies", "boss")]
    ['condo', 'deputy', 'boss']
    """
    return re.sub("(?<=[^s])s$", "", re.sub("ies$", "y", noun))


def currency(code: str) -> str:
    """NewsQuant's name of a currency; the code of one that is not in the table.

    >>> currency("USD"), currency("HKD")
    ('dollar', 'hong kong dollar')
    """
    return names().get(code, code.lower())


def measure(unit: str) -> str:
    """NewsQuant's name of a unit of measure, from pint's.

    >>> measure("meter / second"), measure("kilometer ** 2"), measure("degree_Celsius")
    ('metre per second', 'square kilometre', 'celsius')
    """
    whole = names().get(unit)
    return whole or " per ".join(product(side) for side in unit.split(" / "))


def product(side: str) -> str:
    """A product of units, in words: "kilogram * meter ** 2" is "kilogram square metre"."""
    factors = [factor.split(" ** ") for factor in side.split(" * ")]
    return " ".join(POWERS.get(power[0], "") + simple(name) if power else simple(name) for name, *power in factors)


def simple(name: str) -> str:
    """A unit without power or prefix apart, in British spelling."""
    british = re.sub(r"(met|lit)er$", r"\1re", name)
    return names().get(name, british.replace("_", " "))


@cache
def names() -> dict[str, str]:
    """The table of `newsquant_units.tsv`."""
    table = Path(__file__).with_name("newsquant_units.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return dict(lines)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Write claimx's claims in NewsQuant's layout, for its scorer.")
    parser.add_argument("gold", type=Path, help="NewsQuant's JSON, of which only the texts are read")
    parser.add_argument("--out", type=Path, required=True, help="where the predictions go")
    args = parser.parse_args()
    texts = [entry["text"] for entry in json.loads(args.gold.read_text(encoding="utf-8"))]
    args.out.write_text(json.dumps(predict(texts), ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
