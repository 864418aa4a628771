"""C3: when a movement is ready."""

from collections.abc import Iterator

from korridor.events.movement import Movement, Trip
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import escorts_free_s
from korridor.planning.verify.seconds import boarding_s, marshalling_s


def c3_ready_when_all_are(plan: Plan) -> Iterator[Broken]:
    """C3: ready no sooner than each vehicle can be loaded, the column marshalled, its escort free."""
    escort_free_s = escorts_free_s(plan)
    for movement in plan.movements:
        for position, trip in enumerate(movement.trips):
            least_s = (
                trip.comes_s + _loads_s(plan, movement, position) + marshalling_s(plan.operation, movement)
            )
            if movement.ready_s < least_s:
                what = f"ready at {movement.ready_s} s; this vehicle allows it at {least_s} s"
                yield Broken("C3", named(movement, trip), what)
        if movement.escort is not None:
            free_s = escort_free_s.get(movement.escort, 0)
            if movement.ready_s < free_s:
                what = f"ready at {movement.ready_s} s, its escort is free at {free_s} s"
                yield Broken("C3", named(movement), what)
            escort_free_s[movement.escort] = movement.escort_free_s or 0


def _loads_s(plan: Plan, movement: Movement, position: int) -> int:
    """The bay time of a vehicle, and of those behind it in the column that load after it at the same bay."""
    first, *behind = movement.trips[position:]
    counted = plan.operation.places[movement.origin].bays is not None
    same_bay = [first, *(trip for trip in behind if counted and trip.bay == first.bay)]
    return sum(_bay_s(plan, trip) for trip in same_bay)


def _bay_s(plan: Plan, trip: Trip) -> int:
    if not trip.loads:
        return 0
    return plan.operation.fleet[trip.vehicle_type].turn_round_s + boarding_s(plan.operation, trip)
