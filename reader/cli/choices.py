"""Whether a theme, keys and a server that the settings name can be used."""

from collections.abc import Callable

from reader.diagnosis.finding import Finding, Level
from reader.errors import SettingsError
from reader.settings.model import Keys, Settings


def need_theme(name: str) -> None:
    """Raise SettingsError for a theme that neither we nor Textual have."""
    from textual.theme import BUILTIN_THEMES

    from reader.tui.themes.wardrobe import Wardrobe

    wardrobe = Wardrobe("true")
    if wardrobe.resolve(name, {*wardrobe.names(), *BUILTIN_THEMES}) is None:
        raise SettingsError(f"There is no theme {name}: try {', '.join(wardrobe.names())}.")


def check_for(key: str) -> Callable[[Settings], None]:
    """Return what refuses a new value of a setting that its type alone does not tell."""

    def check(settings: Settings) -> None:
        from reader.tui.registry import Registry

        Registry(settings.keys)
        if key == "display.theme":
            need_theme(settings.display.theme)
        if key == "translation.translator" and settings.translation.translator:
            from reader.translation.libretranslate import LibreTranslate

            LibreTranslate(settings.translation.translator)

    return check


def check_theme(name: str) -> list[Finding]:
    """Report whether the theme of the settings exists."""
    try:
        need_theme(name)
    except SettingsError as error:
        advice = f"{error} The setting display.theme has it."
        return [Finding("theme", Level.FAULT, "unknown", advice)]
    return [Finding("theme", Level.OK, name)]


def check_keys(keys: Keys) -> list[Finding]:
    """Report own keys that cannot be, and those that mean two commands."""
    from reader.tui.registry import Registry

    try:
        clashes = Registry(keys).keymap.clashes
    except SettingsError as error:
        return [Finding("keys", Level.FAULT, "cannot be used", str(error))]
    if clashes:
        return [Finding("keys", Level.HINT, "two commands on one", clash) for clash in clashes]
    own = f", {len(keys.bind)} set by you" if keys.bind else ""
    return [Finding("keys", Level.OK, f"preset {keys.preset}{own}")]
