"""From the data folder to training input: cleaned, weighted, tokenized pairs.

Writes into the work folder:
- sentencepiece.model: the tokenizer, trained here or taken from a package;
- pairs.npz: piece ids of both sides, the weight of each pair, and how many stand first as dev set;
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

    The first `dev` pairs are never trained on. `weights` tell how often an epoch draws a pair.
    """

    source_ids: NDArray[np.uint16]
    source_starts: NDArray[np.int64]
    target_ids: NDArray[np.uint16]
    target_starts: NDArray[np.int64]
    weights: NDArray[np.float32]
    dev: NDArray[np.int64]  # sizes of the dev sets, in their order

    def __len__(self) -> int:
        return len(self.weights)

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
    rows = corpora.table()
    kept: list[tuple[str, str]] = []
    held_out: list[tuple[str, str]] = []
    weights: list[float] = []
    counts: Counter[str] = Counter()
    for name, arabic, english in corpora.pairs(text):
        if not cleaner.accept(arabic, english):
            continue
        counts[name] += 1
        if name == "news" and counts[name] % 160 == 7 and len(held_out) < HELD_OUT_NEWS:
            held_out.append((arabic, english))
            continue
        kept.append((arabic, english))
        weights.append(corpora.describe(name, rows).weight)
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
    all_weights = np.array([0] * len(first) + [weights[i] for i in order], np.float32)
    dev = np.array([*map(len, dev_pairs), len(held_out)])
    prepared = Pairs(source_ids, source_starts, target_ids, target_starts, all_weights, dev)
    prepared.save(work / "pairs.npz")
    report = {
        "pairs": counts,
        "dropped": cleaner.dropped,
        "dev": {path.stem: len(pairs) for path, pairs in zip(dev_files, dev_pairs, strict=True)},
        "pieces": int(source_ids.size + target_ids.size),
    }
    (work / "prepared.json").write_text(json.dumps(report, indent=1), encoding="utf-8")
