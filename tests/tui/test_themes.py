"""The palettes can be read."""

import pytest

from reader.tui.themes.palettes import KINDS, PALETTES, SHARED, palette_for
from reader.tui.themes.styles import StyleBook


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
def test_text_contrasts_with_what_is_behind_it(palette):
    least = 7.0 if palette.name == "reader-contrast" else 4.5
    behind = {"page": palette.background, "sentence": palette.sentence, "bars": palette.surface}
    for name, colour in {"text": palette.text, "muted": palette.muted, **palette.kinds}.items():
        for where, ground in behind.items():
            found = contrast(colour, ground)
            assert found >= least, f"{name} on {where}: {found:.2f}"
    for ground in (palette.selection, palette.link, palette.match, *palette.highlights.values()):
        assert contrast(palette.text, ground) >= 4.5, ground
    assert contrast(palette.background, palette.accent) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)
def test_every_label_has_a_style(palette):
    book = StyleBook(palette)
    for kind in KINDS.values():
        assert book.style((f"kind-{kind}",)).color.name == palette.kinds[SHARED.get(kind, kind)]


@pytest.mark.parametrize("name", ["reader-contrast", "reader-colourblind"])
def test_kinds_differ_without_colour(name):
    palette = PALETTES[name]
    cues = [palette.cues[kind] for kind in ("person", "place", "organisation", "date")]
    assert len(set(cues)) == len(cues)


def test_a_theme_of_textual_gets_a_palette():
    assert palette_for("nord", dark=True).dark
    assert not palette_for("textual-light", dark=False).dark
