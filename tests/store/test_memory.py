"""The translation memory in the database."""

import sqlite3

import pytest

from reader.errors import StoreError
from reader.store import Database
from reader.store.database import migrations, split_statements
from reader.store.memory import MemoryStore
from reader.translation.finishing import Finishing
from reader.translation.memory import Entry
from reader.translation.model import Doubt, SentencePair


@pytest.fixture
def memory(tmp_path):
    with Database(tmp_path / "r.db") as database:
        yield MemoryStore(database)


def test_correction_is_found_by_any_spelling_with_its_origin(memory):
    memory.put("أعلن الرئيس.", "The president announced.", author="noor", package="argos 1")
    entry = memory.get("اعلنَ  الرئيس.")
    assert (entry.target, entry.origin, entry.author) == (
        "The president announced.",
        "human",
        "noor",
    )
    assert entry.package == "argos 1"
    assert entry.created.endswith("Z")
    assert memory.get("أعلن الوزير.") is None


def test_a_sentence_with_another_word_keeps_its_own_correction(memory):
    memory.put("رأيت صديقة أحمد.", "I saw Ahmed's girlfriend.")
    assert memory.get("رأيت صديقه أحمد.") is None
    memory.put("رأيت صديقه أحمد.", "I saw his friend Ahmed.")
    assert memory.get("رأيتَ صديقة احمد.").target == "I saw Ahmed's girlfriend."


def test_the_keys_of_an_older_database_are_made_anew(tmp_path):
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for script in migrations()[:9]:
        for statement in split_statements(script):
            old.execute(statement)
    row = ("إلى المدينة", "الي المدينه", "To the city", "human", "2026-01-01T00:00:00Z")
    old.execute(
        "INSERT INTO memory (source, source_key, target, origin, created, changed)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        row,
    )
    old.execute("PRAGMA user_version = 9")
    old.close()
    with Database(path) as database:
        memory = MemoryStore(database)
        assert memory.get("الى المدينة").target == "To the city"
        assert memory.get("إلى المدينه") is None
        assert memory.remove("إلى المدينة")


def test_a_key_with_the_tatweel_of_a_range_dropped_is_made_anew(tmp_path):
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    for script in migrations()[:10]:
        for statement in split_statements(script):
            old.execute(statement)
    old.execute(
        "INSERT INTO memory (source, source_key, target, origin, created, changed)"
        " VALUES ('10ـ15', '1015', '10 to 15', 'human', '2026-01-01', '2026-01-01')"
    )
    old.execute("PRAGMA user_version = 10")
    old.close()
    with Database(path) as database:
        memory = MemoryStore(database)
        assert memory.get("10ـ15").target == memory.get("10-15").target == "10 to 15"
        assert memory.get("1015") is None


def test_later_correction_replaces_and_keeps_when_it_began(memory):
    memory.put_many(
        [Entry("نص", "old", created="2020-01-01T00:00:00Z", changed="2020-01-01T00:00:00Z")]
    )
    memory.put("نصّ", "new")
    assert memory.count() == 1
    entry = memory.get("نص")
    assert entry.target == "new"
    assert entry.created == "2020-01-01T00:00:00Z"
    assert entry.changed > entry.created


def test_import_keeps_what_is_newer_and_what_a_human_wrote(memory):
    memory.put("أ", "mine")
    memory.put_many([Entry("ب", "old", "import", changed="2020-01-01T00:00:00Z")])
    taken = memory.put_many(
        [
            Entry("أ", "theirs", changed="2019-01-01T00:00:00Z"),
            Entry("أ", "machine's", "machine", changed="2999-01-01T00:00:00Z"),
            Entry("ب", "newer", "import", changed="2021-01-01T00:00:00Z"),
        ],
        keep_newer=True,
    )
    assert taken == 1
    assert [e.target for e in memory.get_many(["أ", "ب"])] == ["mine", "newer"]


def test_import_without_a_date_replaces_nothing(memory):
    memory.put_many([Entry("أ", "old", "import", changed="2020-01-01T00:00:00Z")])
    undated = [Entry("أ", "theirs"), Entry("ب", "first"), Entry("ب", "second")]
    assert memory.put_many(undated, keep_newer=True) == 1
    assert [e.target for e in memory.get_many(["أ", "ب"])] == ["old", "first"]
    assert memory.put_many([Entry("أ", "theirs", created="2021-01-01T00:00:00Z")], keep_newer=True)
    assert memory.put_many(undated) == 3
    assert [e.target for e in memory.get_many(["أ", "ب"])] == ["theirs", "second"]


def test_fuzzy_matches_follow_changes(memory):
    memory.put("وصل الوزير إلى بغداد", "The minister arrived in Baghdad")
    (match,) = memory.matches("وصل الوزير إلى بغداد اليوم")
    assert 75 <= match.percent < 100
    assert match.entry.target == "The minister arrived in Baghdad"
    memory.put("وصل الوزير إلى بغداد اليوم", "today")
    assert memory.matches("وصل الوزير إلى بغداد اليوم")[0].percent == 100
    assert memory.remove("وصل الوزير إلى بغداد اليوم")
    assert not memory.remove("وصل الوزير إلى بغداد اليوم")
    assert len(memory.matches("وصل الوزير إلى بغداد اليوم")) == 1


def test_change_by_another_program_is_seen(tmp_path):
    with Database(tmp_path / "r.db") as one, Database(tmp_path / "r.db") as other:
        memory = MemoryStore(one)
        assert memory.matches("وصل الوزير") == []
        MemoryStore(other).put("وصل الوزير", "The minister arrived")
        assert memory.matches("وصل الوزير")[0].percent == 100


@pytest.mark.parametrize(("source", "target"), [("", "x"), ("  ", "x"), ("نص", " "), ("ً", "x")])
def test_empty_is_refused_and_nothing_changes(memory, source, target):
    with pytest.raises(StoreError, match="empty"):
        memory.put_many([Entry("قبل", "before"), Entry(source, target)])
    assert memory.count() == 0


def test_correction_wins_wherever_the_sentence_occurs(memory):
    memory.put("أعلن الرئيس.", "The president announced it.")
    text = "قال. اعلن الرئيس."
    pairs = [
        SentencePair(0, 4, "He said.", score=-1.0),
        SentencePair(5, 17, "Wrong", score=-3.0, doubts=(Doubt("score", "low"),)),
    ]
    shown = Finishing(memory)(text, pairs)
    assert shown[0] == pairs[0]
    assert (shown[1].target, shown[1].origin) == ("The president announced it.", "human")
    assert (shown[1].score, shown[1].doubts) == (None, ())
    memory.remove("أعلن الرئيس.")
    assert Finishing(memory)(text, pairs) == pairs
