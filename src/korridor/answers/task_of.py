"""What is rehearsed of a plan."""

from korridor.events.movement import Movement
from korridor.planning.plan import Plan
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.task import Task


def task_of(plan: Plan, seed: int, setting: Setting, before: tuple[Movement, ...] = ()) -> Task:
    """Return what is rehearsed of a plan; ``ValueError`` where it has no movements."""
    if not plan.movements:
        raise ValueError(
            f"the plan of {plan.operation.name} has no movements, so there is nothing to rehearse"
        )
    return Task(plan.operation, plan.movements, seed, plan.start, setting.reorders, setting.breaks, before)
