"""Word vectors: skip-gram with negative sampling (word2vec) on raw news text.

Only training text of the corpora is added to the raw text, never a test part.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import numpy as np

from training.entities.corpora import FOLDERS, load
from training.entities.raw_text import arabic_lines, folded_words

if TYPE_CHECKING:
    from pathlib import Path

DIMENSIONS = 100


def sentences_for_vectors(data: Path, raw: Path | None) -> list[list[str]]:
    """De-duplicated sentences of folded words: raw text and the corpora's training parts."""
    lines: dict[str, list[str]] = {}
    if raw is not None:
        for _, line in arabic_lines(raw):
            if line not in lines:
                lines[line] = folded_words(line)
    for corpus in FOLDERS:
        parts = ("train", "extra") if corpus == "panx" else ("train",)
        for part in parts:
            for sentence in load(data, corpus, part):
                lines.setdefault(" ".join(sentence.words), sentence.folded)
    return [words for words in lines.values() if len(words) > 1]


def train_vectors(
    sentences: list[list[str]], seed: int = 1, epochs: int = 12, workers: int = 2
) -> tuple[list[str], np.ndarray]:
    """(words by falling frequency, float32 vectors (n, DIMENSIONS) of unit length)."""
    from gensim.models import Word2Vec

    random.Random(seed).shuffle(sentences)
    model = Word2Vec(
        sentences,
        vector_size=DIMENSIONS,
        window=4,
        min_count=3,
        sg=1,
        negative=8,
        sample=1e-4,
        epochs=epochs,
        seed=seed,
        workers=workers,
        max_final_vocab=100_000,
    )
    vectors = model.wv.vectors.astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return list(model.wv.index_to_key), vectors
