"""The table of repairs, in the order in which they are tried."""

from __future__ import annotations

from claimx.repairs import (
    amounts,
    attached,
    forms,
    fronts,
    joints,
    labels,
    order,
    participles,
    phrases,
    relatives,
    shares,
    subjects,
    tags,
    verbs,
)
from claimx.repairs.base import Repair

WHOSE, OF_WHOM, THERE = frozenset({"whose"}), frozenset({"whom", "which"}), frozenset({"there"})
AND, COMMA = frozenset({"and"}), frozenset({","})
TIMES, PART_TIME = frozenset({"times"}), frozenset({"full", "part"})

REPAIRS: tuple[Repair, ...] = (
    Repair("plural counted", "has played 31 matches this season", "verb", amounts.plural_counted),
    Repair("untagged verb", "has outsold it; a study of 60 towns shows", "supported", tags.untagged_verb),
    Repair("lasting", "operations, some lasting 13 hours", "quantity", tags.lasting, said=tags.MEASURING),
    Repair("having what works", "14 have running water", "verb", tags.having_what_works, said=tags.HAVE),
    Repair("weighing", "Weighing just 4 kilos, the robot climbs", "quantity", tags.weighing, said=tags.MEASURING),
    Repair("noun beside a verb", "methane traps heat but lasts 12 years", "root", tags.noun_beside_verb),
    Repair("verb beside an object", "treat burns and earn $900", "verb", tags.verb_beside_object),
    Repair("expletive it", "it intends to build 12 more", "noun", tags.expletive_it, said=frozenset({"it"})),
    Repair(
        "verb behind whose",
        "the chapel, whose old organ, 9 metres high, was saved",
        "noun",
        relatives.whose,
        said=WHOSE,
    ),
    Repair("be before an amount", "rents were €58", "quantity", forms.be_before_amount),
    Repair("infinitive as object", "allows a message sign of 6 feet", "verb", forms.infinitive_as_object),
    Repair("that before a plural", "you see that sales were $9m", "noun", forms.that_before_plural),
    Repair("participle as compound", "a turbocharged 2.0-liter engine", "noun", forms.participle_as_compound),
    Repair("amount as complement", "she kept only 31", "quantity", forms.amount_as_complement),
    Repair("count of a compound", "treats 500 stroke cases", "quantity", forms.count_of_compound),
    Repair("label as verb", "programme sales $4,150", "verb", forms.label_as_verb),
    Repair("have before to", "has yet to build", "verb", forms.have_before_to),
    Repair("this before a plural", "this cuts transport costs by 60%", "noun", forms.this_before_plural),
    Repair("passive adjective", "one ballot in 40 was spoiled", "adjective", forms.passive_adjective),
    Repair("participle of a label", "operating margin: 12.4%", "verb", forms.participle_of_label),
    Repair("out of", "out of 32 members, 23 agreed", "subject", forms.out_of),
    Repair("whole of an adjective", "a quarter of them electric", "quantity", forms.whole_of_adjective),
    Repair("more behind an amount", "cost £9,000, 500 more than the porch", "quantity", forms.more_behind_amount),
    Repair("set off", "admission (€14, or €9 for students)", "quantity", forms.elder_between_commas),
    Repair("second that", "say there were 60, but that only eight spoke", "conjunct", attached.second_that_clause),
    Repair("behind a second verb", "arrested four men in raids on two houses", "quantity", attached.behind_second_verb),
    Repair("plural in a gap", "the fee rose 4% and rents 6%", "verb", attached.plural_in_gap),
    Repair("second property", "a length of 8 m and a mass of 90 kg", "noun", attached.second_property),
    Repair("adjective before a subject", "while recorded thefts fell", "verb", attached.adjective_before_subject),
    Repair("turn behind a clause", "see that sales were $9m, up 6%", "quantity", attached.turn_behind_clause),
    Repair("lasting time", "a slump among pensioners over the summer", "noun", attached.lasting_time),
    Repair("plural as verb", "the hall seats 900 guests", "noun", labels.plural_as_verb),
    Repair("verb as preposition", "that deed predates the law by a year", "verb", labels.verb_as_preposition),
    Repair("name as adverb", "Ferrum expects to sell 400 cars", "noun", labels.name_as_adverb),
    Repair("infinitive as noun", "bakery to axe 450 jobs", "verb", labels.infinitive_as_noun),
    Repair("adjusted amount", "fell to a seasonally adjusted 217,000", "verb", labels.adjusted_amount),
    Repair(
        "floating subject",
        "the mayor and her deputy each got 40%",
        "subject",
        labels.floating_subject,
        said=labels.FLOATING,
    ),
    Repair("share as adverbial", "of the tenants, 61% stayed", "quantity", labels.share_as_adverbial),
    Repair("new subject", "half of the pupils walk and a third of the teachers drive", "quantity", labels.new_subject),
    Repair("amount in brackets", "profit: $3m (+12%)", "quantity", labels.amount_in_brackets),
    Repair(
        "period ended",
        "fell by 900 for the week ended Oct. 28",
        "verb",
        participles.period_ended,
        said=frozenset({"ended", "ending"}),
    ),
    Repair(
        "those given", "those given the vaccine had fewer", "verb", participles.those_given, said=frozenset({"given"})
    ),
    Repair("participle before a verb", "the firms polled had closed", "verb", participles.participle_before_verb),
    Repair("participle behind a noun", "lettuce served at a wedding", "verb", participles.participle_behind_noun),
    Repair("gerund with an object", "rivers exceeding 6 metres were watched", "verb", participles.gerund_with_object),
    Repair("whose", "tenants whose rent tops $600 were first", "pronoun", participles.whose_clause),
    Repair("part of whom", "visitors, 40% of whom were Chinese", "pronoun", participles.part_of_whom),
    Repair("amount as root", "which failed owing savers £9m, were fined", "quantity", participles.amount_as_root),
    Repair("clause as subject", "its range will be 75 km once it starts", "subject", participles.clause_as_subject),
    Repair(
        "clause behind a noun",
        "left after the walkout began",
        "verb",
        participles.clause_behind_noun,
        said=participles.SUBORDINATORS,
    ),
    Repair(
        "fronted amount",
        "at 96 metres, the mast is the tallest",
        "quantity",
        fronts.fronted_amount,
        said=frozenset({"at"}),
    ),
    Repair("fronted gerund", "weighing 3 pounds, the laptop lasted", "subject", fronts.fronted_gerund, said=COMMA),
    Repair("whole that was asked", "of 900 tenants polled, 60% agreed", "subject", fronts.polled_whole),
    Repair("subject in front", "stretching 40 km, the wall needed guards", "noun", fronts.subject_in_front),
    Repair("mark on a subject", "before the schools go back", "subject", fronts.mark_on_subject),
    Repair("time before a subject", "last year the town sold 40 houses", "noun", fronts.time_before_subject),
    Repair("noun with up", "with diesel down 4 cents", "noun", fronts.noun_with_turn, said=fronts.TURNS),
    Repair(
        "absolute",
        "organisers said, with 12 matches sold out",
        "noun",
        fronts.absolute_after_saying,
        said=frozenset({"with"}),
    ),
    Repair("comparison behind", "the survey found, 2 tons more", "quantity", fronts.comparison_after_saying),
    Repair("compared adjective", "the van is $500 cheaper", "quantity", fronts.compared_adjective),
    Repair("second comparative", "3 kilos lighter and 2 inches longer", "quantity", fronts.second_comparative),
    Repair("noun behind an amount", "panel backs $2bn package", "quantity", fronts.noun_behind_amount),
    Repair("there below", "and there have been 11 deaths", "subject", fronts.there_below, said=THERE),
    Repair("noun with a subject", "houses here stay 70 days", "noun", phrases.noun_with_subject),
    Repair("side by side", "the FTSE 100 futures were up", "subject", phrases.side_by_side),
    Repair("between and", "sampling between May and July came back", "subject", phrases.between_and, said=AND),
    Repair("fronted aside", "a striker from Lima, Rojas scored twice", "subject", phrases.fronted_aside, said=COMMA),
    Repair(
        "aside as subject", "Porto, the second city, hosts 20 firms", "subject", phrases.aside_as_subject, said=COMMA
    ),
    Repair("relative as auxiliary", "the firm, which has 9 shops, has said", "verb", phrases.relative_as_auxiliary),
    Repair("apposition of a verb", "ships to Faro, a city of 60,000", "noun", phrases.apposition_of_verb, said=COMMA),
    Repair("amount beside an object", "hides a modest 2-litre engine", "quantity", phrases.amount_beside_object),
    Repair(
        "place as subject", "behind the dune hides a hotel", "subject", phrases.place_as_subject, said=phrases.PLACES
    ),
    Repair("letter of a name", "27 Model S and Model X vans", "modifier", phrases.letter_of_name),
    Repair("amount before a participle", "the age is 73 raising fears", "quantity", phrases.amount_before_participle),
    Repair("relative of a rate", "a maximum per person, which is $9", "relative", phrases.per_what_is_which),
    Repair("noun as number", "the best $200 phones compared", "noun", phrases.noun_as_number),
    Repair(
        "in a fronted phrase",
        "in Lyon, France, 46 vans were stolen",
        "verb",
        phrases.subject_in_fronted_phrase,
        said=COMMA,
    ),
    Repair("subject of an auxiliary", "they had lost four games", "noun", verbs.subject_of_auxiliary),
    Repair("object as subject", "Ferrum, a steelmaker, reported a net loss", "noun", verbs.object_as_subject),
    Repair("noun behind a compound", "a three-bedroom flat", "quantity", amounts.noun_behind_compound),
    Repair("copula of the measured", "was only 10% contained", "quantity", amounts.copula_of_measured),
    Repair("second measured", "91% effective in adults but 60% effective in", "quantity", amounts.second_measured),
    Repair("first of two levels", "turnout was 41%, 3 points lower", "quantity", amounts.first_of_two_levels),
    Repair("noun with an object", "the wetland shelters 200 cranes", "noun", verbs.noun_with_object),
    Repair("aged", "3,000 drivers aged 17 to 24 found", "quantity", amounts.aged, said=frozenset({"aged"})),
    Repair("fronted participle", "having won three matches, Alverton go on", "root", order.fronted_participle),
    Repair("participle after an object", "leaving investors owed $200", "verb", verbs.participle_after_object),
    Repair(
        "said of the first subject", "deer starved, scientists believe", "verb", verbs.said_of_first_subject, said=COMMA
    ),
    Repair(
        "gerund with a preposition",
        "at $9 an ounce after touching $11",
        "verb",
        verbs.gerund_with_preposition,
        said=verbs.GERUND_MARKS,
    ),
    Repair("copula below an amount", "tin was up 2%", "quantity", joints.copula_below_amount),
    Repair(
        "conjunction as preposition",
        "while tin, at $13, was up 2%",
        "noun",
        joints.conjunction_as_preposition,
        said=joints.SUBORDINATORS,
    ),
    Repair(
        "aside behind a conjunction",
        "whereas pay, long flat, rose 1%",
        "noun",
        joints.aside_behind_conjunction,
        said=joints.SUBORDINATORS,
    ),
    Repair(
        "marked without subject",
        "whereas hydropower supplied 8%",
        "verb",
        joints.marked_without_subject,
        said=joints.SUBORDINATORS,
    ),
    Repair("subject as conjunct", "wheels are 18 inches, and the circle is 10 m", "noun", joints.subject_as_conjunct),
    Repair("existential", "there are thought to be 850 people", "noun", verbs.existential, said=THERE),
    Repair(
        "amount of a participle",
        "farms producing 2 gigawatts were shut",
        "quantity",
        amounts.amount_of_participle,
    ),
    Repair("participle as main verb", "cocaine hidden in crates was seized", "verb", verbs.participle_as_main_verb),
    Repair(
        "relative as main verb",
        "voters whose income exceeds $9 were keen",
        "verb",
        verbs.relative_as_main_verb,
        said=WHOSE,
    ),
    Repair("main verb in a relative clause", "half of those who took it passed", "verb", verbs.main_verb_in_relative),
    Repair("rate after a count", "circles the Earth 15 times a day", "noun", amounts.rate_after_count),
    Repair("noun before up", "house prices up 2%", "noun", amounts.noun_before_up, said=fronts.TURNS),
    Repair("finite complement", "insisted his side needed six points", "verb", verbs.finite_complement),
    Repair("time as subject", "while this spring its level dropped", "noun", amounts.time_as_subject),
    Repair("year on year", "narrowed 130 points year on year", "noun", amounts.year_on_year),
    Repair("dimension", "a jawbone 11 cm long", "quantity", amounts.dimension),
    Repair("of the noun before", "earnings of 87 cents on revenue of $6bn", "quantity", amounts.of_the_noun_before),
    Repair(
        "conjunct of what is counted",
        "40 crates of scent and 8 tonnes of tobacco",
        "conjunct",
        amounts.conjunct_of_what_is_counted,
    ),
    Repair(
        "amount beside a thing", "has a fleet of vans and 60% of the market", "quantity", joints.amount_beside_thing
    ),
    Repair(
        "subject behind before",
        "nine, a rise from two before Kamber came",
        "noun",
        joints.subject_behind_before,
        said=joints.BEFORE,
    ),
    Repair("clause of the nearest", "six vans and a boat worth $3,000", "conjunct", joints.clause_of_nearest),
    Repair(
        "not but", "is not 3%, as the minister claimed, but 5%", "conjunct", amounts.not_but, said=frozenset({"but"})
    ),
    Repair("headline infinitive", "bakery to axe 450 jobs", "after to", verbs.headline_infinitive),
    Repair("verb as compound", "this cuts transport costs by 60%", "modifier", verbs.verb_as_compound),
    Repair(
        "amount in apposition", "the largest part of the bill, £2.7m, went", "quantity", amounts.amount_in_apposition
    ),
    Repair("aside with a subject", "three men, two of them brothers, were charged", "noun", verbs.aside_with_subject),
    Repair(
        "subject in the clause before", "if convicted the broker faces 25 years", "verb", verbs.subject_in_clause_before
    ),
    Repair("object of the second verb", "sat for nine days, heard 310 men", "noun", subjects.object_of_second_verb),
    Repair("first of verbs", "rode 180 km, slept four hours, and climbed", "verb", verbs.first_of_verbs),
    Repair(
        "subject with a preposition",
        "Elm Power, with 1.2m customers, has",
        "noun",
        subjects.subject_with_preposition,
        said=COMMA,
    ),
    Repair("speaker as subject", "“We lost,” said Moss, “and the club will pay", "verb", subjects.speaker_as_subject),
    Repair(
        "subject behind a time", "since the end of the season Moss has scored", "verb", subjects.subject_behind_time
    ),
    Repair(
        "subject behind a participle", "stretching 40 km, the hedge needed", "verb", subjects.subject_behind_participle
    ),
    Repair(
        "clause as participle",
        "the margin shrank to 2% as savers moved £5bn",
        "verb",
        subjects.clause_as_participle,
        said=subjects.CLAUSE_MARKS,
    ),
    Repair("verb before by", "the bridge sways by 20 cm", "noun", subjects.verb_before_by, said=frozenset({"by"})),
    Repair(
        "main verb below a participle",
        "half of those polled in May held shares",
        "verb",
        subjects.main_verb_below_participle,
    ),
    Repair(
        "verb behind of whom",
        "two aides, neither of whom was named, insist",
        "verb",
        subjects.whose_verb_is_later,
        said=OF_WHOM,
    ),
    Repair("there were", "there were 14 floods in the first half", "noun", subjects.there_were),
    Repair(
        "level before a comparison", "averaged 19 weeks, five weeks longer", "quantity", shares.level_before_comparison
    ),
    Repair("share of which", "£9m, 20% of which went on lawyers", "quantity", shares.share_of_which, said=OF_WHOM),
    Repair(
        "by behind a comma", "the catch keeps shrinking, by 3 tonnes", "quantity", shares.by_behind_comma, said=COMMA
    ),
    Repair("comparative as noun", "is 12 degrees cooler", "quantity", shares.comparative_as_noun),
    Repair(
        "figure behind times",
        "at 11 times forecast earnings",
        "quantity",
        shares.figure_behind_times,
        said=TIMES,
    ),
    Repair("part-time", "17 full-time and nine part-time staff", "quantity", shares.part_time, said=PART_TIME),
    Repair(
        "fronted in the second clause", "it had 40 men; by May, 14 were left", "noun", order.fronted_in_second_clause
    ),
    Repair("list in a relative clause", "which lost its bar, its shop and two rooms", "noun", order.list_in_relative),
    Repair("torn relative", "will need walls that cost $700m, the panel warned", "pronoun", relatives.torn_relative),
    Repair(
        "subject behind whose", "the miner, whose output rose 6%", "noun", relatives.subject_behind_whose, said=WHOSE
    ),
    Repair("inverted copula", "among the winners were 20 farmers", "subject", order.inverted_copula),
    Repair("inverted verb", "behind the wall lay 12 coffins", "verb", order.inverted_verb),
    Repair(
        "amount behind a fronted phrase",
        "according to figures released on Monday, 23% of deaths were",
        "quantity",
        order.amount_behind_fronted,
        said=COMMA,
    ),
    Repair(
        "amount between commas",
        "the higher dose, 400 milligrams, helped",
        "quantity",
        order.amount_between_commas,
        said=COMMA,
    ),
    Repair("amount behind an aside", "earn, after tax, $900", "quantity", order.amount_behind_aside, said=COMMA),
    Repair(
        "conjunct as subject", "a bus with 48 pupils and six teachers sank", "noun", order.conjunct_as_subject, said=AND
    ),
    Repair("led by a particle", "pushed the number down to two", "quantity", order.led_by_particle, said=fronts.TURNS),
    Repair("noun in -ing", "a 1.4% holding in the miner", "quantity", amounts.noun_in_ing),
    Repair("marked root", "as the price rose, the shop cut its hours", "root", attached.marked_root),
)
