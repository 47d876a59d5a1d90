"""Repairs of a machine translation that are sure: a number, a well-known name.

A weak model writes 800 for 8000 and Lebanon for Lithuania. Where the Arabic leaves no choice the
right words are put in, and the sentence stays marked as doubtful, with what was there before.
"""

from reader.translation.mending.names import mend_names
from reader.translation.mending.numbers import mend_numbers

__all__ = ["mend_names", "mend_numbers"]
