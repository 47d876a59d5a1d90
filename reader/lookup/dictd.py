"""dictd dictionaries: .index and .dict (or .dict.dz), such as FreeDict's.

Source of the format: dictfmt(1) and dictd(8): each index line is headword, offset and size,
separated by tabs, the numbers in base 64 with the alphabet A-Z a-z 0-9 + /.
"""

import string
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from reader.lookup.dictionary import HeadIndex, check_filled, find_beside, read_packed

_DIGITS = {
    c: n
    for n, c in enumerate(string.ascii_uppercase + string.ascii_lowercase + string.digits + "+/")
}


class Dictd:
    """A dictionary named by its .index file; index and text are read at the first look-up."""

    def __init__(self, index: Path) -> None:
        self._path = index
        self.title = index.stem

    @cached_property
    def _index(self) -> HeadIndex:
        return HeadIndex(self._rows(read_packed(self._path).decode("utf-8", "replace")))

    @cached_property
    def _data(self) -> bytes:
        return read_packed(find_beside(self._path, ".dict.dz", ".dict"))

    def _rows(self, text: str) -> Iterator[tuple[str, int, int]]:
        for line in text.splitlines():
            fields = line.split("\t")
            # 00-database-short and its like describe the dictionary
            if len(fields) < 3 or fields[0].startswith(("00-database", "00database")):
                continue
            if set(fields[1]) | set(fields[2]) <= _DIGITS.keys():
                yield fields[0], _number(fields[1]), _number(fields[2])

    def load(self) -> None:
        """Read index and text now. Raises DocumentError where they cannot be or hold nothing."""
        check_filled(self._path, self._index, self._data)

    def heads(self, key: str) -> list[str]:
        """Return the headwords with this folded form."""
        return self._index.heads(key)

    def entry(self, head: str) -> str:
        """Return the headword's text."""
        texts = (
            self._data[offset : offset + size].decode("utf-8", "replace").strip()
            for offset, size in self._index.places(head)
        )
        return "\n".join(text for text in texts if text)


def _number(digits: str) -> int:
    value = 0
    for digit in digits:
        value = value * 64 + _DIGITS[digit]
    return value
