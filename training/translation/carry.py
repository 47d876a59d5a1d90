"""Weights in small files, to bring them back from a machine with narrow limits on file size.

Matrices travel as int8 rows with one scale each, the rest as float32: as exact as the exported
model, and a quarter of the size.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from training.translation.ct2_weights import Weights

PART = 15 << 20  # bytes


def pack(weights: Weights, about: dict[str, Any], out: Path) -> list[Path]:
    """Write `weights` and JSON values `about` them into numbered parts in `out`; return those."""
    arrays: dict[str, Any] = {"about": json.dumps(about)}
    for name, value in weights.items():
        if value.ndim == 2:
            scale = np.maximum(np.abs(value).max(1, keepdims=True), 1e-8) / 127
            arrays[f"{name}|rows"] = np.rint(value / scale).astype(np.int8)
            arrays[f"{name}|scale"] = scale.astype(np.float32)
        else:
            arrays[name] = value
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    data = buffer.getvalue()
    out.mkdir(parents=True, exist_ok=True)
    parts = []
    for number, start in enumerate(range(0, len(data), PART)):
        parts.append(out / f"part{number:02d}")
        parts[-1].write_bytes(data[start : start + PART])
    return parts


def unpack(folder: Path) -> tuple[Weights, dict[str, Any]]:
    """Return what `pack` wrote into `folder`: the weights, and the values about them."""
    data = b"".join(path.read_bytes() for path in sorted(folder.glob("part*")))
    weights: Weights = {}
    with np.load(io.BytesIO(data)) as arrays:
        about: dict[str, Any] = json.loads(str(arrays["about"]))
        for name in arrays.files:
            if name.endswith("|rows"):
                name = name.removesuffix("|rows")
                weights[name] = arrays[f"{name}|rows"] * arrays[f"{name}|scale"]
            elif "|" not in name and name != "about":
                weights[name] = arrays[name]
    return weights, about
