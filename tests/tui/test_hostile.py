"""No text of a document, a file name or a user can act on the terminal or on Textual's markup."""

from dataclasses import replace

import pytest

from reader.documents.model import Paragraph, paragraph_id
from reader.store.documents import DocumentStore
from reader.translation.model import Doubt, ParagraphTranslation, SentencePair
from tests.tui.driving import press, reading, screen_text, until
from tests.tui.fakes import HOSTILE, TEXTS, World, document

BAD = {chr(n) for n in (*range(0x20), *range(0x7F, 0xA0)) if chr(n) != "\n"}
BAD |= {chr(n) for n in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}


def assert_harmless(app):
    for row in screen_text(app):
        assert not BAD & set(row), row


@pytest.fixture
def hostile(tmp_path):
    bad = document(
        f"{HOSTILE} {TEXTS[0]}", HOSTILE, path=f"{HOSTILE}.txt", title=HOSTILE,
        warnings=(f"A warning about {HOSTILE}",),
    )  # fmt: skip
    return World(tmp_path, {f"{HOSTILE}.txt": bad, "a.txt": document(*TEXTS)})


async def test_page_title_and_notifications(hostile):
    app = hostile.app(f"{HOSTILE}.txt")
    async with reading(app) as (pilot, _screen):
        assert_harmless(app)
        rows = "\n".join(screen_text(app))
        assert "[bold]" in rows
        assert "⟨RLO⟩" in rows or "RLO" in rows
        app.say(HOSTILE, fault=True)
        await pilot.pause()
        assert_harmless(app)
        for keys in ("v", "tab", "escape", "o", "E", "escape", "l", "escape", "?", "escape"):
            await press(pilot, keys)
            assert_harmless(app)


async def test_library(hostile):
    app = hostile.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: any("[bold]" in row for row in screen_text(app)))
        assert_harmless(app)
        await press(pilot, "/")
        for character in "[/b]":
            await pilot.press(
                {"[": "left_square_bracket", "]": "right_square_bracket", "/": "slash"}.get(
                    character, character
                )
            )
        await pilot.pause()
        assert_harmless(app)


async def test_search_box(hostile):
    app = hostile.app("a.txt")
    async with reading(app) as (pilot, _screen):
        await press(pilot, "/")
        entry = app.screen.query_one("TextEntry")
        entry.buffer.insert(HOSTILE)
        entry.refresh()
        await pilot.pause()
        assert_harmless(app)
        await press(pilot, "enter")
        await pilot.pause()
        assert_harmless(app)


async def test_a_fault_with_hostile_text(hostile):
    app = hostile.app("[/b]\x1b[2J.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: any("does not exist" in row for row in screen_text(app)))
        assert_harmless(app)


async def test_notes_tags_and_the_panel(hostile):
    app = hostile.app("a.txt")
    async with reading(app) as (pilot, screen):
        await press(pilot, "v")
        screen.desk.set(
            "Note", note=HOSTILE, tags=(HOSTILE,), identity=HOSTILE, label="[/b]\x1b[2J"
        )
        await pilot.pause()
        assert_harmless(app)
        for keys in ("N", "escape", "T", "escape", "escape a", "/"):
            await press(pilot, keys)
            assert_harmless(app)
        app.screen.query_one("TextEntry").buffer.insert(HOSTILE)
        await pilot.pause()
        assert_harmless(app)


async def test_a_hostile_translation_and_its_doubts(hostile):
    app = hostile.app("a.txt")
    async with reading(app) as (pilot, screen):
        pair = SentencePair(0, 10, HOSTILE, doubts=(Doubt("number", HOSTILE),))
        translation = ParagraphTranslation("p", (pair,), HOSTILE)
        screen.article.set_translation(0, translation)
        screen.view.changed([0])
        screen.show_place()
        await pilot.pause()
        assert_harmless(app)
        await press(pilot, "e")
        assert_harmless(app)


async def test_contents_and_marks(tmp_path):
    paragraphs = tuple(
        Paragraph(paragraph_id(n, t), t, "heading", 1) for n, t in enumerate((HOSTILE, TEXTS[0]))
    )
    bad = replace(document(HOSTILE, TEXTS[0]), paragraphs=paragraphs)
    app = World(tmp_path, {"a.txt": bad}).app()
    async with reading(app) as (pilot, screen):
        await press(pilot, "o")
        assert_harmless(app)
        await press(pilot, "j enter")
        assert screen.cursor.paragraph == 1
        store = DocumentStore(app.database)
        await until(pilot, lambda: store.id_of(screen.article.document) is not None)
        await press(pilot, "g m a ' '")
        assert_harmless(app)
