"""What a format is to the rest of the program."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.documents.blocks import Draft


@dataclass(frozen=True)
class Source:
    """The bytes of one file and what to call it in a message."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Format:
    """One kind of file.

    `read` turns a file's bytes into a draft and raises DocumentError for a file it cannot read;
    `sniff` gets them too and tells quickly whether they are of this kind. `binary` formats are
    known by content whatever the file is called; the others by extension first.
    `articles`, of a format that holds many articles, returns a draft for each.
    """

    name: str
    media_type: str
    extensions: tuple[str, ...]
    read: Callable[[Source], Draft]
    sniff: Callable[[bytes], bool]
    binary: bool = False
    limit: int = 256 * 1024 * 1024  # bytes of the largest file that is tried
    articles: Callable[[Source], list[Draft]] | None = None
