"""What one claim takes from another of its sentence: elided nouns, ranges, wholes of parts, amounts said twice."""

from __future__ import annotations

from claimx import words
from claimx.attach.ages import age
from claimx.attach.amounts import is_thing, partitive
from claimx.attach.antecedents import antecedent, counted_subject, same_object, there_are, understood
from claimx.attach.asides import ASIDES
from claimx.attach.counts import ATTENDED
from claimx.attach.draft import EVENT, Draft
from claimx.attach.elided_units import VERSUS, elided_unit, text_of
from claimx.attach.lists import LISTS
from claimx.attach.rules import Pattern, Rule, apply_all
from claimx.syntax import Role, Word

COMPARED = frozenset({"compared with", "compared to", "than in", "up from", "down from"})

TAKEN_PART = frozenset(
    "attend watch visit use back sign join read support oppose endorse see share".split()
)  # by so many
CLOSING = frozenset("close end finish settle open trade".split())
LOOSE = frozenset({"modifier of a noun", "label", "nearest clause"})  # the rules after which no clause is sure
SUPPORTS = frozenset({Role.AUXILIARY, Role.PASSIVE_AUXILIARY})
CONJUNCTIONS = frozenset({"and", "or", "but", "then"})
MORE = frozenset({"further", "another", "additional"})
TWICE = frozenset({"(", ", or", "or", "/", "(about", "[", "(or", ", about", "—", "–"})  # between an amount and the same


def complete(drafts: list[Draft]) -> list[Draft]:
    """Settle what the drafts of one sentence owe each other; some of them go."""
    drafts = _join_ranges(drafts)
    for number, draft in enumerate(drafts):
        draft.others, draft.number = drafts, number
    for table in (LISTS, ELISIONS, ASIDES, LAST):
        for draft in drafts:
            apply_all(draft, table)
    return drafts


def _through_quantity(draft: Draft) -> bool:
    """A third of those treated shed *5 kg*: what a quantity is of stands for the quantity as entity."""
    if draft.entity is not None and draft.entity.text.lower() == "each":
        whole = partitive(draft.entity)
        draft.entity = whole if whole is not None and whole.is_noun else draft.entity  # "each of the [barges] burns"
        return True
    if draft.entity is None or draft.entity.quantity is None or is_person(draft.entity, draft.text):
        return False
    if draft.entity is draft.amount:
        draft.entity = draft.counted or draft.of
        return True
    other = next((other for other in draft.others if other.amount is draft.entity and other is not draft), None)
    draft.entity = (other.counted or other.of or other.entity) if other is not None else None
    draft.entity = draft.entity or draft.counted
    return True


def is_person(amount: Word, text: str) -> bool:
    """Whether an age is a noun of its own: "the [29-year-old] has kept nine clean sheets"."""
    aged = text[amount.start : amount.end].lower().endswith(("-old", "-olds"))
    return aged and amount.role not in {Role.ADJECTIVE, Role.COMPOUND, Role.NUMBER}


def _by_numbers(draft: Draft) -> bool:
    """The direction of "going from 1,000 to 2,000", which the verb leaves open."""
    first = draft.last()
    if first is None or first.change_id is None or first.change_id != draft.change_id or first.direction is not None:
        return False
    start, end = first.quantity.value, draft.quantity.value
    if (first.role, draft.role) != ("from", "to") or start is None or end is None or start == end:
        return False
    first.direction = draft.direction = "up" if end > start else "down"
    first.rules["direction"] = "by the numbers"
    return True


def _coordinated(draft: Draft) -> bool:
    """24 mpg in the city and *33* on the highway: a number that a conjunction ties to a noun goes with the last."""
    last = draft.last()
    if last is None:
        return False
    draft.copy(last, "entity", "property", "predicate", "preposition", "clause")
    return True


def _next_level(draft: Draft) -> bool:
    """Fell to 49 in May, *48* in June and *47* in July: a series of levels shares its first "to"."""
    before = draft.last()
    if before is None or before.role != "to":
        return False
    if (before.quantity.kind, before.quantity.unit) != (draft.quantity.kind, draft.quantity.unit):
        return False
    draft.copy(before, *EVENT)
    return True


def _compared_amount(draft: Draft) -> bool:
    """Compared with *41%* a month ago; up from *22 percent*: of the same entity as the amount it is held against."""
    word = text_of(draft.before)
    held = f"{text_of(draft.second_before)} {word}" in COMPARED or word in VERSUS
    turned = draft.predicate is not None and draft.predicate.text.lower() in words.WAYS and _is_loose(draft)
    if not (held or turned):
        return False
    alike = [other for other in draft.earlier() if other.quantity.kind == draft.quantity.kind]
    last = next((other for other in alike if other.quantity.unit == draft.quantity.unit), alike[0] if alike else None)
    if last is None or (draft.counted is not None and last.counted is None):
        return False
    if draft.standing == "own relative clause":
        draft.entity = draft.entity or last.entity
        draft.of = draft.of or last.of
        return True
    own = next((c for c in draft.amount.all(Role.MODIFIER) if c.preposition in {"for", "among"} and is_thing(c)), None)
    draft.copy(last, "entity", "property")
    draft.entity = own or draft.entity
    if not turned:
        draft.copy(last, "predicate", "preposition", "clause")
        draft.of = draft.of or last.of
        draft.direction = draft.direction if text_of(draft.second_before) in words.WAYS else None
        draft.role = draft.change_id = None
    return True


def _is_loose(draft: Draft) -> bool:
    """Whether the entity of "up" or "down" is no noun standing right before it."""
    word, entity, last = draft.predicate, draft.entity, draft.last()
    if draft.standing == "said twice" or draft.rules.get("entity") == "word of direction":
        return False
    if word is None or entity is None or not entity.is_noun:
        return True
    if word.first(Role.COPULA) is not None:  # "tin was up": said of its own subject
        return False
    follows = last is not None and last.end <= entity.start and entity not in (last.entity, last.counted)
    return entity.end + 3 < word.start and not follows


def _loose_end(draft: Draft) -> bool:
    """… rose to $5m in the three months ended June, from *$4m*: a change's end that the parse hangs elsewhere."""
    if draft.change_id is not None:
        return False
    same = (o for o in draft.earlier() if o.quantity.kind == draft.quantity.kind or o.amount is draft.amount.head)
    last = next(same, None)
    if last is None or last.change_id is None or last.role == draft.amount.preposition:
        return False
    draft.copy(last, "entity", "property", "predicate", "clause", "direction", "change_id")
    draft.preposition = draft.amount.preposition
    draft.role = "from" if draft.preposition == "from" else "to"
    return True


def _join_ranges(drafts: list[Draft]) -> list[Draft]:
    """From … to is one range again where no verb or noun of change governs its ends."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and draft.pair is not None and before.pair is draft.pair:
            if before.change_id is not None or draft.change_id is not None:
                _tie_ends(before, draft)
            else:
                before.quantity, before.end, before.pair = draft.pair, draft.end, None
                before.direction = before.role = before.change_id = None
                before.counted = before.counted or draft.counted
                before.of = before.of or draft.of
                continue
        joined.append(draft)
    return joined


def _tie_ends(first: Draft, last: Draft) -> None:
    """Make one change of the two ends of "from … to" where the parse hangs one of them elsewhere."""
    known, other = (first, last) if first.change_id is not None else (last, first)
    other.copy(known, "entity", "property", "predicate", "clause", "direction", "change_id")
    other.rules.update(known.rules)
    if first.quantity.kind == last.quantity.kind == "number" and (first.counted is None) != (last.counted is None):
        one = first if first.counted is not None else last  # "from 4.9 to 3.7 deaths"
        first.counted = last.counted = one.counted
        first.of = last.of = one.of
    first.role, last.role = "from", "to"
    first.preposition, last.preposition = "from", "to"


def _said_twice(draft: Draft) -> bool:
    """9 billion yuan (US $1.3 billion): the second says of the same what the first does; so does "45 points, or 2%"."""
    before = draft.last()
    if before is None:
        return False
    end = before.end if before.counted is None else max(before.end, before.counted.end)
    if draft.text[end : draft.start].strip() not in TWICE:
        return False
    kind = draft.quantity.kind
    if before.quantity.kind == kind and kind in {"money", "measure"} and before.quantity.unit != draft.quantity.unit:
        draft.copy(before, "of", *EVENT)
    elif before.role == "by" and kind == "percent":
        draft.copy(before, *EVENT)
    else:
        return False
    draft.standing = "said twice"
    return True


def _counts_what_precedes(draft: Draft) -> bool:
    """*Half* of them: what stands before."""
    if draft.counted is None or not _has_no_unit(draft):
        return False
    if draft.counted.tag == "JJS" or (draft.counted.tag == "VBN" and text_of(draft.before) in MORE):
        draft.counted = counted_subject(draft) or understood(draft) or draft.counted  # "the 3 oldest"
        return True
    if draft.counted.text.lower() not in words.PART_PRONOUNS:
        return False
    pronoun = draft.counted
    draft.counted = antecedent(draft) or pronoun
    if pronoun.text.lower() in {"whom", "which"}:  # a relative pronoun is its antecedent
        draft.of = draft.counted if draft.of is pronoun else draft.of
        draft.entity = draft.counted if draft.entity is pronoun else draft.entity
    return True


def _elided_noun(draft: Draft) -> bool:
    """Up from just *six*; burglaries fell to *1,318*: a bare number counts what its sentence leaves out."""
    value = draft.quantity.value
    if not _has_no_unit(draft) or (value is not None and value != int(value)) or _is_size(draft) or _is_level(draft):
        return False
    attended = _is_attended(draft)
    if (other_end := _other_end(draft)) is not None:
        draft.counted = draft.of = other_end
        return True
    if draft.entity is not None and not attended and _is_counted_by(draft, draft.entity):
        draft.counted = draft.of = draft.entity
        return True
    noun, last = same_object(draft) or understood(draft) or there_are(draft), draft.last()
    if attended:
        noun = None if last is None or last.role is None or last.counted is None else last.counted
    named = draft.entity is not None and draft.entity.quantity is None
    other = draft.role is not None and last is not None and named and draft.entity is not last.entity
    if noun is None or other or _is_casualty(draft):  # "hired 40 people, which brings its staff to 300"
        return False
    draft.counted = draft.of = noun
    if draft.entity is None or draft.entity.quantity is not None or draft.entity is draft.predicate:
        first = next((other.entity for other in draft.earlier() if other.counted is noun), None)
        own = draft.standing == "subject" and draft.clause is not None and _stands_right_before(draft, draft.clause)
        draft.entity = noun if first is None or own else first  # "planned 40 flats; 31 [stand]"
    return True


def _other_end(draft: Draft) -> Word | None:
    """What the other end of a change counts: "from 4,100 [patients] to 13,700"."""
    last = draft.last()
    if last is None or draft.change_id is None or last.change_id != draft.change_id or last.role != "from":
        return None
    return last.counted if last.counted is not None and last.counted.tag == "NNS" else None


def _is_attended(draft: Draft) -> bool:
    """Whether a number is what a population or an audience came to."""
    level = draft.property or draft.entity
    return draft.role is not None and level is not None and level.lemma in ATTENDED


def _is_level(draft: Draft) -> bool:
    """Whether a number is where an index stands after so many days: "fell in five sessions and [ended] at 7,012"."""
    return draft.amount.preposition == "at" and draft.clause is not None and draft.clause.lemma in CLOSING


def _is_size(draft: Draft) -> bool:
    """Whether a number says how large a group is ("a crew of [six]") or by how much one won ("lost by [21]")."""
    preposition = draft.amount.preposition
    if text_of(draft.before) in MORE:
        return False
    return (preposition == "of" and draft.standing == "property noun") or (
        preposition == "by" and draft.role is None and not _is_agent(draft)
    )


def _is_agent(draft: Draft) -> bool:
    """Whether those counted do what a passive says: "attended by [90]"."""
    return draft.clause is not None and draft.clause.lemma in TAKEN_PART


def _is_casualty(draft: Draft) -> bool:
    """Whether people are understood: "a bus with 23 pupils crashed, killing [four]"; not after "killed 12 soldiers"."""
    harmed = (
        other.clause is not None and other.clause.lemma in words.HARMING_VERBS and other.counted is not None
        for other in draft.earlier()
    )
    last = draft.last()
    if last is not None and last.standing == draft.standing == "subject":
        return False  # "38 are unvaccinated and three have been hospitalized"
    return draft.clause is not None and draft.clause.lemma in words.HARMING_VERBS and not any(harmed)


def _has_no_unit(draft: Draft) -> bool:
    return draft.quantity.kind == "number" and draft.quantity.unit is None


def _stands_right_before(draft: Draft, clause: Word) -> bool:
    """Whether a verb, or its auxiliary, follows a number right away: "31 [stand]", "12 [were left]"."""
    behind = draft.behind()
    return behind is clause or (behind is not None and behind.head is clause and behind.role in SUPPORTS)


def _is_counted_by(draft: Draft, subject: Word) -> bool:
    """Whether a bare number is how many of its plural subject there are: "burglaries fell to 1,318"."""
    reached = draft.change_id is not None or (draft.clause is not None and draft.clause.lemma in words.REACHING_VERBS)
    reached = reached or draft.standing == "label"  # "Deaths: 212"
    return reached and subject.tag == "NNS" and subject.lemma not in words.PROPERTY_NOUNS | words.VALUED_NOUNS


ELISIONS = (
    Rule(
        "said twice",
        "the amount in brackets, or behind “or”, says the amount before it again",
        Pattern(second=True),
        _said_twice,
        (("It has debts of 9 billion yuan (US $1.3 billion).", "It (debts) · have · 1,300,000,000 USD"),),
    ),
    Rule(
        "coordinated",
        "a conjunction ties the number to the amount before it",
        Pattern("amount", roles=(Role.CONJUNCT,), after=CONJUNCTIONS, counted=False, second=True, standing=LOOSE),
        _coordinated,
        (("Customers can choose between a 7- or 8-inch screen.", "screen · choose between · 8 inch"),),
    ),
    Rule(
        "next level",
        "a series of levels shares its first “to”",
        Pattern("amount", prepositions=frozenset({""}), after=frozenset({",", "and"}), counted=False, second=True),
        _next_level,
        (("Sales rose to $40m, $50m and $60m.", "Sales · rise to · 50,000,000 USD"),),
    ),
    Rule(
        "compared amount",
        "it is compared with an amount before it, of the same entity",
        Pattern(second=True),
        _compared_amount,
        (("The party won 41 seats, compared with 55 in 2019.", "The party · win · 55 seats"),),
    ),
    Rule(
        "loose end of a change",
        "“from” or “to” ties it to the change before it",
        Pattern("amount", prepositions=frozenset({"from", "to"}), counted=False, second=True),
        _loose_end,
        (
            (
                "The number of cases climbed to 47 on Friday, up from 31.",
                "cases (The number) · climb from · 31 cases",
            ),
        ),
    ),
    Rule(
        "elided unit",
        "the unit of the amount before is understood",
        Pattern(counted=False, second=True),
        elided_unit,
        (("Its mileage rose from 21 mpg to 23.", "Its mileage · rise to · 23 mile / gallon"),),
    ),
    Rule(
        "age of a person",
        "a number of years is said of a person",
        Pattern(counted=False, kinds=frozenset({"number"})),
        age,
        (
            ("The playwright was 81 when it opened.", "The playwright · be · 81 year"),
            ("The poet, 78, was fined.", "The poet · – · 78 year"),
        ),
    ),
    Rule(
        "counts what precedes",
        "a pronoun stands for what is counted before it",
        Pattern(counted=True),
        _counts_what_precedes,
        (("The shop sold 31 bikes, and six of these were electric.", "these · electric · 6 these"),),
    ),
    Rule(
        "elided noun",
        "what is counted before it is understood",
        Pattern(counted=False),
        _elided_noun,
        (("Burglaries fell to 1,318.", "Burglaries · fall to · 1,318 Burglaries"),),
    ),
)
LAST = (
    Rule(
        "by the numbers",
        "the two ends of the change say which way it goes",
        Pattern(second=True),
        _by_numbers,
        (("Staff went from 1,000 to 2,000.", "Staff · go to · 2,000"),),
    ),
    Rule(
        "through a quantity",
        "the entity is a quantity, and stands for what it is a quantity of",
        Pattern(),
        _through_quantity,
        (("A third of those treated lost 5 kg.", "those · lose · 5 kilogram"),),
    ),
)
