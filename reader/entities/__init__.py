"""Names, dates and numbers in a paragraph."""

from reader.entities.analysis import analyse, analyser_id
from reader.entities.legend import LEGEND, LegendEntry
from reader.entities.model import Entity, Label

__all__ = ["LEGEND", "Entity", "Label", "LegendEntry", "analyse", "analyser_id"]
