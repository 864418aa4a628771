"""All tours that fit what is left and earn enough: depth first, cut where even what never runs out would earn too little.

Baldacci, Christofides and Mingozzi, "An exact algorithm for the vehicle routing problem based on the set partitioning
formulation with additional cuts", 2008, doi 10.1007/s10107-007-0178-5, on going through routes by their reduced cost.
"""

import numpy as np

from korridor.compiled import allocating
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import Earned, Worth
from korridor.planning.shuttle.shuttle import Whole
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.trace import Left

MOST_TRIPS = 24
"""Of a tour that is looked for here."""
KEPT = 30
"""So many tours are kept, those that earn most."""
LOOKS = 200_000
"""So many trips are tried at most."""


def fitting_tours(
    lots: Lots, fleet: int, worth: Worth, earned: Earned, left: Left, least: int
) -> tuple[Tour, ...]:
    """Tours that earn more than ``least``, the best first; legs earn alike at all times."""
    kind, stand, _ = lots.fleets[fleet]
    kept = np.full((KEPT, 1 + 2 * MOST_TRIPS), -1, dtype=np.int64)
    kept[:, 0] = least
    _look(
        lots.approach_s[kind],
        lots.deliver_s[kind],
        earned.approach[0, kind],
        earned.deliver[0, kind],
        worth.free,
        worth.loaded,
        left.loads.copy(),
        left.rooms.copy(),
        lots.persons,
        stand,
        kept,
    )
    best = kept[np.argsort(-kept[:, 0], kind="stable")]
    return tuple(
        Tour(fleet, tuple((int(lot), int(room)) for lot, room in row[1:].reshape(-1, 2) if lot >= 0))
        for row in best[best[:, 0] > least]
    )


@allocating
def _look(
    approach_s: Whole,
    deliver_s: Whole,
    to_load: Whole,
    to_unload: Whole,
    free: Whole,
    loaded: Whole,
    loads: Whole,
    rooms: Whole,
    persons: Whole,
    stand: int,
    kept: Whole,
) -> None:
    """Go through trips; the first column of what is kept is what it earns."""
    receptions = len(rooms)
    most_trips = (kept.shape[1] - 1) // 2
    trips = np.full(2 * most_trips, -1, np.int64)
    left_s, earns = np.zeros(most_trips + 1, np.int64), np.zeros(most_trips + 1, np.int64)
    next_ = np.zeros(most_trips + 1, np.int64)
    left_s[0] = free.shape[1] - 1
    depth, looks, worst = 0, 0, 0
    while depth >= 0 and looks < LOOKS:
        if depth == most_trips or next_[depth] == len(loads) * receptions:
            depth -= 1
            if depth >= 0:
                lot, room = trips[2 * depth], trips[2 * depth + 1]
                loads[lot] += 1
                rooms[room] += persons[lot]
                trips[2 * depth], trips[2 * depth + 1] = -1, -1
            continue
        lot, room = next_[depth] // receptions, next_[depth] % receptions
        here = stand if depth == 0 else trips[2 * depth - 1]
        departs_s = left_s[depth] - approach_s[here, lot]
        earned = earns[depth] + to_load[here, lot]
        if room == 0 and (
            loads[lot] == 0 or departs_s < 0 or earned + loaded[lot, departs_s] <= kept[worst, 0]
        ):
            next_[depth] += receptions
            continue
        next_[depth] += 1
        after_s, earned = departs_s - deliver_s[lot, room], earned + to_unload[lot, room]
        if after_s < 0 or rooms[room] < persons[lot] or earned + free[room, after_s] <= kept[worst, 0]:
            continue
        looks += 1
        trips[2 * depth], trips[2 * depth + 1] = lot, room
        if earned > kept[worst, 0]:
            kept[worst, 0] = earned
            kept[worst, 1:] = trips
            worst = int(kept[:, 0].argmin())
        loads[lot] -= 1
        rooms[room] -= persons[lot]
        depth += 1
        left_s[depth], earns[depth], next_[depth] = after_s, earned, 0
