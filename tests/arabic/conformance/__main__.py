"""Prints cases, passes and share for each file and implementation; fails if ours is not 100 %."""

import sys

from tests.arabic.conformance.cases import EXPECTED_CASES, FILES
from tests.arabic.conformance.engines import engines, ours


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
    if failed:
        print("The engine does not conform to UAX #9.", file=sys.stderr)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
