"""Base direction (test group A 5)."""

import pytest

from reader.arabic.direction import base_direction


@pytest.mark.parametrize(
    ("text", "auto", "first_strong"),
    [
        ("BBC قالت إن الحرب", 1, 0),
        ("في London and Paris today", 0, 1),
        ("2024 عام", 1, 1),
        ("«سلام»", 1, 1),
        ("😀 سلام", 1, 1),
        ("\u200e سلام", 1, 0),
        ("\u2068abc\u2069 سلامات", 1, 1),
        ("", 0, 0),
        ("   ", 0, 0),
        ("*** 12 ***", 0, 0),
        ("https://example.org/a/very/long/address انظر", 1, 0),
        ("info@example.org راسلنا", 1, 0),
        ("www.example.org/long/address انظر", 1, 0),
        ("www.example.org", 0, 0),
        ("אב ab", 1, 1),
        ("ab אב", 0, 0),
    ],
)
def test_majority_and_first_strong(text: str, auto: int, first_strong: int) -> None:
    assert base_direction(text) == auto
    assert base_direction(text, "auto-first-strong") == first_strong


def test_fixed_modes_and_hint() -> None:
    assert base_direction("abc", "rtl") == 1
    assert base_direction("سلام", "ltr") == 0
    assert base_direction("2024", hint=1) == 1
    assert base_direction("2024", "auto-first-strong", hint=1) == 1
    assert base_direction("abc", hint=1) == 0
    assert base_direction("abc", "auto-first-strong", hint=1) == 0
    assert base_direction("אב", "auto-first-strong", hint=0) == 1
    with pytest.raises(ValueError, match="sideways"):
        base_direction("abc", "sideways")
