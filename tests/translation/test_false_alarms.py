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
        ("نزح مليون ونصف مليون شخص.", "A million and a half people fled."),
        ("نزح نحو ربع مليون شخص.", "About a quarter of a million people fled."),
        ("نزح ثلاثة أرباع مليون شخص.", "Three quarters of a million people fled."),
        ("بلغت قيمتها 3.5 تريليون دولار.", "It was worth $3.5tn."),
        ("بلغت قيمتها 3.5 مليار دولار.", "It was worth $3.5B."),
        ("أغلق خام برنت عند 85 دولارا و30 سنتا.", "Brent crude closed at $85.30."),
        ("أغلق عند 85 دولارا و30 سنتا.", "It closed at 85 dollars and 30 cents."),
        ("أغلق عند 85 دولارا و30 سنتا.", "It closed at $85 and 30 cents."),
        ("أغلق عند 85 جنيها مصريا و30 قرشا.", "It closed at 85 Egyptian pounds, 30 piastres."),
        ("فاز بزمن 2:03:23 أمام الجميع.", "He won in 2:03:23, ahead of everybody."),
    ],
)
def test_no_doubt(source: str, target: str) -> None:
    assert judge(source, target, None) == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("انتهت الحرب العالمية الثانية.", "World War I ended."),
        ("أغلق خام برنت عند 85 دولارا و30 سنتا.", "Brent crude closed at $85.40."),
        ("نزح نحو ربع مليون شخص.", "About a million people fled."),
        ("خسرت الشركات 3 مليارات دولار.", "Companies lost billions of dollars."),
    ],
)
def test_doubt(source: str, target: str) -> None:
    assert {doubt.kind for doubt in judge(source, target, None)} == {"number"}
