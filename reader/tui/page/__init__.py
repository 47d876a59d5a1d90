"""A bilingual page: passages laid out in two columns, painted as runs of named styles.

Nothing here knows Textual, so that `reader show` prints the same page the screen draws.
"""
