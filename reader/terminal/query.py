"""Asks the terminal about itself, before the screen starts.

Later the answer would arrive as typed keys. The questions are DECRQM for mode 8 and DA2; DA1,
which every terminal answers, marks the end.
"""

import os
import re
import select
import time
from collections.abc import Mapping

from reader.terminal.model import Reply

QUESTIONS = b"\x1b[8$p\x1b[>c\x1b[c"
FIRST_BYTE_SECONDS = 0.3
"""How long a silent terminal is waited for."""
WHOLE_SECONDS = 1.0
"""How long one is that has begun to answer (a slow line)."""

_MODE_8 = re.compile(rb"\x1b\[8;(\d+)\$y")
_SECONDARY = re.compile(rb"\x1b\[>([\d;]*)c")
_PRIMARY = re.compile(rb"\x1b\[\?[\d;]*c")
# These print what they do not understand, or answer nothing.
_NEVER_ASKED = ("dumb", "linux", "")


def may_ask(env: Mapping[str, str]) -> bool:
    """Tell whether the questions do no harm: Apple Terminal prints a part of them."""
    return env.get("TERM_PROGRAM") != "Apple_Terminal" and env.get("TERM", "") not in _NEVER_ASKED


def ask(source: int, target: int) -> Reply:
    """Ask over the tty `target`, read the answer from the tty `source` (file descriptors).

    Returns an empty reply at once where either is no tty or there is no termios (Windows).
    """
    if not (os.isatty(source) and os.isatty(target)):
        return Reply()
    try:
        import termios
        import tty
    except ImportError:
        return Reply()
    before = termios.tcgetattr(source)
    try:
        tty.setcbreak(source, termios.TCSANOW)
        os.write(target, QUESTIONS)
        answer = _read_answer(source)
        termios.tcflush(source, termios.TCIFLUSH)
    finally:
        termios.tcsetattr(source, termios.TCSANOW, before)
    return parse(answer)


def _read_answer(source: int) -> bytes:
    answer = b""
    deadline = time.monotonic() + FIRST_BYTE_SECONDS
    last = time.monotonic() + WHOLE_SECONDS
    while not _PRIMARY.search(answer):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([source], [], [], left)[0]:
            break
        received = os.read(source, 1024)
        if not received:
            break
        answer += received
        deadline = last
    return answer


def parse(answer: bytes) -> Reply:
    """Read the reply out of what the terminal sent."""
    mode = _MODE_8.search(answer)
    secondary = _SECONDARY.search(answer)
    return Reply(
        int(mode[1]) if mode else None,
        tuple(int(n) for n in secondary[1].split(b";") if n) if secondary else None,
    )
