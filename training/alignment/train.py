"""Train the table of word translations behind the word links.

    python -m training.alignment.train OUT.npz FOLDER_OR_PREFIX... [--pairs N]

Reads line-aligned NAME.ar / NAME.en files. IBM model 1 in both directions by expectation
maximisation (Brown et al. 1993), with the diagonal prior of fast_align (Dyer, Chahuneau and
Smith 2013), on word stems; pairs that matter are kept as bytes.
"""

import argparse
import zlib
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reader.translation.alignment.forms import arabic_forms, english_forms
from reader.translation.alignment.table import STEPS

TENSION = 4.0
NULL_SHARE = 0.08
ROUNDS = 6
LONGEST = 60  # words
LEAST_COUNT = 2  # of a form
LEAST_PROBABILITY = 0.02
LEAST_EXPECTED = 1.5  # times a pair must have been seen, in expectation

Ints = NDArray[np.int32]


def read(paths: list[Path], limit: int) -> list[tuple[list[str], list[str]]]:
    """Return the forms of sentence pairs, at most `limit` of each file."""
    pairs = []
    for path in paths:
        files = sorted(path.glob("*.ar")) if path.is_dir() else [path.with_suffix(".ar")]
        for file in files:
            arabic = file.read_text(encoding="utf-8").split("\n")
            english = file.with_suffix(".en").read_text(encoding="utf-8").split("\n")
            taken = 0
            for source, target in zip(arabic, english, strict=False):
                a, e = arabic_forms(source), english_forms(target)
                if a and e and max(len(a), len(e)) <= LONGEST:
                    pairs.append((a, e))
                    taken += 1
                    if taken >= limit:
                        break
            print(f"{file.name}: {taken} pairs", flush=True)
    return pairs


def numbered(texts: list[list[str]]) -> tuple[list[Ints], list[str]]:
    """Return the texts as numbers from 1, rare forms left out (0), and the forms by number."""
    counts = Counter(form for text in texts for form in text)
    forms = ["", *(form for form, count in counts.most_common() if count >= LEAST_COUNT)]
    number = {form: n for n, form in enumerate(forms)}
    return [np.array([number.get(f, 0) for f in text], np.int32) for text in texts], forms


def cells(given: list[Ints], made: list[Ints]) -> tuple[Ints, Ints, NDArray[np.float32], Ints]:
    """Return (given form, made form, prior, where a made word's cells start) of all word pairs.

    Every word of `made` may come from each word of `given` or from none (form 0).
    """
    total = sum((len(g) + 1) * len(m) for g, m in zip(given, made, strict=True))
    ours, theirs = np.empty(total, np.int32), np.empty(total, np.int32)
    prior = np.empty(total, np.float32)
    starts = np.empty(sum(map(len, made)), np.int64)
    at = word = 0
    for g, m in zip(given, made, strict=True):
        width, height = len(g) + 1, len(m)
        distance = np.abs(
            (np.arange(height)[:, None] + 0.5) / height
            - (np.arange(len(g))[None, :] + 0.5) / len(g)
        )
        near = np.exp(-TENSION * distance)
        near *= (1 - NULL_SHARE) / near.sum(axis=1, keepdims=True)
        block = slice(at, at + width * height)
        ours[block] = np.tile(np.concatenate([[0], g]), height)
        theirs[block] = np.repeat(m, width)
        prior[block] = np.concatenate([np.full((height, 1), NULL_SHARE), near], axis=1).ravel()
        starts[word : word + height] = at + width * np.arange(height)
        at += width * height
        word += height
    return ours, theirs, prior, starts


def train(
    given: list[Ints], made: list[Ints], sizes: tuple[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]:
    """Return (pair codes given * size + made, t(made | given), expected counts)."""
    ours, theirs, prior, starts = cells(given, made)
    codes, place = np.unique(ours.astype(np.int64) * sizes[1] + theirs, return_inverse=True)
    place = place.astype(np.int32)
    del ours, theirs
    widths = np.diff(np.append(starts, len(place)))
    owner = codes // sizes[1]
    table = np.full(len(codes), 1.0, np.float32)
    counts = table
    for step in range(ROUNDS):
        weight = table[place] * prior
        sums = np.add.reduceat(weight, starts)
        weight /= np.repeat(sums, widths)
        counts = np.bincount(place, weights=weight, minlength=len(codes)).astype(np.float32)
        counts[codes % sizes[1] == 0] = 0
        totals = np.bincount(owner, weights=counts, minlength=sizes[0])
        table = (counts / np.maximum(totals[owner], 1e-9)).astype(np.float32)
        table = np.maximum(table, 1e-7)
        print(f"round {step + 1}: log-likelihood {np.log(sums).mean():.4f}", flush=True)
    return codes, table, counts


def save(
    out: Path,
    arabic: list[str],
    english: list[str],
    forward: tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]],
    backward: tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]],
) -> None:
    """Join both directions and write what is likely in one of them."""
    wide = len(english)
    swapped = backward[0] % len(arabic) * wide + backward[0] // len(arabic)
    codes = np.union1d(forward[0], swapped)
    there, back, seen = (np.zeros(len(codes), np.float32) for _ in range(3))
    at = np.searchsorted(codes, forward[0])
    there[at], seen[at] = forward[1], forward[2]
    at = np.searchsorted(codes, swapped)
    back[at] = backward[1]
    seen[at] = np.maximum(seen[at], backward[2])
    keep = (np.maximum(there, back) >= LEAST_PROBABILITY) & (seen >= LEAST_EXPECTED)
    keep &= (codes // wide > 0) & (codes % wide > 0)
    codes, there, back = codes[keep], there[keep], back[keep]
    rows = np.array([zlib.crc32(form.encode()) for form in arabic], np.uint64)
    columns = np.array([zlib.crc32(form.encode()) for form in english], np.uint64)
    keys = (rows[codes // wide] << np.uint64(32)) | columns[codes % wide]
    order = np.argsort(keys)
    steps = np.diff(keys[order], prepend=np.uint64(0))

    def as_bytes(values: NDArray[np.float32]) -> NDArray[np.uint8]:
        return np.rint(np.sqrt(np.clip(values, 0, 1)) * STEPS).astype(np.uint8)[order]

    np.savez_compressed(out, steps=steps, forward=as_bytes(there), backward=as_bytes(back))
    print(f"{len(codes)} pairs, {out.stat().st_size} bytes in {out}")


def main() -> None:
    """Read, train both directions, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--pairs", type=int, default=20_000, help="most pairs of one file")
    arguments = parser.parse_args()
    pairs = read(arguments.corpora, arguments.pairs)
    arabic, arabic_forms = numbered([a for a, _ in pairs])
    english, english_forms = numbered([e for _, e in pairs])
    print(f"{len(pairs)} pairs, {len(arabic_forms)} and {len(english_forms)} forms", flush=True)
    sizes = (len(arabic_forms), len(english_forms))
    forward = train(arabic, english, sizes)
    backward = train(english, arabic, sizes[::-1])
    save(arguments.out, arabic_forms, english_forms, forward, backward)


if __name__ == "__main__":
    main()
