"""What a bare number counts: the noun, the unit that is its lemma, and whether the number is a mere label."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from claimx import words
from claimx.parsers.rates import singular
from claimx.syntax import Role, Tree, Word

DETERMINERS = frozenset("the that this its their his her our".split())
BEFORE_NOUN = frozenset(
    {Role.NUMBER, Role.COMPOUND, Role.ADJECTIVE, Role.DETERMINER, Role.MODIFIER, Role.ADVERB, Role.OTHER}
)
# Nouns that a number right after them is the level of, not the name: "attendance 7,314".
LEVELS = frozenset(
    "population audience score rating index average mean median total number figure membership circulation attendance "
    "headcount workforce turnout crowd toll tally ratio rank record".split()
)
SAME_IN_PLURAL = frozenset("series species means gas lens premises barracks headquarters crossroads news chaos".split())
# Levels whose numbers are of people, without saying so.
ATTENDED = frozenset("population audience membership circulation attendance turnout crowd".split())
INNER = frozenset({"outside", "inside"})  # also adjectives: "two [outside] experts"
# What a number right after a noun may be to it where it only names it ("slide 4").
NAMING = frozenset({Role.NUMBER, Role.APPOSITION, Role.FLAT, Role.MODIFIER, Role.COMPOUND, Role.OTHER, Role.PARATAXIS})


def counted_noun(amount: Word, tree: Tree) -> Word | None:
    """The noun that a number counts, if one stands there: "23 [countries]", "dozens of [people]".

    >>> people = Word("people", 9, 15, "NNS", "people", index=1)
    >>> five = Word("five", 4, 8, "CD", "five", Role.NUMBER, people)
    >>> counted_noun(five, Tree([five, people], 4, 15)) is people
    True
    """
    if (pronoun := _part_pronoun(amount, tree)) is not None:
        return pronoun
    head = amount.head
    before_noun = head is not None and head.index > amount.index and amount.role in BEFORE_NOUN
    between = tree.words[amount.index + 2 : head.index] if head is not None else []  # "half the airports"
    parted = any(word.tag == "DT" for word in between) or (head is not None and marked_between(amount, head))
    following = tree.words[amount.index + 1 : amount.index + 2]
    parted = parted or any(word.text.lower() in {"a", "an"} for word in following)  # "two in three | a year ago"
    listed = any(word.quantity is not None or word.text.lower() in {"or", "and"} for word in between)
    parted = parted or (bool(following) and following[0].text == "," and not listed)  # "perhaps 20, most of them men"
    if head is not None and before_noun and _is_countable(head) and not parted:
        return _last_noun(head, tree)
    if (hung := _noun_below(amount)) is not None:
        return hung
    if head is not None and head.quantity is not None and amount.role is Role.CONJUNCT and head.role is Role.NUMBER:
        return counted_noun(head, tree)  # "22 and 17 [points]"
    partitive = next((c for c in amount.all(Role.MODIFIER, Role.OBLIQUE) if c.preposition == "of"), None)
    if partitive is not None and partitive.quantity is None:
        return partitive
    return _plural_of_names(amount, tree) or _plural_behind(amount, tree)


def _part_pronoun(amount: Word, tree: Tree) -> Word | None:
    """The pronoun of a part, whatever the parse says: "two of [them] brothers", "three of [which] orbit it"."""
    pair = tree.words[amount.index + 1 : amount.index + 3]
    if len(pair) < 2 or pair[0].text.lower() != "of" or pair[1].text.lower() not in {"them", "which", "whom"}:
        return None
    return pair[1]


def _plural_behind(amount: Word, tree: Tree) -> Word | None:
    """The plural right behind a number that the parse hangs elsewhere: "612 and 88 [people]", "75 season [tickets]"."""
    pair = tree.words[amount.index + 1 : amount.index + 4]
    if (
        len(pair) == 3
        and pair[0].text == "and"
        and pair[1].quantity is not None
        and pair[2].head in (amount, amount.head)
    ):
        return pair[2] if pair[2].tag == "NNS" and pair[2].role is Role.CONJUNCT else None
    if amount.role is not Role.PUNCTUATION:
        return None
    nouns = list(takewhile(lambda word: word.tag in {"NN", "NNS", "JJ"}, tree.words[amount.index + 1 :]))
    return nouns[-1] if nouns and nouns[-1].tag == "NNS" else None


def _plural_of_names(amount: Word, tree: Tree) -> Word | None:
    """The plural behind names right after a number, whatever the parse says: "[27] Dacia and Lada vans"."""
    behind = tree.words[amount.index + 1 : amount.index + 8]
    names = list(takewhile(lambda word: word.text[:1].isupper() or word.tag == "CC", behind))
    if not names or names[0].tag != "NNP" or names[-1].tag == "CC" or len(names) == len(behind):
        return None
    noun = behind[len(names)]
    return noun if noun.tag == "NNS" and noun.quantity is None else None


def _noun_below(amount: Word) -> Word | None:
    """The plural that a number counts where the parse hangs it under the number: "and 27 [Type B vans]"."""
    below = next((c for c in amount.all(Role.APPOSITION, Role.FLAT) if c.index == amount.index + 1), None)
    if below is None or not below.is_noun:
        return None
    nouns = [word for word in below.subtree() if word.tag == "NNS" and word.role in {Role.APPOSITION, Role.FLAT}]
    return max(nouns, key=lambda noun: noun.index, default=None)


def multiplied_noun(amount: Word, tree: Tree) -> Word | None:
    """What a factor multiplies, right behind it: "five times that [speed]", "twice the [price]".

    >>> twice, the = Word("twice", 0, 5, "RB", "twice", index=0), Word("the", 6, 9, "DT", "the", index=1)
    >>> multiplied_noun(twice, Tree([twice, the, Word("price", 10, 15, "NN", "price", index=2)], 0, 15))
    price/NN<-root-
    """
    index = amount.index + 1
    if index < len(tree.words) and tree.words[index].lemma == "time":
        index += 1
    first, *rest = tree.words[index : index + 6] or [amount]
    if first.text.lower() not in DETERMINERS or first.tag == "IN":
        return None
    nouns = list(takewhile(lambda word: word.tag[:1] == "N", dropwhile(lambda word: word.tag[:1] == "J", rest)))
    if nouns:
        return None if nouns[-1].lemma in words.TIME_NOUNS or nouns[-1].quantity is not None else nouns[-1]
    if first.text.lower() != "that":
        return None
    return rest[0] if rest and rest[0].tag in {"VB", "VBP"} else first  # "that [speed]", taken for a verb


def marked_between(amount: Word, noun: Word) -> bool:
    """Whether a preposition parts an amount from a noun after it: "pays $5 | for the ticket"."""
    marks = noun.all(Role.CASE)
    return any(amount.index < mark.index < noun.index and mark.text.lower() not in INNER for mark in marks)


def _is_countable(word: Word) -> bool:
    """Whether a number can count a word: a noun, or an adjective or participle that stands for one ("two injured")."""
    if (word.tag == "VBN" and word.lemma == "leave") or word.lemma == "short":
        return False  # "there are 90 left", "three short of the number"
    acted_on = word.first(Role.OBJECT) if word.tag == "VBG" else None
    if acted_on is not None and acted_on.index > word.index + 1:
        return False  # "is around 73, raising the prospect", but "400 charging stations"
    named = word.tag == "VBZ" and word.role is Role.OBJECT and word.first(Role.ADJECTIVE) is not None  # "free throws"
    return word.quantity is None and (word.is_noun or named or word.tag in {"JJ", "VBG", "FW", "JJS", "CD", "VBN"})


def _last_noun(noun: Word, tree: Tree) -> Word:
    """Past a noun in a hyphenated modifier, or right before a plural: 60 company-owned street [lamps]."""
    following = tree.words[noun.index + 1] if noun.index + 1 < len(tree.words) else None
    while following is not None and following.text == "-" and noun.head is not None and noun.head.index > noun.index:
        noun = noun.head
        following = tree.words[noun.index + 1] if noun.index + 1 < len(tree.words) else None
    hyphened = tree.words[noun.index - 1].text == "-" if noun.index else False
    if noun.tag in {"VBN", "JJ"} and noun.role is Role.ADJECTIVE and noun.head is following and not hyphened:
        return following or noun  # "300 recorded songs", whatever the parse says
    if (
        noun.tag in {"NN", "VBG"}
        and following is not None
        and following.tag == "NNS"
        and noun.end + 1 == following.start
    ):
        return following
    return noun


def whole_noun(tree: Tree, start: int, end: int) -> Word | None:
    """The noun that the whole of a part counts, in the stretch of the claim: "Out of 32 [members], 23 …"."""
    numbers = (word for word in tree.words if word.quantity is None and start <= word.start < end and word.tag == "CD")
    heads = (word.head for word in numbers if word.head is not None and word.head.index > word.index)
    return next((head for head in heads if head.is_noun), None)


def wrapped_noun(text: str) -> str | None:
    """The noun inside "a [pick] or two".

    >>> wrapped_noun("a pick or two"), wrapped_noun("two")
    ('pick', None)
    """
    parts = text.lower().split()
    return parts[1] if len(parts) == 4 and parts[0] in {"a", "an"} and parts[2] == "or" else None


def count_unit(noun: Word) -> str | None:
    """A counted noun's lemma with its compound nouns before it.

    >>> group = Word("groups", 13, 19, "NNS", "group", index=2)
    >>> group.children = [Word("working", 5, 12, "NN", "working", Role.COMPOUND, group, index=1)]
    >>> count_unit(group)
    'working group'
    """
    before = [
        child.text.lower() if child.tag == "VBG" else child.lemma
        for child in noun.all(Role.COMPOUND, Role.ADJECTIVE)
        if (_names_kind(child) or (child.tag in {"NN", "NNS"} and child.role is Role.COMPOUND))
        and child.index < noun.index
        and child.quantity is None
        and not child.children
        and len(child.lemma) > 1
    ]
    lower = noun.tag == "NN" or (noun.tag == "NNP" and noun.text.islower())
    plural = lower and noun.lemma.endswith("s") and noun.lemma not in SAME_IN_PLURAL
    return " ".join([*before, singular(noun.lemma) if plural else noun.lemma])


def _names_kind(child: Word) -> bool:
    """Whether a participle before a noun names its kind: "[working] groups"."""
    return child.tag == "VBG" and child.role is Role.ADJECTIVE


def _is_in_name(amount: Word, counted: Word, tree: Tree) -> bool:
    """Whether a number is part of a name inside what another number counts: "40,000 [Fiesta 2] vans"."""
    earlier = [word for word in counted.all(Role.NUMBER) if word.index < amount.index]
    return bool(earlier) and tree.words[amount.index - 1].tag == "NNP" and earlier[-1].index < amount.index - 1


def is_label(amount: Word, counted: Word | None, tree: Tree) -> bool:
    """Whether a bare number only names something: "Apollo [11]", "[7] Fenn", "on slide [4]", "conditions [1] to 9".

    >>> name = Word("Apollo", 0, 6, "NNP", "Apollo", index=0)
    >>> eleven = Word("11", 7, 9, "CD", "11", Role.NUMBER, name, index=1)
    >>> is_label(eleven, None, Tree([name, eleven], 0, 9))
    True
    """
    if counted is not None:
        if _is_in_name(amount, counted, tree):
            return True
        return counted.tag == "NNP" and not counted.text.endswith("s") and amount.text.lower() not in {"one", "1"}
    before = tree.words[amount.index - 1] if amount.index else None
    if before is None or before.end + 1 != amount.start or before.quantity is not None:
        return False
    if before.tag in {"NNP", "NNPS"}:
        return amount.role is not Role.OBJECT and before.text.lower() not in LEVELS
    if before.text.lower() in {"others", "seats"} and before.preposition is None:
        return False  # "some waited nine hours, others twelve"
    if before.tag == "NNS" and "." in amount.text:
        return False  # "for men 71.9 years, for women 77.2"
    if _is_gapped(before, tree):
        return False
    tied = amount.head is before and amount.role in NAMING and amount.preposition is None
    return before.tag in {"NN", "NNS"} and tied and before.lemma not in LEVELS | words.PROPERTY_NOUNS


def _is_gapped(noun: Word, tree: Tree) -> bool:
    """Whether a noun before a number has the verb of the clause before: "costs $400 and its [rival] 650"."""
    mark = noun.first(Role.DETERMINER, Role.POSSESSOR)
    if mark is None or mark.index < 2 or mark.index > noun.index:
        return False
    opened = tree.words[mark.index - 1].text.lower() in {",", ";", "and", "but", "while"}
    return opened and any(word.quantity is not None for word in tree.words[: mark.index])
