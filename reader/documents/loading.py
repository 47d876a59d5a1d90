"""One file, or standard input, to documents."""

import hashlib
import stat
import sys
from dataclasses import replace
from pathlib import Path

from reader.documents.blocks import Draft, paragraphs
from reader.documents.formats import choose
from reader.documents.formats.format import Format, Source
from reader.documents.model import Document
from reader.errors import DocumentError

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a larger file is refused before it is read."""


def load(path: Path | str, *, data: bytes | None = None) -> Document:
    """Return the document in a file, or on standard input for "-", or in the given bytes.

    A file of many articles (JSON Lines, a feed) becomes one document, each article under a
    heading; "news.jsonl#3" is its third article alone. Raises DocumentError with one sentence.
    """
    name = str(path)
    base, number = _article_number(name) if data is None else (name, None)
    source = Source(base, _bytes(base) if data is None else data)
    form = _format(source)
    if number is not None:
        documents = _articles(source, form)
        if not 0 < number <= len(documents):
            raise DocumentError(
                f"{base} has no article {number}: it holds {len(documents)}, counted from 1."
            )
        return _with_text(documents[number - 1])
    return _with_text(_document(name, form, form.read(source), _hash(source.data)))


def load_all(path: Path | str, *, data: bytes | None = None) -> list[Document]:
    """Return every document in a file: one, or each article of a file of many.

    Articles without text are left out. Their paths are "news.jsonl#1", "news.jsonl#2" …, which
    `load` takes. Raises DocumentError.
    """
    source = Source(str(path), _bytes(str(path)) if data is None else data)
    form = _format(source)
    if form.articles is None:
        return [load(source.name, data=source.data)]
    documents = [document for document in _articles(source, form) if document.paragraphs]
    if not documents:
        raise DocumentError(f"{source.name} has no text in it: choose another file.")
    return documents


def _format(source: Source) -> Format:
    if not source.data.strip(b"\0 \t\r\n"):
        raise DocumentError(f"{source.name} is empty: choose a file with text in it.")
    return choose(source.name, source.data)


def _articles(source: Source, form: Format) -> list[Document]:
    """Return each article; one without text keeps its number, so that the others keep theirs."""
    if form.articles is None:
        raise DocumentError(f"{source.name} holds one article: open it without a number.")
    return [
        _document(f"{source.name}#{number}", form, draft)
        for number, draft in enumerate(form.articles(source), start=1)
    ]


def _document(name: str, form: Format, draft: Draft, content_hash: str = "") -> Document:
    parts, notes = paragraphs(draft.blocks)
    document = Document(
        path=name,
        media_type=form.media_type,
        encoding=draft.encoding,
        content_hash=content_hash,
        paragraphs=parts,
        metadata=draft.metadata,
        warnings=(*draft.warnings, *notes),
    )
    # an article's own bytes are not apart in its file, so its text stands for them
    return document if content_hash else replace(document, content_hash=document.fingerprint)


def _with_text(document: Document) -> Document:
    if not document.paragraphs:
        raise DocumentError(f"{document.path} has no text in it: choose another file.")
    return document


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _article_number(name: str) -> tuple[str, int | None]:
    """Split "news.jsonl#3" into the file and the number; a file of that very name wins."""
    base, mark, number = name.rpartition("#")
    if mark and number.isdecimal() and number.isascii() and not _exists(name) and _exists(base):
        return base, int(number)
    return name, None


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):
        return False


def _bytes(name: str) -> bytes:
    """Return a file's bytes; each fault of the file system is one sentence."""
    if name == "-":
        data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    else:
        try:
            mode = Path(name).stat()
            if stat.S_ISDIR(mode.st_mode):
                raise DocumentError(f"{name} is a folder: name the files in it, or add the folder.")
            if mode.st_size > LARGEST_FILE:
                raise DocumentError(_too_large(name))
            with Path(name).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except FileNotFoundError as error:
            raise DocumentError(f"{name} does not exist: check the path.") from error
        except PermissionError as error:
            raise DocumentError(
                f"{name} cannot be read: give yourself permission to read it."
            ) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise DocumentError(
                f"{name} cannot be read ({reason}): check the path and the disk."
            ) from error
    if len(data) > LARGEST_FILE:
        raise DocumentError(_too_large(name))
    return data


def _too_large(name: str) -> str:
    return f"{name} is larger than {LARGEST_FILE >> 20} MB: split it into smaller files."
