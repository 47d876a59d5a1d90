import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.recogniser import NameSpan, Recogniser
from reader.entities.recogniser.tokens import tokenise
from reader.entities.recogniser.viterbi import best_path
from reader.errors import ReaderError

LABELS = {"PER", "LOC", "ORG", "NORP", "FAC", "MISC"}
REFERENCE = json.loads(Path(__file__).with_name("reference.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser.load()


def named(recogniser: Recogniser, text: str) -> list[tuple[str, str, str]]:
    """(covered text, core, label) of the names of one paragraph."""
    [spans] = recogniser.recognise([text])
    return [(text[s.start : s.end], text[s.core_start : s.end], s.label) for s in spans]


@pytest.mark.parametrize("number", range(len(REFERENCE)))
def test_scores_are_those_of_the_trained_networks(recogniser: Recogniser, number: int) -> None:
    sentence = REFERENCE[number]
    tokens = tokenise(sentence["text"])
    words = [sentence["text"][t.start : t.end] for t in tokens]
    assert words == sentence["words"]
    features = recogniser.tagger.features([words], [[t.folded for t in tokens]])
    [scores] = recogniser.tagger.emissions(features, "anercorp")
    expected = np.array(sentence["scores"], dtype=np.float32)
    assert np.abs(scores - expected).max() < 0.3
    model = recogniser.tagger.model
    assert best_path(scores, model.transitions, model.start) == best_path(
        expected, model.transitions, model.start
    )


def test_names_of_a_news_sentence(recogniser: Recogniser) -> None:
    text = "أعلن الرئيس الأميركي باراك أوباما في واشنطن أن مجلس الأمن سيجتمع غدا."
    found = {(core, label) for _, core, label in named(recogniser, text)}
    assert ("باراك أوباما", "PER") in found
    assert ("واشنطن", "LOC") in found
    assert ("مجلس الأمن", "ORG") in found


@pytest.mark.parametrize(
    ("text", "whole", "core"),
    [
        ("وقع الانفجار بالعراق صباح أمس", "بالعراق", "العراق"),
        ("وصل الوفد إلى لبنان ولسوريا حدود معه", "لبنان", "لبنان"),
        ("سافر من باريس إلى لندن", "باريس", "باريس"),
    ],
)
def test_clitics_are_told_from_the_name(
    recogniser: Recogniser, text: str, whole: str, core: str
) -> None:
    assert (whole, core, "LOC") in named(recogniser, text)


def test_offsets_count_marks_tatweel_and_format_characters(recogniser: Recogniser) -> None:
    text = "وَصَلَ الوَزيرُ إلى بَغْـــدَادَ\u200f أمس"
    found = named(recogniser, text)
    assert [(whole.rstrip("\u200f"), label) for whole, _, label in found] == [("بَغْـــدَادَ", "LOC")]


def test_a_surname_is_known_after_the_full_name(recogniser: Recogniser) -> None:
    paragraphs = [
        "قال الرئيس الفرنسي نيكولا ساركوزي إنه سيزور القاهرة.",
        "ثم عاد ساركوزي إلى بلاده.",
    ]
    _, second = recogniser.recognise(paragraphs)
    assert ("ساركوزي", "PER") in [(paragraphs[1][s.start : s.end], s.label) for s in second]


def test_nothing_to_find(recogniser: Recogniser) -> None:
    assert recogniser.recognise([]) == []
    assert recogniser.recognise(["", "   ", "\u202e\u200f", "..."]) == [[], [], [], []]


def test_stops_when_asked(recogniser: Recogniser) -> None:
    texts = ["وصل الوزير إلى بغداد."] * 200
    calls = iter([False, True])
    spans = recogniser.recognise(texts, should_stop=lambda: next(calls))
    assert len(spans) == 200
    assert spans[0]
    assert not spans[-1] or spans[-1][0].score < spans[0][0].score


def test_a_very_long_line_is_cut_not_refused(recogniser: Recogniser) -> None:
    text = "ب" * 20_000 + " " + "بغداد " * 300
    assert_sound(text, recogniser.recognise([text])[0])


HOSTILE = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from("والعراقبغدادسركيز ،.؟!()\u064e\u0640\u200f\u202e\x1b[]\x00123٫ab\n\ud800"),
    ),
    max_size=120,
)


def assert_sound(text: str, spans: list[NameSpan]) -> None:
    position = 0
    for span in spans:
        assert position <= span.start <= span.core_start < span.end <= len(text)
        assert span.label in LABELS
        assert 0 < span.score <= 1
        position = span.end


@settings(max_examples=60, deadline=None)
@given(st.lists(HOSTILE, max_size=4))
def test_any_text_gives_sound_spans(recogniser: Recogniser, texts: list[str]) -> None:
    results = recogniser.recognise(texts)
    assert len(results) == len(texts)
    for text, spans in zip(texts, results, strict=True):
        assert_sound(text, spans)


def test_a_missing_or_broken_model_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"names\.npz"):
        Recogniser.load(tmp_path / "names.npz")
    broken = tmp_path / "broken.npz"
    broken.write_bytes(b"PK\x03\x04 not a model")
    with pytest.raises(ReaderError, match=r"broken\.npz"):
        Recogniser.load(broken)
