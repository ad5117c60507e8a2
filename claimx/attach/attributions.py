"""Who says so in words that are set off: ", the researchers found", "…,” said Diaz", ", the mayor told reporters".

The words are read in their order, not by the parse: small parsers tie such words to the wrong end of the sentence.
"""

from __future__ import annotations

from claimx import words
from claimx.attach.surroundings import Attribution
from claimx.syntax import Role, Tree, Word

CLOSING_QUOTES = frozenset({"”", '"', "’", "''", "'"})
BORDERS = CLOSING_QUOTES | {",", "—", "–", "--"}
OPENERS = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
FORMS = frozenset({"VBD", "VBZ", "VBP", "VBN", "NNS"})  # tags of a verb that stands before its speaker
NAMING = frozenset({"DT", "PRP$", "JJ", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "PRP", "HYPH", "VBG", "VBN"})
NO_SPEAKERS = frozenset({"it", "there", "that", "which", "this", "who", "one"})
PERFECT = frozenset({"has", "have", "had"})
SAID_THAT = frozenset({"that", "whether", "if", "how"})
LONGEST = 14  # words between the border and the verb


def attributions(tree: Tree) -> tuple[Attribution, ...]:
    """The attributions that a sentence sets off.

    >>> words = [Word(w, 0, 0, t, w) for w, t in (("Up", "RB"), (",", ","), ("Diaz", "NNP"), ("say", "VBD"))]
    >>> [(said.speaker.text, said.verb.text) for said in attributions(Tree(words, 0, 0))]
    []
    """
    found = (_attribution(word, tree) for word in tree.words if word.lemma in words.ATTRIBUTING_VERBS)
    return tuple(attribution for attribution in found if attribution is not None)


def _attribution(verb: Word, tree: Tree) -> Attribution | None:
    return _before(verb, tree) or _behind(verb, tree)


def _before(verb: Word, tree: Tree) -> Attribution | None:
    """The speaker between a comma or quotation mark and the verb: ", the board of the museum said"."""
    first = _opening(verb, tree)
    if first is None or not _is_finite(verb, tree) or _goes_on(verb, tree):
        return None
    perfect = tree.words[verb.index - 1].text.lower() in PERFECT and verb.tag in {"VBN", "VBD"}
    between = tree.words[first : verb.index - perfect]
    if not between or between[0].tag not in OPENERS or any(_is_barred(word, tree) for word in between):
        return None
    if not (_ends(verb, tree) or _says_something(tree.words[:first])):
        return None
    itself = len(between) == 1 and between[0].text.lower() == "it" and verb.lemma in words.PLAIN_SAYING_VERBS
    speaker = between[0] if itself else _named(between)
    if speaker is None:
        return None
    return Attribution(verb, speaker, first, verb.index, joined=_is_joined(first, tree))


def _is_joined(first: int, tree: Tree) -> bool:
    """Whether a conjunction stands right before the words, so that they go with what follows: "and, he says, …"."""
    return first > 1 and tree.words[first - 1].text == "," and tree.words[first - 2].text.lower() in {"and", "but"}


def _opening(verb: Word, tree: Tree) -> int | None:
    """Where the words between the border and the verb begin: behind the nearest comma or quotation mark.

    A comma right before the verb ends an apposition: ", the mayor, Ana Ruiz, said", "” Ito, who came late, said".
    """
    if tree.words[verb.index - 1].text != ",":
        return _border(verb.index, BORDERS, tree)
    quoted = _border(verb.index, CLOSING_QUOTES, tree)
    apposition = _border(verb.index - 1, BORDERS, tree)
    return quoted or (None if apposition is None else _border(apposition - 1, BORDERS, tree))


def _border(index: int, borders: frozenset[str], tree: Tree) -> int | None:
    """Where the words before a place begin: behind the nearest of the marks."""
    for here in range(index - 1, max(-1, index - LONGEST), -1):
        if tree.words[here].text in borders and tree.words[here].tag != "POS":
            return here + 1
    return None


def _is_barred(word: Word, tree: Tree) -> bool:
    """Whether a word shows that what stands before the verb is no name of a speaker."""
    finite = word.tag in FINITE and word.role is not Role.RELATIVE and not _is_reduced(word, tree)
    return finite or word.tag in {"WP$", "EX", ":"}


def _is_reduced(word: Word, tree: Tree) -> bool:
    """Whether a verb that the parse takes for a finite one is a participle: "people [briefed] on the deal said"."""
    following = tree.words[word.index + 1 : word.index + 2]
    before = tree.words[word.index - 1] if word.index else word
    behind_noun = before.is_noun and any(w.tag in {"IN", "RP", "TO"} for w in following)
    return behind_noun and (word.tag == "VBD" or word.text == "close")  # "people close to the deal"


def _is_finite(verb: Word, tree: Tree) -> bool:
    """Whether a verb is finite, or a noun in the parse where a plural stands before it and a comma behind."""
    if verb.tag in {"VBD", "VBN"} and tree.words[verb.index - 1].text.lower() in PERFECT:
        return verb.first(Role.PASSIVE_AUXILIARY) is None and _ends(verb, tree)  # ", an inquiry has found"
    if verb.tag in {"VBD", "VBZ", "VBP"} or (verb.tag == "VBN" and verb.first(Role.AUXILIARY) is None):
        return verb.first(Role.AUXILIARY, Role.PASSIVE_AUXILIARY) is None
    before = tree.words[verb.index - 1].tag[:2]
    if verb.tag == "VB":
        return before == "NN" and verb.first(Role.AUXILIARY, Role.MARKER) is None
    return verb.tag in {"NN", "NNS"} and (before == "NN" or verb.text in {"say", "says"}) and _ends(verb, tree)


def _ends(verb: Word, tree: Tree) -> bool:
    following = tree.words[verb.index + 1 : verb.index + 2]
    return not following or following[0].text in {",", ".", ";", "”", '"', "—", "–"}


def _goes_on(verb: Word, tree: Tree) -> bool:
    """Whether a verb of saying goes on to say something: "reported revenue of", "said that"."""
    rest = tree.words[verb.index + 1 : verb.index + 10]
    if not rest or _ends(verb, tree):
        return False
    clause = next((index for index, word in enumerate(rest) if word.text in BORDERS), len(rest))
    if rest[0].tag in {"IN", "RB", "TO", "CC", "VBG"} and rest[0].text.lower() not in SAID_THAT:
        return False  # "warn in a paper that nobody read"
    if any(word.text.lower() in SAID_THAT for word in rest[:clause]):
        return True
    return not (verb.lemma in words.TELLING_VERBS or rest[0].lemma.lower() in words.TIME_NOUNS or _is_last(rest))


def _is_last(rest: list[Word]) -> bool:
    """Whether the words behind a verb are a time: "last week", "this morning"."""
    return len(rest) > 1 and rest[0].text.lower() in {"last", "this", "late", "early"}


def _says_something(before: list[Word]) -> bool:
    return any(word.is_verb for word in before)


def _named(between: list[Word]) -> Word | None:
    """The noun that the first words name: "the [board] of the museum", "two [people] familiar with", "Ana [Ruiz]"."""
    named = None
    for word in between:
        if word.tag not in NAMING:
            break
        if (word.tag[:2] in {"NN", "PR"} and word.tag != "PRP$") or word.quantity is not None:
            named = word
        elif named is not None and word.tag not in {"POS", "HYPH", "JJ", "CD"}:
            break
    if named is None or named.text.lower() in NO_SPEAKERS or named.lemma.lower() in words.TIME_NOUNS:
        return None
    inside = {id(word) for word in between}
    while named.role in {Role.FLAT, Role.COMPOUND} and named.head is not None and id(named.head) in inside:
        named = named.head
    return named


def _behind(verb: Word, tree: Tree) -> Attribution | None:
    """The speaker behind the verb: "…,” said the mayor", ", reckons Ana Ruiz"."""
    if verb.index == 0 or tree.words[verb.index - 1].text not in BORDERS or verb.first(Role.AUXILIARY) is not None:
        return None
    following = tree.words[verb.index + 1 : verb.index + LONGEST]
    if (
        not following
        or verb.tag not in {"VBD", "VBZ", "VBP", "VBN", "NNS"}
        or not _says_something(tree.words[: verb.index])
    ):
        return None
    quoted = tree.words[verb.index - 1].text in CLOSING_QUOTES
    if verb.lemma in words.TELLING_VERBS and not quoted:
        return None  # who hears it: ", the chairman, Ito, told reporters"
    if any(child.index < verb.index for child in verb.all(Role.SUBJECT)) and not quoted:
        return None
    if following[0].tag not in {"NNP", "NNPS"} and not (quoted or verb.lemma in words.PLAIN_SAYING_VERBS):
        return None
    speaker = _named(following)
    if speaker is None or (following[0].tag == "CD" and not quoted):
        return None
    if verb.role is Role.COMPOUND:
        verb.hang(verb.head.head if verb.head else None, Role.PARATAXIS)  # "reckons Ana Ruiz" is no name
    return Attribution(verb, speaker, verb.index, max(speaker.index, verb.index))
