"""Who says so: the rules for a claim's source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.clauses import chain, subject_of
from claimx.attach.surroundings import Attribution, ContextRule, Surroundings
from claimx.syntax import SUBJECTS, Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

ASIDES = (Role.PARATAXIS, Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE)
OUTSIDE = frozenset({Role.RELATIVE, Role.CLAUSE, Role.COMPLEMENT})  # no part of the phrase that they hang on
HEARERS = (Role.INDIRECT_OBJECT, Role.OBJECT)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Nouns of opinion with the preposition that makes them a source: "in the view of the board", "by its own estimate".
OPINIONS = {
    "view": "in", "opinion": "in", "word": "in", "judgment": "in", "judgement": "in", "estimation": "in",
    "estimate": "by", "reckoning": "by", "calculation": "by", "account": "by", "count": "by",
}  # fmt: skip
SURE = frozenset("certain sure confident convinced adamant".split())
DASHES = frozenset({"–", "—", "-", "--"})
# Who is named at the end of a headline.
SPEAKERS = frozenset(
    "agency analyst auditor coroner data economist expert figure firm government judge lawyer mayor minister "
    "ministry official officials paper police poll president prosecutor regulator report researcher scientist "
    "source study survey union watchdog witness".split()
)
SPEAKING_VERBS = frozenset({"speak", "talk"})


def _according(draft: Draft, around: Surroundings) -> Word | None:
    start = draft.clause or draft.phrase
    above = chain(draft.amount)
    named = [word for word in around.tree.words if _is_named(word)]
    free = (word for word in named if all(word is not each for each in above))
    return next((word for word in named if _opens(word, draft.amount, around.tree)), None) or next(
        (word for word in free if _governs(word, start)), None
    )


def _opens(source: Word, amount: Word, tree: Tree) -> bool:
    """Whether "according to" opens the sentence, and its words end at a comma before the quantity, or ends it so."""
    first = min((child.index for child in source.all(Role.CASE)), default=source.index)
    if first > amount.index:
        behind = tree.words[source.index + 1 :]
        ends = tree.words[first - 1].text == "," and all(word.text not in {",", ";"} for word in behind)
        return ends and not any(word.text == ";" for word in tree.words[amount.index : first])
    return first == 0 and any(word.text == "," for word in tree.words[source.index : amount.index])


def _is_named(word: Word) -> bool:
    """Whether a word is named as a source: by "according to", or by "per", which else makes a rate ("per person")."""
    preposition = word.preposition
    if word.quantity is not None or preposition not in words.SOURCE_PREPOSITIONS:
        return False
    definite = any(child.text.lower() == "the" for child in word.all(Role.DETERMINER)) or word.tag[:3] == "NNP"
    return definite or "per" not in preposition.split()


def _governs(source: Word, clause: Word) -> bool:
    """Whether "according to" covers a clause: it hangs on the clause, on one above it, or within it."""
    head = source.head
    above = chain(clause)
    return head is None or any(head is word for word in above) or any(word is clause for word in source.ancestors())


def _is_in(word: Word, phrase: Word) -> bool:
    """Whether a word belongs to a phrase; in "the institute, which says 13% …" it does not."""
    for here in chain(word):
        if here is phrase:
            return True
        if here.role in OUTSIDE:
            return False
    return False


def _in_the_view_of(draft: Draft, around: Surroundings) -> Word | None:
    for word in around.tree.words:
        named = word.preposition == OPINIONS.get(word.lemma, "") and not around.parts(word, draft.amount)
        if named and not _is_in(draft.amount, word):
            holder = next((child for child in word.all(Role.MODIFIER) if child.preposition == "of"), None)
            return _speaker(holder or word.first(Role.POSSESSOR))
    return None


def _links(draft: Draft) -> Iterator[tuple[Word, Word]]:
    """The words above the quantity, each with the word below it."""
    below: Word = draft.amount
    for above in chain(draft.amount)[1:]:
        yield above, below
        below = above


def _told(draft: Draft, around: Surroundings) -> Word | None:
    for verb, below in _links(draft):
        if verb.lemma in words.TELLING_VERBS and (_is_told(below) or _is_told_beside(verb, below)):
            speaker = _subject(verb, around)
            if speaker is not None and not _is_in(draft.amount, speaker):
                return speaker
    return None


def _is_told(hearer: Word) -> bool:
    """Whether what the hearer is told hangs on the hearer in the parse: "told the chamber that Russia spends 9%"."""
    clause = hearer.first(Role.RELATIVE, Role.CLAUSE) if hearer.role in HEARERS else None
    return clause is not None and clause.first(*SUBJECTS) is not None


def _is_told_beside(verb: Word, below: Word) -> bool:
    """Whether what a hearer is told stands beside the hearer: "informed the court that the firm owes £4m"."""
    return below.role is Role.COMPLEMENT and verb.first(*HEARERS) is not None


def _said(draft: Draft, around: Surroundings) -> Word | None:
    for verb, below in _links(draft):
        sure = verb.lemma in SURE and below.role is Role.COMPLEMENT
        if sure or (verb.lemma in words.SAYING_VERBS and verb.is_verb and _is_said(verb, below)):
            if around.parts(verb, draft.amount):
                return None
            if around.attributions and _is_dated(verb, below):
                continue
            speaker = _subject(verb, around)
            if speaker is not None and not _is_in(draft.amount, speaker):
                return speaker
    return None


def _is_dated(verb: Word, below: Word) -> bool:
    """Whether "announced" is no verb of its own, day a subject or not: "job cuts announced [Thursday] will"."""
    day = below.first(*SUBJECTS) or verb.first(Role.OBLIQUE)
    named = day is not None and day.index == verb.index + 1 and day.lemma.lower() in words.TIME_NOUNS
    return named and below.role is Role.COMPLEMENT and below.first(Role.AUXILIARY) is not None


def _is_said(verb: Word, below: Word) -> bool:
    """Whether what stands below a verb of saying is what is said."""
    if below.role is Role.COMPLEMENT:
        return True
    if below.role is Role.PARATAXIS:
        return verb.lemma in words.PLAIN_SAYING_VERBS
    if below.role not in {Role.OBJECT, Role.OPEN_COMPLEMENT} or below.quantity is not None:
        return False
    return below.first(*SUBJECTS) is not None or (below.role is Role.OPEN_COMPLEMENT and below.tag in FINITE)


def _spoken_of(draft: Draft, around: Surroundings) -> Word | None:
    for verb, below in _links(draft):
        if verb.lemma not in SPEAKING_VERBS or below.role is not Role.OBLIQUE:
            continue
        if any(spoken.preposition == "of" and spoken.index <= below.index for spoken in verb.all(Role.OBLIQUE)):
            return _subject(verb, around)
    return None


def _put_at(draft: Draft, _: Surroundings) -> Word | None:
    """Who puts a number at so many, which is a way to say so; what is put at a place is no number."""
    verb = draft.clause
    if verb is None or verb.lemma != "put" or draft.amount.role is Role.ROOT:
        return None
    put = next((word for word in chain(draft.amount) if word.head is verb), None)
    if put is None or put.preposition != "at" or verb.first(Role.OBJECT) is None:
        return None
    return None if verb.first(Role.PASSIVE_AUXILIARY) is not None else _speaker(subject_of(verb))


def _headline(draft: Draft, around: Surroundings) -> Word | None:
    """The word behind the dash that ends a headline: "Storm kills 40 – police"."""
    tree = around.tree.words
    last = next((word for word in reversed(tree) if word.tag != "."), None)
    if last is None or last is draft.amount or last.lemma.lower() not in SPEAKERS:
        return None
    near = reversed(tree[max(1, last.index - 3) : last.index])
    dash = next((word for word in near if word.text in DASHES and tree[word.index - 1].end < word.start), None)
    own = dash is None or any(word.tag[:1] not in {"N", "J"} for word in tree[dash.index + 1 : last.index])
    return None if own or draft.amount.index > last.index else last


def _as_said(draft: Draft, around: Surroundings) -> Word | None:
    above = chain(draft.amount)
    asides = (child for word in chain(draft.clause or draft.phrase) for child in word.all(*ASIDES))
    for verb in asides:
        speaker = None if verb in above else _aside(verb)  # "…,” recalled Reid, whose hall seats 180"
        if speaker is not None and not _is_in(draft.amount, speaker) and not around.parts(verb, draft.amount):
            return speaker
    return None


def _aside(verb: Word) -> Word | None:
    """The sayer in an aside such as ", Pevkur said" or "as the ministry reported"."""
    if verb.lemma not in words.SAYING_VERBS or not verb.is_verb or _says_more(verb):
        return None
    marks = {mark.text.lower() for mark in verb.all(Role.MARKER, Role.ADVERB, Role.CASE)}
    if verb.role is Role.COMPLEMENT or (verb.role is Role.ADVERBIAL_CLAUSE and "as" not in marks):
        return None
    return _speaker(verb.first(Role.SUBJECT))


def _says_more(verb: Word) -> bool:
    """Whether a verb of saying has said something of its own; a day ("reported Friday") or a hearer is nothing said."""
    if any(child.preposition in {"of", "about"} for child in verb.all(Role.OBLIQUE)):
        return True  # "as police warn of floods"
    own = verb.all(Role.COMPLEMENT, Role.OBJECT, Role.OPEN_COMPLEMENT)
    return verb.lemma != "tell" and any(child.lemma.lower() not in words.TIME_NOUNS for child in own)


def _set_off(draft: Draft, around: Surroundings) -> Word | None:
    near = sorted(around.attributions, key=lambda said: abs(said.verb.index - draft.amount.index))
    for said in near:
        own = (
            said.holds(draft.amount) or _is_of(said, draft.amount) or (said.joined and draft.amount.index < said.first)
        )
        if not own and not around.parts(said.verb, draft.amount):
            return said.speaker if said.speaker.text.lower() == "it" else _speaker(said.speaker)
    return None


def _is_of(said: Attribution, amount: Word) -> bool:
    """Whether a quantity is told of who says it, and not said: "…,” said Ito, whose hall seats 180"."""
    above = chain(amount)
    return said.speaker in above and not any(word is said.verb for word in above[: above.index(said.speaker)])


def _subject(verb: Word, around: Surroundings) -> Word | None:
    """Who says what a verb of saying governs; "it" may, where nothing but speech is meant."""
    speaker = around.speaker(verb)
    subject = speaker or subject_of(verb)
    if verb.lemma in words.TELLING_VERBS and speaker is None and subject is not None and subject.index > verb.index:
        return None  # who is told
    if subject is not None and subject.text.lower() == "it" and (speaker or _says_itself(verb, subject)):
        return subject
    return _speaker(subject)


def _says_itself(verb: Word, it: Word) -> bool:
    return verb.lemma in words.PLAIN_SAYING_VERBS and it.role is Role.SUBJECT


def _speaker(subject: Word | None) -> Word | None:
    """The subject of a verb of saying, if it can say anything; of a share ("two thirds of voters"), those it is of."""
    if subject is not None and subject.quantity is not None:
        subject = next((child for child in subject.all(Role.MODIFIER) if child.preposition == "of"), None)
    if subject is None or subject.text.lower() in {"it", "there", "that", "which", "this", "who", "one"}:
        return None
    return None if any(child.tag == "WP$" for child in subject.children) else subject


SOURCES: tuple[ContextRule[Word], ...] = (
    ContextRule(
        "according to",
        "the words behind “according to”",
        _according,
        (
            (
                "The mill burned 40 tonnes of coal a day, according to the inspector.",
                "The mill · burn · 40 metric_ton / day of coal",
            ),
            ("According to Ortiz, the dam holds 3 million litres.", "the dam · hold · 3,000,000 liter"),
        ),
        said=frozenset({"according", "per"}),
    ),
    ContextRule(
        "in the view of",
        "whose view, estimate or words it is: “in the view of the board”",
        _in_the_view_of,
        (("In the view of the union, wages will fall 4% this year.", "wages · fall · 4 percent"),),
        said=frozenset(OPINIONS),
    ),
    ContextRule(
        "told a hearer",
        "the subject of a verb of telling, whose hearer is told it",
        _told,
        (("The mayor informed the chamber that the bridge cost $5m.", "the bridge · cost · 5,000,000 USD"),),
        said=words.TELLING_VERBS,
    ),
    ContextRule(
        "said",
        "the subject of a verb of saying, or of “certain”, whose complement holds the quantity",
        _said,
        (("The mayor said the bridge cost $5m.", "the bridge · cost · 5,000,000 USD"),),
        said=words.SAYING_VERBS | SURE,
    ),
    ContextRule(
        "spoken of",
        "the subject of “speak of” or “talk of”",
        _spoken_of,
        (("Officials spoke of 40 deaths.", "Officials · speak of · 40 deaths"),),
        said=SPEAKING_VERBS,
    ),
    ContextRule(
        "put at",
        "who puts a number at so many: “officials put the toll at 40”",
        _put_at,
        (("Officials put the toll at 40.", "the toll · put at · 40"),),
        said=frozenset({"put"}),
    ),
    ContextRule(
        "headline's source",
        "the word behind the dash that ends a headline: “Storm kills 40 goats – mayor”",
        _headline,
        (("Storm kills 40 goats – mayor", "Storm · kill · 40 goats"),),
        said=DASHES,
    ),
    ContextRule(
        "as said",
        "the subject of an aside: “as the ministry reported”",
        _as_said,
        (("As the ministry reported, exports fell 4%.", "exports · fall · 4 percent"),),
        said=words.SAYING_VERBS,
    ),
    ContextRule(
        "set off",
        "who is named in words that are set off: “…, the mayor said”",
        _set_off,
        (
            ("There are 40 parrots in the park, biologists in Leeds fear.", "parrots · be · 40 parrots"),
            ("Rents may rise 4%, it reckons.", "Rents · rise · 4 percent"),
            ("The wind broke 44 panes and, the owner says, one door.", "The wind · break · 1 door"),
        ),
        said=words.ATTRIBUTING_VERBS,
    ),
)
