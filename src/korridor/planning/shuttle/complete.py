"""Tours that leave some loads, made whole: each load goes to the end of a tour, where all are out soonest."""

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.trace import Left


def complete(lots: Lots, tours: tuple[Tour, ...], left: Left) -> tuple[Tour, ...] | None:
    """Tours that bring everybody out; ``None`` where room is too much in pieces for that."""
    ahead = [tour for tour in tours]
    for fleet, (_, _, number) in enumerate(lots.fleets):
        idle = number - sum(tour.fleet == fleet for tour in tours)
        ahead += [Tour(fleet, ())] * min(idle, int(left.loads.sum()))
    room_persons = left.rooms.copy()
    for lot in (lot for lot, loads in enumerate(left.loads.tolist()) for _ in range(loads)):
        choices = [
            (longer.length_s(lots), place, room, longer)
            for place, tour in enumerate(ahead)
            for room in range(lots.rooms)
            if room_persons[room] >= lots.persons[lot]
            for longer in (Tour(tour.fleet, (*tour.trips, (lot, room))),)
        ]
        if not choices:
            return None
        _, place, room, longer = min(choices, key=lambda choice: choice[:3])
        ahead[place] = longer
        room_persons[room] -= lots.persons[lot]
    return tuple(tour for tour in ahead if tour.trips)
