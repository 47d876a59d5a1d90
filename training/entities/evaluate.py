"""`make evaluate-entities DATA=…`: the shipped model on the corpora's test parts.

The model runs as the reader runs it (NumPy, from the model file); tags are mapped back to the
corpora's own tokens, so that spans compare with published figures.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from reader.assets import asset_path
from reader.entities.recogniser.recogniser import MODEL, Recogniser
from reader.entities.recogniser.sentence_tagger import SentenceTagger
from reader.entities.recogniser.tokens import Token
from reader.entities.recogniser.viterbi import best_path
from training.entities.corpora import Sentence, load
from training.entities.scores import Score, score

if TYPE_CHECKING:
    from reader.entities.recogniser.model_file import Model

ROWS = (
    # title, corpus folder, corpus id asked of the model, types counted (None: all)
    ("ANERcorp (CAMeL split)", "anercorp", "anercorp", None),
    ("CLEANANERCorp", "clean", "anercorp", None),
    ("AQMAR", "aqmar", "aqmar", ("PER", "LOC", "ORG")),
    ("AQMAR", "aqmar", "anercorp", ("PER", "LOC", "ORG")),
    ("WikiFANE, rejoined", "wikifane", "wikifane", ("PER", "LOC", "ORG")),
    ("WikiFANE, rejoined", "wikifane", "anercorp", ("PER", "LOC", "ORG")),
)
RIVALS = (
    (
        "AraBERTv02, fine-tuned (Komail262/arabert-ner-anercorp, model card)",
        "81.3 micro",
        "> 400 MB",
    ),
    ("AraBERTv0.1 / v1 (aub-mind/arabert README)", "83.1 / 82.4 macro", "> 400 MB"),
    ("mBERT (aub-mind/arabert README)", "78.4 macro", "> 600 MB"),
    ("CAMeL Tools, BERT (arXiv 2308.14669)", "83", "> 400 MB"),
)
_BATCH = 48
STRETCH = 20
"""The corpora do not say where a document ends; neighbouring sentences mostly share one."""


def predict(model: Model, sentences: list[Sentence], style: str) -> list[list[str]]:
    """BIO tags on the corpus's own tokens."""
    tagger = SentenceTagger(model)
    results = []
    for first in range(0, len(sentences), _BATCH):
        group = sentences[first : first + _BATCH]
        features = tagger.features([s.words for s in group], [s.folded for s in group])
        for sentence, scores in zip(group, tagger.emissions(features, style), strict=True):
            path = best_path(scores, model.transitions, model.start)
            tags = [model.tags[number] for number in path]
            results.append(on_corpus_tokens(sentence, tags))
    return results


def predict_carried(
    recogniser: Recogniser, sentences: list[Sentence], style: str
) -> list[list[str]]:
    """The same with names carried through stretches of `STRETCH` sentences, as in a document."""
    tagger = recogniser.tagger
    results = []
    for first in range(0, len(sentences), STRETCH):
        group = sentences[first : first + STRETCH]
        features = tagger.features([s.words for s in group], [s.folded for s in group])
        found = [tagger.decode(scores) for scores in tagger.emissions(features, style)]
        tokens = [[Token(0, 0, word) for word in s.folded] for s in group]
        for sentence, names in zip(group, recogniser.propagate(tokens, found), strict=True):
            tags = ["O"] * len(sentence.words)
            for name in names:
                tags[name.start : name.end] = [f"I-{name.label}"] * (name.end - name.start)
                tags[name.start] = f"B-{name.label}"
            results.append(on_corpus_tokens(sentence, tags))
    return results


def single_scores(model: Model, sentences: list[Sentence]) -> list[float]:
    """F1 of each network on its own, under ANERcorp's id."""
    gold = [s.gold for s in sentences]
    return [
        score(gold, predict(replace(model, networks=(network,)), sentences, "anercorp"))["all"].f1
        for network in model.networks
    ]


def on_corpus_tokens(sentence: Sentence, tags: list[str]) -> list[str]:
    """The tag of each corpus token: that of its first piece with a letter or digit.

    A name that began on a punctuation mark of the same token begins on the token.
    """
    mapped: list[str] = []
    for piece in sentence.lead:
        tag = tags[piece]
        begins = mapped[-1:] in ([], ["O"]) or mapped[-1][2:] != tag[2:]
        if tag.startswith("I-") and begins:
            tag = "B-" + tag[2:]
        mapped.append(tag)
    return mapped


def kept(tags: list[list[str]], types: tuple[str, ...] | None) -> list[list[str]]:
    """Tags outside `types` become O."""
    if types is None:
        return tags
    return [[t if t[2:] in types else "O" for t in sentence] for sentence in tags]


def main() -> None:
    """Print the tables and write them to docs/entities-evaluation.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("docs/entities-evaluation.md"))
    parser.add_argument("--model", type=Path, help="another model file than the shipped one")
    arguments = parser.parse_args()
    path = arguments.model or asset_path(MODEL)
    began = time.process_time()
    recogniser = Recogniser.load(path)
    load_seconds = time.process_time() - began
    model = recogniser.tagger.model
    lines = [
        "# Name recogniser: evaluation",
        "",
        "Written by `make evaluate-entities DATA=…`. Entity-level scores, exact span and type",
        "(seqeval's strict IOB2 mode), per type and micro average, sentence by sentence: the",
        "carrying of names through a document is off, except where said. What the model saw:",
        "assets/ENTITIES_CARD.md.",
        "",
        "| test part | corpus id | type | precision | recall | F1 | entities |",
        "|---|---|---|---|---|---|---|",
    ]
    tokens, seconds = 0, 0.0
    for title, corpus, style, types in ROWS:
        sentences = load(arguments.data, corpus, "test")
        began = time.process_time()
        guess = predict(model, sentences, style)
        seconds += time.process_time() - began
        tokens += sum(len(s.words) for s in sentences)
        table = score(kept([s.gold for s in sentences], types), kept(guess, types))
        lines += [_row(title, style, kind, s) for kind, s in _ordered(table)]
    sentences = load(arguments.data, "anercorp", "test")
    singles = single_scores(model, sentences)
    carried = predict_carried(recogniser, sentences, "anercorp")
    table = score([s.gold for s in sentences], carried)
    size = path.stat().st_size / 1e6
    lines += [
        "",
        f"The {len(singles)} networks one by one on ANERcorp, F1: "
        + ", ".join(f"{f1:.1f}" for f1 in singles)
        + f" (mean {mean(singles):.1f}, spread {max(singles) - min(singles):.1f}).",
        "",
        f"As the reader runs it, with names carried through a document (here: {STRETCH} sentences"
        f" at a time), ANERcorp: precision {table['all'].precision:.1f}, recall"
        f" {table['all'].recall:.1f}, F1 {table['all'].f1:.1f} ("
        + ", ".join(f"{kind} {s.f1:.1f}" for kind, s in _ordered(table)[:-1])
        + ").",
        "",
        f"Model file {size:.1f} MB; loaded in {load_seconds:.2f} s, "
        f"{tokens / seconds:,.0f} tokens/s (processor time of one core).",
        "",
        "## Published, on the same split of ANERcorp",
        "",
        "| system | F1 | size |",
        "|---|---|---|",
        *(f"| {name} | {f1} | {space} |" for name, f1, space in RIVALS),
        "",
    ]
    text = "\n".join(lines)
    print(text)
    arguments.out.parent.mkdir(exist_ok=True)
    arguments.out.write_text(text, encoding="utf-8")


def _ordered(table: dict[str, Score]) -> list[tuple[str, Score]]:
    return [
        (k, s) for k, s in sorted(table.items(), key=lambda item: item[0] == "all") if s.support
    ]


def _row(title: str, style: str, kind: str, s: Score) -> str:
    return (
        f"| {title} | {style} | {kind} | {s.precision:.1f} | {s.recall:.1f} "
        f"| {s.f1:.1f} | {s.support} |"
    )


if __name__ == "__main__":
    main()
