"""`reader doctor`: is everything in place, and if not, what to do."""

import shutil
import sys
import textwrap

import click

from reader.arabic.layout import visual_line
from reader.arabic.sanitise import safe
from reader.cli.choices import check_keys, check_theme
from reader.cli.screen import terminal_colours
from reader.diagnosis import Finding, Level
from reader.diagnosis.choices import check_glossary, check_labels, check_translator
from reader.diagnosis.data import (
    check_annotations,
    check_database,
    check_dictionaries,
    check_recogniser,
    repair_annotations,
)
from reader.diagnosis.programs import check_extras, check_versions
from reader.diagnosis.screen import check_terminal
from reader.settings.files import read_settings
from reader.settings.paths import state_folder
from reader.terminal.printing import printing

TEST_LINE = "«السلام» (12) في 2026، NATO — لا بأس"
_WIDEST = 100  # columns
_MARKS = {Level.OK: "ok   ", Level.HINT: "hint ", Level.FAULT: "FAULT"}


@click.command("doctor", short_help="Check terminal, settings, package, database and extras.")
@click.option("--repair", is_flag=True, help="First bring annotations back from their log.")
def command(repair: bool) -> None:
    """Check everything the program needs; exit status 1 when something does not work."""
    if repair:
        click.echo(f"Annotations brought back: {repair_annotations()}.")
    settings = read_settings()
    findings: list[Finding] = []
    for check in (
        check_versions,
        lambda: check_terminal(settings.display.render),
        _colours,
        lambda: check_theme(settings.display.theme),
        lambda: check_keys(settings.keys),
        lambda: check_labels(settings.annotation.labels),
        lambda: check_translator(settings.translation.translator),
        check_glossary,
        check_recogniser,
        check_dictionaries,
        check_database,
        check_annotations,
        check_extras,
    ):
        for finding in check():
            findings.append(finding)
            click.echo(f"{_MARKS[finding.level]} {finding.about}: {safe(finding.found)}")
            _advise(finding.advice)
    with printing(settings.display.render, state_folder(), sys.stdout) as mode:
        line = visual_line(TEST_LINE, 60, render=mode)
        click.echo(f"      font: {line}")
    _advise(
        "This line must read from the right, letters joined. Boxes mean a font without Arabic"
        " letter forms: DejaVu Sans Mono has them. Reversed: run reader calibrate."
    )
    if any(finding.level is Level.FAULT for finding in findings):
        sys.exit(1)


def _colours() -> list[Finding]:
    colours = terminal_colours()
    if colours == "true":
        return [Finding("colours", Level.OK, "16 million")]
    advice = "If your terminal has all colours, set COLORTERM=truecolor."
    return [Finding("colours", Level.OK, f"{colours} (by TERM and COLORTERM)", advice)]


def _advise(advice: str) -> None:
    """Print what to do, wrapped to the terminal; a path is never broken."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    indent = " " * 8
    for line in textwrap.wrap(
        safe(advice),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        click.echo(line)
