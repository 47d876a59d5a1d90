"""Any keys in any order, in windows of any size, never end the program with a defect."""

import os
import random
from pathlib import Path

import pytest

from reader.tui.commands import all_commands
from tests.tui.driving import until
from tests.tui.fakes import HOSTILE, TEXTS, World, document
from tests.tui.test_hostile import assert_harmless

# A longer run: READER_RANDOM_KEYS=5000 pytest tests/tui/test_random_keys.py
KEYS = int(os.environ.get("READER_RANDOM_KEYS", "120"))
LEAVING = {"program.quit", "program.back"}
SIZES = ((1, 1), (6, 3), (20, 6), (60, 15), (79, 24), (80, 24), (120, 30))
TYPED = (
    "enter",
    "escape",
    "backspace",
    "left",
    "right",
    "ك",
    "a",
    "1",
    "9",
    "[",
    "x",
    "up",
    "down",
)


def strokes():
    """Return the keys of every command but those that leave, and some for typing."""
    known = [
        stroke
        for command in all_commands()
        if command.id not in LEAVING
        for key in command.keys
        for stroke in key.split()
        if stroke not in ("q", "ctrl+c", "ctrl+q", "ctrl+p")
    ]
    return sorted({*known, *TYPED})


def textual_name(stroke):
    from textual.keys import _character_to_key

    return _character_to_key(stroke) if len(stroke) == 1 else stroke


@pytest.mark.parametrize("seed", [1, 2])
async def test_random_keys(tmp_path: Path, seed):
    choose = random.Random(seed)
    texts = [*TEXTS, HOSTILE, "", "ا" * 300, f"{TEXTS[0]} {HOSTILE}"]
    world = World(tmp_path, {"a.txt": document(*texts)})
    app = world.app()
    keys = strokes()
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: getattr(getattr(app.screen, "view", None), "window", None))
        for number in range(KEYS):
            if number % 15 == 14:
                await pilot.resize_terminal(*choose.choice(SIZES))
            await pilot.press(textual_name(choose.choice(keys)))
            assert app.is_running
        await pilot.pause()
        assert app._exception is None
        assert_harmless(app)
