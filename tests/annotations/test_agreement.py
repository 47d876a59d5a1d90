"""Agreement of two annotators, against figures worked out by hand and by scikit-learn."""

import random

import pytest

from reader.annotations.agreement import compare, kappa
from tests.annotations.helpers import document, on

DOC = document("قال محمد شياع السوداني في بغداد", "وصل السوداني إلى البصرة")


def test_the_same_annotations_agree_fully():
    one = [on(DOC, "محمد شياع السوداني", label="PER"), on(DOC, "بغداد", label="LOC")]
    two = [on(DOC, "محمد شياع السوداني", label="PER"), on(DOC, "بغداد", label="LOC")]
    found = compare(DOC, one, two)
    assert (found.words, found.kappa, found.exact.f1, found.overlapping.f1) == (10, 1.0, 1.0, 1.0)
    assert found.disagreements == ()


def test_every_kind_of_disagreement():
    one = [
        on(DOC, "محمد شياع السوداني", label="PER"),
        on(DOC, "بغداد", label="LOC"),
        on(DOC, "السوداني", 1, label="PER"),
    ]
    two = [
        on(DOC, "شياع السوداني", label="PER"),
        on(DOC, "بغداد", label="ORG"),
        on(DOC, "البصرة", label="LOC"),
    ]
    found = compare(DOC, one, two)
    assert [d.kind for d in found.disagreements] == [
        "boundary", "label", "only_first", "only_second",
    ]  # fmt: skip
    boundary, label, first, second = found.disagreements
    assert DOC.paragraphs[0].text[boundary.start : boundary.end] == "محمد شياع السوداني"
    assert (label.first.label, label.second.label) == ("LOC", "ORG")
    assert (first.second, second.first) == (None, None)
    assert (found.exact.matches, found.exact.f1) == (0, 0)
    assert found.overlapping.matches == 1
    assert found.overlapping.precision == found.overlapping.recall == pytest.approx(1 / 3)
    # 6 of 10 words agree; none 5 and 6 times, PER 4 and 2, LOC 1 and 1
    assert found.kappa == pytest.approx((0.6 - 0.39) / (1 - 0.39))


def test_what_does_not_count():
    one = [
        on(DOC, "بغداد", label="LOC", status="rejected"),
        on(DOC, "البصرة", label="LOC", placement="orphan"),
        on(DOC, "محمد", note="بلا تصنيف"),
    ]
    found = compare(DOC, one, [])
    assert found.disagreements == ()
    assert found.kappa is None
    assert found.exact.f1 == 1.0


def test_nested_spans_are_matched_one_to_one():
    one = [on(DOC, "محمد شياع السوداني", label="PER"), on(DOC, "السوداني", label="PER")]
    two = [on(DOC, "محمد شياع السوداني", label="PER")]
    found = compare(DOC, one, two)
    assert (found.exact.matches, found.overlapping.matches) == (1, 1)
    assert [d.kind for d in found.disagreements] == ["only_first"]


def test_kappa_is_that_of_scikit_learn():
    metrics = pytest.importorskip("sklearn.metrics")
    rng = random.Random(3)
    for _ in range(20):
        one = rng.choices(["", "PER", "LOC"], [5, 2, 1], k=60)
        two = [a if rng.random() < 0.7 else rng.choice(["", "PER", "LOC"]) for a in one]
        assert kappa(one, two) == pytest.approx(metrics.cohen_kappa_score(one, two))
    assert kappa([], []) is None
