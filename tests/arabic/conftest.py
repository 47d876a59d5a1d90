"""Hypothesis profiles: READER_HYPOTHESIS_PROFILE=ci or long; `quick` without it.

The main property, one cell for each offset, gets ten times the examples: 2,500, 20,000, 200,000.
"""

import os

from hypothesis import HealthCheck, settings

for _name, _examples in (("quick", 250), ("ci", 2_000), ("long", 20_000)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        deadline=None,  # no timed assertions
        derandomize=_name != "long",  # a check must not fail by chance; the long one explores
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("READER_HYPOTHESIS_PROFILE", "quick"))
