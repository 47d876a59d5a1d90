"""Comparing two annotators, and deciding between them."""

from dataclasses import replace

import pytest

from reader.annotations.anchor import make_anchor
from reader.annotations.model import new_annotation
from reader.errors import ReaderError
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.tui.reading.adjudication import Adjudication, summary
from reader.tui.screens.compare import CompareScreen
from tests.tui.driving import press, screen_text
from tests.tui.fakes import TEXTS, World, document

DOC = document(*TEXTS)


def annotate(database, annotator, *labels):
    store = AnnotationStore(database, annotator=annotator)
    for paragraph, words, label in labels:
        start = TEXTS[paragraph].index(words)
        anchor = make_anchor(DOC, paragraph, start, start + len(words))
        store.add(replace(new_annotation(DOC.fingerprint, anchor), label=label))


@pytest.fixture
def database(tmp_path):
    with Database(tmp_path / "reader.db") as database:
        annotate(database, "a", (0, "ترامب", "PER"), (0, "العراق", "LOC"), (2, "أنقرة", "LOC"))
        annotate(
            database, "b", (0, "دونالد ترامب", "PER"), (0, "العراق", "LOC"), (2, "أنقرة", "ORG")
        )
        yield database


def judged(database):
    return AnnotationStore(database).for_document(DOC.fingerprint, "judge")


async def test_disagreements_are_decided_one_by_one(database, tmp_path):
    work = Adjudication(database, DOC, "a", "b", "judge")
    app = World(tmp_path, {}).app()
    app._opening = lambda: CompareScreen(work)
    async with app.run_test(size=(120, 20)) as pilot:
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        assert [row.place.kind for row in screen.all_rows] == ["boundary", "label"]
        assert any("1 a" in row for row in screen_text(app))
        await press(pilot, "2")
        assert screen.table.cursor == 1
        await press(pilot, "0")
        assert [row.decision for row in screen.all_rows] == ["second", "neither"]
        found = {(a.quote, a.label, a.status) for a in judged(database)}
        assert found == {("دونالد ترامب", "PER", "accepted"), ("أنقرة", "LOC", "rejected")}
        await press(pilot, "g 1")
        assert screen.all_rows[0].decision == "first"
        assert len(judged(database)) == 2
        await press(pilot, "u")
        assert screen.all_rows[0].decision == "second"


async def test_with_a_filter_each_decision_goes_to_the_next_case(tmp_path):
    with Database(tmp_path / "reader.db") as database:
        words = TEXTS[0].split()[:6]
        annotate(database, "a", *((0, word, "PER") for word in words))
        annotate(database, "b", *((0, word, "LOC") for word in words))
        work = Adjudication(database, DOC, "a", "b", "judge")
        app = World(tmp_path, {}).app()
        app._opening = lambda: CompareScreen(work)
        async with app.run_test(size=(120, 20)) as pilot:
            screen = app.screen
            screen.filter_text = "open"
            screen.refresh_rows()
            for left in range(len(screen.table.rows) - 1, 0, -1):
                following = screen.table.rows[1].place
                await press(pilot, "1")
                assert len(screen.table.rows) == left
                assert screen.table.cursor == 0
                assert screen.table.current.place == following
            await press(pilot, "1")
            assert screen.table.rows == []


def test_the_summary_gives_kappa_and_f1(database):
    lines = summary(Adjudication(database, DOC, "a", "b", "judge").agreement)
    assert lines[0].startswith("Cohen's kappa on ")
    assert "F1, same span: 0.333" in lines[1]
    assert lines[-1] == "Disagreements: 2"


def test_an_unknown_annotator_is_told(database):
    with pytest.raises(ReaderError, match="zoe has no annotations"):
        Adjudication(database, DOC, "a", "zoe", "judge")


def own(database, start, end, **fields):
    """Put an annotation that the judge made while reading on the first paragraph."""
    one = new_annotation(DOC.fingerprint, make_anchor(DOC, 0, start, end))
    return AnnotationStore(database, annotator="judge").add(replace(one, **fields))


def test_notes_of_the_judge_outlive_decisions(database):
    start = TEXTS[0].index("ترامب")
    own(database, 0, 30, note="of mine")
    own(database, start, start + 5, label="PER", note="who?")
    work = Adjudication(database, DOC, "a", "b", "judge")
    assert work.cases()[0].decision == "first"
    for decision, labels in (("second", ["PER"]), ("first", ["PER"]), ("neither", ["PER"])):
        work.decide(work.cases()[0].place, decision)
        assert work.cases()[0].decision == decision
        assert {a.note for a in judged(database)} == {"of mine", "who?", ""}
        assert [a.label for a in judged(database) if a.label] == labels


def test_a_suggestion_rejected_while_reading_is_no_decision(database):
    start = TEXTS[0].index("ترامب")
    own(
        database, start, start + 5,
        label="PER", status="rejected", origin="recogniser", reviewed=True,
    )  # fmt: skip
    work = Adjudication(database, DOC, "a", "b", "judge")
    assert [case.decision for case in work.cases()] == ["", ""]
    work.decide(work.cases()[0].place, "first")
    assert work.cases()[0].decision == "first"
