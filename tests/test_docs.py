"""The documentation agrees with the program, and its links lead somewhere."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from docs.generate import keys_page, settings_page
from docs.screenshot import for_browsers
from reader.cli import cli
from reader.export.reading_view import Item, Link, Piece, Place, Row, View

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_key_tables_are_current():
    assert (ROOT / "docs" / "keys.md").read_text(encoding="utf-8") == keys_page(), "run: make docs"


def test_settings_table_is_current():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == settings_page(), "run: make docs"


def test_every_command_has_a_man_page():
    names = cli.list_commands(click.Context(cli))
    missing = [n for n in names if not (ROOT / "docs" / "man" / f"reader-{n}.1").is_file()]
    assert missing == [], "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    targets = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [t for t in targets if not re.match(r"[a-z]+:", t)]
    assert [t for t in local if not (page.parent / t).exists()] == []


def anchors(page):
    """Return what the headings of a page are called in links, as GitHub does it."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_to_headings_lead_to_one(page):
    """Figures are named by such links: a benchmark that is renamed must not lose them."""
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)", text)
    places = [((page.parent / name if name else page), anchor) for name, anchor in targets]
    assert [f"{at}#{anchor}" for at, anchor in places if anchor not in anchors(at)] == []


def test_every_variable_of_the_templates_is_explained():
    page = (ROOT / "docs" / "annotation-formats.md").read_text(encoding="utf-8")
    part = page[page.index("**markdown, html**") : page.index("**csv**")]
    kinds = (View, Place, Item, Row, Piece, Link)
    names = {field.name for kind in kinds for field in fields(kind)}
    assert {name for name in names if f"`{name}`" not in part} == set()


def test_picture_fetches_nothing_and_reads_right_in_browsers():
    picture = (ROOT / "docs" / "reading.svg").read_text(encoding="utf-8")
    assert "unicode-bidi: bidi-override" in picture
    assert not re.search(r"url\((?!#)|href=|@import", picture)


def test_vowel_marks_take_no_room_in_the_picture():
    drawn = for_browsers('<style></style><text x="1" textLength="30">بَ </text>')
    assert 'textLength="20"' in drawn
