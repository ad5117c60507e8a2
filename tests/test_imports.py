"""What importing loads: a light import is a promise, and each heavy library waits until it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "thinc", "numpy", "pint", "quantulum3", "inflect", "rich", "hypothesis")


def loaded_after(statement: str, *, whole: bool = False) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return {name if whole else name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("statement", ["import claimx", "import claimx.claims", "import claimx.cli"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    assert loaded_after(statement).isdisjoint(HEAVY)


def test_reading_back_a_claim_loads_nothing_heavy() -> None:
    lines = ["import claimx.claims", "try: claimx.claims.loads('{}')", "except ValueError: pass"]
    assert loaded_after("\n".join(lines)).isdisjoint(HEAVY)


def test_quantities_load_no_more_than_they_need() -> None:
    loaded = loaded_after("import claimx; claimx.quantities('It weighs 5 kg.')", whole=True)
    assert {name.partition(".")[0] for name in loaded}.isdisjoint(HEAVY)
    assert loaded.isdisjoint({"claimx.attach", "claimx.parallel", "claimx.outputs", "multiprocessing"})
