"""From the data folder to training input: cleaned, weighted, tokenized pairs.

Writes into the work folder:
- sentencepiece.model: the tokenizer, trained here or taken from a package;
- pairs.npz: piece ids of both sides, the corpus of each pair, and how many stand first as dev set;
- prepared.json: counts for the model card.
"""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from training.translation import clean, corpora, tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

HELD_OUT_NEWS = 300


@dataclass(frozen=True)
class Pairs:
    """Tokenized pairs; pair i is source_ids[source_starts[i]:source_starts[i + 1]] and so on.

    The first `dev` pairs are never trained on and of no corpus (-1). How often an epoch draws a
    pair is looked up in corpora.toml when training starts: a change there needs no new preparing.
    """

    source_ids: NDArray[np.uint16]
    source_starts: NDArray[np.int64]
    target_ids: NDArray[np.uint16]
    target_starts: NDArray[np.int64]
    corpus: NDArray[np.int16]  # of each pair, its place in `names`
    names: NDArray[np.str_]  # of the corpora
    dev: NDArray[np.int64]  # sizes of the dev sets, in their order

    def __len__(self) -> int:
        return len(self.corpus)

    @property
    def weights(self) -> NDArray[np.float32]:
        """How often an epoch draws each pair."""
        return np.append(corpora.weights(self.names), np.float32(0))[self.corpus]

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Pieces of each pair, both sides."""
        return np.diff(self.source_starts) + np.diff(self.target_starts)

    def source(self, index: int) -> NDArray[np.uint16]:
        """Return the Arabic piece ids of pair `index`."""
        return self.source_ids[self.source_starts[index] : self.source_starts[index + 1]]

    def target(self, index: int) -> NDArray[np.uint16]:
        """Return the English piece ids of pair `index`."""
        return self.target_ids[self.target_starts[index] : self.target_starts[index + 1]]

    def save(self, path: Path) -> None:
        """Write all arrays, compressed (they travel to other machines)."""
        np.savez_compressed(path, **vars(self))

    @classmethod
    def load(cls, path: Path) -> Pairs:
        """Read what `save` wrote."""
        with np.load(path) as arrays:
            return cls(**arrays)


def prepare(
    data: Path, work: Path, package: Path | None, pieces: int, also_exclude: list[Path]
) -> None:
    """Clean, weigh and tokenize everything in `data` into `work`.

    `package` gives the tokenizer; without one a tokenizer of `pieces` pieces is trained. Every
    sentence of data/eval and of the files `also_exclude` is kept out of training.
    """
    work.mkdir(parents=True, exist_ok=True)
    text = corpora.unpack(data, work)
    tests = sorted((data / "eval").glob("*.??")) + also_exclude
    cleaner = clean.Cleaner(clean.TestText(line for path in tests for line in corpora.lines(path)))
    kept: list[tuple[str, str]] = []
    held_out: list[tuple[str, str]] = []
    origins: list[str] = []
    counts: Counter[str] = Counter()
    for name, arabic, english in corpora.pairs(text):
        if not cleaner.accept(arabic, english):
            continue
        counts[name] += 1
        if name == "news" and counts[name] % 160 == 7 and len(held_out) < HELD_OUT_NEWS:
            held_out.append((arabic, english))
            continue
        kept.append((arabic, english))
        origins.append(name)
    order = list(range(len(kept)))
    random.Random(1).shuffle(order)
    dev_files = sorted((data / "eval").glob("*-dev.ar"))
    dev_pairs = [
        list(zip(corpora.lines(path), corpora.lines(path.with_suffix(".en")), strict=True))
        for path in dev_files
    ]
    first = [pair for pairs in dev_pairs for pair in pairs] + held_out
    everything = first + [kept[i] for i in order]
    model = work / "sentencepiece.model"
    if package is not None:
        shutil.copyfile(package / "sentencepiece.model", model)
    elif not model.exists():
        tokenizer.train((side for pair in everything[len(first) :] for side in pair), work, pieces)
    source_ids, source_starts = tokenizer.encode(model, [pair[0] for pair in everything])
    target_ids, target_starts = tokenizer.encode(model, [pair[1] for pair in everything])
    names = list(counts)
    corpus = np.array([-1] * len(first) + [names.index(origins[i]) for i in order], np.int16)
    prepared = Pairs(
        source_ids,
        source_starts,
        target_ids,
        target_starts,
        corpus,
        np.array(names),
        np.array([*map(len, dev_pairs), len(held_out)]),
    )
    prepared.save(work / "pairs.npz")
    report = {
        "pairs": counts,
        "dropped": cleaner.dropped,
        "dev": {path.stem: len(pairs) for path, pairs in zip(dev_files, dev_pairs, strict=True)},
        "pieces": int(source_ids.size + target_ids.size),
    }
    (work / "prepared.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
