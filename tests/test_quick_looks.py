"""Quick looks: what a pattern finds, the look before it lets through, or who widens the one forgets the other."""

# ruff: noqa: SLF001 — a look and its pattern are private to their module

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claimx.not_claims import codes, every_rule, names, years
from claimx.not_claims.passage_rows import EVERY, Passage
from claimx.not_claims.passages import found_in, passages
from claimx.not_claims.rules import Rule, Table
from claimx.numbers import number as numbers
from claimx.numbers import tokens
from claimx.numbers.number import Number
from claimx.numbers.tokens import words_of
from claimx.parsers import (
    DEFAULT_PARSERS,
    MoneyParser,
    ages,
    articles,
    base,
    comparators,
    compounds,
    count,
    durations,
    joints,
    measure,
    money,
    ones,
    percent,
    rates,
    scales,
    statistics,
)
from claimx.parsers.base import Context, last_word, quantity_of
from claimx.parsers.idle import idle_parsers
from claimx.recognize import recognize
from claimx.scan import scan
from claimx.units import Units

if TYPE_CHECKING:
    from claimx.quantity import Quantity

# Without the letters that a pattern takes in any case for others: "ſ" for "s", dotless and dotted "i", kelvin.
LETTERS = st.characters(max_codepoint=0x2212, exclude_characters="ſıİ\u212a\u212b")
CORPORA = Path(__file__).parent / "corpus"
quickly = settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)
FIVE = Number(0, 1, "digits", Decimal(5))


def ahead(text: str) -> str:
    return Context(text, Units.default()).ahead(1)


def tail(text: str) -> str:
    near = text[1:3]
    return (near[1:] if near[:1] in numbers.GAPS else near[:1]).lower()


def reads(kind: str, text: str) -> bool:
    """Whether a parser of this kind is a candidate for the digit at the head of a text."""
    idle = idle_parsers(FIVE, Context(text, Units.default()))
    return kind in {parser.kind for parser in DEFAULT_PARSERS if type(parser) not in idle}


def begins(rule: Rule) -> tuple[re.Pattern[str], Callable[[str], object]]:
    table = Table([Rule("", "", "", begins=rule.begins)])
    return re.compile(rule.after, re.IGNORECASE if rule.caseless else 0), lambda text: table.left(FIVE, text)


def ends(rule: Rule) -> tuple[re.Pattern[str], Callable[[str], object]]:
    table = Table([Rule("", "", "", ends=rule.ends)])
    pattern = re.compile(rf"(?:{rule.before})\Z", re.IGNORECASE if rule.caseless else 0)
    return pattern, lambda text: table.left(FIVE._replace(start=len(text) - 1, end=len(text)), text)


# What stands behind the digit at the head of a text: the pattern, and the look.
BEHIND: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    "rate": (rates._rate(), lambda text: rates._may_follow(text, 1)),
    "qualifier": (comparators._after(), lambda text: comparators._may_follow(text, 1)),
    "unit of a share": (percent._units(), lambda text: percent._unit_at(text, 1)),
    "points": (percent._points(), lambda text: ahead(text) == "p"),
    "one in so many": (percent._in(), lambda text: ahead(text) in {"i", "o"}),
    "open end": (base._open_end(), lambda text: base.open_end_at(text, 1)),
    "years old": (
        measure._years_old(),
        lambda text: ahead(text) in measure.ODD_STARTS and measure._years_old_at(text, 1),
    ),
    "coulombs and farads": (measure._electric_letter(), lambda text: ahead(text) in measure.ODD_STARTS),
    "unit in brackets": (measure._bracket(), lambda text: ahead(text) in measure.ODD_STARTS),
    "below zero": (measure._from_zero(), lambda text: ahead(text) in {"a", "b"}),
    "times sign": (count._times_sign(), lambda text: text[1:3].strip(" -")[:1] in count.TIMES_BEGIN),
    "times": (count._times_word(), lambda text: text[1:3].strip(" -")[:1] in count.TIMES_BEGIN),
    "power": (numbers.patterns().power, lambda text: tail(text) in numbers.TAILS),
    "scale": (numbers.patterns().scale_sign, lambda text: tail(text) in numbers.TAILS),
    "scale's letter": (numbers.patterns().scale_letter, lambda text: tail(text) in numbers.TAILS),
    "scale's letter apart": (numbers.patterns().spaced_letter, lambda text: tail(text) in numbers.TAILS),
    "idle: share": (percent._units(), lambda text: reads("percent", text)),
    "idle: points": (percent._points(), lambda text: reads("percent", text)),
    "idle: one in so many": (percent._in(), lambda text: reads("percent", text)),
    "idle: times sign": (count._times_sign(), lambda text: reads("count", text)),
    "idle: times": (count._times_word(), lambda text: reads("count", text)),
    "idle: years old": (measure._years_old(), lambda text: reads("measure", text)),
    "idle: coulombs and farads": (measure._electric_letter(), lambda text: reads("measure", text)),
    "idle: unit in brackets": (measure._bracket(), lambda text: reads("measure", text)),
    "idle: below zero": (measure._from_zero(), lambda text: reads("measure", text)),
    "idle: open end": (base._open_end(), lambda text: reads("measure", text)),
    "letter behind money": (money._spaced_letter(), lambda text: text[2:3] in money.LETTERS),
    "more of a number": (codes._goes_on(), lambda text: text[1:2] not in codes.APART),
    "sum": (codes._code_after(), lambda text: text[1:2] not in codes.APART),
    "and a half": (articles._and_fraction(), lambda text: text[1:6].lower() == " and "),
    **{f"rule: {rule.name}": begins(rule) for rule in every_rule().rules if rule.begins and rule.after},
}
# What stands before the digit at the end of a text.
BEFORE: dict[str, tuple[re.Pattern[str], Callable[[str], object]]] = {
    "aged": (ages._aged(), lambda text: ages._may_end(last_word(text, len(text) - 1), ages.AGED_ENDS)),
    "lived": (ages._lived(), lambda text: ages._may_end(last_word(text, len(text) - 1), ages.LIVED_ENDS)),
    "name and comma": (ages._name_comma(), lambda text: text.startswith(", ", len(text) - 3)),
    "sign": (numbers.patterns().minus, lambda text: text[:-1].lower().endswith(numbers.SIGN_ENDS)),
    "minus before money": (money._minus(), lambda text: text[:-1].lower().endswith(money.MINUS)),
    "by a factor": (count._factor(), lambda text: "factor" in text.lower()),
    "a year or": (durations._thing_or(), lambda text: text[:-1].lower().endswith(" or ")),
    "an hour and": (articles._article_unit(), lambda text: re.search("an? ", text.lower())),
    "statistic": (statistics._before(), lambda text: statistics.TELLING & words_of(text)),
    "statistic's last word": (statistics._before(), lambda text: statistics._may_end(text, len(text) - 1)),
    "from": (joints._from(), lambda text: not joints._is_apart(text, len(text) - 1)),
    "from a peak": (joints._from_extreme(), lambda text: not joints._is_apart(text, len(text) - 1)),
    "by": (joints._by(), lambda text: not joints._is_apart(text, len(text) - 1)),
    "name of a statistic": (
        statistics._before(),
        lambda text: words_of(text[-1 - statistics.TIED :]) & statistics.TELLING,
    ),
    "subject of a statistic": (statistics._subject(), lambda text: statistics.SUBJECTS & words_of(text)),
    **{f"rule: {rule.name}": ends(rule) for rule in every_rule().rules if rule.ends and rule.before},
}


@pytest.mark.parametrize("name", BEHIND)
@quickly
@given(st.data())
def test_behind_a_number(name: str, data: st.DataObject) -> None:
    pattern, look = BEHIND[name]
    begun = pattern.pattern.removeprefix(r"(?<=\d)")  # which Hypothesis cannot look back for
    behind = re.compile(rf"\A5(?:{begun})", pattern.flags)
    text = data.draw(st.from_regex(behind, alphabet=LETTERS))
    assume(pattern.match(text, 1))
    assert look(text)


@pytest.mark.parametrize("name", BEFORE)
@quickly
@given(st.data())
def test_before_a_number(name: str, data: st.DataObject) -> None:
    pattern, look = BEFORE[name]
    text = data.draw(st.from_regex(pattern, alphabet=LETTERS)) + "5"
    assume(pattern.search(text, 0, len(text) - 1))
    assert look(text)


@pytest.mark.parametrize("phrase", [phrase for phrase in names.PHRASES if "(?<" not in phrase])
@quickly
@given(st.data())
def test_set_phrases(phrase: str, data: st.DataObject) -> None:
    pattern = re.compile(phrase, re.IGNORECASE)
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=LETTERS)) + " they say"
    table = Table(rule for rule in names.HARD if rule.holds is names._is_in_phrase)
    for number in scan(text):
        assert table.left(number, text) or not names._is_in_phrase(number, text)


@pytest.mark.parametrize("word", years.DATED)
def test_years(word: str) -> None:
    for year in (1066, 1499, 1815, 2021):
        text = f"It was so{word}{year}"
        assert not years._counter_before().search(text, 0, len(text) - 4)
        assert years._stands_as_year(year, scan(text)[-1], text)


@quickly
@given(st.from_regex(joints._change(), alphabet=LETTERS))
def test_changes(before: str) -> None:
    assume(len(before) <= 48)
    assert joints.changes(before, len(before))


@quickly
@given(st.from_regex(joints._links(), fullmatch=True, alphabet=LETTERS))
def test_joints(between: str) -> None:
    assume(len(between) <= 40)
    assert joints.link(f"5{between}6", 0, 1, 1 + len(between))


@quickly
@given(st.from_regex(compounds._plus_minus(), fullmatch=True, alphabet=LETTERS))
def test_tolerances(between: str) -> None:
    assert compounds._is_plus_minus(between)


@pytest.mark.parametrize("passage", EVERY, ids=lambda passage: passage.name)
@quickly
@given(st.data())
def test_passages(passage: Passage, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(passage.pattern, alphabet=LETTERS))
    stretches = passages(text, words_of(text))
    for start, end in found_in(passage, text):
        assert any(first <= start and end <= last for first, last in stretches)


@pytest.mark.parametrize("pattern", [scales._bracketed(), scales._heading()], ids=["in brackets", "heading"])
@quickly
@given(st.data())
def test_scales(pattern: re.Pattern[str], data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=LETTERS))
    assert scales.may_state_scale(text, words_of(text))


@quickly
@given(st.from_regex(durations._clocked(), alphabet=LETTERS))
def test_clocks(text: str) -> None:
    assert not [*durations.clocked(text)] or not durations.CLOCK_SYMBOLS.isdisjoint(words_of(text))


@quickly
@given(st.text("0123456789.,:/-–~'^*eE \u2009⁄⁻²x", min_size=1, max_size=16))
def test_plain_numbers(text: str) -> None:
    for begin in tokens._begins(ascii_only=False).finditer(text):
        cluster = tokens._clusters().match(text, begin.start())
        assert begin.lastgroup is None or (cluster is not None and cluster.span() == begin.span())


@quickly
@given(st.from_regex(ones._one(), alphabet=LETTERS))
def test_ones(text: str) -> None:
    assert ones.may_hold_one(text, words_of(text))


@pytest.mark.parametrize("corpus", sorted(CORPORA.glob("*.jsonl")), ids=lambda path: path.stem)
def test_idle_parsers(corpus: Path) -> None:
    for found in re.findall(r'"text": ("(?:[^"\\\\]|\\\\.)*")', corpus.read_text(encoding="utf-8")):
        text = json.loads(found)
        context = Context(text, Units.default())
        for number in scan(text):
            idle = idle_parsers(number, context)
            assert [one for one in DEFAULT_PARSERS if type(one) in idle and one.parse(number, context)] == []


def test_no_idle_parser_of_others_making() -> None:
    """A parser made from one of ours may read more than it; none need be hashable."""

    @dataclass
    class Tally(MoneyParser):
        name: str = "tally"

        def parse(self, number: Number, context: Context) -> Quantity | None:
            return quantity_of(number, context, self.kind)

    found = recognize("5 boats", (Tally(), *DEFAULT_PARSERS), Units.default())
    assert [quantity.kind for quantity in found] == ["money"]
