"""A copy of the code for mutmut to work in, one for each package, under `mutants/`."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import tomlkit

from tests.mutation.figures import KILLED, results

_MOST_MEMORY = 4 << 30  # bytes: a mutant whose loop never ends must not take the machine along
_CACHED = re.compile(r"^@(lru_cache\(.*\))\n(?=def (\w+)\()", re.MULTILINE)


@dataclass(frozen=True)
class Package:
    """What is mutated, and the tests that should notice: `[tool.mutation]` in pyproject.toml."""

    name: str
    mutate: tuple[str, ...]  # patterns of files
    tests: tuple[str, ...]  # arguments for pytest
    work: Path  # where the copy lies


def packages(root: Path) -> dict[str, Package]:
    """Return the packages that are mutated, by name."""
    table = _project(root)["tool"]["mutation"]["packages"]
    return {
        name: Package(name, tuple(one["mutate"]), tuple(one["tests"]), root / "mutants" / name)
        for name, one in table.items()
    }


def least_share(root: Path) -> float:
    """Return the share of mutants, in per cent, that must be killed."""
    return float(_project(root)["tool"]["mutation"]["least"])


def prepare(root: Path, package: Package, *, again: bool) -> None:
    """Bring the copy up to date; `again` keeps the verdicts on mutants that were killed.

    Files that did not change are not touched: mutmut then keeps their mutants.
    """
    work = package.work
    if not again:
        shutil.rmtree(work, ignore_errors=True)
    for source in sorted((root / "reader").rglob("*.py")):
        text = _without_decorators(source.read_text(encoding="utf-8"))
        _write(work / source.relative_to(root), text)
    for folder in ("tests", "seeds"):
        shutil.rmtree(work / folder, ignore_errors=True)
        shutil.rmtree(work / "mutants" / folder, ignore_errors=True)
    for tests in {argument.split("/")[1] for argument in package.tests}:
        shutil.copytree(root / "tests" / tests, work / "tests" / tests)
    shutil.copytree(root / "tests" / "mutation", work / "tests" / "mutation")
    for file in ("__init__.py", "conftest.py"):
        shutil.copy(root / "tests" / file, work / "tests" / file)
    shutil.copytree(root / "seeds", work / "seeds")
    project = _project(root)
    project["tool"]["mutmut"]["only_mutate"] = list(package.mutate)
    project["tool"]["mutmut"]["pytest_add_cli_args_test_selection"] = list(package.tests)
    _write(work / "pyproject.toml", tomlkit.dumps(project))
    (work / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)  # which test calls what
    for meta, data in results(work):
        verdicts = data["exit_code_by_key"]
        data["exit_code_by_key"] = {n: c if c in KILLED else None for n, c in verdicts.items()}
        meta.write_text(json.dumps(data), encoding="utf-8")


def run(package: Package) -> None:
    """Let mutmut try every mutant without a verdict, one at a time. Raises CalledProcessError."""
    limit = (_MOST_MEMORY, _MOST_MEMORY)
    subprocess.run(
        [Path(sys.executable).parent / "mutmut", "run", "--max-children", "1"],
        cwd=package.work,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit),
    )


def _without_decorators(source: str) -> str:
    """Cache functions at the end of their module: mutmut leaves decorated ones alone."""
    caches = "".join(f"{name} = {cache}({name})\n" for cache, name in _CACHED.findall(source))
    return _CACHED.sub("", source) + caches


def _project(root: Path) -> tomlkit.TOMLDocument:
    return tomlkit.parse((root / "pyproject.toml").read_text(encoding="utf-8"))


def _write(path: Path, text: str) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
