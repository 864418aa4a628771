"""Who stands where, replayed in rank order (O5): presence for boarding goes by rank, not by the clock."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.events.movement import Movement, Trip
from korridor.operation.place import Kind, Side
from korridor.planning.plan import Plan
from korridor.planning.verify.from_state import waiting_then
from korridor.planning.verify.windows import horizon_s


@dataclass(frozen=True)
class Boarding:
    """One vehicle's turn to load; ``present`` are the persons by group who stand at the origin then; others are not in it."""

    movement: Movement
    trip: Trip
    present: dict[str, int]


@dataclass(frozen=True)
class Out:
    """C7: persons of a group unloaded at the first safe place."""

    movement: Movement
    trip: Trip
    group: str
    persons: int

    @property
    def moment_s(self) -> int:
        """The end of the unloading."""
        return self.trip.free_s


def boardings(plan: Plan) -> Iterator[Boarding]:
    """Yield every vehicle of every movement in rank and column order, with who is present for it."""
    stands: dict[str, dict[str, int]] = {name: {} for name in plan.operation.places}
    for name, group in plan.operation.people.items():
        stands[group.place][name] = group.persons
    for waits in waiting_then(plan):
        if waits.counted_out:  # the others are of the operation's people
            there = stands[waits.place]
            there[waits.group] = there.get(waits.group, 0) + waits.persons
    for movement in plan.movements:
        here = stands[movement.origin]
        for trip in movement.trips:
            yield Boarding(movement, trip, dict(here))
            for load in trip.loads:
                here[load.group] = here.get(load.group, 0) - load.persons
        for trip in movement.trips:  # they have alighted from a movement of lower rank only for the next one
            for load in trip.loads:
                if plan.operation.places[trip.destination].kind is Kind.TRANSFER:
                    there = stands[trip.destination]
                    there[load.group] = there.get(load.group, 0) + load.persons


def outs(plan: Plan) -> Iterator[Out]:
    """C7: yield who is out by the horizon, each person once, in rank and column order.

    Of people of one group at one place, those not yet counted out are taken to go on first.
    """
    end_s = horizon_s(plan.operation)
    not_out = {(name, group.place): group.persons for name, group in plan.operation.people.items()}
    for movement in plan.movements:
        for trip in movement.trips:
            for load in trip.loads:
                here = (load.group, movement.origin)
                persons = min(load.persons, not_out.get(here, 0))
                not_out[here] = not_out.get(here, 0) - persons
                if plan.operation.places[trip.destination].side is not Side.SAFE:
                    there = (load.group, trip.destination)
                    not_out[there] = not_out.get(there, 0) + persons
                elif persons > 0 and (end_s is None or trip.free_s <= end_s):
                    yield Out(movement, trip, load.group, persons)
