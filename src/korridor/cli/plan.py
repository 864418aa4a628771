"""``korridor plan``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from korridor.cli.arguments import (
    MOST_SECONDS,
    JsonFlag,
    OperationFile,
    folder_at,
    seconds_in,
    seed_in,
    work_in,
)
from korridor.cli.objective import objective_of, until_of
from korridor.cli.progress_line import progress_line
from korridor.cli.replanned import moment_of, replan
from korridor.cli.say import complain, say, say_json
from korridor.cli.wrong_input import wrong_input

if TYPE_CHECKING:
    from korridor.operation.operation import Operation
    from korridor.planning.plan import Objective, Plan
    from korridor.planning.progress import Progress, Watch
    from korridor.planning.why.why import Why

SECONDS, BEP_SECONDS = 24.0, 30.0
"""How long planning may take where nobody says: an answer in a minute. What is proved sooner ends sooner."""

WHY_LONGER = 6
"""``--why`` tries some twenty changes, each planned anew."""


def plan(
    file: OperationFile,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR", help="Write the report, the plan, tables and maps there."
        ),
    ] = None,
    objective: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="most-out (the default where there is a horizon), clearance, priority or exposure.",
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="Horizon: 2016-12-16T12:00+02:00, or '+6 h' after the start."),
    ] = None,
    seconds: Annotated[
        float | None,
        typer.Option(
            parser=seconds_in,
            metavar="S",
            help=f"Time limit; {SECONDS:.0f} by default, {BEP_SECONDS:.0f} for a .txt file; less once all is proved.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(parser=seed_in, metavar="N", help="Seed of the search.")] = 0,
    work: Annotated[
        int | None,
        typer.Option(parser=work_in, metavar="N", help="Iterations; same file, seed and work: same plan."),
    ] = None,
    why: Annotated[
        bool,
        typer.Option(
            "--why",
            help=f"Say in the report what binds and what one more would bring; {WHY_LONGER} times as long again.",
        ),
    ] = False,
    robust: Annotated[
        bool,
        typer.Option(
            "--robust",
            help="Look for a plan with fewer people left or exposed in the worst tenth of futures, at a stated price; "
            "about twice as long again.",
        ),
    ] = False,
    state: Annotated[
        Path | None,
        typer.Option(
            "--from", metavar="STATE", help="Plan on from a moment: a state.json that korridor state wrote."
        ),
    ] = None,
    json: JsonFlag = False,
) -> None:
    """Plan the movements, with a bound that no plan can beat.

    Example: korridor plan examples/aleppo-2016/operation.yaml -o build/aleppo --until 2016-12-16T12:00+02:00
    """
    from korridor.operation.check import check
    from korridor.operation.fault import one_line
    from korridor.operation.lines import lines_of
    from korridor.operation.read import read_operation
    from korridor.papers.clashing import clash_lines, clashes_document
    from korridor.papers.summary import summary_document, summary_lines
    from korridor.planning.clash import clashes
    from korridor.planning.clash.clash import with_clashes
    from korridor.planning.plan import Objective, Plan, Status

    with wrong_input(json):
        operation = until_of(read_operation(file), until)
    if state is not None:
        if robust:
            raise typer.BadParameter(
                "a plan from a saved state cannot be made robust yet; leave --robust out"
            )
        with wrong_input(json):
            moment = moment_of(state, operation)
        aim = objective_of(objective, moment.operation, moment.earlier)
        replan(moment, aim, folder_at(output) if output else None, seconds, seed, work, json)
        return
    aim = objective_of(objective, operation)
    folder = folder_at(output) if output else None
    is_bep = file.suffix.lower() == ".txt"
    if seconds is None:
        # With an amount of work, the clock has no say: or a slower machine would make another plan.
        seconds = MOST_SECONDS if work is not None else BEP_SECONDS if is_bep else SECONDS
    ruled = check(operation)
    found = clashes(operation)
    findings = with_clashes(ruled, found)
    with wrong_input(json):
        line_of = lines_of(file) if found else lambda where: 1
    for line in (*map(str, findings), *clash_lines(str(file), found, line_of)):
        complain(one_line(line))
    began = perf_counter()
    # Where not everybody can be out in time, a plan still brings out those who can be.
    nobody = not all(clash.clearance_only for clash in found)
    if nobody or any(finding.stops(aim is Objective.CLEARANCE) for finding in ruled):
        made = Plan(operation=operation, objective=aim, status=Status.INFEASIBLE)
    else:
        with progress_line() as progress:
            made = _planned(operation, aim, seconds, seed, work, robust, progress)
    answer = _why(made, seconds, seed, work) if why and made.movements else None
    took = perf_counter() - began
    files = _written(made, folder, answer) if folder else ()
    if json:
        document = summary_document(made, took, files, findings, speaks_of="clearance" if is_bep else None)
        more = {"why": _why_document(answer)} if answer else {}
        say_json({**document, "clashes": clashes_document(found, line_of), **more})
    else:
        say([*summary_lines(made, took, files), *(_why_lines(answer) if answer else ())])
    if made.status not in (Status.PROVED, Status.FEASIBLE):
        raise typer.Exit(1)


def _written(made: Plan, folder: Path, answer: Why | None) -> tuple[Path, ...]:
    from korridor.papers.report import write_report  # who wants no report need not wait for what draws it

    return write_report(made, folder, answer)


def _why(made: Plan, seconds: float, seed: int, work: int | None) -> Why:
    from korridor.cli.why import asked

    return asked(made, WHY_LONGER * seconds, seed, work)


def _why_document(answer: Why) -> dict[str, object]:
    from korridor.papers.why.document import why_document

    return why_document(answer)


def _why_lines(answer: Why) -> Iterable[str]:
    from korridor.papers.why.lines import why_lines

    return why_lines(answer)


def _planned(
    operation: Operation,
    aim: Objective,
    seconds: float,
    seed: int,
    work: int | None,
    robust: bool,
    show: Watch | None,
) -> Plan:
    """Plan; and under a truce, unless stopped, find out what limiting the time aboard costs."""
    import korridor
    from korridor.planning.progress import STOPPED
    from korridor.planning.without_limit import with_cost_of_limit

    stopped = False

    def watch(progress: Progress) -> None:
        nonlocal stopped
        stopped = stopped or progress.stage == STOPPED
        if show is not None:
            show(progress)

    made = korridor.plan(
        operation, objective=aim, seconds=seconds, seed=seed, work=work, progress=watch, robust=robust
    )
    # Of a robust plan that cost could not be told from the price of being robust.
    if stopped or robust or operation.truce is None or not made.movements:
        return made
    return with_cost_of_limit(made, seconds=seconds, work=work, progress=watch)
