"""Random edits of a document that remember where every character came from.

An edited text is a list of paragraphs, each a list of (character, origin); the origin is the
paragraph and offset in the old document, or None for what the edit wrote. So the true new place of
every annotation is known.
"""

import random
import unicodedata
from dataclasses import dataclass

from reader.documents import Document
from tests.annotations.helpers import document

Cell = tuple[str, tuple[int, int] | None]
Text = list[list[Cell]]
HARAKAT = "ًٌٍَُِّْ"


@dataclass(frozen=True)
class Truth:
    """Where an annotation's own characters are after the edits."""

    place: int
    start: int
    end: int
    whole: bool  # every letter is there, in order, and nothing else between


def cells(doc: Document) -> Text:
    return [[(c, (n, i)) for i, c in enumerate(p.text)] for n, p in enumerate(doc.paragraphs)]


def made(text: Text) -> Document:
    return document(*("".join(c for c, _ in paragraph) for paragraph in text))


def truth(text: Text, old: Document, place: int, start: int, end: int) -> Truth | None:
    """Return where [start, end) of the old paragraph is now; None when all of it is gone."""
    letters = {
        (place, i)
        for i in range(start, end)
        if not unicodedata.category(old.paragraphs[place].text[i]).startswith("M")
    }
    wanted = {(place, i) for i in range(start, end)}
    best: Truth | None = None
    for n, paragraph in enumerate(text):
        here = [i for i, (_, origin) in enumerate(paragraph) if origin in wanted]
        if not here:
            continue
        first, last = here[0], here[-1] + 1
        span = paragraph[first:last]
        origins = [o for _, o in span if o is not None]
        foreign = any(
            o not in wanted and not unicodedata.category(c).startswith("M") for c, o in span
        )
        whole = letters <= set(origins) and origins == sorted(origins) and not foreign
        while last < len(paragraph) and paragraph[last][1] is None and _mark(paragraph[last][0]):
            last += 1
        found = Truth(n, first, last, whole)
        if best is None or (whole and not best.whole):
            best = found
    return best


def _mark(c: str) -> bool:
    return unicodedata.category(c) == "Mn"


def _words(paragraph: list[Cell]) -> list[tuple[int, int]]:
    spans, start = [], None
    for i, (c, _) in enumerate([*paragraph, (" ", None)]):
        if c.isspace():
            if start is not None:
                spans.append((start, i))
            start = None
        elif start is None:
            start = i
    return spans


def _new(words: str) -> list[Cell]:
    return [(c, None) for c in words]


def _some(text: Text, rng: random.Random) -> list[Cell]:
    """Return a paragraph with words in it."""
    return rng.choice([p for p in text if len(_words(p)) > 3] or [_new("كلمة أولى ثم أخرى")])


def _vocabulary(text: Text, rng: random.Random, count: int) -> str:
    """Return words of the article itself, the hardest to tell from what was there."""
    picked = []
    for _ in range(count):
        paragraph = _some(text, rng)
        a, b = rng.choice(_words(paragraph))
        picked.append("".join(c for c, _ in paragraph[a:b]))
    return " ".join(picked)


def insert_words(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    at = rng.choice(_words(paragraph) or [(0, 0)])[0]
    paragraph[at:at] = _new(_vocabulary(text, rng, rng.randint(1, 6)) + " ")


def delete_words(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    words = _words(paragraph)
    if words:
        first = rng.randrange(len(words))
        last = min(len(words) - 1, first + rng.randint(0, 4))
        del paragraph[words[first][0] : min(len(paragraph), words[last][1] + 1)]


def move_words(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    words = _words(paragraph)
    if len(words) > 8:
        first = rng.randrange(len(words) - 6)
        a, b = words[first][0], words[first + rng.randint(2, 5)][1]
        cut = [*paragraph[a:b], (" ", None)]
        del paragraph[a : min(len(paragraph), b + 1)]
        at = rng.choice(_words(paragraph))[0]
        paragraph[at:at] = cut


def retype_letter(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    words = _words(paragraph)
    if words:
        a, b = rng.choice(words)
        paragraph[rng.randrange(a, b)] = (rng.choice("ابتثجحخدرسشصطعفقكلمنهوي"), None)


def replace_word(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    words = _words(paragraph)
    if words:
        a, b = rng.choice(words)
        paragraph[a:b] = _new(_vocabulary(text, rng, 1))


def strip_harakat(text: Text, rng: random.Random) -> None:
    for paragraph in text:
        paragraph[:] = [cell for cell in paragraph if cell[0] not in HARAKAT]


def add_harakat(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    vocalised: list[Cell] = []
    for c, origin in paragraph:
        vocalised.append((c, origin))
        if c.isalpha() and rng.random() < 0.5:
            vocalised.append((rng.choice(HARAKAT), None))
    paragraph[:] = vocalised


def decompose(text: Text, rng: random.Random) -> None:
    for paragraph in text:
        paragraph[:] = [
            (d, origin) for c, origin in paragraph for d in unicodedata.normalize("NFD", c)
        ]


def compose(text: Text, rng: random.Random) -> None:
    for paragraph in text:
        composed: list[Cell] = []
        for c, origin in paragraph:
            if composed and _mark(c):
                joined = unicodedata.normalize("NFC", composed[-1][0] + c)
                if len(joined) == 1:
                    composed[-1] = (joined, composed[-1][1])
                    continue
            composed.append((c, origin))
        paragraph[:] = composed


def widen_spaces(text: Text, rng: random.Random) -> None:
    paragraph = _some(text, rng)
    for a, _ in reversed(_words(paragraph)):
        if a and rng.random() < 0.3:
            paragraph.insert(a, ("\u00a0", None))


def insert_paragraph(text: Text, rng: random.Random) -> None:
    text.insert(rng.randint(0, len(text)), _new(_vocabulary(text, rng, rng.randint(3, 40))))


def delete_paragraph(text: Text, rng: random.Random) -> None:
    if len(text) > 2:
        del text[rng.randrange(len(text))]


def move_paragraph(text: Text, rng: random.Random) -> None:
    paragraph = text.pop(rng.randrange(len(text)))
    text.insert(rng.randint(0, len(text)), paragraph)


def split_paragraph(text: Text, rng: random.Random) -> None:
    place = rng.randrange(len(text))
    words = _words(text[place])
    if len(words) > 6:
        at = words[len(words) // 2][0]
        text[place : place + 1] = [text[place][:at], text[place][at:]]


def merge_paragraphs(text: Text, rng: random.Random) -> None:
    if len(text) > 2:
        place = rng.randrange(len(text) - 1)
        text[place : place + 2] = [[*text[place], (" ", None), *text[place + 1]]]


EDITS = {
    edit.__name__: edit
    for edit in (
        insert_words, delete_words, move_words, retype_letter, replace_word, strip_harakat,
        add_harakat, decompose, compose, widen_spaces, insert_paragraph, delete_paragraph,
        move_paragraph, split_paragraph, merge_paragraphs,
    )
}  # fmt: skip
