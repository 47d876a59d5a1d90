"""What `reader doctor` looks at: each check gives a line that says what to do."""

from reader.diagnosis.finding import Finding, Level

__all__ = ["Finding", "Level"]
