"""Numbers, dates, times, money and measures in Arabic text, found by rules."""

from reader.entities.numbers.merge import find_numbers

__all__ = ["find_numbers"]
