"""What is asked of an operation: by when, and what a plan is to be best at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from korridor.operation.operation import Operation
    from korridor.planning.plan import Objective, Plan


def until_of(operation: Operation, time: str | None) -> Operation:
    """Return the operation with the horizon that ``--until`` names."""
    from korridor.operation.horizon import until

    try:
        return operation if time is None else until(operation, time)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--until'") from None


def objective_of(name: str | None, operation: Operation, earlier: Plan | None = None) -> Objective:
    """Return the objective that ``--objective`` names.

    Without it, that of the plan in force; without one, most out by a horizon where there is one, else clearance.
    """
    from korridor.planning.plan import Objective

    if name is None and earlier is not None:
        return earlier.objective
    if name is None:
        return Objective.CLEARANCE if operation.horizon_s is None else Objective.MOST_OUT
    if name in tuple(Objective):
        return Objective(name)
    what = f"{name!r} is not an objective"
    raise typer.BadParameter(f"{what}; one of {', '.join(Objective)}", param_hint="'--objective'")
