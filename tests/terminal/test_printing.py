"""Lines that stay on the terminal after the program has gone."""

import io
import os
import pty
from pathlib import Path

import pytest

from reader.terminal.model import Kind, Terminal
from reader.terminal.printing import for_printing, printing


@pytest.mark.parametrize(
    ("terminal", "mode"),
    [
        (Terminal(Kind.EXPLICIT), "app"),
        (Terminal(Kind.PLAIN), "app"),
        (Terminal(Kind.KONSOLE), "terminal"),
        (Terminal(Kind.MLTERM), "terminal"),
        (Terminal(Kind.TMUX, outer=Kind.EXPLICIT), "terminal"),
        (Terminal(Kind.TMUX), "app"),
        (Terminal(Kind.KONSOLE, "off"), "off"),
    ],
)
def test_where_the_switch_is_for_the_whole_window_the_terminal_orders(
    terminal: Terminal, mode: str
) -> None:
    assert for_printing(terminal).mode == mode


@pytest.mark.parametrize(("render", "mode"), [("auto", "app"), ("off", "off")])
def test_a_file_gets_no_switch(render: str, mode: str, tmp_path: Path) -> None:
    out = io.StringIO()
    with printing(render, tmp_path, out) as given:
        assert given == mode
    assert out.getvalue() == ""


def test_a_terminal_is_switched_and_restored_also_after_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "STY", "KONSOLE_VERSION", "MLTERM", "KITTY_WINDOW_ID", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "linux")  # never asked
    master, slave = pty.openpty()
    with (
        os.fdopen(slave, "w", encoding="utf-8") as out,
        pytest.raises(RuntimeError),
        printing("app", tmp_path, out) as mode,
    ):
        assert mode == "app"
        out.write("x")
        raise RuntimeError
    assert os.read(master, 100) == b"\x1b[8lx\x1b[8h"
    os.close(master)
