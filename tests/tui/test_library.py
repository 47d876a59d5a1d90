"""The library screen."""

from pathlib import Path

from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import press, screen_text, until
from tests.tui.fakes import TEXTS, World, document


async def test_documents_are_listed_with_their_figures_and_open(library):
    app = library.app("a.txt", "b.txt", "missing.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await until(pilot, lambda: all(row.title or row.fault for row in screen.all_rows))
        rows = "\n".join(screen_text(app))
        assert "does not exist" in rows
        assert screen.all_rows[0].size == sum(map(len, TEXTS))
        await press(pilot, "j enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert app.screen.article.document.path == "b.txt"
        await until(pilot, lambda: 0 in app.screen.article.translations)
        await press(pilot, "q")
        await until(pilot, lambda: screen.all_rows[1].translated == 1.0)


async def test_filter_and_sort(library):
    app = library.app("a.txt", "b.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        await until(pilot, lambda: all(row.title for row in screen.all_rows))
        await press(pilot, "/ م ق ا ل enter")
        assert [row.path for row in screen.table.rows] == [Path("b.txt")]
        await press(pilot, "escape")
        assert len(screen.table.rows) == 2
        await press(pilot, "s s")
        assert [row.path.name for row in screen.table.rows] == ["a.txt", "b.txt"]
        assert any("by size" in row for row in screen_text(app))


async def test_thousands_of_rows_draw_only_what_is_seen(tmp_path):
    documents = {f"{n}.txt": document(TEXTS[n % 3], path=f"{n}.txt") for n in range(3000)}
    app = World(tmp_path, documents).app()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = app.screen
        drawn = []
        draw = screen.table._draw
        screen.table._draw = lambda row, width: drawn.append(row) or draw(row, width)
        await press(pilot, "G")
        assert screen.table.current.path == Path("2999.txt")
        assert len(drawn) < 400
