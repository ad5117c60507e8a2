"""Stretches of text whose numbers are none: citations, line-ups, listings, phone numbers, what is dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# A pattern, and what a text must hold one of for it to be worth a search; nothing if that is not known.
Rule = tuple[tuple[str, ...], re.Pattern[str]]


def passages(text: str) -> list[tuple[int, int]]:
    """Where such stretches begin and end, in order.

    >>> text = "See 393 U.S., at 508. To ask a question, press star 1. Dial 112."
    >>> [text[start:end] for start, end in passages(text)]
    ['393 U.S., at 508', 'star 1', 'Dial 112']
    """
    rules = (*_citations(), *_codes(), *_lists())
    patterns = [pattern for needles, pattern in rules if not needles or any(needle in text for needle in needles)]
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    return _apart(sorted([*found, *_line_ups(text)]))


def _apart(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with those that overlap made one."""
    apart: list[tuple[int, int]] = []
    for start, end in stretches:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _line_ups(text: str) -> Iterator[tuple[int, int]]:
    """As in "1 Hale; 2 Braathen, 5 Ncube": numbers on shirts, unless what stands behind them is plural ("2 Danes")."""
    for match in _line_up().finditer(text):
        names = re.findall(r"[\w'’-]+(?=[,;]|\Z| \()", match[0])
        if 2 * sum(name.endswith(("s", "ese", "men")) for name in names) < len(names):
            yield match.span()


@cache
def _citations() -> tuple[Rule, ...]:
    """Case law, statutes and rules, references in brackets, the year and page of a work."""
    page = r"\*?\d{1,5}(?:[-–]\d{1,5})?"
    more = rf"(?:, (?:at |n\. ?)?{page}(?![\w%]| (?:of |[a-z-]+ )?[a-z-]+[^s\W]s\b))*"
    item = r"\d[\w.:–-]*(?:\(\w{1,4}\))*"
    reporter = r"(?:[A-Z][A-Za-z]{0,8}\. ?|[23]d |[4-9]th ){1,5}"
    abbreviations = "Proc|Civ|Crim|Evid|Amdt|Const|Ann|Tit|Cl|Ord|Regs?|Stat|Dkt|Arg|Decl|Compl|Exhs?|Exs?|P|Op"
    named = (
        r"pp?\b|[Cc]h|[Ss]ec|§|[Ff]ig|[Ee]q|[Tt]h|[Ll]em|[Pp]rop|[Cc]or|[Dd]ef|[Vv]ol|n\.|[Aa]rt|[Nn]o|\d{1,2}(?!\d)"
    )
    return (
        ((), re.compile(rf"[0-9](?<![\w.,$£€-][0-9])\d{{0,3}} {reporter},? ?(?:at )?{page}(?![\w%]){more}")),
        (
            (" at ",),
            re.compile(rf"(?<!\w)(?:[Ii]d\.|[Ii]bid\.|(?:supra|infra|ante|post|slip op\.),),? at {page}{more}"),
        ),
        (("§",), re.compile(rf"§§? ?[A-Z]?{item}(?:(?:, | and |, and | to | or )(?:§ ?)?{item}(?! [a-z]))*")),
        ((), re.compile(rf"(?<![\w.])(?:{abbreviations})\. (?:Nos?\. ?|¶+ ?)?{page}(?![\w%])")),
        (("[",), re.compile(rf"\[\*?\d{{1,4}}(?:[–-]\d{{1,4}})?(?:\]|[,;] ?(?:{named})[^\]\[\n]{{0,40}}\])")),
        ((")", ";"), re.compile(rf"[12](?<!\w[12])\d{{3}}[a-z]?[,:] ?{page}(?=[);])")),
        (("(",), re.compile(r"\((?:[A-Z][\w'’]+ ){1,6}\w+, (?:1[5-9]|20)\d\d\)")),
    )


@cache
def _codes() -> tuple[Rule, ...]:
    """What is dialled, pressed or typed, and the numbers that documents and accounts go by."""
    dialled = r"(?:[Dd]ial|[Pp]ress)(?:ed|ing|s|es|led|ling)?|[Ss]tar"
    typed = "[Pp]asscode|[Pp]assword|PIN|(?:[Aa]ccess|[Mm]eeting|[Cc]onference) (?:ID|code)"
    spoken = r"(?=#|[.,;:!?)](?!\d)|\Z| (?:to|and|or|for|on|now|if|at)\b)"
    callers = r"(?= (?:calls?|callers?|operators?|dispatch\w*|emergency|system|tapes?)\b)"
    town = r" [A-Z][a-z]+(?<!s)(?:[.,;)\n]|\Z)"
    return (
        (("ial", "ress", "tar "), re.compile(rf"(?<!\w)(?:{dialled}) \d{{1,6}}(?!\d){spoken}")),
        (("all",), re.compile(r"(?<!\w)[Cc]all(?:ed|ing|s)? (?:911|999|112|101|111|988|[2-8]11)(?!\w)")),
        (("911", "999"), re.compile(rf"(?<!\w)(?:911|999){callers}")),
        (("ass", "PIN", "ccess", "eeting", "onference"), re.compile(rf"(?<!\w)(?:{typed})(?: is|:|) [\d #-]+")),
        ((), re.compile(r"[0-9](?<![\d$£€.,][0-9])(?:[ -]\d)?\d\d[ -]\d{3}[ -]\d{4}(?![\d,.]*\d)")),
        ((), re.compile(rf"(?<!\w)(?:in|at|,|–) \d{{5}}(?={town})|, [A-Z][a-z]+ \d{{5}}(?![\d,.]*\d)")),
        ((" number",), re.compile(r"(?<=the )[\"“]?\d{3}[\"”]? number\b")),
    )  # fmt: skip


@cache
def _lists() -> tuple[Rule, ...]:
    """Parts of a series, benches of a team, listings of sights, match minutes, clock times, the years of antiquity."""
    title = r"[A-Z][\w'’-]+(?: (?:[a-z]{1,3}|[A-Z][\w'’-]+)){0,5} [A-Z][\w'’-]+"
    scored = "goal|header|penalty|scored|free kick|card"
    ancient = r"[1-9]\d{2}"
    sight = r"(?:See|Do|Buy|Eat|Drink|Sleep)?[ \t]*\d{1,2} [A-Z][^\n,.]{2,60}"
    subject = r"(?=, (?:he|she|they|the|it)\b| (?:he|she|they)\b| [A-Z][a-z]+ [a-z]+(?<!s)\b)"
    times = r"(?:about|around|in|until|c\.|(?:winter|summer|spring|autumn|years) of)"
    return (
        (("-part", " part"), re.compile(r"(?<!\w)[Pp]art (?:\w+) (?:of|in) (?:an?|our|the) \w+[- ]part\b")),
        (("ubs", "ench"), re.compile(r"(?<!\w)(?:[Ss]ubs|[Ss]ubstitutes|[Bb]ench)(?: [a-z]+)?: [^.\n]{0,200}")),
        ((), re.compile(rf"(?m)^{sight}, [A-Z][^\n.]{{2,40}} \d{{1,4}}[a-z]?(?=[,.])")),
        ((), re.compile(rf"(?m)^[ \t]*\d{{1,2}} {title}\.(?= [A-Z]|\n)")),
        (("-for-",), re.compile(r"(?<![\w-])\w+-for-\w+(?!\w)")),
        (
            ("'", "’", "′"),
            re.compile(rf"(?<![\d'’])\d{{1,3}}(?:\+\d)?['’′](?![\w\"”’'])(?=[^\n]{{0,80}}\b(?:{scored})\b)"),
        ),
        ((":",), re.compile(r"[0-9](?<![\d:][0-9])\d?:\d\d (?:or|and|to|until) \d{1,2}(?![\d:%]| [a-z]+s\b)")),
        (("In ", "in "), re.compile(rf"(?<!\w)[Ii]n {ancient}{subject}")),
        ((), re.compile(rf"(?<!\w){times} (?!\d\d0 ?[-–] ?\d\d0){ancient} ?[-–] ?{ancient}(?=[,.;)])")),
        ((" year ",), re.compile(r"(?<!\w)(?:in|by|of|since|from|until) (?:the )?year \d{1,4}(?![\d,.]*\d|-)")),
        (("4 x 4",), re.compile(r"(?<![\w.])4 x 4(?![\w.])")),
    )  # fmt: skip


@cache
def _line_up() -> re.Pattern[str]:
    name = r"[0-9]\d? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: \([^()\n]{1,30}\))?"
    first = name.replace("[0-9]", r"[0-9](?<![\w.,][0-9])")
    return re.compile(rf"{first}[,;] (?:{name}[,;] ){{1,40}}{name}")
