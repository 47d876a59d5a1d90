"""Strokes to commands: sequences, counts, labels."""

import pytest

from reader.errors import SettingsError
from reader.settings.arabic_layout import under_arabic
from reader.settings.keymap import Bindable, build, preset
from reader.settings.model import Keys
from reader.tui.commands import all_commands
from reader.tui.dispatch import Dispatcher
from reader.tui.keys import shown
from reader.tui.registry import Registry

COUNTED = {"down", "word"}


def dispatcher():
    scopes = frozenset({"s"})
    commands = [
        Bindable("down", scopes, ("j",)),
        Bindable("word", scopes, ("w",)),
        Bindable("doubt", scopes, ("] d",)),
        Bindable("note", scopes, ("] n",)),
        Bindable("note2", scopes, ("n",)),
        Bindable("label-3", scopes, ("3",)),
        Bindable("label-4", scopes, ("4",)),
    ]
    return Dispatcher(build(commands, {}), lambda command: command in COUNTED)


def feed(keys, scopes=("s",)):
    given = dispatcher()
    runs = []
    for key in keys.split():
        runs += given.feed(key, scopes).runs
    return runs, given


@pytest.mark.parametrize(("keys", "expected"), [
    ("j", [("down", None)]),
    ("5 j", [("down", 5)]),
    ("1 0 j", [("down", 10)]),
    ("] d", [("doubt", None)]),
    ("] x j", [("down", None)]),
    ("3 w", [("word", 3)]),
    ("3 n", [("label-3", None), ("note2", None)]),
    ("3 4", [("label-3", None)]),
    ("1 3 j", [("down", 13)]),
    ("ت", [("down", None)]),
    ("د ي", [("doubt", None)]),
    ("٣ ص", [("word", 3)]),
])  # fmt: skip
def test_strokes(keys, expected):
    assert feed(keys)[0] == expected


def test_a_label_needs_no_second_key():
    runs, given = feed("3")
    assert runs == []
    assert given.waits_for_count
    assert given.expire().runs == (("label-3", None),)
    assert not given.waits_for_count


def test_unknown_keys_are_left_to_others():
    assert dispatcher().feed("z", ("s",)).kind == "unknown"
    assert dispatcher().feed("j", ("other",)).kind == "unknown"


@pytest.mark.parametrize("name", ["default", "vim", "arabic-layout"])
def test_presets_are_whole_and_without_clashes(name):
    registry = Registry(Keys(preset=name))
    known = {command.id for command in registry.commands}
    assert set(preset(name, [c.bindable() for c in registry.commands])) <= known
    assert registry.keymap.clashes == ()
    for command in registry.commands:
        assert command.help()
        assert command.title
        assert registry.keymap.keys[command.id], command.id


@pytest.mark.parametrize("name", ["default", "vim"])
def test_every_key_works_under_an_arabic_layout(name):
    registry = Registry(Keys(preset=name))
    keymap = registry.keymap
    meant = {s for keys in keymap.keys.values() for key in keys for s in key.split()}
    for command in registry.commands:
        for key in keymap.keys[command.id]:
            strokes = under_arabic(tuple(key.split()), meant)
            for scope in command.bindable().scopes:
                assert keymap.find([scope], strokes) == command.id, (command.id, key)


def test_the_arabic_preset_shows_an_arabic_key_wherever_a_letter_is_one():
    keymap = Registry(Keys(preset="arabic-layout")).keymap
    for command in all_commands():
        if any(len(s) == 1 and s.isalpha() for key in command.keys for s in key.split()):
            assert keymap.keys[command.id][0] not in command.keys, command.id
        assert set(command.keys) <= set(keymap.keys[command.id])
    assert keymap.keys["travel.next_doubt"][:2] == ("د ي", "د ف")


@pytest.mark.parametrize(("key", "sent"), [
    ("j", "ت"), ("B", "\ufef5"), ("V", "{"), ("] d", "د ي"), ("5", "٥"), ("ctrl+d", "ctrl+d"),
    ("L", "ذ م"), ("F", "ذ ب"), ("D", "ذ ي"),
])  # fmt: skip
def test_capitals_whose_sign_means_something_else_are_two_strokes(key, sent):
    assert " ".join(under_arabic(tuple(key.split()), {"/", "[", "]", "j"})) == sent


def test_an_unknown_preset_names_all_of_them():
    with pytest.raises(SettingsError, match="arabic-layout, default, vim"):
        preset("emacs", [])


def test_ids_are_distinct():
    ids = [command.id for command in all_commands()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("bind", "reason"), [
    ({"move.nex_paragraph": "j"}, "did you mean move.next_paragraph?"),
    ({"move.last": "ctrl+i"}, "is tab to a terminal"),
    ({"move.last": "pagdown"}, "did you mean pagedown?"),
])  # fmt: skip
def test_wrong_keys_are_explained(bind, reason):
    with pytest.raises(SettingsError, match=reason.replace("?", r"\?")):
        Registry(Keys(bind=bind))


def test_clashes_name_both_commands_and_the_first_keeps_the_key():
    registry = Registry(Keys(bind={"move.last": "j"}))
    assert registry.keymap.clashes == (
        "The key j means both move.next_paragraph and move.last: set keys.bind for one of them.",
    )
    assert registry.keymap.find(["reading"], ("j",)) == "move.next_paragraph"


@pytest.mark.parametrize(("key", "expected"), [
    ("ctrl+d", "^D"), ("] e", "]e"), ("space", "Space"), ("shift+left", "Shift+←"), ("f1", "F1"),
    ("G", "G"), ("+", "+"), ("ت", "ت"), ("د ي", "ي د"), ("\u064c", "◌\u064c"),
])  # fmt: skip
def test_keys_are_shown_as_people_write_them(key, expected):
    assert shown(key) == expected
