"""What the recogniser finds, offered once, and never against a decision."""

from dataclasses import replace

from reader.annotations.suggestions import suggest
from reader.entities import Entity, Label
from tests.annotations.helpers import document, on

DOC = document("قال محمد شياع السوداني في بغداد", "وصل 150 موظفاً")
PERSON = Entity(4, 22, Label.PER, "محمد شياع السوداني", 0.9)
CITY = Entity(26, 31, Label.LOC, "بغداد", 0.8)
NUMBER = Entity(4, 7, Label.CARDINAL, "150", value="150")
ENTITIES = [[PERSON, CITY], [NUMBER]]


def quotes(present):
    return [a.quote for a in suggest(DOC, ENTITIES, present)]


def test_every_entity_is_suggested_with_its_score_and_value():
    found = suggest(DOC, ENTITIES)
    assert [(a.quote, a.label, a.score, a.value) for a in found] == [
        ("محمد شياع السوداني", "PER", 0.9, ""),
        ("بغداد", "LOC", 0.8, ""),
        ("150", "CARDINAL", 1.0, "150"),
    ]
    assert {(a.status, a.origin, a.document) for a in found} == {
        ("suggested", "recogniser", DOC.fingerprint)
    }
    assert suggest(DOC, ENTITIES) == found  # the same ids again


def test_what_is_decided_is_not_suggested_again():
    assert quotes([on(DOC, "بغداد", label="LOC", status="rejected")]) == [
        "محمد شياع السوداني",
        "150",
    ]
    assert quotes([on(DOC, "بغداد", label="ORG")]) == ["محمد شياع السوداني", "150"]
    assert quotes([on(DOC, "السوداني", label="PER")]) == ["بغداد", "150"]


def test_what_decides_nothing():
    everything = ["محمد شياع السوداني", "بغداد", "150"]
    assert quotes([on(DOC, "السوداني", label="PER", status="rejected")]) == everything
    assert quotes([on(DOC, "بغداد", note="بلا تصنيف")]) == everything
    orphan = replace(on(DOC, "بغداد", label="LOC"), placement="orphan")
    assert quotes([orphan]) == everything
