"""Annotations: their model, anchors, labels and the event log that is the truth."""

from reader.annotations.anchor import Anchor, TargetAnchor, make_anchor, make_target_anchor
from reader.annotations.labels import LabelDefinition, LabelSet, load_labels
from reader.annotations.model import Annotation, Relation, new_annotation, new_relation

__all__ = [
    "Anchor",
    "Annotation",
    "LabelDefinition",
    "LabelSet",
    "Relation",
    "TargetAnchor",
    "load_labels",
    "make_anchor",
    "make_target_anchor",
    "new_annotation",
    "new_relation",
]
