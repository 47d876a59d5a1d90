"""Paragraphs cut for the model; offsets always lead back to the text."""

from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.script import has_arabic
from reader.translation.segmenting import clean, cut
from reader.translation.tokenizers import Pieces


def by_word(text):
    """A tokenizer whose pieces are the words."""
    pieces, offsets, at = [], [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        pieces.append(word)
        offsets.append((start, at))
    return Pieces(text, tuple(pieces), tuple(offsets))


def texts_of(text, sentences):
    return [text[s.start : s.end] for s in sentences]


def test_long_sentence_is_cut_at_its_commas():
    text = (
        "قال الرئيس إن بلاده لن تنسحب من الحلف، وإن قواتها باقية في البلاد، مؤكدا أن القرار نهائي."
    )
    (sentence,) = cut(text, by_word, 9)
    sources = [segment.source.text for segment in sentence.segments]
    assert sources == [
        "قال الرئيس إن بلاده لن تنسحب من الحلف،",
        "وإن قواتها باقية في البلاد، مؤكدا أن القرار نهائي.",
    ]
    for segment in sentence.segments:
        assert text.startswith(segment.source.text, segment.start)


def test_without_commas_it_is_cut_at_a_conjunction():
    text = "وصل الوزير إلى العاصمة صباح اليوم والتقى رئيس الحكومة في مقر إقامته هناك"
    (sentence,) = cut(text, by_word, 8)
    assert sentence.segments[1].source.text.startswith("والتقى")


def test_five_thousand_characters_without_a_space():
    (sentence,) = cut(
        "ق" * 5000, lambda t: Pieces(t, tuple(t), tuple((i, i + 1) for i in range(len(t)))), 100
    )
    assert max(len(s.source.pieces) for s in sentence.segments) <= 100
    assert "".join(s.source.text for s in sentence.segments) == "ق" * 5000


def test_what_is_not_arabic_is_left_alone():
    (sentence,) = cut("CNN: 2500 soldiers", by_word)
    assert sentence.segments[0].source is None
    assert not has_arabic("١٢٣٪ …")
    assert has_arabic("ﻻ")


@given(st.text(max_size=300), st.integers(1, 20))
def test_any_text_is_covered_once_and_in_order(text, limit):
    at = 0
    for sentence in cut(text, by_word, limit):
        assert at <= sentence.start < sentence.end <= len(text)
        assert not clean(text)[at : sentence.start].strip()
        at = sentence.end
        for segment in sentence.segments:
            if segment.source is not None:
                assert clean(text).startswith(segment.source.text, segment.start)
    assert not clean(text)[at:].strip()


@given(st.text(st.characters()))
def test_cleaning_keeps_offsets_and_can_be_encoded(text):
    assert len(clean(text)) == len(text)
    clean(text + "\ud800\x1b").encode()


def test_a_tatweel_between_numbers_reaches_the_model_as_a_dash():
    assert clean("قتل 10ـ15 من الـ27") == "قتل 10-15 من الـ27"
