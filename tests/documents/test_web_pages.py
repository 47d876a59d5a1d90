"""Web pages as they are found: forms, tables and odd spaces around an article, and its date."""

import pytest

from reader.documents import load
from reader.documents.html_article import as_in_page
from reader.documents.html_blocks import html_blocks
from reader.documents.xml import parse_html

TITLE = "عنوان الخبر"
TEXTS = [
    "قالت وزارة الصحة المصرية يوم الأحد إن عدد الحالات انخفض خلال الأسبوع الماضي.",
    "وأضاف المتحدث باسم الوزارة أن المستشفيات في القاهرة جاهزة لاستقبال المرضى.",
    "وكانت منظمة الصحة العالمية قد أشادت بجهود مصر في مواجهة المرض هذا العام.",
]
MENU = '<div class="menu"><ul>' + '<li><a href="/1">قسم الأخبار</a></li>' * 6 + "</ul></div>"
RELATED = '<div class="related"><p><a href="/r">خبر متعلق عن شيء آخر</a></p></div>' * 3


def page(body: str, head: str = "") -> bytes:
    start = f"<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8>{head}"
    return f"{start}<title>{TITLE}</title></head><body>{body}</body></html>".encode()


def article(*texts: str) -> str:
    return f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}</p>" for text in texts)


def read(body: str) -> list[str]:
    return [p.text for p in load("a.html", data=page(body)).paragraphs]


def test_page_inside_one_form_is_read():
    form = f'<form id="aspnetForm" method="post">{article(*TEXTS)}<input value="بحث"></form>'
    assert read(form) == [TITLE, *TEXTS]
    assert read(form + "<div>جميع الحقوق محفوظة</div>") == [TITLE, *TEXTS]


def test_form_to_fill_in_is_no_part_of_a_page():
    form = "<form><label>ابحث في الموقع</label><input><p>كل الأقسام</p></form>"
    assert read(f"{form}<p>{TEXTS[0]}</p>") == [TEXTS[0]]


@pytest.mark.parametrize("around", ["header", "aside", "footer", "nav"])
def test_page_whose_text_is_all_in_a_menu_is_read(around):
    assert read(f"<{around}><p>{TEXTS[0]}</p></{around}>")[-1] == TEXTS[0]


@pytest.mark.parametrize(
    "body",
    [
        "<article><header><h1>عاجل: زلزال</h1></header><p>شعر به السكان.</p></article>",
        "<header><h1>{TITLE}</h1></header><article><p>شعر به السكان.</p></article>",
        "<article><h1>عاجل: زلزال</h1><p>شعر به السكان.</p></article>",
        "<header><h1>عاجل: زلزال</h1></header>",
    ],
)
def test_short_article_keeps_its_headline(body):
    found = load("a.html", data=page(body.replace("{TITLE}", TITLE))).paragraphs
    assert (found[0].kind, found[0].level) == ("heading", 1)
    assert found[0].text == (TITLE if "{TITLE}" in body else "عاجل: زلزال")
    assert [p.text for p in found[1:]] == ["شعر به السكان."] * ("<p>" in body)


def test_name_of_the_site_is_no_headline():
    body = "<header><h1>صحيفة المرفأ</h1></header><article><p>شعر به السكان.</p></article>"
    assert read(body) == ["شعر به السكان."]


def test_centred_text_is_part_of_the_article():
    first, *others = TEXTS
    body = f"<h1>{TITLE}</h1><CENTER class=a>{first}</CENTER>" + "".join(
        f"<p>{text}</p>" for text in others
    )
    assert read(MENU + f'<div class="content">{body}</div>' + RELATED) == [TITLE, *TEXTS]


def test_font_that_is_never_closed_does_not_end_the_page():
    lines = "".join(f"<font color=red>السطر رقم {n} من نص المقال<br>" for n in range(400))
    assert read(f"<div>{lines}</div>")[-1] == "السطر رقم 399 من نص المقال"


def test_other_spaces_do_not_bring_menus_into_the_article():
    texts = [text.replace(" ", "\xa0", 1).replace(" في ", " \xa0في ") for text in TEXTS]
    assert read(MENU + f'<div class="content">{article(*texts, *TEXTS)}</div>' + RELATED) == [
        TITLE,
        *texts,
        *TEXTS,
    ]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("وقع <time>يوم 3 مايو</time> قرب القاهرة", "وقع يوم 3 مايو قرب القاهرة"),
        ("قال <label>الوزير</label> ثم", "قال الوزير ثم"),
        ("قال <q>نحن بخير</q> ثم سكت", "قال نحن بخير ثم سكت"),
        ("أ <q>ب</q> ج <time>د</time> هـ <q>و</q>", "أ ب ج د هـ و"),
    ],
)
def test_sentence_with_elements_inside_stays_whole(sentence, text):
    body = article(*TEXTS[:2], sentence, TEXTS[2])
    document = load("a.html", data=page(f"<article>{body}</article>"))
    assert [(p.kind, p.text) for p in document.paragraphs] == [
        ("heading", TITLE),
        *(("text", t) for t in (*TEXTS[:2], text, TEXTS[2])),
    ]


def test_poem_keeps_its_lines():
    poem = "<pre>على قدر أهل العزم\nتأتي العزائم</pre>"
    found = read(f"<article>{article(*TEXTS)}{poem}</article>")
    assert found == [TITLE, *TEXTS, "على قدر أهل العزم", "تأتي العزائم"]


def test_pieces_are_not_taken_for_blocks_that_hold_their_words_by_chance():
    blocks = html_blocks(
        parse_html(
            "<p>قال الوزير نعم لكل ما طلب منه في المدينة ثم غادر</p>"
            + "".join(f"<p>{text}</p>" for text in TEXTS)
        )
    )
    pieces = [blocks[1]._replace(text="قال نعم"), *blocks[1:]]
    assert [b.text for b in as_in_page(pieces, blocks)] == ["قال نعم", *TEXTS]


def test_text_run_together_is_no_article():
    blocks = html_blocks(parse_html("".join(f"<p>{text}</p>" for text in TEXTS)))
    assert as_in_page([blocks[0]._replace(text=" ".join(TEXTS))], blocks) == []


@pytest.mark.parametrize("between", ["<br><br>", "<br>\n<br/>"])
def test_article_in_one_cell_of_a_table_keeps_its_paragraphs(between):
    cell = f"<td>{between.join(TEXTS)}</td>"
    assert read(f"<table><tr>{cell}</tr></table>")[-3:] == TEXTS
    layout = f"<table><tr><td><b>القسم</b></td></tr><tr><td><img></td>{cell}</tr></table>"
    assert read(layout)[-3:] == TEXTS


def test_cells_of_a_row_stay_one_line():
    table = (
        "<table><tr><th>المحافظة</th><th>العدد</th></tr><tr><td>القاهرة<br>الكبرى</td>"
        "<td><p>120</p></td></tr><tr><td>الجيزة<br>والبحيرة</td><td></td></tr></table>"
    )
    rows = ["المحافظة | العدد", "القاهرة الكبرى | 120", "الجيزة والبحيرة"]
    assert [text.strip(" |") for text in read(table)] == rows


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("", ""),
        ("<footer>جميع الحقوق محفوظة © 2024</footer>", ""),
        ("<p>وهو الأعلى منذ عام 2011 كما قال</p>", ""),
        ("<p>" + "كلام كثير عن أمور شتى " * 5 + "منذ 25/1/2011 كما قيل</p>", ""),
        ("<span class=date>الأحد 3 مايو 2020</span>", "2020-05-03"),
        ("<span class=date>الأحد ٣ مايو ٢٠٢٠</span>", "2020-05-03"),
        ("<span class=date>May 3, 2020</span>", "2020-05-03"),
        ("<span class=date>03/05/2020 10:30</span>", "2020-05-03"),
        ("<time datetime=2020-05-03T10:00:00Z>أمس</time>", "2020-05-03T10:00:00Z"),
    ],
)
def test_date_is_one_that_stands_on_the_page(body, date):
    data = page(f"<article>{article(*TEXTS)}</article>{body}")
    assert load("a.html", data=data).metadata.date == date


def test_date_in_the_data_of_a_script():
    script = '<script type="application/ld+json">{"datePublished":"2020-05-03T23:30:00"}</script>'
    data = page(f"<article>{article(*TEXTS)}</article>", script)
    assert load("a.html", data=data).metadata.date == "2020-05-03"
