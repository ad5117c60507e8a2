"""Who does what in a clause: subject, object and governing verb, through control, relatives and conjuncts."""

from __future__ import annotations

from claimx import words
from claimx.syntax import SUBJECTS, Role, Word

OBJECT_CONTROL = frozenset(
    "ask urge require allow force expect tell order enable cause help permit want encourage persuade lead oblige let "
    "make see leave keep get push compel direct instruct invite press have spur free empower entitle pressure".split()
)
AMOUNTS = frozenset("more less few fewer much many last".split())  # said with "be", they leave it the predicate
DEPTH = 12  # how far a subject is looked for up the tree


def subject_of(verb: Word, depth: int = DEPTH) -> Word | None:
    """Who or what the clause of a verb (or of what is said with a copula) is about; `None` where it does not say."""
    own = _own_subject(verb) or _unseen_subject(verb) or _inverted_subject(verb) or _extracted_subject(verb)
    if own is not None:
        return _antecedent(own, verb)
    if depth == 0 or verb.head is None or any(_is_empty(child, verb) for child in verb.all(*SUBJECTS)):
        return None
    head = verb.head
    if verb.role is Role.RELATIVE:
        return _agreeing(head, verb)
    if verb.role is Role.CLAUSE:
        return _bearer(verb, head, depth)
    if verb.role is Role.OPEN_COMPLEMENT:
        return _controller(head, depth)
    if verb.role in {Role.CONJUNCT, Role.ADVERBIAL_CLAUSE, Role.COMPLEMENT, Role.OBLIQUE, Role.OTHER}:
        return subject_of(head, depth - 1) if _is_clause(head) else _noun_bearer(head)
    if (verb.role is Role.PARATAXIS and _is_clause(head)) or (verb.role is Role.OBJECT and verb.is_verb):
        return subject_of(head, depth - 1)
    return None


def _own_subject(verb: Word) -> Word | None:
    """The subject among a verb's children; of two nouns side by side ("net income"), the second."""
    also = (Role.EXPLETIVE,) if verb.lemma == "have" or _acts(verb) else ()
    subjects = [child for child in verb.all(*SUBJECTS, *also) if not _is_empty(child, verb)]
    if len(subjects) > 1 and _names(subjects[1]) and _begins_afresh(subjects[0], subjects[1], verb):
        return subjects[1]
    return subjects[0] if subjects else None


def _acts(verb: Word) -> bool:
    """Whether "it" has an object and nothing said later: "[it] took 30 passengers", not "it took six men to lift"."""
    thing = verb.first(Role.OBJECT)
    later = verb.first(Role.COMPLEMENT, Role.OPEN_COMPLEMENT, Role.CLAUSE) or (thing and thing.first(Role.CLAUSE))
    if thing is None or thing.quantity is not None or later or verb.first(Role.EXPLETIVE) is None:
        return False
    return thing.lemma not in words.TIME_NOUNS and not any(_is_purpose(c) for c in verb.all(Role.ADVERBIAL_CLAUSE))


def _is_purpose(clause: Word) -> bool:
    return clause.tag == "VB" and any(mark.text.lower() == "to" for mark in clause.all(Role.MARKER))


def _names(word: Word) -> bool:
    return word.is_noun or word.tag == "PRP"  # "Ann Moss: On slide 4, [we] see"


def _begins_afresh(first: Word, second: Word, verb: Word) -> bool:
    """Whether the second of two subjects is the one: right behind the first, behind "whose", or behind a colon."""
    if any(child.text.lower() == "whose" for child in second.children):
        return True
    colon = any(child.text == ":" and first.index < child.index < second.index for child in verb.subtree())
    return second.index == first.index + 1 or colon


def _is_empty(subject: Word, verb: Word) -> bool:
    """Whether "it" stands for nothing, or for what is said later: "it is expected that …", "it takes 5 hours to …"."""
    if subject.tag == "VB" and subject.index > verb.index:
        return True
    if subject.text.lower() != "it" or verb.lemma == "have":  # "it has" says something of what "it" stands for
        return False
    if any(child.tag == "VB" for child in verb.all(*SUBJECTS, Role.COMPLEMENT)):
        return True
    return verb.tag == "VBN" and verb.first(Role.COMPLEMENT) is not None


def seems_verb(word: Word) -> bool:
    """Whether a noun is a verb that the parse has not seen: "tourism accounts for 31%" has a noun with an oblique."""
    if word.tag not in {"NN", "NNS"} or word.first(Role.COMPOUND) is None:
        return False
    argument = word.first(Role.OBJECT, Role.OBLIQUE, Role.OPEN_COMPLEMENT)
    if argument is not None and argument.quantity is not None and argument.preposition is None:
        return word.lemma in words.AMOUNT_VERBS  # "gate receipts $5m" is none, "the cable offers 5 TB" is one
    return argument is not None


def _unseen_subject(verb: Word) -> Word | None:
    """A noun that the parse takes for a compound of a finite verb: "the new cable offers"."""
    if verb.tag not in {"VBZ", "VBD", "VBP"} and not seems_verb(verb):
        return None
    nouns = [child for child in verb.all(Role.COMPOUND) if child.is_noun and child.index < verb.index]
    return nouns[-1] if nouns else None


def _inverted_subject(verb: Word) -> Word | None:
    """What the parse takes for the object of a finite clause with no subject: "that behind it hides [a well]"."""
    finite = verb.role is Role.COMPLEMENT and verb.tag == "VBZ" and verb.first(Role.MARKER) is not None
    return object_of(verb) if finite else None


def _extracted_subject(verb: Word) -> Word | None:
    """The noun of a relative pronoun before a verb of saying: "its mills, [which] brokers think might earn $5m"."""
    above = verb.head
    if verb.role is not Role.COMPLEMENT or above is None or above.role is not Role.RELATIVE or above.head is None:
        return None
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or verb.first(Role.AUXILIARY, Role.PASSIVE_AUXILIARY, Role.COPULA)
    before = (c for c in above.children if c.index < above.index and c.role not in SUBJECTS)
    pronoun = any(c.text.lower() in {"which", "that", "who", "whom"} for c in before)
    marked = verb.first(Role.MARKER) is not None or above.first(*SUBJECTS) is None
    return _agreeing(above.head, verb) if finite and pronoun and not marked else None


def _antecedent(subject: Word, verb: Word) -> Word | None:
    """The noun a relative pronoun stands for; any other subject is itself."""
    if subject.text.lower() not in words.RELATIVE_PRONOUNS:
        return subject
    clause: Word | None = verb
    while clause is not None and clause.role is Role.CONJUNCT:
        clause = clause.head
    if clause is not None and clause.role in {Role.RELATIVE, Role.CLAUSE} and clause.head is not None:
        noun = clause.head
        if noun.quantity is not None and noun.role is Role.MODIFIER and noun.head is not None and noun.head.is_noun:
            noun = noun.head  # "the town of 8,400, which lies"
        return _agreeing(noun, clause)
    return subject if subject.text.lower() not in {"that", "which"} or subject.tag == "DT" else None


def _agreeing(noun: Word, clause: Word) -> Word:
    """The noun that a relative clause is about: another one right before it, if the verb does not agree with the first.

    "Relations with Spain, which [is] …" is about Spain, whatever the parse says.
    """
    number = _number_of_verb(clause)
    pronoun = clause.first(*SUBJECTS)
    if number is None or pronoun is None or number == _number_of_noun(noun) or noun.first(Role.CONJUNCT) is not None:
        return noun
    inside = [word for word in noun.subtree() if word.is_noun and noun.index < word.index < pronoun.index]
    last = max(inside, key=lambda word: word.index, default=noun)
    if last.index + 2 >= pronoun.index and _number_of_noun(last) == number:
        return last
    above = noun.head if noun.role is Role.MODIFIER else None  # "the [owner] of the boats, who is 40 years old"
    agrees = above is not None and above.is_noun and above.quantity is None and _number_of_noun(above) == number
    return above if above is not None and agrees else noun


def _number_of_verb(clause: Word) -> str | None:
    """Whether a clause's finite verb is "singular" or "plural", `None` if its form does not say."""
    verbs = [
        child for child in clause.all(Role.COPULA, Role.AUXILIARY, Role.PASSIVE_AUXILIARY) if child.tag[:2] == "VB"
    ]
    first = min([*verbs, clause], key=lambda word: word.index)
    if first.tag == "VBZ" or first.text.lower() == "was":
        return "singular"
    return "plural" if first.tag == "VBP" or first.text.lower() == "were" else None


def _number_of_noun(noun: Word) -> str:
    return "plural" if noun.tag in {"NNS", "NNPS"} else "singular"


def _bearer(verb: Word, noun: Word, depth: int) -> Word | None:
    """The subject of a participle or infinitive after a noun: "aid totalling", "their commitment to spend"."""
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        while noun.role is Role.MODIFIER and noun.head is not None and noun.head.is_noun:
            noun = noun.head  # "the fund of the dockers jumped": a finite verb, whatever the parse says
    if verb.tag in {"VBG", "VBN", "VBD"} or verb.first(Role.MARKER) is None:
        return noun
    if noun.role is Role.OBJECT and noun.head is not None and noun.head.lemma in OBJECT_CONTROL:
        return noun
    if noun.role is Role.ROOT and noun.lemma in words.PLANNING_NOUNS:
        return noun.first(Role.COMPOUND, Role.POSSESSOR)  # "the coastguard plans to buy"
    owner = noun.first(Role.POSSESSOR)
    if owner is not None and owner.text.lower() not in words.PERSONAL_PRONOUNS:
        return owner
    governor = next((word for word in noun.ancestors() if _is_clause(word)), None)
    if noun.role is Role.ROOT and owner is None and noun.first(Role.DETERMINER) is None:
        return noun  # a headline: "[Firm] to cut 300 jobs"
    return subject_of(governor, depth - 1) if governor is not None and noun.role is not Role.ROOT else owner


def _controller(head: Word, depth: int) -> Word | None:
    """The subject of an infinitive or predicate complement: the object where the verb above gives it one."""
    target = head.first(Role.OBJECT, Role.INDIRECT_OBJECT)
    if target is not None and target.quantity is None and head.lemma in OBJECT_CONTROL:
        return target
    return subject_of(head, depth - 1)


def _noun_bearer(head: Word) -> Word | None:
    return head if head.is_noun and head.quantity is None else None


def _is_clause(word: Word) -> bool:
    return word.is_verb or word.first(Role.COPULA, *SUBJECTS) is not None or word.tag[:1] in "JR"


def object_of(verb: Word) -> Word | None:
    """The direct object of a verb, or of the relative clause it is in."""
    return verb.first(Role.OBJECT)


def governor(word: Word) -> Word | None:
    """The nearest verb, or word said with a copula, above a word."""
    below = word
    for above in word.ancestors():
        if above.is_verb or above.first(Role.COPULA) is not None:
            said = _said_by(above, below)
            if said is not None:
                return said
        below = above
    return None


def _said_by(above: Word, below: Word) -> Word | None:
    """The clause that a word under `above` belongs to: not a verb of saying, but what is said ("…, X said, up 5%")."""
    if above.lemma not in words.SAYING_VERBS or below.role in {Role.COMPLEMENT, Role.SUBJECT, Role.OBJECT}:
        return above
    said = above.first(Role.COMPLEMENT)
    if said is not None and said.index < above.index:
        return said
    return None if above.role is Role.PARATAXIS else above


def verb_word(clause: Word) -> Word:
    """The word to show as predicate of a clause: the copula where what is said with it is a noun or a quantity."""
    if clause.is_verb or (clause.tag[:1] == "J" and clause.lemma not in AMOUNTS):
        return clause
    return clause.first(Role.COPULA) or clause


def chain(word: Word) -> list[Word]:
    """A word and its ancestors, nearest first."""
    found = [word]
    while (head := found[-1].head) is not None:
        found.append(head)
    return found
