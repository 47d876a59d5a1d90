"""Reading CTranslate2 weights, growing a model, carrying weights."""

import struct
from pathlib import Path

import numpy as np
import pytest

from training.translation import carry, ct2_weights, growth


def text(value: str) -> bytes:
    return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"


def variable(name: str, value: np.ndarray, kind: int) -> bytes:
    shape = struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape)
    return text(name) + shape + struct.pack("<BI", kind, value.nbytes) + value.tobytes()


def model_file(path: Path, version: int = 6) -> Path:
    prefix = "encoder/layer_0/self_attention"
    variables = [
        variable(f"{prefix}/linear_1/weight", np.array([[127, -64], [0, 127]], np.int8), 1),
        variable(f"{prefix}/linear_1/weight_scale", np.array([63.5, 254], np.float32), 0),
        variable(f"{prefix}/layer_norm/gamma", np.array([1, 2], np.float32), 0),
        variable("decoder/embeddings/weight", np.array([[1, 2]], np.float32), 0),
        variable("encoder/num_heads", np.array(4, np.int16), 2),
    ]
    head = struct.pack("<I", version) + text("TransformerSpec") + struct.pack("<II", 7, 5)
    path.write_bytes(head + b"".join(variables) + struct.pack("<I", 0))
    return path


def test_int8_rows_are_read_as_floats_under_the_trainers_names(tmp_path: Path) -> None:
    weights = ct2_weights.read_weights(model_file(tmp_path / "model.bin"))
    assert set(weights) == {
        "encoder.layer.0.self_attention.linear.1.weight",
        "encoder.layer.0.self_attention.layer_norm.weight",
        "embedding.weight",
    }
    matrix = weights["encoder.layer.0.self_attention.linear.1.weight"]
    assert matrix == pytest.approx(np.array([[2, -1.007874], [0, 0.5]]))


def test_another_format_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="format 7"):
        ct2_weights.read_weights(model_file(tmp_path / "model.bin", version=7))


def layers(side: str, count: int) -> ct2_weights.Weights:
    weights = {"embedding.weight": np.ones((3, 2), np.float32)}
    for n in range(count):
        for part in ("self_attention.linear.0", "self_attention.linear.1", "ffn.linear_1"):
            weights[f"{side}.layer.{n}.{part}.weight"] = np.full((2, 2), n + 1, np.float32)
    return weights


@pytest.mark.parametrize(("old", "new"), [(4, 6), (2, 3), (1, 4), (3, 3), (6, 12)])
def test_new_layers_change_nothing_and_old_ones_keep_their_order(old: int, new: int) -> None:
    grown = growth.deepen(layers("encoder", old), "encoder", new)
    assert growth.depth(grown, "encoder") == new
    outputs = [grown[f"encoder.layer.{n}.ffn.linear_1.weight"][0, 0] for n in range(new)]
    assert [value for value in outputs if value] == list(range(1, old + 1))
    for n, value in enumerate(outputs):
        assert grown[f"encoder.layer.{n}.self_attention.linear.1.weight"][0, 0] == value
        assert grown[f"encoder.layer.{n}.self_attention.linear.0.weight"].all()


def test_a_model_cannot_shrink() -> None:
    with pytest.raises(ValueError, match="4 layers"):
        growth.deepen(layers("decoder", 4), "decoder", 2)


def test_carried_weights_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carry, "PART", 1000)
    generator = np.random.default_rng(1)
    weights = {
        "a.weight": generator.normal(size=(40, 30)).astype(np.float32),
        "a.bias": generator.normal(size=40).astype(np.float32),
    }
    parts = carry.pack(weights, {"step": 7}, tmp_path)
    assert len(parts) > 1
    assert all(part.stat().st_size <= 1000 for part in parts)
    back, about = carry.unpack(tmp_path)
    assert about == {"step": 7}
    assert back["a.bias"].tolist() == weights["a.bias"].tolist()
    step = np.abs(weights["a.weight"]).max(1, keepdims=True) / 127
    assert (np.abs(back["a.weight"] - weights["a.weight"]) <= step).all()
