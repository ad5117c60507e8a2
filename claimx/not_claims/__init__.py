"""Numbers that are no quantities: dates, years, labels, identifiers, citations, scores, names … each by a named rule.

Where a kind is rejected:

| what | table |
|---|---|
| clock times, hours | `clocks.RULES` |
| dates, years, eras, decades, fiscal periods | `dates.DATES`, `dates.YEARS` |
| "page 5", "Route 66", "Falcon 9", "platforms 3 and 4" | `labels.RULES`, the words in `label_words` |
| references, case law, footnote marks, list items, headings, chess moves | `citations.RULES` |
| URLs, phone numbers, coordinates, identifiers, formulas | `codes.WEB`, `PHONES`, `COORDINATES`, `RULES` |
| houses, streets, postcodes | `addresses.RULES` |
| scores, cards, eyesight | `scores.RULES`; "2-1" and "5 to 4" in `pairs.is_score` |
| ordinals | `ORDINALS`, here |
| names, idioms, compounds, the pronoun "one" | `names.hard`, `names.BARE`, `data/names.txt` |
| whole stretches: line-ups, dialled numbers, code, statutes | `passage_rows` |

To add a rule, write a `Rule` into the table of its kind, and sentences that it must reject and must leave alone into
`tests/corpus/rules.jsonl`, under its name. Without `words`, give it `begins` or `ends`, or every number asks it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims import addresses, citations, clocks, codes, dates, labels, names, scores
from claimx.not_claims.rules import Rule, Table, words

if TYPE_CHECKING:
    from claimx.scan import Number

ORDINAL_WORD = (
    "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]+teenth|[a-z]+tieth|"
    "hundredth|thousandth|millionth|billionth)"
)


def left_rules(number: Number, text: str) -> int:
    """The rules to be asked about a number, by what stands beside it, as a set of bits: what the functions below take.

    >>> from claimx.scan import scan
    >>> left, every = left_rules(scan("of 19 men")[0], "of 19 men"), len(every_rule().rules)
    >>> left.bit_count() < every / 10
    True
    """
    return every_rule().left(number, text)


def hard_rule(number: Number, text: str, left: int) -> Rule | None:
    """The rule by which this number is no quantity whatever stands beside it, if there is one.

    >>> from claimx.scan import scan
    >>> numbers = [(scan(text)[0], text) for text in ("at 5 pm", "the 39th time", "19 men")]
    >>> rules = [hard_rule(number, text, left_rules(number, text)) for number, text in numbers]
    >>> [rule and rule.name for rule in rules]
    ['am or pm', 'ordinal', None]
    """
    rules = every_rule()
    return rules.first(number, text, left & rules.hard)


def bare_rule(number: Number, text: str, left: int) -> Rule | None:
    """The rule by which this number, having no unit, is no quantity, if there is one.

    >>> from claimx.scan import scan
    >>> numbers = [(scan(text)[0], text) for text in ("in 2019 it", "see page 12", "12 men")]
    >>> rules = [bare_rule(number, text, left_rules(number, text)) for number, text in numbers]
    >>> [rule and rule.family for rule in rules]
    ['year', 'label', None]
    """
    rules = every_rule()
    return rules.first(number, text, left & ~rules.hard)


def short_rule(number: Number, text: str, left: int) -> Rule | None:
    """The rule by which this number is no quantity, though a letter or two behind it look like a unit ("Type 2 B").

    >>> from claimx.scan import scan
    >>> numbers = [(scan(text)[0], text) for text in ("a Type 2 B", "about 2 m")]
    >>> rules = [short_rule(number, text, left_rules(number, text)) for number, text in numbers]
    >>> [rule and rule.family for rule in rules]
    ['label', None]
    """
    rules = every_rule()
    return rules.first(number, text, left & rules.short)


@cache
def every_rule() -> Table:
    """The rules, first those that hold for any number, then those for a number without a unit."""
    hard = (
        *ORDINALS,
        *codes.WEB,
        *citations.BRACKETS,
        *clocks.RULES,
        *dates.RULES,
        *codes.PHONES,
        *codes.COORDINATES,
        *names.hard(),
        *labels.RULES,
        *addresses.RULES,
        *scores.HARD,
    )
    bare = (
        *clocks.RULES,
        *dates.RULES,
        *labels.RULES,
        *names.BARE,
        *addresses.RULES,
        *citations.RULES,
        *codes.RULES,
        *scores.RULES,
    )
    return Table([*(rule for rule in hard if rule.hard), *(rule for rule in bare if not rule.hard)])


def _is_no_stone(number: Number, text: str) -> bool:
    """Whether "st" is an ordinal's ending and not the unit of weight, as in "16st"."""
    last = int(number.value or 0) % 100
    return text[number.end : number.end + 3].strip()[:2] != "st" or (last != 11 and last % 10 == 1)


ORDINALS = (
    Rule(
        "ordinal",
        "ordinal",
        "“39th”, “21st”, “22 nd”, “3d Cir.”",
        form="digits",
        hard=True,
        holds=_is_no_stone,
        begins=words("st nd rd th º ª d"),
        after=r"[ \u00a0]?(?:st|nd|rd|th|ST|ND|RD|TH|º|ª)(?![^\W_])|d(?= (?:Cir|Supp|Cong|ed|Cl|Dist)\b)",
    ),
    Rule(
        "ordinal",
        "ordinal word",
        "“twenty-first”, “two hundredth”",
        form="words",
        hard=True,
        caseless=True,
        begins=words("- and th hundredth millionth first second fourth fifth"),
        after=rf"(?:-| and |-and-|th\b| (?=hundredth|thousandth|millionth|first|second(?! )|third|fourth|fifth))"
        rf"(?:{ORDINAL_WORD})?\b(?!s)(?<!-)(?<! )|-{ORDINAL_WORD}\b",
    ),
)
