"""Terms are found with particles, and their English with endings."""

import pytest

from reader.errors import ExchangeError
from reader.translation.finishing import Finishing
from reader.translation.glossary import Glossary, Term, load
from reader.translation.model import SentencePair

TERMS = Glossary(
    [
        Term("حلف شمال الأطلسي", ("NATO", "North Atlantic Treaty Organization")),
        Term("الناتو", ("NATO",)),
        Term("قوة", ("force",)),
        Term("سياسة", ("policy",)),
    ]
)


def found(text):
    return [text[m.start : m.end] for m in TERMS.find(text)]


def test_terms_are_found_with_article_particles_and_vowel_signs():
    assert found("أعلن حلف شمال الاطلسي وبالناتو القوّة") == ["حلف شمال الاطلسي", "الناتو", "القوّة"]


def test_nothing_inside_other_words():
    assert found("الأقوياء سياسي") == []


def test_missing_english_is_told_with_endings_and_alternatives_allowed():
    source = "سياسة الناتو"
    assert TERMS.missing(source, "The policies of nato.") == []
    assert [t.arabic for t in TERMS.missing(source, "The coalition's policy.")] == ["الناتو"]
    assert TERMS.missing("حلف شمال الأطلسي", "The North Atlantic Treaty Organization") == []
    assert [t.arabic for t in TERMS.missing("قوة", "for")] == ["قوة"]


def test_doubt_names_the_term():
    text = "انسحب الناتو."
    (pair,) = Finishing(glossary=TERMS)(text, [SentencePair(0, len(text), "The alliance left.")])
    assert [d.kind for d in pair.doubts] == ["term"]
    assert "NATO" in pair.doubts[0].reason
    (human,) = Finishing(glossary=TERMS)(text, [SentencePair(0, len(text), "It left.", "human")])
    assert human.doubts == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_any_spreadsheet(tmp_path, encoding, mark):
    rows = [
        ("Arabic", "English"),
        ("الناتو", "NATO"),
        ("العراق", "Iraq"),
        ("في العراق", "in Iraq|inside Iraq"),
    ]
    text = "\r\n".join(f'"{a}"{mark}{b}' for a, b in rows) + "\r\n\r\n"
    (tmp_path / "g.csv").write_bytes(text.encode(encoding))
    assert load(tmp_path / "g.csv").terms == (
        Term("الناتو", ("NATO",)),
        Term("العراق", ("Iraq",)),
        Term("في العراق", ("in Iraq", "inside Iraq")),
    )


@pytest.mark.parametrize("line", [
    "مجلس الأمن;Security Council, the",
    '"مجلس الأمن";"Security Council, the"',
    "مجلس الأمن\tSecurity Council, the",
    'مجلس الأمن,"Security Council, the"',
])  # fmt: skip
def test_the_mark_that_stands_first_separates(tmp_path, line):
    (tmp_path / "g.csv").write_text(line, encoding="utf-8")
    (term,) = load(tmp_path / "g.csv").terms
    assert term == Term("مجلس الأمن", ("Security Council, the",))


def test_a_line_of_another_mark_is_read_by_its_own(tmp_path):
    (tmp_path / "g.csv").write_text("العراق,Iraq\nالناتو;NATO;the alliance\n", encoding="utf-8")
    assert load(tmp_path / "g.csv").terms == (
        Term("العراق", ("Iraq",)),
        Term("الناتو", ("NATO", "the alliance")),
    )


@pytest.mark.parametrize("line", ["الناتو;الحلف", "الناتو;", ";NATO", "NATO;الناتو"])
def test_no_translation_is_made_up_from_a_line_without_the_mark(tmp_path, line):
    (tmp_path / "g.csv").write_text(f"العراق,Iraq\n{line}\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="Line 2"):
        load(tmp_path / "g.csv")


def test_two_lines_for_one_term_are_alternatives():
    glossary = Glossary(
        [Term("الناتو", ("NATO",)), Term("ناتو", ("the alliance",)), Term("قوة", ("force",))]
    )
    assert glossary.missing("قوة الناتو", "the force of NATO") == []
    assert glossary.missing("قوة الناتو", "the force of the alliance") == []
    (missed,) = glossary.missing("قوة الناتو", "the force")
    assert missed == Term("الناتو", ("NATO", "the alliance"))


def test_line_without_english_is_named(tmp_path):
    (tmp_path / "g.csv").write_text("الناتو,NATO\nالعراق\n", encoding="utf-8")
    with pytest.raises(ExchangeError, match="Line 2"):
        load(tmp_path / "g.csv")


def test_file_that_is_no_text_or_missing_is_one_sentence(tmp_path):
    (tmp_path / "g.csv").write_bytes(bytes(range(256)) * 20)
    with pytest.raises(ExchangeError, match=r"^The glossary .* is not a text file: save it as CSV"):
        load(tmp_path / "g.csv")
    with pytest.raises(ExchangeError, match="cannot be read"):
        load(tmp_path / "none.csv")
