"""How good a place is, and the places worth asking about."""

import pytest

from reader.annotations import Anchor
from reader.annotations.folding import Folded
from reader.annotations.matching import (
    Judge,
    believable,
    nearest_wording,
    occurrences,
    similarity,
)


def test_every_occurrence_is_found_from_the_first_character_on() -> None:
    assert list(occurrences(Folded("باب كتاب بَاب"), "باب")) == [(0, 3), (9, 13)]
    assert list(occurrences(Folded("ممم"), "مم")) == [(0, 2), (1, 3)]
    assert list(occurrences(Folded("باب"), "ـ")) == []


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("زار السودني بغداد", "السوداني", "السودني"),
        ("السودني زار بغداد", "السوداني", "السودني"),
        ("زار بغداد السودني", "السوداني", "السودني"),
        ("xx abcdef yy", "abcd", "abcdef"),
        ("abcdef yy", "bcd", "abcdef"),
        ("xx abcdef", "cdef", "abcdef"),
        ("xx abcdef yy", "abc-", "abcd"),  # the quote does not end with a word
        ("xx (abc) yy", "(abd", "(abc"),
        ("قال «نعم» ثم", "«نعمم»", "«نعم»"),
        ("  ab  ", "abcdefghi", "ab"),  # shorter than the quote: all of it, without the spaces
        ("   ", "ab", None),
        ("abc", "ـ", None),
        ("", "ab", None),
    ],
)
def test_the_nearest_wording_is_whole_words(text: str, quote: str, found: str | None) -> None:
    span = nearest_wording(Folded(text), (0, len(text)), quote)
    assert (span and text[slice(*span)]) == found


def test_the_nearest_wording_is_inside_its_window() -> None:
    text = Folded("زار السودني بغداد ثم غادر السوداني")
    assert nearest_wording(text, (0, len(text.text)), "السوداني") == (26, 34)
    assert nearest_wording(text, (0, 18), "السوداني") == (4, 11)
    assert nearest_wording(text, (6, 9), "السوداني") == (6, 9)
    assert nearest_wording(text, (27, 33), "سودا") == (27, 33)
    assert nearest_wording(text, (11, 12), "السوداني") is None


def anchor(exact: str, prefix: str = "", suffix: str = "") -> Anchor:
    return Anchor("p0", 0, len(exact), exact, prefix, suffix)


def test_the_very_place_scores_one_and_each_difference_costs_its_weight() -> None:
    judge = Judge([Folded("one two three"), Folded("four two five")])
    own = anchor("two", "one ", " three")
    best = judge.candidate(own, 0, 4, 7, 4)
    assert (best.score, best.quote, best.around, best.between) == (1.0, 1.0, 1.0, 1.0)
    assert judge.candidate(own, 0, 4, 7, None) == best
    elsewhere = judge.candidate(own, 1, 5, 8, None)
    assert elsewhere.quote == 1.0
    assert elsewhere.between <= elsewhere.around < 1.0
    away = judge.candidate(own, 0, 4, 7, 4 + len("one two three\nfour two five") // 2)
    assert away.score == pytest.approx(1 - 2 / 92 / 2, abs=0.002)
    far = judge.candidate(own, 0, 4, 7, 10_000)
    assert far.score == pytest.approx(90 / 92)
    assert judge.candidate(own, 0, 0, 3, None).quote < 0.5


def test_context_on_one_side_is_told_from_context_on_both() -> None:
    judge = Judge([Folded("one two three"), Folded("one two xyz")])
    own = anchor("two", "one ", " three")
    half = judge.candidate(own, 1, 4, 7, None)
    assert half.around == 1.0
    assert half.between < 0.5
    assert half.score < 1.0
    unknown = judge.candidate(anchor("two"), 1, 4, 7, None)
    assert (unknown.score, unknown.around, unknown.between) == (1.0, 1.0, 1.0)


def test_spelling_of_quote_and_context_does_not_count() -> None:
    judge = Judge([Folded("أعلن رَئيس الوزراء")])
    found = judge.candidate(anchor("رئيس", "اعلن ", " الوزراء"), 0, 5, 10, None)
    assert found.score == pytest.approx(1.0, abs=0.05)


def test_a_paragraph_that_was_moved_counts_by_its_own_part_of_the_context() -> None:
    moved = Judge([Folded("another beginning altogether"), Folded("the minister of oil said this")])
    own = anchor("oil", "what stood before it\nthe minister of ", " said this\nwhat stood after it")
    found = moved.candidate(own, 1, 16, 19, None)
    assert (found.around, found.between) == (1.0, 1.0)
    short = anchor("oil", "what stood before it\nof ", " said\nwhat stood after it")
    assert moved.candidate(short, 1, 16, 19, None).around < 1.0


def test_other_figures_are_other_words() -> None:
    judge = Judge([Folded("about 150 men"), Folded("about 250 men"), Folded("about ١٥٠ men")])
    own = anchor("150 men", "about ")
    found = [judge.candidate(own, place, 6, 13, None) for place in range(3)]
    words = ("150 men", "250 men", "١٥٠ men")
    assert [believable(own, w, c) for w, c in zip(words, found, strict=True)] == [True, False, True]


def test_a_passage_may_change_more_than_a_word() -> None:
    word, passage = "abcdefghij", "abcdefghij klmnopqrst uvwxyz"
    for text, changed, credible in ((word, "abcdefg", True), (word, "abcdef", False),
                                    (passage, "abcdefghij klmnopqrst", True),
                                    (passage, "abcdefghij", False)):  # fmt: skip
        judge = Judge([Folded(f"before {changed} after")])
        own = anchor(text, "before ", " after")
        found = judge.candidate(own, 0, 7, 7 + len(changed), None)
        assert believable(own, changed, found) == credible, changed


def test_similarity_is_a_share_and_two_empty_texts_are_alike() -> None:
    assert similarity("", "") == 1.0
    assert similarity("abcd", "") == 0.0
    assert similarity("abcd", "abxd") == pytest.approx(0.75)
