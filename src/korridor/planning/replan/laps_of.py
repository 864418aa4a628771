"""P5: the rest of a plan as a list of laps: what a search from the moment begins with."""

from collections.abc import Sequence

import numpy as np

from korridor.clockwork.tables import Index, Ints
from korridor.events.movement import Movement
from korridor.planning.laps.lap_row import LapRows
from korridor.planning.laps.services import Services


def laps_of(
    movements: Sequence[Movement], moment_s: int, index: Index, services: Services, laps: int
) -> Ints | None:
    """Return a list of so many laps that goes the way of the movements, and on like that; ``None`` where there is none.

    Laps stand in the order in which their vehicles are sent in; those whose vehicles are there come first.
    """
    as_lap = LapRows(index, services)
    rows = []
    brought: dict[tuple[str, int], int] = {}
    for movement in movements:
        if not movement.loaded:
            brought |= {(trip.vehicle_type, trip.vehicle): movement.rank for trip in movement.trips}
        elif (service := as_lap.service(movement)) is not None:
            sent = _sent_in(movement, moment_s, brought)
            rows.append((sent, movement.rank, as_lap.row(service, movement)))
    if not rows:
        return None
    found = np.array([row for _, _, row in sorted(rows, key=lambda each: each[:2])])
    return np.resize(found, (laps, as_lap.width))


def _sent_in(movement: Movement, moment_s: int, brought: dict[tuple[str, int], int]) -> int:
    ranks = [brought.pop((t.vehicle_type, t.vehicle), None) for t in movement.trips]
    sent = [rank for rank in ranks if rank is not None]
    there = all(t.comes_from == movement.origin or t.leaves_s < moment_s for t in movement.trips)
    return max(sent) if sent else -1 if there else movement.rank
