"""Sentence borders in the raw text."""

from __future__ import annotations

import pytest

from claimx.sentences import sentences

CASES = [
    ["Dr. Okafor paid $5.2m.", "The rest is due in May."],
    ["The U.S. Treasury sold $5bn of bonds.", "Demand was weak."],
    ["It opened in the U.S.", "The rest followed."],
    ["“It cost £3m,” she said.", "“We paid.”"],
    ["Is it 5%?", "No!", "It is 6%."],
    ["Acme Inc. cut 300 jobs.", "Its rival, Bolt Ltd. of Leeds, hired 20."],
    ["J. R. Smith won 40% of the vote on Jan. 5 in St. Ives."],
    ["It rose 0.5 p.p. to 3.5 per cent."],
    ["They met at 5 p.m. on Tuesday."],
    ["No. 5 is sold.", "See Fig. 3 for details."],
]


@pytest.mark.parametrize("parts", CASES, ids=[case[0] for case in CASES])
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_line_breaks_part_headlines_and_lists_but_not_wrapped_prose() -> None:
    listed = "Revenue: $5m\nProfit: $2m"
    wrapped = (
        "The northern fishing fleet landed fewer boxes of herring in the\n"
        "Bay of Sorrow last winter than in any season since records are\n"
        "kept, and the price rose."
    )
    assert len(sentences(listed)) == 2
    assert len(sentences(wrapped)) == 1


def test_a_stretch_without_an_end_is_cut() -> None:
    extents = sentences("word " * 5_000)
    assert len(extents) > 3
    assert max(end - start for start, end in extents) <= 2_000
