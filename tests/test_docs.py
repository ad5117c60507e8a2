"""The docs say what there is: public names, errors, fields, formats; links lead somewhere; the table is real."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

import claimx
from claimx.cli import FORMATS
from claimx.outputs.wording import HEADINGS, cells
from tests.test_rows import EXPECTED_COLUMNS

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page for glob in ("*.md", "docs/**/*.md", "training/*.md", "benchmarks/*.md") for page in ROOT.glob(glob)
)


@cache
def docs() -> str:
    """README and docs as one text."""
    pages = (ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")))
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def errors(kind: type[claimx.ClaimxError] = claimx.ClaimxError) -> list[type[claimx.ClaimxError]]:
    """An error class and all below it."""
    return [kind, *(below for child in kind.__subclasses__() for below in errors(child))]


def anchors(page: Path) -> set[str]:
    """The names of a page's headings, as links spell them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", claimx.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert re.search(rf"\b{name}\b", docs())


@pytest.mark.parametrize("kind", errors(), ids=lambda kind: kind.code)
def test_every_error_is_documented(kind: type[claimx.ClaimxError]) -> None:
    builtin = next(base for base in kind.__mro__[1:] if not issubclass(base, claimx.ClaimxError))
    page = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    assert f"\n| `{kind.code}` | `{kind.__name__}` | `{builtin.__name__}` | " in page
    assert kind is claimx.ClaimxError or f"\n## {kind.code}\n" in page


def test_every_error_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in errors()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("model", [claimx.Claim, claimx.Quantity, claimx.Predicate], ids=lambda model: model.__name__)
def test_every_field_is_documented(model: type[claimx.Claim | claimx.Quantity | claimx.Predicate]) -> None:
    schema = (ROOT / "docs/claim-schema.md").read_text(encoding="utf-8")
    assert [name for name in model.model_fields if f"`{name}`" not in schema] == []


def test_every_format_is_documented() -> None:
    page = (ROOT / "docs/command-line.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"| `{name}` |" not in page] == []


def test_columns_that_the_docs_name_exist() -> None:
    named = re.findall(r"row\[\"(\w+)\"\]", docs())
    assert named
    assert set(named) <= set(EXPECTED_COLUMNS.split())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        found = (page.parent / target).resolve() if target else page
        assert found.exists(), link
        assert not anchor or anchor in anchors(found), link


def test_the_readme_shows_what_the_example_gives() -> None:
    text = (ROOT / "examples/article.txt").read_text(encoding="utf-8")
    block = re.search(r"```text\n(Claim .*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block is not None
    head, *lines = (line.split() for line in block[1].splitlines())
    assert head == list(HEADINGS)
    rows = [" ".join(" ".join(cells(claim)).split()) for claim in claimx.extract(text)]
    assert [" ".join(line) for line in lines if " ".join(line) not in rows] == []
