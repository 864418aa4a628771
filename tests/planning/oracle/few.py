"""Operations small enough that every plan can be tried, and plans for them."""

from hypothesis import strategies as st

from korridor.clockwork.run import Stuck, run
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.count import Count
from korridor.operation.fleet import VehicleType
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify.p2_levels import clearance_s, persons_left, waiting_person_s, weight_out
from tests.strategies import operations

MOST = (Objective.MOST_OUT, Objective.EXPOSURE)
"""Objectives of which more is better."""

PARTIES = 6
"""At most so many in a group: each is another trip to try."""


@st.composite
def few(draw: st.DrawFn, vehicles: int = 3) -> Operation:
    """Draw an operation with at most so many vehicles, and few people."""
    operation = draw(operations())
    most = draw(st.integers(1, PARTIES))
    fleet = {}
    for name, kind in operation.fleet.items():
        fleet[name] = fewer(
            kind, max(1, vehicles - len(fleet) if len(operation.fleet) == 1 else vehicles // 2)
        )
    people = {
        name: group.model_copy(
            update={"count": Count.model_validate(min(most, group.parties) * group.party_persons)}
        )
        for name, group in operation.people.items()
    }
    return operation.model_copy(update={"fleet": fleet, "people": people})


def fewer(kind: VehicleType, most: int) -> VehicleType:
    """Return the type with at most so many vehicles, at one depot."""
    depot, number = next(iter(kind.depots.items()))
    return kind.model_copy(update={"depots": {depot: min(number, most)}})


def tried(operation: Operation, orders: tuple[Order, ...]) -> tuple[Movement, ...]:
    """Time those of the orders that an oracle would try too: at once, and no empty vehicle comes round."""
    kept: list[Order] = []
    movements: tuple[Movement, ...] = ()
    for order in orders:
        at_once = order.model_copy(update={"not_before_s": 0})
        try:
            longer = run(operation, (*kept, at_once))
        except Stuck:
            continue
        if (order.loaded or longer[-1].passages) and not comes_round(operation, longer):
            kept.append(at_once)
            movements = longer
    return movements


def comes_round(operation: Operation, movements: tuple[Movement, ...]) -> bool:
    """Whether a vehicle comes empty to where it has been since it last carried somebody."""
    been: dict[tuple[str, int], set[str]] = {}
    for movement in movements:
        for trip in movement.trips:
            name = trip.vehicle_type, trip.vehicle
            if trip.loads:
                been[name] = {trip.destination}
                continue
            places = been.setdefault(name, {trip.comes_from})
            if trip.destination in places:
                return True
            places.add(trip.destination)
    return False


def value(operation: Operation, objective: Objective, movements: tuple[Movement, ...]) -> int | None:
    """Recount the first level of a plan; none where somebody is left whom the objective wants out."""
    plan = Plan(operation=operation, objective=objective, status=Status.FEASIBLE, movements=movements)
    if objective in MOST:
        return weight_out(plan)
    if objective is Objective.PRIORITY:
        free_to_leave = operation.horizon_s is not None or not persons_left(plan)
        return waiting_person_s(plan) if free_to_leave else None
    return None if persons_left(plan) else clearance_s(plan)
