"""The bytes sent to each kind of terminal (test group D 20)."""

import pytest

from reader.terminal.detection import with_mode
from reader.terminal.model import Kind, Terminal
from reader.terminal.sequences import enter_bytes, leave_bytes

EXPECTED = {
    Terminal(Kind.PLAIN): (b"\x1b[8l", b"\x1b[8h"),
    Terminal(Kind.EXPLICIT): (
        b"\x1b7\x1b[1;1H\x1b[8l\x1b[2;1H\x1b[8l\x1b8",
        b"\x1b7\x1b[1;1H\x1b[8h\x1b[2;1H\x1b[8h\x1b8",
    ),
    Terminal(Kind.EXPLICIT, was_explicit=True): (
        b"\x1b7\x1b[1;1H\x1b[8l\x1b[2;1H\x1b[8l\x1b8",
        b"",
    ),
    Terminal(Kind.KONSOLE): (
        b"\x1b]50;BidiRenderingEnabled=false\x07",
        b"\x1b]50;BidiRenderingEnabled=true\x07",
    ),
    Terminal(Kind.MLTERM): (b"\x1b]5379;use_ctl=false\x07", b"\x1b]5379;use_ctl=true\x07"),
    Terminal(Kind.TMUX, outer=Kind.KONSOLE): (
        b"\x1bPtmux;\x1b\x1b]50;BidiRenderingEnabled=false\x07\x1b\\",
        b"\x1bPtmux;\x1b\x1b]50;BidiRenderingEnabled=true\x07\x1b\\",
    ),
    Terminal(Kind.TMUX): (b"", b""),
    Terminal(Kind.SCREEN): (b"", b""),
    Terminal(Kind.KITTY): (b"", b""),
    Terminal(Kind.APPLE): (b"", b""),
    Terminal(Kind.PUTTY): (b"", b""),
}


@pytest.mark.parametrize("terminal", EXPECTED, ids=str)
def test_bytes_of_each_kind(terminal: Terminal) -> None:
    assert (enter_bytes(terminal, 2), leave_bytes(terminal, 2)) == EXPECTED[terminal]


def test_scrolling_output_needs_no_rows() -> None:
    assert enter_bytes(Terminal(Kind.EXPLICIT)) == b"\x1b[8l"
    assert leave_bytes(Terminal(Kind.EXPLICIT)) == b"\x1b[8h"


def test_tmux_doubles_every_escape_for_each_row_of_the_terminal_around() -> None:
    entering = enter_bytes(Terminal(Kind.TMUX, outer=Kind.EXPLICIT), 24)
    assert entering.startswith(b"\x1bPtmux;\x1b\x1b7\x1b\x1b[1;1H\x1b\x1b[8l")
    assert entering.endswith(b"\x1b\x1b[8l\x1b\x1b8\x1b\\")
    inner = entering[len(b"\x1bPtmux;") : -2]
    assert inner.count(b"\x1b") == 2 * inner.count(b"\x1b\x1b")
    assert inner.count(b"[8l") == 120


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("mode", ["terminal", "off"])
def test_nothing_is_sent_where_the_program_does_not_order(kind: Kind, mode: str) -> None:
    terminal = with_mode(Terminal(kind, outer=Kind.EXPLICIT), mode)  # type: ignore[arg-type]
    assert enter_bytes(terminal, 24) == leave_bytes(terminal, 24) == b""


def test_a_calibration_without_switch_sends_nothing() -> None:
    assert enter_bytes(with_mode(Terminal(Kind.EXPLICIT), "app", False), 24) == b""


@pytest.mark.parametrize("kind", list(Kind))
def test_only_known_sequences_are_ever_sent(kind: Kind) -> None:
    sent = enter_bytes(Terminal(kind), 3) + leave_bytes(Terminal(kind), 3)
    assert b" k" not in sent  # SCP moves urxvt's cursor
    assert b"?25" not in sent
