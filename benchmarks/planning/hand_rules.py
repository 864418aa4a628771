"""Most-out in Aleppo's first window: the planner against rules of thumb such as a movement officer works by hand."""

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import korridor
from benchmarks.planning.hand_day import hand_clock, hand_day
from benchmarks.planning.hand_rule import RULES, HandRule
from benchmarks.planning.hand_sheet import hand_sheet
from benchmarks.registry import Ratio, benchmark
from korridor.events.movement import Movement
from korridor.operation.horizon import until
from korridor.operation.operation import Operation
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Objective, Plan, Status

FILE = Path(__file__).parents[2] / "examples" / "aleppo-2016" / "operation.yaml"
UNTIL = "2016-12-16T12:00+02:00"
SECONDS = 30.0
"""The planner's search."""
MORE = 1.1
"""What the planner is to reach, of the best hand rule."""


@benchmark(
    "hand-rules",
    question="How many more people does the planner get out of Aleppo in the first window than rules of thumb?",
    compares_with=f"the best, and the mean, of {len(RULES)} hand rules of dispatch, timed by the same clockwork",
)
def hand_rules() -> Iterator[Ratio]:
    """Each rule's day is timed and counted as a plan is; the best rule's passes the checker as a plan does."""
    operation = until(korridor.read_operation(FILE), UNTIL)
    days = dict(hand_days(operation, RULES))
    out = {rule: _out(operation, movements) for rule, movements in days.items()}
    best = max(out, key=lambda rule: out[rule])
    broken = korridor.verify(hand_plan(operation, days[best]))
    if broken:
        raise ValueError(f"the best hand rule makes no legal plan: {broken[0]}")
    ours = korridor.plan(operation, objective=Objective.MOST_OUT, seconds=SECONDS)
    value = _out(operation, ours.movements)
    yield Ratio(
        f"{value:,} out, to the best of {len(RULES)} hand rules ({out[best]:,}: {best})",
        value,
        out[best],
        "persons",
        aim="10 % more or better",
        met=value >= MORE * out[best],
    )
    yield Ratio(
        f"{value:,} out, to the mean of {len(RULES)} hand rules (from {min(out.values()):,} to {out[best]:,})",
        value,
        mean(out.values()),
        "persons",
    )


def hand_days(
    operation: Operation, rules: tuple[HandRule, ...]
) -> Iterator[tuple[HandRule, tuple[Movement, ...]]]:
    """Carry out rules, each from the operation's beginning; yields each with its movements."""
    sheet = hand_sheet(operation)
    clock = hand_clock(sheet)
    for rule in rules:
        yield rule, hand_day(sheet, clock, rule)


def hand_plan(operation: Operation, movements: tuple[Movement, ...]) -> Plan:
    """State a day's movements as a plan for most-out, without bounds, so that it can be checked."""
    values = values_of(operation, Objective.MOST_OUT, movements)
    return Plan(
        operation=operation,
        objective=Objective.MOST_OUT,
        status=Status.FEASIBLE if movements else Status.NONE_FOUND,
        levels=tuple(level(operation, name, value, None) for name, value in values.items()),
        movements=movements,
    )


def _out(operation: Operation, movements: tuple[Movement, ...]) -> int:
    return values_of(operation, Objective.MOST_OUT, movements)["out"] or 0
