"""Dictionary files that a user drops into a folder: what they have in common."""

import gzip
import struct
import zlib
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

from reader.arabic.normalise import normalise
from reader.errors import DocumentError

# a dictionary of 100,000 heads takes some 20 MB; a file above this is not one
MAX_UNPACKED_BYTES = 512 * 1024 * 1024


class Dictionary(Protocol):
    """One opened dictionary."""

    title: str

    def load(self) -> None:
        """Read index and text now. Raises DocumentError where they cannot be or hold nothing."""

    def heads(self, key: str) -> list[str]:
        """Return the headwords, as the file has them, whose folded form (`fold`) is `key`."""

    def entry(self, head: str) -> str:
        """Return the plain text under a headword of `heads`, "" when there is none."""


def fold(word: str) -> str:
    """Return the form under which headwords are found: no harakat, one alef, lower case."""
    return normalise(word).casefold().strip()


class HeadIndex:
    """Headwords with the places of their entries, found by folded form."""

    def __init__(self, rows: Iterable[tuple[str, int, int]]) -> None:
        self._places: dict[str, list[tuple[int, int]]] = {}
        self._by_key: dict[str, list[str]] = {}
        for head, offset, size in rows:
            places = self._places.setdefault(head, [])
            if not places:
                self._by_key.setdefault(fold(head), []).append(head)
            places.append((offset, size))

    def __len__(self) -> int:
        return len(self._places)

    def heads(self, key: str) -> list[str]:
        """Return the headwords with this folded form."""
        return self._by_key.get(key, [])

    def places(self, head: str) -> list[tuple[int, int]]:
        """Return (offset, size) in bytes of each entry of a headword."""
        return self._places.get(head, [])


def read_packed(path: Path) -> bytes:
    """Return a file's bytes, unpacked when it is gzip (dictzip is gzip with an index).

    Raises DocumentError for a file that is too large unpacked or damaged.
    """
    try:
        if path.suffix not in {".dz", ".gz"}:
            if path.stat().st_size > MAX_UNPACKED_BYTES:
                raise DocumentError(_too_large(path))
            return path.read_bytes()
        with gzip.open(path) as stream:
            data = stream.read(MAX_UNPACKED_BYTES + 1)
    except (OSError, EOFError, zlib.error, struct.error) as error:
        raise DocumentError(
            f"The dictionary file {path} cannot be read ({error}): copy it again from its source."
        ) from error
    if len(data) > MAX_UNPACKED_BYTES:
        raise DocumentError(_too_large(path))
    return data


def _too_large(path: Path) -> str:
    return f"The dictionary file {path} is over 512 MB unpacked: use a smaller one."


def check_filled(path: Path, index: HeadIndex, data: bytes) -> None:
    """Raise DocumentError for a dictionary, named by its main file, that holds no words."""
    if not len(index) or not data:
        raise DocumentError(
            f"The dictionary {path} has no words in it: copy all its files again from their source."
        )


def find_beside(path: Path, *suffixes: str) -> Path:
    """Return the first existing file named as `path` with one of the suffixes.

    Raises DocumentError when there is none.
    """
    for suffix in suffixes:
        candidate = path.with_name(path.name.removesuffix(path.suffix) + suffix)
        if candidate.is_file():
            return candidate
    raise DocumentError(
        f"The dictionary {path} has no {suffixes[0]} file beside it: copy all its files together."
    )


class _Text(HTMLParser):
    """Keeps the text of marked-up entries, one line for each block."""

    _BLOCKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "dd", "dt", "blockquote"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plain(markup: str) -> str:
    """Return HTML, XDXF or Pango markup as lines of plain text; as it is where it is none."""
    parser = _Text()
    try:
        parser.feed(markup)
        parser.close()
    except AssertionError:  # what html.parser says to some declarations, such as "<![a"
        return markup
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line)
