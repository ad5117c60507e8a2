"""Repairs of amounts that are compared, shared out or multiplied: what they are said of."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import is_finite, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

COUNTING = frozenset({Role.COMPOUND, Role.NUMBER, Role.OBLIQUE})
CHANGE_VERBS = words.UP_VERBS | words.DOWN_VERBS


def share_of_which(amount: Word, tree: Tree) -> bool:
    """Borrowed £9m, *20% of which* went: the amount is the subject of its relative clause, not the pronoun."""
    pronoun = word_at(tree, amount.index + 2)
    if pronoun is None or pronoun.text.lower() not in {"which", "whom"} or pronoun.preposition != "of":
        return False
    verb = pronoun.head
    if pronoun.role not in SUBJECTS or verb is None or verb.role is not Role.RELATIVE or amount.head is None:
        return False
    before = word_at(tree, amount.index - 2) if amount.head.is_verb else amount.head
    if verb.head is not amount or before is None or text_at(tree, amount.index - 1) != ",":
        return False
    role = pronoun.role
    verb.hang(before, Role.RELATIVE)
    pronoun.hang(amount, Role.MODIFIER)
    amount.hang(verb, role)
    return True


def by_behind_comma(amount: Word, tree: Tree) -> bool:
    """The catch keeps *shrinking, by 3 tonnes*; must *cut* rents, which stood at 92%, *to 70%*: of a change."""
    phrase = amount.head if amount.role is Role.NUMBER and amount.head is not None else amount
    mark, above = phrase.first(Role.CASE), phrase.head
    if mark is None or above is None or text_at(tree, mark.index - 1) != "," or above.lemma in CHANGE_VERBS:
        return False
    verb = word_at(tree, mark.index - 2) if phrase.preposition == "by" else None
    if above.role is Role.RELATIVE and phrase.preposition in {"by", "to", "from"}:
        before = verb is not None and verb.is_verb and verb.lemma in CHANGE_VERBS
        verb = verb if before else next((word for word in above.ancestors() if word.is_verb), None)
    if verb is None or not verb.is_verb or verb.lemma not in CHANGE_VERBS or verb in list(phrase.subtree()):
        return False
    phrase.hang(verb, Role.OBLIQUE)
    return True


def comparative_as_noun(amount: Word, tree: Tree) -> bool:
    """Is 12 degrees *cooler*, 40p *dearer*: behind "be" and an amount, a noun in -er without article is none."""
    word = word_at(tree, amount.index + 1)
    if word is None or word.tag != "NN" or amount.head is not word or amount.role not in COUNTING:
        return False
    tied = word.role in {Role.CONJUNCT, Role.PARATAXIS} or (word.role is Role.OBLIQUE and word.preposition is None)
    first = word.head if tied and word.head is not None else word
    said = first.first(Role.COPULA) is not None and word.first(Role.DETERMINER, Role.POSSESSOR) is None
    if not said or not word.text.lower().endswith("er") or text_at(tree, amount.index - 1) in {"a", "an", "the"}:
        return False
    word.tag = "JJR"
    word.relabel(Role.CONJUNCT if tied else word.role)
    amount.hang(word, Role.OBLIQUE)
    return True


def level_before_comparison(amount: Word, tree: Tree) -> bool:
    """Waits *averaged 19 weeks*, five weeks longer than in May: across a comma no comparative is measured."""
    word, verb = amount.head, word_at(tree, amount.index - 1)
    if amount.role is not Role.OBLIQUE or word is None or verb is None or word.index < amount.index:
        return False
    between = tree.words[amount.index + 1 : word.index]
    if word.tag not in {"JJR", "RBR"} or not any(part.text == "," for part in between) or amount.preposition:
        return False
    if not verb.is_verb or not is_finite(verb) or verb.first(Role.OBJECT) or verb in list(amount.subtree()):
        return False
    if not any(part.quantity is not None for part in between):
        return False
    amount.hang(verb, Role.OBJECT)
    return True


def figure_behind_times(amount: Word, tree: Tree) -> bool:
    """Trades at 11 times *forecast earnings*: a figure and what kind of one, taken for a verb and its object."""
    times, kind, figure = (word_at(tree, amount.index + step) for step in (1, 2, 3))
    if times is None or kind is None or figure is None or times.text.lower() != "times" or not kind.is_verb:
        return False
    if figure.head is not kind or figure.role is not Role.OBJECT or not figure.is_noun or kind in times.all(*Role):
        return False
    chain = [times, *times.ancestors()]
    below = next((word for word in chain if word.head is kind), None)
    if below is None:
        return False
    take_place(below, kind)
    figure.hang(times, Role.MODIFIER)
    kind.hang(figure, Role.ADJECTIVE)
    return True


def part_time(amount: Word, tree: Tree) -> bool:
    """17 *full-time* and nine *part-time staff*: what is counted stands behind the last of the compounds."""
    kind, hyphen, time = (text_at(tree, amount.index + step) for step in (1, 2, 3))
    noun = amount.head
    if (
        amount.role is not Role.NUMBER
        or noun is None
        or kind not in {"full", "part"}
        or (hyphen, time) != ("-", "time")
    ):
        return False
    compound = noun.lemma == "time" and noun.role is not Role.COMPOUND
    after = noun.first(Role.CONJUNCT) if compound else None
    if after is not None and after.is_noun:
        take_place(after, noun)
        noun.hang(after, Role.COMPOUND)
        noun = after
    while noun.role is Role.COMPOUND and noun.head is not None:
        noun = noun.head
    if noun.tag == "VBZ" and noun.role is Role.OBJECT:
        noun.tag = "NNS"
    if noun.lemma == "time" or not noun.is_noun:
        return False
    amount.hang(noun, Role.NUMBER)
    return True
