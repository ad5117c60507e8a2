"""Numbers that are times: clock times, dates, years, decades, eras, fiscal periods; each way in a row of its own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

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
WEEKDAY = "(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?"
HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
ZONE = "(?:GMT|UTC|ET|EST|EDT|PT|PST|PDT|CST|CDT|MST|BST|CET|CEST|EET|IST|JST)"
DAYTIME = (
    r"(?:in the (?:early )?(?:morning|afternoon|evening)|at night|sharp|tonight|this (?:morning|afternoon|evening)|"
    rf"tomorrow|every (?:single )?(?:morning|evening|night|day|{WEEKDAY})|on {WEEKDAY}s?|local time)\b"
)
AT = r"(?:at|by|before|until|till|after|from|around|about|past)(?: about| around| exactly| nearly)? "
CLAUSE_END = r"(?=[;:!?)\"”]|,(?! ?\d)|\.(?!\d)|\Z| (?:and|but|when|while|as|because)\b)"
# What people and trains do at an hour; "open", "start" and the like may also be said of prices.
HOURLY = (
    r"(?:arriv(?:e[sd]?|ing)|depart(?:s|ed|ing)?|lea(?:ve|ves|ving)|left|w[ao]ke(?:s|n)?(?: up)?|get(?:s|ting)? up|"
    r"got up|"
    r"din(?:e[sd]?|ing)|quarrelled|breakfast(?:ed|s)?|lunch(?:ed|es)?|supper|dinner|met|meet(?:s|ing)?|asleep|to bed|"
    r"call(?:ed|s)?|came|come[s]?|return(?:ed|s)?|land(?:ed|s)?|kick(?:ed|s)? off|kick-off|sail(?:ed|s)?|shut(?:s)?|"
    r"opens?|closes?|begins?|"
    r"joins?|rises?|rose|eats?|ate|sleeps?|slept|back|home|there|here|due|ready|"
    r"(?:is|was|be|were)(?: just| already| well)?(?= past))"
)
DUE = "(?:back|home|there|here|due|ready|arrive[sd]?|leaves?|left|return(?:ed|s)?|in bed|done|over|sleeps?|asleep)"
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


CLOCK = (
    Rule(
        "clock",
        "am or pm",
        "“5 pm”, “8 a.m.”, “six o'clock”, “ten-past-five”",
        begins="APNOHapnohGUECMBIJ-",
        after=rf" ?(?:[ap]\.m\b|[ap]m\b|o['’]clock|noon\b|hrs? {ZONE}\b|(?-i:{ZONE}\b))|"
        rf"-past-|-to-{HOUR}(?=\s*(?:[.,;!?]|\Z)| (?:on|in|this)\b)",
        caseless=True,
        hard=True,
    ),
    Rule(
        "clock",
        "hour before another",
        "the first hour in “from 3 to 5 pm”, “open 9 to 5 p.m.”, “from 9.00 until 17.30”",
        number="[0-9]{1,2}(?:[.:][0-5][0-9])?",
        after=r" (?:(?:to|until|till|and|or) [0-9]{1,2}(?:[.:][0-5][0-9])? ?(?:[ap]\.m\b|[ap]m\b)|"
        r"(?:until|till) [0-9]{1,2}[.:][0-5][0-9]\b)",
        caseless=True,
        hard=True,
        most=24,
    ),
    Rule(
        "clock",
        "hours of a soldier",
        "“at 1700 hours”, “by 0630 hours”",
        words=words("at by from until till to before after around about"),
        number="(?:[01][0-9]|2[0-3])[0-5][0-9]",
        after=r" (?:hours|hrs)\b(?! of)",
        hard=True,
    ),
    Rule(
        "clock",
        "minutes past",
        "the hour in “half past five”, “quarter to nine”, “ten to six”",
        words=words("past to"),
        before=r"\b(?:(?:half|five|ten|twenty|twenty-five|[0-9]+)(?: minutes?)? past|quarter (?:past|to)|"
        r"(?:[0-9]+|five|ten|twenty|twenty-five) minutes to) ",
        caseless=True,
        hard=True,
        least=1,
    ),
    Rule(
        "clock",
        "past the hour",
        "the minutes in “ten past ten”, “five to midnight”, “at 5, 25 and 45 past the hour”",
        after=rf"(?:, [0-9]+)*(?:,? (?:and|or) [0-9]+)? (?:minutes )?past (?:the|every|each) hour\b| past {HOUR}\b|"
        r" (?:past|to) (?:midnight|noon)\b",
        caseless=True,
        hard=True,
        most=59,
    ),
    Rule(
        "clock",
        "time of day",
        "“at nine in the morning”, “by 6 every evening”, “from 5 on Fridays”",
        words=words("at by before until till after from around about past near to"),
        before=rf"\b{AT}",
        after=rf" {DAYTIME}",
        caseless=True,
        most=24,
    ),
    Rule(
        "clock",
        "deed at an hour",
        "“we arrived at 5”, “they dine at eight”, “back by seven”, “was past eleven”",
        words=words("at by before until till after around about past"),
        before=rf"\b{HOURLY}(?: \w+)? (?!by ){AT}|\b{DUE}(?: \w+)? by |\b(?:rise[sn]?|rising|rose|awake|up) before ",
        after=rf"{CLAUSE_END}| (?:to|for|with|in|on|or)\b(?! [0-9])",
        unless=r" to (?:[0-9]|[a-z]+ (?:percent|per cent))",
        number=rf"{HOUR}|1[0-2]|[1-9]",
        caseless=True,
        reach=40,
    ),
    Rule(
        "clock",
        "start at an hour in words",
        "“hers starts at ten”, “the shift ended at six”",
        words=words("at"),
        before=r"\b(?:starts?|started|ends?|ended|began|finish(?:es|ed)?|opened|closed) at ",
        after=CLAUSE_END,
        number=HOUR,
        caseless=True,
    ),
    Rule(
        "clock",
        "until an hour",
        "“it was quiet till four”, “nobody spoke until six”, “planned for 10:30, it began at 11”",
        words=words("until till at"),
        before=r"\b(?:until|till) |[0-9]:[0-5][0-9],? (?:\w+ ){0,3}at ",
        after=CLAUSE_END,
        number=rf"{HOUR}|1[0-2]|[1-9]",
        caseless=True,
    ),
    Rule(
        "clock",
        "point in a timetable",
        "“the 6.42 from Leeds”, “on the 7.15”, “leaves at 8.10”",
        words=words("the at until till"),
        number=r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]",
        before=r"\b(?:(?:on|catch|caught|take|took|miss(?:ed)?|board(?:ed)?) the|"
        r"(?:leaves?|left|departs?|departed|arrives?|arrived|opens?|closes?|kicks? off|starts?|ends?|begins?) at|"
        r"until|till) ",
    ),
    Rule(
        "clock",
        "train by its time",
        "“the 6.42 from Leeds”, “the 17.04 service”",
        words=frozenset({"the"}),
        number=r"(?:[01]?[0-9]|2[0-3])\.[0-5][0-9]",
        after=r" (?:(?:from|to|out of) [A-Z]|"
        r"(?:train|bus|ferry|service|flight|crossing|sailing|bulletin|coach|tram)\b|is the one\b)",
    ),
    Rule(
        "clock",
        "hour of a day",
        "“service Saturday at 11.”, “see you tomorrow at 8”",
        words=words("at"),
        number=rf"{HOUR}|1[0-2]|[1-9]",
        before=rf"\b(?:{WEEKDAY}|[Tt]omorrow|[Tt]onight) at ",
        unless_before=r"\b(?:clos|trad|end|finish|pric|open|settl|stand|stood|valu|fix)[^.;]{0,20} at ",
        after=CLAUSE_END,
        reach=40,
    ),
    Rule(
        "clock",
        "to strike",
        "“the clock struck one”",
        words=words("struck strikes chimed chimes"),
        number=HOUR,
        before=r"\b(?:struck|strikes|chimed|chimes) ",
        after=CLAUSE_END,
        caseless=True,
    ),
    Rule(
        "clock",
        "about to strike",
        "“he waited for twelve to strike”",
        form="words",
        number=HOUR,
        after=r" to (?:strike|chime)\b(?! out)",
    ),
)
DATES = (
    Rule(
        "decade",
        "decade",
        "“1990s”, “the '90s”, “the 1980's”, but not “it took 90s”",
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
            "the of year and to or on mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat "
            "saturday sun sunday"
        )
        | {""},
        before=rf"{A_MONTH},? (?:the |of (?:the year )?)?|{A_MONTH} {DAY}(?:,? ?| ?[-–&] ?| and | to | or )|"
        rf"{A_MONTH}[-/ ](?:[0-9]{{1,2}}[-/])?|(?:{WEEKDAY}),? (?:the )?",
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
        after=rf"(?:[- ]| of ){ANY_MONTH}(?![a-z])|(?: ?[-–&] ?| and | to | or ){DAY} {ANY_MONTH}(?![a-z])",
        most=31,
    ),
    Rule(
        "date",
        "era behind",
        "“500 BC”, “79 AD”, “from 1200 to about 400 BCE”",
        number="[0-9]+|[A-Za-z].*",
        begins="tuao-–ABC",
        after=rf"(?:(?: to| until| and| or| ?[-–])(?: about| around| c\.)? ?[0-9]{{1,5}})? ?{ERA}(?![\w])",
    ),
    Rule(
        "date",
        "era or period before",
        "“AD 79”, “FY24”, “Q3”, “fiscal 2027”",
        words=words("ad a.d ah fy q h cy fiscal year") | {""},
        before=r"(?<![A-Za-z])(?:A\.?D\.? ?|AD |AH |FY ?|Q|H|CY ?|[Ff]iscal |[Ff]iscal year |[Ff]inancial year |FY')",
        reach=16,
    ),
    Rule(
        "date",
        "circa",
        "“c. 347”, “ca. 1340”, “circa 900”, where nothing is counted",
        words=words("c ca circa") | {""},
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
        after=r"\. ?[ivx]{1,4}\. ?(?:[0-9]{4}|[0-9]{2})\b",
    ),
    Rule(
        "date",
        "lifetime",
        "“St. Augustine (354-430)”",
        number="[1-9][0-9]{2,3}",
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
        after=r" (?:penny|cent|dime|nickel|shilling|sovereign|guinea|farthing|florin|crown|krona)\b",
    ),
    Rule(
        "year",
        "year in words",
        "“nineteen eighty-four”, “two thousand and eight was the year”",
        form="words",
        holds=is_year_in_words,
    ),
    Rule("year", "short year", "“the summer of '69”", number="[0-9]{2}", before="['’‘]", words=frozenset({""})),
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
RULES = (*CLOCK, *DATES, *YEARS)
