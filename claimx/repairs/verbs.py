"""Repairs of clauses: which verb is the main one, and whose subject a noun is."""

from __future__ import annotations

from claimx import words
from claimx.repairs.base import (
    FINITE,
    SUPPORTS,
    be_subject,
    first_index,
    is_bare,
    is_finite,
    lacks_subject,
    take_place,
    text_at,
    word_at,
)
from claimx.syntax import SUBJECTS, Role, Tree, Word

ASIDES = frozenset({Role.PARATAXIS, Role.COMPLEMENT, Role.ADVERBIAL_CLAUSE, Role.ADVERB, Role.ADJECTIVE})
LATER = (Role.CONJUNCT, Role.PARATAXIS, Role.COMPLEMENT)
GERUND_MARKS = frozenset("after before while when since without despite by".split())
PREMODIFIERS = frozenset({Role.COMPOUND, Role.ADJECTIVE, Role.DETERMINER, Role.POSSESSOR, Role.NUMBER})
ARTICLES = frozenset({"a", "an", "the"})
EACH = frozenset("each both all some most many none neither".split())


def participle_as_main_verb(verb: Word, tree: Tree) -> bool:
    """Cocaine *hidden* in crates was seized: the parse makes the participle the verb, and "seized" its conjunct."""
    subject = verb.first(*SUBJECTS)
    if subject is None or subject.index > verb.index or verb.quantity is not None:
        return False
    if not is_bare(verb) and (verb.tag != "VB" or verb.first(*SUPPORTS) or text_at(tree, verb.index - 1) != ","):
        return False
    main = next((word for word in _later_verbs(verb, tree) if lacks_subject(word)), None) or _after_object(verb)
    if main is None:
        return False
    before_verb, before_main = text_at(tree, verb.index - 1), text_at(tree, first_index(main) - 1)
    floating = _floats(subject, tree)
    if before_main == "," and before_verb != "," and floating is None:
        return False
    near = word_at(tree, verb.index - 1)
    noun = near if near is not None and near.is_noun and near in list(subject.subtree()) else subject
    take_place(main, verb)
    verb.hang(noun, Role.CLAUSE)
    for child in verb.all(*SUBJECTS, Role.OBLIQUE, Role.ADVERB, Role.PUNCTUATION):
        if child.index < verb.index:
            child.hang(main, child.role)
    be_subject(subject if floating is None else floating, main)
    if floating is not None:
        subject.hang(floating, Role.APPOSITION)
    return True


def _floats(subject: Word, tree: Tree) -> Word | None:
    """The noun that "each" and the like, set off by a comma, take up again: "six [teams], each made up of …, had"."""
    noun = word_at(tree, subject.index - 2)
    if subject.text.lower() not in EACH or text_at(tree, subject.index - 1) != "," or noun is None:
        return None
    return noun if noun.is_noun and noun.head is subject.head and noun.preposition is None else None


def _later_verbs(verb: Word, tree: Tree) -> list[Word]:
    """Finite verbs below a verb and after it that nothing ties to it: no conjunction, no relative pronoun."""
    beside = (Role.CONJUNCT, Role.PARATAXIS) if verb.lemma in words.SAYING_VERBS else LATER
    conjuncts = [child for child in verb.all(*beside) if child.first(Role.COORDINATOR) is None]
    conjuncts += [child for child in verb.all(Role.ADVERBIAL_CLAUSE) if child.tag == "VBD" and lacks_subject(child)]
    below = [
        clause
        for noun in verb.all(Role.OBLIQUE, Role.OBJECT)
        for clause in noun.all(Role.CLAUSE)
        if clause.tag == "VBD"
    ]
    return [
        word for word in conjuncts + below if word.index > verb.index and is_finite(word) and not _ends_noun(word, tree)
    ]


def _ends_noun(word: Word, tree: Tree) -> bool:
    """Whether the word before a verb says that it is rather a noun: "two free [throws]"."""
    before = word_at(tree, word.index - 1)
    return not word.first(*SUPPORTS) and before is not None and before.tag in {"JJ", "DT", "PRP$", "CD", "POS"}


def relative_as_main_verb(verb: Word, tree: Tree) -> bool:
    """Voters *whose income exceeds* $9 were the likeliest: the relative clause is taken for the main one."""
    subjects = verb.all(*SUBJECTS)
    if len(subjects) < 2 or not any(child.text.lower() == "whose" for child in subjects[1].children):
        return False
    main = next((word for word in _later_verbs(verb, tree) if lacks_subject(word)), None) or _after_object(verb)
    if main is None:
        return False
    take_place(main, verb)
    verb.hang(subjects[0], Role.RELATIVE)
    be_subject(subjects[0], main)
    return True


def _after_object(verb: Word) -> Word | None:
    """The clause below a verb whose subject is rather the verb's object: "exceeds [250 people] must publish"."""
    clause = verb.first(Role.COMPLEMENT)
    subject = clause.first(*SUBJECTS) if clause is not None else None
    if clause is None or subject is None or clause.first(Role.MARKER) or verb.lemma in words.SAYING_VERBS:
        return None
    if verb.first(Role.OBJECT) or clause.index < verb.index or first_index(subject) != verb.index + 1:
        return None
    subject.hang(verb, Role.OBJECT)
    return clause


def finite_complement(verb: Word, _: Tree) -> bool:
    """Insisted his side *needed* six points: what a finite verb is said of is its subject, no object above."""
    if verb.role is not Role.OPEN_COMPLEMENT or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.first(Role.MARKER):
        return False
    target = verb.head.first(Role.OBJECT) if verb.head is not None else None
    if target is None or target.index > verb.index or target.quantity is not None or verb.first(*SUBJECTS):
        return False
    be_subject(target, verb)
    verb.relabel(Role.COMPLEMENT)
    return True


def subject_of_auxiliary(noun: Word, _: Tree) -> bool:
    """They *had* lost four games: a subject belongs to the verb, not to its auxiliary."""
    support = noun.head
    if support is None or support.head is None or support.role not in SUPPORTS:
        return False
    if noun.role not in {*SUBJECTS, Role.EXPLETIVE} or support.head.first(*SUBJECTS):
        return False
    noun.hang(support.head, noun.role)
    return True


def main_verb_in_relative(clause: Word, _: Tree) -> bool:
    """Half of those *who took it passed*: a finite verb without subject behind a relative clause is the main one."""
    noun = clause.head
    while noun is not None and noun.head is not None and noun.role is Role.MODIFIER:
        noun = noun.head
    if clause.role is not Role.RELATIVE or noun is None or noun.head is not None or noun.is_verb or is_finite(noun):
        return False
    inside = clause.all(Role.ADVERBIAL_CLAUSE, Role.COMPLEMENT, Role.OPEN_COMPLEMENT, Role.PARATAXIS, Role.CLAUSE)
    later = (c for c in inside if c.index > clause.index and (c.tag in FINITE or is_bare(c)) and lacks_subject(c))
    main = next(later, None) or _after_object(clause)
    if main is None or main.first(Role.COORDINATOR) is not None:
        return False
    main.hang(None, Role.ROOT)
    for child in [child for child in noun.children if child.index > main.index]:
        child.hang(main, child.role)
    be_subject(noun, main)
    return True


def headline_infinitive(word: Word, tree: Tree) -> bool:
    """Bakery *to axe* 450 jobs: a headline's infinitive that the parse takes for a noun."""
    before, after = word_at(tree, word.index - 1), word_at(tree, word.index + 1)
    noun = word.head
    if before is None or after is None or before.text != "to" or noun is None or not noun.is_noun:
        return False
    if noun.index > word.index or noun.first(Role.DETERMINER) or noun.lemma in words.PLANNING_NOUNS:
        return False
    if word.tag == "VB" and word.role is Role.CLAUSE and noun.head is None:
        take_place(word, noun)
        noun.hang(word, Role.SUBJECT)
        return True
    counted = after.head if after.role is Role.NUMBER and after.head is not None else after
    if word.tag not in {"NN", "VB", "JJ"} or after.quantity is None or word.role not in {Role.MODIFIER, Role.OBLIQUE}:
        return False
    if any(child not in (before, counted) for child in word.children):
        return False
    word.tag = "VB"
    before.relabel(Role.MARKER)
    above, role = noun.head, noun.role
    main = above is not None and above.first(*SUBJECTS) is noun
    noun.hang(None, Role.ROOT)
    word.hang(above, Role.PARATAXIS if main else role)
    noun.hang(word, Role.SUBJECT)
    counted.hang(word, Role.OBJECT)
    return True


def verb_as_compound(word: Word, tree: Tree) -> bool:
    """This *cuts* transport costs by 60%: a finite verb that the parse takes for a part of the noun after it."""
    noun = word.head
    if word.tag not in {"VBZ", "VBD"} and not word.first(*SUBJECTS) and not _is_change_before_plural(word, tree):
        return False
    if word.role not in {Role.COMPOUND, Role.ADJECTIVE} or noun is None or text_at(tree, word.index - 1) in ARTICLES:
        return False
    while noun.role is Role.COMPOUND and noun.head is not None and noun.head.index > noun.index:
        noun = noun.head
    if noun.index < word.index or (word.tag == "VBD" and noun.first(Role.DETERMINER)):
        return False
    before = [child for holder in (word, noun) for child in holder.children if child.index < word.index]
    subject = next((child for child in reversed(before) if _may_be_subject(child)), None)
    if subject is None:
        return False
    head, role = noun.head, noun.role
    word.hang(None, Role.ROOT)
    noun.hang(None, Role.ROOT)
    word.hang(head, role)
    for child in noun.children[:]:
        if child.index > noun.index and child.role not in {Role.COMPOUND, Role.FLAT}:
            child.hang(word, Role.OBLIQUE if child.role is Role.MODIFIER else child.role)
    noun.hang(word, Role.OBJECT)
    for child in before:
        if child is not subject:
            child.hang(subject, child.role)
    subject.hang(word, Role.SUBJECT)
    word.tag = word.tag if word.tag[:1] == "V" else "VBD"
    return True


def _may_be_subject(word: Word) -> bool:
    """Whether a word may be a subject: a noun or pronoun, "this", or what begins the sentence, whatever its tag."""
    if word.text.lower() in ARTICLES:
        return False
    return word.is_noun or word.tag in {"PRP", "DT"} or word.index == 0


def _is_change_before_plural(word: Word, tree: Tree) -> bool:
    """Whether a noun of change is the verb: "the drug [cut] relapses by 41%"."""
    noun = word_at(tree, word.index + 1) if word.tag == "NN" else word.head
    if word.tag not in {"NN", "NNS"} or word.lemma not in {"cut", "lift", "boost", "trim"} or noun is None:
        return False
    if word.tag == "NN" and noun.tag != "NNS":
        return False
    by = [child for child in noun.all(Role.MODIFIER, Role.OBLIQUE) if child.preposition == "by"]
    return word.head is noun and any(child.holds_quantity for child in by)


def aside_with_subject(subject: Word, _: Tree) -> bool:
    """Three men, *two of them brothers*, were charged; people *familiar* with it told us: no clause without a verb."""
    word = subject.head
    if subject.role not in SUBJECTS or word is None or subject.index > word.index or word.tag in FINITE:
        return False
    verb = word.head
    if verb is None or word.first(*SUPPORTS, Role.MARKER) or verb.index < word.index or not is_finite(verb):
        return False
    commas = [child for child in word.children if child.text == "," and child.index > subject.index]
    if word.role in SUBJECTS and commas and not word.is_verb:
        be_subject(subject, verb)
        word.hang(subject, Role.PARATAXIS)
    elif word.role in ASIDES and lacks_subject(verb):
        be_subject(subject, verb)
        word.hang(subject, Role.CLAUSE)
    else:
        return False
    return True


def subject_in_clause_before(verb: Word, _: Tree) -> bool:
    """If convicted *the broker* faces 25 years: the noun after a participle is the main verb's subject."""
    clauses = [c for c in verb.all(Role.ADVERBIAL_CLAUSE, *SUBJECTS) if c.index < verb.index and c.first(Role.MARKER)]
    clause = clauses[0] if clauses else None
    if clause is None or not is_finite(verb) or not is_bare(clause) or clause.first(*SUBJECTS):
        return False
    noun = clause.first(Role.OBJECT)
    if noun is None or noun.index > verb.index or verb.all(*SUBJECTS) not in ([], [clause]):
        return False
    clause.relabel(Role.ADVERBIAL_CLAUSE)
    be_subject(noun, verb)
    return True


def first_of_verbs(verb: Word, _: Tree) -> bool:
    """Rode 180 km on Saturday, *slept* four hours, and climbed: the later verb is a conjunct of the first."""
    if verb.lemma in words.SAYING_VERBS or not verb.is_verb or not is_finite(verb) or not lacks_subject(verb):
        return False
    first = verb.first(Role.COMPLEMENT)
    if first is None or first.index > verb.index or first.first(*SUBJECTS) is None or not is_finite(first):
        return False
    head, role = verb.head, verb.role
    verb.hang(None, Role.ROOT)
    first.hang(head, role)
    verb.hang(first, Role.CONJUNCT)
    for child in verb.all(Role.CONJUNCT):
        child.hang(first, Role.CONJUNCT)
    return True


def existential(word: Word, _: Tree) -> bool:
    """There are thought to be *850 people*; there exist *20 members*: what there is, is the subject."""
    above, copula = word.head, word.first(Role.COPULA)
    if above is None or word.role not in {Role.OBJECT, Role.OPEN_COMPLEMENT} or not _goes_with_there(above):
        return False
    if word.role is Role.OBJECT and above.first(*SUBJECTS) is None:
        word.relabel(Role.SUBJECT)
        return True
    if copula is None or not word.is_noun or word.first(*SUBJECTS):
        return False
    copula.hang(above, word.role)
    for child in word.all(Role.MARKER, Role.AUXILIARY, Role.NEGATION):
        child.hang(copula, child.role)
    word.hang(copula, Role.SUBJECT)
    return True


def _goes_with_there(verb: Word) -> bool:
    near = [verb, *verb.children]
    if verb.role in SUBJECTS and verb.head is not None:
        near.append(verb.head)
    return any(child.text.lower() == "there" for word in near for child in word.all(Role.EXPLETIVE))


def noun_with_object(noun: Word, tree: Tree) -> bool:
    """The wetland *shelters* 200 cranes: what has an object is a verb, and the word right before it its subject."""
    target, subject = noun.first(Role.OBJECT), word_at(tree, noun.index - 1)
    if target is None or noun.tag not in {"NN", "NNS"} or target.index < noun.index or noun.preposition is not None:
        return False
    before = [child for child in noun.children if child.index < noun.index and child.role in PREMODIFIERS]
    if subject is None or subject not in before or subject.tag not in {"NN", "NNP", "NNS", "NNPS", "JJ"}:
        return False
    if subject.tag == "NN" and subject.holds_quantity:
        return False  # "a 600-page saga about five sisters"
    one = noun.tag == "NNS" and any(c.text.lower() in {"a", "an", "this", "that", "each"} for c in before)
    bare = target.quantity is not None and noun.lemma not in words.AMOUNT_VERBS and not one
    if (
        bare
        or noun.first(*SUPPORTS, *SUBJECTS)
        or (subject.tag == "JJ" and subject.index and noun.first(Role.DETERMINER) is None)
    ):
        return False
    for child in before:
        if child is not subject:
            child.hang(subject, child.role)
    subject.hang(noun, Role.SUBJECT)
    noun.tag = "VBZ" if noun.tag == "NNS" else "VBP"
    return True


def participle_after_object(verb: Word, tree: Tree) -> bool:
    """Leaving investors *owed* $200 each: a participle right behind an object is said of it."""
    above, noun = verb.head, word_at(tree, verb.index - 1)
    if verb.role is not Role.CONJUNCT or not is_bare(verb) or verb.first(Role.COORDINATOR, *SUBJECTS) or above is None:
        return False
    if noun is None or noun.role is not Role.OBJECT or noun.head is None or noun.quantity is not None:
        return False
    if noun.head is not above and noun.head.lemma not in {"leave", "keep"}:
        return False
    verb.hang(noun, Role.CLAUSE)
    return True


def said_of_first_subject(verb: Word, tree: Tree) -> bool:
    """Some 900 deer *starved*, scientists believe: of two subjects of a verb of saying, the first has its own verb."""
    subjects = verb.all(*SUBJECTS)
    if len(subjects) != 2 or verb.lemma not in words.SAYING_VERBS or text_at(tree, first_index(subjects[1]) - 1) != ",":
        return False
    below = (c for c in subjects[0].all(Role.CLAUSE) if is_bare(c) and c.index < subjects[1].index)
    said = next(below, None)
    if said is None:
        return False
    said.hang(verb, Role.COMPLEMENT)
    subjects[0].hang(said, Role.SUBJECT)
    return True


def gerund_with_preposition(verb: Word, _: Tree) -> bool:
    """Was at $9 an ounce *after touching* $11: a gerund with "after" or "by" goes with the verb, not with a noun."""
    mark, noun = verb.first(Role.MARKER), verb.head
    if verb.role is not Role.CLAUSE or verb.tag != "VBG" or mark is None or mark.text.lower() not in GERUND_MARKS:
        return False
    above = noun
    while above is not None and not above.is_verb and above.first(Role.COPULA) is None:
        above = above.head
    if above is None or noun is None or noun.lemma in words.PLANNING_NOUNS or above.index > verb.index:
        return False
    verb.hang(above, Role.ADVERBIAL_CLAUSE)
    return True


def object_as_subject(noun: Word, _: Tree) -> bool:
    """Ferrum, a steelmaker, reported *a net loss*: of two subjects, the one right behind the verb is its object."""
    verb = noun.head
    if noun.role is not Role.SUBJECT or verb is None or noun.index < verb.index or verb.first(Role.OBJECT):
        return False
    if first_index(noun) != verb.index + 1 or not verb.is_verb or not is_finite(verb):
        return False
    first = next((c for c in verb.all(Role.SUBJECT) if c.index < verb.index and c.quantity is None), None)
    if first is None or not (first.is_noun or first.tag in {"PRP", "WP", "WDT"}):
        return False
    noun.relabel(Role.OBJECT)
    return True
