"""Which roads the people of a plan are driven along: in column, and singly beyond the release point."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.ways import Step, ways_of


@dataclass(frozen=True)
class Drive:
    """Persons of one movement who are driven along the same roads.

    Attributes
    ----------
    movement : Movement
    places : tuple of str
        Where they pass, both ends included.
    steps : tuple of (int, bool)
        The road to each next place, and whether it is driven forth.
    in_column : bool
        Whether this is the column part, or single vehicles beyond it.
    persons, vehicles : int
    """

    movement: Movement
    places: tuple[str, ...]
    steps: tuple[Step, ...]
    in_column: bool
    persons: int
    vehicles: int


def drives(operation: Operation, movements: Sequence[Movement]) -> Iterator[Drive]:
    """Yield each movement's column part, and then its single ways, one for each destination.

    How vehicles come to the origin is not in it: nobody is aboard then, and it belongs to no one movement's road.
    """
    ways = ways_of(operation)
    for movement in movements:
        steps = tuple((passage.road, passage.forth) for passage in movement.passages)
        if steps:
            places = passed(operation, movement.origin, steps)
            yield Drive(movement, places, steps, True, movement.persons, len(movement.trips))
        persons, vehicles = Counter[str](), Counter[str]()
        for trip in movement.trips:
            persons[trip.destination] += trip.persons
            vehicles[trip.destination] += 1
        for destination, number in vehicles.items():
            if destination != movement.release:
                alone = ways.alone(movement.release, destination) or ()
                places = (
                    passed(operation, movement.release, alone) if alone else (movement.release, destination)
                )
                yield Drive(movement, places, alone, False, persons[destination], number)


def passed(operation: Operation, origin: str, steps: Sequence[Step]) -> tuple[str, ...]:
    """Return the places that steps lead past, the origin first."""
    ends = (operation.roads[road].between[1 if forth else 0] for road, forth in steps)
    return (origin, *ends)
