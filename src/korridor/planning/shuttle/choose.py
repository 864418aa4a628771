"""Where to split: the count that is farthest from a whole number."""

from collections.abc import Iterator
from itertools import product
from math import floor

import numpy as np

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.split import Counted
from korridor.planning.shuttle.tour import Tour

WHOLE = 1e-6
"""A number so near a whole one is taken for it."""

SUMS = 2.0
"""How much more a sum over a place weighs than a single leg, where one is looked for that is far from whole."""


def most_split(lots: Lots, made: dict[Tour, float]) -> tuple[Counted, int] | None:
    """A count and the whole number below it; ``None`` where all legs are made whole numbers of times at each moment.

    Only where all are whole over the whole time are moments told apart.
    """
    for counts in (_counts(lots, made), _counts_by(lots, made)):
        best: tuple[Counted, int] | None = None
        most = 0.0
        for counted, times, weight in counts:
            apart = abs(times - round(times))
            if apart > WHOLE and apart * weight > most:
                best, most = (counted, floor(times)), apart * weight
        if best is not None:
            return best
    return None


def _counts(lots: Lots, made: dict[Tour, float]) -> Iterator[tuple[Counted, float, float]]:
    """Counts over the whole time, each with how many there are and what it weighs."""
    approaches, deliveries = np.zeros(lots.approach_s.shape), np.zeros(lots.deliver_s.shape)
    for tour, times in made.items():
        its = lots.fleets[tour.fleet][0]
        for trip in tour.timed(lots):
            approaches[its, trip.stand, trip.lot] += times
            deliveries[its, trip.lot, trip.room] += times
    for kind in _kinds(lots):
        of = slice(None) if kind is None else slice(kind, kind + 1)
        to_load, to_unload = approaches[of].sum(axis=0), deliveries[of].sum(axis=0)
        stands, rooms, count = len(to_load), lots.rooms, len(lots.loads)
        yield from ((Counted(kind, room=r), to_unload[:, r].sum(), SUMS) for r in range(rooms))
        yield from ((Counted(kind, stand=s), to_load[s].sum(), SUMS) for s in range(stands))
        if kind is not None:
            yield from ((Counted(kind, lot=lot), to_load[:, lot].sum(), SUMS) for lot in range(count))
        legs = product(range(stands), range(count))
        yield from ((Counted(kind, lot=lot, stand=s), to_load[s, lot], 1.0) for s, lot in legs)
        trips = product(range(count), range(rooms))
        yield from ((Counted(kind, lot=lot, room=r), to_unload[lot, r], 1.0) for lot, r in trips)


def _counts_by(lots: Lots, made: dict[Tour, float]) -> Iterator[tuple[Counted, float, float]]:
    """Counts by a moment, likewise, of legs that somebody makes."""
    found: dict[Counted, dict[int, float]] = {}
    for tour, times in made.items():
        its = lots.fleets[tour.fleet][0]
        of: tuple[int | None, ...] = (None,) if lots.kinds == 1 else (None, its)
        for kind in of:
            for trip in tour.timed(lots):
                for counted, at_s in (
                    (Counted(kind, lot=trip.lot), trip.departs_s),
                    (Counted(kind, stand=trip.stand), trip.departs_s),
                    (Counted(kind, lot=trip.lot, stand=trip.stand), trip.departs_s),
                    (Counted(kind, room=trip.room), trip.out_s),
                    (Counted(kind, lot=trip.lot, room=trip.room), trip.out_s),
                ):
                    by = found.setdefault(counted, {})
                    by[at_s] = by.get(at_s, 0.0) + times
    for counted, by in found.items():
        so_far, single = (
            0.0,
            counted.lot is not None and (counted.stand is not None or counted.room is not None),
        )
        for at_s in sorted(by):
            so_far += by[at_s]
            yield counted.by(at_s), so_far, 1.0 if single else SUMS


def _kinds(lots: Lots) -> tuple[int | None, ...]:
    """All types together, and each, if there are several."""
    return (None,) if lots.kinds == 1 else (None, *range(lots.kinds))
