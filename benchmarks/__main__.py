"""Run every benchmark and write docs/benchmarks.md: `python -m benchmarks [NAME…]`.

A benchmark is a module here that prints Markdown when run; it runs in a process of its own, so
that none warms another's caches or counts another's memory.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "benchmarks.md"


def names() -> list[str]:
    """Return the benchmarks' names, sorted."""
    return sorted(m.name for m in iter_modules([str(ROOT / "benchmarks")]) if m.name[0] != "_")


def main(wanted: list[str]) -> int:
    """Run the benchmarks and write the page; return 1 when one of them failed."""
    machine = f"{os.cpu_count()} CPU cores, {platform.system()}, Python {platform.python_version()}"
    parts = [f"# Benchmarks\n\nWritten by `make bench` on {machine}."]
    failed = 0
    for name in wanted or names():
        print(f"benchmarks.{name} …", file=sys.stderr)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            failed = 1
            print(done.stderr, file=sys.stderr)
            continue
        parts.append(done.stdout.strip())
    if wanted:
        print("\n\n".join(parts[1:]))
    else:
        TARGET.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
