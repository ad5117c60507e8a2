"""The two label schemes of English parses: Universal Dependencies, and the one of spaCy's `en_core_web_*` pipelines.

Each has a table from its labels to roles. A parse in the English scheme is given the shape of Universal Dependencies,
so that the rules over a `Tree` need to know one shape alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimx.syntax import BE, NEGATIONS, Role, Tree, Word

UNIVERSAL = {
    "root": Role.ROOT, "ROOT": Role.ROOT, "nsubj": Role.SUBJECT, "csubj": Role.SUBJECT,
    "nsubj:pass": Role.PASSIVE_SUBJECT, "csubj:pass": Role.PASSIVE_SUBJECT, "obl:agent": Role.AGENT,
    "obj": Role.OBJECT, "iobj": Role.INDIRECT_OBJECT, "obl": Role.OBLIQUE, "nmod": Role.MODIFIER,
    "nmod:poss": Role.POSSESSOR, "nmod:desc": Role.COMPOUND, "nummod": Role.NUMBER, "compound": Role.COMPOUND,
    "compound:prt": Role.PARTICLE, "amod": Role.ADJECTIVE, "advmod": Role.ADVERB, "appos": Role.APPOSITION,
    "acl:relcl": Role.RELATIVE, "advcl:relcl": Role.RELATIVE, "acl": Role.CLAUSE, "advcl": Role.ADVERBIAL_CLAUSE,
    "ccomp": Role.COMPLEMENT, "xcomp": Role.OPEN_COMPLEMENT, "conj": Role.CONJUNCT, "cc": Role.COORDINATOR,
    "cc:preconj": Role.COORDINATOR, "cop": Role.COPULA, "aux": Role.AUXILIARY, "aux:pass": Role.PASSIVE_AUXILIARY,
    "case": Role.CASE, "mark": Role.MARKER, "det": Role.DETERMINER, "det:predet": Role.DETERMINER,
    "parataxis": Role.PARATAXIS, "flat": Role.FLAT, "expl": Role.EXPLETIVE, "punct": Role.PUNCTUATION,
    "fixed": Role.CASE, "list": Role.PARATAXIS,
}  # fmt: skip
ENGLISH = {
    "ROOT": Role.ROOT, "nsubj": Role.SUBJECT, "csubj": Role.SUBJECT, "nsubjpass": Role.PASSIVE_SUBJECT,
    "csubjpass": Role.PASSIVE_SUBJECT, "agent": Role.AGENT, "dobj": Role.OBJECT, "dative": Role.INDIRECT_OBJECT,
    "pobj": Role.OBLIQUE, "prep": Role.CASE, "npadvmod": Role.OBLIQUE, "nmod": Role.COMPOUND, "poss": Role.POSSESSOR,
    "nummod": Role.NUMBER, "quantmod": Role.ADVERB, "compound": Role.COMPOUND, "amod": Role.ADJECTIVE,
    "advmod": Role.ADVERB, "appos": Role.APPOSITION, "relcl": Role.RELATIVE, "acl": Role.CLAUSE,
    "advcl": Role.ADVERBIAL_CLAUSE, "ccomp": Role.COMPLEMENT, "xcomp": Role.OPEN_COMPLEMENT,
    "pcomp": Role.ADVERBIAL_CLAUSE, "oprd": Role.OPEN_COMPLEMENT, "attr": Role.OPEN_COMPLEMENT,
    "acomp": Role.OPEN_COMPLEMENT, "conj": Role.CONJUNCT, "cc": Role.COORDINATOR, "preconj": Role.COORDINATOR,
    "aux": Role.AUXILIARY, "auxpass": Role.PASSIVE_AUXILIARY, "case": Role.CASE, "mark": Role.MARKER,
    "neg": Role.NEGATION, "det": Role.DETERMINER, "predet": Role.DETERMINER, "prt": Role.PARTICLE,
    "parataxis": Role.PARATAXIS, "expl": Role.EXPLETIVE, "punct": Role.PUNCTUATION,
}  # fmt: skip
# Labels that only the English scheme has: one of them in a parse tells the schemes apart.
ENGLISH_ONLY = frozenset(
    "dobj pobj prep nsubjpass csubjpass auxpass attr acomp pcomp relcl prt agent dative npadvmod quantmod oprd poss "
    "neg predet preconj".split()
)
PLACES = frozenset({"up", "down", "away", "off", "out", "over", "back"})  # adverbs that may be said with "be"


def universal_role(label: str) -> Role:
    """The role that a label of Universal Dependencies stands for; a subtype no rule knows counts as its type.

    >>> universal_role("obl:tmod"), universal_role("reparandum")
    (<Role.OBLIQUE: 'oblique'>, <Role.OTHER: 'other'>)
    """
    return UNIVERSAL.get(label) or UNIVERSAL.get(label.split(":", maxsplit=1)[0], Role.OTHER)


def make_tree(words: Sequence[Word], heads: Sequence[int], labels: Sequence[str], start: int, end: int) -> Tree:
    """Link words into a tree of roles, whichever of the two label schemes the labels are of.

    `heads` holds each word's head as an index, its own for a root. Words with the same `quantity` become one.

    >>> words = [Word("Prices", 0, 6, "NNS", "price"), Word("rose", 7, 11, "VBD", "rise")]
    >>> make_tree(words, [1, 1], ["nsubj", "ROOT"], 0, 11).words
    [Prices/NNS<-subject-rose, rose/VBD<-root-]
    """
    english = not ENGLISH_ONLY.isdisjoint(labels)
    for index, word in enumerate(words):
        word.index = index
        label = labels[index]
        word.role = ENGLISH.get(label, Role.OTHER) if english else universal_role(label)
        if word.role is Role.ADVERB and word.text.lower() in NEGATIONS:
            word.role = Role.NEGATION
        if heads[index] != index:
            word.head = words[heads[index]]
            word.head.children.append(word)
        else:
            word.role = Role.ROOT
    tree = Tree(list(words), start, end)
    if english:
        _reshape(tree)
    _merge_quantities(tree)
    for word in tree.words:
        word.reread()
    return tree


def _reshape(tree: Tree) -> None:
    """Give a tree of the English scheme the shape of Universal Dependencies."""
    for word in tree.words:
        if word.role is Role.AUXILIARY and word.tag == "TO":
            word.role = Role.MARKER
        elif word.role is Role.OBLIQUE and word.head is not None and _is_nominal(word.head):
            word.role = Role.MODIFIER
    for word in tree.words:
        if _is_raised_preposition(word):
            _lower_preposition(word)
    for word in tree.words:
        if word.lemma == "be" or word.text.lower() in BE:
            _lower_copula(word)
    for word in tree.words:
        _raise_subject(word)
        _flatten_conjuncts(word)


def _is_nominal(word: Word) -> bool:
    return word.tag[:1] in {"N", "C", "$", "D", "P", "W"}


def _is_raised_preposition(word: Word) -> bool:
    """Whether a word is a preposition above its object."""
    if word.role in {Role.INDIRECT_OBJECT, Role.CONJUNCT}:
        return word.tag in {"IN", "TO"} and word.first(Role.OBLIQUE) is not None
    above = word.head
    lowered = above is not None and not word.children and (above.index > word.index or above.role is Role.CASE)
    return word.role in {Role.CASE, Role.AGENT} and word.tag != "POS" and not lowered


def _lower_preposition(preposition: Word) -> None:
    """Hang a preposition under its object and the object where the preposition was."""
    head = preposition.head
    under = next((c for c in preposition.children if c.role in {Role.OBLIQUE, Role.ADVERBIAL_CLAUSE}), None)
    if under is None:
        nested = next((c for c in preposition.children if c.role is Role.CASE and c.children), None)
        if nested is None:
            preposition.role = Role.PARTICLE if preposition.role is Role.CASE else preposition.role
            return
        _lower_preposition(nested)
        under = next(c for c in preposition.children if c is not nested)
        nested.hang(preposition, Role.CASE)
    clause = under.role is Role.ADVERBIAL_CLAUSE
    under.hang(head, _lowered_role(preposition, head, clause=clause))
    preposition.hang(under, Role.MARKER if clause else Role.CASE)
    for child in [child for child in preposition.children if child.role is not Role.CASE]:
        child.hang(under, child.role)


def _lowered_role(preposition: Word, head: Word | None, *, clause: bool) -> Role:
    """What the object of a preposition is to the word that the preposition hung on."""
    if preposition.role in {Role.AGENT, Role.CONJUNCT}:
        return preposition.role
    nominal = head is not None and _is_nominal(head)
    if clause:
        return Role.CLAUSE if nominal else Role.ADVERBIAL_CLAUSE
    if preposition.text.lower() == "by" and head is not None and head.first(Role.PASSIVE_AUXILIARY):
        return Role.AGENT
    return Role.MODIFIER if nominal else Role.OBLIQUE


def _lower_copula(copula: Word) -> None:
    """Hang a form of "be" under what is said with it, which takes its place and its dependents.

    "There are" says nothing of its noun, which becomes the subject.
    """
    said = copula.first(Role.OPEN_COMPLEMENT)
    if said is not None and _is_existential(copula):
        said.role = Role.SUBJECT
        return
    said = said or _said_with_preposition(copula)
    if said is None or said.is_verb:
        return
    role, head = copula.role, copula.head
    said.hang(head, role)
    for child in list(copula.children):
        child.hang(said, child.role)
    copula.hang(said, Role.COPULA)


def _is_existential(copula: Word) -> bool:
    """Whether a form of "be" goes with "there", its own or that of the verb above ("there seem to be")."""
    word: Word | None = copula
    while word is not None and word.first(Role.EXPLETIVE) is None:
        word = word.head if word.role is Role.OPEN_COMPLEMENT and word.first(Role.SUBJECT) is None else None
    return word is not None


def _said_with_preposition(copula: Word) -> Word | None:
    """What is said of the subject by a phrase or an adverb: "is above [5%]", "were [up] 3% on Monday"."""
    if copula.first(Role.SUBJECT) is None or copula.role in {Role.AUXILIARY, Role.PASSIVE_AUXILIARY}:
        return None
    for child in copula.children:
        if child.index > copula.index and (
            (child.role is Role.OBLIQUE and child.first(Role.CASE) is not None)
            or (child.role is Role.ADVERB and (child.first(Role.OBLIQUE) or child.text.lower() in PLACES))
        ):
            return child
    return None


def _raise_subject(verb: Word) -> None:
    """Make the subject of an infinitive below a verb the object of that verb: "ordered [the firm] to pay"."""
    subject = verb.first(Role.SUBJECT)
    infinitive = verb.tag == "VB" and verb.first(Role.AUXILIARY) is None
    marks = {mark.text.lower() for mark in verb.all(Role.MARKER)}
    if verb.role is Role.COMPLEMENT and verb.head is not None and infinitive and subject and marks <= {"to"}:
        subject.hang(verb.head, Role.OBJECT)
        verb.role = Role.OPEN_COMPLEMENT


def _flatten_conjuncts(word: Word) -> None:
    """Hang all conjuncts on the first of them, and a coordinator on the conjunct after it."""
    if word.role is Role.CONJUNCT and word.head is not None and word.head.role is Role.CONJUNCT:
        word.hang(word.head.head, Role.CONJUNCT)
    if word.role is Role.COORDINATOR and word.head is not None:
        following = next((c for c in word.head.all(Role.CONJUNCT) if c.index > word.index), None)
        if following is not None:
            word.hang(following, Role.COORDINATOR)


def _merge_quantities(tree: Tree) -> None:
    """Make one word of the words of each quantity: the outermost of them, with all their dependents."""
    groups: dict[int, list[Word]] = {}
    for word in tree.words:
        if word.quantity is not None:
            groups.setdefault(word.quantity, []).append(word)
    gone: set[int] = set()
    for group in groups.values():
        top = _outermost(group)
        for word in group:
            if word is not top:
                _absorb(top, word)
                gone.add(id(word))
        top.start, top.end = group[0].start, group[-1].end
    if gone:
        tree.words = [word for word in tree.words if id(word) not in gone]
        for index, word in enumerate(tree.words):
            word.index = index


def _outermost(group: list[Word]) -> Word:
    inside = {id(word) for word in group}
    tops = [word for word in group if word.head is None or id(word.head) not in inside]
    return min(tops, key=lambda word: (sum(1 for _ in word.ancestors()), word.role in {Role.CASE, Role.ADVERB}))


def _absorb(top: Word, word: Word) -> None:
    """Move a word's dependents to `top` and take the word out of the tree."""
    for child in list(word.children):
        if child is not top:
            child.hang(top, child.role)
    if word.head is not None:
        word.head.children.remove(word)
        word.head = None
    if top.head is word:  # cannot be for an outermost word, but a tree may be broken
        top.head, top.role = None, Role.ROOT
