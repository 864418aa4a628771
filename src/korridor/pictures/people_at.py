"""Who is where once all movements are done: left behind, arrived, or there only after the horizon."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Load, Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Side


@dataclass(frozen=True)
class PeopleAt:
    """Persons at one place in the end; everybody of the operation is counted at exactly one place.

    Attributes
    ----------
    left : int
        Left behind: where they stood from the start, or where a movement left them short of a safe place.
    arrived : int
        Brought here, to a safe place, and not carried on; they were out by the horizon (C7).
    late : int
        The same, but they came to a safe place only after the horizon.
    """

    left: int
    arrived: int
    late: int


def people_at(operation: Operation, movements: Sequence[Movement]) -> dict[str, PeopleAt]:
    """Return the people at each place of the operation, in the order of the file."""
    stands = Counter({(group.place, name): group.persons for name, group in operation.people.items()})
    late: Counter[tuple[str, str]] = Counter()
    for movement in movements:
        for trip in movement.trips:
            for load in trip.loads:
                here, there = (movement.origin, load.group), (trip.destination, load.group)
                too_late = _too_late(operation, movement, trip, load, stands[here] - late[here])
                late[here] -= min(too_late, late[here])
                late[there] += too_late
                stands[here] -= load.persons
                stands[there] += load.persons
    left, arrived, after = Counter[str](), Counter[str](), Counter[str]()
    for (place, group), persons in stands.items():
        if operation.places[place].side is not Side.SAFE or operation.people[group].place == place:
            left[place] += persons
        else:
            after[place] += late[place, group]
            arrived[place] += persons - late[place, group]
    return {name: PeopleAt(left[name], arrived[name], after[name]) for name in operation.places}


def _too_late(operation: Operation, movement: Movement, trip: Trip, load: Load, out_or_waiting: int) -> int:
    """Return how many of a load come to a safe place for the first time, but after the horizon; or had come so before.

    Those who were out in time stay so, however late they are carried on (C7); of people of one group at one place,
    they are taken to go on first.
    """
    if operation.places[trip.destination].side is not Side.SAFE:
        return 0
    was_safe = operation.places[movement.origin].side is Side.SAFE
    if was_safe and operation.people[load.group].place != movement.origin:
        return max(0, load.persons - out_or_waiting)
    horizon_s = operation.horizon_s
    return 0 if horizon_s is None or trip.free_s <= horizon_s else load.persons
