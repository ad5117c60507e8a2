"""Print the scores of a pipeline on the treebanks' development sets, from raw text.

Run as `python -m training.evaluate TREEBANKS [--model claimx/model]`.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.training import Example

from training.treebanks import OWN_DEV, read_docs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

MODEL = Path(__file__).parent.parent / "claimx" / "model"
DEV = ("en_ewt-dev.conllu", "en_gum-dev.conllu")
FIGURES = {"token_acc": "tokens", "tag_acc": "tags", "dep_uas": "UAS", "dep_las": "LAS", "sents_f": "sentences F1"}


def scores(nlp: Language, files: Iterable[Path], *, only: str = "") -> dict[str, float]:
    """Tag accuracy, UAS, LAS and sentence F1 in per cent; the pipeline gets the raw text."""
    gold = list(read_docs(files, nlp.vocab, only=only))
    found = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold], batch_size=64)
    return {figure: round(100 * found[name], 2) for name, figure in FIGURES.items()}


def all_scores(nlp: Language, treebanks: Path) -> dict[str, dict[str, float]]:
    """The scores on both treebanks' development sets together, on GUM's news apart, and on our own sentences."""
    ewt, gum = (treebanks / name for name in DEV)
    return {
        "EWT-dev + GUM-dev": scores(nlp, [ewt, gum]),
        "EWT-dev": scores(nlp, [ewt]),
        "GUM-dev": scores(nlp, [gum]),
        "GUM-dev news": scores(nlp, [gum], only="_news_"),
        "quantities, dev": scores(nlp, [OWN_DEV]),
    }


def main() -> None:
    """Print one line of scores for each development set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="folder with the .conllu files")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the pipeline (default: the embedded one)")
    args = parser.parse_args()
    for name, figures in all_scores(spacy.load(args.model), args.treebanks).items():
        print(f"{name:18}", "  ".join(f"{figure} {value:.2f}" for figure, value in figures.items()))


if __name__ == "__main__":
    main()
