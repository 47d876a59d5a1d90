"""Numbers of things in sentences."""


def counted(number: int, noun: str) -> str:
    """Return "1 file" or "1,024 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
