"""`make mutation`: mutants of each package, and how many its own tests kill.

    python -m tests.mutation                 everything, from scratch
    python -m tests.mutation arabic          one package
    python -m tests.mutation --again         only what was not killed the last time
    python -m tests.mutation --report        the figures of the last run

Exit status 1 where fewer are killed than pyproject.toml asks for. What a survivor changes:
`cd mutants/arabic`, then `../../.venv/bin/mutmut show NAME`.
"""

import argparse
import sys
from pathlib import Path

from tests.mutation.figures import Figures, figures_of, files_of
from tests.mutation.workspace import Package, least_share, packages, prepare, run

_ROOT = Path(__file__).parents[2]


def main() -> int:
    """Run and report; return the exit status."""
    known = packages(_ROOT)
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=", ".join(known))
    parser.add_argument("--again", action="store_true", help="only what was not killed")
    parser.add_argument("--report", action="store_true", help="run nothing")
    wanted = parser.parse_args()
    if unknown := set(wanted.packages) - set(known):
        parser.error(f"no such package: {', '.join(sorted(unknown))}")
    chosen = [known[name] for name in wanted.packages or known]
    if not wanted.report:
        for package in chosen:
            prepare(_ROOT, package, again=wanted.again)
            run(package)
    return report(chosen, least_share(_ROOT))


def report(chosen: list[Package], least: float) -> int:
    """Print a table of files, a line of each package, and say whether all have their share."""
    print("| package | file | mutants | killed | survived | no test | timeout | killed % |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    enough = True
    for package in chosen:
        total = Figures()
        for file, figures in files_of(package.work).items():
            print(_row(package.name, file, figures))
            total += figures
        print(_row(f"**{package.name}**", "**all**", total))
        enough = enough and total.share >= least and not total.unchecked
    for package in chosen:
        total = figures_of(package.work)
        print(f"{package.name}: {total.share:.1f} % of {total.mutants} mutants killed", end="")
        print(f", {total.unchecked} not tried" if total.unchecked else "")
    return 0 if enough else 1


def _row(package: str, file: str, f: Figures) -> str:
    cells = (f.mutants, f.killed, f.survived, f.no_test, f.timeout, f"{f.share:.1f}")
    return f"| {package} | {file} | {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(main())
