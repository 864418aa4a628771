"""Rotas and their heats."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.planning.laps.rotas import SIZES, Heats

LAPS = np.zeros((1, 1), dtype=np.int64)


@given(entered=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 12)), max_size=40))
def test_the_best_of_each_period_are_in_the_first_heat(entered: list[tuple[int, int]]) -> None:
    """Of those that enter, as many as the heat has room for are in it: the lowest in energy, no two of one period."""
    heats = Heats()
    for energy, period in entered:
        heats.enter(energy, LAPS, period)
    best = sorted(min(e for e, p in entered if p == period) for period in {p for _, p in entered})
    assert [rota.energy for rota in heats.take(99)] == best[: SIZES[0]]


def test_the_better_ones_go_on() -> None:
    """Those whose energy has become lowest are in the next heat, half as many; after the last one nobody is."""
    heats = Heats()
    for period in range(1, SIZES[0] + 1):
        heats.enter(10.0 * period, LAPS, period)
    heats.give_back(heats.take(SIZES[0] - SIZES[1]))
    assert heats.heat == 0
    heats.give_back([rota._replace(energy=1.0) for rota in heats.take(SIZES[1])])
    assert heats.heat == 1
    assert [rota.period for rota in heats.take(SIZES[1])] == [5, 6, 7, 8]
    heats.give_back([])
    assert not heats.open


def test_rotas_begin_again() -> None:
    """Heats that are given rotas are open with these, in their order."""
    heats = Heats()
    heats.enter(2.0, LAPS, 1)
    heats.enter(1.0, LAPS, 2)
    assert [rota.period for rota in Heats(heats.waiting).take(9)] == [2, 1]
    assert not Heats().open
