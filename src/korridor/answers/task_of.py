"""What is rehearsed of a plan."""

from collections.abc import Sequence

from korridor.events.movement import Movement
from korridor.planning.plan import Plan
from korridor.rehearsal.given import Break
from korridor.rehearsal.task import Task


def task_of(
    plan: Plan,
    seed: int,
    reorders: bool = False,
    breaks: Sequence[Break] = (),
    before: tuple[Movement, ...] = (),
) -> Task:
    """Return what is rehearsed of a plan; ``ValueError`` where it has no movements."""
    if not plan.movements:
        raise ValueError("the plan has no movements, so there is nothing to rehearse")
    return Task(plan.operation, plan.movements, seed, plan.start, reorders, tuple(breaks), before)
