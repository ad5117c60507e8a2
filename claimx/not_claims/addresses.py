"""Numbers of houses, postcodes and what else an address is made of."""

from __future__ import annotations

from claimx.not_claims.nouns import COUNTED
from claimx.not_claims.rules import Rule, words

STREET = (
    "(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|Sq|Terrace|Highway|"
    "Hwy|Parkway|Pkwy|Circle|Bridge|Broadway|Crescent|Row|Quay|Gardens|Gate|Plaza|Alley|Hill|Close|Mews|Wharf|Green|"
    "Grove|Walk|Park|Yard|Rise|Mount)"
)
ROMANCE_STREET = (  # which stands before its name
    "(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|Via|Viale|Piazza|Calle|Avenida|Paseo|Plaza|Rua|"
    "Praça|Strada|ulica|Impasse|Cours)"
)

RULES = (
    Rule(
        "street",
        "house before its street",
        "“12 Broadway”, “4 The Mound”, “5 N. Elm”",
        begins=words("A"),
        after=rf" [NSEW]\. [A-Z]| The [A-Z]| (?:[NSEW]\.? )?{STREET}\b",
    ),
    Rule(
        "street",
        "house in a Romance street",
        "“9 Rue Lauriston”, “12 bis avenue Foch”",
        begins=words("bis ter , rue avenue boulevard place quai chemin ulica A"),
        after=rf"(?: bis| ter)?,? {ROMANCE_STREET} (?:d[eu]s? |l[ae]s? |de la |de l['’]|del |della |d['’])?[A-Z]",
    ),
    Rule(
        "street",
        "house in a named street",
        "“850 Marigold Bridge”, “10 Downing Street”, “221B, Baker St”, “1908 Mt Vernon Ave”",
        form="digits",
        hard=True,
        begins=words("0 A") | {", A", ", 0"} | {f"{letter}{mark}" for letter in "abcd" for mark in ", "},
        after=rf"[A-Da-d]?,? (?:[NSEW]\.? )?(?:[A-Z][\w'’.]+ |[0-9]{{1,3}}(?:st|nd|rd|th) ){{1,3}}{STREET}\b",
    ),
    Rule(
        "street",
        "house at one word",
        "“at 12 Nyhavn, Copenhagen”",
        number="[0-9]{1,4}",
        words=words("at"),
        after=r" [A-Z][a-z]{2,}(?<!s)(?<!ese)(?=,? in [A-Z]|, [A-Z]|, (?:is|was|has)\b| (?:is|was)\b|\.(?:\s|\Z))",
    ),
    Rule(
        "street",
        "house behind its street",
        "“Havenstraat 112”, “Gartenweg 5, Ulm”, “Keizersgracht 40”",
        number="[0-9]{1,3}",
        before=r"(?<!\w)[A-Z][a-zäöüé]+(?:straat|stra(?:ß|ss)e|gracht|weg|laan|plein|platz|allee|gade|gatan|vej|gasse|ufer)"
        " ",
        capital=True,
        ends=words("straat straße strasse gracht weg laan plein platz allee gade gatan vej gasse ufer"),
        reach=36,
        hard=True,
        unless=r" ?(?:[a-z]{1,2}\b|%|[a-z]+s\b)",
    ),
    Rule(
        "street",
        "Dutch postcode",
        "“3011 AB Rotterdam”",
        number="[1-9][0-9]{3}",
        begins=words("AA"),
        after=r" [A-Z]{2} [A-Z][a-z]+(?=[.,;)\n]|\Z)",
    ),
    Rule(
        "street",
        "postcode behind a state",
        "“New York, NY 10027”",
        before=r"(?<![A-Za-z])[A-Z]{2} ",
        ends=words("AA"),
        number="[0-9]{5}",
        unless=COUNTED,
        reach=6,
    ),
    Rule(
        "street",
        "postcode before a town",
        "“in 10557 Berlin”",
        number="[0-9]{5}",
        reach=4,
        begins=words("A"),
        before=r"(?:\b(?:in|at)|[,–]) ",
        after=r" [A-Z][a-z]+(?<!s)(?:[.,;)\n]|\Z)",
    ),
    Rule("street", "postcode behind a place", "“Calder, Ohio 44107”", number="[0-9]{5}", before=r", [A-Z][a-z]+ "),
    Rule(
        "street",
        "British postcode",
        "“Cardiff CF14 8HR”",
        number="[0-9]",
        before=r"(?<!\w)[A-Z]{1,2}[0-9][A-Z0-9]? ",
        after=r"[A-Z]{2}(?!\w)",
        begins=words("AA"),
        hard=True,
        words=frozenset({""}),
        reach=8,
    ),
    Rule(
        "street",
        "streets that cross",
        "“the block of Lexington between 61 and 63”",
        form="digits",
        reach=48,
        words=words("between and"),
        before=rf"\b(?:{STREET}\.?|[Bb]locks? of [A-Z]\w+|Lexington|Madison)\b[^.;:\n]{{0,16}} between "
        r"(?:\d{1,3} and )?",
        after=r"(?: and \d{1,3})?(?=[.,;)]| (?:is|was|were|has|had|in|to|where)\b|\Z)",
    ),
)
HARD = tuple(rule for rule in RULES if rule.hard)
BARE = tuple(rule for rule in RULES if not rule.hard)
