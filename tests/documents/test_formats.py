"""Every format keeps the article's words, its structure and what the file says of itself."""

import io
import re
import zipfile

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


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def word_file(body: str) -> bytes:
    """Return a Word file with this body: a sample with another main part."""
    out = io.BytesIO()
    part = f'<w:document xmlns:w="{WORD}" xmlns:m="{MATHS}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(DATA / "libreoffice.docx") as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, part if name == "word/document.xml" else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("element", ["dir", "bdo", "fldSimple"])
def test_word_text_in_an_element_of_its_own_is_read(element):
    inner = f'<w:{element} w:val="rtl">{run("خمسة ملايين")}</w:{element}>'
    body = f"<w:p>{run('قيمة العقد ')}{inner}{run(' دينار')}</w:p>"
    document = load("a.docx", data=word_file(body))
    assert [p.text for p in document.paragraphs] == ["قيمة العقد خمسة ملايين دينار"]
    assert document.warnings == ()


def test_word_text_that_cannot_be_read_is_told():
    sums = "<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath><m:oMathPara/>"
    document = load("a.docx", data=word_file(f"<w:p>{run('معادلة')}{sums}</w:p>"))
    assert document.paragraphs[0].text == "معادلة"
    assert document.warnings == (
        "Text in some elements (oMath) is not shown: compare with the original.",
    )


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


SENTENCE = "قال الوزير إن في المدينة مدارس جديدة"


@pytest.mark.parametrize(
    ("declared", "real"),
    [
        ("windows-1256", "utf-8"), ("iso-8859-6", "utf-8"), ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1256"), ("windows-1252", "cp1256"), ("windows-1252", "iso8859_6"),
    ],
)  # fmt: skip
def test_declared_one_byte_encoding_is_disproved_by_the_bytes(declared, real):
    page = f'<html><head><meta charset="{declared}"></head><body><p>{SENTENCE}</p></body></html>'
    document = load("a.html", data=page.encode(real))
    assert (document.encoding, document.paragraphs[0].text) == (real, SENTENCE)


def test_damaged_utf_8_under_another_declaration_is_utf_8():
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{SENTENCE * 3}</p></body>'
    document = load("a.html", data=page.encode().replace("مدارس".encode(), "مدارس".encode()[1:], 1))
    assert document.encoding == "utf-8"
    assert document.paragraphs[0].text.startswith("قال الوزير إن في المدينة")


@pytest.mark.parametrize("style", ["", "a{b:c}" * 12_000])
def test_damaged_utf_8_as_declared_says_so(style):
    page = f"<meta charset=utf-8><style>{style}</style><p>{SENTENCE}</p>".encode()
    document = load("a.html", data=page.replace("مدارس".encode(), "مدارس".encode()[1:]))
    assert document.encoding == "utf-8"
    assert document.paragraphs[0].text == SENTENCE.replace("مدارس", "\ufffdدارس")
    assert "not valid UTF-8" in document.warnings[0]


@pytest.mark.parametrize(
    ("header", "meta", "real"),
    [
        ("; charset=windows-1256", "", "cp1256"), ("; charset=windows-1256", "utf-8", "cp1256"),
        ('; charset="UTF-8"', "windows-1252", "utf-8"), ("", "windows-1256", "cp1256"),
        ("; charset=koi8-r", "", "utf-8"), ("; charset=undefined", "windows-1256", "cp1256"),
    ],
)  # fmt: skip
def test_saved_page_in_the_encoding_of_its_header_or_its_own(header, meta, real):
    text = "ملخص"
    page = f"<html><meta charset='{meta}'><p>{text}</p></html>"
    start = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    part = f"Content-Type: text/html{header}\nContent-Transfer-Encoding: 8bit\n\n"
    data = f"{start}{part}".encode() + page.encode(real) + b"\n--b--\n"
    assert load("a.mhtml", data=data).paragraphs[0].text == text


def test_damage_in_json_lines_says_so():
    data = f'{{"text": "{SENTENCE}"}}\n{{"text": "{SENTENCE}"}}'.encode()
    found = load_all("a.jsonl", data=data.replace("مدارس".encode(), "مدارس".encode()[1:]))
    assert "\ufffd" in found[0].paragraphs[0].text
    assert "not valid UTF-8" in found[0].warnings[0]


@pytest.mark.parametrize(
    "text",
    [
        "Él dijo: ¡ÁÉÍÓÚ, cañón y señor!",
        "ÞAÐ ER ÍSLENSKA: þá hún æði",
        "GRÖSSE ÄÖÜ Straße",
        "«é» à ç œ — “ß”",
    ],
)
def test_western_page_stays_western(text):
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{text * 3}</p></body></html>'
    document = load("a.html", data=page.encode("cp1252"))
    assert (document.encoding, document.paragraphs[0].text) == ("cp1252", text * 3)


@pytest.mark.parametrize(
    "other",
    [
        '<script src="a.js" charset="iso-8859-1"></script>',
        '<!-- <meta charset="iso-8859-1"> -->',
        '<link charset="utf-16">',
    ],
)
def test_only_a_meta_element_declares_the_encoding(other):
    page = f'<html><head>{other}<meta charset="windows-1256"></head><body><p>نص قصير</p></body>'
    document = load("a.html", data=page.encode("cp1256"))
    assert (document.encoding, document.paragraphs[0].text) == ("windows-1256", "نص قصير")


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


def test_markdown_breaks_lines_as_html_does():
    text = "سطر أول<br>سطر <b>ثان</b>\n\n| أ | ب |\n|---|---|\n| واحد<BR/>اثنان | ثلاثة |\n"
    document = load("a.md", data=text.encode())
    assert [p.text for p in document.paragraphs] == [
        "سطر أول",
        "سطر ثان",
        "أ | ب",
        "واحد اثنان | ثلاثة",
    ]


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


def feed(*items: str) -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    body = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0"?><rss version="2.0" {space}><channel>{body}</channel></rss>'.encode()
    )


def test_feed_whose_names_have_a_prefix():
    atom = (DATA / "feed.atom").read_text(encoding="utf-8")
    prefixed = re.sub(r"<(/?)(?=[a-z])", r"<\1a:", atom).replace("xmlns=", "xmlns:a=")
    assert "<a:feed" in prefixed
    found = load_all("news.xml", data=prefixed.encode())
    assert [d.fingerprint for d in found] == [d.fingerprint for d in load_all(DATA / "feed.atom")]
    rdf = (
        '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><item><title>خبر</title>'
        "<description>نص</description></item></r:RDF>"
    )
    assert [p.text for p in load("a.xml", data=rdf.encode()).paragraphs] == ["خبر", "نص"]


@pytest.mark.parametrize("content", ["", "<![CDATA[ ]]>", '<![CDATA[<img src="a.jpg">]]>'])
def test_description_stands_in_for_content_without_text(content):
    description = "<title>خبر</title><description>ملخص الخبر.</description>"
    item = f"{description}<content:encoded>{content}</content:encoded>"
    assert [p.text for p in load("a.rss", data=feed(item)).paragraphs] == ["خبر", "ملخص الخبر."]
    item = f"{description}<content:encoded><![CDATA[<p>النص كله.</p>]]></content:encoded>"
    assert [p.text for p in load("a.rss", data=feed(item)).paragraphs] == ["خبر", "النص كله."]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("AT&amp;T", "AT&T"),
        ("خبر &amp;#8220;عاجل&amp;#8221;", "خبر “عاجل”"),
        ("<![CDATA[خبر &laquo;عاجل&raquo; <b class='x'>مهم</b> جدا]]>", "خبر «عاجل» مهم جدا"),
        ("<![CDATA[الحبّ<br/>والحرب]]>", "الحبّ والحرب"),
        ("3 &lt; 5 و 7 &gt; 6", "3 < 5 و 7 > 6"),
        ("List&lt;T&gt; في جافا", "List<T> في جافا"),
        ("R&amp;D في مصر", "R&D في مصر"),
    ],
)
def test_title_of_a_feed_is_text(written, title):
    item = f"<title>{written}</title><description>نص</description>"
    assert load("a.rss", data=feed(item)).metadata.title == title


def test_content_wins_over_a_wrong_extension(tmp_path):
    for name in ("libreoffice.docx", "libreoffice.epub", "fpdf2.pdf"):
        path = tmp_path / f"{name}.txt"
        path.write_bytes((DATA / name).read_bytes())
        assert load(path).media_type == load(DATA / name).media_type


def test_find_knows_every_sample():
    names = {path.name for path in find([str(DATA)])}
    assert names == {p.name for p in DATA.iterdir()} - {"make_samples.sh"}
