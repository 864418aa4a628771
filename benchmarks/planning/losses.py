"""What the planner loses on one operation: to the best plan that there is, and from there to the bound."""

from contextlib import suppress
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.planning.oracle.search import TooLargeError, best
from korridor.planning.plan import Level, Objective
from korridor.planning.planner import plan

MORE_IS_BETTER = (Objective.MOST_OUT, Objective.EXPOSURE)

WANTED = {
    Objective.MOST_OUT: "out",
    Objective.EXPOSURE: "out",
    Objective.CLEARANCE: "clearance",
    Objective.PRIORITY: "waiting",
}
"""The level that an oracle speaks of, by objective."""


@dataclass(frozen=True)
class Losses:
    """One operation, planned, bounded and, where it is small enough, tried out.

    Attributes
    ----------
    operation : Operation
    objective : Objective
    plan, oracle, bound : int or None
        The first level's value in our plan, in the best of all plans, and its bound. ``None``: somebody is left whom the
        objective wants out, or (oracle) it is too large, or (bound) there is none.
    gap : float or None
        As the plan states it (P3).
    """

    operation: Operation
    objective: Objective
    plan: int | None
    oracle: int | None
    bound: int | None
    gap: float | None

    @property
    def search(self) -> float | None:
        """What the search loses, as a part of the best; all of it where it leaves somebody whom the best plan does not."""
        if self.oracle is None:
            return None
        return 1.0 if self.plan is None else _apart(self.plan, self.oracle)

    @property
    def relaxation(self) -> float | None:
        """What the relaxation gives away, as a part of the best."""
        return None if self.oracle is None or self.bound is None else _apart(self.bound, self.oracle)

    @property
    def size(self) -> tuple[int, ...]:
        """How much there is to read in it: vehicles, people, places and roads."""
        each = self.operation
        vehicles = sum(kind.number for kind in each.fleet.values())
        return vehicles, len(each.people), len(each.places), len(each.roads), each.persons


def losses(operation: Operation, objective: Objective, work: int, most_tried: int) -> Losses:
    """Plan an operation with so many iterations, and try every plan where so many orders are enough.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    work, most_tried : int
        Iterations of the search, and orders tried by the oracle; with 0 it is not asked.
    """
    made = plan(operation, objective=objective, work=work)
    wanted = WANTED[objective]
    found = next(
        (level for level in made.levels if level.name == wanted),
        Level(name=wanted, value=None, bound=None, gap=None),
    )
    oracle = None
    if most_tried:
        with suppress(TooLargeError):
            oracle = best(operation, objective, most_tried).value
    return Losses(operation, objective, found.value, oracle, found.bound, found.gap)


def _apart(one: int, other: int) -> float:
    """How far two values are apart, as a part of the other."""
    return abs(one - other) / abs(other) if other else float(one != other)
