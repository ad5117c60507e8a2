"""How firmly: the rules for a claim's modality. What no rule takes is asserted.

Plain "will" says what is expected; an agent's own verb or noun of planning above it makes it planned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.surroundings import ContextRule, Surroundings
from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft
    from claimx.claims import Modality

GOVERNED = frozenset({
    Role.COMPLEMENT, Role.PARATAXIS, Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.CONJUNCT, Role.CLAUSE,
    Role.SUBJECT, Role.PASSIVE_SUBJECT,
})  # fmt: skip
AUXILIARIES = (Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA)
UNREAL = frozenset({"if", "unless", "provided", "assuming"})
INVERTED = frozenset({"had", "were", "should"})  # "had voters stayed", "were there to be a tax"
COURSES = frozenset({"course", "track", "pace"})  # "on track to reach 5m"
# Verbs of planning that leave what they govern themselves asserted: "have pledged €400m" is a pledge that is made.
WEAK_HEADS = frozenset("offer set mean seek decide pledge promise commit agree threaten".split())


def _clause(draft: Draft) -> Word | None:
    """The clause whose verb is the claim's, or in which something is said with a copula."""
    clause = draft.clause or draft.phrase
    told = draft.predicate
    if told is not None and told is not clause and told.role is Role.ADJECTIVE:
        return None  # "will sign a contract worth $5m" says nothing of what it is worth
    said = clause is draft.predicate or clause.is_verb or clause.first(Role.COPULA) is not None
    return clause if said else None


def _is_to_be(draft: Draft, around: Surroundings) -> Modality | None:
    """Something is to be done: "are to be sold"; in a headline, "Airline to cut 50 jobs"."""
    clause = draft.clause or draft.phrase
    marks = clause.all(Role.MARKER, *AUXILIARIES)
    to = next((mark for mark in marks if mark.text.lower() == "to"), None)
    if to is None:
        return None
    if any(mark.text.lower() in {"is", "are", "was", "were"} and mark.index < to.index for mark in marks):
        return "planned"
    subject = clause.first(*SUBJECTS)
    headline = (
        (clause.role in {Role.ROOT, Role.PARATAXIS} or _is_announced(clause))
        and clause.tag == "VB"
        and subject is not None
        and subject.index < to.index
        and not any(word.tag in {"VBD", "VBZ", "VBP", "MD"} for word in around.tree.words[: to.index])
    )
    return "planned" if headline else None


def _is_announced(clause: Word) -> bool:
    """Whether the verb of saying stands behind what is said: "Farmers to get aid, minister vows"."""
    return clause.role is Role.COMPLEMENT and clause.head is not None and clause.head.index > clause.index


def _auxiliary(draft: Draft, _: Surroundings) -> Modality | None:
    """What an auxiliary, an "if" or "perhaps" says of its clause; "will" only where nothing above says more."""
    clause = _clause(draft)
    own = None if clause is None else _of_auxiliaries(clause)
    return None if own == "expected" else own


def _shared(clause: Word) -> list[Word]:
    """The auxiliaries of a clause, those of the one before for "will hire 600 and, from May, [pay] $200"."""
    here = clause
    while here.role is Role.CONJUNCT and here.tag in {"VB", "VBP"} and here.head is not None:
        if here.first(*SUBJECTS, Role.AUXILIARY, Role.MARKER) is not None:
            break
        here = here.head
    return here.all(Role.AUXILIARY)


def _of_auxiliaries(clause: Word) -> Modality | None:
    for auxiliary in _shared(clause):
        text = auxiliary.text.lower()
        if text == "should" and _is_state(clause):
            return "expected"
        if text in words.REQUIRED_MODALS:
            return "required"
        if text in words.POSSIBLE_MODALS:
            return "possible"
        if text in words.EXPECTED_MODALS:
            return "conditional" if _is_conditional(clause) else "expected"
        if text in words.CONDITIONAL_MODALS:
            return "expected" if _is_reported(clause) and not _is_conditional(clause) else "conditional"
    if any(child.text.lower() in words.POSSIBLE_ADVERBS for child in clause.all(Role.ADVERB)):
        return "possible"
    return "conditional" if _is_conditional(clause) else None


def _is_conditional(clause: Word) -> bool:
    """Whether a clause has a condition or is one: "if", "unless", "had voters stayed", "were there to be a tax"."""
    conditions = [clause, *clause.all(Role.ADVERBIAL_CLAUSE)]
    return any(
        any(mark.text.lower() in UNREAL for mark in each.all(Role.MARKER)) or _is_inverted(each) for each in conditions
    )


def _is_inverted(clause: Word) -> bool:
    """Whether an auxiliary before the subject makes a condition: "had 300 more turned out"."""
    above = clause.head
    if above is not None and above.index == 0 and above.text.lower() in INVERTED and clause.role in GOVERNED:
        return clause.first(*SUBJECTS) is not None  # the auxiliary taken for the verb
    auxiliary = clause.first(*AUXILIARIES)
    first = auxiliary if auxiliary is not None and auxiliary.index < clause.index else clause
    if first.text.lower() not in INVERTED:
        return False
    subject = clause.first(*SUBJECTS, Role.EXPLETIVE)
    if subject is None or first.index > subject.index:
        return False
    return min(below.index for below in clause.subtree()) == first.index


def _is_state(clause: Word) -> bool:
    """Whether "should" is no duty: something is or reaches an amount."""
    return clause.first(Role.COPULA) is not None or clause.lemma in {"be", "reach", "return", "total", "exceed", "come"}


def _is_reported(clause: Word) -> bool:
    """Whether "would" is the "will" of what somebody said: "said profit would stay below 9%"."""
    head = clause.head
    said = head is not None and head.lemma in words.SAYING_VERBS and head.tag in {"VBD", "VBN"}
    return said and clause.role is Role.COMPLEMENT


def _governed(draft: Draft, _: Surroundings) -> Modality | None:
    """The modality that a governing word lends: "is expected [to]", "plans [to]", "a pledge [to]", "must [pay]"."""
    clause = _clause(draft)
    if clause is None:
        return None
    return _own(clause) or _from_above(clause)


def _own(clause: Word) -> Modality | None:
    if _is_seen(clause) or clause.lemma in words.EXPECTING_VERBS - {"estimate"}:
        return "expected"
    if clause.lemma in {"require", "mandate", "stipulate"} and clause.first(*SUBJECTS) is not None:
        return "required"
    return "planned" if clause.lemma in words.PLANNING_VERBS - WEAK_HEADS else None


def _is_seen(verb: Word) -> bool:
    """Whether something is seen to come: "prices are seen rising"; what was seen has happened."""
    if verb.lemma != "see" or verb.tag != "VBN":
        return False
    return all(mark.text.lower() not in {"was", "were"} for mark in verb.all(Role.PASSIVE_AUXILIARY)) and (
        verb.first(Role.AUXILIARY) is None or verb.first(Role.PASSIVE_AUXILIARY) is not None
    )


def _from_above(clause: Word) -> Modality | None:
    here = clause
    while here.head is not None and here.role in GOVERNED:
        above = here.head
        infinitive = any(mark.text.lower() == "to" for mark in here.all(Role.MARKER))
        if here.role is Role.CLAUSE and infinitive and above.role is Role.OBJECT and above.head is not None:
            return _lent(above, here) or _lent(above.head, here)
        if here.role is Role.CLAUSE and not _is_lender(above, here, infinitive=infinitive):
            return None
        told = above.lemma == "tell" and infinitive  # "was told by the court to pay"
        if here.role is Role.PARATAXIS or (
            here.role is Role.ADVERBIAL_CLAUSE and not told and not _is_aim(above, here)
        ):
            return None
        if here.role is Role.CONJUNCT and not infinitive:
            here = above
            continue
        lent = _lent(above, here)
        if lent is not None:
            return lent
        here = above
    return None


def _is_lender(above: Word, clause: Word, *, infinitive: bool) -> bool:
    """Whether a noun lends its modality to the clause behind it: "a plan to cut", "refinery runs seen rising"."""
    if above.lemma in words.REQUIRING_NOUNS or (above.lemma in COURSES and above.preposition == "on"):
        return infinitive
    return clause.tag not in {"VBG", "VBN"} and above.lemma in words.PLANNING_NOUNS


def _is_aim(above: Word, clause: Word) -> bool:
    """Whether a gerund says to what one commits: "commits them to spending $5m"."""
    marks = clause.all(Role.MARKER, Role.CASE)
    return above.lemma == "commit" and clause.tag == "VBG" and any(mark.text.lower() == "to" for mark in marks)


# What an adjective before the noun says of it: "a planned 40 layoffs", "potential losses of $5m".
ADJECTIVES: dict[str, Modality] = {
    "planned": "planned", "proposed": "planned", "pledged": "planned", "promised": "planned", "intended": "planned",
    "expected": "expected", "projected": "expected", "forecast": "expected", "predicted": "expected",
    "anticipated": "expected", "potential": "possible", "possible": "possible", "required": "required",
    "mandatory": "required", "compulsory": "required", "hypothetical": "conditional",
}  # fmt: skip


def _adjective(draft: Draft, _: Surroundings) -> Modality | None:
    """What an adjective says of the noun that the quantity belongs to."""
    if draft.quantity.unit == "time":
        return None  # "six times forecast earnings"
    nouns = [draft.phrase, *([draft.phrase.head] if _is_of(draft.phrase) and draft.phrase.head is not None else [])]
    found = (ADJECTIVES.get(child.text.lower()) for noun in nouns for child in noun.all(Role.ADJECTIVE))
    return next((modality for modality in found if modality is not None), None)


def _is_of(word: Word) -> bool:
    """Whether a quantity is that of the noun above it: "losses of $5m", "a $5m fine"."""
    return word.quantity is not None and (word.preposition == "of" or word.role in {Role.COMPOUND, Role.NUMBER})


def _lent(above: Word, clause: Word) -> Modality | None:
    lemma = above.lemma
    if _is_seen(above):
        return "expected"
    to = any(mark.text.lower() == "to" for mark in clause.all(Role.MARKER))
    if lemma in {"have", "ought", "tell"} and to:
        return None if _has_yet(above, clause) else "required"
    if lemma in {"certain", "sure"} and clause.role is Role.COMPLEMENT:
        return None  # of what is so: "is certain that it was 150"
    if lemma in words.REQUIRING_VERBS or lemma in words.REQUIRING_NOUNS:
        return "required"
    if lemma in words.EXPECTING_VERBS and lemma != "estimate":
        return "expected"
    if lemma in words.PLANNING_VERBS | words.PLANNING_NOUNS and (
        clause.role is not Role.COMPLEMENT or lemma in {"promise", "pledge", "propose", "plan", "hope"}
    ):
        return "planned"
    on_course = lemma in COURSES and above.preposition == "on"
    return "expected" if lemma in words.EXPECTED_ADJECTIVES or on_course else None


def _has_yet(above: Word, clause: Word) -> bool:
    """Whether something is not done, rather than to be done: "have yet to ratify it"."""
    return any(child.text.lower() == "yet" for child in (*above.children, *clause.children))


def _will(draft: Draft, _: Surroundings) -> Modality | None:
    """What auxiliaries say that are asked last, and those above an infinitive: "[could] be forced to sell"."""
    here = _clause(draft)
    while here is not None:
        found = _of_auxiliaries(here) if _shared(here) else None
        infinitive = here.role is Role.OPEN_COMPLEMENT and any(m.text.lower() == "to" for m in here.all(Role.MARKER))
        if found is not None or not infinitive:
            return found
        here = here.head
    return None


LENDING = frozenset().union(
    words.EXPECTING_VERBS, words.EXPECTED_ADJECTIVES, words.PLANNING_VERBS, words.PLANNING_NOUNS,
    words.REQUIRING_VERBS, words.REQUIRING_NOUNS, COURSES,
    {"see", "have", "mandate", "stipulate", "ought", "tell"},
)  # fmt: skip
SOFTENING = frozenset().union(
    words.REQUIRED_MODALS, words.POSSIBLE_MODALS, words.POSSIBLE_ADVERBS, words.CONDITIONAL_MODALS, UNREAL, INVERTED
)
MODALITIES: tuple[ContextRule[Modality], ...] = (
    ContextRule(
        "to be done",
        "“are to be”, or an infinitive in a headline: “the boats are to be sold”, “Airline to axe 450 jobs”",
        _is_to_be,
        (
            ("The 40 boats are to be sold.", "boats · sell · 40 boats"),
            ("Airline to axe 450 jobs", "Airline · axe · 450 jobs"),
        ),
        said=frozenset({"to"}),
    ),
    ContextRule(
        "auxiliary",
        "an auxiliary, a condition or “perhaps” in the clause: “must”, “could”, “if”",
        _auxiliary,
        (
            ("Members must spend 2% of their income.", "Members · spend · 2 percent of their income"),
            ("If the bill passes, fares would rise by 5%.", "fares · rise by · 5 percent"),
        ),
        said=SOFTENING,
    ),
    ContextRule(
        "governed modality",
        "a verb, noun or adjective above the clause: “is expected to”, “a plan to”",
        _governed,
        (
            ("Sales are expected to reach $5m.", "Sales · reach · 5,000,000 USD"),
            ("The firm unveiled a plan to cut 40 jobs.", "The firm · cut · 40 jobs"),
        ),
        said=LENDING,
    ),
    ContextRule(
        "adjective of modality",
        "an adjective of the noun: “a planned $5m stadium”, “potential losses of $5m”",
        _adjective,
        (
            ("An expected rise of 3% lifted the shares.", "An expected rise · rise of · 3 percent"),
            ("Protesters blocked a planned $5m stadium.", "stadium · block · 5,000,000 USD"),
        ),
        said=frozenset(ADJECTIVES),
    ),
    ContextRule(
        "will",
        "plain “will”, “should” and “would” of what is expected, or an auxiliary above an infinitive",
        _will,
        (("The firm will hire 40 people.", "The firm · hire · 40 people"),),
        said=words.EXPECTED_MODALS | words.CONDITIONAL_MODALS | words.POSSIBLE_MODALS | words.REQUIRED_MODALS,
    ),
)
