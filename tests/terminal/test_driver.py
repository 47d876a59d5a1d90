"""The terminal is switched and restored around a real run: exit, crash, SIGTERM, suspend."""

import os
import pty
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.terminal.model import Kind, Terminal
from reader.terminal.sequences import enter_bytes, leave_bytes
from reader.tui.driver import driver_for

_ROOT = Path(__file__).parents[2]
_LIMIT_S = 60.0
_ROWS = 4
_ALTERNATE, _NORMAL = b"\x1b[?1049h", b"\x1b[?1049l"
_READY = b"READY"  # drawn when the application has fully started


class Run:
    """The child in a pty of four rows; a context, so that no failure leaves it running."""

    def __init__(self, kind: Kind, *, into_pipe: bool = False) -> None:
        self.master, slave = pty.openpty()
        env = {k: v for k, v in os.environ.items() if not k.startswith("TEXTUAL")}
        env |= {"TERM": "xterm-256color", "LINES": str(_ROWS), "COLUMNS": "40"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.terminal.driver_child", kind.value],
            stdin=slave,
            stdout=slave,
            stderr=subprocess.DEVNULL if into_pipe else slave,
            env=env,
            cwd=_ROOT,
            start_new_session=True,
        )
        os.close(slave)
        self.output = b""

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)

    def read_until(self, wanted: bytes, count: int = 1) -> None:
        """Read until `wanted` has come `count` times."""
        while self.output.count(wanted) < count:
            if not select.select([self.master], [], [], _LIMIT_S)[0]:
                raise AssertionError(f"{wanted!r} did not come: {self.output[-200:]!r}")
            self.output += os.read(self.master, 65536)

    def read_rest(self) -> int:
        """Read to the end; return the exit status."""
        while True:
            try:
                received = os.read(self.master, 65536)
            except OSError:  # Linux: the other side is closed
                received = b""
            if not received:
                break
            self.output += received
        return self.process.wait(_LIMIT_S)


def check_balanced(output: bytes, kind: Kind, times: int) -> None:
    """Each switch comes on the fresh screen and is undone before the screen is given back."""
    entering, leaving = enter_bytes(Terminal(kind), _ROWS), leave_bytes(Terminal(kind), _ROWS)
    assert output.count(entering) == output.count(leaving) == times
    at = 0
    for _ in range(times):
        places = []
        for wanted in (_ALTERNATE, entering, leaving, _NORMAL):
            at = output.index(wanted, at) + len(wanted)
            places.append(at)
        assert places == sorted(places)
    assert _ALTERNATE not in output[at:]


@pytest.mark.parametrize("kind", [Kind.EXPLICIT, Kind.KONSOLE])
def test_exit(kind: Kind) -> None:
    with Run(kind) as run:
        run.read_until(_READY)
        os.write(run.master, b"q")
        assert run.read_rest() == 3
    check_balanced(run.output, kind, 1)


def test_crash() -> None:
    with Run(Kind.PLAIN) as run:
        run.read_until(_READY)
        os.write(run.master, b"c")
        assert run.read_rest() == 1
    check_balanced(run.output, Kind.PLAIN, 1)
    assert b"a defect" in run.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_end_signals(number: signal.Signals) -> None:
    with Run(Kind.EXPLICIT) as run:
        run.read_until(_READY)
        run.process.send_signal(number)
        assert run.read_rest() == 128 + number
    check_balanced(run.output, Kind.EXPLICIT, 1)


def test_a_window_that_is_closed_ends_the_program() -> None:
    with Run(Kind.EXPLICIT) as run:
        run.read_until(_READY)
        os.close(run.master)
        run.master = os.open(os.devnull, os.O_RDONLY)
        run.process.send_signal(signal.SIGHUP)  # the kernel sends it to a controlling terminal's
        assert run.process.wait(_LIMIT_S) == 128 + signal.SIGHUP


def test_suspend_and_resume() -> None:
    entering = enter_bytes(Terminal(Kind.EXPLICIT), _ROWS)
    with Run(Kind.EXPLICIT) as run:
        run.read_until(_READY)
        run.process.send_signal(signal.SIGTSTP)
        run.read_until(_NORMAL)
        os.waitpid(run.process.pid, os.WUNTRACED)  # until it has really stopped
        run.process.send_signal(signal.SIGCONT)
        run.read_until(entering, 2)
        os.write(run.master, b"q")
        assert run.read_rest() == 3
    check_balanced(run.output, Kind.EXPLICIT, 2)


def test_nothing_is_sent_where_nothing_helps() -> None:
    with Run(Kind.KITTY) as run:
        run.read_until(_READY)
        os.write(run.master, b"q")
        assert run.read_rest() == 3
    assert b"\x1b[8l" not in run.output
    assert b"\x1b[8h" not in run.output


def test_output_that_is_no_terminal_gets_no_switch() -> None:
    with Run(Kind.PLAIN, into_pipe=True) as run:
        os.write(run.master, b"q")
        assert run.read_rest() == 3
    assert b"\x1b[8" not in run.output


def test_a_driver_that_the_environment_names_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert driver_for(Terminal(Kind.PLAIN)) is not None
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert driver_for(Terminal(Kind.PLAIN)) is None
