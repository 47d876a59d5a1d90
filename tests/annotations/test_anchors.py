"""Annotations find their words again in a changed text, or say that they cannot."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import Anchor, make_anchor, new_annotation
from reader.annotations.anchors import Finder, reanchor, relink
from tests.annotations.helpers import document, on
from tests.annotations.reanchor_check import run

FIRST = "أعلن رئيس الوزراء محمد شياع السوداني في بغداد أن الحكومة ستدعم 150 مشروعاً"
SECOND = "وقال السوداني إن الحكومة ستدعم المشاريع في محافظات الجنوب خلال العام المقبل"
THIRD = "وصلت الطائرة إلى بغداد مساء الثلاثاء وعلى متنها أعضاء الوفد المرافق"
OLD = document(FIRST, SECOND, THIRD)


def landing(annotation, new, old=OLD):
    """Return (placement, place, words) after re-anchoring one annotation."""
    result = reanchor([annotation], old, new)
    [found] = result.all
    assert found.document == new.fingerprint
    if found.placement == "orphan":
        return "orphan", None, found.anchor.exact
    place = new.index[found.anchor.paragraph_id]
    text = new.paragraphs[place].text
    assert text[found.anchor.start : found.anchor.end] == found.anchor.exact
    return found.placement, place, found.anchor.exact


def test_the_same_text_in_another_file():
    assert landing(on(OLD, "بغداد", 1), OLD) == ("placed", 2, "بغداد")


def test_paragraphs_before_and_edits_beside_leave_it_placed():
    new = document("مقدمة", FIRST.replace("أعلن", "كشف"), SECOND, THIRD)
    assert landing(on(OLD, "السوداني"), new) == ("placed", 1, "السوداني")
    assert landing(on(OLD, "السوداني", 1), new) == ("placed", 2, "السوداني")


def test_whole_paragraphs_moved():
    new = document(THIRD, FIRST, SECOND)
    assert landing(on(OLD, "بغداد", 1), new) == ("placed", 0, "بغداد")
    assert landing(on(OLD, "بغداد", 0), new) == ("placed", 1, "بغداد")


def test_spelling_changes_are_followed_and_marked():
    vocalised = FIRST.replace("السوداني", "السُّودانيّ").replace("رئيس", "رئـيس")
    new = document(vocalised, SECOND, THIRD)
    assert landing(on(OLD, "السوداني"), new) == ("moved", 0, "السُّودانيّ")
    assert landing(on(OLD, "رئيس الوزراء"), new) == ("moved", 0, "رئـيس الوزراء")
    assert landing(on(OLD, "محمد شياع"), new) == ("placed", 0, "محمد شياع")


def test_decomposed_text_is_followed():
    new = document(*(unicodedata.normalize("NFD", t) for t in (FIRST, SECOND, THIRD)))
    placement, place, words = landing(on(OLD, "أعلن رئيس"), new)
    assert (placement, place) == ("moved", 0)
    assert unicodedata.normalize("NFC", words) == "أعلن رئيس"


def test_a_slip_of_the_pen_is_followed():
    new = document(FIRST.replace("السوداني", "السودني"), SECOND, THIRD)
    assert landing(on(OLD, "السوداني"), new) == ("moved", 0, "السودني")


def test_a_word_that_got_a_particle_is_found_in_its_own_place():
    new = document(FIRST.replace("السوداني", "والسوداني"), SECOND, THIRD)
    assert landing(on(OLD, "السوداني"), new) == ("moved", 0, "السوداني")
    old = "قال السوداني إن الحكومة ستعمل وإن السوداني سيعود غداً"
    for nth, edited in enumerate(
        (
            "قال والسوداني إن الحكومة ستعمل وإن السوداني سيعود غداً",
            "قال السوداني إن الحكومة ستعمل وإن والسوداني سيعود غداً",
        )
    ):
        annotation = on(document(old, THIRD), "السوداني", nth)
        [found] = reanchor([annotation], document(old, THIRD), document(edited, THIRD)).moved
        assert found.anchor.start == edited.index("والسوداني") + 1


def test_another_word_in_its_place_is_an_orphan():
    new = document(FIRST.replace("بغداد", "البصرة"), SECOND, THIRD)
    assert landing(on(OLD, "بغداد"), new) == ("orphan", None, "بغداد")


def test_another_figure_is_never_the_same():
    new = document(FIRST.replace("150", "250"), SECOND, THIRD)
    assert landing(on(OLD, "150"), new)[0] == "orphan"
    assert landing(on(OLD, "150 مشروعاً"), new)[0] == "orphan"
    arabic_digits = document(FIRST.replace("150", "١٥٠"), SECOND, THIRD)
    assert landing(on(OLD, "150"), arabic_digits) == ("moved", 0, "١٥٠")


def test_a_deleted_mention_does_not_settle_on_another():
    new = document(FIRST, SECOND.replace("السوداني ", ""), THIRD)
    assert landing(on(OLD, "السوداني", 1), new)[0] == "orphan"
    gone = document(FIRST, THIRD)
    assert landing(on(OLD, "السوداني", 1), gone)[0] == "orphan"


def test_a_sentence_moved_into_another_paragraph_is_found():
    tail = " ستدعم المشاريع في محافظات الجنوب خلال العام المقبل"
    new = document(FIRST, SECOND.removesuffix(tail), THIRD + tail)
    assert landing(on(OLD, "محافظات الجنوب"), new) == ("moved", 2, "محافظات الجنوب")


def test_a_paragraph_copied_into_two_others_has_no_new_place():
    long = "خبر آخر عن أسعار النفط في الأسواق العالمية هذا الأسبوع " * 4
    once = document(f"{long}{FIRST} {long}", SECOND, THIRD)
    twice = document(f"{long}{FIRST} {long}", f"{long}{FIRST} {long}", SECOND, THIRD)
    assert landing(on(OLD, "محمد شياع"), once) == ("moved", 0, "محمد شياع")
    assert landing(on(OLD, "محمد شياع"), twice)[0] == "orphan"


def test_split_and_merged_paragraphs():
    split = document(FIRST[:44], FIRST[45:], SECOND, THIRD)
    assert landing(on(OLD, "السوداني"), split)[1:] == (0, "السوداني")
    assert landing(on(OLD, "مشروعاً"), split)[1:] == (1, "مشروعاً")
    merged = document(f"{FIRST} {SECOND}", THIRD)
    assert landing(on(OLD, "محافظات الجنوب"), merged)[1:] == (0, "محافظات الجنوب")


def test_an_orphan_keeps_its_anchor_and_is_found_when_the_words_are_back():
    new = document(FIRST, THIRD)
    [orphan] = reanchor([on(OLD, "السوداني", 1)], OLD, new).orphans
    assert orphan.anchor == on(OLD, "السوداني", 1).anchor
    [back] = reanchor([orphan], new, OLD).all
    assert back.placement != "orphan"
    assert back.anchor == on(OLD, "السوداني", 1).anchor


def test_relink():
    new = document(FIRST, THIRD)
    [orphan] = reanchor([on(OLD, "السوداني", 1, note="مهم")], OLD, new).orphans
    linked = relink(orphan, new, 0, 28, 36)
    assert (linked.placement, linked.anchor.exact, linked.note) == ("placed", "السوداني", "مهم")
    assert linked.id == orphan.id
    assert (linked.anchor, linked.document) == (make_anchor(new, 0, 28, 36), new.fingerprint)


def test_without_the_old_text_quote_and_context_decide():
    new = document("مقدمة جديدة", FIRST, SECOND, THIRD)
    assert landing(on(OLD, "السوداني", 1), new, None) == ("moved", 2, "السوداني")
    assert landing(on(OLD, "السوداني", 1), OLD, None) == ("placed", 1, "السوداني")
    misspelt = document("مقدمة جديدة", FIRST.replace("السوداني", "السودني"), THIRD)
    assert landing(on(OLD, "السوداني"), misspelt, None) == ("moved", 1, "السودني")
    misspelt = document(FIRST, SECOND, THIRD.replace("الطائرة", "الطايره"))
    assert landing(on(OLD, "وصلت الطائرة"), misspelt, None) == ("moved", 2, "وصلت الطايره")
    twice = document("مقدمة", FIRST, "فاصل", FIRST)
    assert landing(on(OLD, "محمد شياع"), twice, None)[0] == "orphan"  # which of the two?


def test_quote_without_context_position_breaks_the_tie():
    new = document(FIRST, THIRD)
    bare = Anchor("", 0, 0, "بغداد")
    finder = Finder(new)
    at = len(FIRST) + 1 + THIRD.index("بغداد")
    anchor, placement = finder.find(bare, at)
    assert (new.index[anchor.paragraph_id], placement) == (1, "placed")
    assert finder.find(bare, at - 3)[0] == anchor
    assert finder.find(bare)[1] == "orphan"


def test_position_does_not_decide_between_places_with_the_same_context():
    new = document(FIRST, THIRD, FIRST)
    known = on(OLD, "محمد شياع").anchor
    for anchor in (replace(known, prefix=""), replace(known, suffix="")):
        at = len(FIRST) + len(THIRD) + 2 + known.start
        assert Finder(new).find(replace(anchor, paragraph_id=""), at - 3)[1] == "orphan"


@pytest.mark.parametrize("quote", ["\u200fبغداد\u200f", "ـبغدادـ", "بغداد\u200f", "\u200fبغداد"])
def test_invisible_characters_around_a_word_stay_in_its_annotation(quote):
    old = document(f"وصل إلى {quote} مساء الثلاثاء", SECOND)
    new = document(f"وصل الوفد إلى {quote} مساء الثلاثاء", SECOND)
    assert landing(on(old, quote), new, old) == ("placed", 0, quote)
    first, longer = document(f"{quote} في المساء"), document(f"{quote} في هذا المساء")
    assert landing(on(first, quote), longer, first) == ("placed", 0, quote)


@pytest.mark.parametrize("quote", ["،", "ّ", "%"])
def test_signs_and_lone_marks_never_break_it(quote):
    old = document(f"قال إن{quote} الرقم", SECOND)
    annotation = on(old, quote)
    for new in (document(f"ثم قال إن{quote} الرقم", SECOND), document(SECOND), document("")):
        assert landing(annotation, new, old)[2] == quote


def test_an_anchor_that_does_not_fit_the_old_text_is_searched():
    broken = replace(on(OLD, "السوداني", 1).anchor, paragraph_id="p9-00000000")
    annotation = new_annotation(OLD.fingerprint, broken)
    assert landing(annotation, document("x", FIRST, SECOND, THIRD)) == ("moved", 2, "السوداني")


def test_random_edits_of_the_sample_articles():
    figures = run(45, seed=11)
    assert figures.counts["unaffected"] > 1000
    assert figures.exact_share >= 0.99
    assert figures.counts["elsewhere placed"] == 0
    assert figures.counts["elsewhere on other words"] == 0
    assert figures.counts["elsewhere moved"] <= figures.counts["all"] / 200


paragraphs_of_anything = st.lists(
    st.text("ابتأإىيةه َُّـ،.1٢\u200f\u0654\u0301Aa😀ﷲﻻ", max_size=30), max_size=5
)


@settings(max_examples=settings().max_examples * 3 // 2)
@given(before=paragraphs_of_anything, after=paragraphs_of_anything, data=st.data())
def test_any_annotation_in_any_text_stands_where_it_says(before, after, data):
    old, new = document(*before), document(*after)
    annotations = []
    for place, text in enumerate(before):
        if text:
            start = data.draw(st.integers(0, len(text) - 1))
            end = data.draw(st.integers(start + 1, len(text)))
            annotations.append(new_annotation(old.fingerprint, make_anchor(old, place, start, end)))
    for known in (old, None):
        result = reanchor(annotations, known, new)
        assert len(result.all) == len(annotations)
        for one in (*result.placed, *result.moved):
            text = new.paragraphs[new.index[one.anchor.paragraph_id]].text
            assert text[one.anchor.start : one.anchor.end] == one.anchor.exact
        exact = {a.id: a.anchor.exact for a in annotations}
        assert all(one.anchor.exact == exact[one.id] for one in result.placed)
    assert reanchor(annotations, old, old).placed == annotations


def test_many_rewritten_paragraphs_are_paired_with_those_near_them():
    old = [
        f"خبر رقم {n} عن موضوع {n * 7} في مدينة بغداد قبل {n * 3} يوماً من الآن" for n in range(250)
    ]
    new = ["مقدمة", *(text.replace("في مدينة", "داخل") for text in old)]
    before, after = document(*old), document(*new)
    annotations = [on(before, f"رقم {n} عن", label="X") for n in (0, 120, 249)]
    found = reanchor(annotations, before, after)
    assert [after.index[a.anchor.paragraph_id] for a in found.placed] == [1, 121, 250]
