"""A plan that is tried: its movements at the operation's own times, and how it came about."""

from typing import NamedTuple

from korridor.clockwork.run import Stuck, run
from korridor.events.movement import Movement
from korridor.events.orders_of import orders_of
from korridor.operation.operation import Operation
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Plan, Status
from korridor.planning.planner import plan
from korridor.planning.progress import Watch
from korridor.planning.robust.harder import Harder
from korridor.planning.verify import verify


class Candidate(NamedTuple):
    """A plan, the operation that it was searched for, and the work that this took."""

    plan: Plan
    harder: Harder
    iterations: int


def candidate(
    plain: Plan,
    harder: Harder,
    seed: int,
    work: int,
    progress: Watch | None = None,
) -> Candidate | None:
    """Search a plan for a harder operation, and time it for the one at hand; ``None`` where it cannot go there."""
    found = plan(
        harder.operation,
        objective=harder.objective,
        seed=seed,
        work=work,
        progress=progress,
        bounded=False,
    )
    try:
        movements = run(plain.operation, orders_of(found.movements))
    except Stuck:
        return None
    timed = restated(plain, movements)
    if not movements or verify(timed):
        return None
    return Candidate(timed, harder, found.work.search_iterations)


def restated(plain: Plan, movements: tuple[Movement, ...]) -> Plan:
    """Return a plan with other movements: its values are theirs, the bounds those of the operation, as before (P3)."""
    operation: Operation = plain.operation
    bounds = {each.name: each.bound for each in plain.levels}
    levels = []
    closed = True
    for name, value in values_of(operation, plain.objective, movements).items():
        levels.append(level(operation, name, value, bounds.get(name) if closed else None))
        closed = closed and value is not None and value == levels[-1].bound
    return plain.model_copy(
        update={
            "movements": movements,
            "levels": tuple(levels),
            "status": Status.PROVED if closed else Status.FEASIBLE,
        }
    )
