"""Which files a list of paths and folders means."""

import os
from collections.abc import Iterable
from pathlib import Path

from reader.documents.formats import extensions


def find(paths: Iterable[str]) -> list[Path]:
    """Return the files that the paths name, each once, in order.

    A folder stands for the files of known kinds in it and below it, by name; hidden files and
    folders are left out and links to folders not followed. A file, "-" and a path that does not
    exist are returned as they are, so that opening them says what is wrong.
    """
    known = extensions()
    found: dict[Path, None] = {}
    for name in paths:
        path = Path(name)
        if _is_folder(path):
            found.update(dict.fromkeys(_below(path, known)))
        else:
            found[path] = None
    return list(found)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _below(folder: Path, known: frozenset[str]) -> list[Path]:
    files: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix.lower() in known and _is_file(path):
                files.append(path)
    return files


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True  # it may not be examined: opening it says why
