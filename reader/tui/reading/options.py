"""The page's options, from the settings."""

from reader.settings.model import Settings
from reader.tui.page.geometry import PageOptions


def page_options(settings: Settings) -> PageOptions:
    """Return the page's options as the settings have them."""
    reading = settings.reading
    render = settings.display.render
    return PageOptions(
        stack_below=reading.stack_below,
        arabic_share=reading.arabic_share,
        max_width=reading.max_width,
        translation=reading.translation,
        harakat=reading.harakat,
        direction=reading.direction,
        render="app" if render == "auto" else render,
    )
