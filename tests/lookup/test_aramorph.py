"""The Buckwalter analyser behind our interface: real words of the sample articles."""

import pytest

from reader.lookup.analyser import load_analyser


@pytest.fixture(scope="module")
def analyser():
    loaded = load_analyser()
    assert loaded is not None, "make setup installs the morphology extra"
    return loaded


def test_clitics_are_taken_apart(analyser):
    (reading,) = analyser.analyse("وبالعراق")
    assert reading.vocalised == "وَبِالعِراق"
    assert reading.prefixes == ("و and", "ب in, with, by", "ال the")
    assert (reading.lemma, reading.part_of_speech, reading.glosses) == ("عِراق", "name", ("Iraq",))


def test_possessive_suffix_and_broken_plural(analyser):
    reading = analyser.analyse("وحلفاءها")[0]
    assert (reading.lemma, reading.root) == ("حَلِيف", "حلف")
    assert reading.glosses == ("allies",)
    assert reading.suffixes == ("ها her, its, their",)


def test_future_verb(analyser):
    reading = analyser.analyse("ستستمر")[0]
    assert reading.part_of_speech == "verb"
    assert reading.prefixes == ("س will",)
    assert reading.root == "مرر"


def test_harakat_choose_among_readings(analyser):
    plain = {a.vocalised for a in analyser.analyse("كتب")}
    marked = {a.vocalised for a in analyser.analyse("كُتُب")}
    assert {"كَتَبَ", "كُتُب"} <= plain
    assert marked == {"كُتُب"}


def test_a_heading_that_is_not_the_lemmas_own_gives_no_root(analyser):
    assert all(a.root != "ضرب" for a in analyser.analyse("ضغوط"))


@pytest.mark.parametrize(
    ("word", "part_of_speech"), [("ليس", "particle"), ("مليون", "numeral"), ("بها", "pronoun")]
)
def test_part_of_speech_is_not_that_of_an_ending(analyser, word, part_of_speech):
    found = {a.part_of_speech for a in analyser.analyse(word)}
    assert part_of_speech in found
    assert not any("suff" in name for name in found)


def test_readings_of_the_exchanged_last_letter_follow(analyser):
    readings = [a.vocalised for a in analyser.analyse("كتابه")]
    assert readings.index("كِتابه") < readings.index("كِتابَة")
    assert [a.vocalised for a in analyser.analyse("القاهره")] == ["القاهِرَة"]


@pytest.mark.parametrize("word", ["", "NATO", "2026", "\x1b]0;x\x07", "ـ", "ا" * 5000])
def test_other_text_has_no_reading(analyser, word):
    assert analyser.analyse(word) == []


def test_loading_and_analysing_print_nothing(capfd):
    load_analyser().analyse("العراق")
    assert capfd.readouterr() == ("", "")
