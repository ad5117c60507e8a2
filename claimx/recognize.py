"""STAGE text -> quantities: each number given to the parsers, neighbours joined, qualifiers added; no parse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims import bare_rule, hard_rule, left_rules, short_rule
from claimx.not_claims.codes import is_dangling, is_glued
from claimx.not_claims.nouns import counts_noun
from claimx.not_claims.passages import is_within, passages
from claimx.parsers.articles import with_article, with_half
from claimx.parsers.base import Context, Parser, open_end_at, span
from claimx.parsers.comparators import comparator_after, comparator_before
from claimx.parsers.compounds import compound_of, part_of_whole, toleranced
from claimx.parsers.durations import CLOCK_SYMBOLS, a_thing_or_two, clocked
from claimx.parsers.idle import idle_parsers
from claimx.parsers.joints import link
from claimx.parsers.ones import may_hold_one, ones
from claimx.parsers.pairs import is_score
from claimx.parsers.ranges import Reading, are_near, range_of, share, with_magnitude
from claimx.parsers.rates import Rate, count_rate_after, rate_after, rate_behind_stuff
from claimx.parsers.scales import Scale, is_scaled, may_state_scale, rescaled, scales_of
from claimx.parsers.statistics import TELLING as STATISTICS
from claimx.parsers.statistics import statistic_after, statistic_before
from claimx.scan import Number, scan
from claimx.telling import telling_words

if TYPE_CHECKING:
    from claimx.claims import Quantity, Span
    from claimx.units import UnitMatch, Units

CHAINED = frozenset({"label", "date", "year", "score", "citation", "identifier"})


def recognize(text: str, parsers: Sequence[Parser], units: Units) -> list[Quantity]:
    """The quantities of a text, in order, never overlapping; a bare number has the kind `number`.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.units import Units
    >>> for quantity in recognize("Up to 23 of the 32 members paid £5-10m in 2019.", DEFAULT_PARSERS, Units.default()):
    ...     print(quantity.kind, quantity)
    number <= 23 of 32
    money 5,000,000..10,000,000 GBP
    """
    blocks = [(start, block, telling_words(block)) for start, block in _blocks(text)]
    may_be = any(may_state_scale(block, words) for _, block, words in blocks)
    scales = scales_of(text, units) if may_be else []
    if len(blocks) == 1 and len(blocks[0][1]) == len(text):
        return _recognized(text, blocks[0][2], parsers, units, scales)
    return [
        shifted(quantity, start) if start else quantity
        for start, block, words in blocks
        for quantity in _recognized(block, words, parsers, units, [scale.moved(start) for scale in scales])
    ]


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The stretches between blank lines, with where they begin: nothing is read across a blank line.

    White space before the first word is left out, so that a text begins where its words do.
    """
    start = 0
    for gap in _blank_line().finditer(text) if "\n" in text or "\r" in text else ():
        yield _without_indent(text, start, gap.start())
        start = gap.end()
    if start < len(text):
        yield _without_indent(text, start, len(text))


def _without_indent(text: str, start: int, end: int) -> tuple[int, str]:
    block = text[start:end].lstrip()
    return end - len(block), block


@cache
def _blank_line() -> re.Pattern[str]:
    """Line breaks with nothing but white space between them; possessive, so that long gaps stay linear."""
    return re.compile(r"(?:\r\n|\n|\r)(?:[ \t]*+(?:\r\n|\n|\r))++")


def shifted(quantity: Quantity, by: int) -> Quantity:
    """The same quantity in a text that has `by` characters before: its offsets and those of its parts moved.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.units import Units
    >>> moved = shifted(recognize("5 kg", DEFAULT_PARSERS, Units.default())[0], 10)
    >>> (moved.start, moved.end, moved.number.start)
    (10, 14, 10)
    """
    unit = quantity.unit_text
    return quantity.model_copy(
        update={
            "start": quantity.start + by,
            "end": quantity.end + by,
            "number": _moved(quantity.number, by),
            "unit_text": None if unit is None else _moved(unit, by),
            "parts": tuple(shifted(part, by) for part in quantity.parts),
        }
    )


def _moved(span: Span, by: int) -> Span:
    return span.model_copy(update={"start": span.start + by, "end": span.end + by})


def _recognized(
    text: str, words: AbstractSet[str], parsers: Sequence[Parser], units: Units, scales: Sequence[Scale]
) -> list[Quantity]:
    """The quantities of one block of these words, and in its tables by the scales stated for them."""
    readings = list(_readings(text, words, parsers, units, scales))
    if len(readings) > 1:
        share(readings, text)
    joined = _joined(readings, text, units)
    named = STATISTICS & words
    joined = rescaled(joined, text, scales) if scales else joined
    found = [_finished(quantity, text, units, named) for quantity in joined]
    pairs = zip([None, *found], found, strict=False)
    found = [quantity for before, quantity in pairs if not _is_base(quantity, before, text)]
    return _merged(
        found, [_finished(quantity, text, units, named) for quantity in _without_numbers(text, words, units)]
    )


def _is_base(quantity: Quantity, before: Quantity | None, text: str) -> bool:
    """Whether a number is the base of the rate before it: "12 cases per [100,000] people"."""
    if before is None or before.per is None or not before.per[0].isdigit():
        return False
    return quantity.start < claim_extent(text, before)[1]


def _without_numbers(text: str, words: AbstractSet[str], units: Units) -> Iterator[Quantity]:
    """The quantities that no number expression holds: one of a unit, or counts glued to their symbols."""
    if may_hold_one(text, words):
        yield from ones(text, units)
    if not CLOCK_SYMBOLS.isdisjoint(words):
        yield from clocked(text)


def claim_extent(text: str, quantity: Quantity) -> tuple[int, int]:
    """The shortest stretch that holds a quantity, its comparator's words, its total and the base of its rate.

    >>> from claimx.parsers import DEFAULT_PARSERS
    >>> from claimx.units import Units
    >>> text = "It costs more than $80 a barrel."
    >>> start, end = claim_extent(text, recognize(text, DEFAULT_PARSERS, Units.default())[0])
    >>> text[start:end]
    'more than $80 a barrel'
    """
    start = comparator_before(text, quantity.start)[0]
    end = quantity.end
    if quantity.total is not None:
        start, end = _with_total(text, quantity, start, end)
    if (rate := _rate_in_extent(quantity, text, end)) is not None:
        end = rate.end
    if (after := comparator_after(text, end))[1] != "=":
        end = after[0]
    return start, end


def _rate_in_extent(quantity: Quantity, text: str, end: int) -> Rate | None:
    """The base of a quantity's rate that stands outside it."""
    if quantity.per is None:
        return rate_behind_stuff(text, end) if quantity.kind == "measure" and " / " in (quantity.unit or "") else None
    return rate_after(text, end) or count_rate_after(text, end) or rate_behind_stuff(text, end)


def _with_total(text: str, quantity: Quantity, start: int, end: int) -> tuple[int, int]:
    for number in scan(text[end : end + 64])[:1]:
        if number.value == quantity.total:
            return start, end + number.end
    window = max(0, start - 80)
    for number in reversed(scan(text[window:start])):
        if number.value == quantity.total:
            before = text[window : window + number.start].lower().rfind("of ")
            out = text[max(0, window + before - 4) : window + before].lower() == "out "
            return window + max(before, 0) - (4 if out else 0), end
    return start, end


def _readings(
    text: str, words: AbstractSet[str], parsers: Sequence[Parser], units: Units, scales: Sequence[Scale]
) -> Iterator[Reading]:
    """Each number as the best that the parsers make of it, with the rule by which it is none."""
    last: Reading | None = None
    left_out: list[tuple[int, int]] | None = None
    context = Context(text, units)
    for number in scan(text, words):
        if last is not None and number.start < last.quantity.end:
            continue
        rules = left_rules(number, text)
        in_table = bool(scales) and is_scaled(scales, number.start, number.end, text)
        if (hard := hard_rule(number, text, rules)) is not None and not (in_table and hard.family == "bracket"):
            continue
        left_out = passages(text, words) if left_out is None else left_out
        if left_out and is_within(number.start, left_out):
            continue
        currency = _shared_currency(last, number, text, units)
        quantity = _best(number, context if currency is None else Context(text, units, currency), parsers)
        if quantity is None or is_glued(quantity, text, last.quantity.end if last else -1):
            continue
        rule = _rule(number, quantity, text, last, rules)
        rule = None if in_table and rule in {"label", "citation"} else rule
        last = Reading(with_magnitude(number, quantity, text), quantity, rule)
        yield last


def _best(number: Number, context: Context, parsers: Sequence[Parser]) -> Quantity | None:
    """The longest reading, a typed one before a bare one, an earlier parser's before a later one's."""
    best: Quantity | None = None
    idle = idle_parsers(number, context)
    for parser in parsers:
        if type(parser) in idle or (best is not None and parser.kind == "number" != best.kind):
            continue
        read = parser.parse(number, context)
        if read is not None and (best is None or _worth(read) > _worth(best)):
            best = read
    return best


def _worth(quantity: Quantity) -> tuple[bool, int]:
    return quantity.kind != "number", quantity.end - quantity.start


def _rule(number: Number, quantity: Quantity, text: str, last: Reading | None, rules: int) -> str | None:
    """The rule by which a number is no quantity; labels and dates hold for the numbers joined to them too."""
    bare = quantity.kind == "number"
    if not bare and not _is_short(quantity):
        return None
    rule = (bare_rule if bare else short_rule)(number, text, rules)
    if (
        rule is not None
        or last is None
        or last.rule not in CHAINED
        or not bare
        or number.form == "words" != last.number.form
    ):
        return rule.family if rule is not None else None
    joint = link(text, last.quantity.start, last.quantity.end, quantity.start)
    return (
        last.rule if joint and (joint != "comma" or last.rule == "label") and not counts_noun(quantity, text) else None
    )


def _is_short(quantity: Quantity) -> bool:
    """Whether a unit of a letter or two stands apart from its number, so that it may be none ("Type 2 B")."""
    unit = quantity.unit_text
    return unit is not None and len(unit.text) < 3 and unit.text.isalpha() and unit.start > quantity.number.end


def _shared_currency(last: Reading | None, number: Number, text: str, units: Units) -> UnitMatch | None:
    """The currency of the range whose second end this number may be: "£5-10m", "$3 to 4 billion"."""
    if last is None or last.quantity.kind != "money" or (unit := last.quantity.unit_text) is None:
        return None
    joint = link(text, last.quantity.start, last.quantity.end, number.start)
    if unit.start >= last.quantity.number.start or joint not in {"dash", "to", "between"}:
        return None
    if (
        joint != "dash"
        and number.magnitude == 1
        and not number.letter
        and counts_noun(last.quantity.model_copy(update={"end": number.end}), text)
    ):
        return None
    return units.currency_before(text, unit.end)


def _joined(readings: list[Reading], text: str, units: Units) -> Iterator[Quantity]:
    """Neighbours made one: ranges, compounds, parts of a whole, tolerances; what a rule drops is left out."""
    index, done = 0, 0
    while index < len(readings):
        quantity, index = _join_at(readings, index, text, units)
        if quantity is not None and not is_dangling(quantity, text):
            quantity = with_half(quantity, text) or quantity
            longer = a_thing_or_two(quantity, text, units) or with_article(quantity, text, units)
            quantity = longer if longer is not None and longer.start >= done else quantity
            done = quantity.end
            yield quantity


def _join_at(readings: list[Reading], index: int, text: str, units: Units) -> tuple[Quantity | None, int]:
    left = readings[index]
    index += 1
    if left.rule is not None:
        return None, index
    quantity, whole = left.quantity, None
    while index < len(readings):
        right = readings[index]
        if not are_near(quantity, right.quantity):
            break
        longer = None
        if whole is None:
            longer = compound_of(quantity, right, text, units) or toleranced(quantity, right, text)
        if (
            longer is None
            and right.rule is None
            and not _begins_range(readings, index, text)
            and (longer := range_of(left.reading(quantity), right, text))
        ):
            whole = longer
        if longer is None:
            break
        quantity, index = longer, index + 1
    if quantity is not left.quantity or index >= len(readings):
        return quantity, index
    return _part_or_score(left, readings[index], index, text)


def _begins_range(readings: list[Reading], index: int, text: str) -> bool:
    """Whether a number is tied to the next by a dash, and so ends no range by "to": "from 24.2 to | 33-35 million"."""
    if index + 1 >= len(readings):
        return False
    left, right = readings[index].quantity, readings[index + 1].quantity
    before = readings[index - 1].quantity
    tied = right.start == left.end + 1 and link(text, left.start, left.end, right.start) == "dash"
    return tied and text[before.end : left.start].strip().isalpha()


def _part_or_score(left: Reading, right: Reading, index: int, text: str) -> tuple[Quantity | None, int]:
    if right.rule is None and (part := part_of_whole(left, right, text)):
        return part, index + 1
    if left.is_bare and right.is_bare and is_score(left, right, text):
        return None, index + 1
    return left.quantity, index


def _finished(quantity: Quantity, text: str, units: Units, named: AbstractSet[str]) -> Quantity:
    """The quantity with its comparator, the base of its rate, and its statistic, which these words of the text name."""
    changed: dict[str, object] = {}
    before = comparator_before(text, quantity.start)[1]
    kind, end = quantity.kind, quantity.end
    is_open = kind == "measure" and open_end_at(text, quantity.number.end, end) is not None  # as in "20+ years"
    if kind == "measure":
        quantity = _with_rate_unit(quantity, text, units)
        end = quantity.end
    rate = _rate_of(quantity, kind, end, text)
    if rate is not None:
        changed["per"] = rate.lemma
        end = end if kind == "number" else rate.end
    after = ">=" if is_open else comparator_after(text, end)[1]
    comparator = after if before == "=" else before
    if comparator != "=" and not (quantity.low is not None and comparator == "<=" and after != comparator):
        changed["comparator"] = comparator
    if named:
        statistic = statistic_before(text, quantity.start, named)[1] or statistic_after(text, quantity.end, named)
        changed |= {"statistic": statistic} if statistic else {}
    return quantity.model_copy(update=changed) if changed else quantity


def _rate_of(quantity: Quantity, kind: str, end: int, text: str) -> Rate | None:
    """The base of the rate that a quantity is, right behind it or behind the noun that it counts."""
    if quantity.per or quantity.unit == "fraction":
        return None
    rate = rate_after(text, end)
    if rate is not None or kind == "measure":
        return rate
    return (count_rate_after if kind == "number" else rate_behind_stuff)(text, end)


def _with_rate_unit(quantity: Quantity, text: str, units: Units) -> Quantity:
    """A measure per time or other measure as one unit: "40 to 50 hours a week" in hour / week.

    What it is of may stand between: "300 litres of diesel a day".
    """
    near = rate_after(text, quantity.end)
    rate = near or rate_behind_stuff(text, quantity.end)
    if rate is None or rate.lemma == "each" or quantity.unit is None or " / " in quantity.unit:
        return quantity
    base = units.measure_at(text, rate.base_start)
    if base is None or base.factor != 1 or base.end < rate.end or " " in base.unit:
        return quantity
    unit = f"{quantity.unit} / {base.unit}"
    if near is None:
        return quantity.model_copy(update={"unit": unit})
    unit_start = quantity.unit_text.start if quantity.unit_text else quantity.end
    return quantity.model_copy(
        update={
            "unit": unit,
            "end": base.end,
            "text": text[quantity.start : base.end],
            "unit_text": span(text, unit_start, base.end),
        }
    )


def _merged(found: list[Quantity], more: list[Quantity]) -> list[Quantity]:
    """Both in text order; one of `more` that overlaps another is left out."""
    if not more:
        return found
    kept: list[Quantity] = []
    for quantity in sorted([*found, *more], key=lambda quantity: (quantity.start, -quantity.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
