"""Visual order and mirroring of whole lines (test groups A 1 to 4)."""

import pytest

from reader.arabic.layout import lay_out


def drawn(text: str, base: int | None = None) -> str:
    (line,) = lay_out(text, 200, base)
    return line.text


def test_the_line_of_the_notes() -> None:
    assert drawn("سلام (12) abc لا") == "\ufefb abc (12) \ufee1\ufefc\ufeb3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«أ»", "«\ufe83»"),
        ("[أ]", "[\ufe83]"),
        ("{أ}", "{\ufe83}"),
        ("<أ>", "<\ufe83>"),
        ("(أ", "\ufe83)"),
        ("أ)", "(\ufe83"),
        (")أ(", ")\ufe83("),
        ('«أ "ب (ج)"»', '«"(\ufe9d) \ufe8f" \ufe83»'),
    ],
)
def test_brackets_are_mirrored(text: str, expected: str) -> None:
    assert drawn(text, 1) == expected


def test_sixty_four_nested_brackets() -> None:
    assert drawn("(" * 64 + "أ" + ")" * 64, 1) == "(" * 64 + "\ufe83" + ")" * 64


@pytest.mark.parametrize(
    "latin",
    [
        "https://example.org/a/b?c=1",
        "user@example.org",
        "12,500.75",
        "2024/5/3",
        "10:30",
        "٣٫٥",
        "٢٠٢٤",
        "۲۰۲۴",
    ],
)
def test_addresses_and_numbers_stay_left_to_right(latin: str) -> None:
    assert drawn(f"أ {latin} ب", 1) == f"\ufe8f {latin} \ufe83"


@pytest.mark.parametrize(("text", "expected"), [("3.5%", "%3.5"), ("-5", "5-"), ("10-20", "20-10")])
def test_signs_beside_numbers_follow_the_arabic_rules(text: str, expected: str) -> None:
    # After an Arabic letter European digits count as Arabic ones (W2), and signs do not join them.
    assert drawn(f"أ {text} ب", 1) == f"\ufe8f {expected} \ufe83"


def test_stop_after_latin_stands_left_in_an_arabic_paragraph() -> None:
    assert drawn("أ BBC.", 1) == ".BBC \ufe83"
    assert drawn("أ BBC!", 1) == "!BBC \ufe83"


def test_arabic_in_an_address_keeps_the_order_of_the_standard() -> None:
    assert drawn("x/أ/ب/y", 0) == "x/\ufe8f/\ufe83/y"
