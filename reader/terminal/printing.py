"""Output that scrolls by, as of `reader show`: the terminal keeps it after the program has gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from reader.terminal.choice import choose
from reader.terminal.model import Kind, Terminal
from reader.terminal.sequences import enter_bytes, leave_bytes

# Their switch holds for the whole window, so undoing it would reorder the lines already printed.
_SWITCHED_AS_A_WHOLE = (Kind.KONSOLE, Kind.MLTERM)


def for_printing(terminal: Terminal) -> Terminal:
    """Return how to print lines that stay; where they cannot keep still the terminal orders."""
    kind = terminal.outer or terminal.kind
    if terminal.mode == "app" and (kind in _SWITCHED_AS_A_WHOLE or terminal.outer is not None):
        return replace(terminal, mode="terminal")
    return terminal


@contextmanager
def printing(render: str, folder: Path, out: TextIO) -> Iterator[str]:
    """Give the mode to print in, and keep the terminal still meanwhile.

    `render` is the setting, `folder` the state folder. Nothing is sent to what is no terminal;
    there `auto` is `app`.
    """
    if not out.isatty():
        yield "app" if render == "auto" else render
        return
    terminal = choose(render, folder)
    if render == "auto":
        terminal = for_printing(terminal)
    out.write(enter_bytes(terminal).decode("ascii"))
    try:
        yield terminal.mode
    finally:
        out.write(leave_bytes(terminal).decode("ascii"))
        out.flush()
