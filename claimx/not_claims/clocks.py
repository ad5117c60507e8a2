"""Numbers that are times of day: clock times and hours at which people do things; each way in a row of its own."""

from __future__ import annotations

from claimx.not_claims.rules import Rule, words

WEEKDAY = "(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
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

RULES = (
    Rule(
        "clock",
        "am or pm",
        "“5 pm”, “8 a.m.”, “six o'clock”, “ten-past-five”",
        begins=words(
            "am a.m. pm p.m. o'clock o’clock noon hr -past -to- gmt utc et est edt pt pst pdt cst cdt mst bst cet cest "
            "eet ist jst"
        ),
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
        begins=words("to until till and or"),
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
        begins=words("hours hrs"),
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
        reach=26,
    ),
    Rule(
        "clock",
        "past the hour",
        "the minutes in “ten past ten”, “five to midnight”, “at 5, 25 and 45 past the hour”",
        begins=words(", and or minutes past to"),
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
        begins=words("in at sharp tonight this tomorrow every on local"),
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
        begins=words("to"),
        after=r" to (?:strike|chime)\b(?! out)",
    ),
)
