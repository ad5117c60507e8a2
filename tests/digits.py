"""An extractor that stands in for the real one where only the command line is tested, and loads nothing heavy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from claimx.claims import Claim, CountClaim, Extent, Quantity, Span
from claimx.errors import ClaimxError  # noqa: TC001


class Digits:
    """Every run of ASCII digits is a count; reads two texts ahead, as an extractor with batches does."""

    def extract_many(
        self, texts: Iterable[tuple[str, str]], *, as_tuples: Literal[True], errors: Literal["return"], **_: int
    ) -> Iterator[tuple[list[Claim] | ClaimxError, str]]:
        assert as_tuples
        assert errors == "return"
        batch: list[tuple[str, str]] = []
        for text, doc_id in texts:
            batch.append((text, doc_id))
            if len(batch) == 2:
                yield from self._read(batch)
                batch = []
        yield from self._read(batch)

    def _read(self, batch: list[tuple[str, str]]) -> Iterator[tuple[list[Claim], str]]:
        for text, doc_id in batch:
            yield [self._claim(match, text, doc_id) for match in re.finditer("[0-9]+", text)], doc_id

    def _claim(self, match: re.Match[str], text: str, doc_id: str) -> Claim:
        start, end = match.span()
        number = Span(text=match[0], start=start, end=end)
        quantity = Quantity(kind="count", value=Decimal(match[0]), number=number, **number.model_dump())
        sentence = Extent(start=0, end=len(text))
        return CountClaim(quantity=quantity, sentence=sentence, doc_id=doc_id, **number.model_dump())
