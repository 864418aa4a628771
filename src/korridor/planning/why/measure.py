"""P2: the level by which plans and bounds of changed operations are compared: the first of today's plan."""

from enum import StrEnum

from korridor.operation.operation import Operation
from korridor.planning.bounded import Bounds
from korridor.planning.levels import counted_out
from korridor.planning.plan import Plan


class Measure(StrEnum):
    """What is compared; of ``OUT`` more is better, of the others less."""

    OUT = "out"
    LEFT = "left"
    CLEARANCE = "clearance"
    WAITING = "waiting"

    def gain(self, before: int, after: int) -> int:
        """By how much ``after`` is better than ``before``; negative where it is worse."""
        return after - before if self is Measure.OUT else before - after

    def best(self, *numbers: int) -> int:
        """The best of some values, or the weakest of some bounds."""
        return max(numbers) if self is Measure.OUT else min(numbers)

    def tightest(self, *bounds: int) -> int:
        """The bound of some that says most."""
        return min(bounds) if self is Measure.OUT else max(bounds)


def measure_of(plan: Plan) -> Measure:
    """Return what a plan is measured by: its first level."""
    return Measure(plan.levels[0].name)


def value_of(plan: Plan, measure: Measure) -> int | None:
    """Return a plan's value; ``None`` where it has none by this measure: somebody is left, and the last one never out."""
    by_level = {level.name: level.value for level in plan.levels}
    if measure is Measure.LEFT and measure not in by_level:
        return 0  # whoever has a clearance leaves nobody
    if measure is Measure.WAITING and Measure.LEFT in by_level:
        return None
    return by_level.get(measure)


def bound_of(bounds: Bounds, measure: Measure) -> int | None:
    """Return the bound by a measure; ``None`` where it has not been worked out."""
    if measure is Measure.LEFT and measure not in bounds.by_level:
        return 0 if Measure.CLEARANCE in bounds.by_level else None
    return bounds.by_level.get(measure)


def out_persons(plan: Plan) -> int:
    """C7: how many are out by the horizon."""
    return sum(load.persons for _, load in counted_out(plan.operation, plan.movements))


def longest_aboard_s(plan: Plan) -> int:
    """O5: the longest that anybody sits aboard."""
    trips = [trip for movement in plan.movements for trip in movement.trips]
    return max((t.free_s - t.boards_s for t in trips if t.loads and t.boards_s is not None), default=0)


def everybody(operation: Operation) -> int:
    """The weight of all people: no plan gets more out."""
    return sum(group.persons * group.weight for group in operation.people.values())
