"""Word links: against links set by hand, and on any text."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.links import measure
from reader.assets import asset_path
from reader.translation.alignment import align, aligner
from reader.translation.alignment.attention import word_attention
from reader.translation.alignment.forms import (
    arabic_form,
    arabic_sounds,
    english_form,
    english_sound,
)
from reader.translation.alignment.table import FILE, load
from reader.translation.tokenizers import Pieces

SOURCE = 'الرئيس الأمريكي دونالد ترامب قال إنه يريد لحلف شمال الأطلسي "الناتو" دورا عام 2018.'
TARGET = 'US President Donald Trump said that he wants a role for "NATO" in 2018.'


def linked(source, target, word, links):
    """Return the English words that links connect with an Arabic word."""
    start = source.index(word)
    return [target[k.t0 : k.t1] for k in links if k.s0 < start + len(word) and start < k.s1]


def test_links_by_hand_are_found():
    precision, recall, _ = measure(align)
    assert precision >= 0.95
    assert recall >= 0.8


def test_names_numbers_and_words_light_their_counterparts():
    links = align(SOURCE, TARGET)
    for arabic, english in (
        ("الرئيس", "President"),
        ("دونالد", "Donald"),
        ("ترامب", "Trump"),
        ("الناتو", "NATO"),
        ("2018", "2018"),
    ):
        assert linked(SOURCE, TARGET, arabic, links) == [english]


def test_arabic_digits_are_the_same_number():
    assert linked(
        "قتل ٢٥٠٠ جندي",
        "2,500 soldiers died",
        "٢٥٠٠",
        align("قتل ٢٥٠٠ جندي", "2,500 soldiers died"),
    ) == ["2,500"]


def test_without_table_spelling_and_sound_still_link(monkeypatch):
    monkeypatch.setattr(aligner, "load", lambda: None)
    links = align(SOURCE, TARGET)
    assert linked(SOURCE, TARGET, "ترامب", links) == ["Trump"]
    assert linked(SOURCE, TARGET, "2018", links) == ["2018"]


def test_table_is_small_and_knows_common_words():
    assert asset_path(FILE).stat().st_size <= 5_000_000
    forward, backward = load().look_up(
        [arabic_form("الرئيس"), arabic_form("والجنود")],
        [english_form("president"), english_form("soldiers")],
    )
    assert forward.argmax(axis=1).tolist() == [0, 1]
    assert backward.argmax(axis=0).tolist() == [0, 1]


def test_attention_of_pieces_becomes_attention_of_words():
    source = Pieces("قال ترامب", ("▁قال", "▁ترا", "مب"), ((0, 3), (3, 7), (7, 9)))
    target = Pieces(
        "Trump said.", ("▁Tru", "mp", "▁said", "."), ((0, 3), (3, 5), (5, 10), (10, 11))
    )
    looks = [[0.1, 0.6, 0.3], [0.1, 0.2, 0.7], [0.8, 0.1, 0.1], [0.4, 0.3, 0.3]]
    matrix = word_attention(source, target, looks)
    np.testing.assert_allclose(matrix, [[0.1, 0.8], [0.9, 0.2]])


def test_good_attention_links_what_no_table_knows(monkeypatch):
    monkeypatch.setattr(aligner, "load", lambda: None)
    looks = np.array([[0.0, 0.9], [0.9, 0.0]])
    assert [(k.s0, k.t0) for k in align("غغغ ققق", "xx yy", looks)] == [(0, 3), (4, 0)]


@pytest.mark.parametrize(
    ("one", "other"), [("والجنود", "جنود"), ("بالرئيس", "رئيس"), ("القوّاتِ", "قوات")]
)
def test_arabic_forms_meet(one, other):
    assert arabic_form(one) == arabic_form(other)


def test_sounds_of_names_meet():
    for arabic, english in (("ترامب", "Trump"), ("كولبي", "Colby"), ("ستولتنبرغ", "Stoltenberg")):
        assert english_sound(english) in arabic_sounds(arabic)
    assert english_sound("Iraq") in arabic_sounds("والعراق")


@given(st.text("قالرئيس ابت٢5.\u0651 x", max_size=60), st.text("abc TN 25,.'", max_size=60))
def test_links_stay_inside_both_texts(source, target):
    for link in align(source, target):
        assert 0 <= link.s0 < link.s1 <= len(source)
        assert 0 <= link.t0 < link.t1 <= len(target)
        assert 0 < link.weight <= 1
