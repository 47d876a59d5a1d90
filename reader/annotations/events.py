"""The event log in memory: what happened, replay to the present state, and its reversal.

The log is the truth; every table of annotations can be made again from it. Events of one action
of the user share a group, so that one keystroke is one step of undo.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

from reader.annotations.codec import Subject
from reader.annotations.model import Annotation, Relation

Action = Literal["create", "change", "delete", "relate", "unrelate", "reanchor"]
# what a group of events is: an action, its undoing, its redoing, or the program following a
# changed file, which is no step of undo
GroupKind = Literal["do", "undo", "redo", "follow"]


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one annotation or relation: before (None: new) and after (None: gone)."""

    seq: int
    group: int
    action: Action
    before: Subject | None
    after: Subject | None
    annotator: str
    time: str

    @property
    def subject_id(self) -> str:
        """The id of the annotation or relation."""
        subject = self.after or self.before
        assert subject is not None
        return subject.id


@dataclass(frozen=True, slots=True)
class Step:
    """What an undo or redo did: its title, and the annotations it touched as they are now."""

    title: str
    documents: tuple[str, ...]
    changed: tuple[str, ...]  # ids of annotations that are new or different
    removed: tuple[str, ...]  # ids of annotations that are gone
    skipped: int = 0  # changes left out because somebody else removed what they belong to


def replay(events: Iterable[Event]) -> dict[str, Subject]:
    """Return what is there after all events, by id."""
    state: dict[str, Subject] = {}
    for event in events:
        if event.after is None:
            state.pop(event.subject_id, None)
        else:
            state[event.subject_id] = event.after
    return state


def patch(
    current: Subject | None, before: Subject | None, after: Subject | None
) -> tuple[bool, Subject | None]:
    """Repeat a change from `before` to `after` on what is there now.

    Only the fields that the change touched are set, so that what others did meanwhile stays.
    Returns (True, new state), or (False, current) when the change has nothing to act on. Swap
    before and after to undo.
    """
    if before is None:
        return (current is None, after if current is None else current)
    if after is None:
        return (current is not None, None)
    if current is None:
        return (False, None)
    new = replace(current, **differing(before, after))
    return (new != current, new)


def differing(before: Subject, after: Subject) -> dict[str, Any]:
    """Return the fields of `after` that differ from `before`; `modified` does not count."""
    return {
        f.name: getattr(after, f.name)
        for f in fields(after)
        if f.name != "modified" and getattr(before, f.name) != getattr(after, f.name)
    }


def action_of(before: Subject | None, after: Subject | None) -> Action:
    """Name the change from `before` to `after`."""
    if isinstance(before or after, Relation):
        return "unrelate" if after is None else "relate"
    if before is None:
        return "create"
    if after is None:
        return "delete"
    assert isinstance(before, Annotation)
    return "reanchor" if before.document != after.document else "change"
