"""Where a quantity stands in its sentence, which decides entity, property and predicate.

`PLACES` lists the rules in their order: the first that takes the case decides. Then `amounts.OF` says what the quantity
is a quantity of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach import adjectives, arguments, dimensions, nominals
from claimx.attach.amounts import OF
from claimx.attach.rules import Pattern, Rule, decide
from claimx.syntax import SUBJECTS, Role

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

BARE = (Role.COMPOUND, Role.NUMBER, Role.ADJECTIVE, Role.MODIFIER, Role.OTHER, Role.DETERMINER)
COMPARING = frozenset({"against", "versus", "compared with", "compared to", "with"})


def place(draft: Draft) -> None:
    """Fill in entity, property, predicate and `of` by the first rules that take the draft."""
    rule = decide(draft, PLACES)
    if rule is not None:
        draft.standing = rule.name
        for name in ("entity", "predicate"):
            draft.rules[name] = rule.name  # also where it leaves a gap
    _include(draft)
    if draft.of is None:
        decide(draft, OF)


def _include(draft: Draft) -> None:
    """Take "including" for what it says: "a van with 22 men, [including] seven boys"."""
    described = draft.entity if draft.standing == "attributive" else None  # "from $34, including a $2 charge"
    mark = (described or draft.place).first(Role.CASE)
    if mark is None or mark.text.lower() != "including" or draft.predicate is None:
        return
    draft.predicate, draft.preposition = mark, None
    before = [word for word in draft.tree.words[max(0, mark.index - 2) : mark.index] if word.text != ","]
    if described is None and before and before[-1].tag[:1] == "N" and before[-1].quantity is None:
        draft.entity, draft.property = before[-1], None


PLACES = (
    Rule(
        "multiplying verb",
        "the verb says by what it multiplies its object, or else its subject",
        Pattern("amount", being="verb"),
        arguments.multiplying_verb,
        (("The firm tripled its output.", "its output · triple · 3 time"),),
    ),
    Rule(
        "worth",
        "“worth” before the quantity says it of the noun before",
        Pattern(after=frozenset({"worth"})),
        adjectives.worth,
        (("The navy signed a contract worth $5m.", "a contract · worth · 5,000,000 USD"),),
    ),
    Rule(
        "measured after its noun",
        "an adjective of measure follows the quantity, and the noun it is said of stands before",
        Pattern(kinds=frozenset({"measure"}), then=words.MEASURED_ADJECTIVES),
        dimensions.measured_after,
        (("The fossil, a jawbone 11 centimetres long, belonged to a bear.", "a jawbone · long · 11 centimeter"),),
    ),
    Rule(
        "measured in a dimension",
        "“in” and a dimension follow the quantity, and the noun it is said of stands before",
        Pattern(kinds=frozenset({"measure"}), then=frozenset({"in"})),
        dimensions.in_dimension,
        (("The ship, a hulk 58 metres in length, sank.", "a hulk (length) · – · 58 meter"),),
    ),
    Rule(
        "years older",
        "it says by how many years one is somebody's senior or junior",
        Pattern(kinds=frozenset({"measure"}), then=frozenset({"his", "her", "their", "my", "your", "our", "its"})),
        dimensions.years_older,
        (("She married a man four years her senior.", "a man · senior · 4 year"),),
    ),
    Rule(
        "measured adjective",
        "the quantity measures an adjective, which is said of the entity",
        Pattern("phrase", head="adjective or adverb", counted=False),
        adjectives.adjective,
        (("The mast is 30 metres high.", "The mast · high · 30 meter"),),
    ),
    Rule(
        "share of a stuff",
        "the share stands before the name of the stuff that something consists of",
        Pattern("phrase", roles=BARE, head="noun", side="after", kinds=frozenset({"percent"})),
        nominals.share_of_stuff,
        (("The drink contains 5% alcohol.", "The drink · contain · 5 percent of alcohol"),),
    ),
    Rule(
        "counted comparative",
        "so many say by how much the comparative behind them holds of the entity",
        Pattern("phrase", head="adjective or adverb", side="after", counted=True),
        adjectives.counted_comparative,
        (("His sequel, 90 pages longer than the novel, is dull.", "His sequel · long · 90 pages"),),
    ),
    Rule(
        "attributive",
        "the quantity stands before the noun that it describes",
        Pattern("phrase", roles=BARE, head="noun", side="after"),
        nominals.attributive,
        (("The navy signed a $5m contract.", "contract · sign · 5,000,000 USD"),),
    ),
    Rule(
        "attributive in a row",
        "the quantity, joined to its unit by a hyphen, describes the noun behind a row of such",
        Pattern(kinds=frozenset({"measure"})),
        nominals.in_row,
        (("The navy signed a three-year, $5m contract.", "contract · sign · 3 year"),),
    ),
    Rule(
        "with a participle",
        "“with” and a participle say what those counted do",
        Pattern("phrase", prepositions=frozenset({"with"})),
        arguments.absolute,
        (("The Senate passed the bill, with 22 members joining the majority.", "members · join · 22 members"),),
    ),
    Rule(
        "own relative clause",
        "the relative clause behind the amount says what holds of it",
        Pattern("phrase", prepositions=COMPARING, holds=(Role.RELATIVE,)),
        nominals.own_relative,
        (("Some 41 percent approve, against 55 percent who disapprove.", "– · disapprove · 55 percent"),),
    ),
    Rule(
        "with a level",
        "“with” and “at” say at what level the noun between them is",
        Pattern(prepositions=frozenset({"at"})),
        nominals.with_level,
        (("The flaw shows with dust levels at 40 ppm.", "dust levels · show at · 40 ppm"),),
    ),
    Rule(
        "at a level",
        "“at” behind a comma says at what level the noun before the comma is",
        Pattern("amount", prepositions=frozenset({"at"}), counted=False),
        nominals.at_level,
        (("The fee, at $40, deters visitors.", "The fee · deter at · 40 USD"),),
    ),
    Rule(
        "property noun",
        "the quantity is the value of a property, which belongs to the entity",
        Pattern(roles=(Role.MODIFIER, Role.OBLIQUE), prepositions=frozenset({"of", "at"}), head="noun", side="before"),
        nominals.property_noun,
        (("The firm reported sales of $5m.", "The firm (sales) · report · 5,000,000 USD"),),
    ),
    Rule(
        "subject",
        "the quantified phrase is the subject",
        Pattern(roles=SUBJECTS),
        arguments.subject,
        (("23 countries will meet in Oslo.", "countries · meet · 23 countries"),),
    ),
    Rule(
        "money as subject",
        "an amount of money as the subject says nothing of whose it is",
        Pattern(roles=SUBJECTS, kinds=frozenset({"money"})),
        arguments.money_as_subject,
        (("$5bn was spent on roads.", "– · spend · 5,000,000,000 USD of roads"),),
    ),
    Rule(
        "comparative",
        "the quantity says by how much the comparative behind it holds of the entity",
        Pattern("amount", counted=False),
        adjectives.comparative,
        (("The tickets are $5 or $6 cheaper.", "The tickets · cheap · 5 USD"),),
    ),
    Rule(
        "copula",
        "a form of “be” says the quantity of its subject",
        Pattern(holds=(Role.COPULA,)),
        arguments.copular,
        (("The ticket is $20.", "The ticket · be · 20 USD"),),
    ),
    Rule(
        "argument of a verb",
        "the verb that governs the quantity says it of its subject",
        Pattern(head="clause"),
        arguments.verb_argument,
        (("The city gave the schools $5bn.", "The city · give · 5,000,000,000 USD"),),
    ),
    Rule(
        "complement of an adjective",
        "the adjective that governs the quantity is said of the noun before it",
        Pattern(head="adjective or adverb", side="before"),
        adjectives.complement,
        (("He bought a van full of 20 crates of fish.", "a van · full of · 20 crates of fish"),),
    ),
    Rule(
        "holder of a share",
        "“on” or “at” ties the share to the noun right before it",
        Pattern(prepositions=frozenset({"on", "at"}), kinds=frozenset({"percent"})),
        nominals.holder,
        (("The left won, ahead of the nationalists on 28.7 percent.", "the nationalists · win on · 28.7 percent"),),
    ),
    Rule(
        "fragment",
        "no verb governs the quantity, and the noun right before it names what it is",
        Pattern(),
        nominals.fragment,
        (("Length 40 metres, weight 3 tonnes", "weight · – · 3 metric_ton"),),
    ),
    Rule(
        "label",
        "the noun before the colon or the equals sign labels the quantity",
        Pattern("phrase", head="noun", side="before", after=frozenset({":", "="})),
        nominals.label,
        (("Revenue: $5.2m", "Revenue · – · 5,200,000 USD"),),
    ),
    Rule(
        "modifier of a noun",
        "the quantity hangs on the noun before it",
        Pattern(head="noun, pronoun or number", side="before"),
        nominals.noun_modifier,
        (("A contract for $5m was signed.", "A contract · sign · 5,000,000 USD"),),
    ),
    Rule(
        "reduced clause",
        "the verb behind the quantified phrase says something of it, in the brief style of headlines",
        Pattern(roles=(Role.ROOT, Role.PARATAXIS, Role.COMPLEMENT)),
        arguments.reduced,
        (("Half of patients seen within hours", "patients · see · 1/2 fraction of patients"),),
    ),
    Rule(
        "counted alone",
        "nothing but the counted noun can be what the claim is about",
        Pattern(counted=True),
        nominals.counted_alone,
        (("Two injured", "injured · – · 2 injured"),),
    ),
    Rule(
        "nearest clause",
        "the nearest verb above the quantity says something of its subject",
        Pattern(),
        arguments.any_clause,
        (("The shelter houses 31 dogs, up from just six before the flood.", "The shelter · house from · 6 dogs"),),
    ),
)
