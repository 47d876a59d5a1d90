"""The words behind an hour that tell which half of the day it is in."""

HALVES = {
    "صباحا": 0, "ص": 0, "فجرا": 0, "مساء": 12, "عصرا": 12, "ظهرا": 12, "ليلا": 12, "مساءا": 12,
    "م": 12,
}  # fmt: skip
"""Folded word -> what it adds to an hour."""

HALF_DAYS = frozenset(HALVES) - {"ص", "م"}
"""Those that mean nothing else: م is also metres and the common era."""
