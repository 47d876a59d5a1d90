"""Every case of BidiTest.txt and BidiCharacterTest.txt (UAX #9). A missing file is a failure."""

from itertools import islice

import pytest

from tests.arabic.conformance.cases import EXPECTED_CASES, FILES
from tests.arabic.conformance.engines import ours

_SHARES = 2  # so that several processes can share the work


@pytest.mark.parametrize("share", range(_SHARES))
@pytest.mark.parametrize("file", FILES)
def test_conforms(file: str, share: int) -> None:
    count = 0
    for case in islice(FILES[file](), share, None, _SHARES):
        count += 1
        assert ours(case), case
    assert count == len(range(share, EXPECTED_CASES[file], _SHARES))
