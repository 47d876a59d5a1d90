"""Each implementation as a function from a case to whether it passes."""

from collections.abc import Callable

from bidi import get_display

from reader.arabic.bidi import REMOVED_BY_X9, analyse, reorder, resolve_line
from tests.arabic.conformance.cases import OF_CLASS, Case
from tests.arabic.conformance.fribidi import Fribidi

_REMOVED = dict.fromkeys((ord(c) for name, c in OF_CLASS.items() if name in REMOVED_BY_X9), None)


def ours(case: Case) -> bool:
    """Compare paragraph level, levels after L1 and order of the engine."""
    base, levels, classes = analyse(case.text, case.base)
    if case.resolved_base is not None and base != case.resolved_base:
        return False
    line = resolve_line(levels, classes, base)
    kept = [i for i, level in enumerate(case.levels) if level is not None]
    if any(line[i] != case.levels[i] for i in kept):
        return False
    return tuple(kept[p] for p in reorder([line[i] for i in kept])) == case.order


def library_display(case: Case) -> bool:
    """Compare the order that python-bidi's own `get_display` gives, without X9's characters."""
    direction = None if case.base is None else "LR"[case.base]
    shown = get_display(case.text, base_dir=direction)
    expected = "".join(case.text[i] for i in case.order)
    return bool(shown.translate(_REMOVED) == expected.translate(_REMOVED))


def engines() -> dict[str, Callable[[Case], bool]]:
    """Return the implementations that can run here, by name."""
    found: dict[str, Callable[[Case], bool]] = {
        "reader.arabic.bidi (levels, order)": ours,
        "python-bidi get_display (order)": library_display,
    }
    if fribidi := Fribidi.load():
        found[f"libfribidi {fribidi.version} (levels, order)"] = fribidi.passes
    return found
