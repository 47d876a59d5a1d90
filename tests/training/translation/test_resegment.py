"""Drawn segmentations spell the same text, and links follow the characters."""

import zipfile
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from training.translation import batches, tokenizer
from training.translation.prepare import Pairs
from training.translation.resegment import Resegmenter
from training.translation.word_alignment import Links

SENTENCES = ["ذهب الولد إلى المدرسة اليوم", "The boy went to school today", "عام 2024 كان 😀 طويلا"]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tokenizer of the shipped package: a tiny one has few ways to cut a word."""
    (package,) = (Path(__file__).parents[3] / "assets").glob("*.argosmodel")
    with zipfile.ZipFile(package) as archive:
        name = next(name for name in archive.namelist() if name.endswith("sentencepiece.model"))
        return Path(archive.extract(name, tmp_path_factory.mktemp("spm")))


def test_drawn_pieces_spell_the_same_text(model: Path) -> None:
    resegmenter = Resegmenter(model, 0.1)
    ids, starts = tokenizer.encode(model, SENTENCES)
    drawn = set()
    for first, end in pairwise(starts):
        sentence = ids[first:end]
        for _ in range(50):
            found = resegmenter.draw(sentence)
            assert found.dtype == np.uint16
            decoded = resegmenter.processor.decode(found.tolist())
            assert decoded == resegmenter.processor.decode(sentence.tolist())
            drawn.add(tuple(found.tolist()))
    assert len(drawn) > 60


def test_links_move_to_the_pieces_that_hold_their_characters(model: Path) -> None:
    resegmenter = Resegmenter(model, 0.1)
    resegmenter.lengths = np.array([0, 1, 2, 3])
    old, new = np.array([3, 2, 1], np.uint16), np.array([1, 2, 3], np.uint16)
    guide = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 0]], np.float32)
    moved = resegmenter.moved(guide, old, new)
    assert moved.tolist() == [[1, 1, 0], [0, 0, 1], [0, 0, 1], [0, 0, 0]]


def test_batches_of_drawn_segmentations_are_wide_enough_and_keep_their_links(model: Path) -> None:
    ids, starts = tokenizer.encode(model, SENTENCES)
    target = np.array([300, 301], np.uint16)
    pairs = Pairs(
        ids[: starts[1]],
        starts[:2],
        target,
        np.array([0, 2]),
        np.zeros(1, np.int16),
        np.array(["news"]),
        np.array([0]),
    )
    size = int(starts[1])
    links = Links(np.array([[i, 1] for i in range(size)], np.uint8), np.array([0, size]))
    resegmenter = Resegmenter(model, 0.05)
    widths = set()
    for _ in range(30):
        batch = batches.collate(pairs, links, (8, 8, [0]), resegmenter)
        assert batch.guide is not None
        length = int((batch.source[0] != tokenizer.PADDING).sum())
        assert batch.source.shape[1] % 8 == 0
        assert batch.guide[0, 1, :length] == pytest.approx(1 / length)
        assert batch.guide[0, 0].sum() == batch.guide[0, :, length:].sum() == 0
        widths.add(length)
    assert len(widths) > 5
