"""The Argos package file: one zip with one folder, as the Argos engine installs it.

Layout: `translate-ar_en-X_Y/` holding metadata.json, README.md, sentencepiece.model, model/ (the
CTranslate2 model) and minisbd/ar.onnx (the sentence splitter; without it the engine would download
one, so it could not translate offline).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.translation import packing

if TYPE_CHECKING:
    from pathlib import Path

MODEL_FILES = ("config.json", "model.bin", "shared_vocabulary.json")
COVERAGE = 0.1
"""How much it counts in the choice of a translation that every Arabic word is accounted for."""


def metadata(version: str, search: dict[str, float]) -> dict[str, object]:
    """metadata.json of the package.

    `search` holds the beam search settings that suit this model best, under CTranslate2's names.
    `coverage` is for `reader.translation.choosing`. `guided_attention`: a head was trained to look
    at the word that is being translated, so what it looked at tells what a made-up name stands for.
    Argos reads none of these.
    """
    own = {"search": search, "coverage": COVERAGE, "guided_attention": True}
    return {**packing.metadata(version), **own}


def pack(
    model: Path,
    tokenizer: Path,
    splitter: Path,
    readme: str,
    about: dict[str, object],
    out: Path,
) -> Path:
    """Write the package into the folder `out` and return the path of the .argosmodel file.

    `model` is a CTranslate2 folder, `tokenizer` a SentencePiece file, `splitter` the network of
    sentence_model.py, `about` the result of `metadata`. Raises FileNotFoundError when one of the
    files lacks.
    """
    name = packing.package_name(str(about["package_version"]))
    target = out / f"{name}.argosmodel"
    files = {
        "metadata.json": json.dumps(about, indent=2).encode(),
        "README.md": readme.encode(),
        "sentencepiece.model": tokenizer.read_bytes(),
        "minisbd/ar.onnx": splitter.read_bytes(),
    }
    files |= {f"model/{file}": (model / file).read_bytes() for file in MODEL_FILES}
    packing.write(target, name, files.items(), level=9)
    return target
