"""Numbers and names put right where the Arabic leaves no choice."""

import numpy as np
import pytest

from reader.arabic.words import words
from reader.translation.mending import mend_names, mend_numbers


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("لديه نحو 8000 جندي.", "It has about 800 soldiers.", "It has about 8000 soldiers."),
        ("في 19 فبراير 2021.", "On February 19, 2012.", "On February 19, 2021."),
        ("قتل ٢٥٠٠ جندي.", "250 soldiers were killed.", "2500 soldiers were killed."),
        ("بلغ 3,5 مليون.", "It reached 35 million.", "It reached 3.5 million."),
        ("نسبة ٤٫٥ في المئة.", "A rate of 5.4 per cent.", "A rate of 4.5 per cent."),
        ("من 500 إلى 4000.", "From 500 to 400.", "From 500 to 4000."),
        ("في 10 أكتوبر 2021.", "In October 2012.", "In October 2021."),
        ("بلغ السعر 85ر12 دولار.", "The price was 85.12 dollars.", "The price was 12.85 dollars."),
        ("عند 85.\u200f12 دولار.", "At 12.58 dollars.", "At 12.85 dollars."),
    ],
)
def test_the_one_wrong_number_is_put_right(source, target, mended):
    found, (doubt,) = mend_numbers(source, target)
    assert found == mended
    assert doubt.kind == "number"
    assert doubt.reason.startswith("The machine wrote ")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("لديه 8000 جندي.", "It has 8,000 soldiers.", id="grouped"),
        pytest.param("لديه 3 آلاف جندي.", "It has 3,000 soldiers.", id="scale spelt out"),
        pytest.param("لديه 3000000 دولار.", "It has 3 million dollars.", id="scale in English"),
        pytest.param("قتل ثلاثون و 5 جرحى.", "30 killed, five injured.", id="value in words"),
        pytest.param("من 10 إلى 20.", "From 11 to 21.", id="two wrong"),
        pytest.param("من 10 إلى 20.", "From 30.", id="one of two short ones"),
        pytest.param("مساحة 150 م2.", "150 square metres in 2003.", id="power of a unit"),
        pytest.param("قتل 10ـ15 شخصا.", "10 people were killed.", id="dash typed as tatweel"),
        pytest.param("وصل 12 شخصا.", "Twelve people came.", id="in words"),
        pytest.param("وصل الرئيس.", "He came in 2012.", id="only made up"),
        pytest.param("في 2021 وصل.", "He came.", id="only lost"),
        pytest.param("دفعت مليار و700 مليون.", "It paid 1.7 billion.", id="one amount of two"),
        pytest.param("أربعة ملايين و300 ألف.", "4.3 million.", id="words and digits"),
        pytest.param("دفعت مليار و700 مليون.", "It paid 1.8 billion.", id="a part goes nowhere"),
        pytest.param("باع مليونين و8000.", "It sold two million and 800.", id="not the whole"),
        pytest.param("بلغ 1.700 مليار.", "It was 1.7 billion.", id="three decimals"),
        pytest.param("الساعة 16:45.", "At 4:45 p.m.", id="clock of twelve hours"),
        pytest.param("الساعة 16,45.", "At 4.45 p.m.", id="clock with a comma"),
        pytest.param("عند الساعة 1645.", "At 1654.", id="clock without a mark"),
        pytest.param("زاد 58 .3 في المئة.", "It rose 58.3 percent.", id="broken decimal"),
        pytest.param("بسعر 85ر12 دولار.", "For 12.85 dollars.", id="turned decimal"),
        pytest.param("", "", id="empty"),
        pytest.param(
            "مجموعة السبع اجتمعت 3 أيام.", "The G7 met for three days.", id="spelt out, another not"
        ),
        pytest.param(
            "توفي عن 7 أبناء في ثمانينيات القرن الماضي.",
            "He died in the 1980s leaving seven children.",
            id="spelt out behind a decade",
        ),
        pytest.param("سجل هدفين في 5 دقائق.", "He scored 2 goals in five minutes.", id="dual"),
        pytest.param(
            "فاز المنتخب بثلاثة أهداف نظيفة سجلت خلال 8 دقائق.",
            "The team won 3-0 with goals scored in eight minutes.",
            id="score of goals in words",
        ),
        pytest.param("باع 70 لوحة في الثمانينيات.", "He sold paintings in the 1980s.", id="decade"),
    ],
)
def test_a_number_that_may_be_right_stays(source, target):
    assert mend_numbers(source, target) == (target, ())


def looks(source, target, **seen):
    """Attention of 0.9 between words named by their places: a3=4 links Arabic 3, English 4."""
    matrix = np.zeros((len(words(source)), len(words(target))))
    for ours, theirs in seen.items():
        matrix[int(ours[1:]), theirs] = 0.9
    return matrix


LITHUANIA = "وصل الوزير إلى ليتوانيا أمس."


def test_a_well_known_name_takes_the_place_of_what_was_made_up():
    target = "The minister arrived in Lebanon yesterday."
    mended, (doubt,) = mend_names(LITHUANIA, target, looks(LITHUANIA, target, a3=4))
    assert mended == "The minister arrived in Lithuania yesterday."
    assert doubt.kind == "name"
    assert doubt.reason == ("The machine wrote “Lebanon” for “ليتوانيا”, which is Lithuania.")


def test_linking_words_and_the_possessive_stay():
    target = "The minister came to Kuala Lumpur's square."
    seen = looks(LITHUANIA, target, a3=[3, 4, 5])
    assert mend_names(LITHUANIA, target, seen)[0] == "The minister came to Lithuania's square."


@pytest.mark.parametrize(
    ("target", "words_for_it", "mended"),
    [
        ("He is alone now.", [2], "He is the United States now."),
        ("Alone he came.", [0], "The United States he came."),
        ("With the Uganda he came.", [2], "With the United States he came."),
    ],
)
def test_a_name_takes_its_article(target, words_for_it, mended):
    source = "وصل إلى الولايات المتحدة."
    seen = looks(source, target, a2=words_for_it, a3=words_for_it)
    assert mend_names(source, target, seen)[0] == mended


def test_two_names_in_one_sentence():
    source = "من نيروبي إلى كوبنهاغن."
    target = "From Beijing to Kuala."
    mended, doubts = mend_names(source, target, looks(source, target, a1=1, a3=3))
    assert mended == "From Nairobi to Copenhagen."
    assert len(doubts) == 2
    assert "Beijing" in doubts[0].reason


@pytest.mark.parametrize(
    ("target", "seen"),
    [
        pytest.param("He arrived in Lithuania yesterday.", {"a3": 1}, id="name is there"),
        pytest.param("He arrived in Lithuanian towns.", {"a3": 3}, id="as another word"),
        pytest.param("He arrived in Lebanon yesterday.", {}, id="nothing was written for it"),
        pytest.param("Lebanon he arrived in Beirut.", {"a3": [0, 4]}, id="far apart"),
        pytest.param("He arrived in and to yesterday.", {"a3": [2, 3, 4]}, id="only small words"),
        pytest.param("He saw one two three four five.", {"a3": [2, 3, 4, 5, 6]}, id="too long"),
    ],
)
def test_a_name_is_left_alone(target, seen):
    assert mend_names(LITHUANIA, target, looks(LITHUANIA, target, **seen)) == (target, ())


def test_a_word_that_is_also_a_town_is_left_alone():
    source = "تختلف العيون في تركيبها."
    target = "The carbons differ in structure."
    assert mend_names(source, target, looks(source, target, a1=1)) == (target, ())


@pytest.mark.parametrize(
    ("source", "target", "seen"),
    [
        pytest.param(
            "قاد النرويجيون وفدا إلى النرويج.", "A Norway-led group.", {"a4": 1}, id="led"
        ),
        pytest.param("اشترت شركات أستراليا قمحا.", "An Australian firm.", {"a2": 1}, id="people"),
        pytest.param("اشترت شركات كينيا قمحا.", "Kenyans bought it.", {"a2": 0}, id="peoples"),
        pytest.param("عاد من مراكش أمس.", "He left Marrakch.", {"a2": 2}, id="other spelling"),
        pytest.param("باع جده الحقل.", "His forebear sold it.", {"a1": 1}, id="pronoun"),
        pytest.param("تدرس في جامعة القاهرة.", "She is at Kasr.", {"a3": 3}, id="longer name"),
    ],
)
def test_what_may_mean_the_name_stays(source, target, seen):
    assert mend_names(source, target, looks(source, target, **seen)) == (target, ())


@pytest.mark.parametrize(
    ("source", "target", "seen"),
    [
        ("عاد من أمريكا أمس.", "He left the United States.", {"a2": [3, 4]}),
        ("عاد من أمريكا أمس.", "He left the US.", {"a2": 3}),
        ("قالت بريطانيا أمس.", "The UK said.", {"a1": 1}),
        ("أعلن داعش مسؤوليته.", "The Islamic State claimed it.", {"a1": 2}),
        ("زار روسيا البيضاء أمس.", "He visited Belarus.", {"a1": 2}),
    ],
)
def test_another_name_of_the_same_country_stays(source, target, seen):
    assert mend_names(source, target, looks(source, target, **seen)) == (target, ())


def test_a_pronoun_is_no_country():
    source, target = "عاد من أمريكا أمس.", "He left us in Lebanon."
    mended, _ = mend_names(source, target, looks(source, target, a2=4))
    assert mended == "He left us in America."


def test_without_attention_no_name_is_touched():
    target = "The minister arrived in Lebanon."
    assert mend_names(LITHUANIA, target, None) == (target, ())
