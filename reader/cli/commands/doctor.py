"""`reader doctor`: is everything in place, and if not, what to do."""

import sys

import click

from reader.arabic.layout import visual_line
from reader.arabic.sanitise import safe
from reader.diagnosis import Finding, Level
from reader.diagnosis.data import (
    check_database,
    check_dictionaries,
    check_package,
    check_recogniser,
)
from reader.diagnosis.programs import check_extras, check_versions
from reader.diagnosis.screen import check_terminal
from reader.settings.files import read_settings
from reader.settings.paths import state_folder
from reader.terminal.printing import printing

TEST_LINE = "«السلام» (12) في 2026، NATO — لا بأس"
_MARKS = {Level.OK: "ok   ", Level.HINT: "hint ", Level.FAULT: "FAULT"}


@click.command("doctor", short_help="Check terminal, package, database and extras.")
def command() -> None:
    """Check everything the program needs; exit status 1 when something does not work."""
    settings = read_settings()
    findings: list[Finding] = []
    for check in (
        check_versions,
        lambda: check_terminal(settings.display.render),
        check_package,
        check_recogniser,
        check_dictionaries,
        check_database,
        check_extras,
    ):
        for finding in check():
            findings.append(finding)
            click.echo(f"{_MARKS[finding.level]} {finding.about}: {safe(finding.found)}")
            if finding.advice:
                click.echo(f"        {safe(finding.advice)}")
    with printing(settings.display.render, state_folder(), sys.stdout) as mode:
        line = visual_line(TEST_LINE, 60, render=mode)
        click.echo(f"      font: {line}")
    click.echo(
        "        This line must read from the right, letters joined. Boxes mean a font without"
        " Arabic letter forms: DejaVu Sans Mono has them. Reversed: run reader calibrate."
    )
    if any(finding.level is Level.FAULT for finding in findings):
        sys.exit(1)
