"""Nothing is translated twice, and a fault of the database stops nothing."""

from reader.errors import StoreError
from reader.store import Database
from reader.store.translations import TranslationStore
from reader.translation.model import Doubt, SentencePair
from reader.translation.pipeline import Pipeline, mean_score


class Upper:
    """An engine that remembers what it was asked."""

    id = "upper 1"

    def __init__(self, doubts=()):
        self.asked = []
        self.doubts = doubts

    def translate(self, texts, *, on_done=None, should_stop=None):
        results = []
        for n, text in enumerate(texts):
            if should_stop and should_stop():
                break
            self.asked.append(text)
            pairs = [SentencePair(0, len(text), text.upper(), score=-1.0, doubts=self.doubts)]
            results.append(pairs)
            on_done(n, pairs)
        return results


def targets(results):
    return [None if pairs is None else pairs[0].target for pairs in results]


def test_second_run_asks_the_engine_for_nothing(tmp_path):
    with Database(tmp_path / "r.db") as database:
        store = TranslationStore(database)
        first = Pipeline(Upper(), store).translate(["a", "b"])
        again = Upper()
        assert Pipeline(again, store).translate(["a", "b"]) == first
        assert again.asked == []


def test_equal_paragraphs_are_translated_once_and_delivered_each():
    engine, seen = Upper(), []
    results = Pipeline(engine).translate(["a", "b", "a"], on_done=lambda n, p: seen.append(n))
    assert targets(results) == ["A", "B", "A"]
    assert engine.asked == ["a", "b"]
    assert sorted(seen) == [0, 1, 2]


def test_stopped_run_goes_on_where_it_stopped(tmp_path):
    with Database(tmp_path / "r.db") as database:
        store, seen = TranslationStore(database), []
        stopped = Pipeline(Upper(), store).translate(
            ["a", "b", "c"],
            on_done=lambda n, p: seen.append(n),
            should_stop=lambda: len(seen) >= 2,
        )
        assert targets(stopped) == ["A", "B", None]
        engine = Upper()
        assert targets(Pipeline(engine, store).translate(["a", "b", "c"])) == ["A", "B", "C"]
        assert engine.asked == ["c"]


def test_failed_sentence_is_tried_again_next_time(tmp_path):
    with Database(tmp_path / "r.db") as database:
        store = TranslationStore(database)
        Pipeline(Upper((Doubt("failed", "memory"),)), store).translate(["a"])
        engine = Upper()
        Pipeline(engine, store).translate(["a"])
        assert engine.asked == ["a"]


def test_locked_database_is_told_once_and_the_rest_translated(tmp_path):
    class Locked:
        def get_many(self, texts, engine):
            raise StoreError("in use by another program")

        def put(self, text, engine, pairs):
            raise StoreError("in use by another program")

    told = []
    results = Pipeline(Upper(), Locked(), on_warning=told.append).translate(["a", "b"])
    assert targets(results) == ["A", "B"]
    assert told == ["in use by another program"]


def test_database_locked_half_way_is_waited_for_once(tmp_path):
    class Full:
        def __init__(self):
            self.tries = 0

        def get_many(self, texts, engine):
            return [None] * len(texts)

        def put(self, text, engine, pairs):
            self.tries += 1
            raise StoreError("The disk is full.")

    told, full = [], Full()
    results = Pipeline(Upper(), full, on_warning=told.append).translate(["a", "b", "c"])
    assert targets(results) == ["A", "B", "C"]
    assert full.tries == 1
    assert told == ["The disk is full. The translations of this run are not kept."]


def test_corrections_cover_stored_and_new_and_are_not_stored(tmp_path):
    def finish(text, pairs):
        return [SentencePair(p.start, p.end, p.target + "!", "human") for p in pairs]

    with Database(tmp_path / "r.db") as database:
        store = TranslationStore(database)
        for _ in range(2):
            assert targets(Pipeline(Upper(), store, finish).translate(["a"])) == ["A!"]
        assert store.get_many(["a"], "upper 1")[0][0].target == "A"


def test_score_of_a_paragraph_weighs_by_length():
    assert mean_score([SentencePair(0, 1, "abc", score=-1.0), SentencePair(2, 3, "x")]) == -1.0
    pairs = [SentencePair(0, 1, "a" * 29, score=-1.0), SentencePair(2, 3, "b" * 9, score=-2.0)]
    assert mean_score(pairs) == -1.25
    assert mean_score([]) is None
