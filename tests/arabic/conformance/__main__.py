"""Prints cases, passes and share for each file and implementation; fails if ours is not 100 %."""

import random
import sys

from reader.arabic.bidi import analyse, mirror, reorder, resolve_line
from tests.arabic.conformance.cases import EXPECTED_CASES, FILES
from tests.arabic.conformance.engines import engines, ours
from tests.arabic.conformance.fribidi import Fribidi

_RANDOM_LINES = 50_000
_LONGEST = 30
_ALPHABET = "abابجד  123١٢۳()[]{}<>«»‹›.,:;!?-+/%$#&*=\"'،؟٪٫"


def drawn_by_us(text: str, base: int) -> str:
    """Return a line in visual order, mirrored."""
    _, levels, classes = analyse(text, base)
    line = resolve_line(levels, classes, base)
    return "".join(mirror(text[i]) if line[i] & 1 else text[i] for i in reorder(line))


def drawn_by_fribidi(fribidi: Fribidi, text: str, base: int) -> str:
    """Return the same line as libfribidi has it."""
    _, levels, order = fribidi.analyse(text, base)
    return "".join(fribidi.mirror(text[i]) if levels[i] & 1 else text[i] for i in order)


def random_lines(fribidi: Fribidi) -> bool:
    """Print how many random lines of brackets, numbers and signs are drawn alike."""
    source = random.Random(1)
    same = 0
    for _ in range(_RANDOM_LINES):
        text = "".join(source.choices(_ALPHABET, k=source.randrange(1, _LONGEST)))
        base = source.randrange(2)
        same += drawn_by_us(text, base) == drawn_by_fribidi(fribidi, text, base)
    print(
        f"| random brackets and numbers | reader.arabic.bidi = libfribidi {fribidi.version} "
        f"(order, mirroring) | {_RANDOM_LINES:,} | {same:,} | {100 * same / _RANDOM_LINES:.2f} % |"
    )
    return same == _RANDOM_LINES


def main() -> int:
    """Run every implementation over both files."""
    failed = False
    print("| file | implementation | cases | passes | share |")
    print("|---|---|--:|--:|--:|")
    for file, cases in FILES.items():
        known = engines()
        passes = dict.fromkeys(known, 0)
        count = 0
        for case in cases():
            count += 1
            for name, passes_case in known.items():
                passes[name] += passes_case(case)
        for name, good in passes.items():
            print(f"| {file} | {name} | {count:,} | {good:,} | {100 * good / count:.2f} % |")
            failed |= known[name] is ours and good != EXPECTED_CASES[file]
    if fribidi := Fribidi.load():
        failed |= not random_lines(fribidi)
    if failed:
        print("The engine does not conform to UAX #9.", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
