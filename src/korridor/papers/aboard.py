"""O5: how long people sit aboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.pictures.number import number


@dataclass(frozen=True)
class Longest:
    """The longest time that anybody of a class sits aboard, its limit, and the movement it is in."""

    person_class: str
    aboard_s: int
    limit_s: int
    movement: str


def longest_aboard(operation: Operation, movements: Sequence[Movement]) -> tuple[Longest, ...]:
    """Return a line for each class that is carried, in the order of the scheme.

    Time aboard runs from the beginning of a vehicle's boarding to the end of its unloading, whoever of its
    people boarded first (O5).
    """
    found: dict[str, Longest] = {}
    for movement in movements:
        for trip in movement.trips:
            if trip.boards_s is None:
                continue
            aboard_s = trip.free_s - trip.boards_s
            for person_class in {operation.people[load.group].person_class for load in trip.loads}:
                if person_class not in found or aboard_s > found[person_class].aboard_s:
                    limit_s = operation.aboard_limit_s(person_class)
                    found[person_class] = Longest(person_class, aboard_s, limit_s, number(movement))
    return tuple(found[person_class] for person_class in operation.classes if person_class in found)
