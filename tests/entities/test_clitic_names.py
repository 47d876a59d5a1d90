"""Clitics that the recogniser left on a listed place or organisation."""

import pytest

from reader.entities.analysis import analyse
from reader.entities.clitic_names import without_clitic
from reader.entities.gazetteer import gazetteer
from reader.entities.model import Entity, Label


def cut(text: str, label: Label = Label.LOC) -> str:
    found = without_clitic(Entity(3, 3 + len(text), label, text, 0.8), gazetteer())
    assert ("   " + text)[found.start : found.end] == found.text
    assert found.end == 3 + len(text)
    return found.text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("لإسرائيل", "إسرائيل"),
        ("لِـإسرائيل", "إسرائيل"),
        ("وبتركيا", "تركيا"),
        ("وفيتنام", "فيتنام"),
        ("بالسعودية", "السعودية"),
        ("ولكوريا الجنوبية", "كوريا الجنوبية"),
    ],
)
def test_a_listed_name_begins_behind_its_clitic(text: str, name: str) -> None:
    assert cut(text) == name


@pytest.mark.parametrize("text", ["بلجيكا", "واشنطن", "ليبيا", "لبنان", "بقرية", "كتركمان"])
def test_other_names_stay(text: str) -> None:
    assert cut(text) == text


def test_people_and_other_labels_stay() -> None:
    assert cut("لإسرائيل", Label.PER) == "لإسرائيل"
    assert cut("لإسرائيل", Label.ORG) == "لإسرائيل"


def test_names_in_a_sentence_have_their_english() -> None:
    found = analyse(["الدعم لأوروبا وإثيوبيا وفيتنام", "للولايات المتحدة ولألمانيا وبالسعودية"])
    assert [[e.english for e in names] for names in found] == [
        ["Europe", "Ethiopia", "Vietnam"],
        ["United States", "Germany", "Saudi Arabia"],
    ]
