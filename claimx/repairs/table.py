"""The table of repairs, in the order in which they are tried."""

from __future__ import annotations

from claimx.repairs import amounts, clauses, relatives, subjects, tags
from claimx.repairs.base import Repair

WHOSE, THERE = frozenset({"whose"}), frozenset({"there"})
AND, COMMA = frozenset({"and"}), frozenset({","})
PART_TIME = frozenset({"full", "part"})

REPAIRS: tuple[Repair, ...] = (
    Repair("untagged verb", "has outsold it; a study of 60 towns shows", "supported", tags.untagged_verb),
    Repair("having what works", "14 have running water", "verb", tags.having_what_works, said=tags.HAVE),
    Repair("expletive it", "it intends to build 12 more", "noun", tags.expletive_it, said=frozenset({"it"})),
    Repair(
        "verb behind whose",
        "the chapel, whose old organ, 9 metres high, was saved",
        "noun",
        relatives.verb_behind_whose,
        said=WHOSE,
    ),
    Repair("out of", "out of 32 members, 23 agreed", "subject", subjects.out_of),
    Repair("more behind an amount", "cost £9,000, 500 more than the porch", "quantity", amounts.more_behind_amount),
    Repair("behind a second verb", "arrested four men in raids on two houses", "quantity", clauses.behind_second_verb),
    Repair(
        "floating subject",
        "the mayor and her deputy each got 40%",
        "subject",
        subjects.floating_subject,
        said=subjects.FLOATING,
    ),
    Repair("whose", "tenants whose rent tops $600 were first", "pronoun", relatives.whose_clause),
    Repair("part of whom", "visitors, 40% of whom were Chinese", "pronoun", relatives.part_of_whom),
    Repair(
        "fronted amount",
        "at 96 metres, the mast is the tallest",
        "quantity",
        amounts.fronted_amount,
        said=frozenset({"at"}),
    ),
    Repair("compared adjective", "the van is $500 cheaper", "quantity", amounts.compared_adjective),
    Repair("side by side", "the benchmark K-20 index fell 3%", "subject", subjects.side_by_side),
    Repair(
        "amount in a noun phrase",
        "a modern 1.6-litre diesel engine",
        "quantity",
        amounts.amount_in_a_noun_phrase,
    ),
    Repair("noun as number", "the best $200 phones compared", "noun", amounts.noun_as_number),
    Repair("subject of an auxiliary", "they had lost four games", "noun", subjects.subject_of_auxiliary),
    Repair("object as subject", "Ferrum, a steelmaker, reported a net loss", "noun", subjects.object_as_subject),
    Repair("first of two levels", "turnout was 41%, 3 points lower", "quantity", amounts.first_of_two_levels),
    Repair("aged", "3,000 drivers aged 17 to 24 found", "quantity", amounts.aged, said=frozenset({"aged"})),
    Repair("fronted participle", "having won three matches, Alverton go on", "root", clauses.fronted_participle),
    Repair(
        "said of the first subject",
        "deer starved, scientists believe",
        "verb",
        subjects.said_of_first_subject,
        said=COMMA,
    ),
    Repair("copula below an amount", "tin was up 2%", "quantity", clauses.copula_below_amount),
    Repair("subject as conjunct", "wheels are 18 inches, and the circle is 10 m", "noun", clauses.subject_as_conjunct),
    Repair("existential", "there are thought to be 850 people", "noun", subjects.existential, said=THERE),
    Repair("time as subject", "while this spring its level dropped", "noun", amounts.time_as_subject),
    Repair("year on year", "narrowed 130 points year on year", "noun", amounts.year_on_year),
    Repair(
        "conjunct of what is counted",
        "40 crates of scent and 8 tonnes of tobacco",
        "conjunct",
        amounts.conjunct_of_what_is_counted,
    ),
    Repair("clause of the nearest", "six vans and a boat worth $3,000", "conjunct", clauses.clause_of_nearest),
    Repair(
        "not but", "is not 3%, as the minister claimed, but 5%", "conjunct", amounts.not_but, said=frozenset({"but"})
    ),
    Repair(
        "amount in apposition", "the largest part of the bill, £2.7m, went", "quantity", amounts.amount_in_apposition
    ),
    Repair(
        "subject in the clause before",
        "if convicted the broker faces 25 years",
        "verb",
        subjects.subject_in_clause_before,
    ),
    Repair("first of verbs", "rode 180 km, slept four hours, and climbed", "verb", subjects.first_of_verbs),
    Repair("speaker as subject", "“We lost,” said Moss, “and the club will pay", "verb", subjects.speaker_as_subject),
    Repair(
        "subject behind a participle", "stretching 40 km, the hedge needed", "verb", subjects.subject_behind_participle
    ),
    Repair("verb before by", "the bridge sways by 20 cm", "noun", subjects.verb_before_by, said=frozenset({"by"})),
    Repair(
        "by behind a comma",
        "the catch keeps shrinking, by 3 tonnes",
        "quantity",
        amounts.by_behind_comma,
        said=COMMA,
    ),
    Repair("part-time", "17 full-time and nine part-time staff", "quantity", amounts.part_time, said=PART_TIME),
    Repair("torn relative", "will need walls that cost $700m, the panel warned", "pronoun", relatives.torn_relative),
    Repair("inverted copula", "among the winners were 20 farmers", "subject", clauses.inverted_copula),
    Repair("amount behind an aside", "earn, after tax, $900", "quantity", clauses.amount_behind_aside, said=COMMA),
    Repair(
        "conjunct as subject",
        "a bus with 48 pupils and six teachers sank",
        "noun",
        clauses.conjunct_as_subject,
        said=AND,
    ),
    Repair("by of the change", "cut the time it takes to print by two thirds", "quantity", amounts.by_of_the_change),
    Repair(
        "listed with its like",
        "tours that combine a walk and a 40 minute flight",
        "conjunct",
        amounts.listed_with_its_like,
    ),
    Repair("noun in -ing", "a 1.4% holding in the miner", "quantity", amounts.noun_in_ing),
)
