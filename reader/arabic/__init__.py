"""Arabic text: pure functions from logical text to cells."""
