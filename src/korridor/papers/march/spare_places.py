"""What is free in a loaded column, and what of a broken-down vehicle's people finds no place in it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from korridor.events.movement import Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.scheme import Need


@dataclass(frozen=True)
class BrokenDown:
    """The vehicle of a type whose people find the fewest places in the rest of the column.

    Attributes
    ----------
    persons : int
        Persons aboard it.
    without_place : dict of Need to int
        How many of them find no free place of their need in the others; no zeros.
    """

    vehicle_type: str
    persons: int
    without_place: dict[Need, int]


def spare_places(operation: Operation, movement: Movement) -> dict[Need, int]:
    """Return the free places of a column by need; no zeros."""
    spare: Counter[Need] = Counter()
    for trip in movement.trips:
        spare.update(_free(operation, trip))
    return {need: spare[need] for need in Need if spare[need]}


def broken_down(operation: Operation, movement: Movement) -> Iterator[BrokenDown]:
    """Yield, for each type that carries people, the vehicle that would be worst to lose; places alone count (O5)."""
    spare = spare_places(operation, movement)
    for name in operation.fleet:
        cases = [_case(operation, spare, t) for t in movement.trips if t.vehicle_type == name and t.loads]
        if cases:
            yield max(cases, key=lambda case: (sum(case.without_place.values()), case.persons))


def _case(operation: Operation, spare: dict[Need, int], trip: Trip) -> BrokenDown:
    free, taken = _free(operation, trip), _taken(operation, trip)
    lacking = {need: taken[need] - (spare.get(need, 0) - free[need]) for need in taken}
    return BrokenDown(trip.vehicle_type, trip.persons, {need: n for need, n in lacking.items() if n > 0})


def _free(operation: Operation, trip: Trip) -> Counter[Need]:
    layout, taken = operation.fleet[trip.vehicle_type].layouts[trip.layout], _taken(operation, trip)
    return Counter({need: layout.places(need) - taken[need] for need in Need})


def _taken(operation: Operation, trip: Trip) -> Counter[Need]:
    """Places taken by need; companions sit (O5)."""
    taken: Counter[Need] = Counter()
    for load in trip.loads:
        group = operation.people[load.group]
        companions = load.persons // group.party_persons * group.companions
        taken[operation.need(group)] += load.persons - companions
        taken[Need.SEAT] += companions
    return taken
