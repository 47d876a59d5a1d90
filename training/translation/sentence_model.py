"""The sentence splitter that travels inside the Argos package.

The torch-free Argos engine cuts paragraphs into sentences with a small ONNX network and downloads
one where a package brings none, so a package without it cannot translate offline. Ours is built
here from rules and holds no trained weights: a sentence ends at `.`, `!`, `?`, `؟` or `…`
(and any closing quote or bracket after it) before white space, but not after a single letter, as
in «د. أحمد».

The network's contract is the engine's: inputs `units` (int64, batch x characters) and `features`
(float, unused), output logits (batch x characters x 5) where class 0 goes on and class 2 ends a
sentence; the character table stands in the metadata.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PAD, OTHER, SPACE, END, CLOSE = range(5)
END_MARKS = ".!?؟…۔"
CLOSE_MARKS = "\"'»”’)]}"


def character_table() -> dict[str, int]:
    """Each character class the rules tell apart, as the engine's vocabulary: unit -> id."""
    table = {"<PAD>": PAD, "<UNK>": OTHER, " ": SPACE}
    return table | dict.fromkeys(END_MARKS, END) | dict.fromkeys(CLOSE_MARKS, CLOSE)


def build(path: Path) -> None:
    """Write the network to `path` (needs the training dependency onnx)."""
    import numpy as np
    from onnx import TensorProto, checker, helper, numpy_helper, save

    # rows: class ids; columns: indicators other, white space or padding, end mark, closing mark
    indicator = np.zeros((5, 4), np.float32)
    indicator[[OTHER, SPACE, PAD, END, CLOSE], [0, 1, 1, 2, 3]] = 1
    # three ANDs over the characters t-2 .. t+1 (a sum of indicators above its threshold)
    window = np.zeros((3, 4, 4), np.float32)
    window[0, 2, 2] = window[0, 1, 3] = 1  # end mark, then white space
    window[1, 1, 0] = window[1, 0, 1] = window[1, 2, 2] = 1  # white space, one letter, end mark
    window[2, 2, 1] = window[2, 3, 2] = window[2, 1, 3] = 1  # end mark, closing mark, white space
    threshold = np.array([-1, -2, -2], np.float32)
    vote = np.zeros((5, 3, 1), np.float32)
    vote[2, :, 0] = 1, -1, 1
    base = np.array([0.5, -1, 0, -1, -1], np.float32)
    arrays = {
        "indicator": indicator,
        "window": window,
        "threshold": threshold,
        "vote": vote,
        "base": base,
    }
    nodes = [
        helper.make_node("Gather", ["indicator", "units"], ["marks"]),
        helper.make_node("Transpose", ["marks"], ["rows"], perm=[0, 2, 1]),
        helper.make_node("Conv", ["rows", "window", "threshold"], ["sums"], pads=[2, 1]),
        helper.make_node("Relu", ["sums"], ["found"]),
        helper.make_node("Conv", ["found", "vote", "base"], ["votes"]),
        helper.make_node("Transpose", ["votes"], ["logits"], perm=[0, 2, 1]),
    ]
    graph = helper.make_graph(
        nodes,
        "arabic sentence ends",
        [
            helper.make_tensor_value_info("units", TensorProto.INT64, ["batch", "length"]),
            helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "length", 1]),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", "length", 5])],
        [numpy_helper.from_array(value, name) for name, value in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    table = character_table()
    vocabulary = {"lang": "ar", "idx": 0, "cutoff": 0, "lower": False, "_unit2id": table}
    vocabulary["_id2unit"] = list(table)
    metadata = {
        "lang_code": "ar",
        "config": json.dumps({"max_seqlen": 1000, "batch_size": 8, "feat_funcs": ["space_before"]}),
        "vocab": json.dumps(vocabulary),
    }
    helper.set_model_props(model, metadata)
    checker.check_model(model)
    save(model, path)
