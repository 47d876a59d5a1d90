"""Colours: palettes as data, and how style names become terminal styles."""
