"""Settings given for one run, on the command line."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from reader.settings.model import Settings


def overridden(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """Return the settings with `values` ("table.name" to value) in place; None changes nothing."""
    for key, value in values.items():
        if value is not None:
            table, name = key.split(".")
            changed = replace(getattr(settings, table), **{name: value})
            settings = replace(settings, **{table: changed})
    return settings
