"""What importing loads: a light import is a promise, and each heavy library waits until it is needed."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

HEAVY = "spacy thinc numpy pint quantulum3 inflect rich hypothesis pyarrow pandas polars".split()


def loaded_after(statement: str, *, whole: bool = False) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return {name if whole else name.partition(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("name", ["claimx", "claimx.claims", "claimx.cli", "claimx.frames"])
def test_importing_loads_nothing_heavy(name: str) -> None:
    assert loaded_after(f"import {name}").isdisjoint(HEAVY)


def test_reading_back_a_claim_loads_nothing_heavy() -> None:
    lines = ["import claimx.claims", "try: claimx.claims.loads('{}')", "except ValueError: pass"]
    assert loaded_after("\n".join(lines)).isdisjoint(HEAVY)


def test_quantities_load_no_more_than_they_need() -> None:
    loaded = loaded_after("import claimx; claimx.quantities('It weighs 5 kg.')", whole=True)
    assert {name.partition(".")[0] for name in loaded}.isdisjoint(HEAVY)
    later = {"claimx.claims", "claimx.read", "claimx.sentences", "claimx.attach", "claimx.parallel", "claimx.outputs"}
    assert loaded.isdisjoint({*later, "importlib.resources", "multiprocessing"})


def test_quantities_build_no_validator() -> None:
    """Building those of all models takes as long as everything else up to the first quantity."""
    program = """
        import claimx
        from claimx.claims import Claim, Quantity, Span
        found = claimx.quantities("It took 1h30m, a day and a half, 5 to 6 kg and $5bn; it cost a dollar.")
        assert len(found) > 3
        print(*(model.__pydantic_complete__ for model in (Span, Quantity, Claim)))
    """
    done = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"] * 3


@pytest.mark.parametrize("round_", range(4))
def test_many_threads_may_be_the_first_to_use_the_models(round_: int) -> None:
    """Validators and serializers are built on first use; the switch interval makes the threads meet there."""
    program = """
        import sys, threading
        from concurrent.futures import ThreadPoolExecutor
        import claimx
        from claimx.claims import Extent, MoneyClaim, Quantity, json_schema
        sys.setswitchinterval(1e-6)
        money = claimx.quantities("$5")[0]
        uses = [
            lambda: money.model_dump_json(),
            lambda: Quantity.model_validate(dict(money)),
            lambda: MoneyClaim(text="$5", start=0, end=2, quantity=money, sentence=Extent(start=0, end=2)),
            json_schema,
        ]
        together = threading.Barrier(16)
        def use(number):
            together.wait()
            uses[number % len(uses)]()
        with ThreadPoolExecutor(16) as pool:
            list(pool.map(use, range(16)))
    """
    done = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0, round_


def test_quantities_compile_few_patterns() -> None:
    """Compiling is most of the work of a first call: a pattern waits until a character or a word asks for it."""
    program = """
        import re
        import claimx
        from claimx import extractor
        lengths, compiled = [], re.compile
        def counted(pattern, flags=0):
            lengths.append(len(pattern))
            return compiled(pattern, flags)
        re.compile = counted
        claimx.quantities("5 kg")
        print(len(lengths), sum(lengths))
    """
    done = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, text=True, check=True)
    count, length = map(int, done.stdout.split())
    assert count <= 80
    assert length <= 12_000  # 8,150 in 55 when this was written
