"""Files made to do harm end as one sentence, soon and in little memory."""

import io
import zipfile
from collections import Counter

import pytest

from reader.documents import html_cells, load
from reader.documents.archive import MAX_MEMBERS
from reader.documents.blocks import LONGEST_PARAGRAPH
from reader.documents.html_blocks import html_blocks
from reader.documents.html_dates import publication_date
from reader.documents.quiet import quiet
from reader.documents.xml import parse_html
from reader.errors import DocumentError
from tests.documents.samples import DATA

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


def archive(members: dict[str, bytes], source: str | None = None) -> bytes:
    """Return a ZIP with these members, over those of a sample."""
    out = io.BytesIO()
    everything: dict[str, bytes] = {}
    if source:
        with zipfile.ZipFile(DATA / source) as old:
            everything = {name: old.read(name) for name in old.namelist()}
    everything.update(members)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in everything.items():
            new.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("source", "member"),
    [
        ("libreoffice.docx", "word/document.xml"),
        ("libreoffice.epub", "OEBPS/sections/section0001.xhtml"),
    ],
)
def test_zip_bomb(source, member):
    data = archive({member: b"<p>" + b" " * 30_000_000}, source)
    with pytest.raises(DocumentError, match="unpacks to far more"):
        load("bomb", data=data)


def test_zip_of_too_many_members():
    data = archive({f"{n}": b"" for n in range(MAX_MEMBERS)}, "libreoffice.epub")
    with pytest.raises(DocumentError, match="unpacks to far more"):
        load("many.epub", data=data)


@pytest.mark.parametrize(
    ("source", "member"),
    [
        ("libreoffice.docx", "word/document.xml"),
        ("libreoffice.docx", "docProps/core.xml"),
        ("libreoffice.epub", "META-INF/container.xml"),
        ("libreoffice.epub", "OEBPS/content.opf"),
        ("libreoffice.epub", "OEBPS/toc.xhtml"),
    ],
)
def test_entities_in_archives(source, member):
    data = archive({member: ENTITIES.encode() + b"<x>&f;&b;</x>"}, source)
    with pytest.raises(DocumentError, match="XML entities"):
        load("attack", data=data)


def test_entities_in_a_feed():
    feed = f"{ENTITIES}<rss><channel><item><title>&f;</title></item></channel></rss>"
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(DocumentError, match="XML entities"):
            load("a.rss", data=feed.encode(encoding))


def test_entities_in_a_books_chapter_stay_text():
    chapter = f"{ENTITIES}<html><body><p>قبل &f;&b; بعد</p></body></html>"
    data = archive({"OEBPS/sections/section0001.xhtml": chapter.encode()}, "libreoffice.epub")
    text = load("a.epub", data=data).paragraphs[-1].text
    assert "root:" not in text
    assert "aaaa" not in text


def test_locked_archive():
    data = bytearray(archive({}, "libreoffice.epub"))
    # the flag of encryption in the first entry of the central directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(DocumentError, match="protected with a password"):
        load("a.epub", data=bytes(data))


def test_book_locked_by_its_seller():
    locked = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod '
        'Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData></encryption>'
    )
    data = archive({"META-INF/encryption.xml": locked.encode()}, "libreoffice.epub")
    with pytest.raises(DocumentError, match="DRM"):
        load("a.epub", data=data)
    fonts = locked.replace(
        "http://www.w3.org/2001/04/xmlenc#aes128-cbc", "http://www.idpf.org/2008/embedding"
    )
    data = archive({"META-INF/encryption.xml": fonts.encode()}, "libreoffice.epub")
    assert load("a.epub", data=data).paragraphs


@pytest.mark.parametrize("name", ["libreoffice.docx", "libreoffice.epub", "fpdf2.pdf"])
def test_file_that_was_cut_off(name):
    data = (DATA / name).read_bytes()
    with pytest.raises(DocumentError, match=r"damaged|no text|not a sound"):
        load(name, data=data[: len(data) // 2])


def test_deeply_nested_markup_and_json():
    page = b"<div>" * 50_000 + "نص".encode()
    with pytest.raises(DocumentError, match=r"a\.html"):
        load("a.html", data=page)
    with pytest.raises(DocumentError, match="holds no articles"):
        load("a.json", data=b"[" * 100_000)
    quotes = load("a.md", data=b"> " * 3000 + "نص".encode())
    assert quotes.paragraphs


def test_page_of_one_huge_line():
    text = "كلمة " * 200_000
    document = load("a.html", data=f"<html><body><p>{text}</p></body></html>".encode())
    assert sum(len(p.text) for p in document.paragraphs) >= len(text) - 1


def test_a_row_of_very_many_cells_is_read_without_looking_for_an_article(monkeypatch):
    def never(text):
        raise AssertionError("the time of this grows with the square of the cells")

    monkeypatch.setattr("reader.documents.formats.html._article", never)
    page = "<html><body><p>خبر</p><table><tr>" + "<td>خلية</td>" * 20_000 + "</tr></table></html>"
    document = load("a.html", data=page.encode())
    assert document.paragraphs[0].text == "خبر"
    assert sum(p.text.count("خلية") for p in document.paragraphs) == 20_000


@pytest.mark.parametrize(
    "text", ["x=12" + " " * 300_000, "may" * 200_000, "a" * 500_000, "12 - of " * 50_000]
)
def test_looking_for_a_day_takes_time_in_proportion(text):
    page = f"<html><body><p>12 May 2021</p><script>{text}</script></body></html>"
    assert publication_date(parse_html(page), "2021-05-12") == "2021-05-12"


def test_libraries_print_nothing(capfd):
    for name in ("saved_page.html", "feed.atom", "libreoffice.docx"):
        load(DATA / name)
    load("a.html", data=b"<html><body><p>x</p></body></html>")
    quiet("trafilatura")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>" * 200 + "<b>x</b> " * 20_000,
        "<cell>" * 2000 + "<b>x</b> " * 20_000 + "<p>a<p>b",
    ],
    ids=["tables", "cells"],
)
def test_cells_within_cells_are_not_counted_over_and_over(page, monkeypatch):
    asked = Counter()
    tag_of = html_cells.tag_of

    def counting(element):
        asked[element] += 1
        return tag_of(element)

    monkeypatch.setattr(html_cells, "tag_of", counting)
    tree = parse_html(page)
    assert sum(len(block.text) for block in html_blocks(tree)) >= 20_000
    assert max(asked.values()) <= 2 * html_cells.MOST_NESTED + 5


def test_a_run_of_stops_is_looked_at_once():
    text = "." * 2 * LONGEST_PARAGRAPH
    document = load("a.txt", data=text.encode())
    assert "".join(p.text for p in document.paragraphs) == text
