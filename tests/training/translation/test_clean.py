"""Filters of the training pairs, and keeping test sentences out."""

import pytest

from training.translation.clean import Cleaner, TestText, fault, words

TEST = "أعلنت وزارة الصحة يوم الاثنين عن اكتشاف علاج جديد للمرض في المدينة الساحلية"


def test_words_fold_spelling_variants() -> None:
    assert words("الحُرِّيَّةُ إلى الأَمَامِ!") == words("الحرية الى الامام")
    assert words("U.S. 'Monday'") == ["u", "s", "monday"]


@pytest.mark.parametrize(
    ("arabic", "english", "reason"),
    [
        ("نعم", "Yes", None),
        ("", "Yes", "empty"),
        ("ا" * 501, "a" * 400, "long"),
        ("كلمة " * 20, "a word", "ratio"),
        ("Hello there", "Hello there", "script"),
        ("مرحبا بالعالم", "Hello عالم", "script"),
    ],
)
def test_fault(arabic: str, english: str, reason: str | None) -> None:
    assert fault(arabic, english) == reason


@pytest.mark.parametrize(
    "text",
    [
        TEST,
        TEST.replace("أعلنت", "اعلنت") + ".",  # spelled otherwise
        "وقال المتحدث إن " + TEST.replace("الاثنين", "الأحد"),  # a word changed, a clause added
        " ".join(TEST.split()[:8]),  # its greater part
    ],
)
def test_repeated_test_sentences_are_found(text: str) -> None:
    assert TestText([TEST]).repeated_by(text)


@pytest.mark.parametrize("text", ["وزارة الصحة", "أعلنت وزارة الصحة أن العلاج متوفر اليوم", "نعم"])
def test_other_sentences_on_the_same_matter_are_not(text: str) -> None:
    assert not TestText([TEST]).repeated_by(text)


def test_cleaner_passes_a_pair_once_and_counts() -> None:
    cleaner = Cleaner(TestText(["The cat sat on the mat today"]))
    assert cleaner.accept("نعم", "Yes")
    assert not cleaner.accept("نعم", "Yes")
    assert cleaner.accept("نعم", "Yes indeed")
    assert not cleaner.accept("جلس القط على الحصير اليوم", "The cat sat on the mat, today!")
    assert cleaner.dropped == {"duplicate": 1, "test": 1}
