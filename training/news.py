"""What newspapers do with amounts and web text hardly does: headlines, comparisons, gaps, appositions, properties.

One more layer over the grammar of `amounts.py`, with the same parts: each method makes one construction, with the tree
that the treebanks' guidelines give it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from training.amounts import OF_CHANGE, SAYING, WITH_OBJECT, Grammar
from training.fragments import Fragment, Part, build, capitalised, leaf

COMMA = ("punct", leaf(",", ","))
PROPERTIES = (
    "sales revenue population cost price value budget profit debt area length height weight speed age turnover "
    "capacity salary fee rent margin rate share average income loss stake fine temperature depth range total"
)
COMPARATIVES = "more|JJR less|JJR higher|JJR lower|JJR longer|JJR shorter|JJR fewer|JJR wider|JJR heavier|JJR older|JJR"
COMPARED = "compared with|against|versus|up from|down from"
NAMES = "Kamber Orvik Talley Brandt Sorley Vexton Marlow Ostrey Denholm Quillan Rusk Haldane Pryce Wexler"
FIRMS = "Holdings Foods Motors Bank Energy Airways Group Partners Rail Mining"

# More verbs with their forms, as in `WITH_OBJECT`.
VERBS = (
    "assemble assembles assembled assembled assembling|serve serves served served serving"
    "|handle handles handled handled handling|supply supplies supplied supplied supplying"
    "|store stores stored stored storing|train trains trained trained training"
    "|operate operates operated operated operating|repair repairs repaired repaired repairing"
    "|demand demands demanded demanded demanding|require requires required required requiring"
    "|cause causes caused caused causing|save saves saved saved saving|waste wastes wasted wasted wasting"
    "|consume consumes consumed consumed consuming|import imports imported imported importing"
    "|process processes processed processed processing|publish publishes published published publishing"
    "|print prints printed printed printing|rent rents rented rented renting"
    "|transport transports transported transported transporting|contain contains contained contained containing"
    "|include includes included included including|inspect inspects inspected inspected inspecting"
    "|screen screens screened screened screening|vaccinate vaccinates vaccinated vaccinated vaccinating"
    "|monitor monitors monitored monitored monitoring|destroy destroys destroyed destroyed destroying"
    "|damage damages damaged damaged damaging|displace displaces displaced displaced displacing"
    "|evacuate evacuates evacuated evacuated evacuating|rescue rescues rescued rescued rescuing"
    "|detain detains detained detained detaining|seize seizes seized seized seizing"
    "|recall recalls recalled recalled recalling|recruit recruits recruited recruited recruiting"
    "|collect collects collected collected collecting|recover recovers recovered recovered recovering"
    "|record records recorded recorded recording|report reports reported reported reporting"
    "|visit visits visited visited visiting|attend attends attended attended attending"
    "|watch watches watched watched watching|fund funds funded funded funding"
    "|finance finances financed financed financing|approve approves approved approved approving"
    "|reject rejects rejected rejected rejecting|order orders ordered ordered ordering"
    "|offer offers offered offered offering|plant plants planted planted planting|mine mines mined mined mining"
    "|lease leases leased leased leasing|equip equips equipped equipped equipping"
    "|paint paints painted painted painting|clean cleans cleaned cleaned cleaning"
    "|educate educates educated educated educating|support supports supported supported supporting"
    "|arrest arrests arrested arrested arresting|question questions questioned questioned questioning"
    "|bank banks banked banked banking|back backs backed backed backing|claim claims claimed claimed claiming"
    "|face faces faced faced facing|feed feeds fed fed feeding|ship ships shipped shipped shipping"
    "|build builds built built building|run runs ran run running|burn burns burned burned burning"
    "|grow grows grew grown growing|find finds found found finding|lead leads led led leading"
    "|bring brings brought brought bringing|leave leaves left left leaving|buy buys bought bought buying"
    "|teach teaches taught taught teaching|send sends sent sent sending|hit hits hit hit hitting"
    "|take takes took taken taking|draw draws drew drawn drawing|drive drives drove driven driving"
    "|plan plans planned planned planning|shed sheds shed shed shedding|flood floods flooded flooded flooding"
    "|host hosts hosted hosted hosting|land lands landed landed landing|park parks parked parked parking"
    "|post posts posted posted posting|staff staffs staffed staffed staffing|fly flies flew flown flying"
)


class News(Grammar):
    """The grammar of amounts with the constructions of news in it."""

    sentences: ClassVar[int] = 3_500
    with_object: ClassVar[str] = f"{WITH_OBJECT}|{VERBS}"
    share: ClassVar[float] = 0.4  # of the sentences are made by the methods of this class

    def name(self) -> Fragment:
        """A name, of a person or a firm."""
        first = leaf(self.pick(NAMES), "NNP")
        draw = self.random.random()
        if draw < 0.4:
            return first
        if draw < 0.7:
            return build(("compound", first), leaf(self.pick(FIRMS), "NNP"))
        return build(first, ("flat", leaf(self.pick(NAMES), "NNP")))

    def short(self) -> Fragment:
        """A noun phrase without an article, as in headlines."""
        return self.name() if self.random.random() < 0.4 else self.random.choice(self.bare)

    def property_of(self) -> Fragment:
        """A property with its value: sales of $5 million, a population of 20,000."""
        noun = leaf(self.pick(PROPERTIES), "NN")
        amount = build(("case", leaf(self.pick("of of of at"), "IN")), self.amount())
        article: list[Part] = [("det", leaf("a", "DT"))] if self.random.random() < 0.6 else []
        return build(*article, noun, ("nmod", amount))

    def with_property(self) -> Fragment:
        """The firm reported sales of $5 million; the town, with a population of 20,000, and then any clause."""
        draw = self.random.random()
        if draw < 0.5:
            verb = leaf(self.pick("reported has had posted recorded reached announced faces carries"), "VBD")
            return build(("nsubj", self.noun()), verb, ("obj", self.property_of()), *self.extras())
        if draw < 0.75:
            marked = build(COMMA, ("case", leaf("with", "IN")), self.property_of(), COMMA)
            return self.clause(build(self.noun(), ("nmod", marked)))
        kind = self.random.choice(self.nouns)
        held = build(("case", leaf("with", "IN")), self.count())
        return self.clause(build(self.noun(), ("appos", build(COMMA, kind, ("nmod", held), COMMA))))

    def property_subject(self) -> Fragment:
        """The average price of a house was $50; its speed reached 30 miles."""
        noun = build(("det", leaf("the", "DT")), leaf(self.pick(PROPERTIES), "NN"))
        if self.random.random() < 0.6:
            noun = build(noun, ("nmod", build(("case", leaf("of", "IN")), self.noun())))
        return self.clause(noun)

    def beside(self) -> Fragment:
        """Soybeans, at $13, were up 9%: an amount between commas behind its noun."""
        amount = build(COMMA, ("case", leaf(self.pick("at at with on"), "IN")), self.amount(), COMMA)
        return self.clause(build(self.noun(), ("nmod", amount)))

    def more_than_before(self) -> Fragment:
        """Gold averaged $50 in March, 24 cents less than a year earlier."""
        word, tag = self.pick(COMPARATIVES).split("|")
        amount = ("obl:unmarked", self.measure() if self.random.random() < 0.6 else self.percent())
        than = build(("case", leaf("than", "IN")), self.noun() if self.random.random() < 0.4 else self._past())
        compared = build(COMMA, amount, leaf(word, tag), ("obl", than))
        return build(self.clause(), ("advcl", compared))

    def _past(self) -> Fragment:
        """A time to compare with: a year earlier, last month."""
        if self.random.random() < 0.5:
            noun = build(("det", leaf("a", "DT")), leaf(self.pick("year month week decade"), "NN"))
            return build(("obl:unmarked", noun), leaf(self.pick("ago earlier before"), "RB"))
        return build(("amod", leaf("last", "JJ")), leaf(self.pick("year month week"), "NN"))

    def compared(self) -> Fragment:
        """The share was 9%, compared with 60% a year ago; profit reached $5 million, against $4 million."""
        first, *rest = self.pick(COMPARED, "|").split()
        amount = self.random.choice([self.money, self.percent, self.count])()
        tail = [("obl:unmarked", self._past())] if self.random.random() < 0.5 else []
        if first in {"up", "down"}:
            from_ = build(("case", leaf("from", "IN")), amount)
            return build(self.clause(), ("advmod", build(COMMA, leaf(first, "RB"), ("obl", from_), *tail)))
        case = build(leaf(first, "VBN" if rest else "IN"), *(("fixed", leaf(word, "IN")) for word in rest))
        return build(self.clause(), ("obl", build(COMMA, ("case", case), amount, *tail)))

    def there_are(self) -> Fragment:
        """There were 23 fires in March, up by 9% from a year earlier."""
        be = leaf(self.pick("are were"), "VBP" if self.random.random() < 0.3 else "VBD")
        things = self.count()
        if self.random.random() < 0.4:
            things = build(things, ("nmod", self.random.choice(self.prepositional)))
        more: list[Part] = list(self.extras())
        if self.random.random() < 0.4:
            by = build(("case", leaf("by", "IN")), self.percent())
            more.append(("advmod", build(COMMA, leaf(self.pick("up down"), "RB"), ("obl", by))))
        return build(("expl", leaf("there", "EX")), be, ("nsubj", things), *more)

    def doing(self) -> Fragment:
        """Leasing the car costs $50: a clause as the subject."""
        forms = self.pick(self.with_object, "|").split()
        subject = build(leaf(forms[4], "VBG"), ("obj", self.noun()))
        verb = self.pick("costs|cost takes|took saves|saved requires|required adds|added", None).split("|")
        present = self.random.random() < 0.6
        return build(
            ("csubj", subject), leaf(verb[not present], "VBZ" if present else "VBD"), ("obj", self.amount()),
            *self.extras(),
        )  # fmt: skip

    def opening_participle(self) -> Fragment:
        """Seeking a fourth title, the team leads by 23 points; capped 45 times, he earned $50."""
        forms = self.pick(self.with_object, "|").split()
        if self.random.random() < 0.5:
            fronted = build(
                leaf(forms[4], "VBG"), ("obj", self.amount() if self.random.random() < 0.4 else self.noun())
            )
        else:
            fronted = build(leaf(forms[3], "VBN"), ("obl", self.random.choice(self.prepositional)))
        return build(("advcl", fronted), COMMA, self.clause())

    def share_subject(self) -> Fragment:
        """60% of voters oppose the plan; two thirds of the shops lack power: verbs that look like nouns."""
        verb = self.pick(
            "oppose support back lack export range report plan aim want need cost own face trust fear drink smoke walk "
            "cycle work rent cover top total average hope claim doubt approve disapprove agree"
        )
        things = build(("case", leaf("of", "IN")), self.random.choice(self.bare))
        whole = leaf(self.pick("% % percent"), "NN")
        share = build(("nummod", leaf(self.pick("9 60 81"), "CD")), whole, ("nmod", things))
        subject = share if self.random.random() < 0.6 else self.count()
        return build(("nsubj", subject), leaf(verb, "VBP"), ("obj", self.noun()), *self.extras())

    def headline(self) -> Fragment:
        """Firm to cut 200 jobs; Kamber Foods sheds 9% on weak sales; Sales up 9% in March; Two dead in fire."""
        draw = self.random.random()
        forms = self.pick(self.with_object, "|").split()
        tail = [("obl", self.random.choice(self.prepositional))] if self.random.random() < 0.6 else []
        subject = ("nsubj", self.short())
        if draw < 0.35:
            more: list[Part] = []
            if self.random.random() < 0.3:
                second = self.pick(self.with_object, "|").split()[0]
                more = [("conj", build(COMMA, leaf(second, "VB"), ("obj", self.short())))]
            return build(
                subject, ("mark", leaf("to", "TO")), leaf(forms[0], "VB"), ("obj", self.amount()), *tail, *more
            )
        if draw < 0.6:
            present = leaf(forms[0], "VBP") if subject[1].plural else leaf(forms[1], "VBZ")
            return build(subject, present, ("obj", self.amount()), *tail)
        if draw < 0.8:
            amount = ("obl:unmarked", self.percent() if self.random.random() < 0.5 else self.measure())
            return build(subject, leaf(self.pick("up down"), "RB"), amount, *tail)
        dead = leaf(self.pick("dead injured hurt missing arrested charged jailed"), "JJ")
        return build(("nummod", leaf(self.pick("two five 23 45"), "CD")), dead, *tail)

    def gapped(self) -> Fragment:
        """Zinc rose 9%, tin 3% and lead 4%: the verb is said once."""
        forms = self.pick(OF_CHANGE, "|").split()
        by = self.random.random() < 0.3
        others: list[Part] = []
        count = self.random.choice([1, 2])
        for number in range(count):
            mark: Part = COMMA if number + 1 < count else ("cc", leaf("and", "CC"))
            others.append(("conj", build(mark, self.random.choice(self.bare), ("orphan", self._step(by=by)))))
        step = self._step(by=by)
        return build(
            ("nsubj", self.random.choice(self.bare)), leaf(forms[2], "VBD"), ("obl" if by else "obj", step), *others
        )

    def _step(self, *, by: bool) -> Fragment:
        amount = build(("nummod", leaf(self.pick("9 3 81 4.2"), "CD")), leaf("%", "NN"))
        return build(("case", leaf("by", "IN")), amount) if by else amount

    def listed(self) -> Fragment:
        """Police found two guns, 400 grams of gold and $50 in cash."""
        objects = [self.amount() for _ in range(self.random.choice([2, 3]))]
        parts: list[Part] = [objects[0]]
        for number, thing in enumerate(objects[1:], start=2):
            mark: Part = ("cc", leaf("and", "CC")) if number == len(objects) else COMMA
            parts.append(("conj", build(mark, thing)))
        verb = leaf(self.pick(self.with_object, "|").split()[2], "VBD")
        return build(("nsubj", self.noun()), verb, ("obj", build(*parts)), *self.extras())

    def which_it_sells(self) -> Fragment:
        """The 200 vans it sells each year; the $5 million that the city spent on roads: and then any clause."""
        forms = self.pick(self.with_object, "|").split()
        subject = leaf(self.pick("it they he she we"), "PRP") if self.random.random() < 0.5 else self.noun()
        mark: list[Part] = [("obj", leaf("that", "WDT"))] if self.random.random() < 0.4 else []
        relative = build(*mark, ("nsubj", subject), leaf(forms[2], "VBD"))
        amount = build(("det", leaf("the", "DT")), self.count() if self.random.random() < 0.5 else self.money())
        return self.clause(build(amount, ("acl:relcl", relative)))

    def plan_to(self) -> Fragment:
        """The city approved a plan to spend $5 million; the fine was part of a promise to pay $50."""
        base = self.pick(self.with_object, "|").split()[0]
        inner = build(("mark", leaf("to", "TO")), leaf(base, "VB"), ("obj", self.amount()), *self.extras())
        noun = leaf(self.pick("plan promise pledge deal bid offer decision proposal commitment"), "NN")
        held = build(("det", leaf(self.pick("a the its"), "DT")), noun, ("acl", inner))
        verb = leaf(self.pick("announced approved made backed dropped unveiled criticised signed"), "VBD")
        return build(("nsubj", self.noun()), verb, ("obj", held))

    def quoted_poll(self) -> Fragment:
        """Sales rose 9%, Kamber said on Monday: a name as the speaker, and a clause that may hold a source's time."""
        tail = [self.time()] if self.random.random() < 0.5 else []
        return build(("ccomp", self.clause()), COMMA, ("nsubj", self.name()), leaf(self.pick(SAYING), "VBD"), *tail)

    def news(self) -> Fragment:
        """A sentence of one of the kinds above; headlines have no full stop."""
        kinds: list[Callable[[], Fragment]] = [
            self.with_property, self.with_property, self.property_subject, self.beside, self.more_than_before,
            self.compared, self.compared, self.there_are, self.doing, self.opening_participle, self.share_subject,
            self.gapped, self.listed, self.which_it_sells, self.plan_to, self.quoted_poll,
        ]  # fmt: skip
        if self.random.random() < 0.15:
            return self.headline()
        return build(self.random.choice(kinds)(), ("punct", leaf(".", ".")))

    def sentence(self) -> Fragment:
        """A whole sentence, of the kinds of news or of the plainer ones."""
        if self.random.random() >= self.share:
            return super().sentence()
        return capitalised(self.news())
