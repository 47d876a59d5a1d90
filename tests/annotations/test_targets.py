"""Annotations on the English follow their sentence through other translations."""

from dataclasses import replace

import pytest

from reader.annotations import make_anchor, make_target_anchor, new_annotation
from reader.annotations.targets import locate_target
from reader.translation import ParagraphTranslation, SentencePair
from tests.annotations.helpers import document

END = 29
TEXT = "وصل الوفد. غادر الوزير بغداد."
DOC = document(TEXT)


def translation(*targets, package="a 1.0", starts=(0, 11, END)):
    pairs = [SentencePair(a, b, t) for a, b, t in zip(starts, starts[1:], targets, strict=False)]
    return ParagraphTranslation(DOC.paragraphs[0].id, tuple(pairs), package)


FIRST = translation("The delegation arrived.", "The minister left Baghdad.")
START = FIRST.text.index("minister")
ON_MINISTER = new_annotation(
    DOC.fingerprint,
    make_anchor(DOC, 0, 11, len(TEXT)),
    make_target_anchor(FIRST, START, START + 8),
)


def words(annotation, other):
    found = locate_target(annotation, other)
    return other.text[found[0] : found[1]] if found else None


def test_the_same_translation():
    assert locate_target(ON_MINISTER, FIRST) == (START, START + 8)
    assert ON_MINISTER.side == "target"
    assert ON_MINISTER.quote == "minister"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Baghdad was left by the minister.", "minister"),
        ("The ministers left Baghdad.", "ministers"),
        ("The Minister left Baghdad.", "Minister"),
        ("The official left Baghdad.", None),
        ("No", None),
    ],
)
def test_another_translation_of_the_sentence(second, expected):
    assert words(ON_MINISTER, translation("The minister?", second, package="b 2.0")) == expected


def test_sentences_cut_elsewhere():
    one = translation("They came and the minister left.", package="c", starts=(0, len(TEXT)))
    assert words(ON_MINISTER, one) == "minister"
    assert words(ON_MINISTER, translation(package="c")) is None


def test_annotations_on_the_arabic_have_no_place_in_the_english():
    assert locate_target(replace(ON_MINISTER, target=None), FIRST) is None
