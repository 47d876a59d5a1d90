"""Packages with a bpe.model, as Argos's older ones: pieces, their places, and what is damaged."""

from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.translation import tokenizers

MERGES = """#version: 0.2
ا ل
ال ع
و ز
وز ي
وزي ر</w>
t h
th e</w>
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "bpe.model").write_text(MERGES, encoding="utf-8")
    return tmp_path


def test_every_piece_knows_its_place(package: Path) -> None:
    text = "قال وزير العراق: نعم."
    found = tokenizers.load(package, "ar", "en").encode(text)
    for piece, (start, end) in zip(found.pieces, found.offsets, strict=True):
        assert text[start:end] == piece.removesuffix("@@")
    assert "وزير" in found.pieces
    assert "الع@@" in found.pieces
    # in order, without overlap
    flat = [at for place in found.offsets for at in place]
    assert flat == sorted(flat)


def test_pieces_become_english_with_their_places(package: Path) -> None:
    made = tokenizers.load(package, "ar", "en").decode(["the", "m@@", "in@@", "ister", "said", "."])
    assert made.text == "the minister said."
    shown = [made.text[start:end] for start, end in made.offsets]
    assert shown == ["the", "m", "in", "ister", "said", "."]


def test_what_the_text_does_not_hold_gets_no_width(package: Path) -> None:
    """Moses writes quotation marks and ampersands as entities."""
    text = "قال & عاد"
    found = tokenizers.load(package, "ar", "en").encode(text)
    placed = list(zip(found.pieces, found.offsets, strict=True))
    assert [place for piece, place in placed if piece in ("a@@", "m@@", "p@@", ";")] == [(5, 5)] * 4
    assert placed[-1][1] == (8, 9)  # and the word after it is found again


def test_a_missing_or_damaged_model_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackageError, match="install the package again"):
        tokenizers.load(tmp_path, "ar", "en")
    (tmp_path / "bpe.model").write_bytes(b"\xff\xfe\x00 no text")
    with pytest.raises(PackageError, match="damaged"):
        tokenizers.load(tmp_path, "ar", "en")


def test_a_missing_library_is_named(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "argostranslate.tokenizer", None)
    with pytest.raises(PackageError, match=r"needs argostranslate\.tokenizer"):
        tokenizers.load(package, "ar", "en")
