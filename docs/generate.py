"""Write the pages that are made from the program itself: `make docs`.

docs/keys.md from the commands and keymaps, docs/settings.md from the settings, docs/man/ from the
command line.
"""

import io
from contextlib import redirect_stdout
from pathlib import Path

import click

from reader import __version__
from reader.cli import cli
from reader.settings.allowed import explained
from reader.settings.model import HELP, Keys, Settings
from reader.tui.commands import all_commands
from reader.tui.commands.base import SCOPES
from reader.tui.keys import shown
from reader.tui.registry import Registry

HERE = Path(__file__).parent
SCREENS = {
    "reading": "Reading an article",
    "select": "With the word cursor (after `v`)",
    "library": "In the library",
    "entities": "In the entity panel",
    "annotations": "In the annotations panel",
    "compare": "Comparing two annotators",
    "lookup": "In a looked-up word",
    "vocabulary": "In the vocabulary",
    "review": "Reviewing words",
}


def keys_page() -> str:
    """Return a table of keys for each screen, in the default preset."""
    keymap = Registry(Keys(arabic_layout=False)).keymap
    parts = [
        "# Keys\n\nMade from the program by `make docs`. `?` shows the same on every screen, and "
        "`ctrl+p` finds any command by its name. While an Arabic keyboard layout is on, each key "
        "works at its place on the keyboard ([where not](read.md)). `reader config keys` lists the "
        "commands and their keys, "
        """`reader config set keys.bind.move.next_paragraph '["x"]'` changes one."""
    ]
    for scope in SCOPES:
        if scope not in SCREENS:
            continue
        rows = ["| key | what it does |", "|---|---|"]
        for command in all_commands():
            if scope in command.bindable().scopes and keymap.keys.get(command.id):
                keys = " ".join(f"`{shown(key)}`" for key in keymap.keys[command.id])
                rows.append(f"| {keys.replace('|', chr(92) + '|')} | {command.help()} |")
        parts.append(f"## {SCREENS[scope]}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def settings_page() -> str:
    """Return a table of every setting, its default and its meaning."""
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    defaults = Settings()
    for name in HELP:
        section, key = name.split(".")
        default = getattr(getattr(defaults, section), key)
        rows.append(f"| `{name}` | `{default!r}` | {explained(name)} |")
    return (
        "# Settings\n\nMade from the program by `make docs`. `reader config path` names the file "
        "of them, `reader config init` writes one with every key explained, `reader config show` "
        "prints what is in use; a faulty line is named with the nearest key that exists.\n\n"
        "Articles, annotations and corrections are in one database; `reader doctor` names it. "
        "`READER_HOME=FOLDER` keeps settings, database and the rest in one folder, "
        "`READER_DATABASE=FILE` moves the database alone.\n\n" + "\n".join(rows) + "\n"
    )


def write_manual(folder: Path) -> None:
    """Write a man page for the program and each subcommand."""
    from click_man.core import write_man_pages

    context = click.Context(cli)
    names = cli.list_commands(context)
    found = {name: command for name in names if (command := cli.get_command(context, name))}
    eager = click.Group("reader", commands=found, params=cli.params, help=cli.help)
    folder.mkdir(exist_ok=True)
    with redirect_stdout(io.StringIO()):
        write_man_pages("reader", eager, version=__version__, target_dir=str(folder), date="")


if __name__ == "__main__":
    (HERE / "keys.md").write_text(keys_page(), encoding="utf-8")
    (HERE / "settings.md").write_text(settings_page(), encoding="utf-8")
    write_manual(HERE / "man")
