"""The search's small steps: nothing is lost by them, and each can be undone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.chance import stream
from korridor.operation.operation import Operation
from korridor.planning.shuttle.draft import draft, runs_of
from korridor.planning.shuttle.moves import draw, undo
from korridor.planning.shuttle.shuttle import Shuttle, shuttle_of
from tests.planning.shuttle.shuttles import shuttles


def stirred(shuttle: Shuttle, seed: int, moves: int) -> tuple[np.ndarray, np.ndarray]:
    """Tours after so many random moves."""
    tours, spare = draft(shuttle)
    chance, move = stream.new(seed, 0), np.zeros(6, dtype=np.int64)
    for _ in range(moves):
        draw(tours, spare, chance, int(stream.below(chance, len(tours))), move)
    return tours, spare


@given(shuttles(), st.integers(0, 2**32), st.integers(0, 30))
def test_moves_keep_every_load_and_no_reception_overflows(
    operation: Operation, seed: int, moves: int
) -> None:
    """After any moves each place's loads are all driven, once, and the room left is what is not used, nowhere negative."""
    shuttle = shuttle_of(operation)
    tours, spare = stirred(shuttle, seed, moves)
    trips = [trip for run in runs_of(shuttle, tours) for trip in run]
    assert np.bincount([a for a, _ in trips], minlength=len(shuttle.loads)).tolist() == shuttle.loads.tolist()
    used = np.bincount([room for _, room in trips], minlength=len(spare))
    assert (spare == shuttle.room_loads - used).all()
    assert spare.min() >= 0


@given(shuttles(), st.integers(0, 2**32), st.integers(0, 30))
def test_an_undone_move_leaves_no_trace(operation: Operation, seed: int, moves: int) -> None:
    """Whatever the move, undoing it brings back the tours and the room as they were."""
    shuttle = shuttle_of(operation)
    tours, spare = stirred(shuttle, seed, moves)
    runs, room = runs_of(shuttle, tours), spare.tolist()
    chance, move = stream.new(seed, 1), np.zeros(6, dtype=np.int64)
    for vehicle in range(len(tours)):
        if draw(tours, spare, chance, vehicle, move):
            undo(tours, spare, move)
        assert (runs_of(shuttle, tours), spare.tolist()) == (runs, room)
