"""Peak memory of a fresh process that loads a system and reads all texts of a set with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.speed.processes import run

if TYPE_CHECKING:
    from benchmarks.speed.texts import TextSet

PROGRAM = """
import json, pathlib
from benchmarks.speed.systems import load
load({name!r}).read(json.loads(pathlib.Path({path!r}).read_text("utf-8")))
"""


def measure(names: Iterable[str], texts: TextSet) -> dict[str, float]:
    """Megabytes at the peak, by system."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps(texts.texts), encoding="utf-8")
        return {name: run(PROGRAM.format(name=name, path=str(path))).peak for name in names}
