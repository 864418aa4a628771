"""Who is compared: each makes a curve of an instance within its seconds, or says why it cannot."""

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import Any

import korridor
from benchmarks.planning.hand_day import hand_clock, hand_day
from benchmarks.planning.hand_rules import RULES
from benchmarks.planning.hand_sheet import hand_sheet
from benchmarks.planning.peers.ask import Answer, MissingError, ask, has
from benchmarks.planning.peers.bus_statement import bus_statement, is_buses, movements
from benchmarks.planning.peers.carried_out import carried_out
from benchmarks.planning.peers.lap_statement import cannot_say, lap_statement
from benchmarks.planning.side.curve import SAMPLED_S, Curve, Point
from benchmarks.planning.side.instances import Instance
from korridor.events.movement import Movement
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.progress import Progress

WORKERS = 2

SEARCH = 0.5
"""The part of the time that our search gets; the bound, the last look at it and the checker need the rest."""

START_S = 3.0
"""Seconds of hand rules of which CP-SAT is given the best to start from; they are not counted."""

STRIDE = 235
"""Prime to the number of hand rules, so that the first ones tried are of every kind."""

Contender = Callable[[Instance, float], Curve]


class CannotError(Exception):
    """A contender has no words for the operation, or is not installed."""


def ours(instance: Instance, seconds: float) -> Curve:
    """Korridor; times are those that its progress says, and the last point is the plan that leaves it, verified."""
    points: list[Point] = []

    def watch(progress: Progress) -> None:
        if not points or (points[-1].value, points[-1].bound) != (progress.value, progress.bound):
            points.append(Point(progress.seconds, progress.value, progress.bound))

    began = perf_counter()
    made = korridor.plan(
        instance.operation, objective=instance.objective, seconds=SEARCH * seconds, progress=watch
    )
    took_s = perf_counter() - began
    level = next((each for each in made.levels if each.name == instance.level), None)
    value = _value(instance, made)
    # While somebody is left progress counts them, and not the clearance: what is better than the end is such a number.
    points = [
        each
        for each in points
        if each.value is None or value is None or not _better(instance, each.value, value)
    ]
    points.append(Point(took_s, value, level.bound if level else None))
    return Curve("Korridor", tuple(points), took_s)


def _better(instance: Instance, one: int, other: int) -> bool:
    return one > other if instance.level == "out" else one < other


def hand_rules(instance: Instance, seconds: float) -> Curve:
    """Try hand rules one after the other, until the time is over."""
    began = perf_counter()
    points: list[Point] = []
    tried = 0
    for driven in _days(instance, seconds):
        tried += 1
        plan = _stated(instance, driven)
        value = _value(instance, plan)
        best = points[-1].value if points else None
        if (
            value is not None
            and (best is None or _better(instance, value, best))
            and not korridor.verify(plan)
        ):
            points.append(Point(perf_counter() - began, value, None))
    return Curve("hand rules", tuple(points), perf_counter() - began, note=f"best of {tried}")


def _days(instance: Instance, seconds: float) -> Iterator[tuple[Movement, ...]]:
    """Yield what hand rules make of an operation, as many as the seconds allow."""
    began = perf_counter()
    try:
        sheet = hand_sheet(instance.operation)
        clock = hand_clock(sheet)
    except (ValueError, KeyError, IndexError) as fault:
        raise CannotError("a sheet of paper has no room for it") from fault
    for tried in range(len(RULES)):
        if perf_counter() - began >= seconds:
            return
        yield hand_day(sheet, clock, RULES[tried * STRIDE % len(RULES)])


def _best_day(instance: Instance) -> tuple[Movement, ...]:
    """Return the best of what some hand rules make of it: most people out, and of these the soonest; none where none works."""
    try:
        days = [day for day in _days(instance, START_S) if day]
    except CannotError:
        return ()
    aims = (
        (Objective.MOST_OUT, "out", -1),
        (instance.objective, instance.level, -1 if instance.level == "out" else 1),
    )

    def worth(day: tuple[Movement, ...]) -> tuple[int, ...]:
        found = [(values_of(instance.operation, aim, day).get(name), sign) for aim, name, sign in aims]
        return tuple(sign * (value or 0) for value, sign in found)

    return min(days, key=worth, default=())


def _stated(instance: Instance, driven: tuple[Movement, ...]) -> Plan:
    values = values_of(instance.operation, instance.objective, driven)
    levels = tuple(level(instance.operation, name, value, None) for name, value in values.items())
    status = Status.FEASIBLE if driven else Status.NONE_FOUND
    return Plan(
        operation=instance.operation,
        objective=instance.objective,
        status=status,
        levels=levels,
        movements=driven,
    )


def cp_sat(instance: Instance, seconds: float) -> Curve:
    """OR-Tools CP-SAT: the full model of laps, or of buses where these shuttle one by one."""
    _installed("ortools")
    if is_buses(instance.operation):
        said = bus_statement(instance.operation)
        return _asked(instance, seconds, "CP-SAT", "solve_buses", said, _tours, own_bound=True)
    if why := cannot_say(instance.operation):
        raise CannotError(why)
    said = lap_statement(instance.operation, str(instance.objective), _best_day(instance))
    return _asked(instance, seconds, "CP-SAT", "solve_laps", said, lambda _, plan: plan, own_bound=True)


def _routed(instance: Instance, seconds: float, tool: str, package: str, module: str) -> Curve:
    """A routing solver, for what it has words for: buses that shuttle one by one."""
    _installed(package)
    if not is_buses(instance.operation):
        raise CannotError("columns, lanes, windows: no words for them")
    return _asked(instance, seconds, tool, module, bus_statement(instance.operation), _tours)


routing: Contender = partial(_routed, tool="OR-Tools routing", package="ortools", module="solve_routing")
pyvrp: Contender = partial(_routed, tool="PyVRP", package="pyvrp", module="solve_pyvrp")


def _installed(package: str) -> None:
    try:
        has(package)
    except MissingError as missing:
        raise CannotError(str(missing)) from missing


def _tours(instance: Instance, plan: Any) -> Any:
    return movements(instance.operation, plan)


def _asked(
    instance: Instance,
    seconds: float,
    tool: str,
    module: str,
    said: dict[str, Any],
    as_movements: Callable[[Instance, Any], Any],
    own_bound: bool = False,
) -> Curve:
    """Ask a peer; of its plans those that it had at the moments sampled are driven and judged."""
    began = perf_counter()
    answers = ask(module, said, seconds, WORKERS)
    took_s = perf_counter() - began
    points, broken = [], ""
    for at_s in (*(each for each in SAMPLED_S if each < seconds), seconds + 1e9):
        had = [answer for answer in answers if answer.at_s <= at_s]
        if not had:
            continue
        bounds = [answer.bound for answer in had if answer.bound is not None]
        bound = bounds[-1] if bounds else None
        value, found_s = None, had[-1].at_s
        planned = [answer for answer in had if answer.plan is not None]
        if planned:
            found_s = planned[-1].at_s
            value, broken = _judged(instance, planned[-1], as_movements)
        points += [Point(had[-1].at_s, None, bound), Point(found_s, value, None)]
    kept: list[Point] = []
    for point in sorted(
        points, key=lambda each: each.at_s
    ):  # a plan that drives worse than one before is not an answer
        values = [each.value for each in kept if each.value is not None]
        if point.value is None or not values or _better(instance, point.value, values[-1]):
            kept.append(point)
    return Curve(tool, tuple(kept), took_s, own_bound, note=broken)


def _judged(
    instance: Instance, answer: Answer, as_movements: Callable[[Instance, Any], Any]
) -> tuple[int | None, str]:
    plan, broken = carried_out(instance.operation, instance.objective, as_movements(instance, answer.plan))
    if broken:
        return None, f"its plan breaks {broken[0].rule}"
    value = _value(instance, plan)
    if value is None:
        left = next((each.value for each in plan.levels if each.name == "left"), None)
        return None, f"its plan leaves {left} people"
    return value, ""


def _value(instance: Instance, plan: Plan) -> int | None:
    return next((each.value for each in plan.levels if each.name == instance.level), None)


CONTENDERS: dict[str, Contender] = {
    "Korridor": ours,
    "CP-SAT": cp_sat,
    "OR-Tools routing": routing,
    "PyVRP": pyvrp,
    "hand rules": hand_rules,
}
