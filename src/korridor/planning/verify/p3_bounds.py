"""P3: bounds, gaps and status."""

import math
from collections.abc import Iterator

from korridor.planning.plan import Level, Plan, Status
from korridor.planning.verify.broken import Broken
from korridor.planning.verify.windows import usable_s


def p3_no_bound_is_beaten(plan: Plan) -> Iterator[Broken]:
    """P3: no value is better than its bound, which holds where the levels before it attain theirs."""
    for level in plan.levels:
        if level.value is not None and level.bound is not None:
            beaten = level.value > level.bound if level.name == "out" else level.value < level.bound
            if beaten:
                yield Broken("P3", level.name, f"{level.value} beats its bound {level.bound}")
        if not _closed(level):
            return


def p3_gaps_are_what_they_are(plan: Plan) -> Iterator[Broken]:
    """P3: a gap is |value − bound| ÷ value, of clearance in usable truce seconds."""
    for level in plan.levels:
        gap = _gap(plan, level)
        if level.gap is None:
            continue
        if gap is None or not math.isclose(level.gap, gap, rel_tol=1e-9, abs_tol=1e-12):
            yield Broken("P3", level.name, f"the gap is said to be {level.gap}; it is {gap}")


def p3_proved_is_closed(plan: Plan) -> Iterator[Broken]:
    """P3: ``proved`` means that every level is closed."""
    if plan.status is not Status.PROVED:
        return
    if not plan.levels:
        yield Broken("P3", "status", "said to be proved, but no level is stated")
    for level in plan.levels:
        if not _closed(level):
            what = f"said to be proved, but {level.name} is {level.value} with bound {level.bound}"
            yield Broken("P3", "status", what)


def _closed(level: Level) -> bool:
    return level.value is not None and level.value == level.bound


def _gap(plan: Plan, level: Level) -> float | None:
    """Recompute a gap; ``None`` where it is not known."""
    if level.value is None or level.bound is None:
        return None
    value, bound = level.value, level.bound
    if level.name == "clearance":
        value, bound = usable_s(plan.operation, value), usable_s(plan.operation, bound)
    if value == bound:
        return 0.0
    return abs(value - bound) / value if value else math.inf
