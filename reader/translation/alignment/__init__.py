"""Which English word stands for which Arabic word."""

from reader.translation.alignment.aligner import align

__all__ = ["align"]
