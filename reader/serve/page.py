"""The browser's page: textual-serve's own, without what it would fetch from the network.

Its addresses are made relative to the one that the browser asked: the one the server listens on
may be no address at all for another machine (0.0.0.0).
"""

import re
from importlib.resources import files
from pathlib import Path

PAGE = "app_index.html"
_OUTSIDE_LINK = re.compile(r"<link\b[^>]*href=\"https?://[^>]*>", re.DOTALL)
# textual-serve asks for Roboto Mono, which has no Arabic: a font of the machine that has each
# letter form in one cell goes by its name instead
_FONT = """
      @font-face {
        font-family: "Roboto Mono";
        src: local("DejaVu Sans Mono"), local("DejaVuSansMono");
      }"""
_STATIC = "{{ config.static.url }}"
_SOCKET = 'data-session-websocket-url="{{ app_websocket_url }}"'
# runs before the page's own script, which waits for the whole page
_ASKED = """<script>
      document.getElementById("terminal").dataset.sessionWebsocketUrl =
        window.location.origin.replace(/^http/, "ws") + "/ws";
    </script>
  </body>"""
_OUTSIDE = re.compile(r"(?:src|href)=\"(?:https?:)?//")


def offline_page(page: str) -> str:
    """Return the page without links to other hosts, with a font that has Arabic.

    Raises ValueError when something that points outside is left: an article must not be read
    over anybody's shoulder because a library changed its page.
    """
    cleaned = page.replace(_STATIC, "/static/").replace(_SOCKET, "").replace("</body>", _ASKED)
    cleaned = _OUTSIDE_LINK.sub("", cleaned).replace("<style>", f"<style>{_FONT}", 1)
    if _OUTSIDE.search(cleaned):
        raise ValueError("the page of this version of textual-serve fetches from other hosts")
    return cleaned


def write_templates(folder: Path) -> None:
    """Write textual-serve's page, made offline, into a folder of templates."""
    page = (files("textual_serve") / "templates" / PAGE).read_text(encoding="utf-8")
    (folder / PAGE).write_text(offline_page(page), encoding="utf-8")
