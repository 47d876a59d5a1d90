"""An .argosmodel file: checked before anything of it is unpacked, then put in place as a whole.

The format is Argos Translate's: a zip of one folder that holds metadata.json, model/ (CTranslate2)
and a tokenizer, sentencepiece.model or bpe.model.
"""

import hashlib
import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.errors import PackageError

TOKENIZERS = ("sentencepiece.model", "bpe.model")
VOCABULARIES = (
    "shared_vocabulary.json",
    "shared_vocabulary.txt",
    "source_vocabulary.json",
    "source_vocabulary.txt",
)
MAX_FILES = 10_000
MAX_BYTES = 8 << 30
MAX_METADATA = 1 << 20
MAX_RATIO = 200  # a zip bomb packs far tighter than a model does
_FOLDER = re.compile(r"\w[\w.+-]{0,100}")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound archive holds."""

    folder: str  # its one top folder
    metadata: dict[str, Any]
    fingerprint: str  # sha256 hex over the names, sizes and CRC-32s of its files


def check(path: Path) -> Contents:
    """Return what the package file holds; nothing is unpacked.

    Raises PackageError with the reason: not a zip, damaged, unsafe names, links, too large, no
    metadata.json, model or tokenizer, or another language pair.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _check_open(archive, path)
    except FileNotFoundError as error:
        raise PackageError(f"There is no file {path}: check the path.") from error
    except IsADirectoryError as error:
        raise PackageError(
            f"{path} is a folder: name the .argosmodel file, or use the folder as it is with "
            f"`reader model use {path}`."
        ) from error
    except PermissionError as error:
        raise PackageError(
            f"{path} cannot be read: give yourself permission to read it."
        ) from error
    except zipfile.BadZipFile as error:
        raise PackageError(f"{path} is not an Argos package (no zip archive).") from error
    except (OSError, RuntimeError, zlib.error, NotImplementedError, EOFError) as error:
        raise PackageError(f"{path} cannot be read ({error}): download it again.") from error


def unpack(path: Path, destination: Path, *, moved_by: str = "ARGOS_PACKAGES_DIR") -> None:
    """Check the package file and unpack it so that `destination` becomes the package's folder.

    The folder appears as a whole or not at all; one that stood there is replaced. `moved_by` is
    the environment variable that puts packages elsewhere. Raises PackageError; then everything is
    as before.
    """
    contents = check(path)
    try:
        destination.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".new-", dir=destination.parent))
    except OSError as error:
        raise PackageError(
            f"{destination.parent} cannot be written ({error.strerror}): "
            f"give yourself write access, or set {moved_by} to another folder."
        ) from error
    try:
        with zipfile.ZipFile(path) as archive:
            archive.extractall(beside)  # reads every byte, so a wrong CRC shows here
        replace_folder(beside / contents.folder, destination)
    except (OSError, zipfile.BadZipFile, RuntimeError, zlib.error, EOFError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise PackageError(f"{path} could not be unpacked ({reason}); nothing changed.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def replace_folder(new: Path, destination: Path) -> None:
    """Rename `new` to `destination`, on the same file system; an old one goes away after."""
    old = None
    if destination.exists():
        old = Path(tempfile.mkdtemp(prefix=".old-", dir=destination.parent)) / "package"
        destination.rename(old)
    try:
        new.rename(destination)
    except OSError:
        if old is not None:
            old.rename(destination)
        elif destination.is_dir():  # another program was first with the same package
            return
        raise
    finally:
        if old is not None:
            shutil.rmtree(old.parent, ignore_errors=True)


def read_metadata(data: bytes, where: str) -> dict[str, Any]:
    """Return metadata.json as a dictionary; raises PackageError unless it is Arabic to English."""
    try:
        metadata = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise PackageError(f"{where}: metadata.json is not JSON.") from error
    if not isinstance(metadata, dict):
        raise PackageError(f"{where}: metadata.json is not a JSON object.")
    pair = (metadata.get("from_code"), metadata.get("to_code"))
    if pair != ("ar", "en"):
        raise PackageError(f"{where} translates {pair[0]} to {pair[1]}, not Arabic (ar) to en.")
    return metadata


def check_folder(path: Path) -> dict[str, Any]:
    """Return the metadata of an unpacked package; raises PackageError when something lacks."""
    try:
        metadata = read_metadata((path / "metadata.json").read_bytes(), str(path))
    except OSError as error:
        raise PackageError(f"{path} is not an Argos package: no metadata.json.") from error
    names = {str(f.relative_to(path)).replace(os.sep, "/") for f in path.rglob("*") if f.is_file()}
    _check_parts(names, str(path))
    return metadata


def _check_open(archive: zipfile.ZipFile, path: Path) -> Contents:
    infos = archive.infolist()
    if len(infos) > MAX_FILES:
        raise PackageError(f"{path} holds {len(infos)} files: that is no translation package.")
    names = [_safe_name(info, path) for info in infos]
    if len(set(names)) != len(names):
        raise PackageError(f"{path} holds one file twice: it is damaged or hostile.")
    _check_size(infos, path)
    tops = {name.split("/", 1)[0] for name in names}
    if len(tops) != 1:
        raise PackageError(f"{path} is not an Argos package: it must hold exactly one folder.")
    folder = tops.pop()
    if not _FOLDER.fullmatch(folder):
        raise PackageError(f"{path} is not an Argos package: its folder has an unusual name.")
    inside = {
        name[len(folder) + 1 :]
        for name, info in zip(names, infos, strict=True)
        if not info.is_dir()
    }
    if "metadata.json" not in inside:
        raise PackageError(f"{path} is not an Argos package: no metadata.json.")
    info = archive.getinfo(f"{folder}/metadata.json")
    if info.file_size > MAX_METADATA:
        raise PackageError(f"{path}: metadata.json is too large.")
    metadata = read_metadata(archive.read(info), str(path))
    _check_parts(inside, str(path))
    digest = hashlib.sha256()
    for name, entry in sorted(zip(names, infos, strict=True), key=lambda pair: pair[0]):
        digest.update(f"{name}\0{entry.file_size}\0{entry.CRC}\n".encode())
    return Contents(folder, metadata, digest.hexdigest())


def _safe_name(info: zipfile.ZipInfo, path: Path) -> str:
    name = info.filename
    parts = name.rstrip("/").split("/")
    if (
        name.startswith("/")
        or "\\" in name
        or ":" in name
        or any(part in ("", ".", "..") for part in parts)
        or not name.isprintable()
    ):
        raise PackageError(f"{path} holds an unsafe file name ({name!a}): it is not installed.")
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageError(f"{path} holds a link or device ({name!a}): it is not installed.")
    if info.flag_bits & 0x1:
        raise PackageError(f"{path} is encrypted: it is not installed.")
    return name.rstrip("/")


def _check_size(infos: list[zipfile.ZipInfo], path: Path) -> None:
    total = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if total > MAX_BYTES or (total > 1 << 26 and total > MAX_RATIO * max(packed, 1)):
        raise PackageError(f"{path} would unpack to {total >> 20} MiB: it is not installed.")


def _check_parts(names: set[str], where: str) -> None:
    if "model/model.bin" not in names:
        raise PackageError(f"{where} is not an Argos package: no model/model.bin.")
    if not any(f"model/{name}" in names for name in VOCABULARIES):
        raise PackageError(f"{where} is not an Argos package: no vocabulary in model/.")
    if not any(name in names for name in TOKENIZERS):
        raise PackageError(f"{where} is not an Argos package: no tokenizer.")
