"""Training loop: length-sorted batches, AdamW, cosine schedule; and decoding with the result."""

from __future__ import annotations

import math
import random
import time
from typing import TYPE_CHECKING

import numpy as np
import torch

from reader.entities.recogniser.ngrams import BUCKETS, MAX_FEATURES, hashed
from reader.entities.recogniser.viterbi import best_path
from training.entities.network import Batch, Tagger, TypeTables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from training.entities.prepare import Example

CORPORA = ("anercorp", "newsfane", "aqmar", "wikifane", "panx", "clean")
KINDS = ("PER", "LOC", "ORG", "MISC", "NORP", "FAC")
TAGS = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BI"))
BATCH = 48
RATE = 2.5e-3
_TAG_NUMBERS = {tag: number for number, tag in enumerate(TAGS)}


def type_tables(words: Sequence[str], find_vector: Callable[[str], np.ndarray]) -> TypeTables:
    """Tables for the distinct folded `words`; `find_vector` does the back-off of vectors."""
    spelling = np.full((len(words), MAX_FEATURES), BUCKETS, dtype=np.int64)
    for number, word in enumerate(words):
        buckets = hashed(word)
        spelling[number, : len(buckets)] = buckets
    vectors = np.stack([find_vector(word) for word in words])
    counts = (spelling < BUCKETS).sum(1, keepdims=True).astype(np.float32)
    return TypeTables(
        torch.from_numpy(vectors.astype(np.float32)),
        torch.from_numpy(spelling),
        torch.from_numpy(counts),
    )


def collate(examples: Sequence[Example], corpus: str | None = None) -> Batch:
    """Pad examples to one length; `corpus` overrides their own corpus id."""
    size, longest = len(examples), max(len(e.words) for e in examples)
    types = np.zeros((size, longest), dtype=np.int64)
    tags = np.zeros((size, longest), dtype=np.int64)
    mask = np.zeros((size, longest), dtype=bool)
    context = np.zeros((size, longest, examples[0].context.shape[1]), dtype=np.float32)
    hits = np.zeros((size, longest, examples[0].gazetteer.shape[1]), dtype=np.float32)
    for row, example in enumerate(examples):
        length = len(example.words)
        types[row, :length] = example.words
        tags[row, :length] = [_TAG_NUMBERS[tag] for tag in example.tags]
        mask[row, :length] = True
        context[row, :length] = example.context
        hits[row, :length] = example.gazetteer
    ids = [CORPORA.index(corpus or example.corpus) for example in examples]
    return Batch(
        torch.from_numpy(types), torch.from_numpy(context), torch.from_numpy(hits),
        torch.tensor(ids), torch.from_numpy(tags), torch.from_numpy(mask),
    )  # fmt: skip


def batches(
    examples: Sequence[Example], rng: random.Random, size: int = BATCH
) -> list[list[Example]]:
    """Shuffled batches of sentences of one length: nothing is padded."""
    by_length: dict[int, list[Example]] = {}
    for example in rng.sample(list(examples), len(examples)):
        by_length.setdefault(len(example.words), []).append(example)
    groups = [
        same[start : start + size]
        for same in by_length.values()
        for start in range(0, len(same), size)
    ]
    rng.shuffle(groups)
    return groups


def fit(
    model: Tagger,
    epochs: Sequence[Sequence[Example]],
    seed: int,
    rate: float = RATE,
    on_epoch: Callable[[int, float], None] | None = None,
) -> None:
    """Train over one list of examples for each epoch (they may differ)."""
    rng = random.Random(seed)
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=1e-4)
    seen, total = 0, sum(len(epoch) for epoch in epochs)
    step = 0
    for number, examples in enumerate(epochs):
        model.train()
        began, loss_sum = time.time(), 0.0
        for group in batches(examples, rng):
            progress = seen / total
            warm = min(1.0, (step + 1) / 100)
            now = rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
            for parameters in optimiser.param_groups:
                parameters["lr"] = now
            loss = model.loss(collate(group))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            loss_sum += float(loss.detach()) * len(group)
            step += 1
            seen += len(group)
        print(
            f"epoch {number} loss {loss_sum / len(examples):.3f} {time.time() - began:.0f} s",
            flush=True,
        )
        if on_epoch is not None:
            on_epoch(number, loss_sum / len(examples))


def emissions(model: Tagger, examples: Sequence[Example], corpus: str) -> list[np.ndarray]:
    """Emission scores (n, tags) of every example under the given corpus id."""
    model.eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].words))
    result: list[np.ndarray] = [np.empty(0)] * len(examples)
    with torch.no_grad():
        for start in range(0, len(order), 64):
            rows = order[start : start + 64]
            scores = model.emissions(collate([examples[i] for i in rows], corpus)).numpy()
            for row, index in enumerate(rows):
                result[index] = scores[row, : len(examples[index].words)]
    return result


def decode(
    scores: Sequence[np.ndarray], transitions: np.ndarray, start: np.ndarray
) -> list[list[str]]:
    """Best BIO tags for emission scores."""
    return [[TAGS[tag] for tag in best_path(s, transitions, start)] for s in scores]


def predict(model: Tagger, examples: Sequence[Example], corpus: str) -> list[list[str]]:
    """Best BIO tags of every example."""
    transitions = model.crf.transitions.detach().numpy()
    start = model.crf.start.detach().numpy()
    return decode(emissions(model, examples, corpus), transitions, start)


def vector_finder(
    numbers: Mapping[str, int], vectors: np.ndarray, stems: Callable[[str], tuple[str, ...]]
) -> Callable[[str], np.ndarray]:
    """Look-up with clitic back-off; two further values tell exact hit and back-off hit."""

    def find(word: str) -> np.ndarray:
        out = np.zeros(vectors.shape[1] + 2, dtype=np.float32)
        for position, form in enumerate((word, *stems(word))):
            number = numbers.get(form)
            if number is not None:
                out[:-2] = vectors[number]
                out[-2 if position == 0 else -1] = 1.0
                break
        return out

    return find
