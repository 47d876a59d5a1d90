"""The settings of recipes.toml as typed values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.translation.schedule import Schedule

TABLE = Path(__file__).with_name("recipes.toml")


@dataclass(frozen=True)
class Stage:
    """One stage of training."""

    schedule: Schedule
    resegment: float = 0.0  # alpha of the Arabic side's drawn segmentations; 0: always the best one
    decoder: int = 0  # layers that the decoder grows to as the stage begins; 0: as it is


@dataclass(frozen=True)
class Recipe:
    """One table of recipes.toml."""

    name: str
    warm: bool  # goes on from the package in the data folder, with its tokenizer
    sizes: dict[str, int]  # fields of model.Shape that the recipe sets, pieces among them
    settings: dict[str, Any]  # fields of train.Settings
    stages: list[Stage]


def names() -> list[str]:
    """Return the names of all recipes."""
    return list(tomllib.loads(TABLE.read_text(encoding="utf-8")))


def read(name: str) -> Recipe:
    """Return the recipe called `name`. Raises KeyError when there is none."""
    row: dict[str, Any] = tomllib.loads(TABLE.read_text(encoding="utf-8"))[name]
    stages = [_stage(stage) for stage in row.pop("stages")]
    warm = row.pop("start") == "package"
    settings = {key: row.pop(key) for key in ("dropout", "tokens", "longest")}
    return Recipe(name, warm, row, settings, stages)


def _stage(row: dict[str, Any]) -> Stage:
    own = {key: row.pop(key) for key in ("resegment", "decoder") if key in row}
    return Stage(Schedule(**row), **own)
