"""From logical text and embedding levels to clusters with their letter forms.

Shaping happens on logical text, before lines are broken and reordered (UAX #9, section 3.5), and
letters join only inside one embedding level. Runs of Arabic characters go to
`reader.arabic.word_shaping`; everything else becomes grapheme clusters here.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from reader.arabic.clusters import MOST_MARKS, Cluster, with_more
from reader.arabic.joining import ZWJ, joining_type
from reader.arabic.sanitise import BIDI_CONTROL_NAMES
from reader.arabic.width import drawn
from reader.arabic.word_shaping import shape_run

# Arabic letters, tatweel, marks and presentation forms, with the invisible characters that may
# stand between them. Digits, punctuation and signs never join, so they end a run.
_RUN = re.compile(
    "[\u0610-\u061a\u061c\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef"
    "\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u088f\u0897-\u08e1\u08e3-\u08ff"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc"
    "\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
)
_BADGE = re.compile(f"[{''.join(BIDI_CONTROL_NAMES)}]+")
_DOTTED_CIRCLE = "◌"  # carries a mark that has no base


def shape(text: str, levels: Sequence[int]) -> list[Cluster]:
    """Return the clusters of one sanitised paragraph in logical order.

    `levels` holds one embedding level for each code point. The clusters are contiguous and cover
    the text: each code point is in exactly one.
    """
    clusters: list[Cluster] = []
    position = 0
    for run in _RUN.finditer(text):
        _add_others(clusters, text, position, run.start())
        for start, end in _level_runs(text, levels, run.start(), run.end()):
            _add_run(clusters, text, levels, start, end)
        position = run.end()
    _add_others(clusters, text, position, len(text))
    return clusters


def unshaped(text: str) -> list[Cluster]:
    """Return the clusters of a sanitised paragraph without letter forms or levels.

    For terminals that do their own bidi: logical order, letters as they are.
    """
    clusters: list[Cluster] = []
    _add_others(clusters, text, 0, len(text))
    return clusters


def _level_runs(
    text: str, levels: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Cut a run where the level changes between two characters that can join.

    Transparent characters stay with what is before them: a mark or LRM between two letters has a
    level of its own at times, yet does not part them.
    """
    if len(set(levels[start:end])) > 1:
        level = None
        for i in range(start, end):
            if joining_type(text[i]) != "T":
                if level is not None and levels[i] != level:
                    yield start, i
                    start = i
                level = levels[i]
    yield start, end


def _add_run(
    clusters: list[Cluster], text: str, levels: Sequence[int], start: int, end: int
) -> None:
    run = text[start:end]
    first_drawn = next((i for i in range(start, end) if joining_type(text[i]) != "T"), start)
    lead, shaped = shape_run(run, bool(levels[first_drawn] & 1))
    for i in range(start, start + lead):
        _attach(clusters, text[i], i)
    for glyph, marks, width, first, last in shaped:
        clusters.append(Cluster(glyph, marks[:MOST_MARKS], width, start + first, start + last))


def _add_others(clusters: list[Cluster], text: str, start: int, end: int) -> None:
    i = start
    while i < end:
        character = text[i]
        kind, glyph, width = drawn(character)
        if character in BIDI_CONTROL_NAMES:
            run = _BADGE.match(text, i, end)
            after = run.end() if run else i + 1
            badge = _badge(text[i:after])
            clusters.append(Cluster(badge, "", len(badge), i, after))
            i = after
            continue
        if kind == "base":
            if clusters and clusters[-1].end == i and _continues_emoji(text, i, character):
                clusters[-1] = with_more(clusters[-1], i + 1)
            else:
                clusters.append(Cluster(glyph, "", width, i, i + 1))
        elif kind in ("space", "tab"):
            clusters.append(Cluster(glyph, "", width, i, i + 1, True))
        else:
            _attach(clusters, character, i)
        i += 1


def _attach(clusters: list[Cluster], character: str, i: int) -> None:
    """Give a mark or an invisible character to the cluster before it (rule L3)."""
    mark = character if drawn(character).kind == "mark" else ""
    has_base = bool(clusters) and clusters[-1].width > 0
    is_badge = has_base and clusters[-1].glyph[0] == "⟨" and len(clusters[-1].glyph) > 1
    is_tab = has_base and clusters[-1].glyph.isspace() and clusters[-1].width > 1
    if clusters and not (mark and (not has_base or is_badge or is_tab)):
        clusters[-1] = with_more(clusters[-1], i + 1, mark)
    elif mark:
        clusters.append(Cluster(_DOTTED_CIRCLE, mark, 1, i, i + 1))
    else:
        clusters.append(Cluster("", "", 0, i, i + 1))


def _continues_emoji(text: str, i: int, character: str) -> bool:
    """Tell whether ZWJ joins this symbol to the one before, so only the first is drawn."""
    return i > 1 and text[i - 1] == ZWJ and unicodedata.category(character) == "So"


def _badge(controls: str) -> str:
    """Return the visible name of adjacent bidi controls: `⟨RLO⟩`, `⟨RLEx5000⟩`, `⟨bidi x3⟩`."""
    names = {BIDI_CONTROL_NAMES[control] for control in controls}
    if len(controls) == 1:
        return f"⟨{names.pop()}⟩"
    return f"⟨{names.pop()}x{len(controls)}⟩" if len(names) == 1 else f"⟨bidi x{len(controls)}⟩"
