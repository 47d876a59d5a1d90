from hypothesis import given
from hypothesis import strategies as st

from reader.entities.recogniser.tokens import MAX_SENTENCE, sentences, tokenise

ARABIC_TEXT = st.text(
    alphabet=st.sampled_from("والعراقبغداد ،.؟!()«»\u064e\u0640\u200f\u202e123٫٥abc\n\t\u0301-/"),
    max_size=200,
)


def words(text: str) -> list[str]:
    return [text[t.start : t.end] for t in tokenise(text)]


def test_punctuation_is_split_off_and_clitics_stay_on() -> None:
    assert words("(د ب أ)، وبالعراق!") == ["(", "د", "ب", "أ", ")", "،", "وبالعراق", "!"]


def test_marks_tatweel_and_format_characters_stay_inside_a_word() -> None:
    text = "العِـراقُ \u200fمصر\u200f"
    tokens = tokenise(text)
    assert [t.folded for t in tokens] == ["العراق", "مصر"]
    assert text[tokens[0].start : tokens[0].end] == "العِـراقُ"


def test_a_number_keeps_its_separators() -> None:
    assert words("3.5 10:30 1,200 ٣٫٥ 2-1") == ["3.5", "10:30", "1,200", "٣٫٥", "2", "-", "1"]


def test_sentences_end_at_full_stops_but_not_after_an_initial() -> None:
    tokens = tokenise("قال جورج و. بوش ذلك. ثم رحل")
    assert list(sentences(tokens)) == [(0, 7), (7, 9)]


def test_long_sentences_are_cut_after_a_comma() -> None:
    tokens = tokenise("كلمة " * 60 + "، " + "كلمة " * 60)
    assert list(sentences(tokens)) == [(0, 61), (61, 121)]


@given(st.one_of(st.text(max_size=200), ARABIC_TEXT))
def test_tokens_are_in_order_inside_the_text_and_sentences_cover_them(text: str) -> None:
    tokens = tokenise(text)
    position = 0
    for token in tokens:
        assert position <= token.start < token.end <= len(text)
        position = token.end
    covered = 0
    for start, end in sentences(tokens):
        assert start == covered
        assert 0 < end - start <= MAX_SENTENCE
        covered = end
    assert covered == len(tokens)
