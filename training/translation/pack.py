"""The Argos package file: one zip with one folder, as the Argos engine installs it.

Layout: `translate-ar_en-X_Y/` holding metadata.json, README.md, sentencepiece.model, model/ (the
CTranslate2 model) and minisbd/ar.onnx (the sentence splitter; without it the engine would download
one, so it could not translate offline).
"""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MODEL_FILES = ("config.json", "model.bin", "shared_vocabulary.json")
FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # same content, same bytes


def package_name(version: str) -> str:
    """Argos's own name of the package, without ending: `translate-ar_en-0_1`."""
    return f"translate-ar_en-{version.replace('.', '_')}"


def metadata(version: str, search: dict[str, float]) -> dict[str, object]:
    """metadata.json of the package.

    `search` holds the beam search settings that suit this model best, under CTranslate2's names;
    Argos does not read them.
    """
    return {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": "ar",
        "from_name": "Arabic",
        "to_code": "en",
        "to_name": "English",
        "links": [],
        "search": search,
    }


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
    name = package_name(str(about["package_version"]))
    target = out / f"{name}.argosmodel"
    files = {
        "metadata.json": json.dumps(about, indent=2).encode(),
        "README.md": readme.encode(),
        "sentencepiece.model": tokenizer.read_bytes(),
        "minisbd/ar.onnx": splitter.read_bytes(),
    }
    files |= {f"model/{file}": (model / file).read_bytes() for file in MODEL_FILES}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(f"{name}/{path}", FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target
