"""What every test gets: the python blocks of README and docs as tests, and a hypothesis profile.

`pytest --hypothesis-profile=thorough` draws thirty times as many examples, and other ones each time.

Doctests in the package are collected by pytest itself (`--doctest-modules`); Sybil reads the Markdown.
"""

from __future__ import annotations

import os
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # the tests send nothing to anyone,
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")  # and need no name for this machine

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large]
# A busy machine is no bug, and CI must repeat.
settings.register_profile(
    "claimx", deadline=None, suppress_health_check=QUIET, max_examples=150, derandomize=True, database=None
)
settings.register_profile("thorough", deadline=None, suppress_health_check=QUIET, max_examples=5000, database=None)
settings.load_profile("claimx")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE), SkipParser()],
    patterns=["README.md", "docs/*.md", "docs/**/*.md"],
).pytest()
