"""Words of piece sequences and links between them."""

from training.translation import word_alignment


def test_words_end_at_spaces_and_punctuation() -> None:
    pieces = ["▁Mon", "day", ",", "▁", "announce", "d", "▁U", ".", "S", "."]
    spans = word_alignment.word_spans(pieces)
    assert ["".join(pieces[a:b]) for a, b in spans] == [
        "▁Monday", ",", "▁announced", "▁U", ".", "S", ".",
    ]  # fmt: skip
    assert word_alignment.word_spans([]) == []


def test_the_aligner_sees_stems() -> None:
    assert word_alignment.word_form(["▁announce", "ment"]) == "announ"
    assert word_alignment.word_form(["▁وال", "مدينه"]) == "مدينه"
    assert word_alignment.word_form(["▁"]) == "_"


def test_grow_diag_keeps_agreement_and_adds_its_neighbours() -> None:
    forward = {(0, 0), (1, 1), (3, 0)}
    backward = {(0, 0), (1, 2), (1, 1)}
    assert word_alignment.grow_diag(forward, backward) == {(0, 0), (1, 1), (1, 2)}
    assert word_alignment.grow_diag({(0, 1)}, {(2, 3)}) == set()


def test_word_links_become_piece_links() -> None:
    links = word_alignment.parse_links("0-1 1-0")
    assert word_alignment.piece_links(links, [(0, 2), (2, 3)], [(0, 1), (1, 3)]) == [
        (0, 1), (0, 2), (1, 1), (1, 2), (2, 0),
    ]  # fmt: skip
