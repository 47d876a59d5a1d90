"""`reader show` and `reader` without a terminal."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from reader.cli.printing import Printing, choose_printing, print_documents
from reader.errors import TranslationError
from reader.settings.model import Settings
from tests.tui.fakes import HOSTILE, TEXTS, World, document, pairs_of


def printed(world, *paths, width=100, plain=False, colour=False):
    out = StringIO()
    failed = print_documents(
        [Path(p) for p in paths], world.services(), Settings(), Printing(width, plain, colour), out
    )
    return out.getvalue(), failed


@pytest.fixture
def world(tmp_path):
    return World(tmp_path, {"a.txt": document(*TEXTS), "b.txt": document(f"{HOSTILE} {TEXTS[0]}")})


def test_two_columns(world):
    text, failed = printed(world, "a.txt")
    assert failed == 0
    first = text.splitlines()[0]
    left, right = first.split("│")
    assert left.strip().startswith("President Donald Trump")
    assert right.strip().endswith("ﻝﺎﻗ")
    assert all(len(line) <= 104 for line in text.splitlines())


def test_plain_is_logical(world):
    text, _ = printed(world, "a.txt", plain=True)
    assert "قال الرئيس دونالد ترامب" in text


def test_colours_only_when_asked(world):
    assert "\x1b" not in printed(world, "a.txt")[0]
    assert "\x1b[" in printed(world, "a.txt", colour=True)[0]


def test_hostile_text_cannot_act(world):
    text, _ = printed(world, "b.txt")
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_a_bad_file_does_not_stop_the_others(world, capsys):
    text, failed = printed(world, "none.txt", "a.txt")
    assert failed == 1
    assert "President" in text
    assert "none.txt does not exist" in capsys.readouterr().err


def test_without_a_translation_the_arabic_is_printed_and_the_reason_told_once(world, capsys):
    world.package_fault = "There is no package nosuch: install one."
    text, failed = printed(world, "a.txt", "b.txt", plain=True)
    assert failed == 2
    assert "وقالت وزارة الدفاع" in text
    assert "nosuch" not in text
    assert capsys.readouterr().err == "reader: There is no package nosuch: install one.\n"


def test_a_server_that_dies_leaves_what_was_translated(world, capsys):
    def paragraph(text):
        if text == TEXTS[1]:
            raise TranslationError("The server cannot be reached: start it.")
        return pairs_of(text)

    world.translator.paragraph = paragraph
    text, failed = printed(world, "a.txt")
    assert failed == 1
    assert "President Donald" in text
    assert "The number reached" not in text
    assert capsys.readouterr().err == "reader: The server cannot be reached: start it.\n"


def test_what_was_left_out_of_a_document_is_told(world, capsys):
    world.documents["c.txt"] = document(TEXTS[0], path="c.txt", warnings=("A table is left out.",))
    text, failed = printed(world, "a.txt", "c.txt")
    assert failed == 0
    assert "table" not in text
    assert capsys.readouterr().err == "reader: c.txt: A table is left out.\n"


def test_narrow_is_stacked(world):
    text, _ = printed(world, "a.txt", width=50)
    assert "│" not in text


@pytest.mark.parametrize(("color", "plain", "expected"), [
    ("always", False, True), ("always", True, False), ("auto", False, False), ("never", False, False),
])  # fmt: skip
def test_when_to_colour(color, plain, expected):
    assert choose_printing(80, plain, color, StringIO()).colour is expected


def test_the_command_prints_a_real_article(tmp_path):
    seed = next(Path("seeds").glob("004*"))
    ran = subprocess.run(
        [sys.executable, "-m", "reader", "show", str(seed), "--width", "100"],
        env={"READER_HOME": str(tmp_path), "PATH": "", "PYTHONPATH": "."},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "Trump" in ran.stdout.decode()
