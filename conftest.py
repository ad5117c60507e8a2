"""What every test gets: the python blocks of README and docs as tests, and one hypothesis profile.

Doctests in the package are collected by pytest itself (`--doctest-modules`); Sybil reads the Markdown.
"""

from __future__ import annotations

from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

settings.register_profile("claimx", deadline=None, derandomize=True)  # a busy machine is no bug; CI must repeat
settings.load_profile("claimx")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()
