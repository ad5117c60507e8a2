"""Words that make the number behind them a label ("page 5"), and names that hold a number ("Falcon 9", "Big Ten")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.scan import Number

# Labels whatever follows.
STRONG = frozenset(
    "section sections article articles page pages chapter chapters paragraph paragraphs figure "
    "figures fig figs table tables "
    "route highway interstate flight room exhibit clause appendix annex volume vol vols no nos "
    "number step phase level grade "
    "category verse psalm episode version type tier amendment proposition prop eq sec art para "
    "p pp ch isbn issn doi ref id pin "
    "zip postcode tel phone fax ext chap lesson equation footnote protocol regulation directive "
    "mach m.p ip agenda apartment apt suite "
    "covid example theorem lemma pmid doi pmcid oclc euro formula catch windows iphone ipad playstation "
    "xbox android ios nos terminal exit junction op opus platform".split()
)
# Labels unless a plural noun follows ("form 3 groups", "issue 5 tickets").
WEAK = frozenset(
    "issue issues part parts title rule rules lot gate track lane pier bay ward zone district precinct "
    "building flat floor model mark series round act scene line lines stage channel station booth pos "
    "rank ranked seeded apollo soyuz expedition sonata symphony generation gen bus tram train hole layer "
    "option scenario sector block plot note notes question questions item items exercise problem "
    "resolution bill schedule column row form code mode port wave heat cohort steps phases levels types "
    "classes rooms routes grades tiers versions kingdom pillar reactor engine desk locker table seat "
    "runway camp ps season stop condition slide plant platform requirement criterion objective target aim "
    "principle pathway scale subject patient participant passage site bed cell query count tip post".split()
)
# Labels with a small number word behind them too, where it counts nothing: "season four", "page one".
SPOKEN = frozenset(
    "season episode chapter phase part round act day week game level stage tier page type grade group question number "
    "volume book scene article section step lesson verse line platform gate lane plan option room table case".split()
)
# Plural nouns that are followed by ages and results, not by labels.
PEOPLE = frozenset(
    "adults kids girls boys patients students infants ages votes odds times results points years days weeks months "
    "hours scores goals teams senators members numbers temperatures values sizes ratios".split()
)
# Labels only with a capital: "Day 3", "Game 7", "Area 51", "S&P 500".
CAPITAL = frozenset(
    "Day Week Game Match Race Area Line Track Number Radio Half Quarter Goal Site Plan Option Note "
    "Test Bill Position Group Unit Season Class Box List "
    "Seed Vision Studio Camp Sector Squadron Company Battalion Division Regiment Corps Army Fleet "
    "Tower Force Task School Window Group Gate Top "
    "Nasdaq Russell Fortune Nikkei Dow FTSE DAX CAC ASX Topix Forbes Stoxx TSX S&P P NASDAQ KOSPI "
    "IBEX MSCI Sensex Nifty Euronext SMI "
    "Big Sweet Final Elite Pac Super Code Key Genesis Exodus Leviticus Numbers Deuteronomy Joshua "
    "Judges Samuel Kings Chronicles Psalms "
    "Isaiah Jeremiah Ezekiel Daniel Matthew Mark Luke John Acts Romans Corinthians Galatians Ephesians "
    "Philippians Colossians Thessalonians Timothy "
    "Hebrews James Peter Jude Revelation Bowl War Apollo Voyager Gemini Falcon Boeing Airbus Galaxy "
    "Pixel Agenda Expo Psalm Prop Session Slide Lecture "
    "Team Kepler Pope".split()
)
# Written with a capital where a sentence begins, like any other word.
FUNCTION_WORDS = frozenset(
    "a an the in on at for with and but or nor by from to of about around over under nearly almost "
    "some only just more less most least "
    "up than as after before between within during since until till when where while if though "
    "although because so then that this these those "
    "they we you he she it i there here who whom which what its their his her our your my all both "
    "each every another other approximately roughly "
    "currently now today yesterday tomorrow overall including excluding plus minus per like unlike "
    "against among through out into "
    "first second third last next additional new are is was were be been has have had do does did "
    "will would can could may might must should shall "
    "not no still even also already once twice says said report reported reports had add use take "
    "get buy see make give need want cook bake serve allow bring mix pour drink eat wait try spend "
    "save pay choose pick call "
    "it's he's she's we're they're i'm you're that's there's how why however meanwhile sometimes "
    "often maybe perhaps probably "
    "total totaling totalling average estimated exactly precisely yes okay ok well later earlier "
    "ago aged age ages total "
    "january february march april may june july august september october november december monday "
    "tuesday wednesday thursday friday saturday sunday "
    "us uk eu un usa".split()
)


def is_label(number: Number, text: str) -> bool:
    """Whether the word before a number makes it a label or part of a name.

    >>> from claimx.scan import scan
    >>> texts = ("see page 5", "the iPhone 15", "In Paris 23 people died", "Phase Two")
    >>> [is_label(scan(text)[0], text) for text in texts]
    [True, True, False, True]
    """
    if number.form not in {"digits", "words"} or number.value is None:
        return False
    if _is_marked(number, text):
        return True
    match = _word_before().search(text, max(0, number.start - 32), number.start)
    if match is None:
        return False
    labelled = _is_labelled(match[1], number, text)
    return labelled if labelled is not None else match[2] == " " and _is_name(match[1], number, text)


def _is_marked(number: Number, text: str) -> bool:
    """As in "#5", "No. 5", "Group of Seven", "11 Pro"."""
    start = number.start
    if _sharp().search(text, max(0, start - 8), start) or _edition().match(text, number.end):
        return True
    return bool(_group_of().search(text, max(0, start - 10), start)) and not counts(number, text)


def _is_labelled(word: str, number: Number, text: str) -> bool | None:
    """Whether the word before a number labels it; none if it is no word that labels."""
    name, small = word.lower().rstrip("."), word.islower()
    spelled = number.form == "words"
    if spelled and small and name in SPOKEN:
        return bool(_stands_alone().match(text, number.end))
    if small and not spelled and name.endswith("s") and _enumerated(name, number, text):
        return True
    if name in STRONG and not (spelled and small and counts(number, text)):
        return not (spelled and word == "no")
    if name in WEAK:
        return not (spelled and small) and ((word[0].isupper() and not spelled) or not counts(number, text))
    if word in CAPITAL:
        return not (spelled and counts(number, text))
    return None


def _enumerated(name: str, number: Number, text: str) -> bool:
    """As in "platforms 7 and 8", "at plants 11 to 14": a plural noun and numbers that are joined, and count nothing."""
    if not _more_numbers().match(text, number.end):
        return False
    if name[:-1] in WEAK:
        return True
    noun = _noun_of_place().search(text, max(0, number.start - 40), number.start)
    return noun is not None and name not in PEOPLE


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
        return not counts(number, text)
    return bool(_capital_after().match(text, number.end))


def counts(number: Number, text: str) -> bool:
    """Whether a lower-case plural noun stands behind a number, perhaps after an adjective or two."""
    return bool(_plural_after().match(text, number.end))


def _is_name(word: str, number: Number, text: str) -> bool:
    """A capitalised word and a whole number, as in "Falcon 9", "Windows 10", unless the number counts what follows."""
    if number.magnitude != 1 or number.value is None or number.value != int(number.value) or number.value >= 10000:
        return False
    if (
        not (word[0].isupper() or _camel().search(word))
        or word.lower().rstrip(".") in FUNCTION_WORDS
        or word.endswith(".")
    ):
        return False
    if "," in text[number.start : number.end]:
        return False
    if _mixed_case().search(word) and number.form == "digits":
        return not _counts_after().match(text, number.end)
    if number.form == "words":
        return text[number.start].isupper() and not counts(number, text)
    return not (counts(number, text) or _counts_after().match(text, number.end))


@cache
def _stands_alone() -> re.Pattern[str]:
    """What may follow "season four": nothing that it could count."""
    words = "of|in|is|was|and|to|when|where|with|for|at|has|had|will|on|as|but|or|by|begins|ends|from|would|because|if"
    return re.compile(rf"\W*(?:\Z|\n)|[.,;:!?)”\"—]| (?:{words})\b| [–-]")


@cache
def _more_numbers() -> re.Pattern[str]:
    number = r"\d{1,3}(?![\d,.]*\d|[%°]|(?: or so| more)?[ -][a-z]+s\b)"
    return re.compile(rf"(?:, \d{{1,3}})*(?: and | & | to | through | or |[-–]|, and )(?:{number})")


@cache
def _noun_of_place() -> re.Pattern[str]:
    return re.compile(
        r"(?:\b(?:at|to|in|on|of|for|under|between|the|through|with|via|into|both|see)|\() [a-z]+s \Z", re.IGNORECASE
    )


@cache
def _sharp() -> re.Pattern[str]:
    return re.compile(r"(?:#|№|\b[Nn]os?\.) ?\Z")


@cache
def _group_of() -> re.Pattern[str]:
    return re.compile(r"\bGroup of \Z")


@cache
def _edition() -> re.Pattern[str]:
    """As in "11 Pro Max", "14 Plus", "7 Series"."""
    return re.compile(r" (?:Pro|Max|Plus|Mini|Ultra|Series|Coupe|Hybrid|XL|SE|Lite|Air|Turbo|GT)\b")


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w&.])([^\W\d_][\w&'’]*\.?)([ \u00a0-])\Z")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]")


@cache
def _mixed_case() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]|^[A-Z]{2,}$")


@cache
def _plural_after() -> re.Pattern[str]:
    verbs = (
        "was|is|has|as|this|its|us|his|says|thus|plus|yes|does|goes|costs|comes|gets|makes|ships|"
        "runs|uses|launches|includes|offers|shows|requires|states|provides|"
        "contains|means|lists|describes|begins|ends|starts|remains|features|lets|across|towards|"
        "versus|perhaps|always|unless|less|process|whereas|allows|gives|takes"
    )
    return re.compile(
        rf"(?: [a-z][a-z'’-]*){{0,2}}? (?:people|men|women|children|police|(?!(?:{verbs})\b)[a-z'’-]*[^s\W]s)\b"
    )


@cache
def _counts_after() -> re.Pattern[str]:
    return re.compile(
        r"[ -](?:of|out of|per|more|percent|other|times|or more|or so|to \d)\b|%|[-–]\d|\+(?! (?:card|pass|club|plan))"
    )


@cache
def _sentence_start() -> re.Pattern[str]:
    return re.compile(r"(?:\A|[.!?:;\n\"“‘'(—–•*|-]\s{0,4})\Z")


@cache
def _capital_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w])([A-Z][\w'’&.-]*)[ -]\Z")


@cache
def _capital_after() -> re.Pattern[str]:
    return re.compile(r"[ -][A-Z][a-z]")
