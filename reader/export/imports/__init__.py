"""Annotations from files of this and other programs; one file for each format."""
