"""Writing an export: to standard output, a file or a folder."""

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from stat import S_ISREG

from reader.errors import ExchangeError
from reader.export.bundle import File
from reader.replacing import replace_file
from reader.store.paths import file_name


def write_files(
    files: Sequence[File],
    destination: Path,
    sources: Iterable[str] = (),
    *,
    force: bool = False,
) -> list[Path]:
    """Write an export and return the files' paths.

    One file goes to `destination` itself, or into it if it is a folder; several go into the folder
    `destination`, which is made. Each file is replaced as a whole. `sources` are the paths of what
    is exported, as the documents have them: where one of them would be overwritten, nothing is
    written; nor where one of several files would replace what is no export of the reader, unless
    `force` says so. Raises ExchangeError.
    """
    single = len(files) == 1 and not destination.is_dir()
    targets = [destination] if single else [destination / file.name for file in files]
    _refuse_sources(targets, sources)
    if len(files) > 1 and not force:
        _refuse_others(files, destination)
    try:
        (destination.parent if single else destination).mkdir(parents=True, exist_ok=True)
        for file, path in zip(files, targets, strict=True):
            replace_file(path, file.data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExchangeError(
            f"{destination} cannot be written ({reason}): choose another place."
        ) from error
    return targets


def print_files(files: Sequence[File]) -> list[File]:
    """Write the main files to standard output; return the companions, which were left out."""
    for file in files:
        if not file.companion:
            sys.stdout.buffer.write(file.data)
    sys.stdout.flush()
    return [file for file in files if file.companion]


def _refuse_sources(targets: Iterable[Path], sources: Iterable[str]) -> None:
    """Raise ExchangeError when a target is one of the exported files, by whatever name."""
    taken = {identity for source in sources if (identity := _identity(_file_of(source)))}
    for target in targets:
        if _identity(target) in taken:
            raise ExchangeError(
                f"{target} is an article that is exported, and would be overwritten: "
                "choose another file or folder."
            )


def _refuse_others(files: Iterable[File], folder: Path) -> None:
    """Raise ExchangeError when a file would replace one that an export did not write.

    The names come from the articles, so a user's own notes may be called the same.
    """
    for file in files:
        target = folder / file.name
        if _identity(target) and not _is_export(file, folder):
            raise ExchangeError(
                f"{target} is there already and is no export of the reader: choose another "
                "folder, or overwrite it with --force."
            )


def _is_export(file: File, folder: Path) -> bool:
    name, pattern = file.sign
    try:
        if (folder / file.name).read_bytes() == file.data:
            return True
        return bool(name) and re.search(pattern, (folder / name).read_bytes()) is not None
    except OSError:
        return False


def _file_of(source: str) -> Path:
    """Return the file of a document's path, which may name an article in it or be "-"."""
    if source == "-":
        return Path("/dev/stdin")
    return Path(source if _identity(Path(source)) else file_name(source))


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a regular file from every other one, None when there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # gone, or no name that a file can have
        return None
    return (found.st_dev, found.st_ino) if S_ISREG(found.st_mode) else None
