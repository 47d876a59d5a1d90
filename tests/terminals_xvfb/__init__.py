"""Real terminals under Xvfb: is what they show what was laid out?

`python -m tests.terminals_xvfb` runs xterm and a VTE terminal and compares pixels.
"""
