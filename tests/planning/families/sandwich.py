"""Bound, best plan and plan of one operation, each no better than the one before, and all of it checked."""

from korridor.clockwork.run import run
from korridor.operation.operation import Operation
from korridor.planning.bound.clearance import clearance_bound
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.waiting import least_waiting_bound
from korridor.planning.certificate import AnyCertificate
from korridor.planning.levels import level
from korridor.planning.oracle.search import TooLargeError, best
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.planner import plan
from korridor.planning.verify import Broken, verify

SLOT_S = 120
"""Coarse: a bound is as valid with it, and thousands are worked out."""

MOST_TRIED = 3000

MOST = {Objective.MOST_OUT: "out", Objective.EXPOSURE: "out"}
LEAST = {Objective.CLEARANCE: "clearance", Objective.PRIORITY: "waiting"}


def out_of_order(operation: Operation, objective: Objective) -> str:
    """Plan, bound, try every plan and check it all; returns what is wrong, nothing if all is well."""
    made = plan(operation, objective=objective, work=1, bounded=False)
    bound, certificate = _bound(operation, objective, made)
    name = {**MOST, **LEAST}[objective]
    stated = _stated(made, name, bound, certificate)
    if broken := verify(stated):
        return told(broken)
    value = next((each.value for each in made.levels if each.name == name), None)
    try:
        oracle = best(operation, objective, MOST_TRIED)
    except TooLargeError:
        return _order(objective, value, bound, bound)
    movements = run(operation, oracle.orders)
    of_best = Plan(operation=operation, objective=objective, status=Status.FEASIBLE, movements=movements)
    if broken := verify(of_best):
        return f"the best plan: {told(broken)}"
    return _order(objective, value, oracle.value, bound)


def told(broken: tuple[Broken, ...]) -> str:
    """Say which rule is broken first."""
    return f"{broken[0].rule} at {broken[0].where}: {broken[0].what}"


def _order(objective: Objective, value: int | None, most: int | None, bound: int) -> str:
    told = f"plan {value}, best {most}, bound {bound}"
    if objective in MOST:
        assert value is not None and most is not None
        return "" if value <= most <= bound else told
    if most is None:  # nobody can do it
        return "" if value is None else told
    return "" if (value is None or value >= most) and most >= bound else told


def _bound(operation: Operation, objective: Objective, made: Plan) -> tuple[int, AnyCertificate]:
    if objective in MOST:
        certificate = most_out_bound(operation, slot_s=None if operation.horizon_s is None else SLOT_S)
        return certificate.bound_weight, certificate
    if objective is Objective.PRIORITY:
        return least_waiting_bound(operation, slot_s=SLOT_S)
    return clearance_bound(operation, slot_s=SLOT_S)


def _stated(made: Plan, name: str, bound: int, certificate: AnyCertificate) -> Plan:
    """The plan with the bound stated, where the level is one of those that it states."""
    if not made.levels or made.levels[0].name != name:
        return made
    first = level(made.operation, name, made.levels[0].value, bound)
    return made.model_copy(update={"levels": (first, *made.levels[1:]), "certificate": certificate})
