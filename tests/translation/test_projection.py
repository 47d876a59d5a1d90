"""Entities found again in the English."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.entities.model import Entity, Label
from reader.entities.numbers import find_numbers
from reader.translation.english.expressions import english_numbers
from reader.translation.model import ParagraphTranslation, SentencePair, WordLink
from reader.translation.projection import english_forms, project


def paragraph(*pairs):
    return ParagraphTranslation("p0", pairs, "test 1")


def found_in(arabic, text, label, english="", base=""):
    start = arabic.index(text)
    return Entity(start, start + len(text), label, text, base=base or text, english=english)


def shown(result):
    return [(e.text, e.label) for e in result]


def test_spans_are_in_the_english_paragraph():
    arabic = "زار ترامب بغداد. وغادر ترامب أنقرة."
    first = SentencePair(0, 16, "Trump visited Baghdad.")
    second = SentencePair(17, len(arabic), "And Trump left Ankara.")
    translation = paragraph(first, second)
    entities = [
        found_in(arabic, "ترامب", Label.PER, "Trump"),
        found_in(arabic, "بغداد", Label.LOC, "Baghdad"),
        Entity(24, 29, Label.PER, "ترامب", base="ترامب", english="Trump"),
        found_in(arabic, "أنقرة", Label.LOC, "Ankara"),
    ]
    result = project(entities, translation)
    assert all(translation.text[e.start : e.end] == e.text for e in result)
    assert [e.text for e in result] == ["Trump", "Baghdad", "Trump", "Ankara"]
    assert result[2].start > len(first.target)


def test_links_lead_to_a_name_that_is_spelt_another_way():
    arabic = "التقى زرقم نظيره"
    pair = SentencePair(
        0, len(arabic), "Smith met General Barham Lee there", links=(WordLink(6, 10, 18, 24),)
    )
    [entity] = project([found_in(arabic, "زرقم", Label.PER)], paragraph(pair))
    assert entity.text == "Barham Lee"


def test_links_choose_among_several_places():
    arabic = "ترامب هنا"
    pair = SentencePair(0, 9, "Trump here and Trump there", links=(WordLink(0, 5, 15, 20),))
    [entity] = project([found_in(arabic, "ترامب", Label.PER, "Trump")], paragraph(pair))
    assert entity.start == 15


def test_link_to_the_name_of_somebody_else_is_refused():
    arabic = "قال زرقم"
    pair = SentencePair(0, 8, "It was in France and Spain", links=(WordLink(4, 8, 10, 16),))
    assert project([found_in(arabic, "زرقم", Label.PER)], paragraph(pair)) == []


def test_links_join_words_and_drop_the_edges():
    arabic = "قرار مجلس الأمن الدولي"
    target = "a decision of the UN Security Council again"
    links = (
        WordLink(5, 9, 30, 37),
        WordLink(10, 15, 21, 29),
        WordLink(16, 22, 14, 20),
    )
    entity = found_in(arabic, "مجلس الأمن الدولي", Label.ORG)
    [result] = project([entity], paragraph(SentencePair(0, len(arabic), target, links=links)))
    assert result.text == "UN Security Council"


def test_link_to_a_common_word_is_no_name():
    arabic = "زار ترامب بغداد"
    pair = SentencePair(0, 15, "The visit by Trump", links=(WordLink(4, 9, 4, 9),))
    assert shown(project([found_in(arabic, "ترامب", Label.PER, "Trump")], paragraph(pair))) == [
        ("Trump", Label.PER)
    ]


@pytest.mark.parametrize(
    ("text", "label", "english", "target", "words"),
    [
        ("الأميركي", Label.NORP, "American", "the US president", "US"),
        ("الناتو", Label.ORG, "NATO", "Members of NATO met", "NATO"),
        ("ستولتنبرغ", Label.PER, "", "said Mr Stoltenberg on", "Stoltenberg"),
        ("كاطع الركابي", Label.PER, "", "remarks by Kata al-Rikabi there", "Kata al-Rikabi"),
        (
            "عبدالكريم خلف",
            Label.PER,
            "",
            "General Abdul Karim Khalaf, spokesman",
            "Abdul Karim Khalaf",
        ),
        ("مينزا", Label.PER, "", "his assistant Smith said", "Smith"),
    ],
)
def test_name_without_links(text, label, english, target, words):
    pair = SentencePair(0, len(text), target)
    assert shown(project([found_in(text, text, label, english)], paragraph(pair))) == [
        (words, label)
    ]


@pytest.mark.parametrize(
    ("arabic", "target", "words"),
    [
        (
            "قال الرئيس الأمريكي إن الولايات المتحدة سترد.",
            "The American president said the United States would respond.",
            ["American", "United States"],
        ),
        (
            "قال وزير الخارجية الأمريكي بلينكن إن الولايات المتحدة تدعم.",
            "US Secretary of State Blinken said the United States supports",
            ["US", "United States"],
        ),
    ],
)
def test_an_adjective_leaves_the_country_its_words(arabic, target, words):
    entities = [
        found_in(arabic, "الأمريكي", Label.NORP, "American"),
        found_in(arabic, "الولايات المتحدة", Label.LOC, "United States"),
    ]
    assert english_forms(entities, paragraph(SentencePair(0, len(arabic), target))) == words


@pytest.mark.parametrize(
    ("arabic", "target", "words"),
    [
        ("سيزداد العدد من 500 إلى 4000", "The number will go from 500 to 4,000", "500 to 4,000"),
        ("الانتخابات في 10 أكتوبر 2021", "Elections on October 10, 2021", "October 10, 2021"),
        ("قمة الرابع والخامس من ديسمبر 2019", "the fourth and fifth of December 2019", "fourth and fifth of December 2019"),
        ("يسكنها 12 مليون نسمة", "12 million people live there", "12 million"),
        ("ارتفع 20 في المئة", "It rose 20 percent", "20 percent"),
        ("بقيمة 3.5 مليار يورو", "worth 3.5 billion euros", "3.5 billion euros"),
        ("نحو 2500 جندي", "some 2,500 soldiers", "some 2,500"),
        ("ثمانية وعشرين جنديا", "twenty-eight soldiers", "twenty-eight"),
        ("العام الماضي", "Last year", "Last year"),
        ("قبل شهرين", "two months ago", "two months ago"),
        ("زيادة ثمانية أضعاف", "an eight-fold increase", "eight-fold"),
        ("يوم الأربعاء", "on Wednesday", "Wednesday"),
        ("عشرات الآلاف", "tens of thousands", "tens of thousands"),
        ("فاز على آرسنال 3-0", "It beat Arsenal 3-0 away", "3-0"),
        ("بين 20% و30%", "Between 20% and 30%", "20% and 30%"),
        ("من 5 إلى 7 ملايين دولار", "From $5 million to $7 million", "$5 million to $7 million"),
        ("الساعة العاشرة", "at ten o'clock sharp", "ten o'clock"),
        ("العاشرة مساء", "at 10 o’clock in the evening", "10 o’clock in the evening"),
        ("85 دولارا و30 سنتا", "It closed at $85.30", "$85.30"),
        ("الساعة 10:30 صباحا", "at 10:30 a.m. local", "10:30 a.m."),
    ],
)  # fmt: skip
def test_numbers_meet_by_value(arabic, target, words):
    [entity] = find_numbers(arabic)
    [result] = project([entity], paragraph(SentencePair(0, len(arabic), target)))
    assert (result.text, result.value) == (words, entity.value)
    assert english_forms([entity], paragraph(SentencePair(0, len(arabic), target))) == [words]


def test_english_number_without_counterpart_is_shown_on_its_own():
    pair = SentencePair(0, 9, "In 2018 some 32 allies agreed.")
    assert shown(project([], paragraph(pair))) == [
        ("2018", Label.DATE),
        ("some 32", Label.CARDINAL),
    ]


@settings(deadline=None)  # tables load on first use
@given(st.text(alphabet=st.sampled_from("aTo 12,.-/$%يع\u202e"), max_size=50))
def test_any_english_gives_exact_spans(text):
    pair = SentencePair(0, 5, text, links=(WordLink(0, 5, 0, len(text)),))
    translation = paragraph(pair)
    result = project([Entity(0, 5, Label.PER, "ترامب", base="ترامب")], translation)
    end = 0
    for entity in result:
        assert end <= entity.start < entity.end <= len(translation.text)
        assert entity.text == translation.text[entity.start : entity.end]
        end = entity.end


def test_hostile_english_ends():
    flood = "twenty " * 500 + "1/" * 500 + "million " * 500 + "Al-" * 500
    assert english_numbers(flood)
    assert (
        project([Entity(0, 5, Label.PER, "ترامب")], paragraph(SentencePair(0, 5, "Zed " * 1000)))
        == []
    )
