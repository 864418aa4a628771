"""The report's first lines: how many are out by when, how long it takes, and for whom not."""

from collections import Counter
from dataclasses import dataclass

from korridor.papers.headcount import headcount
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.people_out import last_out_s
from korridor.pictures.windows import CLOSED, spans
from korridor.planning.plan import Objective, Plan, Status


@dataclass(frozen=True)
class Answer:
    """What the plan says, in one line and then in some more."""

    headline: str
    lines: tuple[str, ...]


def answer(plan: Plan) -> Answer:
    """Return the answer in plain words; everything in it is planned, and nothing of it is done."""
    groups = headcount(plan.operation, plan.movements)
    people, out = sum(group.persons for group in groups), sum(group.out for group in groups)
    clock, last_s = Clock(plan.operation.start), last_out_s(plan.operation, plan.movements)
    if plan.status is Status.INFEASIBLE:
        headline = f"There is no plan: {people:,} people are left behind."
    elif not people:
        headline = "Nobody waits to be taken: there is nothing to plan."
    elif last_s is None:
        headline = f"Nobody gets out in this plan; {people:,} people are left behind."
    elif out == people:
        headline = (
            f"Planned: all {people:,} people that the file counts out by {clock.full(last_s, up=True)}."
        )
    else:
        when = clock.full(last_s, up=True)
        headline = f"Planned: {out:,} of {people:,} people out by {when}; {people - out:,} left behind."
    lines = [*_from_a_moment(plan), _asked_for(plan), *_status(plan)]
    if plan.movements:
        lines += [_how_long(plan, last_s), _movements(plan)]
    lines.append(
        "Numbers of people are those of the file. More people may come than were counted: no number here is "
        "a cap on who may."
    )
    return Answer(headline, tuple(lines))


def _from_a_moment(plan: Plan) -> list[str]:
    """P5: of whom the plan's numbers are, where it begins with columns on the road."""
    if plan.start is None:
        return []
    aboard, out = (sum(row.persons for row in rows) for rows in (plan.start.aboard, plan.start.out))
    since = Clock(plan.operation.start).full(plan.start.at_s)
    others = [f"{out:,} were out already"] if out else []
    others += [f"{aboard:,} were aboard and arrive as they were to"] if aboard else []
    besides = f" Besides them {', and '.join(others)}." if others else ""
    return [f"Planned on from {since}: the numbers are of the people who waited then.{besides}"]


def _asked_for(plan: Plan) -> str:
    horizon_s = plan.operation.horizon_s
    by = "" if horizon_s is None else f" by {Clock(plan.operation.start).full(horizon_s)}"
    return {
        Objective.MOST_OUT: f"The question was: how many people can get out{by}? Then, with as little time at risk, "
        "and as soon as can be?",
        Objective.CLEARANCE: "The question was: how soon can the last person be out? Then, with as little waiting as "
        "can be?",
        Objective.PRIORITY: "The question was: how can people wait as little as can be until they are out, each by the "
        "weight of the group?" + (f" Whoever is not out waits until {by[4:]}." if by else ""),
        Objective.EXPOSURE: f"The question was: how many people can get out{by}? Then, with as little time at risk as "
        "can be?",
    }[plan.objective]


def _status(plan: Plan) -> list[str]:
    if plan.status is Status.INFEASIBLE:
        return [
            "The operation as the file states it cannot work; “korridor check” names the facts that clash."
        ]
    if plan.status is Status.NONE_FOUND and plan.operation.persons:
        return ["No plan was found with the work done. That does not show that there is none."]
    return []


def _how_long(plan: Plan, last_s: int | None) -> str:
    clock = Clock(plan.operation.start)
    first_s = min(movement.departs_s for movement in plan.movements)
    leaves = f"The first movement leaves at {clock.exact.full(first_s)}"
    if last_s is None:
        return f"{leaves}."
    closed_s = sum(s.ends_s - s.begins_s for s in spans(plan.operation, first_s, last_s) if s.state == CLOSED)
    closed = f"; for {lasting(closed_s)} of it the truce is closed" if closed_s else ""
    return f"{leaves}; from then to the last person out it is {lasting(last_s - first_s, up=True)}{closed}."


def _movements(plan: Plan) -> str:
    loaded = sum(movement.loaded for movement in plan.movements)
    used = {(trip.vehicle_type, trip.vehicle) for movement in plan.movements for trip in movement.trips}
    types = Counter(vehicle_type for vehicle_type, _ in used)
    vehicles = ", ".join(f"{types[name]:,} × {name}" for name in plan.operation.fleet if types[name])
    total = len(plan.movements)
    return (
        f"{total:,} {'movement' if total == 1 else 'movements'}: {loaded:,} with people aboard, "
        f"{total - loaded:,} empty. Vehicles used: {vehicles}."
    )
