"""The benchmarks of speed run and say what they measure; no figure is asked of them here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.speed import attachment

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_attachment_is_measured_beside_the_parse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts.jsonl"
    texts.write_text('{"text": "The club has 300 members. It is old. They paid $5 each."}\n', encoding="utf-8")
    attachment.main([str(texts), "--rounds", "1", "--json"])
    figures = json.loads(capsys.readouterr().out)
    assert figures["sentences"] == 2
    assert all(figures[stage] > 0 for stage in attachment.STAGES)
    attachment.main([str(texts), "--rounds", "1"])
    assert "of parsing" in capsys.readouterr().out
