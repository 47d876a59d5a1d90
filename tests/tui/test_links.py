"""Relations between annotations, from the keyboard."""

from reader.tui.screens.menu import Menu
from tests.tui.annotating import MINE, settle, stored, to_word
from tests.tui.driving import press, reading


async def test_links_between_annotations(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "الرئيس")
        await press(pilot, "1")
        await settle(pilot)
        await press(pilot, "L")
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        await press(pilot, "L")
        await press(pilot, "enter")
        [relation] = screen.desk.notebook.relations
        assert relation.type == screen.desk.labels.relations[0]
        assert relation.type in screen.desk.describe()


async def test_the_same_link_again_offers_to_take_it_away(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        for word, label in (("الرئيس", "1"), ("المهمة", "6")):
            await to_word(pilot, screen, word)
            await press(pilot, label)
            await settle(pilot)
            await press(pilot, "L")
        await press(pilot, "enter")
        [relation] = screen.desk.notebook.relations
        await press(pilot, "L")
        await to_word(pilot, screen, "الرئيس", "b")
        await press(pilot, "L")
        menu = screen.app.screen
        assert isinstance(menu, Menu)
        assert menu.all_rows[0].text == f"take away: {relation.type.replace('_', ' ')}"
        await press(pilot, "enter")
        assert screen.desk.notebook.relations == []
        assert len(stored(world)) == 2
        await press(pilot, "u")
        assert screen.desk.notebook.relations == [relation]
