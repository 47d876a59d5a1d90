"""Which document imported annotations belong to."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.documents.loading import load
from reader.documents.model import Document
from reader.errors import DocumentError, ExchangeError
from reader.export.imports.parcel import Parcel
from reader.store.database import Database
from reader.store.documents import DocumentStore


def resolve(parcel: Parcel, database: Database, beside: Path) -> Document:
    """Return the document that a parcel names: by path, by its text, or by address.

    A path counts from here, or from `beside`, the folder of the imported file. The present file is
    preferred to the text that was kept of it. Raises ExchangeError when there is none.
    """
    store = DocumentStore(database)
    kept = store.by_fingerprint(parcel.fingerprint) if parcel.fingerprint else None
    for path in _paths(parcel, kept, beside):
        try:
            return load(path)
        except DocumentError:
            continue
    found = kept or store.by_path(_path(parcel.source)) or _by_address(database, parcel.source)
    if found is not None:
        return found
    name = parcel.source or "a document that the file does not name"
    raise ExchangeError(
        f"The annotations belong to {name}, which is not here: name its file with --to."
    )


def _paths(parcel: Parcel, kept: Document | None, beside: Path) -> list[str]:
    names = [kept.path] if kept else []
    if parcel.source:
        path = _path(parcel.source)
        names += [path, str(beside / path)]
    return [name for name in names if name not in ("", "-") and _may_exist(name)]


def _path(source: str) -> str:
    if source.startswith("file:"):
        return unquote(urlsplit(source).path)
    return unquote(source)


def _may_exist(name: str) -> bool:
    try:
        return Path(name.rpartition("#")[0] or name).exists() or Path(name).exists()
    except (OSError, ValueError):
        return False


def _by_address(database: Database, source: str) -> Document | None:
    if "://" not in source:
        return None
    row = database.connection.execute(
        "SELECT id FROM document WHERE json_extract(metadata, '$.url') = ? ORDER BY id DESC",
        (source,),
    ).fetchone()
    return DocumentStore(database).get(row[0]) if row else None
