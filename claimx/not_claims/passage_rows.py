"""The table of passages: kinds of stretches whose numbers are none; `passages` finds them.

Each is a row: its name, what it rejects, a pattern, and what a text must hold one of to be worth a search.
"""

from __future__ import annotations

from typing import NamedTuple

from claimx.not_claims.nouns import COUNTED
from claimx.not_claims.rules import words

PAGE = r"\*?\d{1,5}(?:[-–]\d{1,5})?"
ITEM = r"\d[\w.:–-]*(?:\(\w{1,4}\))*"
REPORTER = r"(?:[A-Z][A-Za-z]{0,8}\. ?|[23]d |[4-9]th ){1,5}"
TITLE = r"[A-Z][\w'’-]+(?: (?:[a-z]{1,3}|[A-Z][\w'’-]+)){0,5} [A-Z][\w'’-]+"
SHIRT = r"[0-9]\d? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?: \([^()\n]{1,30}\))?"
HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
STATUTE = (
    r"(?:[Ss]ecs?\.|[Ss]ections?|§§?|[Aa]rts?\.|[Aa]rticles?|[Rr]ules?|[Rr]efs?\.|[Nn]os\.|[Ff]igs?\.|[Ee]qs?\.|[Tt]ables|"
    r"Orders?|U\.S\.C\.|C\.F\.R\.|USC|CFR|§)"
)
ASSIGNED = r"[a-z_]\w{0,30} ?[-+*/]?= ?-?[\w.]{1,20}"
COMMAND = r"(?:sed|git|chmod|chown|grep|curl|wget|ssh|tar|pip|npm|docker|kubectl|awk|rsync|sudo)"


class Passage(NamedTuple):
    """A kind of stretch: `pattern` finds it; it holds one of its `words`, `signs` or `shapes`.

    The words are whole ones, in small letters. A shape is a sign with 0 for any digit and A for any capital.
    """

    name: str
    rejects: str
    pattern: str
    words: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    plural: bool = True  # whether it still is one if most of its names are plural nouns


CITATIONS = (
    Passage(
        "case law",
        "“393 U.S. 503, 508-511”",
        rf"[0-9](?<![\w.,$£€-][0-9])\d{{0,3}}(?! [A-Z][a-z]{{0,2}}\. \d{{1,2}}\. [A-Z])"
        rf" {REPORTER},? ?(?:at )?{PAGE}(?![\w%])"
        rf"(?:, (?:at |n\. ?)?{PAGE}(?![\w%]| (?:of |[a-z-]+ )?[a-z-]+[^s\W]s\b))*",
        shapes=("0 A", "0 0"),
    ),
    Passage(
        "page cited again",
        "“Id., at 508”, “slip op., at 12”",
        rf"(?<!\w)(?:[Ii]d\.|[Ii]bid\.|(?:[Ss]upra|[Ii]nfra|ante|post|slip op\.),),? "
        rf"at {PAGE}(?:, (?:at |n\. ?)?{PAGE})*",
        words=words("id ibid supra infra ante post slip"),
    ),
    Passage(
        "sections",
        "“§§ 4, 9 and 12(b)”",
        rf"§§? ?[A-Z]?{ITEM}(?:(?:, | and |, and | to | or )(?:§ ?)?{ITEM}(?! [a-z]))*",
        signs=("§",),
    ),
    Passage(
        "sections joined",
        "“Sec. 1302 & 1341”, “18 U.S.C. 1341 and 1343”, “refs. 12 and 13”",
        rf"(?<!\w){STATUTE} {ITEM}(?:(?:, | & | and |, and | or | to )(?:§ ?)?{ITEM}(?![\w%]|{COUNTED}))+",
        words=words(
            "sec secs section sections art arts article articles rule rules ref refs nos fig figs eq eqs tables order",
            "orders usc cfr",
        ),
        signs=("§", "U.S.C", "C.F.R"),
    ),
    Passage(
        "rule of a court",
        "“Fed. Rule Civ. Proc. 12”",
        rf"(?<![\w.])(?:Proc|Civ|Crim|Evid|Amdt|Const|Ann|Tit|Cl|Ord|Regs?|Stat|Dkt|Arg|Decl|Compl|Exhs?|Exs?|P|Op)\. "
        rf"(?:Nos?\. ?|¶+ ?)?{PAGE}(?![\w%])",
        words=words("proc civ crim evid amdt const ann tit cl ord reg regs stat dkt arg decl compl exh exhs ex exs op"),
        signs=("P. ",),
    ),
    Passage(
        "reference in brackets",
        "“[7, pp. 88-94]”, “[12]”",
        r"\[\*?\d{1,4}(?:[–-]\d{1,4})?(?:\]|[,;] ?(?:pp?\b|[Cc]h|[Ss]ec|§|[Ff]ig|[Ee]q|[Tt]h|[Ll]em|[Pp]rop|[Cc]or|"
        r"[Dd]ef|"
        r"[Vv]ol|n\.|[Aa]rt|[Nn]o|\d{1,2}(?!\d))[^\]\[\n]{0,40}\])",
        signs=("[",),
    ),
    Passage(
        "year and page",
        "“(Ferris 1988, 214)”",
        rf"[12](?<!\w[12])\d{{3}}[a-z]?[,:] ?{PAGE}(?=[);])",
        shapes=("0)", "0;"),
    ),
    Passage(
        "work and year",
        "“(The Long Road, 1987)”",
        r"\((?:[A-Z][\w'’]+ ){1,6}\w+, (?:1[5-9]|20)\d\d\)",
        shapes=(" 0000)",),
    ),
    Passage(
        "journal",
        "“J. Hydrol. 2011, 48, 1123-1131”, “Nature 439, 212–215 (2006)”",
        rf"[0-9](?<=[a-z.] [0-9])\d{{0,3}}, ?{PAGE} ?\((?:1[5-9]|20)\d\d[a-z]?\)|"
        rf"[12](?<=[a-z]\. [12])\d{{3}}[,;] ?\d{{1,4}}(?: ?\(\d{{1,3}}\))?[,:] ?[eE]?{PAGE}",
        shapes=("0(0", "0 (0", ". 0000"),
    ),
)
CODES = (
    Passage(
        "what is dialled",
        "“press 4”, “dial 118”, “press star 6”",
        r"(?<!\w)(?:[Dd]ial(?:l?ed|l?ing|s)?|[Pp]ress(?:ed|ing|es)?|[Ss]tar) \d{1,6}(?!\d)(?=#|[.,;:!?)](?!\d)|\Z| "
        r"(?:to|and|or|for|on|now|if|at)\b)",
        words=words("dial dialed dialing dials dialled dialling press pressed pressing presses star"),
    ),
    Passage(
        "number that is called",
        "“she called 911”, “ring 111”",
        r"(?<!\w)(?:[Cc]all(?:ed|ing|s)?|[Rr](?:ing|ang|ung)|[Pp]hon(?:e|ed|ing)) "
        r"(?:911|999|112|101|111|988|[2-8]11)(?!\w| [a-z]+s\b)",
        signs=("11", "999", "101", "112", "988"),
    ),
    Passage(
        "emergency call",
        "“the 911 tapes”",
        r"(?<!\w)(?:911|999)(?= (?:calls?|callers?|operators?|dispatch\w*|emergency|system|tapes?)\b)",
        signs=("911", "999"),
    ),
    Passage(
        "text message",
        "“text HELP to 85258”",
        r"(?<!\w)(?:[Tt]ext|SMS) \"?\w{1,20}\"? to \d{4,6}(?!\d)",
        words=words("text sms"),
    ),
    Passage(
        "password",
        "“the passcode is 4471 22”",
        r"(?<!\w)(?:[Pp]asscode|[Pp]assword|PIN|(?:[Aa]ccess|[Mm]eeting|[Cc]onference) (?:ID|code))"
        r"(?: (?:to|for) \w+(?: \w+)?)?(?: is|:|) ?[\d #-]+",
        words=words("passcode password pin access meeting conference"),
    ),
    Passage(
        "phone number",
        "“979 555 0134”",
        r"[0-9](?<![\d$£€.,][0-9])(?:[ -]\d)?\d\d[ -]\d{3}[ -]\d{4}(?![\d,.]*\d)",
        shapes=("00 000", "00-000"),
    ),
    Passage(
        "phone number in pairs",
        "“02 98 55 01 47”",
        r"0(?<![\d.,]0)\d(?:[ .]\d\d){4}(?![\d])",
        shapes=("00 00 00", "00 00.00", "00.00 00", "00.00.00"),
    ),
    Passage(
        "tax number",
        "“VAT no. GB 123 4567 89”",
        r"(?<!\w)(?:VAT|EIN|IBAN|ABN|SSN)(?: (?:no|number|reg)\.?)?:? (?:[A-Z]{2} ?)?\d[\d -]{5,24}\d",
        words=words("vat ein iban abn ssn"),
    ),
    Passage(
        "number spelt out",
        "“the 855 number”",
        r"(?<=[Tt]he )[\"“]?\d{3}[\"”]? number\b",
        words=words("number"),
    ),
    Passage(
        "loop or condition",
        "“for (i = 0; i < n; i++)”, “if (x > 0) return 1;”",
        r"(?<!\w)(?:for|if|while) ?\([^()\n]{0,60}[<>=;][^()\n]{0,60}\)(?: ?\{[^\n]{0,120}|[^\n;]{0,40};)?",
        signs=("for (", "if (", "while (", "for(", "if(", "while("),
    ),
    Passage("return", "“return -1;”", r"(?<!\w)return -?[\w.]{1,20};", words=words("return")),
    Passage(
        "sum assigned",
        "“x = 3 * y + 2”",
        rf"(?<![\w.]){ASSIGNED} ?[*/+] ?[A-Za-z_]\w*(?: ?[-+*/] ?[\w.]+){{0,4}}",
        signs=("=",),
    ),
    Passage(
        "function defined",
        "“f(x) = x^2 - 1”",
        r"(?<!\w)[A-Za-z]\([a-z](?:, ?[a-z]){0,3}\) = [^\n,;]{1,40}",
        signs=(") = ",),
    ),
    Passage(
        "query",
        "“SELECT * FROM users WHERE id = 7”",
        r"(?<!\w)SELECT [^\n;]{1,200}? WHERE [^\n;]{1,80}",
        words=words("select"),
    ),
    Passage(
        "command",
        "“sed -n 1,5p notes.txt”, “chmod 644 index.html”",
        rf"(?m)^(?:\$ )?{COMMAND} [^\n]{{1,120}}",
        words=words("sed git chmod chown grep curl wget ssh tar pip npm docker kubectl awk rsync sudo"),
    ),
)
LISTS = (
    Passage(
        "line-up",
        "“1 Hale; 2 Braathen, 5 Ncube”, but not “1 Swede, 2 Danes, 3 Poles”",
        SHIRT.replace("[0-9]", r"[0-9](?<![\w.,][0-9])", 1) + rf"[,;] (?:{SHIRT}[,;] ){{1,40}}{SHIRT}",
        shapes=(", 0 A", "; 0 A", ", 00 A", "; 00 A"),
        plural=False,
    ),
    Passage(
        "part of a series",
        "“part 2 of a 3-part series”",
        r"(?<!\w)[Pp]art (?:\w+) (?:of|in) (?:an?|our|the) \w+[- ]part\b",
        words=words("part"),
    ),
    Passage(
        "bench",
        "“Subs used: 12, 15, 21.”",
        r"(?<!\w)(?:[Ss]ubs|[Ss]ubstitutes|[Bb]ench)(?: [a-z]+)?: [^.\n]{0,200}",
        words=words("subs substitutes bench"),
    ),
    Passage(
        "sight at an address",
        "“3 Old Mill, Rue Haute 4, open daily”",
        r"(?m)^(?:See|Do|Buy|Eat|Drink|Sleep)?[ \t]*\d{1,2} [A-Z][^\n,.]{2,60}, [A-Z][^\n.]{2,40} "
        r"\d{1,4}[a-z]?(?=[,.])",
        shapes=("0 A",),
    ),
    Passage(
        "sight",
        "“5 Old Town Hall. It was …”",
        rf"(?m)^[ \t]*\d{{1,2}} {TITLE}(?<!s)(?:\.(?= [A-Z]|\n|\Z)|(?:, [A-Z][^\n().]{{2,40}})? \()",
        shapes=("0 A",),
    ),
    Passage(
        "page of a part",
        "“Part One: Beginnings, 3”",
        r"(?m)^(?:Part|Chapter|Book) \w{1,12}: [^\n,]{2,60}, \d{1,3}$",
        words=words("part chapter book"),
    ),
    Passage("times at bat", "“3-for-4”", r"(?<![\w-])\w+-for-\w+(?!\w)", signs=("-for-",)),
    Passage(
        "minute of a match",
        "“level at 63' with a header”",
        r"\d(?<![\d'’]\d)\d{0,2}(?:\+\d)?['’′](?![\w\"”’'])"
        r"(?=[^\n]{0,80}\b(?:goal|header|penalty|scored|free kick|card)\b)",
        shapes=("0'", "0’", "0′"),
    ),
    Passage("four-wheel drive", "“a 4 x 4”", r"(?<![\w.])4 x 4(?![\w.])", signs=("4 x 4",)),
)
TIMES = (
    Passage(
        "two clock times",
        "“10:30 or 11”, “9:15 to 12”",
        rf"[0-9](?<![\d:][0-9])\d?:\d\d (?:or|and|to|until) \d{{1,2}}(?![\d:%]|{COUNTED})",
        shapes=("0:00 ",),
    ),
    Passage(
        "hour and minutes in words",
        "“at ten thirty”, “by six fifteen”",
        rf"(?<!\w)(?:at|by|until|till|before|around) {HOUR} (?:fifteen|twenty|thirty|forty|fifty|oh[ -]\w+)"
        rf"(?:-five)?(?![-\w]|{COUNTED})",
        words=words("fifteen twenty thirty forty fifty oh"),
    ),
    Passage(
        "ancient years",
        "“until about 351 - 358”",
        r"[1-9](?:(?<=about .)|(?<=around .)|(?<= in .)|(?<=until .)|(?<=c\. .)|(?<=er of .)|(?<=years of .))"
        r"(?!\d0 ?[-–] ?\d\d0)\d{2} ?[-–] ?[1-9]\d{2}(?=[,.;)])",
        shapes=("00-", "00–", "00 -", "00 –"),
    ),
    Passage(
        "reign",
        "“she ruled from 69 to 79”, “pope from 715 to 731”",
        r"(?<!\w)(?:ruled|reigned|governed|king|queen|emperor|pope|consul|bishop|abbot|caliph)(?: of \w+)? (?:from )?"
        rf"\d{{2,4}} (?:to|until|till) \d{{2,4}}(?![\w%]|{COUNTED})",
        words=words("ruled reigned governed king queen emperor pope consul bishop abbot caliph"),
    ),
    Passage(
        "year said to be one",
        "“in the year 93”",
        r"(?<!\w)(?:in|by|of|since|from|until) (?:the )?year \d{1,4}(?![\d,.]*\d|-)",
        shapes=("year 0",),
    ),
)
EVERY = (*CITATIONS, *CODES, *LISTS, *TIMES)
