"""The library screen."""

from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

from reader.store.documents import DocumentStore
from reader.tui.messages import DocumentFacts, Listed
from reader.tui.reading.article import Article
from reader.tui.screens.library import LibraryScreen
from reader.tui.screens.reading import ReadingScreen
from tests.tui.driving import burst, press, reading, screen_text, translated, until
from tests.tui.fakes import TEXTS, World, document


@asynccontextmanager
async def listed(library, field="title"):
    """Run the program with a library of two articles until a field of both is known."""
    app = library.app("a.txt", "b.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: all(getattr(row, field) for row in app.screen.all_rows))
        yield pilot, app.screen


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


async def test_an_article_whose_file_is_gone_opens_from_what_was_kept(library):
    async with listed(library) as (pilot, _screen):
        pass
    for gone in ("a.txt", "b.txt"):
        del library.documents[gone]
    async with listed(library) as (pilot, screen):
        app = screen.app
        await press(pilot, "j enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        assert app.screen.article.document.path.endswith("b.txt")
        assert [p.text for p in app.screen.article.document.paragraphs] == [TEXTS[2]]
        assert any("b.txt is gone" in n.message for n in app._notifications)
        await press(pilot, "q")
        assert not any(row.fault for row in screen.all_rows)


async def test_copies_of_an_article_are_each_listed_with_its_figures(library):
    async with listed(library):
        pass
    library.documents["copy.txt"] = replace(library.documents["a.txt"], path="copy.txt")
    app = library.app("a.txt", "copy.txt")
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        await until(pilot, lambda: all(r.entities is not None for r in screen.all_rows))
        rows = screen.all_rows
        assert rows[0].title == rows[1].title
        assert rows[0].size == rows[1].size > 0


async def test_filter_and_sort(library):
    async with listed(library) as (pilot, screen):
        await press(pilot, "/ م ق ا ل enter")
        assert [row.path for row in screen.table.rows] == [Path("b.txt")]
        await press(pilot, "escape")
        assert len(screen.table.rows) == 2
        await press(pilot, "s s")
        assert [row.path.name for row in screen.table.rows] == ["a.txt", "b.txt"]
        assert any("by size" in row for row in screen_text(screen.app))


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


async def test_tags_are_kept_and_filtered(library):
    async with listed(library) as (pilot, screen):
        await press(pilot, "T")
        await pilot.press(*"war,iraq", "enter")
        await until(pilot, lambda: screen.all_rows[0].tags == ("iraq", "war"))
        await press(pilot, "/")
        await pilot.press(*"iraq", "enter")
        assert [row.path.name for row in screen.table.rows] == ["a.txt"]


async def test_names_are_counted_and_lead_to_their_articles(library):
    async with listed(library, "entities") as (pilot, screen):
        await press(pilot, "E")
        index = screen.app.screen
        ankara = next(row for row in index.all_rows if row.name == "أنقرة")
        assert ankara.documents == 2
        index.table.go(list(index.table.rows).index(ankara))
        await press(pilot, "enter")
        assert sorted(item.value for item in screen.app.screen.all_rows) == [
            (str(Path("a.txt").absolute()), 2),
            (str(Path("b.txt").absolute()), 0),
        ]


async def test_a_name_leads_to_a_file_that_still_holds_the_text(library):
    async with listed(library, "entities") as (pilot, screen):
        copies = DocumentStore(screen.reader.database)
        copies.save(replace(library.documents["b.txt"], path="copy.txt"))
        copies.save(document("نص آخر", path="copy.txt"))
        await press(pilot, "E")
        index = screen.app.screen
        ankara = next(row for row in index.all_rows if row.name == "أنقرة")
        index.table.go(list(index.table.rows).index(ankara))
        await press(pilot, "enter")
        found = {Path(item.value[0]).name for item in screen.app.screen.all_rows}
        assert found == {"a.txt", "b.txt"}


async def test_the_library_is_searched(library):
    async with listed(library) as (pilot, screen):
        await press(pilot, "f")
        screen.app.screen.query_one("TextEntry").buffer.insert("رويترز")
        await pilot.press("enter")
        await until(pilot, lambda: type(screen.app.screen).__name__ == "FindingScreen")
        assert [hit.place for hit in screen.app.screen.all_rows if hit.kind == "text"] == [1]


async def test_articles_of_one_file_stand_in_its_place(library):
    async with listed(library) as (_, screen):
        facts = [DocumentFacts(Path(f"a.txt#{n}"), f"article {n}") for n in (1, 2)]
        screen.on_listed(Listed(facts))
        assert [row.path.name for row in screen.all_rows] == ["b.txt", "a.txt#1", "a.txt#2"]


async def test_near_duplicates_can_be_folded(library):
    async with listed(library, "entities") as (pilot, screen):
        screen.on_listed(Listed([replace(row, story=7) for row in screen.all_rows]))
        await until(pilot, lambda: any("≈" in row for row in screen_text(screen.app)))
        await press(pilot, "D")
        assert len(screen.table.rows) == 1
        await press(pilot, "D")
        assert len(screen.table.rows) == 2


def held(library):
    """Return the library's program, and what lets it read files."""
    let = Event()
    services = library.services()

    def load(path):
        assert let.wait(10)
        return services.load(path)

    library.services = lambda: replace(services, load=load)
    return library.app("a.txt", "b.txt"), let


def articles(app):
    return [s.article.document.path for s in app.screen_stack if isinstance(s, ReadingScreen)]


async def test_an_article_asked_for_twice_opens_once_and_is_translated(library):
    app, let = held(library)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = app.screen
        await burst(pilot, "enter enter")
        await press(pilot, "enter")
        assert any("Opening a.txt" in row for row in screen_text(app))
        let.set()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until(pilot, lambda: translated(app.screen))
        assert articles(app) == ["a.txt"]
        await press(pilot, "q")
        assert app.screen is screen
        assert not any("Opening" in row for row in screen_text(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until(pilot, lambda: translated(app.screen))


async def test_of_two_articles_asked_for_the_later_one_opens(library):
    app, let = held(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await burst(pilot, "enter j enter")
        let.set()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until(pilot, lambda: translated(app.screen))
        assert articles(app) == ["b.txt"]


async def test_an_article_asked_for_twice_is_shown_where_it_was_wanted_last(library):
    app, let = held(library)
    async with app.run_test(size=(120, 30)) as pilot:
        app.open_document(Path("a.txt"))
        app.open_document(Path("a.txt"), 2)
        let.set()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await until(pilot, lambda: app.screen.cursor.paragraph == 2)


async def test_an_article_does_not_open_over_another_screen(library):
    app, let = held(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await burst(pilot, "enter W")
        let.set()
        await until(
            pilot, lambda: any("a.txt is not shown" in n.message for n in app._notifications)
        )
        assert articles(app) == []


async def test_the_first_file_is_said_to_be_opening(library):
    app, let = held(library)
    app.paths = [Path("a.txt")]
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: any("Opening a.txt" in row for row in screen_text(app)))
        let.set()
        await until(pilot, lambda: isinstance(app.screen, ReadingScreen))


async def test_an_article_shown_again_is_translated_to_its_end(library):
    async with reading(library.app("a.txt")) as (pilot, screen):
        below = Article(library.documents["b.txt"])
        app = screen.app
        await app.push_screen(ReadingScreen(below, screen.view.page_options, (0, 0)))
        await until(pilot, lambda: translated(app.screen))
        screen.article.translations.clear()
        await press(pilot, "q")
        assert app.screen is screen
        await until(pilot, lambda: translated(screen))
