"""A window with one VTE terminal: `python3 vte_host.py COLUMNS ROWS FONT COMMAND…`.

Runs under the system's Python, which has the GTK bindings (Debian: python3-gi, gir1.2-vte-2.91).
"""

import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Vte", "2.91")
from gi.repository import GLib, Gtk, Pango, Vte  # noqa: E402


def main() -> None:
    """Show the terminal until its command ends."""
    columns, rows, font, *command = sys.argv[1:]
    window = Gtk.Window()
    terminal = Vte.Terminal()
    terminal.set_font(Pango.FontDescription(font))
    terminal.set_size(int(columns), int(rows))
    terminal.set_cursor_blink_mode(Vte.CursorBlinkMode.OFF)
    terminal.set_scrollback_lines(0)
    terminal.connect("child-exited", lambda *_: Gtk.main_quit())
    terminal.spawn_async(
        Vte.PtyFlags.DEFAULT,
        str(Path.cwd()),
        command,
        None,
        GLib.SpawnFlags.DEFAULT,
        None,
        None,
        -1,
        None,
        None,
    )
    window.add(terminal)
    window.show_all()
    Gtk.main()


main()
