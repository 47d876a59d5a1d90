"""A killed program loses at most the action in flight; `make crash-check` kills 200 times."""

from tests.store.crash_check import run


def test_killed_annotator_loses_nothing_that_was_acknowledged():
    figures = run(10)
    assert figures["kills"] == 10
    assert figures["acknowledged"] >= 10
    assert not any(figures[name] for name in ("lost", "corrupt", "disagree", "too_many"))
