"""What a quantity is a quantity of: what is counted, the whole of a share, what money is in, for or on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import words
from claimx.attach.kinds import is_person
from claimx.attach.rules import Pattern, Rule
from claimx.syntax import Role, Word

if TYPE_CHECKING:
    from claimx.attach.draft import Draft

NOMINAL = (Role.MODIFIER, Role.OBLIQUE)
EXCHANGES = frozenset({"exchange", "return"})  # "in exchange for" a thing, the money is for it
NOBODY = frozenset("anyone anybody someone somebody everyone everybody".split())
WITHIN = "within "
FIGURES = frozenset("earning earnings sale revenue profit income book ebitda turnover output salary rent".split())
EARNED = FIGURES - {"book", "salary", "rent"}  # what one earns or loses money "on", it is not spent on
INVESTING_VERBS = frozenset("invest pour put sink plough plow inject".split())  # what money is put "in", it is for
GAINING_VERBS = frozenset("cost fetch raise collect receive earn sell trade".split())  # behind them "on" is a place


def partitive(amount: Word) -> Word | None:
    """What an amount is an amount of, said right after it: "7% of its [GDP]".

    >>> share, income = Word("7%", 0, 2, "CD", "7%", index=0), Word("income", 6, 12, "NN", "income", index=2)
    >>> Word("of", 3, 5, "IN", "of", index=1).hang(income, Role.CASE)
    >>> income.hang(share, Role.MODIFIER)
    >>> partitive(share)
    income/NN<-nominal modifier-7%
    """
    for child in amount.all(*NOMINAL):
        if child.index > amount.index and child.preposition == "of" and child.quantity is None:
            return child
    return None


def is_thing(word: Word) -> bool:
    """Whether a word can be what money or a change is for or in: no quantity, no time.

    >>> is_thing(Word("roads", 0, 5, "NNS", "road")), is_thing(Word("March", 0, 5, "NNP", "march"))
    (True, False)
    """
    named = word.is_noun or word.tag == "VBG" or (word.tag[:1] in "JRV" and word.preposition is not None)
    return word.quantity is None and named and word.lemma.lower() not in words.TIME_NOUNS


def spent_on(clause: Word) -> Word | None:
    """What an amount goes to, from the verb's obliques: "spent on [roads]", "raised for [charity]"."""
    if clause.lemma not in words.PAYING_VERBS:
        return None
    agent = clause.first(Role.AGENT)  # the parse may hang there what it is for: "raised by villagers for [charity]"
    near = (*clause.all(Role.OBLIQUE), *(agent.all(Role.MODIFIER) if agent is not None else ()))
    ways = {"for", "towards", "into"} if clause.lemma in GAINING_VERBS else {"on", "for", "towards", "into"}
    return next((c for c in near if c.preposition in ways and is_thing(c)), None)


def goods(draft: Draft) -> Word | None:
    """What money is in, for or on: "[$5bn] in weapons", "spent [$5bn] on roads"."""
    near = [c for c in draft.amount.all(*NOMINAL) if c.index > draft.amount.index]
    clause = draft.clause
    if clause is not None and clause.is_verb:
        near += [c for holder in _spending(clause) for c in holder.all(*NOMINAL)]
    near += [c for given in near if given.lemma in EXCHANGES for c in given.all(Role.MODIFIER)]
    for child in (child for child in near if child.index > draft.amount.index):
        if child.text.lower() in NOBODY or _is_set_off(child, draft):
            continue
        if child.preposition == "on" and child.lemma in EARNED:
            continue  # "lost $2m on sales of $9m"
        invested = clause is not None and clause.lemma in INVESTING_VERBS
        if (
            child.preposition == "in"
            and is_thing(child)
            and (_is_stuff(child) or (invested and child.head in (clause, draft.amount)))
        ):
            return child
        if child.preposition == "for" and child.head is draft.amount and is_person(child):
            return None  # "€9 for students" is what they pay
        if child.preposition == "on" and child.lemma in {"dollar", "pound", "euro"}:
            return None  # "paid 95 cents on the dollar"
        if child.preposition == "on" and clause is not None and clause.lemma in GAINING_VERBS:
            continue
        if child.preposition in {"on", "for", "towards", "toward"} and is_thing(child):
            return child if clause is None or clause.lemma in words.PAYING_VERBS or child.head is draft.amount else None
    return None


def _is_set_off(child: Word, draft: Draft) -> bool:
    """Whether a comma parts "in" from the amount: "paid the whole price, $9m, in [cash]"."""
    behind, mark = draft.behind(), child.first(Role.CASE)
    if behind is None or mark is None or child.preposition != "in":
        return False
    return behind.text == "," and mark.index == behind.index + 1


def _spending(clause: Word) -> list[Word]:
    """A verb, and the one above it if the parse may have hung there what the money is for: "commits to spend … on"."""
    above = clause.head
    tied = clause.role in {Role.ADVERBIAL_CLAUSE, Role.OPEN_COMPLEMENT} and clause.lemma in words.PAYING_VERBS
    return [clause, above] if tied and above is not None and above.is_verb else [clause]


def _is_stuff(word: Word) -> bool:
    """Whether money can be in a thing: "in weapons", "in aid", but not "in the pound", "in a funding round"."""
    plain = word.first(Role.DETERMINER) is None
    return plain and word.tag in {"NN", "NNS", "VBG"} and word.lemma not in words.SESSIONS


def _fronted_whole(draft: Draft) -> bool:
    """Of the respondents, *54%* trusted it: what stands before the clause, with "of" or "among", is the whole."""
    clause = draft.clause
    if clause is None or draft.amount.role not in {Role.SUBJECT, Role.PASSIVE_SUBJECT, Role.OBJECT}:
        return False
    fronted = (c for c in clause.all(*NOMINAL) if c.index < draft.amount.index)
    draft.of = next((c for c in fronted if c.preposition in {"of", "out of", "among"} and c.is_noun), None)
    if draft.of is not None and draft.quantity.kind == "number":
        draft.counted = draft.of
    if draft.of is not None and draft.entity is None:
        draft.entity = draft.of
    return draft.of is not None


def _figure_behind(draft: Draft) -> Word | None:
    """The figure that a multiple is of: "trades at 11 times forecast [earnings]"."""
    tree = draft.tree.words
    times = draft.amount.index + 1
    if times >= len(tree) or tree[times].text.lower() != "times":
        return None
    for word in tree[times + 1 : times + 4]:
        if word.lemma in FIGURES:
            return word
        if word.tag[:2] not in {"JJ", "VB", "NN", "PR"} or word.quantity is not None:
            return None
    return None


def _counted(draft: Draft) -> bool:
    draft.of = None if draft.standing == "attributive" else draft.counted
    if draft.counted is not None and draft.counted.lemma == "time":
        draft.of = _figure_behind(draft)  # "three times": a factor or how often, of nothing
    return True


def _whole(draft: Draft) -> bool:
    before = draft.text[max(0, draft.quantity.start - len(WITHIN)) : draft.quantity.start]
    if draft.quantity.kind == "measure" and before.lower() == WITHIN:
        return True  # "within six hours of the crash", "within a mile of the shore"
    draft.of = partitive(draft.amount) or (_figure_behind(draft) if draft.quantity.unit == "time" else None)
    if draft.of is None and draft.standing == "property noun" and draft.quantity.kind == "money":
        draft.of = next((c for c in draft.amount.all(Role.MODIFIER) if c.preposition == "in" and is_thing(c)), None)
        draft.of = draft.of if draft.of is not None and _is_stuff(draft.of) else None
    return draft.of is not None or draft.standing in {"attributive", "worth", "property noun"}


def _goods(draft: Draft) -> bool:
    draft.of = goods(draft)
    return draft.of is not None


OF = (
    Rule(
        "counted noun",
        "what a bare number counts",
        Pattern(counted=True),
        _counted,
        (("The library lent 300 books.", "The library · lend · 300 books"),),
    ),
    Rule(
        "of after the quantity",
        "“of” ties it to the quantity",
        Pattern(),
        _whole,
        (("The club lost 7% of its members.", "The club · lose · 7 percent of its members"),),
    ),
    Rule(
        "fronted whole",
        "what the share is of stands before the clause",
        Pattern("amount", kinds=frozenset({"percent", "number"}), counted=False),
        _fronted_whole,
        (("Of the respondents, 54% trusted the court.", "the respondents · trust · 54 percent of the respondents"),),
    ),
    Rule(
        "what money is for",
        "“in”, “on” or “for” says what the money is for",
        Pattern(kinds=frozenset({"money"})),
        _goods,
        (("The city spent £3m on roads.", "The city · spend · 3,000,000 GBP of roads"),),
    ),
)
