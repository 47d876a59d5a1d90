"""The word cursor's moves, on the screen and in the text."""

import pytest

from reader.translation.model import ParagraphTranslation
from reader.tui.page.block import Side
from reader.tui.page.geometry import PageOptions
from reader.tui.reading.article import Article
from reader.tui.reading.selection import Selection, words_of
from reader.tui.reading.window import Window
from reader.tui.reading.word_motion import by_words, start_at, visually
from tests.tui.driving import press, reading
from tests.tui.fakes import TEXTS, World, document, pairs_of

MIXED = "قال الرئيس إن World Bank منح 12 مليون دولار لمصر في العام الماضي وفق الوزارة"


def window(*texts, width=60):
    return Window(Article(document(*texts)), width, 20, PageOptions(), False)


def word(found, selection):
    start, end = selection.head
    return found.article.text(selection.paragraph)[start:end]


def test_left_visits_every_word_of_the_text_once_and_right_comes_back():
    found = window(MIXED, TEXTS[0], width=40)
    selection = start_at(found.article, 0, Side.ARABIC, 0)
    seen = [selection]
    while len(seen) < 100:
        moved = visually(found, seen[-1], -1, 0)
        if moved == seen[-1]:
            break
        seen.append(moved)
    total = sum(len(words_of(found.article.text(p))) for p in (0, 1))
    assert len(seen) >= total - 1  # Latin words are passed in the order of the screen
    assert len({(s.paragraph, s.head) for s in seen}) == len(seen)
    assert seen[-1].paragraph == 1
    back = visually(found, seen[3], 1, 0)
    assert back == seen[2]


def test_latin_words_inside_arabic_are_passed_as_they_are_drawn():
    found = window(MIXED, width=120)
    selection = start_at(found.article, 0, Side.ARABIC, MIXED.index("إن"))
    selection = visually(found, selection, -1, 0)
    assert word(found, selection) == "Bank"
    selection = visually(found, selection, -1, 0)
    assert word(found, selection) == "World"


def test_down_and_up_keep_the_column_and_cross_paragraphs():
    found = window(MIXED, TEXTS[0], width=40)
    first = start_at(found.article, 0, Side.ARABIC, 0)
    below = visually(found, first, 0, 1)
    assert below.paragraph == 0
    assert found.place_of(0, Side.ARABIC, below.head[0]).row == 1
    assert visually(found, below, 0, -1).head == first.head
    assert visually(found, first, 0, -1) == first
    last = start_at(found.article, 0, Side.ARABIC, len(MIXED) - 1)
    assert visually(found, last, 0, 1).paragraph == 1


def test_an_extending_selection_stays_in_its_paragraph():
    found = window(MIXED, TEXTS[0], width=40)
    last = words_of(MIXED)[-1]
    selection = Selection(Side.ARABIC, 0, last, last, extending=True)
    assert visually(found, selection, 0, 1) == selection
    assert by_words(found.article, selection, 1).paragraph == 0
    grown = by_words(found.article, selection, -2)
    assert grown.span == (words_of(MIXED)[-3][0], last[1])


def test_words_are_followed_over_the_ends_of_paragraphs():
    article = Article(document(TEXTS[0], "", "…", TEXTS[2]))
    last = words_of(TEXTS[0])[-1]
    over = by_words(article, Selection(Side.ARABIC, 0, last, last), 1)
    assert (over.paragraph, over.head) == (3, words_of(TEXTS[2])[0])
    assert by_words(article, over, -1).head == last
    first = words_of(TEXTS[0])[0]
    assert by_words(article, Selection(Side.ARABIC, 0, first, first), -1).head == first
    assert start_at(article, 2, Side.ARABIC, 0) is None


@pytest.mark.parametrize("keys", ["v V", "v P"])
async def test_arrows_go_on_from_a_selected_sentence(world, keys):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, keys)
        before = screen.words.text()
        await press(pilot, "right")
        after = screen.words.text()
        assert after != before
        assert before.startswith(after)
        await press(pilot, "left")
        assert screen.words.text().rstrip(".") == before.rstrip(".")


async def test_a_whole_sentence_shrinks_from_its_other_end(world):
    async with reading(world.app()) as (pilot, screen):
        await press(pilot, "v V")
        whole = screen.words.text()
        await press(pilot, "o")
        assert screen.words.text() == whole
        await press(pilot, "w")
        assert screen.words.text() == whole.split(maxsplit=1)[1]
        await press(pilot, "o b")
        assert screen.words.text() == " ".join(whole.split()[1:-1])


async def test_the_page_follows_the_word_cursor_during_a_search(tmp_path):
    world = World(tmp_path, {"a.txt": document(*[f"{TEXTS[0]} {n}" for n in range(31)])})
    async with reading(world.app(), size=(100, 20)) as (pilot, screen):
        screen.search.start("الناتو")
        await press(pilot, "v")
        await press(pilot, " ".join("j" * 25))
        assert screen.words.selection.paragraph in screen.view.window.seen()


def test_down_on_english_does_not_lay_out_what_has_none(monkeypatch):
    article = Article(document(*TEXTS, *[f"{TEXTS[1]} {n}" for n in range(300)], TEXTS[2]))
    for place in (0, 303):
        text = article.text(place)
        pairs = tuple(pairs_of(text))
        paragraph = article.document.paragraphs[place].id
        article.set_translation(place, ParagraphTranslation(paragraph, pairs, "p"))
    found = Window(article, 100, 20, PageOptions(), False)
    laid = []
    make = found.page._make
    monkeypatch.setattr(found.page, "_make", lambda p: laid.append(p) or make(p))
    first = start_at(article, 0, Side.ENGLISH, len(article.translations[0].text))
    moved = visually(found, first, 0, 1)
    assert moved.paragraph == 303
    assert visually(found, moved, 0, -1).paragraph == 0
    last = start_at(article, 303, Side.ENGLISH, 999)
    assert visually(found, last, 0, 1) == last
    assert len(laid) < 30
