"""Exports: one file for each format."""
