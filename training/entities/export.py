"""Writes the trained networks and their tables as the run-time's one model file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reader.entities.recogniser.model_file import FORMAT, pack_strings
from reader.entities.recogniser.ngrams import BUCKETS
from reader.entities.recogniser.quantised import quantise
from training.entities.network import CORPUS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from torch import Tensor

_SIDES = (("forward", ""), ("backward", "_reverse"))


def tagger_arrays(state: Mapping[str, Tensor]) -> dict[str, np.ndarray]:
    """The weights of one network, transposed to input by output, named as the run-time does."""
    s = {name: value.detach().numpy().astype(np.float32) for name, value in state.items()}
    arrays = {"spelling": s["spelling.weight"][:BUCKETS], "corpus": s["corpus.weight"]}
    for name, module in (
        ("project", "project"), ("context", "context"), ("gazetteer", "gazetteer"),
        ("head", "head"), ("emit", "emit"),
    ):  # fmt: skip
        arrays[name] = s[f"{module}.weight"].T
        arrays[f"{name}_bias"] = s[f"{module}.bias"]
    for side, suffix in _SIDES:
        weights = s[f"lstm.weight_ih_l0{suffix}"].T
        arrays[f"input_{side}"] = weights[:-CORPUS]
        arrays[f"input_corpus_{side}"] = weights[-CORPUS:]
        arrays[f"recurrent_{side}"] = s[f"lstm.weight_hh_l0{suffix}"].T
        arrays[f"bias_{side}"] = s[f"lstm.bias_ih_l0{suffix}"] + s[f"lstm.bias_hh_l0{suffix}"]
    return arrays


def write_model(
    path: Path,
    *,
    tags: Sequence[str],
    corpora: Sequence[str],
    words: Sequence[str],
    vectors: np.ndarray,
    masks: Mapping[int, int],
    mask_types: Sequence[str],
    pieces: Sequence[str],
    piece_scores: np.ndarray,
    encoder: Mapping[str, np.ndarray],
    states: Sequence[Mapping[str, Tensor]],
) -> None:
    """Write the model file; the CRF scores of the networks in `states` are averaged."""
    arrays: dict[str, np.ndarray] = {"format": np.array(FORMAT)}
    for name, strings in (
        ("tags", tags), ("corpora", corpora), ("vocabulary", words),
        ("gazetteer_types", mask_types), ("piece_list", pieces),
    ):  # fmt: skip
        arrays[name] = pack_strings(list(strings))
    _put(arrays, "vectors", vectors)
    hashes = np.array(sorted(masks), dtype=np.uint64)
    arrays["gazetteer_gaps"] = np.diff(hashes, prepend=np.uint64(0)).astype(np.uint32)
    arrays["gazetteer_masks"] = np.array([masks[int(h)] for h in hashes], dtype=np.uint16)
    arrays["piece_scores"] = piece_scores.astype(np.float16)
    for name, matrix in encoder.items():
        _put(arrays, f"encoder/{name}", matrix)
    for number, state in enumerate(states):
        for name, matrix in tagger_arrays(state).items():
            _put(arrays, f"tagger{number}/{name}", matrix)
    count = len(states)
    arrays["transitions"] = sum(s["crf.transitions"].numpy() for s in states) / count
    arrays["start"] = sum(s["crf.start"].numpy() for s in states) / count
    np.savez_compressed(path, **arrays)


def _put(arrays: dict[str, np.ndarray], name: str, matrix: np.ndarray) -> None:
    if matrix.ndim == 2 and matrix.size > 4_000:
        stored = quantise(matrix.astype(np.float32))
        arrays[name], arrays[f"{name}#"] = stored.values, stored.scales
    else:
        arrays[name] = matrix.astype(np.float16)
