"""Read and write the weights of a CTranslate2 model as plain float arrays.

Names: the trainer calls its parameters as CTranslate2 calls its variables, with dots:
`encoder/layer_0/ffn/linear_1/weight` is `encoder.layer.0.ffn.linear_1.weight`, and a layer norm's
gamma and beta are `weight` and `bias`. Binary format: version 6 of CTranslate2's model.bin.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from pathlib import Path


Weights = dict[str, NDArray[np.float32]]
_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
_SHARED = {
    "decoder/embeddings/weight": "embedding.weight",
    "decoder/projection/bias": "projection.bias",
}


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self, code: str) -> int:
        (value,) = struct.unpack_from("<" + code, self.data, self.at)
        self.at += struct.calcsize(code)
        return int(value)

    def text(self) -> str:
        size = self.number("H")  # counts the closing zero byte
        self.at += size
        return self.data[self.at - size : self.at - 1].decode()

    def array(self) -> NDArray[Any]:
        shape = [self.number("I") for _ in range(self.number("B"))]
        kind = np.dtype(_TYPES[self.number("B")])
        size = self.number("I")
        self.at += size
        return np.frombuffer(self.data, kind, size // kind.itemsize, self.at - size).reshape(shape)


def read_variables(path: Path) -> dict[str, NDArray[Any]]:
    """Return the variables of a model.bin as stored: int8 rows stay int8, with `*_scale` beside.

    Raises ValueError for another format version.
    """
    reader = _Reader(path.read_bytes())
    version = reader.number("I")
    if version != 6:
        raise ValueError(f"{path}: CTranslate2 format {version}, but only 6 can be read")
    reader.text()  # name of the specification
    reader.number("I")  # its revision
    return {reader.text(): reader.array() for _ in range(reader.number("I"))}


def read_weights(path: Path) -> Weights:
    """Return the trainable weights of a model.bin under the trainer's names, dequantized."""
    variables = read_variables(path)
    weights: Weights = {}
    for name, value in variables.items():
        if name.endswith("_scale") or "position_encodings" in name or value.ndim == 0:
            continue
        scale = variables.get(name + "_scale")
        exact = value.astype(np.float32)
        weights[trainer_name(name)] = exact if scale is None else exact / scale.reshape(-1, 1)
    return weights


def trainer_name(variable: str) -> str:
    """Return the trainer's name of a CTranslate2 variable."""
    if variable in _SHARED:
        return _SHARED[variable]
    name = re.sub(r"/layer_(\d+)/", r"/layer/\1/", variable)
    name = re.sub(r"attention/linear_(\d)", r"attention/linear/\1", name)
    return name.replace("gamma", "weight").replace("beta", "bias").replace("/", ".")


def fill_specification(specification: Any, weights: Weights) -> None:
    """Set every variable of a ctranslate2 TransformerSpec from the trainer's weights."""
    for name, value in weights.items():
        if name == "embedding.weight":
            specification.encoder.embeddings[0].weight = value
            specification.decoder.embeddings.weight = value
            specification.decoder.projection.weight = value
            continue
        *path, last = ("decoder." + name if name == "projection.bias" else name).split(".")
        place = specification
        for step in path:
            place = place[int(step)] if step.isdigit() else getattr(place, step)
        if path[-1] == "layer_norm":
            last = {"weight": "gamma", "bias": "beta"}[last]
        setattr(place, last, value)
