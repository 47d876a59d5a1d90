"""Every format keeps the article's words, its structure and what the file says of itself."""

import pytest

from reader.documents import contents, find, load, load_all
from reader.errors import DocumentError
from tests.documents.samples import DATA, article_words

TITLE = "المدن الساحلية تستعد لموسم الأمطار"
KINDS = (
    ["heading", "text", "text", "heading", "text"]
    + ["list_item"] * 3
    + ["quote", "heading", "text", "text"]
)


def words(document) -> set[str]:
    return {word for paragraph in document.paragraphs for word in paragraph.text.split()}


@pytest.mark.parametrize(
    "name", ["saved_page.html", "saved_page.mhtml", "libreoffice.html", "libreoffice.docx"]
)
def test_article_is_whole_with_its_structure_and_without_boilerplate(name):
    document = load(DATA / name)
    assert [p.kind for p in document.paragraphs] == KINDS
    assert document.paragraphs[0].text == TITLE
    assert words(document) == article_words()
    assert document.metadata.author == "ليلى الحداد"
    assert document.metadata.title.startswith(TITLE)
    headings = contents(document)
    assert [(h.text, h.level) for h in headings[1:]] == [
        ("خطة من ثلاث مراحل", 2),
        ("مخاوف السكان", 2),
    ]
    assert [document.paragraphs[h.place].text for h in headings] == [h.text for h in headings]


@pytest.mark.parametrize("name", ["saved_page.html", "saved_page.mhtml"])
def test_saved_page_tells_date_source_address_and_direction(name):
    document = load(DATA / name)
    about = document.metadata
    assert about.date == "2025-10-12T08:30:00+03:00"
    assert about.source == "صحيفة المرفأ"
    assert about.url == "https://almarfa.example/news/rain-season"
    assert {p.direction for p in document.paragraphs} == {"rtl"}


def test_libreoffice_book():
    document = load(DATA / "libreoffice.epub")
    assert words(document) == article_words()
    assert document.metadata.title.startswith(TITLE)
    assert contents(document)[0].text == TITLE


def test_short_page_without_article_is_read_whole():
    page = "<html dir=rtl><nav>قائمة</nav><p>سطر <b>واحد</b><br>وآخر<script>x()</script> بقية</p></html>"
    document = load("a.html", data=page.encode())
    assert [p.text for p in document.paragraphs] == ["سطر واحد", "وآخر بقية"]
    assert document.paragraphs[0].direction == "rtl"


def test_page_in_its_declared_encoding():
    page = '<html><head><meta charset="windows-1256"></head><body><p>نص قصير</p></body></html>'
    document = load("a.html", data=page.encode("cp1256"))
    assert document.encoding == "windows-1256"
    assert document.paragraphs[0].text == "نص قصير"


@pytest.mark.parametrize("declared", ["utf-16", "punycode", "undefined", "hex", "no-such-thing"])
def test_declared_encoding_that_cannot_be_is_ignored(declared):
    page = f'<html><head><meta charset="{declared}"></head><body><p>نص قصير</p></body></html>'
    assert load("a.html", data=page.encode()).paragraphs[0].text == "نص قصير"


def test_falsely_declared_encoding_is_found_out():
    page = '<html><head><meta charset="utf-8"></head><body><p>قال الوزير إن في المدينة</p></body></html>'
    document = load("a.html", data=page.encode("cp1256"))
    assert document.paragraphs[0].text == "قال الوزير إن في المدينة"


def test_nested_lists_quotations_and_tables_of_html():
    page = (
        "<body><ul><li>أ<ul><li>ب</li></ul></li><li><p>ج</p><p>د</p></li></ul>"
        "<blockquote>هـ<h3>و</h3></blockquote><table><tr><th>ز</th><td><p>ح</p></td></tr></table>"
        "<p dir=ltr>t</p><pre>a\n  b</pre></body>"
    )
    found = [(p.kind, p.level, p.text) for p in load("a.html", data=page.encode()).paragraphs]
    assert found == [
        ("list_item", 1, "أ"), ("list_item", 2, "ب"), ("list_item", 1, "ج"), ("list_item", 1, "د"),
        ("quote", 0, "هـ"), ("heading", 3, "و"), ("text", 0, "ز | ح"), ("text", 0, "t"),
        ("code", 0, "a"), ("code", 0, "  b"),
    ]  # fmt: skip


def test_markdown():
    document = load(DATA / "note.md")
    assert [(p.kind, p.level) for p in document.paragraphs] == [
        ("heading", 1), ("text", 0), ("list_item", 1), ("list_item", 2), ("list_item", 1),
        ("quote", 0), ("text", 0), ("text", 0), ("code", 0), ("code", 0),
    ]  # fmt: skip
    assert document.paragraphs[1].text == "سافرنا إلى الساحل يوم الأحد وعدنا مساء الاثنين."
    assert document.paragraphs[5].text == "اقتباس قصير من سطرين."
    assert document.paragraphs[7].text == "المرفأ | 1200"
    about = document.metadata
    assert (about.title, about.author, about.date) == ("مذكرة عن الرحلة", "سلمى", "2025-01-02")


def test_json_lines_is_one_document_or_one_for_each_article():
    whole = load(DATA / "articles.jsonl")
    assert [h.text for h in contents(whole)] == [
        "افتتاح مكتبة جديدة",
        "نتائج دوري الصيد",
        "صفحة",
        "عنوان",
    ]
    assert "One entry" in whole.warnings[0]
    articles = load_all(DATA / "articles.jsonl")
    assert [a.title for a in articles] == ["افتتاح مكتبة جديدة", "نتائج دوري الصيد", "صفحة"]
    assert articles[0].metadata.url == "https://almarfa.example/1"
    assert articles[1].metadata.date == "2025-03-02"
    assert [p.text for p in articles[2].paragraphs] == ["فقرة أولى", "عنوان", "فقرة ثانية"]


def test_one_article_of_many_by_number():
    articles = load_all(DATA / "articles.jsonl")
    path = f"{DATA / 'articles.jsonl'}#2"
    assert articles[1].path == path
    assert load(path) == articles[1]
    with pytest.raises(DocumentError, match="no article 9: it holds 3"):
        load(f"{DATA / 'articles.jsonl'}#9")
    with pytest.raises(DocumentError, match="holds one article"):
        load(f"{DATA / 'note.md'}#1")


def test_file_whose_name_ends_like_a_number_is_that_file(tmp_path):
    path = tmp_path / "news.jsonl#2"
    path.write_text("نص عادي", encoding="utf-8")
    (tmp_path / "news.jsonl").write_text("{}", encoding="utf-8")
    assert load(path).paragraphs[0].text == "نص عادي"


@pytest.mark.parametrize(
    "text",
    [
        '[{"title": "ع", "text": "نص أول"}, {"text": ["نص", "ثان"]}]',
        '{"title": "ع", "text": "نص أول"}\n{"text": ["نص", "ثان"]}',
    ],
)
def test_json_array_and_lines_are_the_same(text):
    for name in ("a.json", "unnamed"):
        articles = load_all(name, data=text.encode())
        assert [len(a.paragraphs) for a in articles] == [1, 2]


def test_json_without_articles_says_what_is_missing():
    with pytest.raises(DocumentError, match="holds no articles"):
        load("a.jsonl", data=b'{"a": 1}\n[]\nnull\n')


def test_lone_surrogates_in_json_stay_out_of_the_text():
    found = load("a.jsonl", data=b'{"text": "a b", "title": "x\\ny"}')
    assert found.paragraphs[0].text == "x y"


def test_feed():
    whole = load(DATA / "feed.atom")
    assert whole.metadata.title == "صحيفة المرفأ"
    assert [h.text for h in contents(whole)] == ["افتتاح مكتبة جديدة", "نتائج دوري الصيد"]
    first, second = load_all(DATA / "feed.atom")
    assert [p.text for p in first.paragraphs][1:] == [
        "افتتحت البلدية مكتبة.",
        "وتضم عشرين ألف كتاب.",
    ]
    assert first.metadata.date == "2025-03-01T07:00:00Z"
    assert first.metadata.author == "سامي"
    assert second.metadata.url == "https://almarfa.example/2"


def test_content_wins_over_a_wrong_extension(tmp_path):
    for name in ("libreoffice.docx", "libreoffice.epub", "fpdf2.pdf"):
        path = tmp_path / f"{name}.txt"
        path.write_bytes((DATA / name).read_bytes())
        assert load(path).media_type == load(DATA / name).media_type


def test_find_knows_every_sample():
    names = {path.name for path in find([str(DATA)])}
    assert names == {p.name for p in DATA.iterdir()} - {"make_samples.sh"}
