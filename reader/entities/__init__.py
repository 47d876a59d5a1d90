"""Names, dates and numbers in a paragraph.

`analyse` (reader.entities.analysis) finds them; it is not imported here, because the grammar of
numbers takes a while to compile and the screen needs only the data classes to start.
"""

from reader.entities.legend import LEGEND, LegendEntry
from reader.entities.model import Entity, Label

__all__ = ["LEGEND", "Entity", "Label", "LegendEntry"]
