"""Widgets, one in each file. Strings of a document reach them with markup off."""
