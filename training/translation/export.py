"""From averaged weights to a CTranslate2 model, int8, with the guided head as alignment head."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from training.translation import ct2_weights, growth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from training.translation.ct2_weights import Weights


def export(weights: Weights, heads: int, vocabulary: Sequence[str], out: Path) -> None:
    """Write the model folder `out` (model.bin, config.json, shared_vocabulary.json)."""
    from ctranslate2.specs import common_spec, transformer_spec

    from training.translation.model import position_encodings

    specification = transformer_spec.TransformerSpec.from_config(
        (growth.depth(weights, "encoder"), growth.depth(weights, "decoder")),
        heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        alignment_layer=-1,  # the last layer's first head: see model.py
        alignment_heads=1,
    )
    ct2_weights.fill_specification(specification, weights)
    encodings = position_encodings(weights["embedding.weight"].shape[1]).numpy()
    for side in (specification.encoder, specification.decoder):
        side.position_encodings.encodings = encodings
        side.scale_embeddings = True
    specification.register_source_vocabulary(list(vocabulary))
    specification.register_target_vocabulary(list(vocabulary))
    specification.validate()
    specification.optimize(quantization="int8")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    specification.save(str(out))
