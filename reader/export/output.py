"""Writing an export: to standard output, a file or a folder."""

import sys
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ExchangeError
from reader.export.bundle import File


def write_files(files: Sequence[File], destination: Path) -> list[Path]:
    """Write an export and return the files' paths.

    One file goes to `destination` itself, or into it if it is a folder; several go into the folder
    `destination`, which is made. Each file is replaced as a whole. Raises ExchangeError.
    """
    try:
        if len(files) == 1 and not destination.is_dir():
            destination.parent.mkdir(parents=True, exist_ok=True)
            targets = [destination]
        else:
            destination.mkdir(parents=True, exist_ok=True)
            targets = [destination / file.name for file in files]
        for file, path in zip(files, targets, strict=True):
            beside = path.with_name(path.name + ".part")
            try:
                beside.write_bytes(file.data)
                beside.replace(path)
            finally:
                beside.unlink(missing_ok=True)
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
