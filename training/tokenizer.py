"""The embedded pipeline's tokenizer: spaCy's English rules, closer to Universal Dependencies.

The rules are plain spaCy rules, saved with the pipeline: `spacy.load` needs no code of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import spacy
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from training.clusters import use_clusters

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

# A run of the same mark ("!!!", "*****", "====") is one token in the treebanks.
RUNS = [r"!{2,}", r"\?{2,}", r"[!?]{2,}", r"\*{2,}", r"={2,}", r"_{2,}", r"~{2,}", r"<{2,}", r">{2,}", r"#{2,}"]
# The treebanks keep a word and these prefixes together ("co-founder", "non-profit", "e-mail").
KEPT = r"^(?:anti|co|counter|e|ex|inter|mid|mini|multi|non|pan|post|pre|pro|re|semi|sub|ultra|un)-[A-Za-z]+$"


def universal_tokenizer(nlp: Language) -> Tokenizer:
    """Give the pipeline's tokenizer the treebanks' habits, in place, and return it.

    >>> nlp = spacy.blank("en")
    >>> tokenizer = universal_tokenizer(nlp)
    >>> [token.text for token in nlp("The co-founder paid $5bn!!!")]
    ['The', 'co-founder', 'paid', '$', '5bn', '!!!']
    """
    rules = nlp.Defaults
    tokenizer: Tokenizer = nlp.tokenizer
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(rules.prefixes or [])]).search
    tokenizer.suffix_search = compile_suffix_regex([*(run + "$" for run in RUNS), *(rules.suffixes or [])]).search
    infixes = [*RUNS, r"(?<=[a-z])/(?=[a-z])", *(rules.infixes or [])]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = re.compile(KEPT, re.IGNORECASE).match
    return tokenizer


@spacy.registry.callbacks("claimx_training.prepare")  # type: ignore[untyped-decorator]
def preparation() -> Callable[[Language], None]:
    """The callback that the training configuration names: tokenizer and word clusters, before training.

    >>> preparation()(spacy.blank("en"))
    """

    def prepare(nlp: Language) -> None:
        universal_tokenizer(nlp)
        use_clusters(nlp)

    return prepare
