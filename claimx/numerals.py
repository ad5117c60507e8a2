"""Words and digits to exact decimals: pure knowledge about how English writes numbers, without positions.

`decimal_of` reads one item of digits in any grouping, `read_words` a run of number words and digit values.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
        "lakh": Decimal(10**5),
        "lakhs": Decimal(10**5),
        "lac": Decimal(10**5),
        "crore": Decimal(10**7),
        "crores": Decimal(10**7),
        "dozen": Decimal(12),
        "gross": Decimal(144),
    }
)
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
        "dozens": Decimal(12),
        "zillions": Decimal(0),
    }
)
DENOMINATORS = MappingProxyType(
    {
        "half": 2,
        "third": 3,
        "quarter": 4,
        "fourth": 4,
        "fifth": 5,
        "sixth": 6,
        "seventh": 7,
        "eighth": 8,
        "ninth": 9,
        "tenth": 10,
        "twelfth": 12,
        "fifteenth": 15,
        "sixteenth": 16,
        "twentieth": 20,
        "thirtieth": 30,
        "fiftieth": 50,
        "hundredth": 100,
        "thousandth": 1000,
        "millionth": 10**6,
        "billionth": 10**9,
    }
)
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


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Shape of a item of digits, the separators to drop, the decimal mark."""
    thin = f"[{THIN} ]"
    return (
        (re.compile(r"[0-9]+"), "", "."),
        (re.compile(r"[0-9]*\.[0-9]+"), "", "."),
        (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"), ",", "."),
        (re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"), ",", "."),
        (re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(?:\.[0-9]+)?"), "'’", "."),
        (re.compile(rf"[0-9]{{1,3}}(?:{thin}[0-9]{{3}})+(?:\.[0-9]+)?"), f"{THIN} ", "."),
        (re.compile(rf"[0-9]{{1,3}}(?:{thin}[0-9]{{3}})+,[0-9]+"), f"{THIN} ", ","),
        (re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?"), ".", ","),
        (re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}"), ".", ","),
        (re.compile(r"[0-9]+,[0-9]{1,2}"), "", ","),
    )


def decimal_of(digits: str) -> Decimal | None:
    """The exact value of a item of digits in western, Indian, Swiss or continental grouping; none if it is no number.

    >>> [str(decimal_of(item)) for item in ("1,234.5", "12,34,567", "1'000'000", "1.234.567,89", "0.25", "2,5")]
    ['1234.5', '1234567', '1000000', '1234567.89', '0.25', '2.5']
    >>> decimal_of("3.8.18") is decimal_of("1,23,4") is None
    True
    """
    if len(digits) > MAX_DIGITS:
        return None
    for shape, separators, mark in _shapes():
        if shape.fullmatch(digits):
            plain = digits.translate({ord(char): None for char in separators})
            return Decimal(plain.replace(mark, "."))
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


@dataclass(frozen=True, slots=True)
class Run:
    """What `read_words` made of the first `length` tokens: their value, and the scale they end in (1 for none)."""

    value: Decimal
    length: int
    magnitude: Decimal = Decimal(1)


def rank(item: str | Decimal) -> str:
    """What part a item plays in a run: "digits", "unit", "teen", "ten", "hundred", "scale", "dozen", "and" or "".

    >>> items = (Decimal("1.5"), "two", "eleven", "forty", "hundred", "million", "dozen", "and", "cat")
    >>> [rank(item) for item in items]
    ['digits', 'unit', 'teen', 'ten', 'hundred', 'scale', 'dozen', 'and', '']
    """
    if isinstance(item, Decimal):
        return "digits"
    if item in SCALES:
        return {"hundred": "hundred", "dozen": "dozen", "gross": "dozen"}.get(item, "scale")
    for name, table in (("unit", UNITS), ("teen", TEENS), ("ten", TENS)):
        if item in table:
            return name
    return "and" if item == "and" else ""


# What may follow what inside one group of up to three digits.
_MAY_FOLLOW = MappingProxyType(
    {
        "unit": frozenset({"", "ten", "hundred", "scale", "and"}),
        "teen": frozenset({"", "hundred", "scale", "and"}),
        "ten": frozenset({"", "hundred", "scale", "and"}),
        "digits": frozenset({"", "hundred", "scale", "and"}),
    }
)


def read_words(tokens: Sequence[str | Decimal]) -> Run | None:
    """The longest run of tokens from the first on that is one number; tokens are lower-case words or digit values.

    >>> read_words("two hundred and five thousand".split())
    Run(value=Decimal('205000'), length=5, magnitude=Decimal('1000'))
    >>> read_words([Decimal("1.5"), "hundred"]).value, read_words("two million one thousand".split()).value
    (Decimal('150'), Decimal('2001000'))
    >>> read_words("two hundred and three hundred".split())
    Run(value=Decimal('200'), length=2, magnitude=Decimal('100'))
    """
    state = _Words()
    best: Run | None = None
    for position, item in enumerate(tokens, 1):
        if not state.take(item):
            break
        if state.last != "and" and not _loose_digits(tokens, position - 1):
            if state.after_and and best is not None and position < len(tokens) and _breaks(state, tokens[position]):
                return best
            best = Run(state.value, position, state.magnitude)
    return best


def _loose_digits(tokens: Sequence[str | Decimal], index: int) -> bool:
    """Whether digits stand after a scale and so begin a number of their own ("$3 million 5 years ago").

    >>> _loose_digits(["million", Decimal(5)], 1), _loose_digits(["hundred", "and", Decimal(21)], 2)
    (True, False)
    """
    if index == 0 or not isinstance(tokens[index], Decimal):
        return False
    return tokens[index - 1] != "and" or tokens[index - 2] != "hundred"


def _breaks(state: _Words, following: str | Decimal) -> bool:
    """Whether what stands after an "and" belongs to a number of its own ("two hundred and | three hundred")."""
    if rank(following) not in {"hundred", "scale"} or not isinstance(following, str):
        return False
    return (rank(following) == "hundred" and state.group > 99) or SCALES[following] >= state.smallest


class _Words:
    """The state of reading a run: thousands done, the group under way, and the last item's rank."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.smallest = Decimal("Infinity")
        self.magnitude = Decimal(1)
        self.last = ""
        self.after_and = False

    @property
    def value(self) -> Decimal:
        return plain(EXACT.add(self.total, self.group))

    def take(self, item: str | Decimal) -> bool:
        """Whether the item continues the number; if so it is counted in."""
        kind = rank(item)
        if kind in _MAY_FOLLOW:
            return self._take_small(item, kind)
        if kind == "hundred":
            return self._take_hundred()
        if kind in {"scale", "dozen"} and isinstance(item, str):
            return self._take_scale(SCALES[item], kind)
        if kind == "and" and self.last in {"hundred", "scale"}:
            self.last, self.after_and = "and", True
            return True
        return False

    def _take_small(self, item: str | Decimal, kind: str) -> bool:
        if self.last not in _MAY_FOLLOW[kind] or (kind == "unit" and self.last == "ten" and item == "zero"):
            return False
        if isinstance(item, Decimal):
            if self.last and (item >= self.smallest or item >= 1000):
                return False
            number = item
        else:
            number = UNITS.get(item) or TEENS.get(item) or TENS.get(item) or Decimal(0)
        self.group = EXACT.add(self.group, number)
        self.last, self.magnitude = kind, Decimal(1)
        return True

    def _take_hundred(self) -> bool:
        if self.last in {"hundred", "and", "scale"} or (self.group > 99 and self.last != "digits"):
            return False
        self.group = times(self.group if self.last else Decimal(1), Decimal(100))
        self.last, self.magnitude = "hundred", Decimal(100)
        return True

    def _take_scale(self, scale: Decimal, kind: str) -> bool:
        if self.last == "scale" and self.group == 0:  # "lakh crore", "thousand billion": the whole is scaled again
            self.total, self.magnitude = times(self.total, scale), times(self.magnitude, scale)
            self.smallest = scale
            return True
        if scale >= self.smallest or self.last == "and":
            return False
        self.total = EXACT.add(self.total, times(self.group if self.last else Decimal(1), scale))
        self.group, self.smallest = Decimal(0), scale
        self.last, self.magnitude = ("end" if kind == "dozen" else "scale"), scale
        return True


def vague_range(plural: str, scale: Decimal = Decimal(1)) -> tuple[Decimal, Decimal] | None:
    """The ends of a vague number, times a scale; none for a word that says nothing ("zillions").

    >>> vague_range("dozens"), vague_range("tens", Decimal(10**6))
    ((Decimal('24'), Decimal('100')), (Decimal('10000000'), Decimal('100000000')))
    """
    unit = PLURAL_SCALES.get(plural)
    if not unit:
        return None
    if plural == "dozens":
        return times(Decimal(24), scale), times(Decimal(100), scale)
    return times(unit, scale), times(times(unit, Decimal(10)), scale)
