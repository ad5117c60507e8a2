"""Numbers that are parts of codes: identifiers, addresses, phone numbers, coordinates, citations, footnote marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claims import Quantity
    from claimx.scan import Number


def is_glued(quantity: Quantity, text: str, last_end: int = -1) -> bool:
    """Whether letters or digits touch what was read, so that it is part of something longer: "3D", "A320", "F-16".

    >>> from claimx.claims import Quantity, Span
    >>> is_glued(Quantity(kind="number", text="3", start=0, end=1, number=Span(text="3", start=0, end=1)), "3D film")
    True
    """
    after, last = text[quantity.end : quantity.end + 1], text[quantity.end - 1]
    if quantity.start < last_end or (quantity.start and _is_glued_before(text, quantity.start, last_end)):
        return True
    if (after.isdigit() and last not in "'’′") or (after and (after.isalnum() or after == "_") and last.isalnum()):
        return True
    return bool(_hyphened_code().match(text, quantity.end)) and last.isdigit()


def is_dangling(quantity: Quantity, text: str) -> bool:
    """Whether a number goes on beside what was read, which is part of a code, score, version or phone number then.

    >>> from claimx.claims import Quantity, Span
    >>> five = Quantity(kind="number", text="5", start=2, end=3, number=Span(text="5", start=2, end=3))
    >>> [is_dangling(five, text) for text in ("3-5", "a 5-7", "a 5½", "3 5")]
    [True, True, True, False]
    """
    if text[quantity.end : quantity.end + 1].isnumeric() or _goes_on().match(text, quantity.end):
        return True
    if quantity.start > 1 and _went_before().match(text, quantity.start - 2):
        return True
    return quantity.kind == "number" and bool(
        _code_after().match(text, quantity.end)
        or _code_before().search(text, max(0, quantity.start - 2), quantity.start)
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


def is_in_address(number: Number, text: str) -> bool:
    """URLs, e-mail addresses, file names and paths, handles and hashtags."""
    start = number.start
    left = text[max(0, start - 80) : start].split()[-1:] if start and not text[start - 1].isspace() else []
    word = (left[0] if left else "") + text[start : start + 80].split(maxsplit=1)[0]
    return bool(_address().search(word))


def is_bracketed(number: Number, text: str) -> bool:
    """As in "[3]", "(1)", "(2004)", "word[12]", "company(3)": a citation, footnote mark or enumerator."""
    before, after = text[number.start - 1 : number.start] if number.start else "", text[number.end : number.end + 1]
    if before == "[" or (after == "]" and before in {",", " ", "–", "-"}):
        return bool(_square_end().match(text, number.end))
    if before == "(" and after == ")" and number.form == "digits":
        return True
    return before == "^"


def is_phone(number: Number, text: str) -> bool:
    """As in "+4512345678", "☎ 555 1234", "tel. 5551234": many digits after a plus, or a telephone sign."""
    digits = text[number.start : number.end]
    if digits[0] == "+" and digits[1:].isdigit() and len(digits) > 7:
        return True
    if _dialled().search(text, max(0, number.start - 24), number.end + 1):
        return True
    if _trunk().search(text, max(0, number.start - 16), number.start):
        return True
    return bool(_telephone().search(text, max(0, number.start - 16), number.start))


def is_coordinate(number: Number, text: str) -> bool:
    """As in "51º 20.5' N", "12° E"."""
    return number.form == "digits" and bool(_compass().match(text, number.end))


def is_street(number: Number, text: str) -> bool:
    """As in "850 Marigold Bridge", "10 Downing Street", "New York, NY 10027", "Oxford OX1 2JD"."""
    return bool(_street().match(text, number.end)) or bool(
        _state().search(text, max(0, number.start - 6), number.start)
    )


def is_citation(number: Number, text: str) -> bool:
    """As in "42 U.S.C. § 1983", "410 U.S. 113", "Mark 4:12", "et al., 2004", "§ 5", "pp. 3"."""
    if _reporter_after().match(text, number.end) or _issue_after().match(text, number.end):
        return True
    if _issue_before().search(text, max(0, number.start - 10), number.start):
        return True
    return bool(_reporter_before().search(text, max(0, number.start - 24), number.start))


def is_footnote(number: Number, text: str) -> bool:
    """A small number glued behind a full stop, or alone after the end of a paragraph's last sentence."""
    if number.form != "digits" or not text[number.start : number.end].isdigit() or number.end - number.start > 3:
        return False
    return bool(_full_stop().search(text, max(0, number.start - 4), number.start)) and (
        text[number.start - 1] != " " or bool(_paragraph_end().match(text, number.end))
    )


def has_leading_zero(number: Number, text: str) -> bool:
    """As in "007", "0800": an identifier."""
    digits = text[number.start : number.end].lstrip("+-")
    return len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()


def is_identifier(number: Number, text: str) -> bool:
    """Five digits or more without a comma behind the name of a paper or account: "contract 36647", "code is 80435"."""
    digits = text[number.start : number.end]
    if number.form != "digits" or len(digits) < 5 or not digits.isdigit() or _plural().match(text, number.end):
        return False
    return bool(_paper().search(text, max(0, number.start - 40), number.start))


@cache
def _paper() -> re.Pattern[str]:
    papers = (
        "deal|contract|invoice|order|ticket|account|case|claim|file|docket|serial|reference|reservation|booking|policy|"
        "confirmation|tracking|application|permit|licen[cs]e|registration|item|code|passport|badge|pager|office|home|"
        "cell|box|x"
    )
    return re.compile(rf"(?<!\w)(?:{papers})(?: number| no\.| id)?(?: is| was|:)? #?\Z", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(r" [a-z]+s\b")


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
    endings = "com|org|net|gov|edu|uk|io|html?|pdf|docx?|xlsx?|jpe?g|png|gif|zip|py|txt|csv|mp[34]|exe|php"
    return re.compile(rf"://|www\.|@\w|\w@|^#|\.(?:{endings})\b|\\\w", re.IGNORECASE)


@cache
def _square_end() -> re.Pattern[str]:
    return re.compile(r"(?:[,;–-] ?\d+){0,9}\]")


@cache
def _dialled() -> re.Pattern[str]:
    """As in "+44 20 7946", or digits behind such a beginning."""
    return re.compile(r"\+\d{1,3}[ -]\(?\d{1,4}\)?(?:[ -]\d{1,4}){0,3}[ -]?\Z|\+\d{1,3}[ -]\Z")


@cache
def _trunk() -> re.Pattern[str]:
    """The groups of "0800 555 0199" before its later ones."""
    return re.compile(r"(?<![\d.,])0\d{2,4}[ -](?:\d{2,4}[ -]){0,2}\Z")


@cache
def _telephone() -> re.Pattern[str]:
    return re.compile(r"(?:[☎☏📞]|\b(?:tel|phone|fax|mobile|hotline|call)\.?:) ?\+? ?\Z", re.IGNORECASE)


@cache
def _compass() -> re.Pattern[str]:
    return re.compile(
        r" ?[°º˚](?: ?\d+(?:[.,]\d+)? ?['′’](?: ?\d+(?:\.\d+)? ?[\"″”])?)? ?[NSEW]\b| ?['′’](?: ?\d+(?:\.\d+)? "
        r"?[\"″”])? ?[NSEW]\b"
    )


@cache
def _street() -> re.Pattern[str]:
    words = (
        "Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Court|Ct|Place|Pl|Square|"
        "Sq|Terrace|Highway|Hwy|Parkway|Pkwy|Circle|Bridge|Broadway|Crescent|Row|Quay|Gardens|Plaza|"
        "Alley|Hill|Close|Mews|Wharf"
    )
    return re.compile(rf" [NSEW]\. [A-Z]| The [A-Z]| (?:[NSEW]\.? )?(?:[A-Z][\w'’.]+ ){{0,3}}(?:{words})\b\.?")


@cache
def _state() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])[A-Z]{2} \Z")


@cache
def _issue_after() -> re.Pattern[str]:
    """As in "92 (6): 1087"."""
    return re.compile(r" ?\(\d{1,4}\)[:,.]")


@cache
def _issue_before() -> re.Pattern[str]:
    return re.compile(r"\d ?\(\d{1,4}\)[:,] ?(?:pp?\. ?)?\Z")


@cache
def _reporter_after() -> re.Pattern[str]:
    return re.compile(
        r" (?:U\. ?S\.(?: ?C\.| \d)|U\.S\.C|F\. ?(?:2d|3d|4th|Supp)|S\. ?Ct|L\. ?Ed|Cal\.|C\.F\.R|CFR|USC|"
        r"Fed\.|Stat\.|N\.[EYW]|P\.[23]d|A\.[23]d|So\.|S\.W|Cong\.|Rec\.|Eur\.|J\.|Am\. ?J)"
    )


@cache
def _reporter_before() -> re.Pattern[str]:
    reporters = (
        r"H\. ?R\.|U\. ?S\.(?: ?C\.(?: ?§§?)?)?|F\. ?(?:2d|3d|4th|Supp\.)|S\. ?Ct\.|L\. ?Ed\.(?: "
        r"?2d)?|C\.F\.R\.|CFR|U\.S\.C\.|USC|Stat\.|Cong\.|Rec\.|et al\.?,?|ibid\.?,?"
    )
    return re.compile(rf"(?:(?<![A-Za-z])(?:{reporters}) |§§? ?|¶¶? ?|\bpp?\. ?)\Z")


@cache
def _full_stop() -> re.Pattern[str]:
    return re.compile(r"[a-z\])][.!?][\"”’']? ?\Z")


@cache
def _paragraph_end() -> re.Pattern[str]:
    return re.compile(r"[ \t]*(?:\n|\Z)")


@cache
def _hyphened_code() -> re.Pattern[str]:
    """As in "3-D", "747-8I", "4-H": a hyphen and a code."""
    return re.compile(r"[-–‑][A-Z]{1,3}[0-9]{0,4}(?![\w-])")


@cache
def _goes_on() -> re.Pattern[str]:
    """A dash, stroke, point or thin space between two digits, from the first one's end on."""
    return re.compile(r"(?<=\d)(?:[-–‑−~/⁄:.,]\.?\d|['’\u00a0\u2007\u2009\u202f][0-9]{3}(?!\d))")


@cache
def _went_before() -> re.Pattern[str]:
    return re.compile(r"\d[-–‑−~/⁄:.,](?=\d)")


@cache
def _code_after() -> re.Pattern[str]:
    return re.compile(r"[-–‑/*+=](?=[\d(])|[-–‑]all\b")


@cache
def _code_before() -> re.Pattern[str]:
    return re.compile(r"[\d)][-–‑/*+=]\Z")
