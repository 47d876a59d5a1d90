"""Broken characters go from the English, and the pieces keep their places."""

from types import SimpleNamespace

import pytest

from reader.translation.assembly import Assembly
from reader.translation.debris import pieces_without_debris, strange, without_debris
from reader.translation.doubts import judge
from reader.translation.segmenting import Segment, Sentence
from reader.translation.tokenizers import Pieces


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("A bridge \ufffd\ufffd fell.", "A bridge fell."),
        ("\ufffd A bridge fell.", "A bridge fell."),
        ("A bridge \u2028fell\x80.", "A bridge fell."),
        ("A bridge fell \x1b", "A bridge fell"),
        ("A  bridge", "A  bridge"),
    ],
)
def test_broken_characters_go(text, left):
    assert without_debris(text) == left


def test_pieces_keep_their_places():
    decoded = Pieces("\ufffd A bri\x80dge", ("?", "A", "bri", "?", "dge"),
                     ((0, 1), (2, 3), (3, 7), (7, 8), (8, 11)))  # fmt: skip
    found = pieces_without_debris(decoded)
    assert found.text == "A bridge"
    assert [found.text[a:b] for a, b in found.offsets] == ["", "A", " bri", "", "dge"]
    assert pieces_without_debris(found) is found


def test_signs_of_its_own_are_strange():
    assert strange("سقط الجسر ★", "★ The bridge fell ⚠ at 5° ∨") == "⚠∨"
    (doubt,) = judge("سقط الجسر القديم.", "The old bridge ☂ fell.", None)
    assert doubt.kind == "characters"
    assert "☂" in doubt.reason


def test_what_was_left_out_is_doubted():
    text = "سقط الجسر القديم."
    target = "The old bridge\ufffd fell."
    tokenizer = SimpleNamespace(decode=lambda pieces: Pieces(target, tuple(pieces), ((0, 22),)))
    source = Pieces(text, ("x",), ((0, len(text)),))
    output = SimpleNamespace(pieces=["x"], score=-0.3, attention=None)
    assembly = Assembly(tokenizer, aligned=False, mend=True)
    pair = assembly.pair(text, Sentence(0, len(text), (Segment(0, source),)), [output])
    assert pair.target == "The old bridge fell."
    assert [doubt.kind for doubt in pair.doubts] == ["characters"]
