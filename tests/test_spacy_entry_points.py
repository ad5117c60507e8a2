"""The spaCy component as other programs meet it: by its entry points, and in what another process has written."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = "The firm cut 300 jobs (12%) after sales fell to more than $5bn. Its debt, worth £3m-£5m, grew."


def entry_points() -> dict[str, dict[str, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, dict[str, str]] = project["entry-points"]
    return found


def test_entry_points_lead_somewhere() -> None:
    for group in entry_points().values():
        for target in group.values():
            module, _, name = target.partition(":")
            assert callable(getattr(import_module(module), name))


WRITER = """
import multiprocessing, sys
from pathlib import Path
import spacy
from spacy.tokens import DocBin

if __name__ == "__main__":
    assert "claimx" not in sys.modules
    multiprocessing.set_start_method("spawn")
    nlp = spacy.blank("en")
    assert not spacy.tokens.Doc.has_extension("claims")  # making a pipeline imports us, and must change nothing
    assert "claimx.extractor" not in sys.modules
    nlp.add_pipe("claimx")
    folder = Path(sys.argv[1])
    docs = list(nlp.pipe([(folder / "text.txt").read_text()] * 2, n_process=2, batch_size=1))
    nlp.to_disk(folder / "nlp")
    docs[0].to_disk(folder / "doc")
    DocBin(store_user_data=True, docs=docs).to_disk(folder / "docs.spacy")
    (folder / "claims.txt").write_text("\\n".join(map(repr, docs[0]._.claims)))
    print(*sorted(set(spacy.displacy.SpanRenderer().colors) & {"MONEY", "COUNT", "MEASURE"}))
"""
READER = """
import sys
from pathlib import Path
import spacy
from spacy.tokens import Doc, DocBin
from claimx.integrations.spacy_component import register_extensions

folder = Path(sys.argv[1])
register_extensions()
vocab = spacy.blank("en").vocab
docs = [Doc(vocab).from_disk(folder / "doc"), *DocBin().from_disk(folder / "docs.spacy").get_docs(vocab)]
docs.append(spacy.load(folder / "nlp")((folder / "text.txt").read_text()))
for doc in docs:
    assert "\\n".join(map(repr, doc._.claims)) == (folder / "claims.txt").read_text()
    assert len(doc.spans["claimx"]) == len(doc._.claims)
print(len(docs))
"""


def test_other_processes_find_the_component_and_read_what_it_wrote(tmp_path: Path) -> None:
    """Nothing imports claimx first; the workers are started afresh; the reader has only the files."""
    metadata = tmp_path / "site" / "claimx-0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: claimx\nVersion: 0\n", encoding="utf-8")
    groups = [
        f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in targets.items())
        for group, targets in entry_points().items()
    ]
    (metadata / "entry_points.txt").write_text("\n".join(groups), encoding="utf-8")
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    path = os.pathsep.join([str(metadata.parent), str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    printed = []
    for name, program in (("writer", WRITER), ("reader", READER)):
        script = tmp_path / f"{name}.py"
        script.write_text(program, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(script), str(tmp_path)], env={**os.environ, "PYTHONPATH": path},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout.strip())
    assert printed == ["COUNT MEASURE MONEY", "4"]
    assert (tmp_path / "claims.txt").read_text(encoding="utf-8").count("\n") == 3
