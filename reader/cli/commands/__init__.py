"""Subcommands: `reader NAME` is `NAME.py` here, with its click command in `command`."""
