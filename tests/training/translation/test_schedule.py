"""Learning rates and the recipes that set them."""

import pytest

from training.translation import recipe
from training.translation.schedule import FLOOR, Schedule


def test_warms_up_stays_and_cools_down() -> None:
    stage = Schedule(peak=1.0, warmup=10, cooldown=0.5, steps=100)
    rates = [stage.rate(step, 0) for step in (1, 10, 50, 75, 100)]
    assert rates == pytest.approx([0.1, 1, 1, 0.5, FLOOR])


def test_the_nearer_end_counts() -> None:
    stage = Schedule(peak=1.0, cooldown=1.0, steps=1000, minutes=1)
    assert stage.progress(100, 30) == 0.5
    assert stage.progress(900, 30) == 0.9
    assert stage.rate(100, 30) == pytest.approx(0.5)


def test_open_stage_never_ends() -> None:
    assert Schedule(peak=1.0).progress(10**9, 1e9) == 0


@pytest.mark.parametrize("name", recipe.names())
def test_recipes_end_cool(name: str) -> None:
    chosen = recipe.read(name)
    assert chosen.warm or chosen.sizes["pieces"] >= 8000
    assert chosen.sizes["encoder"] >= chosen.sizes["decoder"]
    schedules = [stage.schedule for stage in chosen.stages]
    assert schedules[-1].cooldown == 1.0
    assert all(schedule.minutes < 2000 or schedule.steps < 1e6 for schedule in schedules)


def test_a_stage_can_grow_the_decoder_and_vary_the_pieces() -> None:
    first, *_, last = recipe.read("cpu-warm").stages
    assert (first.decoder, first.resegment) == (0, 0)
    assert last.decoder > 2
    assert 0 < last.resegment <= 1
