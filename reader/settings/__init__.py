"""Settings, and where the program keeps its files."""
