"""Messages over the page."""

import pytest

from reader.arabic.layout import visual_line
from tests.tui.driving import press, screen_text, until

NAME = "وزارة الدفاع العراقية تعلن نتائج التحقيق في حادثة القصف"


@pytest.mark.parametrize("width", [24, 40, 45, 60, 100])
async def test_a_message_in_arabic_reads_from_its_first_line_down(world, width):
    app = world.app()
    async with app.run_test(size=(width, 20), notifications=True) as pilot:
        await until(pilot, lambda: getattr(getattr(app.screen, "view", None), "window", None))
        app.say(f"{NAME}.txt does not exist: check the path.", fault=True)
        await until(pilot, lambda: any("check" in row for row in screen_text(app)))
        [toast] = app.screen.query("Toast")
        rows = screen_text(app)[toast.region.y : toast.region.bottom]
        places = []
        for word in (*NAME.split(), "does", "check"):
            drawn = visual_line(word, 20, align="none")
            places.append(next(n for n, row in enumerate(rows) if drawn in row))
        assert places == sorted(places)
        message = next(iter(app._notifications)).message
        assert toast.content_size.height == len(message.split("\n"))


async def test_a_message_names_what_was_searched_for_in_letters_that_read(world):
    app = world.app()
    async with app.run_test(size=(100, 20), notifications=True) as pilot:
        await until(pilot, lambda: getattr(getattr(app.screen, "view", None), "window", None))
        await press(pilot, "/")
        app.screen.query_one("TextEntry").buffer.insert("زرافة")
        await press(pilot, "enter")
        await until(pilot, lambda: any("Nothing found" in row for row in screen_text(app)))
        drawn = visual_line("زرافة", 20, align="none")
        assert any(f"Nothing found for {drawn}." in row for row in screen_text(app))
