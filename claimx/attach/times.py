"""When: the rules for a claim's time, and which of several times belongs to which of several quantities.

Which words are times, `time_words` knows. A time belongs to the words it hangs on, and to what hangs on them in turn,
as far as `_reaches` says: not into a relative clause, nor from one clause into the next unless it stands in front of
both or behind both.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.clauses import chain
from claimx.attach.surroundings import ContextRule, Surroundings
from claimx.attach.time_words import deictic_words, is_date, is_deictic, is_deictic_noun, is_named, is_time
from claimx.syntax import SUBJECTS, Role, Tree, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

CLAUSES = frozenset({Role.ADVERBIAL_CLAUSE, Role.CLAUSE, Role.PARATAXIS})
SUBORDINATE = CLAUSES | {Role.RELATIVE, Role.APPOSITION}
COMPARING = frozenset({"from", "against", "than", "versus", "compared with", "compared to"})
CONTRASTS = frozenset({"while", "whereas", "although", "though"})
CLAUSE_MARKS = frozenset({"since", "until", "till", "when", "before", "after", "time"})
STOPS = frozenset({",", ".", ":"})  # tags of the marks at which a clause may end
NEAR = 7  # words behind a quantity that are looked at for its own time


def close_times(tree: Tree, times: Collection[Word]) -> dict[int, Word]:
    """The time right behind each quantity ("$5m in 2023", "31 a week earlier"), by the index of the quantity's word."""
    if not times:
        return {}
    found = {}
    for amount in tree.quantities().values():
        ends = {_own_end(amount), *(w.index for w in (amount.head,) if w is not None and amount.role is Role.NUMBER)}
        for end in sorted(ends):
            time = _time_behind(tree, end, times)
            if time is not None and amount.index not in {word.index for word in chain(time)}:
                found[amount.index] = time
    return found


def _own_end(amount: Word) -> int:
    """Where the words end that go with a quantity: "19 of them", "40 pupils"."""
    part = next((child for child in amount.all(Role.MODIFIER) if child.preposition == "of"), None)
    if part is not None and part.index <= amount.index + 3 and part.tag in {"PRP", "WDT", "WP"}:
        return part.index
    return amount.index


def _time_behind(tree: Tree, end: int, times: Collection[Word]) -> Word | None:
    """The time whose words begin right behind a place."""
    time = next((time for time in times if end < time.index <= end + NEAR), None)
    if time is None or any(word.tag in STOPS or word.is_verb for word in tree.words[end + 1 : time.index]):
        return None
    first = min(below.index for below in time.subtree() if below.index > end)  # the quantity may hang on it
    return time if first == end + 1 else None


def _before_colon(draft: Draft, around: Surroundings) -> Word | None:
    """The year of a table in prose: "2021: $15.9m"."""
    index = draft.amount.index
    if index < 2 or around.tree.words[index - 1].text != ":":
        return None
    year = around.tree.words[index - 2]
    return year if year.quantity is None and (is_date(year) or is_named(year)) else None


def _close(draft: Draft, around: Surroundings) -> Word | None:
    return around.close.get(draft.amount.index)


def _said_as_time(draft: Draft, _: Surroundings) -> Word | None:
    """The time that is said of a part, without a verb: "27 points, 19 of them [last season]"."""
    part = draft.phrase if draft.phrase.role in SUBJECTS else draft.amount
    time = part.head
    if time is None or part.role not in SUBJECTS or time.role not in SUBORDINATE or time.first(Role.COPULA):
        return None
    return time if time.quantity is None and not time.is_verb and (is_date(time) or is_named(time)) else None


def _participle(draft: Draft, around: Surroundings) -> Word | None:
    """The time of a participle behind the quantity: "the $5m pledged by donors in 2021"."""
    if not around.times:
        return None
    for verb in (*draft.amount.all(Role.CLAUSE), *draft.phrase.all(Role.CLAUSE)):
        times = [child for child in verb.children if verb.tag in {"VBN", "VBD"} and child in around.times]
        if times:
            return times[0]
    return None


def _possessor(draft: Draft, _: Surroundings) -> Word | None:
    """The time that owns the quantity's noun, or its property: "[last year]'s 4% dip"; "[this year]'s fee is $9"."""
    measured = draft.property or draft.entity
    level = draft.role is None and measured is not None and measured.lemma in words.PROPERTY_NOUNS
    nouns = (draft.amount, draft.phrase, draft.phrase.head, measured if level else None)
    owners = (owner for noun in nouns if noun is not None and not noun.is_verb for owner in noun.all(Role.POSSESSOR))
    return next((owner for owner in owners if is_deictic_noun(owner)), None)


def _tied(draft: Draft, around: Surroundings) -> Word | None:
    """The nearest time among what hangs on the quantity, its noun and the clauses above it."""
    if not around.times:
        return None
    above = chain(draft.amount)
    outside = [time for time in around.times if time is not draft.phrase and time not in above]
    for place in _places(draft) if outside else ():
        times = [time for time in outside if _holder(time, around) is place]
        free = [time for time in times if _is_free(time, draft, around) and _reaches(time, place, draft)]
        if free:
            return min(free, key=lambda time: abs(time.index - draft.amount.index))
    return None


def _own_half(time: Word, around: Surroundings) -> Word | None:
    """The word at the top of what stands between semicolons, for a time that the parse hangs beyond one."""
    head = time.head
    if head is None or not around.parts(time, head):
        return None
    half = [word for word in around.tree.words if not around.parts(word, time) and word.text != ";"]
    tops = (word for word in half if word is not time and (word.head is None or around.parts(word, word.head)))
    return next((word for word in tops if word.is_verb or word.first(Role.COPULA) is not None), None)


def _holder(time: Word, around: Surroundings) -> Word | None:
    """What a time hangs on, past adverbs and the nouns behind which an adverb stands: "as recently as March"."""
    head = _own_half(time, around) or time.head
    while head is not None and head.role is Role.ADVERB and not head.is_verb and head.quantity is None:
        head = head.head  # "respectively, in the year to May"
    within = head is not None and head.role in {Role.OBLIQUE, Role.AGENT} and not head.is_verb and head.quantity is None
    return head.head if within and head is not None and time.role is Role.ADVERB else head  # "by crews overnight"


def _places(draft: Draft) -> list[Word]:
    places = [draft.amount]
    for word in chain(draft.amount)[1:]:
        says = word.is_verb and word.lemma in words.ATTRIBUTING_VERBS and word.first(Role.PASSIVE_AUXILIARY) is None
        if says and word is not draft.clause and draft.clause is not None:
            break
        if _is_reported(places[-1], word):
            break
        places.append(word)
    if draft.clause is not None and draft.clause not in places:
        places.append(draft.clause)
    return places


def _is_reported(said: Word, above: Word) -> bool:
    """Whether a clause is what is said, and who says so stands behind it: "…, a committee [heard] yesterday"."""
    subject = above.first(*SUBJECTS)
    return said.role is Role.COMPLEMENT and subject is not None and said.index < subject.index < above.index


def _is_free(time: Word, draft: Draft, around: Surroundings) -> bool:
    """Whether a time is not that of another quantity ("$5m, against $4m a year ago") or of another sentence's half."""
    if around.parts(time, draft.amount):
        return False
    behind = around.tree.words[time.index + 1 : time.index + 2]
    if behind and behind[0].text == ":":
        return False
    owners = [around.tree.words[index] for index, own in around.close.items() if own is time]
    return not any(
        owner is not draft.amount and (owner.preposition in COMPARING or _own_end(owner) != owner.index)
        for owner in owners
    )


def _reaches(time: Word, place: Word, draft: Draft) -> bool:
    """Whether a time of the word `place` is one of the quantity's clause, too."""
    low = draft.amount
    if place is draft.clause and not any(word is place for word in chain(low)):
        return True  # "40 workers expect to be laid off by Easter"
    for above in chain(draft.amount)[1:]:
        if low is place:
            return True
        if not _crosses(time, low, above):
            return False
        low = above
    return True


def _crosses(time: Word, low: Word, above: Word) -> bool:
    """Whether a time reaches from the word above into the words below."""
    if low.role is Role.RELATIVE or (low.role is Role.CLAUSE and low.first(Role.MARKER) is None):
        return False
    if low.role is Role.APPOSITION:
        return low.index < time.index or time.index < above.index
    if low.role is Role.ADVERBIAL_CLAUSE and _is_contrast(low):
        return False
    shared = _is_in_front(time, above) or time.index > low.index
    if low.role in CLAUSES:
        return shared
    if low.role is Role.CONJUNCT and (low.is_verb or low.first(Role.COPULA) is not None):
        own = low.first(*SUBJECTS) is not None
        return _is_in_front(time, above) if own else shared
    return True


def _is_contrast(clause: Word) -> bool:
    return any(mark.text.lower() in CONTRASTS for mark in clause.all(Role.MARKER))


def _is_in_front(time: Word, clause: Word) -> bool:
    subject = clause.first(*SUBJECTS)
    return time.index < min(clause.index, subject.index if subject is not None else clause.index)


def _clause(draft: Draft, around: Surroundings) -> Word | None:
    """A clause that says when: "since the car park closed"."""
    for word in _places(draft):
        for clause in word.all(Role.ADVERBIAL_CLAUSE, Role.CLAUSE):
            marks = {mark.text.lower() for mark in clause.all(Role.MARKER, Role.ADVERB, Role.CASE)[:1]}
            subject = clause.first(*SUBJECTS)
            marks |= {mark.text.lower() for mark in (subject.all(Role.CASE) if subject is not None else ())}
            marks |= {w.text.lower() for w in clause.all(Role.OBLIQUE)[:1] if w.preposition == "by"}  # "by the time"
            said = clause.is_verb and clause.first(*SUBJECTS) is not None
            if draft.quantity.kind == "measure" and _is_mark(draft.tree.words[draft.amount.index + 1 :][:1]):
                continue  # "20 days before it used to": how long before
            if "when" in marks and clause.index > word.index:
                continue  # "burns when it is dry": a circumstance rather than a time
            free = said and marks & CLAUSE_MARKS and not _is_above(clause, draft) and _is_free(clause, draft, around)
            if free and _reaches(clause, word, draft):
                return clause
    return None


def _subject(draft: Draft, around: Surroundings) -> Word | None:
    """The time of what the claim is about: "[unemployment in March] was 5%"."""
    for time in around.times:
        noun = time.head
        about = noun is not None and noun in (draft.property, draft.entity) and noun.role in SUBJECTS
        if about and time.role is Role.MODIFIER and _is_main(draft.amount) and _is_free(time, draft, around):
            return time
    return None


def _is_mark(following: Sequence[Word]) -> bool:
    return any(word.text.lower() in {"before", "after"} for word in following)


def _in_front(draft: Draft, around: Surroundings) -> Word | None:
    """The time that opens the sentence, or the part behind a semicolon, wherever the parse hangs it."""
    tree, at = around.tree.words, draft.amount.index
    above = chain(draft.amount)[1:]
    if any(word.role is Role.RELATIVE or _says_before(word, draft) for word in above):
        return None
    for index in range(at - 1, -1, -1):
        text = tree[index].text.lower()
        if text in CONTRASTS:
            return None
        if text == ";" or index == 0:
            start = index + (text == ";")
            named = (*around.times, *(word for word in deictic_words(around.tree) if _goes_before(word, tree)))
            front = (time for time in named if start <= time.index < at)
            parted = (time for time in front if time not in above or tree[time.index + 1].text == ",")
            return next((time for time in parted if _first_of(time, around.tree) == start), None)
    return None


def _says_before(verb: Word, draft: Draft) -> bool:
    """Whether a verb of saying stands between: the time in front is when it is said."""
    return verb.lemma in words.ATTRIBUTING_VERBS and verb.index < draft.amount.index and verb is not draft.clause


def _goes_before(time: Word, tree: Sequence[Word]) -> bool:
    """Whether what stands behind a time is no verb of its own: "last May she left", "this term, …"."""
    following = tree[time.index + 1 : time.index + 2]
    return any(word.text == "," or word.tag[:2] in {"PR", "DT", "NN", "EX"} for word in following)


def _first_of(time: Word, tree: Tree) -> int:
    """Where the words of a time begin, without what the parse hangs on it from elsewhere."""
    first, own = time.index, {word.index for word in time.subtree()}
    while first - 1 in own and tree.words[first - 1].text not in {",", ";"}:
        first -= 1
    return first


def _is_above(word: Word, draft: Draft) -> bool:
    return any(above is word for above in chain(draft.amount))


def _only(draft: Draft, around: Surroundings) -> Word | None:
    """The one time of a sentence, wherever the parse hangs it in the clause."""
    if len(around.only) != 1 or draft.clause is None:
        return None
    (time,) = around.only
    governor = next((word for word in time.ancestors() if word.is_verb or word.first(Role.COPULA)), None)
    if governor is None or not _is_no_verb(governor, draft.clause) or _is_compared(time):
        return None
    return time if _is_main(draft.amount) and _is_free(time, draft, around) else None


def _is_compared(time: Word) -> bool:
    """Whether a time is only what something is compared with: "fewer than in 2018", "the lowest since 2018"."""
    compared = any(child.text.lower() in {"than", "since"} for child in time.children)
    return compared or time.quantity is not None


def _is_no_verb(word: Word, clause: Word) -> bool:
    """Whether a supposed infinitive has nothing with it but a time, and so is a noun: "gave 4% to aid today"."""
    if word.head is not clause or word.tag != "VB":
        return False
    return all(child.role is Role.MARKER or is_time(child) or is_deictic(child) for child in word.children)


def _is_main(word: Word) -> bool:
    """Whether a quantity stands in the main clause, or in what the main clause says."""
    return all(above.role not in SUBORDINATE for above in chain(word))


TIMES: tuple[ContextRule[Word], ...] = (
    ContextRule(
        "time before a colon",
        "the year or period before a colon: “2021: $5m”",
        _before_colon,
        (("Fees came to $9.4m (2021: $6.0m).", "Fees · come to · 6,000,000 USD"),),
        said=frozenset({":"}),
    ),
    ContextRule(
        "time right behind",
        "the time right behind the quantity: “$5m in 2023 and $6m in 2024”",
        _close,
        (("Rents were up 2% in May.", "Rents · up · 2 percent"),),
    ),
    ContextRule(
        "time said of a part",
        "the time that is said of the quantity without a verb: “27 points, 19 of them last season”",
        _said_as_time,
        (("The team scored 27 points, 19 of them last season.", "them · – · 19 them"),),
    ),
    ContextRule(
        "time of a participle",
        "the time of a participle behind it: “the $5m pledged in 2021”",
        _participle,
        (
            ("Of the €7.5bn pledged by donors in 2021, a fifth had been paid.", "a fifth · pay of · 7,500,000,000 EUR"),
            ("Rates remain higher than the 21% seen before the pandemic.", "Rates · high · 21 percent"),
        ),
    ),
    ContextRule(
        "time of a possessor",
        "the time that owns the quantity’s noun: “last year’s 4% dip”",
        _possessor,
        (("Last year's 4% dip in sales alarmed the owner.", "sales · dip · 4 percent"),),
        said=frozenset({"'s", "’s", "'", "’"}),
    ),
    ContextRule(
        "tied time",
        "the nearest time that hangs on the quantity, its noun or its clause",
        _tied,
        (("Last year the town, in a dry spring, sold 40 houses.", "the town · sell · 40 houses"),),
    ),
    ContextRule(
        "time clause",
        "a clause that says since, until or when: “since the car park closed”",
        _clause,
        (("Since the mine closed, the village has lost 200 people.", "the village · lose · 200 people"),),
        said=CLAUSE_MARKS,
    ),
    ContextRule(
        "time of the subject",
        "the time of what the claim is about: “unemployment in March was 5%”",
        _subject,
        (("Unemployment in March was 5%.", "Unemployment · be · 5 percent"),),
    ),
    ContextRule(
        "time in front",
        "the time that opens the sentence, or the part behind a semicolon: “…; last May, sales at its shops fell 3%”",
        _in_front,
        (
            (
                "Trade was slow; last year, sales among shops aged 5 to 9 years fell by 40 tons.",
                "sales · fall by · 40 ton",
            ),
        ),
    ),
    ContextRule(
        "only time",
        "the one time of the sentence, for a quantity of its main clause",
        _only,
        (("The council will give 4% of its income to aid this year.", "The council · give · 4 percent of its income"),),
    ),
)
