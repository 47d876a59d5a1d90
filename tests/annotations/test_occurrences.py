"""The same words everywhere, with whatever particles."""

import pytest

from reader.annotations.occurrences import find_occurrences


def quotes(texts, quote):
    return [texts[p][a:b] for p, a, b in find_occurrences(texts, quote)]


def test_article_and_particles_do_not_hide_a_word():
    texts = ["فيروس جديد والفيروس ينتشر", "بالفيروس وللفيروس فيروسات", "الڤيروس لفيروس"]
    assert quotes(texts, "فيروس") == ["فيروس", "الفيروس", "الفيروس", "فيروس", "فيروس"]
    assert quotes(texts, "الفيروس") == quotes(texts, "فيروس")
    assert quotes(texts, "بالفيروس") == ["فيروس", "الفيروس", "بالفيروس", "فيروس", "فيروس"]


@pytest.mark.parametrize("word", ["العراق", "والعراق", "بالعراق", "العِرَاق", "ٱلعراق", "للعراق"])
def test_spelling_does_not_matter(word):
    text = f"زار {word} أمس"
    [(_, start, end)] = find_occurrences([text], "العراق")
    assert text[start:end].endswith(("العراق", "العِرَاق", "ٱلعراق", "عراق"))
    assert not text[start:end].startswith(("و", "ب"))


def test_phrases_keep_their_words_in_order():
    texts = ["رئيس الوزراء، ورئيس  الوزراء وزراء رئيس", "لرئيس الوزراء رئيس، الوزراء"]
    assert quotes(texts, "رئيس الوزراء") == ["رئيس الوزراء", "رئيس  الوزراء", "رئيس الوزراء"]


def test_short_words_are_not_looked_for_inside_others():
    assert quotes(["ورد رد وفي في"], "رد") == ["رد"]
    assert quotes(["والد الد والدين"], "والد") == ["والد"]


def test_a_core_of_three_letters_is_long_enough():
    assert quotes(["العدل عدل وعدل بالعدل"], "العدل") == ["العدل", "عدل", "عدل", "العدل"]


def test_another_sign_between_the_words_is_no_reason_to_stop_looking():
    assert quotes(["رئيس، الوزراء ورئيس الوزراء"], "رئيس الوزراء") == ["رئيس الوزراء"]


def test_english_and_signs():
    assert quotes(["The NATO summit; nato, natos"], "NATO") == ["NATO", "nato"]
    assert quotes(["50 % و 60 %"], "%") == ["%", "%"]
    assert find_occurrences(["%: 50 %, 60 %, 7 %"], "%") == [
        (0, 0, 1), (0, 6, 7), (0, 12, 13), (0, 17, 18)
    ]  # fmt: skip
    assert quotes(["نص"], "") == []


def test_positions_count_paragraphs():
    assert find_occurrences(["بغداد", "", "في بغداد"], "بغداد") == [(0, 0, 5), (2, 3, 8)]
