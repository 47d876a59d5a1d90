"""The palettes can be read."""

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color, ColorSystem

from reader.tui.themes.fewer_colours import fitted_palettes
from reader.tui.themes.palettes import KINDS, PALETTES, SHARED, palette_for
from reader.tui.themes.styles import StyleBook
from reader.tui.themes.wardrobe import Wardrobe


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


def test_a_short_name_is_enough():
    assert palette_for("light") is PALETTES["reader-light"]
    assert palette_for("nord") is PALETTES["reader-dark"]
    wardrobe = Wardrobe("true")
    available = {*wardrobe.names(), "nord"}
    assert wardrobe.resolve("light", available) == "reader-light"
    assert wardrobe.resolve("nord", available) == "nord"
    assert wardrobe.resolve("lihgt", available) is None


def test_a_theme_of_textual_gets_a_palette():
    wardrobe = Wardrobe("256")
    assert wardrobe.palette("nord", dark=True).dark
    assert not wardrobe.palette("textual-light", dark=False).dark


def test_every_theme_comes_once_before_the_first_returns():
    wardrobe = Wardrobe("true")
    seen = [wardrobe.after("nord")]
    while (following := wardrobe.after(seen[-1])) != seen[0]:
        seen.append(following)
    assert seen == list(PALETTES)


SYSTEMS = {"256": ColorSystem.EIGHT_BIT, "16": ColorSystem.STANDARD}
FEWER = [
    pytest.param(palette, SYSTEMS[colours], id=f"{name}-{colours}")
    for colours in ("256", "16")
    for name, palette in fitted_palettes(colours).items()
]


def shown(colour, system):
    """The colour that the terminal will show."""
    found = Color.parse(colour).downgrade(system)
    palette = EIGHT_BIT_PALETTE if system is ColorSystem.EIGHT_BIT else STANDARD_PALETTE
    return "#{:02x}{:02x}{:02x}".format(*palette[found.number])


@pytest.mark.parametrize(("palette", "system"), FEWER)
def test_text_contrasts_in_fewer_colours(palette, system):
    grounds = [shown(c, system) for c in (palette.background, palette.sentence, palette.surface)]
    texts = {"text": palette.text, "muted": palette.muted, **palette.kinds}
    for name, colour in texts.items():
        for ground in grounds[:2] if name in palette.kinds else grounds:
            assert contrast(shown(colour, system), ground) >= 4.5, (name, colour, ground)
    for colour in (palette.selection, palette.link, palette.match, *palette.highlights.values()):
        assert contrast(shown(palette.text, system), shown(colour, system)) >= 4.5, colour


@pytest.mark.parametrize(("palette", "system"), FEWER)
def test_grounds_can_be_told_apart_in_fewer_colours(palette, system):
    page = shown(palette.background, system)
    marked = [shown(c, system) for c in (palette.sentence, palette.selection, palette.match)]
    highlights = {shown(colour, system) for colour in palette.highlights.values()}
    assert len({page, *marked}) == 4
    assert len(highlights) == len(palette.highlights)
    assert page not in highlights


@pytest.mark.parametrize("palette", fitted_palettes("16").values(), ids=lambda p: p.name)
def test_kinds_differ_in_16_colours(palette):
    looks = {
        kind: (shown(palette.kinds[kind], ColorSystem.STANDARD), palette.cues.get(kind, ""))
        for kind in ("person", "place", "organisation", "group", "event", "date", "number")
    }
    assert len(set(looks.values())) == len(looks) - 1  # a date and a number look alike
    assert looks["date"] == looks["number"]
