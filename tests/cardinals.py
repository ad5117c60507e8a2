"""English cardinals, written by rules of our own: what the reader of number words is tried against."""

from __future__ import annotations

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def cardinal(number: int, *, et: bool = True, hyphen: str = "-") -> str:
    """A whole number below 10**15 in words; `et` puts "and" before what follows the hundreds.

    >>> cardinal(205_017), cardinal(1_000_045), cardinal(42_000_300, et=False, hyphen=" ")
    ('two hundred and five thousand and seventeen', 'one million and forty-five', 'forty two million three hundred')
    """
    if number < 100:
        return _below_hundred(number, hyphen)
    parts: list[str] = []
    for scale, name in SCALES:
        if number >= scale:
            parts += [_below_thousand(number // scale, et=et, hyphen=hyphen), name]
            number %= scale
    if number and (number < 100 and et):
        parts.append("and")
    return " ".join(parts + ([_below_thousand(number, et=et, hyphen=hyphen)] if number else []))


def _below_thousand(number: int, *, et: bool, hyphen: str) -> str:
    hundreds, rest = divmod(number, 100)
    parts = [SMALL[hundreds], "hundred"] if hundreds else []
    if rest:
        parts += (["and"] if hundreds and et else []) + [_below_hundred(rest, hyphen)]
    return " ".join(parts)


def _below_hundred(number: int, hyphen: str) -> str:
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"{hyphen}{SMALL[number % 10]}" if number % 10 else "")
