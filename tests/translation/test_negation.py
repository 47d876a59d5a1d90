"""A "not" that only one side has is doubted; whatever a person might write is not."""

import pytest

from reader.translation.doubts import judge

BOUNDARY = "وقال إن الحلف لم يقرر سحب قواته من العراق."


def reasons(source: str, target: str) -> list[str]:
    return [doubt.reason for doubt in judge(source, target, None) if doubt.kind == "negation"]


@pytest.mark.parametrize(
    ("source", "target", "denial"),
    [
        (BOUNDARY, "He said the alliance had decided to withdraw its forces from Iraq.", "لم يقرر"),
        ("ولن تغادر القوات بغداد.", "The forces will leave Baghdad.", "ولن تغادر"),
        ("ليست هذه أولوية الحلف.", "This is the priority of the alliance.", "ليست هذه"),
        ("الحكومة لا تريد الحرب.", "The government wants war.", "لا تريد"),
        ("ولم تقل الحكومة متى.", "The government said when.", "ولم تقل"),
        ("لم يكتمل البناء.", "The building was completed.", "لم يكتمل"),
        ("الحكومة لا تُريدُ الحرب.", "The government wants war.", "لا تُريدُ"),
        (
            "لم يقرر الحلف، إلا أنه سيجتمع غدا.",
            "The alliance decided but meets tomorrow.",
            "لم يقرر",
        ),
    ],
)
def test_lost_not_is_named_as_it_is_written(source: str, target: str, denial: str) -> None:
    assert reasons(source, target) == [f"The “not” of “{denial}” is missing in the English."]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (BOUNDARY, "He said the alliance had not decided to withdraw its forces from Iraq."),
        (BOUNDARY, "He said the alliance hasn’t decided to withdraw its forces from Iraq."),
        (BOUNDARY, "He said the alliance is undecided about withdrawing its forces from Iraq."),
        ("لم ينج سوى رجل.", "One man survived."),
        ("لن ينتهي هذا إلا بالحوار.", "Dialogue will end this."),
        ("ولا تزال القوات في بغداد.", "The forces are still in Baghdad."),
        ("قتل ما لا يقل عن جندي.", "At least one soldier was killed."),
        ("فلم الخجل من الاعتراف؟", "Why be ashamed to admit it?"),
        ("وفق صحيفة لا غازيتا الإيطالية.", "According to the Italian newspaper La Gazzetta."),
        ("عاش هناك لست سنوات.", "He lived there for six years."),
        ("لم يتمكن من السفر.", "He was unable to travel."),
        ("لم يُصب أحد.", "Everybody was unharmed."),
        ("دفع ضريبة لا تذكر.", "He paid negligible tax."),
        ("الرقم لا يمكن تجاوزه.", "The figure is insurmountable."),
        ("لم يلبث أن عاد.", "He soon returned."),
        ("لم يزل الوضع هادئا.", "The situation is still calm."),
        ("لم تنفك إسرائيل تهدد.", "Israel keeps threatening."),
        ("لم يكد يصل حتى غادر.", "He had just arrived when he left."),
        ("لم تقل عن مليون دولار.", "It was at least a million dollars."),
        ("هذا جزء لا يتجزأ من البلاد.", "This is an integral part of the country."),
        ("حضر عدد لا يستهان به.", "A considerable number attended."),
    ],
)
def test_not_in_other_words_is_no_loss(source: str, target: str) -> None:
    assert reasons(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "denial"),
    [
        ("غادرت القوات بغداد.", "The forces did not leave Baghdad.", "not"),
        ("غادرت القوات بغداد.", "The forces didn’t leave Baghdad.", "didn’t"),
        ("اكتمل البناء.", "The building was not completed.", "not"),
        ("وافق الوزير على الخطة.", "No minister agreed to the plan.", "No"),
    ],
)
def test_not_that_only_the_english_has(source: str, target: str, denial: str) -> None:
    assert reasons(source, target) == [f"The English says “{denial}”, the Arabic does not."]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("غادرت القوات بغداد دون قتال.", "The forces left Baghdad without a fight."),
        ("رفض الوزير الخطة.", "The minister did not accept the plan."),
        ("الناس لايحبون الحرب.", "People do not like war."),
        ("بموجب القانون رقم 66.", "Under Law No. 66."),
        ("بموجب القرار 2216.", "Under resolution No. 2216."),
        ("رحب الوزير وكذلك الرئيس.", "Not only the minister but also the president welcomed it."),
        ("صدرت عن ضباط صف.", "They came from non-commissioned officers."),
        ("لا يعرف أحد اسمه.", "Nobody knows his name."),
        ("حذرت الصين واشنطن من التدخل.", "China warned Washington not to interfere."),
        ("وجه إليه تحذيرا من السفر.", "He was warned not to travel."),
        ("قال مصدر طلب حجب هويته.", "Said a source who asked not to be identified."),
        ("قال مصدر اشترط التكتم.", "Said a source who asked not to be identified."),
        ("نضحي كيلا نضطر للحرب.", "We sacrifice so that we do not have to go to war."),
        ("أحجم عن التعليق.", "He did not comment."),
    ],
)
def test_not_that_the_arabic_has_in_some_form(source: str, target: str) -> None:
    assert reasons(source, target) == []
