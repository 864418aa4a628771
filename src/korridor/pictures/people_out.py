"""C7: when how many people are out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.events.movement import Load, Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Side


@dataclass(frozen=True)
class Unloading:
    """So many persons of a group are out at a moment."""

    moment_s: int
    group: str
    persons: int


def unloadings(operation: Operation, movements: Sequence[Movement]) -> Iterator[Unloading]:
    """Yield each load's unloading at its first safe place, by the horizon, in the order of movements.

    A person who is carried on from a transfer on the safe side is already out and is not counted again.
    """
    horizon_s = operation.horizon_s
    for movement in movements:
        for trip in movement.trips:
            in_time = horizon_s is None or trip.free_s <= horizon_s
            if in_time and operation.places[trip.destination].side is Side.SAFE:
                for load in trip.loads:
                    if not _is_out(operation, movement.origin, load):
                        yield Unloading(trip.free_s, load.group, load.persons)


def _is_out(operation: Operation, origin: str, load: Load) -> bool:
    """Whether those who board here have been unloaded here, at a safe place, before."""
    return operation.places[origin].side is Side.SAFE and operation.people[load.group].place != origin


def out_by_group(operation: Operation, movements: Sequence[Movement]) -> dict[str, int]:
    """Return the persons out by the horizon, for every group of the operation."""
    out = Counter({group: 0 for group in operation.people})
    for unloading in unloadings(operation, movements):
        out[unloading.group] += unloading.persons
    return dict(out)


def last_out_s(operation: Operation, movements: Sequence[Movement]) -> int | None:
    """Return the moment when the last of those who get out is out; ``None`` if nobody is."""
    return max((unloading.moment_s for unloading in unloadings(operation, movements)), default=None)
