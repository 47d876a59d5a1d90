"""Which Argos package translates: embedded, installed by any Argos program, or given as a file."""

import hashlib
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from reader.assets import asset_path
from reader.errors import PackageError
from reader.settings.paths import data_folder
from reader.translation import archive

Place = Literal["embedded", "installed", "file", "folder"]
SUFFIX = ".argosmodel"


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked translation package."""

    id: str  # name, version and start of a fingerprint: what stored translations are kept under
    name: str  # "translate-ar_en"
    version: str
    path: Path  # the unpacked folder
    from_code: str
    to_code: str
    place: Place = "installed"
    metadata: dict[str, Any] = field(default_factory=dict, compare=False)


def choose(model: str | None = None) -> Package:
    """Return the package to translate with: `model`, the setting, installed, embedded.

    `model` is a package file, a package's folder, or the name of one that `installed` or
    `embedded` finds. Raises PackageError; where there is none at all, it says how to install one.
    """
    if model:
        return named(model)
    if wanted := _setting():
        try:
            return named(wanted)
        except PackageError as error:
            raise PackageError(
                f"{error} The setting translation.model asks for it: `reader model use auto` "
                "undoes that."
            ) from error
    found = installed()
    if found:
        return found[0]
    own = embedded()
    if own is None:
        raise PackageError(
            "There is no Arabic to English package: run `reader model install ar-en`, "
            "or `reader model install FILE.argosmodel` without a network."
        )
    return own


def named(model: str) -> Package:
    """Return the package that a path or a name means; raises PackageError."""
    path = Path(model).expanduser()
    if path.is_file():
        return open_file(path)
    if path.is_dir():
        return open_folder(path, "folder")
    found = [*installed(), *filter(None, [embedded()])]
    for package in found:
        if model in (package.id, package.name, package.path.name, package.place):
            return package
        if model == f"{package.name} {package.version}":
            return package
    known = ", ".join(package.path.name for package in found) or "none"
    raise PackageError(
        f"There is no package {model}: neither a file, nor one of those here ({known})."
    )


def installed() -> list[Package]:
    """Return the sound Arabic to English packages in Argos's folders, newest version first."""
    found = []
    for folder in argos_folders():
        try:
            children = sorted(folder.iterdir())
        except OSError:
            continue
        for child in children:
            if child.is_dir() and not child.name.startswith("."):
                try:
                    found.append(open_folder(child, "installed"))
                except PackageError:
                    continue  # another language pair, or damaged: `reader model list` tells
    return sorted(found, key=lambda package: version_key(package.version), reverse=True)


def embedded() -> Package | None:
    """Return the newest package in assets/, unpacked on first use; None where there is none.

    Raises PackageError when it cannot be unpacked.
    """
    files = sorted(asset_path().glob(f"*{SUFFIX}"), key=lambda f: version_key(f.stem))
    return open_file(files[-1], "embedded") if files else None


def open_file(path: Path, place: Place = "file") -> Package:
    """Return the package in a file, unpacked once into the data folder under its fingerprint.

    Raises PackageError.
    """
    contents = archive.check(path)
    folder = data_folder() / "packages" / f"{contents.folder}-{contents.fingerprint[:12]}"
    if not folder.is_dir():
        archive.unpack(path, folder, moved_by="READER_HOME")
    return open_folder(folder, place)


def open_folder(path: Path, place: Place) -> Package:
    """Return the package in an unpacked folder; raises PackageError when it is not sound."""
    metadata = archive.check_folder(path)
    name = f"translate-{metadata['from_code']}_{metadata['to_code']}"
    version = str(metadata.get("package_version", "")) or "0"
    return Package(
        id=f"{name} {version} {fingerprint(path)[:8]}",
        name=name,
        version=version,
        path=path,
        from_code=metadata["from_code"],
        to_code=metadata["to_code"],
        place=place,
        metadata=metadata,
    )


def fingerprint(path: Path) -> str:
    """Return a hex digest that changes with the model, cheap for any size.

    Two packages may have one name and version but other weights: sizes, the metadata, and the
    start, middle and end of the model file tell them apart.
    """
    digest = hashlib.sha256((path / "metadata.json").read_bytes())
    model = path / "model" / "model.bin"
    size = model.stat().st_size
    digest.update(str(size).encode())
    with model.open("rb") as file:
        for at in (0, size // 2, max(0, size - 65536)):
            file.seek(at)
            digest.update(file.read(65536))
    return digest.hexdigest()


def argos_folders() -> list[Path]:
    """Return the folders where Argos Translate keeps packages; the first is the one to write to.

    The same rules as argostranslate.settings, whose import would create folders.
    """
    home = Path(os.environ.get("SNAP_USER_DATA") or Path.home())
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    own = os.environ.get("ARGOS_PACKAGES_DIR")
    if not own:
        try:
            settings = json.loads((config / "argos-translate" / "settings.json").read_bytes())
            own = settings.get("ARGOS_PACKAGES_DIR")
        except (OSError, ValueError, AttributeError):
            own = None
    return [Path(own) if isinstance(own, str) and own else data / "argos-translate" / "packages"]


def version_key(version: str) -> tuple[int, ...]:
    """Return the numbers in a version, to compare: "1.10" is newer than "1.9"."""
    return tuple(int(part) for part in re.findall(r"\d+", version))


def _setting() -> str:
    from reader.settings.files import read_settings

    return read_settings().translation.model
