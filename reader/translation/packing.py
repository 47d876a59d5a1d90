"""A new .argosmodel file: the same content gives the same bytes."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

_FIXED_DATE = (2020, 1, 1, 0, 0, 0)


def package_name(version: str) -> str:
    """Return Argos's own name of the package, without ending: `translate-ar_en-0_1`."""
    return f"translate-ar_en-{version.replace('.', '_')}"


def metadata(version: str) -> dict[str, Any]:
    """Return what metadata.json of an Arabic to English package must hold."""
    return {
        "package_version": version,
        "argos_version": "1.9.0",
        "from_code": "ar",
        "from_name": "Arabic",
        "to_code": "en",
        "to_name": "English",
        "links": [],
    }


def write(
    out: Path, folder: str, files: Iterable[tuple[str, bytes]], level: int | None = None
) -> None:
    """Write a zip of one folder from the paths below it and their contents, in this order.

    `level` is zlib's, 9 the smallest. Raises OSError.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as target:
        for path, content in files:
            entry = zipfile.ZipInfo(f"{folder}/{path}", _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, content)
