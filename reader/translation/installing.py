"""Putting packages into Argos's own folder, where every Argos program finds them, and out."""

import shutil
import tempfile
from pathlib import Path

from reader.errors import PackageError
from reader.translation import archive
from reader.translation.packages import Package, argos_folders


def install_file(path: Path) -> Path:
    """Check a package file and put it in place as a whole; return its folder.

    An installed package of the same folder name is replaced. Raises PackageError; then nothing
    changed.
    """
    contents = archive.check(path)
    destination = argos_folders()[0] / contents.folder
    if destination.exists():
        try:
            archive.check_folder(destination)
        except PackageError as error:
            if "translates" in str(error):  # another language pair under the same name
                raise PackageError(
                    f"{destination} holds another package: it is not replaced."
                ) from error
    archive.unpack(path, destination)
    return destination


def remove(package: Package) -> None:
    """Delete an installed package; it goes as a whole. Raises PackageError for any other."""
    if package.place != "installed":
        raise PackageError(
            f"{package.path.name} is not an installed package ({package.place}): "
            "only those that `reader model list` shows as installed can be removed."
        )
    try:
        beside = Path(tempfile.mkdtemp(prefix=".old-", dir=package.path.parent))
        package.path.rename(beside / "package")
    except OSError as error:
        raise PackageError(f"{package.path} cannot be removed: {error.strerror}.") from error
    shutil.rmtree(beside, ignore_errors=True)


def damaged() -> list[tuple[Path, str]]:
    """Return the Arabic to English packages in Argos's folders that cannot be used, and why."""
    found = []
    for folder in argos_folders():
        if not folder.is_dir():
            continue
        for child in sorted(folder.iterdir()):
            if child.is_dir() and not child.name.startswith("."):
                try:
                    archive.check_folder(child)
                except PackageError as error:
                    if "translates" not in str(error):
                        found.append((child, str(error)))
    return found
