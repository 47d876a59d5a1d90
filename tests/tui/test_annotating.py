"""Annotating from the keyboard, on the real store."""

import pytest
from textual.events import Key

from reader.settings.model import Annotation as AnnotationSettings
from reader.settings.model import Settings
from reader.tui.page.block import Side
from reader.tui.screens.annotations import AnnotationScreen
from reader.tui.screens.menu import Menu
from reader.tui.screens.prompt import Prompt
from tests.tui.annotating import MINE, note, settle, stored, to_word, write
from tests.tui.driving import press, reading, until
from tests.tui.fakes import TEXTS, World, document


async def test_a_label_is_kept_with_its_anchor_and_author(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        [found] = stored(world)
        assert (found.label, found.quote, found.annotator) == ("EVENT", "المهمة", "sara")
        assert found.anchor.start == TEXTS[0].index("المهمة")
        assert found.anchor.prefix.endswith("أن ")
        assert "kind-event" in screen.view._layers_of(screen.article, 0)[Side.ARABIC].at(
            found.anchor.start, found.anchor.end
        )
        await press(pilot, "2")
        await settle(pilot)
        assert [a.label for a in stored(world)] == ["LOC"]


async def test_note_tags_identity_and_highlight_are_one_annotation(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "N")
        await write(pilot, "ملاحظة\nsecond line")
        await press(pilot, "T")
        await write(pilot, "one، two, one")
        await press(pilot, "i")
        await write(pilot, "Q79")
        await press(pilot, "h j enter")
        [found] = stored(world)
        assert found.note == "ملاحظة\nsecond line"
        assert found.tags == ("one", "two")
        assert found.identity == "Q79"
        assert found.colour == screen.desk.labels.highlights[1]
        assert "Q79" in screen.desk.describe()


async def test_undo_and_redo_across_a_restart(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        await press(pilot, "N")
        await write(pilot, "a note")
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "u")
        assert [a.note for a in stored(world)] == [""]
        await press(pilot, "u")
        assert stored(world) == []
        await press(pilot, "u")
        await press(pilot, "ctrl+r ctrl+r")
        assert [(a.label, a.note) for a in stored(world)] == [("EVENT", "a note")]


async def test_undo_shows_what_was_deleted_before_the_file_changed(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        await press(pilot, "x")
        assert stored(world) == []
    world.documents["a.txt"] = document("مقدمة جديدة", *TEXTS)
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "u")
        assert [a.label for a in screen.desk.notebook.all()] == ["EVENT"]
        await press(pilot, "ctrl+r")
        assert screen.desk.notebook.all() == []


async def test_suggestions_are_accepted_rejected_and_relabelled_in_turn(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "v space")
        assert screen.words.text() == "دونالد ترامب"
        await press(pilot, "a")
        assert screen.words.text() == "الناتو"
        await press(pilot, "x")
        assert screen.words.text() == "العراق"
        await press(pilot, "3")
        await settle(pilot)
        found = {a.quote: (a.label, a.status, a.origin) for a in stored(world)}
        assert found == {
            "دونالد ترامب": ("PER", "accepted", "recogniser"),
            "الناتو": ("ORG", "rejected", "recogniser"),
            "العراق": ("ORG", "accepted", "recogniser"),
        }


async def test_a_note_on_a_rejected_name_does_not_take_the_rejection_back(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "v space x")
        await press(pilot, "escape g")
        await to_word(pilot, screen, "دونالد")
        await press(pilot, "v w N")
        await write(pilot, "no person")
        assert {(a.label, a.status, a.note) for a in stored(world)} == {
            ("PER", "rejected", ""),
            ("", "accepted", "no person"),
        }
        await press(pilot, "1")
        await settle(pilot)
        assert [(a.label, a.status, a.note) for a in stored(world)] == [
            ("PER", "accepted", "no person")
        ]
        await press(pilot, "u")
        assert len(stored(world)) == 2


async def test_the_label_of_a_rejected_name_accepts_it(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "v space x")
        await press(pilot, "escape g")
        await to_word(pilot, screen, "دونالد")
        await press(pilot, "v w 1")
        await settle(pilot)
        assert [(a.label, a.status) for a in stored(world)] == [("PER", "accepted")]


async def test_a_highlight_on_a_name_leaves_it_to_be_decided(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        before = len(screen.desk.notebook.all_undecided())
        await press(pilot, "v space h 1")
        assert len(screen.desk.notebook.all_undecided()) == before
        await press(pilot, "a")
        [found] = stored(world)
        assert (found.label, found.status, found.value) == ("PER", "accepted", "")
        assert found.colour
        assert len(screen.desk.notebook.all_undecided()) == before - 1


async def test_bulk_accept_shows_counts_first_and_is_one_step(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await press(pilot, "B")
        assert isinstance(screen.app.screen, Menu)
        notes = [item.note for item in screen.app.screen.all_rows]
        total = len(screen.desk.notebook.all_undecided())
        assert notes[-1] == str(total)
        await press(pilot, "G enter")
        assert len(stored(world)) == total
        assert screen.desk.notebook.all_undecided() == []
        await press(pilot, "u")
        assert stored(world) == []


async def test_apply_to_all_previews_and_annotates_with_particles(tmp_path):
    texts = ("زار العراق وفد.", "وصل إلى بغداد من العراق وعاد للعراق.", "في العراق خلاف.")
    world = World(tmp_path, {"a.txt": document(*texts)})
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "العراق")
        await press(pilot, "2")
        await settle(pilot)
        await press(pilot, "A")
        menu = screen.app.screen
        assert isinstance(menu, Menu)
        assert menu.all_rows[0].text == "Annotate all 3"
        await press(pilot, "enter")
        found = stored(world)
        assert len(found) == 4
        assert {a.label for a in found} == {"LOC"}
        assert any(a.quote == "عراق" or a.quote == "لعراق" for a in found)
        await press(pilot, "u")
        assert len(stored(world)) == 1


@pytest.mark.parametrize("digit", ["3", "٣"])
async def test_a_digit_chooses_in_a_menu(world, digit):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "h")
        menu = screen.app.screen
        wanted = next(row for row in menu.all_rows if row.key == "3")
        await press(pilot, "8")
        assert screen.app.screen is menu
        await press(pilot, digit)
        assert screen.app.screen is screen
        [found] = stored(world)
        assert found.colour == wanted.value


async def test_a_selection_over_lines_and_directions_is_one_stretch(tmp_path):
    text = "قال الرئيس إن World Bank منح 12 مليون دولار لمصر"
    world = World(tmp_path, {"a.txt": document(text)})
    async with reading(world.app(settings=MINE), size=(60, 20)) as (pilot, screen):
        await to_word(pilot, screen, "إن")
        await press(pilot, "v")
        for _ in range(6):
            await pilot.press("w")
        await press(pilot, "3")
        await settle(pilot)
        [found] = stored(world)
        start = text.index("إن")
        assert found.quote == text[start : start + len(found.quote)]
        assert found.quote == "إن World Bank منح 12 مليون دولار"


async def test_the_panel_lists_filters_reviews_and_jumps(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        for word, key in (("الرئيس", "1"), ("المهمة", "6")):
            await to_word(pilot, screen, word)
            await press(pilot, key)
            await settle(pilot)
        await press(pilot, "escape a")
        panel = screen.app.screen
        assert isinstance(panel, AnnotationScreen)
        assert [row.quote for row in panel.table.rows] == ["الرئيس", "المهمة"]
        await press(pilot, "r")
        assert [a.reviewed for a in stored(world)] == [True, False]
        await press(pilot, "/ E V E N T enter")
        assert [row.quote for row in panel.table.rows] == ["المهمة"]
        await press(pilot, "enter")
        assert screen.app.screen is screen
        assert screen.words.text() == "المهمة"
        await press(pilot, "[ n")
        assert screen.words.text() == "الرئيس"


async def test_tab_does_not_lead_out_of_the_filter(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await note(pilot, screen, "المهمة", "xyz")
        await press(pilot, "escape a / tab x")
        assert pilot.app.screen.filter_text == "x"
        await press(pilot, "shift+tab y")
        assert pilot.app.screen.filter_text == "xy"
        assert len(stored(world)) == 1


async def test_the_search_reads_notes(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await note(pilot, screen, "المهمة", "zebra")
        await press(pilot, "escape /")
        await write(pilot, "zebra")
        match = screen.view.pointing.match
        assert TEXTS[0][match.start : match.end] == "المهمة"


async def test_a_note_written_while_a_search_is_on_is_a_hit(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await note(pilot, screen, "المهمة", "zebra")
        await press(pilot, "escape /")
        await write(pilot, "zebra")
        assert len(screen.view.pointing.matches) == 1
        await note(pilot, screen, "انتهت", "zebra too")
        assert len(screen.view.pointing.matches) == 2
        await press(pilot, "u")
        assert len(screen.view.pointing.matches) == 1


async def test_a_note_typed_with_a_lam_alef_key_holds_letters(world):
    async with reading(world.app(settings=MINE)) as (pilot, _):
        await press(pilot, "v N")
        await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
        for character in "ا\ufefbتفاق":
            pilot.app.post_message(Key(character, character))
        await until(pilot, lambda: pilot.app.keys.idle)
        await press(pilot, "enter")
        assert [a.note for a in stored(world)] == ["الاتفاق"]


async def test_annotations_that_begin_together_are_all_reached(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await note(pilot, screen, "دونالد", "first name")
        await press(pilot, "v w 1")
        await settle(pilot)
        await press(pilot, "escape v tab N")
        await write(pilot, "English")
        await press(pilot, "escape g")
        there = ["دونالد ترامب", "دونالد", "President"]
        seen = []
        for _ in there:
            await press(pilot, "] n")
            seen.append(screen.words.text())
        assert seen == there
        for _ in there[1:]:
            await press(pilot, "[ n")
            seen.append(screen.words.text())
        assert seen[3:] == there[1::-1]


async def test_annotators_do_not_see_each_other(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
    other = Settings(annotation=AnnotationSettings(annotator="omar"))
    async with reading(world.app(settings=other)) as (pilot, screen):
        assert screen.desk.notebook.all() == []
        await press(pilot, "u")
        assert len(stored(world)) == 1


@pytest.mark.parametrize("key", ["x", "L", "A"])
async def test_actions_without_an_annotation_say_so(world, key):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        await press(pilot, key)
        assert screen.app._notifications
        assert stored(world) == []


async def test_a_read_only_database_is_a_sentence(world):
    app = world.app(settings=MINE)
    async with reading(app) as (pilot, screen):
        app.database.connection.execute("PRAGMA query_only = ON")
        await to_word(pilot, screen, "المهمة")
        await press(pilot, "6")
        await settle(pilot)
        assert any("cannot be" in note.message for note in app._notifications)
        assert screen.app.screen is screen


async def test_a_label_goes_on_exactly_the_selection(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "الرئيس")
        await press(pilot, "v w w 2")  # ends where the suggestion «دونالد ترامب» ends
        await settle(pilot)
        [found] = stored(world)
        assert found.quote == "الرئيس دونالد ترامب"


async def test_what_says_nothing_is_no_annotation(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "المهمة")
        for keys in ("N enter", "T enter", "i enter", "h 0"):
            await press(pilot, keys)
        assert stored(world) == []
        await press(pilot, "6")
        await settle(pilot)
        await press(pilot, "N")
        await write(pilot, "note")
        await press(pilot, "6")
        await settle(pilot)
        [found] = stored(world)
        assert (found.label, found.note) == ("", "note")
        await press(pilot, "N backspace backspace backspace backspace enter")
        assert stored(world) == []
        await press(pilot, "u")
        assert [a.note for a in stored(world)] == ["note"]


async def test_a_suggestion_whose_label_is_taken_away_again_is_undecided(world):
    async with reading(world.app(settings=MINE)) as (pilot, screen):
        await to_word(pilot, screen, "العراق")
        assert screen.desk.suggestion() is not None
        await press(pilot, "2")
        await settle(pilot)
        assert screen.desk.suggestion() is None
        await press(pilot, "2")
        await settle(pilot)
        assert stored(world) == []
        assert screen.desk.suggestion() is not None
