"""A sum without its currency or a share without its percent is doubted."""

import pytest

from reader.entities.numbers import find_numbers
from reader.translation.doubts import judge


def reasons(source: str, target: str) -> list[str]:
    return [doubt.reason for doubt in judge(source, target, None) if doubt.kind == "number"]


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (
            "بلغت القيمة 3.5 مليار يورو.",
            "The value was 3.5 billion.",
            "The currency of “3.5 مليار يورو” (EUR) is not in the English.",
        ),
        (
            "بلغت القيمة 3.5 مليار يورو.",
            "The value was $3.5 billion.",
            "The currency of “3.5 مليار يورو” (EUR) is not in the English.",
        ),
        ("ارتفع بنسبة 20%.", "It rose by 20.", "“20%” is not a share in the English."),
    ],
)
def test_lost_unit_is_named(source: str, target: str, reason: str) -> None:
    assert reasons(source, target) == [reason]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("بلغت القيمة 3.5 مليار يورو.", "The value was €3.5 billion."),
        ("بلغت القيمة 3.5 مليار يورو.", "The value was 3.5bn euros."),
        ("بلغ السعر 200 ريال سعودي.", "The price was 200 rials."),
        ("بلغ السعر 200 ريال سعودي.", "The price was SAR 200."),
        ("كلف 500 دولار أسترالي.", "It cost A$500."),
        ("كلف 500 ليرة سورية.", "It cost 500 Syrian pounds."),
        ("كلف 500 ين.", "It cost ¥500."),
        ("كلف 700 يوان.", "It cost ¥700."),
        ("كلف 900 وون.", "It cost 900 won."),
        ("ارتفع بنسبة 20%.", "It rose by 20 per cent."),
        ("ارتفع بنسبة 25%.", "It rose by a quarter."),
        ("نجح بنسبة 100%.", "All of the 100 succeeded."),
        ("فقد 20 في المئة من الثلثين 20%.", "He lost 20 percent of the two thirds."),
    ],
)
def test_unit_in_any_words_is_no_doubt(source: str, target: str) -> None:
    assert reasons(source, target) == []


def test_number_that_is_lost_altogether_is_named_once() -> None:
    assert len(reasons("بلغت القيمة 35 يورو.", "The value was high.")) == 1


def test_at_least_between_is_no_yen() -> None:
    assert [e.label for e in find_numbers("على الأقل بين المربعات")] == []
