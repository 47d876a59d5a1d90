"""What the labels look like: a colour role, an underline that tells them apart without colour."""

from dataclasses import dataclass
from typing import Literal

from reader.entities.model import Label

Underline = Literal["single", "double", "curly", "dotted", "dashed", "none"]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """How a label is shown; `role` names a colour that each theme defines."""

    label: Label
    role: str  # "entity.person", ...
    underline: Underline
    bold: bool
    name: str  # for menus
    description: str  # one phrase for the legend


def _entry(
    label: Label,
    role: str,
    underline: Underline,
    name: str,
    description: str,
    *,
    bold: bool = False,
) -> LegendEntry:
    return LegendEntry(label, f"entity.{role}", underline, bold, name, description)


# names carry solid lines, numbers broken ones; bold separates the kinds that share a line
LEGEND: dict[Label, LegendEntry] = {
    entry.label: entry
    for entry in (
        _entry(Label.PER, "person", "single", "Person", "people, by full name or surname"),
        _entry(Label.LOC, "place", "double", "Place", "countries, cities, regions, seas"),
        _entry(Label.ORG, "organisation", "curly", "Organisation", "bodies, companies, parties"),
        _entry(Label.NORP, "group", "single", "Group", "nationalities, religions", bold=True),
        _entry(Label.FAC, "facility", "double", "Facility", "buildings, airports", bold=True),
        _entry(Label.EVENT, "event", "curly", "Event", "wars, tournaments, summits", bold=True),
        _entry(Label.MISC, "other", "none", "Other name", "names of other kinds", bold=True),
        _entry(Label.DATE, "date", "dashed", "Date", "days, years, periods"),
        _entry(Label.TIME, "time", "dashed", "Time", "times of day, hours", bold=True),
        _entry(Label.MONEY, "money", "dotted", "Money", "sums with their currency", bold=True),
        _entry(Label.PERCENT, "percent", "dotted", "Percent", "shares of a hundred"),
        _entry(Label.QUANTITY, "quantity", "dotted", "Quantity", "measures with their unit"),
        _entry(Label.ORDINAL, "ordinal", "none", "Ordinal", "first, second, third"),
        _entry(Label.CARDINAL, "cardinal", "none", "Number", "counts, ranges, multiples"),
    )
}
