"""Stored translations survive a killed program and come back exactly."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from reader.errors import StoreError
from reader.store import Database
from reader.store.translations import TranslationStore, decode, encode
from reader.translation.model import Doubt, SentencePair, WordLink

PAIRS = [
    SentencePair(
        0,
        12,
        'He said: "yes".',
        "machine",
        -0.5,
        (WordLink(0, 3, 0, 7, 0.75),),
        (Doubt("number", "2500 is missing."),),
    ),
    SentencePair(13, 20, "نعم [/b]\x1b", "human"),
]


def test_pairs_come_back_as_they_were(database):
    store = TranslationStore(database)
    store.put("نص أول", "engine 1", PAIRS)
    assert store.get_many(["غيره", "نص أول"], "engine 1") == [None, PAIRS]


def test_other_engine_has_its_own(database):
    store = TranslationStore(database)
    store.put("نص", "engine 1", PAIRS)
    assert store.get_many(["نص"], "engine 2") == [None]
    assert store.count(["نص", "نص", "آخر"], "engine 1") == 2


def test_later_translation_replaces(database):
    store = TranslationStore(database)
    store.put("نص", "e", PAIRS)
    store.put("نص", "e", PAIRS[:1])
    assert store.get_many(["نص"], "e") == [PAIRS[:1]]


def test_thousands_of_paragraphs_at_once(database):
    store = TranslationStore(database)
    store.put("p1234", "e", PAIRS)
    found = store.get_many([f"p{n}" for n in range(3000)], "e")
    assert [n for n, pairs in enumerate(found) if pairs] == [1234]


def test_lone_surrogates_are_a_text_like_any_other(database):
    store = TranslationStore(database)
    store.put("\ud800", "e", [])
    assert store.get_many(["\ud800"], "e") == [[]]


@pytest.mark.parametrize("text", ["", "[1]", "{}", "[[1,2]]", "\ud800"])
def test_damaged_row_is_explained(text):
    if text == "{}":
        assert decode(text) == []
        return
    with pytest.raises(StoreError, match="damaged"):
        decode(text)


def test_encoding_is_exact():
    assert decode(encode(PAIRS)) == PAIRS


def test_killed_program_keeps_every_paragraph_put_before(tmp_path):
    path = tmp_path / "r.db"
    code = textwrap.dedent(f"""
        from reader.store import Database
        from reader.store.translations import TranslationStore
        from reader.translation.model import SentencePair
        store = TranslationStore(Database({str(path)!r}))
        for n in range(10**6):
            store.put(f"p{{n}}", "e", [SentencePair(0, 1, str(n))])
            print(n, flush=True)
    """)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        last = -1
        for line in child.stdout:
            last = int(line)
            if last >= 50:
                os.kill(child.pid, signal.SIGKILL)
                break
    with Database(path) as database:
        found = TranslationStore(database).get_many([f"p{n}" for n in range(last + 1)], "e")
    assert [pairs[0].target for pairs in found] == [str(n) for n in range(last + 1)]
