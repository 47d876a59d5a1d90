"""The bytes that make a terminal leave the order of cells alone, and those that undo it.

Sources: ECMA-48 mode 8 as in the Terminal-WG's BiDi recommendation (implicit `CSI 8 h`, explicit
`CSI 8 l`); Konsole's OSC 50; mlterm's OSC 5379; tmux's passthrough. No other sequence is ever
sent: urxvt takes SCP (`CSI 2 SP k`) for a cursor movement.
"""

from reader.terminal.model import Kind, Terminal

_SAVE_CURSOR = b"\x1b7"
_RESTORE_CURSOR = b"\x1b8"
_EXPLICIT = b"\x1b[8l"
_IMPLICIT = b"\x1b[8h"
_OPTIONS = {Kind.KONSOLE: b"50;BidiRenderingEnabled", Kind.MLTERM: b"5379;use_ctl"}
_UNSWITCHABLE = (Kind.KITTY, Kind.APPLE, Kind.PUTTY, Kind.SCREEN)
# A pane does not know how many rows the terminal around tmux has; too many do no harm.
_ROWS_AROUND_TMUX = 120


def enter_bytes(terminal: Terminal, rows: int = 0) -> bytes:
    """Return what to send when the program starts to draw.

    `rows` is the height of a screen that exists already: VTE keeps mode 8 for each row. Zero is
    for output that scrolls, at the start of a line. Empty unless the program orders the text.
    """
    return _switch(terminal, rows, on=False)


def leave_bytes(terminal: Terminal, rows: int = 0) -> bytes:
    """Return what undoes `enter_bytes`."""
    if terminal.was_explicit:
        return b""
    return _switch(terminal, rows, on=True)


def _switch(terminal: Terminal, rows: int, *, on: bool) -> bytes:
    if terminal.mode != "app" or not terminal.switch:
        return b""
    if terminal.kind is Kind.TMUX:
        if terminal.outer is None:
            return b""
        return _through_tmux(_for_kind(terminal.outer, _ROWS_AROUND_TMUX, on=on))
    return _for_kind(terminal.kind, rows, on=on)


def _for_kind(kind: Kind, rows: int, *, on: bool) -> bytes:
    if kind in _UNSWITCHABLE:
        return b""
    if kind in _OPTIONS:
        return b"\x1b]" + _OPTIONS[kind] + (b"=true" if on else b"=false") + b"\x07"
    mode = _IMPLICIT if on else _EXPLICIT
    if kind is Kind.PLAIN or not rows:
        return mode
    each_row = b"".join(b"\x1b[%d;1H" % row + mode for row in range(1, rows + 1))
    return _SAVE_CURSOR + each_row + _RESTORE_CURSOR


def _through_tmux(payload: bytes) -> bytes:
    return b"\x1bPtmux;" + payload.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
