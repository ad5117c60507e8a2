"""The embedded pipeline in long streams and among threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from claimx import Claim, Extractor, pipeline
from claimx.pipeline import embedded

SYLLABLES = "ba de fi go lu mar nes pol rit sto tun vek".split()
NUMBERS = range(120)


def new_words(number: int) -> str:
    """A text with words that no other number's has."""
    one, two, three = (SYLLABLES[number // 12**place % 12] for place in range(3))
    word = f"{three}{two}{one}"
    spent = f"The {word}ing of {word}s {word}ed {number} {word}ers at {word.title()}."
    return f"{spent} It cost $5 million, the {word}or said."


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def extracted(extractor: Any, number: int) -> list[Claim]:
    found: list[Claim] = extractor.extract(new_words(number), doc_id=str(number))
    return found


def test_new_words_are_forgotten_and_the_claims_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "KEPT_STRINGS", 0)
    strings = embedded().vocab.strings
    before = len(strings)
    forgetful = [extracted(Extractor(), number) for number in NUMBERS]
    assert len(strings) == before
    pipeline.lemma.cache_clear()
    monkeypatch.undo()
    assert [extracted(Extractor(), number) for number in NUMBERS] == forgetful
    assert all(claims for claims in forgetful)


def test_a_pipeline_of_the_callers_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "KEPT_STRINGS", 0)
    with pipeline.forgetting(own := type(embedded())()):
        own.vocab.strings.add("grumble")
    assert "grumble" in own.vocab.strings


@pytest.mark.usefixtures("switching")
@pytest.mark.parametrize("kept", [pipeline.KEPT_STRINGS, 0])
def test_many_threads_get_what_one_gets(monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    monkeypatch.setattr(pipeline, "KEPT_STRINGS", kept)
    extractor = Extractor()
    alone = [extracted(extractor, number) for number in NUMBERS]
    pipeline.lemma.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda number: extracted(extractor, number), NUMBERS))
    assert together == alone


@pytest.mark.usefixtures("switching")
def test_threads_with_streams_of_their_own() -> None:
    extractor = Extractor()
    texts = [new_words(number) for number in NUMBERS]
    alone = list(extractor.extract_many(texts, batch_size=7))
    with ThreadPoolExecutor(4) as pool:
        streams = [pool.submit(lambda: list(extractor.extract_many(texts, batch_size=7))) for _ in range(4)]
        assert all(stream.result() == alone for stream in streams)
