"""The command that installs what is missing."""

import sys

from reader.extras import install_command


def test_the_program_s_own_python_installs(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/opt/reader tools/bin/python")
    assert install_command("a>=1", "b") == "'/opt/reader tools/bin/python' -m pip install 'a>=1' b"


def test_a_virtual_environment_here_is_named_as_from_here(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv" / "bin" / "python"))
    assert install_command("genanki") == ".venv/bin/python -m pip install genanki"
