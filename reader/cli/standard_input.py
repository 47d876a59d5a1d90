"""Standard input as paragraphs: every non-empty line is one."""

import sys
import threading
from collections.abc import Iterator
from queue import Empty, Queue
from typing import BinaryIO

from reader.documents.encodings import decode

_MOST = 256  # lines handed over at once
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def line_groups(stream: BinaryIO | None = None) -> Iterator[list[str]]:
    """Yield the non-empty lines in groups: all that have arrived, at most 256.

    So a pipe that stays open is answered line by line, and a whole file goes in large batches.
    Raises DocumentError when the input is not text.
    """
    source = stream or sys.stdin.buffer
    start = source.readline()
    if start.startswith(_WIDE):  # in UTF-16 a line end is not one byte
        text = decode(start + source.read(), "standard input").text
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        for at in range(0, len(lines), _MOST):
            yield lines[at : at + _MOST]
        return
    arrived: Queue[bytes | None] = Queue(_MOST)
    threading.Thread(target=_read, args=(source, start, arrived), daemon=True).start()
    ended = False
    while not ended:
        group = [arrived.get()]
        while len(group) < _MOST and group[-1] is not None:
            try:
                group.append(arrived.get(timeout=0.02))
            except Empty:
                break
        ended = group[-1] is None
        lines = [line for raw in group if raw is not None and (line := _text(raw))]
        if lines:
            yield lines


def _read(source: BinaryIO, start: bytes, arrived: "Queue[bytes | None]") -> None:
    line = start
    while line:
        arrived.put(line)
        line = source.readline()
    arrived.put(None)


def _text(raw: bytes) -> str:
    """Return one line's text, "" when it is empty."""
    return decode(raw, "standard input").text.strip() if raw.strip() else ""
