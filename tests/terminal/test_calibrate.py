"""`reader calibrate`."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.commands.calibrate import LINES, SAMPLE, command
from reader.errors import ReaderError
from reader.settings.paths import state_folder
from reader.terminal.calibration import recall
from reader.terminal.choice import choose
from reader.terminal.model import Reply

_ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "st")


@pytest.mark.parametrize("pick", list(LINES))
def test_a_pick_is_stored_and_used(pick: str) -> None:
    result = CliRunner().invoke(command, ["--pick", pick.lower()])
    assert result.exit_code == 0
    assert f": {pick}." in result.output
    assert recall(state_folder(), os.environ) == LINES[pick]
    assert choose("auto", state_folder(), query=Reply).mode == LINES[pick].mode
    CliRunner().invoke(command, ["--pick", "forget"])
    assert recall(state_folder(), os.environ) is None


def test_none_stores_nothing_and_advises() -> None:
    result = CliRunner().invoke(command, ["--pick", "none"])
    assert "DejaVu Sans Mono" in result.output
    assert recall(state_folder(), os.environ) is None


def test_without_a_terminal_it_says_so() -> None:
    result = CliRunner().invoke(command, [])
    assert isinstance(result.exception, ReaderError)
    assert "--pick" in str(result.exception)


def test_a_folder_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("READER_HOME", str(tmp_path / "file"))
    result = CliRunner().invoke(command, ["--pick", "A"])
    assert isinstance(result.exception, ReaderError)


def test_each_line_is_shown_until_one_is_right() -> None:
    master, slave = pty.openpty()
    env = {**os.environ, "TERM": "linux", "KONSOLE_VERSION": "221203"}
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "calibrate"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=env,
        cwd=_ROOT,
    )
    os.close(slave)
    os.write(master, b"n\ny\n")
    shown = b""
    while True:
        try:
            received = os.read(master, 4096)
        except OSError:
            break
        if not received:
            break
        shown += received
    os.close(master)
    assert process.wait() == 0
    text = shown.decode()
    assert (
        text.index("=false\x07") < text.index("A  ") < text.index("=true\x07") < text.index("B  ")
    )
    assert text.count(SAMPLE) == 1  # only B leaves the order to the terminal
    assert "C  " not in text
    assert "Stored for" in text
