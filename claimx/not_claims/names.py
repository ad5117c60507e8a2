"""Numbers inside names, set phrases and compounds, and the pronoun "one"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimx.not_claims.label_words import FUNCTION_WORDS
from claimx.not_claims.labels import SENTENCE_START
from claimx.not_claims.nouns import counts_after
from claimx.not_claims.rules import MOST_KEPT, Rule, words
from claimx.units.tables import data_lines

if TYPE_CHECKING:
    from claimx.scan import Number

FEW = 2  # characters behind a number, by which the well-known names are found
COMPOUNDS = words(
    "party way off time under par hand handed hands fold dimensional pronged faced edged track tracked thirds",
    "liner minded size sizes fits night nighter trick on to up down step over some somes something timer whammy digit",
    "digits play click touch horse pointer by percenter tone tiered ply hander pointers in ways twos ball poster",
)
SOLEMN = (  # what a capitalised measure is part of the name of: "Seven Years' War", "Eight Mile Road"
    "(?:War|Wars|Island|Islands|Road|Wood|Woods|House|Creek|Beach|Lake|Hill|Club|Bridge|River|Bay|Point|Plain|Plains|"
    "Ranch|Falls|Rock|Campaign|March|Reich|Rule|Siege|Battle|Nails|Desert|Highway|Stadium|Walk|Camp|Limit)"
)
UNIT_IN_NAME = "(?:Years?|Days?|Weeks?|Months?|Hours?|Minutes?|Miles?|Inch|Foot|Feet|Acres?|Yards?|Pounds?|Ton)"

SUBJECT = "(?:he|she|it|they|we|I|you|a|the)"
LATER = "(?:be|become|soon|in|when|as|last|an|my|his|her|our|their|this|every|all|someone|people)"
# Set phrases, each whole, with the number that it is asked for; they match in any case.
PHRASES = (
    "9/11", "7/7", "24/7", "24/7/365", "50/50", "50-50", "20/20", "catch[- ]22", "9-to-5", "fifty-fifty",
    "third[- ]part(?:y|ies)", "one another", "no[- ]one", "every ?one", "four-letter", "any ?one",
    "half[- ](?:time|brother|sister|life|way|hearted|term|dead|full|empty|baked)",
    "double[- ](?:digits?|check(?:ed|ing)?|standards?|click(?:ed)?|edged|decker|agent)",
    "double[- ](?:bass|down|up|header|take|room|bed)",
    "(?:single|triple|double|two|three|four|five|six)[- ]digits?", "near[- ]zero", "close to zero", "first half",
    "second half", "other half", "better half", "at one (?:point|time)", "one at a time", "one by one", "one on one",
    "one-on-one", "one-to-one", "one to one", "two by two", "on all fours", "back to square one", "square one",
    "day one", "one thing", "for one thing", "one and only", "one and the same", "one or other", "one or the other",
    "one way or another", "rule of thumb", "cloud nine", "six feet under", "third[- ]world", "fifth amendment",
    "third reich", r"twice an?(?! (?:minute|hour|day|night|week|month|year|season|decade|game)\b)", "twenty-twenty",
    "two-thirds world", "four-by-four", "two-by-four", "two cents", "one-way", "at sixes and sevens", "nine to five",
    "nine-to-five", "zero-sum", "ground zero", "net[- ]zero", "sub-zero", "patient zero", "zero[- ]tolerance",
    "zero[- ]day",
    "one (?:fine|bright|dark|cold|rainy|sunny|stormy|summer|winter|spring|autumn) (?:day|morning|evening)",
    "one (?:fine|bright|dark|cold|rainy|sunny|stormy|summer|winter|spring|autumn) (?:night|afternoon)",
    rf"(?<!\ba )one day\b(?=[, ](?:(?:and )?{SUBJECT}\b|{LATER}\b|,))(?! (?:a|per) (?:day|week|month|year)\b)",
)  # fmt: skip
# Before "one", where it is a pronoun: "no one", "the blue one".
ONE_BEFORE = (
    r"\b(?:no|this|that|same|which|every|any|another|the|each|some|a|an|only the|that's|as|my|its|first|last|other|"
    r"number|day|square|phase|latter|former|not|new|good|bad|big|little|right|wrong|old|young|"
    r"(?:an?|the|my|his|her|our|your|their|its) (?!\w+ing\b)[a-z]+) ?-?"
)
# Words behind "one" that are no noun or adjective, so that nothing is counted.
ONE_STOPS = (
    "of|another|who|whom|that|which|can|can't|cannot|could|must|should|shall|may|might|will|would|is|isn't|was|wasn't|"
    "were|has|had|hasn't|does|did|do|be|been|and|or|but|nor|if|when|where|while|as|at|by|for|from|in|into|on|onto|out|to|"
    "up|with|without|after|before|about|than|then|so|not|never|also|always|often|the|a|an|this|these|those|it|he|she|"
    "they|we|you|i|his|her|their|thing|i've|gets|needs|wants|knows|sees|says|said|told|just|too|because|since|until|"
    "looks|goes|comes|last (?:thing|question|point|time)|final (?:thing|question|point)|makes|takes|finds|feels|thinks|"
    "hopes|seems|wonders|might've|ought|there|here|now|yet|more time|day|way or|s|et|ever|whose|simply|really|actually|"
    "am|are|being|through|over|under|like|during|against|among|"
    "(?:morning|evening|afternoon|night|summer|winter|spring|autumn) (?:he|she|they|we|I|it|in|when|the)"
)
# Nouns in -s that "one" counts, so that "one … the" is no verb's.
SINGULAR_S = "news|sales|sports|series|species|means|goods|savings|arms|systems|operations|customs|communications|yes"


@cache
def _well_known() -> dict[str, dict[str, list[tuple[str, str, bool]]]]:
    """What stands before and behind a number in the well-known names; whether case matters.

    They are found by the number, and by the first characters behind it.
    """
    found: dict[str, dict[str, list[tuple[str, str, bool]]]] = {}
    for line in data_lines("names.txt"):
        pieces = line.replace("]", "[").split("[")  # every second one is a number
        for at in range(1, len(pieces), 2):
            before, after = "".join(pieces[:at]), "".join(pieces[at + 1 :])
            by_after = found.setdefault(pieces[at].lower(), {})
            by_after.setdefault(after[:FEW].lower(), []).append((before, after, line != line.lower()))
    return found


def is_well_known(number: Number, text: str) -> bool:
    """Whether the number stands in one of the names of `data/names.txt`: "Ocean's Eleven", "forty winks"."""
    start, end = number.start, number.end
    by_after = _well_known()[text[start:end].lower()]
    for before, after, exact in (*by_after.get("", ()), *by_after.get(text[end : end + FEW].lower(), ())):
        if exact:
            stands = text.startswith(after, end) and text.endswith(before, 0, start)
        else:
            near = text[max(0, start - len(before)) : start], text[end : end + len(after)]
            stands = (near[0].lower(), near[1].lower()) == (before, after)
        if stands and not (after[-1:].isalpha() and text[end + len(after) : end + len(after) + 1].isalpha()):
            return True
    return False


def _is_in_phrase(number: Number, text: str) -> bool:
    """Whether the number stands in one of the set phrases: "24/7", "catch-22", "third party", "one another"."""
    surface = text[number.start : number.end].lower()
    phrases = _phrases_with(surface.replace("-", " ").split()[0] if surface[0].isalpha() else surface)
    if phrases is None:
        return False
    begin = max(0, number.start - 20)
    at = number.start - begin
    return any(match.start() <= at < match.end() for match in phrases.finditer(text[begin : number.end + 24]))


@lru_cache(MOST_KEPT)
def _phrases_with(word: str) -> re.Pattern[str] | None:
    """The set phrases that hold a word or number; none for most."""
    phrases = "|".join(phrase for phrase in PHRASES if word in phrase)
    return re.compile(rf"(?<![\w$£€])(?:{phrases})(?!\w)", re.IGNORECASE) if phrases else None


def _is_pronoun(number: Number, text: str) -> bool:
    """As in "one of", "no one", "the one that", "one must": only "one" before a noun is a count."""
    if _one_before().search(text, max(0, number.start - 28), number.start):
        return True
    return not (_out_of().match(text, number.end) or _one_after().match(text, number.end))


@cache
def _one_before() -> re.Pattern[str]:
    return re.compile(rf"{ONE_BEFORE}\Z", re.IGNORECASE)


@cache
def _one_after() -> re.Pattern[str]:
    verb = rf"(?!(?:{SINGULAR_S})\b)[a-z]+[^su\W]s (?:the|a|an|to|that|how|his|her|one's|no|it|not|what|why|if)\b"
    return re.compile(rf" (?!(?:{ONE_STOPS})\b|{verb})(?:[^\W\d_]|\d+-[a-z])|-(?!on-|to-|by-)[a-z]", re.IGNORECASE)


@cache
def _out_of() -> re.Pattern[str]:
    return re.compile(r" out of (?:every )?[\w]")


def _is_compound(number: Number, text: str) -> bool:
    match = _hyphened().match(text, number.end)
    if match is None:
        return False
    return match[1].lower() in COMPOUNDS or (match[1].lower() == "sided" and (number.value or 0) < 3)


@cache
def _hyphened() -> re.Pattern[str]:
    return re.compile(r"-([A-Za-z]+)")


def _is_stray_word(number: Number, text: str) -> bool:
    """A capitalised number word inside a name: "Big Ten", "Air Force One"; a scale word that counts nothing."""
    word = text[number.start : number.end]
    if word.lower() in {"hundred", "thousand", "million", "dozen", "gross", "lac"}:
        return word.lower() in {"gross", "lac"} or not counts_after(number, text)
    if word.lower() == "zero":
        return False
    return word[:1].isupper() and is_name_part(number, text)


def is_name_part(number: Number, text: str) -> bool:
    """Whether a capitalised number word stands inside a name: "Big Ten", "the Seven Sisters".

    >>> from claimx.scan import scan
    >>> [is_name_part(scan(text)[0], text) for text in ("the Big Ten won", "They left. Ten stayed")]
    [True, False]
    """
    if _sentence_start().search(text, max(0, number.start - 6), number.start):
        return False
    before = _capital_before().search(text, max(0, number.start - 24), number.start)
    if before and before[1].lower().rstrip(".,") not in FUNCTION_WORDS:
        return True
    if _capital_after().match(text, number.end):
        return True
    return bool(_small_before().search(text, max(0, number.start - 8), number.start)) and bool(
        _name_ends().match(text, number.end)
    )


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(rf"{SENTENCE_START}\Z")


@cache
def _capital_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])([A-Z][\w'’&.-]*)[ -]\Z")


@cache
def _capital_after() -> re.Pattern[str]:
    return re.compile(r"[ -][A-Z][a-z]")


@cache
def _small_before() -> re.Pattern[str]:
    return re.compile(r"[a-z] \Z")


@cache
def _name_ends() -> re.Pattern[str]:
    return re.compile(r"[.,;:!?)]|\Z| (?:is|was|and|or)\b")


SET_PHRASE = Rule(
    "name",
    "set phrase",
    "“third party”, “one another”, “9-to-5”",
    holds=_is_in_phrase,
    hard=True,
    begins=words(
        "another part letter time brother sister life way hearted term dead full empty baked digit check standard",
        "click edge deck agent bass down up header take room bed at by on to thing and or feet under world",
        "amendment reich twenty fifty 50 fine bright dark cold rainy sunny stormy summer winter spring autumn day",
        "point cents sum tolerance",
    )
    | {"a ", "an "},
)
HARD = (
    SET_PHRASE,
    SET_PHRASE._replace(
        name="end of a set phrase",
        rejects="“catch-22”, “back to square one”, “no one”",
        begins=frozenset(),
        ends=words(
            "no every any near to first second other better square day cloud by on ground net sub patient catch fifty",
            "twenty 50",
        ),
    ),
    SET_PHRASE._replace(
        name="set phrase in digits",
        rejects="“9/11”, “24/7”",
        begins=frozenset(),
        form="fraction",
        number="[0-9]+/[0-9]+",
    ),
    Rule(
        "name",
        "measure in a name",
        "“the Seven Years' War”, “the Six-Day War”, “Eight Mile Road”",
        number=".*[A-Z].*",
        begins=words("A"),
        after=rf"[ -]{UNIT_IN_NAME}['’]? {SOLEMN}\b",
        hard=True,
    ),
    Rule(
        "name",
        "measure in a title",
        "“the film The Five-Year Engagement”",
        words=words("the"),
        before=r"[a-z,] The ",
        number="[A-Z0-9].*",
        after=rf"[ -]{UNIT_IN_NAME}['’]? [A-Z][a-z]+",
        hard=True,
    ),
    Rule(
        "name",
        "three dimensions",
        "“a 3d printer”, “3d orthographic views”",
        number="[23]",
        begins=words("d"),
        touched=True,
        after=r"d (?:(?!to )[a-z]+ )?"
        r"(?:print\w*|models?|images?|views?|graphics|animations?|movies?|films?|scans?|games?|"
        r"rendering|drawings?|effects|worlds?|glasses|shapes?|scenes?)\b",
        hard=True,
    ),
)
WELL_KNOWN = Rule(
    "name",
    "well-known name",
    "“Ocean's Eleven”, “Three Mile Island”, “forty winks” (see data/names.txt)",
    holds=is_well_known,
    hard=True,
    caseless=True,
)
BARE = (
    Rule(
        "pronoun",
        "one",
        "“one of”, “this one”, “the one that sank”, “one must”",
        form="words",
        number="one",
        caseless=True,
        holds=_is_pronoun,
    ),
    Rule(
        "compound",
        "compound",
        "“two-party system”, “one-sided”, “4-hands”, “three-dimensional”",
        begins=words("-"),
        after=r"-[A-Za-z]",
        holds=_is_compound,
    ),
    Rule(
        "word",
        "zero as a verb",
        "“zero in on”, “zeroed out”",
        number="zero|Zero",
        begins=words("in out ed -sum"),
        after=r" in\b| out\b|ed\b|-sum",
    ),
    Rule(
        "word",
        "figures of a sum",
        "“sold for six figures”, “a seven-figure fee”",
        number="[Ff](?:our|ive)|[Ss](?:ix|even)|[Ee]ight|[Nn]ine",
        begins=words("figure"),
        before=r"(?:\b(?:an?|for|in|into|of|the|reach(?:ed|es)?|low|mid|high|top(?:ped|s)?) |\b(?:low|mid|high)-)?",
        after=r"-figures?\b| figures\b(?! (?:of|in|on|from|who|that|and|were|are)\b)",
    ),
    Rule(
        "word",
        "number word in a name",
        "“the Big Ten”, “Air Force One”, “the shop Forty-one”",
        form="words vague",
        holds=_is_stray_word,
    ),
)


def hard() -> tuple[Rule, ...]:
    """The rules that hold for any number; that for well-known names, with the numbers that they hold."""
    return (*HARD, WELL_KNOWN._replace(number="|".join(_well_known())))
