"""From the start of Python to a first result, each time in a fresh process."""

from __future__ import annotations

from importlib.util import find_spec

from benchmarks.speed.processes import Run, medians
from benchmarks.speed.systems import MODEL

TEXT = "The city spent more than $53.6 million on its schools last year, up 3% from 2021, the mayor said."
PYTHON, PYDANTIC, IMPORT = "Python alone", "import pydantic", "import claimx"
QUANTITY, CLAIM = "claimx, first quantity", "claimx, first claim"
SPACY, QUANTULUM = "import spaCy, load the embedded pipeline", "quantulum3, first quantity"
PROGRAMS = {
    PYTHON: "pass",
    PYDANTIC: "import pydantic",
    "from pydantic import BaseModel": "from pydantic import BaseModel",
    IMPORT: "import claimx",
    QUANTITY: f"import claimx; assert claimx.quantities({TEXT!r})",
    SPACY: f"import spacy; spacy.load({str(MODEL)!r})",
    CLAIM: f"import claimx; assert claimx.extract({TEXT!r})",
}
PEERS = {
    QUANTULUM: "from quantulum3 import classifier, parser; classifier.USE_CLF = False; "
    f"assert parser.parse({TEXT!r})",
}  # fmt: skip
RATIOS = ((IMPORT, PYDANTIC), (QUANTITY, PYDANTIC), (CLAIM, SPACY), (QUANTULUM, QUANTITY))


def measure(turns: int) -> dict[str, Run]:
    """The medians of all programs whose system is installed."""
    peers = PEERS if find_spec("quantulum3") else {}
    return medians({**PROGRAMS, **peers}, turns)


def ratios(runs: dict[str, Run]) -> dict[str, float]:
    """Seconds beside seconds, Python's own start in both.

    >>> ratios({IMPORT: Run(0.1, 0.1, 20), PYDANTIC: Run(0.2, 0.2, 20)})
    {'import claimx / import pydantic': 0.5}
    """
    pairs = [(one, other) for one, other in RATIOS if one in runs and other in runs]
    return {f"{one} / {other}": runs[one].cpu / runs[other].cpu for one, other in pairs}
