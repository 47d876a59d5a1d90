"""The conformance files of UAX #9, run against the engine and against other implementations.

`python -m tests.arabic.conformance` prints the report.
"""
