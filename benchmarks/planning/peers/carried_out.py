"""A peer's plan, driven by the real clockwork and judged by ``verify``: what it says counts for nothing until then."""

from typing import Any

from benchmarks.planning.peers.lap_statement import useful
from korridor.clockwork.run import Clock, Stuck
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify import Broken, verify


def orders_of(operation: Operation, said: list[dict[str, Any]], as_said: bool) -> tuple[Order, ...]:
    """Write a peer's movements as orders; to leave when it says, or as soon as they can."""
    names = useful(operation)
    return tuple(
        Order(
            origin=each["origin"],
            loaded=each["loaded"],
            trips=tuple(
                TripOrder(vehicle_type=names[v], comes_from=here, destination=there, layout=layout)
                for v, here, there, layout in each["trips"]
            ),
            not_before_s=each["departs_s"] if as_said else 0,
        )
        for each in said
        if each["trips"]
    )


def carried_out(
    operation: Operation, objective: Objective, said: list[dict[str, Any]]
) -> tuple[Plan, tuple[Broken, ...]]:
    """Drive a peer's movements, those left out that cannot go; returns the better of two legal plans, and what is broken in it.

    Its times are tried as it says them, and as early as the clockwork lets them be.
    """
    tried = [_driven(operation, objective, orders_of(operation, said, as_said)) for as_said in (False, True)]
    judged = [(plan, verify(plan)) for plan in tried]
    return min(judged, key=lambda each: (bool(each[1]), *_worse(each[0])))


def _driven(operation: Operation, objective: Objective, orders: tuple[Order, ...]) -> Plan:
    movements: list[Movement] = []
    clock = Clock(operation, orders)
    for order in orders:
        shorter = order
        while shorter.trips:
            try:
                movements.append(clock.go(shorter, len(movements)))
                break
            except Stuck:
                # Who finds nobody to board stays behind; those were the last of the column.
                rest = shorter.trips[:-1]
                if not rest:
                    break
                shorter = shorter.model_copy(update={"trips": rest})
    values = values_of(operation, objective, tuple(movements))
    return Plan(
        operation=operation,
        objective=objective,
        status=Status.FEASIBLE if movements else Status.NONE_FOUND,
        levels=tuple(level(operation, name, value, None) for name, value in values.items()),
        movements=tuple(movements),
    )


def _worse(plan: Plan) -> tuple[float, ...]:
    """Order plans: people left, then the first levels, the smaller the better."""
    found = [
        -each.value if each.name == "out" else each.value for each in plan.levels if each.value is not None
    ]
    return tuple(map(float, found))
