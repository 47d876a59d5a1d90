"""Annotations: their model, anchors, labels and the event log that is the truth."""
