"""Words: dictionaries, analyses, transliteration."""
