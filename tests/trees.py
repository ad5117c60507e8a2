"""Hand-built parses: the same sentences in Universal Dependencies and in spaCy's English scheme."""

from __future__ import annotations

from dataclasses import dataclass

import spacy
from spacy.tokens import Doc


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
            spacy.blank("en").vocab,
            words=words,
            spaces=spaces,
            tags=self.tags.split(),
            heads=heads,
            deps=[label.replace("|", ":") for label, _ in arcs],
        )


def parses() -> dict[str, Parse]:
    """The sentences, by what they show."""
    return {
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
    }
