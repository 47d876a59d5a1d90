"""Small documents for the tests."""

import pytest

from tests.annotations.helpers import document


@pytest.fixture
def article():
    return document(
        "أعلن رئيس الوزراء محمد شياع السوداني في بغداد",
        "وقال السوداني إن الحكومة ستدعم المشاريع",
        "وصلت الطائرة إلى بغداد مساء الثلاثاء",
    )
