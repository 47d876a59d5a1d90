"""The entity panel: names and numbers of an article, each once, with where it occurs."""

from dataclasses import dataclass
from typing import Any

from reader.arabic.layout import visual_line
from reader.arabic.normalise import normalise
from reader.tui.reading.article import Article
from reader.tui.screens.list_screen import ListScreen
from reader.tui.themes.palettes import KINDS
from reader.tui.widgets.bar import Piece
from reader.tui.widgets.legend import TITLES

Place = tuple[int, int, int]  # paragraph, start, end


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity: its commonest form, and every place it stands at."""

    label: str
    text: str
    english: str
    value: str
    places: tuple[Place, ...]


class EntityScreen(ListScreen[Place | None]):
    """Enter goes to the first occurrence; again, from the page with ]e, to the next."""

    SCOPES = ("entities",)
    TITLE_TEXT = "Names and numbers"
    EMPTY = " No names or numbers found."

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.all_rows = list(entity_rows(article))

    def orders(self) -> Any:
        """By how often, by kind, by first place."""
        return (
            ("count", lambda row: -len(row.places)),
            ("kind", lambda row: (list(TITLES).index(row.label), -len(row.places))),
            ("place", lambda row: row.places[0]),
        )

    def draw(self, row: Any, width: int) -> list[Piece]:
        """Return an entity's line: count, kind, English form or value, Arabic form."""
        english = row.english or row.value
        room = max(2, (width - 22) // 2)
        return [
            Piece(f" {len(row.places):>4}  ", "muted"),
            Piece(f"{TITLES[row.label]:<13}", f"kind-{KINDS[row.label]}"),
            Piece(visual_line(english, room, base=0)),
            Piece(visual_line(row.text, room, base=1)),
        ]

    def searchable(self, row: Any) -> str:
        """Filter by kind and by either form."""
        return f"{TITLES[row.label]} {row.text} {row.english} {row.value}"

    def on_row_list_chosen(self, event: Any) -> None:
        """Go to the first occurrence."""
        self.dismiss(event.row.places[0])


def entity_rows(article: Article) -> list[EntityRow]:
    """Return an article's entities; spellings that fold to the same base form are one."""
    groups: dict[tuple[str, str], list[tuple[Any, Place]]] = {}
    for paragraph in sorted(article.entities):
        for entity in article.entities[paragraph]:
            key = normalise(entity.base or entity.text)
            place = (paragraph, entity.start, entity.end)
            groups.setdefault((entity.label.value, key), []).append((entity, place))
    rows = []
    for (label, _), members in groups.items():
        texts = [entity.text for entity, _ in members]
        rows.append(
            EntityRow(
                label,
                max(set(texts), key=lambda text: (texts.count(text), -texts.index(text))),
                next((e.english for e, _ in members if e.english), ""),
                next((e.value for e, _ in members if e.value), ""),
                tuple(place for _, place in members),
            )
        )
    return rows
