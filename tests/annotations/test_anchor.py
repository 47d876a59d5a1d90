"""Anchors know their words and their surroundings on both sides."""

import pytest

from reader.annotations import make_anchor, make_target_anchor
from reader.annotations.anchor import CONTEXT
from reader.translation import ParagraphTranslation, SentencePair
from tests.annotations.helpers import document


def test_context_runs_across_paragraph_borders(article):
    first = article.paragraphs[0].text
    anchor = make_anchor(article, 1, 5, 13)
    assert anchor.exact == "السوداني"
    assert anchor.prefix == (first + "\nوقال ")[-CONTEXT:]
    assert len(anchor.prefix) == len(anchor.suffix) == CONTEXT
    whole = "\n".join(p.text for p in article.paragraphs)
    assert anchor.prefix + anchor.exact + anchor.suffix in whole


def test_context_at_both_ends_of_a_short_document():
    doc = document("ا", "ب", "ج")
    anchor = make_anchor(doc, 1, 0, 1)
    assert (anchor.prefix, anchor.suffix) == ("ا\n", "\nج")


def test_paragraph_by_id_and_by_place_are_the_same(article):
    assert make_anchor(article, article.paragraphs[2].id, 0, 4) == make_anchor(article, 2, 0, 4)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 999), (5, 2)])
def test_what_is_no_stretch_is_refused(article, start, end):
    with pytest.raises(ValueError, match="no stretch"):
        make_anchor(article, 0, start, end)


def test_target_anchor_counts_from_its_sentence_and_is_cut_at_its_end():
    translation = ParagraphTranslation(
        "p0-x",
        (SentencePair(0, 5, "He came."), SentencePair(6, 9, "She left home.")),
        "translate-ar_en 1.0",
    )
    anchor = make_target_anchor(translation, 13, 17)
    assert (anchor.segment, anchor.start, anchor.end, anchor.exact) == (1, 4, 8, "left")
    assert (anchor.prefix, anchor.suffix) == ("He came. She ", " home.")
    assert anchor.package == "translate-ar_en 1.0"
    assert make_target_anchor(translation, 0, 2).exact == "He"
    crossing = make_target_anchor(translation, 3, 12)
    assert (crossing.segment, crossing.exact) == (0, "came.")
    with pytest.raises(ValueError, match="no stretch"):
        make_target_anchor(translation, 8, 9)
