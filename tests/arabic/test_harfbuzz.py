"""Letter forms against HarfBuzz with Noto Sans Arabic: same glyph for every letter."""

import random
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import pytest
import uharfbuzz as hb

from reader.arabic.presentation import FORMS, letters_of
from reader.arabic.shaping import shape
from tests.arabic.alphabet import ARABIC

_FONT = Path(__file__).parent / "data" / "NotoSansArabic-Regular.ttf"
_SEEDS = Path(__file__).parents[2] / "seeds"
_LAM_ALEFS = ("لا", "لأ", "لإ", "لآ")
_PERSIAN = ARABIC + "پچژگکی\u200c\u200d\u0640\u200e\u034f"


@lru_cache(maxsize=1)
def font() -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(_FONT))))


@lru_cache(maxsize=2048)
def glyph_ids(form: str) -> frozenset[int]:
    """Glyphs that draw a form: its own, and the plain letter's for an isolated one."""
    ids = {font().get_nominal_glyph(ord(form))}
    known = FORMS.get(form)
    if known and known.form == "isolated" and len(known.letters) == 1:
        ids.add(font().get_nominal_glyph(ord(known.letters)))
    return frozenset(i for i in ids if i is not None)


def shaped_by_harfbuzz(word: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(font(), buffer, {"liga": False, "dlig": False, "calt": False})
    return [info.codepoint for info in reversed(buffer.glyph_infos)]


def without_marks(word: str) -> str:
    return "".join(c for c in word if unicodedata.category(c) != "Mn" or c == "\u034f")


@lru_cache(maxsize=1)
def font_ligatures() -> dict[int, str]:
    """Ligatures that this font always makes and no terminal can, as glyph to letters."""
    ligatures = {}
    for form, known in FORMS.items():
        glyph = font().get_nominal_glyph(ord(form))
        if len(known.letters) > 1 and glyph is not None and known.letters not in _LAM_ALEFS:
            ligatures[glyph] = known.letters
    for name in ("lam_alefWaslaar", "lam_alefWaslaar.fina"):
        ligatures[font().glyph_from_string(name)] = "لٱ"
    return ligatures


def differs(word: str) -> bool:
    """Tell whether a form differs, the font's own ligatures aside (there: the letters)."""
    ours = [c.glyph for c in shape(word, [1] * len(word)) if c.glyph]
    position = 0
    for glyph in shaped_by_harfbuzz(word):
        letters = font_ligatures().get(glyph)
        forms = ours[position : position + len(letters or "1")]
        position += len(forms)
        if letters:
            same = "".join(map(letters_of, forms)) == letters
        else:
            same = bool(forms) and glyph in glyph_ids(forms[0])
        if not same:
            return True
    return position != len(ours)


def test_every_word_of_the_sample_articles() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt")))
    words = {without_marks(word) for word in re.findall("[\u0620-\u0652\u0670-\u06d3]+", text)}
    assert len(words) > 1_000
    assert [word for word in words if differs(word)] == []


@pytest.mark.parametrize(
    ("alphabet", "seed"), [(ARABIC, 1), (_PERSIAN, 2)], ids=["Arabic", "Persian and joiners"]
)
def test_random_words(alphabet: str, seed: int) -> None:
    source = random.Random(seed)
    words = ["".join(source.choices(alphabet, k=source.randrange(1, 10))) for _ in range(20_000)]
    assert [word for word in words if differs(word)][:20] == []
