"""What the networks are trained on and with, built once and kept in the work folder."""

from __future__ import annotations

import pickle
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from reader.entities.recogniser.encoder import PieceEncoder
from reader.entities.recogniser.pieces import PieceVocabulary
from training.entities import gazetteers
from training.entities.corpora import Sentence, load
from training.entities.leaks import MIN_WORDS, refuse_leaks, without
from training.entities.piece_encoder import arabic_encoder, reduced
from training.entities.prepare import Example, Types, prepare
from training.entities.vectors import sentences_for_vectors, train_vectors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
CONTEXT = 128
PANX_SENTENCES = 10_000
TESTS = ("anercorp", "clean", "aqmar", "wikifane", "panx")
DEV = ("anercorp", "dev")
TRAINED_ON = (
    ("anercorp", "train"),
    # NewsFANE's own parts all come from ANERcorp's train part: its 'test' is training text
    ("newsfane", "train"), ("newsfane", "dev"), ("newsfane", "test"),
    ("aqmar", "train"),
    ("wikifane", "train"),
    ("panx", "train"),
)  # fmt: skip


@dataclass(slots=True)
class Materials:
    """Vectors, name lists and piece encoder, and the examples by (corpus, part).

    `final` tells that ANERcorp's dev part is among what is trained on.
    """

    words: list[str]
    vectors: np.ndarray
    masks: dict[int, int]
    pieces: list[str]
    piece_scores: np.ndarray
    encoder: dict[str, np.ndarray]
    types: list[str]
    examples: dict[tuple[str, str], list[Example]]
    final: bool


def training_sentences(data: Path, *, keep_dev: bool) -> dict[tuple[str, str], list[Sentence]]:
    """The corpora's training parts without any sentence of a test part.

    `keep_dev` False also leaves ANERcorp's dev sentences out (they are in NewsFANE as well).
    Raises SystemExit if a sentence of a test part is left.
    """
    tests = {name: [s.folded for s in load(data, name, "test")] for name in TESTS}
    tested = [words for sentences in tests.values() for words in sentences]
    dev = [s.folded for s in load(data, *DEV)]
    result = {}
    for part in (*TRAINED_ON, DEV) if keep_dev else TRAINED_ON:
        sentences = load(data, *part)
        if part[0] == "panx":
            sentences = random.Random(1).sample(sentences, min(PANX_SENTENCES, len(sentences)))
        kept = set(without([s.folded for s in sentences], tested, MIN_WORDS))
        if not keep_dev:
            kept &= set(without([s.folded for s in sentences], dev))
        result[part] = [s for number, s in enumerate(sentences) if number in kept]
    refuse_leaks((s.folded for sentences in result.values() for s in sentences), tests)
    return result


def build(data: Path, raw: Path | None, work: Path, *, keep_dev: bool) -> Materials:
    """Everything training needs, from the work folder where a step has been done before."""
    words, vectors = _kept(
        work / "vectors.pkl", lambda: train_vectors(sentences_for_vectors(data, raw))
    )
    masks = _kept(work / "gazetteers.pkl", lambda: gazetteers.build(data, raw))
    pieces, piece_scores, encoder = _kept(work / "encoder.pkl", lambda: _encoder(data))
    types, examples = _kept(
        work / f"examples-{'final' if keep_dev else 'tune'}.pkl",
        lambda: _examples(data, masks, pieces, piece_scores, encoder, keep_dev=keep_dev),
    )
    return Materials(
        words, vectors, masks, pieces, piece_scores, encoder, types, examples, keep_dev
    )


def _encoder(data: Path) -> tuple[list[str], np.ndarray, dict[str, np.ndarray]]:
    pieces, scores, weights = arabic_encoder()
    encoder = PieceEncoder(weights, PieceVocabulary(pieces, scores.tolist()))
    sample = [s.words for s in load(data, "anercorp", "train")[:1500]]
    sample += [s.words for s in load(data, "wikifane", "train")[:1000]]
    return pieces, scores, reduced(weights, np.concatenate(encoder.encode(sample)), CONTEXT)


def _examples(
    data: Path,
    masks: dict[int, int],
    pieces: list[str],
    piece_scores: np.ndarray,
    weights: dict[str, np.ndarray],
    *,
    keep_dev: bool,
) -> tuple[list[str], dict[tuple[str, str], list[Example]]]:
    types = Types()
    encoder = PieceEncoder(weights, PieceVocabulary(pieces, piece_scores.tolist()))
    parts = training_sentences(data, keep_dev=keep_dev)
    if not keep_dev:
        parts[DEV] = load(data, *DEV)
    examples = {
        part: prepare(sentences, part[0], types, masks, len(gazetteers.TYPES), encoder)
        for part, sentences in parts.items()
    }
    return list(types.numbers), examples


def _kept(path: Path, make: Callable[[], T]) -> T:
    if not path.exists():
        made = make()
        with path.open("wb") as file:
            pickle.dump(made, file, protocol=5)
        return made
    with path.open("rb") as file:
        result: T = pickle.load(file)
    return result
