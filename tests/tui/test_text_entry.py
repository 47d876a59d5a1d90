"""Editing Arabic and English: the buffer, and the field that draws it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App

from reader.tui.editing.buffer import TextBuffer
from reader.tui.themes.palettes import DARK
from reader.tui.themes.styles import StyleBook
from reader.tui.widgets.text_entry import TextEntry

ACTS = [
    "insert",
    "backspace",
    "delete",
    "delete_word",
    "forward",
    "back",
    "forward_word",
    "back_word",
    "home",
    "end",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.text("ab سَّلا\n\x1b\u202e 1", max_size=4)), max_size=30
    ),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_the_caret_stays_in_the_text_and_controls_outside(acts, multiline):
    buffer = TextBuffer(multiline=multiline)
    for act, text in acts:
        if act == "insert":
            buffer.insert(text)
        else:
            getattr(buffer, act)()
        assert 0 <= buffer.caret <= len(buffer.text)
        assert "\x1b" not in buffer.text
        assert multiline or "\n" not in buffer.text


def test_letters_with_marks_are_passed_and_deleted_whole():
    buffer = TextBuffer("سَلام")
    buffer.home()
    buffer.forward()
    assert buffer.caret == 2
    buffer.back()
    assert buffer.caret == 0
    buffer.delete()
    assert buffer.text == "لام"


def test_presentation_forms_become_letters():
    buffer = TextBuffer("ا\ufefbتفاق")
    assert buffer.text == "الاتفاق"
    buffer.home()
    buffer.insert("\ufef7")
    assert (buffer.text, buffer.caret) == ("لأالاتفاق", 2)


def test_words():
    buffer = TextBuffer("قال الرئيس إن")
    buffer.back_word()
    assert buffer.text[buffer.caret :] == "إن"
    buffer.delete_word()
    assert buffer.text == "قال إن"
    buffer.home()
    buffer.forward_word()
    assert buffer.caret == 3


class EntryApp(App):
    def __init__(self, text="", multiline=False):
        super().__init__()
        self.entry = TextEntry(StyleBook(DARK), text, multiline=multiline)
        self.told = []

    def compose(self):
        yield self.entry

    def on_mount(self):
        self.entry.focus()

    def on_text_entry_submitted(self, event):
        self.told.append(event.text)


async def test_arrows_follow_the_screen():
    app = EntryApp("سلام")
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("home", "left")
        assert app.entry.buffer.caret == 1
        await pilot.press("right")
        assert app.entry.buffer.caret == 0
        app.entry.buffer.replace("hello")
        await pilot.press("left", "left", "X")
        assert app.entry.text == "helXlo"


async def test_typing_drawing_and_submitting():
    app = EntryApp()
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press(*"سلام", "enter")
        assert app.told == ["سلام"]
        row = "".join(segment.text for segment in app.entry.render_line(0))
        assert row.strip() == "ﻡﻼﺳ"
        assert row.endswith("ﺳ")


async def test_lines_in_a_larger_field():
    app = EntryApp("one\nسلام عليكم\nthree", multiline=True)
    async with app.run_test(size=(30, 5)) as pilot:
        app.entry.styles.height = 4
        await pilot.pause()
        await pilot.press("up", "up", "home", "Z")
        assert app.entry.text.startswith("Zone")
        await pilot.press("down", "down", "end", "ctrl+j", "x")
        assert app.entry.text.endswith("three\nx")
