"""What the shell offers while a command line is typed."""

import pytest
from click.shell_completion import BashComplete

from reader.cli import cli


def offered(*words):
    """Return the kind and value of each completion of the last word."""
    *args, incomplete = words
    complete = BashComplete(cli, {}, "reader", "_READER_COMPLETE")
    return [(item.type, item.value) for item in complete.get_completions(args, incomplete)]


def test_the_first_word_may_be_a_file():
    assert offered("sm") == [("file", "sm")]
    assert offered("ope") == [("file", "ope"), ("plain", "open")]
    assert offered("--ver") == [("plain", "--version")]


def test_after_a_file_come_files():
    assert offered("small.txt", "sm") == [("file", "sm")]


@pytest.mark.parametrize(("words", "values"), [
    (("get", "reading.ha"), ["reading.harakat"]),
    (("set", "reading.arabic"), ["reading.arabic_share", "reading.arabic_first"]),
    (("set", "keys.bind.move.last"), ["keys.bind.move.last"]),
    (("set", "reading.harakat", ""), ["true", "false"]),
    (("set", "display.render", "a"), ["auto", "app"]),
    (("set", "reading.arabic_share", ""), []),
    (("set", "keys.bind.move.last", ""), []),
    (("set", "no.such", ""), []),
])  # fmt: skip
def test_settings_and_their_values(words, values):
    assert [value for _, value in offered("config", *words)] == values
