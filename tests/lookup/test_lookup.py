"""The ladder from a word in a sentence to dictionary entries and ranked readings."""

from unicodedata import normalize

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
    assert entry.transliterations["ALA-LC"] == "wa-ḥulafāʼhā"
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
    first = rank([books, wrote], translation="writes books", counterpart="writes")[0]
    assert first.part_of_speech == "verb"


def test_word_before_asks_for_a_part_of_speech():
    verb, noun = reading("كَتَبَ", "verb", "write"), reading("كُتُب", "noun", "books")
    assert rank([verb, noun], previous="في")[0].part_of_speech == "noun"
    assert rank([noun, verb], previous="قد")[0].part_of_speech == "verb"


def test_senses_are_ordered_by_the_translation():
    first = rank([reading("ضَغْط", "noun", "stress", "pressure")], translation="under pressure")[0]
    assert first.glosses == ("pressure", "stress")


@pytest.fixture(scope="module")
def look_up():
    return LookUp([])


def best(look_up, word, **context):
    return normalize("NFC", look_up.look_up(word, **context).analyses[0].vocalised)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("كان", "كانَ"),
        ("الى", "إِلَى"),
        ("والى", "وَإِلَى"),
        ("أما", "أَمّا"),
        ("لها", "لَها"),
        ("لكن", "لٰكِن"),
        ("ألف", "أَلْف"),
        ("أول", "أَوَّل"),
        ("أحد", "أَحَد"),
        ("حزب", "حِزْب"),
        ("مصر", "مِصْر"),
        ("على", "عَلَى"),
        ("علي", "عَلِيّ"),
        ("رئيسي", "رَئِيسِيّ"),
        ("نحو", "نَحْوَ"),
        ("اخر", "آخَر"),
        ("كتب", "كُتُب"),
        ("يكون", "يَكُون"),
        ("بكل", "بِكُلّ"),
        ("توفي", "تُوُفِّيَ"),
        ("دولي", "دَوْلِيّ"),
        ("فيلق", "فَيْلَق"),
        ("سابقا", "سابِقاً"),
        ("لكنه", "لٰكِنَّهُ"),
    ],
)
def test_the_first_reading_of_a_common_word_without_english(look_up, word, expected):
    assert best(look_up, word) == normalize("NFC", expected)


def test_function_words_meet_the_function_words_of_the_english(look_up):
    context = {"previous": "من", "translation": "from Cairo to Gaza", "counterpart": "to"}
    assert best(look_up, "الى", **context) == "إِلَى"
    context = {"translation": "As for the people", "counterpart": "As for"}
    assert best(look_up, "أما", **context) == "أَمّا"
    assert best(look_up, "ليست", translation="it is not", counterpart="is not") == "لَيْسَت"
    assert look_up.look_up("لها").analyses[0].part_of_speech == "pronoun"


def test_content_words_win_with_their_english(look_up):
    context = {"translation": "the Arabic grammar", "counterpart": "grammar"}
    assert look_up.look_up("نحو", **context).analyses[0].glosses == ("grammar",)
    context = {"translation": "the mother of all", "counterpart": "mother"}
    assert best(look_up, "أما", **context) == "أُمّاً"
    assert best(look_up, "ذكر", translation="he mentioned it") == "ذَكَرَ"
    assert best(look_up, "ذكر", translation="no mention of it") == "ذِكْر"


def test_adjective_after_its_noun(look_up):
    for noun, adjective in (("القوات", "العسكرية"), ("الأمين", "العام"), ("الحياة", "السياسية")):
        first = look_up.look_up(adjective, previous=noun).analyses[0]
        assert first.part_of_speech == "adjective"
    assert best(look_up, "الأولى", previous="للمرة") == "الأُولَى"
    assert look_up.look_up("عام", previous="في").analyses[0].glosses == ("year",)


def test_word_before_is_compared_folded(look_up):
    assert best(look_up, "بعد", previous="على") == "بُعْد"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("التى", "الَّتِي"),
        ("الذى", "الَّذِي"),
        ("فى", "فِي"),
        ("مصرى", "مِصْرِيّ"),
        ("الماضى", "الماضِي"),
        ("رئيسى", "رَئِيسِيّ"),
        ("عربى", "عَرَبِيّ"),
        ("القاهره", "القاهِرَة"),
        ("الحكومه", "الحُكُومَة"),
        ("وزاره", "وِزارَة"),
        ("قوه", "قُوَّة"),
        ("مدرسه", "مَدْرَسَة"),
        # what is no Egyptian spelling stays what it was
        ("رأى", "رَأَى"),
        ("جرى", "جَرَى"),
        ("كتابه", "كِتابه"),
        ("وجه", "وَجْه"),
        ("عمله", "عَمَله"),
        ("قوله", "قَوْله"),
    ],
)
def test_egyptian_spelling(look_up, word, expected):
    assert best(look_up, word) == normalize("NFC", expected)


def test_english_tells_his_book_from_writing_and_saw_from_opinion(look_up):
    context = {"translation": "he sold his book", "counterpart": "his book"}
    assert best(look_up, "كتابه", **context) == "كِتابه"
    context = {"translation": "the writing of laws", "counterpart": "writing"}
    assert best(look_up, "كتابه", **context) == "كِتابَة"
    assert best(look_up, "دوله", translation="a state of law") == "دَوْلَة"
    assert best(look_up, "رأى", translation="in the opinion of many") == "رَأْي"
