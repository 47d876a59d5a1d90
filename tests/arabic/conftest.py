"""Hypothesis profiles: READER_HYPOTHESIS_PROFILE=ci (20,000 examples) or long (200,000)."""

import os

from hypothesis import HealthCheck, settings

for _name, _examples in (("quick", 250), ("ci", 20_000), ("long", 200_000)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        deadline=None,  # no timed assertions
        derandomize=_name == "quick",
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("READER_HYPOTHESIS_PROFILE", "quick"))
