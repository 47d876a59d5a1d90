"""Annotations that have lost their words."""

from tests.tui.annotating import MINE, note, settle, stored, to_word
from tests.tui.driving import press, reading


async def lose(pilot, world, screen):
    """Take the words of the only annotation from it, and open the panel that lists it."""
    [found] = stored(world)
    screen.desk.store.change(found.id, placement="orphan")
    screen.desk.refresh()
    await press(pilot, "escape a")
    return found


async def test_a_lost_annotation_is_listed_and_linked_again(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        found = await lose(pilot, world, screen)
        await press(pilot, "enter")
        assert screen.desk.relinking == found.id
        await to_word(pilot, screen, "انتهت")
        await press(pilot, "R")
        [again] = stored(world)
        assert (again.quote, again.placement, again.label) == ("انتهت", "placed", "EVENT")


async def test_a_lost_annotation_given_up_is_not_moved_later(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await note(pilot, screen, "المهمة", "which?")
        await lose(pilot, world, screen)
        await press(pilot, "enter escape v w R")
        [again] = stored(world)
        assert (again.quote, again.placement) == ("المهمة", "orphan")
