"""Rotas and their heats."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.planning.laps.rotas import Heats

LAPS = np.zeros((1, 1), dtype=np.int64)


@given(entered=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 6)), max_size=30))
def test_the_best_of_each_period_are_in_the_first_heat(entered: list[tuple[int, int]]) -> None:
    """Of those that enter, as many as the heat has room for are in it: the lowest in energy, no two of one period."""
    heats = Heats((4, 2))
    for energy, period in entered:
        heats.enter(energy, LAPS, 0, period)
    best = sorted(min(e for e, p in entered if p == period) for period in {p for _, p in entered})
    assert [rota.energy for rota in heats.take(9)] == best[:4]


def test_the_better_ones_go_on() -> None:
    """Those whose energy has become lowest are in the next heat; after the last one nobody is."""
    heats = Heats((4, 2))
    for period in (1, 2, 3, 4):
        heats.enter(10.0 * period, LAPS, 0, period)
    first = heats.take(2)
    heats.give_back(first)
    assert heats.heat == 0
    heats.give_back([rota._replace(energy=1.0) for rota in heats.take(2)])
    assert heats.heat == 1
    assert [rota.period for rota in heats.take(2)] == [3, 4]
    heats.give_back([])
    assert not heats.open


def test_without_room_nobody_enters() -> None:
    """Heats of no size stay closed."""
    heats = Heats()
    heats.enter(1.0, LAPS, 0, 1)
    assert not heats.open
