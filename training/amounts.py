"""Sentences about amounts, made by a small grammar: what treebanks of web text hardly show the parser.

In 18,000 treebank sentences "cost" has a sum of money as its object once. These sentences put noun phrases and
prepositional phrases of the treebanks around our own verbs, prepositions and amounts, with the trees that the
treebanks' guidelines give them. They are made anew, from a fixed seed, at each training.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from spacy.tokens import Doc

from training.fragments import Fragment, Part, build, capitalised, leaf, phrases

if TYPE_CHECKING:
    from spacy.vocab import Vocab

PER_DOC = 10
# base, third person, past, participle, -ing; what takes an amount or a counted noun as its object
WITH_OBJECT = (
    "cost costs cost cost costing|total totals totalled totalled totalling"
    "|measure measures measured measured measuring|weigh weighs weighed weighed weighing"
    "|earn earns earned earned earning|own owns owned owned owning|sell sells sold sold selling"
    "|export exports exported exported exporting|employ employs employed employed employing"
    "|cover covers covered covered covering|hold holds held held holding|carry carries carried carried carrying"
    "|house houses housed housed housing|spend spends spent spent spending|raise raises raised raised raising"
    "|produce produces produced produced producing|deliver delivers delivered delivered delivering"
    "|average averages averaged averaged averaging|net nets netted netted netting"
    "|gross grosses grossed grossed grossing|fetch fetches fetched fetched fetching"
    "|charge charges charged charged charging|gain gains gained gained gaining|lose loses lost lost losing"
    "|use uses used used using|need needs needed needed needing|pump pumps pumped pumped pumping"
    "|treat treats treated treated treating|miss misses missed missed missing|stock stocks stocked stocked stocking"
    "|make makes made made making|pay pays paid paid paying|cut cuts cut cut cutting|add adds added added adding"
    "|generate generates generated generated generating|receive receives received received receiving"
    "|seat seats seated seated seating|score scores scored scored scoring|exceed exceeds exceeded exceeded exceeding"
    "|reach reaches reached reached reaching|top tops topped topped topping|kill kills killed killed killing"
    "|attract attracts attracted attracted attracting|win wins won won winning|steal steals stole stolen stealing"
    "|uproot uproots uprooted uprooted uprooting|hide hides hid hidden hiding|hire hires hired hired hiring"
    "|enrol enrols enrolled enrolled enrolling|test tests tested tested testing"
    "|launch launches launched launched launching|invest invests invested invested investing|owe owes owed owed owing"
    "|trade trades traded traded trading"
)
WITH_RECIPIENT = (
    "give gives gave given|pay pays paid paid|offer offers offered offered|lend lends lent lent|cost costs cost cost"
    "|send sends sent sent|award awards awarded awarded|charge charges charged charged|fine fines fined fined"
)
OF_CHANGE = (
    "rise rises rose risen rising|fall falls fell fallen falling|climb climbs climbed climbed climbing"
    "|jump jumps jumped jumped jumping|drop drops dropped dropped dropping|shrink shrinks shrank shrunk shrinking"
    "|grow grows grew grown growing|slide slides slid slid sliding|surge surges surged surged surging"
    "|slip slips slipped slipped slipping|increase increases increased increased increasing"
    "|decline declines declined declined declining|swell swells swelled swollen swelling"
    "|plunge plunges plunged plunged plunging|soar soars soared soared soaring|ease eases eased eased easing"
    "|edge edges edged edged edging|narrow narrows narrowed narrowed narrowing"
    "|double doubles doubled doubled doubling|shed sheds shed shed shedding|warm warms warmed warmed warming"
    "|move moves moved moved moving|go goes went gone going|slump slumps slumped slumped slumping"
)
CHANGES = ",to,from|by|from,to|to||by,to|to,from"  # the prepositions of a change's amounts; none: by how much it is
WITH_PREPOSITION = (
    "account accounts accounted for|range ranges ranged from|stand stands stood at|amount amounts amounted to"
    "|run runs ran to|trade trades traded at|start starts started at|end ends ended at|close closes closed at"
    "|vote votes voted for|run runs ran for|last lasts lasted for|lie lies lay at|peak peaks peaked at"
)
PASSIVE = (
    "sold bought valued priced hired invested cut raised lowered fined killed injured arrested spent paid rated built"
)
SAYING = "said reported announced estimated found showed told added noted warned"
UNITS = (
    "metres kilometers miles pounds tonnes hectares hours days weeks years euros dollars cents points barrels litres"
    " feet kg km mph horsepower"
)
TIMES = "last year|this year|last month|on Monday|in March|on Friday|in 2019|by 2030|a year earlier|last week"
SINGULAR = "contract deal stake plan report fine package target commitment extension rise increase drop offer building"
ADJECTIVES = "high long wide deep old tall heavy away apart"


class Grammar:
    """Draws sentences; the generator of random numbers is its only state."""

    sentences: ClassVar[int] = 2_500
    with_object: ClassVar[str] = WITH_OBJECT

    def __init__(self, nouns: Sequence[Fragment], prepositional: Sequence[Fragment], seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret: the sentences must be the same at each training
        self.nouns = nouns
        self.prepositional = prepositional
        self.bare = [n for n in nouns if n.plural and all(label not in {"det", "nmod:poss"} for *_, label in n.tokens)]

    def pick(self, words: str, separator: str | None = None) -> str:
        """One of the words (or of the rows, parted by a separator), each as likely."""
        return self.random.choice(words.split(separator))

    def noun(self) -> Fragment:
        """A noun phrase of the treebanks."""
        return self.random.choice(self.nouns)

    def money(self) -> Fragment:
        """A sum: $50, $5 million, $5 billion in grants."""
        sign = leaf("$", "$")
        if self.random.random() < 0.5:
            return build(sign, ("nummod", leaf(self.pick("50 5 20 400 1,200 2.50"), "CD")))
        scale = build(("compound", leaf(self.pick("5 3 12 700 1.5"), "CD")), leaf(self.pick("million billion"), "CD"))
        if self.random.random() < 0.2:
            goods = build(("case", leaf("in", "IN")), self.random.choice(self.bare))
            return build(sign, ("nummod", scale), ("nmod", goods))
        return build(sign, ("nummod", scale))

    def percent(self) -> Fragment:
        """A share, bare or of something: 9%, 60 percent of the voters."""
        share = build(("nummod", leaf(self.pick("9 3 81 4.2 60"), "CD")), leaf(self.pick("% % percent"), "NN"))
        if self.random.random() < 0.4:
            return build(share, ("nmod", build(("case", leaf("of", "IN")), self.noun())))
        return share

    def measure(self) -> Fragment:
        """A number with a unit: 30 metres, five days."""
        number = self.pick("5 30 two five 12 400 3.5")
        return build(("nummod", leaf(number, "CD")), leaf(self.pick(UNITS), "NNS"))

    def count(self) -> Fragment:
        """A number with what it counts: 23 seats, hundreds of workers."""
        number = self.pick("23 two five 200 3,000 45 hundreds")
        if number == "hundreds":
            things = build(("case", leaf("of", "IN")), self.random.choice(self.bare))
            return build(leaf(number, "NNS"), ("nmod", things))
        return build(("nummod", leaf(number, "CD")), self.random.choice(self.bare))

    def amount(self) -> Fragment:
        """A sum of money, a share, a measure or a count; money as often as two of the others."""
        return self.random.choice([self.money, self.money, self.percent, self.measure, self.count])()

    def attributive(self) -> Fragment:
        """A noun with an amount before it: a $5 million contract, a 9% stake, a 5-year plan."""
        draw = self.random.random()
        if draw < 0.4:
            amount = build(leaf("$", "$"), ("nummod", leaf(self.pick("50 5 400"), "CD")))
        elif draw < 0.7:
            amount = build(("nummod", leaf(self.pick("9 3 81 4.2"), "CD")), leaf("%", "NN"))
        else:
            number = leaf(self.pick("131 5 two five"), "CD")
            noun = leaf(self.pick("page year seat room mile day"), "NN")
            amount = build(("nummod", number), ("punct", leaf("-", "HYPH")), noun)
        singular = leaf(self.pick(SINGULAR), "NN")
        return build(("det", leaf(self.pick("a the its"), "DT")), ("compound", amount), singular)

    def extras(self) -> list[tuple[str, Fragment]]:
        """What may follow: a prepositional phrase, a time, what the amount is up or down from."""
        found: list[tuple[str, Fragment]] = []
        if self.random.random() < 0.5:
            found.append(("obl", self.random.choice(self.prepositional)))
        if self.random.random() < 0.3:
            found.append(self.time())
        if self.random.random() < 0.08:
            earlier = ("obl", build(("case", leaf("from", "IN")), self.amount()))
            word = leaf(self.pick("up down"), "RB")
            found.append(("advmod", build(("punct", leaf(",", ",")), word, earlier)))
        return found

    def time(self) -> tuple[str, Fragment]:
        """A time with its label: last year, on Monday, a year earlier."""
        words = self.pick(TIMES, "|").split()
        if words[-1] == "earlier":
            year = build(("det", leaf("a", "DT")), leaf("year", "NN"))
            return "advmod", build(("obl:unmarked", year), leaf("earlier", "RBR"))
        tag = "CD" if words[1].isdigit() else "NNP" if words[1][0].isupper() else "NN"
        if words[0] in {"on", "in", "by"}:
            return "obl", build(("case", leaf(words[0], "IN")), leaf(words[1], tag))
        label, kind = ("det", "DT") if words[0] == "this" else ("amod", "JJ")
        return "obl:unmarked", build((label, leaf(words[0], kind)), leaf(words[1], tag))

    def finite(self, forms: Sequence[str], subject: Fragment) -> tuple[list[tuple[str, Fragment]], Fragment]:
        """A verb after its subject, with the auxiliaries it may have."""
        plural = subject.plural
        draw = self.random.random()
        if draw < 0.5:
            return [], leaf(forms[2], "VBD")
        if draw < 0.75:
            return [], leaf(forms[0], "VBP") if plural else leaf(forms[1], "VBZ")
        if draw < 0.9:
            return [("aux", leaf(self.pick("will could may must would"), "MD"))], leaf(forms[0], "VB")
        return [("aux", leaf("have", "VBP") if plural else leaf("has", "VBZ"))], leaf(forms[3], "VBN")

    def transitive(self, subject: Fragment) -> Fragment:
        """The firm sold 200 cars, now and then with a second verb: and owes $5 million."""
        auxiliaries, verb = self.finite(self.pick(self.with_object, "|").split(), subject)
        said = self.attributive() if self.random.random() < 0.15 else self.amount()
        more: list[tuple[str, Fragment]] = []
        if self.random.random() < 0.1:
            others, second = self.finite(self.pick(self.with_object, "|").split(), subject)
            again = build(("cc", leaf("and", "CC")), *others, second, ("obj", self.amount()), *self.extras())
            more.append(("conj", again))
        return build(("nsubj", subject), *auxiliaries, verb, ("obj", said), *self.extras(), *more)

    def ditransitive(self, subject: Fragment) -> Fragment:
        """The fund gave the museum $5 million for a roof."""
        auxiliaries, verb = self.finite(self.pick(WITH_RECIPIENT, "|").split(), subject)
        objects = [("iobj", self.noun()), ("obj", self.amount())]
        return build(("nsubj", subject), *auxiliaries, verb, *objects, *self.extras())

    def changing(self, subject: Fragment) -> Fragment:
        """Sales rose 9% to $5 million; prices fell by 3% from $400."""
        auxiliaries, verb = self.finite(self.pick(OF_CHANGE, "|").split(), subject)
        chosen = self.pick(CHANGES, "|").split(",")
        draw = self.random.choice([self.money, self.count, self.percent])
        said: list[tuple[str, Fragment]] = []
        for preposition in chosen:
            amount = self.percent() if preposition in {"", "by"} else draw()
            if preposition:
                said.append(("obl", build(("case", leaf(preposition, "IN")), amount)))
            else:
                said.append(("obj", amount))
        return build(("nsubj", subject), *auxiliaries, verb, *said, *self.extras())

    def prepositional_clause(self, subject: Fragment) -> Fragment:
        """Exports account for 60% of the trade; wages ranged from $20 to $50."""
        base, third, past, preposition = self.pick(WITH_PREPOSITION, "|").split()
        auxiliaries, verb = self.finite([base, third, past, past], subject)
        said = [("obl", build(("case", leaf(preposition, "IN")), self.amount()))]
        if preposition == "from":
            said.append(("obl", build(("case", leaf("to", "IN")), self.money())))
        return build(("nsubj", subject), *auxiliaries, verb, *said, *self.extras())

    def passive(self, subject: Fragment) -> Fragment:
        """The house was sold by the bank for $5 million."""
        be = leaf("were" if subject.plural else "was", "VBD")
        preposition = self.pick("for at by to with in")
        said = [("obl", build(("case", leaf(preposition, "IN")), self.amount()))]
        if self.random.random() < 0.3:
            said.insert(0, ("obl:agent", build(("case", leaf("by", "IN")), self.noun())))
        return build(("nsubj:pass", subject), ("aux:pass", be), leaf(self.pick(PASSIVE), "VBN"), *said, *self.extras())

    def raising(self, subject: Fragment) -> Fragment:
        """The firm plans to hire 200 workers; the tower is expected to cost $5 million."""
        forms = self.pick(self.with_object, "|").split()
        inner = build(("mark", leaf("to", "TO")), leaf(forms[0], "VB"), ("obj", self.amount()), *self.extras())
        if self.random.random() < 0.5:
            verb = self.pick("plans expects intends wants hopes agreed decided")
            tag = "VBD" if verb.endswith("ed") else "VBP" if subject.plural else "VBZ"
            form = verb[:-1] if tag == "VBP" else verb
            return build(("nsubj", subject), leaf(form, tag), ("xcomp", inner))
        be = leaf("are", "VBP") if subject.plural else leaf("is", "VBZ")
        raised = leaf(self.pick("expected forecast required projected scheduled"), "VBN")
        return build(("nsubj:pass", subject), ("aux:pass", be), raised, ("xcomp", inner))

    def copular(self, subject: Fragment) -> Fragment:
        """The price is $50; the stake was worth $5 million; the wall is two metres high."""
        be = ("cop", leaf("were", "VBD") if subject.plural else leaf(self.pick("is was"), "VBZ"))
        draw = self.random.random()
        if draw < 0.4:
            return build(("nsubj", subject), be, self.amount())
        if draw < 0.7:
            return build(("nsubj", subject), be, leaf("worth", "JJ"), ("obj", self.money()))
        return build(("nsubj", subject), be, ("obl:unmarked", self.measure()), leaf(self.pick(ADJECTIVES), "JJ"))

    def with_modified_object(self, subject: Fragment) -> Fragment:
        """The city approved a bridge costing $5 million; the firm won a contract worth $5 million."""
        auxiliaries, verb = self.finite(self.pick(self.with_object, "|").split(), subject)
        forms = self.pick(self.with_object, "|").split()
        if self.random.random() < 0.5:
            modifier = ("amod", build(leaf("worth", "JJ"), ("obj", self.money())))
        else:
            modifier = ("acl", build(leaf(forms[4], "VBG"), ("obj", self.amount()), *self.extras()))
        return build(("nsubj", subject), *auxiliaries, verb, ("obj", build(self.noun(), modifier)))

    def with_relative(self, subject: Fragment) -> Fragment:
        """The firm, which owns 23 ships, and then any clause."""
        relative = build(("nsubj", leaf(self.pick("which that"), "WDT")), *self._relative(subject))
        marked = build(("punct", leaf(",", ",")), relative, ("punct", leaf(",", ",")))
        return self.clause(build(subject, ("acl:relcl", marked)))

    def _relative(self, subject: Fragment) -> list[Part]:
        auxiliaries, verb = self.finite(self.pick(self.with_object, "|").split(), subject)
        return [*auxiliaries, verb, ("obj", self.amount())]

    def clause(self, subject: Fragment | None = None) -> Fragment:
        """A clause of any kind about the subject, or about one that is drawn; what news is full of comes oftener."""
        kinds: list[Callable[[Fragment], Fragment]] = [
            self.transitive, self.transitive, self.transitive, self.changing, self.changing, self.prepositional_clause,
            self.passive, self.raising, self.copular, self.with_modified_object, self.ditransitive,
        ]  # fmt: skip
        if subject is None:
            if self.random.random() < 0.08:
                return self.with_relative(self.noun())
            subject = self.count() if self.random.random() < 0.15 else self.noun()
        return self.random.choice(kinds)(subject)

    def opening(self, clause: Fragment) -> Fragment:
        """The clause after a source or a time: "According to the survey, …", "In 2019, …"."""
        comma = ("punct", leaf(",", ","))
        if self.random.random() < 0.5:
            label, when = self.time()
            return build((label, when), comma, clause)
        case = build(leaf("according", "VBG"), ("fixed", leaf("to", "IN")))
        return build(("obl", build(("case", case), self.noun())), comma, clause)

    def sentence(self) -> Fragment:
        """A whole sentence: a clause alone, reported, or joined with another."""
        clause = self.clause()
        if self.random.random() < 0.08:
            clause = self.opening(clause)
        draw = self.random.random()
        comma = ("punct", leaf(",", ","))
        if draw < 0.12:
            said, speaker = leaf(self.pick(SAYING), "VBD"), ("nsubj", self.noun())
            tail = [] if self.random.random() < 0.7 else [self.time()]
            spoken: list[Part] = [said, speaker] if self.random.random() < 0.3 else [speaker, said]
            whole = build(("ccomp", clause), comma, *spoken, *tail, ("punct", leaf(".", ".")))
        elif draw < 0.24:
            said = leaf(self.pick(SAYING), "VBD")
            inner = build(("mark", leaf("that", "IN")), clause) if self.random.random() < 0.7 else clause
            whole = build(("nsubj", self.noun()), said, ("ccomp", inner), ("punct", leaf(".", ".")))
        elif draw < 0.34:
            second = build(("cc", leaf(self.pick("and but while"), "CC")), self.clause())
            whole = build(clause, ("conj", build(comma, second) if draw < 0.29 else second), ("punct", leaf(".", ".")))
        else:
            whole = build(clause, ("punct", leaf(".", ".")))
        return capitalised(whole)


def make_docs(docs: Iterable[Doc], vocab: Vocab, *, seed: int, kind: type[Grammar] = Grammar) -> list[Doc]:
    """Documents of ten made sentences each, around phrases of the given treebank documents."""
    grammar = kind(*phrases(docs), seed)
    made = [grammar.sentence() for _ in range(kind.sentences)]
    return [_doc(vocab, made[first : first + PER_DOC]) for first in range(0, len(made), PER_DOC)]


def _doc(vocab: Vocab, sentences: Sequence[Fragment]) -> Doc:
    words: list[str] = []
    tags: list[str] = []
    heads: list[int] = []
    labels: list[str] = []
    starts: list[bool | int | None] = []
    for sentence in sentences:
        first = len(words)
        for index, (form, tag, head, label) in enumerate(sentence.tokens):
            words.append(form)
            tags.append(tag)
            heads.append(first + head)
            labels.append(label)
            starts.append(index == 0)
    following = [*words[1:], ""]
    spaces = [nxt not in {",", ".", "%", "'s"} and word != "$" for word, nxt in zip(words, following, strict=True)]
    return Doc(vocab, words=words, spaces=spaces, tags=tags, heads=heads, deps=labels, sent_starts=starts)
