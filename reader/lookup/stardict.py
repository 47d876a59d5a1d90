"""StarDict dictionaries: .ifo, .idx (or .idx.gz), .dict (or .dict.dz).

Source of the format: StarDict's "Format for StarDict dictionary files", version 3.0.0.
"""

import struct
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from reader.errors import DocumentError
from reader.lookup.dictionary import HeadIndex, check_filled, find_beside, plain, read_packed

# entry types: lower case end with NUL, upper case begin with their size
_MARKUP_TYPES = frozenset("ghxk")
_TEXT_TYPES = frozenset("mltyw") | _MARKUP_TYPES


class StarDict:
    """A dictionary named by its .ifo file; index and text are read at the first look-up."""

    def __init__(self, ifo: Path) -> None:
        lines = ifo.read_text(encoding="utf-8", errors="replace").splitlines()
        if not lines or "StarDict" not in lines[0]:
            raise DocumentError(f"The file {ifo} is not a StarDict .ifo file: remove it.")
        info = dict(line.split("=", 1) for line in lines[1:] if "=" in line)
        self.title = info.get("bookname", ifo.stem).strip()
        self._ifo = ifo
        self._types = info.get("sametypesequence", "")
        self._wide = info.get("idxoffsetbits") == "64"

    @cached_property
    def _index(self) -> HeadIndex:
        return HeadIndex(self._rows(read_packed(find_beside(self._ifo, ".idx", ".idx.gz"))))

    @cached_property
    def _data(self) -> bytes:
        return read_packed(find_beside(self._ifo, ".dict", ".dict.dz"))

    def _rows(self, data: bytes) -> Iterator[tuple[str, int, int]]:
        numbers = struct.Struct(">QI" if self._wide else ">II")
        at = 0
        while (end := data.find(b"\0", at)) >= 0 and end + 1 + numbers.size <= len(data):
            offset, size = numbers.unpack_from(data, end + 1)
            yield data[at:end].decode("utf-8", "replace"), offset, size
            at = end + 1 + numbers.size

    def load(self) -> None:
        """Read index and text now. Raises DocumentError where they cannot be or hold nothing."""
        check_filled(self._ifo, self._index, self._data)

    def heads(self, key: str) -> list[str]:
        """Return the headwords with this folded form."""
        return self._index.heads(key)

    def entry(self, head: str) -> str:
        """Return the headword's text: pictures and sounds left out."""
        blocks = (self._data[offset : offset + size] for offset, size in self._index.places(head))
        texts = (self._block_text(block) for block in blocks)
        return "\n".join(text for text in texts if text)

    def _block_text(self, block: bytes) -> str:
        texts = []
        for kind, data in _fields(block, self._types):
            if kind in _TEXT_TYPES:
                text = data.decode("utf-8", "replace").strip()
                texts.append(plain(text) if kind in _MARKUP_TYPES else text)
        return "\n".join(text for text in texts if text)


def _fields(block: bytes, types: str) -> Iterator[tuple[str, bytes]]:
    """Yield (type, data) of one entry; with `types` given, the last has no end mark or size."""
    at, n = 0, 0
    while at < len(block) and (not types or n < len(types)):
        kind = types[n] if types else chr(block[at])
        at += 0 if types else 1
        last = bool(types) and n == len(types) - 1
        if last:
            end = after = len(block)
        elif kind.isupper():
            if at + 4 > len(block):
                return
            size = struct.unpack_from(">I", block, at)[0]
            at += 4
            end = after = at + size
        else:
            end = block.find(b"\0", at)
            end = len(block) if end < 0 else end
            after = end + 1
        yield kind, block[at:end]
        at, n = after, n + 1
