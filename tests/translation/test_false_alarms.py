"""Right translations that must not be doubted, as people write them."""

import pytest

from reader.translation.doubts import judge


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("انتهت الحرب العالمية الثانية.", "World War II ended."),
        ("حكم لويس السادس عشر فرنسا.", "Louis XVI ruled France."),
        ("خسرت الشركات مليارات الدولارات.", "Companies lost billions of dollars."),
        ("لست متأكدا من ذلك.", "I am not sure of that."),
        ("لعب في برشلونة وميلان.", "He played for Barcelona and Milan."),
        ("فاز بزمن 2:03:23 أمام الجميع.", "He won in 2:03:23, ahead of everybody."),
    ],
)
def test_no_doubt(source: str, target: str) -> None:
    assert judge(source, target, None) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("انتهت الحرب العالمية الثانية.", "World War I ended."),
        ("خسرت الشركات 3 مليارات دولار.", "Companies lost billions of dollars."),
    ],
)
def test_doubt(source: str, target: str) -> None:
    assert [doubt.kind for doubt in judge(source, target, None)] == ["number"]
