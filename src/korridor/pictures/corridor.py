"""Where each place lies along the corridor: the movement graph's upright axis."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Side

Leg = tuple[str, str, int]
"""From a place to a place, and how far."""

_SIDES = (Side.INSIDE, Side.CORRIDOR, Side.SAFE)


@dataclass(frozen=True)
class Corridor:
    """Places on one line.

    Attributes
    ----------
    places : dict of str to int
        Each place's distance from the first one: metres, seconds, or its number in a list.
    unit : str
        ``km`` where every road driven in column has a length, ``min`` where one has only a time, and empty
        where nobody drives in column and places merely stand under each other.
    """

    places: dict[str, int]
    unit: str


def corridor(operation: Operation, movements: Sequence[Movement]) -> Corridor:
    """Lay the places that columns pass on one line.

    The main route is the loaded column part that carries most people (of equals, the longer one; empty
    columns' if nobody is carried in column). A place beside it is put as far before or behind the place where
    its road meets the main route as that road is long. Places that no column passes are not laid out.

    Parameters
    ----------
    operation : Operation
    movements : sequence of Movement
        Planned, rehearsed or recorded.
    """
    carried: Counter[tuple[Leg, ...]] = Counter()
    lengths = _all_have_lengths(operation, movements)
    for movement in movements:
        if movement.passages:
            legs = _legs(operation, movement, lengths)
            carried[legs] += movement.persons
    if not carried:
        return Corridor(_listed(operation, movements), "")
    main = max(carried, key=lambda legs: (carried[legs], sum(leg[2] for leg in legs)))
    return Corridor(_projected(main, list(carried)), "km" if lengths else "min")


def _all_have_lengths(operation: Operation, movements: Sequence[Movement]) -> bool:
    used = {passage.road for movement in movements for passage in movement.passages}
    return all(operation.roads[road].length_m is not None for road in used)


def _legs(operation: Operation, movement: Movement, lengths: bool) -> tuple[Leg, ...]:
    """Return the column part, turned outward: an empty column drives the corridor the other way round."""
    legs = []
    for passage in movement.passages:
        road = operation.roads[passage.road]
        here, there = road.between if passage.forth else road.between[::-1]
        far = road.length_m if lengths else road.travel_s(passage.forth)
        assert far is not None
        legs.append((here, there, far))
    if movement.loaded:
        return tuple(legs)
    return tuple((there, here, far) for here, there, far in reversed(legs))


def _projected(main: tuple[Leg, ...], routes: list[tuple[Leg, ...]]) -> dict[str, int]:
    places = {main[0][0]: 0}
    for here, there, far in main:
        places[there] = places[here] + far
    legs = [leg for route in routes for leg in route]
    waiting = True
    while waiting:
        waiting = False
        for here, there, far in legs:
            if there in places and here not in places:
                places[here], waiting = places[there] - far, True
            elif here in places and there not in places:
                places[there], waiting = places[here] + far, True
    first = min(places.values())
    return {place: far - first for place, far in places.items()}


def _listed(operation: Operation, movements: Sequence[Movement]) -> dict[str, int]:
    """Return the places where vehicles start and end, inside first, each side in the order of the file."""
    used = {movement.origin for movement in movements}
    used |= {trip.destination for movement in movements for trip in movement.trips}
    sides = {name: place.side or Side.SAFE for name, place in operation.places.items()}
    order = sorted(
        (name for name in operation.places if name in used), key=lambda name: _SIDES.index(sides[name])
    )
    return {name: number for number, name in enumerate(order)}
