"""`reader serve [PATH…]`: read in a browser on this machine."""

import os
import shlex
import tempfile
from importlib.util import find_spec
from pathlib import Path

import click

from reader import child
from reader.errors import ReaderError
from reader.extras import install_command

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@click.command("serve", short_help="Read in a browser on this machine.")
@click.argument("paths", nargs=-1, type=click.Path(readable=False))
@click.option("--host", default="localhost", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port to listen on.",
)
@click.option(
    "--allow-network", is_flag=True, help="Listen on other addresses too; there is no password."
)
def command(paths: tuple[str, ...], host: str, port: int, allow_network: bool) -> None:
    """Serve the reading screens to a browser, by default to this machine alone."""
    if find_spec("textual_serve") is None:
        raise ReaderError(
            f"Reading in a browser needs textual-serve: {install_command('textual-serve>=1.1.3')}"
        )
    if host not in _THIS_MACHINE and not allow_network:
        raise ReaderError(
            f"{host} can be reached by others, who would read and write as you: "
            "add --allow-network if you mean it."
        )
    from textual_serve.server import Server

    from reader.cli.documents import to_open
    from reader.serve.page import write_templates

    if paths:
        to_open(paths)  # says now what is wrong with them
    # a browser's terminal does no bidi of its own: it gets visual order and letter forms
    program = child.command("reader", "open", "--render", "app", *paths)
    os.environ.update(child.import_path(os.environ))  # the server hands its own on
    with tempfile.TemporaryDirectory() as templates:
        write_templates(Path(templates))
        server = Server(
            shlex.join(program),
            host=host,
            port=port,
            title="reader",
            public_url=f"http://{f'[{host}]' if ':' in host else host}:{port}",  # to be told
            templates_path=templates,
        )
        try:
            server.serve()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ReaderError(
                f"The reader cannot listen on {host}:{port} ({reason}): "
                "choose another --port or --host."
            ) from error
