"""A file that is a plan, or an operation that is planned first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from korridor.cli.objective import objective_of, until_of
from korridor.cli.say import complain
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.planning.plan import Plan


def plan_at(
    file: Path,
    objective: str | None,
    until: str | None,
    json: bool,
    seed: int = 0,
    seconds: float = 50.0,
    work: int | None = None,
    bounded: bool = True,
) -> Plan:
    """Read a plan, verified; or plan an operation first."""
    import korridor
    from korridor.cli.progress_line import progress_line
    from korridor.operation.read import read_operation
    from korridor.papers.plan_file import read_plan
    from korridor.planning.verify import verify

    if file.suffix.lower() == ".json":
        if objective is not None or until is not None:
            raise typer.BadParameter(
                f"{file} is a plan, which has its objective and horizon; leave --objective and --until out"
            )
        with wrong_input(json):
            plan = read_plan(file)
        if broken := verify(plan):
            for each in broken:
                complain(str(each))
            complain(f"{file}: the plan breaks rules of docs/semantics.md; nothing is said of it")
            raise typer.Exit(1)
        return plan
    with wrong_input(json):
        operation = until_of(read_operation(file), until)
    aim = objective_of(objective, operation)
    with progress_line() as progress:
        return korridor.plan(
            operation,
            objective=aim,
            seconds=seconds,
            seed=seed,
            work=work,
            bounded=bounded,
            progress=progress,
        )
