"""Repairs of participles, gerunds and relative clauses that the parse takes for main clauses, or main for relative."""

from __future__ import annotations

from claimx.repairs.base import SUPPORTS, be_subject, first_index, is_bare, is_finite, take_place, text_at, word_at
from claimx.syntax import SUBJECTS, Role, Tree, Word

# What may stand behind an object and be said of it: "leave it closed", "have it mended".
CAUSATIVES = frozenset("have get keep leave see hear find make want need feel watch like order consider".split())
SUBORDINATORS = frozenset("after before until since once".split())
PERIODS = frozenset("year quarter month week half day period season".split())


def participle_before_verb(verb: Word, tree: Tree) -> bool:
    """The firms *polled* had closed: a participle between a noun and a finite verb describes the noun."""
    subject = verb.first(*SUBJECTS)
    if subject is None or not is_bare(verb) or verb.role is Role.RELATIVE or subject.index > verb.index:
        return False
    noun = word_at(tree, verb.index - 1)
    if noun is None or not noun.is_noun or not (noun is subject or noun in list(subject.subtree())):
        return False
    support = word_at(tree, verb.index + 1)
    main = support.head if support is not None and support.role in SUPPORTS else support
    if support is None or main is None or main is verb or not (is_finite(main) or support.tag in {"VBD", "VBZ", "VBP"}):
        return False
    if not main.is_verb or main.first(*SUBJECTS) or main.first(Role.COORDINATOR) or main.role is Role.RELATIVE:
        return False
    marks = verb.all(Role.MARKER)
    if main is verb.head:
        verb.hang(noun, Role.CLAUSE)
    else:
        take_place(main, verb)
        verb.hang(noun, Role.CLAUSE)
        for child in [
            child for child in verb.children if child.index > main.index and child.role is not Role.PUNCTUATION
        ]:
            child.hang(main, child.role)
    for mark in marks:
        mark.hang(main, Role.MARKER)
    be_subject(subject, main)
    return True


def participle_behind_noun(verb: Word, tree: Tree) -> bool:
    """Traced to lettuce *served* at a wedding: a participle right behind a noun describes it."""
    noun, above = word_at(tree, verb.index - 1), verb.head
    if (
        verb.role not in {Role.OPEN_COMPLEMENT, Role.ADVERBIAL_CLAUSE}
        or verb.tag != "VBN"
        or verb.first(*SUPPORTS, *SUBJECTS, Role.MARKER)
    ):
        return False
    if noun is None or above is None or not noun.is_noun or noun is above or above.lemma in CAUSATIVES:
        return False
    if noun.quantity is not None or noun not in list(above.subtree()) or noun.role in SUBJECTS:
        return False
    if verb.role is Role.ADVERBIAL_CLAUSE and noun.preposition is None:
        return False
    if noun.role is Role.OBJECT and noun.head is above and noun.preposition is None and not noun.holds_quantity:
        return False
    verb.hang(noun, Role.CLAUSE)
    return True


def gerund_with_object(verb: Word, _: Tree) -> bool:
    """Rivers *exceeding 6 metres* were watched: the amount is the gerund's object, not the next subject."""
    subject = verb.first(*SUBJECTS)
    if verb.tag != "VBG" or verb.head is not None or verb.first(*SUPPORTS, Role.OBJECT) or subject is None:
        return False
    if not subject.is_noun or subject.index > verb.index:
        return False
    later = (c for c in verb.all(Role.COMPLEMENT, Role.CONJUNCT, Role.PARATAXIS) if is_finite(c))
    main = next((c for c in later if c.index > verb.index and not c.first(Role.COORDINATOR)), None)
    target = main.first(*SUBJECTS) if main is not None else None
    if main is None or target is None or first_index(target) != verb.index + 1:
        return False
    target.hang(verb, Role.OBJECT)
    take_place(main, verb)
    verb.hang(subject, Role.CLAUSE)
    be_subject(subject, main)
    return True


def whose_clause(pronoun: Word, tree: Tree) -> bool:
    """Tenants *whose rent tops $600* were first: what "whose" begins is a relative clause, not the main one."""
    noun = pronoun.head
    if pronoun.text.lower() != "whose" or noun is None or not noun.is_noun:
        return False
    owner = word_at(tree, pronoun.index - (2 if text_at(tree, pronoun.index - 1) == "," else 1))
    if owner is None:
        return False
    verb = noun.head
    below = verb is not None and verb is owner and owner.role in SUBJECTS
    if below:
        verb = owner.head  # "tenants" as the subject of "tops", and "rent" as a clause of theirs
    if verb is None or not verb.is_verb or verb.index < noun.index or not (below or noun.role in SUBJECTS):
        return False
    before = [c for c in verb.all(Role.COMPLEMENT) if c.index < pronoun.index and c.first(*SUBJECTS)]
    if before and owner in list(before[0].subtree()):
        take_place(before[0], verb)
        verb.hang(owner, Role.RELATIVE)
        return True
    main = _main_behind(verb)
    outer = next((c for c in verb.all(*SUBJECTS) if c is not noun and c.index < pronoun.index), None)
    outer = outer or (verb.head if verb.role is Role.RELATIVE and verb.head is not None and verb.head.is_noun else None)
    if main is None or outer is None or (outer.head is not verb and outer.head is not None):
        return False
    if outer.head is verb:
        take_place(main, verb)
    else:
        main.hang(None, Role.ROOT)
    verb.hang(None, Role.ROOT)
    be_subject(outer, main)
    verb.hang(outer, Role.RELATIVE)
    be_subject(noun, verb)
    return True


def _main_behind(verb: Word) -> Word | None:
    """The finite clause below a relative clause and behind it; a subject that stands right behind is its object."""
    below = (c for c in verb.all(Role.CONJUNCT, Role.COMPLEMENT, Role.PARATAXIS) if c.index > verb.index)
    main = next((c for c in below if is_finite(c) and not c.first(Role.COORDINATOR, Role.MARKER)), None)
    subject = main.first(*SUBJECTS) if main is not None else None
    if main is None or subject is None or subject.index > main.index:
        return main
    if first_index(subject) != verb.index + 1 or verb.first(Role.OBJECT):
        return None
    subject.hang(verb, Role.OBJECT)
    return main


def part_of_whom(pronoun: Word, _: Tree) -> bool:
    """Visitors, *40% of whom* were Chinese: the part is the subject of the clause."""
    amount = pronoun.head
    if pronoun.text.lower() not in {"whom", "which"} or pronoun.preposition != "of" or amount is None:
        return False
    if pronoun.role is not Role.MODIFIER or amount.role in SUBJECTS or amount.tag[:1] not in "NCJ$":
        return False
    clause = next((child for child in pronoun.all(Role.RELATIVE, Role.CLAUSE) if is_finite(child)), None)
    if clause is None or clause.first(*SUBJECTS) or amount.head is None or first_index(clause) != pronoun.index + 1:
        return False
    clause.hang(amount.head, Role.PARATAXIS)
    be_subject(amount, clause)
    return True


def those_given(verb: Word, tree: Tree) -> bool:
    """*Those given the vaccine* had fewer: what somebody was given is no subject of the verb behind."""
    who, given, main = word_at(tree, verb.index - 1), verb.head, None
    if verb.text.lower() != "given" or who is None or given is None:
        return False
    if verb.role is Role.CASE and given.role in SUBJECTS:
        main = given.head
    elif verb.role in {Role.MARKER, Role.CASE, Role.ADVERBIAL_CLAUSE}:
        main = given
        given = next((child for child in main.all(*SUBJECTS) if first_index(child) == verb.index + 1), None) or verb
    if main is None or given is verb or not (who.text.lower() == "those" or who.tag == "NNS"):
        return False
    if who.head is verb or who.head is given:
        who.hang(main, Role.SUBJECT)
    given.hang(None, Role.ROOT)
    verb.hang(who, Role.CLAUSE)
    given.hang(verb, Role.OBJECT)
    be_subject(who, main)
    return True


def clause_as_subject(clause: Word, _: Tree) -> bool:
    """Its range will be *75 km* once production starts: no clause is the subject of one with a conjunction."""
    verb = clause.head
    copula = clause.first(Role.COPULA)
    if verb is None or clause.role not in SUBJECTS or copula is None or clause.first(*SUBJECTS) is None:
        return False
    mark = verb.first(Role.MARKER)
    if clause.index > verb.index or len(verb.all(*SUBJECTS)) < 2 or mark is None or mark.index < clause.index:
        return False
    take_place(clause, verb)
    verb.hang(clause, Role.ADVERBIAL_CLAUSE)
    for child in [child for child in clause.children if verb.index > child.index > mark.index]:
        child.hang(verb, child.role)
    return True


def clause_behind_noun(verb: Word, tree: Tree) -> bool:
    """Turned up after the walkout *began*: a finite verb right behind "after" and a noun says what the noun did."""
    noun = word_at(tree, verb.index - 1)
    if verb.tag != "VBD" or verb.first(*SUBJECTS, *SUPPORTS, Role.COORDINATOR) or noun is None or not noun.is_noun:
        return False
    mark = next((c for c in noun.all(Role.CASE) if c.text.lower() in SUBORDINATORS and c.index < noun.index), None)
    if mark is None or verb.role not in {Role.CONJUNCT, Role.PARATAXIS} or noun.head is None or verb.head is None:
        return False
    if (
        verb.first(Role.OBJECT) is None
        and verb.first(Role.OBLIQUE) is None
        and text_at(tree, verb.index + 1) not in {".", ","}
    ):
        return False
    above = verb.head
    verb.hang(above, Role.ADVERBIAL_CLAUSE)
    mark.hang(verb, Role.MARKER)
    noun.hang(verb, Role.SUBJECT)
    return True


def period_ended(verb: Word, tree: Tree) -> bool:
    """Claims fell by 900 for the week *ended* Oct. 28: what a period ends on says which it is."""
    period = word_at(tree, verb.index - 1)
    if (
        verb.text.lower() not in {"ended", "ending"}
        or period is None
        or period.lemma not in PERIODS
        or period.first(*SUBJECTS)
    ):
        return False
    if verb.role is Role.CLAUSE or verb.first(*SUPPORTS) or period.preposition is None:
        return False
    subject = verb.first(*SUBJECTS)
    if subject is period or verb.head is not None:
        return False
    main = _main_before(verb, subject)
    if main is None:
        return False
    take_place(main, verb)
    for child in [child for child in verb.children if child.index < period.index]:
        child.hang(main, child.role)
    if subject is not None:
        be_subject(subject, main)
    period.hang(main, Role.OBLIQUE)
    verb.hang(period, Role.CLAUSE)
    verb.tag = "VBN"
    for child in [child for child in main.all(Role.OBJECT, Role.OBLIQUE) if child.index > verb.index]:
        if all(word.text != "," for word in tree.words[verb.index : child.index]):
            child.hang(verb, child.role)
    return True


def _main_before(verb: Word, subject: Word | None) -> Word | None:
    """The verb before another that the parse takes for a participle of its subject, or for its complement."""
    if subject is None:
        return None
    below = (c for word in subject.subtree() for c in word.all(Role.CLAUSE) if is_bare(c))
    return next((c for c in below if subject.index < c.index < verb.index), None)


def amount_as_root(amount: Word, tree: Tree) -> bool:
    """Two men of the bank, which failed owing savers *£9m*, were fined: an amount is not what the subject does."""
    subject = amount.first(*SUBJECTS)
    if amount.head is not None or subject is None or amount.first(*SUPPORTS, Role.CASE) or subject.index > amount.index:
        return False
    later = (c for c in amount.all(Role.CONJUNCT, Role.PARATAXIS) if c.index > amount.index and is_finite(c))
    main = next((c for c in later if c.is_verb and not c.first(*SUBJECTS, Role.COORDINATOR)), None)
    noun = word_at(tree, amount.index - 1)
    gerund = noun.first(Role.ADJECTIVE) if noun is not None else None
    if main is None or text_at(tree, first_index(main) - 1) != "," or noun is None or gerund is None:
        return False
    verbs = [word for word in subject.subtree() if word.role is Role.RELATIVE and word.index < gerund.index]
    if gerund.tag != "VBG":
        return False
    take_place(main, amount)
    be_subject(subject, main)
    gerund.hang(max(verbs, key=lambda word: word.index, default=subject), Role.ADVERBIAL_CLAUSE)
    noun.hang(gerund, Role.INDIRECT_OBJECT)
    amount.hang(gerund, Role.OBJECT)
    return True
