"""Where the files that travel with the program are."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset_path(name: str = "") -> Path:
    """Return the path of an asset, whether run from a checkout or from an installed wheel.

    In a checkout `assets/` stands beside the package; in a wheel it is packed inside it.
    """
    return _root("assets") / name


def seeds_path() -> Path:
    """Return the folder of sample articles."""
    return _root("seeds")


def _root(folder: str) -> Path:
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder
