"""Texts with their claims marked, as one HTML page that needs nothing else: every claim coloured and labelled."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from claimx.outputs.wording import HEADINGS, cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claims import Claim

STYLE = """
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #1b1b1b;
  background: #fff }
section { overflow-x: auto }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: #e6e6e6; color: inherit; padding: .1em .2em; border-radius: .25em; border-bottom: 2px solid #666;
  box-decoration-break: clone; -webkit-box-decoration-break: clone }
mark.money { background: #d8f3dc; border-color: #2d6a4f }
mark.percent { background: #dbe9ff; border-color: #1d4e9e }
mark.count { background: #fff0c2; border-color: #8a6100 }
mark.measure { background: #f3dcf5; border-color: #7b2d84 }
mark small { font-size: .65em; white-space: nowrap; font-weight: 600; margin-left: .35em; text-transform: uppercase }
table { border-collapse: collapse; width: 100%; font-size: .9em; margin: 1em 0 3em }
th, td { text-align: left; vertical-align: top; padding: .3em .6em; border-bottom: 1px solid #ccc;
  white-space: pre-line; overflow-wrap: break-word }
"""


def highlight(text: str, claims: Sequence[Claim], *, title: str = "") -> str:
    """A whole page for one text: the text with its claims marked, and a table of them.

    >>> "<mark" in highlight("It cost nothing.", [])
    False
    """
    return "".join([page_start(title), section(text, claims, title=title), page_end()])


def page_start(title: str = "") -> str:
    """The page up to its first section.

    >>> page_start("a <b>").splitlines()[3]
    '<title>a &lt;b&gt;</title>'
    """
    head = f'<!DOCTYPE html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{_safe(title) or "claimx"}</title>\n'
    return f"{head}<style>{STYLE}</style>\n"


def section(text: str, claims: Sequence[Claim], *, title: str = "") -> str:
    r"""One text with its claims marked, and a table of them; fits between `page_start` and `page_end`.

    >>> section("5 < 6", [])
    '<section>\n<p class="text" dir="auto">5 &lt; 6</p>\n<p>no claims</p>\n</section>\n'
    """
    heading = f"<h2>{_safe(title)}</h2>\n" if title else ""
    listed = _table(claims) if claims else "<p>no claims</p>"
    marked = "".join(_marked(text, claims))
    return f'<section>\n{heading}<p class="text" dir="auto">{marked}</p>\n{listed}\n</section>\n'


def page_end() -> str:
    r"""The end of the page.

    >>> page_end()
    '</html>\n'
    """
    return "</html>\n"


def _marked(text: str, claims: Iterable[Claim]) -> Iterator[str]:
    done = 0
    for claim in sorted(claims, key=lambda claim: claim.start):
        start = max(claim.start, done)  # the words around two quantities may overlap: the first claim has them
        if start < claim.end:
            yield _safe(text[done:start])
            yield _mark(text[start : claim.end], claim)
            done = claim.end
    yield _safe(text[done:])


def _mark(stretch: str, claim: Claim) -> str:
    kind = _safe(claim.kind)
    return f'<mark class="{kind}" title="{_safe(str(claim))}">{_safe(stretch)}<small>{kind}</small></mark>'


def _table(claims: Iterable[Claim]) -> str:
    head = _row(("Kind", *HEADINGS), "th")
    body = "\n".join(_row((claim.kind, *cells(claim)), "td") for claim in claims)
    return f"<table>\n{head}\n{body}\n</table>"


def _row(values: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_safe(value)}</{tag}>" for value in values) + "</tr>"


def _safe(text: str) -> str:
    """Escaped for HTML; what HTML cannot hold (half characters, control characters) as the replacement character."""
    return escape("".join(character if _allowed(character) else "\ufffd" for character in text))


def _allowed(character: str) -> bool:
    controls = character < " " or "\x7f" <= character <= "\x9f"
    return character in "\t\n\r" or not (controls or "\ud800" <= character <= "\udfff")
