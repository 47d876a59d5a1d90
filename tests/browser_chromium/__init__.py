"""A check of its own (`make check-browser`): the reader in a real browser. Needs Chromium."""
