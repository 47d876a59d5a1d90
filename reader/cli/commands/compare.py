"""`reader compare A B DOC`: how far two annotators agree, and deciding where they do not."""

import json
import sys

import click


@click.command("compare", short_help="Compare two annotators, decide where they differ.")
@click.argument("first")
@click.argument("second")
@click.argument("path", metavar="DOCUMENT", type=click.Path(readable=False))
@click.option("--annotator", metavar="NAME", help="Your name on decisions.")
@click.option("--print", "only_print", is_flag=True, help="Print the agreement, decide nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the agreement as JSON.")
def command(
    first: str,
    second: str,
    path: str,
    annotator: str | None,
    only_print: bool,
    as_json: bool,
) -> None:
    """Print Cohen's kappa on words and F1 on spans of two annotators of a document.

    In a terminal their disagreements are shown first, to be decided one by one; the decisions are
    annotations of your own.
    """
    from reader.annotations.agreement_report import as_data, differences
    from reader.cli.documents import read
    from reader.cli.screen import has_terminal, run_on_screen
    from reader.settings.files import read_settings
    from reader.settings.paths import database_path
    from reader.store.database import Database
    from reader.store.documents import DocumentStore
    from reader.store.following import follow
    from reader.tui.reading.adjudication import ADJUDICATOR, Adjudication, summary
    from reader.tui.services import real_services

    settings = read_settings()
    judge = annotator or settings.annotation.annotator or ADJUDICATOR
    with Database(database_path()) as database:
        document = read(path)
        DocumentStore(database).save(document)
        follow(database, document)
        work = Adjudication(database, document, first, second, judge)
        status = 0
        if has_terminal() and not only_print and not as_json:
            from reader.tui.screens.compare import CompareScreen

            status = run_on_screen(real_services(), settings, [], lambda: CompareScreen(work))
        agreement = work.agreement
        if as_json:
            click.echo(json.dumps(as_data(agreement, first, second), ensure_ascii=False))
        else:
            lines = differences(agreement, document, first, second)
            click.echo("\n".join([*summary(agreement), *lines]))
    sys.exit(status)
