"""Scores, odds, records, pressures and the like, whose numbers stand in no unit but beside each other.

Two numbers that a dash or "to" joins ("2-1", "5 to 4") are told from a range by `pairs.is_score` and
`pairs.is_bare_range`, since it takes both; here stand those that one number gives away by what is beside it.
"""

from __future__ import annotations

from claimx.not_claims.rules import Rule, words

SUITS = "(?:hearts|clubs|diamonds|spades)"
PLAYED = r"\b(?:won|lost|drew|win|lose|draw|beat|beaten|defeated|tied|losing|winning)"
RESULT = r"-(?:nil|love|all|zip)\b| nil(?=[.,;:!?)]|\Z| (?:to|up|down|win|at|after|in|with|against)\b)"

RULES = (
    Rule(
        "score",
        "nil",
        "“two-nil”, “15-love”, “forty-all”",
        begins=words("nil -nil -love -all -zip"),
        after=RESULT,
        unless=r" all\b",
        most=99,
    ),
    Rule(
        "score",
        "wickets",
        "“England were 88 for 6 at lunch”",
        number="[0-9]{1,3}",
        begins=words("for"),
        after=r" for (?:[0-9]|10)(?: at (?:lunch|tea|stumps|the close|drinks)| declared)\b",
    ),
    Rule(
        "score",
        "wickets lost",
        "the 6 in “88 for 6 at lunch”",
        number="[0-9]|10",
        reach=10,
        words=words("for"),
        before=r"\b[0-9]{1,3} for ",
        after=r" (?:at (?:lunch|tea|stumps|the close|drinks)|declared)\b",
    ),
    Rule(
        "score",
        "place in the order",
        "“he bats at three”",
        words=words("at no number"),
        number="[a-z]+|[0-9]{1,2}",
        before=r"\bbat(?:s|ted|ting)? (?:at|[Nn]o\.|number) ",
        reach=20,
    ),
    Rule(
        "score",
        "spaced score",
        "“they lost 1 – 2 to the hosts”",
        number="[0-9]{1,2}",
        before=rf"{PLAYED}(?: \w+){{0,3}} ",
        begins=words("- –"),
        after=r" [-–] [0-9]{1,2}(?=[.,;)]| (?:to|against|in|at|with|on|after)\b)",
        reach=40,
    ),
    Rule(
        "score",
        "end of a spaced score",
        "the 2 in “they lost 1 – 2 to the hosts”",
        number="[0-9]{1,2}",
        before=rf"{PLAYED}(?: \w+){{0,3}} [0-9]{{1,2}} [-–] ",
        after=r"(?=[.,;)]| (?:to|against|in|at|with|on|after)\b)",
        words=frozenset({"", "-"}),
        ends=words("- –"),
        reach=40,
    ),
    Rule(
        "score",
        "mark out of ten",
        "“Score: 8 out of 10”, “Rating: 4 out of 5”, “our verdict: 7 out of 10”",
        number=r"[0-9]{1,2}(?:\.[0-9])?",
        before=r"\b(?:[Ss]core|[Rr]ating|[Vv]erdict|[Mm]arks?): ",
        words=frozenset({""}),
        begins=words("out"),
        after=r" out of (?:5|10|20|100)\b",
    ),
    Rule(
        "score",
        "most of a mark",
        "the 10 in “Score: 8 out of 10”",
        number="5|10|20|100",
        words=words("of"),
        before=r"\b(?:[Ss]core|[Rr]ating|[Vv]erdict|[Mm]arks?): [0-9.]{1,4} out of ",
        reach=40,
    ),
    Rule("score", "card of a suit", "“the seven of hearts”", begins=words("of"), after=rf" of {SUITS}\b"),
    Rule(
        "score",
        "crossword clue",
        "“9 across”, “14 down”",
        number="[0-9]{1,2}",
        begins=words("across down"),
        after=r" (?:across|down)(?=:| (?:filled|was|is|and)\b|[,.](?:\s|\Z))",
        before=r"\b(?:with|is|was|for|at|on|[Cc]lue|solved|and) ",
    ),
)
HARD = (
    Rule(
        "score", "full marks", "“10/10, would go again”", form="fraction", number="10/10|5/5", unless=" of ", hard=True
    ),
    Rule(
        "reading",
        "eyesight",
        "“vision of 6/6”, “20/20 vision”",
        words=words("vision eyesight of is was"),
        before=r"\b(?:[Vv]ision|[Ee]yesight)(?: of| is| was)? ",
        hard=True,
        form="fraction",
        number="[0-9]+/[0-9]+",
    ),
)
