"""Names and numbers of one paragraph in one list without overlaps."""

from collections.abc import Iterable

from reader.entities.model import Entity, Label

_LIKE_NAMES = frozenset({"ألفين", "الفين"})
_YIELDING = frozenset({Label.ORDINAL, Label.CARDINAL})


def merge(names: Iterable[Entity], numbers: Iterable[Entity]) -> list[Entity]:
    """Return both, sorted by start, never overlapping.

    Dates, times, money, percents and measures win over a name that shares characters with them,
    unless the name wholly contains them and more (حركة 6 أبريل). Names win over ordinals and plain
    numbers (عبدالله الثاني, مجموعة العشرين). Among names the earlier one stays, at one start the
    longer. «ألفين» before a person is Alvin, no two thousand.
    """
    names = sorted(names, key=lambda entity: (entity.start, -entity.end))
    numbers = sorted(numbers, key=lambda entity: entity.start)
    kept_names: list[Entity] = []
    first = 0
    end = 0
    for name in names:
        if name.start < end:
            continue
        while first < len(numbers) and numbers[first].end <= name.start:
            first += 1
        at = first
        beaten = False
        while at < len(numbers) and numbers[at].start < name.end:
            beaten = beaten or not _name_wins(name, numbers[at])
            at += 1
        if not beaten:
            kept_names.append(name)
            end = name.end
    merged = list(kept_names)
    at = 0
    for number in numbers:
        while at < len(kept_names) and kept_names[at].end <= number.start:
            at += 1
        free = at == len(kept_names) or kept_names[at].start >= number.end
        if free and not (at < len(kept_names) and _is_given_name(number, kept_names[at])):
            merged.append(number)
    return sorted(merged, key=lambda entity: entity.start)


def _is_given_name(number: Entity, after: Entity) -> bool:
    """Tell whether a number spelt like a given name stands right before the rest of the name."""
    adjacent = after.start == number.end + 1  # a space
    return number.text in _LIKE_NAMES and adjacent and after.label is Label.PER


def _name_wins(name: Entity, number: Entity) -> bool:
    if number.label in _YIELDING:
        return True
    contains = name.start <= number.start and number.end <= name.end
    return contains and name.end - name.start > number.end - number.start


def with_known(recognised: Iterable[Entity], known: Iterable[Entity]) -> list[Entity]:
    """Join the model's names with those of the lists, sorted and apart.

    A listed name is taken where the model has none; where it shares characters with a name of the
    model, it replaces that name only if it is no place and settles another label (داعش), has three
    words or more (حلف شمال الأطلسي), or the model cut it in two or out of step. The model knows
    better where a place stands for a club, and how much of قطاع غزة its corpora call the name.
    """
    names = sorted(recognised, key=lambda entity: entity.start)
    lost: set[int] = set()
    kept: list[Entity] = []
    first = 0
    for listed in sorted(known, key=lambda entity: entity.start):
        while first < len(names) and names[first].end <= listed.start:
            first += 1
        over = []
        at = first
        while at < len(names) and names[at].start < listed.end:
            over.append(at)
            at += 1
        if all(_gives_way(names[n], listed, alone=len(over) == 1) for n in over):
            lost.update(over)
            kept.append(listed)
    kept += [name for n, name in enumerate(names) if n not in lost]
    return _apart(kept)


def _gives_way(name: Entity, listed: Entity, *, alone: bool) -> bool:
    """Tell whether a name of the model gives way to a listed one that overlaps it."""
    if _contains(name, listed) and not _same(name, listed):
        return False
    if not _contains(listed, name):
        return True  # each has words of its own: the model's span is out of step
    words = listed.text.count(" ") + 1
    settles = listed.label is not Label.LOC and listed.label is not name.label
    return settles or words > 2 or not alone


def _contains(name: Entity, other: Entity) -> bool:
    return name.start <= other.start and other.end <= name.end


def _same(name: Entity, other: Entity) -> bool:
    return (name.start, name.end) == (other.start, other.end)


def _apart(names: list[Entity]) -> list[Entity]:
    """Keep the longer of two names that overlap."""
    found: list[Entity] = []
    for name in sorted(names, key=lambda entity: (entity.start, -entity.end)):
        if found and name.start < found[-1].end:
            if name.end - name.start > found[-1].end - found[-1].start:
                found[-1] = name
            continue
        found.append(name)
    return found
