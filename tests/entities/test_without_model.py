"""Without the recogniser's file the word lists find the names, and kept results are told apart."""

from collections.abc import Iterator

import pytest

from reader.entities import analysis
from reader.entities.model import Label
from reader.entities.recogniser import Recogniser
from reader.errors import ReaderError

TEXT = "قال الرئيس الأميركي دونالد ترامب إن 500 جندي وصلوا إلى بغداد."


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing() -> Recogniser:
        raise ReaderError("The model is missing.")

    caches = (analysis._trained, analysis.analyser_id)
    monkeypatch.setattr(Recogniser, "load", missing)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def test_names_and_numbers_are_found(no_model: None) -> None:
    (found,) = analysis.analyse([TEXT])
    labels = {entity.text: entity.label for entity in found}
    assert labels["بغداد"] is Label.LOC
    assert labels["دونالد ترامب"] is Label.PER
    assert labels["500"] is Label.CARDINAL


def test_a_stop_leaves_the_rest_empty(no_model: None) -> None:
    assert analysis.analyse([TEXT, TEXT], lambda: True) == [[], []]


def test_results_of_the_lists_are_not_taken_for_those_of_the_model(no_model: None) -> None:
    assert analysis.analyser_id() == f"rules {analysis.RULES_VERSION}, names gazetteer"


def test_the_model_is_named_by_its_weights() -> None:
    assert "gazetteer" not in analysis.analyser_id()


def test_article_swallowed_by_the_particle_is_restored() -> None:
    text = "عاد للعراق"
    (found,) = analysis.analyse([text])
    (name,) = [entity for entity in found if entity.label is Label.LOC]
    assert (name.text, name.base) == ("عراق", "العراق")
