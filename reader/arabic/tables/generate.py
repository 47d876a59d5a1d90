"""Writes `mirroring.py` and `joining.py` from the Unicode Character Database.

    python -m reader.arabic.tables.generate FOLDER

FOLDER holds BidiMirroring.txt and extracted/DerivedJoiningType.txt as published by Unicode
(Debian: package unicode-data, folder /usr/share/unicode).
"""

import re
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_PAIRS_PER_LINE = 7
# Only scripts written with the Arabic letters have presentation forms, so no other is shaped.
_ARABIC_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF))


def _version(text: str) -> str:
    found = re.search(r"-(\d+\.\d+\.\d+)\.txt", text)
    if not found:
        raise SystemExit("no Unicode version in the first line of the file")
    return found[1]


def mirroring(folder: Path) -> str:
    """Return the module text of the Bidi_Mirroring_Glyph table."""
    text = (folder / "BidiMirroring.txt").read_text(encoding="utf-8")
    pairs = re.findall(r"^([0-9A-F]{4,6}); ([0-9A-F]{4,6})", text, re.MULTILINE)
    rows = [
        "".join(f"\\u{a:0>4}\\u{b:0>4}" for a, b in pairs[i : i + _PAIRS_PER_LINE])
        for i in range(0, len(pairs), _PAIRS_PER_LINE)
    ]
    body = "".join(f'    "{row}"\n' for row in rows)
    return (
        f'"""Bidi_Mirroring_Glyph, from BidiMirroring.txt; made by generate.py."""\n\n'
        f'UNICODE_VERSION = "{_version(text)}"\n\n'
        f"# each character and, after it, the one that mirrors it\n_PAIRS = (\n{body})\n"
        f"MIRROR = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))\n"
    )


def joining(folder: Path) -> str:
    """Return the module text of the joining types D, R and C in the Arabic blocks."""
    text = (folder / "extracted" / "DerivedJoiningType.txt").read_text(encoding="utf-8")
    types: dict[str, list[str]] = {"D": [], "R": [], "C": []}
    for first, last, kind in re.findall(
        r"^([0-9A-F]{4,6})(?:\.\.([0-9A-F]{4,6}))?\s*; ([DRC]) ", text, re.MULTILINE
    ):
        low, high = int(first, 16), int(last or first, 16)
        if any(a <= low and high <= b for a, b in _ARABIC_BLOCKS):
            types[kind].append(f"(0x{low:04X}, 0x{high:04X}),\n")
    names = {"D": "DUAL_JOINING", "R": "RIGHT_JOINING", "C": "JOIN_CAUSING"}
    tables = "".join(f"{names[k]} = (\n{''.join(v)})\n" for k, v in types.items())
    return (
        '"""Joining_Type of Arabic letters, from DerivedJoiningType.txt; made by generate.py."""'
        "\n\n"
        f'UNICODE_VERSION = "{_version(text)}"\n\n{tables}'
    )


def main() -> None:
    """Write both modules and format them."""
    folder = Path(sys.argv[1])
    for name, make in (("mirroring.py", mirroring), ("joining.py", joining)):
        (_HERE / name).write_text(make(folder), encoding="utf-8")
        subprocess.run(["ruff", "format", "--quiet", str(_HERE / name)], check=True)


if __name__ == "__main__":
    main()
