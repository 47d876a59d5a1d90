"""One file, or standard input, to documents."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reader.documents.blocks import Draft, paragraphs, without_surrogates
from reader.documents.dates import iso_date
from reader.documents.files import exists, read_bytes
from reader.documents.formats import choose
from reader.documents.formats.format import Format, Source
from reader.documents.model import Document, Metadata
from reader.documents.unsupported import what_it_is
from reader.errors import DocumentError

_Drafts = TypeVar("_Drafts", Draft, list[Draft])


def load(path: Path | str, *, data: bytes | None = None) -> Document:
    """Return the document in a file, or on standard input for "-", or in the given bytes.

    A file of many articles (JSON Lines, a feed) becomes one document, each article under a
    heading; "news.jsonl#3" is its third article alone. Raises DocumentError with one sentence.
    """
    name, number = (str(path), None) if data is not None else _article_number(str(path))
    source = Source(_called(name), read_bytes(name) if data is None else data)
    form = _format(source)
    if number is None:
        draft = _guarded(form.read, source, form)
        return _with_text(_document(name, form, draft, _hash(source.data)))
    if form.articles is None:
        raise DocumentError(f"{name} holds one article: open it without a number.")
    articles = _articles(name, source, form, form.articles)
    if not 0 < number <= len(articles):
        raise DocumentError(
            f"{name} has no article {number}: it holds {len(articles)}, counted from 1."
        )
    return _with_text(articles[number - 1])


def load_all(path: Path | str, *, data: bytes | None = None) -> list[Document]:
    """Return every document in a file: one, or each article of a file of many.

    Articles without text are left out. Their paths are "news.jsonl#1", "news.jsonl#2" …, which
    `load` takes. Raises DocumentError.
    """
    name = str(path)
    source = Source(_called(name), read_bytes(name) if data is None else data)
    form = _format(source)
    if form.articles is None:
        return [load(name, data=source.data)]
    articles = [d for d in _articles(name, source, form, form.articles) if d.paragraphs]
    if not articles:
        raise DocumentError(f"{source.name} has no text in it: choose another file.")
    return articles


def _format(source: Source) -> Format:
    if not source.data.strip(b"\0 \t\r\n"):
        raise DocumentError(f"{source.name} is empty: choose a file with text in it.")
    form = choose(source.name, source.data)
    unsupported = "" if form.binary else what_it_is(source.data)
    if unsupported:
        raise DocumentError(f"{source.name} {unsupported}.")
    if len(source.data) > form.limit:
        raise DocumentError(
            f"{source.name} is larger than a {form.name} may be ({form.limit >> 20} MB): "
            "split it into smaller files."
        )
    return form


def _guarded(read: Callable[[Source], _Drafts], source: Source, form: Format) -> _Drafts:
    """Return what a format reads; whatever a parser does with hostile bytes is one sentence."""
    try:
        return read(source)
    except DocumentError:
        raise
    except MemoryError as error:
        raise DocumentError(
            f"{source.name} needs more memory than there is: split it into smaller files."
        ) from error
    except Exception as error:
        raise DocumentError(
            f"{source.name} is not a sound {form.name} ({type(error).__name__}): "
            "save or download it again."
        ) from error


def _articles(
    name: str, source: Source, form: Format, read: Callable[[Source], list[Draft]]
) -> list[Document]:
    """Return each article; one without text keeps its number, so that the others keep theirs."""
    return [
        _document(f"{name}#{number}", form, draft)
        for number, draft in enumerate(_guarded(read, source, form), start=1)
    ]


def _document(name: str, form: Format, draft: Draft, content_hash: str = "") -> Document:
    parts, notes = paragraphs(draft.blocks)
    document = Document(
        path=name,
        media_type=form.media_type,
        encoding=draft.encoding,
        content_hash=content_hash,
        paragraphs=parts,
        metadata=_clean(draft.metadata),
        warnings=(*draft.warnings, *notes),
    )
    # an article's own bytes are not apart in its file, so its text stands for them
    return document if content_hash else replace(document, content_hash=document.fingerprint)


def _clean(about: Metadata) -> Metadata:
    """Return metadata of single lines without lone surrogates, which no database takes.

    A date that can be read is in ISO 8601.
    """
    line = {
        name: " ".join(without_surrogates(getattr(about, name)).split())
        for name in ("title", "author", "date", "source", "url", "language")
    }
    extra = {
        without_surrogates(key): without_surrogates(value) for key, value in about.extra.items()
    }
    line["date"] = iso_date(line["date"]) or line["date"]
    return Metadata(**line, extra=extra)


def _with_text(document: Document) -> Document:
    if not document.paragraphs:
        raise DocumentError(f"{_called(document.path)} has no text in it: choose another file.")
    return document


def _called(name: str) -> str:
    """Return what a message calls a file."""
    return "Standard input" if name == "-" else name


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _article_number(name: str) -> tuple[str, int | None]:
    """Split "news.jsonl#3" into the file and the number; a file of that very name wins."""
    base, mark, number = name.rpartition("#")
    if mark and number.isdecimal() and number.isascii() and not exists(name) and exists(base):
        return base, int(number)
    return name, None
