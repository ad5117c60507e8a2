"""What number words and digits are worth: tables of words, and exact arithmetic; no positions, no grammar.

`decimal_of` reads one item of digits in any grouping; how words combine is known to `cardinals` and `ratios`.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from types import MappingProxyType

MAX_DIGITS = 400
EXACT = Context(prec=2 * MAX_DIGITS + 50, Emax=10**6, Emin=-(10**6))
ROUNDED = Context(prec=28)

UNITS = MappingProxyType(
    dict(zip("zero one two three four five six seven eight nine".split(), map(Decimal, range(10)), strict=True))
)
NOUGHTS = frozenset({"nought", "naught"})  # zero before a point: "nought point five"
TEENS = MappingProxyType(
    dict(
        zip(
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            map(Decimal, range(10, 20)),
            strict=True,
        )
    )
)
TENS = MappingProxyType(
    dict(
        zip(
            "twenty thirty forty fifty sixty seventy eighty ninety".split(),
            map(Decimal, range(20, 100, 10)),
            strict=True,
        ),
        fourty=Decimal(40),
    )
)
SCALES = MappingProxyType(
    {
        "hundred": Decimal(100),
        "thousand": Decimal(1000),
        "million": Decimal(10**6),
        "billion": Decimal(10**9),
        "trillion": Decimal(10**12),
        "quadrillion": Decimal(10**15),
        "quintillion": Decimal(10**18),
        "sextillion": Decimal(10**21),
        "septillion": Decimal(10**24),
        "lakh": Decimal(10**5),
        "lac": Decimal(10**5),
        "crore": Decimal(10**7),
    }
)
# Sets that end a number ("two dozen"); only a score takes more behind it ("four score and seven").
SETS = MappingProxyType(
    {
        "dozen": Decimal(12),
        "baker's dozen": Decimal(13),
        "baker’s dozen": Decimal(13),
        "score": Decimal(20),
        "gross": Decimal(144),
        "doz": Decimal(12),
        "dz": Decimal(12),
        "dzs": Decimal(12),
    }
)
DOZENS = frozenset({"dozen", "dozens", "doz", "dz", "dzs"})
# Written after digits alone ("5bn", "5 mln"); a scale whatever follows.
SCALE_SIGNS = MappingProxyType(
    {
        "bn": Decimal(10**9),
        "bln": Decimal(10**9),
        "bil": Decimal(10**9),
        "mn": Decimal(10**6),
        "mln": Decimal(10**6),
        "mil": Decimal(10**6),
        "mio": Decimal(10**6),
        "tn": Decimal(10**12),
        "trn": Decimal(10**12),
        "tril": Decimal(10**12),
        "thou": Decimal(1000),
        "cr": Decimal(10**7),
    }
)
# One letter, glued to digits: a scale, or a unit ("5m" of road), or a label; the parsers decide which.
SCALE_LETTERS = MappingProxyType(
    {
        "k": Decimal(1000),
        "K": Decimal(1000),
        "m": Decimal(10**6),
        "M": Decimal(10**6),
        "MM": Decimal(10**6),
        "mm": Decimal(10**6),
        "b": Decimal(10**9),
        "B": Decimal(10**9),
        "t": Decimal(10**12),
        "T": Decimal(10**12),
    }
)
PLURAL_SCALES = MappingProxyType(
    {
        "tens": Decimal(10),
        "hundreds": Decimal(100),
        "thousands": Decimal(1000),
        "millions": Decimal(10**6),
        "billions": Decimal(10**9),
        "trillions": Decimal(10**12),
        "quadrillions": Decimal(10**15),
        "lakhs": Decimal(10**5),
        "crores": Decimal(10**7),
        "dozens": Decimal(12),
        "scores": Decimal(20),
        "zillions": Decimal(0),
    }
)
_FIRST_TO_NINETEENTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
ORDINALS = MappingProxyType(
    {
        **dict(zip(_FIRST_TO_NINETEENTH.split(), range(1, 20), strict=True)),
        **dict(zip(_TENTHS.split(), range(20, 100, 10), strict=True)),
    }
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
)
# The parts that a fraction counts; "half" and "quarter" name no rank.
DENOMINATORS = MappingProxyType({"half": 2, "quarter": 4, **ORDINALS})
DENOMINATOR_PLURALS = MappingProxyType(
    {f"{word}s": value for word, value in DENOMINATORS.items() if word != "half"} | {"halves": 2}
)
MULTIPLES = MappingProxyType(
    {
        "double": 2,
        "doubled": 2,
        "doubles": 2,
        "doubling": 2,
        "twice": 2,
        "triple": 3,
        "tripled": 3,
        "triples": 3,
        "tripling": 3,
        "trebled": 3,
        "trebles": 3,
        "trebling": 3,
        "treble": 3,
        "thrice": 3,
        "halved": "0.5",
        "halving": "0.5",
        "quadruple": 4,
        "quadrupled": 4,
        "quadruples": 4,
        "quadrupling": 4,
        "quintuple": 5,
        "quintupled": 5,
        "quintupling": 5,
    }
)
VULGAR = MappingProxyType(
    {
        "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
        "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
        "⅑": (1, 9), "⅒": (1, 10),
    }
)  # fmt: skip
THIN = "\u00a0\u2009\u202f\u2007"  # no-break, thin, narrow no-break and figure space


# Shape of an item of digits, the separators to drop, the decimal mark.
SHAPES = (
    (r"[0-9]*\.[0-9]+", "", "."),
    (r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", ",", "."),
    (r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?", ",", "."),
    (r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?", "'’", "."),
    (rf"[0-9]{{1,3}}(?:[{THIN} ][0-9]{{3}})+(?:\.[0-9]+)?", f"{THIN} ", "."),
    (rf"[0-9]{{1,3}}(?:[{THIN} ][0-9]{{3}})+,[0-9]+", f"{THIN} ", ","),
    (r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?", ".", ","),
    (r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}", ".", ","),
    (r"[0-9]+,[0-9]{1,2}", "", ","),
)


@cache
def _shape(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def decimal_of(digits: str) -> Decimal | None:
    """The exact value of a item of digits in western, Indian, Swiss or continental grouping; none if it is no number.

    >>> [str(decimal_of(item)) for item in ("1,234.5", "12,34,567", "1'000'000", "1.234.567,89", "0.25", "2,5")]
    ['1234.5', '1234567', '1000000', '1234567.89', '0.25', '2.5']
    >>> decimal_of("3.8.18") is decimal_of("1,23,4") is None
    True
    """
    if len(digits) > MAX_DIGITS:
        return None
    if digits.isascii() and digits.isdecimal():
        return Decimal(digits)
    for shape, separators, mark in SHAPES:
        if _shape(shape).fullmatch(digits):
            for separator in separators:
                digits = digits.replace(separator, "")
            return Decimal(digits.replace(mark, "."))
    return None


def times(value: Decimal, factor: Decimal) -> Decimal:
    """The exact product, without an exponent in its digits.

    >>> times(Decimal("53.6"), Decimal(10**9))
    Decimal('53600000000')
    """
    return plain(EXACT.multiply(value, factor))


def plain(value: Decimal) -> Decimal:
    """The same number with no exponent and no zeros after the decimal point that scaling brought in.

    >>> plain(Decimal("53600000000.0")), plain(Decimal("1E+3")), plain(Decimal("2.50"))
    (Decimal('53600000000'), Decimal('1000'), Decimal('2.50'))
    """
    if value.adjusted() > 2 * MAX_DIGITS:
        return value
    if value == value.to_integral_value(context=EXACT):
        return value.quantize(Decimal(1), context=EXACT)
    return value


def exponent(digits: str) -> int:
    """The exponent of a power, written plainly or raised.

    >>> exponent("+23"), exponent("⁻⁸"), exponent("(−3)"), exponent("9999")
    (23, -8, -3, 9999)
    """
    return int(digits.translate(_PLAIN).strip("()"))


_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")


def quotient(ratio: Fraction) -> tuple[Decimal, bool]:
    """A proportion as a decimal, and whether that is exact; a fraction without end gets 28 digits.

    >>> quotient(Fraction(1, 8)), quotient(Fraction(1, 3))[1]
    ((Decimal('0.125'), True), False)
    """
    rest = ratio.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    context = EXACT if rest == 1 else ROUNDED
    return plain(context.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))), rest == 1


def vague_range(plural: str, scale: Decimal = Decimal(1)) -> tuple[Decimal, Decimal] | None:
    """The ends of a vague number, times a scale; none for a word that says nothing ("zillions").

    >>> vague_range("dozens"), vague_range("tens", Decimal(10**6))
    ((Decimal('24'), Decimal('100')), (Decimal('10000000'), Decimal('100000000')))
    """
    unit = PLURAL_SCALES.get(plural)
    if not unit:
        return None
    low, high = (unit * 2, Decimal(100)) if plural in {"dozens", "scores"} else (unit, unit * 10)
    return times(low, scale), times(high, scale)
