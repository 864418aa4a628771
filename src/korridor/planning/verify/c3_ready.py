"""C3: when a movement is ready."""

from collections.abc import Iterator

from korridor.events.movement import Movement, Trip
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.seconds import boarding_s, marshalling_s


def c3_ready_when_all_are(plan: Plan) -> Iterator[Broken]:
    """C3: ready no sooner than each vehicle can be loaded, the column marshalled, its escort free."""
    escort_free_s: dict[int, int] = {}
    for movement in plan.movements:
        for trip in movement.trips:
            least_s = _least_s(plan, movement, trip)
            if movement.ready_s < least_s:
                what = f"ready at {movement.ready_s} s; this vehicle allows it at {least_s} s"
                yield Broken("C3", named(movement, trip), what)
        if movement.escort is not None:
            free_s = escort_free_s.get(movement.escort, 0)
            if movement.ready_s < free_s:
                what = f"ready at {movement.ready_s} s, its escort is free at {free_s} s"
                yield Broken("C3", named(movement), what)
            escort_free_s[movement.escort] = movement.escort_free_s or 0


def _least_s(plan: Plan, movement: Movement, trip: Trip) -> int:
    """The soonest that a vehicle lets its movement be ready, if it found a bay free."""
    loads_s = 0
    if trip.loads:
        loads_s = plan.operation.fleet[trip.vehicle_type].turn_round_s + boarding_s(plan.operation, trip)
    return trip.comes_s + loads_s + marshalling_s(plan.operation, movement)
