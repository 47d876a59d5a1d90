"""The documents that a command line names."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reader.documents.files import exists, read_bytes
from reader.documents.finding import find
from reader.documents.loading import load
from reader.documents.model import Document
from reader.errors import DocumentError, StoreError


def find_some(paths: Sequence[str]) -> list[Path]:
    """Return the files that paths and folders mean. Raises DocumentError when there are none."""
    files = find(paths)
    if not files:
        raise DocumentError("There are no documents here: name files or folders that hold some.")
    return files


def to_open(paths: Sequence[str]) -> list[Path]:
    """Return the files to show together, where at least one of them is there.

    Raises DocumentError that says what is wrong with the first one.
    """
    files = find_some(paths)
    if not any(_is_there(str(file)) for file in files):
        read_bytes(str(files[0]))
    return files


def read(path: Path | str, load: Callable[[Path], Document] = load) -> Document:
    """Return a document, also an article that its file has no more and the database keeps.

    Raises DocumentError.
    """
    try:
        return load(Path(path))
    except DocumentError:
        kept = _kept(str(path))
        if kept is None:
            raise
        return kept


def _is_there(name: str) -> bool:
    from reader.store.paths import file_name

    # "news.jsonl#3" is there when news.jsonl is
    there = name == "-" or exists(name) or exists(file_name(name))
    return there or _kept(name) is not None


def _kept(name: str) -> Document | None:
    from reader.settings.paths import database_path
    from reader.store.database import Database
    from reader.store.documents import DocumentStore
    from reader.store.paths import is_kept

    if not is_kept(name) or exists(name):
        return None
    try:
        with Database(database_path()) as database:
            return DocumentStore(database).by_path(name)
    except StoreError:
        return None  # who loads it says that there is no such file
