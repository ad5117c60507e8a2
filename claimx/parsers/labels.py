"""Labels: numbers that name a thing and count nothing ("page 5", "Falcon 9", "platforms 3 and 4"), by the word before.

To add a word: `STRONG` if a number behind it is a label whatever follows, `WEAK` if it may be a verb or stand before a
count ("issue 5 tickets"), `CAPITAL` if it labels only with a capital ("Game 7"), `SPOKEN` if it labels number words too
("season four").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.parsers.nouns import COUNTED, counts_after
from claimx.parsers.rules import Rule, words

if TYPE_CHECKING:
    from claimx.scan import Number

STRONG = words(
    "section sections article articles page pages chapter chapters paragraph paragraphs figure figures fig figs table",
    "tables route highway interstate flight room exhibit clause appendix annex volume vol vols no nos number step",
    "phase level grade category verse psalm episode version type tier amendment proposition prop eq eqs sec secs art",
    "para p pp ch isbn issn doi ref refs id pin zip postcode tel phone fax ext chap lesson equation equations",
    "footnote fn protocol regulation directive mach m.p ip agenda apartment apt suite covid example theorem lemma",
    "corollary pmid pmcid oclc euro formula catch windows iphone ipad playstation xbox android ios terminal exit",
    "junction op opus platform chromosome chromosomes algorithm locus inmate prisoner patent patents ieee rfc python",
    "ubuntu bluetooth firmware macos usb http kernel chrome firefox java php postgresql lat latitude lon long",
    "longitude paleolatitude par canon sonnet hymn hymns concerto canto odyssey iliad aeneid cil fahrenheit",
)
WEAK = words(
    "issue issues part parts title rule rules lot gate track lane pier bay ward zone district precinct building flat",
    "floor model mark series round act scene line lines stage channel station booth pos rank ranked seeded apollo",
    "soyuz expedition sonata symphony generation gen bus tram train hole layer option scenario sector block plot note",
    "notes question questions item items exercise problem resolution bill schedule column row form code mode port",
    "wave heat cohort steps phases levels types classes rooms routes grades tiers versions kingdom pillar reactor",
    "engine desk locker table seat runway camp ps season stop condition slide plant requirement criterion objective",
    "target aim principle pathway scale subject patient participant passage site bed cell query count tip post box",
    "book sheet plate button release reference entry element status extension grid axis fraction complex compound",
    "sample assemblage build move board game locus lap badge berth hut cluster exon exons isoform residue variant",
    "strain clone well borehole unit annexe statute article cap folio catalogue",
)
# Labels with a small number word behind them too, where it counts nothing: "season four", "page one".
SPOKEN = words(
    "season episode chapter phase part round act day week game level stage tier page type grade group question number",
    "volume book scene article section step lesson verse line platform gate lane plan option room table case",
)
# Plural nouns that are followed by ages and results, not by labels.
PEOPLE = words(
    "adults kids girls boys patients students infants ages votes odds times results points years days weeks months",
    "hours scores goals teams senators members numbers temperatures values sizes ratios",
)
CAPITAL = words(
    "day week game match race area line track number radio half quarter goal site plan option note test bill position",
    "group unit season class box list seed vision studio camp sector squadron company battalion division regiment",
    "corps army fleet tower force task school window gate top nasdaq russell fortune nikkei dow ftse dax cac asx",
    "topix forbes stoxx tsx s&p p kospi ibex msci sensex nifty euronext smi big sweet final elite pac super code key",
    "genesis exodus leviticus numbers deuteronomy joshua judges samuel kings chronicles psalms isaiah jeremiah",
    "ezekiel daniel matthew mark luke john acts romans corinthians galatians ephesians philippians colossians",
    "thessalonians timothy hebrews james peter jude revelation bowl superbowl war apollo voyager gemini falcon boeing",
    "airbus galaxy pixel agenda expo psalm prop session slide lecture team kepler pope league section lower",
)
# Written with a capital where a sentence begins, like any other word.
FUNCTION_WORDS = words(
    "a an the in on at for with and but or nor by from to of about around over under nearly almost some only just",
    "more less most least up than as after before between within during since until till when where while if though",
    "below above beyond beneath although because so then that this these those they we you he she it i there here who",
    "whom which what its their his her our your my all both each every another other approximately roughly currently",
    "now today yesterday tomorrow overall including excluding plus minus per like unlike against among through out",
    "into first second third last next additional new are is was were be been has have had do does did will would can",
    "could may might must should shall not no still even also already once twice says said report reported reports",
    "add use take get buy see make give need want cook bake serve allow bring mix pour drink eat wait try spend save",
    "pay choose pick call it's he's she's we're they're i'm you're that's there's how why however meanwhile sometimes",
    "often maybe perhaps probably total totaling totalling average estimated exactly precisely yes okay ok well later",
    "earlier ago aged age ages january february march april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday us uk eu un usa",
)
# Words between a preposition and a number that are no noun whose label the number is: "by almost 5", "of age 7".
UNLABELLING = words(
    "about above across after again age all almost along also altogether and another any approximately around as at",
    "average back barely before below best beside between both by certain chance circa close comparison contrast cost",
    "count dead degree depth diameter double down effect every exactly example excess fact fewer figure first",
    "for from full general good half hand height her his how in instance into it its just largest last late least",
    "length less like little low magnitude many maximum mean mere merely median minimum minus more most my near",
    "nearly next no now number of on only or order other our over part particular percent plus practice present price",
    "probability quite rate ratio reality return roughly row score seven several size so some speed strength sum",
    "temperature ten than that the their them then theory there these this those to total true turn two under up upon",
    "us value weight well what which whom whose width with within worst year you your zero factor radius area volume",
    "mass energy pressure voltage power amplitude frequency wavelength angle latitude longitude ph time today",
    "tomorrow yesterday noon midnight month week day",
)
# What may follow "season four": nothing that it could count.
STANDS_ALONE = (
    r"\W*(?:\Z|\n)|[.,;:!?)”\"—]| [–-]| (?:of|in|is|was|and|to|when|where|with|for|at|has|had|will|on|as|but|or|by|"
    r"begins|ends|from|would|because|if)\b"
)
COUNTING = (  # behind a number that is no name's
    r"[ -](?:of|out of|per|more|percent|other|times|or more|or so|to \d)\b|%|[-–]\d|\+(?! (?:card|pass|club|plan))"
)
COUNTED_OR_RATE = rf"{COUNTED}|{COUNTING}"
CLAUSE_END = r"(?=[;:!?)\"”]|,(?! ?\d)|\.(?!\d)|\Z)"
SENTENCE_START = r"(?:\A|[.!?:;\n\"“‘'(—–•*|-]\s{0,4})"
# A letter that belongs to the label: "Fig. 1d", "seat 22B".
LETTER = r"[A-Za-z](?![\w.])|[A-Za-z]\.(?!\w)"
LETTERED = STRONG - {"no", "phase", "grade", "level", "number"} | words(
    "seat plate panel panels sheet row block line lines item items part parts"
)
LETTERED_LIST = "(?:fig(?:ure)?|table|line|section|panel|item|part|question|rule|row|seat|room|plate)"


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


def is_name(number: Number, text: str) -> bool:
    """A capitalised word and a whole number, as in "Falcon 9", "Windows 10", unless the number counts what follows.

    >>> from claimx.scan import scan
    >>> [is_name(scan(text)[0], text) for text in ("a Falcon 9 flew", "In Paris 23 people died")]
    [True, False]
    """
    match = _word_before().search(text, max(0, number.start - 32), number.start)
    if match is None or number.magnitude != 1 or number.value is None or "," in text[number.start : number.end]:
        return False
    if number.value != int(number.value) or number.value >= 10000:
        return False
    word = match[1]
    if word.lower() in FUNCTION_WORDS or not (word[0].isupper() or _camel().search(word)):
        return False
    if _mixed_case().search(word) and number.form == "digits":
        return not _counting().match(text, number.end)
    if number.form == "words":
        return text[number.start].isupper() and not counts_after(number, text)
    return not (counts_after(number, text) or _counting().match(text, number.end))


def _names_places(number: Number, text: str) -> bool:
    """Whether the plural noun before joined numbers names what they tell apart: "at plants 11 to 14"."""
    match = _plural_before().search(text, max(0, number.start - 40), number.start)
    if match is None:
        return False
    noun = match[2].lower()
    if match[2][0].isupper() and (noun not in PEOPLE or noun == "points"):
        return True
    singulars = {noun[:-1], noun[:-2]} if noun.endswith("es") else {noun[:-1]}
    return bool(singulars & (WEAK | STRONG | {"month", "week", "day"})) or (bool(match[1]) and noun not in PEOPLE)


def _is_behind_bare_noun(number: Number, text: str) -> bool:
    """Whether a singular noun stands between a preposition and the number, with no article: "in run 7"."""
    match = _bare_noun().search(text, max(0, number.start - 32), number.start)
    if match is None:
        return False
    return match[1] not in UNLABELLING and not match[1].endswith(("s", "ing", "ed", "ly", "est"))


@cache
def _bare_noun() -> re.Pattern[str]:
    prepositions = "in|at|on|by|for|from|of|near|under|behind|beside|into|onto|inside|outside|see|via"
    return re.compile(rf"\b(?:{prepositions}) ([a-z]{{2,}}) \Z", re.IGNORECASE)


@cache
def _plural_before() -> re.Pattern[str]:
    places = "at|to|in|on|of|for|under|between|the|through|with|via|into|both|see"
    return re.compile(rf"((?:\b(?:{places}) |\())?\b([a-z]+s) \Z", re.IGNORECASE)


@cache
def _word_before() -> re.Pattern[str]:
    return re.compile(r"(?<![\w&.])([^\W\d_][\w&'’]*)[ \u00a0]\Z")


@cache
def _camel() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]")


@cache
def _mixed_case() -> re.Pattern[str]:
    return re.compile(r"[a-z][A-Z]|^[A-Z]{2,}$")


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(COUNTING)


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


RULES = (
    Rule(
        "label",
        "sign",
        "“#5”, “№ 5”, “No. 5”, “Nos. 5”",
        before=r"(?:#|№|\b[Nn]os?\.) ?",
        reach=8,
        short=True,
        words=words("no nos") | {""},
        form="digits words",
    ),
    Rule(
        "label",
        "edition",
        "“the 11 Pro”, “a 7 Series”",
        after=r" (?:Pro|Max|Plus|Mini|Ultra|Series|Coupe|Hybrid|XL|SE|Lite|Air|Turbo|GT)\b",
        form="digits words",
    ),
    Rule(
        "label",
        "group of",
        "“Group of Seven”, “the Gang of Four”",
        number="[A-Z][a-z]+|[0-9]{1,3}",
        words=words("of"),
        before=r"\b(?:Group|Gang|Band|Council|Committee|Society|Sign|Rule|Power) of ",
        unless=COUNTED,
    ),
    Rule(
        "label", "lettered", "“Fig. 1d”, “Table 2b”, “seat 22B”", words=LETTERED, after=LETTER, form="digits", hard=True
    ),
    Rule(
        "label",
        "standard",
        "“EN 14683 masks”, “to DIN 51130”, “grid NT 251 734”",
        before=r"(?<![A-Za-z])(?:EN|DIN|BS|ISO|IEC|JIS|ANSI|NF|UL|MIL) |\b[Gg]rid(?: reference| ref\.?)? [A-Z]{2} ",
        number="[0-9]{5,6}|[0-9]{3} [0-9]{3}",
        reach=24,
    ),
    Rule(
        "label",
        "numbered road",
        "“US 169 is closed”, “take Hwy 51”",
        words=words("us u.s hwy rte sr"),
        number="[0-9]{1,3}",
        capital=True,
        unless=rf"{COUNTED}| [A-Z]| (?:of|million|billion|per|percent)\b",
    ),
    Rule(
        "label",
        "lettered, in a list",
        "the second in “Figs. 3A and 3B”",
        after=LETTER,
        form="digits",
        hard=True,
        words=words("and to") | {""},
        before=rf"\b(?i:{LETTERED_LIST})s?\.? [0-9]+[A-Za-z]?(?:(?:,|,? and|[-–]| to|,? &) ?[0-9]*[A-Za-z]?){{0,4}}"
        r"(?:, |,? and |[-–]| to |,? & )",
    ),
    Rule(
        "label",
        "label",
        "“page 12”, “Section 5”, “Route 66”, “Type 2 diabetes”",
        words=STRONG,
        form="digits",
        short=True,
    ),
    Rule(
        "label",
        "capital number word",
        "“Phase Two trials”, “Chapter Nine”, “League Two clubs”",
        short=True,
        words=STRONG | WEAK | CAPITAL,
        capital=True,
        form="words",
        number="[A-Z][a-z-]+",
    ),
    Rule(
        "label",
        "number word",
        "“step three”, “route nine”, where nothing is counted",
        words=STRONG - {"no"} - SPOKEN,
        form="words",
        unless=COUNTED,
        short=True,
    ),
    Rule(
        "label",
        "number word that stands alone",
        "“season four”, “page one”, “in case three,”",
        words=SPOKEN,
        form="words",
        after=STANDS_ALONE,
        short=True,
    ),
    Rule(
        "label",
        "rank",
        "“the world number three”",
        form="words",
        words=words("number"),
        before=r"\b(?:world|enemy|priority|club's|nation's) number ",
        unless=COUNTED,
    ),
    Rule(
        "label",
        "capital label",
        "“Area 51”, “Issue 9”, “Game 7”, “S&P 500”",
        words=WEAK | CAPITAL,
        form="digits",
        capital=True,
        short=True,
    ),
    Rule(
        "label",
        "small label",
        "“lane 4”, “issue 9”, where nothing is counted",
        words=WEAK,
        form="digits",
        unless=COUNTED,
        short=True,
    ),
    Rule(
        "label",
        "joined labels",
        "“platforms 7 and 8”, “at plants 11 to 14”, “clauses 4 to 7”",
        form="digits",
        after=r"(?:, \d{1,3})*(?:,? and | & | to | through |,? or |[-–])"
        rf"\d{{1,3}}(?![\d,.]*\d|[%°]|{COUNTED})",
        holds=_names_places,
        short=True,
    ),
    Rule(
        "label",
        "label in apposition",
        "“their room, 237, smelt”, “her badge, 7714, lay”",
        form="digits",
        words=frozenset({""}),
        before=r"\b(?:room|seat|badge|cell|flat|jersey|shirt|hut|locker|gate|ward|code|number|passport), ",
        after=r"[A-Z]?,",
        hard=True,
    ),
    Rule(
        "label",
        "numbered",
        "“finds numbered 201 onwards”, “cases numbered 4,”",
        before=r"\b[A-Za-z]+s numbered ",
        words=words("numbered"),
        after=r" (?:onwards?|upwards|through)\b|,? but\b",
        form="digits",
    ),
    Rule(
        "label",
        "name before a number",
        "“Falcon 9”, “Windows 10”, “a Mazda 3”",
        holds=is_name,
        form="digits words",
        short=True,
        unless_before=SENTENCE_START + r"\w+ ",
    ),
    Rule(
        "label",
        "name at the head of a sentence",
        "“Falcon 9 lifted off.”, but not “Order 5 and 6 kg bags.”, “Melt 4 oz of it.”",
        holds=is_name,
        before=SENTENCE_START + r"\w+ ",
        form="digits words",
        unless=r"(?: and| or| to|,) [0-9]",
    ),
    Rule(
        "label",
        "noun without an article",
        "“in run 7”, “at bench 2 on Monday”, “(see recipe 12)”",
        number="[0-9]{1,4}",
        after=rf"{CLAUSE_END}| (?:at|on|in|for|near|when|where|while|is|was|has|had|will)\b",
        holds=_is_behind_bare_noun,
    ),
)
