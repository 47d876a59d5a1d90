"""TMX: read back by an independent reader, and read from other programs' files."""

import pytest
from lxml import etree

from reader.errors import ExchangeError
from reader.translation import tmx
from reader.translation.memory import Entry

ENTRIES = [
    Entry(
        "قال: «لن ننسحب» & <غدا>.",
        'He said: "We will not withdraw" & <tomorrow>.',
        "human",
        "noor",
        "translate-ar_en 0.1",
        "2026-01-02T03:04:05Z",
        "2026-02-03T04:05:06Z",
    ),
    Entry("وصل الوزير.", "The minister arrived.", "import", "", "", "", ""),
]


def write(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


def test_round_trip_is_exact(tmp_path):
    assert tmx.write(ENTRIES, tmp_path / "m.tmx") == 2
    assert tmx.read(tmp_path / "m.tmx") == tmx.Imported(ENTRIES, 0)


def test_independent_reader_sees_the_same_units(tmp_path):
    storage = pytest.importorskip("translate.storage.tmx")
    tmx.write(ENTRIES, tmp_path / "m.tmx")
    with (tmp_path / "m.tmx").open("rb") as file:
        found = storage.tmxfile(file, "ar", "en")
    assert [(unit.source, unit.target) for unit in found.units] == [
        (entry.source, entry.target) for entry in ENTRIES
    ]


def test_file_of_an_independent_writer_is_read(tmp_path):
    storage = pytest.importorskip("translate.storage.tmx")
    store = storage.tmxfile(sourcelanguage="ar", targetlanguage="en")
    for entry in ENTRIES:
        store.addtranslation(entry.source, "ar", entry.target, "en")
    (tmp_path / "m.tmx").write_bytes(bytes(store))
    found = tmx.read(tmp_path / "m.tmx")
    assert [(e.source, e.target) for e in found.entries] == [(e.source, e.target) for e in ENTRIES]


def test_header_and_dates_follow_the_standard(tmp_path):
    tmx.write(ENTRIES, tmp_path / "m.tmx")
    root = etree.parse(tmp_path / "m.tmx").getroot()
    assert root.get("version") == "1.4"
    wanted = {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert wanted <= set(root.find("header").keys())
    unit = root.find("body/tu")
    assert unit.get("creationdate") == "20260102T030405Z"
    assert unit.get("changedate") == "20260203T040506Z"
    assert unit.find("prop[@type='x-origin']").text == "human"


def test_controls_that_xml_cannot_hold_are_left_out(tmp_path):
    tmx.write([Entry("نص\x1b\x00\ud800", "te\x0bxt\ufffe")], tmp_path / "m.tmx")
    (entry,) = tmx.read(tmp_path / "m.tmx").entries
    assert (entry.source, entry.target) == ("نص", "text")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_other_programs_languages_codes_and_order(tmp_path, encoding):
    text = f"""<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="EN-US" o-tmf="x" datatype="xml" segtype="sentence"
 adminlang="en" creationtool="Other" creationtoolversion="1"/><body>
<tu><tuv xml:lang="EN-US"><seg>He <bpt i="1">&lt;b&gt;</bpt>said<ept i="1">&lt;/b&gt;</ept> <hi>so</hi>.</seg></tuv>
<tuv xml:lang="ar-SA"><seg>قال <ph x="1">%s</ph>ذلك.</seg></tuv></tu>
<tu><tuv lang="fr"><seg>Bonjour</seg></tuv><tuv lang="en"><seg>Hello</seg></tuv></tu>
</body></tmx>"""
    found = tmx.read(write(tmp_path / "m.tmx", text, encoding))
    assert [(e.source, e.target, e.origin) for e in found.entries] == [
        ("قال ذلك.", "He said so.", "import")
    ]
    assert found.skipped == 1


def test_an_empty_variant_gives_way_and_three_letters_are_languages_too(tmp_path):
    text = """<tmx version="1.4"><header/><body>
<tu><tuv xml:lang="ar"><seg>قال ذلك.</seg></tuv>
<tuv xml:lang="en-US" changeid="nobody"><seg> </seg></tuv>
<tuv xml:lang="en-GB" changeid="noor"><seg>He said so.</seg></tuv></tu>
<tu><tuv xml:lang="ARA"><seg>نعم.</seg></tuv><tuv xml:lang="ENG"><seg>Yes.</seg></tuv></tu>
</body></tmx>"""
    found = tmx.read(write(tmp_path / "m.tmx", text))
    assert [(e.source, e.target, e.author) for e in found.entries] == [
        ("قال ذلك.", "He said so.", "noor"),
        ("نعم.", "Yes.", ""),
    ]
    assert found.skipped == 0


def test_date_and_author_may_stand_at_the_english(tmp_path):
    text = """<tmx version="1.4"><header/><body><tu><tuv xml:lang="ar"
 changedate="20190101T000000Z" changeid="importer"><seg>قال ذلك.</seg></tuv>
<tuv xml:lang="en" creationdate="09990101T000000Z" changedate="20260102T030405Z" changeid="noor">
<seg>He said so.</seg></tuv></tu></body></tmx>"""
    (entry,) = tmx.read(write(tmp_path / "m.tmx", text)).entries
    assert (entry.created, entry.changed) == ("0999-01-01T00:00:00Z", "2026-01-02T03:04:05Z")
    assert entry.author == "noor"


@pytest.mark.parametrize("source", ["ـــ", "ً", " "])
def test_a_unit_that_could_not_be_found_again_is_passed_over(tmp_path, source):
    tmx.write([Entry(source, "x"), Entry("نص", "text")], tmp_path / "m.tmx")
    found = tmx.read(tmp_path / "m.tmx")
    assert ([e.target for e in found.entries], found.skipped) == (["text"], 1)


def test_entity_bomb_and_external_entity_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("secret")
    text = f"""<?xml version="1.0"?><!DOCTYPE tmx [
<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>
<tmx version="1.4"><header/><body><tu><tuv xml:lang="ar"><seg>نص &x;</seg></tuv>
<tuv xml:lang="en"><seg>text &d;&x;</seg></tuv></tu></body></tmx>"""
    (entry,) = tmx.read(write(tmp_path / "m.tmx", text)).entries
    assert (entry.source, entry.target) == ("نص", "text")


@pytest.mark.parametrize(
    "text", ["", "not xml", "<html/>", "<tmx><body><tu>", "<tmx version='1.4'/>x"]
)
def test_what_is_not_tmx_is_one_sentence(tmp_path, text):
    with pytest.raises(ExchangeError, match="not a sound TMX file"):
        tmx.read(write(tmp_path / "m.tmx", text))


def test_missing_file_and_unwritable_place_are_named(tmp_path):
    with pytest.raises(ExchangeError, match="cannot be read"):
        tmx.read(tmp_path / "none.tmx")
    with pytest.raises(ExchangeError, match="cannot be written"):
        tmx.write(ENTRIES, tmp_path / "none" / "m.tmx")
