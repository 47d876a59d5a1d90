"""Which words of a new text are those of an old one."""

import pytest

from reader.annotations.alignment import Pair, pair_paragraphs
from reader.annotations.folding import Folded


def image(old: str, new: str, quote: str) -> tuple[bool, str]:
    """Return whether the quote was carried over whole, and where it is or must be."""
    start = old.index(quote)
    found = Pair(Folded(old), Folded(new)).image(start, start + len(quote))
    return found.whole, new[found.start : found.end]


@pytest.mark.parametrize(
    ("old", "new", "quote"),
    [
        ("one two three", "zero one two three", "two three"),
        ("one two three", "zero one two three", "wo thre"),
        ("one two three", "one, two three", "one"),
        ("one two three", "one two four", "one two"),
        ("one two", "one four", "one"),
        ("one two", "zero two", "two"),
        ("a b c", "a b d", "a b"),
        ("word", "word and more", "word"),
        ("word", "word and more", "or"),
    ],
)
def test_words_that_were_carried_over(old: str, new: str, quote: str) -> None:
    assert image(old, new, quote) == (True, quote)


@pytest.mark.parametrize(
    ("old", "new", "quote", "window"),
    [
        ("one two three four five", "one two thre four five", "three", " thre "),
        ("one two three four five six", "one two x y five six", "three", " x y "),
        ("one two three four five six", "one two x y five six", "four", " x y "),
        ("one two three four", "one two x four", "three", " x "),
        ("one two three", "x two three", "one", "x "),
        ("one two three", "one two x", "three", " x"),
        ("one", "x y", "one", "x y"),
        ("one two three", "one and two three", "one two", "one and two "),
        # a border between words says nothing about the words
        ("one two three", "one two three", "two ", " two "),
        ("one two three", "one two three", " two", "one two "),
        ("one two three", "one and two three", "one two ", "one and two "),
    ],
)
def test_what_was_not_is_between_the_nearest_words_that_were(
    old: str, new: str, quote: str, window: str
) -> None:
    assert image(old, new, quote) == (False, window)


def test_claimed_words_are_those_of_the_old_paragraph_in_the_order_of_the_new() -> None:
    pair = Pair(Folded("one two three"), Folded("zero one two and three four"))
    assert pair.claimed == [(5, 8), (9, 12), (17, 22)]


A = "أعلن رئيس الوزراء زيارة إلى محافظة البصرة"
B = "وصلت الطائرة مساء الثلاثاء إلى مطار بغداد"
C = "انخفضت أسعار النفط في الأسواق العالمية"


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([A, B, C], [A, B, C], {0: 0, 1: 1, 2: 2}),
        ([A, B, C], [C, A, B], {0: 1, 1: 2, 2: 0}),
        ([A, B], [B, C], {1: 0}),
        ([A, B, A], [B, A, A], {0: 1, 1: 0, 2: 2}),  # copies keep their order
        ([A, B], [C, C, A + " اليوم", B], {0: 2, 1: 3}),
        ([A, B], [B + " أمس", A + " أمس"], {0: 1, 1: 0}),
        ([A, ""], ["", C], {1: 0}),
        # of two versions the one that is more alike
        ([A + " غداً مع وفد", A], [A + " غداً"], {1: 0}),
        ([A], [A + " غداً مع وفد كبير", C, A + " غداً"], {0: 2}),
        # equally alike: the nearer one
        ([C, B, A], [A + " اليوم", B, A + " اليوم"], {1: 1, 2: 2}),
    ],
)
def test_paragraphs_are_paired_with_their_successors(
    old: list[str], new: list[str], pairs: dict[int, int]
) -> None:
    assert pair_paragraphs([Folded(t) for t in old], [Folded(t) for t in new]) == pairs


def test_a_paragraph_spelt_otherwise_is_the_same_one() -> None:
    old, new = [Folded(t) for t in (A, "آ", B)], [Folded(t) for t in (B, "ا", A.replace("أ", "ا"))]
    assert pair_paragraphs(old, new) == {0: 2, 1: 1, 2: 0}
