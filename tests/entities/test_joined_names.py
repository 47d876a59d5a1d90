"""Two people in one span of the recogniser come apart, the names of one person stay together."""

import pytest

from reader.entities.gazetteer import gazetteer
from reader.entities.joined_names import apart
from reader.entities.model import Entity, Label


def cut(text, label=Label.PER, start=3):
    found = apart(Entity(start, start + len(text), label, text, 0.8), gazetteer())
    around = " " * start + text
    assert all(around[e.start : e.end] == e.text and e.label is label for e in found)
    assert all(e.score == 0.8 for e in found)
    return [e.text for e in found]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("شولتس لماكرون", ["شولتس", "ماكرون"]),
        ("إيمانويل ماكرون وشولتس", ["إيمانويل ماكرون", "شولتس"]),
        ("لافروف لبلينكن", ["لافروف", "بلينكن"]),
        ("ميركل لِـبايدن", ["ميركل", "بايدن"]),
        ("مودي لبوتين وترامب", ["مودي", "بوتين", "ترامب"]),
    ],
)
def test_a_clitic_before_a_known_person_cuts(text, people):
    assert cut(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "ماكرون",
        "لماكرون",  # the first word's clitic is the recogniser's work
        "عمر بارشيد",
        "خالد بالشرع",
        "سامي بلال",
        "نادر لصالح",
        "مريم وردة",
        "دونالد ترامب",
    ],
)
def test_one_person_stays_whole(text):
    assert cut(text) == [text]


def test_only_people_are_cut():
    assert cut("معهد لماكرون", Label.ORG) == ["معهد لماكرون"]
