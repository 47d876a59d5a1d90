"""Which format a file of annotations is in."""

import json
from pathlib import Path
from typing import Any

from reader.errors import ExchangeError
from reader.export.imports import brat, jsonl, w3c
from reader.export.imports.parcel import Parcel

LARGEST_FILE = 256 * 1024 * 1024  # bytes


def read(path: Path) -> list[Parcel]:
    """Return the annotations in a file of W3C JSON-LD, brat or JSON Lines, each once.

    Raises ExchangeError that says what is wrong with the file.
    """
    parcels = _parcels(path)
    for parcel in parcels:
        parcel.drop_repeated()
    return parcels


def _parcels(path: Path) -> list[Parcel]:
    if path.suffix.lower() == ".ann":
        text = path.with_suffix(".txt")
        parcel = brat.read(_text(path), _text(text))
        parcel.source = str(text)
        return [parcel]
    content = _text(path)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        data = None
    if isinstance(data, list) or (isinstance(data, dict) and _is_w3c(data)):
        parcels = w3c.read(data)
    else:
        try:
            parcels = jsonl.read(content)
        except ExchangeError as error:
            raise ExchangeError(
                f"{path} is not W3C JSON-LD, brat (.ann) or JSON Lines: {error}"
            ) from error
    if not any(parcel.items or parcel.skipped for parcel in parcels):
        raise ExchangeError(f"{path} holds no annotations.")
    return parcels


def _is_w3c(data: dict[str, Any]) -> bool:
    """Tell JSON-LD from the only line of JSON Lines; Hypothesis's own form has both keys."""
    return "target" in data or "text" not in data


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ExchangeError(f"{path} is too large to be a file of annotations.")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise ExchangeError(f"{path} is not UTF-8 text: export it again.") from error
    except OSError as error:
        raise ExchangeError(f"{path} cannot be read: {error.strerror}.") from error
