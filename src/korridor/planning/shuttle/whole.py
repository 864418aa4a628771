"""Whole tours from legs that are made whole numbers of times, at each moment."""

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.tour import Tour

_Leg = tuple[int, int, int, int]
"""A type, where a vehicle is (a stand, or a lot that it has loaded), since when, and what comes next (a lot, or a reception)."""


def whole_tours(lots: Lots, made: dict[Tour, float]) -> tuple[Tour, ...]:
    """Tours of which each is made once, with the same legs at the same moments.

    Vehicles by place and moment are a flow in a network without cycles; a whole flow is so many paths.
    """
    to_load: dict[_Leg, float] = {}
    to_unload: dict[_Leg, float] = {}
    for tour, times in made.items():
        kind, moment_s = lots.fleets[tour.fleet][0], 0
        for trip in tour.timed(lots):
            before, after = (
                (kind, trip.stand, moment_s, trip.lot),
                (kind, trip.lot, trip.departs_s, trip.room),
            )
            to_load[before] = to_load.get(before, 0.0) + times
            to_unload[after] = to_unload.get(after, 0.0) + times
            moment_s = trip.out_s
    left = tuple({leg: round(times) for leg, times in legs.items()} for legs in (to_load, to_unload))
    tours = []
    for fleet, (kind, depot, _) in enumerate(lots.fleets):
        while trips := _walk(lots, left, kind, depot):
            tours.append(Tour(fleet, trips))
    return tuple(tours)


def _walk(
    lots: Lots, left: tuple[dict[_Leg, int], ...], kind: int, stand: int
) -> tuple[tuple[int, int], ...]:
    """One vehicle's trips, taken out of the legs left; none if none begins here."""
    to_load, to_unload = left
    trips: list[tuple[int, int]] = []
    moment_s = 0
    while (lot := _taken(to_load, kind, stand, moment_s)) is not None:
        moment_s += int(lots.approach_s[kind, stand, lot])
        room = _taken(to_unload, kind, lot, moment_s)
        if room is None:
            break
        moment_s += int(lots.deliver_s[kind, lot, room])
        trips.append((lot, room))
        stand = room
    return tuple(trips)


def _taken(left: dict[_Leg, int], kind: int, here: int, moment_s: int) -> int | None:
    """What comes next at a place and a moment, once less; ``None`` if nothing does."""
    leg = next((leg for leg, times in left.items() if leg[:3] == (kind, here, moment_s) and times > 0), None)
    if leg is None:
        return None
    left[leg] -= 1
    return leg[3]
