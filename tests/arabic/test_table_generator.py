"""The tables of the next Unicode version are made from its files as published."""

from pathlib import Path

import pytest

from reader.arabic.tables import generate, joining, mirroring

MIRRORING = """# BidiMirroring-16.0.0.txt
# Date: 2024-01-30
0028; 0029 # LEFT PARENTHESIS
0029; 0028 # RIGHT PARENTHESIS
2208; 220B # ELEMENT OF
220B; 2208 # CONTAINS AS MEMBER
# 226D; NOT EQUIVALENT TO has no mirrored glyph
"""
JOINING = """# DerivedJoiningType-16.0.0.txt
0640          ; C # Lm       ARABIC TATWEEL
180A          ; C # Po       MONGOLIAN NIRUGU
0620          ; D # Lo       ARABIC LETTER KASHMIRI YEH
062A..062E    ; D # Lo   [5] ARABIC LETTER TEH..ARABIC LETTER KHAH
0712..0714    ; D # Lo   [3] SYRIAC LETTER BETH..SYRIAC LETTER GAMAL GARSHUNI
0622..0625    ; R # Lo   [4] ARABIC LETTER ALEF WITH MADDA ABOVE..ALEF WITH HAMZA BELOW
064B..065F    ; T # Mn  [21] ARABIC FATHATAN..ARABIC WAVY HAMZA BELOW
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "extracted").mkdir()
    (tmp_path / "BidiMirroring.txt").write_text(MIRRORING, encoding="utf-8")
    (tmp_path / "extracted" / "DerivedJoiningType.txt").write_text(JOINING, encoding="utf-8")
    return tmp_path


def run(module: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(module, names)
    return names


def test_mirrored_pairs(folder: Path) -> None:
    made = run(generate.mirroring(folder))
    assert made["UNICODE_VERSION"] == "16.0.0"
    assert made["MIRROR"] == {"(": ")", ")": "(", "∈": "∋", "∋": "∈"}


def test_joining_types_of_arabic_letters_alone(folder: Path) -> None:
    made = run(generate.joining(folder))
    assert made["UNICODE_VERSION"] == "16.0.0"
    assert made["DUAL_JOINING"] == ((0x620, 0x620), (0x62A, 0x62E))
    assert made["RIGHT_JOINING"] == ((0x622, 0x625),)
    assert made["JOIN_CAUSING"] == ((0x640, 0x640),)


def test_a_file_without_a_version_is_refused(folder: Path) -> None:
    (folder / "BidiMirroring.txt").write_text("0028; 0029\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="no Unicode version"):
        generate.mirroring(folder)


def test_both_tables_in_use_are_of_one_version() -> None:
    assert mirroring.UNICODE_VERSION == joining.UNICODE_VERSION
    assert all(mirroring.MIRROR[other] == one for one, other in mirroring.MIRROR.items())
