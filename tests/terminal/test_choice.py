"""Choosing how to draw where the terminal cannot be asked."""

import io
import sys
from pathlib import Path

import pytest

from reader.terminal import choice

ENV = {"TERM": "xterm-256color"}


@pytest.fixture
def may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "may_ask", lambda env: True)


def test_without_standard_input_the_environment_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_ask: None
) -> None:
    told = choice.choose("auto", tmp_path, ENV, choice.Reply)
    monkeypatch.setattr(sys, "__stdin__", None)
    assert choice.choose("auto", tmp_path, ENV) == told


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "without a descriptor"])
def test_standard_input_that_is_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, may_ask: None, closed: bool
) -> None:
    stream = io.StringIO()
    if closed:
        stream.close()
    monkeypatch.setattr(sys, "__stdin__", stream)
    assert choice.choose("auto", tmp_path, ENV) == choice.choose(
        "auto", tmp_path, ENV, choice.Reply
    )


def test_the_option_goes_before_what_is_found_out(tmp_path: Path) -> None:
    assert choice.choose("off", tmp_path, ENV, choice.Reply).mode == "off"
