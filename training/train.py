"""Train the embedded English pipeline: one command from the treebanks to `claimx/model/`.

    python -m training.train TREEBANKS --vectors VECTORS [--out claimx/model] [--no-news] [--set KEY=VALUE ...]

One CPU core, about an hour; the seed and every setting are in `config.cfg`. The shipped weights come from the first
two; the other options are for the tables in `README.md`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.cli.train import train
from spacy.tokens import DocBin

import training.tokenizer  # noqa: F401 - registers the callback that the configuration names
from training.amounts import Grammar, make_docs
from training.assemble import add_lemmas, source_facts, tag_map, write
from training.evaluate import DEV, MODEL, all_scores
from training.news import News
from training.treebanks import OWN_DEV, OWN_TRAIN, read_docs
from training.vectors import write_vectors

CONFIG = Path(__file__).parent / "config.cfg"
TRAIN = ("en_ewt-train.conllu", "en_gum-train.conllu", "en_pud.conllu")
OWN_TIMES = 3  # how often each of our own sentences stands in the training set
KEPT = ["ORTH", "SPACY", "TAG", "HEAD", "DEP", "SENT_START"]


def convert(treebanks: Path, work: Path, kind: type[Grammar] = News) -> dict[str, str]:
    """Write the treebanks as spaCy's binary files, made and own sentences with the training set; return their paths."""
    vocab = spacy.blank("en").vocab
    train_docs = list(read_docs([treebanks / name for name in TRAIN], vocab))
    train_docs += make_docs(train_docs, vocab, seed=spacy.util.load_config(CONFIG)["system"]["seed"], kind=kind)
    train_docs += OWN_TIMES * list(read_docs([OWN_TRAIN], vocab))
    dev_docs = list(read_docs([treebanks / name for name in DEV], vocab))
    for name, docs in (("train", train_docs), ("dev", dev_docs)):
        DocBin(docs=docs, attrs=KEPT).to_disk(work / f"{name}.spacy")
    return {f"paths.{name}": str(work / f"{name}.spacy") for name in ("train", "dev")}


def with_vectors(vectors: Path | None, work: Path) -> dict[str, str | bool]:
    """Write the word vectors for spaCy, if there are any, and return the settings that use them."""
    if vectors is None:
        return {}
    write_vectors(vectors, work / "vectors")
    return {"paths.vectors": str(work / "vectors"), "components.tok2vec.model.embed.include_static_vectors": True}


def finish(trained: Path, treebanks: Path, vectors: Path | None, out: Path) -> None:
    """Add lemmas to a trained pipeline, score it, and write it with the facts of its making."""
    nlp = spacy.load(trained)
    config = nlp.config.interpolate()
    docs = read_docs([treebanks / name for name in TRAIN], nlp.vocab)
    add_lemmas(nlp, tag_map(docs))
    steps = config["training"]["max_steps"]
    facts = {
        "sources": source_facts((treebanks / name for name in (*TRAIN, *DEV)), (OWN_TRAIN, OWN_DEV), vectors),
        "recipe": {"seed": config["system"]["seed"], "steps": steps, "spacy": spacy.__version__},
        "performance": all_scores(nlp, treebanks),
    }
    write(nlp, out, facts)


def settings(given: Iterable[str]) -> dict[str, int]:
    """What `--set` gives, as overrides of the configuration; every such setting is a whole number.

    >>> settings(["training.max_steps=9000"])
    {'training.max_steps': 9000}
    """
    return {key: int(value) for key, _, value in (one.partition("=") for one in given)}


def main() -> None:
    """Train and write the pipeline, or only finish one that is trained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebanks", type=Path, help="folder with the .conllu files of UD English EWT, GUM and PUD")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the pipeline goes (default: claimx/model)")
    parser.add_argument("--trained", type=Path, help="finish this pipeline, trained before, instead of training")
    parser.add_argument("--vectors", type=Path, help="the word vectors, a JSON file (see README.md); default: none")
    parser.add_argument("--no-news", action="store_true", help="make fewer sentences, of the plainer kinds alone")
    parser.add_argument("--set", nargs="+", default=[], metavar="KEY=VALUE", help="settings instead of config.cfg's")
    args = parser.parse_args()
    if args.trained:
        finish(args.trained, args.treebanks, args.vectors, args.out)
        return
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        paths = convert(args.treebanks, folder, Grammar if args.no_news else News)
        given = with_vectors(args.vectors, folder) | settings(args.set)
        train(CONFIG, folder / "out", overrides=paths | given)
        finish(folder / "out" / "model-best", args.treebanks, args.vectors, args.out)


if __name__ == "__main__":
    main()
