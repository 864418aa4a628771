"""Tours that earn most, read off the worth of time."""

from dataclasses import dataclass

import numpy as np

from korridor.compiled import allocating
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import NOTHING, Earned, Worth
from korridor.planning.shuttle.shuttle import Whole
from korridor.planning.shuttle.tour import Tour

MOST_TRIPS = 4096
"""Of a tour that is read off; a longer one is cut there."""


@dataclass(frozen=True)
class Left:
    """What is still to be done: loads of each lot, and persons that each reception has room for."""

    loads: Whole
    rooms: Whole


def tour_from(lots: Lots, fleet: int, lot: int, worth: Worth, earned: Earned) -> Tour:
    """The tour that earns most in the whole time, of those that begin with a lot, and can."""
    kind, stand, _ = lots.fleets[fleet]
    trips = np.zeros((MOST_TRIPS, 2), dtype=np.int64)
    made = _trace(
        lots.approach_s[kind],
        lots.deliver_s[kind],
        earned.least_s,
        earned.approach[:, kind],
        earned.deliver[:, kind],
        worth.free,
        worth.loaded,
        stand,
        lot,
        trips,
    )
    return Tour(fleet, tuple((int(lot), int(room)) for lot, room in trips[:made]))


@allocating
def _trace(
    approach_s: Whole,
    deliver_s: Whole,
    least_s: Whole,
    to_load: Whole,
    to_unload: Whole,
    free: Whole,
    loaded: Whole,
    stand: int,
    lot: int,
    trips: Whole,
) -> int:
    """Write down the trips; returns how many."""
    left_s, made = free.shape[1] - 1, 0
    while lot >= 0 and made < len(trips):
        left_s -= approach_s[stand, lot]
        to, most = -1, NOTHING
        for room in range(len(free)):
            after_s = left_s - deliver_s[lot, room]
            if after_s >= 0:
                earns = to_unload[_span(least_s, after_s), lot, room] + free[room, after_s]
                if earns > most:
                    to, most = room, earns
        trips[made, 0], trips[made, 1] = lot, to
        made += 1
        left_s -= deliver_s[lot, to]
        stand, lot, most = to, -1, 0
        for next_ in range(len(loaded)):
            after_s = left_s - approach_s[stand, next_]
            if after_s >= 0:
                earns = to_load[_span(least_s, after_s), stand, next_] + loaded[next_, after_s]
                if earns > most:
                    lot, most = next_, earns
    return made


@allocating
def _span(least_s: Whole, left_s: int) -> int:
    """The span with so much time left."""
    span = len(least_s) - 1
    while least_s[span] > left_s:
        span -= 1
    return span
