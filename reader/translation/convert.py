"""OPUS-MT, Marian and OpenNMT model folders to Argos packages, by CTranslate2's converters.

Marian's own files (decoder.yml and .npz) need nothing more; models in the layout of the
transformers library and OpenNMT-py checkpoints need the extra `convert`.
"""

import importlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from reader.errors import PackageError
from reader.extras import install_command
from reader.translation import archive, packing

_TOKENIZERS = ("source.spm", "sentencepiece.model", "spm.model", "bpe.model", "source.bpe")


def convert(folder: Path, out: Path, *, version: str = "1.0") -> Path:
    """Make an Argos package of the Arabic to English model in `folder`; return the file.

    `out` is replaced as a whole, after the new package was loaded and tried. Raises PackageError.
    """
    if not folder.is_dir():
        raise PackageError(f"There is no folder {folder}.")
    tokenizer = next((folder / name for name in _TOKENIZERS if (folder / name).is_file()), None)
    if tokenizer is None:
        raise PackageError(f"{folder} has no tokenizer: none of {', '.join(_TOKENIZERS)}.")
    with tempfile.TemporaryDirectory(prefix="reader-") as scratch:
        package = Path(scratch) / packing.package_name(version)
        package.mkdir()
        _model(folder, package / "model")
        kind = "bpe.model" if "bpe" in tokenizer.name else "sentencepiece.model"
        shutil.copyfile(tokenizer, package / kind)
        metadata = {**packing.metadata(version), **_kept(folder)}
        (package / "metadata.json").write_text(json.dumps(metadata, indent=2), encoding="utf-8")
        _try(package)
        pack(package, out)
    return out


def _kept(folder: Path) -> dict[str, Any]:
    """Return what a package that is packed again says of its search, words and attention."""
    try:
        said = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = ("search", "word_alignment", "guided_attention", "coverage", "target_prefix")
    return {key: said[key] for key in known if isinstance(said, dict) and key in said}


def pack(package: Path, out: Path) -> None:
    """Write a package's folder as an .argosmodel file, as a whole. Raises PackageError."""
    beside = out.with_name(out.name + ".new")
    try:
        files = (path for path in sorted(package.rglob("*")) if path.is_file())
        contents = ((f.relative_to(package).as_posix(), f.read_bytes()) for f in files)
        packing.write(beside, package.name, contents)
        archive.check(beside)
        beside.replace(out)
    except OSError as error:
        raise PackageError(f"{out} cannot be written: {error.strerror}.") from error
    finally:
        beside.unlink(missing_ok=True)


def _model(folder: Path, out: Path) -> None:
    if (folder / "model.bin").is_file() or (folder / "model" / "model.bin").is_file():
        source = folder if (folder / "model.bin").is_file() else folder / "model"
        shutil.copytree(source, out, ignore=shutil.ignore_patterns("*.spm", "*.model", "*.md"))
        return
    try:
        _converter(folder).convert(str(out), quantization="int8")
    except ImportError as error:
        raise PackageError(
            f"Converting this model needs {error.name}: {install_command('torch', 'transformers')}"
        ) from error
    except MemoryError as error:
        raise PackageError(f"There is not enough memory to convert {folder}.") from error
    except Exception as error:  # the converters raise whatever a damaged file leads to
        raise PackageError(f"{folder} cannot be converted ({_first_line(error)}).") from error


def _converter(folder: Path) -> Any:
    """Return CTranslate2's converter for what the folder holds."""
    from ctranslate2 import converters

    if (folder / "decoder.yml").is_file():
        return converters.OpusMTConverter(str(folder))
    if (folder / "config.json").is_file():
        for needed in ("torch", "transformers"):  # else CTranslate2 ends in a NameError
            importlib.import_module(needed)
        return converters.TransformersConverter(str(folder))
    models = sorted(folder.glob("*.npz"))
    if models:
        vocabularies = sorted(folder.glob("*vocab*.yml"))
        if not vocabularies:
            raise PackageError(f"{folder} has a Marian model but no vocabulary (*.vocab.yml).")
        best = next((m for m in models if "best" in m.name), models[0])
        if len(vocabularies) == 1:
            vocabularies *= 2
        return converters.MarianConverter(str(best), [str(v) for v in vocabularies[:2]])
    checkpoints = sorted(folder.glob("*.pt"), key=lambda path: path.stat().st_mtime)
    if checkpoints:
        return converters.OpenNMTPyConverter(str(checkpoints[-1]))
    raise PackageError(
        f"{folder} holds no model that can be converted: an OPUS-MT or Marian model (decoder.yml "
        "or .npz), one of the transformers library (config.json), or an OpenNMT-py checkpoint."
    )


def _try(package: Path) -> None:
    """Translate one sentence with the new package, so that no broken one is handed on."""
    from reader.translation.engine import Engine
    from reader.translation.packages import open_folder

    (pairs,) = Engine(open_folder(package, "folder"), threads=1, beam=1).translate(["سلام"])
    for pair in pairs:
        if pair.doubts and pair.doubts[0].kind == "failed":
            raise PackageError(f"The converted model does not work: {pair.doubts[0].reason}")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:300]
