"""The normaliser's folding and the piece ids."""

from pathlib import Path

import numpy as np
import pytest

from training.translation import tokenizer


def test_rules_fold_arabic_spelling() -> None:
    rules = tokenizer.normaliser_rules()
    folded = "".join(rules.get(c, c) for c in "إِلـى ٱلمَدِينَةِ ٢٠٢٤ «نعم»\u200f")
    assert folded == 'الي المدينه 2024 "نعم"'
    assert rules["\ufefb"] == "لا"  # presentation form of lam alef


def test_rules_keep_what_carries_meaning() -> None:
    rules = tokenizer.normaliser_rules()
    assert not set("ءئؤ؟،؛.%") & set(rules)


def test_rules_table_is_hexadecimal() -> None:
    lines = tokenizer.rules_table().splitlines()
    assert "629\t647" in lines
    assert "640\t" in lines
    assert "FEFB\t644 627" in lines


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sentences = [
        "ذهب الولد إلى المدرسة اليوم",
        "The boy went to school today",
        "عام 2024 كان طويلا",
    ]
    return tokenizer.train(sentences * 20, tmp_path_factory.mktemp("spm"), 320)


def test_spelling_variants_get_the_same_pieces(model: Path) -> None:
    ids, starts = tokenizer.encode(model, ["إلى المدرسةِ", "الى المدرسه", ""])
    assert ids.dtype == np.uint16
    first, second = ids[starts[0] : starts[1]], ids[starts[1] : starts[2]]
    assert first.tolist() == second.tolist()
    assert len(first) > 0
    assert starts[3] == starts[2]


def test_special_pieces_stand_where_the_trainer_expects_them(model: Path) -> None:
    pieces = tokenizer.pieces_of(model)
    assert 256 < len(pieces) <= 320
    assert pieces[tokenizer.BEGIN] == "<s>"
    assert pieces[tokenizer.END] == "</s>"
    assert pieces[tokenizer.PADDING] == "<pad>"
