"""Figures of a text."""

from reader.arabic.statistics import TextStatistics, statistics


def test_counts_of_two_paragraphs():
    found = statistics(["ذهب الرئيس إلى بغداد. ثم عاد الرَّئيس.", ""])
    assert (found.words, found.distinct_words, found.sentences) == (7, 6, 2)
    assert found.characters == 38
    assert found.minutes == 1


def test_nothing_takes_no_time():
    assert statistics([]).minutes == 0
    assert statistics(["   "]).words == 0
    assert statistics(["— …", "٪."]) == TextStatistics(0, 0, 0, 5)


def test_reading_time_grows_with_the_words():
    assert statistics(["كلمة " * 1380]).minutes == 10
