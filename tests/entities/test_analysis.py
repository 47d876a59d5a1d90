"""Names and numbers together."""

from itertools import pairwise

import pytest

from reader.entities import LEGEND, Entity, Label
from reader.entities.analysis import analyse, base_form
from reader.entities.gazetteer_recogniser import GazetteerRecogniser
from reader.entities.merging import merge, with_known


def test_offsets_point_at_the_text_itself():
    text = "أعلن ينس ستولتنبرغ في 19 فبراير 2021 زيادة قوات الناتو في العراق من 500 إلى 4000."
    [found] = analyse([text])
    assert all(text[e.start : e.end] == e.text for e in found)
    assert {"19 فبراير 2021", "العراق", "500 إلى 4000"} <= {e.text for e in found}
    assert found == sorted(found, key=lambda e: e.start)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_without_the_model_the_lists_find_names(monkeypatch):
    monkeypatch.setattr("reader.entities.analysis._trained", lambda: None)
    [found] = analyse(["قال رئيس الوزراء مصطفى الكاظمي في بغداد عام 2021"])
    assert [(e.text, e.label, e.english or e.value) for e in found] == [
        ("مصطفى الكاظمي", Label.PER, "Mustafa al-Kadhimi"),
        ("بغداد", Label.LOC, "Baghdad"),
        ("عام 2021", Label.DATE, "2021"),
    ]


def test_should_stop_leaves_the_rest_without_entities():
    assert analyse(["في 10 أكتوبر 2021", "في 5 يناير"], should_stop=lambda: True) == [[], []]


def entity(start, end, label):
    return Entity(start, end, label, "x" * (end - start))


@pytest.mark.parametrize(
    ("name", "number", "winner"),
    [
        (entity(0, 14, Label.PER), entity(8, 14, Label.ORDINAL), Label.PER),
        (entity(0, 14, Label.ORG), entity(7, 14, Label.CARDINAL), Label.ORG),
        (entity(0, 5, Label.PER), entity(0, 14, Label.DATE), Label.DATE),
        (entity(0, 5, Label.LOC), entity(0, 5, Label.DATE), Label.DATE),
        (entity(0, 12, Label.ORG), entity(5, 12, Label.DATE), Label.ORG),
        (entity(3, 9, Label.LOC), entity(0, 5, Label.MONEY), Label.MONEY),
    ],
)
def test_precedence_of_names_and_numbers(name, number, winner):
    assert [e.label for e in merge([name], [number])] == [winner]


def test_a_number_spelt_like_a_given_name_is_none_before_the_surname():
    number = Entity(0, 5, Label.CARDINAL, "ألفين", value="2000")
    surname = entity(6, 12, Label.PER)
    assert merge([surname], [number]) == [surname]
    assert merge([entity(6, 12, Label.LOC)], [number])[0] == number
    assert merge([entity(9, 15, Label.PER)], [number])[0] == number


@pytest.mark.parametrize(
    ("recognised", "known", "kept"),
    [
        ((10, 16, Label.LOC), (5, 16, Label.ORG), (5, 16, Label.ORG)),
        ((5, 16, Label.LOC), (5, 16, Label.ORG), (5, 16, Label.ORG)),
        ((5, 30, Label.ORG), (10, 16, Label.LOC), (5, 30, Label.ORG)),
        ((5, 16, Label.ORG), (5, 16, Label.LOC), (5, 16, Label.ORG)),
        ((10, 16, Label.LOC), (5, 16, Label.LOC), (10, 16, Label.LOC)),
        ((9, 28, Label.ORG), (5, 15, Label.ORG), (5, 15, Label.ORG)),
    ],
)
def test_listed_names_against_the_models(recognised, known, kept):
    found = with_known([entity(*recognised)], [entity(*known)])
    assert [(e.start, e.end, e.label) for e in found] == [kept]


def test_a_long_listed_name_stands_for_its_parts():
    text = "حلف شمال الأطلسي"
    whole = Entity(0, 16, Label.ORG, text)
    assert with_known([Entity(0, 3, Label.ORG, "حلف")], [whole]) == [whole]
    parts = [Entity(0, 3, Label.ORG, "حلف"), Entity(9, 16, Label.ORG, "الأطلسي")]
    assert with_known(parts, [whole]) == [whole]


def test_listed_names_fill_what_the_model_missed():
    found = with_known([entity(0, 5, Label.PER)], [entity(8, 12, Label.LOC)])
    assert [e.start for e in found] == [0, 8]


def test_merge_keeps_what_does_not_touch():
    names = [entity(0, 4, Label.LOC), entity(2, 6, Label.ORG), entity(10, 12, Label.PER)]
    assert [e.start for e in merge(names, [entity(6, 9, Label.DATE)])] == [0, 6, 10]


@pytest.mark.parametrize(
    ("text", "span", "label"),
    [
        ("الحرب في العراق", "العراق", Label.LOC),
        ("وبالعراق قواعد", "العراق", Label.LOC),
        ("مهمة للناتو", "ناتو", Label.ORG),
        ("وترامب يطلب المزيد", "ترامب", Label.PER),
        ("قال رئيس الوزراء مصطفى الكاظمي", "مصطفى الكاظمي", Label.PER),
        ("التقى محمود حسين يوم أمس", "محمود حسين", Label.PER),
        ("بيان وزارة النفط العراقية", "وزارة النفط العراقية", Label.ORG),
        ("سكان محافظة الديوانية", "محافظة الديوانية", Label.LOC),
        ("القوات الأميركية", "الأميركية", Label.NORP),
    ],
)
def test_names_without_the_trained_model(text, span, label):
    [found] = GazetteerRecogniser().recognise([text])
    assert (span, label) in [(e.text, e.label) for e in found]


@pytest.mark.parametrize("text", ["اعتمد على الحاجة حتى الآن", "نشر صور من هناك", "فتح الباب"])
def test_common_words_are_no_names(text):
    assert GazetteerRecogniser().recognise([text]) == [[]]


def test_base_form_restores_the_article_and_drops_marks():
    text = "مهمة للناتو"
    assert base_form(text, Entity(7, 11, Label.ORG, "ناتو")) == "الناتو"
    assert base_form("مُحمّـد", Entity(0, 7, Label.PER, "مُحمّـد")) == "محمد"


def test_legend_tells_every_label_apart_without_colour():
    assert set(LEGEND) == set(Label)
    cues = [(e.underline, e.bold) for label, e in LEGEND.items() if not label.is_number]
    assert len(set(cues)) == len(cues)
    assert len({e.role for e in LEGEND.values()}) == len(Label)


def test_a_paragraph_in_another_script_has_numbers_only():
    (found,) = analyse(["Not a word of Arabic in London, only 12 words."])
    assert [(e.label, e.text) for e in found] == [(Label.CARDINAL, "12")]
