"""The embedded spaCy pipeline, and lemmas by its rules. The only place that loads spaCy and reads `claimx/model/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from claimx.syntax import BE

if TYPE_CHECKING:
    from spacy.language import Language

BASE_FORMS = frozenset({"NN", "NNP", "VB", "VBP", "MD", "JJ", "RB", "RP"})
SINGULARS = {"children": "child", "species": "species", "series": "series", "lice": "louse", "mice": "mouse"}
PARSING = ("tok2vec", "transformer", "tagger", "parser")
KEPT_STRINGS = 100_000  # strings that the embedded pipeline may come to know for good; it is shipped with 46,000


@cache
def parsing() -> RLock:
    """Held while spaCy works: its pipelines are not made for several threads at once."""
    return RLock()


def embedded() -> Language:
    """The pipeline that ships with claimx, loaded once; what is not needed for parsing is switched off.

    >>> embedded().lang
    'en'
    """
    with parsing():
        return _embedded()


@contextmanager
def forgetting(nlp: Language) -> Iterator[None]:
    """Nothing but plain strings may leave this block: in a long stream, spaCy's words are forgotten at its end.

    spaCy keeps every word it meets, so its memory would grow for ever. What the embedded pipeline meets first is kept,
    for that makes it fast. A pipeline of the caller's, who may hold a `Doc` of it, is left as it is.
    """
    vocab: Any = nlp.vocab
    if nlp is embedded() and len(vocab.strings) > KEPT_STRINGS and not vocab.in_memory_zone:
        with nlp.memory_zone():
            yield
    else:
        yield


@cache
def _embedded() -> Language:
    from importlib.resources import files

    import spacy

    nlp = spacy.load(str(files("claimx") / "model"))
    nlp.select_pipes(enable=[name for name in nlp.pipe_names if name in PARSING])
    return nlp


@lru_cache(maxsize=20_000)
def lemma(form: str, tag: str) -> str:
    """The lemma of a word by its Penn Treebank tag, from the embedded pipeline's rules.

    >>> lemma("totalling", "VBG"), lemma("countries", "NNS")
    ('total', 'country')
    """
    from spacy.tokens import Doc

    pos = {"V": "VERB", "M": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV"}.get(tag[:1], "")
    if not pos:
        return form.lower()
    if form.lower() in BE:
        return "be"
    if tag == "NNS" and (plural := _irregular_plural().fullmatch(form)):
        return f"{plural['stem']}{SINGULARS[plural['end'].lower()]}".lower()
    if tag in BASE_FORMS:
        return form.lower()
    if "-" in form[1:-1]:
        prefix, _, last = form.lower().rpartition("-")
        return f"{prefix}-{lemma(last, tag)}" if last else form.lower()
    with parsing():
        nlp = embedded()
        rules: Any = nlp.get_pipe("lemmatizer")
        with forgetting(nlp):
            found: list[str] = rules.rule_lemmatize(Doc(nlp.vocab, words=[form], pos=[pos])[0])
        rules.cache.clear()  # it would grow for ever, and ours is in front of it
    return _likeliest(found).lower()


@cache
def _irregular_plural() -> re.Pattern[str]:
    """A plural that the rules do not know, alone or at the end of a word: "schoolchildren"."""
    return re.compile(r"(?P<stem>\w*?)(?P<end>children|species|series|(?<!\w)lice|(?<!\w)mice)", re.IGNORECASE)


@cache
def _short_stem() -> re.Pattern[str]:
    return re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]", re.IGNORECASE)


@cache
def _full_stem() -> re.Pattern[str]:
    return re.compile(r".*[^aeiou][^aeioucgslvz]", re.IGNORECASE)


def _likeliest(lemmas: list[str]) -> str:
    """The best of several lemmas: a short stem would have doubled its last letter, so "rated" is of "rate", not "rat".

    >>> _likeliest(["rat", "rate"]), _likeliest(["instal", "install"]), _likeliest(["rebounde", "rebound"])
    ('rate', 'install', 'rebound')
    """
    first = lemmas[0]
    if f"{first}e" in lemmas and _short_stem().fullmatch(first):
        return f"{first}e"
    if first.endswith("e") and first[:-1] in lemmas and _full_stem().fullmatch(first[:-1]):
        return first[:-1]
    return f"{first}l" if f"{first}l" in lemmas else first
