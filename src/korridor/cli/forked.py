"""``korridor rehearse --at`` and ``--from``: the plan as it is from a moment on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from korridor.cli.objective import objective_of, until_of
from korridor.cli.progress_line import progress_line
from korridor.cli.replanned import SECONDS, moment_of
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.planning.plan import Plan


def moment_lines(plan: Plan, at: str | None) -> tuple[str, ...]:
    """Say how everything stands at the moment that ``--at`` names, or from which a plan begins; nothing where it is the start."""
    from korridor.papers.state_words import state_lines
    from korridor.planning.replan.state_at import state_at

    try:
        start = plan.start if at is None else state_at(plan, at)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="'--at'") from None
    return () if start is None else tuple(state_lines(plan.operation, start))


def from_state(
    file: Path, state: Path, at: str | None, objective: str | None, until: str | None, json: bool, seed: int
) -> Plan:
    """Return a plan made from the state that ``--from`` names: as much of the plan in force as can be kept, planned on."""
    import korridor
    from korridor.operation.read import read_operation

    if at is not None:
        raise typer.BadParameter("a state has its own moment; leave --at or --from out", param_hint="'--at'")
    if file.suffix.lower() == ".json":
        what = f"{file} is a plan; with --from name the operation, and the state names its plan in force"
        raise typer.BadParameter(f"{what}; --at goes on with a plan as it is", param_hint="'--from'")
    with wrong_input(json):
        operation = until_of(read_operation(file), until)
        moment = moment_of(state, operation)
    aim = objective_of(objective, moment.operation, moment.earlier)
    with progress_line() as progress:
        return korridor.plan(
            moment.operation,
            objective=aim,
            seconds=SECONDS,
            seed=seed,
            progress=progress,
            bounded=False,
            start=moment.state,
            earlier=moment.earlier,
        )
