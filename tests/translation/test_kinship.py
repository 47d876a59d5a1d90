"""English words that may stand for an Arabic name after all."""

import pytest

from reader.translation.mending.kinship import may_be


@pytest.mark.parametrize(
    ("name", "english"),
    [
        pytest.param("السعودية", "Saudi-backed", id="compound"),
        pytest.param("السعودية", "Saudi", id="people"),
        pytest.param("هولندا", "Dutch", id="people of another stem"),
        pytest.param("كينيا", "The Kenyans", id="peoples"),
        pytest.param("تونس", "Tounes", id="sound"),
        pytest.param("مراكش", "the Marakech region", id="one word of it"),
    ],
)
def test_may_be_the_name(name, english):
    assert may_be(name, english)


@pytest.mark.parametrize(
    ("name", "english"),
    [
        pytest.param("ليتوانيا", "Lebanon", id="another place"),
        pytest.param("أستراليا", "Austria", id="another place of like sound"),
        pytest.param("تونس", "Kenyan", id="another people"),
        pytest.param("نيروبي", "al-Alone", id="article"),
        pytest.param("هولندا", "", id="nothing"),
    ],
)
def test_is_not_the_name(name, english):
    assert not may_be(name, english)
