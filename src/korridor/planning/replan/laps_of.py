"""P5: the rest of a plan as a list of laps: what a search from the moment begins with."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from korridor.clockwork.tables import NONE, Index, Ints
from korridor.events.movement import Movement
from korridor.planning.laps.services import Services


def laps_of(
    movements: Sequence[Movement], moment_s: int, index: Index, services: Services, laps: int
) -> Ints | None:
    """Return a list of so many laps that goes the way of the movements, and on like that; ``None`` where there is none.

    Laps stand in the order in which their vehicles are sent in; those whose vehicles are there come first.
    """
    rows = []
    brought: dict[tuple[str, int], int] = {}
    for movement in movements:
        if not movement.loaded:
            brought |= {(trip.vehicle_type, trip.vehicle): movement.rank for trip in movement.trips}
        elif (row := _lap(movement, index, services)) is not None:
            rows.append((_sent_in(movement, moment_s, brought), movement.rank, row))
    if not rows:
        return None
    found = np.array([row for _, _, row in sorted(rows, key=lambda each: each[:2])], dtype=np.int64)
    return np.resize(found, (laps, found.shape[1]))


def _sent_in(movement: Movement, moment_s: int, brought: dict[tuple[str, int], int]) -> int:
    ranks = [brought.pop((t.vehicle_type, t.vehicle), None) for t in movement.trips]
    sent = [rank for rank in ranks if rank is not None]
    there = all(t.comes_from == movement.origin or t.leaves_s < moment_s for t in movement.trips)
    return max(sent) if sent else -1 if there else movement.rank


def _lap(movement: Movement, index: Index, services: Services) -> list[int] | None:
    """One lap: its service, and by type how many go where, fitted out how."""
    ends = [index.column(movement.origin, trip.destination, True) for trip in movement.trips]
    origin = index.place[movement.origin]
    found = np.flatnonzero((services.column == ends[0]) & (services.origin == origin))
    if ends[0] == NONE or len(found) == 0:
        return None
    service = int(found[0])
    row = [service]
    for kind, name in enumerate(index.type_names):
        mine = [trip for trip in movement.trips if trip.vehicle_type == name]
        choices = services.destinations[service, kind, : services.choices[service, kind]].tolist()
        wanted = Counter((index.place[trip.destination], trip.layout) for trip in mine)
        (there, layout), _ = wanted.most_common(1)[0] if wanted else ((NONE, 0), 0)
        can = there in choices
        row += [len(mine), choices.index(there), layout] if can else [0, 0, 0]
    return row
