"""The order of annotations in the text."""

import re

from reader.annotations.model import Annotation

_PLACE = re.compile(r"p(\d+)-")


def paragraph_place(paragraph_id: str) -> int:
    """Return the place that a paragraph id names (see documents.model.paragraph_id), or -1."""
    match = _PLACE.match(paragraph_id)
    return int(match[1]) if match else -1


def text_order(annotation: Annotation) -> tuple[int, int, int, str, str]:
    """Sort key: paragraph, start, longer first (outer before inner), then age."""
    anchor = annotation.anchor
    return (
        paragraph_place(anchor.paragraph_id),
        anchor.start,
        -anchor.end,
        annotation.created,
        annotation.id,
    )
