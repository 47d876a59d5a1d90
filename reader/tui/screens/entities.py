"""The entity panel: names and numbers of an article, each once, with how often it occurs."""

from typing import Any

from reader.entities.linking import LinkedEntity, link
from reader.tui.drawing import visual_line
from reader.tui.reading.article import Article
from reader.tui.screens.list_screen import ListScreen
from reader.tui.themes.palettes import KINDS
from reader.tui.widgets.bar import Piece
from reader.tui.widgets.legend import TITLES


class EntityScreen(ListScreen[LinkedEntity | None]):
    """Gives back the entity whose occurrences are wanted."""

    SCOPES = ("entities",)
    TITLE_TEXT = "Names and numbers"
    EMPTY = " No names or numbers found."

    def __init__(self, article: Article) -> None:
        super().__init__()
        total = len(article.document.paragraphs)
        found = [article.entities.get(n, []) for n in range(total)]
        from reader.translation.projection import english_forms

        english = [
            english_forms(found[n], article.translations[n])
            if n in article.translations
            else [""] * len(found[n])
            for n in range(total)
        ]
        self.all_rows = list(link(found, english, numbers=True))

    def orders(self) -> Any:
        """By how often, by kind, by first place."""
        return (
            ("count", lambda row: -row.count),
            ("kind", lambda row: (list(TITLES).index(row.label), -row.count)),
            ("place", lambda row: (row.occurrences[0].paragraph, row.occurrences[0].start)),
        )

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return an entity's line: count, kind, English form or value, Arabic form."""
        room = max(2, (width - 22) // 2)
        return [
            Piece(f" {row.count:>4}  ", "muted"),
            Piece(f"{TITLES[row.label]:<13}", f"kind-{KINDS[row.label]}"),
            Piece(visual_line(row.english or row.value, room, base=0)),
            Piece(visual_line(row.name, room, base=1)),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by kind and by any of its forms."""
        forms = " ".join(form for form, _ in row.forms)
        return f"{TITLES[row.label]} {row.name} {row.english} {row.value} {forms}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Give the entity back."""
        self.dismiss(event.row)
