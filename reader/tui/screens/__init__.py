"""Screens, one in each file."""
