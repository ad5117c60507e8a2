"""Word clusters as norms: what a small treebank cannot know of a word, from the clusters of spacy-lookups-data.

The clusters (Brown clusters of a large web corpus, 1,000 classes) put "rose", "fell" and "climbed" together. They are
saved as the vocabulary's table of norms, which plain `spacy.load` reads back: `token.norm_` is then "c938" for each.
"""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from spacy.attrs import NORM  # type: ignore[import-not-found]
from spacy.lookups import load_lookups
from spacy.util import add_lookups

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = 60_000  # the commonest words; more add size, not accuracy


def cluster_norms() -> dict[int, str]:
    """The cluster of each of the commonest words, by the words' hashes.

    >>> from spacy.strings import hash_string
    >>> norms = cluster_norms()
    >>> rose, fell, company = (norms[hash_string(word)] for word in ("rose", "fell", "company"))
    >>> rose == fell != company
    True
    """
    tables = load_lookups("en", ["lexeme_cluster", "lexeme_prob"])
    clusters, probabilities = tables.get_table("lexeme_cluster"), tables.get_table("lexeme_prob")
    common = nlargest(WORDS, clusters, key=lambda word: probabilities.get(word, -99.0))
    return {word: f"c{clusters[word]}" for word in common}


def use_clusters(nlp: Language) -> None:
    """Make clusters the norms of a pipeline's vocabulary, in place.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> use_clusters(nlp)
    >>> nlp("Prices rose")[1].norm_ == nlp("Prices fell")[1].norm_
    True
    """
    if nlp.vocab.lookups.has_table("lexeme_norm"):
        nlp.vocab.lookups.remove_table("lexeme_norm")
    norms = nlp.vocab.lookups.add_table("lexeme_norm", cluster_norms())
    getters = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    getters[NORM] = add_lookups(getters[NORM], norms)
    for lexeme in nlp.vocab:
        lexeme.norm_ = getters[NORM](lexeme.text)
