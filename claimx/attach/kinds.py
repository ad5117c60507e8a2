"""What a noun names, as far as a pronoun asks: one or many, a person or a thing, somebody who acts or what is made."""

from __future__ import annotations

from claimx import words
from claimx.syntax import Role, Word

PLURAL_PRONOUNS = frozenset({"they", "these"})
NOBODY = frozenset("nobody none everyone everybody anyone anybody someone somebody nothing something anything".split())
PERSONS = frozenset(
    "man woman boy girl person child teacher doctor nurse driver pilot captain senator minister president mayor "
    "governor judge lawyer attorney prosecutor officer detective soldier general colonel chairman chairwoman chair "
    "director manager founder boss owner chief executive spokesman spokeswoman spokesperson analyst economist expert "
    "scientist researcher professor student pupil author writer poet painter artist actor actress singer musician "
    "player striker keeper goalkeeper defender midfielder coach trainer champion runner rider jockey athlete farmer "
    "fisherman worker employee miner builder engineer architect designer priest bishop pope king queen prince princess "
    "duke lord lady father mother brother sister son daughter husband wife uncle aunt friend neighbour neighbor guest "
    "patient victim suspect thief robber burglar killer witness clerk secretary leader candidate lawmaker politician "
    "diplomat ambassador commissioner inspector accountant broker trader banker investor customer resident citizen "
    "voter tourist visitor passenger cyclist climber sailor astronaut surgeon chemist biologist physicist plumber "
    "electrician carpenter baker butcher shopkeeper landlord tenant teenager twin volunteer rescuer hiker parent "
    "premier chancellor millionaire billionaire tycoon heir widow veteran refugee migrant activist protester "
    "prisoner playwright novelist composer sculptor dancer drummer pensioner welder designer photographer".split()
)
MEN = frozenset(
    "mr sir lord king prince man boy husband father son brother uncle chairman spokesman fisherman actor duke".split()
)
WOMEN = frozenset(
    "mrs ms miss lady queen princess woman girl wife mother daughter sister aunt chairwoman spokeswoman actress".split()
)
TITLES = frozenset("mr mrs ms miss dr prof professor sir lord lady judge senator president minister mayor".split())
# Those who act together and are "it".
BODIES = frozenset(
    "company firm group bank insurer retailer maker carrier airline council government ministry parliament senate "
    "congress court state city town county union agency authority commission committee board club team party charity "
    "church school university college hospital museum library orchestra army navy police institute association chain "
    "start-up startup lender brewer operator supplier contractor utility fund watchdog regulator newspaper".split()
)
# Words in a name that say that it is no person's.
BODY_NAMES = BODIES | frozenset(
    "inc inc. ltd ltd. plc corp corp. co co. llc ag sa nv gmbh holdings airways airlines motors foods energy systems "
    "industries technologies robotics mills media press records studios stores brothers bros partners capital "
    "assurance insurance pharmaceuticals labs laboratories logistics steel oil gas power water air rail "
    "railways".split()
)
# Verbs of those who act: "it employs", "they want".
ACTING_VERBS = frozenset(
    "employ hire spend buy sell say expect plan want invest raise borrow owe pay announce ask offer pledge promise "
    "report forecast operate own recruit demand lend donate find search study interview".split()
)
# Verbs of things, said of no one who acts: "it cost", "it covers".
THING_VERBS = frozenset("cost weigh measure contain include comprise stretch last total fetch".split())
MAKING_VERBS = frozenset(
    "approve pass adopt sign unveil launch announce publish build open complete finish design develop invent introduce "
    "propose create draw order commission".split()
)


def is_plural(word: Word) -> bool:
    """Whether a noun names many: a plural, or several with "and" between them."""
    many = word.tag == "NNS" or (word.tag == "NNPS" and not is_body(word))
    if many or word.lemma in {"police", "people"}:
        return True
    return any(child.is_noun and _is_and(child) for child in word.all(Role.CONJUNCT))


def _is_and(word: Word) -> bool:
    return any(mark.text.lower() == "and" for mark in word.all(Role.COORDINATOR))


def name_words(word: Word) -> list[Word]:
    """The words of a name, or the noun itself."""
    parts = word.all(Role.COMPOUND, Role.FLAT)
    below = [deeper for part in parts for deeper in part.all(Role.COMPOUND, Role.FLAT)]
    return sorted([word, *parts, *below], key=lambda part: part.index)


def is_name(word: Word) -> bool:
    """Whether a noun is a proper name."""
    return word.tag in {"NNP", "NNPS"}


def is_body(word: Word) -> bool:
    """Whether a noun names those who act together: "the council", "Meridian Bank", "Orsa, a maker of filters"."""
    if is_name(word):
        named = not BODY_NAMES.isdisjoint(part.text.lower() for part in name_words(word))
        return named or any(child.lemma in BODIES for child in word.all(Role.APPOSITION))
    return word.lemma in BODIES


def is_person(word: Word) -> bool | None:
    """Whether a noun names a person; `None` where a name does not tell."""
    if not is_name(word):
        return word.lemma in PERSONS
    parts = {part.text.lower().rstrip(".") for part in name_words(word)}
    if not parts.isdisjoint(TITLES | PERSONS) or any(c.lemma in PERSONS for c in word.all(Role.APPOSITION)):
        return True
    if is_body(word) or word.first(Role.DETERMINER) is not None or word.first(Role.APPOSITION) is not None:
        return False
    return None


def is_counted(word: Word, number: str) -> bool:
    """Whether a plural noun is counted by a number: "two brothers"."""
    names = {"2": {"2", "two"}, "3": {"3", "three"}, "4": {"4", "four"}}[number]
    return is_plural(word) and any(child.text.lower() in names for child in word.all(Role.NUMBER))


def may_be_person(word: Word) -> bool:
    """Whether a noun that no list knows ends like one for a person: "prisoner", "pianist"."""
    unknown = word.tag == "NN" and not is_person(word) and not is_body(word)
    return unknown and word.lemma.endswith(("er", "or", "ist", "ant", "ee", "man", "woman", "ian"))


def agrees(word: Word, pronoun: str) -> bool:
    """Whether a noun can be what a pronoun stands for, by number and kind.

    >>> boats = Word("boats", 0, 5, "NNS", "boat")
    >>> agrees(boats, "they"), agrees(boats, "it")
    (True, False)
    """
    if not word.is_noun or word.lemma.lower() in words.TIME_NOUNS | NOBODY or _is_denied(word):
        return False
    if pronoun in PLURAL_PRONOUNS:
        return is_plural(word)
    if is_plural(word) or word.quantity is not None:
        return False
    person = is_person(word)
    if pronoun in {"it", "this", "that"}:
        return not person
    return person is not False and not _is_other_sex(word, pronoun)


def _is_denied(word: Word) -> bool:
    return any(child.text.lower() in {"no", "any"} for child in word.all(Role.DETERMINER))


def _is_other_sex(word: Word, pronoun: str) -> bool:
    other = WOMEN if pronoun == "he" else MEN
    return not other.isdisjoint({part.text.lower().rstrip(".") for part in name_words(word)} | {word.lemma})
