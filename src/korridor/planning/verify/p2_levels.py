"""P2: the values of an objective's levels, recounted from the movements."""

from collections.abc import Iterator

from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify.broken import Broken
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.standing import outs

LEVELS = {
    Objective.MOST_OUT: ("out", "risk", "clearance"),
    Objective.CLEARANCE: ("clearance", "waiting"),
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
    """P2, *waiting*: each person's moment of boarding where they stood from the start, summed."""
    waiting = 0
    for movement in plan.movements:
        for trip in movement.trips:
            for load in trip.loads:
                if plan.operation.people[load.group].place == movement.origin:
                    waiting += load.persons * (trip.boards_s or 0)
    return waiting


VALUES = {
    "out": weight_out,
    "left": persons_left,
    "clearance": clearance_s,
    "risk": risk_person_s,
    "waiting": waiting_person_s,
}


def p2_levels_are_the_objectives(plan: Plan) -> Iterator[Broken]:
    """P2: the levels are the objective's, in order; *left* stands first when *clearance* leaves somebody.

    A plan without levels claims nothing.
    """
    names = tuple(level.name for level in plan.levels)
    allowed = [LEVELS[plan.objective]]
    if plan.objective is Objective.CLEARANCE:
        with_left = ("left", *LEVELS[plan.objective])
        allowed = [with_left] if persons_left(plan) else [*allowed, with_left]
    if names and names not in allowed:
        asked = " or ".join(", ".join(each) for each in allowed)
        yield Broken("P2", "levels", f"{', '.join(names)}; for {plan.objective} they are {asked}")


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
    return name in ("clearance", "waiting") and persons_left(plan) > 0
