"""The engine on the embedded package: order, delivery, stops and faults."""

from dataclasses import replace

import pytest

from reader.assets import seeds_path
from reader.errors import PackageError, TranslationError
from reader.translation import archive, packages
from reader.translation.decoder import Decoder, Running
from reader.translation.engine import Engine
from reader.translation.repetition import repeats

TEXTS = [
    "قال الرئيس إن القوات ستبقى في العراق.",
    "CNN reported 2,500 soldiers.",
    "",
    "وصل الوزير إلى بغداد. هل ينسحب الحلف؟",
]


def test_every_sentence_has_its_place_and_an_english_target(engine):
    results = engine.translate(TEXTS)
    assert [len(pairs) for pairs in results] == [1, 1, 0, 2]
    for text, pairs in zip(TEXTS, results, strict=True):
        for pair in pairs:
            assert text[pair.start : pair.end].strip() == text[pair.start : pair.end]
            assert pair.origin == "machine"
    first, second = results[3]
    assert TEXTS[3][second.start : second.end] == "هل ينسحب الحلف؟"
    assert first.target.isascii()
    assert first.score < 0


def test_text_that_is_not_arabic_passes_unchanged(engine):
    (pair,) = engine.translate(["CNN reported 2,500 soldiers."])[0]
    assert pair.target == "CNN reported 2,500 soldiers."
    assert pair.score is None
    assert pair.doubts == ()


def test_paragraphs_are_delivered_once_each_and_match_the_result(engine):
    seen = {}
    results = engine.translate(TEXTS, on_done=lambda n, pairs: seen.update({n: pairs}))
    assert seen == dict(enumerate(results))


def test_order_of_texts_does_not_change_translations(engine):
    forth = engine.translate(TEXTS)
    back = engine.translate(TEXTS[::-1])[::-1]
    assert [[p.target for p in pairs] for pairs in forth] == [
        [p.target for p in pairs] for pairs in back
    ]


def test_stop_leaves_the_rest_empty_and_the_engine_usable(engine):
    lines = [f"وصل الوزير رقم {n} إلى بغداد." for n in range(60)]
    done = []
    results = engine.translate(
        lines, on_done=lambda n, _: done.append(n), should_stop=lambda: len(done) >= 3
    )
    assert 3 <= len(done) < 60
    assert [n for n, pairs in enumerate(results) if pairs] == sorted(done)
    assert engine.translate(lines[:1])[0][0].target


def test_first_real_paragraphs_come_before_the_last(engine):
    text = next(seeds_path().glob("000_*.txt")).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()] * 3
    order = []
    engine.translate(
        lines, on_done=lambda n, _: order.append(n), should_stop=lambda: len(order) >= 6
    )
    assert max(order[:4]) < 16


def test_sentence_of_five_thousand_characters(engine):
    text = "قال الوزير إن القوات باقية في البلاد، وإنها لن تنسحب، " * 100
    (pair,) = engine.translate([text[:5000]])[0]
    assert len(pair.target) > 1000
    assert pair.end == len(text[:5000].rstrip())


@pytest.mark.parametrize(
    "text",
    ["\x00ق\x1b[2J", "\ud800قال", "قال\u202eقال", "ق" * 600, "[/b]قال"],
    ids=["controls", "surrogate", "override", "no spaces", "markup"],
)
def test_hostile_text_is_translated_or_passed(engine, text):
    pairs = engine.translate([text])[0]
    assert all("\x1b" not in pair.target for pair in pairs)


@pytest.mark.parametrize(
    ("trained", "mend", "asked"),
    [
        ({"word_alignment": True}, True, True),
        ({"word_alignment": True}, False, True),
        ({"guided_attention": True}, True, True),
        ({"guided_attention": True}, False, False),
        ({}, True, False),
    ],
)
def test_attention_is_asked_of_a_package_trained_for_it(package, submitted, trained, mend, asked):
    untrained = {"word_alignment": False, "guided_attention": False}
    metadata = {**package.metadata, **untrained, **trained}
    engine = Engine(replace(package, metadata=metadata), threads=1, beam=1, mend=mend)
    (pair,) = engine.translate(["قتل 2500 جندي."])[0]
    source, target = "قتل 2500 جندي.", pair.target
    for link in pair.links:
        assert source[link.s0 : link.s1].strip()
        assert target[link.t0 : link.t1].strip()
    assert [options["attention"] for options in submitted] == [asked]


def test_links_of_a_long_sentence_stay_inside_it(engine):
    text = "  CNN. " + "قال الرئيس ترامب إن القوات باقية في العراق عام 2018، " * 12
    pair = engine.translate([text])[0][1]
    source = text[pair.start : pair.end]
    years = [link for link in pair.links if source[link.s0 : link.s1] == "2018"]
    assert years
    assert {pair.target[link.t0 : link.t1] for link in years} == {"2018"}
    assert max(link.s0 for link in pair.links) > len(source) // 2


def test_failing_sentence_is_told_and_the_rest_translated(package, monkeypatch):
    engine = Engine(package, threads=1, beam=1)
    submit = Decoder.submit

    def failing(self, sources, **options):
        if any(source[:2] == ("▁و", "صل") for source in sources):
            raise TranslationError("There was not enough memory to translate this sentence.")
        return submit(self, sources, **options)

    monkeypatch.setattr(Decoder, "submit", failing)
    results = engine.translate(TEXTS)
    failed, after = results[3]
    assert failed.target == ""
    assert failed.doubts[0].kind == "failed"
    assert "memory" in failed.doubts[0].reason
    assert after.target
    assert results[0][0].target


def test_fault_while_running_is_told(package, monkeypatch):
    engine = Engine(package, threads=1, beam=1)

    def failing(self):
        raise TranslationError("broken")

    monkeypatch.setattr(Running, "result", failing)
    assert engine.translate(TEXTS[:1])[0][0].doubts[0].reason == "broken"


@pytest.mark.parametrize("file", ["model/model.bin", "sentencepiece.model"])
def test_broken_model_file_is_one_sentence(tmp_path, home, file):
    archive.unpack(
        packages.asset_path() / next(packages.asset_path().glob("*.argosmodel")), tmp_path / "p"
    )
    (tmp_path / "p" / file).write_bytes(b"\0broken" * 1000)
    engine = Engine(packages.open_folder(tmp_path / "p", "folder"))
    with pytest.raises(PackageError, match="damaged"):
        engine.translate(["قال"])


def test_engine_id_names_the_package(engine, package):
    assert engine.id.startswith(package.id)
    assert Engine(package, beam=4).id != Engine(package, beam=2).id


def test_repetition_is_seen_and_plain_text_is_not():
    assert repeats(list("abcabcabc"))
    assert repeats(["so"] * 4)
    assert repeats(list("xabcdeyabcdezabcde"))
    assert not repeats(["the", "cat", "and", "the", "dog", "and", "the", "bird"])
    assert not repeats([])
    assert not repeats(["bla"] * 3)
