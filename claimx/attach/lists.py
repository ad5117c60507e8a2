"""What the members of a list share or divide: subjects, a verb that is not said again, the base of shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.draft import EVENT
from claimx.attach.rules import Pattern, Rule
from claimx.syntax import SUBJECTS, Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

NEAR = 8  # words in which "respectively" has to come
LONGEST_JOINT = 8  # characters of ", and " and a blank or two
JOINED = frozenset({",", "and", ", and", "&", "or"})
OPENERS = frozenset({",", "and", "but", "while", "whereas", ";"})
AMOUNT_MARKS = frozenset({"DT", "RB", "JJ", "JJR", "VBG"})  # "printers [the remaining] £45,000"
PREDICATED = frozenset({"worth", "measured adjective", "measured after its noun"})  # these say what holds themselves
PRONOUNS = frozenset({"whom", "which"})
MONEY_AS_SUBJECT = "money as subject"
LOOSE = frozenset({"modifier of a noun", "fragment", "counted alone", "nearest clause"})
BRACKETS = frozenset({"(", "["})
SEQUENCE = frozenset({"before", "after"})
AROUND_TIME = frozenset({"(", ":", "in", "the", "a", "ago", "earlier", "from", "of", "for", ",", "-", "[", "same"})


def _divided(draft: Draft) -> bool:
    """Spain and Italy sent 40 and *30* doctors: as many amounts as there are subjects, one for each."""
    last = draft.last()
    if last is None or not _is_joined(last, draft, each=True):
        return False
    each = any(word.text.lower() == "respectively" for word in draft.tree.words[draft.amount.index :][:NEAR])
    following = draft.others[draft.number + 1 : draft.number + 2]
    if following and _is_joined(draft, following[0], each=each):
        return False
    series = _series(draft, each=each)
    members = _subjects(series[0])
    if len(series) < 2 or len(members) != len(series):
        return False
    for member, other in zip(members, series, strict=True):
        other.entity = member
        other.divided = True
        other.rules["entity"] = "divided among the subjects"
    return True


def _subjects(draft: Draft) -> list[Word]:
    """The entity and what is conjoined with it, or stands beside it as another subject."""
    subject, clause = draft.entity, draft.clause
    if subject is None:
        return []
    beside = [word for word in clause.all(Role.SUBJECT, Role.PASSIVE_SUBJECT) if word.is_noun] if clause else []
    firsts = beside if subject in beside else [subject]
    return [word for first in firsts for word in (first, *(c for c in first.all(Role.CONJUNCT) if c.is_noun))]


def _series(draft: Draft, *, each: bool) -> list[Draft]:
    """The amounts side by side that end with this one: "5%, 6% and [7%]"."""
    series = [draft]
    for other in draft.earlier():
        if not _is_joined(other, series[0], each=each):
            break
        series.insert(0, other)
    return series


def _is_joined(first: Draft, last: Draft, *, each: bool) -> bool:
    """Whether two amounts of a kind stand side by side; before "respectively" what the first counts may be between."""
    end = first.end
    if each and first.counted is not None and end < first.counted.start < last.start:
        end = first.counted.end
    same = first.quantity.kind == last.quantity.kind and first.clause is last.clause
    return same and last.start - end < LONGEST_JOINT and first.text[end : last.start].strip() in JOINED


def _gapped_verb(draft: Draft) -> bool:
    """Lawyers took £900 and *printers £45*: a noun right before the amount has the verb of the clause before."""
    last = draft.last()
    if last is None or last.predicate is None or last.entity is None or draft.standing in PREDICATED:
        return False
    if draft.quantity.kind not in {last.quantity.kind, "number"} or _has_way_of_its_own(draft):
        return False
    noun = _noun_before(draft)
    if noun is None or noun in (last.entity, last.counted, last.of, draft.counted):
        return False
    if draft.amount.preposition not in {None, last.preposition, last.role}:
        return False
    draft.copy(last, "predicate", "clause", "direction", "role")
    draft.standing = "gapped verb"
    draft.preposition = draft.amount.preposition or last.preposition
    draft.entity, draft.property = noun, None
    given = last.clause.first(Role.INDIRECT_OBJECT) if last.clause is not None else None
    if given is not None and given.index < last.amount.index and draft.text[last.end : draft.start].find(";") < 0:
        draft.entity = last.entity  # "gave the thief a year and his driver [two]"
    draft.change_id = None if last.change_id is None else f"{last.change_id}, {noun.text}"
    return True


def _has_way_of_its_own(draft: Draft) -> bool:
    """Whether a particle with a subject says which way it goes: "rents were up 2% and [wages down] 1%"."""
    particle = draft.predicate
    return particle is not None and particle.text.lower() in words.WAYS and draft.entity in particle.all(*SUBJECTS)


def _noun_before(draft: Draft) -> Word | None:
    """The noun that stands between a conjunction or comma and the amount, with nothing but a preposition between.

    Behind a semicolon a comma may stand for the verb: "wolves took 40 lambs; [bears], six".
    """
    tree = draft.tree.words
    index = draft.amount.index - 1
    if index >= 0 and tree[index].role is Role.CASE and tree[index].head is draft.amount:
        index -= 1
    while index >= 0 and tree[index].tag in AMOUNT_MARKS and tree[index].quantity is None:
        index -= 1
    comma = index >= 0 and tree[index].text == ","
    noun = tree[index - comma] if index >= comma else None
    index -= comma
    if noun is not None and noun.text.lower() in {"i", "we", "they", "he", "she"}:
        return noun if index and tree[index - 1].text.lower() in OPENERS else None
    if noun is None or noun.tag[:1] != "N" or noun.quantity is not None or noun.lemma.lower() in words.TIME_NOUNS:
        return None
    first = index
    while first > 0 and (tree[first - 1].tag[:1] == "N" or tree[first - 1].tag in {"DT", "PRP$", "JJ", "POS"}):
        if tree[first - 1].quantity is not None:
            return None
        first -= 1
    opened = first > 0 and tree[first - 1].text.lower() in ({";"} if comma else OPENERS)
    return noun if opened and not _is_in_list(noun) else None


def _is_in_list(noun: Word) -> bool:
    """Whether a noun is a conjunct of one with a preposition of its own: "in Paris and [London] 40 people"."""
    head = noun.head
    listed = noun.role is Role.CONJUNCT and head is not None and head.quantity is None and head.is_noun
    return listed and head is not None and head.preposition is not None


def _gapped_place(draft: Draft) -> bool:
    """In the north 14 schools closed, in the east *six*: a place or time like one before has the clause of that one."""
    last, noun = draft.last(), draft.amount.head
    if last is None or last.clause is None or noun is None or noun.quantity is not None or draft.entity is last.entity:
        return False
    if not 0 < draft.amount.index - noun.index < 5 or noun.preposition in {None, "of"}:  # a comma, "a further" between
        return False
    holders = [last.clause, *last.clause.all(*SUBJECTS)]  # "expectancy for men is 72 years, for women 77"
    around = (c for holder in holders for c in holder.all(Role.OBLIQUE, Role.MODIFIER))
    before = (c for c in around if c.index < last.amount.index)
    alike = SEQUENCE if noun.preposition in SEQUENCE else {noun.preposition}
    if not any(c.preposition in alike for c in before):
        return False
    draft.copy(last, "entity", "property", "predicate", "preposition", "clause")
    draft.standing = "gapped place"
    return True


def _shared_whole(draft: Draft) -> bool:
    """Of the voters 54% agreed and *15%* had no opinion: a share without a base has the one of the share before it."""
    last = draft.last()
    if last is None or last.quantity.kind != "percent" or last.standing != "subject":
        return False
    if last.of is None or draft.of is not None or draft.entity is not None or last.quantity.unit != draft.quantity.unit:
        return False
    draft.copy(last, "entity", "of")
    return True


def _shared_base(draft: Draft) -> bool:
    """31% and *27%* of the electricity: what the last share is of, those before it are of too."""
    last = draft.last()
    if last is None or last.of is not None or draft.of is None or last.quantity.kind != "percent":
        return False
    if draft.text[last.end : draft.start].strip() not in JOINED:
        return False
    last.of = draft.of
    last.rules["of"] = "shared base"
    return True


def _listed_change(draft: Draft) -> bool:
    """Rents fell *4*, 6 and 9 percent: a change that the last of a list shows is that of all."""
    if draft.change_id is None or draft.entity is None:
        return False
    before = [other for other in _series(draft, each=True)[:-1] if other.quantity.unit == draft.quantity.unit]
    if not before or any(other.change_id is not None for other in before):
        return False
    for other in before:
        other.copy(draft, *EVENT)
        other.of = other.of or draft.of
        other.rules["direction"] = "listed change"
    return True


def _of_whom(draft: Draft) -> bool:
    """650 visitors, *40%* of whom were Chinese: a relative pronoun stands for the noun before the comma."""
    pronoun = _relative_whole(draft)
    if pronoun is None:
        return False
    if _stands_for_amount(draft):
        draft.of = draft.counted = None
        draft.entity = None if draft.entity is pronoun else draft.entity
        return True
    behind = reversed(draft.tree.words[: min(pronoun.index, draft.amount.index)])
    nouns = [word for word in behind if word.is_noun and word.quantity is None]
    if draft.quantity.kind == "number":
        nouns = [word for word in nouns if word.tag[-1:] == "S" and word.lemma not in words.TIME_NOUNS] or nouns
    noun = nouns[0] if nouns else None
    if noun is None:
        return False
    draft.of = noun
    if draft.standing == MONEY_AS_SUBJECT:
        return True  # nobody's
    draft.counted = noun if draft.quantity.kind == "number" else draft.counted
    if draft.entity is None or draft.entity is pronoun or draft.entity.quantity is not None:
        draft.entity = noun
    return True


def _stands_for_amount(draft: Draft) -> bool:
    """Whether the pronoun stands for an amount, which nothing names: "lent him $22m, a fifth of which is lost"."""
    last = draft.last()
    apart = last is not None and draft.text[last.end : draft.start].strip() == ","
    return apart and last is not None and last.quantity.kind in {"money", "measure", "percent"}


def _share_again(draft: Draft) -> bool:
    """112 volunteers kept diaries; *half* were told; half of those asked, *48%*, agreed: a share of those before."""
    last = draft.last()
    if last is None or draft.entity is not None or draft.of is not None:
        return False
    if last.quantity.kind == "percent" and last.clause is draft.clause and last.entity is not None:
        draft.entity, draft.of = last.entity, last.of
        return True
    counted = (other.counted for other in draft.earlier() if other.counted is not None)
    noun = next((noun for noun in counted if noun.lemma not in words.TIME_NOUNS), None)
    if draft.quantity.unit != "fraction" or noun is None:
        return False
    draft.entity = draft.of = noun
    return True


def _equal_to(draft: Draft) -> bool:
    """A budget of $484bn, equal to *27%* of output: of the same thing as the amount before."""
    last = draft.last()
    if last is None or draft.second_before is None:
        return False
    if draft.second_before.text.lower() not in {"equal", "equivalent"} or last.entity is None:
        return False
    noun = draft.second_before.head
    own = noun is not None and noun.index == draft.second_before.index - 1  # "an [amount] equal to a third of output"
    if draft.second_before.first(Role.COPULA) is not None or (own and noun is not None and noun.quantity is None):
        return False
    draft.copy(last, "entity", "property")
    return True


def _relative_whole(draft: Draft) -> Word | None:
    """The relative pronoun that the quantity is a part of: "40% of [whom] were", "of [whom] 30 were"."""
    before = draft.second_before, draft.before
    if draft.counted is not None and draft.counted.text.lower() not in words.PART_PRONOUNS:
        return None  # "of which 40 doses were"
    if before[0] is not None and before[0].text.lower() == "of" and draft.standing in {"subject", MONEY_AS_SUBJECT}:
        inside: tuple[Word | None, ...] = (draft.of, draft.counted, before[1])
    else:
        inside = (draft.of, draft.counted)
    return next((word for word in inside if word is not None and word.text.lower() in PRONOUNS), None)


def _other_time(draft: Draft) -> bool:
    """Fees came to €412m (last year: *€530m*): what the same thing was at another time."""
    last = draft.last()
    if last is None or last.entity is None or last.quantity.kind != draft.quantity.kind:
        return False
    between = draft.tree.words[last.amount.index + 1 : draft.amount.index]
    opened = next((number for number, word in enumerate(between) if word.text in BRACKETS), None)
    if opened is None or not any(_is_time(word) for word in between[opened:]):
        return False
    if not all(_is_time(word) or word.text.lower() in AROUND_TIME or word.tag == "JJ" for word in between[opened:]):
        return False
    draft.copy(last, "entity", "property", "predicate", "preposition", "clause", "of")
    draft.counted = draft.counted or last.counted
    return True


def _is_time(word: Word) -> bool:
    year = word.text.isdigit() and len(word.text) == 4
    return year or word.lemma.lower() in words.TIME_NOUNS or word.text[:2] in {"Q1", "Q2", "Q3", "Q4", "H1", "H2", "FY"}


LISTS = (
    Rule(
        "divided among the subjects",
        "there are as many amounts side by side as subjects, one for each",
        Pattern(second=True),
        _divided,
        (("Spain and Italy lent €400m and €250m respectively.", "Italy · lend · 250,000,000 EUR"),),
    ),
    Rule(
        "gapped verb",
        "the noun right before the quantity has the verb of the clause before it",
        Pattern(second=True),
        _gapped_verb,
        (
            ("Barley rose 3%, wheat 2%.", "wheat · rise · 2 percent"),
            ("Zinc rose by 3%, tin by 2%.", "tin · rise by · 2 percent"),
        ),
    ),
    Rule(
        "gapped place",
        "a place or time, like one before it, has the clause of that one",
        Pattern(second=True, standing=LOOSE),
        _gapped_place,
        (("The fee for adults was $8, for pupils $3.", "The fee · be · 3 USD"),),
    ),
    Rule(
        "shared whole",
        "the share before it says of what",
        Pattern(second=True, kinds=frozenset({"percent"}), counted=False, standing=frozenset({"subject"})),
        _shared_whole,
        (("Of the voters, 54% agreed and 15% had no opinion.", "the voters · not have · 15 percent of the voters"),),
    ),
    Rule(
        "shared base",
        "the share right behind it says of what",
        Pattern(second=True, kinds=frozenset({"percent"})),
        _shared_base,
        (("Coal and gas made 31% and 27% of the power.", "Coal · make · 31 percent of the power"),),
    ),
    Rule(
        "listed change",
        "it is one of a list of amounts by which something changes",
        Pattern(second=True, counted=False),
        _listed_change,
        (("Wages rose 2 and 3 percent respectively.", "Wages · rise · 2 percent"),),
    ),
    Rule(
        "of whom",
        "a relative pronoun stands for the noun before it",
        Pattern(said=PRONOUNS),
        _of_whom,
        (
            ("It drew 650 visitors, 40% of whom were Chinese.", "visitors · chinese · 40 percent of visitors"),
            ("She won nine titles, two of which came abroad.", "titles · come · 2 titles"),
        ),
    ),
    Rule(
        "at another time",
        "the brackets say what it was at another time",
        Pattern(second=True, said=BRACKETS),
        _other_time,
        (
            ("The margin was 14% (last year: 10%).", "The margin · be · 10 percent"),
            ("Operating margin: 12.4% (prior year 11.0%)", "Operating margin · – · 11 percent"),
        ),
    ),
    Rule(
        "share again",
        "it is a share of what the amount before it counts, or is a share of",
        Pattern(second=True, kinds=frozenset({"percent"})),
        _share_again,
        (("The 90 men left; half were hurt.", "men · hurt · 1/2 fraction of men"),),
    ),
    Rule(
        "equal to",
        "“equal to” says it of the same thing as the amount before it",
        Pattern(second=True, after=frozenset({"to"})),
        _equal_to,
        (("They passed a budget of $9bn, equal to 27% of output.", "a budget · equal · 27 percent of output"),),
    ),
)
