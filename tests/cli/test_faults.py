"""How faults leave the program: one sentence and status 2, whatever the user's world does."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.assets import seeds_path
from reader.cli import cli
from reader.errors import ReaderError

ARTICLE = sorted(seeds_path().glob("*.txt"))[0]


def run(tmp_path, *arguments, **options):
    environment = os.environ | {"READER_HOME": str(tmp_path), **options.pop("environment", {})}
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        env=environment,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options},
    )


def sentence(done):
    """Return the one line on standard error."""
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("reader: ")
    return line


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_under_the_output_is_named(tmp_path):
    with Path("/dev/full").open("wb") as full:
        done = run(tmp_path, "show", str(ARTICLE), stdout=full)
    assert "The output cannot be used (No space left on device)" in sentence(done)


def test_an_encoding_without_arabic_is_named(tmp_path):
    done = run(tmp_path, "show", str(ARTICLE), environment={"PYTHONIOENCODING": "ascii"})
    assert "The output's encoding (ascii) has no Arabic" in sentence(done)


def test_a_translation_that_cannot_be_made_is_named(tmp_path):
    done = run(tmp_path, "show", str(ARTICLE), "--model", "nosuch", "--plain")
    assert "There is no package nosuch" in sentence(done)
    assert "nosuch" not in done.stdout.decode()
    assert "│" in done.stdout.decode()


def test_a_folder_that_cannot_be_written_is_named_with_what_moves_it(tmp_path):
    (tmp_path / "data").write_bytes(b"")
    done = run(tmp_path, "translate", str(ARTICLE))
    assert "set READER_HOME to another folder" in sentence(done)


def test_bytes_that_are_no_text_in_an_argument_are_named(tmp_path):
    done = run(tmp_path, "memory", "add", b"\xe3\xde", "x")
    assert "bytes that are no UTF-8" in sentence(done)


@pytest.mark.skipif(os.name == "nt", reason="the shell of Unix")
def test_closed_streams_are_no_defect(tmp_path):
    command = f'"{sys.executable}" -m reader "$@"'
    for closed in (">&-", "<&-", "<&- >&- 2>&-"):
        done = subprocess.run(
            ["/bin/sh", "-c", f"{command} {closed}", "sh", "show", str(ARTICLE)],
            env=os.environ | {"READER_HOME": str(tmp_path)},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_port_in_use_is_named(tmp_path):
    pytest.importorskip("textual_serve")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(tmp_path, "serve", str(ARTICLE), "--host", "127.0.0.1", "--port", str(port))
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr.decode()
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[display]\ntheme = 'x'\n".encode("utf-16"), "not UTF-8"),
        (b"display = 3\n", "display"),
        (None, "cannot be read"),
    ],
)
def test_settings_that_cannot_be_changed_are_named(tmp_path, content, reason):
    folder = tmp_path / "config"
    folder.mkdir()
    path = folder / "config.toml"
    path.mkdir() if content is None else path.write_bytes(content)
    done = run(tmp_path, "config", "set", "display.theme", "reader-light")
    assert reason in sentence(done)
    assert content is None or path.read_bytes() == content


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "a.txt"),
        ("open", "a.txt"),
        ("add", "a.txt"),
        ("import", "a.txt"),
        ("restore", "a.txt"),
        ("compare", "sara", "omar", "a.txt"),
        ("memory", "import", "a.txt"),
        ("entities", "--eval", "a.txt"),
        ("model", "convert", "a.txt", "out"),
        ("translate", "--model", "nosuch", "--glossary", "a.txt", "a.txt"),
    ],
)
def test_what_cannot_be_read_is_named_by_what_reads_it(tmp_path, monkeypatch, arguments):
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"")
    monkeypatch.setattr(os, "access", lambda *_args, **_options: False)  # as click asks for it
    done = CliRunner().invoke(cli, list(arguments))
    assert "Usage" not in done.stderr
    assert isinstance(done.exception, ReaderError | SystemExit)
