"""Patches touch only what the change touched; JSON gives back what it was given."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.annotations import Anchor, Annotation, Relation, TargetAnchor
from reader.annotations.codec import from_json, to_dict, to_json
from reader.annotations.events import action_of, patch

any_text = st.text(st.characters(), max_size=12)  # lone surrogates and controls too
anchors = st.builds(
    Anchor, any_text, st.integers(0, 99), st.integers(0, 99), any_text, any_text, any_text
)
targets = st.builds(
    TargetAnchor, any_text, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), any_text
)
annotations = st.builds(
    Annotation,
    id=any_text,
    document=any_text,
    anchor=anchors,
    target=st.none() | targets,
    label=any_text,
    note=any_text,
    tags=st.lists(any_text, max_size=3).map(tuple),
    reviewed=st.booleans(),
    score=st.none() | st.floats(0, 1),
    status=st.sampled_from(["suggested", "accepted", "rejected"]),
)
relations = st.builds(Relation, any_text, any_text, any_text, any_text, any_text)


@settings(max_examples=60)
@given(annotations | relations)
def test_json_gives_back_the_same(subject):
    text = to_json(subject)
    assert from_json(text) == subject
    text.encode()  # what SQLite can hold


def test_defaults_are_left_out_and_unknown_keys_ignored():
    bare = Annotation("1", "doc", Anchor("p0-x", 0, 1, "ا"))
    assert set(to_dict(bare)) == {"id", "document", "anchor"}
    assert from_json('{"id":"1","from_id":"a","to_id":"b","document":"d","type":"t","new":1}') == (
        Relation("1", "d", "a", "b", "t")
    )


BASE = Annotation("1", "doc", Anchor("p0-x", 0, 1, "ا"), label="PER", modified="t0")


def test_patch_keeps_what_others_changed():
    labelled = replace(BASE, label="LOC", modified="t1")
    elsewhere = replace(labelled, note="theirs", modified="t2")
    assert patch(elsewhere, labelled, BASE) == (True, replace(elsewhere, label="PER"))


def test_patch_of_what_is_gone_or_there_already_does_nothing():
    assert patch(None, BASE, replace(BASE, label="LOC")) == (False, None)
    assert patch(None, BASE, None) == (False, None)
    assert patch(BASE, None, replace(BASE, label="LOC")) == (False, BASE)
    assert patch(BASE, replace(BASE, label="LOC"), BASE) == (False, BASE)


def test_actions_are_named():
    other = replace(BASE, note="n")
    link = Relation("r", "doc", "1", "2", "related")
    assert [
        action_of(None, BASE), action_of(BASE, None), action_of(BASE, other),
        action_of(BASE, replace(BASE, document="new")), action_of(None, link), action_of(link, None),
    ] == ["create", "delete", "change", "reanchor", "relate", "unrelate"]  # fmt: skip


def test_lone_surrogates_of_broken_files_are_kept():
    broken = replace(BASE, note="\ud800 نص")
    text = to_json(broken)
    text.encode()
    assert from_json(text) == broken
