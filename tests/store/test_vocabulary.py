"""Saved words, spaced repetition and statuses."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.store import Database
from reader.store.vocabulary import VocabularyStore, known_share, status_of

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with Database(tmp_path / "r.db") as database:
        yield VocabularyStore(database)


def test_a_word_is_saved_with_its_sentence(store):
    saved = store.save(
        "الضغوط", lemma="ضغط", gloss="pressure", sentence="في ظل هذه الضغوط", translation="Under this pressure",
        fingerprint="f", paragraph_id="p1-x", start=9, now=NOON,
    )  # fmt: skip
    assert store.words() == [saved]
    assert (saved.word, saved.gloss, saved.status, saved.due) == ("الضغوط", "pressure", "new", NOON)


def test_the_same_lemma_again_keeps_progress_and_renews_the_sentence(store):
    first = store.save("ضغط", lemma="ضغط", gloss="pressure", now=NOON)
    reviewed = store.review(first.id, "good", now=NOON)
    again = store.save("الضغوط", lemma="ضَغْط", sentence="another", now=NOON + timedelta(days=1))
    assert again.id == first.id
    assert (again.gloss, again.sentence) == ("pressure", "another")
    assert (again.status, again.due) == ("learning", reviewed.due)


def test_reviews_space_out_until_known(store):
    word = store.save("حرب", now=NOON)
    moment, gaps = NOON, []
    for _ in range(8):
        word = store.review(word.id, "good", now=moment)
        gaps.append(word.due - moment)
        moment = word.due
    assert gaps == sorted(gaps)
    assert word.status == "known"
    assert store.review(word.id, "again", now=moment).due - moment < timedelta(days=1)


def test_due_words_come_longest_waiting_first(store):
    late = store.save("أول", now=NOON)
    later = store.save("ثان", now=NOON + timedelta(hours=1))
    store.save("ثالث", now=NOON + timedelta(days=9))
    assert store.due(now=NOON + timedelta(days=1)) == [late, later]
    assert store.due(now=NOON + timedelta(days=1), limit=1) == [late]
    for n in range(200):
        store.save(f"كلمة {n}", now=NOON)
    assert len(store.due(now=NOON + timedelta(days=1), limit=None)) == 202


def test_a_word_marked_as_known_is_not_asked_and_stays_known_until_forgotten(store):
    new = store.save("أول", now=NOON)
    learnt = store.save("ثان", now=NOON)
    store.review(learnt.id, "good", now=NOON)
    for word in (new, learnt):
        store.set_status(word.id, "known")
    assert store.due(now=NOON + timedelta(days=400)) == []
    assert store.review(new.id, "good", now=NOON).status == "known"
    assert store.review(new.id, "again", now=NOON).status == "learning"
    assert [w.id for w in store.due(now=NOON + timedelta(days=400))] == [new.id]


def test_a_word_known_by_reviews_is_asked_again(store):
    word = store.save("حرب", now=NOON)
    for _ in range(8):
        word = store.review(word.id, "good", now=word.due)
    assert word.status == "known"
    assert store.due(now=word.due) == [word]


def test_a_word_without_its_lemma_has_the_row_it_had(store):
    first = store.save("الضغوط", lemma="ضغط", gloss="pressure", now=NOON)
    again = store.save("الضغوط", sentence="another", now=NOON)
    assert (again.id, again.lemma, again.sentence) == (first.id, "ضغط", "another")
    assert len(store.words()) == 1


def test_a_lemma_that_comes_later_keeps_the_row_and_its_progress(store):
    first = store.save("الضغوط", now=NOON)
    store.review(first.id, "good", now=NOON)
    again = store.save("الضغوط", lemma="ضغط", gloss="pressure", now=NOON)
    assert (again.id, again.lemma, again.status) == (first.id, "ضغط", "learning")
    assert store.save("ضغط", lemma="ضغط", now=NOON).id == first.id


def test_status_is_found_through_clitics_and_spelling(store):
    word = store.save("إدارة", now=NOON)
    store.set_status(word.id, "known")
    statuses = store.statuses()
    assert status_of("والإدارة", statuses) == "known"
    assert status_of("رئيس", statuses) is None
    assert known_share(["الإدارة", "رئيس"], statuses) == 0.5
    assert known_share([], statuses) == 0.0


def test_removing_and_editing(store):
    word = store.save("حرب", now=NOON)
    store.set_gloss(word.id, "war")
    assert store.words()[0].gloss == "war"
    store.remove(word.id)
    assert store.words() == []
