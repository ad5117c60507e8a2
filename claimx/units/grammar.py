"""How units are put together: "km/h", "square feet", "m s-1", "miles an hour", "kg per 100 m²"; string work only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.units.context import allowed, stands_alone
from claimx.units.unit_words import dates, word_at, words_at

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimx.units.tables import Entry, Lexicon

MOST_TERMS = 6
MOST_KEPT = 1024  # of the units read last, taken apart and put together
INFERRED = "inferred"
TIMES_OF = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "fortnight"})
SQUARES = {"square": 2, "sq": 2, "cubic": 3, "cu": 3}
LENGTHS = frozenset({"foot", "inch", "mile", "yard", "nautical_mile"})
STOPS = frozenset(("", ".", ",", ";", ":", ")", "?", "!"))  # behind a unit's word, which no unit goes on with
# What a word begins with that a unit goes on with, but for units.
GOING_ON = ("per", "a ", "a-", "an ", "an-", "squ", "cub")
JOINTS = frozenset(" -")
METER = (("meter", 1),)


class Term(NamedTuple):
    """A stretch of text read as a unit: where it ends, its powers ((name, exponent), …), factor and surety.

    >>> Term(4, (("meter", 1), ("second", -1)), Decimal(1), False).end
    4
    """

    end: int
    powers: tuple[tuple[str, int], ...]
    factor: Decimal
    inferred: bool


def unit_at(text: str, start: int, lexicon: Lexicon) -> Term | None:
    """The longest unit expression that begins at `start`.

    >>> from claimx.units.tables import unit_lexicon
    >>> canonical(unit_at("5 miles an hour later", 2, unit_lexicon()).powers)
    'mile / hour'
    """
    word = word_at(text, start)
    if word in lexicon.longest:
        if (plain := _plain_term(text, start, lexicon)) is not None:
            return plain
    elif not may_begin(text, start, word, lexicon):
        return None
    term = _first_term(text, start, lexicon)
    if term is None or _is_whole(text, term.end, lexicon):
        return term
    below = False
    for _ in range(MOST_TERMS):
        longer = _divided(text, term, lexicon) or _multiplied(text, term, lexicon, below=below)
        if longer is None:
            break
        below = below or bool(_over().match(text, term.end))
        term = longer
    return term


def may_begin(text: str, start: int, word: str, lexicon: Lexicon) -> bool:
    """Whether a unit may begin at `start` whose first word is in no table: "square feet", a user's "CO2e"."""
    return word in SQUARES or text.startswith(lexicon.odd, start)


def _plain_term(text: str, start: int, lexicon: Lexicon) -> Term | None:
    """A unit of one word that nothing goes on with, as most are: "5 miles from here".

    >>> from claimx.units.tables import unit_lexicon
    >>> texts = ("5 mm.", "5 mm away", "5 mm Hg", "5 mm. Hg", "5 mm/h", "5 mm2")
    >>> [_plain_term(text, 2, unit_lexicon()) is not None for text in texts]
    [True, True, False, False, False, False]
    """
    form, end = next(words_at(text, start, 1))
    if not _is_whole(text, end, lexicon, lexicon.second) or text.startswith(lexicon.odd, start):
        return None
    entry = lexicon.find(form)
    if entry is None or (end - start == 1 and form.isalpha() and not stands_alone(text, end)):
        return None
    return _term(entry, end, 1) if not entry.flags or allowed(entry.flags, text, start, end) else None


def _is_whole(text: str, end: int, lexicon: Lexicon, more: AbstractSet[str] = frozenset()) -> bool:
    """Whether nothing behind a unit's words may go on with the unit, none of the words `more` either: a quick look.

    >>> from claimx.units.tables import unit_lexicon
    >>> texts = ("5 miles.", "5 miles away", "5 miles an hour", "5 miles/h", "5 kg m s-2")
    >>> [_is_whole(text, 4 if "kg" in text else 7, unit_lexicon()) for text in texts]
    [True, True, False, False, False]
    """
    after = text[end : end + 2]
    if after[:1] in STOPS:
        return after[:1] != "." or not more or word_at(text, end + 2) not in more
    parted = after == " (" or (after[:1] in JOINTS and after[1:].isalpha())
    if not parted or text[end + 1 : end + 4].lower().startswith(GOING_ON):
        return False
    behind = word_at(text, end + 1)
    return not (behind in more or behind in lexicon.longest or may_begin(text, end + 1, behind, lexicon))


def entries_at(text: str, start: int, lexicon: Lexicon) -> list[tuple[Entry, int]]:
    """The entries whose surface forms begin at `start`, with their ends, the longest first.

    >>> from claimx.units.tables import unit_lexicon
    >>> [(entry.unit, end) for entry, end in entries_at("degrees Celsius", 0, unit_lexicon())]
    [('degree_Celsius', 15), ('degree', 7)]
    """
    most = lexicon.longest.get(word_at(text, start), 0)
    found = [(entry, end) for form, end in words_at(text, start, most) if (entry := lexicon.find(form))]
    if text.startswith(lexicon.odd, start):
        odd = [(lexicon.find(form), start + len(form)) for form in lexicon.odd if text.startswith(form, start)]
        found = sorted([*found, *((entry, end) for entry, end in odd if entry)], key=lambda match: match[1])
    return found[::-1]


@lru_cache(MOST_KEPT)
def canonical(powers: tuple[tuple[str, int], ...]) -> str:
    """A unit as pint prints it: names in alphabetical order, the denominator after strokes.

    >>> canonical((("second", -2), ("meter", 1), ("kilogram", 1)))
    'kilogram * meter / second ** 2'
    """
    ordered = sorted(powers)
    above = [_power(name, exponent) for name, exponent in ordered if exponent > 0]
    below = [_power(name, -exponent) for name, exponent in ordered if exponent < 0]
    return " / ".join([" * ".join(above) or ("1" if below else ""), *below])


@lru_cache(MOST_KEPT)
def powers_of(unit: str) -> tuple[tuple[str, int], ...]:
    """The powers of a unit in pint's spelling; the inverse of `canonical`.

    >>> powers_of("kilogram * meter / second ** 2")
    (('kilogram', 1), ('meter', 1), ('second', -2))
    """
    above, *below = unit.split(" / ")
    factors = [(factor, 1) for factor in above.split(" * ") if factor != "1"] + [(factor, -1) for factor in below]
    return tuple((_name(factor), sign * _exponent(factor)) for factor, sign in factors)


def _power(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name} ** {exponent}"


def _name(factor: str) -> str:
    return factor.partition(" ** ")[0]


def _exponent(factor: str) -> int:
    return int(factor.partition(" ** ")[2] or 1)


def _first_term(text: str, start: int, lexicon: Lexicon) -> Term | None:
    squared = _squared_term(text, start, lexicon)
    if squared:
        return squared
    for entry, end in entries_at(text, start, lexicon):
        alone = end - start > 1 or not text[start].isalpha() or stands_alone(text, end)
        if alone and allowed(entry.flags, text, start, end):
            term = _with_exponent(text, end, entry, lexicon)
            if term:
                return term
    return None


def _later_term(text: str, start: int, lexicon: Lexicon) -> Term | None:
    """A term after an operator, where a single letter is no longer ambiguous."""
    squared = _squared_term(text, start, lexicon, later=True)
    if squared:
        return squared
    for entry, end in entries_at(text, start, lexicon):
        term = _with_exponent(text, end, entry, lexicon, later=True)
        if term:
            return term
    return None


def _squared_term(text: str, start: int, lexicon: Lexicon, *, later: bool = False) -> Term | None:
    match = _square_at(text, start)
    if match is None:
        return None
    exponent = SQUARES[match[1].lower()]
    for entry, end in entries_at(text, match.end(), lexicon):
        if (_is_length(entry.unit) or (later and entry.unit in TIMES_OF)) and not _goes_on(text, end):
            return _term(entry, end, exponent)
    return None


def _with_exponent(text: str, end: int, entry: Entry, lexicon: Lexicon, *, later: bool = False) -> Term | None:
    match = None if text[end : end + 1] in STOPS else _exponent_after().match(text, end)
    if match and _is_exponent(match, entry, lexicon, later=later):
        term = _term(entry, match.end(), _read_exponent(match))
        return term._replace(inferred=False) if term else None
    if text[end - 1].isalpha() and _goes_on(text, end):
        return None
    return _term(entry, end, 1)


def _is_exponent(match: re.Match[str], entry: Entry, lexicon: Lexicon, *, later: bool) -> bool:
    kind = match.lastgroup
    if kind == "glued":  # "m2", but "6'2" is six feet two
        if not match.string[match.start() - 1].isalpha():
            return False
        return _is_length(entry.unit) or (later and entry.unit == "second")
    if kind == "hyphen":  # "m s-1", but "2 km-3 km" is a range
        return later or _ends_unit(match.string, match.end(), lexicon) or _is_reciprocal(match)
    return True


def _is_reciprocal(match: re.Match[str]) -> bool:
    """Whether a symbol with "-1" ends a clause, as in "4e14 s-1."."""
    return match["hyphen"] == "1" and bool(
        _reciprocal().search(match.string, max(0, match.start() - 4), match.end() + 2)
    )


def _ends_unit(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a word that is no unit follows after a space: what "5 cm-1 bands" has and "2 km-3 km" has not."""
    blank = _blank().match(text, end)
    return bool(blank) and not entries_at(text, end + 1, lexicon) and text[end + 1 : end + 2].isalpha()


def _read_exponent(match: re.Match[str]) -> int:
    kind, digits = match.lastgroup, match[match.lastgroup or 0]
    if kind == "word":
        return 2 if digits.lower() == "squared" else 3
    if kind in {"minus", "hyphen"}:
        return -int(digits)
    return int(digits.translate(_superscripts()))


def _term(entry: Entry, end: int, exponent: int) -> Term | None:
    if exponent == 1:
        return Term(end, _powers_of(entry.unit), entry.factor, INFERRED in entry.flags)
    factor = _raised(entry.factor, exponent)
    if factor is None or exponent == 0:
        return None
    powers = tuple((name, power * exponent) for name, power in powers_of(entry.unit))
    return Term(end, _differences(powers), factor, INFERRED in entry.flags)


def _divided(text: str, term: Term, lexicon: Lexicon) -> Term | None:
    match = _over().match(text, term.end)
    if match is None:
        return None
    divisor = _later_term(text, match.end(), lexicon)
    if divisor is None and text[match.end() : match.end() + 1] == "(":
        return _divided_by_product(text, term, match.end() + 1, lexicon)
    if divisor is None or (match["a"] and (not _is_time(divisor) or dates(text, divisor.end))):
        return None
    scale = Decimal((match["hundred"] or "1").replace(",", ""))
    joined = _joined(term, divisor._replace(factor=divisor.factor * scale), -1)
    return joined._replace(inferred=False) if joined and term.powers == METER and "/" in match[0] else joined


def _divided_by_product(text: str, term: Term, start: int, lexicon: Lexicon) -> Term | None:
    """A product in brackets below the stroke: "J/(kg K)", "W/(m²·K)"."""
    below = _later_term(text, start, lexicon)
    for _ in range(MOST_TERMS):
        if below is None or text[below.end : below.end + 1] == ")":
            break
        joint = _dot().match(text, below.end) or _blank().match(text, below.end)
        factor = _later_term(text, joint.end(), lexicon) if joint else None
        below = _joined(below, factor, 1) if factor else None
    if below is None or text[below.end : below.end + 1] != ")":
        return None
    whole = _joined(term, below, -1)
    return whole._replace(end=below.end + 1, inferred=False) if whole else None


def _multiplied(text: str, term: Term, lexicon: Lexicon, *, below: bool) -> Term | None:
    match = _dot().match(text, term.end)
    if match:
        factor = _later_term(text, match.end(), lexicon)
        return _joined(term, factor, -1 if below else 1) if factor else None
    chained = _chained(text, term, lexicon)
    return chained._replace(inferred=False) if chained else None


def _chained(text: str, term: Term, lexicon: Lexicon) -> Term | None:
    """Symbols in a row, as in "kg m s-2": only up to a last one with a negative exponent."""
    best, longer = None, term
    for _ in range(MOST_TERMS):
        blank = _blank().match(text, longer.end)
        factor = _later_term(text, blank.end(), lexicon) if blank else None
        joined = _joined(longer, factor, 1) if factor else None
        if factor is None or joined is None:
            break
        longer = joined
        if any(exponent < 0 for _, exponent in factor.powers) and not text[factor.end - 1].isalpha():
            best = longer
    return best


def _joined(left: Term, right: Term, sign: int) -> Term | None:
    factor = _raised(right.factor, sign)
    if factor is None:
        return None
    powers = dict(left.powers)
    for name, exponent in right.powers:
        powers[name] = powers.get(name, 0) + sign * exponent
    kept = tuple((name, exponent) for name, exponent in powers.items() if exponent)
    if not kept:
        return None
    return Term(right.end, _differences(kept), left.factor * factor, left.inferred)


def _differences(powers: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Degrees in a compound are differences of temperature, as pint reads them."""
    if len(powers) == 1 and powers[0][1] == 1:
        return powers
    return tuple((f"delta_{name}" if name.startswith("degree_") else name, exponent) for name, exponent in powers)


@lru_cache(MOST_KEPT)
def _powers_of(unit: str) -> tuple[tuple[str, int], ...]:
    return _differences(powers_of(unit))


def _raised(factor: Decimal, exponent: int) -> Decimal | None:
    """The factor to this power, or none where it has no short exact decimal."""
    if factor == 1:
        return factor
    raised = factor ** abs(exponent)
    if exponent > 0:
        return raised
    inverse = 1 / raised
    return inverse.normalize() if inverse * raised == 1 else None


def _is_length(unit: str) -> bool:
    return unit.endswith("meter") or unit in LENGTHS


def _is_time(term: Term) -> bool:
    return len(term.powers) == 1 and term.powers[0][0] in TIMES_OF


def _goes_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_")


@cache
def _reciprocal() -> re.Pattern[str]:
    return re.compile(r" (?:s|m|cm|mm|h|fb|pb|ab|nb|d|yr)-1(?:$|[.,;:)\s])")


@cache
def _superscripts() -> Mapping[int, int]:
    return str.maketrans("⁻−¹²³⁴", "--1234")


def _square_at(text: str, start: int) -> re.Match[str] | None:
    return _square().match(text, start) if text[start : start + 2].lower() in {"sq", "cu"} else None


@cache
def _square() -> re.Pattern[str]:
    return re.compile(r"(square|sq|cubic|cu)(?:\.?[ \u00a0\u202f]|\.|-)", re.IGNORECASE)


@cache
def _over() -> re.Pattern[str]:
    hundred = r"(?P<hundred>10{1,6}|1,000|)[ \u00a0-]?"
    stroke = r"[ \u00a0]?[/∕⁄][ \u00a0]?"
    return re.compile(rf"(?:{stroke}|[ \u00a0\n-]per[ \u00a0\n-]){hundred}|[ -](?P<a>an?)[ -]", re.IGNORECASE)


@cache
def _dot() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0\u202f]?[·⋅∙][ \u00a0\u202f]?|\*(?!\*)")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(r"[ \u00a0\u202f\u2009]")


@cache
def _exponent_after() -> re.Pattern[str]:
    ways = (
        r"(?P<raised>[⁻−]?[¹²³⁴])",
        r"(?:\^|\*\*)(?P<caret>-?[1-4])(?!\w)",
        r"(?P<glued>[23])(?![\w])",
        r"[ \u00a0]?[−⁻][ \u00a0\u2009]?(?P<minus>[1-4])(?!\w|,\d)",
        r"[-–](?P<hyphen>[1-4])(?![\w]|[.,]\d)",
        r"[ -](?P<word>squared|cubed)\b",
    )
    return re.compile("|".join(ways))
