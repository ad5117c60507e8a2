"""Read Universal Dependencies treebanks (CoNLL-U) as spaCy documents, with their raw text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import conllu
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab

SENTENCES_PER_DOC = 10
OWN_TRAIN, OWN_DEV = (Path(__file__).parent / "quantities" / f"{name}.conllu" for name in ("train", "dev"))
Word = tuple[str, bool, dict[str, Any]]  # form, whether a space follows, the CoNLL-U row


def words(sentence: conllu.TokenList) -> list[Word]:
    r"""The syntactic words of a sentence: parts of a multiword token ("do", "n't") have no space between them.

    >>> rows = [
    ...     "1-2 don't _ _ _ _ _ _ _ SpaceAfter=No",
    ...     "1 do do AUX VBP _ 0 root _ _",
    ...     "2 n't not PART RB _ 1 advmod _ _",
    ... ]
    >>> sentence = conllu.parse("".join("\t".join(row.split()) + "\n" for row in rows))[0]
    >>> [(form, space) for form, space, _ in words(sentence)]
    [('do', False), ("n't", False)]
    """
    found: list[Word] = []
    last, last_spaced = 0, True
    for row in sentence:
        spaced = (row["misc"] or {}).get("SpaceAfter") != "No"
        if isinstance(row["id"], int):
            inside = row["id"] <= last
            found.append((row["form"], spaced if not inside else last_spaced and row["id"] == last, row))
        elif row["id"][1] == "-":
            last, last_spaced = row["id"][2], spaced
    return found


def make_doc(vocab: Vocab, sentences: list[list[Word]]) -> Doc:
    """One document of several sentences, with tags, heads, labels and lemmas."""
    heads: list[int] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        first = len(heads)
        heads += [first + (row["head"] or index + 1) - 1 for index, (_, _, row) in enumerate(sentence)]
        starts += [index == 0 for index in range(len(sentence))]
    flat = [word for sentence in sentences for word in sentence]
    return Doc(
        vocab,
        words=[form for form, _, _ in flat],
        spaces=[space for _, space, _ in flat],
        tags=[row["xpos"] for _, _, row in flat],
        pos=[row["upos"] for _, _, row in flat],
        lemmas=[row["lemma"] for _, _, row in flat],
        deps=["ROOT" if row["deprel"] == "root" else row["deprel"] for _, _, row in flat],
        heads=heads,
        sent_starts=starts,
    )


def read_docs(paths: Iterable[Path], vocab: Vocab, *, only: str = "") -> Iterator[Doc]:
    """The treebanks' sentences in order, up to ten to a document, never across a document's border.

    `only` keeps the source documents whose identifier holds it ("_news_").
    """
    for path in paths:
        batch: list[list[Word]] = []
        document = ""
        with path.open(encoding="utf-8") as lines:
            for sentence in conllu.parse_incr(lines):
                started = sentence.metadata.get("newdoc id")
                if batch and (started or len(batch) == SENTENCES_PER_DOC):
                    yield make_doc(vocab, batch)
                    batch = []
                document = started or document
                if only in document:
                    batch.append(words(sentence))
        if batch:
            yield make_doc(vocab, batch)


def sha256(path: Path) -> str:
    """The hash of a file's content, hexadecimal.

    >>> import tempfile
    >>> with tempfile.NamedTemporaryFile() as empty:
    ...     sha256(Path(empty.name))[:8]
    'e3b0c442'
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()
