"""A quantity in a noun phrase: what it says of the noun, and who the noun's owner is."""

from __future__ import annotations

from itertools import takewhile

from claimx import words
from claimx.attach.amounts import partitive
from claimx.attach.arguments import argument_of, is_period, raised
from claimx.attach.clauses import governor, object_of, subject_of, verb_word
from claimx.attach.counts import marked_between
from claimx.attach.draft import Draft, first_conjunct
from claimx.syntax import SUBJECTS, Role, Word

CONTAINING_VERBS = frozenset("contain hold comprise include".split())
SHARED_NOUNS = words.PROPERTY_NOUNS | words.UP_NOUNS | words.DOWN_NOUNS | frozenset("owner ownership control".split())
# What so many people or things make up: "a [poll] of 900 voters", "a [report] of 40 pages".
COLLECTIONS = frozenset(
    "group crew crowd team choir list order poll survey sample report document motion book novel panel party band "
    "staff community town city village convoy fleet backlog queue set pack batch class study cast squad army jury "
    "committee collection menu catalogue programme".split()
)
KINDS_OF_PROPERTY = frozenset("error return growth stay interest living".split())  # "margin of [error]": nobody has it
OBJECTS = (Role.OBJECT, Role.INDIRECT_OBJECT)
HYPHENS = frozenset("-‐‑")
ROW = 10  # how many words behind an amount its noun is looked for


def attributive(draft: Draft) -> bool:
    """The noun that the quantity stands before is the entity."""
    word, noun = draft.phrase, draft.phrase.head
    tied = word.preposition is not None and word.role is not Role.COMPOUND  # "over €3m bribes": it ties the noun
    if noun is None or tied or marked_between(word, noun):
        return False
    behind = draft.behind()
    if word is draft.amount and draft.quantity.kind == "number" and behind is not None and behind.text == ",":
        return False  # "there are 20, most of them [widows]"
    while noun.role is Role.COMPOUND and noun.head is not None and noun.head.is_noun and noun.head.index > noun.index:
        noun = noun.head
    return said_of(draft, noun)


def in_row(draft: Draft) -> bool:
    """What is joined to its unit by a hyphen describes the noun behind a row of such: "a [two-day], 30-mile walk"."""
    unit = draft.quantity.unit_text
    if unit is None or unit.text.endswith("old") or draft.text[unit.start - 1] not in HYPHENS:
        return False
    if draft.before is not None and draft.before.tag == "CC":
        return False  # "a 7- or 8-inch screen"
    noun = _behind_row(draft.tree.words[draft.amount.index + 1 : draft.amount.index + ROW])
    return noun is not None and noun is not draft.amount.head and said_of(draft, noun)


def _behind_row(behind: list[Word]) -> Word | None:
    """The noun behind a row of amounts and adjectives: ", 30-mile (48 km) [walk]"; right behind a comma stands none."""
    here, before = iter(behind), ""
    for word in here:
        if word.text == "(":
            next((other for other in here if other.text == ")"), None)
        elif word.is_noun and word.quantity is None:
            if before == ",":
                return None
            run = [word, *takewhile(lambda other: other.tag[:2] == "NN" and other.quantity is None, here)]
            return run[-1]
        elif word.quantity is None and word.text not in {",", "-"} and word.tag[:2] != "JJ":
            return None
        before = word.text
    return None


def share_of_stuff(draft: Draft) -> bool:
    """Contains *5%* alcohol; is *60%* cotton: a stuff without an article, of which the subject partly consists."""
    noun = draft.phrase.head
    while noun is not None and noun.role is Role.COMPOUND and noun.head is not None and noun.head.is_noun:
        noun = noun.head
    if noun is None or noun.tag != "NN" or noun.first(Role.DETERMINER, Role.POSSESSOR) or noun.lemma in SHARED_NOUNS:
        return False
    copula = noun.first(Role.COPULA)
    verb = noun.head if copula is None else noun
    if verb is None or (copula is None and (noun.role is not Role.OBJECT or verb.lemma not in CONTAINING_VERBS)):
        return False
    draft.entity, draft.of = subject_of(verb), noun
    draft.clause, draft.predicate = verb, copula or verb
    return draft.entity is not None


def said_of(draft: Draft, noun: Word) -> bool:
    """Take the draft as said of the noun it modifies."""
    draft.entity = noun
    govern(draft, noun)
    return True


def govern(draft: Draft, noun: Word) -> None:
    """Fill in the predicate over a noun phrase that holds the quantity."""
    noun = first_conjunct(noun)
    above = noun if noun.first(Role.COPULA) else governor(noun)
    if above is None or (above.role is Role.RELATIVE and noun.role is Role.RELATIVE):
        return
    tied = next((word for word in (noun, *noun.ancestors()) if word.head is above), noun)
    above = raised(above) if tied.role in SUBJECTS else above
    draft.clause, draft.predicate = above, verb_word(above)
    if noun.head is above:
        draft.preposition = noun.preposition if noun.role in {Role.OBLIQUE, Role.AGENT} else None


def property_noun(draft: Draft) -> bool:
    """The noun that the quantity is the value of is the property, its owner the entity."""
    noun = draft.place.head
    if noun is None or (draft.counted is not None and noun.lemma not in words.PROPERTY_NOUNS):
        return False
    noun = _whole_property(noun)
    draft.property = noun
    draft.entity = owner(noun) or noun
    govern(draft, noun)
    return True


def _whole_property(noun: Word) -> Word:
    """The noun of a property that has another, without article, in its name: "a [margin] of error of 3 points"."""
    above = noun.head
    plain = noun.tag == "NN" and noun.first(Role.DETERMINER, Role.POSSESSOR, Role.ADJECTIVE, Role.COMPOUND) is None
    if above is None or not plain or noun.role is not Role.MODIFIER or noun.preposition != "of":
        return noun
    return above if above.lemma in words.PROPERTY_NOUNS and above.quantity is None else noun


def owner(noun: Word) -> Word | None:
    """Who or what a property belongs to: its possessor, what it is of, who has or reports it, what it is "with"."""
    possessor = noun.first(Role.POSSESSOR)
    if possessor is not None and not is_period(possessor):
        return possessor if possessor.tag[:2] not in {"PR", "WP"} else None
    inside = (c for c in noun.all(Role.MODIFIER) if c.quantity is None and c.lemma not in KINDS_OF_PROPERTY)
    whole = next((c for c in inside if c.preposition in {"of", "for", "in"}), None)
    if whole is not None and not _is_time(whole) and whole.tag != "CD":
        return whole
    above = noun.head
    if above is None:
        return None
    if noun.role is Role.OBJECT and above.is_verb and above.lemma in words.OWNING_VERBS:
        return subject_of(above)
    listed = noun.role is Role.APPOSITION and noun.lemma in words.PROPERTY_NOUNS and above.lemma in words.PROPERTY_NOUNS
    if noun.role is Role.CONJUNCT or listed:
        return _owner_of_first(above)
    if noun.preposition == "with":
        has_it = above if above.is_noun and above.first(Role.COPULA) is None else None
        return has_it or _right_before_with(noun, above) or subject_of(above)
    if noun.role is Role.APPOSITION and above.is_noun:
        return above
    return None


def _is_time(noun: Word) -> bool:
    """Whether a noun, or what it is a part of, is a time: "a raise in [each] of the next four years"."""
    of = (child for child in noun.all(Role.MODIFIER) if child.preposition == "of")
    return noun.lemma in words.TIME_NOUNS or (noun.tag == "DT" and any(c.lemma in words.TIME_NOUNS for c in of))


def _owner_of_first(first: Word) -> Word | None:
    """The owner of the property before: "a mast with a [height] of 30 metres and a weight of 2 tonnes"."""
    noun = first.head if first.quantity is not None else first
    return owner(noun) if noun is not None and noun.is_noun and noun.lemma in words.PROPERTY_NOUNS else None


def _right_before_with(noun: Word, verb: Word) -> Word | None:
    """The object right before "with", which is what has the property: "cut [beams] with a thickness of 3 mm"."""
    mark, thing = noun.first(Role.CASE), verb.first(*OBJECTS)
    if noun.lemma not in words.INHERENT_NOUNS or mark is None or thing is None or thing.quantity is not None:
        return None
    return thing if thing.index + 1 == mark.index and thing.lemma not in words.TIME_NOUNS else None


def noun_modifier(draft: Draft) -> bool:
    """The noun that the quantity hangs on is the entity; of a counted noun, the subject of the clause is."""
    word = draft.place
    noun = word.head
    if noun is None:
        return False
    outer = noun.head if word.role is Role.NUMBER and noun.role is Role.COMPOUND else None
    if outer is not None and outer.is_noun and outer.index > word.index:
        return said_of(draft, outer)  # "a magnitude 6.1 [earthquake]"
    if word.preposition == "with" and noun.role in OBJECTS and noun.head is not None and noun.head.is_verb:
        return argument_of(draft, noun.head)
    govern(draft, noun)
    above = subject_of(draft.clause) if draft.clause is not None else None
    if word.preposition == "of" and noun.lemma in COLLECTIONS:
        draft.entity, draft.preposition = noun, "of"
    elif draft.counted is not None and draft.quantity.unit != "time":
        whole = noun if noun.role is Role.APPOSITION and word.preposition else draft.counted  # "a [city] of 90 people"
        draft.entity = whole if _is_beside_other(noun, above) else above or whole
        draft.preposition = word.preposition
    else:
        draft.entity = noun
    return True


def _is_beside_other(noun: Word, subject: Word | None) -> bool:
    """Whether a noun is an apposition of another than the subject: "beat the deputy, a [veteran] of seven wars"."""
    described = noun.head
    if noun.role is not Role.APPOSITION or described is None or described is subject or not described.is_noun:
        return False
    return described.quantity is None and described.role in {*OBJECTS, Role.OBLIQUE, Role.AGENT, Role.MODIFIER}


def with_level(draft: Draft) -> bool:
    """Behind "with", the noun before "at" is what stands at the level."""
    noun = draft.second_before
    if noun is None or draft.before is None or draft.before.text.lower() != "at" or noun.quantity is not None:
        return False
    if not noun.is_noun or noun.preposition != "with":
        return False
    mark = noun.first(Role.CASE)
    behind_comma = mark is not None and mark.index > 0 and draft.tree.words[mark.index - 1].text == ","
    if not behind_comma and noun.lemma not in words.PROPERTY_NOUNS | words.VALUED_NOUNS:
        return False
    draft.entity, draft.property = (noun, noun) if noun.lemma in words.PROPERTY_NOUNS else (noun, None)
    govern(draft, noun)
    draft.preposition = "at"
    return True


def at_level(draft: Draft) -> bool:
    """The subject before the comma is what stands at the level: "the fee, at $40, deters"."""
    mark = draft.amount.first(Role.CASE)
    tree = draft.tree.words
    if mark is None or mark.index < 2 or tree[mark.index - 1].text != ",":
        return False
    noun = tree[mark.index - 2]
    behind = draft.behind()
    if behind is None or behind.text.lower() not in {",", "the"}:
        return False
    while noun.role in {Role.MODIFIER, Role.FLAT} and noun.head is not None and noun.head.is_noun:
        noun = noun.head
    if not noun.is_noun or noun.quantity is not None or noun.role not in {*SUBJECTS, Role.OTHER} or noun.preposition:
        return False
    draft.entity = noun
    govern(draft, noun)
    draft.preposition = "at"
    return True


def label(draft: Draft) -> bool:
    """The outermost noun before the sign is the entity, as far as no other sign stands between."""
    words_ = draft.tree.words[: draft.amount.index - 1]
    first = max((word.index for word in words_ if word.text in {";", "(", "|", ":"}), default=-1)
    nouns = [word for word in draft.phrase.ancestors() if word.is_noun and first < word.index < draft.amount.index]
    draft.entity = nouns[-1] if nouns else draft.phrase.head
    return True


def holder(draft: Draft) -> bool:
    """The noun before the preposition, which has a preposition of its own, is the entity."""
    mark = draft.before
    noun = draft.second_before
    if mark is None or mark.role is not Role.CASE or partitive(draft.amount) is not None or noun is None:
        return False
    if noun.tag not in {"NNS", "NNP", "NNPS"} or noun.preposition is None or noun.quantity is not None:
        return False
    govern(draft, noun)
    draft.entity, draft.preposition = noun, draft.amount.preposition
    return True


def fragment(draft: Draft) -> bool:
    """The noun right before the quantity is the entity where no verb is above."""
    noun = draft.before
    if noun is None or not noun.is_noun or noun.quantity is not None or draft.counted is not None:
        return False
    if noun.lemma in words.TIME_NOUNS or governor(draft.phrase) is not None:
        return False
    draft.entity = noun
    return True


def counted_alone(draft: Draft) -> bool:
    """The counted noun is the entity where no clause has a subject."""
    if draft.counted is None:
        return False
    draft.entity = draft.counted
    above = governor(draft.counted)
    if above is not None and not _stands_apart(draft.counted, draft):
        draft.clause, draft.predicate = above, verb_word(above)
        draft.entity = subject_of(above) or draft.counted
    return True


def _stands_apart(noun: Word, draft: Draft) -> bool:
    """Whether a semicolon or dash parts a counted noun from the clause before: "Ferry runs aground; two [hurt]"."""
    before = draft.before
    return noun.role is Role.PARATAXIS and before is not None and before.text in {";", "–", "—", "|"}


def own_relative(draft: Draft) -> bool:
    """The relative clause of the quantity says what holds of it."""
    clause = draft.phrase.first(Role.RELATIVE)
    subject_ = clause.first(*SUBJECTS) if clause is not None else None
    if clause is None or subject_ is None:
        return False
    who = subject_.text.lower() in {"who", "that", "which"}
    held = draft.phrase.head is not None and draft.phrase.head.lemma == "compare"
    if not who and ((draft.phrase.preposition == "with" and not held) or object_of(clause) is not None):
        return False
    said = clause.first(Role.COMPLEMENT) if clause.lemma in words.SAYING_VERBS else None
    if said is not None and not who and (deeper := said.first(*SUBJECTS)) is not None:
        clause, subject_ = said, deeper  # "the 340 that it says [it needs]"
    draft.clause, draft.predicate = clause, verb_word(clause)
    draft.entity = (draft.counted or partitive(draft.amount)) if who else subject_  # "against the 340 [it] ran before"
    return True
