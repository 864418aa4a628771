"""O3: where the file says so, empty vehicles make no detour."""

from collections.abc import Iterator

from korridor.events.movement import Movement, Trip
from korridor.operation.operation import EmptyLegs
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named


def o3_empty_legs_are_straight(plan: Plan) -> Iterator[Broken]:
    """O3: with ``empty_legs: straight`` an empty movement begins where the vehicle stands and ends where it loads next."""
    if plan.operation.empty_legs is not EmptyLegs.STRAIGHT:
        return
    for made in _by_vehicle(plan).values():
        for (movement, trip), (after, _) in zip(made, [*made[1:], (None, None)], strict=True):
            if movement.loaded:
                continue
            if trip.comes_from != movement.origin:
                what = f"it stands at {trip.comes_from}, and is driven empty from {movement.origin}"
                yield Broken("O3", named(movement, trip), what)
            if after is None or not after.loaded or after.origin != trip.destination:
                what = f"it is driven empty to {trip.destination}, and does not load there next"
                yield Broken("O3", named(movement, trip), what)


def _by_vehicle(plan: Plan) -> dict[tuple[str, int], list[tuple[Movement, Trip]]]:
    """List what each vehicle does, in rank order."""
    made: dict[tuple[str, int], list[tuple[Movement, Trip]]] = {}
    for movement in plan.movements:
        for trip in movement.trips:
            made.setdefault((trip.vehicle_type, trip.vehicle), []).append((movement, trip))
    return made
