"""Numbers that are times: dates, years, decades, eras, fiscal periods; each way in a row of its own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.clocks import WEEKDAY
from claimx.not_claims.nouns import COUNTED, counts_after
from claimx.not_claims.rules import Rule, words
from claimx.not_claims.years import counts_behind_comma, is_year, is_year_in_words

if TYPE_CHECKING:
    from claimx.scan import Number

MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?)"
)
MONTHS = words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov",
    "november dec december",
)
ANY_MONTH = f"(?:{MONTH}|{MONTH.upper()})"
A_MONTH = rf"(?<![A-Za-z]){ANY_MONTH}\.?"
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
ERA = r"(?:B\.?C\.?E?\.?|BCE?|A\.?D\.?|C\.E\.|CE|AH|BP)"


def _dated_month(number: Number, text: str) -> bool:
    """Whether a number behind a month is its day or year: not "In May 40 people left", but "the May 4 talks"."""
    if not counts_after(number, text):
        return not counts_behind_comma(number, text)
    return number.value is not None and number.value <= 31 and not _plain_month().search(text, *_back(number, 14))


@cache
def _plain_month() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){MONTH}\.? \Z")


def _back(number: Number, reach: int) -> tuple[int, int]:
    return max(0, number.start - reach), number.start


def _is_lifetime(number: Number, text: str) -> bool:
    """Whether somebody may have lived from this year to the one behind the dash."""
    match = _later_year().match(text, number.end)
    return match is not None and number.value is not None and 15 < int(match[1]) - number.value < 110


@cache
def _later_year() -> re.Pattern[str]:
    return re.compile(r" ?[-–] ?([0-9]{3,4})")


DATES = (
    Rule(
        "decade",
        "decade",
        "“1990s”, “the '90s”, “the 1980's”, but not “it took 90s”",
        begins=words("'s ’s s"),
        touched=True,
        after=r"['’]?s(?![^\W_])",
        unless_before=r"\b(?:took|takes?|lasts?|lasted|waits?|waited|within|every) ",
        form="digits",
        hard=True,
    ),
    Rule(
        "date",
        "days of a month",
        "“October 19/20”, which is no fraction",
        words=MONTHS,
        form="fraction",
        before=rf"{A_MONTH} ",
        unless=" of ",
        hard=True,
    ),
    Rule(
        "date",
        "the date of a thing",
        "“the Sept. 11 attacks”, “an August 2 letter”",
        words=MONTHS,
        before=rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ll]ast|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) {A_MONTH} ",
        number="[0-9]{1,2}",
        least=1,
        most=31,
    ),
    Rule(
        "date",
        "behind a month",
        "“July 9”, “Sept. 12”, “May 5, 2012”, “August 3-5”, “Tuesday the 4th”",
        words=MONTHS
        | words(
            "the of year and to or mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat "
            "saturday sun sunday"
        )
        | {""},
        before=rf"{A_MONTH}(?:,? (?:the |of (?:the year )?)?| {DAY}(?:,? ?| ?[-–&] ?| and | to | or )|"
        rf"[-/ ](?:[0-9]{{1,2}}[-/])?)|(?:{WEEKDAY}),? (?:the )?",
        number="[0-9]+|[A-Za-z].*",
        least=1,
        most=2199,
        holds=_dated_month,
        reach=24,
    ),
    Rule(
        "date",
        "before a month",
        "“9 July 2024”, “the 17 of October”, “3 to 9 April”",
        number="[0-9]+|[A-Za-z].*",
        begins=MONTHS | words("of – - & and to or 0"),
        after=rf"(?:[- ]| of ){ANY_MONTH}(?![a-z])|(?: ?[-–&] ?| and | to | or ){DAY} {ANY_MONTH}(?![a-z])",
        most=31,
    ),
    Rule(
        "date",
        "era behind",
        "“500 BC”, “79 AD”, “from 1200 to about 400 BCE”",
        number="[0-9]+|[A-Za-z].*",
        begins=words("to until and or – - ad a.d. ah bc b.c. bp ce c.e. 0"),
        after=rf"(?:(?: to| until| and| or| ?[-–])(?: about| around| c\.)? ?[0-9]{{1,5}})? ?{ERA}(?![\w])",
    ),
    Rule(
        "date",
        "era or period before",
        "“AD 79”, “FY24”, “Q3”, “fiscal 2027”",
        words=words("ad a.d ah fy q h cy fiscal year") | {""},
        ends=words("ad .d d. ah y fy' q h fiscal year"),
        before=r"(?<![A-Za-z])(?:A\.?D\.? ?|AD |AH |FY ?|Q|H|CY ?|[Ff]iscal |[Ff]iscal year |[Ff]inancial year |FY')",
        reach=16,
    ),
    Rule(
        "date",
        "circa",
        "“c. 347”, “ca. 1340”, “circa 900”, where nothing is counted",
        words=words("c ca circa") | {""},
        ends=words("c. ca. circa"),
        before=r"(?<![A-Za-z])(?:c\. ?|ca\. ?|circa )",
        unless=COUNTED,
        reach=8,
    ),
    Rule(
        "date",
        "life dates",
        "“(d. 735)”, “(fl. 650)”, “(r. 871-899)”",
        words=words("b d r c fl ca born died reigned") | {""},
        before=r"\((?:[bdrc]|fl|ca|born|died|reigned)\.? (?:c\. ?)?",
        number="[0-9]{2,4}",
        unless=COUNTED,
        reach=14,
    ),
    Rule(
        "date",
        "month in Roman numerals",
        "“on 9.ii.1933”",
        number="[0-9]{1,2}",
        begins=words("."),
        after=r"\. ?[ivx]{1,4}\. ?(?:[0-9]{4}|[0-9]{2})\b",
    ),
    Rule(
        "date",
        "lifetime",
        "“St. Augustine (354-430)”",
        number="[1-9][0-9]{2,3}",
        begins=words("– -"),
        before=r"[A-Z][a-z]+ \((?:c\. ?)?",
        after=r" ?[-–] ?[1-9][0-9]{2,3}\)",
        words=words("c") | {""},
        holds=_is_lifetime,
    ),
    Rule(
        "date",
        "numbered day",
        "“on day five”, “in week 6”, “by month 14”",
        words=words("day days week weeks month months year years hour lap mile round visit stage"),
        before=r"(?:\b|(?=,))(?:on|in|at|by|from|until|after|before|since|around|of|through|and|to|the|,)(?: the)? "
        r"(?:day|week|month|year|hour|lap|mile|round|visit|stage)s? ",
        unless=rf"{COUNTED}|[-–](?:day|week|month|year|hour)| (?:percent|per cent|of|or more|times)\b",
        reach=24,
        caseless=True,
    ),
)
YEARS = (
    Rule(
        "year",
        "year of a coin",
        "“a 1933 penny”",
        number="1[0-9]{3}|20[0-9]{2}",
        hard=True,
        begins=words("penny cent dime nickel shilling sovereign guinea farthing florin crown krona"),
        after=r" (?:penny|cent|dime|nickel|shilling|sovereign|guinea|farthing|florin|crown|krona)\b",
    ),
    Rule(
        "year",
        "year in words",
        "“nineteen eighty-four”, “two thousand and eight was the year”",
        form="words",
        holds=is_year_in_words,
    ),
    Rule("year", "short year", "“the summer of '69”", number="[0-9]{2}", before="['’‘]", ends=words("' ’ ‘")),
    Rule(
        "year",
        "year",
        "“in 2019”, “the 1987 storm”, but not “1500 people”",
        form="digits",
        holds=is_year,
        number="[0-9]{4}",
    ),
    Rule(
        "year",
        "year of a work",
        "“the survey of 1086”, “a charter of 716”, “the council of 325”",
        words=words("of"),
        before=r"\b(?:charter|council|synod|edict|treaty|battle|siege|revolt|eruption|plague|earthquake|famine|"
        r"[Tt]he (?:survey|census|law|year|flood|fire|winter|summer|spring|autumn|events|coinage|schism)) of ",
        number="[1-9][0-9]{2,3}",
        unless=COUNTED,
        reach=28,
    ),
    Rule(
        "year",
        "ancient year at the head of a clause",
        "“In 412 Lucian sailed home”, “In 622 the prophet left”",
        words=words("in"),
        number="[1-9][0-9]{2}",
        after=r"(?=, (?:he|she|they|the|it)\b| (?:he|she|they|the|his|her)\b| [A-Z][a-z]+ [a-z]+(?<!s)\b)",
    ),
    Rule(
        "year",
        "ancient year",
        "“died in 973”, “began in 218 with the fall of …”, “the war dragged on until 241”",
        words=words("in until till"),
        number="[1-9][0-9]{2}",
        before=r"\b(?:born|died|killed|founded|built|rebuilt|begun|began|finished|completed|crowned|elected|consul|"
        r"consecrated|conquered|captured|sacked|burn(?:ed|t)|destroyed|fell|ruled|reigned|[Ww]ars?|battle|[Ee]mperor|"
        r"[Kk]ing|[Qq]ueen|[Pp]ope|[Bb]ishop|abbot|[Ee]mpire|ended|came|abdicated|defeated|invaded|siege|treaty|"
        r"arrived|"
        r"crossed|converted|baptised|deposed|murdered|victory|attended|dragged on|"
        r"wrote|written|composed|preached)\b[^.;:\n]{0,40}? "
        r"(?:[Ii]n|until|till) ",
        after=r"(?=[.,;:)](?!\d)|\Z| (?:with|by|at|the|and|he|she|it|after|when|under|from|during|but|as|on)\b)",
        unless=COUNTED,
        reach=72,
    ),
)
RULES = (*DATES, *YEARS)
