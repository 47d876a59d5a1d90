"""What must still be said and reached in a small window."""

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.widgets import Static

from reader.annotations.anchor import make_anchor
from reader.annotations.model import new_annotation
from reader.arabic.layout import visual_line
from reader.lookup.model import DictionaryEntry, WordEntry
from reader.store.annotations import AnnotationStore
from reader.store.database import Database
from reader.tui.messages import Progress
from reader.tui.page.block import Side
from reader.tui.reading.adjudication import Adjudication
from reader.tui.screens.compare import CompareScreen
from reader.tui.screens.help import HelpScreen
from reader.tui.screens.menu import Item, Menu
from reader.tui.screens.prompt import Prompt
from reader.tui.screens.review import ReviewScreen
from reader.tui.screens.word import entry_lines, rows
from tests.tui.annotating import MINE
from tests.tui.driving import press, reading, screen_text, until
from tests.tui.fakes import TEXTS, World, document

SMALL = (80, 24)


async def test_a_remark_too_long_for_the_line_is_cut_not_left_out(world):
    async with reading(world.app(), size=(60, 20)) as (pilot, screen):
        screen.status.remark = "? “الناتو” is NATO, and " + "much more is to be said " * 5
        await pilot.pause()
        line = next(row for row in screen_text(screen.app) if "is NATO" in row)
        assert "…" in line
        assert cell_len(line) == 60


@pytest.mark.parametrize("size", [SMALL, (60, 12), (40, 8)])
async def test_a_menu_higher_than_the_window_shows_its_last_row_and_its_filter(world, size):
    async with reading(world.app(), size=size) as (pilot, screen):
        screen.choose("Contents", [Item(n, f"heading {n}") for n in range(40)], lambda value: None)
        await press(pilot, "G")
        assert any("heading 39" in row for row in screen_text(screen.app))
        await press(pilot, "/ 3 8")
        menu = screen.app.screen
        entry = menu.query_one("#filter").region
        assert entry.bottom <= size[1]
        assert [row.value for row in menu.table.rows] == [38]


async def test_the_layers_stay_open_until_they_are_left(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "l j enter")
        menu = screen.app.screen
        assert isinstance(menu, Menu)
        switched = menu.table.current.value
        assert screen.article.hidden_labels == {switched}
        await press(pilot, "enter")
        assert screen.article.hidden_labels == set()
        await press(pilot, "escape")
        assert screen.app.screen is screen


async def test_help_explains_the_row_under_the_cursor_in_full(world):
    async with reading(world.app(), size=SMALL) as (pilot, screen):
        await press(pilot, "?")
        shown = screen.app.screen
        assert isinstance(shown, HelpScreen)
        longest = max(range(len(shown.all_rows)), key=lambda n: len(shown.all_rows[n].help))
        shown.table.go(longest)
        await pilot.pause()
        explanation = shown.query_one("#explanation", Static)
        assert str(explanation.render()) == shown.all_rows[longest].help
        assert explanation.region.height == 1 + len(shown.all_rows[longest].help) // 76
        assert explanation.region.bottom <= SMALL[1]


def test_an_entry_is_broken_into_rows_and_none_of_it_is_lost():
    text = "able to be easily moved or carried, said of a thing (شيء) and of " + "people " * 20
    entry = WordEntry("كلمة", entries=(DictionaryEntry("Test", "كلمة", text, "word"),))
    line = next(line for line in entry_lines(entry) if "able" in line[0])
    broken = rows(line, 40)
    assert all(cell_len(row) <= 40 and row.startswith("    ") for row, _ in broken)
    assert " ".join(row.strip() for row, _ in broken).split() == text.split()


@pytest.mark.parametrize("key", ["e", "N"])
async def test_the_box_does_not_cover_the_arabic_in_question(tmp_path, key):
    text = " ".join(f"قال الرئيس إن المهمة رقم {n} في العراق انتهت." for n in range(12))
    world = World(tmp_path, {"a.txt": document(*[text] * 3)})
    async with reading(world.app(settings=MINE), size=(80, 24)) as (pilot, screen):
        await press(pilot, "j j n n n n n n n")
        _, end = screen.article.sentences(2)[7]
        if key == "N":
            await press(pilot, "v")
            _, end = screen.words.selection.span
        await press(pilot, key)
        assert isinstance(screen.app.screen, Prompt)
        box = screen.app.screen.query_one("Vertical").region
        window = screen.view.window
        last = window.place_of(2, Side.ARABIC, end - 1)
        row = window.page.distance(window.viewport.top, last, 100)
        assert 0 <= screen.view.region.y + row < box.y


@pytest.mark.parametrize("width", [60, 40, 30])
async def test_a_narrow_library_shows_titles(tmp_path, width):
    world = World(tmp_path, {
        "a.txt": document(*TEXTS, title="first title"),
        "b.txt": document(TEXTS[2], path="b.txt", title="second title"),
    })  # fmt: skip
    app = world.app()
    async with app.run_test(size=(width, 8)) as pilot:
        await until(pilot, lambda: all(row.title for row in app.screen.table.rows))
        rows = screen_text(app)
        assert "title" in rows[1]
        assert any("first title" in row for row in rows)
        assert any("second title" in row for row in rows)


@pytest.mark.parametrize("width", [80, 66, 40, 24])
async def test_a_narrow_comparison_shows_both_answers(tmp_path, width):
    shown = document(*TEXTS)
    with Database(tmp_path / "reader.db") as database:
        for annotator, label in (("a", "LOC"), ("b", "ORG")):
            start = TEXTS[2].index("أنقرة")
            anchor = make_anchor(shown, 2, start, start + 5)
            annotation = replace(new_annotation(shown.fingerprint, anchor), label=label)
            AnnotationStore(database, annotator=annotator).add(annotation)
        app = World(tmp_path, {}).app()
        app._opening = lambda: CompareScreen(Adjudication(database, shown, "a", "b", "judge"))
        async with app.run_test(size=(width, 8)) as pilot:
            await pilot.pause()
            rows = screen_text(app)
            assert "1 a" in rows[1]
            assert "2 b" in rows[1]
            assert "LOC" in rows[2]
            assert "ORG" in rows[2]


@pytest.mark.parametrize("size", [(60, 12), (24, 8)])
async def test_a_small_card_shows_the_meaning_and_can_be_scrolled(tmp_path, size):
    text = "قال الرئيس " + "إن المهمة التي أعلن عنها المتحدث " * 12 + "انتهت."
    world = World(tmp_path, {"a.txt": document(text)})
    async with reading(world.app(settings=MINE)) as (pilot, _):
        await press(pilot, "v s escape W r")
        review = pilot.app.screen
        assert isinstance(review, ReviewScreen)
        review._left[0] = replace(review.word, gloss="a meaning", translation="words at the end")
        await pilot.resize_terminal(*size)
        await press(pilot, "space")
        assert any("a meaning" in row for row in screen_text(pilot.app))
        assert not any("at the end" in row for row in screen_text(pilot.app))
        await press(pilot, "9 9 j")
        assert any("at the end" in row for row in screen_text(pilot.app))


async def test_a_narrow_vocabulary_shows_meaning_and_word(world):
    async with reading(world.app(settings=MINE), size=(30, 20)) as (pilot, _):
        await press(pilot, "v s escape W")
        word = visual_line(TEXTS[0].split()[0], 9, base=1).strip()
        assert any(word in row and "new" in row for row in screen_text(pilot.app))


@pytest.mark.parametrize(("width", "work"), [(100, False), (80, True), (60, False), (40, False)])
async def test_the_search_says_how_many_hits_there_are_in_a_narrow_window(world, width, work):
    async with reading(world.app(), size=(width, 20)) as (pilot, screen):
        await press(pilot, "/")
        query = "وزارة الدفاع العراقية"
        pilot.app.screen.query_one("TextEntry").buffer.insert(query)
        await press(pilot, "enter")
        if work:
            fingerprint = screen.article.document.fingerprint
            screen.on_progress(Progress("translating", fingerprint, 12, 200))
            await pilot.pause()
        [row] = [row for row in screen_text(pilot.app) if "¶" in row]
        assert "1 of 1" in row
        assert visual_line("وزارة", 10, align="none") in row
        if width >= 60 and not work:
            assert "n next" in row
