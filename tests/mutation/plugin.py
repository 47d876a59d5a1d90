"""A pytest plugin for mutmut's runs: fewer examples, fast tests first, no call overlooked.

mutmut tries a mutant with the tests that call its function, as seen in one run of all tests. Two
kinds of calls escape it: those at import, which belong to no test and so to every one, and those
that a cache of an earlier test answers.
"""

import os
import sys

import pytest
from hypothesis import HealthCheck, Phase, settings
from mutmut.state import state

settings.register_profile(
    "mutation",
    max_examples=10,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),  # any failure will do, none is shown to anybody
    suppress_health_check=[HealthCheck.too_slow],
)
_called_at_import: set[str] = set()


def _is_watching() -> bool:
    return os.environ.get("MUTANT_UNDER_TEST") == "stats"


def pytest_sessionstart() -> None:
    """Load the profile after every conftest loaded its own."""
    settings.load_profile("mutation")


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """End at once where a mutant keeps a module from being imported: as good as a failed test."""
    if report.failed and "__mutmut_" in os.environ.get("MUTANT_UNDER_TEST", ""):
        os._exit(pytest.ExitCode.TESTS_FAILED)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let fast tests have the first try: one failure decides."""
    seconds = state().duration_by_test
    items.sort(key=lambda item: seconds.get(item.nodeid, 0.0))


def pytest_collection_finish() -> None:
    """Remember what importing the code and the tests has called."""
    if _is_watching():
        _called_at_import.update(state()._stats)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Empty the caches, so that each test makes its own calls."""
    if _is_watching():
        for name, module in list(sys.modules.items()):
            if name.startswith("reader."):
                for value in list(vars(module).values()):
                    if hasattr(value, "cache_clear"):
                        value.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Count the calls at import for every test."""
    if _is_watching():
        state()._stats.update(_called_at_import)
