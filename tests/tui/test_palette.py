"""The command palette and the help, made from the commands."""

from textual.command import CommandPalette

from reader.tui.commands.provider import CommandProvider
from reader.tui.screens.help import HelpScreen
from tests.tui.driving import press, reading, screen_text, until


async def hits(screen, query):
    provider = CommandProvider(screen)
    found = provider.search(query) if query else provider.discover()
    return [hit async for hit in found]


async def test_the_palette_offers_what_can_be_done_now(world):
    async with reading(world.app()) as (pilot, screen):
        offered = [str(hit.text or hit.display) for hit in await hits(screen, "")]
        assert any(text.startswith("Next paragraph") for text in offered)
        assert not any(text.startswith("Word on the left") for text in offered)
        await press(pilot, "v")
        offered = [str(hit.text or hit.display) for hit in await hits(screen, "")]
        assert any(text.startswith("Word on the left") for text in offered)


async def test_a_found_command_runs(world):
    async with reading(world.app()) as (pilot, screen):
        found = await hits(screen, "next paragraph")
        best = max(found, key=lambda hit: hit.score)
        best.command()
        await pilot.pause()
        assert screen.cursor.paragraph == 1


async def test_the_palette_opens_by_its_keys(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, ":")
        await until(pilot, lambda: isinstance(screen.app.screen, CommandPalette))


async def test_help_shows_the_keys_in_use_and_runs_a_command(world):
    async with reading(world.app(), size=(120, 60)) as (pilot, screen):
        await press(pilot, "?")
        shown = screen.app.screen
        assert isinstance(shown, HelpScreen)
        rows = "\n".join(screen_text(screen.app))
        assert "Next paragraph" in rows
        assert "]d" in rows
        target = next(r for r in shown.table.rows if r.command == "move.last")
        shown.table.go(list(shown.table.rows).index(target))
        await press(pilot, "enter")
        assert screen.cursor.paragraph == 2


async def test_keys_with_brackets_are_no_markup(world):
    async with reading(world.app(), size=(120, 40)) as (pilot, screen):
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: isinstance(screen.app.screen, CommandPalette))
        await pilot.press(*"previous doubtful")
        await until(pilot, lambda: any("[d  [t" in row for row in screen_text(screen.app)))
