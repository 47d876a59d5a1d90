"""The reading screen, driven by keys."""

from dataclasses import replace

import pytest

from reader.settings.files import read_settings
from reader.settings.keymap import as_keys
from reader.settings.model import Display, Keys, Reading, Settings
from reader.store.database import Database
from reader.store.documents import DocumentStore
from reader.tui.page.block import Side
from reader.tui.reading.cursor import Cursor
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.menu import Menu
from tests.tui.driving import press, reading, screen_text, until
from tests.tui.fakes import TEXTS, World, document


def names_at(screen, paragraph, side, start, end):
    layers = screen.view._layers_of(screen.article, paragraph)
    return layers[side].at(start, end)


async def test_both_languages_are_shown_side_by_side(world):
    async with reading(world.app()) as (_, screen):
        rows = screen_text(screen.app)
        first = next(row for row in rows if "President Donald Trump" in row)
        left, right = first.split("│", 1)
        assert "President" in left
        assert "ﺱ" in right or "ﺲ" in right  # joined forms, drawn at the right
        assert right.rstrip("┃│ ▐") == right.rstrip("┃│ ▐").rstrip()


@pytest.mark.parametrize(("keys", "paragraph", "sentence"), [
    ("j", 1, 0), ("j j k", 1, 0), ("n", 0, 1), ("n n", 1, 0), ("n n p p", 0, 0),
    ("G", 2, 0), ("G g", 0, 0), ("2 j", 2, 0), ("ت", 1, 0), ("down", 1, 0), ("ى", 0, 1),
    ("9 9 j", 2, 0), ("3 g", 2, 0),
])  # fmt: skip
async def test_keys_move_the_cursor(world, keys, paragraph, sentence):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, keys)
        assert screen.cursor == Cursor(paragraph, sentence)


async def test_the_sentence_is_lit_on_both_sides(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "n")
        start, _end = screen.article.sentences(0)[1]
        assert "sentence" in names_at(screen, 0, Side.ARABIC, start, start + 1)
        assert "sentence" not in names_at(screen, 0, Side.ARABIC, 0, 1)
        english = screen.article.english_sentence(0, 1)
        assert "sentence" in names_at(screen, 0, Side.ENGLISH, *english)


async def test_names_and_numbers_are_coloured_and_layers_hide_them(world):
    async with reading(world.app()) as (pilot, screen):
        at = TEXTS[0].index("العراق")
        assert "kind-place" in names_at(screen, 0, Side.ARABIC, at, at + 1)
        await press(pilot, "l")
        assert isinstance(screen.app.screen, Menu)
        await press(pilot, "j enter")
        assert not screen.article.shows("LOC")
        assert "kind-place" not in names_at(screen, 0, Side.ARABIC, at, at + 1)


async def test_hiding_the_translation_gives_its_room_to_the_arabic(world):
    async with reading(world.app()) as (pilot, screen):
        before = screen.view.window.shape.arabic
        await press(pilot, "t")
        assert screen.view.window.shape.english == 0
        assert screen.view.window.shape.arabic > before
        assert not any("President" in row for row in screen_text(screen.app))
        await press(pilot, "t")
        assert screen.view.window.shape.arabic == before


async def test_arabic_first_reveals_one_paragraph(world):
    settings = Settings(reading=Reading(arabic_first=True))
    async with reading(world.app(settings=settings)) as (pilot, screen):
        assert not any("President" in row for row in screen_text(screen.app))
        await press(pilot, "r")
        rows = "\n".join(screen_text(screen.app))
        assert "President" in rows
        assert "The number reached" not in rows


async def test_flipping_a_paragraph_turns_it_around(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "f")
        line = screen.view.window.page.block(0).rows[0].arabic
        assert line.base == 0
        await press(pilot, "f")
        assert screen.view.window.page.block(0).rows[0].arabic.base == 1


async def test_search_finds_both_languages_and_walks_on(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "/")
        await press(pilot, " ".join("العِرَاق") + " enter")
        matches = screen.view.pointing.matches
        assert [(m.paragraph, m.side) for m in matches] == [(0, Side.ARABIC), (2, Side.ARABIC)]
        assert screen.view.pointing.match == matches[0]
        await press(pilot, "n")
        assert screen.cursor.paragraph == 2
        await press(pilot, "N")
        assert screen.cursor.paragraph == 0
        await press(pilot, "escape")
        assert not screen.search.query
        await press(pilot, "/ A n k a r a enter")
        assert screen.view.pointing.match.side is Side.ENGLISH


async def test_travel_to_doubts_names_and_untranslated(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "] d")
        assert screen.cursor == Cursor(1, 0)
        assert "2019 is missing" in screen.status.remark
        await press(pilot, "[ e")
        assert screen.cursor == Cursor(0, 0)
        await press(pilot, "] u")
        assert screen.cursor == Cursor(0, 0)


async def test_a_word_lights_its_english(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v")
        while screen.words.text() != "العراق":
            await press(pilot, "left")
        english = screen.article.translations[0].text
        at = english.index("Iraq")
        assert "link" in names_at(screen, 0, Side.ENGLISH, at, at + 4)
        assert "link" not in names_at(screen, 0, Side.ENGLISH, 0, 4)
        await press(pilot, "tab")
        assert screen.words.selection.side is Side.ENGLISH
        assert screen.words.text() == "Iraq"


async def test_selecting_grows_and_swaps(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v w w v w w")
        assert screen.words.text() == "دونالد ترامب إن"
        await press(pilot, "o b")
        assert screen.words.text() == "الرئيس دونالد ترامب إن"
        await press(pilot, "V")
        start, end = screen.article.sentences(0)[0]
        assert screen.words.text() == TEXTS[0][start:end].strip()
        await press(pilot, "P")
        assert screen.words.text() == TEXTS[0]
        await press(pilot, "escape")
        assert screen.words.selection is None


async def test_counts_move_words(world):
    app = world.app()
    app.count_wait = 60.0
    async with reading(app) as (pilot, screen):
        await press(pilot, "v 3 w")
        assert screen.words.text() == "ترامب"


async def test_the_place_is_kept_when_the_window_changes(tmp_path):
    texts = [f"{TEXTS[n % 3]} {n}" for n in range(60)]
    world = World(tmp_path, {"a.txt": document(*texts)})
    async with reading(world.app(), size=(120, 30)) as (pilot, screen):
        await press(pilot, "space space space")
        before = screen.view.window.position()
        for size in ((70, 24), (140, 40), (60, 20), (120, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen.view.window.position() == before


async def test_the_place_is_remembered(tmp_path):
    texts = [f"{TEXTS[n % 3]} {n}" for n in range(60)]
    world = World(tmp_path, {"a.txt": document(*texts)})
    app = world.app()
    async with reading(app, size=(120, 30)) as (pilot, screen):
        store = DocumentStore(app.database)
        await until(pilot, lambda: store.id_of(screen.article.document) is not None)
        await press(pilot, "space space")
        before = screen.view.window.position()
        assert before[0] > 0
    async with reading(world.app(), size=(120, 30)) as (_, screen):
        assert screen.view.window.position() == before


async def test_the_second_opening_translates_nothing(world):
    async with reading(world.app()):
        pass
    assert sorted(world.translator.asked) == sorted(TEXTS)
    world.translator.asked.clear()
    async with reading(world.app()) as (_, screen):
        assert len(screen.article.translations) == 3
    assert world.translator.asked == []


async def test_without_a_package_the_arabic_reads_and_the_pane_says_why(world):
    world.package_fault = "No translation package is installed: reader model install ar-en."
    app = world.app()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: any("No translation package" in row for row in screen_text(app)))
        assert any("ﻕﺍﺮﻌﻟﺍ" in row for row in screen_text(app))


async def test_an_unreadable_file_is_told_and_the_library_opens(world):
    app = world.app("missing.txt")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await until(pilot, lambda: any("does not exist" in row for row in screen_text(app)))


async def test_what_is_seen_is_translated_first(tmp_path):
    texts = [f"{TEXTS[n % 3]} {n}" for n in range(200)]
    world = World(tmp_path, {"a.txt": document(*texts)})
    with Database(tmp_path / "reader.db") as database:
        store = DocumentStore(database)
        known = store.save(world.documents["a.txt"])
        store.save_position(known, 150)
    app = world.app()
    async with reading(app, size=(120, 30)):
        asked = world.translator.asked
        assert asked.index(texts[150]) < asked.index(texts[149])
        assert asked.index(texts[151]) < asked.index(texts[0])


async def test_own_keys_replace_the_defaults(world):
    keys = Keys(bind={"move.next_paragraph": "J", "move.last": ["z z"]})
    assert as_keys("") == ()
    async with reading(world.app(settings=Settings(keys=keys))) as (pilot, screen):
        await press(pilot, "j")
        assert screen.cursor.paragraph == 0
        await press(pilot, "J")
        assert screen.cursor.paragraph == 1
        await press(pilot, "z z")
        assert screen.cursor.paragraph == 2


async def test_clashes_are_told_at_the_start(world):
    keys = Keys(bind={"move.next_paragraph": "k"})
    async with reading(world.app(settings=Settings(keys=keys))) as (_, screen):
        told = [note.message for note in screen.app._notifications]
        assert any("The key k means both" in message for message in told)


async def test_copying_gives_logical_text(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "n y")
        start, end = screen.article.sentences(0)[1]
        assert screen.app.clipboard.startswith(TEXTS[0][start:end].strip())
        assert "mission has ended" in screen.app.clipboard


async def test_focus_mode_dims_the_others(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "F")
        window = screen.view.window
        place = window.place_of(1, Side.ARABIC, 0)
        dim = screen.view._book.style(("dim",))
        assert dim in [segment.style for segment in screen.view._row(place)]


async def test_themes_change_in_place(world):
    async with reading(world.app()) as (pilot, screen):
        seen = []
        for _ in range(4):
            await press(pilot, "ctrl+t")
            seen.append(screen.app.theme)
        assert seen == ["reader-light", "reader-contrast", "reader-colourblind", "reader-dark"]
        await press(pilot, "ctrl+t")
        assert read_settings().display.theme == "reader-light"


async def test_marks_are_kept_and_found(world):
    app = world.app()
    async with reading(app) as (pilot, screen):
        store = DocumentStore(app.database)
        await until(pilot, lambda: store.id_of(screen.article.document) is not None)
        await press(pilot, "n m x g")
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "G")
        await press(pilot, "' x")
        assert screen.cursor == Cursor(0, 1)
        await press(pilot, "G ' '")
        assert [item.key for item in screen.app.screen.all_rows] == ["x"]
        await press(pilot, "enter")
        assert screen.cursor == Cursor(0, 1)


async def test_the_entity_panel_walks_through_occurrences(tmp_path):
    texts = ("وصل إلى أنقرة وفد.", "لا شيء هنا.", "عاد من أنقرة وفد.")
    world = World(tmp_path, {"a.txt": document(*texts)})
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "E")
        row = screen.app.screen.table.current
        assert (row.name, row.count) == ("أنقرة", 2)
        await press(pilot, "enter")
        assert screen.cursor.paragraph == 0
        await press(pilot, "n")
        assert screen.cursor.paragraph == 2
        await press(pilot, "n")
        assert screen.cursor.paragraph == 0
        await press(pilot, "escape n")
        assert screen.view.pointing.match is None


@pytest.mark.parametrize("render", ["terminal", "off"])
async def test_a_terminal_that_orders_by_itself_gets_logical_text_everywhere(world, render):
    settings = Settings(display=Display(render=render))
    async with reading(world.app(settings=settings)) as (pilot, screen):
        rows = screen_text(screen.app)
        assert "قال الرئيس دونالد ترامب" in rows[0]
        assert any("قال الرئيس دونالد ترامب" in row for row in rows[1:])
        await press(pilot, "E")
        rows = screen_text(screen.app)
        assert any("دونالد ترامب" in row for row in rows)
        assert not any("\ufe70" <= c <= "\ufefc" for row in rows for c in row)


async def test_a_mark_is_a_letter_and_no_key_of_another_kind(world):
    async with reading(world.app()) as (pilot, screen):
        await until(pilot, lambda: screen.marks._document() is not None)
        await press(pilot, "m down m enter m f5")
        told = [note.message for note in screen.app._notifications]
        assert told.count("A mark is one letter.") == 3
        assert not any("Marked" in message for message in told)


async def test_english_in_a_file_that_runs_from_the_right_is_turned_at_once(tmp_path):
    english = document("An English quotation stands here.", TEXTS[0])
    turned = tuple(replace(p, direction="rtl") for p in english.paragraphs)
    world = World(tmp_path, {"a.txt": replace(english, paragraphs=turned)})
    async with reading(world.app()) as (pilot, screen):
        bases = [screen.view.window.page.block(0).rows[0].arabic.base]
        for _ in range(2):
            await press(pilot, "f")
            bases.append(screen.view.window.page.block(0).rows[0].arabic.base)
        assert bases == [1, 0, 1]


async def test_a_paragraph_without_words_says_so(tmp_path):
    world = World(tmp_path, {"a.txt": document("* * *", TEXTS[0])})
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v")
        assert screen.words.selection is None
        assert any("no word" in note.message for note in screen.app._notifications)
