"""Of the translations that the search found, the one that leaves nothing out."""

from dataclasses import replace

import pytest

from reader.translation import choosing
from reader.translation.alignment.forms import arabic_forms, english_forms
from reader.translation.choosing import choose, coverage_weight
from reader.translation.decoder import Hypothesis
from reader.translation.engine import Engine

SOURCE = "زار وزير الدفاع العراق"
SHORT = Hypothesis(["The minister visited Iraq"], -0.5, None)
WHOLE = Hypothesis(["The defense minister visited Iraq"], -0.55, None)
WILD = Hypothesis(["The defense minister visited Iraq and war oil"], -1.5, None)


def decode(pieces: list[str]) -> str:
    return " ".join(pieces)


def account(source: str, target: str) -> float:
    return choosing.account(arabic_forms(source), english_forms(target))


def test_what_accounts_for_every_arabic_word_is_worth_more() -> None:
    (short,), (whole,) = SHORT.pieces, WHOLE.pieces
    assert account(SOURCE, "") < account(SOURCE, short) < account(SOURCE, whole) < 0
    assert account("... 12", "") <= 0
    assert account("…", "anything") == 0


def test_a_little_less_likely_but_whole_is_taken_and_a_wild_one_is_not() -> None:
    assert choose(SOURCE, [SHORT, WHOLE, WILD], decode, 0.1) is WHOLE
    assert choose(SOURCE, [SHORT, WHOLE, WILD], decode, 0.0) is SHORT
    assert choose(SOURCE, [SHORT], decode, 0.1) is SHORT


def test_without_the_table_the_likeliest_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.translation.choosing.load", lambda: None)
    assert choose(SOURCE, [SHORT, WHOLE], decode, 0.1) is SHORT


@pytest.mark.parametrize(
    ("said", "weight"),
    [(0.1, 0.1), (1, 1.0), (None, 0.0), ("0.1", 0.0), (-1, 0.0), (50, 0.0), (float("nan"), 0.0)],
)
def test_only_a_sound_weight_of_the_package_counts(said: object, weight: float) -> None:
    assert coverage_weight({"coverage": said}) == weight


@pytest.mark.parametrize(
    ("coverage", "repair", "asked"), [(0.1, True, True), (0.1, False, False), (None, True, False)]
)
def test_the_engine_chooses_where_the_package_asks(
    package, monkeypatch, submitted, coverage, repair, asked
):
    def last(source, hypotheses, decode, weight):
        assert weight == (coverage if repair and coverage else 0.0)
        return hypotheses[-1]

    monkeypatch.setattr("reader.translation.engine.choose", last)
    package = replace(package, metadata={**package.metadata, "coverage": coverage})
    engine = Engine(package, threads=1, beam=3, repair=repair)
    ((pair,),) = engine.translate(["قال الرئيس إن القوات باقية."])
    assert submitted[0]["choice"] is asked
    assert pair.target
