"""Make assets/lookup/frequency.txt.xz: the most frequent words of Arabic text, folded.

    python -m training.frequency FILE…

Each FILE is plain UTF-8 text. Only the list is kept, none of the text.
"""

import lzma
import re
import sys
from collections import Counter
from pathlib import Path

from reader.arabic.normalise import normalise
from reader.assets import asset_path

WORDS = 30_000
_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")


def most_frequent(lines: list[str], count: int = WORDS) -> list[str]:
    """Return the `count` most frequent folded words, ties in alphabetical order."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(_WORD.findall(normalise(line)))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [word for word, _ in ordered[:count]]


if __name__ == "__main__":
    text = [ln for name in sys.argv[1:] for ln in Path(name).read_text("utf-8").splitlines()]
    target = asset_path("lookup/frequency.txt.xz")
    target.parent.mkdir(parents=True, exist_ok=True)
    packed = lzma.compress("\n".join(most_frequent(text)).encode(), preset=9)
    target.write_bytes(packed)
    print(f"{WORDS} words, {len(packed) / 1000:.0f} kB")
