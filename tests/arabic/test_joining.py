"""How letters join, and what the reshaper is given for those it lacks."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.arabic import reshaper
from reader.arabic.joining import joining_type
from reader.arabic.reshaper import reshape, stand_in

_FILE_OF_OPTIONS = "PYTHON_ARABIC_RESHAPER_CONFIGURATION_FILE"


@pytest.mark.parametrize(
    ("kind", "characters"),
    [
        ("D", "بسيكښێ"),
        ("R", "ادروةړە"),
        ("C", "ـ\u200d\u0883"),
        ("T", "\u064e\u0670\u200e\u061c\u20dd\ufeff"),
        ("U", "ءa1 ،\u200c\u0600\u06dd\u2067"),
    ],
)
def test_joining_types_are_those_of_the_standard(kind: str, characters: str) -> None:
    assert [joining_type(c) for c in characters] == [kind] * len(characters)


@pytest.mark.parametrize(
    ("letter", "stands_in"),
    [
        ("ب", "ب"),
        ("د", "د"),
        ("ء", "ء"),
        ("ـ", "ـ"),
        ("ښ", "ب"),  # joins both sides; the reshaper does not know it
        ("ړ", "د"),
        ("\u0883", "ـ"),
        ("a", "\u200c"),
    ],
)
def test_a_letter_the_reshaper_lacks_has_a_stand_in_that_joins_alike(
    letter: str, stands_in: str
) -> None:
    assert stand_in(letter) == stands_in


@pytest.mark.parametrize("options", [None, "[ArabicReshaper]\nlanguage = Kurdish\n"])
def test_no_file_named_by_the_environment_changes_the_forms(
    options: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "options.ini"
    if options:
        file.write_text(options, encoding="utf-8")
    monkeypatch.setenv(_FILE_OF_OPTIONS, str(file))
    own = reshaper._reshaper()
    assert (own.reshape("سلام"), own.language) == (reshape("سلام"), "Arabic")
    assert os.environ[_FILE_OF_OPTIONS] == str(file)
    started = subprocess.run(
        [sys.executable, "-c", "from reader.arabic.reshaper import reshape; reshape('لا')"],
        check=False,
    )
    assert started.returncode == 0
