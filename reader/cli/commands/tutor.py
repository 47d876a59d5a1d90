"""`reader tutor`: learn the keys in five minutes."""

import sys

import click


@click.command("tutor", short_help="Learn the keys in five minutes.")
def command() -> None:
    """Teach the keys on a short text; nothing of it is kept."""
    from reader.cli.screen import need_terminal, run_on_screen
    from reader.settings.files import read_settings
    from reader.tui.reading.article import Article
    from reader.tui.reading.options import page_options
    from reader.tui.screens.tutor import TutorScreen
    from reader.tui.tutor.services import lesson_document, lesson_services

    need_terminal("The tutor")
    settings = read_settings()
    options = page_options(settings)
    sys.exit(
        run_on_screen(
            lesson_services(),
            settings,
            [],
            lambda: TutorScreen(Article(lesson_document()), options),
        )
    )
