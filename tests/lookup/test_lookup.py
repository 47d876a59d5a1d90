"""The ladder from a word in a sentence to dictionary entries and ranked readings."""

import pytest

from reader.lookup.dictionaries import open_dictionaries
from reader.lookup.lookup import LookUp
from reader.lookup.model import Analysis
from reader.lookup.ranking import rank
from tests.lookup.test_dictionaries import write_stardict


class Words:
    """A dictionary in memory."""

    title = "Words"

    def __init__(self, entries):
        self.entries = entries

    def load(self):
        pass

    def heads(self, key):
        return [head for head in self.entries if head == key]

    def entry(self, head):
        return self.entries[head]


def reading(vocalised, part_of_speech, *glosses, lemma=""):
    return Analysis(vocalised, lemma or vocalised, "", part_of_speech, glosses)


class Silent:
    """An analyser that knows nothing, as when the extra is not installed."""

    def analyse(self, word):
        return []


def found(word, entries):
    entry = LookUp([Words(entries)], Silent()).look_up(word)
    return [(e.headword, e.found_by) for e in entry.entries]


def test_ladder_goes_from_word_to_lemma():
    assert found("حرب", {"حرب": "war"}) == [("حرب", "word")]
    assert found("إدارة", {"اداره": "administration"}) == [("اداره", "spelling")]
    assert ("عراق", "clitics") in found("وبالعراق", {"عراق": "Iraq"})
    assert found("الضغوط", {"ضغط": "pressure"}) == [("ضغط", "lemma")]


def test_future_prefix_is_taken_off_for_the_tables():
    entries = {"استمر": "continue", "تستمر": "continues"}
    assert found("ستستمر", entries)


def test_analyser_and_dictionary_together():
    entry = LookUp([Words({"حليف": "ally"})]).look_up(
        "وحلفاءها", translation="and its allies in the region", counterpart="its allies"
    )
    assert entry.analyses[0].glosses == ("allies",)
    assert [(e.headword, e.found_by) for e in entry.entries] == [("حليف", "lemma")]
    assert entry.in_translation == "its allies"
    assert entry.transliterations["ALA-LC"] == "waḥulafāʼhā"
    assert entry.frequency_rank > 0


def test_unknown_word_is_empty_and_says_what_would_help():
    entry = LookUp([], Silent()).look_up("قغثصضظ")
    assert entry.is_empty
    assert any("dictionaries" in hint for hint in entry.hints)


@pytest.mark.parametrize("missing", ["test.idx", "test.dict.dz"])
def test_a_broken_dictionary_is_told_and_the_others_answer(tmp_path, missing):
    write_stardict(tmp_path, packed=True)
    (tmp_path / missing).unlink()
    (broken,), _ = open_dictionaries(tmp_path)
    look_up = LookUp([broken, Words({"رئيس": "president"})], Silent())
    for _ in range(2):
        entry = look_up.look_up("رئيس")
        assert [(e.dictionary, e.text) for e in entry.entries] == [("Words", "president")]
        assert [fault for fault in look_up.faults if "beside it" in fault] == look_up.faults
        assert len(look_up.faults) == 1
        assert set(look_up.faults) <= set(entry.hints)


def test_hostile_words_do_not_raise():
    look_up = LookUp([])
    for word in ("", " ", "\x1b[2J", "[/b]", "\u202e" * 50, "ا" * 10_000):
        look_up.look_up(word)


def test_translation_decides_between_readings():
    wrote, books = reading("كَتَبَ", "verb", "write"), reading("كُتُب", "noun", "books")
    assert rank([wrote, books], translation="three books on war")[0].vocalised == "كُتُب"
    assert rank([books, wrote], translation="he is writing")[0].vocalised == "كَتَبَ"


def test_linked_words_outweigh_the_rest_of_the_sentence():
    wrote, books = reading("كَتَبَ", "verb", "write"), reading("كُتُب", "noun", "books")
    best = rank([books, wrote], translation="writes books", counterpart="writes")[0]
    assert best.part_of_speech == "verb"


def test_word_before_asks_for_a_part_of_speech():
    verb, noun = reading("كَتَبَ", "verb", "write"), reading("كُتُب", "noun", "books")
    assert rank([verb, noun], previous="في")[0].part_of_speech == "noun"
    assert rank([noun, verb], previous="قد")[0].part_of_speech == "verb"


def test_senses_are_ordered_by_the_translation():
    best = rank([reading("ضَغْط", "noun", "stress", "pressure")], translation="under pressure")[0]
    assert best.glosses == ("pressure", "stress")
