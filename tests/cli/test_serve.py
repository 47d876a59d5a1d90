"""`reader serve` refuses what would open the reader to others."""

import os
import shlex
import subprocess

import pytest
from click.testing import CliRunner

from reader.cli.commands.serve import command
from reader.errors import ReaderError


def test_other_addresses_need_a_yes():
    result = CliRunner().invoke(command, ["--host", "0.0.0.0"])
    assert isinstance(result.exception, ReaderError)
    assert "--allow-network" in str(result.exception)


def test_the_readers_it_starts_run_no_code_of_the_current_folder(tmp_path, monkeypatch):
    server = pytest.importorskip("textual_serve.server").Server
    commands = []
    monkeypatch.setattr(server, "serve", lambda self: commands.append(self.command))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", "kept")
    (tmp_path / "news.txt").write_text("سلام", encoding="utf-8")
    (tmp_path / "click.py").write_text("open('ran', 'w').close()\n")
    assert CliRunner().invoke(command, ["news.txt"]).exit_code == 0
    assert os.environ["PYTHONPATH"].endswith("kept")
    done = subprocess.run(
        [*shlex.split(commands[0])[:-4], "--version"], capture_output=True, text=True, check=False
    )
    assert "reader" in done.stdout, done.stderr
    assert not (tmp_path / "ran").exists()
