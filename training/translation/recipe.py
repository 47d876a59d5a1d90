"""The settings of recipes.toml as typed values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.translation.schedule import Schedule

TABLE = Path(__file__).with_name("recipes.toml")


@dataclass(frozen=True)
class Recipe:
    """One table of recipes.toml."""

    name: str
    warm: bool  # goes on from the package in the data folder, with its tokenizer
    sizes: dict[str, int]  # fields of model.Shape that the recipe sets, pieces among them
    settings: dict[str, Any]  # fields of train.Settings
    stages: list[Schedule]


def names() -> list[str]:
    """Return the names of all recipes."""
    return list(tomllib.loads(TABLE.read_text(encoding="utf-8")))


def read(name: str) -> Recipe:
    """Return the recipe called `name`. Raises KeyError when there is none."""
    row: dict[str, Any] = tomllib.loads(TABLE.read_text(encoding="utf-8"))[name]
    stages = [Schedule(**stage) for stage in row.pop("stages")]
    warm = row.pop("start") == "package"
    settings = {key: row.pop(key) for key in ("dropout", "tokens", "longest")}
    return Recipe(name, warm, row, settings, stages)
