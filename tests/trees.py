"""Hand-built parses: the same sentences in Universal Dependencies and in spaCy's English scheme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.vocab import Vocab


@cache
def vocab() -> Vocab:
    """One for all documents: making it takes longer than all the rest."""
    return spacy.blank("en").vocab


@dataclass(frozen=True)
class Parse:
    """A sentence with its tags and, for each scheme, a head (1-based, 0 for the root) and a label per word."""

    words: str
    tags: str
    universal: str
    english: str

    def doc(self, scheme: str) -> Doc:
        """The document with the labels of one scheme, "universal" or "english"."""
        words = self.words.split()
        arcs = [arc.rsplit(":", 1) for arc in getattr(self, scheme).split()]
        heads = [int(head) - 1 if int(head) else index for index, (_, head) in enumerate(arcs)]
        spaces = [
            nxt not in {"%", ".", ",", "'s"} and word != "$" for word, nxt in zip(words, [*words[1:], "."], strict=True)
        ]
        return Doc(
            vocab(),
            words=words,
            spaces=spaces,
            tags=self.tags.split(),
            heads=heads,
            deps=[label.replace("|", ":") for label, _ in arcs],
        )


# The sentences, by what they show.
PARSES: dict[str, Parse] = {
    "clause": Parse(
        "The city has given schools over $ 5 million in grants .",
        "DT NN VBZ VBN NNS IN $ CD CD IN NNS .",
        "det:2 nsubj:4 aux:4 root:0 iobj:4 advmod:7 obj:4 compound:9 nummod:7 case:11 nmod:7 punct:4",
        "det:2 nsubj:4 aux:4 ROOT:0 dative:4 quantmod:9 quantmod:9 compound:9 dobj:4 prep:9 pobj:10 punct:4",
    ),
    "passive": Parse(
        "The bridge was sold for $ 5 million .",
        "DT NN VBD VBN IN $ CD CD .",
        "det:2 nsubj|pass:4 aux|pass:4 root:0 case:6 obl:4 compound:8 nummod:6 punct:4",
        "det:2 nsubjpass:4 auxpass:4 ROOT:0 prep:4 quantmod:8 compound:8 pobj:5 punct:4",
    ),
    "change": Parse(
        "Sales rose 3 % to $ 5 billion .",
        "NNS VBD CD NN IN $ CD CD .",
        "nsubj:2 root:0 nummod:4 obj:2 case:6 obl:2 compound:8 nummod:6 punct:2",
        "nsubj:2 ROOT:0 nummod:4 dobj:2 prep:2 quantmod:8 compound:8 pobj:5 punct:2",
    ),
    "copula": Parse(
        "The price is $ 20 .",
        "DT NN VBZ $ CD .",
        "det:2 nsubj:4 cop:4 root:0 nummod:4 punct:4",
        "det:2 nsubj:3 ROOT:0 nmod:5 attr:3 punct:3",
    ),
    "counted subject": Parse(
        "About 23 countries will meet the target this year .",
        "IN CD NNS MD VB DT NN DT NN .",
        "advmod:2 nummod:3 nsubj:5 aux:5 root:0 det:7 obj:5 det:9 obl|unmarked:5 punct:5",
        "advmod:2 nummod:3 nsubj:5 aux:5 ROOT:0 det:7 dobj:5 det:9 npadvmod:5 punct:5",
    ),
    "relative clause": Parse(
        "The firm that owns 12 ships hired 40 sailors .",
        "DT NN WDT VBZ CD NNS VBD CD NNS .",
        "det:2 nsubj:7 nsubj:4 acl|relcl:2 nummod:6 obj:4 root:0 nummod:9 obj:7 punct:7",
        "det:2 nsubj:7 nsubj:4 relcl:2 nummod:6 dobj:4 ROOT:0 nummod:9 dobj:7 punct:7",
    ),
    "base of a percentage": Parse(
        "Chile spends 4 % of its output on schools .",
        "NNP VBZ CD NN IN PRP$ NN IN NNS .",
        "nsubj:2 root:0 nummod:4 obj:2 case:7 nmod|poss:7 nmod:4 case:9 obl:2 punct:2",
        "nsubj:2 ROOT:0 nummod:4 dobj:2 prep:4 poss:7 pobj:5 prep:2 pobj:8 punct:2",
    ),
    "source": Parse(
        "The mayor said that the port lost 300 jobs .",
        "DT NN VBD IN DT NN VBD CD NNS .",
        "det:2 nsubj:3 root:0 mark:7 det:6 nsubj:7 ccomp:3 nummod:9 obj:7 punct:3",
        "det:2 nsubj:3 ROOT:0 mark:7 det:6 nsubj:7 ccomp:3 nummod:9 dobj:7 punct:3",
    ),
    "predicative adjective": Parse(
        "The tower is 30 metres high .",
        "DT NN VBZ CD NNS JJ .",
        "det:2 nsubj:6 cop:6 nummod:5 obl|unmarked:6 root:0 punct:6",
        "det:2 nsubj:3 ROOT:0 nummod:5 npadvmod:6 acomp:3 punct:3",
    ),
    "agent": Parse(
        "The plan was backed by 12 states .",
        "DT NN VBD VBN IN CD NNS .",
        "det:2 nsubj|pass:4 aux|pass:4 root:0 case:7 nummod:7 obl|agent:4 punct:4",
        "det:2 nsubjpass:4 auxpass:4 ROOT:0 agent:4 nummod:7 pobj:5 punct:4",
    ),
    "existential": Parse(
        "There are 40 lakes in the park .",
        "EX VBP CD NNS IN DT NN .",
        "expl:2 root:0 nummod:4 nsubj:2 case:7 det:7 nmod:4 punct:2",
        "expl:2 ROOT:0 nummod:4 attr:2 prep:4 det:7 pobj:5 punct:2",
    ),
    "raising": Parse(
        "The bridge is expected to cost about $ 20 million next year .",
        "DT NN VBZ VBN TO VB RB $ CD CD JJ NN .",
        "det:2 nsubj|pass:4 aux|pass:4 root:0 mark:6 xcomp:4 advmod:8 obj:6 compound:10 nummod:8 amod:12 "
        "obl|unmarked:6 punct:4",
        "det:2 nsubjpass:4 auxpass:4 ROOT:0 aux:6 xcomp:4 advmod:10 quantmod:10 compound:10 dobj:6 amod:12 "
        "npadvmod:6 punct:4",
    ),
    "raised copula": Parse(
        "The price is expected to be $ 30 by June .",
        "DT NN VBZ VBN TO VB $ CD IN NNP .",
        "det:2 nsubj|pass:4 aux|pass:4 root:0 mark:7 cop:7 xcomp:4 nummod:7 case:10 obl:7 punct:4",
        "det:2 nsubjpass:4 auxpass:4 ROOT:0 aux:6 xcomp:4 nmod:8 attr:6 prep:6 pobj:9 punct:4",
    ),
    "negation": Parse(
        "Members did not spend 2 % of their income .",
        "NNS VBD RB VB CD NN IN PRP$ NN .",
        "nsubj:4 aux:4 advmod:4 root:0 nummod:6 obj:4 case:9 nmod|poss:9 nmod:6 punct:4",
        "nsubj:4 aux:4 neg:4 ROOT:0 nummod:6 dobj:4 prep:6 poss:9 pobj:7 punct:4",
    ),
    "negated copula": Parse(
        "The fee is not $ 50 .",
        "DT NN VBZ RB $ CD .",
        "det:2 nsubj:5 cop:5 advmod:5 root:0 nummod:5 punct:5",
        "det:2 nsubj:3 ROOT:0 neg:3 nmod:6 attr:3 punct:3",
    ),
    "adverb of direction": Parse(
        "Shares were up 3 % on Monday .",
        "NNS VBD RB CD NN IN NNP .",
        "nsubj:3 cop:3 root:0 nummod:5 obl|unmarked:3 case:7 obl:3 punct:3",
        "nsubj:2 ROOT:0 advmod:2 nummod:5 npadvmod:3 prep:2 pobj:6 punct:2",
    ),
    "predicative preposition": Parse(
        "The rate is above 5 % .",
        "DT NN VBZ IN CD NN .",
        "det:2 nsubj:6 cop:6 case:6 nummod:6 root:0 punct:6",
        "det:2 nsubj:3 ROOT:0 prep:3 nummod:6 pobj:4 punct:3",
    ),
    "predicative noun": Parse(
        "The result was a loss of $ 5 million .",
        "DT NN VBD DT NN IN $ CD CD .",
        "det:2 nsubj:5 cop:5 det:5 root:0 case:7 nmod:5 compound:9 nummod:7 punct:5",
        "det:2 nsubj:3 ROOT:0 det:5 attr:3 prep:5 quantmod:9 compound:9 pobj:6 punct:3",
    ),
    "complement of another verb": Parse(
        "The fine remains $ 50 .",
        "DT NN VBZ $ CD .",
        "det:2 nsubj:3 root:0 xcomp:3 nummod:4 punct:3",
        "det:2 nsubj:3 ROOT:0 nmod:5 attr:3 punct:3",
    ),
    "object predicate": Parse(
        "Two men were declared dead .",
        "CD NNS VBD VBN JJ .",
        "nummod:2 nsubj|pass:4 aux|pass:4 root:0 xcomp:4 punct:4",
        "nummod:2 nsubjpass:4 auxpass:4 ROOT:0 oprd:4 punct:4",
    ),
    "conjoined objects": Parse(
        "The firm hired 40 cooks , 12 waiters and 3 drivers .",
        "DT NN VBD CD NNS , CD NNS CC CD NNS .",
        "det:2 nsubj:3 root:0 nummod:5 obj:3 punct:8 nummod:8 conj:5 cc:11 nummod:11 conj:5 punct:3",
        "det:2 nsubj:3 ROOT:0 nummod:5 dobj:3 punct:5 nummod:8 conj:5 cc:8 nummod:11 conj:8 punct:3",
    ),
    "conjoined verbs": Parse(
        "The bank raised $ 5 million and cut 300 jobs .",
        "DT NN VBD $ CD CD CC VBD CD NNS .",
        "det:2 nsubj:3 root:0 obj:3 compound:6 nummod:4 cc:8 conj:3 nummod:10 obj:8 punct:3",
        "det:2 nsubj:3 ROOT:0 quantmod:6 compound:6 dobj:3 cc:3 conj:3 nummod:10 dobj:8 punct:3",
    ),
    "conjoined subjects": Parse(
        "Chile , Peru and Cuba sent 90 doctors .",
        "NNP , NNP CC NNP VBD CD NNS .",
        "nsubj:6 punct:3 conj:1 cc:5 conj:1 root:0 nummod:8 obj:6 punct:6",
        "nsubj:6 punct:1 conj:1 cc:3 conj:3 ROOT:0 nummod:8 dobj:6 punct:6",
    ),
    "according to": Parse(
        "According to the union , 300 jobs were lost in 2023 .",
        "VBG IN DT NN , CD NNS VBD VBN IN CD .",
        "case:4 fixed:1 det:4 obl:9 punct:4 nummod:7 nsubj|pass:9 aux|pass:9 root:0 case:11 obl:9 punct:9",
        "prep:9 prep:1 det:4 pobj:2 punct:9 nummod:7 nsubjpass:9 auxpass:9 ROOT:0 prep:9 pobj:10 punct:9",
    ),
    "possessor": Parse(
        "The city 's 12 schools teach 4,000 pupils .",
        "DT NN POS CD NNS VBP CD NNS .",
        "det:2 nmod|poss:5 case:2 nummod:5 nsubj:6 root:0 nummod:8 obj:6 punct:6",
        "det:2 poss:5 case:2 nummod:5 nsubj:6 ROOT:0 nummod:8 dobj:6 punct:6",
    ),
    "agent of a participle": Parse(
        "A plan backed by 12 states failed .",
        "DT NN VBN IN CD NNS VBD .",
        "det:2 nsubj:7 acl:2 case:6 nummod:6 obl|agent:3 root:0 punct:7",
        "det:2 nsubj:7 acl:2 agent:3 nummod:6 pobj:4 ROOT:0 punct:7",
    ),
    "participle": Parse(
        "The charity runs projects costing $ 5 million .",
        "DT NN VBZ NNS VBG $ CD CD .",
        "det:2 nsubj:3 root:0 obj:3 acl:4 obj:5 compound:8 nummod:6 punct:3",
        "det:2 nsubj:3 ROOT:0 dobj:3 acl:4 quantmod:8 compound:8 dobj:5 punct:3",
    ),
    "particle": Parse(
        "The firm laid off 300 workers .",
        "DT NN VBD RP CD NNS .",
        "det:2 nsubj:3 root:0 compound|prt:3 nummod:6 obj:3 punct:3",
        "det:2 nsubj:3 ROOT:0 prt:3 nummod:6 dobj:3 punct:3",
    ),
    "preposition before a clause": Parse(
        "The club improved by signing 4 players .",
        "DT NN VBD IN VBG CD NNS .",
        "det:2 nsubj:3 root:0 mark:5 advcl:3 nummod:7 obj:5 punct:3",
        "det:2 nsubj:3 ROOT:0 prep:3 pcomp:4 nummod:7 dobj:5 punct:3",
    ),
    "noun before a clause": Parse(
        "The cost of hiring 4 nurses fell .",
        "DT NN IN VBG CD NNS VBD .",
        "det:2 nsubj:7 mark:4 acl:2 nummod:6 obj:4 root:0 punct:7",
        "det:2 nsubj:7 prep:2 pcomp:3 nummod:6 dobj:4 ROOT:0 punct:7",
    ),
    "recipient": Parse(
        "The fund lent $ 5 million to the town .",
        "DT NN VBD $ CD CD IN DT NN .",
        "det:2 nsubj:3 root:0 obj:3 compound:6 nummod:4 case:9 det:9 obl:3 punct:3",
        "det:2 nsubj:3 ROOT:0 quantmod:6 compound:6 dobj:3 dative:3 det:9 pobj:7 punct:3",
    ),
    "condition": Parse(
        "Rents would fall by 4 % if wages drop .",
        "NNS MD VB IN CD NN IN NNS VBP .",
        "nsubj:3 aux:3 root:0 case:6 nummod:6 obl:3 mark:9 nsubj:9 advcl:3 punct:3",
        "nsubj:3 aux:3 ROOT:0 prep:3 nummod:6 pobj:4 mark:9 nsubj:9 advcl:3 punct:3",
    ),
    "change noun": Parse(
        "A 4 % drop in exports hurt the port .",
        "DT CD NN NN IN NNS VBD DT NN .",
        "det:4 nummod:3 compound:4 nsubj:7 case:6 nmod:4 root:0 det:9 obj:7 punct:7",
        "det:4 nummod:3 compound:4 nsubj:7 prep:4 pobj:5 ROOT:0 det:9 dobj:7 punct:7",
    ),
    "from and to": Parse(
        "Output rose from 50 to 60 tonnes .",
        "NN VBD IN CD IN CD NNS .",
        "nsubj:2 root:0 case:4 obl:2 case:7 nummod:7 obl:2 punct:2",
        "nsubj:2 ROOT:0 prep:2 pobj:3 prep:2 nummod:7 pobj:5 punct:2",
    ),
    "plan": Parse(
        "The firm plans to hire 200 nurses .",
        "DT NN VBZ TO VB CD NNS .",
        "det:2 nsubj:3 root:0 mark:5 xcomp:3 nummod:7 obj:5 punct:3",
        "det:2 nsubj:3 ROOT:0 aux:5 xcomp:3 nummod:7 dobj:5 punct:3",
    ),
    "object control": Parse(
        "The court ordered the firm to pay $ 5 million .",
        "DT NN VBD DT NN TO VB $ CD CD .",
        "det:2 nsubj:3 root:0 det:5 obj:3 mark:7 xcomp:3 obj:7 compound:10 nummod:8 punct:3",
        "det:2 nsubj:3 ROOT:0 det:5 nsubj:7 aux:7 ccomp:3 quantmod:10 compound:10 dobj:7 punct:3",
    ),
    "worth": Parse(
        "The city signed a contract worth $ 5 million .",
        "DT NN VBD DT NN JJ $ CD CD .",
        "det:2 nsubj:3 root:0 det:5 obj:3 amod:5 obl|unmarked:6 compound:9 nummod:7 punct:3",
        "det:2 nsubj:3 ROOT:0 det:5 dobj:3 amod:5 quantmod:9 compound:9 npadvmod:6 punct:3",
    ),
    "saying after what is said": Parse(
        "The port lost 300 jobs last year , the mayor said .",
        "DT NN VBD CD NNS JJ NN , DT NN VBD .",
        "det:2 nsubj:3 ccomp:11 nummod:5 obj:3 amod:7 obl|unmarked:3 punct:11 det:10 nsubj:11 root:0 punct:11",
        "det:2 nsubj:3 ccomp:11 nummod:5 dobj:3 amod:7 npadvmod:3 punct:11 det:10 nsubj:11 ROOT:0 punct:11",
    ),
    "share of a count": Parse(
        "Two of the boats sank .",
        "CD IN DT NNS VBD .",
        "nsubj:5 case:4 det:4 nmod:1 root:0 punct:5",
        "nsubj:5 prep:1 det:4 pobj:2 ROOT:0 punct:5",
    ),
}
