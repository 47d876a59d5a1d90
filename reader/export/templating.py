"""Jinja2 templates of the Markdown and HTML exports; the user's own take precedence.

A file of the same name in `templates/` of the settings folder replaces ours: `notes.md.j2` or
`bilingual.html.j2`. Everything is escaped for HTML; `md` escapes for Markdown.
"""

import re
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reader.arabic.sanitise import sanitise
from reader.errors import ExchangeError
from reader.settings.paths import config_folder

OWN = Path(__file__).parent / "templates"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|!~$&])")
_LIST = re.compile(r"^(\d+(?=\.)|(?=[-+=]))")  # a digit cannot be escaped, its dot can


def render(name: str, values: Mapping[str, Any]) -> str:
    """Return a template filled in. Raises ExchangeError for a fault in a user's template."""
    import jinja2
    import jinja2.sandbox

    folder = config_folder() / "templates"
    # the user's own template is still only a template: it gets data, and no way out of it
    environment = jinja2.sandbox.SandboxedEnvironment(
        loader=jinja2.FileSystemLoader([folder, OWN]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["md"] = markdown
    environment.filters["clean"] = sanitise
    try:
        return environment.get_template(name).render(values)
    except Exception as error:
        # an expression of the user's may raise whatever Python can
        fault = isinstance(error, jinja2.TemplateError | OSError | UnicodeDecodeError)
        if not fault and not (folder / name).is_file():
            raise
        line = _line(error, folder)
        place = f", line {line}" if line else ""
        reason = str(error) or type(error).__name__
        raise ExchangeError(
            f"The template {name} in {folder} does not work{place}: {reason}."
        ) from error


def _line(error: Exception, folder: Path) -> int | None:
    """Return the line of a template in the folder that an error came from, None if unknown."""
    if isinstance(line := getattr(error, "lineno", None), int):
        return line
    # Jinja2 gives its frames the templates' names and lines
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno for f in reversed(frames) if Path(f.filename).parent == folder), None)


def markdown(text: str) -> Any:
    """Return a text in which nothing is Markdown or HTML, on one line."""
    from markupsafe import Markup

    line = " ".join(sanitise(text).split())
    return Markup(_LIST.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", line)))
