"""What surrounds a claim: who says so, when, how firmly, and whether it is denied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.clauses import SUBJECTS, chain, subject_of
from claimx.syntax import Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.claims import Modality

VERBAL = (Role.COMPLEMENT, Role.PARATAXIS, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.CONJUNCT)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence says of source and time wherever it stands: found once, for all of its claims."""

    according: list[Word]
    asides: list[Word]
    time: Word | None


def contextualise(drafts: list[Draft], tree: Tree) -> None:
    """Fill in source, time, modality and negation of a sentence's claims."""
    according = [word for word in tree.words if word.preposition in words.SOURCE_PREPOSITIONS and word.quantity is None]
    asides = [speaker for word in tree.words if (speaker := _set_off(word, tree)) is not None]
    around = Surroundings(according, asides, _only_time(tree))
    for draft in drafts:
        draft.source = _source(draft, around)
        draft.time = _time(draft, around)
        draft.modality = _modality(draft)
        draft.negated = _negated(draft)


def _source(draft: Draft, around: Surroundings) -> Word | None:
    """Who says so: "according to [X]", "[X] said that …", "…, [X] said"."""
    start = draft.clause or draft.phrase
    for word in around.according:
        if _governs(word, start):
            return word
    below: Word = draft.amount
    for above in chain(draft.amount)[1:]:
        said = _sayer(above, below)
        if said is not None:
            return said
        below = above
    return next((found for found in (*map(_aside, _asides(start)), *around.asides) if found), None)


def _set_off(verb: Word, tree: Tree) -> Word | None:
    """The sayer in words set off by a comma, however the parse ties them: ", the researchers found", ", said Diaz"."""
    if verb.lemma not in words.SAYING_VERBS or verb.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    subject = next(reversed(verb.all(Role.SUBJECT)), None) or _inverted(verb)
    if subject is None or (subject.role is Role.SUBJECT and _says_more(verb)) or verb.first(Role.AUXILIARY) is not None:
        return None
    first = min(verb.index, *(word.index for word in subject.subtree()))
    before = tree.words[first - 1].text if first else ""
    return _speaker(subject) if before in {",", "”", '"', "—", "–", "’", "''"} else None


def _governs(source: Word, clause: Word) -> bool:
    """Whether "according to" covers a clause: it hangs on the clause, on one above it, or within it."""
    head = source.head
    above = chain(clause)
    return head is None or any(head is word for word in above) or any(word is clause for word in source.ancestors())


def _sayer(verb: Word, below: Word) -> Word | None:
    """The subject of a verb of saying whose complement holds the quantity."""
    if verb.lemma in words.TELLING_VERBS and below.role in {Role.INDIRECT_OBJECT, Role.OBJECT} and _is_told(below):
        return _speaker(subject_of(verb))
    if verb.lemma not in words.SAYING_VERBS or not verb.is_verb:
        return None
    if below.role not in {Role.COMPLEMENT, Role.PARATAXIS, Role.OPEN_COMPLEMENT, Role.OBJECT}:
        return None
    if below.role is Role.PARATAXIS and verb.lemma not in {"say", "tell", "state", "write", "report", "announce"}:
        return None
    if below.role in {Role.OBJECT, Role.OPEN_COMPLEMENT} and (below.quantity is not None or not below.first(*SUBJECTS)):
        return None
    return _speaker(subject_of(verb))


def _is_told(hearer: Word) -> bool:
    """Whether what the hearer is told hangs on the hearer in the parse: "told the chamber that Russia spends 9%"."""
    clause = hearer.first(Role.RELATIVE, Role.CLAUSE)
    return clause is not None and clause.first(*SUBJECTS) is not None


def _speaker(subject: Word | None) -> Word | None:
    """The subject of a verb of saying, if it can say anything; of a share ("two thirds of voters"), those it is of."""
    if subject is not None and subject.quantity is not None:
        subject = next((child for child in subject.all(Role.MODIFIER) if child.preposition == "of"), None)
    if subject is None or subject.text.lower() in {"it", "there", "that", "which", "this", "who", "one"}:
        return None
    return subject


def _asides(clause: Word) -> list[Word]:
    return [
        child for word in chain(clause) for child in word.all(Role.PARATAXIS, Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE)
    ]


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
    own = verb.all(Role.COMPLEMENT, Role.OBJECT, Role.OPEN_COMPLEMENT)
    return verb.lemma != "tell" and any(child.lemma.lower() not in words.TIME_NOUNS for child in own)


def _inverted(verb: Word) -> Word | None:
    """A name after its verb that the parse takes for the object: ", explained Moreau"."""
    named = verb.first(Role.OBJECT)
    return named if named is not None and named.tag == "NNP" and verb.tag == "VBD" else None


def _time(draft: Draft, around: Surroundings) -> Word | None:
    """When: the time nearest to the quantity among what hangs on it, its noun and the clauses above it."""
    for place in _time_places(draft):
        times = [child for child in place.children if _is_time(child, draft)]
        if times:
            return min(times, key=lambda child: abs(child.index - draft.amount.index))
    return around.time


def _only_time(tree: Tree) -> Word | None:
    """The one time of a sentence that needs no preposition, wherever the parse hangs it: "this year", "now"."""
    nouns = [
        word for word in tree.words if word.lemma in words.TIME_NOUNS and word.quantity is None and _is_deictic(word)
    ]
    adverbs = [word for word in tree.words if word.text.lower() in words.TIME_ADVERBS]
    found = nouns + adverbs
    return found[0] if len(found) == 1 and found[0].preposition is None else None


def _is_deictic(word: Word) -> bool:
    return any(child.text.lower() in {"this", "last", "next"} and child.index < word.index for child in word.children)


def _time_places(draft: Draft) -> list[Word]:
    places = [draft.amount]
    for word in chain(draft.amount)[1:]:
        if word.is_verb and word.lemma in words.SAYING_VERBS and word is not draft.clause and draft.clause is not None:
            break
        places.append(word)
    if draft.clause is not None and all(draft.clause is not place for place in places):
        places.append(draft.clause)
    return places


def _is_time(word: Word, draft: Draft) -> bool:
    if word.quantity is not None or word is draft.phrase:
        return False
    if word.role is Role.ADVERB:
        return word.lemma in words.TIME_ADVERBS or word.text.lower() in words.TIME_ADVERBS
    if word.role not in {Role.OBLIQUE, Role.MODIFIER, Role.OTHER}:
        return False
    preposition = word.preposition
    if preposition in words.TIME_PREPOSITIONS:
        return True
    if _is_date(word):
        return preposition in words.DATE_PREPOSITIONS
    edge = word.lemma in words.TIME_EDGES and preposition is not None
    named = edge or word.lemma.lower() in words.TIME_NOUNS
    return named and (preposition is None or preposition in words.DATE_PREPOSITIONS)


def _is_date(word: Word) -> bool:
    """Whether a number is a year or the day of a month: "in 2023", "on July 9", "by 2025-26"."""
    if word.text[:4].isdigit() and len(word.text) in {4, 7} and word.text[0] in "12":
        return True
    return word.tag == "CD" and any(child.lemma.lower() in words.TIME_NOUNS for child in word.children)


def _modality(draft: Draft) -> Modality:
    """How firmly: by the auxiliaries of the clause, then by the verbs, nouns and adjectives that govern it."""
    clause = draft.clause or draft.phrase
    if _is_to_be(clause):
        return "planned"
    if clause is draft.predicate or clause.is_verb or clause.first(Role.COPULA):
        own = _auxiliary_modality(clause)
        if own is not None and own != "expected":
            return own
        above = _governing_modality(clause)
        if above is not None:
            return above
        if own is not None:
            return own
    return "asserted"


def _is_to_be(clause: Word) -> bool:
    """Whether something is to be done: "are to be sold"."""
    marks = clause.all(Role.MARKER, Role.AUXILIARY, Role.PASSIVE_AUXILIARY)
    to = next((mark for mark in marks if mark.text.lower() == "to"), None)
    return to is not None and any(m.text.lower() in {"is", "are", "was", "were"} and m.index < to.index for m in marks)


def _auxiliary_modality(clause: Word) -> Modality | None:
    conditional = any(
        child.role is Role.ADVERBIAL_CLAUSE and any(m.text.lower() in {"if", "unless"} for m in child.all(Role.MARKER))
        for child in clause.children
    ) or any(mark.text.lower() in {"if", "unless"} for mark in clause.all(Role.MARKER))
    for auxiliary in clause.all(Role.AUXILIARY):
        text = auxiliary.text.lower()
        if text in words.REQUIRED_MODALS:
            return "required"
        if text in words.POSSIBLE_MODALS:
            return "possible"
        if text in words.EXPECTED_MODALS:
            return "conditional" if conditional else "expected"
        if text in words.CONDITIONAL_MODALS:
            return "conditional"
    if any(child.text.lower() in words.POSSIBLE_ADVERBS for child in clause.all(Role.ADVERB)):
        return "possible"
    return "conditional" if conditional else None


def _governing_modality(clause: Word) -> Modality | None:
    """The modality that a governing word lends: "is expected [to]", "plans [to]", "a pledge [to]", "must [pay]"."""
    if clause.lemma in words.EXPECTING_VERBS - {"estimate"} or (
        clause.lemma == "see" and clause.first(Role.PASSIVE_AUXILIARY)
    ):
        return "expected"
    if clause.lemma in words.PLANNING_VERBS - {"offer", "set", "mean", "seek", "decide"}:
        return "planned"
    here = clause
    while here.head is not None and here.role in {*VERBAL, Role.CLAUSE, Role.SUBJECT, Role.PASSIVE_SUBJECT}:
        above = here.head
        infinitive = any(mark.text.lower() == "to" for mark in here.all(Role.MARKER))
        if here.role is Role.CLAUSE and infinitive and above.role is Role.OBJECT and above.head is not None:
            return _lent(above.head, here)
        if here.role is Role.CLAUSE and (here.tag in {"VBG", "VBN"} or above.lemma not in words.PLANNING_NOUNS):
            return None
        if here.role in {Role.ADVERBIAL_CLAUSE, Role.PARATAXIS}:
            return None
        if here.role is Role.CONJUNCT and not infinitive:
            here = above
            continue
        lent = _lent(above, here)
        if lent is not None:
            return lent
        here = above
    return None


def _lent(above: Word, clause: Word) -> Modality | None:
    lemma = above.lemma
    if lemma == "see" and above.first(Role.PASSIVE_AUXILIARY) is not None:
        return "expected"
    if above.lemma == "have" and clause.role is Role.OPEN_COMPLEMENT:
        return "required"
    if lemma in words.REQUIRING_VERBS:
        return "required"
    if lemma in words.EXPECTING_VERBS and (lemma != "estimate"):
        return "expected"
    if lemma in words.PLANNING_VERBS | words.PLANNING_NOUNS and (
        clause.role is not Role.COMPLEMENT or lemma in {"promise", "pledge", "propose", "plan", "hope"}
    ):
        return "planned"
    if lemma in words.EXPECTED_ADJECTIVES:
        return "expected"
    return None


def _negated(draft: Draft) -> bool:
    clause = draft.clause
    if clause is None:
        return False
    marks = [
        child for child in clause.children if child.role is Role.NEGATION or child.text.lower() in {"never", "without"}
    ]
    copula = clause.first(Role.COPULA)
    marks += copula.all(Role.NEGATION) if copula is not None else []
    return bool(marks) and not any(
        child.text.lower() == "only" and child.index == mark.index + 1 for mark in marks for child in clause.children
    )
