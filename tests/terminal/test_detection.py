"""Which terminal it is, and what is asked (test group D 20)."""

import os
import pty
import threading
from pathlib import Path

import pytest

from reader.terminal import query
from reader.terminal.calibration import Calibration, recall, remember, terminal_name
from reader.terminal.choice import choose
from reader.terminal.detection import detect
from reader.terminal.model import Kind, Reply, Terminal
from reader.terminal.query import QUESTIONS, ask, may_ask, parse
from reader.terminal.sequences import enter_bytes, leave_bytes


def never() -> Reply:
    raise AssertionError("this terminal must not be asked")


@pytest.mark.parametrize(
    ("env", "kind", "mode", "outer"),
    [
        ({"TERM": "xterm", "TMUX": "/tmp/t,1,0"}, Kind.TMUX, "app", None),
        ({"TMUX": "x", "VTE_VERSION": "7006"}, Kind.TMUX, "app", Kind.EXPLICIT),
        ({"TERM": "tmux-256color", "KONSOLE_VERSION": "221203"}, Kind.TMUX, "app", Kind.KONSOLE),
        ({"TERM": "screen", "STY": "1.x"}, Kind.SCREEN, "app", None),
        ({"MLTERM": "3.9.0"}, Kind.MLTERM, "app", None),
        ({"KONSOLE_VERSION": "221203"}, Kind.KONSOLE, "app", None),
        ({"KITTY_WINDOW_ID": "1"}, Kind.KITTY, "terminal", None),
        ({"TERM": "xterm-kitty"}, Kind.KITTY, "terminal", None),
        ({"TERM_PROGRAM": "Apple_Terminal"}, Kind.APPLE, "terminal", None),
    ],
)
def test_the_environment_decides_without_asking(
    env: dict[str, str], kind: Kind, mode: str, outer: Kind | None
) -> None:
    terminal = detect(env, never)
    assert (terminal.kind, terminal.mode, terminal.outer) == (kind, mode, outer)


@pytest.mark.parametrize(
    ("env", "reply", "kind", "was_explicit"),
    [
        ({}, Reply(1), Kind.EXPLICIT, False),
        ({}, Reply(2), Kind.EXPLICIT, True),
        ({}, Reply(0), Kind.PLAIN, False),
        ({}, Reply(), Kind.PLAIN, False),
        ({"VTE_VERSION": "7006"}, Reply(), Kind.EXPLICIT, False),
        ({"VTE_VERSION": "5202"}, Reply(), Kind.PLAIN, False),
        ({"VTE_VERSION": "odd"}, Reply(), Kind.PLAIN, False),
        ({}, Reply(None, (0, 136, 0)), Kind.PUTTY, False),
        ({}, Reply(None, (41, 379, 0)), Kind.PLAIN, False),
    ],
)
def test_the_reply_decides(
    env: dict[str, str], reply: Reply, kind: Kind, was_explicit: bool
) -> None:
    terminal = detect(env, lambda: reply)
    assert (terminal.kind, terminal.was_explicit) == (kind, was_explicit)


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"KITTY_WINDOW_ID": "1"}, "force_ltr yes"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "reader calibrate"),
        ({"TMUX": "x", "VTE_VERSION": "7006"}, "allow-passthrough on"),
        ({"STY": "x", "VTE_VERSION": "7006"}, "reader calibrate"),
    ],
)
def test_what_cannot_be_switched_says_what_to_do(env: dict[str, str], words: str) -> None:
    assert words in detect(env, never).note


def test_who_is_never_asked() -> None:
    assert may_ask({"TERM": "xterm-256color"})
    assert not may_ask({"TERM": "dumb"})
    assert not may_ask({"TERM": "linux"})
    assert not may_ask({})
    assert not may_ask({"TERM": "xterm", "TERM_PROGRAM": "Apple_Terminal"})


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        (b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c", Reply(1, (65, 7006, 1))),
        (b"typed\x1b[8;2$y\x1b[?6c", Reply(2, None)),
        (b"\x1b[>0;136;0c", Reply(None, (0, 136, 0))),
        (b"", Reply()),
        (b"\x1b[?1;2c", Reply()),
    ],
)
def test_replies_are_read(answer: bytes, reply: Reply) -> None:
    assert parse(answer) == reply


def test_asking_a_terminal_and_leaving_its_settings_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import termios

    # a busy machine may be slower than a terminal is given time for
    monkeypatch.setattr(query, "FIRST_BYTE_SECONDS", 60.0)
    monkeypatch.setattr(query, "WHOLE_SECONDS", 60.0)
    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    received = b""

    def terminal() -> None:
        nonlocal received
        while len(received) < len(QUESTIONS):
            received += os.read(master, 100)
        os.write(master, b"\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1c")

    thread = threading.Thread(target=terminal)
    thread.start()
    reply = ask(slave, slave)
    thread.join()
    assert received == QUESTIONS
    assert reply == Reply(1, (65, 7006, 1))
    assert termios.tcgetattr(slave) == before
    os.close(master)
    os.close(slave)


def test_a_silent_terminal_and_a_pipe_give_an_empty_reply() -> None:
    master, slave = pty.openpty()
    assert ask(slave, slave) == Reply()
    os.close(master)
    os.close(slave)
    source, target = os.pipe()
    assert ask(source, target) == Reply()
    os.close(source)
    os.close(target)


def test_calibrations_are_kept_by_terminal(tmp_path: Path) -> None:
    here, there = {"TERM": "xterm-256color", "VTE_VERSION": "7006"}, {"TERM": "st"}
    folder = tmp_path / "state"
    assert recall(folder, here) is None
    remember(folder, here, Calibration("terminal", False))
    remember(folder, there, Calibration("app", False))
    assert recall(folder, here) == Calibration("terminal", False)
    assert recall(folder, there) == Calibration("app", False)
    assert recall(folder, {**here, "TMUX": "x"}) is None
    remember(folder, here, None)
    assert recall(folder, here) is None
    assert terminal_name({}) == "unknown"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"st": 1}', '{"st": {"mode": "sideways"}}'])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, content: str) -> None:
    (tmp_path / "terminals.json").write_text(content, encoding="utf-8")
    assert recall(tmp_path, {"TERM": "st"}) is None
    remember(tmp_path, {"TERM": "st"}, Calibration("app", True))
    assert recall(tmp_path, {"TERM": "st"}) == Calibration("app", True)


def test_the_option_comes_before_the_calibration_before_detection(tmp_path: Path) -> None:
    env = {"TERM": "xterm-kitty"}
    assert choose("auto", tmp_path, env, never).mode == "terminal"
    remember(tmp_path, env, Calibration("app", False))
    assert choose("auto", tmp_path, env, never) == Terminal(Kind.KITTY, "app", switch=False)
    assert choose("off", tmp_path, env, never).mode == "off"
    assert choose("app", tmp_path, env, never) == Terminal(Kind.KITTY, "app")


def test_a_terminal_without_control_sequences_is_sent_none() -> None:
    terminal = detect({"TERM": "dumb"}, never)
    assert enter_bytes(terminal) == leave_bytes(terminal) == b""
