"""Editing text that may be Arabic: a buffer in logical order, drawn by the layout."""
