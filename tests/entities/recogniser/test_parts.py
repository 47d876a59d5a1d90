"""Spelling, clitics, pieces, gazetteer, quantised weights: the small parts of the recogniser."""

import numpy as np
import pytest

from reader.entities.recogniser.clitics import stems
from reader.entities.recogniser.gazetteer import matches, name_hash
from reader.entities.recogniser.lstm import reverse_each
from reader.entities.recogniser.ngrams import BUCKETS, MAX_FEATURES, hashed, shape
from reader.entities.recogniser.normalisation import fold
from reader.entities.recogniser.pieces import UNKNOWN, PieceVocabulary
from reader.entities.recogniser.quantised import quantise


def test_fold_takes_marks_off_and_unites_letter_forms() -> None:
    assert fold("أَحْمَـد") == fold("احمد") == "احمد"
    assert fold("مدرسةٌ") == "مدرسه"
    assert fold("٢٠٢٤") == "0000"
    assert fold("\u200f\u202e") == ""


def test_stems_take_one_clitic_off() -> None:
    assert "عراق" in stems("بالعراق")
    assert "العراق" in stems("بالعراق")
    assert "ناتو" in stems("للناتو")
    assert stems("في") == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("0000", "NUM4"),
        ("b00", "MIX"),
        ("nato", "LAT"),
        ("العراق", "AR6"),
        ("،", "P،"),
        ("", "EMPTY"),
    ],
)
def test_shape(word: str, expected: str) -> None:
    assert shape(word) == expected


def test_hashed_features_are_the_same_everywhere() -> None:
    buckets = hashed("العراق")
    assert buckets[:4] == [12231, 13320, 14622, 11393]
    assert all(0 <= bucket < BUCKETS for bucket in buckets)
    assert len(hashed("ا" * 64)) == MAX_FEATURES


def test_gazetteer_marks_the_longest_match_and_the_clitic() -> None:
    masks = {name_hash(["الامم", "المتحده"]): 0b01, name_hash(["بغداد"]): 0b10}
    words = ["قالت", "الامم", "المتحده", "في", "وبغداد"]
    found = matches(words, masks, 2)
    first, inside = 1, 2
    assert found[1, first] == found[2, inside] == 1
    assert found[4, 3] == 1  # a whole name of the second list
    assert found[4, -1] == 1  # after a clitic
    assert found.sum() == 4


def test_pieces_take_the_most_probable_segmentation() -> None:
    vocabulary = PieceVocabulary(
        ["<unk>", "▁", "▁وال", "عراق", "▁و", "ال"], [0, -5, -3, -2, -4, -4]
    )
    assert vocabulary.segment("والعراق") == (2, 3)
    assert vocabulary.segment("وَالعِراق") == (2, 3)
    assert UNKNOWN in vocabulary.segment("x")


def test_quantised_rows_are_close_to_the_weights() -> None:
    matrix = np.random.default_rng(1).normal(size=(20, 50)).astype(np.float32)
    stored = quantise(matrix)
    assert np.abs(stored.rows(np.arange(20)) - matrix).max() < 0.02
    assert np.abs(stored.rows(np.array([3, 7])) - matrix[[3, 7]]).max() < 0.02
    assert not quantise(np.zeros((2, 3), dtype=np.float32)).rows(np.arange(2)).any()


def test_reverse_each_turns_inside_its_own_length() -> None:
    batch = np.arange(6, dtype=np.float32).reshape(2, 3, 1)
    assert reverse_each(batch, [3, 2])[:, :, 0].tolist() == [[2, 1, 0], [4, 3, 0]]
