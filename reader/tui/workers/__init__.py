"""Threads that do the slow work and post messages; they never touch the screen.

Each is a daemon, so that it cannot keep the program alive, opens its own database, and ends when
it is told to stop.
"""
