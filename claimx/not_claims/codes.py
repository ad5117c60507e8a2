"""Numbers that are parts of codes: identifiers, addresses in the web, phone numbers, coordinates, formulas."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.not_claims.nouns import COUNTED
from claimx.not_claims.rules import Rule, words

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number

PAPERS = (
    "ref|deal|contract|invoice|order|ticket|account|case|claim|file|docket|serial|reference|reservation|booking|policy|"
    "confirmation|tracking|application|permit|licen[cs]e|registration|item|code|passport|badge|pager|office|home|"
    "cell|box|x|incident|pin|phone|flight|docket|warrant|membership|customer|student|employee|extension"
)
CHEMICAL = (
    "hydroxy|methyl|methoxy|methane|ethyl|ethoxy|ethan|propyl|propan|propen|butyl|butan|buten|pentyl|pentan|hexyl|hexan|"
    "hexen|heptyl|heptan|octyl|octan|octen|phenyl|phenol|amino|chloro|bromo|fluoro|iodo|nitro|acetyl|benzyl|benzo"
)
JOINING = "-–‑−~/⁄:.,"  # what two numbers touch at
HYPHENS = frozenset("-–‑")
SUMS = "-–‑/*+="  # what ties numbers to a code or a sum
FREE = frozenset(" \n(")  # before a number, which no code goes on behind
APART = frozenset(("", " ", "%", ")"))  # what ends most numbers, and no code goes on with
ADDRESSING = frozenset(":.@#\\")  # of which every address holds one
FILE_ENDINGS = "com|org|net|gov|edu|uk|io|html?|pdf|docx?|xlsx?|jpe?g|png|gif|zip|py|txt|csv|mp[34]|exe|php|toml|log|gz"


def is_glued(quantity: Quantity, text: str, last_end: int = -1) -> bool:
    """Whether letters or digits touch what was read, so that it is part of something longer: "3D", "A320", "F-16".

    >>> from claimx.claims import Quantity, Span
    >>> is_glued(Quantity(kind="number", text="3", start=0, end=1, number=Span(text="3", start=0, end=1)), "3D film")
    True
    """
    start, end = quantity.start, quantity.end
    if start < last_end or (start and text[start - 1] not in FREE and _is_glued_before(text, start, last_end)):
        return True
    after, last = text[end : end + 1], text[end - 1]
    if after in APART:
        return False
    if after == "i" and _about().match(text, end):
        after = ""
    if (after.isdigit() and last not in "'’′") or (after and (after.isalnum() or after == "_") and last.isalnum()):
        return True
    return after in HYPHENS and last.isdigit() and bool(_hyphened_code().match(text, end))


@cache
def _about() -> re.Pattern[str]:
    """As in "30ish"."""
    return re.compile(r"ish(?![\w-])")


def is_dangling(quantity: Quantity, text: str) -> bool:
    """Whether a number goes on beside what was read, which is part of a code, score, version or phone number then.

    >>> from claimx.claims import Quantity, Span
    >>> five = Quantity(kind="number", text="5", start=2, end=3, number=Span(text="5", start=2, end=3))
    >>> [is_dangling(five, text) for text in ("3-5", "a 5-7", "a 5½", "3 5")]
    [True, True, True, False]
    """
    start, end = quantity.start, quantity.end
    is_apart = text[end : end + 1] in APART
    if is_apart and (not start or text[start - 1] in FREE):
        return False
    if not is_apart and (text[end].isnumeric() or _goes_on().match(text, end)):
        return True
    touching = start > 1 and text[start - 1] in JOINING
    if touching and _went_before().match(text, start - 2):
        return True
    return quantity.kind == "number" and bool(
        (not is_apart and _code_after().match(text, end))
        or (text[max(0, start - 1)] in SUMS and _code_before().search(text, max(0, start - 2), start))
    )


def _is_glued_before(text: str, start: int, last_end: int) -> bool:
    """As in "A320", "COVID-19", "STS-135", "F-16", "#12"; but not "sub-300", nor what a range is joined with."""
    before = text[start - 1]
    if before.isalnum() or before in "_#@№^":
        return True
    if before not in "-–‑−~/&" or start < 2 or not (text[start - 2].isalnum()):
        return False
    if last_end == start - 1 or text[start - 2].isdigit():
        return last_end != start - 1
    if text[max(last_end, 0) : start].lower() in {"-to-", "-or-"}:
        return False  # "10-to-12-hour"
    return not _prefix().search(text, max(0, start - 16), start)


def _is_behind_camel(number: Number, text: str) -> bool:
    """Whether the word before is longer than a symbol such as "pH" or "MgO"."""
    return len(text[max(0, number.start - 40) : number.start].split()[-1:][0]) > 4


def _has_plus(number: Number, text: str) -> bool:
    return "+" in text[max(0, number.start - 1) : number.start + 1]


def _leads_with_zero(number: Number, text: str) -> bool:
    start = number.start + (text[number.start] in "+-")
    return text[start] == "0" and text[start + 1 : number.end][:1].isdecimal()


def _is_in_address(number: Number, text: str) -> bool:
    """Whether the word that the number stands in is a URL, an e-mail address, a file name, a handle or a hashtag."""
    start = number.start
    left = text[max(0, start - 80) : start].rsplit(maxsplit=1)[-1] if start and not text[start - 1].isspace() else ""
    word = left + text[start : start + 80].split(maxsplit=1)[0]
    return not ADDRESSING.isdisjoint(word) and bool(_address().search(word))


@cache
def _prefix() -> re.Pattern[str]:
    words = (
        "sub|minus|plus|foot|feet|ft|mid|now|then|under|over|pre|post|around|about|to|and|or|age|"
        "aged|near|non|the|of|per|up|early|late|"
        "one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|between|"
        "from|is|was|at|than|only|just"
    )
    return re.compile(rf"(?<![\w-])(?:{words})[-–‑]\Z|['’]-\Z|(?:[a-z]{{3,}}[–—])\Z", re.IGNORECASE)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"://|www\.|@\w|\w@|^#|\.(?:{FILE_ENDINGS})\b|\\\w|::\w|\b10\.\d{{4,5}}/", re.IGNORECASE)


@cache
def _hyphened_code() -> re.Pattern[str]:
    """As in "3-D", "747-8I", "4-H", "5-HT2A": a hyphen and a code."""
    return re.compile(r"[-–‑][A-Z]{1,3}[0-9]{0,4}(?![\w-])|[-–‑][A-Z]{2,3}[0-9]{1,2}[A-Za-z]?(?![\w-])")


@cache
def _goes_on() -> re.Pattern[str]:
    """A dash, stroke, point or thin space between two digits, from the first one's end on."""
    return re.compile(r"(?<=\d)(?:[-–‑−~/⁄:.,]\.?\d|['’\u00a0\u2007\u2009\u202f][0-9]{3}(?!\d))")


@cache
def _went_before() -> re.Pattern[str]:
    return re.compile(rf"\d[{JOINING}](?=\d)")


@cache
def _code_after() -> re.Pattern[str]:
    return re.compile(rf"[{SUMS}](?=[\d(])|[-–‑]all\b")


@cache
def _code_before() -> re.Pattern[str]:
    return re.compile(rf"[\d)][{SUMS}]\Z")


WEB = (
    Rule(
        "web",
        "word of an address",
        "“https://example.org/a/12”, “bob17@example.com”, “#route66”, “plan-7.zip”",
        holds=_is_in_address,
        hard=True,
        told=True,
        touched=True,
    ),
)
PHONES = (
    Rule("phone", "many digits", "“+4512345678”", number=r"\+[0-9]{7,}", hard=True),
    Rule(
        "phone",
        "country's code",
        "the code in “+44 20 7946”, “+1 (917) 555”",
        number=r"\+?[0-9]{1,3}",
        holds=_has_plus,
        hard=True,
        begins=words("( 0"),
        after=r"[ -]\(?[0-9]{1,4}\)?[ -][0-9]{2}",
        form="digits",
    ),
    Rule(
        "phone",
        "behind a country's code",
        "the digits behind the beginning of “+44 20 7946”",
        hard=True,
        words=frozenset({""}),
        ends=words("0 )"),
        before=r"\+\d{1,3}[ -](?:\(?\d{1,4}\)?(?:[ -]\d{1,4}){0,3}[ -]?)?",
        reach=24,
    ),
    Rule(
        "phone",
        "behind a trunk",
        "the later groups of “0800 555 0199”",
        hard=True,
        reach=16,
        words=frozenset({""}),
        ends=words("0 )"),
        before=r"(?<![\d.,])\(?0\d{2,4}\)?[ -](?:\d{2,4}[ -]){0,2}",
    ),
    Rule(
        "phone",
        "behind a sign",
        "“☎ 555 1234”, “tel.: 5551234”",
        hard=True,
        caseless=True,
        reach=16,
        words=frozenset({""}),
        ends=words("☎ ☏ 📞 : +") | {"  "},
        before=r"(?:[☎☏📞]|\b(?:tel|phone|fax|mobile|hotline|call)\.?:) ?\+? ?",
    ),
)
COORDINATES = (
    Rule(
        "coordinate",
        "compass",
        "“51º 20.5' N”, “12° E”, “1°50’26.59”E”",
        form="digits",
        hard=True,
        begins=words("° º ˚ ' ′ ’ \" ″ ”"),
        after=r" ?[°º˚](?: ?\d+(?:[.,]\d+)? ?['′’](?: ?\d+(?:\.\d+)? ?[\"″”])?)? ?[NSEW]\b| ?['′’](?: ?\d+(?:\.\d+)? "
        r"?[\"″”])? ?[NSEW]\b|[\"″”] ?[NSEW]\b",
    ),
)
RULES = (
    Rule(
        "identifier",
        "number of a paper",
        "“contract 36647”, “the code is 80435”, “docket no. 20113”",
        reach=40,
        number="[0-9]{5,}",
        unless=r" [a-z]+s\b",
        caseless=True,
        before=rf"(?<!\w)(?:{PAPERS})(?: number| no\.| id)?(?: is| was|:)? #?",
    ),
    Rule(
        "identifier",
        "number said to be one",
        "“the incident number is 4471”, “PIN: 4471”",
        reach=40,
        number="[0-9]{3,}",
        ends=words("is was , : #"),
        caseless=True,
        unless=r" [a-z]+s\b",
        before=rf"(?<!\w)(?:(?:{PAPERS}) (?:number|no\.|id)|pin|passcode|password) ?#?(?:,| is| was|:) ?#?",
    ),
    Rule(
        "identifier",
        "model behind an article",
        "“a 404”, “did a 180”, “filed a 1099 late”",
        number="[0-9]{3,4}",
        words=words("a an"),
        before=r"\b[Aa]n? ",
        reach=4,
        after=r"(?=[.;:!?)](?!\d)|\Z| (?:is|was|has|late|early|which|who|when|but)\b| by [0-9a-z]+[.,;])",
    ),
    Rule(
        "identifier",
        "airliner",
        "“the 747 is back”, “the 787 Dreamliner”",
        number="7[0-8]7",
        words=words("a the"),
        before=r"\b(?:[Tt]he|[Aa]) ",
        after=r" (?:is|was|has|can|will|jets?\b|fleet|[A-Z][a-z]+|[a-z]+ed\b|(?:and|in|at|to|on|from|with|that|for)\b)|"
        r"[.,;:](?!\d)",
        reach=5,
    ),
    Rule(
        "identifier",
        "short number to call",
        "“Call 105 in an emergency”, “dial 118 for help”",
        number="[0-9]{3}",
        words=words("call dial ring text called dialled dialed phone"),
        after=r"(?=[.;:!?)](?!\d)|\Z| (?:if|in|for|immediately|at once|now|when|straight)\b)",
    ),
    Rule(
        "identifier",
        "version of a program",
        "“SciPy 1.10”, “PyTorch 2.6 is out”",
        number=r"[0-9]{1,2}\.[0-9]{1,2}",
        before=r"(?<![\w.])[A-Z][a-z]+[A-Z][A-Za-z]* ",
        unless=COUNTED,
        capital=True,
        holds=_is_behind_camel,
    ),
    Rule(
        "identifier",
        "resolution of a picture",
        "“4K video”, “an 8K television”",
        number="[458]",
        begins=words("k"),
        touched=True,
        after=r"K (?:videos?|footage|TVs?|televisions?|displays?|screens?|monitors?|resolution|streaming|cameras?|"
        r"projectors?|recording|films?)\b",
    ),
    Rule(
        "identifier",
        "run of some kilometres",
        "“ran a 5K once”, “her first 10K”",
        number="5|10|15",
        begins=words("k"),
        touched=True,
        before=r"\b(?:[Rr]an|[Rr]un|[Rr]unning|did|[Dd]oing|finish(?:ed)?|complet(?:e|ed)|raced?|walked|jogged)"
        r" (?:an?|the|her|his|my|our) (?:first |charity |local )?",
        after=r"[kK](?=[.,;:!?)]|\Z| (?:once|for|in|at|on|with|and|race|run|last|this|today|every)\b)",
        reach=40,
    ),
    Rule(
        "identifier",
        "savings plan",
        "“a 529 plan”",
        number="529|457|403",
        begins=words("plan account"),
        before=r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y) ",
        after=r" (?:plan|account)\b",
        reach=5,
    ),
    Rule(
        "identifier", "ticker", "“7203.T”, “0700.HK”", number="[0-9]{4,6}", begins=words(".A"), after=r"\.[A-Z]{1,2}\b"
    ),
    Rule("identifier", "leading zero", "“007”, “0800”", form="digits", holds=_leads_with_zero),
    Rule(
        "formula",
        "behind a bracket",
        "“(ClO4)2”, “[Fe(Cat)3]3”",
        ends=words(") ]"),
        before=r"[A-Za-z\d][)\]]",
        form="digits",
        reach=3,
        words=frozenset({""}),
    ),
    Rule(
        "formula",
        "locant",
        "“3,4-ethylene”, “2,4-D”",
        number="[0-9]{1,2}(?:,[0-9]{1,2})+",
        begins=words("-"),
        after="-[A-Za-z]",
        form="digits",
    ),
    Rule(
        "formula",
        "single locant",
        "“2-propanol”, “poly(3-hexylthiophene)”",
        number="[0-9]{1,2}",
        begins=words("-"),
        after=rf"-(?:di|tri|tetra|cyclo)?(?:{CHEMICAL})[a-z]*",
        form="digits",
    ),
    Rule(
        "formula",
        "degrees of freedom",
        "“F(3, 12) = 4.1”, “H(2, 30) < 2”, “χ2(1, 80) = 5.2”",
        begins=words(", )"),
        before=r"(?<!\w)(?:F|t|T|Q|H|U|[χΧχ][²2]?|X2) ?\((?:[0-9.]{1,6}, ?(?:[Nn] ?= ?)?)?",
        after=r"(?:, ?(?:[Nn] ?= ?)?[0-9.]{1,6})?\) ?[=<>≤≥]",
        form="digits",
        reach=20,
    ),
    Rule(
        "formula",
        "code of an answer",
        "“(0 = never, 1 = sometimes, 2 = often)”",
        number="[0-9]{1,2}",
        before=r"(?:[(\[,;:]|\b(?:and|or)) ?",
        begins=words("="),
        after=" ?= ?(?=[^\\s=])",
        form="digits",
    ),
    Rule(
        "formula",
        "sum",
        "“3f+1”, “the P5+1 talks”",
        ends=words("+"),
        before=r"\w\+",
        number="[0-9]+",
        reach=3,
        words=frozenset({""}),
    ),
    Rule(
        "formula",
        "raised exponent",
        "“cm−1”, “mol−1”",
        ends=words("−"),
        before=r"[A-Za-z]−",
        form="digits",
        reach=3,
        words=frozenset({""}),
    ),
)
