"""P2: the values of an objective's levels, recounted from the movements."""

from collections.abc import Iterator

from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify.broken import Broken
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.standing import outs
from korridor.planning.verify.windows import horizon_s

LEVELS = {
    Objective.MOST_OUT: ("out", "risk", "clearance"),
    Objective.CLEARANCE: ("clearance", "waiting"),
    Objective.PRIORITY: ("waiting",),
    Objective.EXPOSURE: ("out", "risk"),
}


def weight_out(plan: Plan) -> int:
    """P2, *out*: persons out by the horizon, by weight."""
    return sum(out.persons * plan.operation.people[out.group].weight for out in outs(plan))


def persons_left(plan: Plan) -> int:
    """P2, *left*: persons not out by the horizon."""
    persons = 0
    for group in plan.operation.people.values():
        persons += group.persons
    return persons - sum(out.persons for out in outs(plan))


def clearance_s(plan: Plan) -> int:
    """P2, *clearance*: the moment the last person who gets out is out."""
    return max((out.moment_s for out in outs(plan)), default=0)


def risk_person_s(plan: Plan) -> int:
    """P2, *risk*: persons × the tail's time on each road, and the single trip beyond, by weight."""
    search = RouteSearch(plan.operation)
    risk = 0
    for movement in plan.movements:
        for passage in movement.passages:
            weight = plan.operation.roads[passage.road].risk
            risk += weight * movement.persons * (passage.tail_out_s - passage.tail_in_s)
        for trip in movement.trips:
            speed = plan.operation.fleet[trip.vehicle_type].speed_m_per_h
            for index, forth in search.alone(movement.release, trip.destination) or ():
                road = plan.operation.roads[index]
                risk += road.risk * trip.persons * travel_s(road, forth, speed)
    return risk


def waiting_person_s(plan: Plan) -> int:
    """P2, *waiting*: each person's seconds until out, by weight; until the horizon for those who are not out by then."""
    waiting = 0
    left = {name: group.persons for name, group in plan.operation.people.items()}
    for out in outs(plan):
        waiting += out.persons * out.moment_s * plan.operation.people[out.group].weight
        left[out.group] -= out.persons
    until_s = horizon_s(plan.operation)
    for name, persons in left.items():
        waiting += persons * plan.operation.people[name].weight * (until_s or 0)
    return waiting


VALUES = {
    "out": weight_out,
    "left": persons_left,
    "clearance": clearance_s,
    "risk": risk_person_s,
    "waiting": waiting_person_s,
}


def p2_levels_are_the_objectives(plan: Plan) -> Iterator[Broken]:
    """P2: the levels are the objective's, in order; *left* stands first when somebody is left whom the objective wants out.

    A plan without levels claims nothing.
    """
    names = tuple(level.name for level in plan.levels)
    allowed = [LEVELS[plan.objective]]
    if _everybody(plan):
        with_left = ("left", *LEVELS[plan.objective])
        allowed = [with_left] if persons_left(plan) else [*allowed, with_left]
    if names and names not in allowed:
        asked = " or ".join(", ".join(each) for each in allowed)
        yield Broken("P2", "levels", f"{', '.join(names)}; for {plan.objective} they are {asked}")


def _everybody(plan: Plan) -> bool:
    """Whether the objective is for everybody: *clearance*, and *priority* where no horizon ends the waiting."""
    if plan.objective is Objective.PRIORITY:
        return horizon_s(plan.operation) is None
    return plan.objective is Objective.CLEARANCE


def p2_values_are_the_movements(plan: Plan) -> Iterator[Broken]:
    """P2: each level's value is what the movements come to; none is due where it is not compared."""
    no_plan = plan.status in (Status.INFEASIBLE, Status.NONE_FOUND)
    for level in plan.levels:
        if level.name not in VALUES or (no_plan and level.value is None):
            continue
        value = VALUES[level.name](plan)
        if level.value != value and not (level.value is None and _not_compared(plan, level.name)):
            yield Broken("P2", level.name, f"said to be {level.value}; the movements come to {value}")


def _not_compared(plan: Plan, name: str) -> bool:
    """Whether a level has no meaning because somebody is left."""
    return name in ("clearance", "waiting") and _everybody(plan) and persons_left(plan) > 0
